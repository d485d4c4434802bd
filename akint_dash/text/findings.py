"""Rules for what a generated sentence may claim."""

from __future__ import annotations

from collections.abc import Mapping

LEAD_POINTS = 0.05
"""With a base of ten or more a leader leads by more than five percentage points."""

LEAD_CASES = 2
"""With fewer, by at least two cases."""

BASE = 10


def leader(values: Mapping[str, int | float]) -> str | None:
    """The one that stands out, None where nothing does.

    ``values`` are counts or amounts by code. With a base (the sum) of ten or more the first must lead the second by
    more than 5 percentage points of the sum; with fewer by at least 2 cases.
    """
    total = sum(values.values())
    if not total or not values:
        return None
    ranked = sorted(values.items(), key=lambda item: -item[1])
    first = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0
    if total >= BASE:
        return first[0] if (first[1] - second) / total > LEAD_POINTS + 1e-9 else None
    return first[0] if first[1] - second >= LEAD_CASES else None


def tops(values: Mapping[str, int | float], n: int = 2) -> tuple[str, ...] | None:
    """The first ``n`` together, where each of them stands out from the one after; None where they do not."""
    total = sum(values.values())
    ranked = sorted(values.items(), key=lambda item: -item[1])
    if not total or len(ranked) <= n:
        return None
    ahead = ranked[n - 1][1] - ranked[n][1]
    enough = ahead / total > LEAD_POINTS + 1e-9 if total >= BASE else ahead >= LEAD_CASES
    return tuple(code for code, _ in ranked[:n]) if enough else None


def trend(before: float, now: float, base_before: int, base_now: int) -> str | None:
    """``up``, ``down`` or ``flat`` of a share; None where either base is under ten (no trend is claimed)."""
    if base_before < BASE or base_now < BASE:
        return None
    change = now - before
    if abs(change) <= 0.02 + 1e-9:
        return "flat"
    return "up" if change > 0 else "down"
