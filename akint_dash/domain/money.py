"""Converting amounts to kroner at a year's rate, as MODEL.md says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Rates = Mapping[str, Mapping[int, float]]
"""currency -> year -> kroner for one unit."""


class RateQuality(StrEnum):
    """How sure a converted amount is."""

    EXACT = "exact"  # kroner, or the rate of the very year
    PROVISIONAL = "provisional"  # 'foreløpig kurs': the last known rate before the year
    MISSING = "missing"  # 'kurs mangler': the amount stays in its own currency


@dataclass(frozen=True, slots=True)
class Converted:
    """``ore`` is None where no rate is known."""

    ore: int | None
    quality: RateQuality


def of_year(known: Mapping[int, float], year: int) -> float | None:
    """The rate of a year among those of a currency, else the last known before it; None where there is none."""
    earlier = [y for y in known if y <= year]
    return known[max(earlier)] if earlier else None


def to_ore(amount: int, currency: str, year: int | None, rates: Rates) -> Converted:
    """``amount`` (minor units of ``currency``) in øre at the rate of ``year``.

    A year without a rate uses the last known before it, marked provisional; none at all is missing.
    """
    if currency == "NOK":
        return Converted(amount, RateQuality.EXACT)
    known = rates.get(currency, {})
    if year is not None and year in known:
        return Converted(round(amount * known[year]), RateQuality.EXACT)
    earlier = [y for y in known if year is None or y < year]
    if not earlier:
        return Converted(None, RateQuality.MISSING)
    return Converted(round(amount * known[max(earlier)]), RateQuality.PROVISIONAL)
