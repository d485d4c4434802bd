"""``serve``: gunicorn with our application, made in each worker after the fork."""

from __future__ import annotations

import os
import shutil
import socket
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]
from gunicorn.glogging import Logger  # type: ignore[import-untyped]

from akint_dash.cli.base import Refused
from akint_dash.cli.wording import w
from akint_dash.cli.worker import MOST_FIELDS, MOST_LINE, Patient
from akint_dash.operate import logs
from akint_dash.settings import Settings

THREADS: Final = 8
CONNECTIONS: Final = 800
"""Of one process, within the 1024 files that a system allows by default."""
TIMEOUT_S: Final = 60


class Served(BaseApplication):  # type: ignore[misc]  # gunicorn is untyped
    """Gunicorn without a command line of its own."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        super().__init__()

    def load_config(self) -> None:
        """Our settings as gunicorn's."""
        for name, value in configuration(self._settings).items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """The application, made in the worker: nothing open crosses the fork."""
        from akint_dash.server import create_app

        logs.begin(self._settings.log)
        return create_app(self._settings, begins=False).server  # the command has made it


class Told(Logger):  # type: ignore[misc]  # gunicorn is untyped
    """Gunicorn's own log, in our form."""

    form: logs.Form = "text"

    def setup(self, cfg: Any) -> None:
        """Gunicorn's handlers with our lines."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(logs.formatter(self.form))


class ToldAsJson(Told):
    """The same as JSON."""

    form: logs.Form = "json"


def configuration(settings: Settings) -> dict[str, Any]:
    """Gunicorn's configuration for ``settings``."""
    memory = _memory()
    return {
        "bind": [address(settings)],
        "workers": settings.workers,
        "worker_class": Patient,
        "threads": THREADS,
        "timeout": TIMEOUT_S,
        "worker_connections": CONNECTIONS,
        "limit_request_line": MOST_LINE,
        "limit_request_fields": MOST_FIELDS,
        "preload_app": False,
        "control_socket_disable": True,
        "forwarded_allow_ips": "",  # whom to believe is ours to say: see access/front.py
        "worker_tmp_dir": str(memory) if memory else None,
        "loglevel": "warning",
        "logger_class": ToldAsJson if settings.log == "json" else Told,
        "post_worker_init": _tell,
        "child_exit": _forget,
    }


def _memory() -> Path | None:
    """A folder on no disk, for gunicorn's heartbeats and the numbers that processes keep for each other."""
    memory = Path("/dev/shm")  # noqa: S108
    return memory if os.access(memory, os.W_OK) else None


def _forget(_arbiter: Any, worker: Any) -> None:
    """The gauges of a process that is gone count no more."""
    from prometheus_client.multiprocess import mark_process_dead

    mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]


def address(settings: Settings) -> str:
    """``host:port``, an IPv6 address in brackets."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"{host}:{settings.port}"


def _tell(worker: Any) -> None:
    if worker.age == 1:
        url = f"http://{worker.cfg.bind[0]}/"
        sys.stderr.write(w("Serveren svarer på {url} (stopp med Ctrl+C)", url=url) + "\n")
        sys.stderr.flush()


def refuse_taken(settings: Settings) -> None:
    """Say so at once where the address cannot be had.

    Raises:
        Refused: the address is taken, or not this machine's.
    """
    try:
        found = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, where = found[0]
        with socket.socket(family, kind, protocol) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(where)
    except OSError as error:
        why = error.strerror or str(error)
        raise Refused(w("Adressen {address} kan ikke brukes: {why}", address=address(settings), why=why)) from error


def serve(settings: Settings) -> None:
    """Serve until stopped. HUP puts new processes in the place of the old ones, which first answer what they have."""
    numbers = tempfile.mkdtemp(prefix="akint-numbers-", dir=_memory())
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = numbers  # before any process of ours counts
    master = os.getpid()
    try:
        Served(settings).run()
    finally:
        if os.getpid() == master:
            shutil.rmtree(numbers, ignore_errors=True)
