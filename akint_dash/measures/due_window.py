"""Until which day deadlines are looked at: so many days, Easter, the year's end, or any day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateutil.easter import easter

DAYS: Final = (14, 60, 180)
USUAL: Final = "180"
EASTER: Final = "paske"
YEAR: Final = "aaret"
READY: Final = (*(str(days) for days in DAYS), EASTER, YEAR)
"""The ready choices, as they stand in the address; they move with the day looked at."""
LAST: Final = date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class DueWindow:
    """``asked`` is a ready choice, or an ISO day; ``until`` the last day; ``bad`` what was not understood."""

    asked: str
    until: date
    bad: str = ""


def due_window(asked: str, today: date) -> DueWindow:
    """The window of what an address asks for; the usual one where it asks for nothing, or for no day from today on."""
    until = _until(asked, today) if asked else None
    if until is None or not today <= until <= LAST:
        return DueWindow(USUAL, _ready(USUAL, today), asked)
    return DueWindow(asked, until)


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
        return next_easter(today)
    return date(today.year, 12, 31) if asked == YEAR else today + timedelta(days=int(asked))


def next_easter(today: date) -> date:
    """Easter Sunday of this year, of the next where it has passed."""
    this: date = easter(today.year)
    return this if this >= today else easter(today.year + 1)
