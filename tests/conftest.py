"""What many tests begin with. Nothing here is shared between the processes of pytest-xdist but finished files."""

from __future__ import annotations

import fcntl
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from weakref import WeakSet
from zlib import crc32

import hypothesis
import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient
from sqlalchemy.engine import Engine

from akint_dash.cli import main
from akint_dash.components.page import Site
from akint_dash.importers import child, limited
from akint_dash.importers.intake import work
from akint_dash.pages import PAGES
from akint_dash.server import Application
from akint_dash.settings import PROJECT, Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.snapshots import Snapshots
from tests.canary import make_portfolio
from tests.clients import app_of, client_of

SHARED_DATA = PROJECT.parent / "shared" / "data"
TODAY = date(2026, 11, 24)

for name in [name for name in os.environ if name.startswith("AKINT_")]:
    del os.environ[name]  # the machine's own settings are nobody's test

sys.dont_write_bytecode = False  # hundreds of processes of ours begin: what one has compiled the others read
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

_OPENED: WeakSet[Engine] = WeakSet()


@sa.event.listens_for(Engine, "engine_connect")
def _opened(connection: sa.Connection) -> None:
    _OPENED.add(connection.engine)


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--every``: also the cases of large families that the daily run leaves to ``make campaign``."""
    parser.addoption("--every", action="store_true", help="run every case of the sampled families")


def pytest_configure(config: pytest.Config) -> None:
    """The daily run tries the same examples of each law every time, so that it fails for what was changed alone; with
    ``--every`` they are new ones."""
    hypothesis.settings.register_profile("daily", derandomize=True)
    hypothesis.settings.load_profile("default" if config.getoption("--every") else "daily")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of a family marked ``sampled(n)`` each n-th case is run, one at least, always the same, picked by name; a single
    case marked ``sampled`` is left to the campaign, where another case of the same test states the fact daily."""
    if config.getoption("--every"):
        return
    families: dict[str, list[pytest.Item]] = {}
    left = {item for item in items if (mark := item.get_closest_marker("sampled")) and not mark.args}
    for item in items:
        if item.get_closest_marker("sampled") and item not in left:
            families.setdefault(item.nodeid.partition("[")[0], []).append(item)
    left |= {item for family in families.values() for item in _left_out(family)}
    if left:
        config.hook.pytest_deselected(items=[item for item in items if item in left])
        items[:] = [item for item in items if item not in left]


def _left_out(family: list[pytest.Item]) -> list[pytest.Item]:
    mark = family[0].get_closest_marker("sampled")
    assert mark is not None
    kept = sample([item.name for item in family], mark.args[0])
    return [item for item in family if item.name not in kept]


def sample(names: Sequence[str], n: int) -> set[str]:
    """Each n-th of the names, by their digest: one at least, and another name moves few of the others."""
    return set(sorted(names, key=lambda name: (crc32(name.encode()), name))[: -(-len(names) // n)])


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


@pytest.fixture(scope="module")
def site(demo_file: Path) -> Site:
    """What the pages of the demonstration are made of, for everyone, on 25.11.2026."""
    settings = Settings(database_url=f"sqlite:///{demo_file}", today="2026-11-25")
    return Site(settings, Snapshots(open_engine(settings.database_url), 2), PAGES)


@pytest.fixture(scope="session")
def canary_file(once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """A SQLite file that holds one secret of every kind. Do not write to it."""
    return once("canary.db", make_portfolio)


@pytest.fixture(scope="session")
def demo_app(demo_file: Path) -> Application:
    """The application of the demonstration, for strangers."""
    return app_of(f"sqlite:///{demo_file}", "public")


@pytest.fixture(scope="session")
def stranger(demo_app: Application) -> FlaskClient:
    """A stranger before the demonstration."""
    client: FlaskClient = demo_app.server.test_client()
    return client


@pytest.fixture(scope="session")
def staff(demo_file: Path) -> FlaskClient:
    """Staff before the demonstration."""
    return client_of(f"sqlite:///{demo_file}", "staff")


@pytest.fixture(scope="session")
def canary(canary_file: Path) -> FlaskClient:
    """A stranger before a portfolio that holds one secret of every kind."""
    return client_of(f"sqlite:///{canary_file}", "public")


@pytest.fixture(scope="session")
def canary_staff(canary_file: Path) -> FlaskClient:
    """Staff before the same."""
    return client_of(f"sqlite:///{canary_file}", "staff")


class ReadHere(limited._Child):
    """Reads a file as the process that reads one file does, without the process."""

    def __init__(self, path: Path, task: str, *more: str | None) -> None:
        said = b"".join(child.TASKS[task](path.absolute(), *more))
        self._file, self._late = path.name, False
        self._process = SimpleNamespace(stdout=io.BytesIO(said), kill=lambda: None, wait=lambda: 0)  # type: ignore[assignment]

    def __enter__(self) -> ReadHere:
        return self

    def __exit__(self, *_: object) -> None:
        return


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read in this process: for tests of what they say, not of what reading them may cost."""
    monkeypatch.setattr(limited, "_Child", ReadHere)


class WorkHere(io.BytesIO):
    """Does the work on a sending as its process does, without the process: it begins when its job is told."""

    returncode = 0

    def __init__(self, *_: object, **__: object) -> None:
        super().__init__()
        self.stdin = self

    def close(self) -> None:
        if not self.closed:
            said = io.StringIO(self.getvalue().decode())
            super().close()
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(work, "_limit", lambda: None)
                patch.setattr(work, "sys", SimpleNamespace(stdin=said))
                self.returncode = work.main()

    def wait(self, _: float) -> int:
        return self.returncode


@pytest.fixture
def work_here(monkeypatch: pytest.MonkeyPatch, read_here: None) -> None:
    """Sendings are worked on in this process: for tests of what comes of them."""
    stands_in = SimpleNamespace(**vars(subprocess) | {"Popen": WorkHere})
    monkeypatch.setattr("akint_dash.importers.intake.begin.subprocess", stands_in)


@pytest.fixture
def demo_database(demo_file: Path, tmp_path: Path) -> str:
    """The URL of one's own copy of the demonstration."""
    copy = tmp_path / "demonstration.db"
    shutil.copy(demo_file, copy)
    return f"sqlite:///{copy}"
