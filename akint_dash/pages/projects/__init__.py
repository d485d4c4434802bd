"""Project development: what is on its way, what we won, with whose money, and who came along (S2, S11-S14)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.base_line import over_headline, reserved
from akint_dash.components.instrument_tabs import instrument_tabs
from akint_dash.components.lacking import parts_said
from akint_dash.components.lead import lead
from akint_dash.components.more import more_cards
from akint_dash.components.page import Page
from akint_dash.components.view import View
from akint_dash.domain.selection import PLACES
from akint_dash.measures.facts import unheard as silent_years
from akint_dash.measures.frame import frame
from akint_dash.measures.participations import actors_in_year, undated
from akint_dash.measures.pipeline import Pipeline, pipeline
from akint_dash.measures.projects import DECIDED_BY, decided_else, without_goal
from akint_dash.pages.projects import decided, flow, funding, guidance, municipalities, outside_actors, refused, ways
from akint_dash.text import missing
from akint_dash.text import projects as text
from akint_dash.text.bases import HEADLINE, LEAD
from akint_dash.text.frame import in_years, so_far, stop, unheard
from akint_dash.text.where import where

BUT_PROGRAMME: Final = ("omrade", "virkemiddel", "tema", "status", *PLACES, "maned")
"""The filters that no outside actor can answer: under one of them their number does not stand in the lead."""


def body(view: View) -> Sequence[Any]:
    """The whole page."""
    pipe = pipeline(view.scope)
    loose = without_goal(view.scope)
    return [
        _lead(view, pipe, len(loose)),
        html.Div([flow.stages(view, pipe), decided.years(view, pipe)], className="section grid"),
        html.Div([flow.programmes(view, pipe), funding.origin(view, pipe)], className="section grid"),
        html.Div(guidance.guidance(view), className="section grid"),
        html.Div([funding.mixed(view), refused.refused(view)], className="section grid"),
        html.Div([outside_actors.sectors(view), municipalities.places(view)], className="section grid"),
        more_cards(view, [[funding.loose(view, loose), flow.unused(view)]]),
    ]


def _lead(view: View, pipe: Pipeline, loose: int) -> Component:
    w, on_their_way = view.words, len(pipe.waiting) + len(pipe.underway)
    title = text.finding(
        w,
        len(pipe.won),
        pipe.decided,
        missing.headline(w, pipe.won_paid) or None,
        on_their_way,
        so_far(w, frame(view.scope, *DECIDED_BY)) if view.selection.periode else "",
        by_status=bool(view.selection.status),
    )
    if not pipe.decided and not on_their_way and view.selection.periode and (ran := decided_else(view.scope)):
        title = text.none_decided(w, in_years(w, *view.scope.period), len(ran))
    elif not pipe.decided and not on_their_way:
        title = unheard(w, title, silent_years(view.scope))
    decided = frame(view.scope, *DECIDED_BY)
    if not decided.reached and on_their_way:
        title = text.ahead(w, decided, on_their_way)
        view.shown[HEADLINE] = [("periode",)]
    say: list[Any] = []
    still: list[tuple[str, ...]] = [("periode",)] if on_their_way else []
    if on_their_way:
        waiting = w.n("{count} søknad", "{count} søknader", len(pipe.waiting), count=w.count_up(len(pipe.waiting)))
        if not pipe.waiting and pipe.waiting_paid:
            waiting = w("Ingen egne søknader")
        say += [html.B(waiting), " ", w.n("venter på svar, og", "venter på svar, og", len(pipe.waiting)), " "]
        few = w.alike(len(pipe.underway), neuter=True)[0]
        early = w.n("{few} prosjekt", "{few} prosjekter", len(pipe.underway), few=few)
        stage = "er på idéstadiet eller under utvikling."
        say += [html.B(early), " ", w.n(stage, stage, len(pipe.underway)), " "]
    base = len(view.scope.records("project"))
    if loose and not view.selection.periode:
        say += [_down("uten-maal", text.goal_title(w, loose, base)), " "]
    shown = frame(view.scope, "participation")
    year = shown.year
    county = all(not getattr(view.selection, name) for name in BUT_PROGRAMME)
    actors, lost = actors_in_year(view.scope, year), len(undated(view.scope, end=True))
    if county and lost:
        say += [_down("sektorer", text.actors_title(w, shown, actors, None, lost, where=where(w, view.scope)))]
    elif county and actors and shown.reached:
        say += [_down("sektorer", text.actors_title(w, shown, actors, None, where=where(w, view.scope)))]
    still += [()] if county and (lost or (actors and shown.reached)) else []
    elsewhere = missing.elsewhere_say(w, len(pipe.won_paid) - len(pipe.won))
    still += [()] if elsewhere else []
    for more in (elsewhere, parts_said(view, pipe.won_paid)):
        say += [" ", more] if more else []
    view.shown[LEAD] = still
    over = over_headline(view, w("Virkemiddel i strategien: prosjektutvikling, {day}", day=w.long_date(view.day)))
    tabs, numbers = [instrument_tabs(view, "PRO")], ways.lead(view, pipe)
    return lead(over, title, say, under=tabs, idle=reserved(view, LEAD), numbers=numbers)


def _down(key: str, finding: str) -> Component:
    """A finding as a whole sentence that leads to its card."""
    return html.A(stop(finding), href=f"#{key}")


PAGE = Page("/virkemidler/prosjektutvikling", "Prosjektutvikling", body, tall=True)
