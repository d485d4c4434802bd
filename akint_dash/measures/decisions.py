"""What must be decided this month: on calls, in EU dossiers, of agreements and of memberships (S10, S15, S17, S20)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from akint_dash.domain.table import Cell, Heading, Table
from akint_dash.measures.call_sheet import way_back
from akint_dash.measures.calls import calls
from akint_dash.measures.dated import AREA, aimed_at, area_cell, confirming, dated_table, whose
from akint_dash.measures.deadlines import deadlines
from akint_dash.measures.memberships import INSTRUMENT
from akint_dash.measures.memberships import inside as memberships_inside
from akint_dash.measures.scope import Scope

DAYS_AHEAD: Final = 31
"""A month of any length ahead."""
KINDS: Final = ("call", "dossier", "agreement", "membership")


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing to decide by a day. ``kind`` is of :data:`KINDS`; ``record`` (entity, code) is what it is about,
    ``step`` what of a call's way back (decision, contribution, partner), ``area`` whose it is, and ``owned`` the record
    (entity, code) whose owner that is; None where none is recorded. ``source`` is the record that holds the day.
    """

    day: date
    kind: str
    record: tuple[str, str]
    instrument: str
    area: str
    owned: tuple[str, str] | None
    step: str = ""
    source: tuple[str, str] = ("", "")


def decisions(scope: Scope, days_ahead: int = DAYS_AHEAD) -> list[Decision]:
    """What the selection must decide from today through ``days_ahead`` days, the nearest first."""
    last, chosen = scope.today + timedelta(days=days_ahead), scope.selection.virkemiddel
    found = [*_calls(scope), *_dated(scope, days_ahead), *_memberships(scope)]
    return sorted(
        (d for d in found if scope.today <= d.day <= last and (not chosen or d.instrument in chosen)),
        key=lambda d: (d.day, KINDS.index(d.kind), d.record),
    )


def _calls(scope: Scope) -> list[Decision]:
    """The last days of the way back from deadlines that a project under way aims at or an area has confirmed."""
    portfolio, aims, owned, inside, found = scope.portfolio, aimed_at(scope), whose(scope), scope.records("call"), []
    for code, call in calls(portfolio, scope.today, scope.now).items():
        confirmed = confirming(scope, portfolio.get("call", code))
        way = way_back(portfolio, call, scope.today) if code in inside and (code in aims or confirmed) else None
        if way is None:
            continue
        project = owned.get(code)
        area = str(portfolio.get("project", project).get("area") or (confirmed[0] if confirmed else ""))
        owner, held = owned_by(scope, "project", project), ("call_deadline", call.next.code if call.next else "")
        found += [Decision(m.day, "call", ("call", code), "PRO", area, owner, m.step, held) for m in way.milestones]
    return found


def _dated(scope: Scope, days_ahead: int) -> list[Decision]:
    """Our deadlines in dossiers, and agreements that run out."""
    found = []
    for one in deadlines(scope, days_ahead):
        if one.kind not in ("dossier", "agreement"):
            continue
        values = scope.portfolio.get(one.entity, one.code)
        record = ("dossier", str(values["dossier"])) if one.kind == "dossier" else (one.entity, one.code)
        owner, held = owned_by(scope, *record), (one.entity, one.code)
        found.append(Decision(one.day, one.kind, record, one.instrument, one.area or "", owner, source=held))
    return found


def _memberships(scope: Scope) -> list[Decision]:
    """Memberships that must be left by a day, or go on."""
    today = scope.today.isoformat()
    return [
        Decision(
            date.fromisoformat(str(values["notice_by"])),
            "membership",
            ("organisation", str(values["organisation"])),
            INSTRUMENT,
            str(values["area"]),
            owned_by(scope, "membership", code),
            source=("membership", code),
        )
        for code, values in memberships_inside(scope).items()
        if "notice_by" in values and str(values.get("to_date", "9999")) >= today
    ]


def owned_by(scope: Scope, entity: str, code: str | None) -> tuple[str, str] | None:
    """A record (entity, code) whose owner is recorded; None where none is."""
    return (entity, code) if code and "owner" in scope.portfolio.get(entity, code) else None


def without_day(scope: Scope) -> list[str]:
    """Memberships of today whose last day to leave is not recorded: whether they must be decided on is not known."""
    today = scope.today.isoformat()
    some = memberships_inside(scope).items()
    return [code for code, v in some if "notice_by" not in v and str(v.get("to_date", "9999")) >= today]


def decision_table(found: list[Decision], today: date) -> Table:
    """One row per decision. Columns: days, date, record, kind, area, owner."""
    rows = ((d.day, d.record, (("decision_kind", d.step or d.kind), area_cell(d.area), _owner(d))) for d in found)
    more = (Heading("kind", Cell.CHOICE, "Hva"), AREA, Heading("owner", Cell.SAID, "Ansvarlig seksjon"))
    return dated_table(rows, more, today)


def _owner(one: Decision) -> tuple[str, str, str] | None:
    return (*one.owned, "owner") if one.owned else None
