"""The records behind the numbers of Explore that are chosen, each once: together they are the number."""

from __future__ import annotations

from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.download import figure_ways
from akint_dash.components.grid import holder
from akint_dash.components.pager import pager
from akint_dash.components.parts import apart, unseen
from akint_dash.components.record_cells import on_page
from akint_dash.components.record_link import to_sheet
from akint_dash.components.view import Told
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading
from akint_dash.pages.explore.explored import Explored
from akint_dash.pages.explore.listed import labels, records_table
from akint_dash.text import explore as text
from akint_dash.text.words import capital

KEY: Final = "poster"
PER_PAGE: Final = 100
RIGHT: Final = frozenset({Cell.COUNT, Cell.DECIMAL, Cell.ORE})
WIDTH: Final = {"navn": 340, "type": 170, "omrade": 240}


def together_words(asked: Explored) -> str:
    """What the numbers chosen make together, of each side: 'Samferdsel: 12 tiltak'."""
    w, said = asked.view.words, []
    for side in asked.chosen:
        where, number = asked.named_together(side), side.behind.number
        of = text.behind(w, side.question.measure, number) if number.records else w("ingen registreringer")
        named = w("{where}, {side}", where=where, side=side.name) if side.name else where
        said.append(w("{where}: {records}", where=named, records=of))
    return capital("; ".join(said))


def records_card(asked: Explored) -> Component:
    """The records behind the numbers that the address chooses; how to see some where it chooses none."""
    w, view = asked.view.words, asked.view
    if not asked.chosen:
        told = w("Velg et tall i tabellen eller et merke i figuren for å se registreringene bak det.")
        return html.Section(html.P(told, className="note"), id=KEY, className="c12")
    close = html.A(w("Skjul registreringene"), href=asked.without)
    title = together_words(asked)
    if not len(asked.listing):
        return html.Section(html.P([f"{title}. ", close], role="status"), id=KEY, className="c12")
    say = [
        text.lacks(w, side.question.measure, side.behind.number) for side in asked.chosen if side.behind.number.lacking
    ]
    if any(side.holds_again for side in asked.chosen):
        say.append(w("Det som står under flere av de valgte tallene, er regnet én gang."))
    view.tables[KEY] = records_table(asked)
    view.told[KEY] = Told(title, w("Registreringene bak tallet"), say=" ".join(say))
    down = html.Details([html.Summary(w("Last ned")), figure_ways(view, KEY)], className="ways-down")
    copy = html.Button(w("Kopier lenke"), type="button", **{"data-copy": KEY, "data-done": w("Kopiert")})
    return html.Article(
        [
            html.H2(title, id=f"{KEY}-t"),
            html.P(" ".join(say), className="say") if say else None,
            html.Div([_table(asked, title), _pager(asked)], className="list-plain"),
            *holder(view, _columns(asked), view.address("/utforsk"), len(asked.listing)),
            html.Div(apart([close, down, copy]), className="foot"),
        ],
        id=KEY,
        className="card c12 list",
        **{"aria-labelledby": f"{KEY}-t"},
    )


def _columns(asked: Explored) -> list[dict[str, Any]]:
    """What the grid is told of its columns."""
    order = dict(asked.order)
    columns: list[dict[str, Any]] = []
    for heading, label in zip(view_headings(asked), labels(asked), strict=True):
        one: dict[str, Any] = {
            "field": heading.name,
            "headerName": label,
            "width": WIDTH.get(heading.name, 190),
            "sortable": True,
            "suppressMovable": True,
            "sums": heading.cell in RIGHT,
        }
        if heading.cell in RIGHT:
            one["type"] = "rightAligned"
        if heading.name in order:
            one |= {"sort": "desc" if order[heading.name] else "asc", "sortIndex": list(order).index(heading.name)}
        columns.append(one)
    return columns


def view_headings(asked: Explored) -> tuple[Heading, ...]:
    """The headings of the list."""
    return records_table(asked).headings


def _pages(asked: Explored) -> int:
    return max(1, -(-len(asked.listing) // PER_PAGE))


def _table(asked: Explored, caption: str) -> Component:
    data, heads = records_table(asked), labels(asked)
    at = (min(asked.page, _pages(asked)) - 1) * PER_PAGE
    head = [_head(asked, heading, label) for heading, label in zip(data.headings, heads, strict=True)]
    body = [
        html.Tr([_cell(asked, *each) for each in zip(data.headings, heads, row, strict=True)])
        for row in data.rows[at : at + PER_PAGE]
    ]
    return html.Table(
        [html.Caption(caption, className="unseen"), html.Thead(html.Tr(head)), html.Tbody(body)],
        className="plain stack records",
    )


def _head(asked: Explored, heading: Heading, label: str) -> Component:
    """A heading that orders the list by its column; a second press from the end, a third as at first."""
    w, down = asked.view.words, dict(asked.order).get(heading.name)
    turned = {None: heading.name, False: f"-{heading.name}", True: None}[down]
    href = asked.view.link(own={"sorter": turned, "blad": None}, anchor=KEY)
    state = {None: "", False: w("stigende"), True: w("synkende")}[down]
    mark = [html.Span("", className=f"order {'down' if down else 'up'}"), unseen(f", {state}")] if state else []
    sort = {} if down is None else {"aria-sort": "descending" if down else "ascending"}
    link = html.A([label, *mark], href=href, rel="nofollow")
    return html.Th(link, scope="col", className="r" if heading.cell in RIGHT else None, **sort)


def _cell(asked: Explored, heading: Heading, label: str, value: Any) -> Component:
    said = on_page(asked.view, heading, value)
    if heading.name == "navn":
        return html.Th(html.A(said, href=to_sheet(asked.view, *value)), scope="row")
    names = ["r"] if heading.cell in RIGHT else []
    names += ["missing"] if value is None else ["none"] if value == NOT_APPLICABLE else []
    return html.Td(said, className=" ".join(names) or None, **{"data-h": label})


def _pager(asked: Explored) -> Component | None:
    return pager(asked.view, asked.page, _pages(asked), lambda page: asked.view.link(own={"blad": page}, anchor=KEY))
