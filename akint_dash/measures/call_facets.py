"""The calls page's own narrowing, as it stands in the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

STATES: Final = {
    "apen": "open", "snart": "closing", "kommer": "forthcoming", "stengt": "closed", "uten-frist": "undated",
}  # fmt: skip
"""The word in the address and the state of ``measures.calls.state``."""
NORWAY: Final = {"ja": "yes", "delvis": "partly", "nei": "no", "ukjent": "unknown"}
KINDS: Final = {"utlysning": "topic", "videre": "cascade_call"}
MILLION: Final = 100_000_000
"""One million euro in cents."""
BUDGETS: Final[Mapping[str, tuple[int, int | None] | None]] = {
    "under-1": (0, MILLION),
    "1-5": (MILLION, 5 * MILLION),
    "5-20": (5 * MILLION, 20 * MILLION),
    "over-20": (20 * MILLION, None),
    "mangler": None,
}
"""The word in the address and the bounds in cents of euro (the upper one outside); None: no budget stated."""
AHEAD: Final = (30, 90, 180, 365)
"""Deadline windows offered, in days from today."""
OWN: Final = ("tilstand", "frist", "budsjett", "norge", "type")
"""The parameters read here."""


@dataclass(frozen=True, slots=True)
class Facets:
    """What is chosen: empty is everything. ``due`` is the first and last day of the deadline window.

    ``asked`` are the words of the address by parameter, ``bad`` what was not understood.
    """

    states: tuple[str, ...] = ()
    due: tuple[date, date] | None = None
    budgets: tuple[tuple[int, int | None] | None, ...] = ()
    norway: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bad: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is narrowed."""
        return not self.asked


def read(query: Mapping[str, str], today: date) -> Facets:
    """The facets of a query; words that are not known are dropped and named in ``bad``. Never raises."""
    bad: list[str] = []
    asked: dict[str, tuple[str, ...]] = {}

    def chosen(name: str, known: Mapping[str, Any]) -> list[Any]:
        given = [part for part in query.get(name, "").split(",") if part]
        bad.extend(part for part in given if part not in known)
        good = tuple(dict.fromkeys(part for part in given if part in known))
        if good:
            asked[name] = good
        return [known[part] for part in good]

    states, budgets = chosen("tilstand", STATES), chosen("budsjett", BUDGETS)
    norway, kinds = chosen("norge", NORWAY), chosen("type", KINDS)
    due = None
    if text := query.get("frist", ""):
        due = days(text, today)
        if due is None:
            bad.append(text)
        else:
            asked["frist"] = (text,)
    return Facets(tuple(states), due, tuple(budgets), tuple(norway), tuple(kinds), asked, tuple(bad))


def days(text: str, today: date) -> tuple[date, date] | None:
    """The first and last day of ``30`` (days from today), ``2026-09-22``, ``2026-09``, ``2026-u39`` (ISO week) or
    ``2026-k3`` (quarter); None for anything else."""
    try:
        if text.isdigit() and len(text) <= 4:
            return today, today + timedelta(days=int(text))
        if len(text) == 10:
            return date.fromisoformat(text), date.fromisoformat(text)
        year, _, part = text.partition("-")
        if part[:1] == "u":
            monday = date.fromisocalendar(int(year), int(part[1:]), 1)
            return monday, monday + timedelta(days=6)
        if part[:1] == "k":
            first = date(int(year), 3 * int(part[1:]) - 2, 1)
            return first, add_months(first, 3) - timedelta(days=1)
        first = date(int(year), int(part), 1)
        return first, add_months(first, 1) - timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def add_months(day: date, months: int) -> date:
    """The first of the month ``months`` after that of ``day``.

    Raises:
        ValueError: outside the calendar.
    """
    index = 12 * day.year + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)
