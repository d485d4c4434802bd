"""What we do not know, which answers it makes unsure, and who can mend it (never a zero for unknown)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from akint_dash.domain.history import Values
from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.frame import frame
from akint_dash.measures.pipeline import WON, standings
from akint_dash.measures.scope import Scope


@dataclass(frozen=True, slots=True)
class Hole:
    """One kind of missing data. ``owners`` are areas with how many records each; ``rows`` strategy rows made unsure."""

    kind: str
    n: int
    base: int
    rows: tuple[str, ...]
    owners: tuple[tuple[str, int], ...]
    records: tuple[tuple[str, str], ...]
    open_days: int | None


OF_THE_YEAR: Final = frozenset({"silent_area", "used_fte", "fee"})
"""Kinds of holes that are of this year."""


def holes(scope: Scope) -> list[Hole]:
    """The holes of the areas chosen, those that touch most first: no other filter makes or hides one.

    Old data, or data that do not reach this year, lack nothing of it: they are only old.
    """
    scope = scope.of_areas()
    year, shown = scope.today.year, frame(scope)
    known = not shown.stale and shown.data_day.year == year
    found = [
        *_silent_areas(scope, year),
        _used_fte(scope, year),
        _missing(scope, "goal", "project", "goals", scope.records("project"), ("S5", "S13")),
        _fees(scope, year),
        _hours(scope),
        _amounts(scope),
    ]
    return [hole for hole in found if hole.n and (known or hole.kind not in OF_THE_YEAR)]


def _since(scope: Scope, day: date) -> int:
    return (scope.today - day).days


def _silent_areas(scope: Scope, year: int) -> list[Hole]:
    facts = scope.facts
    active = {facts.areas[i] for i in facts.area[scope.responsible_any_year & (facts.year == year)] if i >= 0}
    found = []
    for code, values in scope.portfolio.records("area").items():
        if code in active or (scope.selection.omrade and code not in scope.selection.omrade):
            continue
        if int(str(values.get("valid_from", 0))) > year or int(str(values.get("valid_to", 9999))) < year:
            continue
        opened = _since(scope, date(year, 1, 1))
        found.append(Hole("silent_area", 1, 1, ("S6", "S10"), ((code, 1),), (("area", code),), opened))
    return found


def _owners(scope: Scope, entity: str, codes: list[str]) -> tuple[tuple[str, int], ...]:
    counted = Counter(str(scope.portfolio.get(entity, code).get("area", "")) for code in codes)
    return tuple(counted.most_common())


def _hole(scope: Scope, kind: str, entity: str, codes: list[str], base: int, rows: tuple[str, ...]) -> Hole:
    return Hole(kind, len(codes), base, rows, _owners(scope, entity, codes), tuple((entity, c) for c in codes), None)


def _missing(
    scope: Scope, kind: str, entity: str, column: str, records: Mapping[str, Values], rows: tuple[str, ...]
) -> Hole:
    lacking = [code for code, values in records.items() if column not in values]
    return _hole(scope, kind, entity, lacking, len(records), rows)


def _used_fte(scope: Scope, year: int) -> Hole:
    budgets = {c: v for c, v in scope.records("budget").items() if v["year"] == year}
    return _missing(scope, "used_fte", "budget", "used_fte", budgets, ("S7",))


def _hours(scope: Scope) -> Hole:
    held = {c: v for c, v in scope.records("activity").items() if str(v["start"]) <= scope.today.isoformat()}
    return _missing(scope, "hours", "activity", "hours", held, ("S10",))


def _fees(scope: Scope, year: int) -> Hole:
    members = scope.records("membership")
    paid = {
        str(v["membership"])
        for v in scope.portfolio.records("membership_fee").values()
        if v["year"] == year and "amount" in v
    }
    begun = {c: v for c, v in members.items() if str(v["from_date"]) <= scope.today.isoformat()}
    current = [c for c, v in begun.items() if str(v.get("to_date", "9999")) >= f"{year}-01-01"]
    return _hole(scope, "fee", "membership", [c for c in current if c not in paid], len(current), ("S17",))


def _amounts(scope: Scope) -> Hole:
    won = [s for s in standings(scope) if s.status in WON]
    lacking = [s.code for s in won if s.external_ore is None]
    return _hole(scope, "amount", "project", lacking, len(won), ("S3", "S11"))


def hole_table(found: list[Hole]) -> Table:
    """One row per hole. Columns: kind, n, base, owners (area codes), open_days."""
    return table(
        (
            Heading("kind", Cell.TEXT, "Hva vi ikke vet"),
            Heading("n", Cell.COUNT, "Mangler"),
            Heading("base", Cell.COUNT, "Av"),
            Heading("owners", Cell.TEXT, "Eier"),
        ),
        [(h.kind, h.n, h.base, ", ".join(code for code, _ in h.owners)) for h in found],
    )
