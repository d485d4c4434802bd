"""Amounts in kroner at a year's rate."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akint_dash.domain.money import Converted, RateQuality, to_ore

RATES = {"EUR": {2023: 11.0, 2025: 11.85}, "SEK": {2025: 1.02}}


@pytest.mark.parametrize(
    ("amount", "currency", "year", "ore", "quality"),
    [
        (100, "NOK", 1990, 100, RateQuality.EXACT),
        (100, "NOK", None, 100, RateQuality.EXACT),
        (100, "EUR", 2025, 1185, RateQuality.EXACT),
        (100, "EUR", 2024, 1100, RateQuality.PROVISIONAL),
        (100, "EUR", 2030, 1185, RateQuality.PROVISIONAL),
        (100, "EUR", None, 1185, RateQuality.PROVISIONAL),
        (100, "EUR", 2022, None, RateQuality.MISSING),
        (100, "GBP", 2025, None, RateQuality.MISSING),
        (0, "EUR", 2025, 0, RateQuality.EXACT),
        (-100, "EUR", 2023, -1100, RateQuality.EXACT),
        (1, "SEK", 2025, 1, RateQuality.EXACT),
    ],
)
def test_an_amount_is_converted_or_its_rate_is_missing(
    amount: int, currency: str, year: int | None, ore: int | None, quality: RateQuality
) -> None:
    assert to_ore(amount, currency, year, RATES) == Converted(ore, quality)


@given(amount=st.integers(-(10**15), 10**15), year=st.integers(2000, 2100))
@settings(deadline=None, derandomize=True)
def test_kroner_are_kroner_whatever_the_rates(amount: int, year: int) -> None:
    assert to_ore(amount, "NOK", year, {"NOK": {year: 2.0}}) == Converted(amount, RateQuality.EXACT)


@given(amount=st.integers(0, 10**12), year=st.integers(2000, 2100))
@settings(deadline=None, derandomize=True)
def test_a_later_rate_is_never_used_for_an_earlier_year(amount: int, year: int) -> None:
    found = to_ore(amount, "EUR", year, RATES)
    if year < 2023:
        assert found.ore is None
    else:
        assert found.ore == round(amount * RATES["EUR"][2023 if year < 2025 else 2025])
        assert (found.quality is RateQuality.EXACT) is (year in RATES["EUR"])
