"""What a call of the portal is worth: its own amounts in its own currency, never those of its sisters.

A topic's amounts stand in ``budgetOverview``, which speaks of the whole call: only entries whose ``action`` begins with
the topic's identifier are its own. Calls for proposals and cascade calls have theirs in ``budget``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from akint_dash.domain.currency import currency_code
from akint_dash.importers.conventions import BadCell, Convention
from akint_dash.importers.euros import EURO, cents
from akint_dash.importers.portal_json import integer
from akint_dash.importers.texts import folded


def worth(amounts: Sequence[str], currency: str) -> tuple[int, str] | None:
    """The sum of ``amounts`` in minor units and its currency; None where it is nothing.

    Raises:
        BadCell: ``unknown_currency``, or a part is no amount, may be two, is negative or in another currency.
    """
    code = currency_code(currency) if currency else EURO
    if code is None:
        raise BadCell("unknown_currency")
    total = sum(cents(text, Convention.ENGLISH, code) or 0 for text in amounts)
    return (total, code) if total else None


def topic_amounts(overviews: Iterator[Any], identifier: str) -> Iterator[str]:
    """The amounts of a topic in the overviews of its call, which may be JSON in a string or opened already."""
    for said in overviews:
        overview = opened(said) if isinstance(said, str) else said
        actions = overview.get("budgetTopicActionMap") if isinstance(overview, dict) else None
        for entries in actions.values() if isinstance(actions, dict) else ():
            for entry in entries if isinstance(entries, list) else ():
                yield from _years(entry, identifier)


def _years(entry: Any, identifier: str) -> Iterator[str]:
    own = isinstance(entry, dict) and f"{folded(str(entry.get('action')))} ".startswith(f"{folded(identifier)} ")
    years = entry.get("budgetYearMap") if own else None
    yield from (str(amount) for amount in years.values() if amount is not None) if isinstance(years, dict) else ()


def opened(text: str) -> Any:
    """The JSON in a string; None where there is none."""
    try:
        return json.loads(text, parse_int=integer)
    except (ValueError, RecursionError):
        return None
