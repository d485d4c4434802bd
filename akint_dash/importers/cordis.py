"""Participations in EU projects from CORDIS, the European Commission's list of research projects.

Two files are known: ``organization.csv`` alone (every row of it is read), and the zip as downloaded
(``cordis-HORIZONprojects-csv.zip``, ``cordis-h2020projects-csv.zip``), of whose ``organization.csv`` the county's rows
are read, with title, time and programme from ``project.csv`` (``id``, ``title``, ``startDate``, ``endDate``,
``legalBasis``, ``frameworkProgramme``).

Columns used (``;``, every field quoted, found by header name): ``projectID``, ``projectAcronym``,
``organisationID``, ``vatNumber``, ``name``, ``activityType``, ``city``, ``country`` (EL and UK stand
for GR and GB), ``nutsCode``, ``role``, ``ecContribution`` and ``netEcContribution``. Convention: EUR with decimal point
(only ``totalCost``, which is not used, has a comma); the net contribution, which is what the organisation itself gets,
else the contribution. The file knows no municipality: town and NUTS code together may tell it.

A Norwegian organisation number (in ``vatNumber``) makes the same actor as other sources do. An organisation without one
is known by ``organisationID``.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from akint_dash.domain.history import Value
from akint_dash.domain.reading import Place, Reader, Reading
from akint_dash.importers import streamed
from akint_dash.importers.actors import Part, choice, drafts, number_cell, stated
from akint_dash.importers.code_lists import programme
from akint_dash.importers.conventions import Convention
from akint_dash.importers.delimited import heading_of
from akint_dash.importers.euros import cents
from akint_dash.importers.findings import Findings
from akint_dash.importers.identities import is_shortened, organisation_number, pic_number, plain_text, project_number
from akint_dash.importers.places import counties, is_ours, municipality_of

NAME: Final = "cordis"
NEEDED: Final = ("projectID", "organisationID", "name")
TELLING: Final = frozenset(NEEDED)
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

SECTORS: Final = {"prc": "business", "hes": "university", "rec": "research", "pub": "public", "oth": "other"}
ROLES: Final = {
    "coordinator": "coordinator",
    "participant": "participant",
    "beneficiary": "participant",
    "thirdparty": "third_party",
    "associatedpartner": "associated",
    "partner": "associated",
    "internationalpartner": "associated",
}
COUNTRIES: Final = {"EL": "GR", "UK": "GB"}
ORGANISATIONS: Final = "organization.csv"
PROJECTS: Final = "project.csv"
PROJECT_COLUMNS: Final = ("id", "acronym", "title", "startDate", "endDate", "legalBasis", "frameworkProgramme")

At = Callable[[str], Place]
"""The place of a cell by its column."""


def looks_like(path: Path, head: bytes) -> bool:
    """Whether the header is that of CORDIS's organisations, or a zip holds them with their projects."""
    return frozenset(heading_of(head, TELLING)) >= TELLING or streamed.members(path, head) >= {ORGANISATIONS, PROJECTS}


def read(path: Path) -> Reading:
    """The actors and participations of ``path``: of every country in a table, of the county in a zip of them all.

    Raises:
        UnreadableFile: see :func:`akint_dash.importers.streamed.rows`.
    """
    findings = Findings()
    packed = zipfile.is_zipfile(path)
    parts = _zip_parts(path, findings) if packed else _table_parts(path, findings)
    found = drafts(NAME, parts, findings)
    return Reading(NAME, path.name, found, tuple(findings.problems), tuple(findings.remarks), lenient=True)


def _table_parts(path: Path, findings: Findings) -> Iterator[Part]:
    for place, row in streamed.rows(path, NEEDED, KEPT, findings):
        if not any(row.values()):
            continue
        at = partial(_at, place)
        wrong = [name for name in NEEDED if not row[name]]
        for name in wrong:
            findings.problem("required_missing", at(name))
        if row["projectID"] and not project_number(row["projectID"]):
            wrong.append("projectID")
            lost = is_shortened(row["projectID"])
            findings.problem("lost_digits" if lost else "required_missing", at("projectID"), row["projectID"])
        if not wrong:
            yield _part(row, {}, at, findings)


def _zip_parts(path: Path, findings: Findings) -> Iterator[Part]:
    """The parts of organisations that may lie in the county, with what their projects' own table says."""
    ours: list[tuple[Place, Mapping[str, str]]] = []
    elsewhere = 0
    for place, row in streamed.rows(path, NEEDED, KEPT, findings, ORGANISATIONS):
        if is_ours(_counties(row)) and project_number(row["projectID"]) and row["name"]:
            ours.append((place, row))
        else:
            elsewhere += 1
    wanted = {row["projectID"] for _, row in ours}
    told = streamed.rows(path, PROJECT_COLUMNS[:1], PROJECT_COLUMNS, findings, PROJECTS)
    projects = {row["id"]: row for _, row in told if row["id"] in wanted}
    if elsewhere:
        findings.remark("outside_county_remark", Place(path.name, ORGANISATIONS), str(elsewhere))
    for place, row in ours:
        yield _part(row, projects.get(row["projectID"], {}), partial(_at, place), findings)


def _at(place: Place, column: str) -> Place:
    return replace(place, column=column)


def _counties(row: Mapping[str, str]) -> frozenset[str]:
    return counties(row.get("nutsCode", "")) if row.get("country", "") in ("", "NO") else frozenset()


def _part(row: Mapping[str, str], project: Mapping[str, str], at: At, findings: Findings) -> Part:
    where = _where(row)
    net, gross = (
        stated(partial(cents, convention=Convention.ENGLISH), row.get(column, ""), at(column), findings)
        for column in ("netEcContribution", "ecContribution")
    )
    amount = gross if net is None else net
    sector = row.get("activityType", "")
    return Part(
        row=at(""),
        project=project_number(row["projectID"]),
        name=row["name"],
        role=choice(ROLES, row.get("role", ""), at("role"), findings),
        number=_number(row, at("vatNumber"), findings),
        own=project_number(row["organisationID"]),
        pic=pic_number(row["organisationID"]),
        who={"sector": choice(SECTORS, sector, at("activityType"), findings), "sector_text": sector or None, **where},
        what={
            "acronym": row.get("projectAcronym") or None,
            "amount": amount,
            "currency": None if amount is None else "EUR",
            **where,
            **_of_project(project, at, findings),
        },
    )


def _of_project(project: Mapping[str, str], at: At, findings: Findings) -> Mapping[str, Value | None]:
    if not project:
        return {}
    basis, framework = project.get("legalBasis", ""), project.get("frameworkProgramme", "")
    return {
        "title": project.get("title") or None,
        "programme": programme([*_wider(basis), framework], at("legalBasis"), findings),
        "programme_text": basis or framework or None,
        "from_date": stated(Convention.ENGLISH.day, project.get("startDate", ""), at("startDate"), findings),
        "to_date": stated(Convention.ENGLISH.day, project.get("endDate", ""), at("endDate"), findings),
    }


def _wider(basis: str) -> Iterator[str]:
    """``H2020-EU.2.1.1.`` and the parts it lies in: ``H2020-EU.2.1``, ``H2020-EU.2``."""
    steps = basis.strip(".").split(".")
    for length in range(len(steps), 0, -1):
        yield ".".join(steps[:length])


def _number(row: Mapping[str, str], place: Place, findings: Findings) -> str:
    """The organisation number in ``vatNumber``: of another country only where it says that it is Norwegian."""
    text = row.get("vatNumber", "")
    if row.get("country", "") == "NO":
        return number_cell(text, place, findings)
    return organisation_number(text) if plain_text(text).upper().startswith("NO") else ""


def _where(row: Mapping[str, str]) -> dict[str, Value | None]:
    said = row.get("country", "")
    country = COUNTRIES.get(said, said)
    abroad = f"({country})" if country not in ("", "NO") else ""
    words = " ".join(word for word in (row.get("city", ""), abroad) if word)
    return {"municipality": municipality_of(row.get("city", ""), _counties(row)), "municipality_text": words or None}


READER: Final = Reader(NAME, looks_like, read, "CORDIS")
