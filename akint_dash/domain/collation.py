"""Texts as they are found and ordered: letters folded for a search, and the order of the Norwegian alphabet."""

from __future__ import annotations

import unicodedata
from typing import Final

_LETTERS: Final = {"æ": "ae", "ø": "o", "å": "a", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d"}
"""What no decomposition takes apart, and å, which is a letter of its own here."""
_LAST: Final = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"}
"""The last letters of the alphabet and their neighbours' ways to write them, as signs that follow z."""


def _bare(sign: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(part))


class _Signs(dict[int, str]):
    """A table of ``str.translate`` that works out each sign the first time it is met."""

    def __init__(self, own: dict[str, str]) -> None:
        super().__init__({ord(sign): other for sign, other in own.items()})

    def __missing__(self, sign: int) -> str:
        found = self[sign] = _bare(chr(sign))
        return found


_FOLDS: Final = _Signs(_LETTERS)
_ORDERS: Final = _Signs(_LAST)


def folded(text: str) -> str:
    """``text`` as a search compares it: small letters without accents; æ and ø as ae and o, å and aa as a."""
    small = text.casefold().replace("aa", "å")
    return small if small.isascii() else unicodedata.normalize("NFC", small).translate(_FOLDS)


def in_order(text: str) -> str:
    """What puts texts into the order of the Norwegian alphabet: æ, ø, å (aa too) last, capitals and accents aside."""
    small = text.casefold().lstrip("«»\"'“”(- ").replace("aa", "å")
    return small if small.isascii() else unicodedata.normalize("NFC", small).translate(_ORDERS)
