"""The key that signs sessions: a file that only the server's user can read, made where it is missing."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from akint_dash.store.private import private_folder

LEAST: Final = 32
"""So many bytes a key has at least."""


def read_key(path: Path) -> bytes:
    """The key in ``path``; made at the first start, whole or not at all, however many processes begin at once.

    Raises:
        OSError: it can neither be read nor made.
        ValueError: what is there is too short to be a key.
    """
    if not path.exists():
        _make(path)
    key = path.read_bytes().strip()
    if len(key) < LEAST:
        raise ValueError(f"{path.name} is no key: it holds fewer than {LEAST} signs")
    return key


def kept_key(path: Path) -> Callable[[], bytes]:
    """:func:`read_key` for those who may never need it: asked once, when first there is something to sign."""
    return cache(lambda: read_key(path))


def _make(path: Path) -> None:
    private_folder(path.parent)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(48) + "\n")
    try:
        os.link(fresh, path)  # who comes second keeps the first one's
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
