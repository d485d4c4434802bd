"""The overview: where the county stands, in ten seconds (S10, S11, S23)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.base_line import over_headline, reserved
from akint_dash.components.lacking import parts_said
from akint_dash.components.lead import look
from akint_dash.components.more import more_cards
from akint_dash.components.numbers import answering
from akint_dash.components.page import Page
from akint_dash.components.view import View
from akint_dash.components.welcome import welcome
from akint_dash.measures.dues import AXIS_DAYS, Due, dues
from akint_dash.measures.facts import silent
from akint_dash.measures.frame import frame
from akint_dash.measures.holes import holes
from akint_dash.measures.pipeline import pipeline
from akint_dash.measures.projects import running
from akint_dash.measures.scope import Scope
from akint_dash.measures.touch import untouchable_days
from akint_dash.measures.weight import by_area_instrument, by_instrument_year, by_month
from akint_dash.pages.overview import answers, cards, lists, period
from akint_dash.pages.overview.calls_and_actors import calls, participations
from akint_dash.pages.overview.decide import decide
from akint_dash.pages.overview.money import money
from akint_dash.pages.overview.promise import promise
from akint_dash.store.involvement import INSTRUMENTS
from akint_dash.text import overview as text
from akint_dash.text.bases import BUT_AREA, LEAD, narrowing
from akint_dash.text.dues import kinds_of


def body(view: View) -> Sequence[Any]:
    """The whole page; the three first steps where there is nothing yet."""
    if view.portfolio.is_empty and view.selection.per is None:
        return welcome(view)
    scope, shown = view.scope, frame(view.scope)
    pipe, ahead, gaps, counted = pipeline(scope), _ahead(scope), holes(scope), scope.narrowed(vekt="antall")
    records = cards.year_counts(by_instrument_year(counted), shown.year)
    areas, of_areas = by_area_instrument(scope, shown.year), by_area_instrument(counted, shown.year)
    by_area = {row["area"][1]: row["total"] or 0 for row in of_areas.dicts()}
    if not view.portfolio.involvement.records:
        return _without_own(view)
    return [
        _lead(view, records, pipe, ahead, len(gaps)),
        promise(view, shown),
        period.period(view, shown, by_month(scope)),
        cards.instruments(view, shown, by_instrument_year(scope), records),
        html.Div([money(view, pipe), lists.due(view, ahead)], className="section grid"),
        html.Div([cards.matrix(view, shown, areas, by_area)], className="section grid"),
        more_cards(
            view,
            [
                [decide(view, ahead), participations(view)],
                [calls(view), lists.news(view)],
                [lists.gaps(view, gaps)],
            ],
        ),
    ]


def _some(*cards: Component | None) -> list[Component]:
    """The cards that are there."""
    return [card for card in cards if card is not None]


def _ahead(scope: Scope) -> list[Due]:
    """The deadlines that the axis reaches."""
    return dues(scope, scope.today + timedelta(days=AXIS_DAYS))


def _untouchable(view: View, ahead: list[Due]) -> list[frozenset[str]]:
    """What cannot touch each of the deadlines of the axis: no programme or region is of all of them. That
    there are none is a number too, of all filters."""
    some = view.shown["frister"] = untouchable_days(view.scope, _ahead)
    return some or [frozenset()] * max(1, len(ahead))


def _without_own(view: View) -> Sequence[Any]:
    """Only public sources are read in so far: what they say, and how to bring in what is our own."""
    w, scope = view.words, view.scope
    lead = _lead(view, dict.fromkeys(INSTRUMENTS, 0), pipeline(scope), _ahead(scope), len(holes(scope)))
    steps = html.P(
        [w("Ingen egne tiltak er registrert ennå. Begynn med en arbeidsbok:"), " ", html.Code("akint-dash template")],
        className="notice",
    )
    around = _some(participations(view), calls(view), lists.news(view))
    return [lead, steps, html.Div(around, className="section grid")]


def _lead(view: View, counts: dict[str, int], pipe: Any, due: list[Due], gaps: int) -> Component:
    w, ahead = view.words, len(due)
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
            if ahead or not narrowing(view.selection, view.pattern, "frister")
            else w("Med disse filtrene kommer ingen kjente frister")
        ),
        " ",
        w.n(
            "for {kinds} kommer de neste {days} dagene.",
            "for {kinds} kommer de neste {days} dagene.",
            ahead,
            kinds=kinds_of(w, due),
            days=AXIS_DAYS,
        )
        if ahead
        else w("for søknader, EU-saker, avtaler eller medlemskap de neste {days} dagene.", days=AXIS_DAYS),
        " ",
        *(
            [
                w("Noen svar er usikre på grunn av"),
                " ",
                html.B(
                    w.n("én slags mangel i dataene.", "{count} slags mangler i dataene.", gaps, count=w.count(gaps))
                ),
            ]
            if gaps
            else [w("Ingen mangler i dataene gjør svar usikre.")]
        ),
    ]
    over = over_headline(view, w("Oversikt for ledelsen, {day}", day=w.long_date(view.day)))
    alive = running(view.scope)
    chosen = [view.name("area", code) for code in view.selection.omrade]
    unheard = chosen if silent(view.scope, frame(view.scope).year) else None
    found = text.finding(w, frame(view.scope), pipe, counts, names, others, alive, narrowed=narrowed, silent=unheard)
    view.shown[LEAD] = [*(one | {"status", "periode"} for one in _untouchable(view, due)), {*BUT_AREA, "periode"}]
    w, numbers = answers.lead(view, pipe, ahead, gaps, counts, frame(view.scope).year)
    heading = html.H1(answering(w, found, numbers.title), id="funn")
    notes = [parts_said(view, pipe.won_paid), reserved(view, LEAD)]
    return html.Section(
        [
            html.Div([html.P(over, className="over"), heading]),
            html.P([*answering(w, say, numbers.say), " ", html.Small(" ".join(filter(None, notes)), className="note")]),
        ],
        className=look(found),
        **{"aria-labelledby": "funn"},
    )


PAGE = Page("/", "Oversikt", body, own=("siden",), said=lists.said, tall=True)
