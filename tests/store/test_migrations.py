"""The schema: made by migrations, equal to the tables in the code, guarded by the database itself."""

from __future__ import annotations

from random import Random
from threading import Thread
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy.engine import Engine

from akint_dash.errors import DatabaseUnavailable
from akint_dash.store.engine import migrate, newest_schema, open_engine, reading, upgrade
from akint_dash.store.tables import APPEND_ONLY, METADATA

from .states import full_state, now_in, state_of, write


def test_the_migrated_schema_is_the_schema_of_the_code(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_the_comparison_would_notice_a_missing_column(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE rate DROP COLUMN source")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert [difference[0] for difference in compare_metadata(context, METADATA)] == ["add_column"]


def test_every_check_and_foreign_key_of_the_code_stands_in_the_database(engine: Engine) -> None:
    """Alembic compares no check constraints: their names are compared here."""
    inspector = sa.inspect(engine)
    for table in METADATA.sorted_tables:
        checks = {str(c.name) for c in table.constraints if isinstance(c, sa.CheckConstraint)}
        assert {str(c["name"]) for c in inspector.get_check_constraints(table.name)} == checks, table.name
        keys = {
            (*c.column_keys, next(iter(c.elements)).target_fullname)
            for c in table.constraints
            if isinstance(c, sa.ForeignKeyConstraint)
        }
        found = inspector.get_foreign_keys(table.name)
        assert {(*k["constrained_columns"], f"{k['referred_table']}.{k['referred_columns'][0]}") for k in found} == keys


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("verb", ["UPDATE {} SET {}", "DELETE FROM {}"])
def test_the_database_refuses_to_change_history(engine: Engine, table: str, verb: str) -> None:
    write(engine, full_state())
    column = "who = 'x'" if table == "revision" else "after = NULL"
    with pytest.raises(sa.exc.DBAPIError, match="only grows"), engine.begin() as connection:
        connection.exec_driver_sql(verb.format(table, column))


@pytest.mark.postgres
@pytest.mark.parametrize("url", ["postgres"], indirect=True)
@pytest.mark.parametrize("table", APPEND_ONLY)
def test_the_database_refuses_to_truncate_history(engine: Engine, table: str) -> None:
    with pytest.raises(sa.exc.DBAPIError, match="only grows"), engine.begin() as connection:
        connection.exec_driver_sql(f"TRUNCATE {table} CASCADE")


REFUSED: dict[str, tuple[str, dict[str, Any]]] = {
    "an unknown choice": ("region", {"code": "X", "name_nb": "X", "ring": "moon"}),
    "a blank code": ("theme", {"code": "", "name_nb": "X"}),
    "a missing required value": ("theme", {"code": "X", "name_nb": None}),
    "a day that is none": ("activity", {"code": "X", "title": "X", "kind": "course", "start": "1.1.26", "area": "A"}),
    "negative people": ("attendance", {"code": "X", "activity": "A", "audience": "business", "people": -1}),
    "a reference to nothing": ("goal", {"code": "X", "plan": "none", "name_nb": "X"}),
}


@pytest.mark.parametrize("case", REFUSED)
def test_the_database_itself_refuses(engine: Engine, case: str) -> None:
    table, row = REFUSED[case]
    with pytest.raises(sa.exc.IntegrityError), engine.begin() as connection:
        connection.execute(sa.insert(METADATA.tables[table]), row)


def test_upgrading_twice_is_nothing(engine: Engine) -> None:
    state = full_state()
    write(engine, state)
    upgrade(engine)
    assert now_in(engine) == state
    with engine.connect() as connection:
        assert MigrationContext.configure(connection).get_current_revision() == newest_schema()


def test_two_processes_may_upgrade_an_empty_database_at_once(empty_url: str) -> None:
    failed: list[Exception] = []

    def run() -> None:
        engine = open_engine(empty_url)
        try:
            upgrade(engine)
        except Exception as error:
            failed.append(error)
        finally:
            engine.dispose()

    threads = [Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


@pytest.mark.postgres
@pytest.mark.parametrize("empty_url", ["postgres"], indirect=True)
def test_a_migration_does_not_stand_in_the_way_of_readers(empty_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind a long reader it gives up in words and has changed nothing, instead of making all others wait."""
    monkeypatch.setattr("akint_dash.store.engine.UPGRADE_TABLE_MS", 200)
    engine, reader = open_engine(empty_url), open_engine(empty_url)
    with engine.begin() as connection:
        migrate(connection, "0007")
    with reading(reader) as connection:
        connection.exec_driver_sql("SELECT * FROM area").all()
        with pytest.raises(DatabaseUnavailable) as refused:
            upgrade(engine)
        assert refused.value.key == "database_busy"
        assert MigrationContext.configure(connection).get_current_revision() == "0007"
    upgrade(engine)
    with reading(engine) as connection:
        assert MigrationContext.configure(connection).get_current_revision() == newest_schema()
    engine.dispose()
    reader.dispose()


@pytest.mark.parametrize("table", ["project", "customer"])
def test_a_strangers_database_is_refused_and_left_alone(empty_url: str, table: str) -> None:
    engine = open_engine(empty_url)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"CREATE TABLE {table} (id INTEGER)")
    with pytest.raises(DatabaseUnavailable) as refused:
        upgrade(engine)
    assert refused.value.key == "not_our_database"
    assert sa.inspect(engine).get_table_names() == [table]
    engine.dispose()


def test_another_applications_alembic_database_is_refused(empty_url: str) -> None:
    engine = open_engine(empty_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES ('deadbeef')")
    with pytest.raises(DatabaseUnavailable) as refused:
        upgrade(engine)
    assert refused.value.key == "not_our_database"
    engine.dispose()


@pytest.mark.parametrize(
    "url",
    ["not a url", "mysql://somewhere/akint", "postgresql://nobody:hemmelig@127.0.0.1:1/none"],
)
def test_a_database_out_of_reach_is_our_own_error_without_its_password(url: str) -> None:
    with pytest.raises(DatabaseUnavailable) as refused:
        upgrade(open_engine(url))
    assert "hemmelig" not in str(refused.value.values)


def test_a_missing_sqlite_file_and_its_folder_are_made(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("new") / "deep" / "down" / "akint.db"
    engine = open_engine(f"sqlite:///{path}")
    upgrade(engine)
    state = state_of(Random(2))
    write(engine, state)
    assert now_in(engine) == state
    engine.dispose()
