"""One figure as a picture that stands alone: of what, its finding, the drawing, what it rests on, where it is from.

White paper, our type, the page's colours. ``sheet.py`` puts it together; ``bars.py``, ``upright.py`` (``columns.py``
and ``lines.py`` on a ``ground.py``), ``maps.py`` and ``tables.py`` draw; ``letters.py`` measures, so that no text
overflows: what needs more room makes the picture higher.
"""

from __future__ import annotations

from math import sqrt
from typing import Final

import resvg_py

from akint_dash.domain.exhibit import Publication
from akint_dash.exports.picture import letters
from akint_dash.exports.picture.pieces import WIDE
from akint_dash.exports.picture.sheet import sheet

SHARP: Final = 2.0
"""How many dots a unit of the drawing is painted with."""
MOST_DOTS: Final = 12_000_000
"""A longer picture is less sharp: it is painted within a second."""


def write_svg(publication: Publication) -> bytes:
    """The figure as SVG: no script, nothing from outside."""
    return sheet(publication).svg.encode()


def write_png(publication: Publication) -> bytes:
    """The same drawing painted, twice as sharp."""
    drawn = sheet(publication)
    zoom = min(SHARP, sqrt(MOST_DOTS / (WIDE * drawn.high)))
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=drawn.svg,
            zoom=zoom,
            skip_system_fonts=letters.has(drawn.said),
            font_files=[str(file) for file in letters.FILES.values()],
        )
    )
