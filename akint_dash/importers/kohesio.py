"""The county's part in cohesion policy projects (Interreg among them), from a country's project list of Kohesio.

Source of the form: the CSV files at kohesio.ec.europa.eu/en/data (``projects-2021-2027/…/SE-pp21-27-….csv``), as public
programs read and check them (stored public files, looked up 25.11.2026: one that keeps the heading and checksum of two
downloads, and one that maps every column). One row a project and beneficiary; comma, UTF-8 with mark, every day
``dd/mm/yyyy``: ``Operation_Unique_Identifier`` (an address that ends in ``Q…``), ``Operation_Name_English``,
``Operation_Name_Programme_Language``, ``Country``, ``Operation_Start_Date``, ``Operation_End_Date``,
``Beneficiary_Unique_Identifier``, ``Beneficiary_Name``, ``Beneficiary_Local_Identifier``, ``Programme_Name``,
``Fund_Name``, ``NUTS3_Code`` (several with ``|``), ``LAU_Labels``.

Only rows of Norway, or of several countries with it, that name the county's NUTS code are read; lists are those of EU
countries, so these are projects across borders. The amounts are the whole project's and so no one's own: none is read.
The role is not stated. The beneficiary has a place only where the project has one place alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from akint_dash.domain.history import Value
from akint_dash.domain.reading import Place, Reader, Reading
from akint_dash.importers import streamed
from akint_dash.importers.actors import Part, drafts, stated
from akint_dash.importers.code_lists import programme
from akint_dash.importers.conventions import Convention
from akint_dash.importers.findings import Findings
from akint_dash.importers.identities import organisation_number, plain_text
from akint_dash.importers.places import counties, is_ours, municipality_of

NAME: Final = "kohesio"
NEEDED: Final = ("Operation_Unique_Identifier", "Country", "NUTS3_Code")
NORWAY: Final = frozenset({"NORWAY", "NO"})
BENEFICIARY: Final = "Beneficiary_Name"
KEPT: Final = (
    *NEEDED,
    BENEFICIARY,
    "Operation_Name_English",
    "Operation_Name_Programme_Language",
    "Operation_Start_Date",
    "Operation_End_Date",
    "Beneficiary_Unique_Identifier",
    "Beneficiary_Local_Identifier",
    "Programme_Name",
    "Fund_Name",
    "LAU_Labels",
    "Project_EU_Budget",
)


def looks_like(path: Path, head: bytes) -> bool:
    """Whether the heading is that of Kohesio's projects."""
    return frozenset(streamed.header(path, head, NEEDED)) >= frozenset(NEEDED)


def read(path: Path) -> Reading:
    """The actors and participations of ``path`` that touch the county.

    Raises:
        UnreadableFile: see :func:`akint_dash.importers.streamed.rows`.
    """
    findings = Findings()
    found = drafts(NAME, _parts(path, findings), findings)
    return Reading(NAME, path.name, found, tuple(findings.problems), tuple(findings.remarks), lenient=True)


def _parts(path: Path, findings: Findings) -> Iterator[Part]:
    elsewhere = 0
    for place, row in streamed.rows(path, NEEDED, KEPT, findings):
        if not (NORWAY & _countries(row) and any(is_ours(counties(code)) for code in _codes(row))):
            elsewhere += 1
            continue
        project = _entity(row["Operation_Unique_Identifier"])
        if not project or not row.get(BENEFICIARY):
            missing = BENEFICIARY if project else NEEDED[0]
            findings.remark("nameless_row_remark", replace(place, column=missing))
            continue
        yield _part(row, project, place, findings)
    if elsewhere:
        findings.remark("outside_county_remark", Place(path.name), str(elsewhere))


def _countries(row: Mapping[str, str]) -> frozenset[str]:
    return frozenset(plain_text(word).upper() for word in row["Country"].split("|"))


def _codes(row: Mapping[str, str]) -> list[str]:
    return [code for code in map(plain_text, row["NUTS3_Code"].split("|")) if code]


def _entity(address: str) -> str:
    """``Q7361953`` of ``https://linkedopendata.eu/entity/Q7361953``."""
    return plain_text(address).rstrip("/").rpartition("/")[2]


def _part(row: Mapping[str, str], project: str, place: Place, findings: Findings) -> Part:
    words = [row.get("Programme_Name", ""), row.get("Fund_Name", "")]
    if row.get("Project_EU_Budget"):
        findings.remark("project_total_remark", replace(place, row=0, column="Project_EU_Budget"))
    where = _where(row)
    what: dict[str, Value | None] = {
        "title": row.get("Operation_Name_Programme_Language") or row.get("Operation_Name_English") or None,
        "programme": programme(words, replace(place, column="Programme_Name"), findings),
        "programme_text": words[0] or words[1] or None,
    }
    for column, ours in (("Operation_Start_Date", "from_date"), ("Operation_End_Date", "to_date")):
        what[ours] = stated(_day, row.get(column, ""), replace(place, column=column), findings)
    return Part(
        row=place,
        project=project,
        name=row[BENEFICIARY],
        role=None,
        number=organisation_number(row.get("Beneficiary_Local_Identifier", "")) if where else "",
        own=_entity(row.get("Beneficiary_Unique_Identifier", "")),
        who=where,
        what=what | where,
    )


def _day(text: str) -> str | None:
    """``dd/mm/yyyy``, which this source writes, said with the full stops that mean day first."""
    return Convention.NORWEGIAN.day(text.replace("/", "."))


def _where(row: Mapping[str, str]) -> dict[str, Value | None]:
    codes = _codes(row)
    if len(_countries(row)) != 1 or len(codes) != 1:
        return {}
    town = row.get("LAU_Labels", "")
    return {"municipality": municipality_of(town, counties(codes[0])), "municipality_text": town or None}


READER: Final = Reader(NAME, looks_like, read, "Kohesio")
