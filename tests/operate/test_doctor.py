"""The doctor names what is wrong and what to do; it changes nothing and tells no secret."""

from __future__ import annotations

import json
import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import Engine

from akint_dash.cli import main
from akint_dash.operate.findings import differing
from akint_dash.store.engine import open_engine
from benchmarks.commands import free_port
from tests.store.states import full_state, write
from tests.store.test_faults import grow, held, spoil

from .conftest import Server

Look = Callable[..., tuple[int, dict[str, str]]]


@pytest.fixture
def look(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Look:
    """``look(url, **settings)``: the exit code, and what was said with its mark."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    def looked(url: str, **settings: object) -> tuple[int, dict[str, str]]:
        given = {"AKINT_PORT": free_port()} | settings
        for name, value in given.items():
            monkeypatch.setenv(name, str(value))
        monkeypatch.setenv("AKINT_DATABASE_URL", url)
        capsys.readouterr()
        code = main(["doctor", "--json"])
        out = capsys.readouterr().out
        for name in given:
            monkeypatch.delenv(name)
        assert "hemmelig" not in out
        told: Any = json.loads(out)
        return code, {one["said"]: one["mark"] for one in told["findings"]}

    return looked


def of(found: dict[str, str], mark: str) -> str:
    return " ".join(said for said, one in found.items() if one == mark)


def test_a_sound_installation_has_nothing_wrong(engine: Engine, url: str, look: Look) -> None:
    write(engine, full_state())
    code, found = look(url)
    assert code == 0, of(found, "wrong")
    assert "oppdatering 1" in of(found, "ok")
    assert "Databasen kan skrives" in of(found, "ok")


@pytest.mark.parametrize(
    ("settings", "mark", "said"),
    [
        ({"AKINT_HSOT": "x"}, "notice", "AKINT_HSOT"),
        ({"AKINT_MAP_FILE": "/nowhere.json"}, "wrong", "AKINT_MAP_FILE"),
        ({"AKINT_STRATEGY": "data/map/regions.json"}, "wrong", "AKINT_STRATEGY"),
        ({"AKINT_DATA": "/nowhere"}, "wrong", "AKINT_DATA"),
        ({"AKINT_LOGO": "/nowhere.svg"}, "wrong", "AKINT_LOGO"),
        ({"AKINT_HOST": "0.0.0.0"}, "notice", "AKINT_PUBLIC_URL"),
        ({"AKINT_PUBLIC_URL": "https://fylket.example"}, "notice", "AKINT_PROXIES"),
        ({"AKINT_PUBLIC_URL": "http://fylket.example"}, "notice", "https"),
        ({"AKINT_TODAY": "2026-11-24"}, "notice", "24.11.2026"),
        ({"AKINT_WORKERS": "16"}, "notice", "AKINT_WORKERS"),
    ],
)
@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_what_is_set_amiss_is_named(url: str, look: Look, settings: dict[str, str], mark: str, said: str) -> None:
    code, found = look(url, **settings)
    assert said in of(found, mark)
    assert code == (1 if mark == "wrong" else 0)


def test_a_database_that_is_not_there_or_lets_nobody_in(look: Look, tmp_path: Path) -> None:
    for url in (
        f"sqlite:///{tmp_path / 'none.db'}",
        "postgresql://akint:hemmelig@127.0.0.1:1/akint",
        "mysql://a:hemmelig@b/c",
    ):
        code, found = look(url)
        assert code == 1
        assert "atabase" in of(found, "wrong")
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_damaged_open_and_held_files_are_named(engine: Engine, url: str, look: Look, tmp_path: Path) -> None:
    write(engine, full_state())
    path = Path(url.removeprefix("sqlite:///"))
    path.chmod(0o644)
    assert "chmod 600" in of(look(url)[1], "notice")
    with held(engine):
        code, found = look(url)
    assert (code, "Noen andre skriver" in of(found, "wrong")) == (1, True)
    engine.dispose()
    copy = tmp_path / "copy.db"
    shutil.copy(path, copy)
    spoil(copy)
    code, found = look(f"sqlite:///{copy}")
    assert (code, "skadet" in of(found, "wrong")) == (1, True)


def test_a_later_schema_and_a_hole_in_the_history(engine: Engine, url: str, look: Look) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO revision (number, recorded_at, who, source, files, fingerprint, added, changed, closed) "
            "VALUES (7, '2999-01-01T00:00:00Z', 'x', 'x', '', '', 0, 0, 0)"
        )
    grow(engine)
    code, found = look(url)
    assert code == 1
    for said in ("nyere versjon", "ikke nummerert i rekke"):
        assert said in of(found, "wrong")
    assert "ikke er kommet" in of(found, "notice")


@pytest.mark.postgres
@pytest.mark.parametrize("url", ["postgres"], indirect=True)
def test_a_user_without_rights_is_told(url: str, look: Look) -> None:
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE ROLE reader LOGIN")
        connection.exec_driver_sql("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
    engine.dispose()
    code, found = look(url.replace("postgres:@", "reader:@").replace("//postgres@", "//reader@"))
    assert (code, "rettigheter" in of(found, "wrong")) == (1, True)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_the_port_is_free_ours_or_taken(url: str, look: Look, serve: Callable[..., Server]) -> None:
    server = serve(url)
    assert "Serveren svarer" in of(look(url, AKINT_PORT=server.port)[1], "ok")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        code, found = look(url, AKINT_PORT=taken.getsockname()[1])
    assert (code, "opptatt" in of(found, "wrong")) == (1, True)


def test_versions_are_held_against_the_lock(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text(
        "flask==0.1 \\\n    --hash=sha256:0\nnumpy==0.1 ; python_version < '3.12' \\\nnumpy==0.2 ; sys_platform"
        " \\\nnowhere==1.0 ; sys_platform == 'win32' \\\nelsewhere==1.0 \\\n"
    )
    found = list(differing(lock))
    assert [line.split()[0] for line in found] == ["flask", "numpy", "elsewhere"]
    assert found[1].endswith("(0.1 / 0.2)")
