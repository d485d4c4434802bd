"""The real lists whose rows come in another order make the same records, and are no change after each other."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from akint_dash.importers import find_reader
from akint_dash.importers.code_csv import read_folder
from akint_dash.importers.load import plan
from akint_dash.settings import PROJECT
from tests.importers.real import real
from tests.importers.test_any_order import FILES, after


def shuffled(path: Path, to: Path, seed: int) -> Path:
    """The same list with its rows in another order."""
    heading, *rows = path.read_text(encoding="utf-8-sig").splitlines()
    assert all(row.count('"') % 2 == 0 for row in rows), "no row of it has a line break"
    random.Random(seed).shuffle(rows)
    to.write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")
    return to


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".csv")])
def test_the_order_of_the_rows_decides_nothing(tmp_path: Path, name: str) -> None:
    path = real(name)
    lists = after({}, read_folder(PROJECT / "data" / "code", reader="kodelister"))
    usual = after(lists, find_reader(path).read(path))
    for seed in range(3):
        to = shuffled(path, tmp_path / path.name, seed)
        other = find_reader(to).read(to)
        assert after(lists, other) == usual
        assert plan([other], usual, {}).changes == []
