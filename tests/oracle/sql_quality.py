"""What the rules of the quality of the data find, again in SQL, counted by area. Shares no code with the product."""

from __future__ import annotations

from collections import Counter

from .sql import Asked, Oracle
from .sql_answers import year_of
from .sql_holes import BUDGET, HOLES, NOBODYS, funds

TODAY = "(SELECT today FROM asked)"
THEN = "date((SELECT today FROM asked), '-1 year')"
STEP = f"""(SELECT s.status FROM project_step s WHERE s.project = p.code AND s.date <= {TODAY}
            ORDER BY s.date DESC, CASE s.status WHEN 'idea' THEN 0 WHEN 'developing' THEN 1 WHEN 'submitted' THEN 2
            WHEN 'granted' THEN 3 WHEN 'running' THEN 4 WHEN 'completed' THEN 5 WHEN 'rejected' THEN 6 ELSE 7 END DESC
            LIMIT 1)"""
STEP_DAY = f"(SELECT max(s.date) FROM project_step s WHERE s.project = p.code AND s.date <= {TODAY})"
OPEN = {
    "project": f"coalesce({STEP}, '') NOT IN ('rejected', 'withdrawn', 'completed')",
    "dossier": "p.stage <> 'closed'",
    "cooperation": "p.status <> 'ended'",
    "membership": f"coalesce(p.to_date, '9999') >= {TODAY}",
}
DUE = {
    "project": f"""coalesce({STEP}, '') IN ('idea', 'developing') AND EXISTS (SELECT 1 FROM call_deadline d
                   WHERE d.call = p.call AND coalesce(d.day, substr(d.moment, 1, 10)) >= {TODAY})""",
    "dossier": f"EXISTS (SELECT 1 FROM dossier_deadline d WHERE d.dossier = p.code AND d.day >= {TODAY})",
    "cooperation": f"p.agreement_to >= {TODAY}",
    "membership": f"p.notice_by >= {TODAY}",
}
ENDS = {
    "project": ("start", '"end"'),
    "activity": ("start", '"end"'),
    "cooperation": ("agreement_from", "agreement_to"),
    "membership": ("from_date", "to_date"),
    "area_statement": ("date", "until"),
}
OWNED = ("project", "result", "dossier", "organisation", "membership", "activity", "cooperation", "offer", "budget",
         "fund", "target", "remark", "area_statement")  # fmt: skip
"""The tables with a responsible area of their own."""
ENGLISH = {"project": "title", "dossier": "title", "activity": "title", "result": "words", "offer": "words",
           "cooperation": "words"}  # fmt: skip
GONE = f"p.area IN (SELECT code FROM area WHERE valid_to < CAST({TODAY} AS INTEGER))"
AGREED = "p.status IN ('agreement', 'active')"
TOUCHED = f"""EXISTS (SELECT 1 FROM activity a LEFT JOIN activity_regions r ON r.code = a.code
              WHERE a.start > {THEN} AND a.start <= {TODAY} AND (a.cooperation = p.code OR r.target = p.region))"""


def _rows(tables: dict[str, str] | tuple[str, ...], where: str) -> str:
    """SQL: (area, table, code) of the records of some tables that a condition holds for; {x} of it is the table's."""
    of = tables if isinstance(tables, dict) else dict.fromkeys(tables, "")
    return " UNION ALL ".join(
        f"SELECT p.area, '{table}', p.code FROM {table} p WHERE {where.replace('{x}', own).replace('{t}', table)}"
        for table, own in of.items()
    )


def _parts(table: str, parent: str, where: str) -> str:
    above = f"SELECT area FROM {parent} q WHERE q.code = p.{parent}"
    return f"SELECT ({above}), '{table}', p.code FROM {table} p WHERE {where}"


def _twins(table: str, area: str, *same: str) -> str:
    alike = " AND ".join(f"coalesce(q.{c}, '') = coalesce(p.{c}, '')" for c in same[1:]) or "1"
    return f"""SELECT {area}, '{table}', p.code FROM {table} p WHERE EXISTS (SELECT 1 FROM {table} q
               WHERE q.code <> p.code AND fold(trim(q.{same[0]})) = fold(trim(p.{same[0]})) AND {alike})"""


RULES = {
    "backwards": " UNION ALL ".join(
        [f"SELECT p.area, '{t}', p.code FROM {t} p WHERE p.{last} < p.{first}" for t, (first, last) in ENDS.items()]
        + [_parts("post", "organisation", "p.to_date < p.from_date"),
           "SELECT 'FRL', 'participation', code FROM participation WHERE to_date < from_date"]
    ),
    "budget_twice": """SELECT p.area, 'budget', p.code FROM budget p WHERE EXISTS (SELECT 1 FROM budget q
        WHERE q.code <> p.code AND q.area = p.area AND q.instrument = p.instrument AND q.year = p.year)""",
    "own_reconstruction": _parts("funding", "project",
        "p.payer = 'own' AND p.form = 'cash' AND p.purpose = 'reconstruction'"),
    "shared_out": _rows(OWNED, "(SELECT coalesce(sum(s.share), 0) FROM {t}_areas s WHERE s.code = p.code) > 100"),
    "currency": " UNION ALL ".join([
        _rows(("project",), "p.currency IS NULL AND (p.budget IS NOT NULL OR p.consortium_total IS NOT NULL)"),
        _parts("funding", "project", "p.currency IS NULL AND p.amount IS NOT NULL"),
        _parts("membership_fee", "membership", "p.currency IS NULL AND p.amount IS NOT NULL"),
        "SELECT 'FRL', 'participation', code FROM participation WHERE currency IS NULL AND amount IS NOT NULL"]),
    "part_over_whole": _rows(("project",), "p.budget > p.consortium_total"),
    "over_and_running": _rows(("project",), f'p."end" < {TODAY} AND {STEP} IN (\'granted\', \'running\')'),
    "answered_first": _rows(("project",), f"""EXISTS (SELECT 1 FROM project_step a WHERE a.project = p.code
        AND a.status IN ('granted', 'running', 'completed', 'rejected') AND a.date <= {TODAY} AND a.date < (
        SELECT min(s.date) FROM project_step s
        WHERE s.project = p.code AND s.status = 'submitted' AND s.date <= {TODAY}))"""),
    "agreement_over": _rows(("cooperation",), f"{AGREED} AND p.agreement_to < {TODAY}"),
    "closed_area": _rows(OPEN, f"{GONE} AND {{x}}"),
    "due_owner": " UNION ALL ".join(
        f"SELECT p.area, '{t}', p.code FROM {t} p WHERE p.owner IS NULL AND {due} AND {OPEN[t]}" for t, due in DUE.items()
    ),
    "quiet_agreement": _rows(("cooperation",),
        f"{AGREED} AND coalesce(p.agreement_from, p.since) <= {THEN} AND NOT {TOUCHED}"),
    "unanswered": _rows(("project",), f"{STEP} = 'submitted' AND {STEP_DAY} <= {THEN}"),
    "twins": " UNION ALL ".join([
        _twins("project", "p.area", "title", "programme"), _twins("dossier", "p.area", "title"),
        _twins("organisation", "p.area", "name"), _twins("activity", "p.area", "title", "kind", "start", "area"),
        _twins("actor", "'FRL'", "name", "municipality")]),
    "owner_mail": _rows(OPEN, "p.owner IS NOT NULL AND p.owner_mail IS NULL AND {x}"),
    "evidence": _rows(("result",), "p.evidence IS NULL"),
    "english": " UNION ALL ".join(
        f"SELECT p.area, '{t}', p.code FROM {t} p WHERE p.{c} IS NOT NULL AND p.{c}_en IS NULL" for t, c in ENGLISH.items()
    ),
    "exemption": _rows(OWNED, "p.visibility = 'internal' AND p.exemption IS NULL"),
}  # fmt: skip
"""Rule -> (area, table, code) of what it finds; those of areas without means and of what is missing are below."""


def by_area(o: Oracle) -> dict[str, dict[str, int]]:
    """Rule -> area -> how many, of the whole county on the day asked; only what is found."""
    o.choose(Asked(today=o.asked.today))
    found = {rule: Counter(area for area, _, _ in o.rows(sql)) for rule, sql in RULES.items()}
    for kind, sql in HOLES.items():
        codes = [code for code, lacks in o.rows(sql) if lacks]
        found[kind] = Counter(_area(o, kind, code) for code in codes)
    found["fund_absent"] = Counter(funds(o)[1])
    found["area_means"] = Counter(_without_means(o))
    return {rule: dict(areas) for rule, areas in found.items() if areas}


def _area(o: Oracle, kind: str, code: str) -> str:
    if kind in NOBODYS:
        return "FRL"
    if kind == "silent_area":
        return code
    for table in ("budget", "project", "membership", "activity", "dossier", "fund"):
        if held := o.rows(f"SELECT area FROM {table} WHERE code = ?", code):
            return str(held[0][0])
    return code.partition(" ")[0]


def _without_means(o: Oracle) -> list[str]:
    """Areas that an instrument is to be done in this year, and that have nothing planned for any of them."""
    year = year_of(o)
    asked = {_area(o, "budget", code) for (code,) in o.rows(f"SELECT code {BUDGET}")}
    planned = o.rows(
        """SELECT b.area, b.code FROM budget b
           WHERE b.year = ? AND (b.planned_nok IS NOT NULL OR b.planned_fte IS NOT NULL)""",
        year,
    )
    held = {area for area, _ in planned}
    for _, code in planned:
        held |= {area for (area,) in o.rows("SELECT target FROM budget_areas WHERE code = ? AND share > 0", code)}
    return sorted(asked - held)
