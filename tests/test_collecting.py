"""The yearly collection: eight workbooks out, answers with two conflicts in, and who has answered."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest

from akint_dash.access.viewer import Viewer
from akint_dash.cli import main
from akint_dash.domain.collecting import GAPS_SHEET, INTRO_SHEET, file_name
from akint_dash.domain.history import Change
from akint_dash.domain.schema import ENTITIES
from akint_dash.importers.run import run
from akint_dash.importers.workbook import read
from akint_dash.store.engine import open_engine, reading
from akint_dash.store.revisions import Origin, read_changes, record
from akint_dash.store.state import read_state
from tests.access.conftest import settings_of
from tests.test_bring_in import CHANGES, Desk, rows

YEAR, TODAY = 2026, "2026-11-24"
AREAS = ("FRL", "KLI", "KUL", "NAE", "PLA", "SAM", "TAN", "UTD")
SHEETS = {entity.sheet: entity for entity in ENTITIES.values()}
FILLED = {"Timer": 7.5, "Antall personer": 12, "Brukte årsverk": 0.4, "Årsverk i prosjektet": 1.5}
"""What is typed into some of the cells that are blank."""

Cell = tuple[str, str, str]
"""Entity, code, column."""


@dataclass
class Round:
    """A folder of workbooks, the database that they were made of, and what is typed into them."""

    folder: Path
    file: Path
    typed: dict[Cell, Any] = field(default_factory=dict)

    def path(self, area: str) -> Path:
        return self.folder / file_name(YEAR, area)

    def write(self, area: str, cells: dict[Cell, Any]) -> None:
        """Type into cells, found by the record's code and the heading, as a person does."""
        book = openpyxl.load_workbook(self.path(area))
        for (entity, code, column), value in cells.items():
            put(book, entity, code, column, value)
        book.save(self.path(area))

    def database(self) -> Any:
        return open_engine(f"sqlite:///{self.file}")


def put(book: Any, entity: str, code: str, column: str, value: Any) -> None:
    sheet = book[ENTITIES[entity].sheet]
    row = next(cell.row for cell in sheet["A"] if cell.value == code)
    sheet.cell(row, at(sheet, ENTITIES[entity].by_name[column].heading)).value = value


def at(sheet: Any, heading: str) -> int:
    return next(int(cell.column) for cell in sheet[3] if str(cell.value).removesuffix(" *") == heading)


@pytest.fixture
def sent(demo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, work_here: None) -> Round:
    """The workbooks of the demonstration."""
    shutil.copy(demo_file, tmp_path / "akint.db")
    monkeypatch.setenv("AKINT_DATABASE_URL", f"sqlite:///{tmp_path / 'akint.db'}")
    monkeypatch.setenv("AKINT_TODAY", TODAY)
    assert main(["collect", "out", str(tmp_path / "ut")]) == 0
    return Round(tmp_path / "ut", tmp_path / "akint.db")


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    """The exit code and the object of a command."""
    capsys.readouterr()
    code = main(["collect", *words, "--json"])
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return code, answer


def fill(sent: Round, area: str, draw: Random | None) -> int:
    """Follow some of the links of what is lacking to their cells, and type there; how many cells lack something."""
    book: Any = openpyxl.load_workbook(sent.path(area))
    every = [row for row in book[GAPS_SHEET].iter_rows(min_row=4) if row[0].value]
    lines = [row for row in every if row[3].value in FILLED and row[1].value != "ny rad"]
    for row in draw.sample(lines, min(3, len(lines))) if draw else ():
        name, _, where = row[3].hyperlink.location.partition("!")
        sheet = book[name.strip("'")]
        cell = sheet[where]
        assert cell.value is None
        assert cell.comment is not None  # not by colour alone
        assert row[3].value in sheet.cell(cell.row, 2).value
        assert sheet.cell(cell.row, 1).value == row[1].value
        cell.value = FILLED[row[3].value]
        entity = SHEETS[row[0].value]
        column = next(c.name for c in entity.columns if c.heading == row[3].value)
        sent.typed[entity.name, str(row[1].value), column] = cell.value
    if draw:
        book.save(sent.path(area))
    return len(every)


def cells_of(changes: list[Change]) -> dict[Cell, Any]:
    """The changes as cells with what they hold now."""
    found: dict[Cell, Any] = {}
    for change in changes:
        before, after = change.before or {}, change.after or {}
        for name in before.keys() | after.keys():
            if before.get(name) != after.get(name):
                found[change.entity, change.code, name] = after.get(name)
    return found


def test_a_round_over_eight_areas_with_two_conflicts(
    sent: Round, demo_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = sorted(str(path) for path in sent.folder.iterdir())
    assert [Path(one).name for one in files] == [file_name(YEAR, area) for area in AREAS]
    untouched = run(sent.database(), [read(Path(one)) for one in files], "prøve", check=True).plan
    assert (untouched.changes, untouched.conflicts, untouched.problems, untouched.remarks) == ([], [], [], [])
    draw, asked = (
        Random(16),
        {line["area"]: line["asked"] for line in told(capsys, "status", str(sent.folder))[1]["areas"]},
    )
    for area in AREAS:
        asked[area] = fill(sent, area, draw if area != "UTD" else None)  # one does not answer
    filled = len(sent.typed)
    new = {"title": "Ny aktivitet", "kind": "Seminar", "start": "24.11.2026", "area": "KUL"}
    book = openpyxl.load_workbook(sent.path("KUL"))
    last = book["Aktiviteter"].max_row + 1
    for heading, value in (
        ("Kode", "KUL-2026-99"),
        *((ENTITIES["activity"].by_name[n].heading, v) for n, v in new.items()),
    ):
        book["Aktiviteter"].cell(last, at(book["Aktiviteter"], heading)).value = value
    book.save(sent.path("KUL"))

    with reading(sent.database()) as connection:
        state: Any = read_state(connection)
    meeting = next(code for code, v in state["activity"].items() if v["area"] == "PLA" and "hours" in v)
    before = state["activity"][meeting]
    since = Change("activity", meeting, before, {**before, "hours": 41.0})
    record(sent.database(), Origin("en kollega", "arbeidsbok"), lambda *_: [since])
    sent.write("PLA", {("activity", meeting, "hours"): 42})
    shared, one, other = next(
        (code, str(v["area"]), str(v["areas"][0][0]))
        for code, v in state["project"].items()
        if v.get("areas") and "UTD" not in (v["area"], v["areas"][0][0]) and v["areas"][0][0] != v["area"]
    )
    sent.write(one, {("project", shared, "title"): "Slik vi sier det"})
    sent.write(other, {("project", shared, "title"): "Slik de andre sier det"})

    code, answer = told(capsys, "in", *files)
    assert code == 1
    assert answer["problems"] == []
    first, last_file = sorted((file_name(YEAR, one), file_name(YEAR, other)))
    seen = {(c["code"], c["ours"], c["theirs"], c["was"], c["file"], c["other"]) for c in answer["conflicts"]}
    titles = {file_name(YEAR, one): "Slik vi sier det", file_name(YEAR, other): "Slik de andre sier det"}
    assert seen == {
        (meeting, "42.0", "41.0", str(before["hours"]), file_name(YEAR, "PLA"), ""),
        (shared, titles[last_file], titles[first], state["project"][shared]["title"], last_file, first),
    }
    assert len(answer["conflicts"]) == 2
    lines = {line["area"]: line for line in told(capsys, "status", str(sent.folder))[1]["areas"]}
    assert {line["standing"] for area, line in lines.items() if area != "UTD"} == {"answered"}
    assert lines["UTD"]["standing"] == "sent"
    assert lines["PLA"]["conflicts"] == 1
    assert {area: line["asked"] for area, line in lines.items()} == asked
    assert sum(line["filled"] for line in lines.values()) == filled

    sent.write("PLA", {("activity", meeting, "hours"): 41})
    sent.write(other, {("project", shared, "title"): "Slik vi sier det"})
    other_file = tmp_path / "nettleser.db"
    with closing(sqlite3.connect(sent.file)) as one_file, closing(sqlite3.connect(other_file)) as copy:
        one_file.backup(copy)
    code, answer = told(capsys, "in", *files)
    assert (code, answer["conflicts"], answer["added"]) == (0, [], 1)
    with reading(sent.database()) as connection:
        written = [change for _, change in read_changes(connection, answer["revision"] - 1)]
    created = {("activity", "KUL-2026-99", name): value for name, value in new.items()}
    created |= {("activity", "KUL-2026-99", "kind"): "seminar", ("activity", "KUL-2026-99", "start"): "2026-11-24"}
    created |= {("activity", "KUL-2026-99", "visibility"): "internal"}
    assert cells_of(written) == sent.typed | created | {("project", shared, "title"): "Slik vi sier det"}

    after = {line["area"]: line for line in told(capsys, "status")[1]["areas"]}  # the history alone
    assert {a: line["standing"] for a, line in after.items()} == {a: "same" if a == "UTD" else "read" for a in AREAS}
    assert {line["read_revision"] for line in after.values()} == {answer["revision"]}
    assert sum(line["filled"] or 0 for line in after.values()) == filled
    assert (after["KUL"]["added"], after["UTD"]["left"]) == (1, asked["UTD"])

    viewer = Viewer("administrator", name="Anne Drift")
    settings = settings_of(f"sqlite:///{other_file}", tmp_path, intake=str(tmp_path / "intake"), rate=0, poll_s=0.05)
    desk = Desk(settings, viewer, other_file)
    desk.decide(desk.send(*map(Path, files)), "les-inn")
    assert rows(other_file, CHANGES) == rows(sent.file, CHANGES)


def test_an_areas_workbook_tells_what_it_is_and_shows_last_year(sent: Round) -> None:
    book = openpyxl.load_workbook(sent.path("SAM"))
    assert book.sheetnames[:3] == [INTRO_SHEET, GAPS_SHEET, "Prosjekter"]
    assert "Personer" not in book.sheetnames
    words = [str(cell.value) for row in book[INTRO_SHEET].iter_rows() for cell in row if cell.value is not None]
    assert words[0] == "Innsamling 2026 – Samferdsel – Demonstrasjonsdata"
    assert "24.11.2026, oppdatering 14" in words
    assert [word[:2] for word in words if word[:2] in {f"{n}." for n in range(1, 10)}] == [f"{n}." for n in range(1, 8)]
    assert book.properties.language == "nb-NO"
    means = book["Ressurser"]
    assert means.freeze_panes == "C4"
    values = {row[0].value: row for row in means.iter_rows(min_row=4) if row[0].value}
    used, beside = at(means, "Brukt, kroner") - 1, at(means, "I fjor: Brukt, kroner (2025)") - 1
    assert beside == used + 1
    assert values["B-2026-SAM-PRO"][beside].value == values["B-2025-SAM-PRO"][used].value
    assert values["B-2025-SAM-PRO"][beside].value is None
    assert {str(row[at(means, "Ansvarlig rådsområde") - 1].value) for row in values.values()} == {"SAM"}


def test_what_lies_there_is_not_lost_and_a_year_to_come_is_refused(
    sent: Round, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = sent.path("SAM").read_bytes()
    assert main(["collect", "out", str(sent.folder)]) == 1
    assert "--force" in capsys.readouterr().err
    assert main(["collect", "out", str(sent.folder / "ny"), "--year", "2027"]) == 1
    assert not (sent.folder / "ny").exists()
    assert main(["collect", "out", str(sent.folder), "--force"]) == 0
    assert sent.path("SAM").read_bytes() == kept  # the same revision, the same bytes
    assert main(["collect", "status", str(sent.folder / "ingen")]) == 2
