"""What stops a start: a key or secret that cannot be had, or staff let in without sign-in where others reach."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from akint_dash.access.keys import read_key
from akint_dash.errors import UsageError
from akint_dash.settings import PROJECT, Settings, is_loopback

_OPEN: Final = Path("/proc/self/fd")


def refuse_unsafe(settings: Settings) -> None:
    """Refuse to start as ``settings`` say.

    Raises:
        UsageError: the key or the client's secret cannot be read, or staff is let in without sign-in while this process
            listens beyond this machine (as ``gunicorn app:server --bind 0.0.0.0`` does, which no setting tells).
    """
    if settings.auth != "none":
        try:
            read_key(PROJECT / settings.secret_key_file)
        except (OSError, ValueError) as error:
            raise UsageError("key_unusable", file=settings.secret_key_file) from error
        try:
            _ = settings.client_secret
        except (OSError, ValueError) as error:
            raise UsageError("secret_unusable", file=settings.oidc_client_secret_file) from error
    elif settings.audience == "staff":
        for address in listening():
            if not is_loopback(address):
                raise UsageError("staff_listens_beyond", address=address)


def listening() -> Iterator[str]:
    """The addresses that this process listens on already, where the system can say so."""
    for entry in list(_OPEN.iterdir()) if _OPEN.is_dir() else []:
        with suppress(OSError, ValueError):
            number = int(entry.name)
            if not stat.S_ISSOCK(os.fstat(number).st_mode):
                continue
            with socket.socket(fileno=os.dup(number)) as one:
                internet = one.family in (socket.AF_INET, socket.AF_INET6)
                if internet and one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                    yield str(one.getsockname()[0])
