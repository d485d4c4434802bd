"""What many tests begin with. Nothing here is shared between the processes of pytest-xdist but finished files."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from weakref import WeakSet
from zlib import crc32

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from akint_dash.cli import main
from akint_dash.settings import PROJECT, Settings

SHARED_DATA = PROJECT.parent / "shared" / "data"
TODAY = date(2026, 11, 24)

for name in [name for name in os.environ if name.startswith("AKINT_")]:
    del os.environ[name]  # the machine's own settings are nobody's test

_OPENED: WeakSet[Engine] = WeakSet()


@sa.event.listens_for(Engine, "engine_connect")
def _opened(connection: sa.Connection) -> None:
    _OPENED.add(connection.engine)


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--every``: also the cases of large families that the daily run leaves to ``make campaign``."""
    parser.addoption("--every", action="store_true", help="run every case of the sampled families")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of a family marked ``sampled(n)`` about each n-th case is run, always the same ones, picked by its name."""
    if config.getoption("--every"):
        return
    left = [item for item in items if (mark := item.get_closest_marker("sampled")) and _hash(item) % mark.args[0]]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in set(left)]


def _hash(item: pytest.Item) -> int:
    return crc32(item.name.encode())


@pytest.fixture(autouse=True)
def _closed_again() -> Iterator[None]:
    """Applications never close their database, and Python 3.13 warns of each left open: every test closes them."""
    yield
    for engine in list(_OPENED):
        if engine.url.database not in (None, "", ":memory:"):
            engine.dispose()


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """The URL of a SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path / 'akint.db'}"


@pytest.fixture
def settings(database_url: str) -> Settings:
    """Settings of an empty database on a fixed day."""
    return Settings(database_url=database_url, today=TODAY)


@pytest.fixture
def shared_data() -> Path:
    """The folder of real public files, read where they lie."""
    if not SHARED_DATA.is_dir():
        pytest.skip(f"the real files are not on this machine ({SHARED_DATA})")
    return SHARED_DATA


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[[str, Callable[[Path], None]], Path]:
    """``once(name, make)``: a file that one process of the run makes and all may read."""
    base = tmp_path_factory.getbasetemp()
    folder = base if worker_id == "master" else base.parent

    def made(name: str, make: Callable[[Path], None]) -> Path:
        path = folder / name
        with (folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not path.exists():
                fresh = folder / f"fresh-{name}"
                make(fresh)
                fresh.rename(path)
        return path

    return made


@pytest.fixture(scope="session")
def demo_file(once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """A SQLite file with the demonstration. Do not write to it: see ``demo_database``."""

    def make(path: Path) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("AKINT_DATABASE_URL", f"sqlite:///{path}")
            assert main(["demo"]) == 0

    return once("demonstration.db", make)


@pytest.fixture
def demo_database(demo_file: Path, tmp_path: Path) -> str:
    """The URL of one's own copy of the demonstration."""
    copy = tmp_path / "demonstration.db"
    shutil.copy(demo_file, copy)
    return f"sqlite:///{copy}"
