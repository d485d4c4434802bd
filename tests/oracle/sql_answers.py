"""The numbers of the 23 answers to the strategy again, straight from the SQLite file, and the sentences they make.

Shares no code with the product: the definitions are those of MODEL.md and of the page of definitions, the words and the
Norwegian way of writing numbers are written anew. ``NUMBERS[row](oracle)`` gives plain values, ``said(row, oracle)`` the
answer in bokmål, None where the base is missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any

from .sql import (
    COUNTS,
    EVERY,
    PLACE_OF_TAKING,
    RANK,
    Asked,
    Oracle,
    _any,
    _free,
    _ore,
    _says,
    _themes,
    part,
    percents,
)

NBSP = "\u00a0"
WON = "status IN ('granted', 'running', 'completed')"
IN_PERIOD = "BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked)"
TODAY = "(SELECT today FROM asked)"
THIS_YEAR = f"CAST({TODAY} AS INTEGER)"
PROGRAMME_FREE = "(NOT EXISTS (SELECT 1 FROM chosen WHERE list = 'program') OR r.programme IN programme_in)"

FUND_PLACE = percents("fund", "SELECT code, area FROM fund")
CONTACT = f"""
    SELECT r.code, r.start, p.region FROM activity r JOIN (
        SELECT code, target AS region FROM activity_regions
        UNION SELECT a.code, c.region FROM activity a JOIN cooperation c ON c.code = a.cooperation) p ON p.code = r.code
    WHERE r.start <= {TODAY}"""
"""Contact with a region, whatever is asked for: a fact of the region."""
TIED = "SELECT project, region FROM tied"
LIVING = f"SELECT DISTINCT region FROM held_cooperation WHERE since <= {TODAY} AND status <> 'ended'"
RINGED = """
    SELECT 'project' AS entity, t.project AS code, g.ring FROM tied t JOIN region g ON g.code = t.region
    UNION SELECT 'activity', t.code, g.ring FROM activity_regions t JOIN region g ON g.code = t.target
    UNION SELECT 'activity', a.code, g.ring FROM activity a JOIN cooperation c ON c.code = a.cooperation
        JOIN region g ON g.code = c.region
    UNION SELECT 'cooperation', c.code, g.ring FROM cooperation c JOIN region g ON g.code = c.region"""
PARTICIPATIONS = f"""
    SELECT r.* FROM participation r JOIN actor b ON b.code = r.actor
    WHERE {PROGRAMME_FREE} AND {_free("kommune", PLACE_OF_TAKING)}
      AND {_says("r.code", "r.title", "r.acronym", "b.code", "b.name")}"""
TAKING = f"""
    SELECT p.actor, coalesce(m.replaced_by, m.code) AS place, CAST(p.from_date AS INTEGER) AS begins,
           max(CAST(p.from_date AS INTEGER), min(CAST(coalesce(p.to_date, p.from_date) AS INTEGER), CAST(coalesce(
               (SELECT j."end" FROM project j WHERE j.code = p.project), '9999') AS INTEGER))) AS ends
    FROM ({PARTICIPATIONS}) p
    JOIN actor a ON a.code = p.actor LEFT JOIN municipality m ON m.code = coalesce(p.municipality, a.municipality)
    WHERE p.from_date <= {TODAY}
      AND (SELECT county FROM municipality n WHERE n.code = coalesce(m.replaced_by, m.code)) = '32'"""


def year_of(o: Oracle) -> int:
    """The year an answer is about: this one, or the last of a period that is over."""
    first, last = o.asked.period or (2024, 2027)
    return max(first, min(last, o.asked.today.year))


def compared(o: Oracle) -> tuple[str, str]:
    """The last day compared in the year of an answer, and the same of the year before (no source: the "
    "day looked at)."""
    year, today = year_of(o), o.asked.today
    if today.year < year:
        return "0", "0"
    until = min(today.isoformat(), f"{year}-12-31")
    before = f"{year - 1}{until[4:]}"
    return until, before.replace("02-29", "02-28")


def _compares(o: Oracle) -> bool:
    """Whether a year is compared with the one before: not by a status, which is today's, nor by months chosen."""
    return not {"status", "maned"} & {name for name, codes in o.asked.lists.items() if codes}


def _begun(o: Oracle, year: int) -> bool:
    return year <= o.asked.today.year


# -- numbers


def held_results(o: Oracle) -> list[tuple[str, str, str | None]]:
    """(code, date, goal) of the results up to today of the chosen areas, whose record the other filters leave.

    The text asked for is in the result's own words or in the record's.
    """
    mine, things = o.asked, f"SELECT entity, code FROM thing WHERE day <= {TODAY}"
    others = {name: codes for name, codes in mine.lists.items() if name != "omrade" and codes}
    inside = set(o.choose(replace(mine, lists=others, needle="")).rows(things))
    hit = set(o.choose(replace(mine, lists=others)).rows(things))
    rows = o.choose(mine).rows(
        f"""SELECT code, date, goal, CASE WHEN project IS NULL THEN 'activity' ELSE 'project' END,
                   coalesce(project, activity), {_says("r.code", "r.words")}
            FROM result r WHERE {COUNTS} AND date <= {TODAY}"""
    )
    return [
        (code, day, goal)
        for code, day, goal, entity, record, says in rows
        if (not others or (entity, record) in inside) and (says or (entity, record) in hit)
    ]


def s1(o: Oracle) -> Any:
    first, last = o.asked.period or (2024, 2027)
    results = sum(first <= int(day[:4]) <= last for _, day, _ in held_results(o))
    return results, *_won_money(o, f"CAST(decided AS INTEGER) {IN_PERIOD}"), *s18(o)


LACKS = "(lacks_amount OR lacks_rate)"


def _won_money(o: Oracle, when: str) -> tuple[int | None, int, int]:
    """Of the grants with a part here: the øre known (None: nothing is), how many lack something, how many they are."""
    known, ore, lacking, n = o.rows(
        f"""SELECT count(ore), sum(ore), coalesce(sum({LACKS}), 0), count(*) FROM paid_support WHERE {WON} AND {when}"""
    )[0]
    return ore if known else None, lacking, n


def s2(o: Oracle) -> Any:
    """Actors of the year looked at, and places of all participations of the period."""
    year = year_of(o)
    sql = f"""SELECT count(DISTINCT CASE WHEN begins <= {year} AND {year} <= ends THEN actor END), count(DISTINCT place)
              FROM ({TAKING}), asked WHERE begins <= min(last, {THIS_YEAR}) AND ends >= first"""
    return o.rows(sql)[0]


def _international(o: Oracle, year: int) -> float:
    """EU and Nordic cash of others on won projects, the year's months of it, on the chosen areas; no other filter."""
    won = f"""
        SELECT code, CAST(coalesce(
            (SELECT min(s.date) FROM project_step s WHERE s.project = p.code AND s.date <= {TODAY}
             AND s.status IN ('granted', 'running', 'completed')), p.start, {TODAY}) AS INTEGER) AS year
        FROM project p JOIN reached ON reached.project = p.code WHERE reached.{WON}"""
    rows = o.rows(
        f"""SELECT {_ore("f.amount", "f.currency", "s.year")}, s.year, p.start, p.end,
                   (SELECT coalesce(sum(q.percent), 0) FROM ({percents("project", "SELECT code, area FROM project")}) q
                    WHERE q.code = s.code AND {_free("omrade", "q.area")})
            FROM ({won}) s
            JOIN project p ON p.code = s.code
            JOIN funding f ON f.project = s.code AND f.form = 'cash' AND f.payer = 'others'
              AND f.level IN ('eu', 'nordic') AND f.amount IS NOT NULL"""
    )
    total = 0.0
    for ore, decided, start, end, percent in rows:
        if ore is None:
            continue
        share = 1.0 if decided == year else 0.0
        if start and end and end[:7] >= start[:7]:
            months = [
                y for y in range(int(start[:4]), int(end[:4]) + 1) for m in range(1, 13)
                if start[:7] <= f"{y}-{m:02d}" <= end[:7]
            ]  # fmt: skip
            share = months.count(year) / len(months)
        total += ore * share * percent / 100
    return total


def _fund(o: Oracle, year: int) -> float | None:
    """The fund of a year on the chosen areas, as far as known; None without any."""
    rows, known, ore = o.rows(
        f"""SELECT count(*), count(f.amount_nok), sum(f.amount_nok * p.percent / 100.0)
            FROM fund f JOIN ({FUND_PLACE}) p ON p.code = f.code
            WHERE f.year = ? AND p.percent > 0 AND {_free("omrade", "p.area")}""",
        year,
    )[0]
    return float(ore) if rows and known else None


def absent_funds(o: Oracle, year: int) -> int:
    """Funds (area and level) of other years that the year lacks, and its own without an amount: the share is at most
    what it says."""
    mine = f"""SELECT DISTINCT p.area, f.level, f.year FROM fund f JOIN ({FUND_PLACE}) p ON p.code = f.code
        WHERE f.level NOT IN ('eu', 'nordic') AND p.percent > 0 AND {_free("omrade", "p.area")}"""
    held = {(area, level) for area, level, _ in o.rows(mine)}
    blank = o.one(
        f"""SELECT count(*) FROM fund f WHERE f.year = ? AND f.amount_nok IS NULL AND f.level NOT IN ('eu', 'nordic')
            AND EXISTS (SELECT 1 FROM ({FUND_PLACE}) p WHERE p.code = f.code AND p.percent > 0
                        AND {_free("omrade", "p.area")})""",
        year,
    )
    return len(held - {(area, level) for area, level, y in o.rows(mine) if y == year}) + int(blank)


def _unsure_grants(o: Oracle, year: int) -> int:
    """Won projects on the chosen areas, with money in the year, of whose EU and Nordic cash something is not known."""
    won = f"""
        SELECT code, CAST(coalesce(
            (SELECT min(s.date) FROM project_step s WHERE s.project = p.code AND s.date <= {TODAY}
             AND s.status IN ('granted', 'running', 'completed')), p.start, {TODAY}) AS INTEGER) AS year
        FROM project p JOIN reached ON reached.project = p.code WHERE reached.{WON}"""
    cash = f"""
        SELECT s.code, f.level IN ('eu', 'nordic') AS abroad, {_ore("f.amount", "f.currency", "s.year")} AS ore
        FROM ({won}) s JOIN funding f ON f.project = s.code AND f.form = 'cash' AND f.payer = 'others'"""
    rows = o.rows(
        f"""SELECT s.year, p.start, p.end FROM ({won}) s JOIN project p ON p.code = s.code
            WHERE EXISTS (SELECT 1 FROM ({percents("project", "SELECT code, area FROM project")}) q
                          WHERE q.code = s.code AND q.percent > 0 AND {_free("omrade", "q.area")})
              AND CASE WHEN EXISTS (SELECT 1 FROM ({cash}) c WHERE c.code = s.code AND c.abroad)
                       THEN EXISTS (SELECT 1 FROM ({cash}) c WHERE c.code = s.code AND c.abroad AND c.ore IS NULL)
                       ELSE NOT EXISTS (SELECT 1 FROM ({cash}) c WHERE c.code = s.code AND c.ore IS NOT NULL) END"""
    )
    dated = [
        (int(start[:4]), int(end[:4])) if start and end and end[:7] >= start[:7] else (y, y) for y, start, end in rows
    ]
    return sum(first <= year <= last for first, last in dated)


def share_of(o: Oracle, year: int) -> tuple[float | None, int]:
    """International of all development money of a year, and how many of its grants are not wholly known: it is at least
    so much. None without a fund, or where nothing of those grants is known.
    """
    if not _begun(o, year) or not o.one(f"SELECT count(*) FROM reached WHERE {WON}"):
        return None, 0
    fund, abroad, unsure = _fund(o, year), _international(o, year), _unsure_grants(o, year)
    return abroad / (abroad + fund) if fund and (abroad or not unsure) else None, unsure


def s3(o: Oracle) -> Any:
    return *share_of(o, year_of(o)), absent_funds(o, year_of(o))


def s4(o: Oracle) -> Any:
    rings = f"SELECT entity, code, group_concat(ring) AS rings FROM ({RINGED}) GROUP BY 1, 2"
    near, placed = o.rows(
        f"""SELECT coalesce(sum(rings LIKE '%norden%' OR rings LIKE '%europe%' OR rings LIKE '%ukraine%'), 0), count(*)
            FROM once JOIN ({rings}) USING (entity, code) WHERE year {IN_PERIOD}"""
    )[0]
    norden = [
        o.one(
            f"""SELECT count(*) FROM once JOIN ({rings}) USING (entity, code) WHERE rings LIKE '%norden%'
                AND day <= ? AND year = CAST(? AS INTEGER)""",
            day,
            day,
        )
        for day in compared(o)
    ]
    return near, placed, norden[0], norden[1] if _compares(o) else 0


def s5(o: Oracle) -> Any:
    goals = o.one("SELECT count(*) FROM goal")
    served = o.one(
        f"""SELECT count(DISTINCT g.target) FROM {"alive" if o.asked.period else "once"} JOIN (
                SELECT 'project' AS entity, code, target FROM project_goals
                UNION SELECT 'dossier', code, target FROM dossier_goals
                UNION SELECT 'activity', code, goal FROM activity WHERE goal IS NOT NULL) g USING (entity, code)"""
    )
    return goals, served


def s6(o: Oracle) -> Any:
    there = "SELECT code FROM area WHERE coalesce(valid_from, 0) <= ?1 AND ?1 <= coalesce(valid_to, 9999)"
    active = f"""
        SELECT area FROM (
            SELECT p.area, coalesce((SELECT min(s.date) FROM project_step s WHERE s.project = p.code), p.start) AS day
            FROM project p UNION ALL SELECT area, start FROM activity UNION ALL SELECT area, opened FROM dossier
            UNION ALL SELECT area, since FROM cooperation)
        WHERE day <= {TODAY} AND CAST(day AS INTEGER) = ?1"""
    sql = f"SELECT coalesce(sum(code IN ({active})), 0), count(*) FROM ({there})"
    return o.rows(sql, year_of(o))[0]


def s7(o: Oracle) -> Any:
    sql = """SELECT coalesce(sum(planned_nok), 0),
                    coalesce(sum(CASE WHEN used_nok IS NOT NULL THEN planned_nok END), 0),
                    coalesce(sum(CASE WHEN planned_nok IS NOT NULL THEN used_nok END), 0)
             FROM held_budget b JOIN area a ON a.code = b.area
             WHERE year = ?1 AND coalesce(a.valid_from, 0) <= ?1 AND ?1 <= coalesce(a.valid_to, 9999)"""
    return o.rows(sql, year_of(o))[0]


ASKING = """CASE WHEN r.area <> 'FRL' THEN r.area ELSE coalesce(
        (SELECT x.target FROM activity_areas x WHERE x.code = r.code AND x.target <> 'FRL' ORDER BY x.position LIMIT 1),
        r.area) END"""
ASKED_IN = f"""FROM activity r WHERE kind = 'support' AND coalesce(asked, start) <= {TODAY}
               AND CAST(coalesce(asked, start) AS INTEGER) {IN_PERIOD}"""


def s8(o: Oracle) -> Any:
    given = f"coalesce(sum(answered IS NOT NULL AND answered <= {TODAY}), 0)"
    return o.rows(f"SELECT {given}, count(*) {ASKED_IN} AND {_free('omrade', ASKING)}")[0]


def _known_requests(o: Oracle) -> bool:
    """Whether some area asked for nothing that is recorded, and has registered nothing at all of a year."""
    sql = f"""
        WITH RECURSIVE y(year) AS (SELECT first FROM asked UNION ALL SELECT year + 1 FROM y, asked
                                   WHERE year < last AND year < {THIS_YEAR})
        SELECT count(*) FROM area a, y WHERE {_free("omrade", "a.code")} AND y.year <= {THIS_YEAR}
          AND y.year BETWEEN coalesce(a.valid_from, 0) AND coalesce(a.valid_to, 9999)
          AND a.code NOT IN (SELECT {ASKING} {ASKED_IN})
          AND NOT EXISTS (SELECT 1 FROM ({EVERY}) e
                          WHERE e.area = a.code AND e.day <= {TODAY} AND CAST(e.day AS INTEGER) = y.year)"""
    return bool(o.one(sql))


MEMBER_IN = f"""
    WITH RECURSIVE y(year) AS (SELECT first FROM asked UNION ALL SELECT year + 1 FROM y, asked
                               WHERE year < last AND year < {THIS_YEAR})
    SELECT m.code, m.organisation, y.year FROM (SELECT r.* FROM membership r WHERE {COUNTS} AND {_free("virkemiddel", "'POL'")}) m, y
    WHERE m.from_date <= {TODAY} AND y.year <= {THIS_YEAR}
      AND y.year BETWEEN CAST(m.from_date AS INTEGER) AND CAST(coalesce(m.to_date, '9999') AS INTEGER)
      AND m.organisation IN (SELECT r.code FROM organisation r
                             WHERE {_any("tema", _themes("organisation"))} AND {_says("r.code", "r.name", "r.name_long")})"""
"""A row for each membership and each of its years in the period, up to this one."""


def s9(o: Oracle) -> Any:
    posts = f"""
        SELECT DISTINCT p.code, p.sphere, m.code AS membership FROM post p JOIN ({MEMBER_IN}) m
        ON m.organisation = p.organisation AND p.from_date <= {TODAY} AND m.year BETWEEN CAST(p.from_date AS INTEGER)
           AND CAST(min({TODAY}, coalesce(p.to_date, '9999')) AS INTEGER)"""
    met = f"""
        SELECT DISTINCT a.code, m.code AS membership FROM activity a JOIN activity_organisations t ON t.code = a.code
        JOIN ({MEMBER_IN}) m ON m.organisation = t.target AND m.year = CAST(a.start AS INTEGER)
        WHERE a.kind = 'network_meeting' AND a.start <= {TODAY}"""
    return (
        o.one(f"SELECT count(DISTINCT code) FROM ({posts})"),
        o.one(f"SELECT count(DISTINCT code) FROM ({posts}) WHERE sphere = 'political'"),
        o.one(f"SELECT count(DISTINCT code) FROM ({met})"),
        o.one(f"SELECT count(*) FROM (SELECT membership FROM ({posts}) UNION SELECT membership FROM ({met}))"),
        o.one(f"SELECT count(DISTINCT code) FROM ({MEMBER_IN})"),
    )


def s10(o: Oracle) -> Any:
    sql = "SELECT " + ", ".join(f"coalesce(sum(instrument = '{i}'), 0)" for i in ("PRO", "POL", "KOM", "BIL"))
    return o.rows(f"{sql} FROM once WHERE year = ?", year_of(o))[0]


def s11(o: Oracle) -> Any:
    decided = f"CAST(decided AS INTEGER) {IN_PERIOD}"
    ore, lacking, paid = _won_money(o, decided)
    sql = f"""SELECT coalesce(sum({WON} AND {decided}), 0), coalesce(sum(status = 'rejected' AND {decided}), 0),
                     coalesce(sum(status = 'submitted'), 0), coalesce(sum(status IN ('idea', 'developing')), 0)
              FROM won_support"""
    counts = o.rows(sql)[0]
    return *counts, ore, lacking, paid - counts[0]


def s12(o: Oracle) -> Any:
    rows = f"""
        SELECT s.code, sum({_ore("f.amount", "f.currency", "CAST(s.decided AS INTEGER)")}) AS ore,
               f.payer = 'others' AND f.level IN ('eu', 'nordic') AS abroad
        FROM any_standing s JOIN funding f ON f.project = s.code AND f.amount IS NOT NULL
        WHERE {WON} AND CAST(s.decided AS INTEGER) {IN_PERIOD} AND s.code IN (SELECT code FROM paid_project)
        GROUP BY s.code, CASE WHEN f.payer = 'own' THEN f.form WHEN f.level IN ('eu', 'nordic') THEN 'x' ELSE f.level END,
                 f.payer"""
    mine = part("r.ore", "project_place", "r.code")
    whole, external = o.rows(
        f"SELECT coalesce(sum({mine}), 0), coalesce(sum(CASE WHEN abroad THEN {mine} END), 0) FROM ({rows}) r"
    )[0]
    return whole, external, never_used(o), _half_financed(o)


def _half_financed(o: Oracle) -> int:
    """Grants with a part here of whose financing a row, or all of it, is not known; own hours without an amount are."""
    return int(
        o.one(
            f"""SELECT coalesce(sum(n = 0 OR lacking > 0), 0) FROM (
                  SELECT s.code, count(f.project) AS n,
                         coalesce(sum(CASE WHEN f.amount IS NOT NULL
                                           THEN {_ore("f.amount", "f.currency", "CAST(s.decided AS INTEGER)")} IS NULL
                                           ELSE NOT (f.payer = 'own' AND f.form = 'hours' AND f.hours IS NOT NULL)
                                      END), 0) AS lacking
                  FROM any_standing s LEFT JOIN funding f ON f.project = s.code
                  WHERE {WON} AND CAST(s.decided AS INTEGER) {IN_PERIOD} AND s.code IN (SELECT code FROM paid_project)
                  GROUP BY s.code)"""
        )
    )


def never_used(o: Oracle) -> int:
    """Programmes open to Norway that no application was ever sent to, whatever is chosen."""
    sql = f"""
        WITH RECURSIVE up(code, top) AS (
            SELECT code, code FROM programme WHERE parent IS NULL
            UNION ALL SELECT p.code, up.top FROM programme p JOIN up ON p.parent = up.code),
        steps AS (SELECT project, status, {RANK} AS place, date FROM project_step WHERE date <= {TODAY}),
        ends AS (SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY project ORDER BY date DESC, place DESC) AS n
                                FROM steps) WHERE n = 1),
        sent AS (SELECT up.top FROM project p JOIN ends ON ends.project = p.code JOIN up ON up.code = p.programme
                 WHERE ends.place BETWEEN 2 AND 6 OR (ends.place = 7 AND EXISTS (
                     SELECT 1 FROM steps s WHERE s.project = p.code AND s.place BETWEEN 2 AND 6)))
        SELECT count(*) FROM programme WHERE parent IS NULL AND norway IN ('yes', 'partly')
          AND level IN ('eu', 'nordic') AND coalesce(period_to, 9999) >= {THIS_YEAR}
          AND coalesce(period_from, 0) <= {THIS_YEAR} AND code NOT IN (SELECT top FROM sent)"""
    return int(o.one(sql))


def s13(o: Oracle) -> Any:
    sql = "SELECT coalesce(sum(code NOT IN (SELECT code FROM project_goals)), 0), count(*) FROM held_project"
    return o.rows(sql)[0]


def s14(o: Oracle) -> Any:
    sql = f"""
        WITH mine AS (SELECT DISTINCT t.target AS actor FROM held_activity h JOIN activity_actors t ON t.code = h.code
                      WHERE h.kind = 'guidance' AND h.start <= {TODAY} AND CAST(h.start AS INTEGER) {IN_PERIOD}),
        guided AS (SELECT t.target AS actor, min(a.start) AS day FROM activity a JOIN activity_actors t ON t.code = a.code
                   WHERE a.kind = 'guidance' AND t.target IN (SELECT actor FROM mine) GROUP BY t.target)
        SELECT count(*), coalesce(sum(EXISTS (SELECT 1 FROM participation p WHERE p.actor = guided.actor
                                              AND p.from_date > day AND p.from_date <= {TODAY}
                                              AND CAST(p.from_date AS INTEGER) {IN_PERIOD})), 0) FROM guided"""
    return o.rows(sql)[0]


OPEN_DOSSIERS = """SELECT * FROM held_dossier d, asked WHERE stage <> 'closed' AND opened <= today
    AND CAST(opened AS INTEGER) <= last AND max(CAST(today AS INTEGER), coalesce(
        (SELECT CAST(max(f.day) AS INTEGER) FROM dossier_deadline f WHERE f.dossier = d.code), 0)) >= first"""


def s15(o: Oracle) -> Any:
    some = OPEN_DOSSIERS
    held, relevant = o.rows(f"SELECT count(*), coalesce(sum(eea = 'relevant'), 0) FROM ({some})")[0]
    ahead = f"SELECT min(day) FROM dossier_deadline WHERE day >= {TODAY} AND dossier IN (SELECT code FROM ({some}))"
    return held, relevant, o.one(f"SELECT CAST(julianday(({ahead})) - julianday({TODAY}) AS INTEGER)")


def s16(o: Oracle) -> Any:
    sql = f"""SELECT count(*), coalesce(sum(outcome IN ('adopted', 'partly', 'not_adopted')), 0),
                     coalesce(sum(outcome = 'adopted'), 0), coalesce(sum(goal IS NULL AND decision IS NULL), 0),
                     coalesce(sum(outcome = 'partly'), 0), coalesce(sum(outcome = 'pending'), 0)
              FROM held_activity WHERE (kind IN ('advocacy', 'hearing') OR addressee_kind IS NOT NULL)
                AND start <= {TODAY}
                AND CAST(start AS INTEGER) {IN_PERIOD}"""
    return o.rows(sql)[0]


def s17(o: Oracle) -> Any:
    ore = _ore("f.amount", "f.currency", "f.year")
    sql = f"""SELECT count(*), coalesce(sum(fee), 0), coalesce(sum(fee IS NULL), 0) FROM (
                SELECT m.code, (SELECT {ore} FROM membership_fee f WHERE f.membership = m.code
                                AND f.year = m.year AND f.amount IS NOT NULL) AS fee
                FROM ({MEMBER_IN}) m WHERE m.year = ?)"""
    return o.rows(sql, year_of(o))[0]


def s18(o: Oracle) -> Any:
    return learnt(o, IN_PERIOD)


def learnt(o: Oracle, when: str) -> tuple[int | None, int, int]:
    """People in learning of some years as far as known (None: nothing is), the activities, those that lack numbers."""
    sql = f"""SELECT sum(people), count(*), coalesce(sum(rows = 0 OR rows > known), 0), coalesce(sum(known), 0)
              FROM (SELECT (SELECT sum(people) FROM attendance t WHERE t.activity = h.code) AS people,
                           (SELECT count(*) FROM attendance t WHERE t.activity = h.code) AS rows,
                           (SELECT count(people) FROM attendance t WHERE t.activity = h.code) AS known
                    FROM held_activity h WHERE counts_as = 'KOM' AND start <= {TODAY}
                      AND CAST(start AS INTEGER) {when})"""
    people, activities, lacking, known = o.rows(sql)[0]
    return people if known else None if activities else 0, activities, lacking


def _unheard(o: Oracle) -> bool:
    """Whether some year of the period up to today's is silent: then a sum over the years is at least what it says."""
    first, last = o.asked.period or (2024, 2027)
    return any(o.silent(year) for year in range(first, min(last, o.asked.today.year) + 1))


def first_year(o: Oracle) -> int:
    """The first year of anything recorded, whatever is chosen: before it nothing is known."""
    return int(
        o.one(
            """SELECT min(CAST(day AS INTEGER)) FROM (
                 SELECT coalesce((SELECT min(s.date) FROM project_step s WHERE s.project = p.code), p.start) AS day
                 FROM project p UNION ALL SELECT start FROM activity UNION ALL SELECT opened FROM dossier
                 UNION ALL SELECT since FROM cooperation) WHERE day IS NOT NULL"""
        )
    )


def s19(o: Oracle) -> Any:
    if year_of(o) - 1 < first_year(o) or not _compares(o):
        return 0, 0
    return tuple(
        o.one("SELECT count(*) FROM once WHERE day <= ? AND year = CAST(? AS INTEGER)", day, day) for day in compared(o)
    )


def s20(o: Oracle) -> Any:
    last = f"(SELECT max(start) FROM ({CONTACT}) c WHERE c.region = l.region)"
    sql = f"""SELECT count(*), coalesce(sum(julianday({TODAY}) - julianday({last}) > 365), 0),
                     coalesce(sum({last} IS NULL), 0) FROM ({LIVING}) l"""
    return o.rows(sql)[0]


def s21(o: Oracle) -> Any:
    met = f"""SELECT target FROM organisation_regions
                WHERE code IN (SELECT organisation FROM membership
                               WHERE from_date <= {TODAY} AND coalesce(to_date, '9999') >= {TODAY})
              UNION SELECT k.region FROM held_cooperation k JOIN cooperation_organisations t ON t.code = k.code
                JOIN organisation n ON n.code = t.target
                WHERE k.status <> 'ended' AND k.since <= {TODAY} AND coalesce(n.kind, '') <> 'partner'"""
    joint = f"SELECT region FROM ({TIED}) WHERE project IN (SELECT project FROM reached WHERE {WON})"
    return o.rows(f"SELECT coalesce(sum(region IN ({met}) OR region IN ({joint})), 0), count(*) FROM ({LIVING})")[0]


def s22(o: Oracle) -> Any:
    """The whole county's, whatever is chosen."""
    ukraine = "SELECT code FROM region WHERE ring = 'ukraine'"
    alive = o.one(
        f"""SELECT count(DISTINCT region) FROM cooperation WHERE since <= {TODAY} AND region IN ({ukraine})
            AND status IN ('active', 'agreement', 'dialogue', 'exploring')"""
    )
    needs = o.one(
        f"SELECT count(DISTINCT region) FROM need WHERE coalesce(date, '') <= {TODAY} AND region IN ({ukraine})"
    )
    flags = o.one(
        f"""SELECT count(*) FROM funding WHERE payer = 'own' AND form = 'cash' AND purpose = 'reconstruction'
            AND project IN (SELECT project FROM ({TIED}) WHERE region IN ({ukraine}))"""
    )
    return alive, needs, o.one(f"SELECT count(*) FROM ({ukraine})"), flags


def _actual(o: Oracle, measure: str, goal: str | None, year: int) -> tuple[float | None, bool]:
    """What was reached (None: not known), and whether it is at least so much."""
    result = f"SELECT count(*) FROM result WHERE CAST(date AS INTEGER) = ?1 AND date <= {TODAY}"
    won = f"FROM won_support w WHERE {WON} AND CAST(decided AS INTEGER) = ?1"
    paid = f"FROM paid_support w WHERE {WON} AND CAST(decided AS INTEGER) = ?1"
    sql = {
        "results": result,
        "external_nok": f"SELECT CASE WHEN count(*) = 0 THEN 0.0 ELSE sum(ore) / 100.0 END {paid}",
        "projects_granted": f"SELECT count(*) {won}",
    }
    if goal is not None:
        if measure not in sql:
            return None, False
        mine = (
            " AND goal = ?2"
            if measure == "results"
            else " AND code IN (SELECT code FROM project_goals WHERE target = ?2)"
        )
        found = o.one(sql[measure] + mine, year, goal)
        lacking = measure == "external_nok" and o.one(f"SELECT sum({LACKS}) {paid}{mine}", year, goal)
        return None if found is None else float(found), bool(lacking)
    if measure == "international_share":
        share, unsure = share_of(o, year)
        return None if share is None or absent_funds(o, year) else share * 100, bool(unsure)
    if measure == "participants":
        people, _, without = learnt(o, f"= {int(year)}")
        return None if people is None else float(people), bool(without)
    sql |= {
        "involvements": "SELECT count(*) FROM once WHERE year = ?1",
        "partners": f"""SELECT count(*) FROM held_cooperation WHERE ?1 = {THIS_YEAR} AND since <= {TODAY}
                        AND (status IN ('active', 'agreement')
                             OR (status <> 'ended' AND coalesce(agreement_to, '') >= {TODAY}))""",
    }
    found = o.one(sql[measure], year)
    lacking = measure == "external_nok" and o.one(f"SELECT sum({LACKS}) {paid}", year)
    return None if found is None else float(found), bool(lacking)


def s23(o: Oracle) -> Any:
    day, year = o.asked.today, o.asked.today.year
    share = (day - date(2024, 1, 1)).days / (date(2028, 1, 1) - date(2024, 1, 1)).days
    rows = o.rows("SELECT measure, goal, value FROM target WHERE year = ?", year)
    mine = o.asked
    o.choose(Asked(weight=mine.weight, today=day))  # a target is the county's, and what it is set against
    actual = [(value, _actual(o, measure, goal, year)) for measure, goal, value in rows]
    o.choose(mine)
    told = [(value, found) for value, (found, partly) in actual if found is not None and not (partly and found < value)]
    reached = sum(found >= value for value, found in told)
    return max(0.0, min(1.0, share)), reached, len(told), len(actual) - len(told)


NUMBERS: dict[str, Callable[[Oracle], Any]] = {f"S{i}": globals()[f"s{i}"] for i in range(1, 24)}


# -- words


def _n(value: int) -> str:
    return f"{value:,}".replace(",", NBSP)


def _percent(share: float) -> str:
    exact = Decimal(f"{share:.15g}") * 100
    whole = exact.quantize(Decimal(1), ROUND_HALF_UP)
    if exact > 0 and not whole:
        return f"under 1{NBSP}%"
    return f"over 99{NBSP}%" if exact < 100 == whole else f"{whole}{NBSP}%"


def _percent_at_most(share: float) -> str:
    return f"{(Decimal(f'{share:.15g}') * 100).to_integral_value(ROUND_CEILING)}{NBSP}%"


def _percent_at_least(share: float) -> str:
    """Whole percents, never more than the share; tenths of what is under one."""
    exact = Decimal(f"{share:.15g}") * 100
    if exact >= 1:
        return f"{exact.to_integral_value(ROUND_FLOOR)}{NBSP}%"
    return f"{(exact * 10).to_integral_value(ROUND_FLOOR) / 10:f}".replace(".", ",") + f"{NBSP}%"


def _kroner(ore: int) -> str:
    if ore < 100_000_000:
        return f"{_n(int((Decimal(ore) / 100).quantize(Decimal(1), ROUND_HALF_UP)))}{NBSP}kr"
    millions = Decimal(str(ore / 100_000_000)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{millions:,}".replace(",", NBSP).replace(".", ",") + f"{NBSP}mill.{NBSP}kr"


def _count(n: int, one: str, many: str) -> str:
    return one if n == 1 else many.format(_n(n))


WORDS = ("ingen", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")


def _word(n: int, *, neuter: bool = False) -> str:
    """A number inside a sentence: a word to twelve."""
    return "ett" if neuter and n == 1 else WORDS[n] if n < len(WORDS) else _n(n)


def _even(sentence: str, numbers: Sequence[int]) -> str:
    """All numbers of a sentence in digits where one of them is over twelve; «alle de fem» is a whole, not compared."""
    if max(numbers) < len(WORDS):
        return sentence
    return re.sub(rf"(?<!alle de )\b({'|'.join(WORDS[2:])})\b", lambda word: str(WORDS.index(word[0])), sentence)


def _told(n: int, one: str, many: str) -> str:
    return one if n == 1 else many.format(_word(n))


def _part(n: int, base: int, *, neuter: bool = False) -> str:
    if base == 1 or base >= len(WORDS):
        return f"{_n(n)} av {_n(base)}"
    return f"{_word(n, neuter=neuter)} av {_word(base, neuter=neuter)}"


def _at_least(told: str, lacking: int, space: str = " ") -> str:
    return f"minst{space}{told}" if lacking else told


def _least(ore: int, lacking: int, space: str = " ") -> str:
    """A sum of what is known, rounded as the tables round it."""
    return _at_least(_kroner(ore), lacking, space)


def _begin(told: str) -> str:
    return told[:1].upper() + told[1:]


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " og " + parts[-1]


def _so_far(o: Oracle) -> bool:
    return year_of(o) == o.asked.today.year and (o.asked.today.month, o.asked.today.day) != (12, 31)


def _when(o: Oracle) -> str:
    return f"hittil i {year_of(o)}" if _so_far(o) else f"i {year_of(o)}"


def _reached(o: Oracle) -> str:
    """The years of the period that the data reach."""
    first, last = o.asked.period or (2024, 2027)
    last = max(first, min(last, o.asked.today.year))
    return f"i {first}" if first == last else f"{first}–{last}"


def _none_heard(inputs: int, waiting: int) -> str:
    """S16 without an outcome: who waits has none to lack."""
    each = "begge" if inputs == 2 else f"alle {_word(inputs)}"
    if waiting == inputs:
        return f"{'det' if inputs == 1 else each} venter på svar"
    if waiting:
        return f"{_n(waiting)} venter på svar, og utfallet mangler for {_n(inputs - waiting)}"
    return "utfallet mangler" if inputs == 1 else f"utfallet mangler for {each}"


def _nothing_decided(o: Oracle, waits: int, underway: int, waiting: str) -> str | None:
    """S11 without a decision: of a year ahead only what is on its way today is known."""
    if not waits + underway:
        return None
    first, last = o.asked.period or (2024, 2027)
    if not _begun(o, first):
        way = _begin(_told(waits + underway, "ett prosjekt er på vei", "{} prosjekter er på vei"))
        return f"{way} per {o.asked.today:%d.%m.%Y}, og {first} har ikke begynt."
    if o.asked.period:
        years = f"i {first}" if first == last else f"{first}–{last}"
        months = o.asked.lists.get("maned")
        none = f"Ingen søknader er avgjort {years}"
        if months:
            none = f"Av tiltakene som begynte {_in_months(months)}, er ingen søknad avgjort {years}"
        return f"{none}; per {o.asked.today:%d.%m.%Y} venter {waiting.removesuffix(' venter')}."
    return f"Ingen søknader er avgjort; {waiting}."


def _day(iso: str) -> str:
    return f"{iso[8:10]}.{iso[5:7]}."


BEGUN = ("S2", "S4", "S14")
"""Answers whose last sentence has tests of its own: Norden's trend, the base rate beside guidance, and what lies in no
year."""


def as_far(row: str, words: str | None, sentence: str | None) -> str | None:
    """The product's words as far as the oracle says them."""
    return words[: len(sentence)] if row in BEGUN and words and sentence else words


def _here(o: Oracle) -> str:
    """Where the actors counted are: in the county, the municipalities chosen, or what a programme or a text leaves."""
    left = " med disse filtrene" if o.asked.lists.get("program") or o.asked.needle else ""
    names = o.rows(
        """SELECT DISTINCT m.code, m.name_nb FROM chosen c JOIN municipality m ON m.code = c.code
           WHERE c.list = 'kommune' ORDER BY 1"""
    )
    if len(names) > 3:
        return f"i de valgte kommunene{left}"
    return f"i {_listed([name for _, name in names])}{left}" if names else f"i Akershus{left}"


def _of_months(months: Collection[str]) -> str:
    """That months choose by the beginning, and decisions are of all their years."""
    first, last = min(months)[:4], max(months)[:4]
    years = first if first == last else f"{first}–{last}"
    return f" Filteret på måned viser tiltak som begynte da; vedtak og resultater er med fra hele {years}."


NOT_COMPARED = "Når en måned er valgt, sammenlignes ingenting med året før."
EEA = {
    "relevant": "EØS-relevant",
    "possible": "kanskje EØS-relevant",
    "not_relevant": "ikke EØS-relevant",
    None: "uten EØS-vurdering",
}
NAMES = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip


def _in_months(months: Collection[str]) -> str:
    years, some = {month[:4] for month in months}, sorted(months)
    if len(years) > 1:
        return "i de valgte månedene"
    if len(some) > 3:
        return f"i de valgte månedene i {some[0][:4]}"
    return f"i {_listed([NAMES[int(month[5:]) - 1] for month in some])} {some[0][:4]}"


def _begun_to_follow(o: Oracle) -> str:
    months = o.asked.lists.get("maned")
    return f", som vi begynte å følge {_in_months(months)}" if months else ""


def said(row: str, o: Oracle) -> str | None:
    """The answer of a row in bokmål, None where what it rests on is missing."""
    told = _said(row, o)
    months = o.asked.lists.get("maned")
    return f"{told}{_of_months(months)}" if told and row in ("S1", "S11") and months else told


def _said(row: str, o: Oracle) -> str | None:
    n, year, now = NUMBERS[row](o), year_of(o), o.asked.today.year
    match row:
        case "S1":
            parts = [_told(n[0], "ett resultat registrert", "{} resultater registrert")] if n[0] else []
            results, ore, lacking, won, people, _, without = n
            parts += [] if ore is None else [f"{_least(ore, lacking, NBSP)} innvilget"]
            parts += ["et ukjent beløp innvilget"] if won and ore is None else []
            learners = _count(people or 0, "én deltakelse i kompetanseheving", "{} deltakelser i kompetanseheving")
            idle = [name for name in ("program", "status") if o.asked.lists.get(name)]
            whatever = f" (uansett filter på {_listed(idle)})" if idle else ""
            parts += [f"{_at_least(learners, without or _unheard(o))}{whatever}"] if people else []
            parts += [f"et ukjent antall deltakelser i kompetanseheving{whatever}"] if people is None else []
            emptied = not results and not won and {"program", "status"} & set(o.asked.lists)
            nothing = " Ingen resultater og ingen støtte med disse filtrene." if emptied else ""
            return f"{_begin(_listed(parts))}.{nothing}" if results or ore is not None or people else None
        case "S2":
            if not o.one("SELECT count(*) FROM participation"):
                return None
            if not n[0] and not n[1] and (o.asked.lists or o.asked.period or o.asked.needle):
                return None
            places = _told(n[1], "én kommune", "{} kommuner")
            here = _here(o)
            if year > now:
                lasting = f"aktør {here} er med i prosjekter som varer til {year} eller lenger."
                return (
                    _begin(_told(n[0], f"én {lasting}", "{} " + lasting.replace("aktør", "aktører"))) if n[0] else None
                )
            actors = _begin(_told(n[0], f"én ekstern aktør {here}", "{} eksterne aktører " + here))
            where = f"; prosjektdeltakelsene {_reached(o)} er i {places}" if n[1] else ""
            undated = o.one(f"SELECT count(*) FROM ({PARTICIPATIONS}) WHERE from_date IS NULL OR to_date IS NULL")
            if undated:
                unknown = f"Det er ikke kjent hvor mange eksterne aktører {here} som"
                actors = f"Minst {actors[:1].lower()}{actors[1:]}" if n[0] else unknown
            known = n[0] or not undated
            verb = "deltok" if year_of(o) < o.asked.today.year and known else "har deltatt"
            return f"{actors} {verb} i internasjonale prosjekter {_when(o)}{where}."
        case "S3":
            share, unsure, absent = n
            if share is None:
                return None
            told = f"høyst {_percent_at_most(share)}" if absent and share else _percent(share)
            if unsure and share:
                told = f"minst {_percent_at_least(share)}"
            if unsure and absent:
                told = _percent(share)
            known = "kjente " if unsure and absent else ""
            return _begin(f"{told} av de {known}utviklingsmidlene i {year} er internasjonale.").replace(
                " av de utviklingsmidlene", " av utviklingsmidlene"
            )
        case "S4" if o.asked.lists.get("ring") or o.asked.lists.get("partner"):
            return f"{_count(n[1], 'Ett tiltak', '{} tiltak')} i den valgte geografien. " if n[1] else None
        case "S4":
            every = f"Alle de {_word(n[0])} tiltakene" if n[0] == n[1] > 2 else f"{_n(n[0])} av {_n(n[1])} tiltak"
            every = "Begge tiltakene" if n[0] == n[1] == 2 else every
            every = "Det eneste tiltaket" if n[1] == 1 else every
            if n[1] == 1 and not n[0]:
                return f"{every} med kjent region er utenfor Norden, Ukraina og resten av Europa. "
            return None if not n[1] else (
                f"{every} med kjent region er i Norden, Ukraina eller resten av Europa. "
            )  # fmt: skip
        case "S5":
            if not n[0]:
                return None
            if year > now:
                return (
                    f"{_begin(_part(n[1], n[0], neuter=True))} mål er knyttet til prosjekter som går i {year}."
                    if n[1]
                    else None
                )
            if n[1] == n[0]:
                return "Alle mål er knyttet til tiltak."
            if not n[1]:
                return f"Ingen av de {_word(n[0])} målene er knyttet til tiltak."
            if n[0] > 12:
                return f"{_n(n[1])} av {_n(n[0])} mål er knyttet til tiltak; {_n(n[0] - n[1])} er ikke det."
            linked, other = _begin(_word(n[1], neuter=True)), _word(n[0] - n[1], neuter=True)
            return f"{linked} av {_word(n[0])} mål er knyttet til tiltak; {other} er ikke det."
        case "S6":
            if n[1] == 1:
                held = o.one("SELECT count(*) FROM once WHERE year = ?", year)
                return f"{_count(held, 'Ett tiltak', '{} tiltak')} {_when(o)}."
            verb = "hadde" if year_of(o) < o.asked.today.year else "har"
            every = "begge" if n[1] == 2 else f"alle de {_word(n[1])}"
            part = f"{every} rådsområdene" if n[0] == n[1] else f"{_part(n[0], n[1], neuter=True)} rådsområder"
            return _begin(f"{part} {verb} tiltak {_when(o)}.") if n[1] else None
        case "S7":
            if not n[0]:
                return None
            lacks = o.one(f"""
                SELECT count(*) FROM area a,
                    (SELECT 'PRO' AS instrument UNION SELECT 'POL' UNION SELECT 'KOM' UNION SELECT 'BIL') i
                LEFT JOIN budget b ON b.area = a.code AND b.instrument = i.instrument AND b.year = ?1
                WHERE coalesce(a.valid_from, 0) <= ?1 AND ?1 <= coalesce(a.valid_to, 9999) AND b.planned_nok IS NULL
                  AND ?1 <= CAST((SELECT today FROM asked) AS INTEGER)
                  AND {_free("omrade", "a.code")} AND {_free("virkemiddel", "i.instrument")}
                  AND (b.code IS NOT NULL OR NOT EXISTS (
                    SELECT 1 FROM area_statement s WHERE s.area = a.code AND s.instrument = i.instrument
                      AND CAST(s.date AS INTEGER) <= ?1 AND ?1 <= CAST(coalesce(s.until, '9999') AS INTEGER)))
                """, year)  # fmt: skip
            text = f"{_begin(_least(n[0], lacks))} er satt av for {year}"
            if not n[1]:
                return text + "; brukt beløp mangler."
            used = _percent(n[2] / n[1])
            if not _so_far(o):
                return f"{text}; {used} ble brukt, der begge beløp er registrert."
            start, end = date(year, 1, 1), date(year + 1, 1, 1)
            gone = _percent(((o.asked.today - start).days + 1) / (end - start).days)
            day = _day(compared(o)[0])
            return f"{text}. Der begge beløp er registrert, var {used} brukt per {day}, da {gone} av året var gått."
        case "S8" if n[1] and _known_requests(o):
            heard = "1 kjent henvendelse" if n[1] == 1 else f"de {_n(n[1])} kjente henvendelsene"
            return f"{_n(n[0])} av {heard} om bistand er besvart."
        case "S8":
            if not n[1]:
                return None
            if n[1] == 1:
                return f"Den ene henvendelsen om bistand er {'' if n[0] else 'ikke '}besvart."
            asked = f"{_part(n[0], n[1])} henvendelser"
            if n[0] == n[1]:
                asked = "begge henvendelsene" if n[1] == 2 else f"alle de {_word(n[1])} henvendelsene"
            return _begin(f"{asked} om bistand er besvart.")
        case "S9":
            if not n[3]:
                return None
            met = _told(n[2], "ett nettverksmøte", "{} nettverksmøter")
            posts = _begin(_told(n[0], "Ett verv", "{} verv"))
            if n[0] == n[1] > 1:
                posts += f", {'begge' if n[0] == 2 else 'alle'} politiske,"
            else:
                posts += f", av dem {'ett politisk' if n[1] == 1 else _word(n[1]) + ' politiske'}," if n[0] > 1 else ""
            every = "begge" if n[3] == 2 else f"alle de {_word(n[3])}"
            held = f"{every} medlemskapene" if n[3] == n[4] else f"{_part(n[3], n[4], neuter=True)} medlemskap"
            held = "medlemskapet" if n[4] == 1 else held
            narrow = o.asked.lists.keys() & {"omrade", "virkemiddel", "tema"} or o.asked.needle
            bound = "på dem i perioden" if o.asked.period else "på dem"
            own = (
                f" Filtrene avgjør hvilke medlemskap som vises; alt som er registrert {bound}, telles."
                if narrow
                else ""
            )
            own = f" Tallene gjelder {_reached(o).removeprefix('i ')}.{own}"
            inside = posts[:1].lower() + posts[1:]
            if n[0] and not n[2]:
                return f"{posts} i {held}; ingen nettverksmøter er registrert.{own}"
            if n[2] and not n[0]:
                return f"{_begin(met)} i {held}; ingen verv er registrert.{own}"
            return (
                _even(f"Vi har hatt verv eller deltatt i nettverksmøter i {held}: {inside} og {met}.", n) + own
                if n[3]
                else "Ingen verv eller møter er registrert i medlemskapene."
            )
        case "S10":
            if not sum(n):
                return None
            names = dict(o.rows("SELECT code, lower(name_nb) FROM instrument"))
            parts = [
                f"{names[i]} " + (f"{v} av {sum(n)}" if sum(n) < 10 else _percent(v / sum(n)))
                for i, v in zip(("PRO", "POL", "KOM", "BIL"), n, strict=True)
            ]
            counted = "" if o.asked.weight == "antall" else " Her teller hvert tiltak likt, uansett valgt vekt."
            return f"{_count(sum(n), 'Ett tiltak', '{} tiltak')} {_when(o)}: {_listed(parts)}.{counted}"
        case "S11":
            won, refused, waits, underway, ore, lacking, elsewhere = n
            theirs = o.one("SELECT count(*) FROM paid_support WHERE status = 'submitted'")
            nobody = "ingen egne" if theirs else "ingen"  # of another area's application a part may be ours
            waiting = _count(waits, "én søknad venter", "{} søknader venter") if waits else f"{nobody} søknader venter"
            if not won + refused:
                return _nothing_decided(o, waits, underway, waiting)
            decided = won + refused
            few = _n(waits) if max(waits, decided) >= len(WORDS) else _word(waits)
            waiting = "én søknad venter" if waits == 1 else f"{few if waits else nobody} søknader venter"
            rest = "" if "status" in o.asked.lists and not waits else f"; {waiting}"
            if decided < 5 or "status" in o.asked.lists:
                parts = [_told(won, "én søknad ble innvilget", "{} søknader ble innvilget")] if won else []
                parts += [_told(refused, "én ble avslått", "{} ble avslått")] if refused else []
                text = _listed(parts)
            else:
                text = f"{_part(won, decided)} avgjorte søknader ble innvilget"
                text += f" ({_percent(won / decided)})" if decided >= 10 else ""
                if won == decided:
                    text = f"alle de {_word(decided)} avgjorte søknadene ble innvilget"
            if won and ore is not None:
                one, many = (
                    "en del av ett prosjekt på et annet rådsområde",
                    "deler av {} prosjekter på andre rådsområder",
                )
                rest += f". Beløpet omfatter {_told(elsewhere, one, many)}" if elsewhere else ""
                years = f" {_when(o) if _reached(o).startswith('i ') else _reached(o)}" if o.asked.period else ""
                return _begin(f"{_least(ore, lacking, NBSP)} innvilget{years}: {text}{rest}.")
            unknown = ", uten at beløp er registrert" if won else ""
            return f"{text[0].upper()}{text[1:]}{unknown}{rest}."
        case "S12":
            unused = " " + _count(
                n[2],
                "Vi har ikke søkt midler fra ett av programmene Norge deltar i",
                f"Vi har ikke søkt midler fra {_word(n[2])} av programmene Norge deltar i",
            )
            nameless = o.one("SELECT count(*) FROM project WHERE programme IS NULL")
            if nameless:
                unused += f"; {_count(nameless, '1 prosjekt', '{} prosjekter')} mangler program"
            unused = "" if o.asked.lists or o.asked.period or o.asked.needle else f"{unused}."
            share = n[1] / n[0] if n[0] else 0
            money = "kjente beløp" if n[3] else "penger"
            return f"{_percent(share)} av prosjektenes {money} kommer fra EU og Norden.{unused}" if n[0] else None
        case "S13" if n[1] and not n[0] and (any(o.asked.lists.values()) or o.asked.needle):
            all_left = "Det ene prosjektet" if n[1] == 1 else "Alle prosjekter"
            return f"{all_left} med disse filtrene er knyttet til et vedtatt mål."
        case "S13" if n[1] and not n[0]:
            return "Alle prosjekter er knyttet til et vedtatt mål."
        case "S13":
            if n[0] == n[1] == 1:
                return "Det ene prosjektet er ikke knyttet til et vedtatt mål."
            if n[0] == n[1] > 1:
                return f"Ingen av de {_word(n[1])} prosjektene er knyttet til et vedtatt mål."
            return f"{_n(n[0])} av {_n(n[1])} prosjekter er ikke knyttet til et vedtatt mål." if n[1] else None
        case "S14":
            text = _begin(_told(n[0], "én ekstern aktør fikk veiledning", "{} eksterne aktører fikk veiledning"))
            joined = _n(n[1]) if n[0] >= len(WORDS) else _word(n[1])
            after = f"{joined} ble med i et nytt prosjekt {_reached(o)}, etter sin første veiledning."
            return f"{text} {_reached(o)}; {after}" if n[0] else None
        case "S15":
            if not n[0]:
                return None
            text = f"{_n(n[0])} åpne EU-saker, {n[1]} av dem med EØS-relevans"
            lacking = o.one(f"SELECT count(*) FROM ({OPEN_DOSSIERS}) WHERE eea IS NULL")
            if n[0] == 1:
                eea = o.one(f"SELECT eea FROM ({OPEN_DOSSIERS})")
                text = f"Én åpen EU-sak, {EEA[eea]}"
            elif lacking:
                text = text if n[1] else f"{_n(n[0])} åpne EU-saker"
                text += f", {_n(lacking)} uten EØS-vurdering"
            text += _begun_to_follow(o)
            if n[2] is None:
                return f"{text}; ingen frister framover."
            dem = "den" if n[0] == 1 else "dem"
            near = "i dag." if not n[2] else f"om {_told(n[2], 'én dag', '{} dager')}."
            if o.asked.period:
                first, last = o.asked.period
                ahead = first > o.asked.today.year
                ends = f"(SELECT max(f.day) FROM dossier_deadline f WHERE f.dossier = s.code) > '{last}-12-31'"
                years = f"i {first}" if first == last else f"{first}–{last}"
                if not o.asked.lists.get("maned"):
                    text += f", med frist {years}" if ahead else f", fulgt eller med frist {years}"
                    if ahead and o.one(f"SELECT count(*) FROM ({OPEN_DOSSIERS}) s WHERE {ends}"):
                        text += " eller senere"
                return f"{text}. Vår neste frist i {dem}, også utenfor perioden, er {near}"
            return f"{text}; vår neste frist er {near}"
        case "S16":
            if not n[0]:
                return None
            text = _count(n[0], "Ett innspill", "{} innspill")
            taken = f"{text}; av {n[1]} med kjent utfall er {n[2]} helt og {n[4]} delvis tatt til følge."
            if n[1] == n[0]:
                taken = f"{text}; {n[2]} er helt og {n[4]} delvis tatt til følge."
            if not n[1]:
                taken = f"{text}; {_none_heard(n[0], n[5])}."
            return (
                f"{taken} {_begin(_word(n[3], neuter=True))} innspill er ikke knyttet til mål eller vedtak."
                if n[3]
                else taken
            )
        case "S17":
            if not n[0]:
                return None
            text = _begin(_told(n[0], "ett medlemskap", "{} medlemskap"))
            if n[0] == n[2]:
                return f"{text}; kontingenten for {year} mangler."
            lacking = _told(n[2], "; kontingenten mangler for ett", "; kontingenten mangler for {}") if n[2] else ""
            cost = "kostet" if year < o.asked.today.year else "koster"
            cost = cost if n[0] == 1 else f"{cost} til sammen"
            return f"{text} {cost} {_least(n[1], n[2])} i {year}{lacking}."
        case "S18":
            if not n[1]:
                return None
            if n[0] is None:
                return _count(n[1], "Ett tiltak", "{} tiltak") + f" {_reached(o)}; antall deltakelser mangler."
            held = _count(n[1], "ett tiltak", "{} tiltak")
            people = _at_least(_count(n[0], "én deltakelse", "{} deltakelser"), n[2] or _unheard(o))
            told = f"{_begin(people)} på {held} {_reached(o)}"
            few = _word(n[2], neuter=True)
            return f"{told}; for {few} mangler antall deltakelser, helt eller delvis." if n[2] else f"{told}."
        case "S19" if months := o.asked.lists.get("maned"):
            began = o.one(f"SELECT count(*) FROM once WHERE year {IN_PERIOD}")
            if not began:
                return None
            return f"{_begin(_told(began, 'ett tiltak', '{} tiltak'))} {_in_months(months)}. {NOT_COMPARED}"
        case "S19" if o.asked.lists.get("status"):
            held = o.one(f"SELECT count(*) FROM once WHERE year {IN_PERIOD}")
            if not held or year <= 2024 or not _begun(o, year):
                return None
            now_held = o.one("SELECT count(*) FROM once WHERE year = ?", year)
            text = f"{_begin(_told(now_held, 'ett tiltak', '{} tiltak'))} {_when(o)}."
            return f"{text} Filteret bruker dagens status. Tallet sammenlignes derfor ikke med året før."
        case "S19":
            if not any(n):
                return None
            then = "i fjor" if year == now else f"i {year - 1}"
            then = f"på samme tid {then}" if _so_far(o) else then
            text = f"{_count(n[0], 'Ett tiltak', '{} tiltak')} {_when(o)}, mot {_n(n[1])} {then}"
            if n[0] == n[1]:
                return f"Like mange: {text[:1].lower()}{text[1:]}".rstrip(".") + "."
            if max(n) < 10 or abs(n[0] - n[1]) < 2 or abs(n[0] - n[1]) * 20 <= max(n):
                return text if text.endswith(".") else f"{text}."
            return f"Antallet har {'økt' if n[0] > n[1] else 'falt'}: {text}".rstrip(".") + "."
        case "S20":
            if not n[0]:
                return None
            quiet = f"; med {_word(n[1])} har det ikke vært kontakt på over ett år" if n[1] else ""
            if not n[1] and not n[2]:
                quiet = (
                    f"; det har vært kontakt {('', '', 'med begge ')[n[0]] if n[0] < 3 else 'med alle '}det siste året"
                )
            unknown = (
                _told(n[2], "; for én er ingen kontakt registrert", "; for {} er ingen kontakt registrert")
                if n[2]
                else ""
            )
            some = _told(n[0], "én region", "{} regioner")
            return f"Vi har eller vurderer samarbeid med {some}{quiet}{unknown}."
        case "S21":
            if n[0] == n[1] == 1:
                return "Vi har felles nettverk eller prosjekt med den ene samarbeidsregionen."
            every = "begge" if n[0] == 2 else f"alle de {_word(n[0])}"
            part = f"{every} samarbeidsregionene" if n[0] == n[1] > 1 else f"{_part(n[0], n[1])} samarbeidsregioner"
            return f"Vi har felles nettverk eller prosjekt med {part}." if n[1] else None
        case "S22":
            text = (
                f"Vi har eller vurderer samarbeid med {n[0]} av {n[2]} ukrainske regioner. "
                f"{_begin(_told(n[1], 'én region', '{} regioner'))} har meldt behov."
            )
            return text + (
                f" {_count(n[3], 'Ett beløp', '{} beløp')} av egne penger er registrert til gjenoppbygging og må avklares."
                if n[3]
                else ""
            )
        case _:
            text, day = f"{_percent(n[0])} av strategiperioden 2024–2027 er gått", o.asked.today.isoformat()
            over = day.endswith("12-31")
            when = f"nådd i {now}" if over else f"nådd per {_day(day)}{day[:4]}"
            rest = f"; for {'ett' if n[3] == 1 else WORDS[n[3]]} vet vi det ikke" if n[3] else ""
            every = n[2] + n[3]
            none = not n[1] and (n[3] or every == 1)
            verb = ("ble" if over else "var") + (" ikke" if none else "")
            part = _begin(f"{_part(n[2] if none else n[1], every, neuter=True)} måltall")
            if every > 1 and (n[2] if none else n[1]) == every:
                part = f"{'Begge' if every == 2 else f'Alle de {_word(every)}'} måltallene"
                verb = "ble" + (" ikke" if none else "")
            told = f". {'Det eneste måltallet' if every == 1 else part} {verb} {when}{rest}" if n[2] else ""
            return f"{(text + told).rstrip('.')}."
