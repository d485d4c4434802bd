"""A list as a plain table of a hundred rows a page: what phones, paper and browsers without the grid show."""

from __future__ import annotations

from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.download import figure_ways
from akint_dash.components.grid import holder
from akint_dash.components.pager import pager
from akint_dash.components.parts import unseen
from akint_dash.components.record_cells import on_page
from akint_dash.components.record_columns import is_right, offered, table_of
from akint_dash.components.record_link import AMONG, to_sheet
from akint_dash.components.view import Told
from akint_dash.domain.schema import Column
from akint_dash.domain.selection import Selection
from akint_dash.domain.table import NOT_APPLICABLE
from akint_dash.measures.lists import NAME, SUMMED, total
from akint_dash.pages.data.asked import NARROWS, AskedList, turned, written
from akint_dash.pages.data.columns import definitions
from akint_dash.text import lists as text
from akint_dash.text import record as words

KEY: Final = "liste"
"""The list as a figure of its page: every format takes it whole."""


def card(asked: AskedList) -> Component:
    """The list: what it is ordered by and sums to, its rows, the ways on and down."""
    view, w, entity = asked.view, asked.view.words, asked.entity
    title = words.kinds(w, entity)
    told = ordered_and_summed(asked)
    view.tables[KEY] = table_of(view, entity, asked.columns, asked.found.codes)
    view.told[KEY] = Told(title, title, say=" ".join(told))
    parts: list[Any] = [
        html.H2(title, id=f"{KEY}-t", className="unseen"),
        *(html.P(line, className="basis" if at else "basis list-order") for at, line in enumerate(told)),
    ]
    if asked.found.codes:
        parts += [html.Div([_table(asked), _pager(asked)], className="list-plain"), *holder(view, *definitions(asked))]
    else:
        parts.append(_empty(asked))
    down = html.Details([html.Summary(w("Last ned")), figure_ways(view, KEY)], className="ways-down")
    parts.append(html.Div(down, className="foot"))
    return html.Article(parts, id=KEY, className="card c12 list", **{"aria-labelledby": f"{KEY}-t"})


def ordered_and_summed(asked: AskedList) -> list[str]:
    """What the list is ordered by, and what its columns sum to, in words."""
    view, w, entity = asked.view, asked.view.words, asked.entity
    every = offered(view, entity)
    labels = [(text.said_label(w, entity, every[name]), down) for name, down in asked.question.order]
    sums = [
        text.summed(w, entity, every[name], total(view.scope, entity, name, asked.found.codes))
        for name in asked.columns
        if name in SUMMED.get(entity, ()) and asked.found.codes
    ]
    return [text.order(w, labels), *([". ".join(sums) + "."] if sums else [])]


def _empty(asked: AskedList) -> Component:
    """That there are no rows, and the one click that widens where something is narrowed."""
    view, w = asked.view, asked.view.words
    parts: list[Any] = [w("Ingen rader å vise.")]
    if asked.found.of:
        plain = Selection(per=view.selection.per, vekt=view.selection.vekt)
        parts += [" ", html.A(w("Vis alt"), href=view.link(selection=plain, own=dict.fromkeys(NARROWS)))]
    return html.P(parts, className="empty")


def _table(asked: AskedList) -> Component:
    view, w, entity = asked.view, asked.view.words, asked.entity
    every = offered(view, entity)
    columns = [every[NAME], *(every[name] for name in asked.columns)]
    data = table_of(view, entity, asked.columns, asked.shown)
    labels = [text.said_label(w, entity, column) for column in columns]
    head = [_head(asked, column, label) for column, label in zip(columns, labels, strict=True)]
    body = [
        html.Tr(
            [
                _cell(asked, column, label, heading, value)
                for column, label, heading, value in zip(columns, labels, data.headings, row, strict=True)
            ]
        )
        for row in data.rows
    ]
    caption = html.Caption(words.kinds(w, entity), className="unseen")
    return html.Div(
        html.Table([caption, html.Thead(html.Tr(head)), html.Tbody(body)], className="plain stack records"),
        className="list-scroll",
        tabIndex=0,
        role="region",
        **{"aria-label": words.kinds(w, entity)},
    )


def _head(asked: AskedList, column: Column, label: str) -> Component:
    """A heading that orders the list by its column."""
    w, down = asked.view.words, dict(asked.question.order).get(column.name)
    href = asked.view.link(own={"sorter": written(turned(asked.question, column.name)), "blad": None})
    state = {None: "", False: w("stigende"), True: w("synkende")}[down]
    mark = [html.Span("", className=f"order {'down' if down else 'up'}"), unseen(f", {state}")] if state else []
    sort = {} if down is None else {"aria-sort": "descending" if down else "ascending"}
    link = html.A([label, *mark], href=href, rel="nofollow")
    return html.Th(link, scope="col", className="r" if is_right(column) else None, **sort)


def _cell(asked: AskedList, column: Column, label: str, heading: Any, value: Any) -> Component:
    said = on_page(asked.view, heading, value)
    if column.name == NAME:
        href = to_sheet(asked.view, *value, among=asked.view.query.get(AMONG, ""))
        return html.Th(html.A(said, href=href), scope="row")
    names = " ".join(filter(None, ["r" if is_right(column) else "", "missing" if value is None else ""]))
    dash = {"className": "none"} if value == NOT_APPLICABLE and not names else {"className": names or None}
    return html.Td(said, **{"data-h": label}, **dash)


def _pager(asked: AskedList) -> Component | None:
    def to(page: int) -> str:
        return asked.view.link(own={"blad": None if page == 1 else page})

    return pager(asked.view, asked.page, asked.pages, to, ends=True)
