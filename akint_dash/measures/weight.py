"""The weight of the four instruments: by year, month and area (S10, S11, S15, S18, S20, S23).

By number and hours it is made of involvements; by kroner of what the areas have set aside for each instrument
(``budget``), for only projects have a budget of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from akint_dash.domain.history import Values
from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.facts import silent
from akint_dash.measures.frame import frame
from akint_dash.measures.months import months_of
from akint_dash.measures.parts import by_area
from akint_dash.measures.scope import Mask, Scope
from akint_dash.store.involvement import INSTRUMENTS, KNOWN, NONE, PARTLY, UNKNOWN

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
    """What each row of :func:`_rows` weighs: 1, its hours or a project's own budget, by the selection's weight."""
    if scope.selection.vekt == "timer":
        return scope.facts.hours[mask]
    if scope.selection.vekt == "kroner":
        return scope.facts.amount_ore[mask]
    return np.ones(int(mask.sum()), dtype=np.int64)


def _of(scope: Scope) -> npt.NDArray[np.int8] | None:
    """What is known of each row's weight, NONE to UNKNOWN; None by number: a record is always one."""
    facts, weight = scope.facts, scope.selection.vekt
    if weight == "antall":
        return None
    return np.where(facts.percent > 0, facts.of_hours if weight == "timer" else facts.of_amount, np.int8(NONE))


def _sum(scope: Scope, mask: Mask, index: npt.NDArray[Any], size: int) -> list[Any]:
    """Sums of what is known by a small integer code; whole numbers stay whole. None where nothing is known of some."""
    values, of = _values(scope, mask), _of(scope)
    if values.dtype == np.float64:
        sums = np.bincount(index, weights=values, minlength=size)
    else:
        sums = np.zeros(size, dtype=np.int64)
        np.add.at(sums, index, values)
    found: list[Any] = sums.tolist()
    if of is None:
        return found
    lacking, known = (np.bincount(index[some], minlength=size) for some in (of[mask] == UNKNOWN, _is_known(of[mask])))
    return [None if n and not k else value for value, n, k in zip(found, lacking, known, strict=True)]


def _is_known(of: npt.NDArray[np.int8]) -> Mask:
    known: Mask = (of == KNOWN) | (of == PARTLY)
    return known


def weight_of(scope: Scope, mask: Mask) -> Any:
    """What some rows weigh together by the weight chosen, as far as known; None where nothing is of some."""
    return _sum(scope, mask, np.zeros(int(mask.sum()), dtype=np.int64), 1)[0]


def known_total(values: Iterable[Any]) -> Any:
    """The sum of what is known; None where nothing is of some."""
    every = list(values)
    known = sum(value for value in every if value is not None)
    return known if known or None not in every else None


@dataclass(frozen=True, slots=True)
class Unweighed:
    """Of ``of`` records with something to weigh, ``n`` lack it, wholly or in part.

    ``what`` is hours (of involvements), means (set aside for an instrument) or budgets (of projects); "" by number.
    ``years`` are those it is of. ``without``: records that count beside them and have nothing of the kind to know.
    ``shared``: of the ``of``, those that another area is responsible for, of which only a part is counted.
    """

    what: str
    n: int
    of: int
    years: tuple[int, ...] = field(default=(), compare=False)
    without: int = field(default=0, compare=False)
    shared: int = field(default=0, compare=False)


def unweighed(scope: Scope, years: Collection[int] | None = None) -> Unweighed:
    """What the weight chosen does not know of some years (those shown, where none are named)."""
    if scope.selection.vekt == "antall":
        return Unweighed("", 0, 0)
    some = list(frame(scope).years if years is None else years)
    if scope.selection.vekt == "kroner":
        means = [values for year in some for values in _budgets(scope, year)]
        absent = sum(len(absent_means(scope, year)) for year in some)
        return Unweighed("means", sum("planned_nok" not in v for v in means) + absent, len(means) + absent, tuple(some))
    return unweighed_records(scope, some)


def unweighed_records(scope: Scope, years: Collection[int] | None = None, *, placed: bool = False) -> Unweighed:
    """What of involvements themselves is not known: hours, or by kroner the projects' own budgets.

    ``placed``: of those tied to a region alone.
    """
    of = _of(scope)
    if of is None:
        return Unweighed("", 0, 0)
    asked = tuple(frame(scope).years if years is None else years)
    within = np.isin(scope.facts.year, asked) & ((scope.facts.ring_bits != 0) | (not placed))
    some = _rows(scope) & within & (of != NONE)
    lacks = some & ((of == PARTLY) | (of == UNKNOWN))
    n, every = (len(np.unique(scope.facts.record[mask])) for mask in (lacks, some))
    own, counted = scope.facts.record[scope.responsible_any_year & within], scope.facts.record[some]
    without, shared = len(np.setdiff1d(own, counted)), len(np.setdiff1d(counted, own))
    return Unweighed("hours" if scope.selection.vekt == "timer" else "budgets", n, every, asked, without, shared)


def _budgets(scope: Scope, year: int) -> list[Values]:
    """The year's means with a part on the chosen areas: no other filter but the instrument's touches them."""
    return list(_budget_records(scope, year).values())


def _budget_records(scope: Scope, year: int) -> dict[str, Values]:
    whole = scope.of_areas().narrowed(virkemiddel=scope.selection.virkemiddel)
    return {code: values for code, values in whole.paying("budget").items() if int(str(values["year"])) == year}


def _set_aside(scope: Scope, year: int) -> dict[tuple[str, str], int | None]:
    """(area, instrument) -> øre set aside for a year, the chosen areas' parts; None where no amount is recorded."""
    found: dict[tuple[str, str], int | None] = dict.fromkeys(absent_means(scope, year))
    for values in _budgets(scope, year):
        amount = int(str(values.get("planned_nok", 0)))
        for area, ore in by_area(values, amount, scope.selection.omrade):
            key = area, str(values["instrument"])
            found[key] = (found.get(key) or 0) + ore if "planned_nok" in values else found.get(key)
    return found


def absent_means(scope: Scope, year: int) -> list[tuple[str, str]]:
    """(area, instrument) of the selection for which no means are recorded of a year that the data reach.

    They are missing and not 0, unless the area did not exist or has said that the instrument is not relevant.
    """
    if year > frame(scope, "budget").data_day.year:
        return []
    chosen, said = scope.selection.omrade, statements(scope, year)
    held = {(area, values["instrument"]) for values in _budgets(scope, year) for area, _ in by_area(values, 0, chosen)}
    return [
        (area, instrument)
        for area in scope.portfolio.records("area")
        for instrument in scope.selection.virkemiddel or INSTRUMENTS
        if _shown_empty(scope, area, year) and (area, instrument) not in held and (area, instrument) not in said
    ]


def lacking_means(scope: Scope, year: int) -> set[tuple[str, str]]:
    """(area, instrument) of the selection whose means of a year are not recorded, or have no amount set aside."""
    return set(_each_lacking(scope, year))


def _each_lacking(scope: Scope, year: int) -> Iterator[tuple[str, str]]:
    """As :func:`lacking_means`, each of the means by itself: two of one area and instrument are two."""
    for values in _budgets(scope, year):
        if "planned_nok" not in values:
            for area, _ in by_area(values, 0, scope.selection.omrade):
                yield area, str(values["instrument"])
    yield from absent_means(scope, year)


def by_instrument_year(scope: Scope) -> Table:
    """One row per year of the period that the data reach, and instrument: value and share of the year's sum.

    Columns: year, instrument ("instrument", code), n | hours | ore, share (None in a year without any). Hours and øre
    are what is known, None where nothing is of some (:func:`unweighed`): the year has no shares then.
    """
    facts, mask = scope.facts, _rows(scope)
    rows: list[tuple[Any, ...]] = []
    for year in frame(scope).years:
        if scope.selection.vekt == "kroner":
            money = _set_aside(scope, year)
            sums = [known_total(ore for (_, code), ore in money.items() if code == one) for one in INSTRUMENTS]
        else:
            some = mask & (facts.year == year)
            sums = _sum(scope, some, facts.instrument[some], len(INSTRUMENTS))
        total = None if None in sums else sum(sums)
        for code, value in zip(INSTRUMENTS, sums, strict=True):
            rows.append((year, ("instrument", code), value, _share(value, total)))
    return table((YEAR, INSTRUMENT, _UNITS[scope.selection.vekt], SHARE), rows)


def set_aside_by_area(scope: Scope, instrument: str, year: int) -> dict[str, int]:
    """area -> øre set aside for an instrument in a year, of those that have set aside any that is known."""
    return {area: ore for (area, code), ore in _set_aside(scope, year).items() if code == instrument and ore}


def _share(value: Any, total: Any) -> float | None:
    return value / total if total and value is not None else None


def by_month(scope: Scope) -> Table:
    """One row per month of the period: how many involvements began. Columns: year, month, n.

    Months after the data's own are None, unless something in them is recorded: not known yet, never 0. So are those of
    a year of which nothing at all is registered.
    """
    facts, mask = scope.facts, scope.responsible_any_year
    first, last = scope.period
    rows: list[tuple[Any, ...]] = []
    held = dict(zip(*np.unique(np.datetime_as_string(months_of(facts.day[mask])), return_counts=True), strict=True))
    now, known = scope.today.isoformat()[:7], frame(scope).data_day.isoformat()[:7]
    unheard = {y for y in range(first, last + 1) if silent(scope, y)}
    for month in (f"{y}-{m:02d}" for y in range(first, last + 1) for m in range(1, 13)):
        count = int(held.get(month, 0))
        told = month <= (now if count else known) and int(month[:4]) not in unheard
        rows.append((int(month[:4]), int(month[5:7]), count if told else None))
    return table((YEAR, Heading("month", Cell.COUNT, "Måned"), _UNITS["antall"]), rows)


def by_area_instrument(scope: Scope, year: int) -> Table:
    """One row per council area of the year: a column for each instrument, the total and the share of all.

    Columns: area, PRO, POL, KOM, BIL, total, share. An area that registered nothing at all has None in all (a hole, not
    0), whatever is selected; one with nothing inside the selection only has 0. Records count for their responsible
    area; money goes to each area its recorded share. By hours or kroner the last column, lacking, counts records of the
    area without (None for an area that registered nothing; by kroner the means it should have): what a sum lacks, and
    why it is None. By kroner an area that lacks any has no share.
    """
    facts, by_money = scope.facts, scope.selection.vekt == "kroner"
    of_year = (facts.year == year) & (facts.area >= 0)
    registered_any = set(facts.area[scope.county().responsible_any_year & of_year])
    funded = {str(v["area"]) for v in _budgets(scope, year)} if by_money else set(facts.areas)
    if by_money:
        money = _set_aside(scope, year)
        sums: list[Any] = [money.get((area, code), 0) for area in facts.areas for code in INSTRUMENTS]
    else:
        mask = _rows(scope) & of_year
        cell = facts.area[mask].astype(np.int64) * len(INSTRUMENTS) + facts.instrument[mask]
        sums = _sum(scope, mask, cell, len(facts.areas) * len(INSTRUMENTS))
    total, lacking = known_total(sums), _lacking_by_area(scope, year)
    rows: list[tuple[Any, ...]] = []
    for index, code in enumerate(facts.areas):
        values = sums[index * 4 : index * 4 + 4]
        shown, own, begun = _shown_empty(scope, code, year), known_total(values), index in registered_any
        if own or (own is None and (begun or code in funded)) or (begun and shown):
            share = None if by_money and lacking and lacking[index] else _share(own, total)
            rows.append((("area", code), *values, own, share, *_each(lacking, index)))
        elif shown:
            absent = lacking[index] or None if by_money and lacking else None  # each of its means is missing
            rows.append((("area", code), *[None] * 6, *([] if lacking is None else [absent])))
    rows.sort(key=lambda row: (row[5] is None, -(row[5] or 0)))
    unit = _UNITS[scope.selection.vekt]
    named = [Heading(code, unit.cell, code) for code in INSTRUMENTS]
    last = [] if lacking is None else [_LACKING[scope.selection.vekt]]
    return table((AREA, *named, Heading("total", unit.cell, "I alt"), SHARE, *last), rows)


_LACKING: Final = {
    "timer": Heading("lacking", Cell.COUNT, "Mangler timer"),
    "kroner": Heading("lacking", Cell.COUNT, "Mangler avsatte kroner"),
}


def _lacking_by_area(scope: Scope, year: int) -> list[int] | None:
    """How many of each area's records lack what they weigh, wholly or in part; None by number."""
    of, facts = _of(scope), scope.facts
    if of is None:
        return None
    if scope.selection.vekt == "kroner":
        found = Counter(area for area, _ in _each_lacking(scope, year))
        return [found[area] for area in facts.areas]
    lacks = _rows(scope) & (facts.year == year) & (facts.area >= 0) & ((of == PARTLY) | (of == UNKNOWN))
    counts: list[int] = np.bincount(facts.area[lacks], minlength=len(facts.areas)).tolist()
    return counts


def means_lacking(scope: Scope, year: int, area: str) -> list[str]:
    """The means of an area in a year without an amount set aside; what is not recorded at all has no code."""
    return [
        code
        for code, v in _budget_records(scope, year).items()
        if "planned_nok" not in v and area in dict(by_area(v, 0, scope.selection.omrade))
    ]


def _each(lacking: list[int] | None, index: int) -> list[int]:
    return [] if lacking is None else [lacking[index]]


def is_silent(row: Mapping[str, Any]) -> bool:
    """Whether a row of :func:`by_area_instrument` is of an area that registered nothing (not one without hours)."""
    return row["total"] is None and row.get("lacking") is None


def _shown_empty(scope: Scope, code: str, year: int) -> bool:
    """An area without any stands in the matrix when it exists that year and is not filtered away."""
    values = scope.portfolio.get("area", code)
    first, last = values.get("valid_from"), values.get("valid_to")
    exists = (first is None or int(str(first)) <= year) and (last is None or year <= int(str(last)))
    chosen = scope.selection.omrade
    return exists and (not chosen or code in chosen)


def beside_county(scope: Scope) -> Scope:
    """The whole county of the same months too: what a selection's own numbers of a time are held against."""
    return scope.county().narrowed(maned=scope.selection.maned)


def county_row(scope: Scope, year: int) -> dict[str, Any]:
    """The whole county's year, or its months chosen: each instrument and the total, whatever else is selected than
    time, day and weight."""
    data = by_area_instrument(beside_county(scope), year)
    rows = [row for row in data.dicts() if not is_silent(row)]
    return {name: known_total(row[name] for row in rows) for name in (*INSTRUMENTS, "total")}


def short_of(scope: Scope, year: int) -> frozenset[str]:
    """The columns of :func:`by_area_instrument` whose sum is of what is known only: the instruments, and total."""
    some = {code for code in INSTRUMENTS if unweighed(scope.narrowed(virkemiddel=(code,)), (year,)).n}
    chosen = set(scope.selection.virkemiddel or INSTRUMENTS)
    return frozenset((some & chosen) | ({"total"} if some & chosen else set()))


def statements(scope: Scope, year: int) -> dict[tuple[str, str], str]:
    """(area, instrument) -> code of the area's own statement that the instrument is not relevant that year."""
    found = {}
    for code, values in scope.portfolio.records("area_statement").items():
        until = str(values.get("until", "9999"))
        if str(values["date"])[:4] <= str(year) <= until[:4]:
            found[str(values["area"]), str(values["instrument"])] = code
    return found


def not_relevant(scope: Scope, year: int) -> frozenset[str]:
    """The instruments that every chosen area has stated are not relevant that year, and of which none is recorded."""
    said, facts = statements(scope, year), scope.facts
    used = set(facts.instrument[scope.responsible_any_year & (facts.year == year)].tolist())
    return frozenset(
        code
        for index, code in enumerate(INSTRUMENTS)
        if scope.selection.omrade and index not in used and all((area, code) in said for area in scope.selection.omrade)
    )


def registered(scope: Scope) -> int:
    """How many involvements lie inside the selection."""
    return int(scope.responsible.sum())


def by_area_of_instrument(scope: Scope, instrument: str, year: int) -> dict[str, int]:
    """area -> involvements of one instrument in a year, the responsible area counted."""
    facts = scope.facts
    mask = scope.responsible_any_year & (facts.year == year) & (facts.instrument == INSTRUMENTS.index(instrument))
    counts = np.bincount(facts.area[mask & (facts.area >= 0)], minlength=len(facts.areas))
    return {code: int(counts[i]) for i, code in enumerate(facts.areas) if counts[i]}
