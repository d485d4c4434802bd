"""The command line as a program of its own, watched from outside."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from typing import Final

import psutil  # type: ignore[import-untyped]

PROGRAM: Final = (sys.executable, "-c", "import sys; from akint_dash.cli import main; sys.exit(main())")


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did, and what it took."""

    code: int
    out: str
    err: str
    seconds: float
    most_bytes: int


def start(url: str, *arguments: object, **settings: object) -> subprocess.Popen[str]:
    """Begin a command on a database."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("AKINT_")}
    environment |= {"AKINT_DATABASE_URL": url} | {name: str(value) for name, value in settings.items()}
    return subprocess.Popen(
        [*PROGRAM, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )


def run(url: str, *arguments: object, **settings: object) -> Ran:
    """Carry out a command; its memory is that of all its processes together."""
    began = time.monotonic()
    program = start(url, *arguments, **settings)
    most = [0]
    watcher = threading.Thread(target=_watch, args=(program.pid, most))
    watcher.start()
    out, err = program.communicate()
    seconds = time.monotonic() - began
    watcher.join()
    return Ran(program.returncode, out, err, seconds, most[0])


def _watch(pid: int, most: list[int]) -> None:
    try:
        process = psutil.Process(pid)
        while process.status() != psutil.STATUS_ZOMBIE:
            most[0] = max(most[0], sum(_memory(one) for one in [process, *process.children(recursive=True)]))
            time.sleep(0.02)
    except psutil.Error:
        return


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0
