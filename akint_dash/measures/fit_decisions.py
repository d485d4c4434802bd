"""What council areas decided about calls, by whom and when, and which dismissals still stand: all from the history.

A dismissal stands until the call changes: another title, another budget, or a last deadline later than the one known
when it was dismissed. The call as it was then is the record of the revision that dismissed it. A new reason dismisses
anew. Another description brings nothing back: sources polish their words, and the first one that comes is no change.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from akint_dash.domain.fit import fold
from akint_dash.domain.history import Change, Values
from akint_dash.domain.reasons import reason_of
from akint_dash.measures.memo import once
from akint_dash.measures.moments import local_day
from akint_dash.store.portfolio import Portfolio

REASONS: Final = "fit_reasons"
DECISIONS: Final = {"confirmed_areas": "confirmed", "dismissed_areas": "dismissed"}


@dataclass(frozen=True, slots=True)
class Decision:
    """One area's word about a call. ``who`` and ``at`` (UTC) are "" where the history does not reach back.

    ``stands``: not outweighed by a confirmation nor, for a dismissal, by a change of the call since.
    """

    area: str
    decision: str
    who: str = ""
    at: str = ""
    reason: str = ""
    stands: bool = True


def decided(values: Values, column: str) -> list[str]:
    """The areas in ``confirmed_areas`` or ``dismissed_areas``."""
    pairs: Any = values.get(column, [])
    return [str(code) for code, _ in pairs]


def decisions(portfolio: Portfolio, call: str) -> list[Decision]:
    """Who confirmed or dismissed a call for which area, and when."""
    revisions = {revision.number: revision for revision in portfolio.revisions}
    values, standing, found = portfolio.get("call", call), dismissed(portfolio, call), []
    for column, decision in DECISIONS.items():
        for area in decided(values, column):
            made = _made(portfolio, call, column, area)
            revision = revisions.get(made[0]) if made else None
            who, at = (revision.who, revision.recorded_at) if revision else ("", "")
            stands = decision == "confirmed" or area in standing
            reason = reason_of(str(values.get(REASONS, "")), area)
            found.append(Decision(area, decision, who, at, reason, stands))
    return found


def dismissed(portfolio: Portfolio, call: str) -> frozenset[str]:
    """The areas whose dismissal of a call stands: a confirmation weighs more, a change since brings the call back."""
    values = portfolio.get("call", call)
    areas = decided(values, "dismissed_areas")
    sure = decided(values, "confirmed_areas")
    return frozenset(area for area in areas if area not in sure and not _changed(portfolio, call, area))


def _changed(portfolio: Portfolio, call: str, area: str) -> bool:
    made = _made(portfolio, call, "dismissed_areas", area)
    if made is None or made[1].after is None:
        return False
    number, then, now = made[0], made[1].after, portfolio.get("call", call)
    if fold(str(then["title"])) != fold(str(now["title"])):
        return True
    if any(then.get(name) != now.get(name) for name in ("budget", "currency")):
        return True
    last = _last(v for v in portfolio.records("call_deadline").values() if v.get("call") == call)
    before = _last(_deadlines_then(portfolio, call, number).values())
    return last is not None and (before is None or last > before)


def _made(portfolio: Portfolio, call: str, column: str, area: str) -> tuple[int, Change] | None:
    """The last change that put ``area`` into ``column``, or gave a new reason for it, with its revision."""
    for number, change in reversed(_history(portfolio).get(("call", call), [])):
        before, after = change.before or {}, change.after or {}
        if area in decided(after, column) and _said(before, column, area) != _said(after, column, area):
            return number, change
    return None


def _said(values: Values, column: str, area: str) -> tuple[bool, str]:
    return area in decided(values, column), reason_of(str(values.get(REASONS, "")), area)


def _deadlines_then(portfolio: Portfolio, call: str, number: int) -> dict[str, Values]:
    """The deadlines of a call right after a revision."""
    found = {code: v for code, v in portfolio.records("call_deadline").items() if v.get("call") == call}
    later = [change for n, change in _history(portfolio).get(("call_deadline", call), []) if n > number]
    for change in reversed(later):
        found.pop(change.code, None)
        if change.before is not None and change.before.get("call") == call:
            found[change.code] = change.before
    return found


def _last(some: Iterable[Values]) -> date | None:
    return max((day for values in some if (day := local_day(values)) is not None), default=None)


def _history(portfolio: Portfolio) -> dict[tuple[str, str], list[tuple[int, Change]]]:
    """The changes of calls, and of deadlines by their call, oldest first; made once a snapshot."""

    def made() -> dict[tuple[str, str], list[tuple[int, Change]]]:
        found: dict[tuple[str, str], list[tuple[int, Change]]] = {}
        for number, change in portfolio.changes:
            if change.entity == "call":
                found.setdefault(("call", change.code), []).append((number, change))
            elif change.entity == "call_deadline":
                for call in {str(side["call"]) for side in (change.before, change.after) if side}:
                    found.setdefault(("call_deadline", call), []).append((number, change))
        return found

    return once(portfolio, "call_decisions", made)
