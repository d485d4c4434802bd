"""What changed since a day: from revisions, *when we knew* (S23)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from akint_dash.domain.history import Change
from akint_dash.domain.schema import ENTITIES
from akint_dash.domain.selection import PLACES, WHERE
from akint_dash.measures.calls import calls, inside
from akint_dash.measures.moments import local_day
from akint_dash.measures.pipeline import WON
from akint_dash.measures.results import results
from akint_dash.measures.scope import Scope
from akint_dash.store.data_days import recorded_day

DAYS_BACK: Final = 30
NEW: Final = ("project", "activity", "dossier", "cooperation", "call", "participation", "result")


@dataclass(frozen=True, slots=True)
class News:
    """One thing that changed. ``kind``: granted, rejected, submitted, deadline_moved, status, older or new.

    ``day`` is when we learnt it, ``happened`` when it took place, where the record says (never after the day looked
    at). ``entity`` and ``code`` name the record (for ``older`` and ``new`` the entity alone, ``n`` of them).
    """

    kind: str
    entity: str
    code: str
    day: date
    before: str = ""
    after: str = ""
    n: int = 1
    happened: date | None = None


def changes_since(scope: Scope, since: date) -> list[News]:
    """What became known after ``since``, the weightiest first: decisions, moved deadlines, status, then what came.

    Only what the selection holds is told: a record that has nothing of a chosen filter's kind (an outside
    participation under a council area) lies outside it. A step that was taken on ``since`` or before it, and read in
    after, is history: it is counted as ``older``. One dated after the day looked at has not happened.
    """
    days = {r.number: recorded_day(r) for r in scope.portfolio.revisions}
    found: list[News] = []
    came: Counter[str] = Counter()
    latest: dict[str, date] = {}
    for number, change in scope.portfolio.changes:
        day = days[number]
        if day <= since or not _inside(scope, change):
            continue
        news = _one(change, day)
        if news and news.happened and news.happened > scope.today:
            continue
        if news and news.happened and news.happened <= since:
            came["project_step"] += 1
            latest["project_step"] = day
        elif news:
            found.append(news)
        elif change.before is None and change.entity in NEW:
            came[change.entity] += 1
            latest[change.entity] = day
    found += [
        News("older" if entity == "project_step" else "new", entity, "", latest[entity], n=n)
        for entity, n in came.most_common()
    ]
    order = ("granted", "deadline_moved", "status", "rejected", "submitted", "older", "new")
    return sorted(found, key=lambda n: (order.index(n.kind), -n.day.toordinal()))


_NOT_OF: Final = {
    "participation": ("omrade", "virkemiddel", "tema", "status", *PLACES, "maned"),
    "call": ("status", *WHERE, "maned"),
    "activity": ("program", "status"),
    "dossier": ("program", "status", *WHERE),
    "cooperation": ("program", "status", "kommune"),
}
"""The filters that nothing of the kind can lie inside: it has no such thing."""


def _inside(scope: Scope, change: Change) -> bool:
    values = change.after or change.before or {}
    entity, code = change.entity, change.code
    if entity in ("project_step", "call_deadline"):
        entity = "project" if entity == "project_step" else "call"
        code = str(values.get(entity))
        values = scope.portfolio.get(entity, code)
    if any(getattr(scope.selection, name) for name in _NOT_OF.get(entity, ())):
        return False
    if entity == "call":
        return _call_inside(scope, code)
    if entity == "result":
        return code in results(scope)
    return scope.holds(entity, code, values)


def _call_inside(scope: Scope, code: str) -> bool:
    """As the page of calls: by the areas and themes that it fits; what comes of a call is a project."""
    call, chosen = calls(scope.portfolio, scope.today, scope.now).get(code), scope.selection.virkemiddel
    return call is not None and (not chosen or "PRO" in chosen) and inside(scope.narrowed(periode=None), call)


def _one(change: Change, day: date) -> News | None:
    before, after = change.before or {}, change.after or {}
    if change.entity == "project_step" and change.before is None:
        status = str(after.get("status"))
        kind = "granted" if status in WON - {"running", "completed"} else status
        if kind in ("granted", "rejected", "submitted"):
            return News(kind, "project", str(after["project"]), day, happened=date.fromisoformat(str(after["date"])))
    if change.entity == "call_deadline" and change.before and change.after:
        was, now = local_day(before), local_day(after)
        if was and now and was != now:
            return News("deadline_moved", "call", str(after["call"]), day, was.isoformat(), now.isoformat())
    if change.entity == "cooperation" and before.get("status") and after.get("status") != before["status"]:
        return News("status", "cooperation", change.code, day, str(before["status"]), str(after.get("status")))
    return None


def newest_day(scope: Scope) -> date | None:
    """The day that the newest of the data are of; None where no source has told of anything."""
    return max((day for entity in ENTITIES if (day := scope.portfolio.data_day(entity))), default=None)


def default_since(scope: Scope) -> date:
    """Thirty days before the day looked at."""
    return scope.today - timedelta(days=DAYS_BACK)
