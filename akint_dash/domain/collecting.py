"""What a workbook of the yearly collection is, for those who write it and those who read it back."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final

from akint_dash.domain.mark import Mark

INTRO_SHEET: Final = "Innsamling"
GAPS_SHEET: Final = "Mangler"
OWN_SHEETS: Final = (INTRO_SHEET, GAPS_SHEET)
"""Sheets for people: an import passes them by."""
TO_FILL: Final = "Å fylle ut"
LAST_YEAR: Final = "I fjor: "
"""How the headings begin of columns that are only to be read."""
SENT_LABEL: Final = "Innsamling"

_SENT: Final = re.compile(r"(?P<year>\d{4}); (?P<area>[^;]+); (?P<day>\d{4}-\d{2}-\d{2})", re.ASCII)
_ODD: Final = re.compile(r"[^\w-]")


@dataclass(frozen=True, slots=True)
class Sent:
    """Which collection a workbook belongs to: its year, the council area it went to, and the day it was made."""

    year: int
    area: str
    day: str

    @classmethod
    def parse(cls, text: str) -> Sent | None:
        """What ``text`` on the sheet of marks says; None where it says nothing of the kind."""
        found = _SENT.fullmatch(text.strip())
        return cls(int(found["year"]), found["area"], found["day"]) if found else None

    def __str__(self) -> str:
        return f"{self.year}; {self.area}; {self.day}"


def file_name(year: int, area: str) -> str:
    """``innsamling-2026-SAM.xlsx``."""
    plain = _ODD.sub("_", area)
    if plain != area:  # two codes never give one name
        plain += "-" + hashlib.sha256(area.encode()).hexdigest()[:6]
    return f"innsamling-{year}-{plain}.xlsx"


def mark_of(history: str, year: int, area: str) -> Mark:
    """The mark of an area's workbook, made at the revision with that digest of the history.

    It is the same each time, so that the database alone tells whose workbooks were read in: their marks stand in its
    revisions.
    """
    return Mark(hashlib.sha256(f"innsamling\0{year}\0{area}\0{history}".encode()).hexdigest()[:12], history)
