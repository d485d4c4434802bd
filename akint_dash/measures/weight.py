"""The weight of the four instruments: by year, month and area (S10, S11, S15, S18, S20, S23).

By number and hours it is made of involvements; by kroner of what the areas have set aside for each instrument
(``budget``), for only projects have a budget of their own.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.frame import frame
from akint_dash.measures.parts import by_area
from akint_dash.measures.scope import Mask, Scope
from akint_dash.store.involvement import INSTRUMENTS, days

YEAR: Final = Heading("year", Cell.YEAR, "År")
INSTRUMENT: Final = Heading("instrument", Cell.NAME, "Virkemiddel")
AREA: Final = Heading("area", Cell.NAME, "Rådsområde")
SHARE: Final = Heading("share", Cell.SHARE, "Andel")
_UNITS: Final = {
    "antall": Heading("n", Cell.COUNT, "Antall"),
    "timer": Heading("hours", Cell.DECIMAL, "Timer"),
    "kroner": Heading("ore", Cell.ORE, "Kroner"),
}


def _rows(scope: Scope) -> Mask:
    """The rows that count: one a record; for hours every area's, for each carries its own part."""
    return scope.responsible_any_year if scope.selection.vekt == "antall" else scope.mask_any_year


def _values(scope: Scope, mask: Mask) -> npt.NDArray[Any]:
    """What each row of :func:`_rows` weighs: 1 or its hours, by the selection's weight."""
    if scope.selection.vekt == "timer":
        return scope.facts.hours[mask]
    return np.ones(int(mask.sum()), dtype=np.int64)


def _sum(scope: Scope, mask: Mask, index: npt.NDArray[Any], size: int) -> list[Any]:
    """Sums by a small integer code; whole numbers stay whole."""
    values = _values(scope, mask)
    if values.dtype == np.float64:
        return [float(v) for v in np.bincount(index, weights=values, minlength=size)]
    sums = np.zeros(size, dtype=np.int64)
    np.add.at(sums, index, values)
    return [int(v) for v in sums]


def _set_aside(scope: Scope, year: int) -> Counter[tuple[str, str]]:
    """(area, instrument) -> øre set aside for a year, the chosen areas' parts: no other filter touches a budget."""
    found: Counter[tuple[str, str]] = Counter()
    whole = scope.of_areas().narrowed(virkemiddel=scope.selection.virkemiddel)
    for values in whole.paying("budget").values():
        if int(str(values["year"])) == year and "planned_nok" in values:
            for area, ore in by_area(values, int(str(values["planned_nok"])), scope.selection.omrade):
                found[area, str(values["instrument"])] += ore
    return found


def by_instrument_year(scope: Scope) -> Table:
    """One row per year of the period that the data reach, and instrument: value and share of the year's sum.

    Columns: year, instrument ("instrument", code), n | hours | ore, share (None in a year without any).
    """
    facts, mask = scope.facts, _rows(scope)
    rows: list[tuple[Any, ...]] = []
    for year in frame(scope).years:
        if scope.selection.vekt == "kroner":
            money = _set_aside(scope, year)
            sums = [sum(ore for (_, code), ore in money.items() if code == one) for one in INSTRUMENTS]
        else:
            some = mask & (facts.year == year)
            sums = _sum(scope, some, facts.instrument[some], len(INSTRUMENTS))
        total = sum(sums)
        for code, value in zip(INSTRUMENTS, sums, strict=True):
            rows.append((year, ("instrument", code), value, value / total if total else None))
    return table((YEAR, INSTRUMENT, _UNITS[scope.selection.vekt], SHARE), rows)


def by_month(scope: Scope) -> Table:
    """One row per month of the period: how many involvements began. Columns: year, month, n.

    Months after the data's own are None, unless something in them is recorded: not known yet, never 0.
    """
    facts, mask = scope.facts, scope.responsible_any_year
    first, last = scope.period
    rows: list[tuple[Any, ...]] = []
    starts = [f"{y}-{m:02d}-01" for y in range(first, last + 1) for m in range(1, 13)]
    edges = np.array([days(day) for day in [*starts, f"{last + 1}-01-01"]])
    held = facts.day[mask]
    counts, _ = np.histogram(held[held < edges[-1]], bins=edges)
    now, known = scope.today.isoformat()[:7], frame(scope).data_day.isoformat()[:7]
    for start, count in zip(starts, counts, strict=True):
        rows.append((int(start[:4]), int(start[5:7]), int(count) if start[:7] <= (now if count else known) else None))
    month = Heading("month", Cell.COUNT, "Måned")
    return table((YEAR, month, _UNITS["antall"]), rows)


def by_area_instrument(scope: Scope, year: int) -> Table:
    """One row per council area of the year: a column for each instrument, the total and the share of all.

    Columns: area, PRO, POL, KOM, BIL, total, share. An area that registered nothing at all has None in all (a hole, not
    0), whatever is selected; one with nothing inside the selection only has 0. Records count for their responsible
    area; money goes to each area its recorded share.
    """
    facts = scope.facts
    of_year = (facts.year == year) & (facts.area >= 0)
    registered_any = set(facts.area[scope.county().responsible_any_year & of_year])
    if scope.selection.vekt == "kroner":
        money = _set_aside(scope, year)
        sums: list[Any] = [money[area, code] for area in facts.areas for code in INSTRUMENTS]
    else:
        mask = _rows(scope) & of_year
        cell = facts.area[mask].astype(np.int64) * len(INSTRUMENTS) + facts.instrument[mask]
        sums = _sum(scope, mask, cell, len(facts.areas) * len(INSTRUMENTS))
    total = sum(sums)
    rows: list[tuple[Any, ...]] = []
    for index, code in enumerate(facts.areas):
        values = sums[index * 4 : index * 4 + 4]
        shown = _shown_empty(scope, code, year)
        if sum(values) or (index in registered_any and shown):
            rows.append((("area", code), *values, sum(values), sum(values) / total if total else None))
        elif shown:
            rows.append((("area", code), None, None, None, None, None, None))
    rows.sort(key=lambda row: (row[5] is None, -(row[5] or 0)))
    unit = _UNITS[scope.selection.vekt]
    named = [Heading(code, unit.cell, code) for code in INSTRUMENTS]
    return table((AREA, *named, Heading("total", unit.cell, "I alt"), SHARE), rows)


def _shown_empty(scope: Scope, code: str, year: int) -> bool:
    """An area without any stands in the matrix when it exists that year and is not filtered away."""
    values = scope.portfolio.get("area", code)
    first, last = values.get("valid_from"), values.get("valid_to")
    exists = (first is None or int(str(first)) <= year) and (last is None or year <= int(str(last)))
    chosen = scope.selection.omrade
    return exists and (not chosen or code in chosen)


def county_row(scope: Scope, year: int) -> dict[str, Any]:
    """The whole county's year: each instrument and the total, whatever else is selected than period, day and weight."""
    data = by_area_instrument(scope.county(), year)
    return {name: data.total(name) for name in (*INSTRUMENTS, "total")}


def statements(scope: Scope, year: int) -> dict[tuple[str, str], str]:
    """(area, instrument) -> code of the area's own statement that the instrument is not relevant that year."""
    found = {}
    for code, values in scope.portfolio.records("area_statement").items():
        until = str(values.get("until", "9999"))
        if str(values["date"])[:4] <= str(year) <= until[:4]:
            found[str(values["area"]), str(values["instrument"])] = code
    return found


def registered(scope: Scope) -> int:
    """How many involvements lie inside the selection."""
    return int(scope.responsible.sum())


def by_area_of_instrument(scope: Scope, instrument: str, year: int) -> dict[str, int]:
    """area -> involvements of one instrument in a year, the responsible area counted."""
    facts = scope.facts
    mask = scope.responsible_any_year & (facts.year == year) & (facts.instrument == INSTRUMENTS.index(instrument))
    counts = np.bincount(facts.area[mask & (facts.area >= 0)], minlength=len(facts.areas))
    return {code: int(counts[i]) for i, code in enumerate(facts.areas) if counts[i]}
