"""A year that has not begun lacks nothing: what is not known of it yet is a dash, never said to be missing."""

from __future__ import annotations

from typing import Final

from akint_dash.components.base_line import is_record
from akint_dash.components.view import View
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Table
from akint_dash.measures.frame import frame
from akint_dash.text.bases import OF_OTHERS, narrowing

OF_PERIOD: Final = "maltall"
"""The figure of what others have told of whose numbers are of the period all the same: targets."""

NAMES: Final = frozenset({Cell.CODE, Cell.NAME})
"""The columns that may say which record a row is of."""


def unknown(view: View) -> str:
    """What stands for a number that is not known of the year shown."""
    return NOT_APPLICABLE if frame(view.scope).to_come else view.words("mangler")


def without_unbegun(view: View, key: str, data: Table) -> Table:
    """A figure's table of the period chosen, with dashes for what is not known where the year shown has not begun. What
    a record lacks is missing in every year."""
    others = key != OF_PERIOD and key in OF_OTHERS.get(view.pattern, ())
    if others or not frame(view.scope).to_come or "periode" not in narrowing(view.selection, view.pattern, key):
        return data
    if any(head.cell in NAMES and is_record(head.cell, data, i) for i, head in enumerate(data.headings)):
        return data
    rows = [tuple(NOT_APPLICABLE if value is None else value for value in row) for row in data.rows]
    return Table(data.headings, tuple(rows))
