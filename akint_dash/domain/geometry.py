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
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

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


def corners(path: str) -> Iterator[Point]:
    """Every corner of path data made of ``M m l z`` (also absolute ``L``)."""
    command, numbers = "M", []
    x = y = start_x = start_y = 0.0
    begins = True
    for part in _TOKENS.findall(path):
        if part.isalpha():
            command, begins = part, part in "Mm"
            if part in "zZ":
                x, y = start_x, start_y
            continue
        numbers.append(float(part))
        if len(numbers) < 2:
            continue
        dx, dy = numbers
        numbers = []
        x, y = (dx, dy) if command in "ML" else (x + dx, y + dy)
        if begins:
            start_x, start_y, begins = x, y, False
            command = "L" if command == "M" else "l"
        yield x, y


def extent(points: Iterator[Point]) -> Box:
    """The smallest rectangle around some points.

    Raises:
        ValueError: there are none.
    """
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def read_atlas(path: Path) -> Atlas:
    """The geometry file, kept as long as it stays the same.

    Raises:
        UnreadableFile: it is not there or not of our form.
    """
    try:
        return _read(path, path.stat().st_mtime_ns)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableFile("map_unreadable", file=str(path)) from error


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> Atlas:
    raw: Any = json.loads(path.read_text(encoding="utf-8"))
    shapes = {}
    for code, one in raw["regions"].items():
        point = float(one["point"][0]), float(one["point"][1])
        outline = one.get("path")
        shapes[code] = Shape(outline, point, extent(corners(outline)) if outline else Box(*point, 0.0, 0.0))
    views = {name: Box(*map(float, box)) for name, box in raw["views"].items()}
    return Atlas(MappingProxyType(shapes), str(raw["land"]), MappingProxyType(views))
