"""What befalls a database: each fault has its word, and what was read last is shown meanwhile."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy.engine import Connection, Engine, make_url

from akint_dash.domain.history import State
from akint_dash.errors import DatabaseUnavailable
from akint_dash.store import engine as engines
from akint_dash.store import snapshots
from akint_dash.store.engine import is_there, open_engine, reading, upgrade, writing
from akint_dash.store.snapshots import Snapshots
from akint_dash.text.problems import MESSAGES

from .conftest import named, run_sql
from .states import write

NUMBERS = count(1)


def themes(*names: str) -> State:
    return {"theme": {name: {"name_nb": name} for name in names}}


def shown(some: Snapshots) -> list[str]:
    return list(some.portfolio("public").records("theme"))


@pytest.fixture
def twin(url: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Another database of the same kind, at the newest schema."""
    if url.startswith("sqlite"):
        path = tmp_path / "twin.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        other = f"sqlite:///{path}"
    else:
        uri, name = request.getfixturevalue("postgres"), f"akint_twin_{next(NUMBERS)}"
        run_sql(uri, f"CREATE DATABASE {name} TEMPLATE akint_template")
        other = named(uri, name)
    engine = open_engine(other)
    yield engine
    engine.dispose()


def put_in_place(twin: Engine, engine: Engine, request: pytest.FixtureRequest) -> None:
    """Take the database away and give its address to the twin, as somebody would who restores a copy by hand."""
    twin.dispose()
    engine.dispose()
    old, new = engine.url.database, twin.url.database
    assert old
    assert new
    if engine.dialect.name == "sqlite":
        Path(new).rename(old)
        return
    close = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{old}'"
    run_sql(
        request.getfixturevalue("postgres"),
        close,
        f"ALTER DATABASE {old} RENAME TO {old}_old",
        f"ALTER DATABASE {new} RENAME TO {old}",
    )


def test_another_database_with_the_same_number_is_noticed(
    engine: Engine, twin: Engine, url: str, request: pytest.FixtureRequest
) -> None:
    write(engine, themes("A"))
    write(twin, themes("B"))
    some = Snapshots(open_engine(url, serving=True), poll_s=0)
    assert (some.revision(), shown(some)) == (1, ["A"])
    before = some.edition()
    put_in_place(twin, engine, request)
    assert (some.revision(), shown(some)) in ((1, ["B"]), (1, ["A"]))  # a terminated connection may fail once
    assert (some.revision(), shown(some), some.reason) == (1, ["B"], "")
    assert some.edition() != before


def test_two_processes_tell_the_same_edition(engine: Engine, url: str) -> None:
    write(engine, themes("A"))
    other = open_engine(url)
    assert Snapshots(engine, poll_s=0).edition() == Snapshots(other, poll_s=0).edition()
    other.dispose()


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_file_that_was_taken_away_is_told_and_not_made_anew(engine: Engine, url: str) -> None:
    write(engine, themes("A"))
    some = Snapshots(engine, poll_s=0)
    assert shown(some) == ["A"]
    path = Path(url.removeprefix("sqlite:///"))
    path.rename(path.with_suffix(".away"))
    assert (shown(some), some.reason, some.trouble) == (["A"], "no_database", True)
    engine.dispose()
    assert (shown(some), some.reason) == (["A"], "no_database")
    assert not path.exists()


def test_a_file_that_lost_every_byte_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "akint.db"
    path.touch()
    engine = open_engine(f"sqlite:///{path}")
    upgrade(engine)  # made just now: another process is about to fill it
    engine.dispose()
    path.write_bytes(b"")
    long_ago = path.stat().st_mtime - 2 * engines.BLANK_S
    os.utime(path, (long_ago, long_ago))
    with pytest.raises(DatabaseUnavailable) as refused:
        upgrade(engine)
    assert refused.value.key == "database_blank"
    assert path.stat().st_size == 0
    assert not is_there(engine)


def spoil(path: Path) -> None:
    """Write over every page but the first, as a failing disk would."""
    data = bytearray(path.read_bytes())
    data[8192:] = b"\xa5" * (len(data) - 8192)
    path.write_bytes(bytes(data))


def test_damaged_pages_are_told_in_words_in_reading_and_writing(tmp_path: Path, sqlite_template: Path) -> None:
    path = tmp_path / "akint.db"
    shutil.copy(sqlite_template, path)
    engine = open_engine(f"sqlite:///{path}")
    write(engine, themes("A"))
    some = Snapshots(engine, poll_s=0)
    assert shown(some) == ["A"]
    engine.dispose()
    spoil(path)
    assert (shown(some), some.reason) == (["A"], "database_damaged")
    with pytest.raises(DatabaseUnavailable) as refused:
        write(engine, themes("A", "B"))
    assert refused.value.key == "database_damaged"
    with pytest.raises(DatabaseUnavailable) as never:
        Snapshots(engine, poll_s=0).portfolio("public")
    assert never.value.key == "database_damaged"
    engine.dispose()


def test_what_the_tables_hold_and_nobody_wrote_is_damage_not_a_burst(engine: Engine) -> None:
    write(engine, themes("A"))
    some = Snapshots(engine, poll_s=0)
    assert shown(some) == ["A"]
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO revision (number, recorded_at, who, source, files, fingerprint, added, changed, closed) "
            "VALUES (2, '2026-01-01T00:00:00Z', 'x', 'x', '', '', 0, 0, 0)"
        )
        connection.exec_driver_sql("INSERT INTO change VALUES (2, 'theme', 'A', '{\"na', NULL)")
    assert (shown(some), some.reason) == (["A"], "database_damaged")


@contextmanager
def held(engine: Engine) -> Iterator[None]:
    """Somebody else writes meanwhile, and takes his time."""
    inside, over = Event(), Event()

    def write_long() -> None:
        with writing(engine):
            inside.set()
            over.wait(60)

    thread = Thread(target=write_long)
    thread.start()
    assert inside.wait(60)
    try:
        yield
    finally:
        over.set()
        thread.join()


def test_of_two_writers_at_once_one_is_refused_in_words_and_readers_go_on(
    engine: Engine, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(engine, themes("A"))
    monkeypatch.setattr(engines, "BUSY_MS", 200)
    hasty = open_engine(url)
    with held(engine):
        with pytest.raises(DatabaseUnavailable) as refused:
            write(hasty, themes("A", "B"))
        assert refused.value.key == "database_busy"
        some = Snapshots(hasty, poll_s=0)
        assert (shown(some), some.trouble) == (["A"], False)
    write(hasty, themes("A", "B"))
    assert shown(some) == ["A", "B"]
    hasty.dispose()


def test_of_two_writers_at_once_the_second_waits_its_turn(engine: Engine) -> None:
    done = Event()

    def second() -> None:
        write(engine, themes("A"))
        done.set()

    with held(engine):
        thread = Thread(target=second)
        thread.start()
        assert not done.wait(0.3)
    thread.join()
    assert done.is_set()
    with reading(engine) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM theme").scalar() == 1


def grow(engine: Engine) -> None:
    """A schema of a later version, which only adds."""
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE theme ADD COLUMN colour TEXT")
        connection.exec_driver_sql("CREATE TABLE later (code TEXT)")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")


def test_a_later_schema_is_told_so_and_a_server_of_before_goes_on_reading(engine: Engine) -> None:
    write(engine, themes("A"))
    some = Snapshots(engine, poll_s=0)
    assert shown(some) == ["A"]
    grow(engine)
    with pytest.raises(DatabaseUnavailable) as refused:
        upgrade(engine)
    assert refused.value.key == "database_newer"
    assert (shown(some), some.trouble) == (["A"], False)
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO theme (code, name_nb, demonstration) VALUES ('B', 'B', '0')")
        connection.exec_driver_sql(
            "INSERT INTO revision (number, recorded_at, who, source, files, fingerprint, added, changed, closed) "
            "VALUES (2, '2026-01-01T00:00:00Z', 'x', 'x', '', 'f', 1, 0, 0)"
        )
    assert (shown(some), some.trouble) == (["A", "B"], False)


def test_a_schema_that_lost_a_table_is_told(engine: Engine) -> None:
    write(engine, themes("A"))
    some = Snapshots(engine, poll_s=0)
    assert shown(some) == ["A"]
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE theme RENAME TO elsewhere")
        connection.exec_driver_sql(
            "INSERT INTO revision (number, recorded_at, who, source, files, fingerprint, added, changed, closed) "
            "VALUES (2, '2026-01-01T00:00:00Z', 'x', 'x', '', 'f', 1, 0, 0)"
        )
    assert (shown(some), some.reason) == (["A"], "database_schema")


def test_nobody_waits_for_a_database_that_has_fallen_silent(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    write(engine, themes("A"))
    some = Snapshots(engine, poll_s=0)
    assert shown(some) == ["A"]
    silent = Event()

    @contextmanager
    def hang(_: Engine) -> Iterator[Connection]:
        silent.wait(60)
        raise DatabaseUnavailable("database_unavailable")
        yield

    monkeypatch.setattr(snapshots, "reading", hang)
    monkeypatch.setattr(snapshots, "PATIENCE_S", 0.05)
    monkeypatch.setattr(snapshots, "LATE_S", 0.1)
    monkeypatch.setattr(snapshots, "FIRST_S", 0.05)
    assert shown(some) == ["A"]  # while the look still hangs
    while not some.trouble:
        assert shown(some) == ["A"]
    with pytest.raises(DatabaseUnavailable) as never:
        Snapshots(engine, poll_s=0).portfolio("public")
    assert never.value.key == "database_slow"
    silent.set()


@pytest.mark.postgres
def test_postgresql_says_what_it_refuses(postgres: str) -> None:
    run_sql(postgres, "CREATE ROLE stranger LOGIN", "CREATE DATABASE akint_others TEMPLATE akint_template")
    url = make_url(named(postgres, "akint_others")).set(username="stranger")
    engine = open_engine(url.render_as_string(hide_password=False))
    with pytest.raises(DatabaseUnavailable) as refused:
        Snapshots(engine, poll_s=0).portfolio("public")
    assert refused.value.key == "database_rights"
    engine.dispose()


def test_every_reason_has_words() -> None:
    assert {key for _, key in engines._REASONS} <= set(MESSAGES)
