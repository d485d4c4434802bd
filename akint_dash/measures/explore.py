"""Explore: a measure by one or two dimensions, and the very records behind each of its numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, Table, table
from akint_dash.measures.explore_kept import kept
from akint_dash.measures.explore_questions import COUNTED, DIMENSIONS, MEASURES, TIME, Inquiry
from akint_dash.measures.explore_rows import WeighedRows, rows
from akint_dash.measures.months import months_of
from akint_dash.measures.places import municipalities_of, tied_regions
from akint_dash.measures.scope import Scope
from akint_dash.store.involvement import INSTRUMENTS, KNOWN, UNKNOWN

MISSING: Final = "mangler"
"""The value of a dimension that a record could have and has not told."""
OUTSIDE: Final = "gjelder-ikke"
"""The value of a dimension that a record of its kind cannot have: an EU dossier lies in no country."""

Point = tuple[str | None, ...]
"""A value for each dimension asked for; None where the number is of all of them."""
Group = tuple[tuple[str, ...] | None, ...]
"""Some values of each dimension asked for (None: all): the numbers of every pair of them."""
Chosen = tuple[Group, ...]
"""Numbers chosen together."""


def group_of(point: Point) -> Group:
    """A point as a group of one."""
    return tuple(None if value is None else (value,) for value in point)


@dataclass(frozen=True, slots=True)
class Number:
    """One number: ``value`` None is missing (never 0); ``records`` are behind it, of which ``lacking`` do not tell all
    that they should: it is then at least ``value``."""

    value: Any
    records: int
    lacking: int


@dataclass(frozen=True, slots=True)
class Reply:
    """The numbers of a question.

    ``cells`` holds a number for each pair (or single value) that any record stands under. ``firsts`` and ``thens`` are
    the numbers of each value alone, ``whole`` of all, each record once. ``doubled`` counts the records that stand under
    more than one value of a dimension that does not divide them: where there are such, the cells make no sum.
    """

    asked: Inquiry
    cells: Mapping[tuple[str, ...], Number]
    firsts: Mapping[str, Number]
    thens: Mapping[str, Number]
    whole: Number
    doubled: int

    def of(self, point: Point) -> Number | None:
        """The number of a point; None where no record stands there."""
        first, then = (*point, None)[:2]
        if first is None:
            return self.whole if then is None else self.thens.get(then)
        return self.firsts.get(first) if then is None else self.cells.get((first, then))


class Laid:
    """The rows of a measure, laid out under the values of its dimensions."""

    def __init__(self, scope: Scope, asked: Inquiry) -> None:
        self.scope, self.asked = scope, asked
        self.rows: WeighedRows = rows(scope, asked.measure, begun=asked.begun)
        count = len(self.rows.record)
        self.at: npt.NDArray[np.int64] = np.arange(count)
        self.codes: list[npt.NDArray[np.int64]] = []
        self.names: list[Sequence[str]] = []
        for name in asked.dimensions:
            self._lay(name)

    def _lay(self, name: str) -> None:
        """One more dimension: each row once for each value that it has."""
        starts, counts, codes, names = _values(self.scope, self.rows, name)
        here = counts[self.at]
        again = np.repeat(np.arange(len(self.at)), here)
        offset = np.arange(len(again)) - np.repeat(np.cumsum(here) - here, here)
        found = codes[starts[self.at][again] + offset]
        self.at, self.codes = self.at[again], [one[again] for one in self.codes]
        self.codes.append(found)
        self.names.append(names)

    def chosen(self, some: Chosen) -> npt.NDArray[np.int64]:
        """The rows behind numbers chosen together, each once."""
        mask = np.zeros(len(self.at), dtype=bool)
        for group in some:
            mask |= self._inside(group)
        return np.unique(self.at[mask])

    def _inside(self, group: Group) -> npt.NDArray[np.bool_]:
        inside = np.ones(len(self.at), dtype=bool)
        for values, codes, names in zip(group, self.codes, self.names, strict=False):
            if values is not None:
                inside &= np.array([name in values for name in names] or [False])[codes]
        return inside

    def grouped(self, which: Sequence[int]) -> dict[tuple[str, ...], Number]:
        """The number of each value (or pair) of some of the dimensions."""
        if not len(self.at):
            return {}
        cell = np.zeros(len(self.at), dtype=np.int64)
        for at in which:
            cell = cell * len(self.names[at]) + self.codes[at]
        # a row that stands under a value twice, by another dimension, counts once
        cell, at_once = np.divmod(np.unique(cell * len(self.rows.record) + self.at), len(self.rows.record))
        cells, where = np.unique(cell, return_inverse=True)
        found = numbers(self.rows, at_once, where, len(cells), adds=MEASURES[self.asked.measure].adds)
        return {self._key(int(one), which): number for one, number in zip(cells, found, strict=True)}

    def _key(self, cell: int, which: Sequence[int]) -> tuple[str, ...]:
        key: list[str] = []
        for at in reversed(which):
            cell, code = divmod(cell, len(self.names[at]))
            key.append(self.names[at][code])
        return tuple(reversed(key))


def ask(scope: Scope, asked: Inquiry) -> Reply:
    """The numbers of a question that has a meaning (see ``explore_questions.possible``)."""
    return kept(scope, "answers", asked, lambda: _ask(scope, asked))


def _ask(scope: Scope, asked: Inquiry) -> Reply:
    laid = Laid(scope, asked)
    firsts = {key[0]: number for key, number in laid.grouped([0]).items()}
    thens = {key[0]: number for key, number in laid.grouped([1]).items()} if asked.then else {}
    cells = laid.grouped([0, 1]) if asked.then else {(key,): number for key, number in firsts.items()}
    every = np.arange(len(laid.rows.record))
    adds = MEASURES[asked.measure].adds
    whole = numbers(laid.rows, every, np.zeros(len(every), dtype=np.int64), 1, adds=adds)[0]
    often = np.bincount(laid.at, minlength=len(every))
    doubled = len(np.unique(laid.rows.record[np.flatnonzero(often > 1)]))
    return Reply(asked, _in_order(asked, cells), _in_order(asked, firsts), _in_order(asked, thens), whole, doubled)


def numbers(
    laid: WeighedRows, at: npt.NDArray[np.int64], where: npt.NDArray[np.int64], size: int, *, adds: bool
) -> list[Number]:
    """The number of each of ``size`` groups: ``where`` says which group each of the rows ``at`` is in."""
    value, known, record = laid.value[at], laid.known[at], laid.record[at].astype(np.int64)
    records = _distinct(where, record, size)
    some = known != KNOWN
    lacking = _distinct(where[some], record[some], size)
    told = known != UNKNOWN
    often = np.bincount(where[told], minlength=size)
    if adds:
        sums = np.zeros(size, dtype=value.dtype)
        np.add.at(sums, where[told], value[told])
        found: list[Any] = sums.tolist()
    else:
        order = np.argsort(where[told], kind="stable")
        parts = np.split(value[told][order], np.cumsum(often)[:-1])
        found = [float(np.median(part)) if len(part) else None for part in parts]
    return [
        Number(one if n or (adds and not count) else None, int(count), int(lacks))
        for one, n, count, lacks in zip(found, often, records, lacking, strict=True)
    ]


def _distinct(where: npt.NDArray[np.int64], record: npt.NDArray[np.int64], size: int) -> npt.NDArray[np.int64]:
    """How many records each group has."""
    many = int(record.max()) + 1 if len(record) else 1
    found: npt.NDArray[np.int64] = np.bincount(np.unique(where * many + record) // many, minlength=size)
    return found


def _in_order(asked: Inquiry, numbers: Mapping[Any, Number]) -> dict[Any, Number]:
    """Time from its beginning, all else the largest first; what is missing last, then what cannot have a value."""

    def place(item: tuple[Any, Number]) -> tuple[Any, ...]:
        key, number = item
        keys = key if isinstance(key, tuple) else (key,)
        last = max((OUTSIDE in keys) * 2, int(MISSING in keys))
        timed = len(keys) == 1 and all(len(one) in (4, 6, 7) and one[:4].isdigit() for one in keys)
        by_time = keys if timed and set(asked.dimensions) & set(TIME) else ()
        return last, by_time, number.value is None, -(number.value or 0), keys

    return dict(sorted(numbers.items(), key=place))


def every_step(some: Sequence[str], name: str) -> list[str]:
    """The years, quarters or months from the first to the last of some, those between too; what is missing left out."""
    told = [one for one in some if one not in (MISSING, OUTSIDE)]
    if not told:
        return []
    first, last = min(told), max(told)
    years = range(int(first[:4]), int(last[:4]) + 1)
    if name == "ar":
        return [str(year) for year in years]
    parts = [f"K{n}" for n in range(1, 5)] if name == "kvartal" else [f"-{n:02}" for n in range(1, 13)]
    return [step for year in years for part in parts if first <= (step := f"{year}{part}") <= last]


# -- the numbers as a table


def numbers_table(found: Reply) -> Table:
    """A row for each number that any record stands behind. Columns: the dimensions by their codes, value, then records
    (behind it; not where they are what is counted) and lacking (those that do not tell all; only where any do not).

    What is missing of a dimension is None, what its record cannot have a dash. A country, a quarter and a month are
    their codes: the page writes them in its language.
    """
    asked, measure = found.asked, MEASURES[found.asked.measure]
    counts, lacks = measure.code in COUNTED, found.whole.lacking > 0
    heads = [Heading(name, DIMENSIONS[name].cell, DIMENSIONS[name].said_as) for name in asked.dimensions]
    heads.append(Heading("value", measure.cell, measure.said_as))
    heads += [] if counts else [Heading("records", Cell.COUNT, "Registreringer bak tallet")]
    heads += [Heading("lacking", Cell.COUNT, "Mangler, helt eller delvis")] if lacks else []
    rows = []
    for key, number in found.cells.items():
        told = [cell_of(name, code) for name, code in zip(asked.dimensions, key, strict=True)]
        rows.append((*told, number.value, *([] if counts else [number.records]), *([number.lacking] if lacks else [])))
    return table(heads, rows)


def cell_of(name: str, code: str) -> Any:
    """The value of a dimension as a cell."""
    dimension = DIMENSIONS[name]
    if code in (MISSING, OUTSIDE):
        return None if code == MISSING else NOT_APPLICABLE
    if dimension.cell in (Cell.NAME, Cell.CHOICE):
        return dimension.named_in, code
    return int(code) if dimension.cell is Cell.YEAR else code


# -- the values of a dimension


_Values = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64], Sequence[str]]
"""Where each row's values begin, how many it has, their codes, and what each code is."""


def _values(scope: Scope, laid: WeighedRows, name: str) -> _Values:
    facts = scope.facts
    if name == "omrade":
        return _single(np.where(laid.area < 0, len(facts.areas), laid.area), (*facts.areas, MISSING))
    if name in TIME:
        return _times(laid.day, name)
    starts, counts, codes, names = _of_records(scope, name)
    return starts[laid.record], counts[laid.record], codes, names


def _single(codes: npt.NDArray[Any], names: Sequence[str]) -> _Values:
    return np.arange(len(codes)), np.ones(len(codes), dtype=np.int64), codes.astype(np.int64), names


def _times(day: npt.NDArray[np.int32], name: str) -> _Values:
    months, codes = np.unique(months_of(day), return_inverse=True)
    said = [MISSING if np.isnat(one) else _time(str(one), name) for one in months]
    names = list(dict.fromkeys(said))
    place = np.array([names.index(one) for one in said], dtype=np.int64)
    return _single(place[codes] if len(said) else codes, names)


def _time(month: str, name: str) -> str:
    if name == "ar":
        return month[:4]
    return month if name == "maned" else f"{month[:4]}K{(int(month[5:7]) + 2) // 3}"


def _of_records(scope: Scope, name: str) -> _Values:
    """The values of a dimension of every record of the fact table; a project's status is of the day looked at."""
    key = (name, scope.last_day("project_step") if name == "status" else "")
    return kept(scope, "values", key, lambda: _all_values(scope, name), of_all=True)


def _all_values(scope: Scope, name: str) -> _Values:
    index, codes, counts = dict[str, int](), list[int](), list[int]()
    carried = {entity: scope.portfolio.records(entity) for entity in DIMENSIONS[name].carried_by}
    instruments = _instruments(scope) if name == "virkemiddel" else {}
    for at, (entity, code) in enumerate(scope.facts.records):
        if name == "virkemiddel":
            found = [instruments[at]]
        elif entity not in carried:
            found = [OUTSIDE]
        else:
            found = _told(scope, name, entity, code, carried[entity][code]) or [MISSING]
            if len(found) > 1:
                found = sorted(set(found))
        for one in found:
            codes.append(index.setdefault(one, len(index)))
        counts.append(len(found))
    many = np.array(counts, dtype=np.int64)
    return np.cumsum(many) - many, many, np.array(codes, dtype=np.int64), tuple(index)


def _instruments(scope: Scope) -> dict[int, str]:
    facts = scope.facts
    return {int(r): INSTRUMENTS[i] for r, i in zip(facts.record, facts.instrument, strict=True)}


def _told(scope: Scope, name: str, entity: str, code: str, values: Mapping[str, Any]) -> list[str]:
    """What one record says of a dimension."""
    portfolio = scope.portfolio
    match name:
        case "program":
            return [str(values["programme"])] if "programme" in values else []
        case "status":
            return [steps[-1][1]] if (steps := scope.steps.get(code)) else []
        case "tema":
            return [str(one) for one, _ in values.get("themes", [])]
        case "maal":
            own = [str(values["goal"])] if "goal" in values else []
            return own + [str(one) for one, _ in values.get("goals", [])]
        case "kommune":
            return sorted(municipalities_of(portfolio, entity, code, values))
        case _:
            column = "ring" if name == "ring" else "country"
            regions = (portfolio.get("region", one) for one in tied_regions(portfolio, entity, code, values))
            return [str(region[column]) for region in regions if column in region]
