"""The measures again, in SQL straight from the SQLite file. Shares no code with the product.

How to add a measure: write its SQL over the views of :data:`VIEWS` as a method of :class:`Oracle` that returns plain
values, and a line in ``test_oracle.CHECKS`` that brings the product's answer into the same shape.

The views stand on two temporary tables that :meth:`Oracle.choose` fills: ``chosen(list, code)``, a row for each code of
the selection, and ``asked(today, first, last, needle)``, its day, period and text.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Self
from zoneinfo import ZoneInfo

RINGS = {"norden": "norden", "europa": "europe", "ukraina": "ukraine", "andre": "other"}


@dataclass(frozen=True)
class Asked:
    """What is asked: lists of codes by the address's names, the period, a text, the weight and the day."""

    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    period: tuple[int, int] | None = None
    needle: str = ""
    weight: str = "antall"
    today: date = date(2026, 6, 1)

    def query(self) -> str:
        """The same as the product's address has it."""
        parts = [f"{name}={','.join(codes)}" for name, codes in self.lists.items() if codes]
        parts += [f"periode={self.period[0]}-{self.period[1]}"] if self.period else []
        parts += [f"sok={self.needle}"] if self.needle else []
        return "&".join([*parts, f"vekt={self.weight}"])


def _free(name: str, column: str) -> str:
    """SQL: ``column`` is among the chosen of the list, or nothing is chosen there."""
    return (
        f"(NOT EXISTS (SELECT 1 FROM chosen WHERE list = '{name}')"
        f" OR {column} IN (SELECT code FROM chosen WHERE list = '{name}'))"
    )


def _any(name: str, rows: str) -> str:
    """SQL: one of ``rows`` (a query with a column ``x``) is among the chosen, or nothing is chosen there."""
    return (
        f"(NOT EXISTS (SELECT 1 FROM chosen WHERE list = '{name}')"
        f" OR EXISTS (SELECT 1 FROM ({rows}) JOIN chosen ON list = '{name}' AND code = x))"
    )


def _says(*columns: str) -> str:
    """SQL: the text asked for stands in one of the columns, in any case."""
    found = " OR ".join(f"instr(fold({column}), fold((SELECT needle FROM asked))) > 0" for column in columns)
    return f"((SELECT needle FROM asked) = '' OR {found})"


def _month(day: str) -> str:
    """SQL: a day lies in one of the months chosen, or none is."""
    return _free("maned", f"coalesce(substr({day}, 1, 7), '')")


COUNTS = _free("omrade", "r.area")
"""SQL: a record that is called r counts in the areas chosen: its responsible area is among them."""


def percents(entity: str, rows: str) -> str:
    """SQL: (code, area, own, position, percent) of every area of the records of ``rows`` (code, area) of an entity.

    Recorded shares, the responsible area having the rest where it is named with none; else all on the responsible one.
    """
    shares = f"SELECT {{}} FROM {entity}_areas t WHERE t.code = p.code"
    given = shares.format("coalesce(sum(t.share), 0)") + " AND t.target <> p.area"
    mine = shares.format("t.share") + " AND t.target = p.area"
    return f"""
        SELECT p.code, p.area, 1 AS own, -1 AS position,
               CASE WHEN ({given}) = 0 THEN 100 ELSE coalesce(({mine}), 100 - ({given})) END AS percent
        FROM ({rows}) p
        UNION ALL SELECT p.code, t.target, 0, t.position, coalesce(t.share, 0)
        FROM ({rows}) p JOIN {entity}_areas t ON t.code = p.code WHERE t.target <> p.area"""


def part(ore: str, places: str, code: str) -> str:
    """SQL: the chosen areas' part of an amount of the record ``code``, whose areas are in ``places``: each area its
    percents to the øre, the responsible one what the others leave.
    """
    others = f"SELECT coalesce(sum({_part(ore, 'q.percent')}), 0) FROM {places} q WHERE q.code = {code} AND q.own = 0"
    mine = f"EXISTS (SELECT 1 FROM {places} q WHERE q.code = {code} AND q.own = 1 AND {_free('omrade', 'q.area')})"
    left = f"{others} AND NOT {_free('omrade', 'q.area')}"
    taken = f"{others} AND {_free('omrade', 'q.area')}"
    return f"CASE WHEN {mine} THEN {ore} - ({left}) ELSE ({taken}) END"


def _themes(entity: str) -> str:
    return f"SELECT target AS x FROM {entity}_themes t WHERE t.code = r.code"


PROJECT_RINGS = "SELECT g.ring AS x FROM tied t JOIN region g ON g.code = t.region WHERE t.project = r.code"
ACTIVITY_RINGS = (
    "SELECT g.ring AS x FROM activity_regions t JOIN region g ON g.code = t.target WHERE t.code = r.code "
    "UNION SELECT g.ring FROM cooperation c JOIN region g ON g.code = c.region WHERE c.code = r.cooperation"
)
PROJECT_REGIONS = "SELECT region AS x FROM tied t WHERE t.project = r.code"
ACTIVITY_REGIONS = (
    "SELECT target AS x FROM activity_regions t WHERE t.code = r.code "
    "UNION SELECT c.region FROM cooperation c WHERE c.code = r.cooperation"
)
PROJECT_PLACES = "SELECT n.code AS x FROM project_municipalities t JOIN municipality_now n ON n.number = t.target WHERE t.code = r.code"
ACTIVITY_PLACES = (
    "SELECT n.code AS x FROM activity_municipalities t JOIN municipality_now n ON n.number = t.target "
    "WHERE t.code = r.code UNION SELECT n.code FROM attendance t JOIN municipality_now n ON n.number = t.municipality "
    "WHERE t.activity = r.code"
)
PLACE_OF_TAKING = (
    "(SELECT n.code FROM municipality_now n WHERE n.number = coalesce(r.municipality,"
    " (SELECT municipality FROM actor WHERE code = r.actor)))"
)
COOPERATION_RINGS = "SELECT g.ring AS x FROM region g WHERE g.code = r.region"
ACTIVITY_INSTRUMENT = (
    "coalesce(r.instrument, CASE WHEN r.kind IN ('network_meeting', 'advocacy', 'hearing') THEN 'POL' "
    "WHEN r.kind IN ('course', 'seminar', 'study_visit', 'exchange') THEN 'KOM' "
    "WHEN r.kind IN ('delegation_in', 'delegation_out', 'contact') THEN 'BIL' "
    "WHEN r.kind IN ('support', 'guidance') THEN 'PRO' END)"
)
RANK = (
    "CASE status WHEN 'idea' THEN 0 WHEN 'developing' THEN 1 WHEN 'submitted' THEN 2 WHEN 'granted' THEN 3 "
    "WHEN 'running' THEN 4 WHEN 'completed' THEN 5 WHEN 'rejected' THEN 6 WHEN 'withdrawn' THEN 7 END"
)


def _ore(amount: str, currency: str, year: str) -> str:
    """SQL: an amount in øre at the rate of the year, else the last known before it; NULL where there is none."""
    rate = f"SELECT r.nok FROM rate r WHERE r.currency = {currency} AND r.year <= {year} ORDER BY r.year DESC LIMIT 1"
    converted = f"CAST(round({amount} * ({rate})) AS INTEGER)"
    return f"CASE WHEN coalesce({currency}, 'NOK') = 'NOK' THEN {amount} ELSE {converted} END"


def _part(amount: str, percent: str) -> str:
    """SQL: whole percents of an amount, halves to the even øre."""
    whole, rest = f"({amount} * {percent}) / 100", f"({amount} * {percent}) % 100"
    return f"({whole} + ({rest} > 50 OR ({rest} = 50 AND ({whole}) % 2 = 1)))"


VIEWS = {
    "programme_in": """
        WITH RECURSIVE inside(code) AS (
            SELECT code FROM chosen WHERE list = 'program'
            UNION SELECT p.code FROM programme p JOIN inside ON p.parent = inside.code)
        SELECT code FROM inside""",
    "municipality_now": """
        WITH RECURSIVE became(number, code) AS (
            SELECT code, code FROM municipality
            UNION SELECT b.number, m.replaced_by FROM became b JOIN municipality m ON m.code = b.code
            WHERE m.replaced_by <> '')
        SELECT number, b.code FROM became b JOIN municipality m ON m.code = b.code
        WHERE coalesce(m.replaced_by, '') = ''""",
    # what a project shares with a region: named, a partner organisation there, or a cooperation that names the project
    "tied": """
        SELECT code AS project, target AS region FROM project_regions
        UNION SELECT po.code, r.target FROM project_organisations po JOIN organisation o ON o.code = po.target
            JOIN organisation_regions r ON r.code = o.code WHERE o.kind = 'partner'
        UNION SELECT cp.target, c.region FROM cooperation c JOIN cooperation_projects cp ON cp.code = c.code""",
    "reached": f"""
        SELECT project, status FROM (
            SELECT project, status,
                   row_number() OVER (PARTITION BY project ORDER BY date DESC, {RANK} DESC) AS n
            FROM project_step WHERE date <= (SELECT today FROM asked)) WHERE n = 1""",
    # records inside the selection by what they have (the period and the areas left aside)
    "any_project": f"""
        SELECT r.*, reached.status FROM project r LEFT JOIN reached ON reached.project = r.code
        WHERE {_free("virkemiddel", "'PRO'")}
          AND (NOT EXISTS (SELECT 1 FROM chosen WHERE list = 'program') OR r.programme IN programme_in)
          AND {_any("tema", _themes("project"))} AND {_any("ring", PROJECT_RINGS)}
          AND {_any("partner", PROJECT_REGIONS)} AND {_any("kommune", PROJECT_PLACES)}
          AND {_month("coalesce((SELECT min(s.date) FROM project_step s WHERE s.project = r.code), r.start)")}
          AND {_free("status", "coalesce(reached.status, '')")}
          AND {_says("r.code", "r.title", "r.title_en", "r.summary")}""",
    "any_activity": f"""
        SELECT r.*, {ACTIVITY_INSTRUMENT} AS counts_as FROM activity r
        WHERE {_free("virkemiddel", ACTIVITY_INSTRUMENT)}
          AND {_any("tema", _themes("activity"))} AND {_any("ring", ACTIVITY_RINGS)}
          AND {_any("partner", ACTIVITY_REGIONS)} AND {_any("kommune", ACTIVITY_PLACES)}
          AND {_month("r.start")} AND {_says("r.code", "r.title", "r.title_en", "r.addressee")}""",
    "any_dossier": f"""
        SELECT r.* FROM dossier r WHERE {_free("virkemiddel", "'POL'")}
          AND {_month("r.opened")} AND {_any("tema", _themes("dossier"))} AND {_says("r.code", "r.title", "r.title_en")}""",
    "any_cooperation": f"""
        SELECT r.* FROM cooperation r WHERE {_free("virkemiddel", "'BIL'")}
          AND {_any("tema", _themes("cooperation"))} AND {_any("ring", COOPERATION_RINGS)}
          AND {_free("partner", "r.region")} AND {_month("r.since")}
          AND {_says("r.code", "r.words")}""",
    # those that count in the areas chosen
    **{
        f"held_{entity}": f"SELECT r.* FROM any_{entity} r WHERE {COUNTS}"
        for entity in ("project", "activity", "dossier", "cooperation")
    },
    "project_place": percents("project", "SELECT code, area FROM any_project"),
    "paid_project": f"""
        SELECT r.* FROM any_project r WHERE EXISTS (
            SELECT 1 FROM project_place q WHERE q.code = r.code AND q.percent > 0 AND {_free("omrade", "q.area")})""",
    "held_call": f"""
        SELECT r.* FROM call r
        WHERE (NOT EXISTS (SELECT 1 FROM chosen WHERE list = 'program') OR r.programme IN programme_in)
          AND {_any("tema", _themes("call"))} AND {_says("r.code", "r.title", "r.identifier")}""",
    "held_budget": f"""
        SELECT r.* FROM budget r
        WHERE {COUNTS} AND {_free("virkemiddel", "r.instrument")}""",
    "held_membership": f"""
        SELECT r.* FROM membership r WHERE {COUNTS} AND {_says("r.code")}""",
    "budget_place": percents("budget", f"SELECT r.code, r.area FROM budget r WHERE {_free('virkemiddel', 'r.instrument')}"),
    "set_aside": f"""
        SELECT b.year, b.instrument, p.area,
               CASE WHEN p.own = 0 THEN {_part("b.planned_nok", "p.percent")}
                    ELSE b.planned_nok - (SELECT coalesce(sum({_part("b.planned_nok", "q.percent")}), 0)
                                          FROM budget_place q WHERE q.code = b.code AND q.own = 0) END AS ore
        FROM budget b JOIN budget_place p ON p.code = b.code
        WHERE b.planned_nok IS NOT NULL AND {_free("omrade", "p.area")}""",
    # involvement: what has no programme, status or ring is outside where one is chosen
    "thing": """
        SELECT 'project' AS entity, p.code, 'PRO' AS instrument, p.area,
               coalesce((SELECT min(s.date) FROM project_step s WHERE s.project = p.code), p.start) AS day,
               (SELECT sum(f.hours) FROM funding f WHERE f.project = p.code AND f.form = 'hours' AND f.payer = 'own')
                   AS hours, p.budget, p.currency
        FROM any_project p
        UNION ALL SELECT 'activity', code, counts_as, area, start, hours, NULL, NULL FROM any_activity
            WHERE NOT EXISTS (SELECT 1 FROM chosen WHERE list IN ('program', 'status'))
        UNION ALL SELECT 'dossier', code, 'POL', area, opened, NULL, NULL, NULL FROM any_dossier
            WHERE NOT EXISTS (SELECT 1 FROM chosen WHERE list IN ('program', 'status', 'ring', 'partner', 'kommune'))
        UNION ALL SELECT 'cooperation', code, 'BIL', area, since, NULL, NULL, NULL FROM any_cooperation
            WHERE NOT EXISTS (SELECT 1 FROM chosen WHERE list IN ('program', 'status', 'kommune'))""",
    "place": " UNION ALL ".join(
        f"SELECT '{entity}' AS entity, * FROM ("
        + percents(entity, f"SELECT code, area FROM thing WHERE entity = '{entity}'")
        + ")"
        for entity in ("project", "activity", "dossier", "cooperation")
    ),
    "priced": f"""
        SELECT thing.*, coalesce({_ore("thing.budget", "thing.currency", "CAST(thing.day AS INTEGER)")}, 0)
            AS ore FROM thing WHERE day IS NOT NULL AND day <= (SELECT today FROM asked)""",
    "fact": f"""
        SELECT t.entity, t.code, t.instrument, t.day, CAST(t.day AS INTEGER) AS year, t.hours * p.percent / 100.0 AS hours,
               p.area, p.own, p.position,
               CASE WHEN p.own = 0 THEN {_part("t.ore", "p.percent")}
                    ELSE t.ore - (SELECT coalesce(sum({_part("t.ore", "q.percent")}), 0) FROM place q
                                  WHERE q.entity = t.entity AND q.code = t.code AND q.own = 0) END AS ore
        FROM priced t JOIN place p ON p.entity = t.entity AND p.code = t.code
        WHERE {_free("omrade", "p.area")}""",
    "once": "SELECT * FROM fact WHERE own = 1",
    "passed": """
        SELECT s.* FROM project_step s, asked WHERE s.date <= today""",
    "life": """
        SELECT p.code, CAST(min(coalesce((SELECT min(date) FROM passed WHERE project = p.code), p.start, '0'),
                                coalesce(p.start, '9999')) AS INTEGER) AS begun,
               CASE WHEN p.status IN ('rejected', 'withdrawn', 'completed')
                    THEN CAST((SELECT max(date) FROM passed WHERE project = p.code) AS INTEGER)
                    ELSE coalesce(CAST(p."end" AS INTEGER), 9999) END AS ended
        FROM held_project p""",
    "alive": """
        SELECT o.* FROM once o, asked LEFT JOIN life ON o.entity = 'project' AND life.code = o.code
        WHERE CASE WHEN o.entity = 'project' THEN begun <= last AND max(begun, ended) >= first
                   ELSE year BETWEEN first AND last END""",
    # projects on their way
    "any_standing": """
        SELECT p.code, p.status, p.area, p.call,
               coalesce((SELECT min(s.date) FROM project_step s WHERE s.project = p.code
                         AND s.status IN ('granted', 'running', 'completed') AND s.date <= (SELECT today FROM asked)),
                        (SELECT max(s.date) FROM project_step s WHERE s.project = p.code
                         AND s.status = 'rejected' AND s.date <= (SELECT today FROM asked))) AS decided,
               p.start
        FROM any_project p""",
    "standing": "SELECT * FROM any_standing WHERE code IN (SELECT code FROM held_project)",
    "support": f"""
        SELECT code, count(amount) AS amounts, sum(amount IS NULL) AS without_amount,
               sum(amount IS NOT NULL AND ore IS NULL) AS without_rate, sum(ore) AS ore
        FROM (SELECT s.code, f.amount, {_ore("f.amount", "f.currency", "s.year")} AS ore
              FROM (SELECT code, CAST(coalesce(decided, start, (SELECT today FROM asked)) AS INTEGER) AS year
                    FROM any_standing) s
              LEFT JOIN funding f ON f.project = s.code AND f.form = 'cash' AND f.payer = 'others')
        GROUP BY code""",
    "any_support": f"""
        SELECT any_standing.*, without_amount > 0 AS lacks_amount, without_rate > 0 AS lacks_rate,
               {part("ore", "project_place", "any_standing.code")} AS ore
        FROM any_standing JOIN support ON support.code = any_standing.code""",
    "won_support": "SELECT * FROM any_support WHERE code IN (SELECT code FROM held_project)",
    "paid_support": "SELECT * FROM any_support WHERE code IN (SELECT code FROM paid_project)",
}  # fmt: skip


def _fold(text: str | None) -> str:
    return (text or "").casefold()


def _oslo_day(moment: str) -> str:
    return datetime.fromisoformat(moment.replace("Z", "+00:00")).astimezone(ZoneInfo("Europe/Oslo")).date().isoformat()


EVERY = """
    SELECT 'project' AS entity, p.code, p.area,
           coalesce((SELECT min(s.date) FROM project_step s WHERE s.project = p.code), p.start) AS day FROM project p
    UNION ALL SELECT 'activity', code, area, start FROM activity UNION ALL SELECT 'dossier', code, area, opened FROM dossier
    UNION ALL SELECT 'cooperation', code, area, since FROM cooperation"""
"""Everything recorded with the day it began, whatever is chosen."""


class Oracle:
    """Answers from the database file itself, for what was last chosen."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path)
        self.connection.create_function("fold", 1, _fold, deterministic=True)
        self.connection.create_function("oslo_day", 1, _oslo_day, deterministic=True)
        self.connection.execute("CREATE TEMP TABLE chosen (list TEXT, code TEXT)")
        self.connection.execute("CREATE TEMP TABLE asked (today TEXT, first INT, last INT, needle TEXT)")
        for name, sql in VIEWS.items():
            self.connection.execute(f"CREATE TEMP VIEW {name} AS {sql}")
        self.asked = Asked()

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def choose(self, asked: Asked) -> Self:
        """Answer for this from now on."""
        self.asked = asked
        first, last = asked.period or (2024, 2027)
        self.connection.execute("DELETE FROM chosen")
        self.connection.execute("DELETE FROM asked")
        now = dict(self.rows("SELECT number, code FROM municipality_now"))
        means = {"ring": RINGS, "kommune": now}
        rows = [(name, means.get(name, {}).get(code, code)) for name, codes in asked.lists.items() for code in codes]
        self.connection.executemany("INSERT INTO chosen VALUES (?, ?)", rows)
        values = (asked.today.isoformat(), first, last, asked.needle)
        self.connection.execute("INSERT INTO asked VALUES (?, ?, ?, ?)", values)
        return self

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """The rows of a query over the views."""
        with closing(self.connection.execute(sql, values)) as cursor:
            return cursor.fetchall()

    def one(self, sql: str, *values: Any) -> Any:
        """The only value of a query."""
        return self.rows(sql, *values)[0][0]

    def silent(self, year: int) -> bool:
        """Whether the chosen areas, or all, have registered nothing of a year, whatever else is chosen: it is missing,
        not 0; of a county that has registered nothing in any year no year is silent."""
        chosen = "SELECT code FROM chosen WHERE list = 'omrade'"
        told = (
            f"SELECT area, CAST(day AS INTEGER) AS year FROM ({EVERY}), asked WHERE day <= today AND area IS NOT NULL"
        )
        return bool(
            self.one(
                f"""SELECT CASE WHEN EXISTS ({chosen})
                    THEN NOT EXISTS (SELECT 1 FROM ({told}) WHERE year = ?1 AND area IN ({chosen}))
                    ELSE ?1 NOT IN (SELECT year FROM ({told})) AND EXISTS ({told}) END""",
                year,
            )
        )

    # -- weight

    @property
    def _weight(self) -> tuple[str, str]:
        """Where the rows lie that count, and what each weighs."""
        return {"antall": ("once", "1"), "timer": ("fact", "coalesce(hours, 0)"), "kroner": ("set_aside", "ore")}[
            self.asked.weight
        ]

    def by_instrument_year(self) -> dict[tuple[int, str], float]:
        """What weighs anything, by year up to this one and instrument."""
        view, weight = self._weight
        sql = f"""SELECT year, instrument, sum({weight}) AS total FROM {view}, asked
                  WHERE year BETWEEN first AND min(last, CAST(today AS INTEGER)) GROUP BY year, instrument HAVING total <> 0"""
        return {(year, instrument): total for year, instrument, total in self.rows(sql)}

    def by_month(self) -> dict[str, int]:
        """How many began, by month that has any."""
        sql = """SELECT substr(day, 1, 7), count(*) FROM once, asked
                 WHERE year BETWEEN first AND last GROUP BY 1"""
        return dict(self.rows(sql))

    def by_area_instrument(self, year: int) -> dict[tuple[str, str], float]:
        """What weighs anything, by area and instrument."""
        view, weight = self._weight
        sql = f"""SELECT area, instrument, sum({weight}) AS total FROM {view}
                  WHERE year = ? GROUP BY area, instrument HAVING total <> 0"""
        return {(area, instrument): total for area, instrument, total in self.rows(sql, year)}

    def areas_with_a_row(self, year: int) -> set[str]:
        """Areas that exist and are not filtered away, and those with anything."""
        view, weight = self._weight
        sql = f"""SELECT code FROM area WHERE coalesce(valid_from, 0) <= ?1 AND ?1 <= coalesce(valid_to, 9999)
                      AND {_free("omrade", "code")}
                  UNION SELECT area FROM once WHERE year = ?1
                  UNION SELECT area FROM {view} WHERE year = ?1 GROUP BY area HAVING sum({weight}) <> 0"""
        return {code for (code,) in self.rows(sql, year)}

    # -- pipeline

    def pipeline(self) -> dict[str, Any]:
        """Codes of what counts, and øre of what lies here: won and rejected in the period, waiting and under way."""
        inside = "CAST(decided AS INTEGER) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked)"
        where = {
            "won": f"status IN ('granted', 'running', 'completed') AND {inside}",
            "rejected": f"status = 'rejected' AND {inside}",
            "waiting": "status = 'submitted'",
            "underway": "status IN ('idea', 'developing')",
        }
        found = {}
        for name, condition in where.items():
            codes = [code for (code,) in self.rows(f"SELECT code FROM won_support WHERE {condition} ORDER BY code")]
            found[name] = (
                codes
                if name == "rejected"
                else (codes, self.one(f"SELECT coalesce(sum(ore), 0) FROM paid_support WHERE {condition}"))
            )
        return found

    # -- deadlines

    def deadlines(self, days: int) -> list[tuple[str, str, str, str | None]]:
        """(day, entity, code, area) from today through ``days`` days."""
        sql = f"""
            WITH aim AS (SELECT call, max(code) AS project FROM standing
                         WHERE call IS NOT NULL AND (status IS NULL OR status IN ('idea', 'developing', 'submitted'))
                         GROUP BY call),
                 confirmed AS (SELECT code AS call, target, row_number() OVER (PARTITION BY code ORDER BY position) AS n
                               FROM call_confirmed_areas
                               WHERE code IN (SELECT code FROM held_call) AND {_free("omrade", "target")}),
                 found AS (
                    SELECT coalesce(in_oslo, d.day) AS day, 'call' AS entity, d.call AS code, 'PRO' AS instrument,
                           coalesce((SELECT area FROM project WHERE code = aim.project), confirmed.target) AS area
                    FROM (SELECT *, CASE WHEN moment IS NOT NULL THEN oslo_day(moment) END AS in_oslo
                          FROM call_deadline) d
                    LEFT JOIN aim ON aim.call = d.call LEFT JOIN confirmed ON confirmed.call = d.call AND n = 1
                    WHERE aim.call IS NOT NULL OR confirmed.call IS NOT NULL
                    UNION ALL SELECT f.day, 'dossier_deadline', f.code, 'POL', d.area
                    FROM dossier_deadline f JOIN held_dossier d ON d.code = f.dossier
                    UNION ALL SELECT agreement_to, 'cooperation', code, 'BIL', area
                    FROM held_cooperation WHERE agreement_to IS NOT NULL AND status <> 'ended')
            SELECT day, entity, code, area FROM found, asked
            WHERE day BETWEEN today AND date(today, ?) AND {_free("virkemiddel", "instrument")}
            ORDER BY day, entity, code"""
        return self.rows(sql, f"+{days} days")
