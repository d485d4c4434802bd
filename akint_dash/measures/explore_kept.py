"""What Explore has worked out of a snapshot is kept with it: values, answers, and the records last chosen."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Final, TypeVar

from akint_dash.domain.recent import Recent
from akint_dash.measures.dated import Planned, planned, would_count
from akint_dash.measures.memo import once
from akint_dash.measures.scope import Scope
from akint_dash.store.involvement import RULES

Made = TypeVar("Made")
MOST: Final = {"values": 16, "answers": 64, "planned": 16, "together": 6, "listing": 4}
"""So many of each are kept; what was not asked for longest goes first."""


def kept(scope: Scope, kind: str, key: Hashable, make: Callable[[], Made], *, of_all: bool = False) -> Made:
    """What was made of this selection on this day (``of_all``: of the snapshot alone), made where it was not."""
    held = once(scope.portfolio, f"explore {kind}", lambda: Recent(MOST[kind]))
    return held.keep(key if of_all else (key, scope.selection, scope.today), make)


def begins_later(scope: Scope) -> Planned:
    """The records that every filter lets through and that begin after the data's day: no count has them yet."""
    return kept(scope, "planned", None, lambda: planned(scope, *RULES, among=would_count(scope)))
