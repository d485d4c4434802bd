"""The small line over a figure: the part of the selection that narrows it."""

from __future__ import annotations

from typing import Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.chosen import label_of
from akint_dash.components.view import View
from akint_dash.domain.schema import ENTITIES, Sort
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Table
from akint_dash.text.bases import narrowing

_SUMS: Final = frozenset({Cell.COUNT, Cell.DECIMAL, Cell.SHARE, Cell.ORE})
_RECORDS: Final = frozenset({Cell.CODE, Cell.AMOUNT, Cell.DATE})
"""A row with one of these is of a record: it is there, whatever it counts."""


def base_line(view: View, key: str) -> Component | None:
    """What the figure is narrowed to, in words; None where nothing is chosen that can touch it."""
    labels = [label for name in narrowing(view.selection, view.pattern, key) for label in _labels(view, name)]
    return html.P(view.words("Filtre: {chosen}", chosen=" · ".join(labels)), className="base") if labels else None


def is_emptied(view: View, key: str, data: Table) -> bool:
    """Whether the chosen filters leave nothing of a figure: no row, or no row of a record and nothing but zeros."""
    if not narrowing(view.selection, view.pattern, key):
        return False
    named = [i for i, heading in enumerate(data.headings) if _is_record(heading.cell, data, i)]
    counted = [i for i, heading in enumerate(data.headings) if heading.cell in _SUMS]
    if data.rows and (named or not counted):
        return False
    if any(all(row[i] is None for i in counted) for row in data.rows):
        return False  # what is missing may be there
    return not any(row[i] and row[i] != NOT_APPLICABLE for row in data.rows for i in counted)


def _is_record(cell: Cell, data: Table, column: int) -> bool:
    if cell is not Cell.NAME:
        return cell in _RECORDS
    named = {row[column][0] for row in data.rows if row[column]}
    return any(ENTITIES[entity].sort is not Sort.LIST for entity in named if entity in ENTITIES)


def _labels(view: View, name: str) -> list[str]:
    w, chosen = view.words, view.selection
    if name == "periode" and chosen.periode:
        return [w.years(*chosen.periode)]
    if name == "sok":
        return [f"«{chosen.sok}»"]
    return [label_of(view, name, code) for code in getattr(chosen, name)]
