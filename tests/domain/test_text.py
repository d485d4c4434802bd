"""Long texts in a sentence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from akint_dash.domain.text import MOST_SHOWN, around_difference


def test_short_texts_are_quoted_whole_long_ones_from_where_they_differ() -> None:
    assert around_difference("a", "b") == ["a", "b"]
    same = "x" * 500
    assert around_difference(f"{same}one", f"{same}two") == ["…" + "x" * 20 + "one", "…" + "x" * 20 + "two"]
    assert around_difference("(tomt)", same) == ["(tomt)", "x" * MOST_SHOWN + "…"]


@given(st.text(), st.text(), st.text(max_size=400))
def test_what_differs_is_quoted_differently_and_none_is_long(one: str, other: str, before: str) -> None:
    first, second = around_difference(before + one, before + other)
    assert (first == second) == (one == other)
    assert max(len(first), len(second)) <= MOST_SHOWN + 2
