"""One call seen from the county: the way back from its deadline, earlier applications, who fits as a partner (S11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from akint_dash.domain.history import Values
from akint_dash.domain.selection import Selection
from akint_dash.measures.calls import Call, calls, lineage
from akint_dash.measures.memo import once
from akint_dash.measures.pipeline import Standing, standings
from akint_dash.measures.scope import Scope
from akint_dash.store.portfolio import Portfolio

STEPS: Final = ("decision", "contribution", "partner")
"""What must be done before the deadline; the programme says how many days before (``<step>_days``)."""
SOON_DAYS: Final = 7
CURRENT: Final = frozenset({"exploring", "dialogue", "agreement", "active"})
SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Milestone:
    """The last day for one step, and the days from today to it (negative: passed)."""

    step: str
    day: date
    days: int


@dataclass(frozen=True, slots=True)
class WayBack:
    """The milestones before a deadline, the earliest first. ``inherited`` names the programme the lead times are from
    where it is not the call's own; ``lacking`` are steps without a lead time."""

    milestones: tuple[Milestone, ...]
    inherited: str | None
    lacking: tuple[str, ...]

    @property
    def late(self) -> tuple[Milestone, ...]:
        """Steps whose last day has passed."""
        return tuple(m for m in self.milestones if m.days < 0)

    @property
    def first_ahead(self) -> Milestone | None:
        """The step that comes next."""
        return next((m for m in self.milestones if m.days >= 0), None)


def way_back(portfolio: Portfolio, call: Call, today: date) -> WayBack | None:
    """The last days for decision, own contribution and partner letter; None where no deadline lies ahead.

    Lead times are the programme's own; a blank one is its parent's.
    """
    if call.next is None or not call.ahead:
        return None
    found, lacking, inherited = [], [], None
    for step in STEPS:
        lead, source = _lead(portfolio, call.programme, f"{step}_days")
        if lead is None:
            lacking.append(step)
            continue
        inherited = source if source != call.programme else inherited
        day = call.next.day - timedelta(days=lead)
        found.append(Milestone(step, day, (day - today).days))
    return WayBack(tuple(sorted(found, key=lambda m: (m.day, STEPS.index(m.step)))), inherited, tuple(lacking))


def decision_day(portfolio: Portfolio, call: Call, today: date) -> date | None:
    """The last day to decide to apply; None where it is not known or no deadline lies ahead."""
    way = way_back(portfolio, call, today)
    return next((m.day for m in way.milestones if m.step == "decision"), None) if way else None


def _lead(portfolio: Portfolio, programme: str | None, column: str) -> tuple[int | None, str | None]:
    """The lead time of a programme and the programme it is from; (None, None) where none of its line has one."""
    known: dict[tuple[str | None, str], tuple[int | None, str | None]] = once(portfolio, "lead times", dict)
    key = programme, column
    if key not in known:
        line = lineage(portfolio, programme) if programme else ()
        found = ((portfolio.get("programme", code).get(column), code) for code in line)
        known[key] = next(((int(str(lead)), code) for lead, code in found if lead is not None), (None, None))
    return known[key]


# -- earlier applications


@dataclass(frozen=True, slots=True)
class Earlier:
    """One project of ours. ``same``: to this very call; else ``themes`` are what it shares with the call."""

    standing: Standing
    same: bool
    themes: tuple[str, ...]


def earlier(scope: Scope, call: Call) -> list[Earlier]:
    """Our projects in this call (by the record, or one with its identifier), then in the same programme with a common
    theme; those under way count too. Whatever the selection is."""
    plain = Scope(scope.portfolio, Selection(per=scope.selection.per), scope.today, scope.now)
    everything, portfolio = calls(plain.portfolio, plain.today, plain.now), plain.portfolio
    found = []
    for standing in standings(plain):
        project = portfolio.get("project", standing.code)
        other = everything.get(str(project.get("call", "")))
        same = other is not None and (other.code == call.code or _alike(other.identifier, call.identifier))
        common = tuple(t for t in _themes(project) if t in call.fit.themes)
        programme = project.get("programme") or (other.programme if other else None)
        if same or (common and programme is not None and programme == call.programme):
            found.append(Earlier(standing, same, common))
    return sorted(found, key=lambda e: (not e.same, _reversed(e.standing.submitted_on), e.standing.code))


def _alike(one: str, other: str) -> bool:
    return bool(one) and one == other


def _reversed(day: str | None) -> int:
    return -date.fromisoformat(day).toordinal() if day else 0


def _themes(values: Values) -> list[str]:
    pairs: Any = values.get("themes", [])
    return [str(pair[0]) for pair in pairs]


@dataclass(frozen=True, slots=True)
class Record:
    """How earlier applications went: how many were submitted, of these granted, refused and waiting."""

    submitted: int
    granted: int
    refused: int
    waiting: int


def record(some: Sequence[Earlier]) -> Record:
    """Counts of what was applied for; ideas and projects being developed are none."""
    states = [e.standing.status for e in some]
    granted = sum(s in ("granted", "running", "completed") for s in states)
    refused, waiting = states.count("rejected"), states.count("submitted")
    return Record(granted + refused + waiting, granted, refused, waiting)


# -- partners


@dataclass(frozen=True, slots=True)
class Partner:
    """A network we are a member of, or a region we work with, and the themes it shares with the call."""

    entity: str
    code: str
    themes: tuple[str, ...]


def partners(scope: Scope, call: Call) -> list[Partner]:
    """Networks with a membership today and bilateral cooperation that is alive, with a theme in common; most first."""
    portfolio, wanted = scope.portfolio, set(call.fit.themes)
    if not wanted:
        return []
    today = scope.today.isoformat()
    members = {
        str(values["organisation"])
        for values in portfolio.records("membership").values()
        if str(values["from_date"]) <= today <= str(values.get("to_date", "9999"))
    }
    sources = [("organisation", code, portfolio.get("organisation", code)) for code in sorted(members)]
    sources += [
        ("cooperation", code, values)
        for code, values in portfolio.records("cooperation").items()
        if values["status"] in CURRENT
    ]
    found = [
        Partner(entity, code, tuple(t for t in _themes(values) if t in wanted)) for entity, code, values in sources
    ]
    return sorted((p for p in found if p.themes), key=lambda p: (-len(p.themes), p.entity, p.code))[:SHOWN]
