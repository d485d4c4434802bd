"""Small facts that a row of the strategy asks for and no other measure holds: counts over one kind of record.

All are of the period's years up to the day looked at, inside the selection.
"""

from __future__ import annotations

from akint_dash.measures import ukraine as map_of_ukraine
from akint_dash.measures.frame import frame
from akint_dash.measures.memo import once
from akint_dash.measures.scope import Scope


def active(scope: Scope, year: int) -> set[str]:
    """The areas responsible for an involvement of the year, whatever is chosen."""
    return {area for area, when in _every(scope) if when == year}


def _every(scope: Scope) -> frozenset[tuple[str, int]]:
    """(area, year) of every involvement of the county that an area is responsible for."""
    return once(scope.portfolio, ("active areas", scope.today), lambda: _active(scope.county()))


def _active(county: Scope) -> frozenset[tuple[str, int]]:
    facts = county.facts
    mask = county.responsible_any_year & (facts.area >= 0)
    pairs = set(zip(facts.area[mask].tolist(), facts.year[mask].tolist(), strict=True))
    return frozenset((facts.areas[area], year) for area, year in pairs)


def active_areas(scope: Scope, year: int) -> tuple[int, int]:
    """S6: (council areas responsible for an involvement of the year, council areas there are): always the county's."""
    exist = {
        code
        for code, v in scope.portfolio.records("area").items()
        if int(str(v.get("valid_from", 0))) <= year <= int(str(v.get("valid_to", 9999)))
    }
    return len(active(scope, year) & exist), len(exist)


def registered(scope: Scope) -> frozenset[str]:
    """The areas responsible for an involvement in any year of the period, whatever else is chosen."""
    first, last = scope.period
    return frozenset(code for year in range(first, last + 1) for code in active(scope, year))


def silent(scope: Scope, year: int) -> bool:
    """Whether none of the chosen areas, or none at all where none is chosen, has registered anything of a year: what
    they did is missing, not 0. Of a county that has registered nothing in any year, no year is more silent than others.
    """
    chosen, told = scope.selection.omrade, active(scope, year)
    return not told & set(chosen) if chosen else not told and bool(_every(scope))


def unheard(scope: Scope) -> tuple[int, ...]:
    """The years that the data reach of which the chosen areas, or all, have registered nothing: none of them is 0."""
    return tuple(year for year in frame(scope).years if silent(scope, year))


def untold(scope: Scope) -> bool:
    """Whether nothing is registered of any of the period's years that the data reach: nothing of the period is 0."""
    years = frame(scope).years
    return bool(years) and len(unheard(scope)) == len(years)


def ukraine(scope: Scope) -> tuple[int, int, int]:
    """S22: (Ukrainian regions we cooperate or talk with, those with recorded needs, all of the code list).

    Always the county's.
    """
    found = map_of_ukraine.ukraine(scope.county())
    alive = sum(one.stage in ("agreement", "dialogue", "exploring") for one in found)
    return alive, sum(bool(one.needs) for one in found), len(found)
