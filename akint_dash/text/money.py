"""Amounts as each language writes them: ``1 234,5 mill. kr`` and ``NOK 1,234.5 million``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from akint_dash.text.dates import NBSP, Language

MILLION: Final = 100_000_000
"""In minor units."""
UNITS: Final[Mapping[str, str]] = {
    "NOK": "kr",
    "EUR": "euro",
    "DKK": f"danske{NBSP}kroner",
    "SEK": f"svenske{NBSP}kroner",
    "ISK": f"islandske{NBSP}kroner",
    "GBP": f"britiske{NBSP}pund",
    "USD": f"amerikanske{NBSP}dollar",
}
"""What bokmål says after the number; English has the code before it."""

Number = Callable[[Decimal, int], str]
"""(value, decimals) in words."""


ROUGHLY: Final = MILLION // 20
"""Under 0,05 million one decimal says nothing, even of an amount that is only said about."""


def amount(language: Language, minor: Decimal, currency: str, number: Number, *, least: int = MILLION) -> str:
    """An amount in minor units: millions with one decimal from the ``least``, else whole units."""
    millions = abs(minor) >= least
    value = number(minor / MILLION, 1) if millions else number(minor / 100, 0)
    if language == "nb":
        return NBSP.join([value, *(["mill."] if millions else []), UNITS.get(currency, currency)])
    return NBSP.join([currency, value, *(["million"] if millions else [])])
