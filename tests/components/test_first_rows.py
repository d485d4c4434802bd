"""A long list: its first rows in the open, every other behind one click, none of them lost."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from dash import html

from akint_dash.components.first_rows import MOST_LISTED, MOST_ROWS, in_table, opened
from akint_dash.components.markup import markup
from akint_dash.text.words import Words

VIEW: Any = SimpleNamespace(words=Words("nb"))


def drawn(n: int, shown: int = 5) -> str:
    return markup(opened(VIEW, shown, "bars")([html.Li(f"<{i}>") for i in range(n)]))


@pytest.mark.parametrize("n", [0, 5, 6])
def test_a_list_with_at_most_one_row_more_has_nothing_to_click(n: int) -> None:
    assert "details" not in drawn(n)
    assert drawn(n).count("<li>") == n


def test_the_others_stand_behind_a_click_that_counts_them() -> None:
    first, _, rest = drawn(12).partition("<details")
    assert (first.count("<li>"), rest.count("<li>")) == (5, 7)
    assert '<summary><span class="when-shut">Vis 7 til</span> <span class="when-open">Vis færre</span>' in rest
    assert rest.count('class="bars"') == 1


def test_what_is_in_the_table_only_is_counted() -> None:
    assert in_table(VIEW, MOST_ROWS) is None
    assert "og 2 til i tabellen" in markup(in_table(VIEW, MOST_ROWS + 2))


def test_a_list_has_an_end_and_says_how_many_more_there_are() -> None:
    assert drawn(MOST_LISTED).count("<li>") == MOST_LISTED
    assert "i filene" not in drawn(MOST_LISTED)
    long = drawn(MOST_LISTED + 312)
    assert long.count("<li>") == MOST_LISTED
    assert "og 312 til i filene under «Last ned»" in long
