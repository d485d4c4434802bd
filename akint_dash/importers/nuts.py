"""Eurostat's own NUTS outlines as the map's geometry, in place of the ones that come with the product.

The file is a GeoJSON of NUTS regions in degrees (EPSG:4326), as Eurostat's GISCO gives it. Each region of the code list
that has a NUTS code in the file gets its outline from there; the others (Ukraine among them) and the land around keep
the outlines that come with the product. Corners are rounded to whole kilometres, so take the file of 1:20 or 1:60
million.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from akint_dash.domain.geometry import PROJECTION
from akint_dash.importers.limited import ask
from akint_dash.settings import PROJECT

REGIONS = PROJECT / "data" / "code" / "region.csv"
BASE = PROJECT / "data" / "map" / "regions.json"


@dataclass(frozen=True, slots=True)
class Converted:
    """Regions whose outline comes from the file, and those that kept theirs."""

    taken: tuple[str, ...]
    kept: tuple[str, ...]


def convert(nuts_geojson: Path, out: Path, *, regions: Path = REGIONS, base: Path = BASE) -> Converted:
    """Write a geometry file of the form of ``data/map/regions.json`` to ``out``.

    A region whose NUTS code is not in the file but finer ones are, is made of those; that alone needs shapely.

    Raises:
        UnreadableFile: not a GeoJSON of NUTS regions in degrees, or shapely is needed and missing.
    """
    found = ask(nuts_geojson, "outlines", str(regions.absolute()))
    raw: Any = json.loads(base.read_text(encoding="utf-8"))
    raw["regions"] |= found
    raw["projection"] = PROJECTION
    raw["provenance"]["nuts"] = {"file": nuts_geojson.name, "data": "Eurostat GISCO, NUTS; © EuroGeographics"}
    _write(out, raw)
    return Converted(tuple(found), tuple(code for code in raw["regions"] if code not in found))


def _write(out: Path, raw: Mapping[str, Any]) -> None:
    fresh = out.with_name(f".{out.name}.new")
    fresh.write_text(json.dumps(raw, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    fresh.replace(out)
