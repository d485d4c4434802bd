"""The portal's times: days, moments, several in one field, in each of the forms that its answers have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from akint_dash.importers.conventions import FIRST_YEAR, LAST_YEAR
from akint_dash.importers.deadlines import BRUSSELS, Doubt, deadlines
from akint_dash.importers.texts import day

_WHEN: Final = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:[T ](?P<clock>\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?(?: ?\(?(?:Europe/)?Brussels(?: time)?\)?)?",
)
_EPOCH_MS: Final = re.compile(r"\d{12,13}")


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A day as the source writes it, and the moment in UTC where it gives an hour."""

    day: str
    moment: str | None = None

    @property
    def order(self) -> str:
        """A text that sorts in time."""
        return self.moment or self.day


def when(text: str) -> When | None:
    """The time in one of the portal's own forms; None where it is another form, or none in the calendar.

    ``2026-12-08T00:00:00.000+0000`` (midnight by its own clock, in UTC or in Brussels: a day),
    ``2024-04-18T19:00:00.000+0200``, ``2024-09-27+02:00 Europe/Brussels``, milliseconds since 1970.
    An hour without offset is Brussels time.
    """
    if _EPOCH_MS.fullmatch(text):
        text = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(text))).isoformat()
    found = _WHEN.fullmatch(text)
    if found is None or (own := day(found["day"])) is None:
        return None
    if found["clock"] is None:
        return When(own)
    try:
        local = datetime.fromisoformat(f"{own}T{found['clock']}{found['zone'] or ''}")
        exact = (local if local.tzinfo else local.replace(tzinfo=BRUSSELS)).astimezone(UTC)
        here = exact.astimezone(BRUSSELS)
    except (ValueError, OverflowError):
        return None
    if "000000" in (f"{local:%H%M%S}", f"{exact:%H%M%S}"):
        return When(own)
    if f"{here:%H%M%S}" == "000000":
        return When(here.date().isoformat())
    return When(own, f"{exact:%Y-%m-%dT%H:%M:%SZ}")


def times(texts: Iterable[str], *, each: bool = False) -> tuple[list[When], list[Doubt]]:
    """The times in the texts of a field, in order of time, and what is none.

    Equal ones are one, or ``each`` stands for itself.
    """
    found: list[When] = []
    doubts: list[Doubt] = []
    for text in texts:
        own = when(text)
        said, unread = ([], []) if own else deadlines(text)
        read = [own] if own else [When(one.day, one.moment) for one in said]
        for time in read:
            if not FIRST_YEAR <= int(time.day[:4]) <= LAST_YEAR:
                unread = [*unread, Doubt("year_out_of_range_remark", text, f"{FIRST_YEAR}–{LAST_YEAR}")]
            elif each or time not in found:
                found.append(time)
        doubts += unread
    return sorted(found, key=lambda time: time.order), doubts
