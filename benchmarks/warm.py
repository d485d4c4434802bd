"""The command line in a process that has it loaded: each command is a process of its own, forked from that one.

Starting Python anew costs a command on a small file ten times what it does; a campaign of thousands asks here. Asked
over standard input, one job as JSON a line, and answered the same way; nothing of one command is left for the next.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from akint_dash.cli import main as command
from benchmarks.commands import Ran


class Warm:
    """Commands, one at a time."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, url: str, *arguments: object, **settings: object) -> Ran:
        """Carry out a command; its memory is the most that it took and the most that a process it started took."""
        environment = {"AKINT_DATABASE_URL": url} | {name: str(value) for name, value in settings.items()}
        job = {"arguments": [str(one) for one in arguments], "environment": environment}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        return Ran(**json.loads(self._process.stdout.readline()))


@contextmanager
def warm() -> Iterator[Warm]:
    """A loaded process, that is gone afterwards."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("AKINT_")}
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.warm"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=Path(__file__).resolve().parents[1],
    )
    with process:
        try:
            yield Warm(process)
        finally:
            assert process.stdin is not None
            process.stdin.close()
            process.wait()


def main() -> int:
    """Answer jobs until there are no more."""
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_done(json.loads(line))) + "\n")
        sys.stdout.flush()
    return 0


def _done(job: Mapping[str, Any]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="akint-warm-") as folder:
        said = [Path(folder) / name for name in ("out", "err", "most")]
        said[2].touch()
        began = time.monotonic()
        pid = os.fork()
        if pid == 0:
            _be(job, said)
        _, status, _ = os.wait4(pid, 0)
        seconds = time.monotonic() - began
        out, err, most = (path.read_text(encoding="utf-8", errors="backslashreplace") for path in said)
    code = os.waitstatus_to_exitcode(status)
    return {"code": code, "out": out, "err": err, "seconds": seconds, "most_bytes": int(most or 0)}


def _be(job: Mapping[str, Any], said: list[Path]) -> None:
    """Become the command, and end with its code."""
    code = 70
    try:
        os.environ.update(job["environment"])
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        for number, path in enumerate(said[:2], start=1):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), number)
        code = command(job["arguments"])
        sys.stdout.flush()
        sys.stderr.flush()
        both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        said[2].write_text(str(sum(resource.getrusage(who).ru_maxrss for who in both) * 1024), encoding="utf-8")
    finally:
        os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
