"""The frame: what one title, figure, table and sentence speak of together, so that none speaks of another year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np

from akint_dash.measures.memo import once
from akint_dash.measures.scope import Scope
from akint_dash.store.involvement import INSTRUMENTS, NO_DAY, Involvement
from akint_dash.store.portfolio import Portfolio

STALE_DAYS: Final = 45
"""Data older than this are not compared with last year's same day: a month's reporting plus two weeks is late, more is
no longer a picture of now, and what has not been sent in would read as a fall.
"""

ENTITIES: Final = {
    "PRO": ("project", "activity"),
    "POL": ("dossier", "activity"),
    "KOM": ("activity",),
    "BIL": ("cooperation", "activity"),
}
"""The entities whose records count as an instrument's."""

INVOLVEMENT: Final = ("project", "dossier", "activity", "cooperation")

MONEY: Final = ("project", "project_step", "funding", "fund")
"""The entities that development money is made of."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One selection on one day, as far as the data reach.

    ``first`` and ``last`` are the period's years; ``year`` is the year shown, always one of them: the newest that the
    data have reached. ``data_day`` is the day that the data were last told of (never after ``today``). ``weight`` is
    antall, timer or kroner. ``open_only``: the audience sees public records only. ``begun`` is the first year that
    anything of the kind was recorded, whatever is chosen (0: not known): no year is compared with one before it.
    ``monthly``: months are chosen of what it is made of: no year is compared with another. ``months`` are they, where
    it is made of what began in them alone, and counts it or its hours: kroner and decisions are of the year.
    """

    weight: str
    first: int
    last: int
    year: int
    today: date
    data_day: date
    open_only: bool
    chosen: bool
    begun: int = 0
    monthly: bool = False
    months: tuple[str, ...] = ()

    @property
    def age_days(self) -> int:
        """How old the data are."""
        return (self.today - self.data_day).days

    @property
    def stale(self) -> bool:
        """Whether they are too old to be read as today's."""
        return self.age_days > STALE_DAYS

    def told(self, year: int) -> bool:
        """Whether a year is over or the data are new enough: else it is not compared, and lacks nothing."""
        return year < self.data_day.year or (year == self.data_day.year and not (self.unfinished(year) and self.stale))

    @property
    def reached(self) -> bool:
        """Whether the data reach into the year shown at all: else nothing is known of it, and nothing is 0."""
        return self.data_day.year >= self.year

    @property
    def to_come(self) -> bool:
        """Whether the year shown has not begun on the day looked at: it lacks nothing, and nothing of it is past."""
        return self.year > self.today.year

    def unfinished(self, year: int) -> bool:
        """Whether the data end inside a year: its numbers are so far."""
        return year == self.data_day.year and self.data_day < date(year, 12, 31)

    def gone(self, year: int) -> float | None:
        """How much of an unfinished year the data cover, 0 to 1; None of another."""
        if not self.unfinished(year):
            return None
        start, whole = date(year, 1, 1), date(year + 1, 1, 1)
        return ((self.data_day - start).days + 1) / (whole - start).days

    @property
    def of_years(self) -> Frame:
        """The same for what no month touches."""
        return replace(self, months=())

    @property
    def so_far(self) -> bool:
        """Whether the year shown is unfinished."""
        return self.unfinished(self.year)

    @property
    def over(self) -> bool:
        """Whether what is shown is past: a year before today's, or chosen months that have ended."""
        ended = bool(self.months) and max(self.months) < self.today.isoformat()[: len("2026-11")]
        return self.year < self.today.year or ended

    @property
    def until(self) -> date | None:
        """The last day of the year shown that a comparison runs to; None where none is made (too old, not reached)."""
        if not self.told(self.year):
            return None
        return min(self.data_day, date(self.year, 12, 31))

    @property
    def before(self) -> date | None:
        """The same day of the year before; None where that year is before the first recorded (it is unknown, not 0),
        and where months are chosen."""
        if self.until is None or self.monthly or self.year - 1 < self.begun:
            return None
        return same_day(self.until, self.year - 1)

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the period that the data have reached."""
        return tuple(range(self.first, min(self.last, self.data_day.year) + 1))


def same_day(day: date, year: int) -> date:
    """The same day of another year; 28 February of 29 February."""
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def frame(scope: Scope, *entities: str) -> Frame:
    """The frame of a scope for what is made of ``entities`` (all four of the instruments, where none is named).

    The data's day is that of the entity told of longest ago: a comparison runs to the day that all are known. Where no
    source has told of any of them, it is the day looked at.
    """
    days = [scope.portfolio.data_day(entity) for entity in entities or INVOLVEMENT]
    data_day = min(min((day for day in days if day is not None), default=scope.today), scope.today)
    first, last = scope.period
    of, months = set(entities or INVOLVEMENT), scope.selection.maned
    return Frame(
        weight=scope.selection.vekt,
        first=first,
        last=last,
        year=max(first, min(last, data_day.year)),
        today=scope.today,
        data_day=data_day,
        open_only=scope.portfolio.audience == "public",
        chosen=scope.selection.periode is not None,
        begun=_begun(scope.portfolio, entities or INVOLVEMENT),
        monthly=bool(months) and not of.isdisjoint(INVOLVEMENT),
        months=months if of <= {*INVOLVEMENT} and scope.selection.vekt != "kroner" else (),
    )


def _begun(portfolio: Portfolio, entities: tuple[str, ...]) -> int:
    """The first year with a record of one of the entities that involvement is made of; 0 where there is none."""
    firsts = once(portfolio, "first years", lambda: _first_years(portfolio.involvement))
    return min((firsts[entity] for entity in entities if entity in firsts), default=0)


def _first_years(facts: Involvement) -> dict[str, int]:
    kinds = np.array([INVOLVEMENT.index(entity) for entity, _ in facts.records], dtype=np.int8)[facts.record]
    dated = facts.day != NO_DAY
    found = {}
    for index, entity in enumerate(INVOLVEMENT):
        years = facts.year[dated & (kinds == index)]
        if len(years):
            found[entity] = int(years.min())
    return found


def frame_of(scope: Scope, instrument: str) -> Frame:
    """The frame of one instrument."""
    return frame(scope, *ENTITIES[instrument])


def frames(scope: Scope) -> dict[str, Frame]:
    """instrument -> its frame."""
    return {code: frame_of(scope, code) for code in INSTRUMENTS}
