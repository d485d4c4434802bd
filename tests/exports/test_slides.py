"""Slides: their numbers, words, places and properties, of exhibits made by hand."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from akint_dash.domain.exhibit import Chart, Column, Kind, Publication
from akint_dash.exports import FORMATS
from akint_dash.exports.slides import look, tables
from akint_dash.exports.slides.letters import LINE, cut, fitted, height, lines, width
from akint_dash.figures.template import tokens
from akint_dash.text.words import LANGUAGES, Language, Words
from tests.exports.slides_made import CHARTS, INSTRUMENTS, NS, File, exhibit, publication
from tests.hostile import TEXTS


@pytest.fixture(scope="module")
def made() -> File:
    """A file of every kind of chart and a table."""
    return File(publication(*[exhibit(key, chart=one) for key, one in CHARTS.items()], exhibit("table")))


def plain(value: Any) -> float | None:
    return None if value is None else float(value)


def test_the_format_is_had_by_its_ending() -> None:
    assert FORMATS["pptx"].mimetype.endswith("presentationml.presentation")
    assert FORMATS["pptx"].write(publication(exhibit()))[:2] == b"PK"


# -- numbers


@pytest.mark.parametrize("key", CHARTS)
def test_the_numbers_of_a_charts_xml_are_the_exhibits(key: str) -> None:
    (native,) = File(publication(exhibit(chart=CHARTS[key]))).charts()
    plot, chart = native.plots[0], CHARTS[key]
    assert list(plot.categories) == list(chart.categories)
    assert [one.name for one in plot.series] == [one.words for one in chart.series]
    for one, series in zip(plot.series, chart.series, strict=True):
        assert list(one.values) == [plain(value) for value in series.values]


@pytest.mark.parametrize("key", CHARTS)
def test_the_numbers_of_a_charts_workbook_are_the_exhibits(key: str) -> None:
    (native,) = File(publication(exhibit(chart=CHARTS[key]))).charts()
    chart = CHARTS[key]
    rows = list(workbook(native).iter_rows(values_only=True))
    assert list(rows[0][1:]) == [one.words for one in chart.series]
    assert [row[0] for row in rows[1:]] == list(chart.categories)
    for at, series in enumerate(chart.series):
        assert [plain(row[at + 1]) for row in rows[1:]] == [plain(value) for value in series.values]


def workbook(native: Any) -> Any:
    blob = native.part.chart_workbook.xlsx_part.blob
    return openpyxl.load_workbook(io.BytesIO(blob)).active


def test_a_missing_number_is_a_gap_and_said(made: File) -> None:
    for _, root in made.xml("ppt/charts/chart"):
        assert root.xpath("string(.//c:dispBlanksAs/@val)", namespaces=NS) == "gap"
    slide = next(one for one in made.deck.slides if one.shapes.title.text.endswith("(bars)"))
    assert "Mangler: Utdanning." in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_a_bar_begins_at_zero_unless_something_is_below(made: File) -> None:
    least = {key: native.value_axis.minimum_scale for key, native in zip(CHARTS, made.charts(), strict=True)}
    assert least == {key: None if key == "below" else 0 for key in CHARTS}


def test_instruments_keep_their_colours_and_others_take_none_of_them(made: File) -> None:
    own = [tokens()[f"{code.lower()}-strong"][1:].upper() for code in INSTRUMENTS]
    natives = dict(zip(CHARTS, made.charts(), strict=True))
    assert [str(one.format.line.color.rgb) for one in natives["lines"].plots[0].series] == own
    for key in ("bars", "bars-stacked", "columns-stacked"):
        found = [str(one.format.fill.fore_color.rgb) for one in natives[key].plots[0].series]
        assert not set(found) & set(own), key
        assert len(set(found)) == len(found), key


def test_an_instruments_own_finding_is_in_its_colour() -> None:
    file = File(publication(exhibit(chart=CHARTS["columns"], instrument="KOM", over="Kompetanseheving")))
    (native,) = file.charts()
    assert str(native.plots[0].series[0].format.fill.fore_color.rgb) == tokens()["kom-strong"][1:].upper()
    assert "Kompetanseheving" in file.deck.slides[1].notes_slide.notes_text_frame.text


def test_numbers_are_written_by_their_kind() -> None:
    codes = {}
    for language in LANGUAGES:
        for key in ("columns", "lines", "line", "bars"):
            (native,) = File(publication(exhibit(chart=CHARTS[key]), language=language)).charts()
            found = native._chartSpace.xpath(".//c:val//c:formatCode/text()")
            codes[language, key] = set(found)
    assert codes["nb", "columns"] == codes["en", "columns"] == {"#,##0.0,,"}  # whole kroner, told in millions
    assert codes["nb", "lines"] == {"0\\\u00a0%"}
    assert codes["en", "lines"] == {"0%"}
    assert codes["nb", "line"] == {"#,##0.0"}
    assert codes["nb", "bars"] == {"#,##0"}


@pytest.mark.parametrize(("scale", "unit"), [(1, "kr"), (10_000_000, "mill. kr")])
def test_a_chart_of_money_says_its_unit(scale: int, unit: str) -> None:
    amounts = replace(CHARTS["columns"].series[0], values=(90 * scale, 40 * scale, 10 * scale))
    chart = replace(CHARTS["columns"], categories=("A", "B", "C"), series=(amounts,), kind=Kind.MONEY, unit="NOK")
    said = text_of(File(publication(exhibit(chart=chart))), 1).replace("\u00a0", " ")
    assert f", {unit}\n" in said + "\n"


def test_a_long_ranking_shows_what_can_be_read_and_says_so() -> None:
    names = tuple(f"Kommune {n}" for n in range(60))
    values = tuple(range(60, 0, -1))
    long = replace(CHARTS["bars"], categories=names, series=(replace(CHARTS["bars"].series[0], values=values),))
    file = File(publication(exhibit(chart=long)))
    (native,) = file.charts()
    shown = list(native.plots[0].categories)
    assert 10 <= len(shown) < 30
    assert shown == list(names[: len(shown)])
    assert list(native.plots[0].series[0].values) == [float(60 - at) for at in range(len(shown))]
    assert f"De {len(shown)} første av 60 er tegnet; resten står på siden." in text_of(file, 1)


# -- tables


def test_a_table_tells_its_cells_as_the_page_does(made: File) -> None:
    (table,) = made.tables()
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells == [
        ["Rådsområde", "Antall"], ["Samferdsel", "19"], ["Klima og miljø", "mangler"], ["Utdanning", "0"],
    ]  # fmt: skip
    assert table.first_row
    assert not table.horz_banding


def many(rows: int, columns: int = 2) -> Any:
    heads = tuple(Column(f"c{n}", f"Kolonne {n}", Kind.COUNT if n else Kind.TEXT) for n in range(columns))
    return exhibit(columns=heads, rows=tuple((f"Rad {at}", *range(at, at + columns - 1)) for at in range(rows)))


@pytest.mark.parametrize("rows", [1, 5, 12, 15, 20, 30, 36])
def test_all_rows_are_on_at_most_three_slides(rows: int) -> None:
    file = File(publication(many(rows)))
    found = [[cell.text for cell in row.cells] for table in file.tables() for row in list(table.rows)[1:]]
    assert found == [[f"Rad {at}", str(at)] for at in range(rows)]
    counts = [len(table.rows) - 1 for table in file.tables()]
    assert len(counts) <= 3
    assert max(counts) - min(counts) <= 2, "no slide with a row that was left over"


def test_a_longer_table_says_how_many_are_left_and_where_they_are() -> None:
    file = File(publication(many(500)))
    (table,) = file.tables()
    left = 500 - (len(table.rows) - 1)
    assert f"Og {left} til: Hele tabellen kan lastes ned på siden, https://akint.example.no/" in text_of(file, 1)


def test_columns_without_room_are_named() -> None:
    file = File(publication(many(3, columns=40)))
    (table,) = file.tables()
    shown = [cell.text for cell in table.rows[0].cells]
    out = [f"Kolonne {n}" for n in range(40) if f"Kolonne {n}" not in shown]
    assert out
    notes = file.deck.slides[1].notes_slide.notes_text_frame.text
    assert all(name in notes for name in out)


def test_a_text_without_room_is_cut_and_said_to_be() -> None:
    long = "En svært lang tekst som ingen celle har plass til. " * 30
    file = File(publication(exhibit(rows=((long, 1), ("kort", 2)))))
    (table,) = file.tables()
    assert table.cell(1, 0).text.endswith("…")
    assert "Forkortede tekster (…) står i sin helhet på siden." in text_of(file, 1)


def test_axes_have_numbers_that_the_format_allows(made: File) -> None:
    for name, root in made.xml("ppt/charts/chart"):
        numbers = root.xpath(".//c:axId/@val | .//c:crossAx/@val", namespaces=NS)
        assert len(numbers) == 6
        assert all(0 <= int(number) < 2**32 for number in numbers), name


def test_one_row_stands_upright_and_no_row_makes_no_table() -> None:
    heads = [Column("a", "Rådsområde", Kind.TEXT), Column("b", "Bedt om", Kind.COUNT), Column("c", "Dager", Kind.DAYS)]
    (table,) = File(publication(exhibit(columns=tuple(heads), rows=(("Samferdsel", 14, None),)))).tables()
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells == [["Rådsområde", "Samferdsel"], ["Bedt om", "14"], ["Dager", "mangler"]]
    assert File(publication(exhibit(rows=()))).tables() == []


# -- words


def text_of(file: File, at: int) -> str:
    return "\n".join(shape.text_frame.text for shape in file.deck.slides[at].shapes if shape.has_text_frame)


def last_of(file: File) -> Any:
    return list(file.deck.slides)[-1]


def test_every_slide_has_its_finding_as_title_and_no_two_are_alike(made: File) -> None:
    titles = [slide.shapes.title.text for slide in made.deck.slides]
    assert titles[0] == "24 av 37 avgjorte søknader er innvilget"
    assert titles[1:-1] == [f"Samferdsel har flest tiltak ({key})" for key in (*CHARTS, "table")]
    assert titles[-1] == "Kilder og metode"
    twice = File(publication(exhibit("a", title="Like"), exhibit("b", title="Like")))
    assert len({slide.shapes.title.text for slide in twice.deck.slides}) == 4


def test_the_first_slide_says_of_what_and_when_and_the_last_where_from(made: File) -> None:
    first, last = text_of(made, 0), text_of(made, len(made.deck.slides) - 1)
    for words in (
        "Akershus fylkeskommune", "Virkemiddel i strategien", "Elleve søknader venter på svar.", "oppdatering 14",
        "Rådsområde: Samferdsel; Klima og miljø", "Data per 30.10.2026 kl. 09.00", "Bare det som er åpent for alle",
        "Demonstrasjonsdata: oppdiktede tall", "Sett per 24. november 2026",
    ):  # fmt: skip
        assert words in first, words
    for words in ("Arbeidsboken, keep.eu", "oppdatering 14", "Samferdsel", "Egne data til 30.10.2026.", "3.1, 3.2"):
        assert words in last, words
    texts = [shape.text_frame for shape in last_of(made).shapes if shape.has_text_frame]
    runs = [run for text in texts for paragraph in text.paragraphs for run in paragraph.runs]
    links = [run.hyperlink.address for run in runs if run.hyperlink.address]
    assert links == ["https://akint.example.no/virkemidler/prosjektutvikling?omrade=SAM"]


def test_every_slide_has_source_day_mark_and_number(made: File) -> None:
    for slide in made.deck.slides:
        xml = slide.shapes._spTree
        (foot,) = xml.xpath(".//p:sp[.//p:ph[@type='ftr']]")
        line = "".join(foot.xpath(".//a:t/text()"))
        assert line == (
            "Demonstrasjonsdata: oppdiktede tall · Akershus fylkeskommune, Prosjektutvikling · "
            "Kilde: arbeidsboken, keep.eu · Data per 30.10.2026 kl. 09.00"
        )
        assert xml.xpath(".//p:sp[.//p:ph[@type='sldNum']]//a:fld/@type") == ["slidenum"]


def test_many_sources_leave_the_foot_one_line() -> None:
    names = tuple(f"en nokså lang kilde nummer {n}" for n in range(12))
    file = File(publication(exhibit(), sources=names))
    (foot,) = file.deck.slides[1].shapes._spTree.xpath(".//p:sp[.//p:ph[@type='ftr']]")
    assert re.search(r"Kilde: en nokså lang kilde nummer 0.* og \d+ til · Data", "".join(foot.xpath(".//a:t/text()")))
    assert all(name in text_of(file, 2) for name in names[1:])


def test_a_real_portfolio_carries_no_mark() -> None:
    file = File(publication(exhibit(), demonstration=""))
    assert all(b"emonstrasjon" not in body for name, body in file.parts.items() if "/slides/" in name)


def test_the_notes_hold_what_the_speaker_needs(made: File) -> None:
    for slide in list(made.deck.slides)[1:-1]:
        notes = slide.notes_slide.notes_text_frame.text
        for words in (
            "Nitten av tretti tiltak er i samferdsel.", "Enhet: Tiltak i 2026", "Filtre: Samferdsel", "1 mangler dato",
            "Strategien: 3.1 og 3.2", "Valgte filtre: Rådsområde: Samferdsel; Klima og miljø",
            "Kilder: arbeidsboken, keep.eu",
            "Siden: https://akint.example.no/", "Demonstrasjonsdata", "Tiltak: Et prosjekt, en EU-sak",
        ):  # fmt: skip
            assert words in notes, words


def test_the_notes_master_is_listed(made: File) -> None:
    assert b"notesMasterIdLst" in made.parts["ppt/presentation.xml"]


# -- for all readers


def test_charts_and_tables_are_told_to_those_who_do_not_see_them(made: File) -> None:
    told = [
        shape._element.xpath("./p:nvGraphicFramePr/p:cNvPr/@descr")[0]
        for slide in made.deck.slides
        for shape in slide.shapes
        if shape.has_chart or shape.has_table
    ]
    assert len(told) == len(CHARTS) + 1
    assert told[0] == (
        "Liggende stolper: Tiltak etter rådsområde. A: Samferdsel 19; Klima og miljø 10; Utdanning mangler."
    )
    assert told[list(CHARTS).index("many")] == "Linjer: Tiltak etter rådsområde. A: 60 tall, fra 0 til 59."
    assert told[-1] == "Tabell: Tiltak etter rådsområde. 3 rader, 2 kolonner."


def test_what_only_decorates_says_so() -> None:
    file = File(publication(exhibit(chart=CHARTS["line"], instrument="BIL", over="Bilateralt samarbeid")))
    for slide in file.deck.slides:
        for shape in slide.shapes:
            if not shape.is_placeholder:
                assert b"decorative" in bytes(str(shape._element.xml), "utf-8"), shape.name


def test_titles_stand_in_titles_and_nothing_empty_waits_to_be_filled(made: File) -> None:
    for slide in made.deck.slides:
        shapes = list(slide.shapes)
        assert shapes[0].placeholder_format.type in (1, 3), "the title is read first"
        for shape in shapes:
            if shape.is_placeholder and shape.has_text_frame:
                assert shape.text_frame.text, (slide.shapes.title.text, shape.name)
            assert not (shape.is_placeholder and not (shape.has_text_frame or shape.has_chart or shape.has_table))


@pytest.mark.parametrize(("language", "code"), [("nb", "nb-NO"), ("en", "en-GB")])
def test_every_run_has_its_language(language: Language, code: str) -> None:
    file = File(publication(exhibit("a", chart=CHARTS["lines"]), exhibit("b"), language=language))
    for start in ("ppt/slides/slide", "ppt/notesSlides/", "ppt/slideLayouts/", "ppt/slideMasters/", "ppt/charts/chart"):
        found = list(file.xml(start))
        assert found, start
        for name, root in found:
            runs = root.xpath(".//a:r | .//a:fld", namespaces=NS)
            assert all(run.find("a:rPr", NS) is not None and run.find("a:rPr", NS).get("lang") == code for run in runs)
            assert set(root.xpath(".//a:endParaRPr/@lang", namespaces=NS)) <= {code}, name
    assert {root.xpath("string(.//c:lang/@val)", namespaces=NS) for _, root in file.xml("ppt/charts/chart")} == {code}
    assert file.deck.core_properties.language == code


def test_a_column_in_another_language_says_so() -> None:
    heads = (Column("a", "Tittel", Kind.TEXT, lang="en"), Column("b", "Antall", Kind.COUNT))
    file = File(publication(exhibit(columns=heads, rows=(("Green ports", 1), ("Clean fjords", 2)))))
    (table,) = file.tables()
    langs = [[cell._tc.xpath(".//a:rPr/@lang") for cell in row.cells] for row in table.rows]
    assert langs == [[["nb-NO"], ["nb-NO"]], [["en-GB"], ["nb-NO"]], [["en-GB"], ["nb-NO"]]]


def test_the_files_properties(made: File) -> None:
    about = made.deck.core_properties
    assert (about.title, about.author) == ("24 av 37 avgjorte søknader er innvilget", "Akershus fylkeskommune")
    assert about.subject == (
        "Prosjektutvikling · Rådsområde: Samferdsel; Klima og miljø · Demonstrasjonsdata: oppdiktede tall"
    )
    assert str(about.created.date()) == str(about.modified.date()) == "2026-11-24"


# -- look


def test_theme_colours_are_the_tokens_and_nothing_of_the_librarys_is_left(made: File) -> None:
    theme = made.parts["ppt/theme/theme1.xml"].decode()
    for role in ("ink", "paper", "ink-2", "pro-strong", "pol-strong", "kom-strong", "bil-strong"):
        assert tokens()[role][1:].upper() in theme, role
    assert theme.count(f'typeface="{look.TYPE}"') == 2
    assert "gradFill" not in theme
    assert "outerShdw" not in theme
    assert not [name for name in made.parts if "thumbnail" in name or "printerSettings" in name]
    assert (made.deck.slide_width, made.deck.slide_height) == (12192000, 6858000)
    assert [layout.name for layout in made.deck.slide_layouts] == [
        "Forside", "Funn med diagram", "Funn med tabell", "Tekst",
    ]  # fmt: skip


def test_no_picture_and_no_macro(made: File) -> None:
    assert not [name for name in made.parts if "/media/" in name or name.endswith((".bin", ".vml"))]


def boxes(file: File) -> Any:
    for at, slide in enumerate(file.deck.slides, 1):
        for shape in slide.shapes:
            yield at, shape, [(value or 0) / 12700 for value in (shape.left, shape.top, shape.width, shape.height)]


def text_height(shape: Any, room: float) -> float:
    total = 0.0
    for paragraph in shape.text_frame.paragraphs:
        runs = [run for run in paragraph.runs if run.font.size]
        if runs:
            size, bold = max(run.font.size.pt for run in runs), any(run.font.bold for run in runs)
            total += height("".join(run.text for run in paragraph.runs), size, room, bool(bold))
    return total


LONG: dict[str, Any] = {
    "title": "En setning som er mye lengre enn noen side har, " * 12,
    "say": "En lang forklaring av hvordan vi vet det. " * 40,
    "base": "Filtre: Samferdsel; " * 30,
    "caption": "Tiltak etter rådsområde og virkemiddel " * 20,
    "notes": ("Bygger på noe langt, " * 40, "ubrytelig" * 90),
}


@pytest.mark.parametrize("key", ["bars", "columns-stacked", "lines", "many", ""])
def test_nothing_stands_outside_the_slide_or_its_place(key: str) -> None:
    names = tuple("Et svært langt navn på en kategori " * 3 + str(n) for n in range(3))
    found: Chart | None = CHARTS[key] if key else None
    long = replace(found, categories=names) if found and key == "bars" else found
    rows = tuple((word * 40, 10**9 + at) for at, word in enumerate(("lang tekst ", "ubrytelig", "A-B-C-")))
    file = File(publication(exhibit(chart=long, rows=rows, **LONG), say="Si " * 400, title=LONG["title"]))
    for at, shape, (left, top, wide, high) in boxes(file):
        assert left >= 0, (at, shape.name)
        assert top >= 0, (at, shape.name)
        assert left + wide <= look.WIDTH + 0.1, (at, shape.name)
        assert top + high <= look.HEIGHT + 0.1, (at, shape.name)
        if shape.has_text_frame and shape.text_frame.text and shape.is_placeholder:
            assert text_height(shape, wide) <= high + 3, (at, shape.name)
        if shape.has_table:
            total = sum(row.height for row in shape.table.rows) / 12700
            assert top + total <= look.FOOT_LINE, at
            for row in shape.table.rows:
                for cell, column in zip(row.cells, shape.table.columns, strict=True):
                    room = (column.width - cell.margin_left - cell.margin_right) / 12700
                    pads = (cell.margin_top + cell.margin_bottom) / 12700
                    size = cell.text_frame.paragraphs[0].runs[0].font.size.pt
                    assert height(cell.text, size, room) + pads <= row.height / 12700 + 0.5


def test_places_on_a_slide_do_not_lie_over_each_other(made: File) -> None:
    for slide in made.deck.slides:
        found = [
            (shape.name, shape.left, shape.top, shape.left + shape.width, shape.top + shape.height)
            for shape in slide.shapes
            if shape.is_placeholder and shape.height
        ]
        for at, (name, left, top, right, bottom) in enumerate(found):
            for other, left2, top2, right2, bottom2 in found[at + 1 :]:
                apart = left >= right2 or left2 >= right or top >= bottom2 - 12700 or top2 >= bottom - 12700
                assert apart, (slide.shapes.title.text, name, other)


def test_text_is_measured_broken_and_cut() -> None:
    assert width("0123456789", 10) == pytest.approx(55.6)
    assert width("Aa", 10, bold=True) > width("Aa", 10)
    assert lines("en to tre", 10, width("en to", 10)) == ("en to", "tre")
    assert lines("EØS-notat", 10, width("notat-", 10)) == ("EØS-", "notat")
    assert "".join(lines("ubrytelig" * 9, 10, 60)) == "ubrytelig" * 9
    assert cut("en to tre fire", 10, width("en to…", 10), 1) == "en to…"
    assert fitted("kort", (20, 10), 500, 30) == (20, "kort")
    size, text = fitted("ord " * 500, (20, 10), 200, 60)
    assert (size, text[-1]) == (10, "…")
    assert height(text, size, 200) <= 60 + LINE


# -- hostile


def test_hostile_texts_are_text_and_nothing_executes() -> None:
    texts = [*TEXTS, "null\x00tegn \x1b[0m \ud800 \ufffe"]
    found = []
    for at, text in enumerate(texts):
        series = tuple(replace(one, words=f"{text}{n}") for n, one in enumerate(CHARTS["columns-stacked"].series))
        one = replace(CHARTS["columns-stacked"], categories=(text, f"{text}2", "c"), series=series)
        said: dict[str, Any] = {"title": text, "say": text, "caption": text, "notes": (text,), "over": text}
        found += [exhibit(f"{at}-a", chart=one, **said), exhibit(f"{at}-b", rows=((text, 1), ("y", 2)), **said)]
    file = File(publication(*found, title=TEXTS[0], selection=((TEXTS[1], TEXTS[9]),), address="javascript:alert(1)"))
    for name, body in file.parts.items():
        if name.endswith(".rels"):
            assert b"javascript" not in body, name
            assert b"TargetMode" not in body or b"example.no" in body, name
        if name.endswith(".xlsx"):
            check_workbook(body)
    written = "\n".join(str(cell.text) for table in file.tables() for row in table.rows for cell in row.cells)
    assert "<script>window.taken=1</script>" in written
    assert '=HYPERLINK("http://x.example";"x")' in written


def check_workbook(body: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in xml
        assert b"<f " not in xml
        assert b"hyperlink" not in xml
        assert not [name for name in archive.namelist() if "externalLink" in name or name.endswith(".bin")]
    sheet: Any = openpyxl.load_workbook(io.BytesIO(body)).active
    for row in sheet.iter_rows():
        assert all(cell.data_type != "f" for cell in row)


def test_a_clean_text_is_unchanged() -> None:
    text = "Æ ø å – «sitat» 1\u00a0234,5 % & <b> \u201cx\u201d 日本 😀"
    file = File(publication(exhibit(title=text, say=text), title=f"1 {text}"))
    assert file.deck.slides[0].shapes.title.text == f"1 {text}"
    assert file.deck.slides[1].shapes.title.text == text


def test_widths_of_columns_never_pass_the_room() -> None:
    w = Words("nb")
    for columns in (1, 2, 5, 9, 15):
        made = tables.grid(w, many(4, columns), look.ROOM, 300, 300)
        assert sum(made.widths) <= look.ROOM + 0.1
        assert len(made.columns) + len(made.left_out) == columns


def test_an_empty_page_has_two_slides() -> None:
    empty: Publication = publication(selection=(), sources=(), say="", over="", notes=(), demonstration="", address="")
    file = File(empty)
    assert [slide.shapes.title.text for slide in file.deck.slides] == [empty.title, "Kilder og metode"]
    assert "Ingen filtre er valgt" in text_of(file, 0)
    assert Decimal(len(file.blob)) > 1000
