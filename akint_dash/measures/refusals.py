"""Why applications were refused, and the hours they cost (S11).

A refusal belongs to the year of its decision; a project that was refused and later granted is none. The reason is the
one of its last refusal, as the letter says it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.pipeline import LOST, pipeline
from akint_dash.measures.scope import Scope


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refused application: the day, the reason (None: not recorded) and the hours spent on it (None likewise)."""

    project: str
    day: str
    reason: str | None
    hours: float | None


def refusals(scope: Scope) -> list[Refusal]:
    """The applications refused in the period, the newest first."""
    known = reasons(scope)
    found = [
        Refusal(s.code, str(s.decided_on), known.get(s.code), _hours(scope.portfolio.get("project", s.code)))
        for s in pipeline(scope).rejected
    ]
    return sorted(found, key=lambda r: (r.day, r.project), reverse=True)


def reasons(scope: Scope) -> dict[str, str | None]:
    """project -> the reason of its last refusal by the data's day."""
    until, last = scope.last_day("project_step"), dict[str, tuple[str, str | None]]()
    for values in scope.portfolio.records("project_step").values():
        project, day = str(values["project"]), str(values["date"])
        if values["status"] in LOST and last.get(project, ("", None))[0] <= day <= until:
            last[project] = day, str(values["reason"]) if "reason" in values else None
    return {project: reason for project, (_, reason) in last.items()}


def _hours(values: Mapping[str, Any]) -> float | None:
    return float(values["application_hours"]) if "application_hours" in values else None


def known_hours(found: list[Refusal]) -> tuple[float, int]:
    """(hours of those whose hours are recorded, how many are)."""
    known = [r.hours for r in found if r.hours is not None]
    return sum(known), len(known)


_HEADS: Final = (
    Heading("reason", Cell.CHOICE, "Begrunnelse"),
    Heading("n", Cell.COUNT, "Avslag"),
    Heading("hours", Cell.DECIMAL, "Timer brukt på søknadene"),
    Heading("lacking", Cell.COUNT, "Uten registrerte timer"),
)


def refusal_table(found: list[Refusal]) -> Table:
    """One row a reason, the commonest first, those without a reason (None) last.

    Columns: reason, n, hours (of those whose hours are recorded; None where none is), lacking (without hours).
    """
    groups: dict[str | None, list[Refusal]] = {}
    for one in found:
        groups.setdefault(one.reason, []).append(one)
    rows: list[tuple[Any, ...]] = []
    for reason, some in groups.items():
        hours, known = known_hours(some)
        named = ("refusal_reason", reason) if reason else None
        rows.append((named, len(some), hours if known else None, len(some) - known))
    rows.sort(key=lambda row: (row[0] is None, -row[1], row[0] or ("", "")))
    return table(_HEADS, rows)
