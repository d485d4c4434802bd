"""A figure alone as SVG and PNG: everything of it is there, nothing overflows or lies over another, nothing runs."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations, product
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from lxml import etree

from akint_dash.access.viewer import AT_HOME
from akint_dash.components.page import Site
from akint_dash.components.publication import publication as publication_of
from akint_dash.domain.exhibit import Form, Kind, Publication
from akint_dash.exports import picture
from akint_dash.exports.chart_words import told
from akint_dash.exports.office import cleaned
from akint_dash.exports.picture import letters
from akint_dash.exports.picture.pieces import WIDE
from akint_dash.pages import PAGES
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.snapshots import Snapshots
from akint_dash.text.words import LANGUAGES, Language, Words
from tests.examples import example
from tests.exports.slides_made import CHARTS, chart, exhibit, publication
from tests.exports.test_slides_map import SKETCH
from tests.hostile import TEXTS

SVG: Final = "{http://www.w3.org/2000/svg}"
HARMLESS: Final = frozenset(
    ["svg", "title", "desc", "defs", "pattern", "clipPath", "g", "rect", "path", "line", "circle", "polyline", "text"]
)


class Line(NamedTuple):
    """A line of text where it stands."""

    words: str
    left: float
    top: float
    right: float
    bottom: float


class Picture:
    """A drawn picture as it is read."""

    def __init__(self, made: Publication) -> None:
        self.blob = picture.write_svg(made)
        self.root = etree.fromstring(self.blob, etree.XMLParser(resolve_entities=False))
        self.lines = list(_lines(self.root, 0.0, 0.0))
        self.seen = " ".join(line.words for line in self.lines)
        self.marks = [one.text for one in self.root.iter(f"{SVG}title")]

    def faults(self) -> list[str]:
        """What overflows, lies over another, or could run or fetch."""
        high = float(self.root.get("height"))
        found = [
            f"outside: {one}"
            for one in self.lines
            if one.left < 0 or one.right > WIDE or one.top < 0 or one.bottom > high
        ]
        found += [
            f"over each other: {a} {b}"
            for a, b in combinations(sorted(self.lines, key=lambda line: line.top), 2)
            if min(a.right, b.right) - max(a.left, b.left) > 1 and min(a.bottom, b.bottom) - max(a.top, b.top) > 2
        ]
        for one in self.root.iter():
            found += [f"element: {one.tag}"] if etree.QName(one).localname not in HARMLESS else []
            for name, value in one.attrib.items():
                if name.startswith("on") or name in ("style", "href") or ("url(" in value and "url(#" not in value):
                    found.append(f"attribute: {name}={value}")
        return found


def _lines(node: Any, x: float, y: float) -> Iterator[Line]:
    if node.get("aria-hidden"):
        return
    if move := re.match(r"translate\(([-\d.]+) ([-\d.]+)\)", node.get("transform", "")):
        x, y = x + float(move[1]), y + float(move[2])
    if node.tag == f"{SVG}text":
        size, words = float(node.get("font-size")), "".join(node.itertext())
        wide = letters.width(words, size, bold=node.get("font-weight") is not None)
        left = (
            x
            + float(node.get("x", 0))
            - {"start": 0.0, "middle": 0.5, "end": 1.0}[node.get("text-anchor", "start")] * wide
        )
        base = y + float(node.get("y"))
        yield Line(words, left, base - 0.72 * size, left + wide, base + 0.2 * size)
    for child in node:
        yield from _lines(child, x, y)


def together(words: str) -> str:
    """``words`` without what lines are broken at."""
    return re.sub(r"\s+", "", cleaned(words))


# -- every card of every page


@pytest.fixture(scope="module")
def site(demo_file: Path) -> Site:
    settings = Settings(database_url=f"sqlite:///{demo_file}", today="2026-11-24", audience="staff")
    return Site(settings, Snapshots(open_engine(settings.database_url), 2), PAGES, lambda: AT_HOME)


def cards(site: Site, path: str, query: dict[str, str]) -> Iterator[Publication]:
    """A publication for each card of the page."""
    found = site.open(path, query)
    assert found is not None
    view, page = found
    whole = publication_of(view, page, page.body(view))
    for one in whole.exhibits if view.told else ():
        yield replace(whole, exhibits=(one,))


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("path", "query"),
    [
        (start + example(page.path).rstrip("/") or "/", query)
        for page in PAGES
        for start, query in product(("", "/en"), ({}, {"omrade": "SAM"}))
    ],
)
def test_every_card_is_a_picture_with_its_title_numbers_and_foot(site: Site, path: str, query: dict[str, str]) -> None:
    for made in cards(site, path, query):
        (one,) = made.exhibits
        drawn = Picture(made)
        assert drawn.faults() == [], one.key
        w, seen = Words(made.language), together(drawn.seen)
        for words in (one.title, made.data, made.demonstration, made.address, made.county, one.say, *one.notes):
            assert together(words) in seen, (one.key, words)
        if (figure := cleaned(one.chart)) is None:
            continue
        for n, at in product(range(len(figure.series)), range(len(figure.categories))):
            if figure.series[n].values[at] is not None:
                assert told(w, figure, at, n) in drawn.marks, one.key
        for name in figure.categories if figure.form is Form.BARS else ():
            assert together(name) in seen, (one.key, name)


def test_the_numbers_of_bars_can_be_read_at_them() -> None:
    for name in ("bars", "bars-stacked"):
        drawn = Picture(publication(exhibit(chart=CHARTS[name])))
        for number in ("19", "10") if name == "bars" else ("19", "40", "Nei: mangler"):
            assert number in drawn.seen
    assert Picture(publication(exhibit(chart=CHARTS["bars"], notes=()))).seen.count("mangler") == 1


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_stands_in_its_place(name: str, language: Language) -> None:
    assert Picture(publication(exhibit(chart=CHARTS[name]), language=language)).faults() == []


def test_a_length_is_its_number() -> None:
    drawn = Picture(publication(exhibit(chart=chart(Form.BARS, Kind.COUNT, (5, 10, 40), categories=("A", "B", "C")))))
    bars = [float(one.get("width")) for one in drawn.root.iterfind(f".//{SVG}g/{SVG}title/../{SVG}rect")]
    assert [round(length / bars[0], 2) for length in bars] == [1, 2, 8]


def test_what_cannot_have_a_number_is_not_said_to_be_missing() -> None:
    bars = CHARTS["bars"]
    (series,) = bars.series
    drawn = Picture(publication(exhibit(chart=replace(bars, series=(replace(series, none=(2,)),)), notes=())))
    assert "mangler" not in drawn.seen.lower()
    assert "Utdanning: –" in drawn.marks


def test_a_line_over_days_is_as_long_as_they_are_apart() -> None:
    days = (date(2026, 1, 1), date(2026, 1, 11), date(2026, 4, 11))
    line = replace(chart(Form.LINES, Kind.COUNT, (1, 2, 3), categories=("a", "b", "c")), days=days)
    (drawn,) = Picture(publication(exhibit(chart=line))).root.iter(f"{SVG}polyline")
    a, b, c = (float(point.split(",")[0]) for point in drawn.get("points").split())
    assert (c - b) / (b - a) == pytest.approx(9, rel=0.01)


def test_a_map_tells_its_regions_and_looks() -> None:
    drawn = Picture(publication(exhibit(sketch=SKETCH)))
    assert drawn.faults() == []
    assert {one.words for one in SKETCH.regions} <= set(drawn.marks)
    assert all(words in drawn.seen for words in ("Akershus", "Västra Götaland", "Avtale i bruk", "På vent"))


def test_a_table_says_how_many_more_there_are() -> None:
    rows = tuple((f"Rad {n}", n) for n in range(20))
    drawn = Picture(publication(exhibit(rows=rows)))
    assert "og 8 til" in drawn.seen
    assert "Rad 11" in drawn.seen


def test_of_very_many_bars_the_first_are_drawn_and_the_others_counted() -> None:
    names = tuple(f"Kommune {n}" for n in range(1, 401))
    made = publication(exhibit(chart=chart(Form.BARS, Kind.COUNT, tuple(range(400, 0, -1)), categories=names)))
    drawn = Picture(made)
    assert drawn.faults() == []
    assert "og 250 til" in drawn.seen
    assert ("Kommune 150" in drawn.seen, "Kommune 151" in drawn.seen) == (True, False)
    wide, high = struct.unpack(">LL", picture.write_png(made)[16:24])
    assert wide * high <= picture.MOST_DOTS * 1.01
    pairs = chart(Form.BARS, Kind.COUNT, *[tuple(range(400))] * 2, categories=names)
    assert "og 325 til" in Picture(publication(exhibit(chart=pairs))).seen


@pytest.mark.parametrize("text", TEXTS)
def test_a_hostile_text_stands_in_its_place(text: str) -> None:
    bars = replace(CHARTS["bars"], categories=(text, "b", "c"))
    for figure in (bars, replace(CHARTS["columns"], categories=(text, "b", "c")), None):
        made = publication(exhibit(chart=figure, title=text, say=text, rows=((text, 1),)), county=text, address=text)
        assert Picture(made).faults() == []


def test_the_picture_is_painted_twice_as_sharp_and_the_same_each_time() -> None:
    made = publication(exhibit(chart=CHARTS["lines"]))
    one, two = picture.write_png(made), picture.write_png(made)
    assert one == two
    wide, high = struct.unpack(">LL", one[16:24])
    root = etree.fromstring(picture.write_svg(made))
    assert (wide, high) == (2 * WIDE, 2 * float(root.get("height")))
    assert len(one) > 40_000, "letters are painted"


def test_our_type_is_as_wide_as_it_is_said_to_be() -> None:
    assert letters.width("Å", 1000) >= 600
    assert letters.has("«Ærlig» – 12\u00a0%") is True
    assert letters.has("Київ") is False
    assert letters.lines("Baden-Württemberg og Lviv", 14, 140) == ("Baden-Württemberg", "og Lviv")
