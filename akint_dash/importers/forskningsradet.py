"""Participations in EU projects from the Research Council of Norway's open data («Bevilgninger fra EU»).

Two forms of the same list are known by their headings: the file as the Council publishes it
(github.com/Forskningsradet/open-data, ``datasets/bevilgningereu/dataset.csv``, headings in Norwegian: see
:data:`PUBLISHED`), and the county's extract of it with English headings and the municipality of 2024 (:data:`EXTRACT`).
UTF-8 with comma between; columns are found by name, and one that is not there says nothing.

Convention: amounts in EUR with decimal point, not rounded (``626199.99999984`` is 626 200.00), where ``;`` stands
between the fields saved by a Norwegian spreadsheet, so that ``25,000`` may be 25; days ``2020-06-01`` or
``01.06.2020 00:00``, day first; a municipality number may have lost its zero (``301``). Money becomes cents.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from akint_dash.domain.reading import Place, Reader, Reading
from akint_dash.importers import streamed
from akint_dash.importers.actors import Part, choice, drafts, number_cell, stated
from akint_dash.importers.code_lists import programme
from akint_dash.importers.conventions import Convention
from akint_dash.importers.delimited import heading_in, heading_of
from akint_dash.importers.euros import cents
from akint_dash.importers.findings import Findings
from akint_dash.importers.identities import is_shortened, project_number
from akint_dash.importers.places import municipality_number, of_today

NAME: Final = "forskningsradet"

EXTRACT: Final = {
    "framework": "framework_programme",
    "programme": "programme",
    "project": "project_number",
    "acronym": "acronym",
    "title": "title",
    "start": "start_date",
    "end": "end_date",
    "number": "org_number",
    "name": "org_name",
    "role": "role",
    "sector": "sector",
    "municipality": "municipality",
    "municipality_number": "municipality_no_2024",
    "former_number": "municipality_no_2020",
    "amount": "ec_contribution_eur",
}
PUBLISHED: Final = {
    "framework": "Rammeprogram",
    "programme": "Program (H2020)",
    "project": "Prosjektnr",
    "acronym": "Prosjektkortnavn",
    "title": "Prosjektnavn",
    "start": "Kontrakt startdato",
    "end": "Kontrakt sluttdato",
    "number": "Organisasjonsnummer",
    "name": "Organisasjonsnavn",
    "role": "Organisasjon rolle",
    "sector": "FoU sektor",
    "municipality": "Adresse kommune",
    "municipality_number": "Adresse kommunenummer",
    "amount": "Innvilget beløp organisasjon EUR",
}
NEEDED: Final = ("project", "name")

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
    "koordinator": "coordinator",
    "participant": "participant",
    "deltaker": "participant",
    "partner": "participant",
    "thirdparty": "third_party",
    "third_party": "third_party",
    "tredjepart": "third_party",
    "associatedpartner": "associated",
    "associated_partner": "associated",
}


def looks_like(path: Path, head: bytes) -> bool:
    """Whether the header is that of the Research Council's participations."""
    del path
    return _form(head) is not None


def _form(head: bytes) -> Mapping[str, str] | None:
    """The form whose needed headings are all there."""
    for form in (EXTRACT, PUBLISHED):
        needed = frozenset(form[word] for word in NEEDED)
        if needed.issubset(heading_of(head, needed)):
            return form
    return None


def read(path: Path) -> Reading:
    """The actors and participations of ``path``.

    Raises:
        UnreadableFile: see :func:`akint_dash.importers.streamed.rows`.
    """
    with path.open("rb") as file:
        head = file.read(streamed.HEAD_BYTES)
    form = _form(head) or EXTRACT
    mark = heading_in(head, [form[word] for word in NEEDED]).mark
    money = Convention.UNDEFINED if mark == ";" else Convention.ENGLISH
    findings = Findings()
    rows = streamed.rows(path, [form[word] for word in NEEDED], form.values(), findings)
    parts = [_part(_Row(place, cells, form, money), findings) for place, cells in rows if any(cells.values())]
    found = drafts(NAME, filter(None, parts), findings)
    return Reading(NAME, path.name, found, tuple(findings.problems), tuple(findings.remarks), lenient=True)


class _Row:
    """One row of either form: cells and places by our words."""

    def __init__(self, place: Place, cells: Mapping[str, str], form: Mapping[str, str], money: Convention) -> None:
        self._place, self._cells, self._form = place, cells, form
        self.money = money

    def __getitem__(self, word: str) -> str:
        return self._cells.get(self._form.get(word, ""), "")

    def at(self, word: str = "") -> Place:
        """The place of a cell, or of the row."""
        return replace(self._place, column=self._form.get(word, word))


def _part(row: _Row, findings: Findings) -> Part | None:
    """What a row says; None where it does not say who takes part in what."""
    project, name = project_number(row["project"]), row["name"]
    if not project and not name:  # a sum, a note below the list
        findings.remark("row_left_out_remark", row.at("project"), row["project"])
    elif is_shortened(row["project"]):
        findings.problem("lost_digits", row.at("project"), row["project"])
    elif not project or not name:
        word = "name" if project else "project"
        findings.problem("required_missing", row.at(word), row[word])
    if not project or not name:
        return None
    number = municipality_number(row["municipality_number"]) or municipality_number(row["former_number"])
    where = {
        "municipality": of_today(number),
        "municipality_text": row["municipality"] or None,
    }
    words = (row["programme"], row["framework"])
    amount = stated(partial(cents, convention=row.money), row["amount"], row.at("amount"), findings)
    code = programme(words, row.at("programme"), findings)
    return Part(
        row=row.at(),
        project=project,
        name=name,
        role=choice(ROLES, row["role"], row.at("role"), findings),
        number=number_cell(row["number"], row.at("number"), findings),
        who={
            "sector": choice(SECTORS, row["sector"], row.at("sector"), findings),
            "sector_text": row["sector"] or None,
            **where,
        },
        what={
            "acronym": row["acronym"] or None,
            "title": row["title"] or None,
            "programme": code,
            "programme_text": words[0] or (None if code else words[1]) or None,
            "from_date": stated(Convention.NORWEGIAN.day, row["start"], row.at("start"), findings),
            "to_date": stated(Convention.NORWEGIAN.day, row["end"], row.at("end"), findings),
            "amount": (
                amount := stated(partial(cents, convention=row.money), row["amount"], row.at("amount"), findings)
            ),
            "currency": None if amount is None else "EUR",
            **where,
        },
    )


READER: Final = Reader(NAME, looks_like, read, "Forskningsrådets åpne data")
