"""Carrying out an import: all or nothing, checked first, written once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import Engine

from akint_dash.domain.history import DEMONSTRATION, State
from akint_dash.domain.reading import Draft, Place, Problem, Reading
from akint_dash.errors import UndoRefused
from akint_dash.importers.code_csv import read_folder
from akint_dash.importers.run import load_code_lists, load_demonstration, run
from akint_dash.store.engine import open_engine, reading, upgrade
from akint_dash.store.persons import read_persons
from akint_dash.store.revisions import list_revisions, read_changes, undo
from akint_dash.store.state import read_state

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{tmp_path / 'akint.db'}")
    upgrade(engine)
    yield engine
    engine.dispose()


def theme(code: str, name: str | None = "x", row: int = 2) -> Draft:
    return Draft("theme", code, {"name_nb": name}, Place("bok.xlsx", "Temaer", row))


def person(code: str) -> Draft:
    return Draft("person", code, {"name": "Kari"}, Place("bok.xlsx", "Personer", 2))


def book(*drafts: Draft, file: str = "bok.xlsx", **more: Any) -> Reading:
    return Reading("workbook", file, drafts, **more)


def state(engine: Engine) -> State:
    with reading(engine) as connection:
        return read_state(connection)


def everything(engine: Engine) -> tuple[Any, ...]:
    with reading(engine) as connection:
        return (
            read_state(connection),
            list_revisions(connection),
            read_changes(connection),
            read_persons(connection),
        )


def test_all_files_of_one_import_are_one_revision(engine: Engine) -> None:
    calls = (Draft("call", "U", {"title": "x"}, Place("eu.csv")),)
    readings = [
        book(theme("A"), data_as_of="2026-01-31"),
        Reading("eu", "eu.csv", calls, lenient=True, data_as_of="2026-02-28"),
        book(theme("B"), file="annen.xlsx"),
    ]
    outcome = run(engine, readings, "Arkivet")
    made = outcome.revision
    assert made is not None
    assert (made.number, made.added, outcome.newest) == (1, 3, 1)
    assert (made.who, made.source, made.files) == ("Arkivet", "workbook, eu", "bok.xlsx, eu.csv, annen.xlsx")
    assert made.data_as_of == "2026-02-28"
    assert set(state(engine)["theme"]) == {"A", "B"}


def test_a_check_shows_the_plan_and_writes_nothing(engine: Engine) -> None:
    before = everything(engine)
    checked = run(engine, [book(theme("A"), person("N"))], "x", check=True)
    assert [c.code for c in checked.plan.changes] == ["N", "A"]
    assert (checked.revision, checked.newest) == (None, 0)
    assert everything(engine) == before
    written = run(engine, [book(theme("A"), person("N"))], "x")
    assert written.plan.changes == checked.plan.changes


def test_the_same_import_twice_makes_one_revision(engine: Engine) -> None:
    run(engine, [book(theme("A"))], "x")
    again = run(engine, [book(theme("A"))], "x")
    assert (again.revision, again.newest, again.plan.changes) == (None, 1, [])


@pytest.mark.parametrize("bad", [0, 1, 2])
def test_a_problem_in_one_file_of_several_writes_nothing_of_any(engine: Engine, bad: int) -> None:
    run(engine, [book(theme("0"))], "x")
    before = everything(engine)
    readings = [book(theme(code), person(code), file=f"{code}.xlsx") for code in "ABC"]
    readings[bad] = book(theme("D", None), file="feil.xlsx")
    outcome = run(engine, readings, "x")
    assert [p.key for p in outcome.plan.problems] == ["required_missing"]
    assert (outcome.revision, outcome.newest) == (None, 1)
    assert everything(engine) == before


def test_a_readers_own_problem_and_a_conflict_write_nothing(engine: Engine) -> None:
    run(engine, [book(theme("A", "en"))], "x")
    run(engine, [book(theme("A", "to"))], "x")
    before = everything(engine)
    told = run(engine, [book(theme("B"), problems=(Problem("not_a_date", Place("bok.xlsx")),))], "x")
    conflict = run(engine, [book(theme("A", "tre"), theme("B"), base_revision=1, edited=True)], "x")
    assert [(c.ours, c.theirs) for c in conflict.plan.conflicts] == [("tre", "to")]
    assert told.revision is conflict.revision is None
    assert everything(engine) == before


def test_conflicts_are_found_against_the_state_at_the_export(engine: Engine) -> None:
    """Exported at revision 1; revision 2 changed A; the author changed B only."""
    run(engine, [book(theme("A", "en"), theme("B", "en"))], "x")
    run(engine, [book(theme("A", "to"))], "y")
    outcome = run(engine, [book(theme("A", "en"), theme("B", "ny"), base_revision=1, edited=True)], "x")
    assert outcome.revision is not None
    assert {code: v["name_nb"] for code, v in state(engine)["theme"].items()} == {"A": "to", "B": "ny"}


def test_sudden_death_inside_the_transaction_leaves_nothing(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever ends the process between BEGIN and COMMIT: nothing of it is there, and the next import works."""

    class Killed(BaseException):
        pass

    def die(_: float) -> None:
        raise Killed

    run(engine, [book(theme("0"))], "x")
    before = everything(engine)
    monkeypatch.setattr("akint_dash.store.revisions.time.sleep", die)
    with pytest.raises(Killed):
        run(engine, [book(theme("A"), person("N"))], "x", pause_s=9)
    assert everything(engine) == before
    monkeypatch.undo()
    assert run(engine, [book(theme("A"))], "x").newest == 2


KILLED = """
import sys
from akint_dash.domain.reading import Draft, Place, Reading
from akint_dash.importers.run import run
from akint_dash.store.engine import open_engine
drafts = tuple(Draft("theme", f"T{n}", {"name_nb": "x"}, Place("x")) for n in range(500))
run(open_engine(sys.argv[1]), [Reading("x", "x", drafts)], "x", pause_s=60)
"""


def test_a_real_sigkill_inside_the_transaction_leaves_nothing(engine: Engine) -> None:
    run(engine, [book(theme("0"))], "x")
    before = everything(engine)
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, engine.url.render_as_string()], stderr=subprocess.PIPE, cwd=PROJECT, text=True
    )
    assert process.stderr is not None
    with process.stderr:
        assert process.stderr.readline() == "in transaction\n"
        os.kill(process.pid, signal.SIGKILL)
        process.wait(10)
    assert everything(engine) == before
    started = time.monotonic()
    assert run(engine, [book(theme("A"))], "x").newest == 2
    assert time.monotonic() - started < 5, "no lock was left behind"


def test_an_import_can_be_undone_and_the_import_made_again(engine: Engine) -> None:
    run(engine, [book(theme("A", "en"))], "x")
    run(engine, [book(theme("A", "to"), theme("B"))], "x")
    undo(engine, 2, "x")
    assert state(engine) == {"theme": {"A": {"name_nb": "en"}}}
    assert run(engine, [book(theme("A", "to"), theme("B"))], "x").newest == 4
    with pytest.raises(UndoRefused):
        undo(engine, 1, "x")


# -- code lists and the demonstration


def files(folder: Path, **texts: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def test_code_lists_are_loaded_once_into_an_empty_database(engine: Engine, tmp_path: Path) -> None:
    folder = files(tmp_path / "code", theme="code,name_nb\nplan,Plan\n", area="code,name_nb,valid_from\nSAM,Ås,2024\n")
    made = load_code_lists(engine, folder, "2024-01-01T08:00:00Z")
    assert made is not None
    assert (made.number, made.recorded_at, made.source) == (1, "2024-01-01T08:00:00Z", "kodelister")
    loaded = {"theme": {"plan": {"name_nb": "Plan"}}, "area": {"SAM": {"name_nb": "Ås", "valid_from": 2024}}}
    assert state(engine) == loaded
    files(folder, theme="code,name_nb\nny,Ny\n")
    assert load_code_lists(engine, folder) is None
    assert "ny" not in state(engine)["theme"]


def test_a_code_list_with_a_fault_tells_where_and_writes_nothing(engine: Engine, tmp_path: Path) -> None:
    folder = files(tmp_path / "code", theme="code,name_nb\nplan,Plan\n,Uten kode\n")
    with pytest.raises(ValueError, match=r"theme.csv:3: blank_code"):
        load_code_lists(engine, folder)
    assert state(engine) == {}


def test_the_demonstration_is_one_revision_a_folder_recorded_that_day(engine: Engine, tmp_path: Path) -> None:
    demo = tmp_path / "demo"
    files(demo / "2026-02-01", theme="code,name_nb\nA,endret\n", closed="entity,code\ntheme,B\n")
    files(demo / "2025-01-01", theme="code,name_nb\nA,først\nB,borte\n", person="code,name\nN-1,Kari Oppdiktet\n")
    files(demo / "__pycache__", theme="code,name_nb\nC,nei\n")
    made = load_demonstration(engine, demo)
    assert [(r.recorded_at, r.added, r.changed, r.closed) for r in made] == [
        ("2025-01-01T08:00:00Z", 3, 0, 0),
        ("2026-02-01T08:00:00Z", 0, 1, 1),
    ]
    assert state(engine) == {"theme": {"A": {"name_nb": "endret", DEMONSTRATION: True}}}
    with reading(engine) as connection:
        assert read_persons(connection) == {"N-1": {"name": "Kari Oppdiktet"}}


def test_cells_of_code_lists_are_read_as_their_columns_say(engine: Engine, tmp_path: Path) -> None:
    """A tie has a share only where the column keeps shares; no number is endless."""
    folder = files(
        tmp_path / "code",
        area="code,name_nb\nSAM,Samferdsel\nRom 12,Rom\n",
        theme="code,name_nb\nplan 2,Plan\n",
        project="code,title,area,areas,themes,budget,currency\nP,x,SAM,Rom 12 40,plan 2,12.50,NOK\n",
    )
    load_code_lists(engine, folder)
    project = state(engine)["project"]["P"]
    assert (project["areas"], project["themes"], project["budget"]) == ([["Rom 12", 40]], [["plan 2", None]], 1250)
    for nok in ("nan", "inf", "1e999", "x"):
        rates = files(tmp_path / nok, rate=f"code,currency,year,nok\nE,EUR,2024,{nok}\n")
        assert [p.key for p in read_folder(rates).problems] == ["not_a_number"]
    money = files(tmp_path / "money", fund="code,level,scheme,year,amount_nok\nF,national,x,2024,Infinity\n")
    assert [p.key for p in read_folder(money).problems] == ["not_a_number"]
