"""Loading the demonstration: a revision a folder, some closed, one undone, all on their days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from akint_dash.domain.history import State
from akint_dash.importers.run import load_code_lists, load_demonstration
from akint_dash.settings import PROJECT
from akint_dash.store.engine import open_engine, reading, upgrade
from akint_dash.store.revisions import Revision, list_revisions
from akint_dash.store.state import read_state


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{tmp_path / 'akint.db'}")
    upgrade(engine)
    yield engine
    engine.dispose()


def folder(demo: Path, day: str, **texts: str) -> None:
    path = demo / day
    path.mkdir(parents=True)
    for name, text in texts.items():
        (path / (f"{name}.txt" if name == "angret" else f"{name}.csv")).write_text(text, encoding="utf-8")


def themes(engine: Engine) -> dict[str, object]:
    return {code: values["name_nb"] for code, values in state(engine).get("theme", {}).items()}


def state(engine: Engine) -> State:
    with reading(engine) as connection:
        return read_state(connection)


def revisions(engine: Engine) -> list[Revision]:
    with reading(engine) as connection:
        return list_revisions(connection)


def test_a_folder_that_was_taken_back_is_undone_on_its_day(engine: Engine, tmp_path: Path) -> None:
    folder(tmp_path / "demo", "2025-01-01", theme="code,name_nb\nA,Plan\n")
    folder(
        tmp_path / "demo", "2025-02-01", theme="code,name_nb\nA,Feil\nB,Feil\n", angret="2025-02-02\nFeil regneark\n"
    )
    folder(tmp_path / "demo", "2025-03-01", theme="code,name_nb\nC,Kultur\n")
    made = load_demonstration(engine, tmp_path / "demo")
    assert themes(engine) == {"A": "Plan", "C": "Kultur"}
    assert [(r.number, r.recorded_at, r.undoes, r.added, r.changed, r.closed) for r in made] == [
        (1, "2025-01-01T08:00:00Z", None, 1, 0, 0),
        (2, "2025-02-01T08:00:00Z", None, 1, 1, 0),
        (3, "2025-02-02T08:00:00Z", 2, 0, 1, 1),
        (4, "2025-03-01T08:00:00Z", None, 1, 0, 0),
    ]
    assert revisions(engine) == made


def test_a_folder_that_changes_nothing_is_not_undone(engine: Engine, tmp_path: Path) -> None:
    folder(tmp_path / "demo", "2025-01-01", theme="code,name_nb\nA,Plan\n")
    folder(tmp_path / "demo", "2025-02-01", theme="code,name_nb\nA,Plan\n", angret="2025-02-02\n")
    assert len(load_demonstration(engine, tmp_path / "demo")) == 1
    assert themes(engine) == {"A": "Plan"}


def test_a_closed_record_goes_with_its_parts(engine: Engine, tmp_path: Path) -> None:
    folder(
        tmp_path / "demo", "2025-01-01", plan="code,name_nb\nP,Plan\nQ,Annen\n", area="code,name_nb\nSAM,Samferdsel\n",
        project="code,title,area\nX,Tur,SAM\nY,Retur,SAM\n",
        project_step="code,project,status,date\nX-1,X,idea,2024-12-01\nY-1,Y,idea,2024-12-01\n",
    )  # fmt: skip
    folder(tmp_path / "demo", "2025-02-01", closed="entity,code\nproject,X\nplan,Q\n")
    made = load_demonstration(engine, tmp_path / "demo")
    now = state(engine)
    assert {name: set(now[name]) for name in ("plan", "project", "project_step")} == {
        "plan": {"P"}, "project": {"Y"}, "project_step": {"Y-1"},
    }  # fmt: skip
    assert made[-1].closed == 3


def test_the_demonstration_itself_has_its_history(engine: Engine) -> None:
    load_code_lists(engine, PROJECT / "data" / "code", "2024-01-01T08:00:00Z")
    made = load_demonstration(engine, PROJECT / "data" / "demo")
    recorded = [r.recorded_at for r in revisions(engine)]
    assert recorded == sorted(recorded)
    assert all(datetime.fromisoformat(day) < datetime.fromisoformat("2026-10-31T23:59:59Z") for day in recorded)
    assert len(made) >= 8
    assert {r.recorded_at[:4] for r in made} == {"2024", "2025", "2026"}
    (back,) = [r for r in made if r.undoes]
    undone = next(r for r in made if r.number == back.undoes)
    assert (back.added, back.changed, back.closed) == (0, undone.changed, undone.added)
    assert undone.added
    assert undone.changed
    assert sum(r.changed for r in made) > 100
    assert sum(r.closed for r in made) == back.closed + 2
