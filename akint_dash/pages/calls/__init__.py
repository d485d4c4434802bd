"""EU calls: what opens, what closes, what fits whom, in time to act (S11)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.base_line import over_headline
from akint_dash.components.numbers import answering
from akint_dash.components.page import Page
from akint_dash.components.spoken import spoken
from akint_dash.components.view import View
from akint_dash.measures.call_sheet import too_late, way_back
from akint_dash.measures.calls import calls
from akint_dash.pages.calls import asked, facets, lanes, listing, news, numbers, sheet, strip
from akint_dash.pages.calls.said import said
from akint_dash.text import calls as text


def body(view: View) -> Sequence[Any]:
    """The whole page; the way to fetch calls where there are none."""
    if not calls(view.portfolio, view.day):
        return [_none(view)]
    found = asked.read(view)
    aside = sheet.sheet(view, found)
    main = html.Div([lanes.lanes(view, found), listing.listing(view, found), news.news(view, found)], className="main")
    names = "calls-two chosen" if found.chosen else "calls-two" if aside else "calls-two alone"
    return [
        _lead(view, found),
        facets.bar(view, found),
        strip.strip(view, found),
        html.Div([html.Span(id="ark"), main, aside], className=names),
    ]


def _lead(view: View, found: asked.Asked) -> Component:
    w, near, pressing = view.words, found.near, found.pressing
    soon = [c for c in near if c.state == "closing"]
    narrowed = found.thinned(view)
    late = too_late(view.portfolio, soon, view.day)
    ways, told = numbers.lead(view, found), text.lead(w, len(soon), late, len(found.some), narrowed=narrowed)
    answered = answering(w, told, ways.say)
    say: list[Any] = list(answered) if isinstance(answered, list) else [answered]
    way = way_back(view.portfolio, pressing, view.day) if pressing else None
    if pressing and way and way.first_ahead and not way.late:
        title = html.B(spoken(view, "call", pressing.code))
        opening = w("For «{title}»") if found.states.ours(pressing) else w("Skal vi søke på «{title}»,")
        before, _, after = opening.partition("{title}")
        say += [f" {before}", title, f"{after} ", text.next_step(w, way.first_ahead)]
    over = over_headline(view, w("Utlysninger, {day}", day=w.long_date(view.day)))
    title = answering(w, text.finding(w, near, len(found.some), narrowed=narrowed), ways.title)
    heading = html.H1(title, id="funn")
    return html.Section(
        [html.Div([html.P(over, className="over"), heading]), html.P(say)],
        className="lead",
        **{"aria-labelledby": "funn"},
    )


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
