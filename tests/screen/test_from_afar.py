"""What eight metres leave of a wall's picture: a pixel a minute of arc, and nothing finer than the eye tells apart."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from akint_dash.domain.wall import Surface
from akint_dash.pages.screen.asked import KINDS
from benchmarks.wall_pictures import FORMS, WALLS, from_afar, pixels_a_minute, spoken


def _stripes(width: int, height: int, each: float) -> Image.Image:
    lines = (np.arange(width) // each % 2 * 255).astype(np.uint8)
    return Image.fromarray(np.tile(lines, (height, 1)))


def _contrast(picture: Image.Image) -> float:
    middle = np.asarray(picture.convert("L"), dtype=float)[5:-5, 5:-5]
    return float(middle.max() - middle.min()) / 255


@pytest.mark.parametrize("form", ["1080p", "4k"])
def test_a_pixel_is_a_minute_of_arc(form: str) -> None:
    surface = Surface(*FORMS[form])
    wide_mm = surface.width * surface.mm_per_pixel
    assert from_afar(_stripes(*FORMS[form], 9), surface).size == (713, 401)
    assert round(np.degrees(np.arctan(wide_mm / 8000 / 713)) * 60, 2) == 1.0
    assert from_afar(_stripes(*FORMS[form], 9), surface, 0.5).size == (357, 201)


def test_the_letters_of_a_wall_are_left_and_what_is_finer_than_an_eye_is_not() -> None:
    surface = Surface(3840, 2160)
    minute = pixels_a_minute(surface)
    assert _contrast(from_afar(_stripes(3840, 400, 4 * minute), surface)) > 0.95
    assert _contrast(from_afar(_stripes(3840, 400, 1), surface)) < 0.02


def test_every_slide_is_taken_on_every_wall_and_in_both_languages() -> None:
    taken = list(spoken(both=False))
    assert {(wall, kind) for wall, kind, _ in taken} == {(wall, kind) for wall in WALLS for kind in KINDS}
    assert len(taken) == 60
    for form in FORMS:
        assert {(kind, said) for wall, kind, said in taken if wall.startswith(form)} == {
            (kind, said) for kind in KINDS for said in ("nb", "en")
        }
    assert len(list(spoken(both=True))) == 120
