"""The selection: the address is the only state, and a bad one never breaks a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.harmless import harmless
from akint_dash.domain.selection import LISTS, RINGS, WEIGHTS, YEARS, Notice, Query, Selection

CODES = st.lists(st.sampled_from(["SAM", "KUL", "NÆR", "HE-C5", "klima_miljo", "P 60 %", "a&b=c", "#/?", "0301", "+"]))
"""Any code but one with a comma, which no code has."""


def unique(codes: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(codes)))


SELECTIONS = st.builds(
    Selection,
    omrade=CODES.map(unique),
    virkemiddel=CODES.map(unique),
    program=CODES.map(unique),
    tema=CODES.map(unique),
    status=st.lists(st.sampled_from(sorted(CHOICES["status"]))).map(unique),
    ring=st.lists(st.sampled_from(sorted(RINGS))).map(unique),
    partner=CODES.map(unique),
    kommune=CODES.map(unique),
    maned=st.lists(st.sampled_from(["2026-03", "2025-12", "1990-01", "2100-12"])).map(unique),
    periode=st.none() | st.lists(st.sampled_from(YEARS), min_size=2, max_size=2).map(lambda y: (min(y), max(y))),
    sok=st.text(max_size=90).map(lambda text: " ".join(harmless(text).split())[:80].strip()),
    per=st.none() | st.dates(date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31)),
    vekt=st.sampled_from(WEIGHTS),
)


@given(selection=SELECTIONS)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_a_selection_written_to_the_address_and_read_back_is_the_same(selection: Selection) -> None:
    read, notices = Selection.from_query(parse_qs(selection.to_query(), keep_blank_values=True))
    assert read == selection
    assert notices == []
    assert read.to_query() == selection.to_query()


@pytest.mark.parametrize(
    "month", ["2026-13", "2026-00", "2026-3", "1989-12", "2101-01", "mars", "2026-03-01", "٢٠٢٦-٠٣", "2026"]
)
def test_what_is_no_month_is_left_out_and_told(month: str) -> None:
    assert Selection.from_query({"maned": f"{month},2026-03"}) == (
        Selection(maned=("2026-03",)),
        [Notice("maned", month)],
    )


def test_months_bring_their_years_and_a_period_keeps_its_months() -> None:
    chosen = Selection(maned=("2025-12", "2026-03"), periode=(2024, 2027))
    assert chosen.of_time() == replace(chosen, periode=(2025, 2026))
    assert chosen.in_period((2026, 2026)) == Selection(maned=("2026-03",), periode=(2026, 2026))
    assert Selection(periode=(2024, 2024)).of_time() == Selection(periode=(2024, 2024))


ANYTHING = st.none() | st.text() | st.lists(st.text()) | st.tuples(st.text(), st.text())


@given(query=st.dictionaries(st.sampled_from([*LISTS, "periode", "sok", "per", "vekt", "linse"]), ANYTHING))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_no_query_raises_and_what_is_read_can_be_written(query: Query) -> None:
    """Whatever stands in the address, the page that answers has an address of its own that means the same."""
    selection, _ = Selection.from_query(query)
    again, notices = Selection.from_query(parse_qs(selection.to_query(), keep_blank_values=True))
    assert again == selection
    assert notices == []


def read(text: str, **known: set[str]) -> tuple[Selection, list[Notice]]:
    return Selection.from_query(parse_qs(text), {name: frozenset(codes) for name, codes in known.items()})


@pytest.mark.parametrize(
    ("query", "value"),
    [
        ("periode=2027-2024", "2027-2024"),
        ("periode=1989-2024", "1989-2024"),
        ("periode=2024-2101", "2024-2101"),
        ("periode=-2024", "-2024"),
        ("periode=i fjor", "i fjor"),
        ("periode=" + "9" * 5000, "9" * 5000),
        ("per=2026-02-30", "2026-02-30"),
        ("per=i dag", "i dag"),
        ("vekt=tonn", "tonn"),
        ("status=granted,ferdig", "ferdig"),
        ("ring=europe", "europe"),
        ("omrade=SAM,XXX", "XXX"),
    ],
)
def test_a_bad_value_is_dropped_with_a_notice(query: str, value: str) -> None:
    selection, notices = read(query, omrade={"SAM"})
    name = query.split("=")[0]
    assert notices == [Notice(name, value)]
    good: dict[str, Any] = {"status": ("granted",), "omrade": ("SAM",)}
    assert getattr(selection, name) == good.get(name, getattr(Selection(), name))


def test_a_bad_value_takes_no_good_one_with_it() -> None:
    selection, notices = read("omrade=sam,x,kul&periode=x&vekt=timer&per=2026-06-01", omrade={"SAM", "KUL"})
    assert selection == Selection(omrade=("KUL", "SAM"), vekt="timer", per=date(2026, 6, 1))
    assert notices == [Notice("omrade", "x"), Notice("periode", "x")]


def test_codes_are_read_in_any_case_order_and_number() -> None:
    selection, notices = read("omrade=%20nær,SAM,,sam%20&status=Granted", omrade={"NÆR", "SAM"})
    assert selection == Selection(omrade=("NÆR", "SAM"), status=("granted",))
    assert notices == []


def test_one_year_is_a_period() -> None:
    assert read("periode=2025")[0].periode == (2025, 2025)
    assert read("periode=2025")[0].to_query() == "periode=2025-2025"


def test_what_is_default_is_not_written() -> None:
    assert Selection().to_query() == ""
    assert read("vekt=antall&sok=%20&omrade=,")[0].to_query() == ""


def test_of_a_parameter_given_twice_the_last_counts() -> None:
    assert read("vekt=timer&vekt=kroner")[0].vekt == "kroner"


def test_a_search_text_is_one_line_of_at_most_eighty_characters() -> None:
    assert read("sok=%20grønn%0A%20buss%20")[0].sok == "grønn buss"
    assert read(f"sok={'a' * 79}%20{'b' * 50}")[0].sok == "a" * 79
    assert Selection.from_query({"sok": "a\ud800b"})[0].sok == "ab"


def test_weight_and_day_narrow_nothing() -> None:
    assert Selection(vekt="timer", per=date(2026, 1, 1)).is_empty
    assert not Selection(sok="x").is_empty
    assert not Selection(periode=(2024, 2027)).is_empty


@given(selection=SELECTIONS, name=st.sampled_from(LISTS), code=st.sampled_from(["SAM", "NÆR", "idea", "norden"]))
@settings(deadline=None, derandomize=True)
def test_toggling_twice_is_nothing_and_once_is_something(selection: Selection, name: str, code: str) -> None:
    once = selection.toggle(name, code)
    assert (code in getattr(once, name)) is (code not in getattr(selection, name))
    assert once.toggle(name, code) == selection


@pytest.mark.parametrize("day", ["0001-01-01", "1989-12-31", "2101-01-01", "9999-12-31"])
def test_a_day_at_the_calendars_edge_is_left_out_with_a_notice(day: str) -> None:
    assert Selection.from_query({"per": day}) == (Selection(), [Notice("per", day)])
