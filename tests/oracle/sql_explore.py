"""The numbers of Explore again, in SQL over the views of ``sql.VIEWS``. Shares no code with the product."""

from __future__ import annotations

from collections import defaultdict
from statistics import median
from typing import Any

from .sql import Oracle, _free, _ore, part

PERIOD = "BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked)"
ASKING = (
    "CASE WHEN r.area <> 'FRL' THEN r.area ELSE coalesce((SELECT x.target FROM activity_areas x"
    " WHERE x.code = r.code AND x.target <> 'FRL' ORDER BY x.position LIMIT 1), r.area) END"
)
"""The area that asked for a support."""
ROWS = {
    "tiltak": ("alive", "SELECT entity, code, instrument, area, day, 1 AS value FROM {once}"),
    "prosjekter": (
        "alive",
        "SELECT entity, code, instrument, area, day, 1 AS value FROM {once} WHERE entity = 'project'",
    ),
    "timer": ("", "SELECT entity, code, instrument, area, day, hours AS value FROM fact WHERE {inside}"),
    "budsjett": (
        "",
        "SELECT entity, code, instrument, area, day, ore AS value FROM fact WHERE entity = 'project' AND {inside}",
    ),
    "stotte": (
        "",
        "SELECT 'project' AS entity, code, 'PRO' AS instrument, NULL AS area, decided AS day, ore AS value"
        " FROM paid_support WHERE status IN ('granted', 'running', 'completed') AND {decided}",
    ),
    "egne-kroner": (
        "",
        "SELECT 'project' AS entity, code, 'PRO' AS instrument, NULL AS area, decided AS day,"
        f" {part('ore', 'project_place', 'own.code')} AS value FROM (SELECT code, status, decided, sum(ore) AS ore"
        f" FROM (SELECT s.code, s.status, s.decided, {_ore('f.amount', 'f.currency', 'CAST(s.decided AS INTEGER)')} AS ore"
        " FROM any_standing s JOIN funding f ON f.project = s.code AND f.form = 'cash' AND f.payer = 'own')"
        " GROUP BY code) own WHERE code IN (SELECT code FROM paid_project)"
        " AND status IN ('granted', 'running', 'completed') AND {decided}",
    ),
    "svartid": (
        "",
        f"SELECT 'activity' AS entity, code, counts_as AS instrument, {ASKING} AS area, coalesce(asked, start) AS day,"
        " max(0, julianday(answered) - julianday(coalesce(asked, start))) AS value FROM any_activity r"
        " WHERE kind = 'support' AND answered <= (SELECT today FROM asked) AND start <= (SELECT today FROM asked)"
        f" AND NOT EXISTS (SELECT 1 FROM chosen WHERE list IN ('program', 'status')) AND {_free('omrade', ASKING)}"
        " AND {asked_in}",
    ),
    "deltakere": (
        "",
        "SELECT entity, code, instrument, area, day, (SELECT sum(people) FROM attendance WHERE activity = o.code) AS value"
        " FROM once o WHERE entity = 'activity' AND instrument = 'KOM' AND {inside}",
    ),
    "soknadstid": (
        "",
        "SELECT 'project' AS entity, code, 'PRO' AS instrument, area, decided AS day,"
        " julianday(decided) - julianday((SELECT min(date) FROM passed WHERE project = s.code AND status = 'submitted'))"
        " AS value FROM standing s WHERE status IN ('granted', 'running', 'completed', 'rejected') AND {decided}",
    ),
}
"""measure -> (the view of a period, its rows); ``ties`` below say what each stands under."""

REGIONS = (
    "SELECT 'project' AS entity, t.project AS code, g.{0} AS v FROM tied t JOIN region g ON g.code = t.region"
    " UNION SELECT 'activity', t.code, g.{0} FROM activity_regions t JOIN region g ON g.code = t.target"
    " UNION SELECT 'activity', a.code, g.{0} FROM activity a JOIN cooperation c ON c.code = a.cooperation"
    " JOIN region g ON g.code = c.region"
    " UNION SELECT 'cooperation', c.code, g.{0} FROM cooperation c JOIN region g ON g.code = c.region"
)
TIES = {
    "tema": " UNION ".join(
        f"SELECT '{entity}' AS entity, code, target AS v FROM {entity}_themes"
        for entity in ("project", "activity", "dossier", "cooperation")
    ),
    "maal": "SELECT 'project' AS entity, code, target AS v FROM project_goals"
    " UNION SELECT 'dossier', code, target FROM dossier_goals"
    " UNION SELECT 'activity', code, goal FROM activity WHERE goal IS NOT NULL",
    "kommune": "SELECT 'project' AS entity, t.code, n.code AS v FROM project_municipalities t JOIN municipality_now n"
    " ON n.number = t.target UNION SELECT 'activity', t.code, n.code FROM activity_municipalities t"
    " JOIN municipality_now n ON n.number = t.target UNION SELECT 'activity', t.activity, n.code FROM attendance t"
    " JOIN municipality_now n ON n.number = t.municipality",
    "ring": REGIONS.format("ring"),
    "land": REGIONS.format("country"),
}
OUTSIDE = {
    "ring": "r.entity = 'dossier'",
    "land": "r.entity = 'dossier'",
    "maal": "r.entity = 'cooperation'",
}
"""The kinds of records that cannot have a value."""
OWN = {
    "omrade": "r.area",
    "virkemiddel": "r.instrument",
    "program": "(SELECT programme FROM project WHERE code = r.code)",
    "status": "(SELECT status FROM reached WHERE project = r.code)",
    "ar": "substr(r.day, 1, 4)",
    "kvartal": "substr(r.day, 1, 4) || 'K' || ((CAST(substr(r.day, 6, 2) AS INTEGER) + 2) / 3)",
    "maned": "substr(r.day, 1, 7)",
}


def numbers(oracle: Oracle, measure: str, *dimensions: str) -> dict[tuple[str, ...], Any]:
    """The value of every combination that has one other than 0; the median of days."""
    period = oracle.asked.period is not None
    view, rows = ROWS[measure]
    rows = rows.format(
        once=view if period else "once",
        inside=f"year {PERIOD}" if period else "1",
        decided=f"CAST(decided AS INTEGER) {PERIOD}" if period else "decided IS NOT NULL",
        asked_in=f"CAST(coalesce(asked, start) AS INTEGER) {PERIOD}" if period else "1",
    )
    keys, joins = [], []
    for name in dimensions:
        if name in OWN:
            keys.append(f"coalesce({OWN[name]}, 'mangler')")
        else:
            joins.append(f"LEFT JOIN ({TIES[name]}) {name} ON {name}.entity = r.entity AND {name}.code = r.code")
            outside = OUTSIDE.get(name, "0")
            keys.append(f"CASE WHEN {outside} THEN 'gjelder-ikke' ELSE coalesce({name}.v, 'mangler') END")
    found: dict[tuple[str, ...], list[Any]] = defaultdict(list)
    for *key, value in oracle.rows(f"SELECT {', '.join(keys)}, value FROM ({rows}) r {' '.join(joins)}"):
        if value is not None:
            found[tuple(key)].append(value)
    made = {key: median(some) if measure in ("soknadstid", "svartid") else sum(some) for key, some in found.items()}
    return {key: value for key, value in made.items() if value}
