"""How a number format of a workbook shows a number: as a day, a time, percent, and with which currency."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from akint_dash.domain.currency import currency_code
from akint_dash.importers import cells
from akint_dash.importers.grid import TIME

MAX_FORMAT: Final = 1_000
"""Characters of a format that are looked at; a spreadsheet takes 255."""

_NOT_SHOWN: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.|am/pm|a/p', re.IGNORECASE)
_LENGTH: Final = re.compile(r"\[[hmst]+\]", re.IGNORECASE)
_DIGITS: Final = re.compile(r"[#?]|(?<![s.,0])0")
_NAMED: Final = re.compile(r'\[\$([^\]-]{1,20})(?:-([0-9A-F]{1,8}))?[^\]]{0,20}\]|"([^"]{1,20})"|([€£])', re.IGNORECASE)
_CROWNS: Final[Mapping[str, str]] = {"414": "NOK", "814": "NOK", "41D": "SEK", "81D": "SEK", "406": "DKK", "40F": "ISK"}
"""Whose crown it is, by the language of the format."""


class Shown(NamedTuple):
    """The kind of number (``d`` a day, ``t`` a time, ``p`` percent, ``n`` a number), and the currency beside it."""

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
    return Shown(kind, _currency(code) if kind == cells.NUMBER else "")


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


def _currency(code: str) -> str:
    """The one currency that a format names; blank where it names none or several."""
    named = {_meant(*found.groups(default="")) for found in _NAMED.finditer(code)} - {""}
    return named.pop() if len(named) == 1 else ""


def _meant(sign: str, language: str, quoted: str, bare: str) -> str:
    word = (sign or quoted or bare).strip(" .\u00a0")
    if word.casefold() == "kr" and language:
        return _CROWNS.get(language.upper().lstrip("0"), "")
    if word == "$" and language.upper().lstrip("0") == "409":
        return "USD"
    return currency_code(word) or ""
