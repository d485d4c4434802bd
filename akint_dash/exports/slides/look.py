"""Where things stand on a slide, in points, and which colours and signs are read there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pptx.util import Emu, Pt

TYPE: Final = "Arial"
"""On every office machine, its digits of one width; our own type is on none."""
WIDTH: Final = 960.0
HEIGHT: Final = 540.0
EDGE: Final = 48.0
ROOM: Final = WIDTH - 2 * EDGE
RULE_TOP: Final = 34.0
OVER_TOP: Final = 44.0
TITLE_TOP: Final = 64.0
TITLE_MOST: Final = 68.0
FOOT_TOP: Final = 502.0
FOOT_LINE: Final = 496.0
NOTE_HIGH: Final = 18.0
BODY_END: Final = 484.0
"""Where figures and the note under them end."""
FIGURE_WIDE: Final = 560.0
ASIDE_LEFT: Final = EDGE + FIGURE_WIDE + 40
ASIDE_WIDE: Final = ROOM - FIGURE_WIDE - 40
GAP: Final = 14.0

TITLE_SIZES: Final = (28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0)
SAY_SIZES: Final = (16.0, 15.0, 14.0, 13.0, 12.0)
SMALL: Final = 12.0
FOOT: Final = 10.0

SIGNS: Final = {"PRO": "rect", "POL": "diamond", "KOM": "ellipse", "BIL": "flowChartCollate"}
"""The shape of an instrument."""
MARKERS: Final = {"PRO": "square", "POL": "diamond", "KOM": "circle", "BIL": "triangle"}
"""The same at the points of a line; the format has no bow tie."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[Emu, Emu, Emu, Emu]:
        """Left, top, width and height as the format counts them."""
        return Pt(self.left), Pt(self.top), Pt(self.width), Pt(self.height)
