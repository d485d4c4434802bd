"""The map: land, regions by look, lines home, names where they have room, and what the looks mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from akint_dash.domain.exhibit import Corners, Region, Sketch
from akint_dash.exports.mapped import LOOKS, PLAIN, Look, bend, is_tiny, places
from akint_dash.exports.picture.pieces import ROOM, Piece, haloed, ink, key, mark, moved, pattern, stacked, written
from akint_dash.figures.labels import Placed
from akint_dash.figures.svg import el

LETTERS: Final = 13.0
DASHES: Final = {"sysDash": "4 3", "sysDot": "1.5 2.5"}


def map_of(sketch: Sketch) -> Piece:
    """The map as wide as the picture, and its key."""
    scale = ROOM / sketch.width
    high = sketch.height * scale
    land = [_area(sketch.land, scale, Look("grid", "paper", 0.5))]
    ties = [_tie(sketch.home, one, scale) for one in sketch.regions if one.tie and sketch.home is not None]
    regions = [_region(one, scale) for one in sorted(sketch.regions, key=lambda one: -one.rank)]
    home = [_dot(sketch.home, scale, 5.0, Look("accent", "paper", 1.5))] if sketch.home is not None else []
    names = [_label(placed, sketch.home_name) for placed in places(sketch, scale, ROOM, high, LETTERS)]
    frame = el("rect", x=0.5, y=0.5, width=ROOM - 1, height=high - 1, fill="none", stroke=ink("rule"))
    whole = Piece("".join([*land, *ties, *regions, *home, frame, *names]), high)
    return stacked([(whole, 0), (key([(_square(code), words) for code, words in sketch.key], ROOM), 10)])


def hatches() -> str:
    """The patterns of the looks that are hatched."""
    return "".join(
        pattern(f"hatch-{role}", "paper", role, 2)
        for role in sorted({how.fill for how in LOOKS.values() if how.hatched})
    )


def _painted(how: Look) -> dict[str, object]:
    return {
        "fill": f"url(#hatch-{how.fill})" if how.hatched else ink(how.fill),
        "stroke": ink(how.line) if how.line else None,
        "stroke_width": how.points,
        "stroke_dasharray": DASHES.get(how.dash),
        "stroke_linejoin": "round",
    }


def _area(parts: Iterable[Corners], scale: float, how: Look) -> str:
    paths = ("M" + "L".join(f"{x * scale:.1f} {y * scale:.1f}" for x, y in part) + "Z" for part in parts)
    return el("path", d="".join(paths), fill_rule="evenodd", **_painted(how))


def _region(one: Region, scale: float) -> str:
    how = LOOKS.get(one.look, PLAIN)
    shapes = [_area(one.parts, scale, how)] if one.parts else []
    if is_tiny(one, scale):
        shapes.append(_dot(one.point, scale, 4.5, how))
    return mark(one.words, *shapes)


def _dot(point: tuple[float, float], scale: float, radius: float, how: Look) -> str:
    return el("circle", cx=point[0] * scale, cy=point[1] * scale, r=radius, **_painted(how))


def _tie(home: tuple[float, float], one: Region, scale: float) -> str:
    (x0, y0), (x1, y1) = ((x * scale, y * scale) for x, y in (home, one.point))
    x, y = bend((x0, y0), (x1, y1))
    return el(
        "path",
        d=f"M{x0:.1f} {y0:.1f}Q{x:.1f} {y:.1f} {x1:.1f} {y1:.1f}",
        fill="none",
        stroke=ink("bil-strong"),
        stroke_opacity="0.5",
        stroke_width=max(1.0, one.tie),
        stroke_linecap="round",
    )


def _label(placed: Placed, home: str) -> str:
    is_home = placed.name.words == home and not placed.name.key
    tone = "accent" if is_home else "ink"
    words = written(placed.name.words, placed.x, placed.y, LETTERS, tone=tone, bold=True)
    line = ""
    if placed.leader is not None:
        x0, y0, x1, y1 = placed.leader
        line = el("line", x1=x0, y1=y0, x2=x1, y2=y1, stroke=ink("ink-3"), stroke_width=0.75)
    return line + (words if placed.upon else haloed(words))


def _square(code: str) -> str:
    return moved(el("rect", x=0.5, y=0.5, width=11, height=11, **_painted(LOOKS.get(code, PLAIN))))
