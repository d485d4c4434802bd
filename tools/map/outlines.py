"""Areas as SVG paths with a place for the mark, and the document that holds them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from tools.map.mosaic import polygons
from tools.map.projection import LAT0, LON0, RADIUS, project
from tools.map.units import LAND


def _number(value: int, first: bool) -> str:
    """A number of a path; the minus sign parts it from the one before."""
    return str(value) if first or value < 0 else f" {value}"


def path(area: BaseGeometry) -> str:
    """The SVG path of an area: relative moves in whole kilometres, first corner absolute."""
    out: list[str] = []
    at = (0, 0)
    parts = polygons(shapely.orient_polygons(area))  # holes run the other way: any fill rule does
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    for ring in rings:
        corners = [(int(x), int(y)) for x, y in ring.coords[:-1]]
        corners = [c for i, c in enumerate(corners) if not _straight(corners, i)]
        start = corners[0]
        move = start if not out else (start[0] - at[0], start[1] - at[1])
        out.append(("m" if out else "M") + _number(move[0], True) + _number(move[1], False))
        last = start
        for index, (x, y) in enumerate(corners[1:]):
            out.append(("l" if index == 0 else "") + _number(x - last[0], index == 0))
            out.append(_number(y - last[1], False))
            last = (x, y)
        out.append("z")
        at = start
    text = "".join(out)
    return text[:-1] + "Z" if text else ""


def _straight(corners: Sequence[tuple[int, int]], i: int) -> bool:
    """If the corner lies on the straight line between its neighbours."""
    (ax, ay), (bx, by), (cx, cy) = corners[i - 1], corners[i], corners[(i + 1) % len(corners)]
    forward = (bx - ax) * (cx - bx) + (by - ay) * (cy - by) > 0
    return forward and (bx - ax) * (cy - by) == (by - ay) * (cx - bx)


def marker(area: BaseGeometry) -> tuple[float, float]:
    """The place for a mark: the middle of the largest circle inside the largest part."""
    biggest = max(polygons(area), key=lambda part: part.area)
    circle = shapely.maximum_inscribed_circle(biggest, tolerance=0.25)
    x, y = circle.coords[0]
    place = (round(x, 1), round(y, 1))
    return place if biggest.contains(shapely.Point(place)) else _inside(biggest)


def _inside(area: Polygon) -> tuple[float, float]:
    """Any point inside, for areas too thin for the circle."""
    point = area.representative_point()
    return round(point.x, 1), round(point.y, 1)


Rows = list[dict[str, str]]
FAR_CODES = frozenset({"GL", "NO-21", "NO-22", "ES-CN", "PT-20", "PT-30"})
EAST_CODES = frozenset({"GE", "CY"})


def window(areas: Iterable[BaseGeometry], margin: float) -> list[int]:
    """x, y, width and height that hold the areas and a margin, in whole tens."""
    x0, y0, x1, y1 = shapely.total_bounds(list(areas))
    west, north = math.floor((x0 - margin) / 10) * 10, math.floor((y0 - margin) / 10) * 10
    east, south = math.ceil((x1 + margin) / 10) * 10, math.ceil((y1 + margin) / 10) * 10
    return [west, north, east - west, south - north]


def views(areas: Mapping[str, BaseGeometry], rings: Mapping[str, str]) -> dict[str, list[int]]:
    """The windows of the map: all, and the cuts that a page can offer."""
    drawn = {code: a for code, a in areas.items() if code in rings}
    usual = {code: a for code, a in drawn.items() if code not in FAR_CODES}

    def of(want: Callable[[str], bool]) -> list[BaseGeometry]:
        return [area for code, area in usual.items() if want(code)]

    north = {code for code, ring in rings.items() if ring == "norden"}
    islands = {"IS", "FO"}
    return {
        "alt": window([a for code, a in drawn.items() if code != "GL"], 60),
        "europa": window(of(lambda c: c not in EAST_CODES), 40),
        "norden": window(of(lambda c: c in north), 60),
        "norden_fastland": window(of(lambda c: c in north and c[:2] not in islands), 60),
        "ukraina": window(of(lambda c: c[:2] == "UA"), 60),
    }


def document(areas: Mapping[str, BaseGeometry], rows: Rows, provenance: list[dict[str, str]]) -> dict[str, Any]:
    """The content of regions.json."""
    regions: dict[str, dict[str, Any]] = {}
    rings = {row["code"]: row["ring"] for row in rows}
    for row in rows:
        code = row["code"]
        if code in areas:
            regions[code] = {"path": path(areas[code]), "point": list(marker(areas[code]))}
        elif row["ring"] != "other":
            x, y = project(np.array([[float(row["lon"]), float(row["lat"])]]))[0]
            regions[code] = {"point": [round(float(x), 1), round(float(y), 1)]}
    cuts = views(areas, rings)
    return {
        "projection": {
            "name": "Lambert azimuthal equal-area, sphere",
            "lon0": LON0,
            "lat0": LAT0,
            "radius": RADIUS,
            "unit": "km",
            "y": "down",
        },
        "viewBox": cuts["europa"],
        "views": cuts,
        "regions": regions,
        "land": "".join(path(area) for code, area in areas.items() if code.startswith(LAND)),
        "provenance": {
            "data": "Natural Earth (public domain) by the packages below; see data/map/CREDITS.md",
            "made_by": "python -m tools.map",
            "packages": provenance,
        },
    }
