"""What is recorded as coming from a membership but began in no year of it: it counts on none."""

from __future__ import annotations

from typing import Any, Final

from akint_dash.measures.memberships import LEARNING, first_days
from akint_dash.measures.memo import once
from akint_dash.measures.scope import Scope

COUNTED: Final = ("project", "dossier", "activity")
"""The entities that may come from a membership."""


def began(scope: Scope, entity: str, code: str) -> int | None:
    """The year in which what came from a membership counts; None where it has no day, or counts on no membership."""
    values = scope.portfolio.get(entity, code)
    first = once(scope.portfolio, "first days", lambda: first_days(scope)) if entity == "project" else {}
    day = first.get(code) if entity == "project" else values.get({"dossier": "opened"}.get(entity, "start"))
    if day is None or str(day) > scope.last_day(entity) or (entity == "activity" and values["kind"] not in LEARNING):
        return None
    return int(str(day)[:4])


def outside(scope: Scope, entity: str, code: str) -> list[str]:
    """The organisations that a record is recorded as coming from, but of no membership of which it began in a year."""
    ties: Any = scope.portfolio.get(entity, code).get("from_organisations", []) if entity in COUNTED else []
    year = began(scope, entity, code) if ties else None
    return [] if year is None else [str(of) for of, _ in ties if not _held(scope, str(of), year)]


def _held(scope: Scope, organisation: str, year: int) -> bool:
    return any(
        values["organisation"] == organisation
        and int(str(values["from_date"])[:4]) <= year <= int(str(values.get("to_date", "9999"))[:4])
        for values in scope.portfolio.records("membership").values()
    )


def outside_of(scope: Scope, organisations: frozenset[str]) -> list[tuple[str, str]]:
    """(entity, code) of all that is recorded as coming from some organisations and counts on no membership of them; of
    a chosen period what began in it: the rest would not have counted there anyhow."""
    first, last = scope.selection.periode or (0, 9999)
    return [
        (entity, code)
        for entity in COUNTED
        for code in scope.portfolio.records(entity)
        if organisations & set(outside(scope, entity, code)) and first <= (began(scope, entity, code) or 0) <= last
    ]
