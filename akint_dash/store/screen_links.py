"""Screen links: who may open the wall until when, kept in the database, each with a key of its own."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from akint_dash.store.engine import reading, writing
from akint_dash.store.tables import SCREEN_LINK

_KEY_BYTES: Final = 24


@dataclass(frozen=True, slots=True)
class ScreenLink:
    """One link. Moments are in UTC (``2026-11-24T08:12:00Z``); ``revoked_at`` and ``seen_at`` None: not, or never."""

    number: int
    name: str
    key: str
    made_at: str
    expires_at: str
    revoked_at: str | None
    seen_at: str | None

    def open(self, now: str) -> bool:
        """Whether it opens anything at a moment."""
        return self.revoked_at is None and now < self.expires_at


def make_link(engine: Engine, name: str, now: str, expires_at: str) -> ScreenLink:
    """Keep a new link.

    Raises:
        DatabaseUnavailable: the database cannot be written.
    """
    with writing(engine) as connection:
        last = connection.execute(sa.select(sa.func.max(SCREEN_LINK.c.number))).scalar()
        link = ScreenLink((last or 0) + 1, name, secrets.token_urlsafe(_KEY_BYTES), now, expires_at, None, None)
        values = {field: getattr(link, field) for field in ScreenLink.__slots__}
        connection.execute(sa.insert(SCREEN_LINK), values)
    return link


def links(engine: Engine) -> Sequence[ScreenLink]:
    """Every link, the oldest first.

    Raises:
        DatabaseUnavailable: the database cannot be reached.
    """
    with reading(engine) as connection:
        rows = connection.execute(sa.select(SCREEN_LINK).order_by(SCREEN_LINK.c.number)).mappings()
        return [ScreenLink(**row) for row in rows]


def link(engine: Engine, number: int) -> ScreenLink | None:
    """One link; None where there is none of the number.

    Raises:
        DatabaseUnavailable: the database cannot be reached.
    """
    with reading(engine) as connection:
        row = connection.execute(sa.select(SCREEN_LINK).where(SCREEN_LINK.c.number == number)).mappings().first()
        return ScreenLink(**row) if row else None


def revoke(engine: Engine, number: int, now: str) -> bool:
    """Close a link for good; False where there is none, or it was closed before.

    Raises:
        DatabaseUnavailable: the database cannot be written.
    """
    open_one = sa.and_(SCREEN_LINK.c.number == number, SCREEN_LINK.c.revoked_at.is_(None))
    with writing(engine) as connection:
        done = connection.execute(sa.update(SCREEN_LINK).where(open_one).values(revoked_at=now))
        return bool(done.rowcount)


def saw(engine: Engine, number: int, now: str) -> None:
    """Note that a wall with the link asked for slides.

    Raises:
        DatabaseUnavailable: the database cannot be written.
    """
    with writing(engine) as connection:
        connection.execute(sa.update(SCREEN_LINK).where(SCREEN_LINK.c.number == number).values(seen_at=now))
