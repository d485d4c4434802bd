"""Amounts as people write them: ``kr 1 234 567,50``, ``50 000,-``, ``1,5 mill. kr``, ``EUR 25.000``."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from akint_dash.domain.currency import currency_code
from akint_dash.importers.conventions import BadCell, Convention
from akint_dash.importers.spelling import one_line

_FIGURES: Final = re.compile(r"[+-]?\d")
_LAST_FIGURE: Final = re.compile(r"\d(?=\D*\Z)", re.ASCII)
_DASH_TAIL: Final = re.compile(r"[,.][-–—]{1,2}")
_SCALES: Final = {
    word: scale
    for scale, words in {
        1_000: "tusen tus. k thousand",
        1_000_000: "mill mill. million millioner millions mio mio.",
        1_000_000_000: "mrd mrd. milliard milliarder billion billions",
    }.items()
    for word in words.split()
}
_JOINED: Final = {
    "tkr": (1_000, "NOK"),
    "t.kr": (1_000, "NOK"),
    "t.kr.": (1_000, "NOK"),
    "tnok": (1_000, "NOK"),
    "mkr": (1_000_000, "NOK"),
    "mnok": (1_000_000, "NOK"),
    "keur": (1_000, "EUR"),
    "teur": (1_000, "EUR"),
    "k€": (1_000, "EUR"),
    "meur": (1_000_000, "EUR"),
    "m€": (1_000_000, "EUR"),
}


class Amount(NamedTuple):
    """A sum in whole units, and the currency that the text itself names, if any."""

    sum: Decimal
    currency: str | None


def amount(raw: str, convention: Convention) -> Amount | None:
    """The amount that ``raw`` writes with its units; None where blank.

    Raises:
        BadCell: ``not_money`` (also for a word that is no unit: ``ca.``, ``eks. mva``), or ``two_readings``.
    """
    bare = one_line(raw).replace("\u2212", "-")
    if not bare:
        return None
    first = _FIGURES.search(bare)
    last = _LAST_FIGURE.search(bare, first.start() if first else 0)
    if first is None or last is None:
        raise BadCell("not_money")
    head, figures, tail = bare[: first.start()], bare[first.start() : last.end()], bare[last.end() :]
    dash = _DASH_TAIL.match(tail)
    scale, currency = _units(f"{head} {tail[dash.end() :] if dash else tail}")
    try:
        number = convention.number(figures, places=2 if scale == 1 else None)
    except BadCell as bad:
        raise BadCell("not_money" if bad.key == "not_a_number" else bad.key, bad.expected) from None
    return None if number is None else Amount(number * scale, currency)


def scaled_currency(words: str) -> str | None:
    """The currency of ``TNOK``, ``1000 kr`` or ``mill. euro``; None where ``words`` say no thousands of one."""
    try:
        scale, currency = _units(" ".join("tusen" if word in ("1000", "1.000") else word for word in words.split()))
    except BadCell:
        return None
    return currency if scale > 1 else None


def _units(words: str) -> tuple[int, str | None]:
    """How much a unit is worth, and its currency.

    Raises:
        BadCell: ``not_money``: a word is no unit, or two of them say different things.
    """
    scales: list[int] = []
    currencies: set[str] = set()
    left: list[str] = []
    for word in words.casefold().split():
        scale, currency = _JOINED.get(word, (_SCALES.get(word, 1), None))
        if currency:
            currencies.add(currency)
        if scale > 1:
            scales.append(scale)
        elif not currency:
            left.append(word)
    if left:
        named = currency_code(" ".join(left))
        if named is None:
            raise BadCell("not_money")
        currencies.add(named)
    if len(scales) > 1 or len(currencies) > 1:
        raise BadCell("not_money")
    return (scales[0] if scales else 1), next(iter(currencies), None)
