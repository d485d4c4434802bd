"""A council area's initiatives of one instrument, as a part of its bar."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from dash.development.base_component import Component

from akint_dash.components.marks import along, telling
from akint_dash.components.parts import CLASS
from akint_dash.components.table import cell_text
from akint_dash.components.view import View
from akint_dash.components.weighed import weight_mark
from akint_dash.domain.table import Cell

UNIT: Final = {"antall": Cell.COUNT, "timer": Cell.DECIMAL, "kroner": Cell.ORE}


def part(view: View, area: str, code: str, row: dict[str, Any], highest: float, year: int) -> Component:
    """One instrument of an area's row, with its share of the area's own."""
    value, total, unit = row[code], row["total"], UNIT[view.selection.vekt]
    shown = (
        cell_text(view, unit, value) if unit is Cell.COUNT and value / highest >= (0.03 if value < 10 else 0.05) else ""
    )
    name = f"{view.name('area', area)}, {view.name('instrument', code)}"
    of_area = replace(view.selection, omrade=(area,))
    mark = weight_mark(view, name, year, code, value, value / total if total else None, selection=of_area)
    return telling(mark, shown, f"part {CLASS[code]}", **along(value, highest))
