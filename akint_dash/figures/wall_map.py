"""The map on a wall: few names, large; ties that come one by one; regions by the fill of their status."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from akint_dash.domain.geometry import Atlas, Box, Shape
from akint_dash.figures.labels import Name, Placed, place
from akint_dash.figures.svg import el

EDGE = 0.25
"""Letters between a name and the frame."""
MARGIN = 0.06
_HATCHED = {"dialogue": "url(#hatch-{})", "dormant": "url(#hatch-grey-{})"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A region of interest: its look (a class), its name (blank: none), its rank, its tie's width in letters."""

    code: str
    look: str
    label: str = ""
    rank: int = 5
    tie: float = 0.0


@dataclass(frozen=True, slots=True)
class WallMap:
    """What a map shows. ``wide`` and ``high`` are its room in letters; ``around`` the regions the window must hold."""

    atlas: Atlas
    spots: Sequence[Spot]
    home: str
    home_name: str
    around: Sequence[str]
    wide: float
    high: float
    label: str
    part: str
    letters: float = 1.0


def draw(shown: WallMap) -> str:
    """The drawing; its unit is the kilometre, its letters are one letter of the wall."""
    window = _window(shown)
    letter = window.w / shown.wide
    shapes = shown.atlas.shapes
    spots = [spot for spot in shown.spots if spot.code in shapes]
    marked = {spot.code for spot in spots} | {shown.home}
    rest = [s.path for code, s in shapes.items() if code not in marked and s.path and _meet(s.box, window)]
    return el(
        "svg",
        _hatches(letter, shown.part),
        el("path", class_="land", d=shown.atlas.land),
        el("path", class_="rest", d="".join(rest), stroke_width=round(letter * 0.025, 1)),
        *(_region(shapes[spot.code], spot.look, letter, shown.part) for spot in reversed(spots)),
        _ties(spots, shapes, shown.home, letter),
        _home(shapes.get(shown.home), letter),
        _names(shown, spots, window, letter),
        viewBox=" ".join(f"{v:.0f}" for v in window),
        class_="wmap",
        role="img",
        aria_label=shown.label,
        preserveAspectRatio="xMidYMid slice",
    )


def _window(shown: WallMap) -> Box:
    """The smallest window of the room's form that holds what it must, with a margin."""
    boxes = [shown.atlas.shapes[code].box for code in shown.around if code in shown.atlas.shapes]
    left, top = min(b.x for b in boxes), min(b.y for b in boxes)
    right, bottom = max(b.right for b in boxes), max(b.bottom for b in boxes)
    wide, high = (right - left) * (1 + 2 * MARGIN), (bottom - top) * (1 + 2 * MARGIN)
    wide = max(wide, high * shown.wide / shown.high)
    high = wide * shown.high / shown.wide
    return Box((left + right - wide) / 2, (top + bottom - high) / 2, wide, high)


def _meet(a: Box, b: Box) -> bool:
    """Whether two rectangles have anything in common."""
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def _hatches(letter: float, part: str) -> str:
    """The hatches of one drawing, under names that no other on the page has."""

    def hatch(name: str, gap: float) -> str:
        step = round(gap * letter, 1)
        line = el("path", class_=name, d=f"M0 0v{step}", stroke_width=round(step * 0.9, 1))
        return el(
            "pattern", line, id=f"{name}-{part}", width=step, height=step, patternUnits="userSpaceOnUse",
            patternTransform="rotate(45)",
        )  # fmt: skip

    return el("defs", hatch("hatch", 0.2), hatch("hatch-grey", 0.2))


def _region(shape: Shape, look: str, letter: float, part: str) -> str:
    x, y = shape.point
    small = shape.path is None or max(shape.box.w, shape.box.h) < 0.6 * letter
    parts = [] if shape.path is None else [el("path", d=shape.path)]
    if small:
        parts.append(el("circle", cx=x, cy=y, r=round(0.28 * letter, 1)))
    return el(
        "g",
        *parts,
        class_=f"spot {look}",
        stroke_width=round(letter * 0.06, 1),
        fill=_HATCHED.get(look, "").format(part) or None,
    )


def _ties(spots: Sequence[Spot], shapes: Mapping[str, Shape], home: str, letter: float) -> str:
    if home not in shapes:
        return ""
    x0, y0 = shapes[home].point
    lines = []
    for spot in spots:
        if not spot.tie:
            continue
        x1, y1 = shapes[spot.code].point
        dx, dy = x1 - x0, y1 - y0
        bend = 0.16 if dx >= 0 else -0.16
        path = f"M{x0:.0f} {y0:.0f}Q{(x0 + x1) / 2 + dy * bend:.0f} {(y0 + y1) / 2 - dx * bend:.0f} {x1:.0f} {y1:.0f}"
        lines.append(el("path", d=path, pathLength=1, stroke_width=round(spot.tie * letter, 1)))
    return el("g", *lines, class_="ties") if lines else ""


def _home(shape: Shape | None, letter: float) -> str:
    if shape is None:
        return ""
    x, y = shape.point
    inside = [] if shape.path is None else [el("path", d=shape.path)]
    ring = el("circle", class_="ring", cx=x, cy=y, r=round(0.34 * letter, 1))
    return el("g", *inside, ring, el("circle", cx=x, cy=y, r=round(0.24 * letter, 1)), class_="home")


def _names(shown: WallMap, spots: Sequence[Spot], window: Box, letter: float) -> str:
    size = shown.letters
    wanted = []
    for spot in spots:
        shape = shown.atlas.shapes[spot.code]
        if spot.label and window.holds(shape.point):
            wanted.append(_name(spot.code, spot.label, shape, window, letter, size, spot.rank))
    home = shown.atlas.shapes.get(shown.home)
    if home is not None and shown.home_name and window.holds(home.point):
        wanted.append(_name("", shown.home_name, home, window, letter, size, -1))
    scale = 12.0  # the placing thinks in pixels of small text
    frame = (EDGE * scale, EDGE * scale, (shown.wide - EDGE) * scale, (shown.high - EDGE) * scale)
    placed = place(tuple(sorted(wanted, key=lambda n: n.key)), frame, 1.0)
    return el(
        "g", *(_text(p, window, letter, scale) for p in placed), class_="names", font_size=round(letter * size, 1)
    )


def _name(
    key: str, words: str, shape: Shape, window: Box, letter: float, size: float, rank: int, scale: float = 12.0
) -> Name:
    x, y = ((shape.point[0] - window.x) / letter * scale, (shape.point[1] - window.y) / letter * scale)
    return Name(key, words, x, y, shape.box.w / letter * scale, shape.box.h / letter * scale, size * scale, rank)


def _text(placed: Placed, window: Box, letter: float, scale: float) -> str:
    x, y = window.x + placed.x / scale * letter, window.y + placed.y / scale * letter
    words = el(
        "text", escape(placed.name.words), x=round(x), y=round(y), class_=None if placed.name.key else "home-name"
    )
    if placed.leader is None:
        return words
    x0, y0, x1, y1 = placed.leader
    ends = [window.x + x0 / scale * letter, window.y + y0 / scale * letter]
    ends += [window.x + x1 / scale * letter, window.y + y1 / scale * letter]
    line = el(
        "path", class_="leader", d="M{:.0f} {:.0f}L{:.0f} {:.0f}".format(*ends), stroke_width=round(letter * 0.05, 1)
    )
    return line + words
