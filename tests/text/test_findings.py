"""The rules of what a sentence may claim: for each, what it says, when it must be silent, and that one record more
never turns it round.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akint_dash.text import findings
from akint_dash.text.findings import evenly, leader, rate, standing, tops, trend
from akint_dash.text.words import Words

W = Words("nb")


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"A": 0, "B": 0},
        {"A": 50, "B": 50},
        {"A": 109, "B": 91},  # nine points of 200
        {"A": 54, "B": 46},
        {"A": 5, "B": 4},  # nine records
        {"A": 9},  # one kind is compared with nothing
        {"A": 20},
        {"A": 20, "B": 0},
        {"A": 8, "B": 1},  # nine records
        {"A": 3, "B": 2, "C": 2, "D": 2, "E": 1},  # ten points, but one record
    ],
)
def test_nothing_leads(values: dict[str, int]) -> None:
    assert leader(values) is None


def test_a_leader_leads_by_ten_points_and_two_records_on_ten() -> None:
    assert leader({"A": 6, "B": 4}) == "A"
    assert leader({"B": 90, "A": 110}) == "A"
    assert leader({"A": 21, "B": 1}) == "A"


def test_of_hours_and_money_the_base_is_records() -> None:
    hours = {"A": 900.0, "B": 100.0}
    assert leader(hours, {"A": 6, "B": 4}) == "A"
    assert leader(hours, {"A": 5, "B": 4}) is None  # nine records, however many hours
    assert leader(hours, {"A": 1, "B": 20}) is None  # one record is no lead
    assert leader({"A": 540.0, "B": 460.0}, {"A": 6, "B": 4}) is None


def test_none_stands_out_is_said_only_of_a_whole_list() -> None:
    assert standing({"A": 21, "B": 0}).alone == "A"  # 21 against 0: nothing to compare, and not 'none stands out'
    assert standing({"A": 10, "B": 10, "C": 9}).whole
    found = standing({"A": 20, "B": 19, "C": 18, "D": 2})
    assert (found.leader, found.even, found.whole) == (None, ("A", "B", "C"), False)
    assert standing({"A": 10, "B": 10, "C": 10, "D": 10, "E": 1}).even == ()  # too many to name
    assert standing({"A": 3, "B": 3}) == findings.Standing()  # six records say nothing


def test_the_even_ones_are_named() -> None:
    names = {"A": "Alfa", "B": "Beta", "C": "Gamma"}
    assert evenly(W, standing({"A": 20, "B": 19, "C": 2}), names) == " for Alfa (20) og Beta (19)", "19 is not as many"
    hours = {"A": 20.0, "B": 19.0, "C": 2.0}
    assert evenly(W, standing(hours, {"A": 20, "B": 19, "C": 2}), names) == " for Alfa og Beta"
    lists = names | {"A": "Kultur, idrett og frivillighet"}
    told = evenly(W, standing({"A": 20, "B": 19, "C": 2}), lists)
    assert told == " for «Kultur, idrett og frivillighet» (20) og Beta (19)"
    assert evenly(W, standing({"A": 21, "B": 0}), names) == ""
    assert evenly(W, standing({"A": 50, "B": 10}), names) == ""


def test_a_pair_stands_out_only_from_a_third() -> None:
    assert tops({"A": 50, "B": 50}) is None
    assert tops({"A": 40, "B": 35, "C": 25}) == ("A", "B")
    assert tops({"A": 40, "B": 30, "C": 30}) is None
    assert tops({"A": 3, "B": 3, "C": 1}) is None
    assert tops({"A": 0, "B": 0, "C": 0}) is None


def test_no_trend_on_thin_bases_nor_on_one_record() -> None:
    assert trend((1, 9), (90, 100)) is None
    assert trend((10, 100), (8, 9)) is None
    assert trend((50, 100), (52, 100)) == "flat"
    assert trend((5, 10), (6, 10)) is None  # one record of ten
    assert trend((50, 100), (54, 100)) is None  # four points: neither the same nor moved
    assert trend((50, 100), (55, 100)) == "up"
    assert trend((55, 100), (50, 100)) == "down"


def test_a_change_of_a_count() -> None:
    assert findings.change(9, 3) is None
    assert findings.change(10, 9) == "same"
    assert findings.change(100, 96) == "same"
    assert findings.change(34, 32) == "up"
    assert findings.change(32, 34) == "down"


def test_no_rate_on_fewer_than_five_decisions_nor_under_a_choice_of_status() -> None:
    assert rate(1, 1) is None
    assert rate(4, 4) is None
    assert rate(3, 5) == 0.6
    assert rate(24, 39, by_status=True) is None


COUNTS = st.dictionaries(st.sampled_from("ABCDE"), st.integers(0, 60), min_size=1)
LIKE = {"up": 1, "down": -1}


@given(COUNTS, st.sampled_from("ABCDE"))
def test_one_record_more_never_turns_a_leader_round(counts: dict[str, int], to: str) -> None:
    first, then = leader(counts), leader(counts | {to: counts.get(to, 0) + 1})
    assert first is None or then is None or first == then


SHARE = st.integers(0, 60).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base)))


@given(SHARE, SHARE, st.booleans(), st.booleans())
def test_one_record_more_never_turns_a_trend_round(
    before: tuple[int, int], now: tuple[int, int], inside: bool, late: bool
) -> None:
    first = trend(before, now)
    grown = [list(before), list(now)]
    grown[late][0] += inside
    grown[late][1] += 1
    then = trend(grown[0], grown[1])
    assert LIKE.get(str(first), 0) * LIKE.get(str(then), 0) >= 0


@given(st.integers(0, 99), st.integers(0, 99), st.sampled_from([(1, 0), (0, 1)]))
def test_one_record_more_never_turns_a_change_round(now: int, before: int, more: tuple[int, int]) -> None:
    first, then = findings.change(now, before), findings.change(now + more[0], before + more[1])
    assert LIKE.get(str(first), 0) * LIKE.get(str(then), 0) >= 0


def test_even_is_said_of_those_within_a_fifth_only() -> None:
    names = {"A": "Alfa", "B": "Beta", "C": "Gamma"}
    assert evenly(W, standing({"A": 57, "B": 44, "C": 35, "D": 17}), names) == ""
    assert evenly(W, standing({"A": 6, "B": 5, "C": 0}), names) == ""  # few are even only where equal
    assert evenly(W, standing({"A": 6, "B": 6, "C": 0}), names) == " for Alfa (6) og Beta (6)"
    assert evenly(W, standing({"A": 20, "B": 17, "C": 2}), names) == " for Alfa (20) og Beta (17)"


def test_even_is_not_said_where_the_next_is_as_near() -> None:
    """'jevnt mellom A og B' of 26 and 22 with 18 after: the same four apart."""
    names = {"A": "Alfa", "B": "Beta", "C": "Gamma"}
    assert evenly(W, standing({"A": 26, "B": 22, "C": 16, "D": 16}), names) == " for Alfa (26) og Beta (22)"
    assert evenly(W, standing({"A": 26, "B": 22, "C": 18, "D": 9}), names) == ""
    assert evenly(W, standing({"A": 10, "B": 8, "C": 7, "D": 3}), names) == ""
