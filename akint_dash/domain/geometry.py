"""The map's geometry: a file of projected outlines, and the projection they are made with.

The map is Lambert's equal-area projection of a sphere, centred in Europe; unit kilometre, y points down as in SVG.
Formulas: J. P. Snyder, Map Projections - A Working Manual (1987), 24-2 to 24-4.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from akint_dash.domain.kept import kept
from akint_dash.errors import UnreadableFile

LON0, LAT0, RADIUS = 10.0, 52.0, 6371.0072
PROJECTION: Final = {
    "name": "Lambert azimuthal equal-area, sphere",
    "lon0": LON0,
    "lat0": LAT0,
    "radius": RADIUS,
    "unit": "km",
    "y": "down",
}
Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle: left, top, width, height, in kilometres."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.h

    def holds(self, point: Point) -> bool:
        """Whether a point lies inside."""
        return self.x <= point[0] <= self.right and self.y <= point[1] <= self.bottom


@dataclass(frozen=True, slots=True)
class Shape:
    """One region: its outline as SVG path data (None: a point only), a point inside it, and its extent."""

    path: str | None
    point: Point
    box: Box


@dataclass(frozen=True)
class Atlas:
    """Outlines by region code, the land around them, and the named windows."""

    shapes: Mapping[str, Shape]
    land: str
    views: Mapping[str, Box]


def project(lon: float, lat: float) -> Point:
    """Degrees to kilometres on the map. The point opposite the centre has no place: it is put far below."""
    lam, phi, phi0 = math.radians(lon - LON0), math.radians(lat), math.radians(LAT0)
    cos_c = math.sin(phi0) * math.sin(phi) + math.cos(phi0) * math.cos(phi) * math.cos(lam)
    if cos_c <= -1 + 1e-12:
        return 0.0, 2 * RADIUS
    k = RADIUS * math.sqrt(2 / (1 + cos_c))
    x = k * math.cos(phi) * math.sin(lam)
    y = k * (math.cos(phi0) * math.sin(phi) - math.sin(phi0) * math.cos(phi) * math.cos(lam))
    return x, -y


_TOKENS: Final = re.compile(r"[A-Za-z]|-?\d+(?:\.\d+)?")


def subpaths(path: str) -> Iterator[list[Point]]:
    """The corners of each part of path data made of ``M m l z`` (also absolute ``L``)."""
    command, numbers = "M", []
    x = y = 0.0
    part: list[Point] = []
    for word in _TOKENS.findall(path):
        if word.isalpha():
            command = word
            if word in "zZ" and part:
                x, y = part[0]
            if word in "mMzZ" and part:
                yield part
                part = []
            continue
        numbers.append(float(word))
        if len(numbers) == 2:
            dx, dy = numbers
            x, y = (dx, dy) if command in "ML" else (x + dx, y + dy)
            part.append((x, y))
            numbers = []
    if part:
        yield part


def corners(path: str) -> Iterator[Point]:
    """Every corner of an outline."""
    return (point for part in subpaths(path) for point in part)


def extent(points: Iterator[Point]) -> Box:
    """The smallest rectangle around some points.

    Raises:
        ValueError: there are none.
    """
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def inside(point: Point, path: str) -> bool:
    """Whether a point lies in the area of an outline; holes are not of it."""
    x, y = point
    odd = False
    for part in subpaths(path):
        for (x0, y0), (x1, y1) in zip(part, [*part[1:], part[0]], strict=True):
            if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
                odd = not odd
    return odd


def centred(path: str, point: Point, box: Box) -> str:
    """The outline with the middle of its extent inside it: who clicks the middle of it (a voice, a script) hits it.

    Where the middle lies in a hole or a bay, a part without length far out moves it to ``point``; nothing more is seen.
    """
    cx, cy = box.x + box.w / 2, box.y + box.h / 2
    if inside((cx, cy), path):
        return path
    x = 2 * point[0] - (box.x if point[0] > cx else box.right)
    y = 2 * point[1] - (box.y if point[1] > cy else box.bottom)
    return f"{path}M{x:.0f} {y:.0f}l0 0"


def read_atlas(path: Path) -> Atlas:
    """The geometry file, kept as long as it stays the same.

    Raises:
        UnreadableFile: it is not there or not of our form.
    """
    try:
        return _read(path)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableFile("map_unreadable", file=str(path)) from error


@kept
def _read(path: Path) -> Atlas:
    raw: Any = json.loads(path.read_text(encoding="utf-8"))
    shapes = {}
    for code, one in raw["regions"].items():
        point = float(one["point"][0]), float(one["point"][1])
        outline = one.get("path")
        box = extent(corners(outline)) if outline else Box(*point, 0.0, 0.0)
        shapes[code] = Shape(centred(outline, point, box) if outline else None, point, box)
    views = {name: Box(*map(float, box)) for name, box in raw["views"].items()}
    return Atlas(MappingProxyType(shapes), str(raw["land"]), MappingProxyType(views))
