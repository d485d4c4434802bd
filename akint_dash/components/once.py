"""A page of an address is made once for all strangers who ask within seconds, not once for each of them."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, Final

from akint_dash.access.viewer import STRANGER
from akint_dash.components.first_words import FirstWords, first_words
from akint_dash.components.markup import compact
from akint_dash.components.page import Site
from akint_dash.domain.recent import Recent

FRESH_S: Final = 10.0
"""So long a page stands: what is said of this minute may be that old. New numbers are shown at once."""
MOST: Final = 64
"""So many pages are kept."""


WORDS: Final = 256
"""So many pages' words are kept, until the numbers change."""


@dataclass(frozen=True, slots=True)
class _Made:
    page: Any
    words: FirstWords


@dataclass
class _Kept:
    made: float
    page: _Made | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)


class Once:
    """The pages of one site. Safe between threads; who is signed in gets a page of their own, which is not kept."""

    def __init__(self, site: Site, clock: Callable[[], float] = time.monotonic) -> None:
        self._site = site
        self._strangers = site.of_strangers()
        self._clock = clock
        self._lock = threading.Lock()
        self._pages: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._words = Recent(WORDS)

    def page(self, path: str, search: str) -> Any:
        """The page of an address and its query string.

        Raises:
            DatabaseUnavailable: nothing was ever read.
        """
        if self._site.who() != STRANGER:
            return compact(self._site.shown(path, search).content)
        return self._stranger((self._strangers.standing(), path, search)).page

    def first(self, path: str, search: str) -> FirstWords:
        """What a stranger's page says, for its first HTML; the page itself stands ready for who asks for it next.

        Raises:
            DatabaseUnavailable: nothing was ever read.
        """
        key = (self._strangers.standing(), path, search)
        found: FirstWords = self._words.keep(key, lambda: self._stranger(key).words)
        return found

    def _stranger(self, key: tuple[Hashable, str, str]) -> _Made:
        kept = self._kept(key)
        with kept.lock:  # others who ask for the same meanwhile wait for the one that makes it
            if kept.page is None:
                shown = self._strangers.shown(*key[1:])
                kept.page = _Made(words=first_words(shown), page=compact(shown.content))
            return kept.page

    def _kept(self, key: Hashable) -> _Kept:
        now = self._clock()
        with self._lock:
            kept = self._pages.get(key)
            if kept is None or now - kept.made > FRESH_S:
                kept = self._pages[key] = _Kept(now)
            self._pages.move_to_end(key)
            while len(self._pages) > MOST:
                self._pages.popitem(last=False)
            return kept
