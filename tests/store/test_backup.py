"""A backup is whole, checked and the same on both databases; a restore is all of it or nothing."""

from __future__ import annotations

import gzip
import json
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from akint_dash.domain.history import Change
from akint_dash.errors import AkintError, DatabaseUnavailable, UnreadableFile
from akint_dash.store import engine as engines
from akint_dash.store import restore as restoring
from akint_dash.store.backup import check, write_backup
from akint_dash.store.ended_sessions import end_session
from akint_dash.store.engine import newest_schema, open_engine, reading, upgrade, writing
from akint_dash.store.restore import restore
from akint_dash.store.revisions import Origin, record
from akint_dash.store.screen_links import make_link
from akint_dash.store.snapshots import Snapshots
from akint_dash.store.tables import METADATA
from benchmarks.databases import checksums

from .conftest import named, run_sql
from .states import full_state, write
from .test_faults import NUMBERS, spoil, themes, twin

__all__ = ["twin"]


@pytest.fixture
def full(engine: Engine) -> Engine:
    """Every table filled: records, ties, history, persons with what an undo would bring back, a screen link."""
    write(engine, full_state())
    for name in ("Kari", "Ola"):
        person = {"name": name, "mail": f"{name}@example.org"}
        before = None if name == "Kari" else {"name": "Kari", "mail": "Kari@example.org"}
        record(engine, Origin("test", "arbeidsbok"), lambda *_, p=person, b=before: [Change("person", "X", b, p)])
    make_link(engine, "vegg", "2026-01-01T00:00:00Z", "2026-12-31T00:00:00Z")
    end_session(engine, "merke", "2026-11-24T08:00:00Z", "2026-11-23T08:00:00Z")
    return engine


def lines(path: Path) -> list[str]:
    return gzip.decompress(path.read_bytes()).decode().splitlines()


def rows(engine: Engine) -> dict[str, list[str]]:
    """Every row of every table, as the code sees them on either database."""
    with engine.connect() as connection:
        return {
            table.name: sorted(repr(tuple(row)) for row in connection.execute(sa.select(table)))
            for table in METADATA.sorted_tables
        }


def everything(engine: Engine) -> dict[str, tuple[int, str]]:
    return dict(checksums(engine.url.render_as_string(hide_password=False)))


def test_a_restore_is_equal_row_by_row(full: Engine, twin: Engine, tmp_path: Path) -> None:
    head, _ = write_backup(full, tmp_path / "a")
    assert min(count for count, _ in everything(full).values()) > 0, "a table is not tried"
    restored, aside = restore(twin, tmp_path / "a", force=True)
    assert (restored, aside) == (head, None)
    assert everything(twin) == everything(full)
    write_backup(twin, tmp_path / "b")
    assert lines(tmp_path / "a")[1:-1] == lines(tmp_path / "b")[1:-1]


@pytest.mark.sampled(2)
@pytest.mark.postgres
def test_a_backup_goes_from_either_database_into_the_other(
    full: Engine, sqlite_template: Path, postgres: str, tmp_path: Path
) -> None:
    write_backup(full, tmp_path / "a")
    name = f"akint_other_{next(NUMBERS)}"
    run_sql(postgres, f"CREATE DATABASE {name}")
    for url in (named(postgres, name), f"sqlite:///{tmp_path / 'new' / 'akint.db'}"):
        other = open_engine(url)
        restore(other, tmp_path / "a")
        assert rows(other) == rows(full)
        write_backup(other, tmp_path / "b")
        assert lines(tmp_path / "a")[1:-1] == lines(tmp_path / "b")[1:-1]
        write(other, themes("NEW"))  # history still grows, and only grows
        with pytest.raises(sa.exc.DBAPIError, match="only grows"), other.begin() as connection:
            connection.exec_driver_sql("DELETE FROM change")
        other.dispose()


def test_a_backup_is_of_one_moment_while_others_write(full: Engine, tmp_path: Path) -> None:
    before = everything(full)
    inside, over = Event(), Event()

    def write_meanwhile() -> None:
        with writing(full) as connection:
            connection.exec_driver_sql("INSERT INTO theme (code, name_nb, demonstration) VALUES ('HALF', 'x', '0')")
            inside.set()
            over.wait(60)

    thread = Thread(target=write_meanwhile)
    thread.start()
    inside.wait(60)
    head, _ = write_backup(full, tmp_path / "a")
    over.set()
    thread.join()
    assert {table.name: table.rows for table in head.tables} == {
        name: count for name, (count, _) in before.items() if name != "alembic_version"
    }
    assert "HALF" not in "".join(lines(tmp_path / "a"))


def test_a_backup_is_for_its_owner_only_and_leaves_nothing_beside(full: Engine, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    path = tmp_path / "out" / "a"
    write_backup(full, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["a"]


def damaged(path: Path) -> Iterator[bytes]:
    """Files that are no whole backup."""
    whole = path.read_bytes()
    text = gzip.decompress(whole).decode().splitlines(keepends=True)
    yield b""
    yield b"no backup at all"
    yield whole[:-1]
    yield whole[: len(whole) // 2]
    yield whole[:40] + bytes([whole[40] ^ 1]) + whole[41:]
    for other in (
        text[:-1],
        text[:-2] + text[-1:],
        [*text[:5], text[6], text[5], *text[7:]],
        [*text, text[1]],
        [text[0].replace(newest_schema(), "0001"), *text[1:]],
        [text[0], text[1].replace("[0,", "[99,"), *text[2:]],
        [text[0], "[[[[\n", *text[2:]],
        ['["akint-dash backup 2"]\n', *text[1:]],
        ["{}\n"],
        ["[" * 100_000 + "\n"],
    ):
        yield gzip.compress("".join(other).encode())


def test_a_damaged_backup_is_refused_in_words_and_changes_nothing(full: Engine, twin: Engine, tmp_path: Path) -> None:
    write_backup(full, tmp_path / "a")
    write(twin, themes("KEPT"))
    before = everything(twin)
    for content in damaged(tmp_path / "a"):
        (tmp_path / "bad").write_bytes(content)
        with pytest.raises(UnreadableFile) as refused:
            restore(twin, tmp_path / "bad", force=True)
        assert refused.value.key in ("no_backup", "backup_damaged")
        with pytest.raises(UnreadableFile):
            check(tmp_path / "bad")
    assert everything(twin) == before


def test_a_restore_over_something_needs_to_be_told(full: Engine, twin: Engine, tmp_path: Path) -> None:
    write_backup(full, tmp_path / "a")
    before = everything(twin)
    with pytest.raises(DatabaseUnavailable) as refused:
        restore(twin, tmp_path / "a")
    assert refused.value.key == "restore_over"
    assert everything(twin) == before


def test_a_restore_that_fails_at_the_end_leaves_what_was(
    full: Engine, twin: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_backup(full, tmp_path / "a")
    write(twin, themes("KEPT"))
    before = everything(twin)
    files = sorted(tmp_path.iterdir())
    monkeypatch.setattr(restoring, "digest_of", lambda *_: "another")
    with pytest.raises(UnreadableFile) as refused:
        restore(twin, tmp_path / "a", force=True)
    assert refused.value.key == "restore_differs"
    assert everything(twin) == before
    twin.dispose()
    assert [f for f in sorted(tmp_path.iterdir()) if f.suffix not in (".db-wal", ".db-shm")] == [
        f for f in files if f.suffix not in (".db-wal", ".db-shm")
    ]


@pytest.mark.sampled(2)
def test_a_backup_of_an_earlier_schema_is_brought_to_the_newest(empty_url: str, twin: Engine, tmp_path: Path) -> None:
    old = open_engine(empty_url)
    with old.connect().execution_options(akint_writes=True) as connection, connection.begin():
        engines.migrate(connection, "0007")
        connection.exec_driver_sql("INSERT INTO theme (code, name_nb, demonstration) VALUES ('A', 'Å', '1')")
    write_backup(old, tmp_path / "a")
    old.dispose()
    restore(twin, tmp_path / "a", force=True)
    with reading(twin) as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == newest_schema()
        assert connection.exec_driver_sql("SELECT name_nb, demonstration FROM theme").all() == [("Å", True)]


def test_a_backup_of_a_later_schema_is_refused(full: Engine, twin: Engine, tmp_path: Path) -> None:
    with full.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    write_backup(full, tmp_path / "a")
    with pytest.raises(AkintError) as refused:
        restore(twin, tmp_path / "a", force=True)
    assert refused.value.key == "backup_newer"


def test_a_server_shows_what_was_restored(full: Engine, twin: Engine, tmp_path: Path) -> None:
    write_backup(full, tmp_path / "a")
    for name in ("A", "B", "C"):
        write(twin, themes(name))  # as many revisions, another history
    some = Snapshots(open_engine(twin.url.render_as_string(hide_password=False), serving=True), poll_s=0)
    before = (some.revision(), some.edition())
    restore(twin, tmp_path / "a", force=True)
    assert some.revision() == before[0]
    assert some.edition() != before[1]
    assert not some.trouble
    assert "A" not in some.portfolio("staff").records("theme")


def test_a_damaged_file_is_put_aside_not_thrown_away(sqlite_template: Path, tmp_path: Path) -> None:
    path = tmp_path / "akint.db"
    shutil.copy(sqlite_template, path)
    engine = open_engine(f"sqlite:///{path}")
    write(engine, themes("A"))
    write_backup(engine, tmp_path / "a")
    before = everything(engine)
    engine.dispose()
    spoil(path)
    spoilt = path.read_bytes()
    _, aside = restore(engine, tmp_path / "a", force=True)
    assert aside is not None
    assert aside.read_bytes() == spoilt
    assert everything(engine) == before
    upgrade(engine)
    engine.dispose()


def test_the_format_is_plain_enough_to_read_without_us(full: Engine, tmp_path: Path) -> None:
    write_backup(full, tmp_path / "a")
    head, *rows, last = map(json.loads, lines(tmp_path / "a"))
    assert head[0] == "akint-dash backup 1"
    assert last[0] == "sha256"
    assert sum(count for _, _, count in head[4]) == len(rows)
