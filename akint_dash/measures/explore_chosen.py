"""The records behind numbers of Explore, each once: of one answer, or of two that stand beside each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from akint_dash.domain.collation import in_order
from akint_dash.domain.table import NOT_APPLICABLE
from akint_dash.measures.explore import Chosen, Laid, Number, Point, group_of, numbers
from akint_dash.measures.explore_kept import kept
from akint_dash.measures.explore_questions import MEASURES, Inquiry
from akint_dash.measures.scope import Scope
from akint_dash.store.involvement import KNOWN, UNKNOWN

Order = npt.NDArray[Any]
Names = Mapping[str, Callable[[str, str], str]]
"""A column -> (entity, code) -> words."""
VALUES: Final = ("verdi", "mot")
"""The columns that hold a record's part of the number: of the one side, and of the other."""
ORDERS: Final = ("navn", "type", "omrade", *VALUES)
"""What a list of records is ordered by."""


@dataclass(frozen=True, slots=True)
class Behind:
    """A record behind a number, with its own part of it (None: missing)."""

    entity: str
    code: str
    value: Any
    lacks: bool


@dataclass(frozen=True)
class Together:
    """What some numbers make together: ``number`` is of their records, each once however many of them it stands under.

    ``record`` are indices in the fact table's records, in order; ``value`` each one's part, where it is ``told``.
    """

    number: Number
    record: npt.NDArray[np.int64]
    value: npt.NDArray[Any]
    told: npt.NDArray[np.bool_]
    lacks: npt.NDArray[np.bool_]


def together(scope: Scope, asked: Inquiry, chosen: Chosen) -> Together:
    """The records behind numbers chosen together."""
    return kept(scope, "together", (asked, chosen), lambda: _together(scope, asked, chosen))


def _together(scope: Scope, asked: Inquiry, chosen: Chosen) -> Together:
    laid = Laid(scope, asked)
    rows, at = laid.rows, laid.chosen(chosen)
    record, where = np.unique(rows.record[at], return_inverse=True)
    known, told = rows.known[at], rows.known[at] != UNKNOWN
    value = np.zeros(len(record), dtype=rows.value.dtype)
    np.add.at(value, where[told], rows.value[at][told])
    return Together(
        numbers(rows, at, np.zeros(len(at), dtype=np.int64), 1, adds=MEASURES[asked.measure].adds)[0],
        record.astype(np.int64),
        value,
        np.bincount(where[told], minlength=len(record)) > 0,
        np.bincount(where[known != KNOWN], minlength=len(record)) > 0,
    )


def behind(scope: Scope, asked: Inquiry, point: Point) -> list[Behind]:
    """The records behind one number, the largest part first: together they are the number."""
    found = together(scope, asked, (group_of(point),))
    order = Listing(scope, (found,)).ordered(())
    made = []
    for at in order:
        entity, code = scope.facts.records[found.record[at]]
        made.append(Behind(entity, code, found.value[at].item() if found.told[at] else None, bool(found.lacks[at])))
    return made


@dataclass(frozen=True)
class Listing:
    """The records of one or two sides as a list, a row a record: its part of each side, a dash where it has none."""

    scope: Scope
    sides: tuple[Together, ...]
    _orders: dict[Any, Order] = field(default_factory=dict)

    @cached_property
    def record(self) -> npt.NDArray[np.int64]:
        """The records, as indices in the fact table's."""
        every = [side.record for side in self.sides]
        return every[0] if len(every) == 1 else np.union1d(*every)

    def __len__(self) -> int:
        return len(self.record)

    @cached_property
    def _places(self) -> tuple[npt.NDArray[np.int64], ...]:
        """Where each row stands in each side; -1 where it does not."""
        found = []
        for side in self.sides:
            place = np.searchsorted(side.record, self.record)
            there = place < len(side.record)
            there[there] = side.record[place[there]] == self.record[there]
            found.append(np.where(there, place, -1))
        return tuple(found)

    def rows(self, order: Sequence[int] | Order) -> Iterator[tuple[tuple[str, str], list[Any]]]:
        """(record, its part of each side) of some of the rows."""
        for at in order:
            places = [int(place[at]) for place in self._places]
            yield (
                self.scope.facts.records[self.record[at]],
                [
                    NOT_APPLICABLE if place < 0 else side.value[place].item() if side.told[place] else None
                    for side, place in zip(self.sides, places, strict=True)
                ],
            )

    def ordered(self, by: Sequence[tuple[str, bool]], names: Names | None = None, language: str = "nb") -> Order:
        """The rows in order: (column, whether from the end); then the largest part first, and the code. ``names`` are
        the words of ``navn``, ``type`` and ``omrade`` in a language."""
        key = tuple(by), language
        if key not in self._orders:
            ranks: list[Order] = []
            for name, down in (*by, *((name, True) for name in VALUES[: len(self.sides)])):
                ranks += self._key(name, names or {}, language, down=down)
            ranks.append(_ranks(self.scope, "kode", lambda entity, code: f"{entity} {code}")[self.record])
            self._orders[key] = np.lexsort(ranks[::-1])
        return self._orders[key]

    def _key(self, name: str, names: Names, language: str, *, down: bool) -> list[Order]:
        """What puts the rows in order by a column; what it lacks is last either way."""
        if name in VALUES:
            at = VALUES.index(name)
            if at >= len(self.sides):
                return []
            side, place = self.sides[at], self._places[at]
            if not len(side.record):
                return []
            lacks = (place < 0) * 2 + ~side.told[place] * 1
            value = np.where(lacks > 0, 0, side.value[place])
            return [lacks, -value if down else value]
        rank = _ranks(self.scope, name, names[name], language)[self.record]
        return [-rank if down else rank]


def _ranks(scope: Scope, name: str, called: Callable[[str, str], str], language: str = "") -> npt.NDArray[np.int64]:
    """Where each of the fact table's records stands by some words of it; equals stand alike."""

    def make() -> npt.NDArray[np.int64]:
        said = [in_order(called(entity, code)) for entity, code in scope.facts.records]
        places = {one: at for at, one in enumerate(sorted(set(said)))}
        return np.array([places[one] for one in said], dtype=np.int64)

    return kept(scope, "values", ("rank", name, language), make, of_all=True)
