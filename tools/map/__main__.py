"""Make the outlines of the map, `data/map/regions.json`, from two packages of Natural Earth data.

    npm pack @superset-ui/legacy-plugin-chart-country-map@0.20.3 world-atlas@2.0.2
    (unpack each tarball into a folder of its own)
    python -m tools.map <country-map>/package <world-atlas>/package

Which regions are drawn is decided by `data/code/region.csv`: a row whose code has no outline in the
sources gets a point from its own lon and lat. For rows that are drawn the command writes lon and lat
back into that file. The same input gives the same bytes. Needs shapely >= 2.2.

The way: read and name the units, dissolve finer ones, project (`reading.py`), clean to a mosaic without
gaps or overlaps, drop specks, simplify with shared borders, snap the lines to whole kilometres, and build
the areas again from the snapped lines, so that no two of them can overlap (`mosaic.py`).
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from shapely.geometry.base import BaseGeometry

from akint_dash.settings import PROJECT
from tools.map.mosaic import GAP, POCKET, check, clean, simplify, snap, without_specks
from tools.map.outlines import Rows, document
from tools.map.projection import unproject
from tools.map.reading import COUNTRY_MAP, WORLD_ATLAS, Reader, atlas_units, country_units, merge, moved
from tools.map.units import LAND, SOURCES

DATA = PROJECT / "data"


def read_rows(codes: Path) -> Rows:
    """The region code list."""
    with codes.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_rows(codes: Path, rows: Rows, regions: Mapping[str, Mapping[str, Any]]) -> None:
    """The region code list again, with lon and lat of the drawn regions from their marks."""
    for row in rows:
        place = regions.get(row["code"], {})
        if "path" in place:
            lon, lat = unproject(*place["point"])
            row["lon"], row["lat"] = f"{lon:.3f}", f"{lat:.3f}"
    with codes.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def build(country_map: Reader, world_atlas: Reader) -> dict[str, BaseGeometry]:
    """All regions and background pieces as a mosaic on the grid of whole kilometres."""
    units = [unit for source in SOURCES for unit in moved(country_units(country_map, source))]
    units += atlas_units(world_atlas)
    areas = clean(without_specks(clean(merge(units), GAP)), POCKET)
    areas = snap(simplify(areas))
    check(areas)
    return areas


def main() -> None:
    """Read the two packages, write regions.json and the places in region.csv."""
    parser = argparse.ArgumentParser(prog="python -m tools.map", description="Make the outlines of the map.")
    parser.add_argument("country_map", type=Path, help="unpacked package of the country map")
    parser.add_argument("world_atlas", type=Path, help="unpacked package of the world atlas")
    parser.add_argument("--codes", type=Path, default=DATA / "code" / "region.csv")
    parser.add_argument("--out", type=Path, default=DATA / "map" / "regions.json")
    wish = parser.parse_args()
    packages = Reader(wish.country_map, COUNTRY_MAP), Reader(wish.world_atlas, WORLD_ATLAS)
    areas, rows = build(*packages), read_rows(wish.codes)
    unknown = sorted(c for c in areas if not c.startswith(LAND) and c not in {r["code"] for r in rows})
    if unknown:
        raise SystemExit(f"drawn, but not in {wish.codes}: {' '.join(unknown)}")
    result = document(areas, rows, [package.provenance() for package in packages])
    text = json.dumps(result, ensure_ascii=False, separators=(",", ":"))
    wish.out.write_text(text + "\n", encoding="utf-8")
    write_rows(wish.codes, rows, result["regions"])
    drawn = sum("path" in place for place in result["regions"].values())
    print(f"{drawn} drawn, {len(result['regions']) - drawn} points, {len(text)} bytes")


if __name__ == "__main__":
    main()
