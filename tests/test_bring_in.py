"""Files read in through the browser: the check and the update of the command, and only what was shown."""

from __future__ import annotations

import io
import shutil
import sqlite3
import stat
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from akint_dash.access.forgery import FIELD
from akint_dash.access.keys import read_key
from akint_dash.access.session import Sessions
from akint_dash.access.viewer import Viewer
from akint_dash.cli import main
from akint_dash.cli.worker import HEAD, MORE, judge
from akint_dash.importers.intake import folder as waiting
from akint_dash.importers.intake.folder import MOST_BYTES, MOST_INTAKES, Intakes, plain_name
from akint_dash.server import create_app
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.revisions import undo
from tests.access.conftest import cookie, settings_of
from tests.reading import page_of
from tests.test_stranger import page_bytes

HOME = "http://localhost"
SEND = "/data/les-inn"
ROW = 4
"""The first record of an exported sheet."""


class Desk:
    """A browser of somebody who has signed in, and the database behind it."""

    def __init__(self, settings: Settings, viewer: Viewer | None, file: Path) -> None:
        self.settings, self.file = settings, file
        self.client: FlaskClient = create_app(settings).server.test_client()
        self.viewer = viewer
        if viewer is not None:
            sessions = Sessions(settings, lambda: read_key(Path(settings.secret_key_file)))
            self.client.set_cookie(*cookie(sessions, viewer))

    def page(self, address: str) -> Any:
        path, _, query = address.partition("?")
        return page_of(page_bytes(self.client, path, f"?{query}" if query else ""))

    def text(self, address: str) -> str:
        return " ".join(self.page(address).text.split())

    def token(self) -> str:
        found = [n for n in self.page(SEND).all() if n.attributes.get("name") == FIELD]
        return str(found[0].attributes["value"]) if found else ""

    def post(self, address: str, headers: dict[str, str] | None = None, **fields: Any) -> Any:
        given: dict[str, Any] = {FIELD: self.token(), **fields}
        headers = {"Origin": HOME} | (headers or {})
        boundary, sent = encode_multipart(given)  # by ourselves: the client leaves its file of a large body open
        kind = f"multipart/form-data; boundary={boundary}"
        return self.client.post(address, data=sent, content_type=kind, headers=headers)

    def send(self, *files: Path | tuple[bytes, str]) -> str:
        """Send files; the address of what is found."""
        named = [(f.read_bytes(), f.name) if isinstance(f, Path) else f for f in files]
        given = [FileStorage(io.BytesIO(content), name) for content, name in named]
        answer = self.post(SEND, fil=given)
        assert answer.status_code == 303, answer.text
        return self.settled(str(answer.headers["Location"]))

    def settled(self, address: str) -> str:
        """The address, when nothing works there any more."""
        until = time.monotonic() + 120
        while (asked := self.client.get(f"{address.removeprefix('/en')}/steg")).status_code == 200:
            if not asked.get_json()["works"]:
                break
            assert time.monotonic() < until, asked.text
            time.sleep(0.2)
        return address

    def decide(self, address: str, does: str, **more: str) -> Any:
        seen = [n.attributes["value"] for n in self.page(address).all() if n.attributes.get("name") == "sett"]
        given: dict[str, Any] = {"sett": seen[0]} if seen else {}
        answer = self.post(address, gjor=does, **given, **dict[str, Any](more))
        self.settled(address)
        return answer

    def rows(self, query: str) -> list[Any]:
        return rows(self.file, query)


def rows(file: Path, query: str) -> list[Any]:
    connection = sqlite3.connect(file)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


@pytest.fixture
def desk(demo_file: Path, tmp_path: Path) -> Desk:
    """An administrator before the demonstration."""
    return opened(demo_file, tmp_path, Viewer("administrator", name="Anne Drift"))


def opened(demo_file: Path, folder: Path, viewer: Viewer | None) -> Desk:
    file = folder / "akint.db"
    if not file.exists():
        shutil.copy(demo_file, file)
    settings = settings_of(f"sqlite:///{file}", folder, intake=str(folder / "intake"), rate=0, poll_s=0.05)
    return Desk(settings, viewer, file)


@pytest.fixture(scope="module")
def exported(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration as a workbook."""
    folder = tmp_path_factory.mktemp("exported")
    shutil.copy(demo_file, folder / "akint.db")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AKINT_DATABASE_URL", f"sqlite:///{folder / 'akint.db'}")
        assert main(["export", str(folder / "portefølje.xlsx")]) == 0
    return folder / "portefølje.xlsx"


def edited(workbook: Path, to: Path, change: Callable[[Any], object]) -> Path:
    book = openpyxl.load_workbook(workbook)
    change(book)
    book.save(to)
    return to


def retitled(title: str) -> Callable[[Any], object]:
    def change(book: Any) -> None:
        book["Prosjekter"].cell(ROW, 2).value = title

    return change


CHANGES = (
    "select entity, code, before, after from change where revision = (select max(number) from revision) order by 1, 2"
)
REVISION = (
    "select number, data_as_of, source, files, fingerprint, undoes, added, changed, closed, reason from revision "
    "order by number desc limit 1"
)


def test_the_same_import_by_command_and_browser_gives_the_same_update(
    desk: Desk, exported: Path, demo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change(book: Any) -> None:
        projects = book["Prosjekter"]
        projects.cell(ROW, 2).value = "Et annet navn"
        projects.cell(ROW + 1, 2).value = "Enda et navn"
        book["Aktiviteter"].cell(ROW, 2).value = "Også et annet navn"

    book = edited(exported, tmp_path / "portefølje.xlsx", change)
    before = desk.rows(REVISION)
    where = desk.send(book)
    assert "Et annet navn" in desk.text(where)
    assert desk.rows(REVISION) == before  # shown, and nothing written
    desk.decide(where, "les-inn", begrunnelse="Nye navn etter møtet")
    assert "Lest inn som oppdatering" in desk.text(where)
    number = desk.rows(REVISION)[0][0]
    told = desk.text(f"/historikk/{number}")
    assert "Et annet navn" in told
    assert "av Anne Drift" in told
    assert "«Nye navn etter møtet»" in told
    assert "«Nye navn etter møtet»" in desk.text("/historikk")

    other = tmp_path / "command.db"
    shutil.copy(demo_file, other)
    monkeypatch.setenv("AKINT_DATABASE_URL", f"sqlite:///{other}")
    assert main(["import", str(book), "--json", "--reason", "Nye navn etter møtet"]) == 0
    assert rows(other, CHANGES) == desk.rows(CHANGES)
    assert rows(other, REVISION) == desk.rows(REVISION)
    assert len(desk.rows(CHANGES)) == 3
    assert desk.rows("select who from revision order by number desc limit 1") == [("Anne Drift",)]
    assert not list(desk.settings.intake_folder.rglob("*.jsonl"))  # what the file said lies nowhere any more

    answer = desk.post(f"/historikk/{number}", begrunnelse="Feil bok")
    assert answer.headers["Location"] == f"/historikk/{number + 1}"
    assert (desk.rows(REVISION)[0][5], desk.rows(REVISION)[0][-1]) == (number, "Feil bok")
    assert f"Angret med oppdatering {number + 1}" in desk.text(f"/historikk/{number}")
    refused = desk.post("/historikk/2")
    assert refused.status_code == 409
    assert "kan ikke angres" in refused.text


def test_nothing_is_written_but_what_was_shown(desk: Desk, exported: Path, tmp_path: Path) -> None:
    book = edited(exported, tmp_path / "a.xlsx", retitled("Første navn"))
    where = desk.send(book)
    seen = desk.rows(REVISION)
    answer = desk.post(where, gjor="les-inn", sett="noe annet")  # what another window has shown
    assert answer.status_code == 303
    assert desk.rows(REVISION) == seen
    undo(open_engine(desk.settings.database), seen[0][0], "noen andre")  # meanwhile
    moved = desk.rows(REVISION)
    desk.decide(where, "les-inn")
    assert desk.rows(REVISION) == moved
    assert "Databasen ble endret etter sjekken" in desk.text(where)
    others = [threading.Thread(target=desk.decide, args=(where, "les-inn")) for _ in range(2)]  # and pressed twice
    for one in others:
        one.start()
    for one in others:
        one.join()
    assert desk.rows(REVISION)[0][0] == moved[0][0] + 1
    assert "Første navn" in str(desk.rows(CHANGES))


@pytest.mark.usefixtures("work_here")
def test_a_conflict_is_shown_by_cell_and_written_over_only_where_that_is_confirmed(
    desk: Desk, exported: Path, tmp_path: Path
) -> None:
    first = desk.send(edited(exported, tmp_path / "a.xlsx", retitled("Det ene navnet")))
    desk.decide(first, "les-inn")
    written = desk.rows(REVISION)
    where = desk.send(edited(exported, tmp_path / "b.xlsx", retitled("Det andre navnet")))
    told = desk.text(where)
    assert "1 konflikt" in told or "Én konflikt" in told
    assert "Prosjekter!B4" in told
    assert "Det ene navnet" in told
    desk.decide(where, "les-inn")
    assert desk.rows(REVISION) == written
    desk.decide(where, "sjekk", overwrite="ja")
    assert "Én verdi skrives over" in desk.text(where)
    desk.decide(where, "les-inn")
    assert "Det andre navnet" in str(desk.rows(CHANGES))


@pytest.mark.usefixtures("work_here")
def test_what_is_wrong_is_told_by_cell_and_a_discarded_sending_leaves_nothing(
    desk: Desk, exported: Path, tmp_path: Path
) -> None:
    def change(book: Any) -> None:
        sheet = book["Prosjekter"]
        at = next(c.column for c in sheet[ROW - 1] if c.value and str(c.value).strip(" *") == "Start")
        sheet.cell(ROW, at).value = "32.13.2026"
        book.properties.title = sheet.cell(ROW, at).coordinate

    book = edited(exported, tmp_path / "feil.xlsx", change)
    cell = openpyxl.load_workbook(book).properties.title
    where = desk.send(book)
    assert f"Prosjekter!{cell}" in desk.text(where)
    assert "32.13.2026" in desk.text(where)
    assert f"sheet Prosjekter!{cell}" not in desk.text(f"/en{where}")
    modes = {stat.S_IMODE(p.stat().st_mode) for p in desk.settings.intake_folder.rglob("*")}
    assert modes <= {0o600, 0o700}
    desk.decide(where, "forkast")
    assert desk.client.get(where).status_code == 404
    assert [p.name for p in desk.settings.intake_folder.iterdir()] == [".turn"]


class Unread(io.BytesIO):
    """A body that may not be read."""

    def read(self, *_: Any) -> bytes:
        raise AssertionError("the body was read")

    readline = readinto = read1 = read  # type: ignore[assignment]


@pytest.mark.parametrize("role", [None, "reader", "staff", "editor"])
def test_of_who_may_not_the_body_is_not_read(demo_file: Path, tmp_path: Path, role: Any) -> None:
    viewer = role and Viewer(role, frozenset({"SAM"}) if role == "editor" else frozenset(), "Kari")
    one = opened(demo_file, tmp_path, viewer)
    answer = one.client.post(
        SEND,
        input_stream=Unread(b"x" * 20_000_000),
        content_type="multipart/form-data; boundary=x",
        headers={"Origin": HOME},
    )
    assert answer.status_code == 403
    assert not one.settings.intake_folder.exists()
    there = 200 if role in ("staff", "editor") else 404
    assert [one.client.get(a).status_code for a in (SEND, "/historikk", "/historikk/3")] == [there] * 3
    if there == 200:
        assert "Bare administratorer" in one.text(SEND)


def test_a_sending_is_refused_in_a_sentence(desk: Desk, demo_file: Path, tmp_path: Path) -> None:
    answer = desk.post(SEND)
    assert "Velg minst én fil" in desk.text(answer.headers["Location"])
    body = Unread(b"x" * 27 * 1024 * 1024)
    large = desk.client.post(SEND, input_stream=body, headers={"Origin": HOME, "Accept": "text/html"})
    assert (large.status_code, "for stor" in large.text) == (413, True)
    for wrong in ({"Origin": "http://annet.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert desk.post(SEND, headers=wrong, fil=[FileStorage(io.BytesIO(b"x"), "a.xlsx")]).status_code == 403
    given = {FIELD: "feil", "fil": [(io.BytesIO(b"x"), "a.xlsx")]}
    assert desk.client.post(SEND, data=given, headers={"Origin": HOME}).status_code == 403
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 300_000_000)
    for sent, name in ((b"ingenting", "../../../etc/passwd"), (bomb.getvalue(), "bombe.xlsx")):
        where = desk.send((sent, name))
        told = desk.text(where)
        assert "Filene kunne ikke leses inn" in told, told
        assert "Traceback" not in told
        other = opened(demo_file, tmp_path, Viewer("administrator", name="En annen", key="b"))
        assert other.client.get(where).status_code == 404
    assert desk.rows(REVISION)[0][0] == rows(demo_file, REVISION)[0][0]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\kari\\bok.xlsx", "bok.xlsx"),
        ("..", "fil 1"),
        ("", "fil 1"),
        ("a\x00b\u202excod.xlsx", "abxcod.xlsx"),
        ("<b>bok</b>.xlsx", "b.xlsx"),
        ("å" * 300 + ".xlsx", "å" * 115 + ".xlsx"),
    ],
)
def test_a_name_leads_nowhere(given: str, kept: str) -> None:
    assert plain_name(given, 1) == kept


def test_few_wait_at_once_and_none_for_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    intakes = Intakes(tmp_path / "intake")
    made = [intakes.begin("a") for _ in range(MOST_INTAKES + 3)]
    for one in made:
        one.put_down("state.json", {"step": "told"})
    intakes.begin("a")
    assert sum(one.folder.is_dir() for one in made) <= MOST_INTAKES + 2
    last = made[-1]
    assert intakes.find(last.name, "a") is not None
    assert intakes.find(last.name, "b") is None
    assert intakes.find(f"../intake/{last.name}", "a") is None
    monkeypatch.setattr(waiting, "LASTS_S", -1)
    assert intakes.find(last.name, "a") is None


def test_files_go_to_a_thread_by_their_head_and_nothing_else_does() -> None:
    head = f"POST /under/data/les-inn HTTP/1.1\r\nHost: x\r\nContent-Length: {MOST_BYTES}\r\n\r\n".encode()
    assert judge(head) == HEAD
    assert judge(head.replace(b"les-inn", b"les-ut")) == 413
    assert judge(head.replace(b"POST", b"PUT")) == 413
    assert judge(head.replace(str(MOST_BYTES).encode(), str(2 * MOST_BYTES).encode())) == 413
    assert judge(head.replace(str(MOST_BYTES).encode(), b"10")) == MORE
