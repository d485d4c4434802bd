"""What may hold internal records is read by its owner alone, whatever the system allows new files."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from akint_dash.cli import main


@pytest.fixture(autouse=True, params=[0o000, 0o022])
def careless(request: pytest.FixtureRequest) -> Iterator[None]:
    """A system that lets everybody read new files."""
    before = os.umask(request.param)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> list[str]:
    """What in a folder somebody else may look into, the folder too."""
    there = [folder, *folder.rglob("*")]
    return [str(path) for path in there if stat.S_IMODE(path.stat().st_mode) & 0o077]


def test_the_database_its_folder_exports_and_keys_are_the_owners_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.chmod(0o755)
    home = tmp_path / "a" / "b"
    monkeypatch.setenv("AKINT_DATABASE_URL", f"sqlite:///{home / 'akint.db'}")
    assert main(["demo"]) == 0
    monkeypatch.chdir(home)
    out = home / "ut.xlsx"
    out.write_text("old", encoding="utf-8")
    out.chmod(0o644)
    assert main(["export", str(out), "--force"]) == 0
    assert main(["template", str(home / "mal.xlsx")]) == 0
    assert main(["backup", str(home / "kopi")]) == 0
    assert len(list(home.rglob("*"))) >= 4
    assert open_to_others(tmp_path / "a") == []
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_the_files_beside_an_open_database_are_private_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from akint_dash.store.engine import open_engine, upgrade, writing

    engine = open_engine(f"sqlite:///{tmp_path / 'x' / 'akint.db'}")
    upgrade(engine)
    with writing(engine):
        assert {path.name for path in (tmp_path / "x").iterdir()} > {"akint.db-wal"}
        assert open_to_others(tmp_path / "x") == []
    engine.dispose()
