"""A mosaic without gaps or overlaps, with few corners, all of them on whole kilometres."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

from tools.map.units import LAND


def polygons(area: BaseGeometry) -> list[Polygon]:
    """The polygons of any area, without lines and points."""
    return [p for p in shapely.get_parts(area, return_index=False) if p.geom_type == "Polygon"]


GAP = 6.0  # km: slits between neighbours narrower than this are closed
POCKET = 9.0  # km: so are the pockets where a small enclave was left out
PUDDLE = 150.0  # km2: smaller water with land all around is drawn as land


@dataclass(frozen=True)
class Detail:
    """How fine a group is drawn: tolerance of the simplification in km, smallest island in km2."""

    tolerance: float
    island: float


FINE, PLAIN, COARSE, FAR = Detail(3.0, 25), Detail(4.7, 60), Detail(11, 400), Detail(20, 2500)
COUNTRY_DETAIL = {"NO": FINE, "SE": FINE, "DK": FINE, "FI": FINE, "UA": FINE, "AX": Detail(1.6, 12)}
CODE_DETAIL = {
    "NO-32": Detail(1.6, 10), "NO-03": Detail(1.6, 10), "NO-21": Detail(7, 300), "GL": FAR,
    "FO": Detail(2.2, 20), "UA-30": Detail(1.8, 25), "UA-40": Detail(1.8, 25),
}  # fmt: skip
LAND_DETAIL = {"~RU": Detail(7.5, 400), "~BY": Detail(5, 400), "~Turkey": Detail(7.5, 300)}


def detail(code: str) -> Detail:
    """How fine a region or background piece is drawn."""
    if code.startswith(LAND):
        return LAND_DETAIL.get(code, COARSE)
    return CODE_DETAIL.get(code) or COUNTRY_DETAIL.get(code[:2], PLAIN)


def clean(areas: Mapping[str, BaseGeometry], gap: float) -> dict[str, BaseGeometry]:
    """The areas without overlaps and gaps. Where two overlap, the one named first keeps it."""
    codes = list(areas)
    cleaned = shapely.coverage_clean([areas[code] for code in codes], gap_width=gap, merge_strategy="min_index")
    return dict(zip(codes, cleaned, strict=True))


def without_specks(areas: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """The areas without islands and enclaves too small to see; a region keeps its largest part."""
    kept: dict[str, BaseGeometry] = {}
    for code, area in areas.items():
        parts = sorted(polygons(area), key=lambda part: -part.area)
        if parts:
            big = [part for part in parts if part.area >= detail(code).island]
            if big or not code.startswith(LAND):
                kept[code] = MultiPolygon(big or parts[:1])
    return kept


def simplify(areas: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """The areas with fewer corners; a shared border is simplified once and stays shared.

    One pass for each tolerance, from fine to coarse, of the areas that may be as coarse as that.
    The sea takes part as an area, so that in every pass all lines but those towards finer areas
    are inner borders, which alone are simplified.
    """
    current = dict(areas)
    world = box(*shapely.total_bounds(list(areas.values()))).buffer(100)
    sea = world.difference(shapely.coverage_union_all(list(areas.values())))
    for tolerance in sorted({detail(code).tolerance for code in areas}):
        codes = [code for code in areas if detail(code).tolerance >= tolerance]
        *simple, sea = shapely.coverage_simplify(
            [*(current[code] for code in codes), sea], tolerance, simplify_boundary=False
        )
        current.update(zip(codes, simple, strict=True))
    return current


def snap(areas: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """The areas with whole kilometres as corners, still without overlap.

    Rounding corners one by one can make borders cross. So all borders are snapped to the grid
    together (which also cuts them where they meet), areas are built from the lines anew, and each
    goes to the region that it lies in for the most part.
    """
    codes = list(areas)
    lines = shapely.unary_union([areas[code].boundary for code in codes], grid_size=1.0)
    tree = shapely.STRtree([areas[code] for code in codes])
    found: dict[str, list[BaseGeometry]] = defaultdict(list)
    water: list[BaseGeometry] = []
    for face in shapely.get_parts(shapely.polygonize([lines])):
        shares = [(face.intersection(areas[codes[i]]).area, codes[i]) for i in tree.query(face, predicate="intersects")]
        share, code = max(shares, default=(0.0, ""))
        if share > face.area / 2:
            found[code].append(face)
        elif face.area < PUDDLE:
            water.append(face)
    snapped = {code: shapely.unary_union(found[code]) for code in codes if code in found}
    return filled(snapped, water)


def filled(areas: Mapping[str, BaseGeometry], pools: Iterable[BaseGeometry]) -> dict[str, Any]:
    """The areas with each of the pools between them given to the one with the longest shore."""
    codes, whole = list(areas), dict(areas)
    tree = shapely.STRtree([areas[code] for code in codes])
    for pool in pools:
        near = [codes[i] for i in tree.query(pool, predicate="intersects")]
        shores = [(areas[code].intersection(pool.boundary).length, code) for code in near]
        if shores:
            code = max(shores)[1]
            whole[code] = shapely.unary_union([whole[code], pool])
    return whole


def check(areas: Mapping[str, BaseGeometry]) -> None:
    """Stop if the mosaic is not one: an empty or broken area, a corner off the grid, an overlap."""
    for code, area in areas.items():
        if area.is_empty or not area.is_valid or not shapely.get_num_coordinates(area):
            raise SystemExit(f"{code}: broken outline")
        corners = shapely.get_coordinates(area)
        if not np.array_equal(corners, np.rint(corners)):
            raise SystemExit(f"{code}: corners off the grid")
    codes = list(areas)
    left, right = shapely.STRtree(list(areas.values())).query(list(areas.values()), predicate="intersects")
    for one, two in zip(left, right, strict=True):
        if one < two:
            both = areas[codes[one]].intersection(areas[codes[two]]).area
            if both > 1e-6:
                raise SystemExit(f"{codes[one]} and {codes[two]} overlap by {both:.3f} km2")
