"""All deadlines in one list again, in SQL: applications, the way back from them, dossiers, agreements, memberships."""

from __future__ import annotations

from .sql import COUNTS, Oracle, _any, _free, _says, _themes

STEPS = ("decision", "contribution", "partner")
AIMING = "(reached.status IS NULL OR reached.status IN ('idea', 'developing', 'submitted'))"
PROJECTS = f"""SELECT r.call, max(r.code) AS project FROM project r LEFT JOIN reached ON reached.project = r.code
               WHERE r.call IS NOT NULL AND {AIMING} AND {COUNTS}"""
AIM = f"""{PROJECTS} AND {_free("virkemiddel", "'PRO'")}
          AND (NOT EXISTS (SELECT 1 FROM chosen WHERE list = 'program') OR r.programme IN programme_in)
          AND {_any("tema", _themes("project"))} AND {_says("r.code", "r.title", "r.title_en", "r.summary")}
          GROUP BY r.call"""
OURS = f"""
    area_aim AS ({PROJECTS} GROUP BY r.call),
    aim AS ({AIM}),
    confirmed AS (SELECT code AS call, target, row_number() OVER (PARTITION BY code ORDER BY position) AS n
                  FROM call_confirmed_areas
                  WHERE code IN (SELECT code FROM held_call) AND {_free("omrade", "target")}),
    due AS (SELECT d.*, coalesce(CASE WHEN moment IS NOT NULL THEN oslo_day(moment) END, d.day) AS on_day
            FROM call_deadline d),
    ours AS (SELECT c.code AS call, c.programme, coalesce(aim.project, area_aim.project) AS project, confirmed.target,
                    c.code IN (SELECT code FROM held_call) AS inside
             FROM call c LEFT JOIN aim ON aim.call = c.code LEFT JOIN area_aim ON area_aim.call = c.code
             LEFT JOIN confirmed ON confirmed.call = c.code AND n = 1
             WHERE aim.call IS NOT NULL OR confirmed.call IS NOT NULL),
    coming AS (SELECT * FROM (
        SELECT due.*, row_number() OVER (PARTITION BY call ORDER BY on_day, coalesce(moment, ''), code) AS n
        FROM due, asked WHERE on_day >= today) WHERE n = 1)"""
"""What is applied for: by a project under way in the selection, or confirmed; whose it is; its next deadline."""
LEAD = (
    "coalesce("
    + ", ".join(f"(SELECT {{0}}_days FROM programme WHERE code = line.p{n} AND {{0}}_days <> '')" for n in range(4))
    + ")"
)
WAY = f"""
    line AS (SELECT a.code AS p0, b.code AS p1, c.code AS p2, d.code AS p3 FROM programme a
             LEFT JOIN programme b ON b.code = a.parent LEFT JOIN programme c ON c.code = b.parent
             LEFT JOIN programme d ON d.code = c.parent),
    lead AS ({" UNION ALL ".join(f"SELECT p0, '{s}' AS step, {LEAD.format(s)} AS days FROM line" for s in STEPS)}),
    way AS (SELECT o.call, c.code AS source, step, date(c.on_day, '-' || days || ' days') AS day, o.project, o.target,
                   o.inside
            FROM ours o JOIN coming c ON c.call = o.call JOIN lead ON lead.p0 = o.programme AND days IS NOT NULL),
    lost AS (SELECT DISTINCT call FROM way, asked WHERE way.day < today
             AND NOT EXISTS (SELECT 1 FROM reached r WHERE r.project = way.project AND r.status = 'submitted')
             UNION SELECT o.call FROM ours o JOIN coming c ON c.call = o.call WHERE coalesce(c.stage, 1) > 1
             AND NOT EXISTS (SELECT 1 FROM reached r WHERE r.project = o.project AND r.status = 'submitted'))"""
"""The steps before the next deadline, by the lead times of its programme or the nearest above it; what is too late."""
MEMBERS = f"""
    SELECT r.* FROM membership r WHERE {COUNTS} AND r.organisation IN (
        SELECT r.code FROM organisation r
        WHERE {_any("tema", _themes("organisation"))} AND {_says("r.code", "r.name", "r.name_long")})"""


def dues(o: Oracle, days: int) -> list[tuple[str, str, str, str, str]]:
    """(day, kind, what it is about, the record that holds the day, state) from today through ``days`` days."""
    sql = f"""
        WITH {OURS}, {WAY}, found AS (
            SELECT due.on_day AS day, 'application' AS kind, due.call AS record, due.code AS source, 'PRO' AS instrument,
                   due.call IN lost AND (due.code = coming.code OR coalesce(due.stage, 1) > coalesce(coming.stage, 1))
                   AS late
            FROM due JOIN ours ON ours.call = due.call LEFT JOIN coming ON coming.call = due.call
            UNION ALL SELECT day, step, call, source, 'PRO', call IN lost FROM way WHERE inside
            UNION ALL SELECT f.day, 'dossier', d.code, f.code, 'POL', 0
            FROM dossier_deadline f JOIN held_dossier d ON d.code = f.dossier
            UNION ALL SELECT agreement_to, 'agreement', code, code, 'BIL', 0
            FROM held_cooperation WHERE agreement_to IS NOT NULL AND status <> 'ended'
            UNION ALL SELECT notice_by, 'membership', organisation, code, 'POL', 0
            FROM ({MEMBERS}) m, asked WHERE notice_by IS NOT NULL AND coalesce(m.to_date, '9999') >= today)
        SELECT day, kind, record, source,
               CASE WHEN late THEN 'lost' WHEN julianday(day) - julianday(today) <= 14 THEN 'urgent' ELSE 'can' END
        FROM found, asked
        WHERE day BETWEEN today AND date(today, ?) AND {_free("virkemiddel", "instrument")}
        ORDER BY day, kind, record, source"""
    return o.rows(sql, f"+{days} days")
