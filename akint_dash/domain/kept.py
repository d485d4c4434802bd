"""Files that people edit: read once, and again when they change."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeVar

Made = TypeVar("Made")
FILES: Final = 4
"""How many files of a kind are kept."""
Versions = tuple[tuple[Path, int | None], ...]
_ASKED: Final[dict[Path, None]] = {}
"""Every file that was ever asked for, in that order."""


def kept(read: Callable[[Path], Made]) -> Callable[[Path], Made]:
    """``read``, whose answer is kept as long as the file has the same last change.

    The answer raises what ``read`` does, and ``OSError`` where the file is not there.
    """

    @lru_cache(maxsize=FILES)
    def of_version(path: Path, _changed: int) -> Made:
        return read(path)

    def of(path: Path) -> Made:
        _ASKED.setdefault(path)
        return of_version(path, path.stat().st_mtime_ns)

    return of


def versions() -> Versions:
    """Every file asked for until now, with its last change; None where it is not there."""
    return tuple((path, _changed(path)) for path in list(_ASKED))


def _changed(path: Path) -> int | None:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return None
