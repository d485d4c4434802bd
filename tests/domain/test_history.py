"""Changes between two states. The law over made-up states stands with the database's tests."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akint_dash.domain.history import Change, State, Value, apply, clean, unapply
from tests.store.states import diff

VALUES = st.dictionaries(
    st.sampled_from(["title", "budget", "hours", "themes", "flag"]),
    st.text(max_size=3) | st.integers(-9, 9) | st.floats(0, 1) | st.booleans() | st.just([["A", None], ["B", 40]]),
    max_size=3,
)
RECORDS = st.dictionaries(st.sampled_from("ABCD"), VALUES, min_size=1, max_size=4)
STATES = st.dictionaries(st.sampled_from(["project", "theme", "call"]), RECORDS, max_size=3)


@given(before=STATES, after=STATES)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_the_law(before: State, after: State) -> None:
    changes = diff(before, after)
    assert apply(before, changes) == after
    assert unapply(apply(before, changes), changes) == before


@given(before=STATES, after=STATES)
@settings(deadline=None, derandomize=True)
def test_the_reverse_of_a_change_is_the_change_back(before: State, after: State) -> None:
    assert sorted(map(repr, (c.reverse() for c in diff(before, after)))) == sorted(map(repr, diff(after, before)))
    assert [c.reverse().reverse() for c in diff(before, after)] == diff(before, after)


@given(state=STATES)
@settings(deadline=None, derandomize=True)
def test_no_difference_is_no_change(state: State) -> None:
    assert diff(state, state) == []
    assert apply(state, []) == state


@given(before=STATES, after=STATES)
@settings(deadline=None, derandomize=True)
def test_neither_state_is_touched(before: State, after: State) -> None:
    kept = repr(before)
    apply(before, diff(before, after))
    assert repr(before) == kept


def test_changes_are_sorted_by_what_happened() -> None:
    before: State = {"theme": {"A": {"n": 1}, "B": {"n": 1}}}
    after: State = {"theme": {"B": {"n": 2}, "C": {"n": 1}}}
    assert [(c.code, c.sort) for c in diff(before, after)] == [("A", "closed"), ("B", "changed"), ("C", "added")]


def test_a_missing_value_is_not_zero_nor_blank() -> None:
    values: dict[str, Value | None] = {"a": None, "b": 0, "c": "", "d": [], "e": False}
    assert clean(values) == {"b": 0, "c": "", "e": False}
    assert diff({"x": {"A": {}}}, {"x": {"A": {"b": 0}}}) != []


@pytest.mark.parametrize(
    "change",
    [
        Change("theme", "A", None, {"n": 2}),
        Change("theme", "A", {"n": 2}, None),
        Change("theme", "B", {"n": 1}, {"n": 2}),
        Change("project", "A", {"n": 1}, None),
    ],
)
def test_a_change_that_starts_elsewhere_is_refused(change: Change) -> None:
    with pytest.raises(ValueError, match=f"{change.entity} {change.code}"):
        apply({"theme": {"A": {"n": 1}}}, [change])


def test_two_changes_of_one_record_are_taken_back_in_their_order() -> None:
    changes = [Change("theme", "A", None, {"n": 1}), Change("theme", "A", {"n": 1}, {"n": 2})]
    assert apply({}, changes) == {"theme": {"A": {"n": 2}}}
    assert unapply({"theme": {"A": {"n": 2}}}, changes) == {}
