"""All deadlines in one list: applications and the way back from them, EU dossiers, agreements, memberships (S10, S15).

It is what :mod:`deadlines` and :mod:`decisions` say, each thing once, with what can still be done about it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from akint_dash.domain.table import Cell, Heading, Table
from akint_dash.measures.call_sheet import Milestone, way_back
from akint_dash.measures.calls import Call, calls
from akint_dash.measures.dated import AREA, area_cell, confirming, dated_table, whose
from akint_dash.measures.deadlines import Deadline, deadlines
from akint_dash.measures.decisions import decisions, owned_by
from akint_dash.measures.memo import once
from akint_dash.measures.policy import Followed, ahead
from akint_dash.measures.scope import Scope
from akint_dash.store.portfolio import Portfolio

KINDS: Final = ("application", "decision", "contribution", "partner", "dossier", "agreement", "membership")
STATES: Final = ("urgent", "can", "lost")
URGENT_DAYS: Final = 14
"""What we are still in time for within so many days is urgent."""
AXIS_DAYS: Final = 180
"""So far the one axis of deadlines reaches."""
FARTHEST: Final = date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class Due:
    """One day by which something must be done. ``kind`` is of :data:`KINDS`, ``state`` of :data:`STATES`.

    ``record`` (entity, code) is what it is about, ``source`` the record that holds the day, ``owned`` the one whose
    owner it is. ``late`` is the step that passed, where an application has become too late.
    """

    day: date
    kind: str
    record: tuple[str, str]
    source: tuple[str, str]
    instrument: str
    area: str
    owned: tuple[str, str] | None
    state: str
    late: Milestone | None = None


def dues(scope: Scope, until: date) -> list[Due]:
    """The deadlines of the selection from today through ``until``, the nearest first."""
    ahead, states, known = (
        (until - scope.today).days,
        call_states(scope),
        calls(scope.portfolio, scope.today, scope.now),
    )
    applications = [one for one in deadlines(scope, ahead) if one.kind == "application"]
    found = [_application(scope, one, known[one.code], states) for one in applications]
    for one in decisions(scope, ahead):
        call = known[one.record[1]] if one.kind == "call" else None
        missed = states.late(call) if call else None
        state = state_of(one.day, scope.today, lost=call is not None and states.lost(call))
        kind = one.step or one.kind
        found.append(Due(one.day, kind, one.record, one.source, one.instrument, one.area, one.owned, state, missed))
    return sorted(found, key=lambda d: (d.day, KINDS.index(d.kind), d.record, d.source))


def dossier_dues(scope: Scope, found: list[Followed], days: int) -> list[Due]:
    """Our deadlines in these dossiers of the next ``days`` days, as one axis takes them."""
    areas = {d.code: d.area for d in found}
    return [
        _dossier(scope, date.fromisoformat(day), dossier, code, areas[dossier])
        for day, dossier, code in ahead(found, scope.today, days)
    ]


def _dossier(scope: Scope, day: date, dossier: str, code: str, area: str) -> Due:
    record, source, owner = ("dossier", dossier), ("dossier_deadline", code), owned_by(scope, "dossier", dossier)
    return Due(day, "dossier", record, source, "POL", area, owner, state_of(day, scope.today))


def next_due(scope: Scope, after: date) -> Due | None:
    """The first deadline after a day; None where none is known."""
    return next((one for one in dues(scope, FARTHEST) if one.day > after), None)


def _application(scope: Scope, one: Deadline, call: Call, states: CallStates) -> Due:
    whole = _goes_with_next(call, one.source)
    missed = states.late(call) if whole else None
    state = state_of(one.day, scope.today, lost=whole and states.lost(call))
    owner = owned_by(scope, "project", states.projects.get(one.code))
    record, source = ("call", one.code), ("call_deadline", one.source)
    return Due(one.day, "application", record, source, one.instrument, one.area or "", owner, state, missed)


def _goes_with_next(call: Call, source: str) -> bool:
    """Whether a deadline stands and falls with the call's next one: it is that one, or a later stage after it."""
    due = next(due for due in call.dues if due.code == source)
    return call.next is not None and (due.code == call.next.code or (due.stage or 1) > (call.next.stage or 1))


def state_of(day: date, today: date, *, lost: bool = False) -> str:
    """The one rule of what is urgent, and so red: ours, within :data:`URGENT_DAYS`, and still to be met."""
    if lost or day < today:
        return "lost"
    return "urgent" if (day - today).days <= URGENT_DAYS else "can"


@dataclass(frozen=True, slots=True)
class CallStates:
    """What can be done about calls, of which some only seem to fit: those are never urgent.

    ``projects`` is call -> the project that aims at it, ``applied`` the projects that are applied for already.
    """

    scope: Scope
    projects: Mapping[str, str]
    applied: frozenset[str]

    def of(self, call: Call, day: date | None = None) -> str:
        """The state of the day of a step of a call; without one, of its next deadline."""
        if not call.ahead or call.next is None:
            return "lost"
        state = state_of(day or call.next.day, self.scope.today, lost=self.lost(call))
        return "can" if state == "urgent" and not self.ours(call) else state

    def ours(self, call: Call) -> bool:
        """Whether a project aims at a call, or an area has confirmed it."""
        return call.code in self.projects or bool(confirming(self.scope, self.scope.portfolio.get("call", call.code)))

    def late(self, call: Call) -> Milestone | None:
        """The first step of its way back whose last day has passed; None too where it is applied for already."""
        if self.sent(call):
            return None
        way = way_back(self.scope.portfolio, call, self.scope.today)
        return way.late[0] if way and way.late else None

    def sent(self, call: Call) -> bool:
        """Whether a call is applied for already."""
        return self.projects.get(call.code) in self.applied

    def lost(self, call: Call) -> bool:
        """Whether a call can no longer be met: a step is too late, or its first stage passed without us."""
        return self.late(call) is not None or (call.last_stage_only and not self.sent(call))


def call_states(scope: Scope) -> CallStates:
    """The states of calls for the selection; made once a snapshot, selection and day."""
    return once(scope.portfolio, ("call states", scope.selection, scope.today), lambda: _call_states(scope))


def _call_states(scope: Scope) -> CallStates:
    applied = frozenset(project for project, steps in scope.steps.items() if steps[-1][1] == "submitted")
    return CallStates(scope, whose(scope), applied)


def due_table(found: list[Due], today: date) -> Table:
    """One row per deadline. Columns: days, date, record, kind, what, state, area, owner, code."""
    rows = ((d.day, d.record, _cells(d)) for d in found)
    more = (
        Heading("kind", Cell.CHOICE, "Hva"),
        Heading("what", Cell.SAID, "Nærmere om fristen"),
        Heading("state", Cell.CHOICE, "Er vi i tide?"),
        AREA,
        Heading("owner", Cell.SAID, "Ansvarlig seksjon"),
        Heading("code", Cell.CODE, "Referanse"),
    )
    return dated_table(rows, more, today)


def _cells(one: Due) -> tuple[object, ...]:
    what = (*one.source, "what") if one.kind == "dossier" else "–"
    owner = (*one.owned, "owner") if one.owned else None
    return (
        ("decision_kind", one.kind),
        what,
        ("due_state", one.state),
        area_cell(one.area),
        owner,
        one.source[1],
    )


# -- each record's own history, for the calendar


def stamps(portfolio: Portfolio) -> dict[tuple[str, str], tuple[str, ...]]:
    """(entity, code) -> when it was written (UTC), one moment a revision; made once a snapshot."""
    return once(portfolio, "stamps of dues", lambda: _stamps(portfolio))


def _stamps(portfolio: Portfolio) -> dict[tuple[str, str], tuple[str, ...]]:
    recorded = {revision.number: revision.recorded_at for revision in portfolio.revisions}
    found: dict[tuple[str, str], dict[int, str]] = {}
    for number, change in portfolio.changes:
        if change.entity in SOURCES:
            found.setdefault((change.entity, change.code), {})[number] = recorded[number]
    return {key: tuple(moments for _, moments in sorted(some.items())) for key, some in found.items()}


SOURCES: Final = frozenset({"call_deadline", "dossier_deadline", "cooperation", "membership"})
"""The entities that hold a day."""
