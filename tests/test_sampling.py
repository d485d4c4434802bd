"""The daily run takes a part of each large family, and never nothing of one."""

from __future__ import annotations

import pytest

from tests.conftest import sample


@pytest.mark.parametrize("n", [1, 2, 3, 9])
def test_each_n_th_and_one_at_least(n: int) -> None:
    for count in (1, 2, 3, 7, 40):
        names = [f"test_x[{one}]" for one in range(count)]
        kept = sample(names, n)
        assert kept <= set(names)
        assert len(kept) == max(1, -(-count // n))
        assert sample(names[::-1], n) == kept
