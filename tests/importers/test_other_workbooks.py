"""Workbooks of other programs and habits: OpenDocument, macros, merged cells, filters, slips of the pen, 1904."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from akint_dash.importers.workbook import read
from tests.importers.test_workbook import HEADINGS, ROW, change, keys, made, projects, refusal, write_zip

NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


def ods(folder: Path, *rows: str) -> Path:
    headings = "".join(cell(heading, 'office:value-type="string"') for heading in HEADINGS)
    tail = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in (headings, *rows))
    content = (
        f"<office:document-content {NAMES}><office:body><office:spreadsheet>"
        f'<table:table table:name="Prosjekter">{body}{tail}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    path = folder / "arbeidsbok.ods"
    write_zip(path, {"content.xml": content.encode()})
    return path


def test_an_opendocument_spreadsheet(tmp_path: Path) -> None:
    day = cell("24.11.26", 'office:value-type="date" office:date-value="2026-11-24"')
    note = "<office:annotation><text:p>notat</text:p></office:annotation>"
    title = f'<table:table-cell office:value-type="string">{note}<text:p>Sykkelveier</text:p></table:table-cell>'
    money = cell("1 500 000 kr", 'office:value-type="currency" office:value="1500000"')
    found = read(ods(tmp_path, cell("P-0001") + title + day + money + cell("SAM")))
    assert found.drafts == tuple(
        type(draft)(draft.entity, draft.code, draft.values, found.drafts[0].place)
        for draft in read(projects(tmp_path, HEADINGS, ROW)).drafts
    )
    assert (found.problems, found.remarks) == ((), ())


def test_a_moment_keeps_its_second_and_a_number_shown_as_true_is_no_one(tmp_path: Path) -> None:
    def day(moment: str) -> str:
        return cell("24.11.26", f'office:value-type="date" office:date-value="{moment}"')

    true = cell("TRUE", 'table:formula="of:=TRUE()" office:value-type="float" office:value="1"')
    one = cell("1", 'office:value-type="float" office:value="1"')
    found = read(
        ods(
            tmp_path,
            cell("P-1") + cell("A") + day("2026-11-24T08:00:00") + one + cell("SAM"),
            cell("P-2") + cell("A") + day("2026-11-24T23:59:59") + true + cell("SAM"),
        )
    )
    assert [draft.values["start"] for draft in found.drafts] == ["2026-11-24", "2026-11-24"]
    assert [draft.values.get("budget") for draft in found.drafts] == [100, None]
    assert [(one.key, one.place.row) for one in found.problems] == [("not_money", 3)]


def test_what_opendocument_cannot_mean_is_told(tmp_path: Path) -> None:
    broken = '<table:table-cell table:formula="of:=1+1"/>'
    merged = cell("A", 'table:number-rows-spanned="2" office:value-type="string"')
    time = cell("07:30", 'office:value-type="time" office:time-value="PT07H30M00S"')
    found = read(ods(tmp_path, cell("P-1") + merged + broken + time, cell("P-2")))
    assert keys(found.problems)[:2] == ["formula_without_value", "number_is_time"]
    assert found.problems[1].value == "7:30"
    assert keys(found.problems)[-1] == "merged_cells"
    far = cell("x", 'table:number-columns-repeated="16384"')
    assert refusal(ods(tmp_path, far)) == "far_cell"


def test_a_workbook_with_macros_is_read_without_them(tmp_path: Path) -> None:
    path = projects(tmp_path, HEADINGS, ROW).rename(tmp_path / "arbeidsbok.xlsm")
    assert len(read(path).drafts) == 1


def test_merged_cells_hidden_rows_and_slips_of_the_pen(tmp_path: Path) -> None:
    def build(book: openpyxl.Workbook) -> None:
        sheet = book.create_sheet("Prosjekter")
        for row in ((*HEADINGS[:3], "Budsjet, vår del", "Ansvarlig rådsområde"), ROW, ("P-2", "B", None, None, "SAM")):
            sheet.append(row)
        sheet["H3"] = "bare et notat"
        sheet.merge_cells("C2:C3")
        sheet.row_dimensions[3].hidden = True
        book.create_sheet("Aktivitetr")

    found = read(made(tmp_path, build))
    assert [(one.key, one.place.row, one.value) for one in found.problems] == [
        ("unknown_column_near", 1, "Budsjet, vår del"),
        ("merged_cells", 2, "C2:C3"),
        ("unknown_sheet_near", 0, "Aktivitetr"),
    ]
    assert [(one.key, one.place.row, one.value) for one in found.remarks] == [
        ("hidden_rows", 3, "1"),
        ("nameless_column", 3, "H"),
    ]


def test_1904_in_every_kind_of_cell(tmp_path: Path) -> None:
    def build(book: openpyxl.Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904
        sheet = book.create_sheet("Prosjekter")
        for row in (HEADINGS, ROW, ("P-2", "B", 44888, 44888, "SAM"), ("P-3", "C", "44888", None, "SAM")):
            sheet.append(row)

    path = made(tmp_path, build)
    extension = b'<extLst><ext><x15:workbookPr xmlns:x15="http://x15"/></ext></extLst></workbook>'
    change(path, "xl/workbook.xml", b"</workbook>", extension)
    found = read(path)
    assert [draft.values.get("start") for draft in found.drafts] == ["2026-11-24", "2026-11-24", None]
    assert found.drafts[1].values["budget"] == 4488800
    assert keys(found.problems) == ["not_a_date"]


def test_a_formula_that_no_program_counted_is_no_zero(tmp_path: Path) -> None:
    path = projects(tmp_path, HEADINGS, ("P-1", "A", None, 0, "SAM"))
    change(path, "xl/worksheets/sheet1.xml", b"<v>0</v>", b"<f>1+1</f><v>0</v>")
    assert keys(read(path).problems) == ["formula_without_value"]
    change(path, "xl/workbook.xml", b'fullCalcOnLoad="1"', b"")
    assert read(path).drafts[0].values["budget"] == 0


def test_a_currency_that_a_format_shows_is_one_that_is_written(tmp_path: Path) -> None:
    shown = ('#,##0 "kr"', "[$€-2] #,##0", "[$kr-41D] #,##0", "[$kr-414] #,##0", "[$$-C0C] #,##0", '0 "kr" [$EUR]')

    def build(book: openpyxl.Workbook) -> None:
        sheet = book.create_sheet("Prosjekter")
        sheet.append((*HEADINGS, "Valuta"))
        for number, code in enumerate(shown):
            sheet.append((f"P-{number}", "A", None, 1500.5, "SAM", None))
            sheet.cell(number + 2, 4).number_format = code
        sheet.append(("P-9", "A", None, 1500, "SAM", "EUR"))
        sheet["D8"].number_format = '#,##0 "kr"'

    found = read(made(tmp_path, build))
    assert [draft.values["currency"] for draft in found.drafts] == ["NOK", "EUR", "SEK", "NOK", None, None, "EUR"]
    assert {draft.values["budget"] for draft in found.drafts} == {150050, 150000}
    assert [(one.key, one.place.row, one.value, one.expected) for one in found.problems] == [
        ("currency_contradicts", 8, "1500 NOK", "EUR")
    ]


def test_a_currency_shown_in_a_column_of_no_money_does_not_count(tmp_path: Path) -> None:
    def build(book: openpyxl.Workbook) -> None:
        sheet = book.create_sheet("Prosjekter")
        sheet.append(("Kode", "Tittel", "Ansvarlig rådsområde", "Start", "Årsverk i prosjektet"))
        sheet.append((1001, 2026, "SAM", 46350, 0.5))
        for cell in sheet[2]:
            cell.number_format = '#,##0 "kr"'

    (draft,) = (found := read(made(tmp_path, build))).drafts
    assert (draft.code, draft.values["title"], draft.values["fte"]) == ("1001", "2026", 0.5)
    assert found.problems == ()


def test_an_opendocument_currency_is_one_that_is_written(tmp_path: Path) -> None:
    def money(code: str) -> str:
        return cell("1 500", f'office:value-type="currency" office:currency="{code}" office:value="1500"')

    blank = "<table:table-cell/>"
    rows = [cell(f"P-{n}") + cell("A") + blank + money(code) + cell("SAM") for n, code in enumerate(("EUR", ""))]
    found = read(ods(tmp_path, *rows))
    assert [draft.values.get("currency") for draft in found.drafts] == ["EUR", None]
    assert found.problems == ()
