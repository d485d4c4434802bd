"""What a collection is made of: the database at one revision, and what each area is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from akint_dash.domain.history import State
from akint_dash.exports.collected.content import Sending
from akint_dash.measures.collection import Gap, gaps
from akint_dash.store.engine import Database, reading
from akint_dash.store.portfolio import Portfolio, make
from akint_dash.store.revisions import digest_at, list_revisions, read_changes
from akint_dash.store.state import read_state
from akint_dash.store.usable import usable


@dataclass(frozen=True, slots=True)
class Source:
    """One look at the database: ``state`` as it is written there, ``portfolio`` as staff are shown it."""

    state: State
    portfolio: Portfolio

    @property
    def history(self) -> str:
        """The digest of the history."""
        return digest_at(self.portfolio.revisions, self.portfolio.revision)


def look(engine: Database) -> Source:
    """Look at the database.

    Raises:
        DatabaseUnavailable: it cannot be reached.
    """
    with reading(engine) as connection:
        state, revisions, changes = read_state(connection), list_revisions(connection), read_changes(connection)
    shown, shown_changes, _ = usable(state, changes)
    return Source(state, make(shown, revisions, shown_changes, "staff"))


def sending(source: Source, area: str, year: int, day: date, asked: list[Gap] | None = None) -> Sending:
    """What is sent to an area; ``asked`` are the gaps of every area, where they are known already."""
    asked = gaps(source.portfolio, year, day) if asked is None else asked
    revisions = source.portfolio.revisions
    return Sending(
        area=area,
        year=year,
        day=day,
        state=source.state,
        revision=source.portfolio.revision,
        history=source.history,
        recorded_at=revisions[-1].recorded_at if revisions else f"{day.isoformat()}T00:00:00Z",
        gaps=[gap for gap in asked if gap.area == area],
    )
