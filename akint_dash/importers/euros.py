"""Money of sources whose amounts are in euro, as they write it: ``25,000``, ``EUR 25 000``, ``€2.5 million``."""

from __future__ import annotations

from decimal import ROUND_HALF_UP
from typing import Final

from akint_dash.importers.amounts import amount
from akint_dash.importers.conventions import MAX_MINOR, BadCell, Convention

EURO: Final = "EUR"


def cents(text: str, convention: Convention, currency: str = EURO) -> int | None:
    """The cents in a cell; None where blank. Parts of a cent are rounded.

    Raises:
        BadCell: ``not_money``, ``two_readings``, ``negative``, or ``currency_contradicts``: another one is written
            there than that of the column.
    """
    found = amount(text, convention)
    if found is None:
        return None
    if found.currency not in (None, currency):
        raise BadCell("currency_contradicts", currency)
    if abs(found.sum) * 100 > MAX_MINOR:
        raise BadCell("not_money")
    if found.sum < 0:
        raise BadCell("negative")
    return int((found.sum * 100).to_integral_value(ROUND_HALF_UP))
