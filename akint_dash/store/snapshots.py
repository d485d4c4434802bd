"""Keeping the newest portfolio in memory: one cheap query notices a new revision, the whole snapshot is swapped."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy.engine import Engine

from akint_dash.domain.history import Change, State
from akint_dash.errors import DatabaseUnavailable
from akint_dash.store.engine import reading
from akint_dash.store.portfolio import Audience, Portfolio, make
from akint_dash.store.revisions import Revision, list_revisions, newest, read_changes
from akint_dash.store.state import read_state

KEPT: Final = 12
"""How many looks back are kept."""


@dataclass(frozen=True)
class _Read:
    state: State
    revisions: list[Revision]
    changes: list[tuple[int, Change]]
    number: int


class Snapshots:
    """The portfolios of one database. Safe between threads; not to be opened before a fork."""

    def __init__(self, engine: Engine, poll_s: float) -> None:
        self._engine = engine
        self._poll_s = poll_s
        self._lock = threading.Lock()
        self._read: _Read | None = None
        self._checked = float("-inf")
        self._made: OrderedDict[tuple[int, Audience, date | None], Portfolio] = OrderedDict()
        self.trouble = False
        """Whether the last look at the database failed: what is shown may be old."""
        self.loaded_at = 0.0

    def portfolio(self, audience: Audience, as_of: date | None = None) -> Portfolio:
        """The newest portfolio for ``audience``, looked back to ``as_of``.

        A failed read keeps the old snapshot and sets ``trouble``.

        Raises:
            DatabaseUnavailable: nothing was ever read.
        """
        with self._lock:
            self._refresh()
            assert self._read is not None  # noqa: S101 - _refresh raises otherwise
            key = (self._read.number, audience, as_of)
            if key not in self._made:
                read = self._read
                self._made[key] = make(read.state, read.revisions, read.changes, audience, as_of)
                while len(self._made) > KEPT:
                    self._made.popitem(last=False)
            self._made.move_to_end(key)
            return self._made[key]

    def revision(self) -> int:
        """The number of the newest revision, looked up at most every ``poll_s`` seconds."""
        with self._lock:
            self._refresh()
            assert self._read is not None  # noqa: S101
            return self._read.number

    def _refresh(self) -> None:
        if time.monotonic() - self._checked < self._poll_s:
            return
        try:
            with reading(self._engine) as connection:
                number = newest(connection)
                if self._read is None or number != self._read.number:
                    self._read = _Read(
                        read_state(connection),
                        list_revisions(connection),
                        read_changes(connection),
                        number,
                    )
                    self.loaded_at = time.time()
            self.trouble = False
        except DatabaseUnavailable:
            self.trouble = True
            if self._read is None:
                raise
        finally:
            if self._read is not None:
                self._checked = time.monotonic()
