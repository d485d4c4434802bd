"""The map of an exhibit as other programs draw it: what each look is drawn with, where its names and ties stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from akint_dash.domain.exhibit import Region, Sketch
from akint_dash.domain.geometry import Point
from akint_dash.figures.labels import Name, Placed, place

TINY: Final = 7.0
"""A region smaller than this many points is a dot too."""


class Look(NamedTuple):
    """How a region is drawn: fill and line by role (blank: none), hatched or not, the line's width and dashes."""

    fill: str
    line: str
    points: float = 1.0
    hatched: bool = False
    dash: str = ""


LOOKS: Final = {
    "home": Look("accent", "paper", 0.5),
    "active": Look("bil-strong", "paper", 0.75),
    "agreement": Look("bil-strong", "ink", 1.5),
    "dialogue": Look("bil-strong", "bil-strong", 1.25, hatched=True),
    "exploring": Look("paper", "bil-strong", 1.25, dash="sysDash"),
    "contact": Look("bil-soft", "bil-strong", 0.75),
    "dormant": Look("ink-3", "ink-3", 1.0, hatched=True),
    "ended": Look("grid", "mute", 1.25),
    "need": Look("seq-3", "paper", 0.75),
    "none": Look("grid", "rule-strong", 0.75),
    "first": Look("seq-6", "paper", 0.75),
    "second": Look("seq-4", "paper", 0.75),
    "met": Look("seq-2", "paper", 0.75),
    "partner": Look("seq-2", "bil-strong", 1.75),
    "lone": Look("grid", "bil-strong", 1.5, dash="sysDot"),
    "norden": Look("seq-5", "paper", 0.75),
    "europe": Look("seq-3", "paper", 0.75),
    "ukraine": Look("seq-4", "paper", 0.75),
    "other": Look("seq-2", "paper", 0.75),
}
"""As ``assets/map.css`` draws them."""
PALE: Final = frozenset({"none", "need", "contact", "exploring"})
"""Looks that a name can be read upon."""
PLAIN: Final = Look("grid", "ink", 1.0)


def places(sketch: Sketch, scale: float, wide: float, high: float, letters: float) -> Sequence[Placed]:
    """Where the names stand on a map drawn at a scale, in letters of a size; none over another."""
    names = [
        Name(str(at), one.label, *_at(one.point, scale), *_extent(one, scale), letters, one.rank, one.look in PALE)
        for at, one in enumerate(sketch.regions)
        if one.label
    ]
    if sketch.home is not None and sketch.home_name:
        names.append(Name("", sketch.home_name, *_at(sketch.home, scale), 8, 8, letters, -1))
    return place(tuple(names), (4.0, 4.0, wide - 4, high - 4))


def _at(point: Point, scale: float) -> Point:
    return point[0] * scale, point[1] * scale


def _extent(one: Region, scale: float) -> tuple[float, float]:
    points = [point for part in one.parts for point in part] or [one.point]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return (max(xs) - min(xs)) * scale, (max(ys) - min(ys)) * scale


def is_tiny(one: Region, scale: float) -> bool:
    """Whether a region is too small to see."""
    return not one.parts or max(_extent(one, scale)) < TINY


def bend(home: Point, region: Point) -> Point:
    """The point that a line home is drawn towards, so that it bends as on the page."""
    (x0, y0), (x1, y1) = home, region
    aside = 0.16 if x1 >= x0 else -0.16
    return (x0 + x1) / 2 + (y1 - y0) * aside, (y0 + y1) / 2 - (x1 - x0) * aside
