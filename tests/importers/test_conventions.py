"""What a source's own convention makes of a text: one value, or a word for why not; never a guess."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akint_dash.importers.conventions import BadCell, Convention
from akint_dash.text.problems import MESSAGES, words

NORWEGIAN, ENGLISH, UNDEFINED = Convention.NORWEGIAN, Convention.ENGLISH, Convention.UNDEFINED
EVERY = tuple(Convention)


def refused(convention: Convention, method: str, raw: str) -> tuple[str, str]:
    with pytest.raises(BadCell) as caught:
        getattr(convention, method)(raw)
    for suffix in ("", "_remark"):
        sentence = words(caught.value.key + suffix, "nb", value=raw, expected=caught.value.expected)
        assert "?" not in sentence
    return caught.value.key, caught.value.expected


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("25", "25"),
        ("7.5", "7.5"),
        ("7,5", "7.5"),
        ("0,500", "0.500"),
        ("0.125", "0.125"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234\u202f567", "1234567"),
        ("1\u2009234", "1234"),
        ("1'234.50", "1234.50"),
        ("1’234", "1234"),
        ("1,234.5", "1234.5"),
        ("1.234,50", "1234.50"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1999887,500", "1999887.500"),
        ("\u22127", "-7"),
        ("+7", "7"),
        ("  \ufeff", None),
    ],
)
@pytest.mark.parametrize("convention", EVERY)
def test_what_can_be_read_one_way_only_is_read_so_by_all(convention: Convention, raw: str, number: str | None) -> None:
    assert convention.number(raw) == (None if number is None else Decimal(number))


@pytest.mark.parametrize(
    ("raw", "english_minor", "norwegian_minor"),
    [("25,000", 2500000, None), ("25.000", None, 2500000), ("1,234", 123400, None), ("250.000", None, 25000000)],
)
def test_thousands_or_decimals(raw: str, english_minor: int | None, norwegian_minor: int | None) -> None:
    for convention, minor in ((ENGLISH, english_minor), (NORWEGIAN, norwegian_minor), (UNDEFINED, None)):
        if minor is None:
            key, both = refused(convention, "minor", raw)
            assert key == "two_readings"
            assert " eller " in both
        else:
            assert convention.minor(raw) == minor
    assert refused(NORWEGIAN, "number", raw)[0] == "two_readings"
    assert refused(UNDEFINED, "number", raw)[0] == "two_readings"


def test_a_column_that_knows_its_largest_value_settles_what_a_comma_is() -> None:
    for convention in EVERY:
        assert convention.number("10,523", most=Decimal(180)) == Decimal("10.523")
        assert convention.number("11.485", most=Decimal(999)) == Decimal("11.485")
    with pytest.raises(BadCell):
        NORWEGIAN.number("10,523", most=Decimal(100_000))


@pytest.mark.parametrize(
    "raw",
    [
        *(
            "1_0",
            "1e6",
            "9.71E+08",
            "NaN",
            "inf",
            "-Infinity",
            "0x1F",
            "１２",
            "١٢",
            "12 34",
            "1 23",
            "1,2,3",
            "1.2,3.4",
        ),
        *("(100)", "100-", "--5", "5..5", ",5", "1,", "1 2", "tolv", "60 %", "½", "²", "9" * 61),
    ],
)
@pytest.mark.parametrize("convention", EVERY)
def test_what_is_no_number_is_said(convention: Convention, raw: str) -> None:
    assert refused(convention, "number", raw)[0] == "not_a_number"
    assert refused(convention, "minor", raw)[0] == "not_money"


def test_money_below_nothing_and_beyond_all_bounds() -> None:
    for convention in EVERY:
        assert refused(convention, "minor", "-25")[0] == "negative"
        assert refused(convention, "minor", "9" * 40)[0] == "not_money"
        assert convention.minor("0") == 0


@pytest.mark.parametrize(
    "raw",
    ["2026-11-24", "2026-11-24T17:00:00.000+0000", "24.11.2026", "24/11/2026", "24/11-26", "24 November 2026",
     "November 24, 2026", "Tuesday, 24 November 2026", "24. november 2026 kl. 17.00", "2026/11/24"],
)  # fmt: skip
@pytest.mark.parametrize("convention", EVERY)
def test_days_with_one_reading(convention: Convention, raw: str) -> None:
    assert convention.day(raw) == "2026-11-24"


@pytest.mark.parametrize("raw", ["03/04/2026", "03-04-2026", "3/4/26", "24-11-26", "03/04/2026 17:00"])
@pytest.mark.parametrize("convention", EVERY)
def test_days_with_two_readings(convention: Convention, raw: str) -> None:
    key, both = refused(convention, "day", raw)
    assert key == "two_readings_day"
    assert len(set(both.split(" eller "))) >= 2


def test_the_american_order_is_read_where_a_source_may_be_american() -> None:
    assert ENGLISH.day("11/24/2026") == UNDEFINED.day("11/24/2026") == "2026-11-24"
    assert refused(NORWEGIAN, "day", "11/24/2026")[0] == "not_a_date"
    assert NORWEGIAN.day("04/04/2026") == "2026-04-04"
    assert NORWEGIAN.day("03.04.2026") == NORWEGIAN.day("3/4-2026") == "2026-04-03"


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("9999-12-31", "year_out_of_range"),
        ("1899-12-30", "year_out_of_range"),
        ("32.13.2026", "not_a_date"),
        ("2026", "not_a_date"),
        ("46350", "not_a_date"),
        ("24.11.2026 25:00", "not_a_date"),
        ("høsten 2026", "not_a_date"),
    ],
)
@pytest.mark.parametrize("convention", EVERY)
def test_what_is_no_day(convention: Convention, raw: str, key: str) -> None:
    assert refused(convention, "day", raw)[0] == key


@settings(max_examples=80, deadline=None)
@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_an_amount_in_a_convention_is_read_back(amount: Decimal) -> None:
    grouped = f"{amount:,.2f}"
    assert ENGLISH.minor(grouped) == int(amount * 100)
    assert NORWEGIAN.minor(grouped.translate(str.maketrans(",.", "\u00a0,"))) == int(amount * 100)
    assert NORWEGIAN.minor(grouped.translate(str.maketrans(",.", ".,"))) == int(amount * 100)


@settings(max_examples=60, deadline=None)
@given(st.dates(dt.date(1950, 1, 1), dt.date(2100, 12, 31)))
def test_a_day_is_read_back_or_told_to_have_two_readings(day: dt.date) -> None:
    for convention in EVERY:
        assert convention.day(day.isoformat()) == convention.day(f"{day:%d.%m.%Y}") == day.isoformat()
        if day.day <= 12 and day.day != day.month:
            assert refused(convention, "day", f"{day:%d/%m/%Y}")[0] == "two_readings_day"
        else:
            assert convention.day(f"{day:%d/%m/%Y}") == day.isoformat()


@settings(max_examples=200, deadline=None)
@given(st.text("0123456789 .,-/eET:+Z'", max_size=20) | st.text(max_size=20), st.sampled_from(EVERY))
def test_any_text_is_read_or_refused_in_words(raw: str, convention: Convention) -> None:
    for method in (convention.number, convention.minor, convention.day):
        with suppress(BadCell):
            method(raw)


def test_no_pattern_goes_back_and_forth_over_a_long_text() -> None:
    for piece in ("1", "1 ", "1,", "1.", " ", "1/", "a"):
        for convention in EVERY:
            for method in (convention.number, convention.minor, convention.day):
                with suppress(BadCell):
                    method(piece * 200_000)


def test_every_word_is_there_as_a_remark_too() -> None:
    for key in ("not_a_number", "not_money", "negative", "two_readings", "two_readings_day", "not_a_date"):
        assert f"{key}_remark" in MESSAGES
