"""Support from the leader's office: asked for, given, unanswered, days to answer, against activity (S8)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from statistics import median
from typing import Any

import numpy as np

from akint_dash.domain.county import OFFICE
from akint_dash.domain.history import Values
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, Table, table
from akint_dash.measures.facts import active, registered
from akint_dash.measures.frame import frame
from akint_dash.measures.scope import Scope


@dataclass(frozen=True, slots=True)
class Support:
    """One area's support in the period, beside its activity.

    ``activity`` counts involvements other than support itself; ``days`` are the days to each answer, ``open`` the
    codes still without one, ``oldest_open`` the days the oldest of them has waited. A ``silent`` area has registered
    nothing at all in the period: its activity is missing, not 0. Of a period that the data do not reach (not
    ``reached``) all of it is. ``unheard`` are years of the period of which it has registered nothing; ``codes`` all
    the requests.
    """

    area: str
    activity: int
    asked: int
    given: int
    open: tuple[str, ...]
    days: tuple[int, ...]
    oldest_open: int | None
    silent: bool = False
    reached: bool = True
    unheard: tuple[int, ...] = ()
    codes: tuple[str, ...] = ()

    @property
    def unknown(self) -> bool:
        """Whether it is not known if any was asked for: none is recorded, and of some years nothing at all is."""
        return bool(self.unheard) and not self.asked

    @property
    def median_days(self) -> float | None:
        """Half were answered within so many days; None without an answer."""
        return float(median(self.days)) if self.days else None


def supported(values: Values) -> str:
    """The area that a record of support counts on: the first participating one where the office keeps it, else its own.

    It is who asked that is counted, so that the areas' requests make up the county's.
    """
    ties: Any = values.get("areas", [])
    own = str(values.get("area", ""))
    return next((str(code) for code, _ in ties if own == OFFICE and code != OFFICE), own)


def _requests(scope: Scope) -> list[tuple[str, str, str | None, str]]:
    """(code, day asked, day answered, area) of every request of the period up to the data's day.

    Of the chosen areas: a request has no programme or status, and few have a theme, so no other filter touches them.
    """
    (first, last), until, chosen = scope.period, scope.last_day("activity"), scope.selection.omrade
    found = []
    for code, values in scope.portfolio.records("activity").items():
        if values["kind"] != "support" or (chosen and supported(values) not in chosen):
            continue
        day = str(values.get("asked") or values["start"])
        if day > until or not first <= int(day[:4]) <= last:
            continue
        answered = str(values["answered"]) if "answered" in values and str(values["answered"]) <= until else None
        found.append((code, day, answered, supported(values)))
    return found


def answered(scope: Scope) -> tuple[int, int]:
    """(requests answered, requests)."""
    found = _requests(scope)
    return sum(day is not None for _, _, day, _ in found), len(found)


def support(scope: Scope) -> list[Support]:
    """Every council area of the selection that exists in the period, the most asked for first."""
    first, last = scope.period
    asked: dict[str, list[tuple[str, str, str | None]]] = {}
    for code, day, answered, area in _requests(scope):
        asked.setdefault(area, []).append((code, day, answered))
    activity, chosen = _activity(scope), scope.selection.omrade
    reached = frame(scope, "activity").reached
    told = registered(scope) if reached else frozenset[str]()
    found = []
    for area, values in scope.portfolio.records("area").items():
        if int(str(values.get("valid_from", 0))) > last or int(str(values.get("valid_to", 9999))) < first:
            continue
        if not chosen or area in chosen:
            one = _one(scope, area, activity.get(area, 0), asked.get(area, []))
            unheard = tuple(
                year
                for year in frame(scope, "activity").years
                if lives(values, year) and area not in active(scope, year)
            )
            found.append(replace(one, silent=area not in told, reached=reached, unheard=unheard))
    return sorted(found, key=lambda s: (-s.asked, -s.activity, s.area))


def lives(values: Values, year: int) -> bool:
    """Whether an area exists in a year."""
    return int(str(values.get("valid_from", 0))) <= year <= int(str(values.get("valid_to", 9999)))


def _one(scope: Scope, area: str, activity: int, asked: list[tuple[str, str, str | None]]) -> Support:
    days = [_days(day, answered) for _, day, answered in asked if answered]
    waiting = sorted((day, code) for code, day, answered in asked if answered is None)
    oldest = _days(waiting[0][0], scope.last_day("activity")) if waiting else None
    found = Support(area, activity, len(asked), len(days), tuple(c for _, c in waiting), tuple(sorted(days)), oldest)
    return replace(found, codes=tuple(code for code, _, _ in asked))


def _days(start: str, end: str) -> int:
    return max(0, (date.fromisoformat(end) - date.fromisoformat(start)).days)


def _activity(scope: Scope) -> dict[str, int]:
    """area -> involvements of the period it is responsible for, support left out: of the same base as the requests."""
    scope = scope.of_areas()
    facts, (first, last) = scope.facts, scope.period
    kinds = scope.portfolio.records("activity")
    is_support = np.array(
        [entity == "activity" and kinds[code]["kind"] == "support" for entity, code in facts.records], dtype=bool
    )
    mask = scope.responsible_any_year & (facts.year >= first) & (facts.year <= last) & (facts.area >= 0)
    if len(is_support):
        mask = mask & ~is_support[facts.record]
    counts = np.bincount(facts.area[mask], minlength=len(facts.areas))
    return {area: int(counts[i]) for i, area in enumerate(facts.areas)}


def all_known(scope: Scope) -> bool:
    """Whether it is known of every area if any was asked for: else the requests are those that are known."""
    return not any(one.unknown for one in support(scope))


def support_table(found: list[Support], *, guest: bool = False) -> Table:
    """One row per area. Columns: area, activity, asked, given, open, median_days, oldest_open.

    How many have no answer, and for how long, is no matter of a ``guest``'s.
    """
    heads = (
        Heading("area", Cell.NAME, "Rådsområde"),
        Heading("activity", Cell.COUNT, "Andre tiltak"),
        Heading("asked", Cell.COUNT, "Henvendelser"),
        Heading("given", Cell.COUNT, "Besvart"),
        Heading("open", Cell.COUNT, "Ubesvart"),
        Heading("median_days", Cell.DECIMAL, "Minst halvparten av svarene kom innen (dager)"),
        Heading("oldest_open", Cell.DAYS, "Eldste ubesvarte, dager"),
    )
    rows = [
        (
            ("area", s.area),
            None if s.silent else s.activity,
            *_requests_of(s),
        )
        for s in found
    ]
    shown = [i for i, head in enumerate(heads) if not (guest and head.name in ("open", "oldest_open"))]
    return table(tuple(heads[i] for i in shown), [tuple(row[i] for i in shown) for row in rows])


def _requests_of(one: Support) -> tuple[Any, ...]:
    """asked, given, open, median_days, oldest_open: all None of a period that the data do not reach, or where none is
    recorded by an area of which a year is missing."""
    if not one.reached or one.unknown:
        return (None,) * 5
    median_days = one.median_days if one.given else NOT_APPLICABLE
    return one.asked, one.given, len(one.open), median_days, one.oldest_open if one.open else NOT_APPLICABLE


def never_guided(scope: Scope) -> tuple[int, int]:
    """How many :func:`unguided` names."""
    others, began = unguided(scope)
    return len(others), len(began)


def unguided(scope: Scope) -> tuple[frozenset[str], frozenset[str]]:
    """(actors that were never guided, by anybody; those of them that began a participation in the period) by then.

    The base rate beside those that began one after guidance. Actors are all that are registered, whatever is selected:
    who was never guided is not a matter of an area. None of either where none is known to have begun and some
    participations have no start: then it is not known.
    """
    until, (first, last) = scope.last_day("activity"), scope.period
    guided: set[str] = set()
    for values in scope.portfolio.records("activity").values():
        if values["kind"] == "guidance" and str(values["start"]) <= until:
            ties: Any = values.get("actors", [])
            guided.update(str(actor) for actor, _ in ties)
    others = scope.portfolio.records("actor").keys() - guided
    until = scope.last_day("participation")
    began = {
        str(values["actor"])
        for values in scope.portfolio.records("participation").values()
        if first <= int(str(values.get("from_date", "0000"))[:4]) <= last and str(values["from_date"]) <= until
    }
    if not others & began and any("from_date" not in v for v in scope.portfolio.records("participation").values()):
        return frozenset(), frozenset()
    return frozenset(others), frozenset(others & began)
