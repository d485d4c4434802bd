"""A page as a Word brief: its numbers are the exhibit's, Word and LibreOffice can read it, nobody is left out."""

from __future__ import annotations

import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl import load_workbook
from openpyxl.chart.chartspace import ChartSpace
from openpyxl.xml.functions import fromstring

from akint_dash.domain.exhibit import Chart, Column, Form, Kind, Series
from akint_dash.exports.brief import write
from akint_dash.exports.brief.cells import Grid
from akint_dash.exports.brief.look import WIDTH_CM
from akint_dash.exports.brief.tables import panels
from akint_dash.text.words import Language
from tests.exports.briefs import WP, C, R, W, chart, charts, document, exhibit, paragraphs, parts, publication, text

SEEDS = range(12)
HOSTILE = (
    "=2+2",
    '=HYPERLINK("http://x","y")',
    "+1",
    "-1",
    "@SUM(A1)",
    "＝2+2",
    "<b>&\"'",
    "a\x00b\x0bc\ud800d\u202ee",
)


def drawn(root: ET.Element) -> list[tuple[str, list[str], list[float | None]]]:
    """Name, categories and values of each series as the chart's own XML has them."""
    found = []
    for one in root.iter(f"{C}ser"):
        name = one.findtext(f"{C}tx/{C}strRef/{C}strCache/{C}pt/{C}v") or ""
        names = [point.findtext(f"{C}v") or "" for point in one.iterfind(f"{C}cat/{C}strRef/{C}strCache/{C}pt")]
        cache = one.find(f"{C}val/{C}numRef/{C}numCache")
        assert cache is not None
        count = cache.find(f"{C}ptCount")
        assert count is not None
        values: list[float | None] = [None] * int(count.get("val", ""))
        for point in cache.iterfind(f"{C}pt"):
            values[int(point.get("idx", ""))] = float(point.findtext(f"{C}v") or "")
        found.append((name, names, values))
    return found


def carried(book: bytes) -> list[tuple[str, list[str], list[float | None]]]:
    """The same of the workbook that the chart carries."""
    sheet = load_workbook(BytesIO(book)).active
    assert sheet is not None
    rows: list[tuple[Any, ...]] = list(sheet.iter_rows(values_only=True))
    return [
        (str(rows[0][at]), [str(row[0]) for row in rows[1:]], [row[at] for row in rows[1:]])
        for at in range(1, len(rows[0]))
    ]


def told(one: Chart) -> list[tuple[str, list[str], list[float | None]]]:
    return [
        (s.words, list(one.categories), [None if value is None else float(value) for value in s.values])
        for s in one.series
    ]


# -- the numbers


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("language", ["nb", "en"])
def test_each_charts_numbers_are_the_exhibits_in_the_chart_and_in_its_workbook(seed: int, language: Language) -> None:
    wanted = [chart(seed * 10 + i) for i in range(5)]
    wanted = [one for one in wanted if sum(len(told_of) - told_of.count(None) for _, _, told_of in told(one)) > 1]
    file = write(publication(*(exhibit(f"nr{i}", 3, one) for i, one in enumerate(wanted)), language=language))
    in_order = {str(told(one)) for one in wanted}
    found = charts(file)
    assert len(found) == len(wanted)
    for root, book in found:
        assert str(drawn(root)) in in_order
        for (name, names, values), (said, listed, held) in zip(drawn(root), carried(book), strict=True):
            assert (name, names) == (said, listed)
            assert values == [None if one is None else pytest.approx(one, rel=1e-15, abs=0) for one in held]
    assert {str(drawn(root)) for root, _ in found} == in_order


def test_an_amount_keeps_every_krone_where_millions_are_shown() -> None:
    one = Chart(Form.COLUMNS, ("2025", "2026"), (Series("Støtte", (7, Decimal("61600000.50"))),), Kind.MONEY, "NOK")
    [(root, book)] = charts(write(publication(exhibit(chart=one))))
    assert drawn(root) == carried(book) == [("Støtte", ["2025", "2026"], [7, 61600000.5])]
    codes = {found.text for found in root.iter(f"{C}formatCode")} | {
        f.get("formatCode") for f in root.iter(f"{C}numFmt")
    }
    assert "[$-414]#,##0.0,," in codes
    assert ("Unit", "Mill. kr") in paragraphs(write(publication(exhibit(chart=one))))


def test_one_number_is_not_drawn_and_one_moment_is_no_line() -> None:
    alone = Chart(Form.LINES, ("2026",), (Series("Andel", (0.38,)),), Kind.SHARE)
    assert charts(write(publication(exhibit(chart=alone)))) == []
    two = Chart(Form.LINES, ("2026",), (Series("Andel", (0.38,)), Series("Alle", (0.3,))), Kind.SHARE)
    [(root, _)] = charts(write(publication(exhibit(chart=two))))
    assert root.find(f".//{C}lineChart") is None
    assert root.find(f".//{C}barChart") is not None


def test_missing_is_no_bar_and_no_nought() -> None:
    one = Chart(Form.BARS, ("A", "B"), (Series("Antall", (None, 3)), Series("Alle", (4, 5))), Kind.COUNT)
    [(root, book)] = charts(write(publication(exhibit(chart=one))))
    assert [point.get("idx") for point in root.iterfind(f".//{C}val//{C}pt")] == ["1", "0", "1"]
    blank = root.find(f"{C}chart/{C}dispBlanksAs")
    assert blank is not None
    assert blank.get("val") == "gap"
    assert carried(book)[0][2] == [None, 3]


def test_the_table_says_each_value_as_the_page_does() -> None:
    cells = [text(cell) for cell in document(write(publication(exhibit(rows=2)))).iter(f"{W}tc")]
    assert cells[:5] == ["Rådsområde", "Antall", "Andel", "Innvilget", "Dag"]
    assert cells[5:10] == ["Område 0", "1\xa0000", "39\xa0%", "61,6\xa0mill.\xa0kr", "01.01.2026"]
    assert cells[10:] == ["Siste", "mangler", "mangler", "mangler", "–"]


def test_twenty_rows_and_where_the_rest_is() -> None:
    file = write(publication(exhibit(rows=32)))
    assert len(list(document(file).iter(f"{W}tr"))) == 21
    said = [words for style, words in paragraphs(file) if style == "Note" and words.startswith("og 12 til.")]
    assert said == ["og 12 til. Hele tabellen står på siden og i Excel-filen derfra: https://akint.example/omrader/SAM"]


def test_of_many_figures_the_first_are_short_and_all_their_rows_stand_behind() -> None:
    some = [exhibit(f"nr{i}", 9, chart(1) if i == 1 else None, f"Funn {i}") for i in range(5)]
    file = write(publication(*some))
    headings = [(style, words) for style, words in paragraphs(file) if style.startswith("Heading")]
    behind = headings.index(("Heading2", "Tallene bak figurene"))
    assert [words for _, words in headings[behind + 1 :]] == ["Funn 0", "Funn 1", "Funn 2"]
    rows = [len(list(table.iter(f"{W}tr"))) - 1 for table in document(file).iter(f"{W}tbl")]
    assert rows == [4, 4, 9, 9, 9, 9, 9] or rows == [4, 4, 4, 9, 9, 9, 9, 9]


def test_every_link_inside_leads_somewhere() -> None:
    root = document(write(publication(*(exhibit(f"nr{i}", 9, chart(i)) for i in range(6)))))
    places = [one.get(f"{W}name") for one in root.iter(f"{W}bookmarkStart")]
    wanted = [one.get(f"{W}anchor") for one in root.iter(f"{W}hyperlink") if one.get(f"{W}anchor")]
    assert len(wanted) == 3
    assert set(wanted) <= set(places)
    assert len(places) == len(set(places))
    for tag, name in ((f"{W}bookmarkStart", f"{W}id"), (f"{WP}docPr", "id")):
        numbers = [one.get(name) for one in root.iter(tag)]
        assert len(numbers) == len(set(numbers))


# -- a table that fits


@pytest.mark.parametrize("columns", [2, 7, 12, 25])
def test_a_wide_table_is_told_in_parts_that_each_fit_and_name_their_rows(columns: int) -> None:
    heads = tuple(f"Prosjektutvikling {i}" for i in range(columns))
    rows = tuple(tuple(f"{i * 1000 + at}" for at in range(columns)) for i in range(3))
    parts_of, left_out = panels(Grid(heads, (False,) + (True,) * (columns - 1), rows, (0,)), 7.5)
    assert left_out == ()
    assert {head for part in parts_of for head in part.grid.heads} == set(heads)
    for part in parts_of:
        assert sum(part.widths) <= WIDTH_CM + 0.01
        assert part.grid.heads[0] == heads[0]
        assert [row[0] for row in part.grid.rows] == [row[0] for row in rows]
    assert len(parts_of) == 1 or columns > 7


def test_what_is_left_out_of_a_table_too_wide_is_said() -> None:
    one = exhibit(rows=2)
    wide = tuple(Column(f"c{i}", f"Prosjektutvikling{i}", Kind.COUNT) for i in range(4))
    code = Column("celex", "Identifikatornummeret", Kind.CODE)
    rows = tuple((*row, 1, 2, 3, 4, "DEMO-2026-X") for row in one.rows)
    said = [
        words
        for _, words in paragraphs(write(publication(replace(one, columns=(*one.columns, *wide, code), rows=rows))))
    ]
    assert any("Ikke vist her: Identifikatornummeret." in words for words in said)
    assert "DEMO-2026-X" not in said


# -- read by people, with and without eyes


def test_the_headings_have_no_gaps_and_the_finding_is_the_first() -> None:
    for count in (1, 3, 6):
        file = write(publication(*(exhibit(f"nr{i}", 8, chart(i)) for i in range(count))))
        levels = [int(style[-1]) for style, _ in paragraphs(file) if re.fullmatch("Heading[1-9]", style)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_chart_and_table_is_told_to_those_who_do_not_see_it() -> None:
    some = [exhibit(f"nr{i}", 9, chart(i), f"Funn {i}") for i in range(6)]
    root = document(write(publication(*some)))
    charts_told = [one.get("descr", "") for one in root.iter(f"{WP}docPr")]
    assert len(charts_told) == len(some)
    for one in charts_told:
        assert re.match(r"(Stolpe|Søyle|Linje)diagram: Funn \d\. Tiltak etter område\.", one)
        assert len(one) < 1000
    tables = list(root.iter(f"{W}tbl"))
    assert tables
    for table in tables:
        described = table.find(f"{W}tblPr/{W}tblDescription")
        assert described is not None
        assert described.get(f"{W}val")


def test_the_alt_text_has_the_numbers_where_there_is_room() -> None:
    one = Chart(
        Form.BARS, ("A", "B", "C"), (Series("Støtte", (None, Decimal(7), Decimal("61600000"))),), Kind.MONEY, "NOK"
    )
    [found] = [d.get("descr", "") for d in document(write(publication(exhibit(chart=one)))).iter(f"{WP}docPr")]
    assert found.endswith("Støtte: A mangler, B 7\xa0kr, C 61,6\xa0mill.\xa0kr.")


def test_a_tables_head_comes_again_on_each_page_and_no_row_is_broken() -> None:
    for table in document(write(publication(exhibit(rows=30)))).iter(f"{W}tbl"):
        rows = list(table.iter(f"{W}tr"))
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in rows[1:])
        for row in rows:
            sides = [cell.find(f"{W}p/{W}pPr/{W}jc") is not None for cell in row.iter(f"{W}tc")]
            assert sides == [False, True, True, True, False]


@pytest.mark.parametrize(("language", "tag"), [("nb", "nb-NO"), ("en", "en-GB")])
def test_the_language_and_the_title_are_said(language: Language, tag: str) -> None:
    file = write(publication(exhibit(chart=chart(3)), language=language))
    some = parts(file)
    tags = re.findall(r'<w:lang w:val="([^"]*)"', some["word/styles.xml"].decode())
    assert set(tags) == {tag}
    assert len(tags) == 2
    core = docx.Document(BytesIO(file)).core_properties
    assert (core.language, core.author) == (tag, "Akershus fylkeskommune")
    assert core.title == publication().title
    assert f'<c:lang val="{tag}"/>'.encode() in some["word/charts/chart1.xml"]


def test_the_mark_the_county_the_page_and_the_data_stand_over_and_under() -> None:
    some = parts(write(publication(exhibit())))
    over, under = (ET.fromstring(some[f"word/{name}1.xml"]) for name in ("header", "footer"))
    assert text(over) == "Akershus fylkeskommune · SamferdselDemonstrasjonsdata: oppdiktede tall"
    assert text(under) == "Data per 30.10.2026 kl. 09.00 · oppdatering 14Side 1 av 1"
    fields = [(one.text or "").strip() for one in under.iter(f"{W}instrText")]
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_real_portfolio_bears_no_mark() -> None:
    made = write(replace(publication(exhibit()), demonstration=""))
    assert b"emonstrasjon" not in b"".join(parts(made).values())


def test_what_it_is_of_and_the_way_back() -> None:
    file = write(publication(exhibit()))
    said = [words for style, words in paragraphs(file) if style == "Facts"]
    assert said == [
        "Valgte filtrePeriode: 2025–2026",
        "DataSett 24. november 2026. Data per 30.10.2026 kl. 09.00 · oppdatering 14. "
        "Kilder: arbeidsboken og EU-portalen.",
        "OmfangBare det som er åpent for alle. Egne data til 30.10.2026.",
        "Siden på netthttps://akint.example/omrader/SAM",
    ]
    ways = {one.get("Id"): one for one in ET.fromstring(parts(file)["word/_rels/document.xml.rels"])}
    [link] = [one for one in document(file).iter(f"{W}hyperlink") if one.get(f"{R}id")]
    assert ways[link.get(f"{R}id")].get("Target") == "https://akint.example/omrader/SAM"
    assert ways[link.get(f"{R}id")].get("TargetMode") == "External"


@pytest.mark.parametrize("address", ["/omrader/SAM", "javascript:alert(1)", "file:///etc/passwd"])
def test_what_is_no_address_of_the_web_is_no_link(address: str) -> None:
    file = write(publication(exhibit(), address=address))
    assert b'TargetMode="External"' not in parts(file)["word/_rels/document.xml.rels"]
    assert any(words.endswith(address) for style, words in paragraphs(file) if style == "Facts")


# -- what other programs make of it


@pytest.mark.parametrize("seed", SEEDS)
def test_every_chart_is_one_that_another_reader_of_the_format_takes(seed: int) -> None:
    found = charts(write(publication(*(exhibit(f"nr{i}", 3, chart(seed * 7 + i)) for i in range(3)))))
    assert found
    for root, _ in found:
        carried_by = root.find(f"{C}externalData")
        assert carried_by is not None
        root.remove(carried_by)  # whose r:id that reader does not know
        tree: Any = fromstring(ET.tostring(root))
        space: Any = ChartSpace.from_tree(tree)
        assert space.chart.autoTitleDeleted


def test_every_part_has_its_kind_and_nothing_is_a_picture() -> None:
    some = parts(write(publication(exhibit("a", 3, chart(1)), exhibit("b", 3, chart(2)))))
    kinds = ET.fromstring(some["[Content_Types].xml"])
    own = {one.get("PartName"): one.get("ContentType") for one in kinds if one.get("PartName")}
    usual = {one.get("Extension"): one.get("ContentType") for one in kinds if one.get("Extension")}
    for number in (1, 2):
        assert (
            own[f"/word/charts/chart{number}.xml"]
            == "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
        )
    assert usual["xlsx"] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert [name for name in some if name.endswith((".png", ".jpeg", ".jpg", ".emf", ".gif"))] == []
    assert set(usual) <= {"rels", "xml", "xlsx"}
    for name in some:
        if name.endswith((".xml", ".rels")):
            ET.fromstring(some[name])


def hostile_texts() -> Iterator[bytes]:
    for words in HOSTILE:
        one = Chart(Form.BARS, (words, "B"), (Series(words, (1, 2)), Series("S", (3, 4))), Kind.COUNT)
        made = exhibit(chart=one, title=words)
        made = replace(
            made, rows=((words, words, 1, 0.5, Decimal(3), words), *made.rows), notes=(words,), say=words, unit=words
        )
        yield write(replace(publication(made), title=words, say=words, county=words, selection=((words, words),)))


def test_hostile_texts_stay_texts() -> None:
    for file in hostile_texts():
        for part in parts(file).values():
            assert part
        [(_, book)] = charts(file)
        sheet = parts(book)["xl/worksheets/sheet1.xml"].decode()
        assert "<f>" not in sheet
        kinds = [[cell.data_type for cell in row] for row in load_workbook(BytesIO(book))["Data"].iter_rows()]
        assert kinds == [["n", "s", "s"], ["s", "n", "n"], ["s", "n", "n"]]  # the blank corner counts as a number
    files = list(hostile_texts())
    assert load_workbook(BytesIO(charts(files[0])[0][1]))["Data"]["A2"].value == "=2+2"
    assert text(document(files[-1])).count("abcde") >= 5
    assert text(document(files[-2])).count("<b>&\"'") >= 5


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not on this machine")
def test_libreoffice_opens_it_and_reads_what_stands_there(tmp_path: Path) -> None:
    some = [exhibit(f"nr{i}", 25, chart(i), f"Funn nummer {i}") for i in range(5)]
    (tmp_path / "brief.docx").write_bytes(write(publication(*some)))
    home = f"-env:UserInstallation=file://{tmp_path / 'home'}"
    subprocess.run(
        [
            "soffice",
            home,
            "--headless",
            "--convert-to",
            "txt:Text",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "brief.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    read = (tmp_path / "brief.txt").read_text(encoding="utf-8-sig")
    for wanted in ("Samferdsel har hatt", "Funn nummer 4", "Tallene bak figurene", "61,6\xa0mill.\xa0kr"):
        assert wanted in read
