"""Points of the map stand where they are or not at all; a name stays by its region however near the map comes."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from akint_dash.figures.map import Picture, draw
from tests.exports.test_slides_map import picture

CIRCLE = re.compile(r'<circle data-region="FAR" cx="([-\d.]+)" cy="([-\d.]+)"')
NAME = re.compile(r'<text x="([-\d.]+)" y="([-\d.]+)"[^>]*data-x="([-\d.]+)" data-y="([-\d.]+)"')
PLACE = st.integers(-3000, 3000)


def with_point(x: float, y: float) -> Picture:
    made = picture()
    return replace(made, far={"FAR": (x, y)}, names={**made.names, "FAR": "Langt borte"})


@given(PLACE, PLACE)
def test_a_point_stands_where_it_is_or_not_at_all(x: int, y: int) -> None:
    made = with_point(x, y)
    found = [(float(a), float(b)) for a, b in CIRCLE.findall(draw(made))]
    assert found == ([(x, y)] if made.reach.holds((x, y)) else [])


def test_a_plain_region_tells_its_name_as_a_mark_does_and_is_no_stop() -> None:
    drawn = draw(picture())
    assert 'data-tells="REST"' in drawn
    assert 'data-does="Vis regionen"' in drawn
    assert "<title>" not in drawn
    assert drawn.count("tabindex") == drawn.count("<a ")


def test_a_name_is_held_at_its_own_end_nearest_the_region() -> None:
    names = NAME.findall(draw(picture()))
    assert names
    for x, y, at_x, at_y in names:
        assert float(x) - 0.11 <= float(at_x)
        assert float(at_y) <= float(y) + 0.11
