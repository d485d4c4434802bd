"""What leaves the house of a page: its findings, each with its numbers, as plain values that every file format writes.

Nothing here knows the web or a file format: ``components/exhibit.py`` makes it of a page, ``exports/`` writes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, Literal, TypeAlias

Value: TypeAlias = str | int | float | Decimal | date | None
"""A cell: None is missing (never 0). Text where the column's kind is text, or for what there is none of by its kind."""


class Kind(StrEnum):
    """What a column holds, and so how a program should write it."""

    TEXT = "text"
    CODE = "code"  # a record's code, to join files by
    COUNT = "count"  # int
    DECIMAL = "decimal"  # float
    SHARE = "share"  # float, 0 to 1
    RATE = "rate"  # float: kroner for one unit
    MONEY = "money"  # Decimal, whole currency units; the currency is the column's unit, or stands in the next column
    DATE = "date"  # date
    MOMENT = "moment"  # text: day and time in Norway
    YEAR = "year"  # int
    DAYS = "days"  # int


NUMBERS: Final = frozenset({Kind.COUNT, Kind.DECIMAL, Kind.SHARE, Kind.RATE, Kind.MONEY, Kind.DAYS})
"""The kinds that can be drawn and summed as numbers."""


@dataclass(frozen=True, slots=True)
class Column:
    """``name`` in code; ``words`` is the heading in the document's language, no two alike in an exhibit.

    ``unit`` is what one of a number is (``NOK``); ``""`` where the words say it or there is none.
    """

    name: str
    words: str
    kind: Kind
    unit: str = ""
    lang: str = ""


class Form(StrEnum):
    """How a chart stands."""

    BARS = "bars"  # from the left, a category a row
    COLUMNS = "columns"  # upright, a category (a year) a column
    LINES = "lines"  # through moments


@dataclass(frozen=True, slots=True)
class Plot:
    """Which columns of a figure's table are drawn in other programs, by their names.

    ``of`` holds the categories, ``show`` the numbers (one kind). ``by``: the values of this column are the series, and
    ``show`` is one. ``stacked``: the parts sum to a whole that can be read off. ``rows``: how many are drawn (all).
    ``apart``: more columns that a category's words are made of, where ``of`` alone is in many rows. ``only``: a column
    and the value that the rows drawn have in it. ``ranked``: the largest first, as the figure has it and the table has
    not. ``words``: what a category (by its value) or a series (by its column) is called where the table's own words say
    too little, such as a year that is not over.
    """

    form: Form
    of: str
    show: tuple[str, ...]
    by: str = ""
    stacked: bool = False
    rows: int = 0
    apart: tuple[str, ...] = ()
    only: tuple[str, Any] | None = None
    ranked: bool = False
    words: Mapping[Any, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Series:
    """One row of bars, or one line. None is missing and is not drawn. ``instrument`` where it is one's: its colour.

    ``none``: the places of None where there can be no number (``–``, or no row), so that nothing is missing.
    """

    words: str
    values: tuple[int | float | Decimal | None, ...]
    instrument: str = ""
    none: tuple[int, ...] = ()

    def lacks(self, at: int) -> bool:
        """Whether a number is missing there."""
        return self.values[at] is None and at not in self.none


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart: categories in words, series of one kind of number and one unit.

    ``days``: of each category, where all are days, so that they can stand as far apart as they are.
    """

    form: Form
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    kind: Kind
    unit: str = ""
    stacked: bool = False
    days: tuple[date, ...] = ()

    def first(self, most: int) -> Chart:
        """The chart of its first categories, ``most`` of them."""
        series = tuple(replace(one, values=one.values[:most]) for one in self.series)
        return replace(self, categories=self.categories[:most], series=series, days=self.days[:most])


Corners: TypeAlias = tuple[tuple[float, float], ...]
"""The corners of one closed part of an outline, in the unit of its sketch."""


@dataclass(frozen=True, slots=True)
class Region:
    """A region that stands out on a map: ``words`` tell of it, ``label`` is written beside it (blank: nothing).

    ``look`` is how it is drawn (see the sketch's ``key``); ``parts`` its outline, none where it is a ``point`` only;
    ``tie`` how wide the line home is, in points (0: none); labels of smaller ``rank`` are placed first.
    """

    words: str
    label: str
    look: str
    parts: tuple[Corners, ...]
    point: tuple[float, float]
    tie: float = 0.0
    rank: int = 5


@dataclass(frozen=True, slots=True)
class Sketch:
    """A map, ``width`` by ``height``, cut at its frame: land, regions, where home is, and the looks in words."""

    width: float
    height: float
    land: tuple[Corners, ...]
    regions: tuple[Region, ...]
    home: tuple[float, float] | None
    home_name: str
    key: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One figure card: the finding, what it is of, how we know, and its numbers.

    ``over`` stands over the title: the instrument that the finding is of, where it is one's. ``base`` says what the
    selection narrows it to; ``notes`` what it rests on, lacks, and which filters cannot touch
    it; ``refs`` the sections of the strategy it answers.
    """

    key: str
    title: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    base: str = ""
    say: str = ""
    unit: str = ""
    notes: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    instrument: str = ""
    chart: Chart | None = None
    over: str = ""
    sketch: Sketch | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """A page, or some of its cards, as it leaves the house.

    ``selection`` is pairs of what is chosen and what it is chosen to; empty where nothing is. ``day`` is the day looked
    at, ``data`` says which update of the data this is of, ``address`` leads back to the page.
    """

    language: Literal["nb", "en"]
    title: str
    page: str
    over: str
    say: str
    selection: tuple[tuple[str, str], ...]
    day: date
    data: str
    sources: tuple[str, ...]
    address: str
    county: str
    demonstration: str
    """The mark in words; ``""`` where the portfolio is real."""
    audience: str
    """Whom it is cut for, in words."""
    exhibits: tuple[Exhibit, ...]
    notes: tuple[str, ...] = ()
    name: str = ""
    """Of a file, without ending: page, selection and day, in signs that every system takes."""


@dataclass(frozen=True, slots=True)
class Collection:
    """Cards of several pages as one file.

    ``front`` is of the whole, its figures those of ``parts`` in their order. A part is of one page, with its selection.
    """

    front: Publication
    parts: tuple[Publication, ...]
