"""What a number or a day can be at most: far outside anything real, and far inside what arithmetic bears.

The import refuses what lies outside. What lies in a database all the same (let in by an older version, or written past
us) is shown to nobody as a number: no measure has to bear it, and it is told which it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from akint_dash.domain.schema import Column, Kind

YEARS: Final = (1800, 2199)
DAYS: Final = (f"{YEARS[0]}-01-01", f"{YEARS[1]}-12-31")
MONEY: Final = (-(10**14), 10**14)
"""A million million kroner or euro, in minor units: ten times the largest programme of the EU."""
NUMBERS: Final = (-(10**12), 10**12)
BY_NAME: Final[Mapping[str, tuple[int, int]]] = {
    **dict.fromkeys(("decision_days", "partner_days", "contribution_days"), (0, 3650)),
    **dict.fromkeys(("year", "valid_from", "valid_to", "period_from", "period_to"), YEARS),
    **dict.fromkeys(("stage", "cut_off"), (0, 99)),
    **dict.fromkeys(("hours", "application_hours", "people"), (0, 10**8)),
    **dict.fromkeys(("fte", "planned_fte", "used_fte"), (0, 10**5)),
    "budget": (0, MONEY[1]),
    "cofunding": (0, 100),
    "lon": (-180, 180),
    "lat": (-90, 90),
    "nok": (0, 1000),
}


def range_of(column: Column) -> tuple[int, int] | tuple[str, str] | None:
    """The least and the most that a column's value can be; None for what is no number and no day."""
    match column.kind:
        case Kind.DATE:
            return DAYS
        case Kind.MOMENT:
            return f"{DAYS[0]}T00:00:00Z", f"{DAYS[1]}T23:59:59Z"
        case Kind.MONEY:
            return BY_NAME.get(column.name, MONEY)
        case Kind.INTEGER | Kind.NUMBER:
            return BY_NAME.get(column.name, NUMBERS)
    return None


def brought_in(column: Column, value: object) -> object:
    """``value``, or the end of the range that it lies beyond; the least for what is no number or no day at all."""
    span = range_of(column)
    if span is None:
        return value
    least, most = span
    if isinstance(least, str) or isinstance(most, str):
        return _day(str(value), str(least), str(most)) if isinstance(value, str) else value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    if not value >= least:
        return least
    return most if value > most else value


def _day(value: str, least: str, most: str) -> str:
    try:
        date.fromisoformat(value[:10])
    except ValueError:
        return least
    return least if value < least else most if value > most else value


def is_within(column: Column, value: object) -> bool:
    """Whether a value is one that the dashboard counts with."""
    return brought_in(column, value) == value
