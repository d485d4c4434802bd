"""The laws of cells: what is written for a value is read back as it; what people write is read or refused."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.schema import ENTITIES, Column, Kind
from akint_dash.exports.workbook import cell_value
from akint_dash.importers import cells
from akint_dash.importers.cells import BadCell, Cell, text
from akint_dash.importers.codes import ties_text
from tests.exports.states import BY_KIND, values_of

MONEY = Column("amount", Kind.MONEY, "Beløp")
NUMBER = Column("hours", Kind.NUMBER, "Timer")
INTEGER = Column("year", Kind.INTEGER, "År")
DATE = Column("start", Kind.DATE, "Start")
MOMENT = Column("moment", Kind.MOMENT, "Tidspunkt")
TEXT = Column("title", Kind.TEXT, "Tittel")
FLAG = Column("flag", Kind.FLAG, "Demonstrasjon")
STATUS = Column("status", Kind.CHOICE, "Status", of="status")
AREA = Column("area", Kind.REFERENCE, "Rådsområde", of="area")
GOALS = Column("goals", Kind.TIES, "Mål", of="goal")
AREAS = ENTITIES["project"].by_name["areas"]
SCALARS = (MONEY, NUMBER, INTEGER, DATE, MOMENT, TEXT, FLAG, STATUS, AREA)


def as_cell(shown: str | int | float, shown_as: str) -> Cell:
    """What the child makes of a written value."""
    if isinstance(shown, str):
        return text(shown)
    return Cell(cells.DAY if "yyyy" in shown_as else cells.NUMBER, f"{shown:.16G}")


def parsed(column: Column, raw: str, kind: str = cells.TEXT) -> Any:
    return cells.parse(column, Cell(kind, raw))


def refused(column: Column, raw: str, kind: str = cells.TEXT) -> str:
    with pytest.raises(BadCell) as caught:
        cells.parse(column, Cell(kind, raw))
    return caught.value.key


MONTHS = (
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
)


# -- laws


@settings(max_examples=40, deadline=None)
@given(st.data())
@pytest.mark.parametrize("column", [*SCALARS, GOALS, AREAS], ids=lambda column: column.kind)
def test_what_is_written_is_read_back(column: Column, data: st.DataObject) -> None:
    value = data.draw(values_of(column))
    read = cells.parse(column, as_cell(*cell_value(column, value)))
    assert read == value
    assert type(read) is type(value)


@settings(max_examples=60, deadline=None)
@given(BY_KIND[Kind.MONEY])
def test_an_amount_written_the_norwegian_way_is_read_back(minor: int) -> None:
    whole, rest = divmod(abs(minor), 100)
    sign = "-" if minor < 0 else ""
    for grouped in (f"{whole:,}".replace(",", "\u00a0"), f"{whole:,}".replace(",", "."), str(whole)):
        for shown in (f"kr {sign}{grouped},{rest:02d}", f"{sign}{grouped},{rest:02d} kr"):
            assert parsed(MONEY, shown) == minor


@settings(max_examples=40, deadline=None)
@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_a_day_written_in_any_way_is_read_back(day: dt.date) -> None:
    for shown in (
        day.isoformat(),
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day:02d}/{day.month:02d}-{day.year}",
        f"{day.day}. {MONTHS[day.month - 1]} {day.year}",
        f"{day.isoformat()} 00:00:00",
    ):
        assert parsed(DATE, shown) == day.isoformat()


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_clean_text_is_clean(raw: str) -> None:
    once = cells.clean_text(raw)
    assert cells.clean_text(once) == once
    assert once == once.strip()


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=30), st.sampled_from("snpdbef"), st.sampled_from([*SCALARS, GOALS, AREAS]))
def test_any_cell_is_read_or_refused(raw: str, kind: str, column: Column) -> None:
    cells.shown(Cell(kind, raw))
    with suppress(BadCell):
        cells.parse(column, Cell(kind, raw))


@settings(max_examples=60, deadline=None)
@given(st.text("0123456789 .,-eEkr%", max_size=14), st.sampled_from([*SCALARS, GOALS]))
def test_anything_like_a_number_is_read_or_refused(raw: str, column: Column) -> None:
    for kind in (cells.TEXT, cells.NUMBER, cells.DAY):
        with suppress(BadCell):
            cells.parse(column, Cell(kind, raw))


# -- the habits of people


@pytest.mark.parametrize(
    ("raw", "minor"),
    [
        ("kr 1 234 567,50", 123456750),
        ("1 234 567,50 kr", 123456750),
        ("1\u00a0234\u00a0567,50\u00a0kr", 123456750),
        ("1\u202f234\u202f567,50", 123456750),
        ("1.234.567,50", 123456750),
        ("1,234,567.50", 123456750),
        ("1234567.5", 123456750),
        ("NOK 50 000", 5000000),
        ("50.000", 5000000),
        ("50 000,-", 5000000),
        ("kr 500,-", 50000),
        ("\u22121 000", -100000),
        ("0", 0),
        ("1,5 mill. kr", 150000000),
        ("25 tusen", 2500000),
        ("2,5 MNOK", 250000000),
        ("EUR 100", 10000),
        ("100 €", 10000),
        ("500 000,– kr.", 50000000),
        ("  \u00a0 ", None),
    ],
)
def test_amounts(raw: str, minor: int | None) -> None:
    assert parsed(MONEY, raw) == minor


@pytest.mark.parametrize(
    "raw",
    ["12 34", "1 234 56", "100 km", "$ 100", "ca. 100", "1_0", "1E+06", "１００", "60 %", "(100)", "-", "9" * 18],
)
def test_what_is_no_amount(raw: str) -> None:
    assert refused(MONEY, raw) == "not_money"


@pytest.mark.parametrize("raw", ["1,234", "12,345", "kr 1,234", "1,234 mill. kr"])
def test_amounts_with_two_readings(raw: str) -> None:
    assert refused(MONEY, raw) == "two_readings"


def test_an_amount_computed_by_the_spreadsheet_is_rounded_to_the_ore() -> None:
    assert parsed(MONEY, "33333.333333333336", cells.NUMBER) == 3333333
    assert parsed(MONEY, "0.30000000000000004", cells.NUMBER) == 30
    assert refused(MONEY, "0.5", cells.PERCENT) == "not_money"
    assert refused(MONEY, "1E+400", cells.NUMBER) == "not_money"


@pytest.mark.parametrize(
    ("raw", "kind", "number"),
    [
        ("7,5", cells.TEXT, 7.5),
        ("7.5", cells.TEXT, 7.5),
        ("1 234,5", cells.TEXT, 1234.5),
        ("11.4853", cells.NUMBER, 11.4853),
    ],
)
def test_numbers(raw: str, kind: str, number: float) -> None:
    assert parsed(NUMBER, raw, kind) == number


@pytest.mark.parametrize(
    ("raw", "kind", "key"),
    [
        ("1.500", cells.TEXT, "two_readings"),
        ("mange", cells.TEXT, "not_a_number"),
        ("nan", cells.TEXT, "not_a_number"),
        ("NaN", cells.NUMBER, "not_a_number"),
        ("INF", cells.NUMBER, "not_a_number"),
        ("1E+400", cells.NUMBER, "not_a_number"),
        ("46350", cells.DAY, "number_is_date"),
        ("0.3125", cells.DAY, "number_is_time"),
        ("7:30", cells.TIME, "number_is_time"),
        ("7:30", cells.TEXT, "number_is_time"),
        ("1,500", cells.TEXT, "two_readings"),
        ("60 %", cells.TEXT, "percent_in_number"),
        ("0.6", cells.PERCENT, "percent_in_number"),
        ("1_0", cells.NUMBER, "not_a_number"),
        ("١٢", cells.NUMBER, "not_a_number"),
        ("1", cells.BOOL, "not_a_number"),
    ],
)
def test_what_is_no_number(raw: str, kind: str, key: str) -> None:
    assert refused(NUMBER, raw, kind) == key


def test_whole_numbers() -> None:
    assert parsed(INTEGER, "2026") == 2026
    assert parsed(INTEGER, "2026.0", cells.NUMBER) == 2026
    assert parsed(INTEGER, "1.234") == 1234
    assert parsed(INTEGER, "1 234") == 1234
    for raw in ("2026,5", "99999999999", "to"):
        assert refused(INTEGER, raw) == "not_whole"
    assert refused(INTEGER, "1,000") == "two_readings"
    assert refused(INTEGER, "24.11.2026") == refused(INTEGER, "46350", cells.DAY) == "number_is_date"
    assert refused(INTEGER, "50 %") == "percent_in_number"


def test_percent_of_a_full_time_equivalent_is_a_part_of_one() -> None:
    for name in ("fte", "planned_fte"):
        column = Column(name, Kind.NUMBER, "Årsverk")
        assert parsed(column, "50 %") == parsed(column, "0.5", cells.PERCENT) == 0.5


@pytest.mark.parametrize(
    "raw",
    [
        "24.11.2026",
        "24/11-2026",
        "24/11/2026",
        "24-11-2026",
        "2026-11-24",
        "24. november 2026",
        "24 nov. 2026",
        "24.11.26",
        " 24.11.2026\u00a0",
        "2026-11-24T00:00:00",
        "24.11.2026 14:30",
        "46350",
        "24. NOVEMBER 2026",
        "2026-11-24T23:30:00+01:00",
    ],
)
def test_days(raw: str) -> None:
    assert parsed(DATE, raw) == "2026-11-24"


def test_days_as_numbers() -> None:
    assert parsed(DATE, "46350", cells.DAY) == "2026-11-24"
    assert parsed(DATE, "46350.75", cells.DAY) == "2026-11-24"
    assert parsed(DATE, "46350", cells.NUMBER) == "2026-11-24"


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("32.13.2026", cells.TEXT),
        ("29.02.2025", cells.TEXT),
        ("høsten 2026", cells.TEXT),
        ("11/24/2026", cells.TEXT),
        ("0.5", cells.DAY),
        ("60", cells.DAY),
        ("99999999", cells.DAY),
        ("-5", cells.DAY),
        ("20261124", cells.NUMBER),
        ("24.11.0026", cells.TEXT),
    ],
)
def test_what_is_no_day(raw: str, kind: str) -> None:
    assert refused(DATE, raw, kind) == "not_a_date"


def test_moments() -> None:
    for raw in ("2026-11-24T16:00:00Z", "24.11.2026 16:00", "24.11.2026 kl. 16.00", "2026-11-24 17:00:00+01:00"):
        assert parsed(MOMENT, raw) == "2026-11-24T16:00:00Z"
    assert parsed(MOMENT, "46350.66666666666", cells.DAY) == "2026-11-24T16:00:00Z"
    for raw in ("24.11.2026", "24.11.2026 25:00", "snart"):
        assert refused(MOMENT, raw) == "not_a_moment"


def test_choices_by_code_bokmal_and_english_in_any_case() -> None:
    for raw in ("idea", "Idé", "IDÉ", "ide\u0301", " Idea ", "Under utvikling", "under  utvikling"):
        assert parsed(STATUS, raw) in ("idea", "developing")
    assert parsed(STATUS, "Ferdig") == "completed"
    assert refused(STATUS, "sykkel") == "not_a_choice"
    assert refused(STATUS, "Avslåt") == refused(STATUS, "Avsluttet") == "choice_near"
    for name, choice in CHOICES.items():
        column = Column("x", Kind.CHOICE, "X", of=name)
        for code, (norwegian, _) in choice.items():
            assert parsed(column, code) == code
            assert parsed(column, norwegian.upper()) == code


def test_codes() -> None:
    assert parsed(AREA, "SAM") == "SAM"
    assert parsed(AREA, "NAE – Næring, kultur og idrett") == "NAE – Næring, kultur og idrett"
    assert parsed(AREA, "301", cells.NUMBER) == "301"
    assert parsed(AREA, "0301") == "0301"
    assert parsed(AREA, "\u00a0SAM\u200b ") == "SAM"
    assert parsed(AREA, "A\u030aS") == "ÅS"
    for raw, kind in (("0.6", cells.PERCENT), ("1", cells.BOOL), ("7:30", cells.TIME)):
        assert refused(AREA, raw, kind) == refused(TEXT, raw, kind).replace("text_changed", "code_is_date")
    assert refused(AREA, "46350", cells.DAY) == "code_is_date"


def test_ties() -> None:
    assert parsed(GOALS, "P-0042; P-0043") == [["P-0042", None], ["P-0043", None]]
    assert parsed(GOALS, "P-0042, P-0043\nP-0044;") == [["P-0042, P-0043", None], ["P-0044", None]]
    assert parsed(AREAS, "Klima, miljø og natur; SAM 60 %") == [["Klima, miljø og natur", None], ["SAM", 60]]
    assert (
        parsed(AREAS, "SAM 60 %, KUL 40 prosent") == parsed(AREAS, "60 % SAM; KUL (40 %)") == [["SAM", 60], ["KUL", 40]]
    )
    assert parsed(GOALS, "301", cells.NUMBER) == [["301", None]]
    assert parsed(AREAS, "SAM 60 %; KUL 40 %") == [["SAM", 60], ["KUL", 40]]
    assert parsed(AREAS, "SAM: 60%; KUL – Kultur 40 %") == [["SAM", 60], ["KUL – Kultur", 40]]
    assert parsed(AREAS, "A1 60 %; KUL") == [["A1", 60], ["KUL", None]]
    assert parsed(GOALS, " ; ") is None
    assert ties_text([["SAM", 60], ["KUL", None]]) == "SAM 60 %; KUL"


@pytest.mark.parametrize(
    ("column", "raw", "key"),
    [
        (AREAS, "SAM 33,5 %; KUL 66,5 %", "bad_tie"),
        (AREAS, "SAM 0 %", "bad_tie"),
        (AREAS, "SAM 101 %", "bad_tie"),
        (AREAS, "60 %", "bad_tie"),
        (AREAS, "SAM; SAM", "double_tie"),
        (GOALS, "SAM 60 %", "tie_without_share"),
    ],
)
def test_what_are_no_ties(column: Column, raw: str, key: str) -> None:
    assert refused(column, raw) == key


def test_text_keeps_what_is_inside_and_numbers_have_no_decimals_they_lack() -> None:
    assert parsed(TEXT, " a\u00a0b\nc \r\n") == "a\u00a0b\nc"
    assert parsed(TEXT, "Bla\u030a") == "Blå"
    assert parsed(TEXT, "301.0", cells.NUMBER) == "301"
    assert parsed(TEXT, "2.5", cells.NUMBER) == "2,5"
    assert parsed(TEXT, "0.30000000000000004", cells.NUMBER) == "0,3"
    for raw, kind in (("0.6", cells.PERCENT), ("46350", cells.DAY), ("1", cells.BOOL), ("7:30", cells.TIME)):
        assert refused(TEXT, raw, kind) == "text_changed"
    assert refused(TEXT, "9.7104569812345E+17", cells.NUMBER) == "digits_lost"
    assert refused(TEXT, "x" * 32_768) == "text_too_long"


def test_errors_and_formulas_without_value_are_never_values() -> None:
    for column in (*SCALARS, GOALS):
        assert refused(column, "#REF!", cells.ERROR) == "error_cell"
        assert refused(column, "", cells.UNCOMPUTED) == "formula_without_value"


# -- percent, years, currencies


def test_a_percentage_is_one_where_the_column_says_so_and_a_part_in_full_time_work() -> None:
    fte, cofunding = ENTITIES["budget"].by_name["planned_fte"], ENTITIES["programme"].by_name["cofunding"]
    for raw, kind in (("0.5", cells.PERCENT), ("50 %", cells.TEXT), ("50 prosent", cells.TEXT)):
        assert parsed(fte, raw, kind) == 0.5
        assert parsed(cofunding, raw, kind) == 50.0
    assert parsed(cofunding, "0.07", cells.PERCENT) == 7.0


def test_a_year_where_a_day_belongs_is_told() -> None:
    assert refused(DATE, "2026") == refused(DATE, "2026", cells.NUMBER) == "year_not_day"
    assert refused(DATE, "03/04/2026") == refused(DATE, "2026-11-24T23:30:00Z") == "two_readings_day"


@pytest.mark.parametrize(
    ("raw", "code"),
    [("kr", "NOK"), ("Kroner", "NOK"), ("nok", "NOK"), ("Euro", "EUR"), ("€", "EUR"), ("Euro (EUR)", "EUR"),
     ("svenske kroner", "SEK"), ("£", "GBP"), ("mill. kr", "mill. kr"), ("$", "$"), ("XYZ", "XYZ")],
)  # fmt: skip
def test_currencies_as_people_write_them(raw: str, code: str) -> None:
    assert parsed(ENTITIES["project"].by_name["currency"], raw) == code


@pytest.mark.parametrize(
    ("raw", "kind", "shown"),
    [("0.3125", "d", "7:30"), ("46023", "d", "01.01.2026"), ("46023.5", "d", "01.01.2026 12:00"), ("0.5", "p", "50 %")],
)
def test_no_machine_number_is_shown(raw: str, kind: str, shown: str) -> None:
    assert cells.shown(Cell(kind, raw)) == shown


@pytest.mark.parametrize("piece", ["1", "1 ", "1,", "1.", "%", "% ,", '"', '""', " - ", ";", "1%"])
def test_no_cell_costs_more_than_it_is_worth(piece: str) -> None:
    for column in (*SCALARS, GOALS, AREAS):
        with suppress(BadCell):
            cells.parse(column, text(piece * (32_767 // len(piece))))


@pytest.mark.parametrize("code", ["A;B", 'A "B"', "A 60 %", "A\nB", "Klima, miljø"])
@pytest.mark.parametrize("share", [None, 40])
def test_a_code_with_any_sign_stands_among_others(code: str, share: int | None) -> None:
    ties: list[list[Any]] = [[code, share], ["KUL", None]]
    assert parsed(AREAS, ties_text(ties)) == ties


def test_the_currency_beside_an_amount() -> None:
    for raw, currency in (("100 kr", "NOK"), ("€ 100", "EUR"), ("100", None), ("mye kr", None)):
        assert cells.named_currency(MONEY, text(raw)) == currency
