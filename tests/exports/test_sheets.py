"""A page as an Excel workbook: values come back as they went, texts stay texts, charts hold the page's numbers."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from akint_dash.domain.exhibit import Chart, Column, Exhibit, Form, Kind, Series
from akint_dash.domain.text import units
from akint_dash.exports import sheets
from akint_dash.exports.sheets.names import legal
from akint_dash.exports.told import heads
from akint_dash.figures.template import tokens
from tests.exports.made import COLUMNS, DRAWN, EVERY, HARM, harmful, publication


def opened(file: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(file))


def parts(file: bytes, pattern: str) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if re.fullmatch(pattern, name)}


def table(sheet: Worksheet, exhibit: Exhibit) -> list[list[Any]]:
    """The cells below the headings of a figure's table."""
    across = range(1, len(exhibit.columns) + 1)
    named = list(heads(exhibit))
    first = next(row for row in range(1, 30) if [sheet.cell(row, at).value for at in across] == named)
    return [[sheet.cell(first + n, at).value for at in across] for n in range(1, len(exhibit.rows) + 1)]


# -- values


def test_a_list_of_very_many_rows_holds_what_a_short_one_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is written as it comes, and says once a table what a missing number looks like."""
    short = sheets.write(publication(EVERY))
    monkeypatch.setattr(sheets, "MANY", 1)
    monkeypatch.setattr(sheets.figure, "LOOKED", 1)
    long = sheets.write(publication(EVERY))
    assert table(opened(long).worksheets[1], EVERY) == table(opened(short).worksheets[1], EVERY)
    missing = any(value is None for row in EVERY.rows for value in row)
    sheet = parts(long, r"xl/worksheets/sheet2\.xml")["xl/worksheets/sheet2.xml"]
    assert missing == ('<cfRule type="containsBlanks"' in sheet)
    assert "containsBlanks" not in parts(short, r"xl/worksheets/sheet2\.xml")["xl/worksheets/sheet2.xml"]
    assert sheets.write(publication(EVERY)) == long


def test_every_typed_value_comes_back_as_it_went() -> None:
    found = table(opened(sheets.write(publication(EVERY))).worksheets[1], EVERY)
    assert len(found) == len(EVERY.rows)
    for got, given in zip(found, EVERY.rows, strict=True):
        for cell, value, column in zip(got, given, COLUMNS, strict=True):
            if isinstance(value, date):
                assert cell == datetime(value.year, value.month, value.day), column
            elif isinstance(value, Decimal):
                assert type(cell) in (int, float), column
                assert Decimal(str(cell)) == value, column
            else:
                assert cell == value, column
                assert isinstance(cell, str) == isinstance(value, str), column


def test_numbers_are_shown_by_their_kind() -> None:
    sheet = opened(sheets.write(publication(EVERY))).worksheets[1]
    row = next(row for row in range(1, 30) if sheet.cell(row, 1).value == "Ås og Ø")
    shown = {column.name: sheet.cell(row, at).number_format for at, column in enumerate(COLUMNS, start=1)}
    assert shown["n"] == "#,##0"
    assert shown["ore"] == "#,##0"
    assert shown["budget"] == "#,##0.00"
    assert shown["share"] == "0 %"
    assert shown["day"] == "dd.mm.yyyy"
    assert shown["year"] == "0"
    assert shown["name_code"] == "@"
    english = opened(sheets.write(publication(EVERY, language="en"))).worksheets[1]
    assert english.cell(row, 5).number_format == "0%"
    assert english.cell(row, 10).number_format == "d mmm yyyy"


def test_whole_kroner_have_no_decimals() -> None:
    one = Exhibit("k", "t", "c", (Column("ore", "Støtte", Kind.MONEY, "NOK"),), ((Decimal(10),), (None,)))
    sheet = opened(sheets.write(publication(one))).worksheets[1]
    assert "#,##0" in {cell.number_format for row in sheet for cell in row if cell.value == 10}


def test_what_a_spreadsheet_cannot_keep_is_text() -> None:
    columns = (Column("a", "A", Kind.MONEY), Column("b", "B", Kind.DATE), Column("c", "C", Kind.DECIMAL))
    huge = Decimal("1234567890123456.78")
    one = Exhibit("k", "t", "c", columns, ((huge, date(1814, 5, 17), float("nan")),))
    assert table(opened(sheets.write(publication(one))).worksheets[1], one) == [[str(huge), "1814-05-17", "nan"]]


def test_missing_is_empty_and_said_so_and_only_then() -> None:
    said = [str(cell.value) for row in opened(sheets.write(publication(EVERY))).worksheets[1] for cell in row]
    assert "Tomme celler: Verdien mangler eller er ikke registrert. Det er ikke null." in said
    assert "– betyr at raden ikke kan ha en slik verdi." in said
    whole = replace(EVERY, rows=EVERY.rows[:1])
    said = [str(cell.value) for row in opened(sheets.write(publication(whole))).worksheets[1] for cell in row]
    assert not [text for text in said if text.startswith(("Tomme celler", "– betyr"))]


def test_a_table_without_rows_says_so() -> None:
    sheet = opened(sheets.write(publication(replace(EVERY, rows=())))).worksheets[1]
    assert "Tabellen har ingen rader." in {cell.value for row in sheet for cell in row}
    assert sheet.auto_filter.ref is None


# -- what the file says it is


def test_the_first_sheet_says_what_the_workbook_is_of() -> None:
    book = opened(sheets.write(publication()))
    front = book.worksheets[0]
    assert front.title == "Valgte filtre"
    assert opened(sheets.write(publication(language="en"))).worksheets[0].title == "Selection"
    beside = {front.cell(row, 1).value: front.cell(row, 2).value for row in range(1, front.max_row + 1)}
    assert beside["Side"] == "Oversikt"
    assert beside["Valgte filtre"] == "Rådsområde: Samferdsel; Kultur\nPeriode: 2024–2026"
    assert beside["Sett per"] == "24. november 2026"
    assert beside["Oppdatering"] == "Data per 30.10.2026 kl. 09.00 · oppdatering 14"
    assert beside["Kilde"] == "demonstrasjonen"
    assert beside["Omfang"] == "Bare det som er åpent for alle"
    assert beside["Å vite om tallene"] == "Egne data til 30.10.2026."
    said = {cell.value for row in front for cell in row}
    assert {"Fem tiltak hittil i 2026", "Slik vet vi det.", "Demonstrasjonsdata: oppdiktede tall"} <= said
    way = next(cell for row in front for cell in row if cell.value == "https://akint.example/?omrade=SAM")
    assert way.hyperlink.target == "https://akint.example/?omrade=SAM"


def test_an_address_within_the_site_is_no_link_and_no_filter_is_said() -> None:
    front = opened(sheets.write(publication(address="/frister", selection=()))).worksheets[0]
    cells = {cell.value: cell for row in front for cell in row if cell.value}
    assert cells["/frister"].hyperlink is None
    assert "Ingen filtre er valgt" in cells


def test_the_findings_lead_to_their_sheets_and_back() -> None:
    book = opened(sheets.write(publication()))
    links = [cell for row in book.worksheets[0] for cell in row if cell.hyperlink and cell.hyperlink.location]
    assert [cell.value for cell in links] == ["Alle slag verdier står her", "Prosjektutvikling · Fem tiltak i 2026"]
    for cell, sheet in zip(links, book.worksheets[1:], strict=True):
        assert cell.hyperlink.location == f"'{sheet.title}'!A1"
        assert sheet["A1"].hyperlink.location == "'Valgte filtre'!A1"
        assert sheet["A2"].value == cell.value


def test_every_sheet_carries_finding_base_and_mark() -> None:
    sheet = opened(sheets.write(publication())).worksheets[2]
    top = [sheet.cell(row, 1).value for row in range(1, 7)]
    assert top[1:5] == [
        "Prosjektutvikling · Fem tiltak i 2026",
        "Tre av fem er nye.",
        "Filtre: Samferdsel · Tiltak",
        "Demonstrasjonsdata: oppdiktede tall",
    ]
    assert "Bygger på 11 tiltak" in {cell.value for row in sheet for cell in row}


def test_real_data_carry_no_mark() -> None:
    file = sheets.write(publication(demonstration=""))
    assert not [name for name, text in parts(file, r".*\.xml").items() if "Demonstrasjon" in text]


def test_the_head_stands_still_and_filters() -> None:
    sheet = opened(sheets.write(publication(EVERY))).worksheets[1]
    row = next(row for row in range(1, 30) if sheet.cell(row, 1).value == "Prosjekt")
    assert sheet.freeze_panes == f"A{row + 1}"
    assert range_boundaries(sheet.auto_filter.ref) == (1, row, len(COLUMNS), row + len(EVERY.rows))


def test_it_prints_on_a4_as_wide_as_the_paper() -> None:
    for sheet in opened(sheets.write(publication())).worksheets:
        assert int(sheet.page_setup.paperSize) == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert int(sheet.page_setup.fitToHeight) == 0
        assert "Oversikt" in sheet.oddHeader.left.text
        assert "Demonstrasjonsdata: oppdiktede tall" in sheet.oddHeader.right.text
        assert "Side &P av &N" in sheet.oddFooter.right.text.replace("[Page]", "P").replace("&[", "&")


def test_title_language_and_the_same_bytes_again() -> None:
    file = sheets.write(publication())
    assert file == sheets.write(publication())
    known = opened(file).properties
    assert known.title == "Oversikt: Fem tiltak hittil i 2026"
    assert known.language == "nb-NO"
    assert known.creator == "Akershus fylkeskommune"
    assert opened(sheets.write(publication(language="en"))).properties.language == "en-GB"


# -- names of sheets


def test_sheets_have_legal_names_of_their_own() -> None:
    long = "Et navn som er altfor langt for et ark: 24/7 [sic] 'ja'"
    some = [
        replace(EVERY, caption=text) for text in (long, long, "", "'", "\U0001f600" * 20, "Valgte filtre", "History")
    ]
    names = [sheet.title for sheet in opened(sheets.write(publication(*some))).worksheets]
    assert len({name.lower() for name in names}) == len(names) == len(some) + 1
    for name in names:
        assert 0 < units(name) <= 31
        assert not re.search(r"[\[\]:*?/\\]", name)
        assert not name.startswith("'")
        assert not name.endswith("'")
    assert legal("Tiltak 2026 etter rådsområde og virkemiddel") == "Tiltak 2026 etter rådsområde…"


# -- charts


def charts(file: bytes) -> list[str]:
    return [text for _, text in sorted(parts(file, r"xl/charts/chart\d+\.xml").items())]


def referred(book: Any, reference: str) -> list[Any]:
    name, _, cells = reference.rpartition("!")
    first, top, last, bottom = (side or 0 for side in range_boundaries(cells.replace("$", "")))
    sheet = book[name.strip("'").replace("''", "'")]
    return [sheet.cell(row, at).value for row in range(top, bottom + 1) for at in range(first, last + 1)]


def test_the_chart_is_drawn_of_the_block_that_holds_its_numbers() -> None:
    file = sheets.write(publication())
    book, (chart,) = opened(file), charts(file)
    for series, given in zip(re.findall(r"<c:ser>.*?</c:ser>", chart, re.DOTALL), DRAWN.chart.series, strict=True):  # type: ignore[union-attr]
        name, categories, values = re.findall(r"<c:f>(.*?)</c:f>", series)
        assert referred(book, name) == [given.words]
        assert referred(book, categories) == ["2024", "2025", "2026"]
        assert referred(book, values) == list(given.values)
    assert '<c:dispBlanksAs val="gap"/>' in chart
    assert tokens()["pro-strong"].lstrip("#").upper() in chart
    title = re.search(r"<c:title>.*?<c:f>(.*?)</c:f>.*?<c:v>(.*?)</c:v>", chart, re.DOTALL)
    assert title is not None
    assert referred(book, title[1]) == [title[2]] == ["Prosjektutvikling · Fem tiltak i 2026"]


@pytest.mark.parametrize("stacked", [False, True])
@pytest.mark.parametrize("form", Form)
def test_each_form_is_what_it_is_called(form: Form, stacked: bool) -> None:
    drawn = replace(DRAWN, chart=replace(DRAWN.chart, form=form, stacked=stacked))  # type: ignore[type-var]
    (chart,) = charts(sheets.write(publication(drawn)))
    kind = {Form.BARS: "barChart", Form.COLUMNS: "barChart", Form.LINES: "lineChart"}[form]
    assert f"<c:{kind}>" in chart
    if form is not Form.LINES:
        assert f'<c:barDir val="{"bar" if form is Form.BARS else "col"}"/>' in chart
    assert f'<c:grouping val="{"stacked" if stacked else "standard" if form is Form.LINES else "clustered"}"/>' in chart
    assert '<c:min val="0"/>' in chart
    (drawing,) = parts(sheets.write(publication(drawn)), r"xl/drawings/drawing\d+\.xml").values()
    described = re.search(r'descr="([^"]*)"', drawing)
    assert described is not None
    assert "Tiltak etter år. Prosjektutvikling · Fem tiltak i 2026." in described[1]


def test_what_is_below_zero_is_drawn_below_zero_and_money_in_millions() -> None:
    chart = Chart(Form.COLUMNS, ("a", "b"), (Series("Støtte", (Decimal(-2_000_000), None)),), Kind.MONEY, "NOK")
    file = sheets.write(publication(replace(DRAWN, chart=chart)))
    (drawn,) = charts(file)
    assert "<c:min " not in drawn
    assert 'formatCode="#,##0.0,,"' in drawn
    assert "mill. kr" in drawn
    assert "Tallene i diagrammet (NOK)" in {cell.value for row in opened(file).worksheets[1] for cell in row}


# -- texts


def test_no_text_becomes_anything_but_text_and_all_come_back_unchanged() -> None:
    given = harmful()
    file = sheets.write(given)
    assert not [name for name, text in parts(file, r"xl/worksheets/sheet\d+\.xml").items() if "<f>" in text]
    book = opened(file)
    for sheet, exhibit in zip(book.worksheets[1:], given.exhibits, strict=True):
        assert table(sheet, exhibit) == [list(row) for row in exhibit.rows]
        for row in sheet:
            for cell in row:
                assert cell.data_type in ("s", "n"), cell.coordinate
                assert not (cell.hyperlink and cell.row > 1)
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    assert cell.quotePrefix, cell.coordinate
    targets = [cell.hyperlink.target for sheet in book.worksheets for row in sheet for cell in row if cell.hyperlink]
    assert set(targets) == {None}
    assert not re.search(r"<c:f>(?!'?[^!]+!\$[A-Z]+\$\d)", "".join(charts(file)))


def test_libreoffice_reads_the_very_same(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not on this machine")
    columns = (Column("text", "=2+2", Kind.TEXT), Column("n", "\uff1d1", Kind.COUNT), Column("d", "Dato", Kind.DATE))
    rows = tuple((text, -4, date(2026, 11, 30)) for text in HARM)
    (tmp_path / "bok.xlsx").write_bytes(sheets.write(publication(Exhibit("k", "=1+1", "Harm", columns, rows))))
    form = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true,false,false,2"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, profile, "--headless", "--convert-to", form, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "bok.xlsx")], check=True, capture_output=True, timeout=120)
    (made,) = tmp_path.glob("bok*.csv")
    found = list(csv.reader(io.StringIO(made.read_text(encoding="utf-8"), newline=""), delimiter=";"))
    assert "=1+1" in [row[0] for row in found]
    first = next(at for at, row in enumerate(found) if row[:3] == ["=2+2", "\uff1d1", "Dato"])
    read = [row[:3] for row in found[first + 1 : first + 1 + len(rows)]]
    assert read == [[text, "-4", "30.11.2026"] for text in HARM]
