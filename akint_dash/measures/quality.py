"""The quality of the data: what each rule finds, whose it is, and how many it found at the ends of the last months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from akint_dash.domain.county import OFFICE
from akint_dash.domain.schema import ENTITIES
from akint_dash.domain.selection import Selection
from akint_dash.measures.frame import frame
from akint_dash.measures.holes import holes
from akint_dash.measures.lacks import LACKS
from akint_dash.measures.memo import once
from akint_dash.measures.quality_rules import EVERY, SEVERITIES, broken
from akint_dash.measures.scope import Scope
from akint_dash.store.data_days import recorded_day
from akint_dash.store.portfolio import Portfolio

DAYS_BACK: Final = 365
"""So many days back the course goes."""
NOBODY: Final = "ingen"
"""Stands for an owner where a record has none."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One record that one rule finds. ``entity`` and ``code`` are what the rule counts: means that nobody recorded are
    no record, and have the code of their area and instrument (and year, if not this). ``area`` is whose it is, the
    office's where it is of what belongs to no area (``shared``), ``owner`` the section as its record writes it, ""
    where none is recorded."""

    rule: str
    entity: str
    code: str
    area: str
    owner: str
    shared: bool = False

    @property
    def absent(self) -> bool:
        """Whether it is of something that nobody has recorded."""
        return self.entity == "budget" and " " in self.code


def faults(scope: Scope) -> Sequence[Fault]:
    """Every fault of the whole county, by rule; none where nothing is recorded. Made once a snapshot and day."""

    def make() -> list[Fault]:
        if scope.portfolio.is_empty:
            return []
        whole = scope.county().narrowed(periode=None)
        every = dict(broken(whole))
        for hole in holes(whole):
            every.setdefault(hole.kind, []).extend(hole.records)
        return [_fault(scope.portfolio, key, *record) for key in EVERY for record in every.get(key, ())]

    return once(scope.portfolio, ("faults", scope.today), make)


def _fault(portfolio: Portfolio, rule: str, entity: str, code: str) -> Fault:
    area, owner = _whose(portfolio, entity, code)
    return Fault(rule, entity, code, area or OFFICE, owner, not area)


def _whose(portfolio: Portfolio, entity: str, code: str) -> tuple[str, str]:
    """(area, owner) of a record, else of the record it is a part of; "" where neither has any."""
    if entity == "area":
        return code, ""
    values = portfolio.get(entity, code)
    if not values:
        return code.partition(" ")[0], ""
    parent = ENTITIES[entity].parent
    above = portfolio.get(ENTITIES[entity].by_name[parent].of, values.get(parent)) if parent else {}
    known = {**above, **values}
    return str(known.get("area") or ""), str(known.get("owner") or "")


def asks_all(scope: Scope) -> bool:
    """Whether the rules of the year are asked: old data lack nothing of a year that they do not reach."""
    shown = frame(scope.county().narrowed(periode=None))
    return not shown.stale and shown.data_day.year == scope.today.year


def unasked(scope: Scope) -> frozenset[str]:
    """The rules of the year that old data are not asked: what they would find is not known, and not none."""
    if asks_all(scope):
        return frozenset()
    return frozenset({"silent_area", *(kind for kind, lack in LACKS.items() if lack.of_the_year)})


def found(scope: Scope, rule: str = "", owner: str = "") -> list[Fault]:
    """The faults of the areas chosen, of one rule and of one owner (:data:`NOBODY`: of none) where they are asked for.

    No other filter and no period makes or hides one.
    """
    chosen = scope.selection.omrade
    return [
        one
        for one in faults(scope)
        if (not chosen or one.area in chosen)
        and (not rule or one.rule == rule)
        and (not owner or (one.owner or NOBODY) == owner)
    ]


def records(some: Iterable[Fault]) -> set[tuple[str, str]]:
    """The different records among some faults: means that nobody recorded are none."""
    return {(one.entity, one.code) for one in some if not one.absent}


def unrecorded(some: Iterable[Fault]) -> tuple[int, int]:
    """(the faults that are of means that nobody recorded, of how many areas' instruments those are)."""
    absent = [one.code for one in some if one.absent]
    return len(absent), len(set(absent))


def ordered(some: Iterable[Fault]) -> list[tuple[str, list[Fault]]]:
    """The rules that found something and their faults: what must be mended first, then those that found most."""
    by_rule: dict[str, list[Fault]] = {}
    for one in some:
        by_rule.setdefault(one.rule, []).append(one)
    return sorted(by_rule.items(), key=lambda rule: (SEVERITIES.index(EVERY[rule[0]].severity), -len(rule[1])))


def by_area(scope: Scope, some: Iterable[Fault]) -> list[tuple[str, int, int]]:
    """(area, its faults, those of them that must be mended), most first; an area of today without any has 0."""
    every, must = Counter[str](), Counter[str]()
    for one in some:
        every[one.area] += 1
        must[one.area] += EVERY[one.rule].severity == SEVERITIES[0]
    year, chosen = scope.today.year, scope.selection.omrade
    for code, values in scope.portfolio.records("area").items():
        if int(str(values.get("valid_to", 9999))) >= year and (not chosen or code in chosen):
            every.setdefault(code, 0)
    return sorted(((area, n, must[area]) for area, n in every.items()), key=lambda row: (-row[1], row[0]))


# -- the course


def looks(scope: Scope) -> list[date]:
    """The last day of each month of the year before today on which anything was recorded, the oldest first."""
    then = scope.today - timedelta(days=DAYS_BACK)
    days = (recorded_day(revision) for revision in scope.portfolio.revisions)
    last: dict[tuple[int, int], date] = {}
    for day in sorted(day for day in days if then < day < scope.today):
        last[day.year, day.month] = day
    return list(last.values())


Tally = Mapping[tuple[str, str, str], int]
"""(rule, area, owner) -> how many faults."""


def course(scope: Scope, back: Callable[[date], Portfolio]) -> list[tuple[date, Tally]]:
    """What was found on each of :func:`looks`, as the portfolio was known then (``back``), and today. Made once a
    snapshot and day. Days on which there was nothing, or only old data, of which not every rule asks, are left out."""

    def make() -> list[tuple[date, Tally]]:
        looked = (Scope(back(day), Selection(), day) for day in looks(scope))
        past = [(then.today, _tally(faults(then))) for then in looked if not then.portfolio.is_empty and asks_all(then)]
        return [*past, (scope.today, _tally(faults(scope)))]

    return once(scope.portfolio, ("course of faults", scope.today), make)


def _tally(some: Iterable[Fault]) -> Tally:
    return Counter((one.rule, one.area, one.owner or NOBODY) for one in some)


def counted(scope: Scope, tally: Tally, rule: str = "", owner: str = "") -> Counter[str]:
    """How many each rule found of the areas chosen, of one rule and one owner where they are asked for."""
    chosen, many = scope.selection.omrade, Counter[str]()
    for (key, area, whose), n in tally.items():
        if (not chosen or area in chosen) and (not rule or key == rule) and (not owner or whose == owner):
            many[key] += n
    return many
