"""A day at the office, through the command alone: workbooks are filled, copied, mended and read in again."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from akint_dash.cli import main

NAMES = ("Kari Hemmelig", "Kari Ny Hemmelig", "kari@hemmelig.no")
"""Names that no sentence may hold."""


class Office:
    """The command, a database of its own, and workbooks in a folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.said = ""

    def run(self, *words: object) -> int:
        """Carry out a command; what it said is kept, and holds no name."""
        self._capsys.readouterr()
        code = main([str(word) for word in words])
        self.said = "".join(self._capsys.readouterr())
        assert not any(name in self.said for name in NAMES)
        assert "Traceback" not in self.said
        return code

    def read_in(self, path: Path, *words: str) -> Any:
        """The answer of ``import``."""
        code = self.run("import", path, "--json", *words)
        answer = json.loads(self.said)
        assert code == bool(answer["problems"] or answer["conflicts"])
        return answer

    def made(self, command: str, name: str) -> Path:
        """A workbook of ``template`` or ``export``."""
        path = self.folder / name
        assert self.run(command, path) == 0
        return path

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Rows of the database."""
        connection = sqlite3.connect(self.folder / "akint.db")
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all tests, emptied for each: a workbook is known by where it lies."""
    return tmp_path_factory.mktemp("office")


@pytest.fixture
def office(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], read_here: None
) -> Office:
    for file in folder.iterdir():
        file.unlink()
    monkeypatch.setenv("AKINT_DATABASE_URL", f"sqlite:///{folder / 'akint.db'}")
    return Office(folder, capsys)


def edit(path: Path, change: Callable[[openpyxl.Workbook], object], to: Path | None = None) -> Path:
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(to or path)
    return to or path


def row_of(sheet: Worksheet, code: str) -> int:
    """The row of a code; the first free one where it is new."""
    return next(row for row in range(4, sheet.max_row + 2) if sheet.cell(row, 1).value in (code, None))


def put(path: Path, sheet: str, code: str, **values: Any) -> Path:
    """Type values into the row of a code: headings with ``_`` for blanks."""

    def change(book: openpyxl.Workbook) -> None:
        at = {str(cell.value).rstrip(" *"): cell.column for cell in book[sheet][3] if cell.value}
        row = row_of(book[sheet], code)
        book[sheet].cell(row, 1, code)
        for heading, value in values.items():
            book[sheet].cell(row, at[heading.replace("_", " ")]).value = value

    return edit(path, change)


def front(path: Path, label: str, value: Any, to: Path) -> Path:
    """Write something else beside a label of the first sheet."""

    def change(book: openpyxl.Workbook) -> None:
        for label_cell, value_cell, *_ in book["Om arbeidsboken"].iter_rows():
            if label_cell.value == label:
                value_cell.value = value

    return edit(path, change, to)


FINISHED: dict[str, bytes] = {}
"""The database and the workbook of ``filled``, made once and copied from then on."""


def filled(office: Office) -> Path:
    """A template with two projects, a step and a person, read in."""
    if not FINISHED:
        _fill(office)
        FINISHED.update({file.name: file.read_bytes() for file in office.folder.iterdir()})
        assert FINISHED.keys() == {"akint.db", "mal.xlsx"}, "a command left its database open"
    for name, content in FINISHED.items():
        (office.folder / name).write_bytes(content)
    return office.folder / "mal.xlsx"


def _fill(office: Office) -> None:
    path = office.made("template", "mal.xlsx")
    put(path, "Prosjekter", "P-1", Tittel="Bro", Ansvarlig_rådsområde="Samferdsel", Ansvarlig_seksjon="A", Valuta="kr")
    put(path, "Prosjekter", "P-1", **{"Budsjett, vår del": 250_000})
    put(path, "Prosjekter", "P-2", Tittel="Vei", Ansvarlig_rådsområde="KUL")
    put(path, "Prosjektsteg", "S-1", Prosjekt="P-1", Status="Søkt", Dato="01.02.2026")
    put(path, "Personer", "PERS-1", Navn=NAMES[0], **{"E-post": NAMES[2]})
    assert office.read_in(path)["added"] == 4


def test_a_template_that_goes_on_being_filled_is_in_no_conflict_with_itself_and_takes_nothing_back(
    office: Office,
) -> None:
    path = filled(office)
    assert office.read_in(path) | {"revision": 2} == office.read_in(path)
    colleagues = put(
        office.made("export", "ut.xlsx"), "Prosjekter", "P-1", Ansvarlig_seksjon="B", **{"Budsjett, vår del": 260_000}
    )
    assert office.read_in(colleagues)["changed"] == 1
    put(path, "Prosjekter", "P-3", Tittel="Tog", Ansvarlig_rådsområde="SAM")
    answer = office.read_in(path)
    assert (answer["added"], answer["changed"], answer["conflicts"]) == (1, 0, [])
    assert office.rows("SELECT budget, owner FROM project WHERE code = 'P-1'") == [(26_000_000, "B")]
    copy = Path(shutil.copy(path, office.folder / "kopi.xlsx"))
    told = office.read_in(copy)["conflicts"]
    assert sorted((c["column"], c["ours"], c["theirs"]) for c in told) == [
        ("budget", "25000000", "26000000"),
        ("owner", "A", "B"),
    ]
    assert all("rad 4" in c["message"] and "Prosjekter" in c["message"] for c in told)


def test_the_files_own_import_is_its_base_the_next_time(office: Office) -> None:
    filled(office)
    path = office.made("export", "ut.xlsx")
    for owner in "BCD":
        put(path, "Prosjekter", "P-1", Ansvarlig_seksjon=owner)
        assert (office.read_in(path)["changed"], office.read_in(path)["changed"]) == (1, 0)
    assert office.rows("SELECT owner FROM project WHERE code = 'P-1'") == [("D",)]


@pytest.mark.sampled(3)
@pytest.mark.parametrize("lost", ["Om arbeidsboken", "Revisjon", "Kjennemerke og Revisjon"])
def test_a_workbook_that_does_not_know_what_it_was_made_from_is_held_against_today(office: Office, lost: str) -> None:
    filled(office)
    path = office.made("export", "ut.xlsx")
    if lost == "Om arbeidsboken":
        edit(path, lambda book: book.remove(book[lost]))
    else:
        front(path, "Revisjon", None, path)
    if lost.startswith("Kjennemerke"):
        front(path, "Kjennemerke", None, path)
    assert office.read_in(path)["conflicts"] == []
    put(path, "Prosjekter", "P-1", Ansvarlig_seksjon="Z", Merknad="ny")
    put(path, "Personer", "PERS-1", Navn=NAMES[1], Rolle="Leder")
    answer = office.read_in(path)
    assert [(c["entity"], c["column"], c["ours"], c["theirs"]) for c in answer["conflicts"]] == [
        ("project", "owner", "Z", "A"),
        ("person", "name", "", ""),
    ]
    assert [r["key"] for r in answer["remarks"]] == ["unknown_base_remark"]
    assert office.run("import", path) == 1
    assert "--overwrite" in office.said
    assert office.rows("SELECT owner, note FROM project WHERE code = 'P-1'") == [("A", None)]
    answer = office.read_in(path, "--overwrite")
    assert (answer["changed"], [r["key"] for r in answer["remarks"]].count("overwrites")) == (2, 2)
    assert office.rows("SELECT owner, note FROM project WHERE code = 'P-1'") == [("Z", "ny")]
    assert office.rows("SELECT name, role FROM person") == [(NAMES[1], "Leder")]


def test_a_project_that_got_a_new_code_while_its_steps_name_the_old_one_is_an_error(office: Office) -> None:
    filled(office)
    path = office.made("export", "ut.xlsx")

    def rename(book: openpyxl.Workbook) -> None:
        book["Prosjekter"]["A4"] = "P-01"

    edit(path, rename)
    (problem,) = office.read_in(path, "--allow-close")["problems"]
    assert (problem["key"], problem["sheet"], problem["row"], problem["column"]) == (
        "parent_gone",
        "Prosjektsteg",
        4,
        "Prosjekt",
    )
    assert "P-01" in problem["message"]
    put(path, "Prosjektsteg", "S-1", Prosjekt="P-01")
    answer = office.read_in(path, "--allow-close")
    assert (answer["added"], answer["changed"], answer["closed"]) == (1, 1, 1)
    assert office.rows("SELECT project FROM project_step") == [("P-01",)]


def test_the_scope_names_sheets_and_council_areas_as_people_do(office: Office) -> None:
    filled(office)
    path = office.made("export", "ut.xlsx")

    def shorten(book: openpyxl.Workbook) -> None:
        book["Prosjektsteg"].delete_rows(4)
        book["Prosjekter"].delete_rows(4, 2)

    edit(path, shorten)
    front(path, "Omfang: ark", "prosjekter, Prosjektsteg", path)
    for area, closed in (("Samferdsel", 2), ("SAM - Samferdsel; Kultur, idrett og frivillighet", 3), ("tan", 0)):
        answer = office.read_in(
            front(path, "Omfang: rådsområder", area, office.folder / "omfang.xlsx"), "--check", "--allow-close"
        )
        assert (answer["problems"], answer["closed"]) == ([], closed), area
    for label, said, meant in (
        ("Omfang: rådsområder", "Samfersel", "SAM – Samferdsel"),
        ("Omfang: ark", "Prosjekt", "Prosjekter"),
    ):
        answer = office.read_in(front(path, label, said, office.folder / "omfang.xlsx"), "--allow-close")
        assert [(p["key"], p["value"]) for p in answer["problems"]] == [("unknown_scope", said)]
        assert meant in answer["problems"][0]["message"]


def test_two_files_that_differ_stay_in_conflict_and_say_so(office: Office) -> None:
    filled(office)
    one = office.made("export", "en.xlsx")
    two = Path(shutil.copy(one, office.folder / "to.xlsx"))
    put(one, "Prosjekter", "P-1", Deltakende_rådsområder="SAM 50 %; KUL 50 %")
    put(two, "Prosjekter", "P-1", Deltakende_rådsområder="SAM 60 %; KUL 40 %")
    put(one, "Personer", "PERS-1", Navn=NAMES[1])
    put(two, "Personer", "PERS-1", Navn=NAMES[0] + " Annen")
    assert office.run("import", one, two, "--overwrite") == 1
    assert "«SAM 60 %; KUL 40 %», men en annen fil i samme import sier «SAM 50 %; KUL 50 %»" in office.said
    assert "databasen sier" not in office.said
    assert "kjør igjen med --overwrite" not in office.said
    assert office.rows("SELECT count(*) FROM project_areas") == [(0,)]


def test_persons_take_part_like_any_sheet_and_no_name_is_printed(office: Office) -> None:
    filled(office)
    path = put(office.made("export", "ut.xlsx"), "Personer", "PERS-1", Navn=NAMES[1])
    assert office.run("import", path, "--check") == 0
    assert "Personer PERS-1" in office.said
    assert "1 endret" in office.said
    assert office.read_in(path)["changed"] == 1
    assert office.rows("SELECT name FROM person") == [(NAMES[1],)]
    assert office.run("undo", 3) == 0
    assert "1 endret" in office.said
    assert office.rows("SELECT name FROM person") == [(NAMES[0],)]
    edit(path, lambda book: book["Personer"].delete_rows(4))
    assert office.read_in(path)["closed"] == 0, "a name that is left out is not forgotten"
    for command in ("history", "status"):
        assert office.run(command) == 0
        assert office.run(command, "--json") == 0


def test_a_person_forgotten_comes_back_with_no_workbook_and_no_undo(office: Office) -> None:
    path = filled(office)
    older = office.made("export", "eldre.xlsx")
    put(older, "Personer", "PERS-2", Navn=NAMES[1])
    put(older, "Prosjekter", "P-1", Ansvarlig_seksjon="B")
    put(older, "Personer", "PERS-1", Rolle="Leder")
    assert office.read_in(older)["changed"] == 2
    assert office.run("forget", "PERS-1") == 0
    for workbook in (path, older):
        answer = office.read_in(workbook, "--overwrite")
        assert (answer["added"], answer["changed"]) == (0, 0)
        told = next(r for r in answer["remarks"] if r["key"] == "forgotten_remark")
        assert (told["value"], told["sheet"], told["row"]) == ("PERS-1", "Personer", 4)
    for spelt in ("pers-1", " PERS-1 ", "PERS-1 – Kari"):
        edit(older, lambda book, spelt=spelt: book["Personer"].cell(4, 1, spelt))  # type: ignore[misc]
        assert office.read_in(older)["added"] == 0
    assert office.run("undo", 3) == 0, "what it did besides is taken back"
    assert office.rows("SELECT owner FROM project WHERE code = 'P-1'") == [("A",)]
    assert office.rows("SELECT * FROM person") == [("PERS-1", None, None, None, 1)]
    assert office.run("undo", 4) == 1
    assert "forblir glemt" in office.said
    fresh = office.made("export", "ny.xlsx")
    assert [cell.value for cell in openpyxl.load_workbook(fresh)["Personer"][4]] == ["PERS-1", None, None, None]
    assert office.read_in(fresh)["remarks"] == []
    put(fresh, "Personer", "PERS-9", Navn=NAMES[1])
    assert office.read_in(fresh)["added"] == 1, "a new code is a new person"
    content = b"".join(file.read_bytes() for file in office.folder.glob("akint.db*"))
    assert NAMES[0].encode() not in content


def test_a_workbook_with_the_headings_of_before_is_still_read(office: Office) -> None:
    """'Ansvarlig seksjon' was 'Eier' until November 2026; a workbook filled in then loses nothing."""
    path = put(filled(office), "Prosjekter", "P-1", Ansvarlig_seksjon="Seksjon for klima")

    def rename(book: openpyxl.Workbook) -> None:
        for cell in book["Prosjekter"][3]:
            if cell.value == "Ansvarlig seksjon":
                cell.value = "Eier"

    answer = office.read_in(edit(path, rename))
    assert (answer["changed"], [p for p in answer["remarks"] if p["key"] == "unknown_column"]) == (1, [])
    assert office.rows("SELECT owner FROM project WHERE code = 'P-1'") == [("Seksjon for klima",)]
