"""Norden, Europe, Ukraine and the rest over time: where our activity is (S4). The ring is the partner's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.facts import unheard, untold
from akint_dash.measures.frame import frame
from akint_dash.measures.same_days import until
from akint_dash.measures.scope import Scope
from akint_dash.measures.weight import weight_of
from akint_dash.store.involvement import RINGS

UNITS: Final = {
    "antall": Heading("n", Cell.COUNT, "Antall"),
    "timer": Heading("hours", Cell.DECIMAL, "Timer"),
    "kroner": Heading("ore", Cell.ORE, "Kroner"),
}


@dataclass(frozen=True, slots=True)
class Rings:
    """``table``: one row per year that the data reach and ring (see :func:`rings`).

    Of the involvements of these years: ``placed`` are tied to a region, ``near`` of them to Norden, Europe or Ukraine,
    ``total`` all, ``records`` by ring; ``norden`` and ``norden_before``: of the frame's year to the day the data reach
    and of the year before to the same, of ``placed_now`` and ``placed_before`` (the year, and nothing before it, where
    nothing is compared). ``silent``: the chosen areas, or all, have registered nothing of the year shown,
    ``untold``: of any of these years.
    """

    table: Table
    total: int
    placed: int
    near: int
    records: Mapping[str, int]
    norden: int
    norden_before: int
    placed_now: int
    placed_before: int
    silent: bool = False
    untold: bool = False


def rings(scope: Scope) -> Rings:
    """Where the involvements of the period's years lie.

    Columns of the table: year, ring ("ring", code), n | hours | ore by the selection's weight. An involvement with
    partners in two rings counts in both. Counts are one a record; money and hours are each area's own part of what is
    known, None where nothing is of some, and of a year of which the chosen areas have registered nothing.
    """
    facts = scope.facts
    shown = frame(scope)
    weight = scope.selection.vekt
    mask = scope.responsible_any_year if weight == "antall" else scope.mask_any_year
    rows: list[tuple[Any, ...]] = []
    silent = unheard(scope)
    for year in shown.years:
        for index, ring in enumerate(RINGS):
            some = mask & (facts.year == year) & ((facts.ring_bits & (1 << index)) != 0)
            known = year not in silent or bool(some.any())  # a part of an initiative of another area is known
            rows.append((year, ("ring", ring), weight_of(scope, some) if known else None))
    headings = (Heading("year", Cell.YEAR, "År"), Heading("ring", Cell.CHOICE, "Område"), UNITS[weight])
    once = scope.responsible_any_year & np.isin(facts.year, shown.years)
    compared = until(scope, shown)
    nothing = np.zeros(len(facts.year), dtype=bool)
    now, before = compared or (once & (facts.year == shown.year), nothing)
    return Rings(
        table(headings, rows),
        total=int(once.sum()),
        placed=int((once & (facts.ring_bits != 0)).sum()),
        near=int((once & ((facts.ring_bits & 0b111) != 0)).sum()),
        records={ring: int((once & ((facts.ring_bits & (1 << index)) != 0)).sum()) for index, ring in enumerate(RINGS)},
        norden=int((now & ((facts.ring_bits & 1) != 0)).sum()),
        norden_before=int((before & ((facts.ring_bits & 1) != 0)).sum()),
        placed_now=int((now & (facts.ring_bits != 0)).sum()),
        placed_before=int((before & (facts.ring_bits != 0)).sum()),
        silent=shown.year in silent,
        untold=untold(scope),
    )


def by_ring(found: Rings) -> dict[str, float]:
    """ring -> the sum of what is known in the table's years."""
    sums: dict[str, float] = dict.fromkeys(RINGS, 0)
    for row in found.table.rows:
        sums[row[1][1]] += row[2] or 0
    return {ring: float(np.round(value, 6)) if isinstance(value, float) else value for ring, value in sums.items()}
