"""EU calls: what opens, what closes, what fits whom, in time to act (S11)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.page import Page
from akint_dash.components.view import View
from akint_dash.measures.call_sheet import SOON_DAYS, way_back
from akint_dash.measures.calls import calls, urgent
from akint_dash.pages.calls import asked, facets, lanes, listing, news, sheet
from akint_dash.text import calls as text


def body(view: View) -> Sequence[Any]:
    """The whole page; the way to fetch calls where there are none."""
    if not calls(view.portfolio, view.day):
        return [_none(view)]
    found = asked.read(view)
    aside = sheet.sheet(view, found)
    main = html.Div([lanes.lanes(view, found), listing.listing(view, found), news.news(view, found)], className="main")
    names = "two chosen" if found.chosen else "two" if aside else "two alone"
    return [
        _lead(view, found),
        facets.bar(view, found),
        lanes.strip(view, found),
        html.Div([html.Span(id="ark"), main, aside], className=names),
    ]


def _lead(view: View, found: asked.Asked) -> Component:
    w, near = view.words, urgent(found.some)
    say: list[Any] = [text.fitting(w, len(found.inside), found.fitting, found.window)]
    for call in near[:40]:
        way = way_back(view.portfolio, call, view.day)
        ahead = way.first_ahead if way and not way.late else None
        if ahead is not None and ahead.days <= SOON_DAYS:
            name, words = text.next_step(w, call.title, ahead)
            lang = lanes.title_language(view, call)
            say += [" ", html.B(name, **({"lang": lang} if lang else {})), " ", words]
            break
    over = w("EU-utlysninger, {day}", day=w.long_date(view.day))
    heading = html.H1(text.finding(w, near, len(found.some)), id="funn")
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
            html.Div([html.P(w("EU-utlysninger"), className="over"), html.H1(w("Ingen utlysninger er lest inn"))]),
            html.Div([html.P(w("Hent dem fra EUs portal, eller les inn en liste med import.")), command]),
        ],
        className="lead",
    )


PAGE = Page("/utlysninger", "Utlysninger", body, own=asked.OWN)
