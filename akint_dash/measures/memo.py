"""What is derived from a whole snapshot is derived once: kept with the snapshot, gone with it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Final, TypeVar, cast

from akint_dash.store.portfolio import Portfolio

Made = TypeVar("Made")
_LOCK: Final = Lock()
_NOTHING: Final = object()
KEPT: Final = 24
"""How many derived things a snapshot keeps; what was not asked for longest goes first."""


def once(portfolio: Portfolio, key: Hashable, make: Callable[[], Made]) -> Made:
    """``make()`` for this snapshot and ``key``, made the first time it is asked for."""
    kept: dict[Hashable, Any] = vars(portfolio).setdefault("_memo", {})
    with _LOCK:
        found: Made | object = kept.pop(key, _NOTHING)
        if found is not _NOTHING:
            kept[key] = found
            return cast(Made, found)
    made = make()
    with _LOCK:
        while len(kept) >= KEPT:
            del kept[next(iter(kept))]
        return cast(Made, kept.setdefault(key, made))
