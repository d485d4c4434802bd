"""A figure as CSV: what it is of stands first, then one line of headings and the numbers in full; nothing executes."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from decimal import Decimal

import pytest

from akint_dash.domain.exhibit import Column, Exhibit, Kind
from akint_dash.exports import delimited
from akint_dash.exports.told import LEADS, heads
from akint_dash.text.words import Language
from tests.exports.made import COLUMNS, DRAWN, EVERY, HARM, harmful, publication


def lines_before(file: bytes) -> list[str]:
    lines = file.decode("utf-8-sig").split("\r\n")
    return lines[: next(at for at, line in enumerate(lines) if not line.startswith("#"))]


def table(file: bytes, mark: str) -> list[list[str]]:
    lines = file.decode("utf-8-sig").split("\r\n")
    below = "\r\n".join(lines[len(lines_before(file)) :])
    return list(csv.reader(io.StringIO(below, newline=""), delimiter=mark, strict=True))


def test_what_the_file_is_of_stands_first() -> None:
    assert lines_before(delimited.write(publication(DRAWN))) == [
        "# Demonstrasjonsdata: oppdiktede tall",
        "# Funn: Prosjektutvikling · Fem tiltak i 2026",
        "# Hva tabellen viser: Tiltak etter år · Tiltak",
        "# Filtre: Samferdsel",
        "# Side: Oversikt",
        "# Valgte filtre: Rådsområde: Samferdsel, Kultur · Periode: 2024–2026",
        "# Sett per: 24. november 2026",
        "# Oppdatering: Data per 30.10.2026 kl. 09.00 · oppdatering 14",
        "# Kilde: demonstrasjonen",
        "# Omfang: Bare det som er åpent for alle",
        "# Å vite om tallene: Egne data til 30.10.2026.",
        "# Siden på nett: https://akint.example/?omrade=SAM",
        "# Bygger på 11 tiltak",
        "# Tomme celler: Verdien mangler eller er ikke registrert. Det er ikke null.",
    ]


def test_real_data_carry_no_mark() -> None:
    assert lines_before(delimited.write(publication(DRAWN, demonstration="")))[0].startswith("# Funn: ")


def test_bokmaal_is_for_a_norwegian_program() -> None:
    file = delimited.write(publication(EVERY))
    assert file.startswith(b"\xef\xbb\xbf# ")
    head, full, below, missing, none_of = table(file, ";")
    assert head == list(heads(EVERY))
    assert full == [
        *("Ås og Ø", "007", "1234", "37,5", "0,2846", "11,6085", "6200200,00", "1234,56", "EUR"),
        *("30.11.2026", "01.12.2026 kl. 17.00", "2026", "7"),
    ]
    assert below[2:8] == ["-4", "-0,5", "-0,02", "0", "-1200,50", "0,00"]
    assert missing == [""] * len(COLUMNS)
    assert none_of == ["–"] * len(COLUMNS)


def test_english_is_rfc_4180() -> None:
    file = delimited.write(publication(EVERY, language="en"))
    assert file.startswith(b"# Demonstrasjonsdata")  # the words of this publication are ours, not translated
    assert b"\n" not in file.replace(b"\r\n", b"")
    _, full, *_ = table(file, ",")
    assert full[3:10] == ["37.5", "0.2846", "11.6085", "6200200.00", "1234.56", "EUR", "2026-11-30"]


@pytest.mark.parametrize("value", ["a,b", "a;b", 'a"b', "a\r\nb", "# a", " a ", "", "ab"])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_any_text_comes_back_as_it_went(value: str, language: Language) -> None:
    one = Exhibit("k", "t", "c", (Column("a", "A", Kind.TEXT), Column("b", "B", Kind.TEXT)), ((value, "x"),))
    file = delimited.write(publication(one, language=language))
    assert table(file, ";" if language == "nb" else ",")[1] == [value, "x"]
    assert not file.decode().split("\r\n")[-2].startswith("#")


def test_numbers_are_written_in_full() -> None:
    columns = (Column("a", "A", Kind.RATE), Column("b", "B", Kind.MONEY), Column("c", "C", Kind.DECIMAL))
    one = Exhibit("k", "t", "c", columns, ((0.00001234, Decimal("12345678901234567.89"), -0.0000001),))
    assert table(delimited.write(publication(one, language="en")), ",")[1] == ["0.000012", "12345678901234567.89", "0"]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_no_text_begins_a_formula_in_any_cell_wherever_it_stands(language: Language) -> None:
    given = replace(harmful(), language=language)
    for exhibit in given.exhibits:
        file = delimited.write(replace(given, exhibits=(exhibit,)))
        text = file.decode("utf-8-sig")
        for mark in (";", ","):
            cells = [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark) for cell in row]
            if mark == (";" if language == "nb" else ","):
                assert not [cell for cell in cells if cell.strip().startswith(LEADS) and not cell.startswith("'")]
        assert all(line.startswith("# ") for line in lines_before(file))
    found = table(delimited.write(given), ";" if language == "nb" else ",")[1:]
    for row, texts in zip(found, given.exhibits[0].rows, strict=True):
        for cell, value in zip(row, texts, strict=True):
            assert cell == (f"'{value}" if str(value).startswith(LEADS) else value)


def test_an_instrument_named_as_a_formula_is_no_raw_heading() -> None:
    columns = (Column("year", "År", Kind.YEAR), Column("PRO", "=2+2", Kind.COUNT), Column("POL", "\uff1d2", Kind.COUNT))
    one = Exhibit("k", "t", "c", columns, ((2026, -4, 1),))
    assert table(delimited.write(publication(one)), ";") == [["År", "'=2+2", "'\uff1d2"], ["2026", "-4", "1"]]


def test_harm_is_harm() -> None:
    assert len([text for text in HARM if text.startswith(LEADS)]) >= 8
