"""The command that takes the pictures of README takes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.pictures import MOST_BYTES, TAKEN, take
from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser


def test_each_picture_is_taken_and_light(desk: Watched, tmp_path: Path) -> None:
    taken = list(take(desk.page, desk.home, tmp_path))
    assert [path.stem for path in taken] == [*TAKEN]
    for path in taken:
        assert 20_000 < path.stat().st_size <= MOST_BYTES
