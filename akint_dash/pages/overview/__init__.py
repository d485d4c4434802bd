"""The overview: where the county stands, in ten seconds (S10, S11, S23)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.lacking import parts_said
from akint_dash.components.page import Page
from akint_dash.components.view import View
from akint_dash.components.welcome import welcome
from akint_dash.measures.deadlines import deadlines
from akint_dash.measures.facts import silent
from akint_dash.measures.frame import frame
from akint_dash.measures.holes import holes
from akint_dash.measures.pipeline import pipeline
from akint_dash.measures.projects import running
from akint_dash.measures.weight import by_area_instrument, by_instrument_year, by_month
from akint_dash.pages.overview import cards, ledgers
from akint_dash.pages.overview.around import surroundings
from akint_dash.pages.overview.decide import decide
from akint_dash.store.involvement import INSTRUMENTS
from akint_dash.text import overview as text
from akint_dash.text.bases import beside


def body(view: View) -> Sequence[Any]:
    """The whole page; the three first steps where there is nothing yet."""
    if view.portfolio.is_empty and view.selection.per is None:
        return welcome(view)
    scope, shown = view.scope, frame(view.scope)
    pipe, ahead, gaps, counted = pipeline(scope), deadlines(scope), holes(scope), scope.narrowed(vekt="antall")
    records = cards.year_counts(by_instrument_year(counted), shown.year)
    areas, of_areas = by_area_instrument(scope, shown.year), by_area_instrument(counted, shown.year)
    by_area = {row["area"][1]: row["total"] or 0 for row in of_areas.dicts()}
    if not view.portfolio.involvement.records:
        return _without_own(view)
    return [
        _lead(view, records, pipe, len(ahead), len(gaps)),
        cards.period(view, shown, by_month(scope)),
        cards.instruments(view, shown, by_instrument_year(scope), records),
        html.Div([cards.money(view, pipe), decide(view)], className="section grid"),
        html.Div([cards.matrix(view, shown, areas, by_area), ledgers.due(view, ahead)], className="section grid"),
        surroundings(view),
        html.Div([ledgers.gaps(view, gaps), ledgers.news(view)], className="section grid"),
    ]


def _without_own(view: View) -> Sequence[Any]:
    """Only public sources are read in so far: what they say, and how to bring in what is our own."""
    w, scope = view.words, view.scope
    lead = _lead(view, dict.fromkeys(INSTRUMENTS, 0), pipeline(scope), len(deadlines(scope)), len(holes(scope)))
    steps = html.P(
        [w("Ingen egne tiltak er meldt inn ennå. Begynn med en arbeidsbok:"), " ", html.Code("akint-dash template")],
        className="notice",
    )
    return [lead, steps, surroundings(view), html.Div([ledgers.news(view)], className="section grid")]


def _lead(view: View, counts: dict[str, int], pipe: Any, ahead: int, gaps: int) -> Component:
    w = view.words
    names = {code: view.name("instrument", code) for code in counts}
    bare = not view.portfolio.involvement.records
    others = {name: len(view.portfolio.records(name)) for name in ("call", "participation")} if bare else {}
    narrowed = not view.selection.is_empty
    first, last = view.strategy.first_year, view.strategy.last_year
    share = text.elapsed_share(view.day, first, last)
    say: list[Any] = [
        html.B(w("{share} av strategiperioden", share=w.percent(share))),
        " ",
        w("er gått."),
        " ",
        html.B(
            w.n("Én frist", "{count} frister", ahead, count=w.count_up(ahead))
            if ahead or not narrowed
            else w("Ingen frister")
        ),
        " ",
        w.n(
            "for søknader, EU-saker og avtaler faller de neste 60 dagene, og",
            "for søknader, EU-saker og avtaler faller de neste 60 dagene, og",
            ahead,
        ),
        " ",
        html.B(w.n("én mangel", "{count} mangler", gaps, count=w.count(gaps))),
        " ",
        w("i dataene gjør svar usikre."),
    ]
    over = w("Oversikt for ledelsen, {day}", day=w.long_date(view.day))
    alive = running(view.scope)
    unheard = [view.name("area", code) for code in silent(view.scope, frame(view.scope).year)]
    found = text.finding(w, frame(view.scope), pipe, counts, names, others, alive, narrowed=narrowed, silent=unheard)
    heading = html.H1(found, id="funn")
    notes = [parts_said(view, pipe.won_paid), beside(w, view.selection, view.pattern)]
    return html.Section(
        [
            html.Div([html.P(over, className="over"), heading]),
            html.P([*say, " ", html.Small(" ".join(filter(None, notes)), className="note")]),
        ],
        className="lead",
        **{"aria-labelledby": "funn"},
    )


PAGE = Page("/", "Oversikt", body, own=("siden",))
