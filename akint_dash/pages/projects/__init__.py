"""Project development: what is on its way, what we won, with whose money, and who came along (S2, S11-S14)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.instrument_tabs import instrument_tabs
from akint_dash.components.lacking import parts_said
from akint_dash.components.lead import lead
from akint_dash.components.page import Page
from akint_dash.components.view import View
from akint_dash.measures.frame import frame
from akint_dash.measures.participations import actors_in_year, undated
from akint_dash.measures.pipeline import Pipeline, pipeline
from akint_dash.measures.projects import without_goal
from akint_dash.pages.projects import flow, funding, others, refused
from akint_dash.text import missing
from akint_dash.text import projects as text
from akint_dash.text.bases import beside

BUT_PROGRAMME: Final = ("omrade", "virkemiddel", "tema", "status", "ring")
"""The filters that no outside actor can answer: under one of them their number does not stand in the lead."""


def body(view: View) -> Sequence[Any]:
    """The whole page."""
    pipe = pipeline(view.scope)
    loose = without_goal(view.scope)
    return [
        _lead(view, pipe, len(loose)),
        html.Div([flow.stages(view, pipe), flow.years(view, pipe)], className="section grid"),
        html.Div([flow.programmes(view, pipe), refused.refused(view)], className="section grid"),
        html.Div([funding.mixed(view), funding.origin(view, pipe)], className="section grid"),
        html.Div([flow.unused(view)], className="section grid"),
        html.Div(funding.loose(view, loose), className="section grid"),
        html.Div([others.sectors(view), others.places(view)], className="section grid"),
        html.Div(others.guidance(view), className="section grid"),
    ]


def _lead(view: View, pipe: Pipeline, loose: int) -> Component:
    w, on_their_way = view.words, len(pipe.waiting) + len(pipe.underway)
    title = text.finding(
        w,
        len(pipe.won),
        pipe.decided,
        missing.headline(w, pipe.won_paid) or None,
        on_their_way,
        by_status=bool(view.selection.status),
    )
    say: list[Any] = []
    if on_their_way:
        waiting = w.n("{count} søknad", "{count} søknader", len(pipe.waiting), count=w.count_up(len(pipe.waiting)))
        say += [html.B(waiting), " ", w("venter på svar, og"), " "]
        few = w.alike(len(pipe.underway), neuter=True)[0]
        early = w.n("{few} prosjekt", "{few} prosjekter", len(pipe.underway), few=few)
        say += [html.B(early), " ", w("er på idéstadiet eller under utvikling."), " "]
    base = len(view.scope.records("project"))
    if loose and not view.selection.periode:
        say += [html.B(text.goal_title(w, loose, base)), ". "]
    shown = frame(view.scope, "participation")
    year = shown.year
    county = all(not getattr(view.selection, name) for name in BUT_PROGRAMME)
    actors, lost = actors_in_year(view.scope, year), len(undated(view.scope, end=True))
    if county and lost:
        say += [html.B(text.actors_title(w, shown, actors, None, lost)), "."]
    elif county and actors and shown.reached:
        one, many = "Én aktør i Akershus er med i {year}", "{n} aktører i Akershus er med i {year}"
        say += [html.B(w.n(one, many, actors, year=year)), "."]
    for more in (missing.elsewhere_say(w, len(pipe.won_paid) - len(pipe.won)), parts_said(view, pipe.won_paid)):
        say += [" ", more] if more else []
    over = w("Virkemiddel i strategien: prosjektutvikling, {day}", day=w.long_date(view.day))
    return lead(over, title, say, under=[instrument_tabs(view, "PRO")], idle=beside(w, view.selection, view.pattern))


PAGE = Page("/virkemidler/prosjektutvikling", "Prosjektutvikling", body)
