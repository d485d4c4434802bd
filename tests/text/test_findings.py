"""What a generated sentence may claim: never a leader, a pair or a trend that the numbers do not carry."""

from __future__ import annotations

import pytest

from akint_dash.text.findings import leader, tops, trend


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"A": 0, "B": 0},
        {"A": 50, "B": 50},
        {"A": 105, "B": 95},  # five points of 200 are not more than five
        {"A": 52, "B": 48},
        {"A": 5, "B": 4},  # one case of nine
        {"A": 1},  # one case is no lead of two
    ],
)
def test_nothing_stands_out(values: dict[str, int]) -> None:
    assert leader(values) is None


def test_a_leader_leads_by_more_than_five_points_or_two_cases() -> None:
    assert leader({"A": 106, "B": 94}) == "A"
    assert leader({"B": 94, "A": 106}) == "A"
    assert leader({"A": 5, "B": 3}) == "A"
    assert leader({"A": 2}) == "A"
    assert leader({"A": 7_000_000_00, "B": 1}) == "A"
    assert leader({"A": 36, "B": 34, "C": 30}) is None


def test_the_rule_changes_at_a_base_of_ten() -> None:
    assert leader({"A": 6, "B": 4}) == "A"
    assert leader({"A": 5, "B": 4, "C": 1}) == "A"  # ten: one case is ten points
    assert leader({"A": 5, "B": 4}) is None  # nine: one case is not two


def test_a_pair_stands_out_only_from_a_third() -> None:
    assert tops({"A": 50, "B": 50}) is None
    assert tops({"A": 40, "B": 35, "C": 25}) == ("A", "B")
    assert tops({"A": 40, "B": 30, "C": 30}) is None
    assert tops({"A": 3, "B": 3, "C": 2}) is None
    assert tops({"A": 3, "B": 3, "C": 1}) == ("A", "B")
    assert tops({"A": 0, "B": 0, "C": 0}) is None


def test_no_trend_on_thin_bases_nor_on_two_points() -> None:
    assert trend(0.1, 0.9, 9, 100) is None
    assert trend(0.1, 0.9, 100, 9) is None
    assert trend(0.50, 0.52, 100, 100) == "flat"
    assert trend(0.50, 0.48, 100, 100) == "flat"
    assert trend(0.50, 0.53, 10, 10) == "up"
    assert trend(0.53, 0.50, 10, 10) == "down"
