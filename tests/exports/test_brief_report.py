"""Many pages as one Word document: a front page with contents, and a chapter for each."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from akint_dash.exports.brief.yearly import write_report
from tests.exports.briefs import R, W, chart, charts, document, exhibit, paragraphs, parts, publication, text

PAGES = [
    replace(publication(*(exhibit(f"{name}{i}", 8, chart(i)) for i in range(4))), page=name, title=f"Funn om {name}")
    for name in ("Oversikt", "Samferdsel", "Finansiering")
]


@pytest.fixture(scope="module")
def file() -> bytes:
    return write_report(PAGES, "Internasjonalt arbeid 2026")


def test_each_page_is_a_chapter_in_its_order_under_its_finding(file: bytes) -> None:
    said = paragraphs(file)
    assert ("Title", "Internasjonalt arbeid 2026") in said
    chapters = [words for style, words in said if style == "Heading1"]
    assert chapters == ["1 Oversikt", "2 Samferdsel", "3 Finansiering"]
    for number, one in enumerate(PAGES, 1):
        assert said[said.index(("Heading1", f"{number} {one.page}")) + 1] == ("Finding", one.title)


def test_the_headings_have_no_gaps(file: bytes) -> None:
    levels = [int(style[-1]) for style, _ in paragraphs(file) if style.startswith("Heading")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_contents_are_one_field_whose_lines_lead_to_the_chapters(file: bytes) -> None:
    root = document(file)
    lines = [
        one
        for one in root.iter(f"{W}p")
        if (s := one.find(f"{W}pPr/{W}pStyle")) is not None and s.get(f"{W}val") == "TOC1"
    ]
    assert [text(line) for line in lines] == ["1 Oversikt", "2 Samferdsel", "3 Finansiering"]
    kinds = [char.get(f"{W}fldCharType") for line in lines for char in line.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"]
    wanted = [link.get(f"{W}anchor") for line in lines for link in line.iter(f"{W}hyperlink")]
    for place, chapter in zip(wanted, ("1 Oversikt", "2 Samferdsel", "3 Finansiering"), strict=True):
        [there] = [
            p for p in root.iter(f"{W}p") if any(b.get(f"{W}name") == place for b in p.iter(f"{W}bookmarkStart"))
        ]
        assert text(there) == chapter


def test_every_chapter_says_over_its_pages_what_it_is(file: bytes) -> None:
    some, root = parts(file), document(file)
    ways = {one.get("Id"): one.get("Target") for one in ET.fromstring(some["word/_rels/document.xml.rels"])}
    over = []
    for section in root.iter(f"{W}sectPr"):
        header = section.find(f"{W}headerReference")
        assert header is not None
        over.append(text(ET.fromstring(some[f"word/{ways[header.get(f'{R}id')]}"])))
        assert section.find(f"{W}titlePg") is None
        size = section.find(f"{W}pgSz")
        assert size is not None
        assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    mark = "Demonstrasjonsdata: oppdiktede tall"
    names = ("Internasjonalt arbeid 2026", "1 Oversikt", "2 Samferdsel", "3 Finansiering")
    assert over == [f"Akershus fylkeskommune · {name}{mark}" for name in names]


def test_figures_and_tables_are_numbered_through_the_whole(file: bytes) -> None:
    captions = [words for style, words in paragraphs(file) if style == "Caption"]
    for kind in ("Figur", "Tabell"):
        numbers = [int(words.split()[1].rstrip(".")) for words in captions if words.startswith(f"{kind} ")]
        assert numbers == list(range(1, len(numbers) + 1))
        assert numbers
    assert len(charts(file)) == sum(words.startswith("Figur ") for words in captions)


def test_a_report_of_nothing_is_none() -> None:
    with pytest.raises(ValueError, match="nothing"):
        write_report([], "Tom")
