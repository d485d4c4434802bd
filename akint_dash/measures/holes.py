"""What we do not know, which answers it makes unsure, and who can mend it (never a zero for unknown)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from akint_dash.domain.county import OFFICE
from akint_dash.domain.history import Values
from akint_dash.domain.schema import ENTITIES
from akint_dash.measures import lacks
from akint_dash.measures.frame import frame
from akint_dash.measures.funding import funding
from akint_dash.measures.lacks import Lack
from akint_dash.measures.scope import Scope


@dataclass(frozen=True, slots=True)
class Hole:
    """One kind of missing data. ``owners`` are areas with how many records each (the leader's office where a record has
    no area); ``rows`` strategy rows made unsure; ``amounts`` (currency, minor units) that no rate converts;
    ``years`` the first and the last of those that are looked at, where it is of some of several, or not of this one.
    """

    kind: str
    n: int
    base: int
    rows: tuple[str, ...]
    owners: tuple[tuple[str, int], ...]
    records: tuple[tuple[str, str], ...]
    amounts: tuple[tuple[str, int], ...] = ()
    years: tuple[int, int] | None = None


def holes(scope: Scope) -> list[Hole]:
    """The holes of the areas chosen, those that touch most first: no other filter and no period makes or hides one.

    What has no area (outside actors and what they take part in) is the leader's office's, and no other area's.
    Old data, or data that do not reach this year, lack nothing of it: they are only old.
    """
    scope = scope.of_areas().narrowed(periode=None)
    office, chosen = OFFICE in scope.selection.omrade, bool(scope.selection.omrade)
    year, shown = scope.today.year, frame(scope)
    known = not shown.stale and shown.data_day.year == year
    found = [*_silent_areas(scope, year)] if known else []
    for kind, lack in lacks.LACKS.items():
        somebodys = office or not chosen or "area" in ENTITIES[lack.entity].by_name
        if somebodys and (known or not lack.of_the_year):
            found.append(_hole(scope, kind, lack))
    found.append(_absent_funds(scope))
    return [hole for hole in found if hole.n]


def _silent_areas(scope: Scope, year: int) -> list[Hole]:
    facts = scope.facts
    active = {facts.areas[i] for i in facts.area[scope.responsible_any_year & (facts.year == year)] if i >= 0}
    found = []
    for code, values in scope.portfolio.records("area").items():
        if code in active or (scope.selection.omrade and code not in scope.selection.omrade):
            continue
        if int(str(values.get("valid_from", 0))) > year or int(str(values.get("valid_to", 9999))) < year:
            continue
        found.append(Hole("silent_area", 1, 1, ("S6", "S10"), ((code, 1),), (("area", code),)))
    return found


def _hole(scope: Scope, kind: str, lack: Lack) -> Hole:
    every = lack.base(scope)
    found = lack.found(scope, every)
    amounts = Counter[str]()
    for some in found.values():
        for currency, amount in some:
            amounts[currency] += amount
    owners = Counter(_owner(every[code]) for code in found).most_common()
    records = tuple((lack.entity, code) for code in found)
    year = lack.year(scope.today)
    years = (year, year) if lack.over else None
    return Hole(kind, len(found), len(every), lack.rows, tuple(owners), records, tuple(sorted(amounts.items())), years)


def _absent_funds(scope: Scope) -> Hole:
    """Areas that have recorded development money of a level for some years, but not for every year the data reach."""
    known = funding(scope)
    held = {area for area, _, _ in known.fund_rows}
    lacking = sorted({area for year in known.years for area, _ in known.absent(year)})
    owners, records = tuple((area, 1) for area in lacking), tuple(("area", area) for area in lacking)
    years = (known.years[0], known.years[-1]) if known.years else None
    return Hole("fund_absent", len(lacking), len(held), ("S3",), owners, records, years=years)


def _owner(values: Values) -> str:
    return str(values.get("area") or OFFICE)
