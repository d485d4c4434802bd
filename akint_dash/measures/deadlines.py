"""What must be done by when: applications, dossiers, agreements (S15 and the overview)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from akint_dash.measures.dated import aimed_at, confirming, whose
from akint_dash.measures.moments import local_day, passed
from akint_dash.measures.scope import Scope

DAYS_AHEAD: Final = 60
SOON_DAYS: Final = 7


@dataclass(frozen=True, slots=True)
class Deadline:
    """One thing to have done. ``kind`` is application, dossier or agreement; ``source`` the code of the call's deadline
    that says so."""

    day: date
    kind: str
    entity: str
    code: str
    instrument: str
    area: str | None
    what: str
    source: str = ""


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
    """Deadlines ahead of calls that a project under way aims at, or that an area has confirmed; at its minute one has
    passed."""
    aims, owned, calls, found = aimed_at(scope), whose(scope), scope.records("call"), []
    for code, values in scope.portfolio.records("call_deadline").items():
        call = str(values["call"])
        confirmed = confirming(scope, calls.get(call, {}))
        if call not in aims and not confirmed:
            continue
        day = local_day(values)
        if day is None or passed(day, str(values.get("moment", "")), scope.today, scope.now):
            continue
        area = scope.portfolio.get("project", owned.get(call)).get("area") or (confirmed[0] if confirmed else None)
        found.append(Deadline(day, "application", "call", call, "PRO", None if area is None else str(area), "", code))
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
