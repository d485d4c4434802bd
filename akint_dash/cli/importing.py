"""``import``: read every file, plan them together, and write one revision or say what is in the way."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from akint_dash.cli.base import Steps, database, say, trial
from akint_dash.cli.report import as_json, counted, error_json, say_json, say_plan
from akint_dash.cli.wording import w
from akint_dash.domain.reading import Reading
from akint_dash.errors import UnreadableFile
from akint_dash.importers.limited import check_file, read_file
from akint_dash.importers.load import Plan
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
    by_file: bool = False
    """Tell how much of what is planned each file is the reason for."""


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
        say_json(
            as_json(outcome.plan, outcome.newest) | ({"files": of_files(outcome.plan, wish)} if wish.by_file else {})
        )
    else:
        for line in of_files(outcome.plan, wish) if wish.by_file else ():
            say(file_line(line))
        say_plan(outcome, check=wish.check)
    return 0 if outcome.plan.may_write else 1


def of_files(plan: Plan, wish: Wish) -> list[dict[str, Any]]:
    """How many records each file is the reason that something is done to; several files may be it of one."""
    found = []
    for name in dict.fromkeys(path.name for path in wish.files):
        mine = [c.sort for c in plan.changes if name in plan.files.get((c.entity, c.code), ())]
        at_odds = sum(name in (c.place.file, c.other) for c in (*plan.conflicts, *plan.overwritten))
        sorts = {sort: mine.count(sort) for sort in ("added", "changed", "closed")}
        found.append({"file": name, **sorts, "conflicts": at_odds})
    return found


def file_line(line: dict[str, Any]) -> str:
    """The same for a person."""
    told = counted(line["added"], line["changed"], line["closed"])
    if line["conflicts"]:
        told += ", " + w.n("{n} konflikt", "{n} konflikter", line["conflicts"])
    return f"{line['file']}: {told}"


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
    return replace(found, file_place=file_place(path)) if found.mark else found


def file_place(path: Path) -> str:
    """A digest of where a file lies: the machine and the whole path."""
    return hashlib.sha256(f"{platform.node()}\0{path.resolve()}".encode()).hexdigest()[:12]
