"""Servers as programs of their own, and the databases of ``tests.store``."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from benchmarks.commands import free_port
from tests.store.conftest import empty_url, engine, postgres, sqlite_template, url

__all__ = ["empty_url", "engine", "postgres", "sqlite_template", "url"]
PROGRAM = "import sys; from akint_dash.cli import main; sys.exit(main())"


class Server:
    """A running ``akint-dash serve``, and what it has written."""

    def __init__(self, port: int, program: subprocess.Popen[bytes], written: Path) -> None:
        self.port, self.program, self._written = port, program, written

    @property
    def log(self) -> str:
        """Standard error so far."""
        return self._written.read_text(encoding="utf-8")

    def lines(self) -> list[dict[str, Any]]:
        """The log's objects so far."""
        return [json.loads(line) for line in self.log.splitlines() if line.startswith("{")]

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        """Status and body of one answer."""
        asked = Request(f"http://127.0.0.1:{self.port}{path}", headers=headers)
        try:
            with urlopen(asked, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode(errors="replace")

    def wait(self) -> None:
        """Until it answers ready."""
        end = time.monotonic() + 90
        while self.program.poll() is None and time.monotonic() < end:
            try:
                if self.get("/health/ready")[0] == 200:
                    return
            except OSError:
                pass
            time.sleep(0.1)
        raise AssertionError(self.log)

    def stop(self) -> int:
        """Stop it as systemd does; the exit code."""
        self.program.send_signal(signal.SIGTERM)
        return self.program.wait(60)


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """``serve(database_url, **settings)``: a server that answers; all are stopped at the end."""
    with serving(tmp_path) as started:
        yield started


@contextmanager
def serving(folder: Path) -> Iterator[Callable[..., Server]]:
    """The same, with what the servers write in ``folder``."""
    running: list[Server] = []

    def started(database_url: str, **settings: str) -> Server:
        port, written = int(settings.get("AKINT_PORT") or free_port()), folder / f"server-{len(running)}.log"
        own = {"AKINT_DATABASE_URL": database_url, "AKINT_PORT": str(port), "AKINT_WORKERS": "1"}
        own |= {"AKINT_LOG": "json", "AKINT_RATE": "0"}
        with written.open("wb") as log:
            program = subprocess.Popen(
                [sys.executable, "-c", PROGRAM, "serve"],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=os.environ | own | settings,
            )
        server = Server(port, program, written)
        running.append(server)
        server.wait()
        return server

    try:
        yield started
    finally:
        for server in running:
            if server.program.poll() is None:
                server.program.kill()
            server.program.wait(60)
