"""Keeping the newest portfolio in memory: one cheap query notices a new revision, the whole snapshot is swapped."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from sqlalchemy.engine import Engine

from akint_dash.domain.bounded import Bounded
from akint_dash.domain.history import Change, State
from akint_dash.domain.mark import history_digest
from akint_dash.errors import DatabaseUnavailable
from akint_dash.store.data_days import recorded_day
from akint_dash.store.engine import reading
from akint_dash.store.identity import Sight, sight
from akint_dash.store.portfolio import Audience, Portfolio, make
from akint_dash.store.revisions import Revision, list_revisions, read_changes
from akint_dash.store.state import read_state
from akint_dash.store.usable import Absurd, of, usable

log = logging.getLogger(__name__)

LOOKS_BACK: Final = 256_000_000
"""Bytes of looks back that are kept, where nothing else is said."""
RECORD: Final = 1_500
"""Bytes that a record of a look back is counted as, with all that is worked out of it (1 100 were measured)."""
PATIENCE_S: Final = 1.0
"""So long a reader waits for a look at the database where there is a snapshot to show."""
FIRST_S: Final = 8.0
"""So long where there is none yet."""
LATE_S: Final = 5.0
"""A look that takes longer is trouble, though nothing has failed yet."""


@dataclass(frozen=True)
class Read:
    """What was read in one look."""

    state: State
    revisions: list[Revision]
    changes: Sequence[tuple[int, Change]]
    seen: Sight
    edition: str
    absurd: tuple[Absurd, ...] = ()

    @property
    def number(self) -> int:
        """The newest revision's."""
        return int(self.seen[0])


@dataclass
class _Look:
    """One look at the database, in a thread of its own."""

    began: float
    done: threading.Event = field(default_factory=threading.Event)
    error: DatabaseUnavailable | None = None


class Snapshots:
    """The portfolios of one database. Safe between threads; not to be opened before a fork.

    ``prepare`` is called before the first look, and again until one has been read. ``looks_back`` bytes of looks back
    are kept, and always the latest.
    """

    def __init__(
        self,
        engine: Engine,
        poll_s: float,
        prepare: Callable[[], None] = lambda: None,
        looks_back: int = LOOKS_BACK,
    ) -> None:
        self._engine = engine
        self._poll_s = poll_s
        self._prepare = prepare
        self._looking = threading.Lock()
        self._making = threading.Lock()
        self._look: _Look | None = None
        self._read: Read | None = None
        self._checked = float("-inf")
        self._made: dict[Audience, Portfolio] = {}
        self._back: Bounded[Portfolio] = Bounded(looks_back)
        self.reason = ""
        """The key of why the last look at the database failed, blank where it did not."""
        self.loaded_at = 0.0
        """When what is shown was read."""
        self.checked_at = 0.0
        """When the database last said that it is the newest."""
        self.hits = 0
        self.misses = 0

    @property
    def shown(self) -> Read | None:
        """What was read last, without asking the database; None where nothing ever was."""
        return self._read

    @property
    def trouble(self) -> bool:
        """Whether the last look at the database failed, or does not end: what is shown may be old."""
        look = self._look
        return bool(self.reason) or (look is not None and time.monotonic() - look.began > LATE_S)

    def portfolio(self, audience: Audience, as_of: date | None = None) -> Portfolio:
        """The newest portfolio for ``audience``, looked back to ``as_of``.

        A failed read keeps the old snapshot and sets ``trouble``.

        Raises:
            DatabaseUnavailable: nothing was ever read.
        """
        read = self._newest()
        with self._making:
            if (made := self._made.get(audience)) is None or made.edition != read.edition:
                self.misses += 1
                made = self._made[audience] = _made(read, audience, None)
            else:
                self.hits += as_of is None
            return made if as_of is None else self._as_of(read, made, as_of)

    def _as_of(self, read: Read, now: Portfolio, as_of: date) -> Portfolio:
        """The look back to a day. Days with the same newest revision share everything but their day."""
        key = read.edition, now.audience, as_of
        if found := self._back.get(key):
            self.hits += 1
            return found
        self.misses += 1
        number = max((r.number for r in read.revisions if recorded_day(r) <= as_of), default=0)
        then = now if number == read.number else self._back.get((*key[:2], number))
        if then is None:
            then = _made(read, now.audience, as_of)
            self._keep((*key[:2], number), then)
        found = then.on(as_of)
        self._keep(key, found)
        return found

    def _keep(self, key: Hashable, made: Portfolio) -> None:
        self._back.put(key, made, min(RECORD * sum(map(len, made.state.values())), self._back.most))

    @property
    def bytes_back(self) -> int:
        """What looks back take, about."""
        return self._back.bytes

    def looked_back(self, audience: Audience, as_of: date) -> Portfolio:
        """As :meth:`portfolio`, for one who counts in it once: it is not kept, and pushes out none that is.

        Raises:
            DatabaseUnavailable: nothing was ever read.
        """
        return _made(self._newest(), audience, as_of)

    def revision(self) -> int:
        """The number of the newest revision, looked up at most every ``poll_s`` seconds.

        Raises:
            DatabaseUnavailable: nothing was ever read.
        """
        return self._newest().number

    def edition(self) -> str:
        """What tells this snapshot from every other one, of another database with the same number too.

        Raises:
            DatabaseUnavailable: nothing was ever read.
        """
        return self._newest().edition

    def _newest(self) -> Read:
        look = self._begin()
        if look is not None:
            look.done.wait(FIRST_S if self._read is None else PATIENCE_S)
        if self._read is None:
            assert look is not None  # noqa: S101 - without a snapshot every call looks
            raise look.error or DatabaseUnavailable("database_slow", url=self._engine.url.render_as_string())
        return self._read

    def _begin(self) -> _Look | None:
        """The look that is under way, a new one where it is time, else None."""
        with self._looking:
            if self._look is None:
                if time.monotonic() - self._checked < self._poll_s:
                    return None
                self._look = _Look(time.monotonic())
                threading.Thread(target=self._see, args=(self._look,), name="akint-look", daemon=True).start()
            return self._look

    def _see(self, look: _Look) -> None:
        reason = ""
        try:
            self._take()
        except DatabaseUnavailable as error:
            look.error, reason = error, error.key
        except Exception:  # whatever a damaged table makes of our reading, the last snapshot stays
            log.exception("the database could not be understood")
            look.error = DatabaseUnavailable("database_damaged", url=self._engine.url.render_as_string())
            reason = look.error.key
        with self._looking:
            if reason != self.reason:
                log.warning("database: %s", reason or "well again")
            self.reason = reason
            if not reason:
                self.checked_at = time.time()
            if self._read is not None:
                self._checked = time.monotonic()
            self._look = None
        look.done.set()

    def _take(self) -> None:
        """Look, and read everything where something is new."""
        if self._read is None:
            self._prepare()
        with reading(self._engine) as connection:
            seen = sight(connection)
        if self._read is not None and seen == self._read.seen:
            return
        if self._read is not None and seen[3:] != self._read.seen[3:]:
            self._engine.dispose()  # another database: no connection to the old one is used again
        with reading(self._engine) as connection:
            revisions = list_revisions(connection)
            seen = sight(connection)
            edition = _edition(seen, revisions)
            state, changes, absurd = usable(read_state(connection), read_changes(connection))
            self._read = Read(state, revisions, changes, seen, edition, absurd)
            self.loaded_at = time.time()


def _made(read: Read, audience: Audience, as_of: date | None) -> Portfolio:
    made = make(read.state, read.revisions, read.changes, audience, as_of)
    return replace(made, edition=read.edition, absurd=of(read.absurd, made.state))


def _edition(seen: Sight, revisions: Sequence[Revision]) -> str:
    """The same in every process that serves the same database, another one for every other history or place of it."""
    history = ((r.number, r.recorded_at, r.fingerprint) for r in revisions)
    return history_digest([*history, (seen[0], repr(seen), "")])
