"""The measures of the project and area pages again, in SQL that shares no code with them, on the demonstration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from statistics import median
from typing import Any

import pytest

from akint_dash.domain.selection import Selection
from akint_dash.measures import areas, goals, means, participations, projects
from akint_dash.measures.funding import leverage
from akint_dash.measures.scope import Scope
from akint_dash.measures.support import support
from akint_dash.store.portfolio import Portfolio

from .sql import PLACE_OF_TAKING, Oracle, _free, _ore, _says, part
from .sql_answers import held_results
from .test_oracle import asked

SELECTIONS = 40
INSIDE = "CAST(decided AS INTEGER) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked)"
WON = "status IN ('granted', 'running', 'completed')"
LADDER = "('idea', 'developing', 'submitted', 'granted', 'running', 'completed')"


# -- the oracle's answers


def sql_stages(o: Oracle) -> Any:
    """status -> (reached, here, rejected, withdrawn); of a period after the data's year what is decided is left out."""
    rank = (
        "CASE {0} WHEN 'idea' THEN 0 WHEN 'developing' THEN 1 WHEN 'submitted' THEN 2 WHEN 'granted' THEN 3 "
        "WHEN 'running' THEN 4 WHEN 'completed' THEN 5 END"
    )
    steps = "FROM project_step s WHERE s.project = standing.code AND s.date <= (SELECT today FROM asked)"
    far = f"SELECT max({rank.format('s.status')}) {steps}"
    sent = f"SELECT max(CASE s.status WHEN 'rejected' THEN 2 ELSE 0 END) {steps}"
    left = f"SELECT max(s.date) {steps}"
    ended = f"coalesce(decided, CASE WHEN status IN ('rejected', 'withdrawn') THEN ({left}) END)"
    rows = o.rows(
        f"""SELECT status, CASE WHEN status IN {LADDER} THEN {rank.format("status")}
                           ELSE max(coalesce(({far}), 0), ({sent})) END
            FROM standing, asked WHERE status IS NOT NULL
              AND ({ended} IS NULL OR CAST({ended} AS INTEGER) BETWEEN first AND last)"""
    )
    names = ("idea", "developing", "submitted", "granted", "running", "completed")
    found = {
        name: (
            sum(place >= i for _, place in rows),
            sum(place == i and status not in ("rejected", "withdrawn") for status, place in rows),
            sum(place == i and status == "rejected" for status, place in rows),
            sum(place == i and status == "withdrawn" for status, place in rows),
        )
        for i, name in enumerate(names)
    }
    if (o.asked.period or (0, 0))[0] <= o.asked.today.year:
        return found
    return {name: (*one[:2], "–", "–") if name in names[:3] else ("–",) * 4 for name, one in found.items()}


def sql_by_programme(o: Oracle) -> Any:
    """(programme, kind) -> (n, øre), by the root of the project's programme."""
    tops = """WITH RECURSIVE up(code, top) AS (
                SELECT code, code FROM programme WHERE coalesce(parent, '') = ''
                UNION ALL SELECT p.code, up.top FROM programme p JOIN up ON p.parent = up.code)"""
    kind = (
        f"CASE WHEN s.{WON} AND {INSIDE} THEN 'won' WHEN s.status = 'rejected' AND {INSIDE} THEN 'rejected' "
        "WHEN s.status = 'submitted' THEN 'waiting' END"
    )
    counted = "s.code IN (SELECT code FROM held_project)"
    rows = o.rows(
        f"""{tops} SELECT up.top, {kind} AS kind, sum({counted}),
                          sum(CASE WHEN s.code IN (SELECT code FROM paid_project) THEN ore END)
            FROM any_support s JOIN project p ON p.code = s.code LEFT JOIN up ON up.code = p.programme
            WHERE {kind} IS NOT NULL GROUP BY 1, 2"""
    )
    found = {(top, kind): (n, (ore or 0) if kind == "won" else 0) for top, kind, n, ore in rows}
    return {key: value for key, value in found.items() if any(value)}


def sql_by_year(o: Oracle) -> Any:
    rows = o.rows(
        f"""SELECT CAST(decided AS INTEGER), sum({WON} AND held), sum(status = 'rejected' AND held),
                   sum(CASE WHEN {WON} AND code IN (SELECT code FROM paid_project) THEN ore END)
            FROM (SELECT *, code IN (SELECT code FROM held_project) AS held FROM any_support)
            WHERE {INSIDE} AND ({WON} OR status = 'rejected') GROUP BY 1"""
    )
    return {year: (won, rejected, ore or 0) for year, won, rejected, ore in rows if won or rejected or ore}


def sql_financing(o: Oracle) -> Any:
    kind = """CASE WHEN f.payer = 'own' THEN 'own_' || f.form
                   WHEN f.level IN ('national', 'regional', 'local') THEN f.level ELSE 'external' END"""
    ore = _ore("f.amount", "f.currency", "CAST(s.decided AS INTEGER)")
    rows = o.rows(
        f"""SELECT r.code, r.kind, {part("r.ore", "project_place", "r.code")} FROM (
                SELECT s.code, {kind} AS kind, sum({ore}) AS ore FROM any_standing s JOIN funding f ON f.project = s.code
                WHERE s.{WON} AND {INSIDE} AND f.amount IS NOT NULL AND s.code IN (SELECT code FROM paid_project)
                GROUP BY 1, 2) r"""
    )
    return {(code, name): ore for code, name, ore in rows if ore}


def sql_without_goal(o: Oracle) -> Any:
    return sorted(
        c for (c,) in o.rows("SELECT code FROM held_project WHERE code NOT IN (SELECT code FROM project_goals)")
    )


HERE = f"""
    SELECT p.*, a.sector, CAST(p.from_date AS INTEGER) AS begins,
           max(CAST(p.from_date AS INTEGER), min(CAST(coalesce(p.to_date, p.from_date) AS INTEGER), CAST(coalesce(
               (SELECT j."end" FROM project j WHERE j.code = p.project), '9999') AS INTEGER))) AS ends,
           coalesce(m.replaced_by, m.code) AS place,
           (SELECT county FROM municipality n WHERE n.code = coalesce(m.replaced_by, m.code)) AS county
    FROM participation p JOIN actor a ON a.code = p.actor
    LEFT JOIN municipality m ON m.code = coalesce(p.municipality, a.municipality)
    WHERE p.from_date <= (SELECT today FROM asked)
      AND {_free("kommune", PLACE_OF_TAKING.replace("r.", "p."))}
      AND (NOT EXISTS (SELECT 1 FROM chosen WHERE list = 'program') OR p.programme IN programme_in)
      AND {_says("p.code", "p.title", "p.acronym", "a.code", "a.name")}"""


def sql_year_sector(o: Oracle) -> Any:
    found = {}
    first, last = o.asked.period or (2024, 2027)
    for year in range(first, max(first, min(last, o.asked.today.year)) + 1):  # of years ahead the first: what runs on
        for sector, n, actors in o.rows(
            f"""SELECT sector, count(*), count(DISTINCT actor) FROM ({HERE})
                WHERE county = '32' AND begins <= ?1 AND ?1 <= ends GROUP BY sector""",
            year,
        ):
            found[year, sector] = n, actors
    return found


def sql_municipality(o: Oracle) -> Any:
    ore = _ore("h.amount", "h.currency", "h.begins")
    rows = o.rows(
        f"""SELECT CASE WHEN county = '32' THEN place WHEN place IS NOT NULL THEN '' END, count(*),
                   count(DISTINCT actor), sum({ore})
            FROM ({HERE}) h, asked
            WHERE begins <= min(last, CAST(today AS INTEGER)) AND ends >= first GROUP BY 1"""
    )
    return {place: (n, actors, ore or 0) for place, n, actors, ore in rows}


def sql_support(o: Oracle) -> Any:
    rows = o.rows(
        f"""SELECT target, coalesce(asked_on, start), CASE WHEN answered <= today THEN answered END
            FROM (SELECT h.asked AS asked_on, h.*, CASE WHEN h.area <> 'FRL' THEN h.area ELSE coalesce(
                      (SELECT x.target FROM activity_areas x WHERE x.code = h.code AND x.target <> 'FRL'
                       ORDER BY x.position LIMIT 1), h.area) END AS target FROM activity h), asked
            WHERE kind = 'support' AND coalesce(asked_on, start) <= today
              AND CAST(coalesce(asked_on, start) AS INTEGER) BETWEEN first AND last AND {_free("omrade", "target")}"""
    )
    found: dict[str, list[Any]] = {}
    for area, asked_on, answered in rows:
        found.setdefault(area, []).append(
            None
            if answered is None
            else o.one("SELECT CAST(max(0, julianday(?) - julianday(?)) AS INTEGER)", answered, asked_on)
        )
    return {
        area: (
            len(days),
            sum(d is not None for d in days),
            median([d for d in days if d is not None]) if any(d is not None for d in days) else None,
        )
        for area, days in found.items()
    }


def sql_goals(o: Oracle) -> Any:
    rows = o.rows(
        f"""SELECT goal, instrument, count(*) FROM (
               SELECT DISTINCT g.target AS goal, o.instrument, o.entity, o.code FROM {"alive" if o.asked.period else "once"} o
               JOIN (SELECT 'project' AS entity, code, target FROM project_goals
                     UNION SELECT 'dossier', code, target FROM dossier_goals
                     UNION SELECT 'activity', code, goal FROM activity WHERE goal IS NOT NULL) g
                 ON g.entity = o.entity AND g.code = o.code) GROUP BY 1, 2"""
    )
    first, last = o.asked.period or (2024, 2027)
    given = Counter(goal for _, day, goal in held_results(o) if goal and first <= int(day[:4]) <= last)
    return {(goal, instrument): n for goal, instrument, n in rows} | {(g, "results"): n for g, n in given.items()}


def sql_leverage(o: Oracle) -> Any:
    """Outside øre, own øre, projects and own hours of the won projects with both wholly known."""
    ore, percent = _ore("f.amount", "f.currency", "CAST(s.decided AS INTEGER)"), "SELECT coalesce(sum(q.percent), 0)"
    own = f"""
        SELECT s.code, sum({ore}) AS ore FROM any_standing s
        JOIN funding f ON f.project = s.code AND f.form = 'cash' AND f.payer = 'own'
        GROUP BY s.code HAVING count({ore}) = count(*) AND sum({ore}) <> 0"""
    both = f"""
        SELECT p.code, p.ore AS outside, own.ore FROM paid_support p JOIN ({own}) own ON own.code = p.code
        WHERE {WON} AND {INSIDE} AND p.ore IS NOT NULL AND NOT p.lacks_amount AND NOT p.lacks_rate"""
    hours = f"""
        (SELECT coalesce(sum(f.hours), 0) FROM funding f
         WHERE f.project = r.code AND f.form = 'hours' AND f.payer = 'own')
        * ({percent} FROM project_place q WHERE q.code = r.code AND {_free("omrade", "q.area")}) / 100.0"""
    mine = part("r.ore", "project_place", "r.code")
    outside, ours, n, worked = o.rows(
        f"SELECT coalesce(sum(outside), 0), coalesce(sum({mine}), 0), count(*), coalesce(sum({hours}), 0) FROM ({both}) r"
    )[0]
    return outside, ours, n, round(worked, 6)


def our_leverage(s: Scope) -> Any:
    found = leverage(s)
    return found.outside_ore, found.own_ore, found.projects, round(found.hours, 6)


def sql_means(o: Oracle) -> Any:
    rows = o.rows(
        """SELECT area, instrument, year, planned_nok, used_nok, planned_fte, used_fte FROM held_budget, asked
           WHERE year BETWEEN first AND last"""
    )
    return {row[:3]: row[3:] for row in rows if any(v is not None for v in row[3:])}


def sql_learning(o: Oracle) -> Any:
    rows = o.rows(
        """SELECT t.audience, count(DISTINCT h.code), sum(t.people) FROM held_activity h
           JOIN attendance t ON t.activity = h.code, asked
           WHERE h.counts_as = 'KOM' AND h.start <= today AND CAST(h.start AS INTEGER) BETWEEN first AND last
           GROUP BY 1"""
    )
    return {audience: (n, people) for audience, n, people in rows}


# -- the product's, in the same shape


def our_by_programme(scope: Scope) -> Any:
    found = {}
    for row in projects.by_programme(scope).dicts():
        top = row["programme"][1] if row["programme"] else None
        for kind in ("won", "rejected", "waiting"):
            if row[kind] or (kind == "won" and row["ore"]):
                found[top, kind] = row[kind], (row["ore"] or 0) if kind == "won" else 0
    return found


def our_financing(scope: Scope) -> Any:
    return {
        (row["project"][1], name): row[name]
        for row in projects.financing(scope).dicts()
        for name in projects.PARTS
        if row[name]
    }


def our_means(scope: Scope) -> Any:
    # the year's and the instrument's own narrowing: everything recorded, area by area
    chosen = scope.selection.omrade
    found = {}
    for area in scope.portfolio.records("area"):
        for m in means.means(scope, area):
            values = m.planned_ore, m.used_ore, m.planned_fte, m.used_fte
            if any(v is not None for v in values) and (not chosen or area in chosen or m.code):
                found[area, m.instrument, m.year] = values
    return found


CHECKS: dict[str, tuple[Callable[[Scope], Any], Callable[[Oracle], Any]]] = {
    "projects.stages": (
        lambda s: {
            r["status"][1]: (r["reached"], r["here"], r["rejected"], r["withdrawn"]) for r in projects.stages(s).dicts()
        },
        sql_stages,
    ),
    "projects.by_programme": (our_by_programme, sql_by_programme),
    "projects.by_year": (
        lambda s: {
            r["year"]: (r["won"], r["rejected"], r["ore"] or 0)
            for r in projects.by_year(s).dicts()
            if r["won"] or r["rejected"] or r["ore"]
        },
        sql_by_year,
    ),
    "projects.financing": (our_financing, sql_financing),
    "projects.without_goal": (
        lambda s: sorted(r["project"][1] for r in projects.without_goal(s).dicts()),
        sql_without_goal,
    ),
    "participations.by_year_sector": (
        lambda s: {
            (r["year"], r["sector"][1] if r["sector"] else None): (r["n"], r["actors"])
            for r in participations.by_year_sector(s).dicts()
            if r["n"]
        },
        sql_year_sector,
    ),
    "participations.by_municipality": (
        lambda s: {
            r["place"][1] if r["place"] else None: (r["n"], r["actors"], r["ore"] or 0)
            for r in participations.by_municipality(s).dicts()
            if r["n"]
        },
        sql_municipality,
    ),
    "support.support": (
        lambda s: {x.area: (x.asked, x.given, x.median_days) for x in support(s) if x.asked},
        sql_support,
    ),
    "goals.served": (
        lambda s: {
            (r["goal"][1], i): r[i]
            for r in goals.served(s).dicts()
            for i in ("PRO", "POL", "KOM", "BIL", "results")
            if r[i]
        },
        sql_goals,
    ),
    "funding.leverage": (our_leverage, sql_leverage),
    "means.means": (our_means, sql_means),
    "areas.learning": (
        lambda s: {
            r["audience"][1]: (r["activities"], r["people"]) for r in areas.learning(s).dicts() if r["audience"]
        },
        sql_learning,
    ),
}


@pytest.mark.sampled(3)
@pytest.mark.parametrize("measure", CHECKS)
@pytest.mark.parametrize("seed", range(SELECTIONS))
def test_the_measure_says_what_the_database_says(seed: int, measure: str, portfolio: Portfolio, oracle: Oracle) -> None:
    question = asked(seed, oracle)
    selection, _ = Selection.from_query(dict(part.split("=", 1) for part in question.query().split("&")))
    ours, theirs = CHECKS[measure]
    assert ours(Scope(portfolio, selection, question.today)) == theirs(oracle.choose(question)), question


@pytest.mark.parametrize("measure", CHECKS)
def test_the_comparison_compares_something(measure: str, oracle: Oracle) -> None:
    answers = {repr(CHECKS[measure][1](oracle.choose(asked(seed, oracle)))) for seed in range(SELECTIONS)}
    assert len(answers) >= 5
