"""The cells of a list of records in words: for a page, as plain text, and as a spreadsheet takes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from akint_dash.components.exhibit import typed
from akint_dash.components.record_name import MADE_OF, named, plain_name
from akint_dash.components.spoken import said, worded
from akint_dash.components.table import cell_text, some_of
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Value
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, Table
from akint_dash.exports.told import safe
from akint_dash.text import lists as text
from akint_dash.text.missing import at_least
from akint_dash.text.record import exact, whole


def on_page(view: View, heading: Heading, value: Any) -> Any:
    """A cell for a page, texts marked with their language where it is not the page's."""
    if value in (None, NOT_APPLICABLE):
        return plainly(view, heading, value)
    if heading.cell is Cell.NAME:
        return named(view, *value)
    if heading.cell is Cell.SAID:
        return said(view, view.portfolio.get(value[0], value[1]), value[2])
    return plainly(view, heading, value)


def plainly(view: View, heading: Heading, value: Any) -> str:
    """A cell as plain text: amounts and numbers to their last sign, Norwegian on an English page told to be so."""
    w = view.words
    if value in (None, NOT_APPLICABLE):
        return cell_text(view, heading.cell, value)
    match heading.cell:
        case Cell.NAME:
            return _name(view, *value)
        case Cell.NAMES:
            return "; ".join(_name(view, value[0], code) for code in value[1])
        case Cell.AMOUNT:
            return at_least(w, whole(w, *value), some_of(value))
        case Cell.ORE:
            return at_least(w, whole(w, value, "NOK"), some_of(value))
        case Cell.DECIMAL:
            return exact(w, value)
        case _:
            return cell_text(view, heading.cell, value)


def _name(view: View, entity: str, code: str) -> str:
    return plain_name(view, entity, code) if entity in MADE_OF else worded(view, entity, code)


def clipped(view: View, data: Table) -> tuple[str, list[str]]:
    """The heading and the rows of a table as a spreadsheet takes them from the clipboard: a tab between cells, a
    decimal comma in Norwegian, an amount's currency in a column of its own, "minst" before what is known in part."""
    columns, rows = typed(view, data)
    kept = [at for at, column in enumerate(columns) if not column.name.endswith(("_code", "_partly"))]
    partly = {column.name.removesuffix("_partly"): at for at, column in enumerate(columns) if "_partly" in column.name}
    heading, yes = _line(view, [columns[at].words for at in kept]), view.words("ja")

    def cell(row: Sequence[Value], at: int) -> Value:
        some = (beside := partly.get(columns[at].name)) is not None and row[beside] == yes
        return at_least(view.words, _clip(view, row[at]), some) if some else row[at]

    return heading, [_line(view, [cell(row, at) for at in kept]) for row in rows]


def _line(view: View, cells: Sequence[Value]) -> str:
    return "\t".join(_clip(view, cell) for cell in cells)


def _clip(view: View, cell: Value) -> str:
    if cell is None or cell == NOT_APPLICABLE:
        return ""
    norwegian = view.words.language == "nb"
    if isinstance(cell, date):
        return view.words.date(cell) if norwegian else cell.isoformat()
    if isinstance(cell, Decimal | int | float):
        return text.plainly(cell, comma=norwegian)
    return safe(" ".join(cell.split()))
