"""The process that reads, checks and writes a sending: ``python -m akint_dash.importers.intake.work``.

It is told by its standard input what to do. One works at a time; the others wait for their turn. What it finds it
writes into the folder of the sending; it never says anything else.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from akint_dash.importers.intake.folder import Intake, open_private

MOST_MEMORY: Final = 3 * 1024 * 1024 * 1024


def main() -> int:
    """Do the job that standard input describes."""
    job = json.load(sys.stdin)
    intake = Intake(Path(job["folder"]))
    if not intake.about():
        return 1
    _limit()
    with _turn(intake.folder.parent / ".turn"):
        try:
            _work(intake, job)
        except MemoryError:
            _end(intake, {"error": "too_large", "values": {"file": "", "limit": 0}})
        except Exception as error:  # a fault of ours: the page says that it stopped, the log what it was
            intake.put_down("state.json", {"step": "stopped", "why": type(error).__name__})
            return 1
    return 0


def _work(intake: Intake, job: dict[str, Any]) -> None:
    from akint_dash.errors import AkintError
    from akint_dash.importers.intake.told import error_told, keep_changes, outcome_told, seen_of
    from akint_dash.importers.run import load_code_lists, run
    from akint_dash.store.engine import open_engine

    if intake.told().get("done"):  # pressed twice
        intake.put_down("state.json", {"step": "told"})
        return
    writes = job["task"] == "write"
    try:
        readings = _readings(intake)
        intake.put_down("state.json", {"step": "writes" if writes else "compares"})
        engine = open_engine(job["database"])
        try:
            load_code_lists(engine, Path(job["code"]))
            outcome = run(
                engine,
                readings,
                job["who"],
                check=not writes,
                allow_close=job["allow_close"],
                overwrite=job["overwrite"],
                pause_s=job["pause_s"],
                seen=seen_of(intake.told()) if writes else None,
                reason=job["reason"],
            )
        finally:
            engine.dispose()
    except AkintError as error:
        _end(intake, error_told(error))
        return
    done = writes and not outcome.moved and outcome.plan.may_write
    chosen = {"overwrite": job["overwrite"], "allow_close": job["allow_close"]}
    keep_changes(intake, () if done else outcome.plan.changes)
    _end(intake, outcome_told(outcome, readings) | chosen | {"done": done})
    if done:
        shutil.rmtree(intake.folder / "read", ignore_errors=True)


def _end(intake: Intake, told: dict[str, Any]) -> None:
    intake.put_down("told.json", told)
    intake.put_down("state.json", {"step": "told"})


def _readings(intake: Intake) -> list[Any]:
    """What the files say. They are read once; what they said is kept, and the files are not."""
    from akint_dash.importers.limited import read_file
    from akint_dash.importers.lines import from_lines

    folder, files = intake.folder / "read", intake.files()
    if files:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
    readings = []
    for number, path in enumerate(files, 1):
        intake.put_down("state.json", {"step": "reads", "at": number, "of": len(files), "what": path.name})
        with open_private(folder / f"{number}.jsonl") as out:
            readings.append(read_file(path, keep=out))
    for path in files:
        shutil.rmtree(path.parent, ignore_errors=True)
    for kept in () if files else sorted(folder.iterdir(), key=lambda one: int(one.stem)):
        with kept.open("rb") as lines:
            readings.append(from_lines(lines))
    owner = str(intake.about()["owner"])
    return [replace(found, file_place=_place(owner, found.file)) if found.mark else found for found in readings]


def _place(owner: str, name: str) -> str:
    """As a file lies in one place on a machine, so one person's file of one name is the same file, sent again."""
    return hashlib.sha256(f"browser\0{owner}\0{name}".encode()).hexdigest()[:12]


@contextmanager
def _turn(lock: Path) -> Iterator[None]:
    """Alone at work, where the system has locks."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with os.fdopen(os.open(lock, os.O_WRONLY | os.O_CREAT, 0o600), "w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _limit() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(MOST_MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


if __name__ == "__main__":
    sys.exit(main())
