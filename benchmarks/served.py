"""The real server for the campaigns: started by the command line as an operator does, watched from outside."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

import httpx
import psutil  # type: ignore[import-untyped]

from akint_dash.settings import PROJECT
from benchmarks.commands import PROGRAM, free_port

DAY: Final = "2026-11-24"
"""A day on which the demonstration has something of everything."""
START_S: Final = 120.0
POLL_S: Final = 0.5


@dataclass
class Served:
    """``akint-dash serve`` on a port of its own; what it says is kept in ``log``."""

    url: str
    log: Path
    given: Mapping[str, object] = field(default_factory=dict)
    source: Path = PROJECT
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def home(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> Self:
        """Start the process and do not wait."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("AKINT_")}
        own: dict[str, object] = {
            "AKINT_DATABASE_URL": self.url,
            "AKINT_PORT": self.port,
            "AKINT_TODAY": DAY,
            "AKINT_POLL_S": POLL_S,
            "PYTHONPATH": self.source,
        }
        settings = {name: str(value) for name, value in {**own, **self.given}.items() if value is not None}
        with self.log.open("ab") as file:
            self.process = subprocess.Popen(
                [*PROGRAM, "serve"],
                env=kept | settings,
                cwd=self.source,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
                start_new_session=True,
            )
        return self

    def begin(self) -> Self:
        """Start, and wait until every worker may be up.

        Raises:
            RuntimeError: it ended, or never answered; with the last it said.
        """
        self.start()
        until = time.monotonic() + START_S
        while time.monotonic() < until and self.code() is None:
            if self.ready()[0] == 200 and len(self.workers()) >= int(str(self.given.get("AKINT_WORKERS", 2))):
                return self
            time.sleep(0.1)
        raise RuntimeError(f"the server did not start: {self.said()[-2000:]}")

    def code(self) -> int | None:
        """The exit code; None while it runs."""
        return None if self.process is None else self.process.poll()

    def ready(self, patience: float = 20.0) -> tuple[int, str]:
        """Status and words of ``/health/ready``; 0 where nobody answers."""
        return self.get("/health/ready", patience)

    def get(self, path: str, patience: float = 20.0) -> tuple[int, str]:
        """Status and text of one address; 0 and the kind of fault where no answer comes."""
        try:
            answer = httpx.get(self.home + path, timeout=patience, trust_env=False)
        except httpx.HTTPError as error:
            return 0, type(error).__name__
        return answer.status_code, answer.text.strip()

    def await_ready(self, patience: float = 90.0) -> float:
        """The seconds until it is ready again.

        Raises:
            TimeoutError: it never was.
        """
        began = time.monotonic()
        while time.monotonic() - began < patience:
            if self.ready()[0] == 200:
                return time.monotonic() - began
            time.sleep(0.1)
        raise TimeoutError(f"not ready after {patience:.0f} s: {self.said()[-2000:]}")

    def workers(self) -> list[psutil.Process]:
        """The processes that answer."""
        if self.process is None:
            return []
        try:
            return [one for one in psutil.Process(self.process.pid).children() if one.is_running()]
        except psutil.Error:
            return []

    def memory(self) -> int:
        """Bytes held by all its processes together."""
        return sum(one.memory_info().rss for one in self.workers())

    def said(self) -> str:
        """All it wrote to standard output and standard error."""
        return self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""

    def stop(self) -> None:
        """Stop it as a service manager does, and for certain."""
        if self.process is None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.process = None


@contextmanager
def served(url: str, log: Path, **given: object) -> Iterator[Served]:
    """The server of a database, gone afterwards."""
    server = Served(url, log, given)
    try:
        yield server.begin()
    finally:
        server.stop()
