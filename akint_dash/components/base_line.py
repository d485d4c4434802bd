"""The small line over a figure: the part of the selection that narrows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.view import View
from akint_dash.domain.schema import ENTITIES, Sort
from akint_dash.domain.selection import RINGS
from akint_dash.domain.table import Cell, Table
from akint_dash.text.bases import narrowing

ENTITY_OF: Final = {"omrade": "area", "virkemiddel": "instrument", "program": "programme", "tema": "theme"}
_SUMS: Final = frozenset({Cell.COUNT, Cell.DECIMAL, Cell.SHARE, Cell.ORE})
_RECORDS: Final = frozenset({Cell.CODE, Cell.AMOUNT, Cell.DATE})
"""A row with one of these is of a record: it is there, whatever it counts."""


def pattern(view: View) -> str:
    """The page's address as its pages are known by: ``/omrader/<kode>`` for any area."""
    names = {value: f"<{name}>" for name, value in view.parts.items()}
    return "/".join(names.get(part, part) for part in view.path.split("/"))


def base_line(view: View, key: str) -> Component | None:
    """What the figure is narrowed to, in words; None where nothing is chosen that can touch it."""
    labels = [label for name in narrowing(view.selection, pattern(view), key) for label in _labels(view, name)]
    return html.P(view.words("Utvalg: {chosen}", chosen=" · ".join(labels)), className="base") if labels else None


def is_emptied(view: View, key: str, data: Table) -> bool:
    """Whether the chosen filters leave nothing of a figure: no row, or no row of a record and nothing but zeros."""
    if not narrowing(view.selection, pattern(view), key):
        return False
    named = [i for i, heading in enumerate(data.headings) if _is_record(heading.cell, data, i)]
    counted = [i for i, heading in enumerate(data.headings) if heading.cell in _SUMS]
    if data.rows and (named or not counted):
        return False
    return not any(row[i] for row in data.rows for i in counted)


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
    codes: tuple[str, ...] = getattr(chosen, name)
    words: Mapping[str, Any] = {
        "status": lambda code: w.choice("status", code),
        "ring": lambda code: w.choice("ring", RINGS[code]),
    }
    return [words[name](code) if name in words else view.name(ENTITY_OF[name], code) for code in codes]
