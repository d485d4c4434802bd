"""Sessions that were signed out of are known to every server of the database, and forgotten in time."""

from __future__ import annotations

from sqlalchemy.engine import Engine

from akint_dash.store.ended_sessions import end_session, ended_sessions

DAY = "2026-11-24T08:00:00Z"
NEXT = "2026-11-25T10:00:00Z"
BEFORE = "2026-11-23T07:00:00Z"


def test_an_ended_session_is_known(engine: Engine) -> None:
    assert ended_sessions(engine) == frozenset()
    end_session(engine, "a", DAY, BEFORE)
    end_session(engine, "a", DAY, BEFORE)  # twice is once
    end_session(engine, "b", DAY, BEFORE)
    assert ended_sessions(engine) == {"a", "b"}


def test_those_that_ended_long_ago_are_forgotten(engine: Engine) -> None:
    end_session(engine, "a", DAY, BEFORE)
    end_session(engine, "b", NEXT, "2026-11-24T09:00:00Z")
    assert ended_sessions(engine) == {"b"}
