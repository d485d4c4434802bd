"""Workbooks as they come: made by people in Excel, by other programs, damaged on the way, or made to do harm."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped]
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from akint_dash.domain.reading import Draft, Place, Problem, Reading, Scope
from akint_dash.domain.schema import ENTITIES, SHEETS
from akint_dash.errors import UnreadableFile
from akint_dash.exports.workbook import write_workbook
from akint_dash.importers import find_reader, grid
from akint_dash.importers.grid import column_letters, column_number
from akint_dash.importers.number_formats import format_kind
from akint_dash.importers.tables import ENTITY_OF, heading_key
from akint_dash.importers.workbook import READER, read
from akint_dash.text.problems import MESSAGES, error_line, problem_line
from tests.exports.states import plain_state
from tests.importers.damage import PARTS, RAW, damages

HEADINGS = ("Kode", "Tittel", "Start", "Budsjett, vår del", "Ansvarlig rådsområde")
ROW = ("P-0001", "Sykkelveier", dt.date(2026, 11, 24), 1500000, "SAM")


def made(folder: Path, build: Callable[[openpyxl.Workbook], None], name: str = "arbeidsbok.xlsx") -> Path:
    """A workbook as openpyxl writes it."""
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    build(book)
    path = folder / name
    book.save(path)
    return path


def projects(folder: Path, *rows: tuple[Any, ...], sheet: str = "Prosjekter") -> Path:
    """A workbook with one sheet of projects, the first row its headings."""

    def build(book: openpyxl.Workbook) -> None:
        made_sheet: Worksheet = book.create_sheet(sheet)
        for row in rows:
            made_sheet.append(row)

    return made(folder, build)


def with_shared_strings(folder: Path) -> Path:
    """The same with its texts in one list, as Excel writes them."""
    path = folder / "arbeidsbok.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Prosjekter")
        sheet.write_row(0, 0, HEADINGS[:2])
        sheet.write_row(1, 0, ROW[:2])
    return path


def keys(found: tuple[Problem, ...]) -> list[str]:
    return [problem.key for problem in found]


def refusal(path: Path) -> str:
    """The key of the refusal, after a look at its sentence."""
    with pytest.raises(UnreadableFile) as caught:
        read(path)
    for language in ("nb", "en"):
        sentence = error_line(caught.value, language)
        assert path.name in sentence
        assert "?" not in sentence
    return caught.value.key


# -- an ordinary workbook


def test_an_ordinary_workbook(tmp_path: Path) -> None:
    found = read(projects(tmp_path, HEADINGS, ROW))
    values: dict[str, Any] = {"title": "Sykkelveier", "start": "2026-11-24", "budget": 150000000, "area": "SAM"}
    place = Place("arbeidsbok.xlsx", "Prosjekter", 2)
    assert found == Reading("arbeidsbok", "arbeidsbok.xlsx", (Draft("project", "P-0001", values, place),), edited=True)


def test_a_missing_column_is_absent_and_a_blank_cell_is_none(tmp_path: Path) -> None:
    (draft,) = read(projects(tmp_path, HEADINGS, ("P-1", "T", None, "  \u00a0", "SAM"))).drafts
    assert draft.values == {"title": "T", "start": None, "budget": None, "area": "SAM"}


def test_the_content_decides_not_the_suffix(tmp_path: Path) -> None:
    path = projects(tmp_path, HEADINGS, ROW).rename(tmp_path / "liste.csv")
    assert READER.looks_like(path, path.read_bytes()[:65536])
    assert len(read(path).drafts) == 1
    assert not READER.looks_like(path, b"code,title\n")


def test_the_names_of_sheets_and_headings_are_all_different() -> None:
    assert len(ENTITY_OF) == 2 * len(SHEETS) - len({e.name for e in ENTITIES.values()} & _folded_sheets())
    for entity in ENTITIES.values():
        headings = [heading_key(column.heading) for column in entity.columns]
        assert len({*headings, "kode", "demonstrasjon"}) == len(headings) + 2
        others = {heading_key(column.name): column for column in entity.columns}
        for column in entity.columns:
            assert others.get(heading_key(column.heading), column) is column


def _folded_sheets() -> set[str]:
    return {heading_key(entity.sheet) for entity in ENTITIES.values()}


# -- the habits of people


def test_title_rows_extra_columns_and_blank_rows(tmp_path: Path) -> None:
    def build(book: openpyxl.Workbook) -> None:
        sheet = book.create_sheet(" prosjekter ")
        sheet["B2"] = "Prosjektportefølje"
        sheet.merge_cells("B2:H3")
        sheet["B5"] = "Oppdatert av seksjonen"
        for at, heading in enumerate(("KODE *", " tittel", "Ansvarlig\nrådsområde", None, "Vår mening"), start=3):
            sheet.cell(8, at, heading)
        for row, cells in ((11, ("P-1 ", "En\u00a0", "SAM", None, "bra")), (15, ("P-2", "To", "SAM", None, None))):
            for at, cell in enumerate(cells, start=3):
                sheet.cell(row, at, cell)
        sheet.cell(40, 7, "bare et notat")

    found = read(made(tmp_path, build))
    assert [(draft.code, draft.values["title"], draft.place.row) for draft in found.drafts] == [
        ("P-1", "En", 11),
        ("P-2", "To", 15),
    ]
    assert found.problems == ()
    assert [(remark.key, remark.value) for remark in found.remarks] == [("unknown_column", "Vår mening")]


def test_english_column_names_and_decomposed_letters(tmp_path: Path) -> None:
    headings = ("code", "Title", "Va\u030ar rolle", "AREA", "Status")
    found = read(projects(tmp_path, headings, ("p-1", "A", "PARTNER", "SAM", "x")))
    assert found.drafts[0].values == {"title": "A", "role": "partner", "area": "SAM"}
    assert keys(found.remarks) == ["unknown_column"]


def test_days_serials_and_amounts_as_text(tmp_path: Path) -> None:
    rows = [
        ("P-1", "A", "24.11.2026", "kr 1 234 567,50", "SAM"),
        ("P-2", "A", 46350, "1.234.567,50", "SAM"),
        ("P-3", "A", dt.datetime(2026, 11, 24, 0, 0), "1\u00a0234\u00a0567,50 kr", "SAM"),
        ("P-4", "A", "24. november 2026", 1234567.5, "SAM"),
    ]
    found = read(projects(tmp_path, HEADINGS, *rows))
    assert found.problems == ()
    assert {(draft.values["start"], draft.values["budget"]) for draft in found.drafts} == {("2026-11-24", 123456750)}


def test_percent_cells_and_days_from_1904(tmp_path: Path) -> None:
    def build(book: openpyxl.Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904
        sheet = book.create_sheet("Programmer")
        sheet.append(("Kode", "Navn", "Støtteandel, prosent"))
        for code, share in (("A", 0.6), ("B", 60), ("C", "60 %")):
            sheet.append((code, "Program", share))
        sheet["C2"].number_format = "0%"
        dated = book.create_sheet("Prosjekter")
        dated.append(HEADINGS)
        dated.append(ROW)

    found = read(made(tmp_path, build))
    assert [draft.values["cofunding"] for draft in found.drafts[:3]] == [60.0, 60.0, 60.0]
    assert found.drafts[3].values["start"] == "2026-11-24"


def test_a_formula_without_a_stored_value_is_a_problem(tmp_path: Path) -> None:
    found = read(projects(tmp_path, HEADINGS, ("P-1", "A", None, "=1+1", "SAM")))
    assert keys(found.problems) == ["formula_without_value"]
    assert "budget" not in found.drafts[0].values
    assert found.problems[0].place == Place("arbeidsbok.xlsx", "Prosjekter", 2, "Budsjett, vår del")


def test_a_formula_with_a_stored_value_is_its_value(tmp_path: Path) -> None:
    path = projects(tmp_path, HEADINGS, ("P-1", "A", None, 2, "SAM"))
    change(path, "xl/worksheets/sheet1.xml", b"<v>2</v>", b"<f>1+1</f><v>2</v>")
    assert read(path).drafts[0].values["budget"] == 200


def test_error_cells_are_problems(tmp_path: Path) -> None:
    found = read(projects(tmp_path, HEADINGS, ("P-1", "#REF!", "#N/A", "#DIV/0!", "SAM")))
    assert [(problem.key, problem.value) for problem in found.problems] == [
        ("error_cell", "#REF!"),
        ("error_cell", "#N/A"),
        ("error_cell", "#DIV/0!"),
    ]


def test_hidden_and_unknown_sheets(tmp_path: Path) -> None:
    def build(book: openpyxl.Workbook) -> None:
        book.create_sheet("Notater").append(("hva som helst",))
        book.create_sheet("Lister").append(("Status",))
        sheet = book.create_sheet("PROSJEKTER")
        sheet.append(HEADINGS)
        sheet.append(ROW)
        sheet.sheet_state = "hidden"

    found = read(made(tmp_path, build))
    assert [(remark.key, remark.value) for remark in found.remarks] == [
        ("hidden_sheet", "PROSJEKTER"),
        ("unknown_sheet", "Notater"),
    ]
    assert len(found.drafts) == 1


def test_a_code_typed_as_a_number_stays_as_typed(tmp_path: Path) -> None:
    path = projects(tmp_path, ("Kode", "Tittel", "Ansvarlig rådsområde", "Kommuner"), (1001, 2026, "SAM", 301))
    (draft,) = read(path).drafts
    assert (draft.code, draft.values["title"], draft.values["municipalities"]) == ("1001", "2026", [["301", None]])


# -- problems, by place and in words


def test_problems_by_sheet_row_column_and_value(tmp_path: Path) -> None:
    rows = [
        ("P-1", "A", "32.13.2026", "mye", "SAM"),
        (None, "uten kode", None, None, "SAM"),
        ("p-1", "samme kode", None, None, "SAM"),
        ("P-2", None, None, None, "SAM"),
    ]
    found = read(projects(tmp_path, HEADINGS, *rows))
    assert [(p.key, p.place.row, p.place.column, p.value) for p in found.problems] == [
        ("not_a_date", 2, "Start", "32.13.2026"),
        ("not_money", 2, "Budsjett, vår del", "mye"),
        ("blank_code", 3, "Kode", ""),
        ("double_code", 4, "Kode", "p-1"),
        ("required_missing", 5, "Tittel", ""),
    ]
    assert problem_line(found.problems[0], "nb") == (
        "arbeidsbok.xlsx, arket Prosjekter, rad 2, kolonne Start: «32.13.2026» er ikke en dato. "
        "Forventet: dag.måned.år, for eksempel 24.11.2026."
    )
    assert problem_line(found.problems[0], "en").startswith(
        "arbeidsbok.xlsx, sheet Prosjekter, row 2, column Start: “32.13.2026” is not a date."
    )
    assert "også i rad 2" in problem_line(found.problems[3], "nb")


def test_a_wrong_choice_names_the_right_ones(tmp_path: Path) -> None:
    found = read(projects(tmp_path, ("Kode", "Vår rolle"), ("P-1", "sjef")))
    assert "Prosjekteier, Partner, Assosiert partner, Støttespiller" in problem_line(found.problems[0], "nb")
    assert "Lead partner" in problem_line(found.problems[0], "en")


def test_sheets_without_headings_or_codes(tmp_path: Path) -> None:
    assert keys(read(projects(tmp_path, ("Tittel", "Start"), ("A", None))).problems) == ["no_code_column"]
    assert keys(read(projects(tmp_path, ("bare", "prat"))).problems) == ["no_headings"]
    assert keys(read(projects(tmp_path, ("Kode", "Tittel", "tittel"), ("A", "B"))).problems) == ["double_column"]
    assert keys(read(projects(tmp_path)).problems) == []


# -- the first sheet and the persons


def front(folder: Path, *rows: tuple[Any, ...]) -> Reading:
    def build(book: openpyxl.Workbook) -> None:
        sheet = book.create_sheet("om arbeidsboken")
        sheet.append(("Internasjonalt arbeid",))
        for row in rows:
            sheet.append(row)
        book.create_sheet("Prosjekter").append(HEADINGS)

    return read(made(folder, build))


def test_scope_and_revision(tmp_path: Path) -> None:
    found = front(
        tmp_path, ("Revisjon", 12, "hjelp"), ("Omfang: ark", "prosjekter"), ("omfang: Rådsområder", "SAM; KUL")
    )
    assert found.base_revision == 12
    assert found.scope == Scope(frozenset({"project"}), frozenset({"SAM", "KUL"}))


def test_a_blank_scope_closes_nothing(tmp_path: Path) -> None:
    found = front(tmp_path, ("Revisjon", None, "hjelp"), ("Omfang: ark", None, "hjelp"), ("Omfang: rådsområder", "SAM"))
    assert (found.base_revision, found.scope, found.problems) == (None, None, ())


def test_a_scope_that_cannot_be_true(tmp_path: Path) -> None:
    found = front(tmp_path, ("Revisjon", "tolv"), ("Omfang: ark", "Prosjekter; Medlemskap; Tull"))
    assert sorted(keys(found.problems)) == ["bad_base_revision", "sheet_missing", "unknown_scope"]
    assert found.scope == Scope(frozenset({"project", "membership"}))


def test_persons(tmp_path: Path) -> None:
    rows = [
        ("Kode", "Navn", "E-post", "Rolle"),
        ("N-1", "Kari", "k@x.no", None),
        ("N-2", None, None, None),
        (None, "Ola"),
    ]
    found = read(projects(tmp_path, *rows, sheet="Personer"))
    persons = {d.code: {k: v for k, v in d.values.items() if v} for d in found.drafts if d.entity == "person"}
    assert persons["N-1"] == {"name": "Kari", "mail": "k@x.no"}
    assert not any(values for code, values in persons.items() if code != "N-1")
    assert keys(found.problems) == ["blank_code"]


# -- what is no workbook


def change(path: Path, part: str, old: bytes, new: bytes) -> None:
    """Replace bytes in a part of the zip."""
    with zipfile.ZipFile(path) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    write_zip(path, parts)


def write_zip(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, content in parts.items():
            whole.writestr(name, content)


def written(folder: Path, content: bytes) -> Path:
    path = folder / "arbeidsbok.xlsx"
    path.write_bytes(content)
    return path


def unread(path: Path) -> str:
    """The key of the refusal of a file that no reader knows."""
    with pytest.raises(UnreadableFile) as caught:
        find_reader(path)
    assert path.name in error_line(caught.value, "nb")
    return caught.value.key


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "no_reader"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (OLE + "Workbook".encode("utf-16-le"), "old_workbook"),
        (OLE + "WordDocument".encode("utf-16-le"), "a_document"),
        (OLE, "not_a_workbook"),
        (b"%PDF-1.7\n", "a_document"),
        (b"\xef\xbb\xbf\n<HTML><table><tr><td>Kode</td></tr></table>", "a_web_page"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "old_workbook"),
        ("Kode;Tittel\r\n".encode("utf-16"), "utf16_text"),
        (b"\x1f\x8b\x08\x00", "an_archive"),
        (b"Prosjekter;;\r\n;;\r\nKode *;Tittel *;Start\r\nP-1;A;\r\n", "sheet_as_text"),
        ('"Kode"\t"Tittel"\t"Ansvarlig rådsområde"\n'.encode("cp1252"), "sheet_as_text"),
        (b"Kode;noe annet\n", "no_reader"),
    ],
)
def test_what_offices_have_instead_is_refused_with_the_way_out(tmp_path: Path, content: bytes, key: str) -> None:
    assert unread(written(tmp_path, content)) == key


def test_files_that_are_no_workbook(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, b"PK\x03\x04" + bytes(range(256)))) == "damaged_file"
    assert refusal(projects(tmp_path, ("hei", "der"), sheet="Ark1")) == "no_known_sheet"


def test_another_kind_of_zip(tmp_path: Path) -> None:
    path = tmp_path / "arbeidsbok.xlsx"
    write_zip(path, {"bilder/1.png": b"x"})
    assert refusal(path) == "an_archive"
    relation = b'<Relationships><Relationship Id="r" Type="x/officeDocument" Target="%s"/></Relationships>'
    for main, key in ((b"word/document.xml", "a_document"), (b"xl/workbook.bin", "binary_workbook")):
        write_zip(path, {"_rels/.rels": relation % main})
        assert refusal(path) == key
    sheets = b'<workbook><sheets><sheet name="Prosjekter"/></sheets></workbook>'
    for content, key in ((b"<workbook/>", "not_a_workbook"), (sheets, "damaged_file")):
        write_zip(path, {"_rels/.rels": relation % b"xl/workbook.xml", "xl/workbook.xml": content,
                         "xl/_rels/workbook.xml.rels": b"<Relationships/>"})  # fmt: skip
        assert refusal(path) == key


def test_a_truncated_workbook(tmp_path: Path) -> None:
    whole = projects(tmp_path, HEADINGS, ROW).read_bytes()
    assert refusal(written(tmp_path, whole[: len(whole) // 2])) == "damaged_file"


def test_one_far_away_cell(tmp_path: Path) -> None:
    path = projects(tmp_path, HEADINGS, ROW)
    far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    change(path, "xl/worksheets/sheet1.xml", b"</sheetData>", far)
    assert refusal(path) == "far_cell"
    with pytest.raises(UnreadableFile) as caught:
        read(path)
    assert "XFD1048576" in error_line(caught.value, "nb")


def test_what_a_sheet_says_of_its_size_and_blank_far_cells_do_not_matter(tmp_path: Path) -> None:
    path = projects(tmp_path, HEADINGS, ROW)
    change(path, "xl/worksheets/sheet1.xml", b'<dimension ref="A1:E2"', b'<dimension ref="A1:XFD1048576"')
    blank = b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    change(path, "xl/worksheets/sheet1.xml", b"</sheetData>", blank)
    assert len(read(path).drafts) == 1


def test_zip_bombs(tmp_path: Path) -> None:
    path = projects(tmp_path, HEADINGS, ROW)
    change(path, "xl/worksheets/sheet1.xml", b"</sheetData>", b" " * 48 * 1024 * 1024 + b"</sheetData>")
    assert path.stat().st_size < 100_000
    assert refusal(path) == "zip_bomb"


def test_entities_that_blow_up(tmp_path: Path) -> None:
    path = projects(tmp_path, HEADINGS, ROW)
    bomb = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet'
    change(path, "xl/worksheets/sheet1.xml", b"<worksheet", bomb)
    assert refusal(path) == "damaged_file"


def test_too_many_rows_and_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = projects(tmp_path, HEADINGS, *[(f"P-{n}", "A", None, None, "SAM") for n in range(12)])
    for name, most, key in (("MAX_ROWS", 10, "too_many_rows"), ("MAX_CELLS", 20, "too_many_cells")):
        with monkeypatch.context() as patch:
            patch.setattr(grid, name, most)
            assert refusal(path) == key


# -- the cells by themselves


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("General", "n"),
        ("#,##0.00", "n"),
        ('_ "kr "* #,##0_ ;_ "kr "* -#,##0_ ', "n"),
        ("[$kr-414] #,##0.00", "n"),
        ('0" dager"', "n"),
        ("0.0 %", "p"),
        ("dd.mm.yyyy", "d"),
        ("[$-414]d. mmmm yyyy;@", "d"),
        ("m/d/yy h:mm", "d"),
        ("mmmm", "d"),
        ("åååå", "d"),
        ("h:mm", "t"),
        ("[h]:mm", "t"),
        ("[hh]:mm:ss", "t"),
        ("mm:ss.0", "t"),
        ("h:mm AM/PM", "t"),
        ("0.00E+00", "n"),
        ("# ?/?", "n"),
        ("@", "n"),
        (";;;", "n"),
        ("0 USD", "n"),
        ("#,##0.00\\ [$€-407]", "n"),
        ('[Red]0.0%;"minus "0%', "p"),
    ],
)
def test_number_formats(code: str, kind: str) -> None:
    assert format_kind(code) == kind


def test_names_of_columns() -> None:
    for number, letters in ((1, "A"), (26, "Z"), (27, "AA"), (200, "GR"), (16384, "XFD")):
        assert column_letters(number) == letters
        assert column_number(letters) == number


def test_rich_text_phonetics_and_escapes(tmp_path: Path) -> None:
    path = with_shared_strings(tmp_path)
    rich = b"<si><r><t>Sykkel</t></r><r><t>_x0020_veier</t></r><rPh><t>x</t></rPh></si>"
    change(path, "xl/sharedStrings.xml", b"<si><t>Sykkelveier</t></si>", rich)
    assert read(path).drafts[0].values["title"] == "Sykkel veier"


def test_cells_and_rows_without_addresses(tmp_path: Path) -> None:
    path = projects(tmp_path, HEADINGS, ROW)
    for row in (b"1", b"2"):
        change(path, "xl/worksheets/sheet1.xml", b'<row r="%s"' % row, b"<row")
        for letter in (b"A", b"B", b"C", b"D", b"E"):
            change(path, "xl/worksheets/sheet1.xml", b'r="%s%s"' % (letter, row), b"")
    assert read(path).drafts[0].values["start"] == "2026-11-24"


# -- damage


def test_damaged_files_are_refused_have_problems_or_say_the_same(tmp_path: Path) -> None:
    path = tmp_path / "arbeidsbok.xlsx"
    write_workbook(path, plain_state(1), 3)
    whole, sound = path.read_bytes(), read(path)
    assert sound.problems == ()
    for damage in damages(whole, seed=7, count=len(RAW) + len(PARTS)):
        found, key = read_or_key(written(tmp_path, damage.content))
        assert key in MESSAGES or (found and (found.problems or found == sound)), damage.name


def read_or_key(path: Path) -> tuple[Reading | None, str]:
    """The reading, or the key of its refusal."""
    try:
        return read(path), ""
    except UnreadableFile as error:
        return None, error.key


def test_the_same_seed_makes_the_same_damage(tmp_path: Path) -> None:
    write_workbook(tmp_path / "a.xlsx", plain_state(1), 3)
    whole = (tmp_path / "a.xlsx").read_bytes()
    assert [d.name for d in damages(whole, 3, 8)] == [d.name for d in damages(whole, 3, 8)]
    assert [d.content for d in damages(whole, 3, 5)] == [d.content for d in damages(whole, 3, 5)]
