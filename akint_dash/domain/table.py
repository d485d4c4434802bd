"""The one table type that measures return and figures, tables on screen and downloads read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

NOT_APPLICABLE: Final = "–"
"""Stands in any cell for what there is none of by its kind: neither 0 nor missing."""


class AtMost(float):
    """A share that is no larger than this: something of what it is of is not known."""


class AtLeast(float):
    """A share that is no smaller than this: something of the part is not known."""


class SomeOf(int):
    """A sum that is no smaller than this: a part of what it sums is not known."""


class Cell(StrEnum):
    """What a column holds, and so how it is written."""

    TEXT = "text"
    CODE = "code"  # a record's code, written as it is
    NAME = "name"  # (entity, code): written as the record's name
    SAID = "said"  # (entity, code, column): what a record says there, in the page's language
    NAMES = "names"  # (entity, codes)
    CHOICE = "choice"  # (vocabulary, code)
    COUNT = "count"  # int
    DECIMAL = "decimal"  # float
    SHARE = "share"  # float 0-1
    RATE = "rate"  # float, kroner for one
    ORE = "ore"  # int, øre
    AMOUNT = "amount"  # (minor units, currency)
    DATE = "date"  # ISO day
    MOMENT = "moment"  # ISO UTC second
    YEAR = "year"  # int
    DAYS = "days"  # int
    TRUTH = "truth"  # 1 or 0, written as yes or no


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its name in code and downloads, what it holds, and its bokmål heading (a message id).

    ``lang`` is the language of the column's texts where it is not the page's.
    """

    name: str
    cell: Cell
    words: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equal length under headings. None is missing (never 0); see also :data:`NOT_APPLICABLE`."""

    headings: tuple[Heading, ...]
    rows: Sequence[tuple[Any, ...]]

    def column(self, name: str) -> tuple[Any, ...]:
        """The values of one column.

        Raises:
            KeyError: there is no such column.
        """
        for index, heading in enumerate(self.headings):
            if heading.name == name:
                return tuple(row[index] for row in self.rows)
        raise KeyError(name)

    def dicts(self) -> Iterator[dict[str, Any]]:
        """The rows as mappings."""
        names = [heading.name for heading in self.headings]
        for row in self.rows:
            yield dict(zip(names, row, strict=True))

    def total(self, name: str) -> int:
        """The sum of a column of whole numbers; missing values do not count."""
        return sum(value for value in self.column(name) if value is not None)

    def __len__(self) -> int:
        return len(self.rows)


def table(headings: Sequence[Heading], rows: Sequence[Sequence[Any]]) -> Table:
    """A table of any sequences."""
    return Table(tuple(headings), tuple(tuple(row) for row in rows))
