"""Deadlines in a cell of a list: all of them, with their hours, and nothing that no one said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akint_dash.importers.deadlines import deadlines

ONE, TWO = "2026-12-01", "2027-04-15"


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-01; 2027-04-15",
        "2026-12-01, 2027-04-15",
        "2026-12-01,2027-04-15",
        "2026-12-01 2027-04-15",
        "2026-12-01\n2027-04-15",
        "2026-12-01 / 2027-04-15",
        "2026-12-01 + 2027-04-15",
        "2026-12-01 and 15.04.2027",
        "1.12.2026 og 15.4.2027",
        "1 December 2026 | 15 April 2027",
        "01 December 2026, 15 April 2027",
        "December 1, 2026; April 15, 2027",
        "1. desember 2026 & 15. april 2027",
        "<b>2026\u201112\u201101</b>; 2027/04/15; 2026-12-01",
    ],
)
def test_every_deadline_is_read_once(text: str) -> None:
    found, doubts = deadlines(text)
    assert [(one.day, one.moment) for one in found] == [(ONE, None), (TWO, None)]
    assert doubts == []


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-12-01 17:00 Brussels", "2026-12-01T16:00:00Z"),
        ("2026-12-01 17.00 CET", "2026-12-01T16:00:00Z"),
        ("2026-12-01T17:00+01:00", "2026-12-01T16:00:00Z"),
        ("2026-12-01 17:00", "2026-12-01T16:00:00Z"),
        ("2026-12-01 kl. 17", "2026-12-01T16:00:00Z"),
        ("2026-12-01, 17h00", "2026-12-01T16:00:00Z"),
        ("Tuesday, 1 December 2026, 5:00 PM (Brussels time)", "2026-12-01T16:00:00Z"),
        ("01 December 2026 17:00:00 Brussels time", "2026-12-01T16:00:00Z"),
        ("2026-12-01 17:00 UTC+1", "2026-12-01T16:00:00Z"),
        ("2026-12-01T17:00:00Z", "2026-12-01T17:00:00Z"),
        ("2026-12-01 23:59", "2026-12-01T22:59:00Z"),
        ("2026-12-01 12:30 am", "2026-11-30T23:30:00Z"),
    ],
)
def test_an_hour_is_a_moment_and_the_day_is_the_one_in_brussels(text: str, moment: str) -> None:
    ((deadline,), doubts) = deadlines(text)
    assert (deadline.day, deadline.moment, doubts) == (ONE, moment, [])


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-01 00:00",
        "2026-12-01T00:00:00.000+0000",
        "2026-11-30T23:00:00Z",
        "2026-12-01T23:59:59Z",
        "1.12.2026 24:00",
    ],
)
def test_midnight_is_no_hour(text: str) -> None:
    ((deadline,), doubts) = deadlines(text)
    assert (deadline.day, deadline.moment, doubts) == (ONE, None, [])


def test_summer_has_its_own_zone() -> None:
    ((summer,), doubts) = deadlines("2026-07-01 17:00 CEST")
    assert (summer.moment, doubts) == ("2026-07-01T15:00:00Z", [])
    ((unsure,), (doubt,)) = deadlines("2026-07-01 17:00 CET")
    assert (unsure.day, unsure.moment) == ("2026-07-01", None)
    assert (doubt.key, doubt.expected) == ("zone_remark", "CET")


@pytest.mark.parametrize(
    "text",
    [
        "1st stage: 2026-12-01; 2nd stage: 2027-04-15",
        "1st stage: 2026-12-01 2nd stage: 2027-04-15",
        "2026-12-01 (stage 1), 2027-04-15 (stage 2)",
        "Trinn 1: 1.12.2026, trinn 2: 15.4.2027",
    ],
)
def test_stages_are_what_their_labels_say(text: str) -> None:
    assert [(one.day, one.stage) for one in deadlines(text)[0]] == [(ONE, 1), (TWO, 2)]


def test_two_stages_of_one_day_are_two_deadlines() -> None:
    found, _ = deadlines("stage 1: 2026-12-01, stage 2: 2026-12-01")
    assert [(one.day, one.stage) for one in found] == [(ONE, 1), (ONE, 2)]


def test_rounds_are_told_as_rounds() -> None:
    found, _ = deadlines("Cut-off 1: 2026-12-01 17:00 CET, cut-off 2: 2027-04-15 17:00 CEST")
    assert [(one.day, one.cut_off) for one in found] == [(ONE, True), (TWO, True)]


@pytest.mark.parametrize("text", ["2026-12-01*", "1 December 2026 (provisional)", "2026-12-01 at noon"])
def test_words_beside_a_day_are_told_and_the_day_is_kept(text: str) -> None:
    ((deadline,), (doubt,)) = deadlines(text)
    assert (deadline.day, deadline.moment, doubt.key) == (ONE, None, "deadline_words_remark")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("2026-12-01 - 2027-04-15", "not_a_date_remark"),
        ("2026-12-01/2027-04-15", "not_a_date_remark"),
        ("2026-12-01 or 2027-04-15", "not_a_date_remark"),
        ("2026-12-01 (extended to 2026-12-15)", "not_a_date_remark"),
        ("1\u20132 December 2026", "not_a_date_remark"),
        ("not before 1 December 2026", "not_a_date_remark"),
        ("01/12/2026", "two_readings_day_remark"),
        ("9999-12-31", "year_out_of_range_remark"),
        ("2026-02-30", "not_a_date_remark"),
        ("46357", "not_a_date_remark"),
        ("Q4 2026", "not_a_date_remark"),
        ("open", "not_a_date_remark"),
    ],
)
def test_what_may_be_two_days_or_none_is_told_and_gives_none(text: str, key: str) -> None:
    found, doubts = deadlines(text)
    assert (found, [doubt.key for doubt in doubts]) == ([], [key])


@given(st.text(st.sampled_from("0123456789-/.,;: adeglnorst()CETZ+\n"), max_size=60))
def test_whatever_is_written_is_read_or_told(text: str) -> None:
    found, doubts = deadlines(text)
    assert found or doubts or not text.strip(" ,;\n-/.:()+")


@pytest.mark.parametrize(
    "text", ["2026-12-01 " * 3_000, "1 " * 20_000, "(" * 50_000, "stage 1: " * 5_000, "a, " * 20_000]
)
def test_no_text_takes_long(text: str) -> None:
    deadlines(text)
