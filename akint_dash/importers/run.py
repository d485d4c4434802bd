"""Carrying out an import: read the files, plan, and write one revision (or only show the plan)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from akint_dash.domain.history import Change, State, unapply
from akint_dash.domain.reading import Reading
from akint_dash.importers import load
from akint_dash.importers.code_csv import read_folder
from akint_dash.importers.conflicts import Base
from akint_dash.store.engine import Database, reading
from akint_dash.store.revisions import (
    Origin,
    Past,
    Revision,
    digest_at,
    fingerprint,
    newest,
    record,
    rows_of,
    undo,
    whole_state,
)

_DEMONSTRATOR: Final = "akint-dash demo"
_HOUR: Final = "T08:00:00Z"


class _Refused(Exception):
    """The plan has problems or conflicts, or is not the one that was seen: the transaction is left without a trace."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody was shown and said yes to: a digest of the history it was made from, and of its changes."""

    history: str
    changes: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was planned and, where it was written and changed anything, the new revision.

    ``seen`` is what a person who is shown it sees; ``moved``: it is not what was seen, and nothing was written.
    """

    plan: load.Plan
    revision: Revision | None
    newest: int
    seen: Seen = field(default_factory=lambda: Seen("", ""))
    moved: bool = False


def run(
    engine: Database,
    readings: Sequence[Reading],
    who: str,
    *,
    check: bool = False,
    allow_close: bool = False,
    overwrite: bool = False,
    pause_s: float = 0.0,
    recorded_at: str | None = None,
    seen: Seen | None = None,
    reason: str | None = None,
) -> Outcome:
    """Plan ``readings`` and, unless ``check`` or something is in the way, write them in one transaction.

    With ``seen`` nothing is written but what was seen, on the history that it was seen with. ``reason``: why, kept with
    the revision.

    Raises:
        DatabaseUnavailable: the database cannot be reached; nothing was written.
    """
    made_of = partial(_plan, readings, allow_close=allow_close, overwrite=overwrite)
    if check:
        with reading(engine) as connection:
            state, number, past = whole_state(connection), newest(connection), Past(connection)
            made = made_of(state, number, past)
            return Outcome(made, None, number, _seen(made, number, past))
    held: dict[str, tuple[load.Plan, int, Seen]] = {}

    def decide(state: State, number: int, past: Past) -> Sequence[Change]:
        made = made_of(state, number, past)
        now = _seen(made, number, past) if seen else Seen("", "")
        held["made"] = made, number, now
        if not made.may_write or (seen and now != seen):
            raise _Refused
        return made.changes

    origin = Origin(
        who=who,
        source=", ".join(dict.fromkeys(r.reader for r in readings)),
        files=", ".join(r.file for r in readings),
        data_as_of=max((r.data_as_of for r in readings if r.data_as_of), default=None),
        recorded_at=recorded_at,
        workbooks=" ".join(_identity(r) for r in readings if r.mark),
        reason=reason,
    )
    try:
        revision = record(engine, origin, decide, pause_s)
    except _Refused:
        revision = None
    made, number, now = held["made"]
    moved = seen is not None and now != seen
    return Outcome(made, revision, revision.number if revision else number, now, moved)


def _seen(made: load.Plan, number: int, past: Past) -> Seen:
    return Seen(digest_at(past.revisions(), number), fingerprint(rows_of(number + 1, made.changes)))


def _identity(reading: Reading) -> str:
    """The file a workbook was read from: its mark and its place, one word."""
    return f"{reading.mark.name if reading.mark else ''}@{reading.file_place}"


def _plan(
    readings: Sequence[Reading], state: State, number: int, past: Past, *, allow_close: bool, overwrite: bool
) -> load.Plan:
    bases = {at: _base(r, state, number, past) for at, r in enumerate(readings) if r.edited}
    return load.plan(readings, state, bases, allow_close=allow_close, overwrite=overwrite)


def _base(reading: Reading, state: State, number: int, past: Past) -> Base:
    """What a workbook was made from, and what the very same file has changed since."""
    mark, at = reading.mark, reading.base_revision
    own: set[int] = set()
    if mark is not None and reading.file_place:
        own = {r.number for r in past.revisions() if _identity(reading) in r.workbooks.split()}
    changes = tuple(change for revision, change in past.changes(min(own) - 1) if revision in own) if own else ()
    if mark is not None and mark.empty:
        return Base({}, changes)
    if at is None or at > number or (mark is not None and mark.history != digest_at(past.revisions(), at)):
        return Base(None, changes)
    return Base(unapply(state, [change for _, change in past.changes(at)]), changes)


def load_code_lists(engine: Database, folder: Path, recorded_at: str | None = None) -> Revision | None:
    """Load the code lists into a database that has none; None where it has."""
    with reading(engine) as connection:
        if newest(connection) > 0:
            return None
    lists = read_folder(folder, reader="kodelister")
    outcome = run(engine, [lists], "akint-dash", recorded_at=recorded_at)
    if outcome.plan.problems:
        first = outcome.plan.problems[0]
        raise ValueError(f"{first.place.file}:{first.place.row}: {first.key} {first.value}")
    return outcome.revision


def load_demonstration(engine: Database, folder: Path) -> list[Revision]:
    """Load the demonstration, one revision a folder, recorded on the day the folder is named after.

    A folder's ``angret.txt`` begins with the later day on which that revision was undone.
    """
    revisions = []
    for day in sorted(p for p in folder.iterdir() if p.is_dir() and p.name[:2] == "20"):
        part = read_folder(day, demonstration=True, reader="demonstrasjon")
        outcome = run(engine, [part], _DEMONSTRATOR, recorded_at=day.name + _HOUR)
        if outcome.plan.problems:
            first = outcome.plan.problems[0]
            raise ValueError(f"{first.place.file}:{first.place.row}: {first.key} {first.value}")
        if outcome.revision is None:
            continue
        revisions.append(outcome.revision)
        undone = day / "angret.txt"
        if undone.is_file():
            on = undone.read_text(encoding="utf-8").split()[0]
            revisions.append(undo(engine, outcome.revision.number, _DEMONSTRATOR, on + _HOUR))
    return revisions
