"""How far a collection has come, worked out from the history and from the files: nothing else is kept anywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

from akint_dash.domain.collecting import Sent, mark_of
from akint_dash.domain.history import Change, apply
from akint_dash.domain.mark import history_digests
from akint_dash.domain.schema import ENTITIES, PERSON
from akint_dash.exports.collected.source import Source
from akint_dash.exports.workbook import area_of
from akint_dash.importers.load import Plan
from akint_dash.measures.collection import Filled, Gap, active, filled, gaps
from akint_dash.measures.memo import once
from akint_dash.store.portfolio import Portfolio, as_at
from akint_dash.store.revisions import Revision
from akint_dash.store.usable import usable

Standing = Literal["", "sent", "answered", "read", "same"]
"""Nothing is known; sent out and not changed; changed and not read in; read in; read in with no change of its own."""


@dataclass(frozen=True, slots=True)
class File:
    """A workbook of the collection that lies somewhere, and what an import of it would do."""

    name: str
    sent: Sent
    revision: int | None
    """The revision it was made at; None where this database has no such revision."""
    plan: Plan


@dataclass(frozen=True, slots=True)
class Line:
    """One area's workbook. ``sent_on`` is the day it was sent, where a file says so; ``read`` the update that took it.

    ``cells`` are those asked for when it was sent, with what the file or the database has filled since; None where
    nobody knows what was sent. ``now`` is what the database lacks. ``counts`` are records of the area that are new,
    changed and closed by the answer.
    """

    area: str
    standing: Standing
    file: str = ""
    revision: int | None = None
    sent_on: str = ""
    read: Revision | None = None
    cells: Filled | None = None
    counts: Mapping[str, int] | None = None
    conflicts: int = 0
    problems: int = 0
    now: int = 0


def lines(source: Source, year: int, today: date, files: Sequence[File] = ()) -> list[Line]:
    """A line for each file, and for each other area of the year; in the order of the areas."""
    round_ = _Round(source, year, today)
    found = []
    for area in dict.fromkeys([*active(source.portfolio, year), *(one.sent.area for one in files)]):
        mine = [one for one in files if one.sent.area == area]
        found += [round_.of_file(one) for one in mine] or [round_.of_area(area)]
    return found


def lines_of(portfolio: Portfolio, year: int, today: date) -> list[Line]:
    """What the history alone knows, of a portfolio for staff."""
    return once(portfolio, ("collection", year, today), lambda: lines(Source(portfolio.state, portfolio), year, today))


class _Round:
    """A collection: what was asked when, and who has answered."""

    def __init__(self, source: Source, year: int, today: date) -> None:
        self._source, self._year, self._today = source, year, today
        self._changes = source.portfolio.changes
        self._answers = answers(source.portfolio, year)
        self._now = gaps(source.portfolio, year, today)
        self._then: Callable[[int, date], list[Gap]] = cache(self._lacked)

    def of_area(self, area: str) -> Line:
        """What the history alone knows of an area."""
        answered = self._answers.get(area)
        if answered is None:
            return Line(area, "", now=len(self._mine(area, self._now)))
        revision, read = answered
        asked = self._mine(area, self._then(revision, self._today))
        counts = self._touched(area, {one.number for one in read})
        return Line(
            area,
            "read" if counts else "same",
            revision=revision,
            read=read[-1],
            cells=filled(asked, self._now),
            counts=counts,
            now=len(self._mine(area, self._now)),
        )

    def of_file(self, file: File) -> Line:
        """What a file and the history know."""
        area, plan = file.sent.area, file.plan
        known = self.of_area(area)
        waits = bool(plan.changes or plan.conflicts or plan.problems)
        line = replace(known, file=file.name, revision=file.revision, sent_on=file.sent.day)
        if file.revision is None:
            return replace(line, standing="answered" if waits else "sent", cells=None, counts=None)
        day = min(date.fromisoformat(file.sent.day), self._today)
        asked = self._mine(area, self._then(file.revision, day))
        if not waits:
            return replace(line, standing=known.standing or "sent", cells=filled(asked, self._now))
        return replace(
            line,
            standing="answered",
            cells=filled(asked, self._lacked_with(plan.changes)),
            counts=dict(Counter(change.sort for change in plan.changes)),
            conflicts=len(plan.conflicts),
            problems=len(plan.problems),
        )

    def _lacked(self, revision: int, day: date) -> list[Gap]:
        return gaps(as_at(self._source.portfolio, revision), self._year, day)

    def _mine(self, area: str, some: Iterable[Gap]) -> list[Gap]:
        return [gap for gap in some if gap.area == area]

    def _lacked_with(self, changes: Iterable[Change]) -> list[Gap]:
        """What would be lacking with these changes."""
        state = apply(self._source.state, [one for one in changes if one.entity != PERSON.name])
        shown, _, _ = usable(state, ())
        return gaps(replace(self._source.portfolio, state=shown, _frames={}), self._year, self._today)

    def _touched(self, area: str, numbers: set[int]) -> dict[str, int]:
        """How many records of an area some updates changed."""
        mine = [c for n, c in self._changes if n in numbers and area in self._whose(c)]
        return dict(Counter(change.sort for change in mine))

    def _whose(self, change: Change) -> set[str | None]:
        entity, state = ENTITIES[change.entity], self._source.portfolio.state
        return {area_of(state, entity, values) for values in (change.before, change.after) if values is not None}


def answers(portfolio: Portfolio, year: int) -> dict[str, tuple[int, list[Revision]]]:
    """area -> the revision that its workbook was made at, and those in which it was read in and that still stand."""
    made: dict[str, tuple[str, int]] = {}
    areas = list(portfolio.records("area"))
    for number, history in history_digests((r.number, r.recorded_at, r.fingerprint) for r in portfolio.revisions):
        for area in areas:
            made[mark_of(history, year, area).name] = area, number
    found: dict[str, tuple[int, list[Revision]]] = {}
    for revision in standing(portfolio.revisions):
        for mark in (word.partition("@")[0] for word in revision.workbooks.split()):
            if mark in made:
                area, number = made[mark]
                found[area] = number, [*found.get(area, (0, []))[1], revision]
    return found


def standing(revisions: Sequence[Revision]) -> list[Revision]:
    """The revisions that have not been taken back, the oldest first."""
    gone: set[int] = set()
    for revision in reversed(revisions):
        if revision.undoes is not None and revision.number not in gone:
            gone.add(revision.undoes)
    return [revision for revision in revisions if revision.number not in gone]
