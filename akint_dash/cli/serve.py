"""``serve``: gunicorn with our application, made in each worker after the fork."""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from typing import Any, Final

from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

from akint_dash.cli.base import Refused
from akint_dash.cli.wording import w
from akint_dash.settings import Settings

THREADS: Final = 4
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

        return create_app(self._settings).server


def configuration(settings: Settings) -> dict[str, Any]:
    """Gunicorn's configuration for ``settings``."""
    memory = Path("/dev/shm")  # noqa: S108 - gunicorn's heartbeat file, on no disk
    return {
        "bind": [address(settings)],
        "workers": settings.workers,
        "worker_class": "gthread",
        "threads": THREADS,
        "timeout": TIMEOUT_S,
        "preload_app": False,
        "control_socket_disable": True,
        "worker_tmp_dir": str(memory) if memory.is_dir() else None,
        "loglevel": "warning",
        "post_worker_init": _tell,
    }


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
    """Serve until stopped."""
    Served(settings).run()
