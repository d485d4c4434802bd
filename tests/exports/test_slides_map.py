"""The map on a slide: shapes of their own inside one frame, told to those who do not see them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from akint_dash.domain.exhibit import Region, Sketch
from akint_dash.domain.geometry import Atlas, Shape
from akint_dash.domain.geometry import Box as Window
from akint_dash.exports import package
from akint_dash.exports.mapped import LOOKS
from akint_dash.exports.slides import look, maps
from akint_dash.figures.map import Mark, Picture
from akint_dash.figures.map_sketch import WIDE, sketched
from akint_dash.settings import PROJECT
from tests.exports.slides_made import CHARTS, File, exhibit, publication

SQUARE = ((100.0, 100.0), (200.0, 100.0), (200.0, 200.0), (100.0, 200.0))
SKETCH = Sketch(
    width=1750,
    height=1000,
    land=(((0.0, 0.0), (1750.0, 0.0), (1750.0, 1000.0), (0.0, 1000.0)),),
    regions=(
        Region("Västra Götaland: avtale i bruk", "Västra Götaland", "active", (SQUARE,), (150, 150), 5.9, 1),
        Region('Lviv <oblast>: "dialog"', "Lviv oblast", "dialogue", (SQUARE,), (700, 700), 0, 2),
        Region("Madeira: på vent", "Madeira", "dormant", (), (20, 990), 2, 4),
    ),
    home=(800, 300),
    home_name="Akershus",
    key=(("active", "Avtale i bruk"), ("dialogue", "Dialog"), ("dormant", "På vent")),
)


def slide_of(file: File) -> Any:
    return list(file.deck.slides)[1]


def group_of(file: File) -> Any:
    (group,) = [shape for shape in slide_of(file).shapes if shape.shape_type == 6]
    return group


def test_the_map_is_one_group_that_tells_every_region() -> None:
    group = group_of(File(publication(exhibit(sketch=SKETCH))))
    told = group._element.xpath("./p:nvGrpSpPr/p:cNvPr/@descr")[0]
    assert told == (
        'Tiltak etter rådsområde. Västra Götaland: avtale i bruk. Lviv <oblast>: "dialog". Madeira: på vent.'
    )
    named = [shape._element.xpath("./p:nvSpPr/p:cNvPr/@descr") for shape in group.shapes]
    assert [words[0] for words in named if words and words[0]] == [
        "Madeira: på vent", 'Lviv <oblast>: "dialog"', "Västra Götaland: avtale i bruk",
    ]  # fmt: skip
    written = [shape.text_frame.text for shape in group.shapes if shape.has_text_frame and shape.text_frame.text]
    assert sorted(written) == ["Akershus", "Lviv oblast", "Madeira", "Västra Götaland"]
    assert len(group._element.xpath(".//a:quadBezTo")) == 2, "a tie home for each that has one"


def test_the_key_and_the_list_say_the_looks_in_words() -> None:
    file = File(publication(exhibit(sketch=SKETCH)))
    words = "\n".join(shape.text_frame.text for shape in slide_of(file).shapes if shape.has_text_frame)
    for one in ("Avtale i bruk", "Dialog", "På vent"):
        assert words.count(one) == 2, one
    assert maps.key_rows(SKETCH, 90) == 3
    assert maps.key_rows(SKETCH, 900) == 1


def test_the_map_stays_in_its_place_and_its_shapes_have_numbers_of_their_own() -> None:
    file = File(publication(exhibit(sketch=SKETCH)))
    group = group_of(file)
    assert group.left >= 0
    assert group.left + group.width <= (look.EDGE + look.FIGURE_WIDE + 0.1) * 12700
    assert group.top + group.height <= look.BODY_END * 12700
    numbers = slide_of(file).shapes._spTree.xpath(".//p:cNvPr/@id")
    assert len(numbers) == len(set(numbers))


def test_a_map_with_numbers_has_its_chart_too() -> None:
    file = File(publication(exhibit(sketch=SKETCH, chart=CHARTS["bars"])))
    assert len(file.deck.slides) == 4
    assert len(file.charts()) == 1


def test_every_look_is_one_of_the_page() -> None:
    css = (PROJECT / "assets" / "map.css").read_text(encoding="utf-8")
    for code in LOOKS:
        assert f".reg.{code} " in css or f".map .{code} " in css, code
        group_of(File(publication(exhibit(sketch=replace(SKETCH, regions=(replace(SKETCH.regions[0], look=code),))))))


def test_outlines_stay_out_of_the_data() -> None:
    told = json.loads(package.write(publication(exhibit(sketch=SKETCH))))
    assert "sketch" not in told["exhibits"][0]


# -- how it is made of the page's picture


def picture() -> Picture:
    shapes = {
        "HOME": Shape("M10 10l10 0l0 10l-10 0z", (15, 15), Window(10, 10, 10, 10)),
        "IN": Shape("M40 40l10 0l0 10l-10 0z", (45, 45), Window(40, 40, 10, 10)),
        "ACROSS": Shape("M130 50l30 0l0 10l-30 0z", (132, 55), Window(130, 50, 30, 10)),
        "OUT": Shape("M900 900l10 0l0 10l-10 0z", (905, 905), Window(900, 900, 10, 10)),
        "REST": Shape("M60 60l10 0l0 10l-10 0z", (65, 65), Window(60, 60, 10, 10)),
    }
    return Picture(
        atlas=Atlas(shapes, "M-500 -500l2000 0l0 2000l-2000 0z", {}),
        window=Window(0, 0, 100, 100),
        marks=[Mark(code, "active", "/kart", f"{code} sagt", code) for code in ("IN", "ACROSS", "OUT")],
        names={code: code for code in shapes},
        href="/kart",
        label="Kart",
        does="Vis regionen",
        home="HOME",
        home_name="Akershus",
        far={},
        reach=Window(-500, -500, 2000, 2000),
        key="samarbeid europa",
    )


def test_a_sketch_is_the_picture_cut_at_a_wide_frame() -> None:
    made = sketched(picture(), {"active": "Avtale i bruk", "ended": "Avsluttet"})
    assert made.width == pytest.approx(100 * WIDE)
    assert made.height == 100
    assert [one.words for one in made.regions] == ["IN sagt", "ACROSS sagt", "Akershus"]
    assert made.key == (("active", "Avtale i bruk"),), "only looks that stand on the map"
    corners = [point for part in (*made.land, *(p for one in made.regions for p in one.parts)) for point in part]
    assert all(0 <= x <= made.width and 0 <= y <= 100 for x, y in corners)
    assert set(made.land[0]) == {(0.0, 0.0), (made.width, 0.0), (made.width, 100.0), (0.0, 100.0)}
    (across,) = made.regions[1].parts
    assert max(x for x, _ in across) == made.width, "cut where the frame is"
    assert len(made.land) == 2, "the land, and the region that does not stand out"
    assert made.home == (15 + 37.5, 15)
