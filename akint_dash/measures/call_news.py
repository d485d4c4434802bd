"""What became known about calls: what came, moved or was withdrawn, from revisions; and each deadline's own history.

Deadlines that simply passed are no news of a revision: they follow from the dates.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from akint_dash.domain.history import DEMONSTRATION, Change, Values
from akint_dash.measures.call_facets import Facets
from akint_dash.measures.calls import Call, Due, call_of, calls, due_of, inside, selected
from akint_dash.measures.fit import fit_of
from akint_dash.measures.memo import once
from akint_dash.measures.scope import Scope
from akint_dash.store.data_days import recorded_day
from akint_dash.store.portfolio import Portfolio

WEEK: Final = timedelta(days=7)
DAYS_BACK: Final = 90
"""Calendar and feed go so far back."""
KINDS: Final = ("moved", "added", "withdrawn", "came")
"""The weightiest first: a moved deadline is what people lose applications over."""


@dataclass(frozen=True, slots=True)
class CallNews:
    """One thing learnt. ``kind``: moved (a deadline has another day or hour), added (a known call got one more),
    withdrawn (a call or deadline was taken out) or came (a new call).

    ``before`` and ``after`` are the deadline's ISO day or UTC moment.
    """

    kind: str
    call: str
    title: str
    day: date
    revision: int
    recorded_at: str
    before: str = ""
    after: str = ""
    deadline: str = ""


def news(portfolio: Portfolio) -> tuple[CallNews, ...]:
    """All of it, the latest revision first; made once a snapshot."""
    return once(portfolio, "call_news", lambda: _news(portfolio))


def _news(portfolio: Portfolio) -> tuple[CallNews, ...]:
    revisions = {r.number: (recorded_day(r), r.recorded_at) for r in portfolio.revisions}
    by_revision: dict[int, list[Change]] = {}
    for number, change in portfolio.changes:
        if change.entity in ("call", "call_deadline"):
            by_revision.setdefault(number, []).append(change)
    titles = {code: str(values["title"]) for code, values in portfolio.records("call").items()}
    found: list[CallNews] = []
    for number, some in by_revision.items():
        day, recorded_at = revisions[number]
        touched = {c.code: c for c in some if c.entity == "call"}
        for code, change in touched.items():
            values = change.after or change.before or {}
            titles.setdefault(code, str(values.get("title", code)))
        for change in some:
            one = _one(change, touched)
            if one is not None:
                kind, call, before, after, deadline = one
                found.append(
                    CallNews(kind, call, titles.get(call, call), day, number, recorded_at, before, after, deadline)
                )
    return tuple(sorted(found, key=lambda n: (-n.revision, KINDS.index(n.kind), n.call, n.deadline)))


def _one(change: Change, touched: dict[str, Change]) -> tuple[str, str, str, str, str] | None:
    """(kind, call, before, after, deadline) of a change that is news."""
    if change.entity == "call":
        if change.before is None:
            return "came", change.code, "", "", ""
        return ("withdrawn", change.code, "", "", "") if change.after is None else None
    before, after = time_of(change.before), time_of(change.after)
    call = str((change.after or change.before or {})["call"])
    of_call = touched.get(call)
    if of_call is not None and (of_call.before is None or of_call.after is None):
        return None  # told by the call itself
    if change.before is None:
        return ("added", call, "", after, change.code) if after else None
    if change.after is None:
        return ("withdrawn", call, before, "", change.code) if before else None
    if before == after or not before or not after:
        return None
    only_hour = len(before) == 10 and _day(change.before) == _day(change.after)
    return None if only_hour else ("moved", call, before, after, change.code)


def time_of(values: Values | None) -> str:
    """A deadline's UTC moment, else its day, else nothing."""
    return str((values or {}).get("moment") or (values or {}).get("day") or "")


def _day(values: Values | None) -> date | None:
    due = due_of("", values or {})
    return due.day if due else None


def news_since(scope: Scope, since: date, facets: Facets | None = None) -> list[CallNews]:
    """News recorded after ``since`` about calls inside the selection, weightiest first, then what fits, then latest."""
    there = {**withdrawn(scope.portfolio, scope.today), **calls(scope.portfolio, scope.today, scope.now)}
    some = [
        n for n in news(scope.portfolio) if n.day > since and n.call in there and inside(scope, there[n.call], facets)
    ]
    return sorted(some, key=lambda n: (KINDS.index(n.kind), not there[n.call].fits, -n.revision))


def withdrawn(portfolio: Portfolio, today: date) -> Mapping[str, Call]:
    """Calls that are no longer there, as they were last known; their fit is what was confirmed or recorded."""
    return once(portfolio, ("withdrawn", today), lambda: _withdrawn(portfolio, today))


def _withdrawn(portfolio: Portfolio, today: date) -> dict[str, Call]:
    last: dict[str, Values] = {}
    for _, change in portfolio.changes:
        if change.entity == "call" and change.code not in portfolio.records("call"):
            last[change.code] = change.after or change.before or {}
    dues: dict[str, list[Due]] = {}
    for code, history in histories(portfolio).items():
        if history.gone is not None and (due := due_of(code, history.gone)) is not None:
            dues.setdefault(str(history.gone["call"]), []).append(due)
    return {
        code: call_of(portfolio, code, values, dues.get(code, ()), fit_of(portfolio, values), today, "")
        for code, values in last.items()
        if "title" in values
    }


def passed_since(some: Sequence[Call], since: date) -> list[Call]:
    """Calls whose last deadline passed from ``since`` on: by the dates, not from revisions."""
    return [c for c in some if c.state == "closed" and since <= c.dues[-1].day]


# -- each deadline's history, for the calendar


@dataclass(frozen=True, slots=True)
class Entry:
    """One deadline as a calendar must know it.

    ``sequence`` counts the revisions that changed it after the first, ``first`` and ``last`` are when it was first and
    last touched (UTC). ``cancelled``: it was withdrawn; ``due`` and ``call`` are then as last known.
    """

    due: Due
    call: Call
    sequence: int
    first: str
    last: str
    cancelled: bool = False
    demonstration: bool = False


def entries(scope: Scope, facets: Facets | None = None) -> list[Entry]:
    """Deadlines of calls inside the selection from 90 days back onward, withdrawn ones marked, by day."""
    portfolio, first = scope.portfolio, scope.today - timedelta(days=DAYS_BACK)
    past = histories(portfolio)
    found = [
        _entry(call, due, past.get(due.code, UNKNOWN), portfolio.get("call_deadline", due.code))
        for call in selected(scope, facets)
        for due in call.dues
        if due.day >= first
    ]
    there = {**withdrawn(portfolio, scope.today), **calls(portfolio, scope.today, scope.now)}
    for code, history in past.items():
        due = due_of(code, history.gone) if history.gone is not None else None
        if history.gone is None or due is None or due.day < first:
            continue
        call = there.get(str(history.gone["call"]))
        if call is not None and inside(scope, call, facets):
            found.append(_entry(call, due, history, history.gone))
    return sorted(found, key=lambda e: (e.due.day, e.due.moment or "", e.due.code))


def _entry(call: Call, due: Due, history: History, values: Values) -> Entry:
    stamps = history.stamps
    return Entry(
        due=due,
        call=call,
        sequence=len(stamps) - 1,
        first=stamps[0],
        last=stamps[-1],
        cancelled=history.gone is not None,
        demonstration=DEMONSTRATION in values,
    )


@dataclass(frozen=True, slots=True)
class History:
    """When a deadline was written (UTC, one a revision), and its last values where it is withdrawn."""

    stamps: tuple[str, ...]
    gone: Values | None


UNKNOWN: Final = History(("1970-01-01T00:00:00Z",), None)
"""A deadline without a history: its record came in before this audience could see it."""


def histories(portfolio: Portfolio) -> dict[str, History]:
    """The history of every deadline ever known; made once a snapshot."""
    return once(portfolio, "call_histories", lambda: _histories(portfolio))


def _histories(portfolio: Portfolio) -> dict[str, History]:
    when = {r.number: r.recorded_at for r in portfolio.revisions}
    found: dict[str, History] = {}
    for number, change in portfolio.changes:
        if change.entity != "call_deadline":
            continue
        before = found.get(change.code, History((), None))
        gone = change.before if change.after is None else None
        found[change.code] = History((*before.stamps, when[number]), gone)
    return found
