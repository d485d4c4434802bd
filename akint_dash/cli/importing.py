"""``import``: read every file, plan them together, and write one revision or say what is in the way."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from akint_dash.cli.base import Steps, database, say, trial
from akint_dash.cli.report import as_json, error_json, say_json, say_plan
from akint_dash.cli.wording import w
from akint_dash.domain.reading import Reading
from akint_dash.errors import UnreadableFile
from akint_dash.importers.limited import check_file, read_file
from akint_dash.importers.run import Outcome, run
from akint_dash.settings import Settings
from akint_dash.store.engine import Database, reading
from akint_dash.store.revisions import newest
from akint_dash.store.writer import user


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asks for."""

    files: Sequence[Path]
    reader: str | None = None
    check: bool = False
    allow_close: bool = False
    as_json: bool = False
    overwrite: bool = False
    reason: str | None = None


def carry_out(settings: Settings, wish: Wish) -> int:
    """The whole command; its exit code.

    Raises:
        UsageError: a file is not there, or no reader has that name.
        UnreadableFile: a file is none or no reader can read it; nothing was written.
        DatabaseUnavailable: the database cannot be reached; nothing was written.
    """
    for path in wish.files:
        with suppress(UnreadableFile):  # told below, with the database's revision
            check_file(path)
    with _opened(settings, wish) as engine:
        try:
            outcome = _outcome(engine, wish, settings.test_pause_s)
        except UnreadableFile as error:
            if not wish.as_json:
                raise
            with reading(engine) as connection:
                say_json(error_json(error, newest(connection)))
            return 1
    if wish.as_json:
        say_json(as_json(outcome.plan, outcome.newest))
    else:
        say_plan(outcome, check=wish.check)
    return 0 if outcome.plan.may_write else 1


@contextmanager
def _opened(settings: Settings, wish: Wish) -> Iterator[Database]:
    """The database to write to; to look at, for ``--check``, which makes none."""
    if not wish.check:
        with database(settings) as engine:
            yield engine
        return
    with trial(settings) as (engine, there):
        if not there and not wish.as_json:
            say(w("Databasen finnes ikke ennå. Uten --check blir den laget, med kodelistene i data/code."))
        yield engine


def _outcome(engine: Database, wish: Wish, pause_s: float) -> Outcome:
    with Steps(len(wish.files) + 1) as steps:
        readings = [_read(path, wish.reader, steps) for path in wish.files]
        steps.begin(w("Sammenligner") if wish.check else w("Sammenligner og skriver"))
        return run(
            engine,
            readings,
            user(),
            check=wish.check,
            allow_close=wish.allow_close,
            overwrite=wish.overwrite,
            pause_s=pause_s,
            reason=wish.reason,
        )


def _read(path: Path, named: str | None, steps: Steps) -> Reading:
    steps.begin(w("Leser {file}", file=path.name))
    found = read_file(path, named)
    steps.done()
    return replace(found, file_place=_file_place(path)) if found.mark else found


def _file_place(path: Path) -> str:
    """A digest of where a file lies: the machine and the whole path."""
    return hashlib.sha256(f"{platform.node()}\0{path.resolve()}".encode()).hexdigest()[:12]
