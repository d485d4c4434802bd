"""The county's partners in Interreg projects, from the workbook that keep.eu makes of a search among projects.

Source of the form: the export at keep.eu/projects, as public programs read it (stored public files, looked up
25.11.2026: one that asks for it and takes its second and third sheet, one that maps every column by name). A sheet of
projects and one of partners, joined by ``Programme`` and ``Project ID (2021-2027 only)``, else ``Project acronym``:

- projects: ``Period``, ``Programme``, ``Project acronym``, ``Project name in English`` (or in language 2-4),
  ``Project start``, ``Project end``;
- partners: ``Organisation in English`` (or in language 2-4), ``Lead partner`` (Yes, No), ``Country code``,
  ``NUTS3 code (or equivalent)``, ``NUTS2 code (or equivalent)``, ``Town``, ``Type of Organisation``, ``Participant
  Identification Code``, ``Partner's ID if not PIC``, ``Partner's programme co-financing (EUR) (2021-2027 only)``,
  ``ERDF contribution (2014-2020 only)``.

Convention: cells are numbers and days; ``N.a.`` is blank; money is EUR and the partner's own. What is written as text
and can be read two ways gives no value. Partners outside the county are counted and left out. A project's number is its
programme with its id or acronym, because both are given anew in each programme.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Final

from akint_dash.domain.history import Value
from akint_dash.domain.reading import Place, Reader, Reading
from akint_dash.errors import UnreadableFile
from akint_dash.importers import cells, days, spreadsheet
from akint_dash.importers.actors import Part, choice, drafts, number_cell, stated
from akint_dash.importers.cells import Cell
from akint_dash.importers.conventions import Convention
from akint_dash.importers.euros import cents
from akint_dash.importers.findings import Findings
from akint_dash.importers.identities import pic_number, plain_text
from akint_dash.importers.places import counties, is_ours, municipality_of
from akint_dash.importers.spelling import one_line
from akint_dash.importers.spreadsheet import rows_by_sheet
from akint_dash.importers.texts import folded

NAME: Final = "keep_eu"
HEADING_ROWS: Final = 20
TOLD_BYTES: Final = 256 * 1024

ACRONYM, PROJECT_ID = "Project acronym", "Project ID (2021-2027 only)"
LEAD, PROJECT_NAME = "Lead partner", "Project name in English"
NUTS: Final = ("NUTS3 code (or equivalent)", "NUTS2 code (or equivalent)")
AMOUNTS: Final = (
    "Partner's programme co-financing (EUR) (2021-2027 only)",
    "ERDF contribution (2014-2020 only)",
)
LANGUAGES: Final = ("English", "language 2", "language 3", "language 4")
BLANK: Final = frozenset({"n.a.", "n/a", "na", "n.a", "none", "-"})
ROLES: Final = {"yes": "coordinator", "no": "participant"}
SECTORS: Final = {
    "local public authority": "public",
    "regional public authority": "public",
    "national public authority": "public",
    "sme": "business",
    "enterprise, except sme": "business",
    "interest groups including ngos": "civil_society",
}
EITHER: Final = "higher education and research organisations"
"""One word of the source for two of ours: none is chosen."""
PERIOD: Final = "2021-2027"
PROGRAMMES: Final = {
    "north sea": "INTERREG-NSR",
    "baltic sea region": "INTERREG-BSR",
    "kattegat": "INTERREG-OKS",
    "sweden-norway": "INTERREG-SN",
    "sweden - norway": "INTERREG-SN",
    "interreg europe": "INTERREG-EUROPE",
    "interreg": "INTERREG",
}
"""Programmes of the present period by what their name holds; the first that fits."""

_NO_ZIP: Final = (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError)

Row = tuple[Place, Mapping[str, str]]


def looks_like(path: Path, head: bytes) -> bool:
    """Whether the first words of a workbook are the headings of keep.eu's projects."""
    if not head.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.startswith(("xl/sharedStrings", "xl/worksheets/sheet")):
                    with archive.open(name) as part:
                        told = part.read(TOLD_BYTES)
                    if ACRONYM.encode() in told and PROJECT_NAME.encode() in told:
                        return True
    except _NO_ZIP:
        return False
    return False


def read(path: Path) -> Reading:
    """The county's actors and participations in ``path``.

    Raises:
        UnreadableFile: ``missing_columns``, or as :func:`akint_dash.importers.spreadsheet.take_cells`.
    """
    findings = Findings()
    projects, partners = _sheets(path, findings)
    found = drafts(NAME, _parts(projects, partners, path.name, findings), findings)
    return Reading(NAME, path.name, found, tuple(findings.problems), tuple(findings.remarks), lenient=True)


# -- the workbook


def _sheets(path: Path, findings: Findings) -> tuple[list[Row], list[Row]]:
    """The rows of the sheet of projects and of that of partners."""
    sheets = [list(_rows(rows, Place(path.name, name), findings)) for name, rows in rows_by_sheet(path)]
    projects = next((rows for rows in sheets if rows and PROJECT_NAME in rows[0][1]), [])
    partners = next((rows for rows in sheets if rows and LEAD in rows[0][1]), None)
    if partners is None:
        raise UnreadableFile("missing_columns", file=path.name, columns=LEAD)
    return projects, partners


def _rows(rows: Iterable[spreadsheet.Row], sheet: Place, findings: Findings) -> Iterator[Row]:
    """The rows under a heading with the acronym; none where no such heading is in the first rows."""
    heading: dict[int, str] = {}
    for number, line in rows:
        place = replace(sheet, row=number)
        if heading:
            texts = dict.fromkeys(heading.values(), "")
            for at, kind, raw in line:
                if at in heading:
                    texts[heading[at]] = _text(Cell(kind, raw), replace(place, column=heading[at]), findings)
            if any(texts.values()):
                yield place, texts
        elif number > HEADING_ROWS:
            return
        elif any(kind == cells.TEXT and one_line(raw) == ACRONYM for _, kind, raw in line):
            heading = {at: one_line(raw).replace("\u2019", "'") for at, kind, raw in line if kind == cells.TEXT}


def _text(cell: Cell, place: Place, findings: Findings) -> str:
    """What a cell says as text: numbers in cents, so that no digit can be taken for thousands, days as ISO."""
    cell = cells.without_currency(cell)
    if cell.kind in (cells.NUMBER, cells.PERCENT):
        return f"{Decimal(cell.raw):.2f}".removesuffix(".00")
    if cell.kind == cells.DAY:
        moment = days.moment_of_serial(cell.raw)
        return moment.date().isoformat() if moment else cell.raw
    if cell.kind in (cells.ERROR, cells.UNCOMPUTED):
        findings.remark("cell_without_value_remark", place, cell.raw)
        return ""
    text = one_line(cell.raw)
    return "" if cell.kind == cells.BOOL or text.casefold() in BLANK else text


# -- what it says


def _parts(projects: Sequence[Row], partners: Sequence[Row], file: str, findings: Findings) -> Iterator[Part]:
    known = {key: row for _, row in reversed(projects) for key in _keys(row)}
    elsewhere = 0
    for place, row in partners:
        if row.get("Country code", "").upper() != "NO" or not is_ours(_counties(row)):
            elsewhere += 1
            continue
        keys, name = _keys(row), _first(row, "Organisation in")
        if not keys or not name:
            findings.remark(
                "nameless_row_remark", replace(place, column=ACRONYM if name else "Organisation in English")
            )
            continue
        project = next((known[key] for key in keys if key in known), row)
        yield _part(row, project, name, place, findings)
    if elsewhere:
        findings.remark("outside_county_remark", Place(file), str(elsewhere))


def _keys(row: Mapping[str, str]) -> list[tuple[str, str, str]]:
    programme = folded(row.get("Programme", ""))
    named = ((column, folded(row.get(column, ""))) for column in (PROJECT_ID, ACRONYM))
    return [(programme, column, text) for column, text in named if programme and text]


def _first(row: Mapping[str, str], begin: str) -> str:
    return next((text for language in LANGUAGES if (text := row.get(f"{begin} {language}", ""))), "")


def _counties(row: Mapping[str, str]) -> frozenset[str]:
    return counties(*(row.get(column, "") for column in NUTS))


def _part(row: Mapping[str, str], project: Mapping[str, str], name: str, place: Place, findings: Findings) -> Part:
    def at(column: str) -> Place:
        return replace(place, column=column)

    sector, town = row.get("Type of Organisation", ""), row.get("Town", "")
    words = "" if folded(sector) == EITHER else sector
    where: dict[str, Value | None] = {
        "municipality": municipality_of(town, _counties(row)),
        "municipality_text": town or None,
    }
    label = project.get(PROJECT_ID) or project.get(ACRONYM) or row.get(PROJECT_ID) or row[ACRONYM]
    return Part(
        row=place,
        project=plain_text(f"{row['Programme']}: {label}"),
        name=name,
        role=choice(ROLES, row.get(LEAD, ""), at(LEAD), findings),
        number=number_cell(row.get("Partner's ID if not PIC", ""), at("Partner's ID if not PIC"), findings),
        pic=pic_number(row.get("Participant Identification Code", "")),
        who={
            "sector": choice(SECTORS, words, at("Type of Organisation"), findings),
            "sector_text": sector or None,
            **where,
        },
        what={
            "acronym": project.get(ACRONYM) or None,
            "title": _first(project, "Project name in") or None,
            "programme": _programme(row["Programme"], project.get("Period", ""), at("Programme"), findings),
            "programme_text": row["Programme"],
            "from_date": stated(
                Convention.UNDEFINED.day, project.get("Project start", ""), at("Project start"), findings
            ),
            "to_date": stated(Convention.UNDEFINED.day, project.get("Project end", ""), at("Project end"), findings),
            **_amount(row, place, findings),
            **where,
        },
    )


def _programme(name: str, period: str, place: Place, findings: Findings) -> str | None:
    """Our programme where the project is of the present period; the words of an earlier one are kept as words."""
    said = folded(name)
    if PERIOD in f"{period} {name}".replace(" ", ""):
        for words, code in PROGRAMMES.items():
            if words in said:
                return code
    findings.remark("unknown_code_remark", place, name, "programme")
    return None


def _amount(row: Mapping[str, str], place: Place, findings: Findings) -> dict[str, Value | None]:
    for column in AMOUNTS:
        if text := row.get(column, ""):
            amount = stated(_minor, text, replace(place, column=column), findings)
            return {} if amount is None else {"amount": amount, "currency": "EUR"}
    return {}


def _minor(text: str) -> int | None:
    return cents(text, Convention.UNDEFINED)


READER: Final = Reader(NAME, looks_like, read, "keep.eu")
