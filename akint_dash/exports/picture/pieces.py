"""What a picture is put together of: pieces of SVG that know how high they stand, text first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final, NamedTuple

from akint_dash.exports.office import colour
from akint_dash.exports.picture.letters import BOLD, cut, width
from akint_dash.figures.svg import SHAPE, el

WIDE: Final = 960.0
EDGE: Final = 40.0
ROOM: Final = WIDE - 2 * EDGE
LEAD: Final = 1.36
"""How high a line is, in sizes."""
RISE: Final = 1.0
"""How far below the top of its line a text stands, in sizes."""
SMALL: Final = 13.0
BODY: Final = 14.0
MOST_LINES: Final = 12
"""So many lines of one text are in a picture: a longer one is no title and no note."""
HATCH: Final = "hatch"
"""The name of the pattern of what is missing."""
LACKS: Final = 30.0
"""How long the hatch of a missing number is, whatever the others are."""


class Piece(NamedTuple):
    """SVG drawn from nought downwards, and how high it stands."""

    svg: str
    high: float


NOTHING: Final = Piece("", 0.0)


def ink(role: str) -> str:
    """A colour by its role, as SVG writes it."""
    return f"#{colour(role)}"


def written(
    text: str, x: float, y: float, size: float = BODY, *, tone: str = "ink", bold: bool = False, anchor: str = "start"
) -> str:
    """One line of text on its base line; ``tone`` is a role, or a colour (``#17191C``)."""
    return el(
        "text",
        escape(text, quote=False),
        x=x,
        y=y,
        font_size=size,
        font_weight=BOLD if bold else None,
        fill=tone if tone.startswith("#") else ink(tone),
        text_anchor=None if anchor == "start" else anchor,
    )


def haloed(words: str) -> str:
    """Text from :func:`written` that can be read upon lines."""
    white = words.replace("<text ", f'<text stroke="{ink("surface")}" stroke-width="4" stroke-linejoin="round" ')
    return el("g", white, aria_hidden="true") + words


def paragraph(
    text: str,
    room: float,
    size: float = BODY,
    *,
    x: float = 0.0,
    tone: str = "ink",
    bold: bool = False,
    anchor: str = "start",
    most: int = MOST_LINES,
) -> Piece:
    """``text`` in as many lines as it needs; nothing where there is none."""
    if not text:
        return NOTHING
    found = cut(text, size, room, most, bold)
    rows = [
        written(line, x, (at * LEAD + RISE) * size, size, tone=tone, bold=bold, anchor=anchor)
        for at, line in enumerate(found)
    ]
    return Piece("".join(rows), len(found) * size * LEAD)


def moved(svg: str, x: float = 0.0, y: float = 0.0) -> str:
    """``svg`` at another place."""
    return el("g", svg, transform=f"translate({x:.1f} {y:.1f})") if svg else ""


def stacked(pieces: Iterable[tuple[Piece, float]]) -> Piece:
    """Pieces one below the other, each with some air above it; the empty ones take none."""
    parts: list[str] = []
    y = 0.0
    for piece, air in pieces:
        if piece.high:
            y += air if parts else 0.0
            parts.append(moved(piece.svg, 0, y))
            y += piece.high
    return Piece("".join(parts), y)


def mark(words: str, *shapes: str) -> str:
    """Shapes that tell in words what they show."""
    return el("g", el("title", escape(words, quote=False)), *shapes)


def pattern(name: str, ground: str, line: str, wide: int) -> str:
    """A hatch by its name: slanted lines, so ``wide``, on a ground, of colours by their roles."""
    return el(
        "pattern",
        el("rect", width=5, height=5, fill=ink(ground)),
        el("rect", width=wide, height=5, fill=ink(line)),
        id=name,
        width=5,
        height=5,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )


def hatched(x: float, y: float, wide: float, high: float) -> str:
    """The sign of what is missing."""
    return el("rect", x=x, y=y, width=wide, height=high, fill=f"url(#{HATCH})", stroke=ink("rule-strong"))


def rule(y: float, role: str = "rule", x0: float = 0.0, x1: float = ROOM, wide: float = 1.0) -> str:
    """A level line."""
    return el("line", x1=x0, x2=x1, y1=y, y2=y, stroke=ink(role), stroke_width=wide)


def sign(code: str, x: float, y: float, side: float, fill: str, line: str | None = None) -> str:
    """The shape of an instrument, a square for all else; ``x`` and ``y`` are its corner."""
    return el(
        "path",
        d=SHAPE.get(code, SHAPE["PRO"]),
        fill=fill,
        stroke=line,
        transform=f"translate({x:.1f} {y:.1f}) scale({side / 16:.3f})",
    )


def key(named: Sequence[tuple[str, str]], room: float) -> Piece:
    """(what is drawn in a square of twelve, words) beside each other, in as many rows as they need."""
    parts: list[str] = []
    x = y = 0.0
    row = SMALL * LEAD
    for drawn, words in named:
        told = paragraph(words, room - 20, SMALL, x=18, tone="ink-2")
        wide = 18 + min(width(words, SMALL), room - 20)
        if x and x + wide > room:
            x, y, row = 0.0, y + row + 4, SMALL * LEAD
        parts.append(moved(moved(drawn, 0, 3) + told.svg, x, y))
        x, row = x + wide + 20, max(row, told.high)
    return Piece("".join(parts), y + row) if parts else NOTHING
