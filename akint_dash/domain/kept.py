"""Files that people edit: read once, and again when they change."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeVar

Made = TypeVar("Made")
FILES: Final = 4
"""How many files of a kind are kept."""


def kept(read: Callable[[Path], Made]) -> Callable[[Path], Made]:
    """``read``, whose answer is kept as long as the file has the same last change.

    The answer raises what ``read`` does, and ``OSError`` where the file is not there.
    """

    @lru_cache(maxsize=FILES)
    def of_version(path: Path, _changed: int) -> Made:
        return read(path)

    def of(path: Path) -> Made:
        return of_version(path, path.stat().st_mtime_ns)

    return of
