"""How large text is on a wall: 16 minutes of arc for a small x, whatever the screen."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from akint_dash.domain.wall import FEWEST, MOST, X_HEIGHT, Surface

walls = st.builds(
    Surface,
    st.integers(320, 8000),
    st.integers(320, 8000),
    st.floats(5, 200),
    st.floats(2, 60),
)


def test_the_wall_of_the_forum_by_hand() -> None:
    wall = Surface(1920, 1080, 75, 8)
    x_mm = wall.letter_px * X_HEIGHT * wall.mm_per_pixel
    assert round(x_mm, 2) == round(8000 * math.tan(math.radians(16 / 60)), 2) == 37.23
    assert wall.enough
    assert round(wall.minutes) == 16


@given(walls)
def test_the_smallest_text_is_seen_under_the_minutes_that_are_told(wall: Surface) -> None:
    letter_px = min(wall.width, wall.height) / wall.short
    x_mm = letter_px * X_HEIGHT * wall.mm_per_pixel
    seen = math.degrees(math.atan(x_mm / (wall.metres * 1000))) * 60
    assert math.isclose(seen, wall.minutes, rel_tol=0.01)
    assert FEWEST - 0.01 <= wall.short <= MOST + 0.01
    assert wall.enough == (wall.room >= FEWEST)
    if wall.enough:
        assert seen >= 15.9


@given(walls)
def test_the_two_ways_out_are_large_enough(wall: Surface) -> None:
    if not wall.enough:
        nearer = Surface(wall.width, wall.height, wall.inches, wall.farthest * 0.999)
        larger = Surface(wall.width, wall.height, wall.least_inches * 1.001, wall.metres)
        assert nearer.enough
        assert larger.enough
