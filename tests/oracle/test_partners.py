"""Partners, candidates, Ukraine and rings again in SQL that shares no code with the measures, on the demonstration."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from akint_dash.domain.selection import Selection
from akint_dash.measures import areas
from akint_dash.measures.partners import Weights, candidates, partners
from akint_dash.measures.rings import rings
from akint_dash.measures.scope import Scope
from akint_dash.measures.ukraine import matches, own_money, ukraine
from akint_dash.store.portfolio import Portfolio

DAYS = (date(2026, 11, 24), date(2025, 7, 1), date(2024, 3, 1))
WEIGHTS = (Weights(), Weights(1, 5, 0), Weights(0, 0, 2))

# what a region is tied to on :day; a project is joint when its last step by then is granted, running or completed
TIES = """
WITH ours AS (
  SELECT DISTINCT organisation FROM membership WHERE from_date <= :day AND coalesce(to_date, '9999') >= :day
), shared AS (
  SELECT DISTINCT t.target AS region, t.code AS organisation
  FROM organisation_regions t JOIN ours ON ours.organisation = t.code
), tied AS (
  SELECT code AS project, target AS region FROM project_regions
  UNION SELECT p.code, r.target FROM project_organisations p
        JOIN organisation o ON o.code = p.target AND o.kind = 'partner'
        JOIN organisation_regions r ON r.code = o.code
  UNION SELECT p.target, c.region FROM cooperation c JOIN cooperation_projects p ON p.code = c.code
), ranked AS (
  SELECT project, status, row_number() OVER (PARTITION BY project ORDER BY date DESC,
    CASE status WHEN 'idea' THEN 0 WHEN 'developing' THEN 1 WHEN 'submitted' THEN 2 WHEN 'granted' THEN 3
      WHEN 'running' THEN 4 WHEN 'completed' THEN 5 WHEN 'rejected' THEN 6 ELSE 7 END DESC) AS place
  FROM project_step WHERE date <= :day
), joint AS (
  SELECT tied.region, tied.project FROM tied JOIN ranked ON ranked.project = tied.project AND ranked.place = 1
  WHERE ranked.status IN ('granted', 'running', 'completed')
), contact AS (
  SELECT a.code AS activity, a.start, r.target AS region FROM activity a JOIN activity_regions r ON r.code = a.code
  WHERE a.start <= :day
  UNION SELECT a.code, a.start, c.region FROM activity a JOIN cooperation c ON c.code = a.cooperation
  WHERE a.start <= :day
), known AS (
  SELECT region, theme FROM need
  UNION SELECT contact.region, t.target FROM contact JOIN activity_themes t ON t.code = contact.activity
  UNION SELECT joint.region, t.target FROM joint JOIN project_themes t ON t.code = joint.project
), theme_shared AS (
  SELECT DISTINCT region, theme FROM known WHERE theme IN (SELECT theme FROM offer)
)
"""


@pytest.fixture(scope="module")
def sql(demo_file: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(demo_file)
    yield connection
    connection.close()


def scope(portfolio: Portfolio, day: date) -> Scope:
    return Scope(portfolio, Selection(), day)


def rows(sql: sqlite3.Connection, query: str, **values: Any) -> list[tuple[Any, ...]]:
    return list(sql.execute(query, values))


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("weights", WEIGHTS)
def test_candidates(sql: sqlite3.Connection, portfolio: Portfolio, day: date, weights: Weights) -> None:
    wanted = rows(
        sql,
        TIES
        + """
        , counted AS (
          SELECT r.code,
            (SELECT count(*) FROM shared WHERE region = r.code) AS n,
            (SELECT count(*) FROM joint WHERE region = r.code) AS p,
            (SELECT count(*) FROM theme_shared WHERE region = r.code) AS t
          FROM region r
          WHERE coalesce(r.country, '') <> 'NO' AND r.code NOT IN (
            SELECT region FROM cooperation WHERE since <= :day AND status <> 'ended')
        )
        SELECT code, n * :a + p * :b + t * :c AS points, n, p, t FROM counted
        WHERE points > 0 ORDER BY points DESC, n DESC, p DESC, t DESC, code
        """,
        day=day.isoformat(),
        a=weights.shared_network,
        b=weights.joint_project,
        c=weights.shared_theme,
    )
    found = candidates(scope(portfolio, day), weights)
    assert [(c.region, c.points, len(c.networks), len(c.projects), len(c.themes)) for c in found] == wanted
    assert wanted or day == DAYS[-1] or not weights.shared_network


@pytest.mark.parametrize("day", DAYS)
def test_partners(sql: sqlite3.Connection, portfolio: Portfolio, day: date) -> None:
    wanted = rows(
        sql,
        TIES
        + """
        SELECT region,
          min(CASE status WHEN 'active' THEN 0 WHEN 'agreement' THEN 1 WHEN 'dialogue' THEN 2 WHEN 'exploring' THEN 3
              WHEN 'dormant' THEN 4 ELSE 5 END),
          (SELECT max(start) FROM contact WHERE contact.region = cooperation.region),
          (SELECT count(*) FROM contact WHERE contact.region = cooperation.region
             AND start BETWEEN '2024' AND '2027-12-31'),
          (SELECT count(*) FROM (
             SELECT organisation FROM shared WHERE shared.region = cooperation.region
             UNION SELECT t.target FROM cooperation k JOIN cooperation_organisations t ON t.code = k.code
               JOIN organisation n ON n.code = t.target AND coalesce(n.kind, '') <> 'partner'
             WHERE k.region = cooperation.region AND k.since <= :day AND (k.status <> 'ended' OR NOT EXISTS (
               SELECT 1 FROM cooperation l WHERE l.region = k.region AND l.since <= :day AND l.status <> 'ended')))),
          (SELECT count(*) FROM joint WHERE joint.region = cooperation.region)
        FROM cooperation WHERE since <= :day GROUP BY region
        """,
        day=day.isoformat(),
    )
    order = ("active", "agreement", "dialogue", "exploring", "dormant", "ended")
    found = [
        (p.region, order.index(p.status), p.last, p.activities, len(p.networks), len(p.projects))
        for p in partners(scope(portfolio, day))
    ]
    assert sorted(found) == sorted(wanted)
    assert wanted or day == DAYS[-1]


@pytest.mark.parametrize("day", DAYS)
def test_ukraine(sql: sqlite3.Connection, portfolio: Portfolio, day: date) -> None:
    wanted = rows(
        sql,
        TIES
        + """
        SELECT code,
          coalesce((SELECT CASE min(CASE status WHEN 'active' THEN 1 WHEN 'agreement' THEN 1 WHEN 'dialogue' THEN 2
                     WHEN 'exploring' THEN 3 ELSE 4 END)
                   WHEN 1 THEN 'agreement' WHEN 2 THEN 'dialogue' WHEN 3 THEN 'exploring' WHEN 4 THEN 'dormant' END
                   FROM cooperation WHERE region = r.code AND since <= :day),
                   CASE WHEN EXISTS (SELECT 1 FROM contact WHERE region = r.code) THEN 'contact'
                        WHEN EXISTS (SELECT 1 FROM need WHERE region = r.code AND coalesce(date, '') <= :day)
                        THEN 'need' ELSE 'none' END),
          (SELECT count(*) FROM need WHERE region = r.code AND coalesce(date, '') <= :day),
          (SELECT count(*) FROM need WHERE region = r.code AND coalesce(date, '') <= :day
             AND theme IN (SELECT theme FROM offer))
        FROM region r WHERE ring = 'ukraine'
        """,
        day=day.isoformat(),
    )
    found = ukraine(scope(portfolio, day))
    assert sorted((u.region, u.stage, len(u.needs), u.met) for u in found) == sorted(wanted)
    assert len(wanted) == 27


def test_needs_gaps_and_own_money(sql: sqlite3.Connection, portfolio: Portfolio) -> None:
    day = DAYS[0]
    wanted = rows(
        sql,
        """
        SELECT theme, count(DISTINCT need.region), theme NOT IN (SELECT theme FROM offer)
        FROM need JOIN region ON region.code = need.region AND region.ring = 'ukraine'
        WHERE coalesce(date, '') <= :day GROUP BY theme
        """,
        day=day.isoformat(),
    )
    found = [(m.theme, len(m.regions), int(m.gap)) for m in matches(scope(portfolio, day)) if m.regions]
    assert sorted(found) == sorted(wanted)
    flagged = rows(
        sql,
        TIES
        + """
        SELECT f.code, f.amount FROM funding f
        WHERE payer = 'own' AND form = 'cash' AND purpose = 'reconstruction' AND EXISTS (
          SELECT 1 FROM tied JOIN region r ON r.code = tied.region AND r.ring = 'ukraine'
          WHERE tied.project = f.project)
        ORDER BY f.code
        """,
        day=day.isoformat(),
    )
    assert [(m.funding, m.amount) for m in own_money(scope(portfolio, day))] == flagged


def test_rings(sql: sqlite3.Connection, portfolio: Portfolio) -> None:
    day = DAYS[0]
    wanted = rows(
        sql,
        TIES
        + """
        , held AS (
          SELECT 'a' || a.code AS record, a.start AS day, r.target AS region FROM activity a
          JOIN activity_regions r ON r.code = a.code
          UNION SELECT 'a' || a.code, a.start, c.region FROM activity a JOIN cooperation c ON c.code = a.cooperation
          UNION SELECT 'c' || code, since, region FROM cooperation
          UNION SELECT 'p' || p.code, coalesce((SELECT min(date) FROM project_step WHERE project = p.code), p.start),
                tied.region FROM project p JOIN tied ON tied.project = p.code
        )
        SELECT CAST(substr(day, 1, 4) AS INTEGER), ring, count(DISTINCT record) FROM held
        JOIN region ON region.code = held.region
        WHERE day <= :day AND day BETWEEN '2024' AND '2026-12-31' GROUP BY 1, 2
        """,
        day=day.isoformat(),
    )
    found = [(row[0], row[1][1], row[2]) for row in rings(scope(portfolio, day)).table.rows if row[2]]
    assert sorted(found) == sorted(wanted)


def test_areas_and_the_bilateral_page_count_the_same_cooperations(portfolio: Portfolio) -> None:
    seen = 0
    for area in portfolio.records("area"):
        scope = Scope(portfolio, Selection(omrade=(area,)), date(2026, 11, 25))
        told = {row["region"][1]: row["status"][1] for row in areas.partners(scope).dicts() if row["status"] != "–"}
        assert told == {p.region: p.status for p in partners(scope)}, area
        seen += len(told)
    assert seen >= 10
