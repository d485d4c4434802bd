"""What is derived from a whole snapshot is derived once: kept with the snapshot, gone with it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from akint_dash.store.portfolio import Portfolio

Made = TypeVar("Made")
KEPT = 24
"""How many derived things a snapshot keeps; the oldest goes first."""


def once(portfolio: Portfolio, key: Hashable, make: Callable[[], Made]) -> Made:
    """``make()`` for this snapshot and ``key``, made the first time it is asked for."""
    kept: dict[Hashable, Any] = vars(portfolio).setdefault("_memo", {})
    if key not in kept:
        made = make()
        while len(kept) >= KEPT:
            kept.pop(next(iter(kept)), None)
        kept[key] = made
    found: Made = kept[key]
    return found
