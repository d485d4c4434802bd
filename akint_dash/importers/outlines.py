"""The outlines of our regions out of a GeoJSON of NUTS regions, as path data in whole kilometres.

Read in the limited process, like every byte of strangers (:mod:`akint_dash.importers.limited`).
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from akint_dash.domain.geometry import Point, project
from akint_dash.errors import UnreadableFile

Ring = list[Point]
Polygon = list[Ring]


def drawn(path: Path, regions: Path) -> dict[str, dict[str, Any]]:
    """``path`` and ``point`` of each region of the code list ``regions`` that is in the file.

    Raises:
        UnreadableFile: ``nuts_unreadable``, ``nuts_not_degrees``, ``nuts_no_regions`` or ``nuts_needs_shapely``.
    """
    features = _features(path)
    found: dict[str, dict[str, Any]] = {}
    with regions.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            polygons = _outline(row.get("nuts", "").split(), features)
            if line := _path(polygons):
                found[row["code"]] = {"path": line, "point": _point(polygons, row)}
    if not found:
        raise UnreadableFile("nuts_no_regions", file=path.name)
    return found


def _features(path: Path) -> dict[str, list[Polygon]]:
    """NUTS code -> polygons in degrees."""
    try:
        raw: Any = json.loads(path.read_text(encoding="utf-8"))
        found = {}
        for feature in raw["features"]:
            properties, geometry = feature["properties"], feature["geometry"]
            code = str(properties.get("NUTS_ID") or properties.get("id") or feature.get("id") or "").strip()
            if code and geometry:
                found[code] = _polygons(geometry)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableFile("nuts_unreadable", file=path.name) from error
    corners = [point for polygons in found.values() for polygon in polygons for ring in polygon for point in ring]
    if any(abs(lon) > 180 or abs(lat) > 90 for lon, lat in corners):
        raise UnreadableFile("nuts_not_degrees", file=path.name)
    return found


def _polygons(geometry: Mapping[str, Any]) -> list[Polygon]:
    kinds = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}
    return [
        [[(float(lon), float(lat)) for lon, lat, *_ in ring] for ring in polygon]
        for polygon in kinds[str(geometry["type"])]
    ]


def _outline(codes: Sequence[str], features: Mapping[str, list[Polygon]]) -> list[Polygon]:
    """The polygons of a region in kilometres: of the first of its codes that is there, else of its finer regions."""
    for code in codes:
        if code in features:
            return [_projected(polygon) for polygon in features[code]]
    for code in codes:
        finer = [c for c in features if c.startswith(code)]
        if finer:
            finest = min(map(len, finer))
            return _union([p for c in finer if len(c) == finest for p in features[c]])
    return []


def _projected(polygon: Polygon) -> Polygon:
    return [[project(lon, lat) for lon, lat in ring] for ring in polygon]


def _union(polygons: list[Polygon]) -> list[Polygon]:
    if len(polygons) == 1:
        return [_projected(polygons[0])]
    try:
        import shapely
        from shapely.geometry import Polygon as Shape
    except ImportError as error:
        raise UnreadableFile("nuts_needs_shapely", package="shapely") from error
    whole = shapely.union_all([Shape(p[0], p[1:]).buffer(0) for p in map(_projected, polygons)])
    parts = [part for part in getattr(whole, "geoms", [whole]) if part.geom_type == "Polygon"]
    return [[list(ring.coords) for ring in (part.exterior, *part.interiors)] for part in parts]


# -- path data: whole kilometres, each outline one way round and its holes the other


def _path(polygons: Sequence[Polygon]) -> str:
    """SVG path data of ``M m l z``; rings too small to be seen are left out."""
    parts: list[str] = []
    x0, y0 = 0, 0
    for points in _rings(polygons):
        start = points[0]
        head = f"M{_pair(*start)}" if not parts else f"m{_pair(start[0] - x0, start[1] - y0)}"
        steps = [_pair(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
        parts.append(head + "l" + " ".join(steps).replace(" -", "-") + "z")
        x0, y0 = start
    return "".join(parts)


def _pair(x: int, y: int) -> str:
    return f"{x} {y}" if y >= 0 else f"{x}{y}"


def _rings(polygons: Sequence[Polygon]) -> Iterator[list[tuple[int, int]]]:
    """Rings in whole kilometres without doubled corners."""
    for polygon in polygons:
        for index, ring in enumerate(polygon):
            points: list[tuple[int, int]] = []
            for x, y in ring:
                point = (round(x), round(y))
                if not points or point != points[-1]:
                    points.append(point)
            if len(points) > 1 and points[0] == points[-1]:
                points.pop()
            size = _area(points)
            if len(points) < 3 or not size:
                if index == 0:
                    break  # the polygon is a speck, and so are its holes
                continue
            yield points if (size > 0) == (index == 0) else points[::-1]


def _area(points: Sequence[tuple[float, float]]) -> float:
    """Twice the signed area."""
    pairs = zip(points, [*points[1:], *points[:1]], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)


def _point(polygons: Sequence[Polygon], row: Mapping[str, str]) -> list[float]:
    """A point inside: the code list's own where it lies inside, else the middle of the widest part of the largest."""
    if row.get("lon") and row.get("lat"):
        point = project(float(row["lon"]), float(row["lat"]))
        if any(_inside(point, polygon) for polygon in polygons):
            return [round(point[0], 1), round(point[1], 1)]
    largest = max(polygons, key=lambda polygon: abs(_area(polygon[0])))
    ys = sorted(y for _, y in largest[0])
    y = (ys[0] + ys[-1]) / 2 + 1e-6
    crossings = sorted(_crossings(y, largest))
    spans = list(zip(crossings[::2], crossings[1::2], strict=False))
    left, right = max(spans, key=lambda span: span[1] - span[0])
    return [round((left + right) / 2, 1), round(y, 1)]


def _crossings(y: float, polygon: Polygon) -> Iterator[float]:
    """The x of every side that crosses the height ``y``."""
    for ring in polygon:
        for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y0 > y) != (y1 > y):
                yield x0 + (y - y0) * (x1 - x0) / (y1 - y0)


def _inside(point: Point, polygon: Polygon) -> bool:
    return sum(x > point[0] for x in _crossings(point[1], polygon)) % 2 == 1
