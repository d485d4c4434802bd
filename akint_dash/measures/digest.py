"""What moved for one council area since a day: its records before and after, and what came near, fits or lacks since.

Before and after are two snapshots, so that what was done and undone between is no news. Nothing else than these moved
is a reason to write to anybody (:attr:`Digest.moved`): a deadline that was near already is no news either.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from akint_dash.domain.belonging import area_of
from akint_dash.domain.history import DEMONSTRATION, SOURCE_REFS, Change, Values
from akint_dash.domain.schema import ENTITIES
from akint_dash.measures.calls import Call, selected, urgent
from akint_dash.measures.dues import Due, dues
from akint_dash.measures.holes import Hole, holes
from akint_dash.measures.scope import Scope
from akint_dash.store.portfolio import Portfolio

NEAR_DAYS: Final = 30
"""So many days ahead a deadline is near."""
QUIET: Final = frozenset({SOURCE_REFS, DEMONSTRATION})
"""What a change of says nothing to anybody."""


@dataclass(frozen=True, slots=True)
class Digest:
    """``changes`` are of the area's own records, the net ones since ``since``. ``dues`` are those of the next
    :data:`NEAR_DAYS` days, ``newly`` of them (the record that holds the day) those that were not near or known then.
    ``holes`` are what lacks now, ``lacked`` kind -> how many lacked then. ``calls`` fit now and did not then.
    """

    since: date
    day: date
    changes: tuple[Change, ...]
    dues: tuple[Due, ...]
    newly: frozenset[tuple[str, str]]
    holes: tuple[Hole, ...]
    lacked: dict[str, int]
    calls: tuple[Call, ...]

    @property
    def lacking(self) -> dict[str, int]:
        """kind -> how many lack now."""
        return {hole.kind: hole.n for hole in self.holes}

    @property
    def moved(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.changes or self.newly or self.calls or self.lacking != self.lacked)


def digest(now: Scope, then: Scope) -> Digest:
    """What moved between two scopes of the same one area (``selection.omrade``), ``then`` looked at on its own day."""
    (area,) = now.selection.omrade
    near = dues(now, now.today + timedelta(days=NEAR_DAYS))
    was_near = {one.source for one in dues(then, then.today + timedelta(days=NEAR_DAYS))}
    fitted = {call.code for call in urgent(selected(then))}
    return Digest(
        since=then.today,
        day=now.today,
        changes=tuple(_changes(now.portfolio, then.portfolio, area)),
        dues=tuple(near),
        newly=frozenset(one.source for one in near) - was_near,
        holes=tuple(holes(now)),
        lacked={hole.kind: hole.n for hole in holes(then)},
        calls=tuple(call for call in urgent(selected(now)) if call.code not in fitted),
    )


def _changes(now: Portfolio, then: Portfolio, area: str) -> list[Change]:
    """In the order of the schema: what came, differs or was closed of the records that are or were the area's."""
    found = []
    for entity in ENTITIES:
        after, before = now.records(entity), then.records(entity)
        for code in [*after, *(code for code in before if code not in after)]:
            is_now, was = after.get(code), before.get(code)
            if is_now is not was and _said(is_now) != _said(was) and area in _areas(now, then, entity, is_now, was):
                found.append(Change(entity, code, was, is_now))
    return found


def _said(values: Values | None) -> Values | None:
    return None if values is None else {name: value for name, value in values.items() if name not in QUIET}


def _areas(now: Portfolio, then: Portfolio, entity: str, is_now: Values | None, was: Values | None) -> set[str]:
    areas = {area_of(now.get, entity, is_now)} if is_now is not None else set()
    return areas | ({area_of(then.get, entity, was)} if was is not None else set())
