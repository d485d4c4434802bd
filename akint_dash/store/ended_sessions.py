"""Sessions that were ended by signing out, by a mark of each: kept for as long as their cookies could open anything."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from akint_dash.store.engine import reading, writing
from akint_dash.store.tables import ENDED_SESSION


def end_session(engine: Engine, mark: str, now: str, forget_before: str) -> None:
    """Note that a session is over, and forget those that ended before a moment.

    Raises:
        DatabaseUnavailable: the database cannot be written.
    """
    with writing(engine) as connection:
        connection.execute(sa.delete(ENDED_SESSION).where(ENDED_SESSION.c.ended_at < forget_before))
        known = connection.execute(sa.select(ENDED_SESSION.c.mark).where(ENDED_SESSION.c.mark == mark)).first()
        if known is None:
            connection.execute(sa.insert(ENDED_SESSION), {"mark": mark, "ended_at": now})


def ended_sessions(engine: Engine) -> frozenset[str]:
    """The marks of the sessions that are over.

    Raises:
        DatabaseUnavailable: the database cannot be reached.
    """
    with reading(engine) as connection:
        return frozenset(connection.execute(sa.select(ENDED_SESSION.c.mark)).scalars())
