"""Cells of an exhibit in words: the same words as on the page."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from akint_dash.domain.exhibit import Column, Kind, Value
from akint_dash.text.values import in_words, table_in_words
from akint_dash.text.words import Words

NB, EN = Words("nb"), Words("en")


def test_each_kind_is_written_as_its_language_writes_it() -> None:
    cases: list[tuple[Kind, Value, str, str]] = [
        (Kind.COUNT, 1234, "1\u00a0234", "1,234"),
        (Kind.DECIMAL, 2.5, "2,5", "2.5"),
        (Kind.DECIMAL, 2.0, "2", "2"),
        (Kind.SHARE, 0.285, "29\u00a0%", "29%"),
        (Kind.RATE, 11.6, "11,60", "11.60"),
        (Kind.YEAR, 2026, "2026", "2026"),
        (Kind.DATE, dt.date(2026, 11, 24), "24.11.2026", "24\u00a0Nov\u00a02026"),
        (Kind.DAYS, -3, "\u22123", "\u22123"),
        (Kind.TEXT, "=2+2", "=2+2", "=2+2"),
        (Kind.COUNT, "–", "–", "–"),
        (Kind.COUNT, None, "mangler", "missing"),
    ]
    for kind, value, nb, en in cases:
        column = Column("x", "X", kind)
        assert (in_words(NB, column, value), in_words(EN, column, value)) == (nb, en), kind


def test_money_is_told_in_its_own_unit_or_in_the_currency_beside_it() -> None:
    kroner = Column("x", "X", Kind.MONEY, "NOK")
    assert in_words(NB, kroner, Decimal("6200200")) == "6,2\u00a0mill.\u00a0kr"
    assert in_words(NB, kroner, Decimal("600000")) == "600\u00a0000\u00a0kr"
    assert in_words(EN, Column("x", "X", Kind.MONEY), Decimal(7500000), currency="EUR") == "EUR\u00a07.5\u00a0million"
    assert in_words(NB, Column("x", "X", Kind.MONEY), Decimal(12)) == "12"


def test_a_table_for_reading_has_names_without_codes_and_amounts_with_their_currency() -> None:
    columns = (
        Column("call", "Tittel", Kind.TEXT),
        Column("call_code", "Tittel (kode)", Kind.CODE),
        Column("budget", "Budsjett", Kind.MONEY),
        Column("budget_currency", "Budsjett (valuta)", Kind.CODE),
        Column("code", "Kode", Kind.CODE),
    )
    rows = [("Havner", "C-1", Decimal(7500000), "EUR", "K-1"), ("Vei", "C-2", None, None, "K-2")]
    heads, said = table_in_words(NB, columns, rows)
    assert [head.words for head in heads] == ["Tittel", "Budsjett", "Kode"]
    assert said == [["Havner", "7,5\u00a0mill.\u00a0euro", "K-1"], ["Vei", "mangler", "K-2"]]


def test_the_numbers_of_a_column_have_as_many_decimals_each() -> None:
    columns = (Column("fte", "Årsverk", Kind.DECIMAL), Column("days", "Dager", Kind.DECIMAL))
    rows: list[tuple[Value, ...]] = [(1.0, 3.0), (0.5, 4.0), (None, "–")]
    assert table_in_words(NB, columns, rows)[1] == [["1,0", "3"], ["0,5", "4"], ["mangler", "–"]]
