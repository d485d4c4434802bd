"""A figure's data as CSV, UTF-8 with mark: for a Norwegian Excel (semicolons, decimal commas) or an English one."""

from __future__ import annotations

import csv
import io
from typing import Any

from akint_dash.components.table import cell_text, heading_words
from akint_dash.components.view import View
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Table


def csv_text(view: View, data: Table) -> str:
    """The table as text: the same numbers as on the page, unrounded; missing cells are empty.

    Money is in whole currency units with two decimals, shares are from 0 to 1. A demonstration says so first.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if view.words.language == "nb" else ",")
    if view.portfolio.demonstration:
        writer.writerow([view.words("Demonstrasjonsdata: oppdiktede tall")])
    writer.writerow([heading_words(view, heading) for heading in data.headings])
    for row in data.rows:
        writer.writerow([_cell(view, h.cell, v) for h, v in zip(data.headings, row, strict=True)])
    return "\ufeff" + out.getvalue()


def _cell(view: View, cell: Cell, value: Any) -> str:
    if value is None or value == NOT_APPLICABLE:
        return value or ""
    match cell:
        case Cell.NAME | Cell.NAMES | Cell.SAID:
            return _safe(cell_text(view, cell, value))
        case Cell.CHOICE:
            return view.words.choice(*value)
        case Cell.ORE:
            return _decimal(view, f"{value / 100:.2f}")
        case Cell.AMOUNT:
            return _decimal(view, f"{value[0] / 100:.2f} {value[1]}")
        case Cell.SHARE | Cell.DECIMAL | Cell.RATE:
            return _decimal(view, str(round(value, 6)))
        case Cell.DATE | Cell.MOMENT:
            return cell_text(view, cell, value)
        case Cell.COUNT | Cell.DAYS | Cell.YEAR | Cell.TRUTH:
            return str(value)
        case _:
            return _safe(str(value))


def _decimal(view: View, text: str) -> str:
    return text.replace(".", ",") if view.words.language == "nb" else text


def _safe(text: str) -> str:
    """Text that a spreadsheet never takes for a formula."""
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t") else text
