"""Participations in EU projects from the Research Council of Norway's open data.

Columns used (UTF-8, comma, by header name): ``framework_programme``, ``programme``,
``project_number``, ``acronym``, ``title``, ``start_date``, ``end_date`` (YYYY-MM-DD),
``org_number``, ``org_name``, ``role``, ``sector``, ``municipality_no_2024`` (where that is blank
``municipality_no_2020``), ``municipality`` (name), ``ec_contribution_eur`` (EUR, decimal point).
Money becomes cents. A municipality number that lost its zero (``301``) gets it back. One actor for
each organisation, as its latest project states it; one participation for each row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from stdnum.no import orgnr

from akint_dash.domain.history import Value
from akint_dash.domain.reading import Draft, Reader, Reading
from akint_dash.importers.plain import (
    Findings,
    Table,
    day_cell,
    folded,
    header_of,
    minor_cell,
    programme,
    read_table,
    short_hash,
)

NAME: Final = "forskningsradet"
NEEDED: Final = ("project_number", "org_number", "org_name")
TELLING: Final = frozenset({*NEEDED, "role", "ec_contribution_eur"})

SECTORS: Final = {
    "næringsliv": "business",
    "instituttsektor": "research",
    "uoh-sektor": "university",
    "universitets- og høgskolesektor": "university",
    "helseforetak": "health",
    "norges forskningsråd": "public",
    "offentlig sektor": "public",
    "øvrig offentlig": "public",
    "øvrige": "other",
}
"""The Research Council's sectors in the words of ``choices.sector``."""

ROLES: Final = {
    "coordinator": "coordinator",
    "participant": "participant",
    "partner": "participant",
    "thirdparty": "third_party",
    "third_party": "third_party",
    "associatedpartner": "associated",
    "associated_partner": "associated",
}


def looks_like(path: Path, head: bytes) -> bool:
    """Whether the header is that of the Research Council's participations."""
    del path
    return frozenset(header_of(head)) >= TELLING


def read(path: Path) -> Reading:
    """The actors and participations of ``path``.

    Raises:
        UnreadableFile: see :func:`akint_dash.importers.plain.read_table`.
    """
    table = read_table(path, NEEDED)
    findings = Findings()
    rows = [index for index in range(len(table.rows)) if _whole(table, index, findings)]
    drafts = (*_actors(table, rows, findings), *_participations(table, rows, findings))
    problems, remarks = tuple(findings.problems), tuple(findings.remarks)
    return Reading(NAME, table.file, drafts, problems, remarks, lenient=True)


def actor_code(number: str, name: str) -> str:
    """``AKT-<organisation number>``, or a mark of the name where the source gives no number."""
    return f"AKT-{number}" if number else f"AKT-{short_hash(folded(name))}"


def municipality_code(row: Mapping[str, str], *columns: str) -> str | None:
    """The first filled municipality number of ``columns``, four digits, or None."""
    for column in columns:
        text = row.get(column, "").removesuffix(".0")
        if text:
            return text.zfill(4) if text.isdigit() else text
    return None


def _whole(table: Table, index: int, findings: Findings) -> bool:
    """Whether a row says who takes part in what; a blank row is passed by, half a row is a problem."""
    row = table.rows[index]
    if not any(row.values()):
        return False
    missing = [name for name in ("project_number", "org_name") if not row[name]]
    for name in missing:
        findings.problem("required_missing", table.place(index, name))
    return not missing


def _number(table: Table, index: int, findings: Findings) -> str:
    """The organisation number as digits; one that fails its check digit stays, with a remark."""
    text = table.rows[index]["org_number"]
    number = text.removesuffix(".0").replace(" ", "").replace("\u00a0", "")
    if number and not orgnr.is_valid(number):
        findings.remark("bad_organisation_number_remark", table.place(index, "org_number"), text)
    return number


def _latest(table: Table, rows: list[int], findings: Findings) -> dict[str, int]:
    """For each actor the row of its latest project, in the order the actors first appear."""
    latest: dict[str, int] = {}
    for index in rows:
        row = table.rows[index]
        code = actor_code(_number(table, index, findings), row["org_name"])
        known = latest.get(code)
        start, number = row.get("start_date", ""), row["project_number"]
        if known is None or (start, number) > (
            table.rows[known].get("start_date", ""),
            table.rows[known]["project_number"],
        ):
            latest[code] = index
    return latest


def _place_of(row: Mapping[str, str]) -> dict[str, Value | None]:
    return {
        "municipality": municipality_code(row, "municipality_no_2024", "municipality_no_2020"),
        "municipality_text": row.get("municipality") or None,
    }


def _actors(table: Table, rows: list[int], findings: Findings) -> tuple[Draft, ...]:
    drafts = []
    for code, index in _latest(table, rows, findings).items():
        row = table.rows[index]
        values: dict[str, Value | None] = {
            "name": row["org_name"],
            "organisation_number": _number(table, index, findings) or None,
            "sector": _word(table, index, "sector", SECTORS, findings),
            "sector_text": row.get("sector") or None,
            **_place_of(row),
            "visibility": "public",
        }
        ref = (NAME, code.removeprefix("AKT-"))
        drafts.append(Draft("actor", code, values, table.place(index), (ref,)))
    return tuple(drafts)


def _word(table: Table, index: int, column: str, words: dict[str, str], findings: Findings) -> str | None:
    """Our code for a source's word; an unknown word leaves it blank, with a remark."""
    text = table.rows[index].get(column, "")
    code = words.get(folded(text))
    if text and code is None:
        findings.remark("unknown_code_remark", table.place(index, column), text, column)
    return code


def _participations(table: Table, rows: list[int], findings: Findings) -> tuple[Draft, ...]:
    seen: Counter[str] = Counter()
    drafts = []
    for index in rows:
        row = table.rows[index]
        actor = actor_code(_number(table, index, findings), row["org_name"])
        key = f"{row['project_number']}-{actor.removeprefix('AKT-')}"
        seen[key] += 1
        if seen[key] > 1:
            key = f"{key}-{seen[key]}"
        values = _participation(table, index, actor, findings)
        drafts.append(Draft("participation", f"DEL-{key}", values, table.place(index), ((NAME, key),)))
    return tuple(drafts)


def _participation(table: Table, index: int, actor: str, findings: Findings) -> dict[str, Value | None]:
    row = table.rows[index]
    words = (row.get("programme", ""), row.get("framework_programme", ""))
    return {
        "actor": actor,
        "project_number": row["project_number"],
        "acronym": row.get("acronym") or None,
        "title": row.get("title") or None,
        "programme": programme(words, table.place(index, "programme"), findings),
        "programme_text": words[0] or words[1] or None,
        "role": _word(table, index, "role", ROLES, findings),
        "from_date": day_cell(table, index, "start_date", findings),
        "to_date": day_cell(table, index, "end_date", findings),
        "amount": minor_cell(table, index, "ec_contribution_eur", findings),
        "currency": "EUR",
        **_place_of(row),
        "visibility": "public",
    }


READER: Final = Reader(NAME, looks_like, read)
