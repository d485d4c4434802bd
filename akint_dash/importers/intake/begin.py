"""Starting the work on a sending in a process of its own, so that it takes no reader's time and no server's memory."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from akint_dash.importers.intake.folder import Intake

log = logging.getLogger(__name__)

PROGRAM: Final = ("-P", "-m", "akint_dash.importers.intake.work")
MOST_S: Final = 580
"""So long the work on one sending may take, its turn included."""
_HOME: Final = str(Path(__file__).resolve().parents[3])


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done: ``check`` or ``write``, by whom, in which database."""

    task: Literal["check", "write"]
    database: str
    code: str
    who: str
    overwrite: bool = False
    allow_close: bool = False
    pause_s: float = 0.0
    reason: str = ""


def begin(intake: Intake, job: Job, patience_s: float) -> None:
    """Start the work, and wait a little for its end."""
    intake.put_down("state.json", {"step": "waits"})
    paths = [_HOME, *filter(None, [os.environ.get("PYTHONPATH")])]
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, *PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
        start_new_session=True,
    )
    assert process.stdin is not None  # noqa: S101 - asked for above
    with process.stdin as way_in:  # not as an argument: the address may hold a password
        way_in.write(json.dumps({name: getattr(job, name) for name in Job.__slots__} | _where(intake)).encode())
    watch = threading.Thread(target=_watch, args=(process, intake), name="akint-intake", daemon=True)
    watch.start()
    watch.join(patience_s)


def _where(intake: Intake) -> dict[str, str]:
    return {"folder": str(intake.folder.absolute())}


def _watch(process: subprocess.Popen[bytes], intake: Intake) -> None:
    """See it end; where it did so without a word, say that it stopped."""
    try:
        process.wait(MOST_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if not intake.folder.is_dir():
        return
    if process.returncode:  # what ends well has said so, and the next work may have begun
        log.error("the reading in of a sending stopped: %s", intake.state().get("why", process.returncode))
        intake.put_down("state.json", {"step": "stopped"})
