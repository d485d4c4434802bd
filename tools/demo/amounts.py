"""How many activities there are, when, of whom and of which kind."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from datetime import date, timedelta
from random import Random
from typing import Final, NamedTuple

from tools.demo.book import BOOK
from tools.demo.content import CONTENT
from tools.demo.days import FIRST_DAY, LAST, LAST_REPORTED, NEWS

LATE: Final = {"UTD": 11, "KUL": 2, "FRL": 1}
"""Activities of the autumn that these areas reported late: they come with the last revision."""
INVOLVED: Final = {2024: 141, 2025: 151, 2026: 163}
"""Projects (by first step), dossiers, cooperations and activities together, per year."""
WEIGHTS: Final = {
    2024: {"PRO": 0.31, "POL": 0.29, "KOM": 0.31, "BIL": 0.09},
    2025: {"PRO": 0.35, "POL": 0.26, "KOM": 0.28, "BIL": 0.11},
    2026: {"PRO": 0.38, "POL": 0.24, "KOM": 0.27, "BIL": 0.11},
}
BY_AREA: Final = {
    "PRO": {"SAM": 18, "NAE": 14, "KLI": 11, "UTD": 6, "KUL": 4, "PLA": 1},
    "POL": {"SAM": 9, "NAE": 6, "KLI": 7, "UTD": 2, "KUL": 2, "PLA": 6, "FRL": 2},
    "KOM": {"SAM": 6, "NAE": 7, "KLI": 4, "UTD": 11, "KUL": 5, "PLA": 3, "FRL": 2},
    "BIL": {"SAM": 3, "NAE": 4, "KLI": 2, "UTD": 3, "KUL": 3, "FRL": 1},
}
TAN: Final = {2024: {"POL": 1, "KOM": 2}, 2025: {"POL": 1, "KOM": 3}}
"""Tannhelse og folkehelse reported a little at first, and nothing in 2026."""
MONTHS: Final = (0.7, 0.9, 1.0, 0.95, 1.0, 1.0, 0.3, 0.8, 1.1, 1.15, 1.1, 0.6)
KINDS: Final = {
    "PRO": {"guidance": 0.55, "support": 0.45},
    "POL": {"network_meeting": 0.5, "advocacy": 0.32, "hearing": 0.18},
    "KOM": {"course": 0.3, "seminar": 0.3, "study_visit": 0.2, "exchange": 0.2},
    "BIL": {"contact": 0.45, "delegation_in": 0.2, "delegation_out": 0.25, "exchange": 0.1},
}


class Entry(NamedTuple):
    """An activity of the past before it is told."""

    day: date
    area: str
    instrument: str
    kind: str
    mark: str
    """The cooperation whose last contact it is, ``late`` where it was reported late, else nothing."""


def split(total: int, weights: dict[str, int]) -> dict[str, int]:
    """``total`` shared out by ``weights``, the largest remainders rounded up."""
    whole = sum(weights.values())
    exact = {key: total * weight / whole for key, weight in weights.items()}
    shares = {key: int(value) for key, value in exact.items()}
    for key in sorted(exact, key=lambda k: (shares[k] - exact[k], k))[: total - sum(shares.values())]:
        shares[key] += 1
    return shares


def already() -> Counter[tuple[int, str, str]]:
    """How many projects, dossiers and cooperations begin per year, area and instrument."""
    found: Counter[tuple[int, str, str]] = Counter()
    for entity, instrument in (("project", "PRO"), ("dossier", "POL"), ("cooperation", "BIL")):
        for code in BOOK.codes(entity):
            known, row = BOOK.first(entity, code)
            found[known.year, row["area"], instrument] += 1
    return found


def drawn_day(year: int, rng: Random) -> date:
    """A working day of the year, most of them in autumn; this year's end with what was reported."""
    while True:
        month = rng.choices(range(1, 13), MONTHS)[0]
        day = date(year, month, rng.randint(1, monthrange(year, month)[1]))
        if day.weekday() < 5 and FIRST_DAY <= day <= LAST_REPORTED:
            return day


def drawn_kind(instrument: str, rng: Random) -> str:
    """A kind of activity of an instrument."""
    kinds = KINDS[instrument]
    return rng.choices(list(kinds), list(kinds.values()))[0]


def last_contacts() -> list[Entry]:
    """The last contact with each partner, as the cooperation says."""
    return [Entry(entry[10], entry[2], "BIL", "contact", entry[0]) for entry in CONTENT["cooperations"]]


def planned_activities() -> list[Entry]:
    """Every activity of the past, by day."""
    rng = Random("activities")
    count = already()
    entries = last_contacts()
    for entry in entries:
        count[entry.day.year, entry.area, entry.instrument] += 1
    for year, total in INVOLVED.items():
        wanted = {i: round(total * share) for i, share in WEIGHTS[year].items()}
        for instrument, number in wanted.items():
            shares = split(number, BY_AREA[instrument]) | {"TAN": TAN.get(year, {}).get(instrument, 0)}
            for area, share in shares.items():
                for _ in range(max(0, share - count[year, area, instrument])):
                    day = drawn_day(year, rng)
                    entries.append(Entry(day, area, instrument, drawn_kind(instrument, rng), ""))
    return sorted(late(entries, rng))


def late(entries: list[Entry], rng: Random) -> list[Entry]:
    """Move the last activities of the late areas to this autumn."""
    entries = sorted(entries)
    for area, number in LATE.items():
        mine = [e for e in entries if e.area == area and e.day.year == LAST.year and not e.mark]
        for entry in mine[len(mine) - number + (area == "FRL") :]:
            entries.remove(entry)
            day = NEWS - timedelta(days=rng.randint(2, 28))
            while day.weekday() > 4:
                day -= timedelta(days=1)
            kind = "course" if entry.kind == "support" else entry.kind
            entries.append(entry._replace(day=day, kind=kind, mark="late"))
    return entries
