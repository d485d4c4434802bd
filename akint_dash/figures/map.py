"""The map: land, regions by status, ties from home, and names that do not collide; as inline SVG.

One stop for the keyboard (``assets/app/map.js`` moves within it by arrows). Regions of interest are links; every other
region tells its name (``data-tells``, shown as a mark's words are) and answers a press by the address in ``data-href``.
Widths and dots are in pixels whatever the window shows; ``assets/map/zoom.js`` moves the window, and keeps names as
large (``data-x``, ``data-y``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Final

from akint_dash.domain.geometry import Atlas, Box, Point, Shape
from akint_dash.figures.labels import Name, Placed, place, text_width
from akint_dash.figures.svg import el

WIDE: Final = 528.0
NARROW: Final = 288.0
"""The least widths in pixels that the two sets of names are drawn for; at more they grow with the map."""
LETTERS: Final = 12.3
"""Pixels of the names at those widths; nothing on a page is under 12."""
EDGE: Final = 6.0
MARGIN: Final = 0.07
FARTHEST: Final = {"wide": 24.0, "slim": 2.4}
"""How many letters from its region a name may stand; on a phone a name far away is left to the list."""
MANY: Final = 24
"""With more ties than this they are drawn thinner and paler, so that the land is still seen."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A region of interest: its look (a class), the words of its link, the name drawn (blank: none) and its rank.

    ``tie`` is the width of the line home in pixels (0: none); ``narrow``: named on a phone too; ``chosen``: opened;
    ``upon``: the name may stand upon the region.
    """

    code: str
    look: str
    href: str
    said: str
    label: str = ""
    rank: int = 5
    tie: float = 0.0
    narrow: bool = False
    chosen: bool = False
    upon: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything a map shows. ``names``: region -> name of every region of the code list; ``href``: the address of any
    region with ``{region}`` for its code; ``far``: points of regions without a place in the geometry;
    ``does``: what a press on a region does; ``reach``: as far as a hand may move the window; ``key``: which map it is,
    so that the window a reader has moved to outlives a press on a region.
    """

    atlas: Atlas
    window: Box
    marks: Sequence[Mark]
    names: Mapping[str, str]
    href: str
    label: str
    does: str
    home: str
    home_name: str
    far: Mapping[str, Point]
    reach: Box
    key: str

    @property
    def shapes(self) -> Mapping[str, Shape]:
        """What can be drawn: outlines, and points that lie within reach. Nothing else is drawn."""
        points = {c: Shape(None, p, Box(*p, 0.0, 0.0)) for c, p in self.far.items() if self.reach.holds(p)}
        return {**self.atlas.shapes, **points}


def draw(picture: Picture) -> str:
    """The whole drawing."""
    window, unit = picture.window, picture.window.w / WIDE
    marked = {mark.code: mark for mark in picture.marks}
    shapes = picture.shapes
    plain = [code for code in picture.names if code in shapes and code not in marked and code != picture.home]
    drawn = sorted(picture.marks, key=lambda mark: (mark.chosen, -mark.rank))
    return el(
        "svg",
        _patterns(unit),
        el("path", class_="land", d=picture.atlas.land, aria_hidden="true"),
        _rest(picture, shapes, plain, unit),
        el(
            "g",
            *(_tie(shapes, picture.home, mark) for mark in drawn if mark.tie),
            class_="ties many" if sum(mark.tie > 0 for mark in drawn) > MANY else "ties",
            aria_hidden="true",
        ),
        el("g", *(_mark(mark, shapes[mark.code], unit, picture.does) for mark in drawn if mark.code in shapes)),
        _home(picture, shapes, unit),
        _names(picture, shapes, WIDE, "wide", [m for m in picture.marks if m.label and m.code in shapes]),
        _names(
            picture, shapes, NARROW, "slim", [m for m in picture.marks if m.label and m.narrow and m.code in shapes]
        ),
        viewBox=" ".join(_n(v) for v in window),
        class_="map",
        role="group",
        aria_label=picture.label,
        data_href=picture.href,
        data_does=picture.does,
        data_reach=" ".join(_n(v) for v in picture.reach),
        data_key=picture.key,
    )


def _n(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def _patterns(unit: float) -> str:
    """Hatches whose lines stand as far apart on every window."""

    def hatch(name: str, gap: float) -> str:
        step = gap * unit
        return el(
            "pattern",
            el("path", class_=name, d=f"M0 0v{_n(step)}", stroke_width=round(step * 0.9, 1)),
            id=f"kart-{name}",
            width=round(step, 1),
            height=round(step, 1),
            patternUnits="userSpaceOnUse",
            patternTransform="rotate(45)",
        )

    return el("defs", hatch("hatch", 4.6), hatch("hatch-grey", 3.8))


def _outline(code: str, shape: Shape, unit: float, **more: object) -> str:
    """A region's element: its outline, or a point where there is none."""
    if shape.path is None:
        radius = round(3.2 * unit, 1)
        return el("circle", data_region=code, cx=shape.point[0], cy=shape.point[1], r=radius, **more)
    return el("path", data_region=code, d=shape.path, **more)


def _rest(picture: Picture, shapes: Mapping[str, Shape], codes: Sequence[str], unit: float) -> str:
    """Regions that are not of interest: land, and points where there is no outline."""
    drawn = (_outline(code, shapes[code], unit, data_tells=picture.names[code]) for code in codes)
    return el("g", *drawn, class_="rest", aria_hidden="true")


def _mark(mark: Mark, shape: Shape, unit: float, does: str) -> str:
    look = f"reg {mark.look}" + (" chosen" if mark.chosen else "")
    parts = [_outline(mark.code, shape, unit, class_=look)]
    if shape.path is not None and max(shape.box.w, shape.box.h) < 13 * unit:
        parts.append(el("circle", class_=f"{look} tiny", cx=shape.point[0], cy=shape.point[1], r=round(5.5 * unit, 1)))
    return el(
        "a",
        *parts,
        id=f"kart-{mark.code}",
        href=mark.href,
        tabindex="-1",
        class_="tells",
        aria_label=f"{mark.said}.\n{does}",  # as a mark of every other figure
        aria_current="true" if mark.chosen else None,
        data_x=_n(shape.point[0]),
        data_y=_n(shape.point[1]),
    )


def _tie(shapes: Mapping[str, Shape], home: str, mark: Mark) -> str:
    if home not in shapes or mark.code not in shapes:
        return ""
    (x0, y0), (x1, y1) = shapes[home].point, shapes[mark.code].point
    dx, dy = x1 - x0, y1 - y0
    bend = 0.16 if dx >= 0 else -0.16
    middle = f"{_n((x0 + x1) / 2 + dy * bend)} {_n((y0 + y1) / 2 - dx * bend)}"
    return el(
        "path",
        class_="tie chosen" if mark.chosen else "tie",
        d=f"M{_n(x0)} {_n(y0)}Q{middle} {_n(x1)} {_n(y1)}",
        stroke_width=round(mark.tie, 1),
    )


def _home(picture: Picture, shapes: Mapping[str, Shape], unit: float) -> str:
    shape = shapes.get(picture.home)
    if shape is None:
        return ""
    x, y = shape.point
    return el(
        "g",
        _outline(picture.home, shape, unit, class_="home", data_tells=picture.home_name),
        el("path", class_="home-ring", d=f"M{_n(x)} {_n(y)}h.01"),
        el("path", class_="home-dot", d=f"M{_n(x)} {_n(y)}h.01"),
    )


def _names(picture: Picture, shapes: Mapping[str, Shape], width: float, name: str, marks: Sequence[Mark]) -> str:
    """One set of names, placed for the least width it is shown at."""
    window, scale = picture.window, width / picture.window.w
    wanted = [_wanted(mark, shapes[mark.code], window, scale) for mark in marks]
    home = shapes.get(picture.home)
    if home is not None and window.holds(home.point):
        wanted.append(_name("", picture.home_name, home.point, home.box, LETTERS * 1.15, -1, window, scale))
    frame = (EDGE, EDGE, width - EDGE, window.h * scale - EDGE)
    places = place(tuple(sorted((n for n in wanted if n), key=lambda n: n.key)), frame, FARTHEST[name])
    chosen = {mark.code for mark in marks if mark.chosen}
    looks = {mark.code: mark.look for mark in marks}
    return el(
        "g",
        _leaders(places, window, scale),
        *(_text(p, window, scale, chosen, looks) for p in places),
        class_=f"names {name}",
        aria_hidden="true",
        font_size=round(LETTERS / scale, 1),
    )


def _wanted(mark: Mark, shape: Shape, window: Box, scale: float) -> Name | None:
    if not window.holds(shape.point):
        return None  # the list has it
    size = LETTERS * (1.1 if mark.chosen else 1.0)
    name = _name(mark.code, mark.label, shape.point, shape.box, size, -2 if mark.chosen else mark.rank, window, scale)
    return replace(name, upon=mark.upon)


def _name(key: str, words: str, at: Point, box: Box, size: float, rank: int, window: Box, scale: float) -> Name:
    x, y = (at[0] - window.x) * scale, (at[1] - window.y) * scale
    return Name(key, words, x, y, box.w * scale, box.h * scale, size, rank)


def _text(placed: Placed, window: Box, scale: float, chosen: Iterable[str], looks: Mapping[str, str]) -> str:
    name = placed.name
    x, y = round(placed.x / scale + window.x, 1), round(placed.y / scale + window.y, 1)
    look = "home-name" if not name.key else "chosen" if name.key in chosen else looks.get(name.key, "")
    look += " upon" if placed.upon else ""
    size = None if name.size == LETTERS else round(name.size / scale, 1)
    return el(
        "text",
        escape(name.words),
        x=x,
        y=y,
        class_=look or None,
        data_at=name.key or None,
        font_size=size,
        **_anchor(placed, window, scale),
    )


def _anchor(placed: Placed, window: Box, scale: float) -> dict[str, str]:
    """The point of a name nearest its region, which stays where it is while the map grows around it: what kept apart
    keeps apart."""
    name = placed.name
    right = placed.x + text_width(name.words, name.size)
    x = (placed.x + right) / 2 if placed.upon else min(max(name.x, placed.x), right)
    y = min(max(name.y, placed.y - 0.7 * name.size), placed.y)
    return {"data_x": _n(x / scale + window.x), "data_y": _n(y / scale + window.y)}


def _leaders(places: Sequence[Placed], window: Box, scale: float) -> str:
    """The lines from names to their regions, under all names."""
    parts = []
    for x0, y0, x1, y1 in (p.leader for p in places if p.leader):
        start = f"M{_n(x0 / scale + window.x)} {_n(y0 / scale + window.y)}"
        parts.append(f"{start}L{_n(x1 / scale + window.x)} {_n(y1 / scale + window.y)}")
    return el("path", class_="leader", d="".join(parts)) if parts else ""


# -- windows


def fit(boxes: Iterable[Box], least: float, around: Box) -> Box:
    """A square window around some boxes with a margin, at least ``least`` wide, inside ``around`` where it can be."""
    some = list(boxes)
    if not some:
        return square(around)
    left, top = min(b.x for b in some), min(b.y for b in some)
    right, bottom = max(b.right for b in some), max(b.bottom for b in some)
    side = max(right - left, bottom - top)
    side = max(side * (1 + 2 * MARGIN), least)
    x, y = (left + right - side) / 2, (top + bottom - side) / 2
    limit = square(around)
    side = min(side, limit.w)
    x = min(max(x, limit.x), limit.right - side)
    y = min(max(y, limit.y), limit.bottom - side)
    return Box(round(x), round(y), round(side), round(side))


def both(one: Box, other: Box) -> Box:
    """The smallest box that holds two."""
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Box(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)


def square(box: Box) -> Box:
    """The smallest square with the same middle that holds a box."""
    side = max(box.w, box.h)
    return Box(round(box.x + (box.w - side) / 2), round(box.y + (box.h - side) / 2), round(side), round(side))


@dataclass(frozen=True, slots=True)
class Ties:
    """How wide ties are: ``most`` activities with one partner, and how many ties there are."""

    most: int
    ties: int

    def width(self, activities: int) -> float:
        """Pixels: from a hair for none to 7 for the most (at least ten), 4 where ties are many."""
        widest = 6.1 if self.ties <= MANY else 3.1
        return 0.9 + widest * activities / max(10, self.most)


def tie_key(counts: Sequence[int], ties: Ties) -> str:
    """Three short lines that say what the widths mean."""
    lines = [
        el("path", d=f"M{4 + index * 34} 8h22", stroke_width=round(ties.width(count), 1))
        for index, count in enumerate(counts)
    ]
    return el("svg", *lines, viewBox="0 0 100 16", aria_hidden="true")
