"""Where the numbers of council areas lead: their initiatives, hours or kroner of a year, and the areas themselves."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from akint_dash.components.numbers import Cells, Numbers
from akint_dash.components.view import View
from akint_dash.components.ways import to_these
from akint_dash.components.weighed import weight_mark, weight_total
from akint_dash.domain.table import Table
from akint_dash.figures.marks import Mark
from akint_dash.measures.weight import means_lacking
from akint_dash.store.involvement import INSTRUMENTS


def area_numbers(view: View, data: Table, year: int) -> Numbers:
    """The year's initiatives, hours or kroner, the areas that have any and all of them; each area's own."""
    w, rows = view.words, list(data.dicts())
    sums = [row["total"] for row in rows if row["total"] is not None]
    own = weight_total(view, w("Alle rådsområder"), year, sum(sums) if sums else None)
    every = these_areas(view, w("Rådsområder"), [row["area"][1] for row in rows], "omrader")
    begun = with_any(view, [row["area"][1] for row in rows if row["total"]], "omrader")
    return Numbers([own, begun, every], cells=area_cells(view, year))


def with_any(view: View, codes: Collection[str], key: str) -> Mark:
    """The areas that have any initiative."""
    return these_areas(view, view.words("Rådsområder med tiltak"), codes, key)


def these_areas(view: View, name: str, codes: Collection[str], key: str) -> Mark:
    """How many areas, called ``name``, and which."""
    return to_these(view, f"{name}: {view.words.number(len(codes))}", "area", codes, key)


def area_cells(view: View, year: int) -> Cells:
    """The numbers of a row of an area: of each instrument, in all, and what lacks an amount."""

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark | None:
        of = replace(view.selection, omrade=(row["area"][1],))
        if name == "lacking" and view.selection.vekt == "kroner":
            codes = means_lacking(view.scope, year, row["area"][1])
            return to_these(view, "", "budget", codes, "omrader") if len(codes) == row[name] else None
        if name in INSTRUMENTS:
            return weight_mark(view, "", year, name, row[name], None, selection=of)
        return weight_total(view, "", year, row["total"], selection=of) if name in ("total", "lacking") else None

    return cell
