"""Participations in EU projects from the organisation file of the CORDIS export.

Columns used (``;``, every field quoted, found by header name): ``projectID``, ``projectAcronym``,
``organisationID``, ``vatNumber``, ``name``, ``activityType``, ``city``, ``country`` (EL and UK stand
for GR and GB), ``nutsCode``, ``role``, ``ecContribution`` and ``netEcContribution`` (EUR; decimal point or
comma). Money becomes cents: the net contribution, which is what the organisation itself gets, else
the contribution. The file knows no municipality: only NUTS codes that are one municipality tell it.
A Norwegian organisation number (in ``vatNumber``) makes the same codes as other sources do, so that
one participation told twice stays one.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Final

from stdnum.no import orgnr

from akint_dash.domain.history import Value
from akint_dash.domain.reading import Draft, Reader, Reading
from akint_dash.importers.plain import Findings, Table, header_of, minor_cell, read_table

NAME: Final = "cordis"
NEEDED: Final = ("projectID", "organisationID", "name")
TELLING: Final = frozenset({*NEEDED, "nutsCode", "activityType"})
KEPT: Final = (
    *NEEDED,
    "projectAcronym",
    "vatNumber",
    "activityType",
    "city",
    "country",
    "nutsCode",
    "role",
    "ecContribution",
    "netEcContribution",
)

SECTORS: Final = {
    "PRC": "business",
    "HES": "university",
    "REC": "research",
    "PUB": "public",
    "OTH": "other",
}
ROLES: Final = {
    "coordinator": "coordinator",
    "participant": "participant",
    "beneficiary": "participant",
    "thirdParty": "third_party",
    "associatedPartner": "associated",
    "partner": "associated",
    "internationalPartner": "associated",
}
COUNTRIES: Final = {"EL": "GR", "UK": "GB"}
MUNICIPALITIES: Final = {"NO081": "0301", "NO011": "0301"}
"""NUTS codes (2021 and before) that are one municipality: Oslo."""


def looks_like(path: Path, head: bytes) -> bool:
    """Whether the header is that of CORDIS's organisations."""
    del path
    return frozenset(header_of(head)) >= TELLING


def read(path: Path) -> Reading:
    """The actors and participations of ``path``, of every country.

    Raises:
        UnreadableFile: see :func:`akint_dash.importers.plain.read_table`.
    """
    table = read_table(path, NEEDED, KEPT)
    findings = Findings()
    actors: dict[str, Draft] = {}
    parts: list[Draft] = []
    seen: Counter[str] = Counter()
    for index, row in enumerate(table.rows):
        if not any(row.values()):
            continue
        missing = [name for name in NEEDED if not row[name]]
        for name in missing:
            findings.problem("required_missing", table.place(index, name))
        if not missing:
            number = norwegian_number(row.get("vatNumber", "")) or f"CORDIS-{row['organisationID']}"
            actors[number] = _actor(table, index, number, findings)
            parts.append(_participation(table, index, number, seen, findings))
    drafts = (*actors.values(), *parts)
    problems, remarks = tuple(findings.problems), tuple(findings.remarks)
    return Reading(NAME, table.file, drafts, problems, remarks, lenient=True)


def norwegian_number(vat: str) -> str:
    """The organisation number in a Norwegian VAT number (``NO…MVA``), else ``""``."""
    upper = vat.upper().replace(" ", "")
    number = upper.removeprefix("NO").removesuffix("MVA")
    return number if upper.startswith("NO") and orgnr.is_valid(number) else ""


def _where(table: Table, index: int) -> dict[str, Value | None]:
    row = table.rows[index]
    said = row.get("country", "")
    country = COUNTRIES.get(said, said)
    abroad = f"({country})" if country not in ("", "NO") else ""
    words = " ".join(word for word in (row.get("city", ""), abroad) if word)
    return {
        "municipality": MUNICIPALITIES.get(row.get("nutsCode", "")),
        "municipality_text": words or None,
    }


def _actor(table: Table, index: int, number: str, findings: Findings) -> Draft:
    row = table.rows[index]
    values: dict[str, Value | None] = {
        "name": row["name"],
        "sector": _word(table, index, "activityType", SECTORS, findings),
        "sector_text": row.get("activityType") or None,
        **_where(table, index),
        "visibility": "public",
    }
    if number.isdigit():
        values["organisation_number"] = number
    ref = (NAME, row["organisationID"])
    return Draft("actor", f"AKT-{number}", values, table.place(index), (ref,))


def _participation(table: Table, index: int, number: str, seen: Counter[str], findings: Findings) -> Draft:
    row = table.rows[index]
    key = f"{row['projectID']}-{number}"
    seen[key] += 1
    if seen[key] > 1:
        key = f"{key}-{seen[key]}"
    net = minor_cell(table, index, "netEcContribution", findings)
    gross = minor_cell(table, index, "ecContribution", findings)
    values: dict[str, Value | None] = {
        "actor": f"AKT-{number}",
        "project_number": row["projectID"],
        "acronym": row.get("projectAcronym") or None,
        "role": _word(table, index, "role", ROLES, findings),
        "amount": gross if net is None else net,
        "currency": "EUR",
        **_where(table, index),
        "visibility": "public",
    }
    return Draft("participation", f"DEL-{key}", values, table.place(index), ((NAME, key),))


def _word(table: Table, index: int, column: str, words: dict[str, str], findings: Findings) -> str | None:
    """Our code for a source's word; an unknown word leaves it blank, with a remark."""
    text = table.rows[index].get(column, "")
    if text and text not in words:
        findings.remark("unknown_code_remark", table.place(index, column), text, column)
    return words.get(text)


READER: Final = Reader(NAME, looks_like, read)
