"""The basket's way to write cards in an address: a card and its page's address, one after the other, in plain signs.

Only letters, digits and ``- . _`` are used, so that an address, a form and a script write a basket alike. A card ends
with a mark of its own, so that one that a mail program cut in two is known as that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, quote, unquote_to_bytes

PATH: Final = "/kurv"
OWN: Final = "kort"
"""The page's own parameter."""
MOST: Final = 24
"""So many cards lie in a basket."""
ROOM: Final = 4_000
"""So many signs of it are read; the address of the page and of its files must have room for them."""
EMPTY: Final = "tom"
"""A basket that was emptied, unlike an address that says nothing of one."""
END: Final = ".z"
_BETWEEN: Final = ".k"
_SHORT: Final = {"%2F": ".s", "%3F": ".q", "%3D": ".e", "%26": ".a", "%2C": ".c"}
_ENTRY: Final = re.compile(r"(?:[\w-]|\.[sqeac]|\.[0-9A-F]{2})+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Named:
    """A card by its page's address (bokmål, without language) and its key; ``entry`` is how it was written."""

    entry: str
    path: str
    query: tuple[tuple[str, str], ...]
    key: str


@dataclass(frozen=True, slots=True)
class Read:
    """What a basket holds, in order. ``unread`` cannot be understood, ``beyond`` are more than there is room for."""

    cards: tuple[Named, ...]
    unread: int = 0
    beyond: int = 0


def entry(link: str, key: str) -> str:
    """A card in signs; ``link`` is its page's address with the query, in bokmål."""
    return _written(key) + _BETWEEN + _written(link)


def written(entries: Iterable[str]) -> str:
    """A basket of these, as the address says it."""
    return "".join(f"{one}{END}" for one in entries) or EMPTY


def read(text: str) -> Read:
    """The cards of a basket, each once. Never raises, whatever stands there."""
    if text in ("", EMPTY):
        return Read(())
    *whole, cut = text.split(END)
    named = [_named(one) for one in dict.fromkeys(whole)]
    cards = [one for one in named if one is not None]
    return Read(tuple(cards[:MOST]), named.count(None) + bool(cut), max(0, len(cards) - MOST))


def _named(text: str) -> Named | None:
    key, between, link = text.partition(_BETWEEN)
    names = _plain(key), _plain(link)
    if not between or names[0] is None or names[1] is None or not names[1].startswith("/"):
        return None
    path, _, query = names[1].partition("?")
    return Named(text, path, tuple(parse_qsl(query)), names[0])


def _written(text: str) -> str:
    made = quote(text, safe="").replace(".", "%2E").replace("~", "%7E")
    for code, short in _SHORT.items():
        made = made.replace(code, short)
    return made.replace("%", ".")


def _plain(text: str) -> str | None:
    """What was written; None where nothing of ours is written so."""
    if not _ENTRY.fullmatch(text):
        return None
    for code, short in _SHORT.items():
        text = text.replace(short, code)
    try:
        return unquote_to_bytes(text.replace(".", "%")).decode("utf-8")
    except UnicodeDecodeError:
        return None
