"""Rules for what a generated sentence may claim, as data, and when it must be silent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from akint_dash.text.words import Words

BASE: Final = 10
"""Nothing leads, and no share is compared, on fewer records."""

LEAD_POINTS: Final = 0.10
"""A leader is this many percentage points of the whole ahead of the next ..."""

LEAD_CASES: Final = 2
"""... and this many records, so that one record more can silence the sentence but never turn it round."""

LEVEL: Final = 0.8
"""Several are even where the last of them has this part of the first, and is nearer to the first than to the next one;
else they are only the largest."""

DECIDED: Final = 5
"""No success rate on fewer decisions."""

TREND_POINTS: Final = 0.05
"""A share has moved when it is this far from before (percentage points) ..."""

TREND_CASES: Final = 2
"""... and two records make the difference, not one."""

FEW: Final = 3
"""As many names as a sentence lists."""

_CLOSE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Standing:
    """How a list stands: one ``leader``; else the names that are ``even`` at the top (in order); else neither.

    ``level``: those at the top are within a fifth of the first, and nearer to it than to the one after them, so that
    they may be called even at all; where fewer than ten records make the first, it is as many alone.
    ``alone``: there is only one with anything, so that nothing can be compared. ``counts`` are the records of those
    that are even, where records are what is compared.
    """

    leader: str | None = None
    even: tuple[str, ...] = ()
    whole: bool = False
    level: bool = False
    alone: str | None = None
    counts: tuple[int, ...] = ()


Values = Mapping[str, int | float]


def leader(values: Values, records: Mapping[str, int] | None = None) -> str | None:
    """The one that stands out, None where nothing does.

    ``values`` are counts, or hours or amounts by code; of the latter ``records`` says how many records are behind each.
    The base is records whatever the weight: fewer than ten of them lead to nothing, nor does a single one, and the
    first must be ahead of the second by ten percentage points of the sum; by count by two records as well.
    """
    counts: Values = values if records is None else records
    ranked = _ranked(values)
    if len(ranked) < 2 or sum(counts.values()) < BASE - _CLOSE:
        return None
    (code, first), (_, second) = ranked[:2]
    if counts.get(code, 0) < LEAD_CASES or (records is None and first - second < LEAD_CASES):
        return None
    return code if (first - second) / sum(values.values()) >= LEAD_POINTS - _CLOSE else None


def tops(values: Values, records: Mapping[str, int] | None = None, n: int = 2) -> tuple[str, ...] | None:
    """The first ``n`` together, where each of them stands out from the one after; None where they do not."""
    counts: Values = values if records is None else records
    ranked = _ranked(values)
    if len(ranked) <= n or sum(counts.values()) < BASE - _CLOSE:
        return None
    ahead = ranked[n - 1][1] - ranked[n][1]
    few = records is None and ahead < LEAD_CASES
    return None if few or ahead / sum(values.values()) < LEAD_POINTS - _CLOSE else tuple(c for c, _ in ranked[:n])


def standing(values: Values, records: Mapping[str, int] | None = None) -> Standing:
    """How the whole list stands (see :class:`Standing`).

    ``even`` names those that the first is not ahead of, at most three; ``whole`` says that this is true of every one in
    the list, those with 0 too: only then does none stand out.
    """
    ranked = _ranked(values)
    if len(ranked) == 1:
        return Standing(alone=ranked[0][0])
    counts: Values = values if records is None else records
    if not ranked or sum(counts.values()) < BASE - _CLOSE:
        return Standing()
    first = leader(values, records)
    if first is not None:
        return Standing(leader=first)
    top, total = ranked[0][1], sum(values.values())
    near = [code for code, value in ranked if _near(top, value, total, records is None)]
    last, after = ranked[len(near) - 1][1], max((value for _, value in ranked[len(near) :]), default=None)
    level = last >= LEVEL * top and (after is None or top - last < last - after)
    level = level and (counts[ranked[0][0]] >= BASE or last == top)
    own = () if records is not None else tuple(int(values[code]) for code in near)
    if len(near) == len(values):
        return Standing(even=tuple(near), whole=True, level=level, counts=own)
    few = len(near) <= FEW
    return Standing(even=tuple(near) if few else (), level=level, counts=own if few else ())


def _near(top: float, value: float, total: float, counted: bool) -> bool:
    return (counted and top - value < LEAD_CASES) or (top - value) / total < LEAD_POINTS - _CLOSE


def _ranked(values: Values) -> list[tuple[str, int | float]]:
    """Those with anything, the largest first."""
    return sorted(((c, v) for c, v in values.items() if v > 0), key=lambda item: -item[1])


def evenly(w: Words, found: Standing, names: Mapping[str, str]) -> str:
    """What follows 'flest': ' for A (21) og B (20)', each with its own count, for 13 and 12 are not as many; nothing
    where the top is not a few that are even. Of hours and amounts the names alone."""
    if not found.level or len(found.even) < 2 or len(found.even) > FEW:
        return ""
    told = [names.get(code, code) for code in found.even]
    if found.counts:
        told = [f"{w.apart(name)} ({w.number(n)})" for name, n in zip(told, found.counts, strict=True)]
    return w(" for {names}", names=w.join(told))


def trend(before: Sequence[int], now: Sequence[int]) -> str | None:
    """``up``, ``down`` or ``flat`` of a share of records, each side (part, base); None where nothing may be claimed.

    None on a base under ten. Up or down takes five percentage points, and that the same would be said had one record
    of the part been other: the law is that one record more never turns a sentence round.
    """
    (part_before, base_before), (part_now, base_now) = before, now
    if base_before < BASE or base_now < BASE:
        return None
    change = part_now / base_now - part_before / base_before
    if abs(change) <= 0.02 + _CLOSE:
        return "flat"
    if abs(change) < TREND_POINTS - _CLOSE or abs(change) * base_now < TREND_CASES - _CLOSE:
        return None
    return "up" if change > 0 else "down"


def change(now: int, before: int) -> str | None:
    """``up``, ``down`` or ``same`` of two counts; None where one record decides (a base under ten on both sides).

    ``same`` where they differ by less than two or by no more than five percent.
    """
    if max(now, before) < BASE:
        return None
    if abs(now - before) < TREND_CASES or abs(now - before) / max(now, before) <= TREND_POINTS:
        return "same"
    return "up" if now > before else "down"


def rate(won: int, decided: int, *, by_status: bool = False) -> float | None:
    """Won of decided; None under five decisions, and where a choice of status decides what is counted."""
    return None if by_status or decided < DECIDED else won / decided
