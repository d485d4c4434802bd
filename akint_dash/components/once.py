"""A page is made once for all strangers who ask, and kept as it is sent until something that it is made of changes."""

from __future__ import annotations

import threading
import zlib
from dataclasses import dataclass
from typing import Any, Final

from plotly.io.json import to_json_plotly

from akint_dash.components.first_words import FirstWords, first_words, length
from akint_dash.components.markup import compact
from akint_dash.components.page import Asked, Site
from akint_dash.components.standing import Standing
from akint_dash.domain.bounded import Bounded

HOLE: Final = "\0"
"""Stands for the address, which the page says itself: one page may be asked for by several."""
_AT: Final = f'"data-address":{to_json_plotly(HOLE)}'
_LOCKS: Final = 64
_QUICK: Final = 1
"""The level of zlib that a page is kept at."""
BESIDE: Final = 1_000
"""Bytes that an answer takes beside its own: its key, and what holds both."""


@dataclass(frozen=True, slots=True)
class Made:
    """A stranger's page: its words for the first HTML, and the page as the browser's Dash is sent it, packed."""

    words: FirstWords
    page: bytes

    @property
    def size(self) -> int:
        """Bytes that it takes, about."""
        return len(self.page) + length(self.words) + BESIDE

    def answer(self, address: str) -> str:
        """The callback's answer for one of the addresses of the page."""
        told = f'"data-address":{to_json_plotly(address)}'
        return zlib.decompress(self.page).decode().replace(_AT, told, 1)


class Once:
    """The finished pages of one site, in normal form (see ``Asked``). Safe between threads.

    Pages of who is signed in, or of staff at home, are never here.
    """

    def __init__(self, site: Site, kept: Bounded[Any]) -> None:
        self._strangers, self._kept = site.of_strangers(), kept
        self._locks = [threading.Lock() for _ in range(_LOCKS)]

    def standing(self) -> Standing:
        """What every stranger's page is made of beside its address: the same, the same page.

        Raises:
            DatabaseUnavailable: nothing was ever read.
        """
        return self._strangers.standing()

    def answer(self, path: str, search: str) -> tuple[str, bool]:
        """What the callback answers a stranger for an address and its query string, and whether it was kept already.

        Raises:
            DatabaseUnavailable: nothing was ever read.
        """
        made, was_kept = self._made(path, search)
        return made.answer(path + search), was_kept

    def first(self, path: str, search: str) -> FirstWords:
        """What a stranger's page says, for its first HTML; the page itself stands ready for who asks for it next.

        Raises:
            DatabaseUnavailable: nothing was ever read.
        """
        return self._made(path, search)[0].words

    def _made(self, path: str, search: str) -> tuple[Made, bool]:
        standing = self.standing()
        asked = self._strangers.asked(path, search)
        key = "page", standing, asked.key
        if found := self._kept.get(key):
            return found, True
        with self._locks[hash(key) % _LOCKS]:  # others who ask for the same meanwhile wait for the one that makes it
            if found := self._kept.get(key):
                return found, True
            made = self._make(asked)
            now = self.standing()
            if standing.still_is(now):
                self._kept.put(("page", now, asked.key), made, made.size)
            return made, False

    def _make(self, asked: Asked) -> Made:
        shown = self._strangers.made(asked, HOLE)
        words = first_words(shown)
        told = to_json_plotly({"multi": True, "response": {"side": {"children": compact(shown.content)}}})
        return Made(words, zlib.compress(told.encode(), _QUICK))
