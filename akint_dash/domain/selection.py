"""The one selection: what part of the portfolio a page shows. It lives in the URL's query and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final
from urllib.parse import quote

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.harmless import harmless

WEIGHTS: Final = ("antall", "timer", "kroner")
YEARS: Final = range(1990, 2101)
_MONTH: Final = re.compile("[0-9]{4}-[0-9]{2}")
PLACES: Final = ("ring", "partner")
"""Where partners are: their part of the world, and their region."""
WHERE: Final = (*PLACES, "kommune")
"""Where records are: with partners, or in municipalities at home."""
LISTS: Final = ("omrade", "virkemiddel", "program", "tema", "status", *WHERE, "maned")
THINNING: Final = (*LISTS[1:], "sok")
"""What leaves records out beside area and period."""
ENTITY_OF: Final = {
    "omrade": "area",
    "virkemiddel": "instrument",
    "program": "programme",
    "tema": "theme",
    "partner": "region",
    "kommune": "municipality",
}
"""The entity whose codes a list holds."""
RINGS: Final = {"norden": "norden", "europa": "europe", "ukraina": "ukraine", "andre": "other"}
"""The word in the address and the code of choices ``ring``."""

Query = Mapping[str, str | Sequence[str] | None]
Known = Mapping[str, frozenset[str]]
"""For each of :data:`ENTITY_OF` the codes of the portfolio."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A value of the query that was dropped: the parameter, what stood there, and why, where it is a known one."""

    parameter: str
    value: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes by list (empty: all), the period in whole years, a text, and the day as of which to look.

    ``maned`` are months (``2026-03``): records that began or happened in one of them (see ``measures/months.py``).
    """

    omrade: tuple[str, ...] = ()
    virkemiddel: tuple[str, ...] = ()
    program: tuple[str, ...] = ()
    tema: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    ring: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    kommune: tuple[str, ...] = ()
    maned: tuple[str, ...] = ()
    periode: tuple[int, int] | None = None
    sok: str = ""
    per: date | None = None
    vekt: str = "antall"

    @property
    def is_empty(self) -> bool:
        """Whether nothing is narrowed (the weight and the day do not narrow)."""
        return replace(self, vekt="antall", per=None) == Selection()

    @property
    def filters(self) -> int:
        """How many values are chosen, as the line of filters counts them: a month says its year."""
        period = self.periode is not None and not self.maned
        return sum(len(getattr(self, name)) for name in LISTS) + period + bool(self.sok)

    @property
    def thins(self) -> bool:
        """Whether something else than area and period leaves records out, so that an area without any may have some."""
        return any(getattr(self, name) for name in THINNING)

    @property
    def thinned(self) -> bool:
        """Whether anything but the period leaves records out: what is said of all is then said of those left."""
        return bool(self.omrade) or self.thins

    @property
    def places(self) -> bool:
        """Whether partners are chosen, by part of the world or by region: what is left is all placed."""
        return any(getattr(self, name) for name in PLACES)

    @property
    def years_of_months(self) -> tuple[int, int] | None:
        """First and last year of the months chosen; None where none is."""
        years = [int(month[:4]) for month in self.maned]
        return (min(years), max(years)) if years else None

    def of_time(self) -> Selection:
        """The same, of one time: where months are chosen, the period is their years."""
        return replace(self, periode=self.years_of_months or self.periode)

    def in_period(self, years: tuple[int, int]) -> Selection:
        """The same in a period, with those of its months that lie in it."""
        kept = tuple(month for month in self.maned if years[0] <= int(month[:4]) <= years[1])
        return replace(self, periode=years, maned=kept)

    def to_query(self) -> str:
        """The query string, without ``?``; empty where everything is default. Codes in a fixed order."""
        parts = []
        for field in fields(self):
            value = getattr(self, field.name)
            if value == field.default:
                continue
            parts.append(f"{field.name}={quote(_text(value), safe=',-')}")
        return "&".join(parts)

    def toggle(self, name: str, code: str) -> Selection:
        """The selection with ``code`` of list ``name`` added, or removed where it was chosen."""
        codes: tuple[str, ...] = getattr(self, name)
        new = tuple(c for c in codes if c != code) if code in codes else (*codes, code)
        chosen: Any = {name: tuple(sorted(new))}
        return replace(self, **chosen)

    @classmethod
    def from_query(cls, query: Query, known: Known | None = None) -> tuple[Selection, list[Notice]]:
        """The selection of a query and a notice for each value that was dropped. Never raises."""
        notices: list[Notice] = []
        values: dict[str, Any] = {}
        for field in fields(cls):
            raw = query.get(field.name)
            text = raw if isinstance(raw, str) else (raw or [""])[-1]
            text = harmless(text)  # half a character (a lone surrogate) has no address
            if text and (value := _parse(field.name, text, known or {}, notices)) is not None:
                values[field.name] = value
        return cls(**values), notices


def _text(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return ("-" if isinstance(value[0], int) else ",").join(str(part) for part in value)
    return str(value)


def _parse(name: str, text: str, known: Known, notices: list[Notice]) -> Any:
    if name in LISTS:
        allowed = _allowed(name, known)
        by_fold = {} if allowed is None else {code.casefold(): code for code in allowed}
        codes = []
        for part in filter(None, (p.strip() for p in text.split(","))):
            code = by_fold.get(part.casefold()) if allowed is not None else _month(part) if name == "maned" else part
            if code is None:
                notices.append(Notice(name, part))
            else:
                codes.append(code)
        return tuple(sorted(set(codes)))
    value = _SINGLE[name](text)
    if value is None:
        notices.append(Notice(name, text))
    return value


def _allowed(name: str, known: Known) -> frozenset[str] | None:
    if name == "status":
        return frozenset(CHOICES["status"])
    if name == "ring":
        return frozenset(RINGS)
    return known.get(name)


def _period(text: str) -> tuple[int, int] | None:
    first, _, last = text.partition("-")
    try:
        years = int(first), int(last or first)
    except ValueError:
        return None
    return years if years[0] in YEARS and years[1] in YEARS and years[0] <= years[1] else None


def _month(text: str) -> str | None:
    year, _, month = text.partition("-")
    known = _MONTH.fullmatch(text) and int(year) in YEARS and 1 <= int(month) <= 12
    return text if known else None


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year in YEARS else None  # at the calendar's edges there is no day before or after to count with


_SINGLE: Final[Mapping[str, Any]] = {
    "periode": _period,
    "sok": lambda text: " ".join(text.split())[:80].strip() or None,
    "per": _day,
    "vekt": lambda text: text if text in WEIGHTS else None,
}
