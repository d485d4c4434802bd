"""What the applications that wait may bring: a range by value and origin, never one number."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import Final

import numpy as np
import numpy.typing as npt

from akint_dash.measures.frame import frame
from akint_dash.measures.pipeline import Pipeline, Standing
from akint_dash.measures.projects import DECIDED_BY
from akint_dash.measures.scope import Scope

DECIDED: Final = 5
"""With fewer decisions all together there is no forecast."""

RATED: Final = 10
"""An origin with fewer decisions has no rate of its own; all together with fewer, or where all or none were granted,
nothing is likely: every outcome is in the range."""

MIDDLE: Final = (0.1, 0.9)
"""The range holds the middle eight of ten outcomes."""

HANDFUL: Final = 3
"""So few applications have no middle: the range is from the least that may come to the most."""

LEAST_MILL: Final = 2
"""A range of fewer whole millions says nothing."""

_STEP_ORE: Final = 1_000_000
_MILLION_ORE: Final = 100_000_000


@dataclass(frozen=True, slots=True)
class Forecast:
    """What may be won in all: ``low_mill``-``high_mill`` (whole millions of kroner) of ``top_mill`` were all granted.

    The ends are rounded outwards, so that the range as printed holds what it is said to hold: eight of ten outcomes, or
    (``whole``) every one.

    ``n`` applications with an amount are in it, ``left_out`` without one are not, nor what is not known of
    ``won_lacking`` grants. ``rates`` are (origin, won of
    decided); the origin "all" stands for those whose own has too few decisions.
    """

    low_mill: int
    high_mill: int
    top_mill: float
    n: int
    left_out: int
    won_lacking: int
    rates: tuple[tuple[str, float], ...]
    whole: bool = False
    won_mill: float = 0.0
    """What is granted already: the least that it can be."""


def forecast(scope: Scope, pipe: Pipeline) -> Forecast | None:
    """Money won plus what may come of the applications that wait, each granted as often as its origin has been.

    Each application is granted whole or not at all, apart from the others, with the rate of its origin (own, invited);
    the range holds the middle eight of ten sums, or all where a handful wait or few are decided. None where the period
    is over or not yet known, where a choice of status or months decides what is counted, where nothing with an amount
    waits, on fewer than five decisions, and where whole millions are too coarse to make a range.
    """
    shown = frame(scope, *DECIDED_BY)
    if scope.selection.status or scope.selection.maned or pipe.decided < DECIDED:
        return None
    if shown.last < scope.today.year or shown.until is None:
        return None
    waiting = [s for s in pipe.waiting_paid if s.external_ore]
    if not waiting:
        return None
    chance: dict[str, float] = {}
    origins = {s.code: str(scope.portfolio.get("project", s.code).get("origin", "")) for s in waiting}
    for origin in set(origins.values()):
        rate = _rate(scope, pipe, origin)
        chance[origin] = len(pipe.won) / pipe.decided if rate is None else rate
    some = [(s.external_ore or 0, chance[origins[s.code]]) for s in waiting]
    whole = len(waiting) <= HANDFUL or pipe.decided < RATED or not all(0 < rate < 1 for rate in chance.values())
    low, high = (0.0, float(sum(ore for ore, _ in some))) if whole else _middle(some)
    named = {origin if _rate(scope, pipe, origin) is not None else "all": chance[origin] for origin in chance}
    order = ("own", "invited", "all")
    top = (pipe.won_ore + sum(ore for ore, _ in some)) / _MILLION_ORE
    least, most = floor((pipe.won_ore + low) / _MILLION_ORE), ceil((pipe.won_ore + high) / _MILLION_ORE)
    if most - least < LEAST_MILL:
        return None
    return Forecast(
        least,
        most,
        top,
        len(waiting),
        len(pipe.waiting_paid) - len(waiting),
        sum(s.no_amount or bool(s.no_rate) for s in pipe.won_paid),
        tuple((origin, named[origin]) for origin in order if origin in named),
        whole,
        pipe.won_ore / _MILLION_ORE,
    )


def _middle(some: list[tuple[int, float]]) -> tuple[float, float]:
    """The sums (øre) between which the middle eight of ten outcomes lie, wide enough for the steps of the reckoning."""
    total, slack = np.cumsum(_sums(some)), len(some) * _STEP_ORE / 2
    low, high = (float(np.searchsorted(total, part - 1e-9)) * _STEP_ORE for part in MIDDLE)
    return max(0.0, low - slack), min(float(sum(ore for ore, _ in some)), high + slack)


def _rate(scope: Scope, pipe: Pipeline, origin: str) -> float | None:
    def mine(some: tuple[Standing, ...]) -> int:
        return sum(str(scope.portfolio.get("project", s.code).get("origin", "")) == origin for s in some)

    won, lost = mine(pipe.won), mine(pipe.rejected)
    return won / (won + lost) if origin and won + lost >= RATED else None


def _sums(some: list[tuple[int, float]]) -> npt.NDArray[np.float64]:
    """How likely each sum is, in steps of 10 000 kroner, each application granted or not by its own chance."""
    chances = np.array([1.0])
    for ore, chance in some:
        steps = max(1, round(ore / _STEP_ORE))
        grown = np.zeros(len(chances) + steps)
        grown[: len(chances)] += chances * (1 - chance)
        grown[steps:] += chances * chance
        chances = grown
    return chances
