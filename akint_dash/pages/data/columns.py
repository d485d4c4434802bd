"""What the grid is told of the columns of a list, and where it asks for its rows."""

from __future__ import annotations

from typing import Any, Final

from akint_dash.components.record_columns import is_right, offered
from akint_dash.components.record_link import list_path
from akint_dash.domain.schema import Kind
from akint_dash.measures.lists import CODE, NAME, SUMMED
from akint_dash.pages.data.asked import AskedList
from akint_dash.text import lists as text

WIDTH: Final = {
    Kind.DATE: 120,
    Kind.MOMENT: 190,
    Kind.INTEGER: 120,
    Kind.NUMBER: 130,
    Kind.MONEY: 170,
    Kind.CHOICE: 140,
}
"""Pixels a column begins with, by its kind."""
OTHERS: Final = 200


def definitions(asked: AskedList) -> tuple[list[dict[str, Any]], str, int]:
    """The columns, the address of their rows without its query, and how many rows there are."""
    view, entity = asked.view, asked.entity
    every, order = offered(view, entity), dict(asked.question.order)
    columns: list[dict[str, Any]] = []
    for name in (NAME, *asked.columns):
        column, down = every[name], order.get(name)
        one: dict[str, Any] = {
            "field": name,
            "headerName": text.said_label(view.words, entity, column),
            "width": 100 if name == CODE else WIDTH.get(column.kind, OTHERS),
            "sortable": True,
            "sums": name in SUMMED.get(entity, ()),
        }
        if name == NAME:
            one |= {"width": 300, "pinned": "left", "lockPosition": True}
        if is_right(column):
            one["type"] = "rightAligned"
        if down is not None:
            one |= {"sort": "desc" if down else "asc", "sortIndex": list(order).index(name)}
        columns.append(one)
    return columns, view.address(list_path(entity)), len(asked.found.codes)
