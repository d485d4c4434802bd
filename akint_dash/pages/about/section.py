"""A card of the page of definitions: a table, with or without an index of its rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.table import plain_table
from akint_dash.components.view import View
from akint_dash.domain.collation import in_order
from akint_dash.domain.table import Table

OPEN: Final = 6
"""A list of more rows stands behind its head."""


def section(
    view: View, key: str, title: str, say: str, data: Table, size: str = "c12", *, index: bool = False
) -> Component:
    """A card whose figure is a table; a long one stands behind its head, whole on paper. ``index`` names its rows in
    the open, in alphabetical order, each the way to its row."""
    names = [f"{key}-{number}" for number in range(1, len(data.rows) + 1)] if index else []
    figure: list[Component | str] = [plain_table(view, data, title, stack=True, captioned=False, ids=names)]
    if len(data.rows) > OPEN:
        head = html.Summary(view.words("Vis tabellen med {n} rader", n=len(data.rows)))
        figure = [html.Details([head, *figure], className="rest", **{"data-unfold": ""})]
    if index:
        figure.insert(0, _index([str(row[0]) for row in data.rows], names))
    return card(
        view, key, title=title, say=say, figure=figure, data=data, caption=title, size=size, level=2, plain=True
    )


def _index(words: Sequence[str], names: Sequence[str]) -> Component:
    ways = sorted(zip(words, names, strict=True), key=lambda way: in_order(way[0]))
    return html.Ul([html.Li(html.A(word, href=f"#{name}")) for word, name in ways], className="index")
