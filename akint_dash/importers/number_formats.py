"""How a number format of a workbook shows a number: as a day, a time, percent, and with which currency."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from akint_dash.domain.currency import currency_code
from akint_dash.importers import cells
from akint_dash.importers.grid import PERCENT_SIGN, TIME

MAX_FORMAT: Final = 1_000
"""Characters of a format that are looked at; a spreadsheet takes 255."""

_NOT_SHOWN: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.|am/pm|a/p', re.IGNORECASE)
_LENGTH: Final = re.compile(r"\[[hmst]+\]", re.IGNORECASE)
_DIGITS: Final = re.compile(r"[#?]|(?<![s.,0])0")
_WORDS: Final = re.compile(
    r'"(?P<quoted>[^"]*)"|\[\$(?P<sign>[^\]-]{0,20})(?:-(?P<place>[0-9A-F]{1,8}))?[^\]]*\]|\[[^\]]*\]'
    r"|\\(?P<one>.)|_.|\*.|(?P<bare>[€£$]|[A-Z]{3}|kr\b)",
    re.IGNORECASE,
)
_PLACES: Final[Mapping[tuple[str, str], str]] = {
    **{("kr", place): code for place, code in (("414", "NOK"), ("814", "NOK"), ("41D", "SEK"), ("81D", "SEK"))},
    **{("kr", place): code for place, code in (("406", "DKK"), ("40F", "ISK"), ("", "NOK"))},
    **{("$", place): code for place, code in (("409", "USD"), ("1009", "CAD"), ("C09", "AUD"))},
}
"""Whose crown or dollar it is, by the language of the format."""


class Shown(NamedTuple):
    """The kind of number, and the currency beside it: none where two are named.

    Kinds: ``d`` a day, ``t`` a time, ``p`` percent, ``n`` a number, ``%`` one beside a percent sign that is only text.
    """

    kind: str
    currency: str = ""


_BUILT_IN: Final[Mapping[int, str]] = {
    **dict.fromkeys((9, 10), cells.PERCENT),
    **dict.fromkeys((*range(14, 18), 22, *range(27, 37), *range(50, 59)), cells.DAY),
    **dict.fromkeys((*range(18, 22), 45, 46, 47), TIME),
}


def built_in(number: int) -> Shown:
    """How a format shows that needs no code in the file."""
    return Shown(_BUILT_IN.get(number, cells.NUMBER))


def shown_as(code: str) -> Shown:
    """How the format ``code`` shows a number."""
    code = code[:MAX_FORMAT]
    kind = format_kind(code)
    if kind != cells.NUMBER:
        return Shown(kind)
    named, words = _beside(code.partition(";")[0])
    if words.strip() == "%":
        return Shown(PERCENT_SIGN)
    written = currency_code(words) or ""
    return Shown(kind, "" if named and written and written != named else named or written)


def format_kind(code: str) -> str:
    """The kind of number that a number format shows: ``d`` a day, ``t`` a time, ``p`` percent, ``n`` a number."""
    if _LENGTH.search(code):
        return TIME
    shown = _NOT_SHOWN.sub("", code).partition(";")[0].lower()
    shown = shown.replace("general", "").replace("standard", "")
    if "%" in shown:
        return cells.PERCENT
    if _DIGITS.search(shown):
        return cells.NUMBER
    if re.search("[dyåe]", shown) or ("m" in shown and not re.search("[hst]", shown)):
        return cells.DAY
    return TIME if re.search("[hst]", shown) else cells.NUMBER


def _beside(section: str) -> tuple[str, str]:
    """The currency of a sign with its language, and the other words beside the number."""
    named, words = "", []
    for found in _WORDS.finditer(section):
        if sign := (found["sign"] or "").strip(" .\u00a0"):
            place = (found["place"] or "").upper().lstrip("0")
            own = currency_code(sign) if sign.casefold() not in ("kr", "$") else None
            named = named or own or _PLACES.get((sign.casefold(), place), "")
        words.append(found["quoted"] or found["one"] or found["bare"] or " ")
    return named, "".join(words)
