"""Which recorded results lie in a selection: a result has no programme or status of its own, the record it came of has.

So a figure that counts results beside projects or activities takes the same of both (S1, S5).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from akint_dash.domain.history import Values
from akint_dash.domain.selection import WHERE
from akint_dash.measures.scope import Scope

CAME_OF: Final = ("project", "activity")
"""What a result may have come of, the first that is recorded."""

_OF_THE_RECORD: Final = ("virkemiddel", "program", "tema", "status", *WHERE, "maned")
"""The filters that a result answers through the record it came of: it has no such column itself."""


def origin(values: Values) -> tuple[str, str] | None:
    """The (entity, code) that a result came of; None where none is recorded."""
    return next(((entity, str(values[entity])) for entity in CAME_OF if entity in values), None)


def results(scope: Scope) -> Mapping[str, Values]:
    """Results of the selection up to the data's day, whatever their year.

    By their own responsible area; by instrument, programme, theme, status, place and month of the record they came of,
    so that one of no record is outside where such a filter is chosen; by a text in their own words or in those of the
    record.
    """
    chosen, until = scope.selection, scope.last_day("result")
    plain = scope.narrowed(**dict.fromkeys(_OF_THE_RECORD, ()))
    inside = _records(scope.narrowed(omrade=(), sok="")) if any(getattr(chosen, f) for f in _OF_THE_RECORD) else None
    said = plain.records("result").keys()
    hit = _records(scope.narrowed(omrade=())) if chosen.sok else frozenset()
    return {
        code: values
        for code, values in plain.narrowed(sok="").records("result").items()
        if str(values["date"]) <= until
        and (inside is None or origin(values) in inside)
        and (code in said or origin(values) in hit)
    }


def results_in_period(scope: Scope) -> Mapping[str, Values]:
    """As :func:`results`, those dated in the period's years."""
    first, last = scope.period
    return {code: v for code, v in results(scope).items() if first <= int(str(v["date"])[:4]) <= last}


def _records(scope: Scope) -> frozenset[tuple[str, str]]:
    return frozenset((entity, code) for entity in CAME_OF for code in scope.codes(entity))
