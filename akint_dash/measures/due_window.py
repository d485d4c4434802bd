"""The days of which deadlines are looked at: through so many days, to Easter, the year's end or any day, from any."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from dateutil.easter import easter

DAYS: Final = (14, 60, 180)
USUAL: Final = "180"
EASTER: Final = "paske"
YEAR: Final = "aaret"
BEFORE_SUNDAY: Final = timedelta(days=4)
"""From the day before Maundy Thursday to Easter Sunday."""
READY: Final = (*(str(days) for days in DAYS), EASTER, YEAR)
"""The ready choices, as they stand in the address; they move with the day looked at."""
LAST: Final = date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class DueWindow:
    """``asked`` is a ready choice, or an ISO day; ``until`` the last day, ``since`` the first where one is asked for,
    else it is the day looked at; ``bad`` is what was not understood."""

    asked: str
    until: date
    bad: tuple[str, ...] = ()
    since: date | None = None

    def holds(self, day: date) -> bool:
        """Whether a day of those from the day looked at lies inside."""
        return (self.since is None or day >= self.since) and day <= self.until


def due_window(asked: str, today: date, first: str = "") -> DueWindow:
    """The window of what an address asks for; the usual one where it asks for nothing, or for no day from today on.

    ``first`` is the day it begins, none after its last; one before today begins today, as all do.
    """
    until = _until(asked, today) if asked else None
    if until is None or not today <= until <= LAST:
        return _since(DueWindow(USUAL, _ready(USUAL, today), (asked,) if asked else ()), first, today)
    return _since(DueWindow(asked, until), first, today)


def _since(window: DueWindow, first: str, today: date) -> DueWindow:
    try:
        day = date.fromisoformat(first) if first else today
    except ValueError:
        return replace(window, bad=(*window.bad, first))
    if day > window.until:
        return replace(window, bad=(*window.bad, first))
    return window if day <= today else replace(window, since=day)


def _until(asked: str, today: date) -> date | None:
    if asked in READY:
        return _ready(asked, today)
    if asked.isascii() and asked.isdecimal() and len(asked) <= 4:
        return today + timedelta(days=int(asked))
    try:
        return date.fromisoformat(asked)
    except ValueError:
        return None


def _ready(asked: str, today: date) -> date:
    if asked == EASTER:
        return before_easter(today)
    return date(today.year, 12, 31) if asked == YEAR else today + timedelta(days=int(asked))


def before_easter(today: date) -> date:
    """The last day before Easter: that before Maundy Thursday of this year, of the next where it has passed."""
    this: date = easter(today.year) - BEFORE_SUNDAY
    return this if this >= today else easter(today.year + 1) - BEFORE_SUNDAY
