"""Refusals, what ends and what must be decided again, in SQL that shares no code with them, on the demonstration."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from akint_dash.domain.selection import Selection
from akint_dash.measures.decisions import decisions
from akint_dash.measures.ending import endings
from akint_dash.measures.refusals import refusals
from akint_dash.measures.scope import Scope
from akint_dash.store.portfolio import Portfolio

TODAY = date(2026, 11, 25)
LAST = f"""
    SELECT s.project, s.status, s.date, s.reason FROM project_step s
    WHERE s.date <= '{TODAY}' AND NOT EXISTS (
      SELECT 1 FROM project_step t WHERE t.project = s.project AND t.date <= '{TODAY}'
      AND (t.date > s.date OR (t.date = s.date AND t.rowid <> s.rowid AND t.status IN ('running', 'completed'))))
"""


@pytest.fixture
def sql(demo_file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{demo_file}?mode=ro", uri=True)) as connection:
        yield connection


def test_refusals_by_reason(portfolio: Portfolio, sql: sqlite3.Connection) -> None:
    rows = sql.execute(
        f"SELECT p.code, l.reason, p.application_hours FROM ({LAST}) l JOIN project p ON p.code = l.project"
        " WHERE l.status = 'rejected' AND l.date BETWEEN '2024-01-01' AND '2027-12-31'"
    ).fetchall()
    found = refusals(Scope(portfolio, Selection(), TODAY))
    assert sorted((r.project, r.reason, r.hours) for r in found) == sorted(rows)
    assert len(rows) >= 10


def test_full_time_equivalents_by_year(portfolio: Portfolio, sql: sqlite3.Connection) -> None:
    found = endings(Scope(portfolio, Selection(), TODAY))
    for one in found.years:
        (fte, lasting) = sql.execute(
            f"""SELECT total(p.fte * max(0, min(
                  CAST(strftime('%Y', p."end") AS INT) * 12 + CAST(strftime('%m', p."end") AS INT), ? * 12 + 12)
                - max(CAST(strftime('%Y', p.start) AS INT) * 12 + CAST(strftime('%m', p.start) AS INT), ? * 12 + 1) + 1
                ) / 12.0), sum(strftime('%Y', p."end") >= ?)
                FROM project p JOIN ({LAST}) l ON l.project = p.code
                WHERE l.status IN ('granted', 'running', 'completed') AND p."end" >= ?""",
            (one.year, one.year, str(one.year), f"{TODAY.year}-01-01"),
        ).fetchone()
        assert one.fte == pytest.approx(fte), one.year
        assert one.lasting == lasting


def test_dated_decisions(portfolio: Portfolio, sql: sqlite3.Connection) -> None:
    """Dossiers, agreements and memberships of the next 31 days; the way back from calls has an oracle of its own."""
    rows = sql.execute(
        """SELECT 'dossier', d.dossier, d.day FROM dossier_deadline d WHERE d.day BETWEEN ?1 AND ?2
           UNION ALL SELECT 'agreement', code, agreement_to FROM cooperation
             WHERE agreement_to BETWEEN ?1 AND ?2 AND status <> 'ended'
           UNION ALL SELECT 'membership', organisation, notice_by FROM membership
             WHERE notice_by BETWEEN ?1 AND ?2 AND coalesce(to_date, '9999') >= ?1""",
        (TODAY.isoformat(), "2026-12-26"),
    ).fetchall()
    found = decisions(Scope(portfolio, Selection(), TODAY))
    told = sorted((d.kind, d.record[1], d.day.isoformat()) for d in found if d.kind != "call")
    assert told == sorted(rows)
    assert {kind for kind, _, _ in rows} >= {"dossier", "membership"}
