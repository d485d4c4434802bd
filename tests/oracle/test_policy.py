"""Policy, memberships, competence and coming visits again, in SQL that shares no code with the measures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from akint_dash.domain.selection import Selection
from akint_dash.measures import bilateral, competence, memberships, policy
from akint_dash.measures.scope import Scope
from akint_dash.store.portfolio import Portfolio

from .sql import COUNTS, EVERY, PLACE_OF_TAKING, Oracle, _any, _free, _ore, _says, _themes
from .test_oracle import asked

SELECTIONS = 40
IN_PERIOD = "start <= today AND CAST(start AS INTEGER) BETWEEN first AND last"
KINDS = "('course', 'seminar', 'study_visit', 'exchange')"


# -- the oracle's answers


def sql_dossiers(o: Oracle) -> Any:
    """code -> next deadline or None."""
    rows = o.rows(
        """SELECT d.code, CASE WHEN d.stage <> 'closed' THEN (SELECT min(f.day) FROM dossier_deadline f
                               WHERE f.dossier = d.code AND f.day >= today) END
           FROM held_dossier d, asked
           WHERE d.opened <= today AND CAST(d.opened AS INTEGER) <= last
             AND max(CAST(d.opened AS INTEGER), CASE WHEN d.stage = 'closed' THEN 0 ELSE CAST(today AS INTEGER) END,
                     coalesce((SELECT CAST(max(f.day) AS INTEGER) FROM dossier_deadline f WHERE f.dossier = d.code), 0))
                 >= first"""
    )
    return dict(rows)


INPUT = f"(kind IN ('advocacy', 'hearing') OR addressee_kind IS NOT NULL) AND {IN_PERIOD}"


def sql_channels(o: Oracle) -> Any:
    rows = o.rows(
        f"""SELECT addressee_kind, channel, sphere, outcome, count(*) FROM held_activity, asked
            WHERE {INPUT} GROUP BY 1, 2, 3, 4"""
    )
    return {tuple(key): n for *key, n in rows}


def sql_grounds(o: Oracle) -> Any:
    rows = o.rows(
        f"""SELECT coalesce(goal, decision), count(*), sum(outcome IN ('adopted', 'partly')),
                   sum(outcome IN ('adopted', 'partly', 'not_adopted'))
            FROM held_activity, asked WHERE {INPUT} GROUP BY 1"""
    )
    return {key: (n, heard or 0, decided or 0) for key, n, heard, decided in rows}


def sql_worth(o: Oracle) -> Any:
    """(membership, year) -> (fee, posts, meetings, inputs, dossiers, projects, learning)."""
    organisation = (
        f"SELECT r.code FROM organisation r WHERE {_any('tema', _themes('organisation'))} "
        f"AND {_says('r.code', 'r.name', 'r.name_long')}"
    )

    def tied(entity: str, column: str, day: str, where: str = "1") -> str:
        return (
            f"(SELECT count(DISTINCT x.code) FROM {entity}_{column} t JOIN {entity} x ON x.code = t.code "
            f"WHERE t.target = m.organisation AND {where} AND {day} <= today AND CAST({day} AS INTEGER) = y.year)"
        )

    begun = "coalesce((SELECT min(s.date) FROM project_step s WHERE s.project = x.code), x.start)"
    fee = _ore("f.amount", "f.currency", "f.year")
    through = "x.kind <> 'network_meeting' AND (x.kind IN ('advocacy', 'hearing') OR x.addressee_kind IS NOT NULL)"
    rows = o.rows(
        f"""WITH RECURSIVE y(year) AS (SELECT first FROM asked UNION ALL SELECT year + 1 FROM y, asked
                                       WHERE year < last AND year < CAST(today AS INTEGER))
            SELECT m.code, y.year,
                   (SELECT {fee} FROM membership_fee f WHERE f.membership = m.code AND f.year = y.year),
                   (SELECT count(*) FROM post p WHERE p.organisation = m.organisation AND p.from_date <= today
                      AND y.year BETWEEN CAST(p.from_date AS INTEGER)
                          AND CAST(min(today, coalesce(p.to_date, '9999')) AS INTEGER)),
                   {tied("activity", "organisations", "x.start", "x.kind = 'network_meeting'")},
                   {tied("activity", "organisations", "x.start", through)},
                   {tied("dossier", "from_organisations", "x.opened")},
                   {tied("project", "from_organisations", begun)},
                   {tied("activity", "from_organisations", "x.start", f"x.kind IN {KINDS}")}
            FROM (SELECT r.* FROM membership r WHERE {COUNTS} AND {_free("virkemiddel", "'POL'")}) m, y, asked
            WHERE m.from_date <= today AND m.organisation IN ({organisation})
              AND y.year BETWEEN CAST(m.from_date AS INTEGER) AND CAST(coalesce(m.to_date, '9999') AS INTEGER)
              AND y.year <= CAST(today AS INTEGER)"""
    )
    return {(code, year): tuple(counts) for code, year, *counts in rows}


LEARNT = f"SELECT a.* FROM held_activity a, asked WHERE counts_as = 'KOM' AND {IN_PERIOD.replace('start', 'a.start')}"


def sql_audiences(o: Oracle) -> Any:
    """People are as far as known: NULL where some were there and none has a number, 0 where nobody was."""
    at = {level: f"a.level = '{level}'" for level in ("strategic", "operative")}
    known = {
        level: f"CASE WHEN count(CASE WHEN {here} THEN 1 END) = 0 THEN 0 ELSE sum(CASE WHEN {here} THEN t.people END) END"
        for level, here in at.items()
    }
    rows = o.rows(
        f"""SELECT t.audience, count(DISTINCT a.code), sum(t.people),
                   count(DISTINCT CASE WHEN {at["strategic"]} THEN a.code END), {known["strategic"]},
                   count(DISTINCT CASE WHEN {at["operative"]} THEN a.code END), {known["operative"]},
                   sum(t.people IS NULL)
            FROM ({LEARNT}) a JOIN attendance t ON t.activity = a.code GROUP BY 1"""
    )
    return {audience: tuple(counts) for audience, *counts in rows}


def sql_learning_areas(o: Oracle) -> Any:
    rows = o.rows(
        f"""SELECT a.area, count(*), sum((SELECT sum(people) FROM attendance t WHERE t.activity = a.code)),
                   sum(EXISTS (SELECT 1 FROM attendance t WHERE t.activity = a.code AND audience = 'county_cabinet')),
                   sum(EXISTS (SELECT 1 FROM attendance t WHERE t.activity = a.code AND audience = 'politicians'))
            FROM ({LEARNT}) a GROUP BY 1"""
    )
    return {area: tuple(counts) for area, *counts in rows}


def sql_kinds(o: Oracle) -> Any:
    rows = o.rows(
        f"""SELECT CAST(a.start AS INTEGER), a.kind, count(*),
                   sum((SELECT sum(people) FROM attendance t WHERE t.activity = a.code)),
                   sum(NOT EXISTS (SELECT 1 FROM attendance t WHERE t.activity = a.code)
                       OR EXISTS (SELECT 1 FROM attendance t WHERE t.activity = a.code AND t.people IS NULL))
            FROM ({LEARNT}) a GROUP BY 1, 2"""
    )
    return {(year, kind): tuple(counts) for year, kind, *counts in rows}


TAKEN = """
    SELECT p.actor, CAST(p.from_date AS INTEGER) AS year FROM participation p, asked WHERE p.from_date <= today"""
INSIDE = f"""
    AND NOT EXISTS (SELECT 1 FROM chosen WHERE list IN ('omrade', 'virkemiddel', 'tema', 'status', 'ring', 'partner'))
    AND {_free("kommune", PLACE_OF_TAKING.replace("r.", "p."))}
    AND (NOT EXISTS (SELECT 1 FROM chosen WHERE list = 'program') OR p.programme IN programme_in)
    AND (needle = '' OR instr(fold(p.code || ' ' || coalesce(p.title, '') || ' ' || coalesce(p.acronym, '') || ' ' || p.actor
         || ' ' || coalesce((SELECT name FROM actor WHERE code = p.actor), '')), fold(needle)) > 0)"""


def _named(things: str, taken: str) -> str:
    """SQL: (actor, year) of those that activities and projects begun name, or that take part themselves."""
    return f"""
        SELECT t.target AS who, f.year FROM ({things}) f JOIN activity_actors t ON t.code = f.code WHERE f.entity = 'activity'
        UNION SELECT t.target, f.year FROM ({things}) f JOIN project_actors t ON t.code = f.code WHERE f.entity = 'project'
        UNION {taken}"""


def sql_growth(o: Oracle) -> Any:
    """year -> (involvements, people, new areas, new actors); new ones not in the first year of all.

    New is whoever the selection has in the year, and the whole county for the first time. All is missing of a year of
    which the chosen areas have registered nothing.
    """
    counts = dict(o.rows("SELECT year, count(*) FROM once, asked WHERE year BETWEEN first AND last GROUP BY 1"))
    people = dict(
        o.rows(
            """SELECT year, sum((SELECT coalesce(sum(people), 0) FROM attendance t WHERE t.activity = once.code))
               FROM once WHERE entity = 'activity' AND instrument = 'KOM' GROUP BY 1"""
        )
    )
    begun = o.one(f"SELECT min(CAST(day AS INTEGER)) FROM ({EVERY}) WHERE day IS NOT NULL")
    every = f"SELECT entity, code, area, CAST(day AS INTEGER) AS year FROM ({EVERY}), asked WHERE day <= today"
    here = "SELECT entity, code, area, year FROM once"
    pairs = (
        (f"SELECT area AS who, year FROM ({here})", f"SELECT area AS who, year FROM ({every})"),
        (_named(here, TAKEN + INSIDE), _named(every, TAKEN)),
    )
    new = [
        dict(
            o.rows(
                f"""SELECT year, count(DISTINCT who) FROM ({inside}) i
                    WHERE year = (SELECT min(year) FROM ({whole}) w WHERE w.who = i.who) GROUP BY 1"""
            )
        )
        for inside, whole in pairs
    ]
    first, last = o.asked.period or (2024, 2027)
    found = {}
    for year in range(first, min(last, o.asked.today.year) + 1):
        told = [None if year <= begun else some.get(year, 0) for some in new]
        found[year] = (0, None, None, None) if o.silent(year) else (counts.get(year, 0), people.get(year) or 0, *told)
    return found


def sql_visits(o: Oracle) -> Any:
    return o.rows(
        """SELECT code FROM held_activity, asked WHERE kind IN ('delegation_in', 'delegation_out', 'study_visit')
             AND coalesce("end", start) >= today AND start <= ? ORDER BY start, code""",
        bilateral.horizon(o.asked.today).isoformat(),
    )


def sql_norden(o: Oracle) -> Any:
    rings = (
        "SELECT ring FROM (SELECT g.ring, 'project' AS entity, t.project AS code FROM tied t JOIN region g ON g.code = t.region "
        "UNION ALL SELECT g.ring, 'activity', t.code FROM activity_regions t JOIN region g ON g.code = t.target "
        "UNION ALL SELECT g.ring, 'activity', a.code FROM activity a JOIN cooperation c ON c.code = a.cooperation "
        "JOIN region g ON g.code = c.region UNION ALL SELECT g.ring, 'cooperation', c.code FROM cooperation c "
        "JOIN region g ON g.code = c.region) r WHERE r.entity = o.entity AND r.code = o.code"
    )
    rows = o.rows(
        f"""SELECT o.year, sum('norden' IN ({rings})), sum(EXISTS ({rings})) FROM once o, asked
            WHERE o.year BETWEEN first AND last GROUP BY 1"""
    )
    return {year: (n, placed) for year, n, placed in rows if placed}


# -- the product's answers in the same shape


def ours_dossiers(s: Scope) -> Any:
    return {d.code: (d.next(s.today) or (None,))[0] for d in policy.dossiers(s)}


def ours_channels(s: Scope) -> Any:
    found: dict[Any, int] = {}
    for row in policy.by_channel(policy.promoted(s)).dicts():
        key = tuple(row[name][1] if row[name] else None for name in ("to", "channel", "sphere"))
        for outcome in (*policy.OUTCOMES, "lacking"):
            if row[outcome]:
                found[(*key, None if outcome == "lacking" else outcome)] = row[outcome]
    return found


def ours_grounds(s: Scope) -> Any:
    rows = policy.by_ground(policy.promoted(s)).rows
    return {row[0][1] if row[0] else None: tuple(row[1:]) for row in rows}


def ours_worth(s: Scope) -> Any:
    return {
        (m.code, y.year): (y.fee_ore, *(len(getattr(y, name)) for name in memberships.GIVEN))
        for m in memberships.memberships(s)
        for y in m.years
    }


def ours_audiences(s: Scope) -> Any:
    rows = competence.by_audience(s, competence.lessons(s)).dicts()
    names = ("n", "people", "strategic_n", "strategic", "operative_n", "operative", "lacking")
    return {row["audience"][1]: tuple(row[name] for name in names) for row in rows if row["n"]}


def ours_learning_areas(s: Scope) -> Any:
    found = competence.lessons(s)
    led = {row["area"][1]: row for row in competence.leadership(s, found).dicts()}
    rows = competence.by_area(s, found).dicts()
    none = {"county_cabinet": 0, "politicians": 0}
    return {
        (area := row["area"][1]): (
            row["n"],
            row["people"],
            *(_led(s, found, area, name) if area not in led else led.get(area, none)[name] for name in none),
        )
        for row in rows
        if row["n"]
    }


def _led(s: Scope, found: list[competence.Lesson], area: str, audience: str) -> int:
    """An area that no longer exists stands in no row of the leadership; its activities are counted here."""
    return sum(one.area == area and any(a.audience == audience for a in one.attended) for one in found)


def ours_kinds(s: Scope) -> Any:
    rows = competence.by_year_kind(s, competence.lessons(s)).rows
    return {(year, kind[1]): (n, people, lacking) for year, kind, n, people, lacking in rows if n}


def ours_growth(s: Scope) -> Any:
    return {
        g.year: (g.n, g.people, None if g.areas is None else len(g.areas), None if g.actors is None else len(g.actors))
        for g in competence.growth(s)
    }


def ours_norden(s: Scope) -> Any:
    return {year: (n, placed) for year, n, placed, _ in bilateral.norden(s).rows if placed}


CHECKS: dict[str, tuple[Callable[[Scope], Any], Callable[[Oracle], Any]]] = {
    "policy.dossiers": (ours_dossiers, sql_dossiers),
    "policy.by_channel": (ours_channels, sql_channels),
    "policy.by_ground": (ours_grounds, sql_grounds),
    "memberships": (ours_worth, sql_worth),
    "competence.by_audience": (ours_audiences, sql_audiences),
    "competence.by_area": (ours_learning_areas, sql_learning_areas),
    "competence.by_year_kind": (ours_kinds, sql_kinds),
    "competence.growth": (ours_growth, sql_growth),
    "bilateral.visits": (lambda s: [(v.code,) for v in bilateral.visits(s)], sql_visits),
    "bilateral.norden": (ours_norden, sql_norden),
}


@pytest.mark.sampled(3)
@pytest.mark.parametrize("measure", CHECKS)
@pytest.mark.parametrize("seed", range(SELECTIONS))
def test_the_measure_says_what_the_database_says(seed: int, measure: str, portfolio: Portfolio, oracle: Oracle) -> None:
    question = asked(seed, oracle)
    selection, notices = Selection.from_query(dict(part.split("=", 1) for part in question.query().split("&")))
    assert notices == []
    ours, theirs = CHECKS[measure]
    assert ours(Scope(portfolio, selection, question.today)) == theirs(oracle.choose(question)), question


@pytest.mark.parametrize("measure", CHECKS)
def test_the_comparison_compares_something(measure: str, oracle: Oracle) -> None:
    answers = [repr(CHECKS[measure][1](oracle.choose(asked(seed, oracle)))) for seed in range(SELECTIONS)]
    assert len(set(answers)) >= 5
