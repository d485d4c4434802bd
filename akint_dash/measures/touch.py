"""Which of a list's lines a filter can touch at all: what a sentence under it may say of the filter."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Final

from akint_dash.domain.selection import PLACES
from akint_dash.measures.decisions import Decision
from akint_dash.measures.dues import Due
from akint_dash.measures.scope import Scope

PLACED: Final = ("program", *PLACES, "maned")
"""The filters that touch only those deadlines that have a programme or a region, or whose record began on a day."""
NOTHING: Final = ("",)
"""A value that no record has."""


def untouchable_days(scope: Scope, make: Callable[[Scope], Sequence[Due | Decision]]) -> list[frozenset[str]]:
    """As :func:`untouchable`, of deadlines or decisions by :data:`PLACED`."""
    return untouchable(scope, PLACED, lambda some: [(one.day, one.kind, one.record, one.source) for one in make(some)])


def untouchable(
    scope: Scope, names: Sequence[str], make: Callable[[Scope], Sequence[Hashable]]
) -> list[frozenset[str]]:
    """For each line that ``make`` finds, the filters in use of ``names`` that cannot touch it: it has nothing of the
    kind. One set more without a filter that leaves lines out: how many lines there are follows that filter.
    """
    used = [name for name in names if getattr(scope.selection, name)]
    if not used:
        return []
    lines = make(scope)
    free = {name: set(make(scope.narrowed(**{name: NOTHING}))) for name in used}
    found = [frozenset(name for name in used if line in free[name]) for line in lines]
    return found + [frozenset(used) - {name} for name in used if len(make(scope.narrowed(**{name: ()}))) > len(lines)]
