"""The room of a slide, in letters: what title, body and foot have of it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Final

from akint_dash.components.parts import CLASS
from akint_dash.domain.wall import Surface
from akint_dash.figures.svg import SHAPE, el
from akint_dash.pages.screen.fitting import LINE, Fitted

MOST_LINES: Final = 8
"""As many lines as a slide says, its foot among them where it lies down."""
FOOT_LINES: Final = 2
TOP: Final = 0.6
GAP: Final = 0.45
CODE: Final = 2.4
"""The width of the code in letters: a fifth of the picture's height."""
LEAST_ROW: Final = 1.3


@dataclass(frozen=True, slots=True)
class Room:
    """A wall's room."""

    surface: Surface

    @property
    def edge(self) -> float:
        """Air at the left and right."""
        return 0.55 if self.surface.portrait else 0.9

    @property
    def width(self) -> float:
        """The width of text."""
        return self.surface.wide - 2 * self.edge

    @property
    def foot(self) -> float:
        """The height of the foot with its air; standing, the age of the data has a line of its own under the code."""
        return CODE + 0.6 + (LINE if self.surface.portrait else 0.0)

    @property
    def above(self) -> float:
        """The height above the foot."""
        return self.surface.high - TOP - self.foot

    @property
    def lines(self) -> int:
        """How many lines title and body may have; standing, with lines half as long, the foot is beside the eight."""
        return MOST_LINES - (0 if self.surface.portrait else FOOT_LINES)

    def body(self, head: float) -> float:
        """What is left under a head of such a height."""
        return self.above - head - GAP


@dataclass(frozen=True, slots=True)
class Body:
    """The body of a slide as HTML, how many lines of text it has, and how many rows of the slide it shows."""

    html: str
    lines: int
    shown: int


def said(words: str) -> str:
    """Text as HTML."""
    return escape(words, quote=False)


def lined(name: str, fitted: Fitted, *more: str) -> str:
    """An element of fitted lines: they break where they were measured to."""
    lines = " ".join(el("span", said(line)) for line in fitted.lines)
    return el(name, lines, class_=" ".join(["lined", f"t{fitted.step}", *more]))


def sign(instrument: str) -> str:
    """An instrument's shape in its colour; its name stands beside it."""
    return el("svg", el("path", d=SHAPE[instrument]), class_="wsign", viewBox="0 0 16 16", aria_hidden="true")


def row(*cells: str, kind: str = "", look: str = "") -> str:
    """One row of a list; ``kind`` is an instrument, ``look`` more classes."""
    return el("li", *cells, class_=" ".join(filter(None, [CLASS.get(kind, ""), look])) or None)
