"""The county's participations in Erasmus+, from the Commission's project lists (one CSV a key action and call year).

Source of the form: the lists at erasmus-plus.ec.europa.eu/projects/projects-lists, as public programs read them (stored
public files, looked up 25.11.2026: a parser "confirmed from actual files", and the Commission's own
github.com/ec-europa/eubfr-data-lake, ``services/ingestion/etl/valor``). One row a project, its partners beside each
other: ``Project Identifier``, ``Project Title``, ``Programme``, ``Call year``, ``Start date`` and ``End date`` (older
lists only), ``EU Grant award in euros (…)``; ``Coordinating organisation name``, ``Coordinator's address`` (street,
postcode, town), ``… region``, ``… country``; ``Partner 1 name``, ``Partner 1 address``, ``… region``, ``… country``,
and so on to the last. UTF-8, comma between. A list is large (90 MB): it is read row by row, and as a zip of it too.

Convention: English; the grant is in EUR, ``1,234.56`` or ``1234.56``. It is the project's, so it is the coordinator's
amount only where no partner shares it. Days with slashes were month first in the older lists, which could not be
checked: where two days are possible there is no value. Organisations have no number and are known by name and town;
only those whose region is, or may be, the county's are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from akint_dash.domain.history import Value
from akint_dash.domain.reading import Place, Reader, Reading
from akint_dash.errors import UnreadableFile
from akint_dash.importers import streamed
from akint_dash.importers.actors import Part, drafts, stated
from akint_dash.importers.code_lists import programme
from akint_dash.importers.conventions import Convention
from akint_dash.importers.euros import cents
from akint_dash.importers.findings import Findings
from akint_dash.importers.identities import plain_text
from akint_dash.importers.places import counties, is_ours, municipality_of

NAME: Final = "erasmus"
IDENTIFIER, COORDINATOR = "Project Identifier", "Coordinating organisation name"
REGION, COUNTRY = "Coordinator's region", "Coordinator's country"
NEEDED: Final = (IDENTIFIER, COORDINATOR, REGION, COUNTRY)
GRANT: Final = "EU Grant award in euros"
NORWAY: Final = frozenset({"NO", "NORWAY", "NORGE"})
FIRST_YEAR: Final = 2021
"""The first call of the programme we know as Erasmus+ 2021–2027."""

_PARTNER: Final = re.compile(r"Partner (\d{1,3}) name", re.ASCII)
_KEPT: Final = re.compile(
    r"Coordinat|Project (?:Identifier|Title)|Programme|Call year|Start date|End date|EU Grant"
    r"|Partner \d{1,3} (?:name|address|region|country)$",
    re.ASCII,
)


def looks_like(path: Path, head: bytes) -> bool:
    """Whether the heading is that of the project lists."""
    return frozenset(_straight(streamed.header(path, head, NEEDED))) >= frozenset(NEEDED)


def read(path: Path) -> Reading:
    """The county's actors and participations in ``path``.

    Raises:
        UnreadableFile: see :func:`akint_dash.importers.streamed.rows`.
    """
    findings = Findings()
    found = drafts(NAME, _parts(path, findings), findings)
    return Reading(NAME, path.name, found, tuple(findings.problems), tuple(findings.remarks), lenient=True)


def _straight(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.replace("\u2019", "'") for name in names)


def _parts(path: Path, findings: Findings) -> Iterator[Part]:
    elsewhere = 0
    with path.open("rb") as file:
        names = streamed.header(path, file.read(streamed.HEAD_BYTES), NEEDED)
    if missing := [name for name in NEEDED if name not in _straight(names)]:
        raise UnreadableFile("missing_columns", file=path.name, columns=", ".join(missing))
    kept = [name for name in names if _KEPT.match(name)]
    for place, cells in streamed.rows(path, NEEDED, kept, findings):
        row = dict(zip(_straight(tuple(cells)), cells.values(), strict=True))
        if not plain_text(row[IDENTIFIER]):
            findings.remark("nameless_row_remark", replace(place, column=IDENTIFIER))
            continue
        seats = list(_seats(row))
        for name, prefix, role in seats:
            if is_ours(_counties(row, prefix)):
                yield _part(row, name, prefix, role, len(seats), place, findings)
            else:
                elsewhere += 1
    if elsewhere:
        findings.remark("outside_county_remark", Place(path.name), str(elsewhere))


def _seats(row: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Each organisation of a project: its name, the beginning of its columns, and its role."""
    if name := row[COORDINATOR]:
        yield name, "Coordinator's", "coordinator"
    for column, name in row.items():
        if name and (found := _PARTNER.fullmatch(column)):
            yield name, f"Partner {found[1]}", "participant"


def _counties(row: Mapping[str, str], prefix: str) -> frozenset[str]:
    norwegian = row.get(f"{prefix} country", "").upper() in NORWAY
    return counties(row.get(f"{prefix} region", "")) if norwegian else frozenset()


def _part(
    row: Mapping[str, str], name: str, prefix: str, role: str, seats: int, place: Place, findings: Findings
) -> Part:
    town = row.get(f"{prefix} address", "").rpartition(",")[2].strip()
    where: dict[str, Value | None] = {
        "municipality": municipality_of(town, _counties(row, prefix)),
        "municipality_text": town or row.get(f"{prefix} region") or None,
    }
    what: dict[str, Value | None] = {"title": row.get("Project Title") or None, **_programme(row, place, findings)}
    for column, ours in (("Start date", "from_date"), ("End date", "to_date")):
        what[ours] = stated(Convention.UNDEFINED.day, row.get(column, ""), replace(place, column=column), findings)
    return Part(
        row=place,
        project=plain_text(row[IDENTIFIER]),
        name=name,
        role=role,
        who=where,
        what=what | where | _grant(row, seats, place, findings),
    )


def _programme(row: Mapping[str, str], place: Place, findings: Findings) -> dict[str, Value | None]:
    """The programme of the call's year: the words of an earlier period are kept as words."""
    words, year = row.get("Programme", ""), row.get("Call year", "")
    ours = year.isdigit() and int(year) >= FIRST_YEAR
    there = replace(place, column="Programme")
    code = programme([words], there, findings) if ours or not words else None
    if words and not ours:
        findings.remark("unknown_code_remark", there, f"{words} {year}".strip(), "programme")
    return {"programme": code, "programme_text": words or None}


def _grant(row: Mapping[str, str], seats: int, place: Place, findings: Findings) -> dict[str, Value | None]:
    """The whole grant where one organisation has it alone."""
    column = next((name for name in row if name.startswith(GRANT)), "")
    if not row.get(column):
        return {}
    if seats > 1:
        findings.remark("project_total_remark", replace(place, row=0, column=GRANT))
        return {}
    amount = stated(partial(cents, convention=Convention.ENGLISH), row[column], replace(place, column=GRANT), findings)
    return {} if amount is None else {"amount": amount, "currency": "EUR"}


READER: Final = Reader(NAME, looks_like, read, "prosjektlistene for Erasmus+")
