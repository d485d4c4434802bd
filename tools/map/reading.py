"""Read and name the units of the two packages, give moved ground on, and dissolve finer units: one area a code."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon, box, shape
from shapely.geometry.base import BaseGeometry

from tools.map.ground import ATLAS, FRAME, MOVED, NEAR, NOT_BACKGROUND, RUSSIA_EAST
from tools.map.mosaic import polygons
from tools.map.projection import project
from tools.map.units import LAND, MISNAMED, Source

COUNTRY_MAP = ("@superset-ui/legacy-plugin-chart-country-map", "0.20.3")
WORLD_ATLAS = ("world-atlas", "2.0.2")


class Reader:
    """Reads files of the two packages and keeps a digest of all that was read."""

    def __init__(self, folder: Path, package: tuple[str, str]) -> None:
        about = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        if (about["name"], about["version"]) != package:
            raise SystemExit(f"{folder} is {about['name']} {about['version']}, not {package}")
        self.folder, self.package, self._digest = folder, package, hashlib.sha256()

    def json(self, path: str) -> Any:
        """One JSON file of the package."""
        raw = (self.folder / path).read_bytes()
        self._digest.update(raw)
        return json.loads(raw)

    def provenance(self) -> dict[str, str]:
        """Name, version and the digest of the bytes read, in the order they were read."""
        name, version = self.package
        return {"name": name, "version": version, "sha256_read": self._digest.hexdigest()}


def country_units(reader: Reader, source: Source) -> Iterator[tuple[str, BaseGeometry]]:
    """Region code and area, in degrees, of every unit of one file of the country map."""
    for feature in reader.json(f"esm/countries/{source.file}.geojson")["features"]:
        unit = str(feature["properties"]["ISO"]).strip()
        area = shapely.make_valid(shape(feature["geometry"]))
        if source.file == "russia" and area.bounds[0] > RUSSIA_EAST:
            continue
        code = source.region(unit)
        if code in MISNAMED and area.contains(shapely.Point(MISNAMED[code][0])):
            code = MISNAMED[code][1]
        if code is not None:
            yield code, area


def topology(atlas: Mapping[str, Any]) -> Iterator[tuple[str, list[Polygon]]]:
    """Name and polygons, in degrees, of every country of a quantized TopoJSON file."""
    scale, move = np.array(atlas["transform"]["scale"]), np.array(atlas["transform"]["translate"])
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + move for arc in atlas["arcs"]]

    def ring(indices: Sequence[int]) -> list[tuple[float, float]]:
        points: list[tuple[float, float]] = []
        for index in indices:
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            points += [(float(x), float(y)) for x, y in (arc[1:] if points else arc)]
        return points

    def areas(parts: Sequence[Sequence[Sequence[int]]]) -> Iterator[Polygon]:
        for part in parts:
            rings = [corners for corners in map(ring, part) if len(corners) > 3]
            if rings:
                yield Polygon(rings[0], rings[1:])

    for thing in atlas["objects"]["countries"]["geometries"]:
        if thing["type"] is not None:
            parts = thing["arcs"] if thing["type"] == "MultiPolygon" else [thing["arcs"]]
            yield thing["properties"]["name"], list(areas(parts))


def atlas_units(reader: Reader) -> Iterator[tuple[str, BaseGeometry]]:
    """Region code (or background name) and area, in degrees, of what the world atlas gives."""
    countries = dict(topology(reader.json("countries-10m.json")))
    near = box(*NEAR)
    for unit in ATLAS:
        inside = box(*unit.within) if unit.within else box(-180, -90, 180, 90)
        parts = [p for name in unit.names for p in countries[name] if inside.contains(p)]
        yield unit.code, shapely.unary_union([shapely.make_valid(p) for p in parts])
    for name in sorted(set(countries) - NOT_BACKGROUND):
        parts = [shapely.make_valid(p) for p in countries[name] if p.intersects(near)]
        if parts:
            yield LAND + name, shapely.unary_union(parts).intersection(near)


def moved(units: Iterable[tuple[str, BaseGeometry]]) -> Iterator[tuple[str, BaseGeometry]]:
    """The units with the ground of MOVED cut from its donors and given on."""
    for code, unit in units:
        area = unit
        for ground in MOVED:
            if code in ground.donors:
                inside = Polygon(ground.line)
                yield ground.to, area.intersection(inside)
                area = area.difference(inside)
        yield code, area


def merge(units: Iterable[tuple[str, BaseGeometry]]) -> dict[str, BaseGeometry]:
    """Units in degrees to one area a code, in kilometres on the map, background cut to the frame."""
    found: dict[str, list[BaseGeometry]] = defaultdict(list)
    for code, area in units:
        if area.bounds[2] <= 180:
            found[code].append(shapely.make_valid(shapely.transform(area, project)))
    merged: dict[str, BaseGeometry] = {}
    for code, areas in found.items():
        whole = shapely.unary_union(areas)
        if code.startswith(LAND):
            whole = whole.intersection(FRAME)
        parts = polygons(whole)
        if parts:
            merged[code] = MultiPolygon(parts)
    return merged
