"""Calls again in SQL: states, days left, deadlines per month and programme, lead times, moved deadlines."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from akint_dash.domain.selection import Selection
from akint_dash.measures.call_news import entries, news
from akint_dash.measures.call_sheet import way_back
from akint_dash.measures.call_window import timeline, window
from akint_dash.measures.calls import calls, selected
from akint_dash.measures.scope import Scope
from akint_dash.store.engine import open_engine
from akint_dash.store.portfolio import Portfolio
from akint_dash.store.snapshots import Snapshots

DAYS = [date(2024, 6, 1), date(2025, 11, 3), date(2026, 6, 1), date(2026, 11, 24), date(2027, 3, 18)]


def oslo(moment: str) -> str:
    local = datetime.fromisoformat(moment.replace("Z", "+00:00")).astimezone(ZoneInfo("Europe/Oslo"))
    return local.date().isoformat()


@pytest.fixture(scope="module")
def sql(demo_file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{demo_file}?mode=ro", uri=True)) as connection:
        connection.create_function("oslo", 1, oslo, deterministic=True)
        yield connection


@pytest.fixture(scope="module")
def portfolio(demo_file: Path) -> Portfolio:
    return Snapshots(open_engine(f"sqlite:///{demo_file}"), 2).portfolio("public")


DUE = """due AS (SELECT d.code, d.call, coalesce(d.day, oslo(d.moment)) AS day FROM call_deadline d
    WHERE d.visibility IS NOT 'internal' AND coalesce(d.day, d.moment) IS NOT NULL)"""
STATES = f"""WITH {DUE}
SELECT c.code,
    CASE WHEN (SELECT max(day) FROM due WHERE call = c.code) < :today THEN 'closed'
         WHEN c.opening > :today THEN 'forthcoming'
         WHEN NOT EXISTS (SELECT 1 FROM due WHERE call = c.code) THEN 'undated'
         WHEN (SELECT min(julianday(day)) FROM due WHERE call = c.code AND day >= :today) - julianday(:today) <= 30
             THEN 'closing' ELSE 'open' END,
    CAST(coalesce((SELECT min(julianday(day)) FROM due WHERE call = c.code AND day >= :today),
                  (SELECT max(julianday(day)) FROM due WHERE call = c.code)) - julianday(:today) AS INTEGER)
FROM call c WHERE c.visibility IS NOT 'internal'"""


@pytest.mark.parametrize("today", DAYS)
def test_states_and_days_left(portfolio: Portfolio, sql: sqlite3.Connection, today: date) -> None:
    expected = {code: (state, days) for code, state, days in sql.execute(STATES, {"today": today.isoformat()})}
    found = {code: (call.state, call.days) for code, call in calls(portfolio, today).items()}
    assert found == expected
    assert len(expected) > 10


CLOSED = f"""WITH {DUE}
SELECT c.code FROM call c WHERE c.visibility IS NOT 'internal' AND EXISTS (SELECT 1 FROM due WHERE call = c.code)
    AND NOT EXISTS (SELECT 1 FROM call_deadline d WHERE d.call = c.code AND d.visibility IS NOT 'internal'
        AND CASE WHEN d.moment IS NULL THEN d.day >= :today ELSE d.moment > :now END)"""


def test_a_call_closes_at_its_minute(portfolio: Portfolio, sql: sqlite3.Connection) -> None:
    moments = [
        moment for (moment,) in sql.execute("SELECT DISTINCT moment FROM call_deadline WHERE moment IS NOT NULL")
    ]
    assert len(moments) > 5
    changed = 0
    for moment in moments:
        closed = []
        for seconds in (-1, 0):
            at = datetime.fromisoformat(moment.replace("Z", "+00:00")) + timedelta(seconds=seconds)
            today, now = at.astimezone(ZoneInfo("Europe/Oslo")).date(), at.strftime("%Y-%m-%dT%H:%M:%SZ")
            expected = {code for (code,) in sql.execute(CLOSED, {"today": today.isoformat(), "now": now})}
            found = {code for code, call in calls(portfolio, today, now).items() if call.state == "closed"}
            assert found == expected
            closed.append(found)
        changed += closed[0] != closed[1]
    assert changed > 5


@pytest.mark.parametrize("today", DAYS)
def test_deadlines_per_month_and_programme(portfolio: Portfolio, sql: sqlite3.Connection, today: date) -> None:
    shown = window("1ar", None, today)
    rows = sql.execute(
        f"""WITH {DUE} SELECT c.programme, substr(day, 1, 7), count(*) FROM due JOIN call c ON c.code = due.call
            WHERE day >= ? AND day < ? AND c.visibility IS NOT 'internal' GROUP BY 1, 2""",
        (shown.first.isoformat(), shown.end.isoformat()),
    )
    found = timeline(selected(Scope(portfolio, Selection(), today)), shown, today)
    counted = {
        (lane.programme, period.key, n)
        for lane in found.lanes
        for period, n in zip(shown.periods, lane.counts, strict=True)
        if n
    }
    assert counted == set(rows)


@pytest.mark.parametrize("today", DAYS)
def test_one_event_for_each_deadline_from_ninety_days_back(
    portfolio: Portfolio, sql: sqlite3.Connection, today: date
) -> None:
    rows = sql.execute(
        f"""WITH {DUE} SELECT due.code, (SELECT count(*) FROM change h WHERE h.entity = 'call_deadline'
                AND h.code = due.code) - 1
            FROM due JOIN call c ON c.code = due.call
            WHERE c.visibility IS NOT 'internal' AND day >= date(?, '-90 days')""",
        (today.isoformat(),),
    )
    found = entries(Scope(portfolio, Selection(), today))
    assert Counter((e.due.code, e.sequence) for e in found if not e.cancelled) == Counter(tuple(row) for row in rows)


LEADS = """WITH RECURSIVE line(programme, code, step) AS (
    SELECT code, code, 0 FROM programme
    UNION ALL SELECT line.programme, p.parent, step + 1 FROM line JOIN programme p ON p.code = line.code
        WHERE p.parent IS NOT NULL AND step < 9)
SELECT programme, (SELECT {column} FROM line l JOIN programme p ON p.code = l.code
    WHERE l.programme = line.programme AND {column} IS NOT NULL ORDER BY step LIMIT 1)
FROM line WHERE step = 0"""


@pytest.mark.parametrize("step", ["decision", "partner", "contribution"])
def test_lead_times_are_inherited(portfolio: Portfolio, sql: sqlite3.Connection, step: str) -> None:
    leads = dict(sql.execute(LEADS.format(column=f"{step}_days")).fetchall())
    today, seen = date(2026, 6, 1), 0
    for call in calls(portfolio, today).values():
        way = way_back(portfolio, call, today)
        if way is None or call.next is None:
            continue
        found = {m.step: (call.next.day - m.day).days for m in way.milestones}
        assert found.get(step) == leads.get(call.programme)
        seen += 1
    assert seen > 3


def test_moved_deadlines_are_those_whose_day_or_hour_changed(portfolio: Portfolio, sql: sqlite3.Connection) -> None:
    rows = sql.execute(
        """SELECT revision, code FROM change WHERE entity = 'call_deadline' AND before IS NOT NULL AND after IS NOT NULL
           AND coalesce(before ->> 'moment', before ->> 'day') <> coalesce(after ->> 'moment', after ->> 'day')"""
    )
    found = {(n.revision, n.deadline) for n in news(portfolio) if n.kind == "moved"}
    assert found == set(rows)
    assert found
