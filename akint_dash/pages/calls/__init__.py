"""EU calls: what opens, what closes, what fits whom, in time to act (S11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.base_line import over_headline
from akint_dash.components.lead import lead
from akint_dash.components.page import Page
from akint_dash.components.spoken import spoken
from akint_dash.components.view import View
from akint_dash.measures.calls import calls
from akint_dash.pages.calls import asked, facets, listing, news, numbers, sheet, strip, timeline
from akint_dash.pages.calls.said import said
from akint_dash.text import call_reach as text
from akint_dash.text.bases import HEADLINE, narrowing
from akint_dash.text.frame import in_years


def body(view: View) -> Sequence[Any]:
    """The whole page; the way to fetch calls where there are none."""
    if not calls(view.portfolio, view.day):
        return [_none(view)]
    found = asked.read(view)
    aside = sheet.sheet(view, found)
    main = html.Div(
        [
            timeline.lanes(view, found, strip.strip(view, found, facets.bar(view, found))),
            listing.listing(view, found),
            news.news(view, found),
        ],
        className="main",
    )
    names = "calls-two chosen" if found.chosen else "calls-two" if aside else "calls-two alone"
    return [
        _lead(view, found),
        html.Div([html.Span(id="ark"), main, aside], className=names),
    ]


def _lead(view: View, found: asked.Asked) -> Component:
    w, reach = view.words, found.reach
    total, narrowed, ways = len(found.some), found.thinned(view), numbers.lead(view, found)
    alone = found.facets.is_empty and replace(view.selection, sok="").is_empty
    sought = view.selection.sok if alone else ""
    time_alone = found.facets.is_empty and list(narrowing(view.selection, view.pattern, HEADLINE)) == ["periode"]
    years = in_years(w, *view.selection.periode) if time_alone and view.selection.periode else ""
    title = text.finding(w, reach, total, narrowed=narrowed, sought=sought, years=years)
    say: list[Any] = []
    for sentence in text.lead(w, reach, total, narrowed=narrowed):
        before, named, after = sentence.partition("{title}")
        say += [" ", before, html.B(spoken(view, "call", reach.after[0].code)), after] if named else [" ", sentence]
    over = over_headline(view, w("Utlysninger, {day}", day=w.long_date(view.day)))
    return lead(over, title, say[1:], numbers=(w, ways))


def _none(view: View) -> Component:
    w = view.words
    command = html.Pre(html.Code("akint-dash fetch calls"), tabIndex=0)
    return html.Section(
        [
            html.Div([html.P(w("EU-utlysninger"), className="over"), html.H1(w("Ingen utlysninger er registrert"))]),
            html.Div([html.P(w("Hent dem fra EUs portal, eller les inn en liste med import.")), command]),
        ],
        className="lead",
    )


PAGE = Page("/utlysninger", "Utlysninger", body, own=asked.OWN, said=said, tall=True)
