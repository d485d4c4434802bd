"""What must be done by when: applications, dossiers, agreements (S15 and the overview)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.moments import local_day
from akint_dash.measures.pipeline import UNDERWAY, standings
from akint_dash.measures.scope import Scope

DAYS_AHEAD: Final = 60
SOON_DAYS: Final = 7
AIMING: Final = UNDERWAY | {"submitted", None}
"""A project of these statuses still has its call's deadlines before it (a second stage too)."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """One thing to have done. ``kind`` is application, decision, dossier, agreement or event."""

    day: date
    kind: str
    entity: str
    code: str
    instrument: str
    area: str | None
    what: str


def deadlines(scope: Scope, days_ahead: int = DAYS_AHEAD) -> list[Deadline]:
    """Deadlines from today (the day looked at) through ``days_ahead`` days, the nearest first."""
    last = scope.today + timedelta(days=days_ahead)
    found = [*_applications(scope), *_dossiers(scope), *_agreements(scope)]
    chosen = scope.selection.virkemiddel
    return sorted(
        (d for d in found if scope.today <= d.day <= last and (not chosen or d.instrument in chosen)),
        key=lambda d: (d.day, d.entity, d.code),
    )


def _applications(scope: Scope) -> list[Deadline]:
    """Deadlines of calls that a project under way aims at, or that an area has confirmed."""
    portfolio = scope.portfolio
    under_way = [s.code for s in standings(scope) if s.status in AIMING]
    projects = {code: portfolio.get("project", code) for code in under_way}
    aims = {str(values["call"]): code for code, values in projects.items() if "call" in values}
    calls, chosen = scope.records("call"), scope.selection.omrade
    found = []
    for values in portfolio.records("call_deadline").values():
        call = str(values["call"])
        pairs: Any = calls.get(call, {}).get("confirmed_areas", [])
        confirmed = [str(pair[0]) for pair in pairs if not chosen or pair[0] in chosen]
        if call not in aims and not confirmed:
            continue
        day = local_day(values)
        if day is None:
            continue
        area = projects.get(aims.get(call, ""), {}).get("area") or (confirmed[0] if confirmed else None)
        found.append(Deadline(day, "application", "call", call, "PRO", None if area is None else str(area), ""))
    return found


def _dossiers(scope: Scope) -> list[Deadline]:
    dossiers = scope.records("dossier")
    return [
        Deadline(
            date.fromisoformat(str(values["day"])),
            "dossier",
            "dossier_deadline",
            code,
            "POL",
            str(dossiers[str(values["dossier"])].get("area")),
            str(values["what"]),
        )
        for code, values in scope.portfolio.records("dossier_deadline").items()
        if str(values["dossier"]) in dossiers
    ]


def _agreements(scope: Scope) -> list[Deadline]:
    return [
        Deadline(
            date.fromisoformat(str(values["agreement_to"])),
            "agreement",
            "cooperation",
            code,
            "BIL",
            str(values.get("area")),
            "",
        )
        for code, values in scope.records("cooperation").items()
        if "agreement_to" in values and values["status"] != "ended"
    ]


def deadline_table(found: list[Deadline], today: date) -> Table:
    """One row per deadline. Columns: days, date, record (entity, code), instrument, area, what."""
    return table(
        (
            Heading("days", Cell.DAYS, "Dager igjen"),
            Heading("date", Cell.DATE, "Dato"),
            Heading("record", Cell.NAME, "Gjelder"),
            Heading("instrument", Cell.NAME, "Virkemiddel"),
            Heading("area", Cell.NAME, "Rådsområde"),
        ),
        [
            (
                (d.day - today).days,
                d.day.isoformat(),
                (d.entity, d.code),
                ("instrument", d.instrument),
                ("area", d.area) if d.area else None,
            )
            for d in found
        ],
    )
