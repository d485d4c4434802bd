"""What is not known, again in SQL: of which records, and how many of them lack it. Shares no code with the product."""

from __future__ import annotations

from contextlib import closing

from .sql import COUNTS, Asked, Oracle, _free, _ore, percents
from .sql_answers import FUND_PLACE, year_of

YEAR = "CAST((SELECT today FROM asked) AS INTEGER)"
WON = "status IN ('granted', 'running', 'completed')"
STEPLESS = "p.code NOT IN (SELECT project FROM project_step)"
PLACES = percents("budget", "SELECT code, area FROM budget")


def means_of(year: str, past: str = "''") -> str:
    """Means of a year; an instrument of an area that nobody recorded any for is one without any of it, named with what
    is ``past`` of it."""
    return f"""FROM (SELECT code, year, used_fte, used_nok, planned_fte, planned_nok, decided_by FROM held_budget
    UNION ALL SELECT a.code || ' ' || i.instrument || {past}, {year}, NULL, NULL, NULL, NULL, NULL
    FROM area a, (SELECT 'PRO' AS instrument UNION SELECT 'POL' UNION SELECT 'KOM' UNION SELECT 'BIL') i
    WHERE coalesce(a.valid_from, 0) <= {year} AND {year} <= coalesce(a.valid_to, 9999) AND {_free("omrade", "a.code")}
      AND NOT EXISTS (SELECT 1 FROM budget r JOIN ({PLACES}) q ON q.code = r.code
                      WHERE r.year = {year} AND r.instrument = i.instrument AND q.area = a.code AND q.percent > 0)
      AND NOT EXISTS (SELECT 1 FROM area_statement s WHERE s.area = a.code AND s.instrument = i.instrument
                      AND CAST(s.date AS INTEGER) <= {year} AND {year} <= CAST(coalesce(s.until, '9999') AS INTEGER)))
    WHERE year = {year}"""


BUDGET, PAST = means_of(YEAR), f"({YEAR} - 1)"
HELD = "FROM held_activity, asked WHERE start <= today"
LEARNT = f"{HELD} AND counts_as = 'KOM'"
PROMOTED = f"{HELD} AND kind IN ('advocacy', 'hearing')"
MEMBER = f"FROM held_membership m, asked WHERE from_date <= today AND coalesce(to_date, '9999') >= {YEAR} || '-01-01'"
FEE = f"FROM membership_fee f WHERE f.membership = m.code AND f.year = {YEAR} AND f.amount IS NOT NULL"
OWN = "FROM funding f WHERE f.project = p.code AND f.payer = 'own'"
REFUSED = """(SELECT reason FROM project_step s, asked WHERE s.project = p.code AND s.status = 'rejected'
               AND s.date <= today ORDER BY s.date DESC LIMIT 1)"""
STANDING = "FROM held_project p"
GRANTED = f"{STANDING} WHERE {WON}"
LOST = f"{STANDING} WHERE status = 'rejected'"
ON_THE_WAY = "FROM won_support WHERE status IN ('idea', 'developing', 'submitted')"
TAKING_PART = "FROM actor a WHERE a.code IN (SELECT actor FROM participation)"

HOLES = {
    "silent_area": f"""SELECT code, code NOT IN (SELECT area FROM once WHERE year = {YEAR}) FROM area
                       WHERE coalesce(valid_from, 0) <= {YEAR} AND {YEAR} <= coalesce(valid_to, 9999)
                         AND {_free("omrade", "code")}""",
    "stepless": f"SELECT code, {STEPLESS} {STANDING}",
    "undated": f"SELECT code, start IS NULL AND {STEPLESS} {STANDING}",
    "goal": f"SELECT code, code NOT IN (SELECT code FROM project_goals) {STANDING}",
    "project_budget": f"SELECT code, budget IS NULL {STANDING}",
    "origin": f"SELECT code, origin IS NULL {STANDING}",
    "programme": f"SELECT code, programme IS NULL {STANDING}",
    "period": f'SELECT code, start IS NULL OR "end" IS NULL {GRANTED}',
    "fte": f"SELECT code, fte IS NULL {GRANTED}",
    "own_amount": f"""SELECT code, EXISTS (SELECT 1 {OWN} AND (
                          (f.amount IS NOT NULL AND {_ore("f.amount", "f.currency", YEAR)} IS NULL)
                          OR (f.amount IS NULL AND NOT (f.form = 'hours' AND f.hours IS NOT NULL)))) {GRANTED}""",
    "own_hours": f"""SELECT code, EXISTS (SELECT 1 {OWN} AND f.form = 'hours' AND f.hours IS NULL)
                     {STANDING} WHERE EXISTS (SELECT 1 {OWN} AND f.form = 'hours')""",
    "reason": f"SELECT code, {REFUSED} IS NULL {LOST}",
    "application_hours": f"SELECT code, application_hours IS NULL {LOST}",
    "amount": f"SELECT code, lacks_amount FROM won_support WHERE {WON}",
    "rate": f"SELECT code, lacks_rate FROM won_support WHERE {WON}",
    "waiting_amount": f"SELECT code, lacks_amount {ON_THE_WAY}",
    "waiting_rate": f"SELECT code, lacks_rate {ON_THE_WAY}",
    "hours": f"SELECT code, hours IS NULL {HELD}",
    "people": f"""SELECT code, NOT EXISTS (SELECT 1 FROM attendance t WHERE t.activity = held_activity.code)
                    OR EXISTS (SELECT 1 FROM attendance t WHERE t.activity = held_activity.code AND t.people IS NULL) {LEARNT}""",
    "level": f"SELECT code, level IS NULL {LEARNT}",
    "sphere": f"SELECT code, sphere IS NULL {HELD} AND kind IN ('network_meeting', 'advocacy', 'hearing')",
    "outcome": f"SELECT code, outcome IS NULL {PROMOTED}",
    "addressee": f"SELECT code, addressee_kind IS NULL {PROMOTED}",
    "eea": "SELECT code, eea IS NULL FROM held_dossier",
    **{name: f"SELECT code, {name} IS NULL {BUDGET}"
       for name in ("used_nok", "planned_fte", "planned_nok", "decided_by")},
    "used_fte": f"""SELECT code, used_fte IS NULL {means_of(PAST, f"' ' || {PAST}")}
                    AND EXISTS (SELECT 1 FROM budget b WHERE b.year = {PAST})""",
    "fund": f"""SELECT code, amount_nok IS NULL FROM fund r, asked
                WHERE {COUNTS} AND year BETWEEN first AND min(last, {YEAR})""",
    "fee": f"SELECT code, NOT EXISTS (SELECT 1 {FEE}) {MEMBER}",
    "fee_rate": f"SELECT code, EXISTS (SELECT 1 {FEE} AND {_ore('f.amount', 'f.currency', YEAR)} IS NULL) {MEMBER}",
    "notice": f"SELECT code, notice_by IS NULL {MEMBER}",
    "participation_date": "SELECT code, from_date IS NULL OR to_date IS NULL FROM participation",
    "participation_amount": "SELECT code, amount IS NULL FROM participation",
    "participation_rate": f"""SELECT code, amount IS NOT NULL AND from_date IS NOT NULL
        AND {_ore("amount", "currency", "CAST(from_date AS INTEGER)").replace("r.currency = currency", "r.currency = participation.currency")} IS NULL
        FROM participation""",
    "sector": f"SELECT code, sector IS NULL {TAKING_PART}",
    "place": f"SELECT code, municipality IS NULL {TAKING_PART}",
}  # fmt: skip
"""kind -> (code, whether it lacks) of every record that should have it, of the areas chosen and nothing else."""


NOBODYS = ("participation_date", "participation_amount", "participation_rate", "sector", "place")
"""Kinds of records without an area: the leader's office's."""


def holes(o: Oracle) -> dict[str, tuple[int, int, list[str]]]:
    """kind -> (missing, of, codes), only where any is missing; silent areas together."""
    chosen = o.asked.lists.get("omrade", ())
    o.choose(Asked({"omrade": chosen}, today=o.asked.today))
    found = {}
    for kind, query in HOLES.items():
        if kind in NOBODYS and chosen and "FRL" not in chosen:
            continue
        with closing(o.connection.execute(query)) as cursor:
            rows = cursor.fetchall()
        missing = sorted(code for code, lacks in rows if lacks)
        if missing:
            found[kind] = len(missing), len(missing) if kind == "silent_area" else len(rows), missing
    every, without = funds(o)
    return found | ({"fund_absent": (len(without), len(every), without)} if without else {})


def funds(o: Oracle) -> tuple[set[str], list[str]]:
    """The areas with a fund of any year, and those that lack one of their levels in a year from the first to this."""
    rows = o.rows(f"""SELECT DISTINCT p.area, f.level, f.year FROM fund f JOIN ({FUND_PLACE}) p ON p.code = f.code
        WHERE f.level NOT IN ('eu', 'nordic') AND p.percent > 0 AND {_free("omrade", "p.area")}""")
    years = range(o.one("SELECT first FROM asked"), year_of(o) + 1)
    levels = {(area, level) for area, level, _ in rows}
    lacking = {area for area, level in levels for year in years if (area, level, year) not in rows}
    return {area for area, _ in levels}, sorted(lacking)


def unweighed(o: Oracle) -> tuple[int, int]:
    """(activities and projects of the period's years without hours, wholly or in part; all that have any to know), or
    by kroner (means without what was set aside, all means) of the chosen areas and instruments; means of an area, an
    instrument and a year that nobody recorded are among both, unless the area says that they are not relevant.
    """
    last = f"min((SELECT last FROM asked), {YEAR})"
    if o.asked.weight == "antall":
        return 0, 0
    if o.asked.weight == "kroner":
        sql = f"""SELECT coalesce(sum(planned_nok IS NULL), 0), count(*) FROM budget r
                  WHERE year BETWEEN (SELECT first FROM asked) AND {last} AND {_free("virkemiddel", "r.instrument")}
                    AND EXISTS (SELECT 1 FROM ({PLACES}) q
                                WHERE q.code = r.code AND q.percent > 0 AND {_free("omrade", "q.area")})"""
        missing, every = o.rows(sql)[0]
        absent = o.one(f"""
            WITH RECURSIVE y(year) AS (SELECT first FROM asked UNION ALL SELECT year + 1 FROM y WHERE year < {last})
            SELECT count(*) FROM y, area a, (SELECT 'PRO' AS instrument UNION SELECT 'POL' UNION SELECT 'KOM' UNION SELECT 'BIL') i
            WHERE y.year <= {last} AND coalesce(a.valid_from, 0) <= y.year AND y.year <= coalesce(a.valid_to, 9999)
              AND {_free("omrade", "a.code")} AND {_free("virkemiddel", "i.instrument")}
              AND NOT EXISTS (SELECT 1 FROM budget r JOIN ({PLACES}) q ON q.code = r.code
                              WHERE r.year = y.year AND r.instrument = i.instrument AND q.area = a.code AND q.percent > 0)
              AND NOT EXISTS (SELECT 1 FROM area_statement s WHERE s.area = a.code AND s.instrument = i.instrument
                              AND CAST(s.date AS INTEGER) <= y.year AND y.year <= CAST(coalesce(s.until, '9999') AS INTEGER))
            """)
        return missing + absent, every + absent
    own = "FROM funding f WHERE f.project = t.code AND f.form = 'hours' AND f.payer = 'own'"
    of = f"t.entity = 'activity' OR (t.entity = 'project' AND EXISTS (SELECT 1 {own}))"
    lacks = f"(t.entity = 'activity' AND t.hours IS NULL) OR EXISTS (SELECT 1 {own} AND f.hours IS NULL)"
    sql = f"""SELECT coalesce(sum({lacks}), 0), count(*) FROM priced t
              WHERE CAST(t.day AS INTEGER) BETWEEN (SELECT first FROM asked) AND {last} AND ({of})
                AND EXISTS (SELECT 1 FROM place q WHERE q.entity = t.entity AND q.code = t.code AND q.percent > 0
                            AND {_free("omrade", "q.area")})"""
    return o.rows(sql)[0]
