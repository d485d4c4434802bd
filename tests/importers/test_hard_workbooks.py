"""Workbooks of many programs, and as none here writes them: every cell is what its author sees, or told."""

from __future__ import annotations

from pathlib import Path

import pytest

from akint_dash.errors import UnreadableFile
from akint_dash.importers.workbook import read
from benchmarks.hard_by_hand import BY_HAND, Hard, made_by_hand
from benchmarks.hard_workbooks import hard_workbooks
from benchmarks.judged import KINDS, Took, judge


def faults(hard: Hard) -> list[tuple[str, str]]:
    """What is wrong with our reading of ``hard``."""
    try:
        took = Took(read(hard.path), "", 0, 0)
    except UnreadableFile as error:
        took = Took(None, error.key, 0, 0)
    return list(judge(hard, took))


def test_workbooks_of_other_programs_say_what_their_authors_see(tmp_path: Path) -> None:
    found = list(hard_workbooks(tmp_path, soffice=None))
    assert len(found) == 6 + len(BY_HAND)
    assert [fault for hard in found for fault in faults(hard)] == []


def test_a_wrong_cell_is_seen_by_this_test(tmp_path: Path) -> None:
    hard = next(one for one in made_by_hand(tmp_path) if one.name == "an exponent")
    other = Hard(hard.name, hard.path, {**hard.truth, ("P", "budget"): 1}, frozenset({"hidden_rows"}))
    assert [kind for kind, _ in faults(other)] == [KINDS[0], KINDS[0]]


@pytest.mark.parametrize("name", ["a far cell", "a far row"])
def test_a_far_cell_is_told_as_one(tmp_path: Path, name: str) -> None:
    hard = next(one for one in made_by_hand(tmp_path) if one.name == name)
    with pytest.raises(UnreadableFile, match="far_cell"):
        read(hard.path)
