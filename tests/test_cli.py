"""The command line: every command, its exit code, its JSON, and that it never shows a traceback or asks a question."""

from __future__ import annotations

import errno
import getpass
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from akint_dash.cli import commands, main
from akint_dash.domain.schema import ENTITIES
from akint_dash.importers.fetch import fetch_rates
from akint_dash.settings import PROJECT
from benchmarks.commands import free_port
from tests.standin import Standin, topics

CALLS = """identifier,title,programme,opening_date,deadline,budget_eur,url,kind
TEST-2027-01,Green streets,Ukjent program,2026-10-01,2027-02-10,1000000,https://example.org/1,topic
TEST-2027-02,Blue fjords,Ukjent program,2026-10-01,2027-03-10,,https://example.org/2,topic
"""
SHAPE = {"added", "changed", "closed", "conflicts", "problems", "remarks", "revision"}
COMMANDS = (
    *("serve", "template", "import", "export", "status", "fit", "history", "undo", "demo"),
    *("fetch", "map-from-nuts", "forget", "screen-link", "backup", "restore", "doctor", "doors", "report", "digest"),
    "collect",
)


@dataclass(frozen=True)
class Answer:
    """What one command line answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as the one JSON object it must be."""
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture
def run(
    database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], read_here: None
) -> Callable[..., Answer]:
    """Carry out a command line in this process, in a fresh database; files are read in it too."""
    monkeypatch.setenv("AKINT_DATABASE_URL", database_url)
    monkeypatch.setattr("builtins.input", _asked)

    def carry_out(*arguments: object) -> Answer:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Answer(code, said.out, said.err)

    return carry_out


@pytest.fixture
def in_demo(run: Run, demo_database: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The same in a database with the demonstration."""
    monkeypatch.setenv("AKINT_DATABASE_URL", demo_database)
    return run


def _asked(*_: object) -> str:
    raise AssertionError("a command asked a question")


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    path = tmp_path / "calls.csv"
    path.write_text(CALLS, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def imported_file(once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """A SQLite file after ``import calls.csv``, the second revision. Do not write to it."""

    def make(path: Path) -> None:
        listed = path.with_name("calls.csv")
        listed.write_text(CALLS, encoding="utf-8")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("AKINT_DATABASE_URL", f"sqlite:///{path}")
            assert main(["import", str(listed)]) == 0

    return once("imported.db", make)


@pytest.fixture
def imported(run: Run, imported_file: Path, tmp_path: Path) -> Run:
    """``run`` in a database with the two calls."""
    shutil.copy(imported_file, tmp_path / "akint.db")
    return run


# -- help and wrong use


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command_teaches_in_bokmal(run: Run, command: str) -> None:
    answer = run(command, "--help")
    assert answer.code == 0
    assert f"Bruk: akint-dash {command}" in answer.out
    assert not re.search(r"Usage|Options|Arguments|Show this message|\[required\]|<\w+>", answer.out)


def test_help_names_every_command_and_the_exit_codes(run: Run) -> None:
    answer = run("--help")
    assert answer.code == 0
    named = {command.name or getattr(command.callback, "__name__", "") for command in commands.APP.registered_commands}
    named |= {str(group.name) for group in commands.APP.registered_groups}
    assert named == set(COMMANDS)
    for word in (*COMMANDS, "AKINT_", "--check"):
        assert word in answer.out


@pytest.mark.parametrize(
    "line",
    [
        "nonsense",
        "import",
        "import --nonsense x.csv",
        "import nowhere.csv",
        "import nowhere.csv --json",
        "import --from nonsense {calls}",
        "undo",
        "undo one",
        "undo 0",
        "undo 1 2",
        "status extra",
        "status extra --json",
        "history --nonsense --json",
        "fetch",
        "fetch nonsense",
        "template",
        "template portefolje.docx",
        "export nowhere/at/all.xlsx",
        "--nonsense",
    ],
)
def test_wrong_use_is_exit_2_and_one_sentence(
    run: Run, calls: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = run(*line.format(calls=calls).split())
    assert answer.code == 2
    assert answer.err.strip()
    assert len(answer.err.strip().splitlines()) == 1
    assert answer.json["problems"] if "--json" in line else answer.out == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [("AKINT_PORT", "99999"), ("AKINT_TODAY", "yesterday"), ("AKINT_AUDIENCE", "everyone"), ("AKINT_WORKERS", "0")],
)
def test_a_wrong_setting_is_exit_2_and_named(run: Run, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    answer = run("status")
    assert answer.code == 2
    assert f"{name}={value}" in answer.err


def test_staff_is_refused_on_an_open_address(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AKINT_AUDIENCE", "staff")
    monkeypatch.setenv("AKINT_HOST", "0.0.0.0")
    answer = run("serve")
    assert answer.code == 2
    assert "AKINT_AUDIENCE" in answer.err


# -- status, history, undo


def test_status_tells_what_is_there(run: Run, calls: Path, tmp_path: Path) -> None:
    calls.write_text(CALLS.splitlines()[0] + "\n", encoding="utf-8")
    run("import", calls)
    answer = run("status", "--json")
    assert answer.code == 0
    assert set(answer.json) == {"revision", "rows", "demonstration"}
    assert answer.json["revision"] == 1
    assert answer.json["demonstration"] is False
    assert set(answer.json["rows"]) == set(ENTITIES)
    assert answer.json["rows"]["instrument"] == 4
    assert (tmp_path / "akint.db").is_file()
    assert "Rådsområder" in run("status").out


def test_history_says_who_when_and_what(imported: Run, calls: Path) -> None:
    answer = imported("history", "--json")
    assert answer.code == 0
    first, second = answer.json["revisions"]
    assert (first["number"], second["number"]) == (1, 2)
    assert second["who"] == getpass.getuser()
    assert second["files"] == "calls.csv"
    assert second["added"] == 4
    assert "calls.csv" in imported("history").out


def test_undo_takes_an_import_back(imported: Run, calls: Path) -> None:
    answer = imported("undo", 2, "--json", "--reason", "Feil fil")
    assert (answer.code, set(answer.json)) == (0, SHAPE)
    assert (answer.json["revision"], answer.json["closed"]) == (3, 4)
    assert imported("status", "--json").json["rows"]["call"] == 0
    assert imported("history", "--json").json["revisions"][1]["undone_by"] == 3
    assert [r["reason"] for r in imported("history", "--json").json["revisions"]] == [None, None, "Feil fil"]
    assert "«Feil fil»" in imported("history").out
    assert imported("import", calls, "--json", "--reason", "Riktig fil").json["added"] == 4
    assert imported("history", "--json").json["revisions"][3]["reason"] == "Riktig fil"
    assert imported("undo", 4).code == 0


def test_undo_of_nothing_and_of_what_others_built_on(run: Run, calls: Path) -> None:
    missing = run("undo", 99, "--json")
    assert (missing.code, set(missing.json)) == (1, SHAPE)
    assert missing.err.strip()
    run("import", calls)
    calls.write_text(CALLS.replace("2027-02-10", "2027-02-20"), encoding="utf-8")
    run("import", calls)
    refused = run("undo", 2)
    assert refused.code == 1
    assert "TEST-2027-01" in refused.err
    assert run("status", "--json").json["revision"] == 3


def test_fit_lists_every_call(imported: Run) -> None:
    answer = imported("fit", "--json")
    assert answer.code == 0
    listed = answer.json["calls"]
    assert {one["identifier"] for one in listed} == {"TEST-2027-01", "TEST-2027-02"}
    scores = [one["score"] for one in listed]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert imported("fit").code == 0


# -- import


def test_check_shows_and_writes_nothing(run: Run, calls: Path) -> None:
    shown = run("import", calls, "--check")
    assert shown.code == 0
    for word in ("Nye (4)", "Green streets", "Prøve"):
        assert word in shown.out
    answer = run("import", calls, "--check", "--json")
    assert (answer.code, set(answer.json)) == (0, SHAPE)
    assert (answer.json["added"], answer.json["revision"]) == (4, 1)
    assert answer.json["remarks"], "an unknown programme is a remark in a public source"
    run("import", calls)
    calls.write_text(CALLS.replace("TEST-", "MORE-"), encoding="utf-8")
    assert run("import", calls, "--check", "--json").json["added"] == 4
    assert run("status", "--json").json["rows"]["call"] == 2


def test_import_twice_makes_one_revision(run: Run, calls: Path) -> None:
    first, second = run("import", calls, "--json"), run("import", calls, "--json")
    assert (first.code, first.json["added"], first.json["revision"]) == (0, 4, 2)
    assert (second.code, second.json["added"], second.json["revision"]) == (0, 0, 2)
    assert "Ingenting å endre" in run("import", calls).out


def test_a_changed_cell_is_shown_old_and_new(imported: Run, calls: Path) -> None:
    calls.write_text(CALLS.replace("2027-02-10", "2027-02-20").replace("1000000", "1500000"), encoding="utf-8")
    shown = imported("import", calls, "--check").out.replace("\u00a0", " ")
    assert "Dag: 10.02.2027 → 20.02.2027" in shown
    assert "Budsjett: 1 000 000 → 1 500 000" in shown


def test_all_files_of_one_command_are_one_revision_or_none(run: Run, calls: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.csv"
    more.write_text(CALLS.replace("TEST-2027", "MORE-2027"), encoding="utf-8")
    broken = tmp_path / "broken.csv"
    broken.write_text(CALLS.replace("TEST", "LAST").replace("Green streets", '"Green streets'), encoding="utf-8")
    refused = run("import", calls, more, broken, "--json")
    assert (refused.code, refused.json["revision"]) == (1, 1)
    problem = refused.json["problems"][0]
    assert (problem["file"], problem["row"], problem["key"]) == ("broken.csv", 2, "open_quote")
    assert "broken.csv" in problem["message"]
    assert "anførselstegn" in run("import", broken).out
    done = run("import", calls, more, "--json")
    assert (done.code, done.json["added"], done.json["revision"]) == (0, 8, 2)


@pytest.mark.parametrize("content", [b"", b"   \n", b"\x00\x01\x02" * 99, b"a,b,c\n1,2,3\n", b"PK\x03\x04 no archive"])
def test_a_file_nobody_can_read_is_exit_1(run: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.xlsx"
    path.write_bytes(content)
    for command in (("import", path), ("import", path, "--check")):
        said = run(*command)
        assert said.code == 1
        assert "file.xlsx" in said.err + said.out
    answer = run("import", path, "--json")
    assert (answer.code, set(answer.json)) == (1, SHAPE)
    assert answer.json["problems"][0]["message"]
    assert answer.json["revision"] == 1


def test_the_named_reader_is_used(run: Run, calls: Path) -> None:
    assert run("import", calls, "--from", "eu_calls", "--json").json["added"] == 4


def test_the_real_calls_go_in_whole(run: Run, shared_data: Path) -> None:
    answer = run("import", shared_data / "eu_calls.csv", "--json")
    assert answer.code == 0
    assert run("status", "--json").json["rows"]["call"] == 361


def test_an_edited_code_list_is_read_in(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "theme.csv"
    path.write_text("code,name_nb,name_en,source\nskog,Skog,Forest,fylkeskommunen\n", encoding="utf-8")
    assert run("import", PROJECT / "data" / "code" / "theme.csv", "--json").json["changed"] == 0
    assert run("import", path, "--json").json["added"] == 1
    odd = tmp_path / "odd.csv"
    odd.write_bytes(path.read_bytes())
    assert run("import", odd).code == 1
    assert run("import", odd, "--from", "codes").code == 1


# -- looking makes nothing


LOOKS = (("status",), ("history",), ("fit",), ("export", "{tmp}/ut.xlsx"), ("undo", "1"), ("forget", "N-1"))


@pytest.mark.parametrize("command", LOOKS, ids=lambda command: command[0])
def test_a_mistyped_address_is_told_and_nothing_is_made(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: tuple[str, ...]
) -> None:
    folder = tmp_path / "skrivefeil"
    monkeypatch.setenv("AKINT_DATABASE_URL", f"sqlite:///{folder}/akint.db")
    answer = run(*(word.format(tmp=tmp_path) for word in command))
    assert answer.code == 1
    assert "skrivefeil/akint.db" in answer.err
    assert "AKINT_DATABASE_URL" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_no_database_and_stays_empty(run: Run, tmp_path: Path) -> None:
    (tmp_path / "akint.db").touch()
    assert run("status").code == 1
    assert [(file.name, file.stat().st_size) for file in tmp_path.iterdir()] == [("akint.db", 0)]


def test_the_three_steps_begin_without_a_database_and_only_the_last_makes_one(run: Run, tmp_path: Path) -> None:
    book = tmp_path / "portefolje.xlsx"
    assert run("template", book).code == 0
    checked = run("import", book, "--check")
    assert (checked.code, "Databasen finnes ikke" in checked.out) == (0, True)
    assert run("import", book, "--check", "--json").json["revision"] == 1
    assert [file.name for file in tmp_path.iterdir()] == ["portefolje.xlsx"]
    assert run("import", book).code == 0
    assert (tmp_path / "akint.db").is_file()
    assert "Databasen finnes ikke" not in run("import", book, "--check").out


# -- workbook


def test_out_and_in_again_changes_nothing(in_demo: Run, tmp_path: Path) -> None:
    book = tmp_path / "portefolje.xlsx"
    assert in_demo("export", book).code == 0
    before = in_demo("status", "--json").json
    answer = in_demo("import", book, "--json")
    assert (answer.code, answer.json["problems"], answer.json["conflicts"]) == (0, [], [])
    assert in_demo("status", "--json").json == before


def test_a_template_is_made_once_and_never_over_another(run: Run, tmp_path: Path) -> None:
    book = tmp_path / "mal.xlsx"
    assert run("template", book).code == 0
    made = book.read_bytes()
    assert made.startswith(b"PK")
    refused = run("template", book)
    assert (refused.code, book.read_bytes()) == (1, made)
    assert "mal.xlsx" in refused.err
    assert run("import", book, "--json").json["added"] == 0
    book.write_bytes(b"noe annet")
    assert run("template", book, "--force").code == 0
    assert book.read_bytes().startswith(b"PK")


def test_an_export_never_goes_over_what_is_there(in_demo: Run, tmp_path: Path) -> None:
    book = tmp_path / "portefolje.xlsx"
    book.write_bytes(b"en hel dags arbeid")
    refused = in_demo("export", book)
    assert (refused.code, book.read_bytes()) == (1, b"en hel dags arbeid")
    assert "--force" in refused.err
    assert in_demo("export", book, "--force").code == 0
    assert book.read_bytes().startswith(b"PK")
    folder = tmp_path / "mappe.xlsx"
    folder.mkdir()
    said = in_demo("export", folder, "--force")
    assert (said.code, "er en mappe" in said.err, list(folder.iterdir())) == (2, True, [])


# -- demo, forget, fetch


def test_demo_fills_an_empty_database_once(in_demo: Run) -> None:
    status = in_demo("status", "--json").json
    assert status["demonstration"] is True
    assert status["rows"]["project"] > 50
    assert "DEMONSTRASJON" in in_demo("status").out
    again = in_demo("demo")
    assert again.code == 1
    assert in_demo("status", "--json").json == status


def test_demo_leaves_a_portfolio_alone(imported: Run) -> None:
    assert imported("demo").code == 1
    assert imported("status", "--json").json["demonstration"] is False


def test_forget_empties_a_person_in_every_byte(in_demo: Run, demo_database: str) -> None:
    path = Path(demo_database.removeprefix("sqlite:///"))
    connection = sqlite3.connect(path)
    code, name = connection.execute("SELECT code, name FROM person WHERE name IS NOT NULL").fetchone()
    connection.close()
    assert in_demo("forget", code).code == 0
    files = [file.read_bytes() for file in path.parent.glob(f"{path.name}*")]
    assert not any(name.encode() in content for content in files)
    assert in_demo("forget", "NOBODY-000").code == 1


@pytest.fixture
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    shutil.copytree(PROJECT / "data" / "code", folder / "code")
    monkeypatch.setenv("AKINT_DATA", str(folder))
    return folder


def test_fetch_saves_and_import_reads(run: Run, own_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Standin(topics(30)) as standin:
        monkeypatch.setenv("AKINT_CALLS_URL", standin.url)
        answer = run("fetch", "calls")
    assert answer.code == 0
    saved = own_data / "fetched" / "eu-calls.jsonl"
    assert str(saved) in answer.out
    assert run("import", saved, "--json").json["added"] > 10


def test_a_source_that_refuses_is_exit_1(run: Run, own_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Standin(faults=["400"]) as standin:
        monkeypatch.setenv("AKINT_RATES_URL", standin.rates_url)
        answer = run("fetch", "rates")
    assert answer.code == 1
    assert answer.err.strip()


# -- faults


@pytest.mark.parametrize("command", [("status", "--json"), ("history", "--json"), ("undo", "1", "--json")])
def test_a_database_that_does_not_answer_is_one_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("AKINT_DATABASE_URL", "postgresql://someone:secret@127.0.0.1:1/akint")
    answer = run(*command)
    assert answer.code == 1
    assert answer.json["problems"]
    assert "secret" not in answer.out + answer.err


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "skrivetilgang"),
        (errno.EROFS, "skrivetilgang"),
        (errno.ENOSPC, "Disken er full"),
        (errno.EISDIR, "er en mappe"),
        (errno.ENOTDIR, "finnes ikke"),
    ],
)
def test_what_the_machine_refuses_is_told_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], number: int, said: str
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number), "/felles/a.xlsx")

    monkeypatch.setattr("akint_dash.cli.writing.export", refuse)
    assert main(["export", "a.xlsx"]) == 1
    assert said in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_left(demo_database: str, tmp_path: Path) -> None:
    (tmp_path / ".a.xlsx.part").mkdir()
    with started("export", tmp_path / "a.xlsx", AKINT_DATABASE_URL=demo_database) as program:
        _, err = program.communicate(timeout=120)
    assert (program.returncode, "er en mappe" in err, len(err.splitlines())) == (1, True, 1)
    assert not (tmp_path / "a.xlsx").exists()


def test_a_full_disk_under_the_database_is_told(imported: Run, calls: Path) -> None:

    def small(connection: Any, _: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    calls.write_text(CALLS.replace("TEST-", "MORE-").replace("Green streets", "x" * 60_000), encoding="utf-8")
    sa.event.listen(Engine, "connect", small)
    try:
        answer = imported("import", calls)
    finally:
        sa.event.remove(Engine, "connect", small)
    assert (answer.code, "Disken er full" in answer.err) == (1, True)
    assert imported("status", "--json").json["rows"]["call"] == 2


def test_without_a_network_fetch_says_what_to_do(run: Run, own_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AKINT_RATES_URL", "http://127.0.0.1:1/data")
    monkeypatch.setattr("akint_dash.cli.fetching.fetch_rates", partial(fetch_rates, sleep=lambda _: None))
    answer = run("fetch", "rates")
    assert (answer.code, "når nettet" in answer.err) == (1, True)
    assert not (own_data / "fetched" / "norges-bank.csv").exists()


@pytest.mark.parametrize("content", [b"this is no database" * 99, b"SQLite format 3\x00" + b"\xff" * 9999])
def test_a_file_that_is_no_database_stays_as_it_is(run: Run, tmp_path: Path, calls: Path, content: bytes) -> None:
    (tmp_path / "akint.db").write_bytes(content)
    for command in (("status",), ("import", calls), ("demo",)):
        answer = run(*command)
        assert answer.code == 1
        assert answer.err.strip()
    assert (tmp_path / "akint.db").read_bytes() == content


def test_a_strangers_database_is_left_alone(run: Run, tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "akint.db")
    connection.execute("CREATE TABLE project (id INTEGER)")
    connection.close()
    assert run("status").code == 1


def test_the_unexpected_is_one_sentence_and_debug_tells_more(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def burst(*_: object, **__: object) -> int:
        raise RuntimeError("the innermost")

    monkeypatch.setattr("akint_dash.cli.looking.status", burst)
    assert main(["status"]) == 1
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert "--debug" in said.err
    assert main(["--debug", "status"]) == 1
    assert "the innermost" in capsys.readouterr().err
    assert main(["status", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["problems"][0]["key"] == "unexpected"


# -- as a program of its own


def started(*arguments: object, encoding: str = "utf-8", **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", "import sys; from akint_dash.cli import main; sys.exit(main())", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding=encoding,
        env=os.environ | {"PYTHONIOENCODING": encoding} | environment,
    )


def test_as_a_program_json_stands_alone_on_standard_output(database_url: str, calls: Path) -> None:
    with started("import", calls, "--json", AKINT_DATABASE_URL=database_url) as program:
        out, err = program.communicate(timeout=120)
    assert program.returncode == 0
    assert json.loads(out)["added"] == 4
    assert err == ""


@pytest.mark.parametrize(
    "encoding",
    ["ascii", pytest.param("latin-1", marks=pytest.mark.sampled), pytest.param("utf-8", marks=pytest.mark.sampled)],
)
def test_a_terminal_without_our_letters_stops_nothing(database_url: str, calls: Path, encoding: str) -> None:
    calls.write_text(CALLS.replace("Blue fjords", "Blå fjorder → ut"), encoding="utf-8")
    for arguments in (("--check",), ("--json",)):
        with started("import", calls, *arguments, encoding=encoding, AKINT_DATABASE_URL=database_url) as program:
            out, err = program.communicate(timeout=120)
        assert (program.returncode, err) == (0, "")
    assert json.loads(out)["remarks"][0]["value"] == "Ukjent program"


def test_a_reader_who_leaves_is_no_fault(database_url: str, calls: Path) -> None:
    with started("import", calls, AKINT_DATABASE_URL=database_url) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        err = program.stderr.read()
    assert (program.returncode, err) == (0, "")


def test_serve_refuses_an_address_that_is_taken(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setenv("AKINT_PORT", str(taken.getsockname()[1]))
        answer = run("serve")
    assert answer.code == 1
    assert str(os.environ["AKINT_PORT"]) in answer.err


def test_serve_answers_and_stops_when_told(demo_database: str) -> None:
    number = str(free_port())
    with started("serve", AKINT_DATABASE_URL=demo_database, AKINT_PORT=number, AKINT_WORKERS="1") as program:
        try:
            status = answers(f"http://127.0.0.1:{number}/health/ready", program)
            program.send_signal(signal.SIGTERM)
            _, err = program.communicate(timeout=60)
        finally:
            program.kill()
    assert status == {"status": "ok"} | status, err
    assert program.returncode == 0
    assert "Traceback" not in err
    assert number in err


def answers(url: str, program: subprocess.Popen[str], seconds: float = 60) -> Any:
    """The JSON of ``url``, asked until it comes, the program ends or the time is up."""
    end = time.monotonic() + seconds
    while program.poll() is None and time.monotonic() < end:
        try:
            with urlopen(url, timeout=5) as answer:
                return json.load(answer)
        except (OSError, ValueError):
            time.sleep(0.1)
    return {}


# -- fit confirm, fit dismiss


def test_a_dismissed_call_is_not_proposed_a_confirmed_one_is_sure_and_both_can_be_undone(imported: Run) -> None:

    def first() -> dict[str, Any]:
        (found,) = [one for one in imported("fit", "--json").json["calls"] if one["identifier"] == "TEST-2027-01"]
        return dict(found)

    before = first()
    assert before["decisions"] == []
    made = imported("fit", "dismiss", "test-2027-01", "--area", "Samferdsel", "--reason", "Too big", "--json")
    assert (made.code, made.json["changed"]) == (0, 1)
    after = first()
    assert "SAM" not in after["areas"]
    ((said,),) = [after["decisions"]]
    assert (said["area"], said["decision"], said["reason"], said["stands"]) == ("SAM", "dismissed", "Too big", True)
    assert said["who"]
    assert said["at"]
    again = imported("fit", "dismiss", "TEST-2027-01", "--area", "SAM", "--reason", "Too big")
    assert (again.code, "alt avvist" in again.out) == (0, True)
    assert imported("fit", "confirm", "TEST-2027-01", "--area", "SAM").code == 0
    sure = first()
    assert (sure["score"], sure["areas"], [one["decision"] for one in sure["decisions"]]) == (1, ["SAM"], ["confirmed"])
    assert imported("undo", made.json["revision"] + 1).code == 0
    assert imported("undo", made.json["revision"] + 2).code == 0
    assert [one["decision"] for one in first()["decisions"]] == ["confirmed"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("confirm", "TEST-2027-1", "--area", "SAM"), "TEST-2027-01"),
        (("confirm", "TEST-2027-01", "--area", "SAMF"), "SAM"),
        (("confirm", "zzz", "--area", "SAM"), "zzz"),
        (("dismiss", "TEST-2027-01", "--area", "SAM"), "--reason"),
        (("dismiss", "TEST-2027-01", "--area", "SAM", "--reason", "  "), "--reason"),
    ],
)
def test_what_is_not_understood_is_a_sentence_with_what_is_near(
    imported: Run, arguments: tuple[str, ...], told: str
) -> None:
    revision = imported("status", "--json").json["revision"]
    answer = imported("fit", *arguments)
    assert answer.code == 1
    assert told in answer.err
    assert imported("status", "--json").json["revision"] == revision
