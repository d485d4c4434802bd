"""A page of an address is made once for all strangers who ask within seconds, not once for each of them."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, Final

from akint_dash.access.viewer import STRANGER
from akint_dash.components.markup import compact
from akint_dash.components.page import Site

FRESH_S: Final = 10.0
"""So long a page stands: what is said of this minute may be that old. New numbers are shown at once."""
MOST: Final = 64
"""So many pages are kept."""


@dataclass
class _Kept:
    made: float
    page: Any = None
    lock: threading.Lock = field(default_factory=threading.Lock)


class Once:
    """The pages of one site. Safe between threads; who is signed in gets a page of their own, which is not kept."""

    def __init__(self, site: Site, clock: Callable[[], float] = time.monotonic) -> None:
        self._site = site
        self._clock = clock
        self._lock = threading.Lock()
        self._pages: OrderedDict[Hashable, _Kept] = OrderedDict()

    def page(self, path: str, search: str) -> Any:
        """The page of an address and its query string.

        Raises:
            DatabaseUnavailable: nothing was ever read.
        """
        if self._site.who() != STRANGER:
            return self._make(path, search)
        snapshots = self._site.snapshots
        key = (snapshots.edition(), snapshots.trouble, self._site.settings.day(), path, search)
        kept = self._kept(key)
        with kept.lock:  # others who ask for the same meanwhile wait for the one that makes it
            if kept.page is None:
                kept.page = self._make(path, search)
            return kept.page

    def _make(self, path: str, search: str) -> Any:
        return compact(self._site.render(path, search))

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
