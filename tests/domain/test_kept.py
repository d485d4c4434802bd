"""A file is read once, and again when it changes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from akint_dash.domain.kept import kept


def test_a_file_is_read_again_only_when_it_changes(tmp_path: Path) -> None:
    read: list[str] = []

    @kept
    def words(path: Path) -> str:
        read.append(path.name)
        return path.read_text(encoding="utf-8")

    file, other = tmp_path / "a.txt", tmp_path / "b.txt"
    file.write_text("en", encoding="utf-8")
    other.write_text("annen", encoding="utf-8")
    assert [words(file), words(file), words(other)] == ["en", "en", "annen"]
    assert read == ["a.txt", "b.txt"]
    file.write_text("to", encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert words(file) == "to"
    file.unlink()
    with pytest.raises(FileNotFoundError):
        words(file)
