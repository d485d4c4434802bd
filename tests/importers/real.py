"""The real files, read where they lie: never copied into the project."""

from __future__ import annotations

from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


def real(name: str) -> Path:
    """The real file, or the test is skipped with a word."""
    path = DATA / name
    if not path.is_file():
        pytest.skip(f"the real file {name} is not on this machine")
    return path
