"""What came, moved or was withdrawn since last week, and what closed by the dates."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.spoken import spoken, worded
from akint_dash.components.view import View
from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.call_news import WEEK, CallNews, news_since, passed_since
from akint_dash.measures.calls import Call, calls
from akint_dash.pages.calls.asked import Asked, to
from akint_dash.text import calls as text

SHOWN: Final = 8
BACK: Final = ((7, "uke"), (30, "måned"), (90, "tre måneder"))


def news(view: View, asked: Asked) -> Component:
    """The card of changes, moved deadlines first."""
    w = view.words
    found = news_since(view.scope, asked.since, asked.facets)
    counts = {kind: sum(n.kind == kind for n in found) for kind in ("moved", "came", "withdrawn")}
    passed = passed_since(asked.some, asked.since)
    known = calls(view.portfolio, view.scope.today, view.scope.now)
    figure: list[Any] = [html.Ul([_item(view, one, known.get(one.call)) for one in found[:SHOWN]], className="ledger")]
    if not found:
        figure = []
    if len(found) > SHOWN:
        figure.append(html.P(w.n("og 1 til", "og {n} til", len(found) - SHOWN), className="note"))
    if passed:
        n = len(passed)
        figure.append(
            html.P(
                w.n(
                    "I samme tid gikk fristen ut for én utlysning.",
                    "I samme tid gikk fristen ut for {n} utlysninger.",
                    n,
                ),
                className="note",
            )
        )
    ways: list[Any] = [html.Span(w("Se siste"))]
    for days, words in BACK:
        back = None if days == WEEK.days else (view.day - timedelta(days=days)).isoformat()
        ways.append(html.A(w(words), href=to(view, siden=back)))
    return card(
        view,
        "endringer",
        title=text.news_title(
            w, counts["moved"], counts["came"], counts["withdrawn"], asked.since, view.portfolio.data_day("call")
        ),
        say=w("Det som har kommet etter {day}, flyttede frister først.", day=w.date(asked.since)) if found else "",
        figure=figure,
        data=_table(view, found[:200]),
        caption=w("Endringer siden {day}", day=w.date(asked.since)),
        refs=("S23",),
        level=2,
        more=ways,
    )


def _item(view: View, one: CallNews, call: Call | None) -> Component:
    w = view.words
    title: Any = html.Span(one.title)
    if call:
        title = html.A(spoken(view, "call", call.code), href=to(view, "ark", utlysning=call.code))
    line: list[Any] = [title]
    if one.kind == "moved":
        line += [" ", html.S(text.when(w, one.before), className="was"), f" {text.when(w, one.after)}"]
        line.append(html.Span(text.moved_words(w, one)))
    elif one.kind == "came" and call:
        programme = view.name("programme", call.programme) if call.programme else ""
        line.append(html.Span(" · ".join(filter(None, [w("frist {day}", day=text.deadline(w, call.next)), programme]))))
    else:
        line.append(html.Span(text.news_line(w, one)))
    return html.Li([html.B(text.news_kind(w, one.kind)), html.P(line)])


def _table(view: View, found: list[CallNews]) -> Table:
    w = view.words
    heads = (
        Heading("date", Cell.DATE, "Dato"),
        Heading("kind", Cell.TEXT, "Hva"),
        Heading("call", Cell.TEXT, "Gjelder"),
        Heading("words", Cell.TEXT, "Endring"),
    )
    rows = [(n.day.isoformat(), text.news_kind(w, n.kind), _named(view, n), text.news_line(w, n)) for n in found]
    return table(heads, rows)


def _named(view: View, one: CallNews) -> str:
    """The call's title in the page's language; one that is gone keeps the title it had."""
    return worded(view, "call", one.call) if one.call in view.portfolio.records("call") else one.title
