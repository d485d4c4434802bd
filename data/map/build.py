"""Make the outlines of the map, `regions.json`, from two packages of Natural Earth data.

    npm pack @superset-ui/legacy-plugin-chart-country-map@0.20.3 world-atlas@2.0.2
    (unpack each tarball into a folder of its own)
    python data/map/build.py <country-map>/package <world-atlas>/package

Which regions are drawn is decided by `data/code/region.csv`: a row whose code has no outline in the
sources gets a point from its own lon and lat. For rows that are drawn the script writes lon and lat
back into that file. The same input gives the same bytes. Needs shapely >= 2.2, not the product.

The way: read and name the units, dissolve finer ones, project, clean to a mosaic without gaps or
overlaps, drop specks, simplify with shared borders, snap the lines to whole kilometres, and build
the areas again from the snapped lines, so that no two of them can overlap.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon, box, shape
from shapely.geometry.base import BaseGeometry

HERE = Path(__file__).resolve().parent
COUNTRY_MAP = ("@superset-ui/legacy-plugin-chart-country-map", "0.20.3")
WORLD_ATLAS = ("world-atlas", "2.0.2")
LAND = "~"  # first letter of the names of background pieces
BUDGET = 60_000  # bytes of regions.json after gzip -9, see tests/data/test_map_geometry.py

# ---- projection ------------------------------------------------------------------------------

# Lambert azimuthal equal-area on the sphere of the same surface as GRS80. Formulas: J. P. Snyder,
# Map Projections - A Working Manual, USGS Professional Paper 1395 (1987), equations 22-4, 24-2 for
# k', and 20-14, 20-15, 24-16 for the way back. Centre as in EPSG:3035. Unit: kilometre; x points
# east, y points down as in SVG; the centre is 0, 0.
LON0, LAT0, RADIUS = 10.0, 52.0, 6371.0072


def project(lonlat: np.ndarray[Any, np.dtype[np.float64]]) -> np.ndarray[Any, Any]:
    """Degrees of longitude and latitude, one row a point, to kilometres on the map."""
    lam = np.radians(lonlat[:, 0] - LON0)
    phi, phi0 = np.radians(lonlat[:, 1]), math.radians(LAT0)
    cos_c = math.sin(phi0) * np.sin(phi) + math.cos(phi0) * np.cos(phi) * np.cos(lam)
    k = RADIUS * np.sqrt(2 / (1 + cos_c))
    x = k * np.cos(phi) * np.sin(lam)
    y = k * (math.cos(phi0) * np.sin(phi) - math.sin(phi0) * np.cos(phi) * np.cos(lam))
    return np.column_stack([x, -y])


def unproject(x: float, y: float) -> tuple[float, float]:
    """Kilometres on the map to degrees of longitude and latitude."""
    rho = math.hypot(x, y)
    if rho == 0:
        return LON0, LAT0
    c, phi0 = 2 * math.asin(rho / (2 * RADIUS)), math.radians(LAT0)
    phi = math.asin(math.cos(c) * math.sin(phi0) - y * math.sin(c) * math.cos(phi0) / rho)
    lam = math.atan2(
        x * math.sin(c),
        rho * math.cos(phi0) * math.cos(c) + y * math.sin(phi0) * math.sin(c),
    )
    return LON0 + math.degrees(lam), math.degrees(phi)


# ---- which unit of the source is which region --------------------------------------------------


def _table(text: str) -> dict[str, str]:
    """`"NEW: old old; NEW: old"` to old -> NEW."""
    pairs = (part.split(":") for part in text.split(";") if part.strip())
    return {old: new.strip() for new, olds in pairs for old in olds.split()}


@dataclass(frozen=True)
class Source:
    """One file of the country map and the region each of its units belongs to.

    `codes` renames or dissolves; a unit that is not in it keeps its own code, unless `whole` is
    set (then all units are one), `rest` (then it is part of that) or `strict` (then it is an
    error). `drop` leaves out units.
    """

    file: str
    prefix: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)
    drop: frozenset[str] = frozenset()
    whole: str = ""
    rest: str = ""
    strict: bool = False

    def region(self, unit: str) -> str | None:
        """The region of a unit of the source, None if it is left out."""
        if self.whole:
            return None if unit in self.drop else self.whole
        local = unit.removeprefix(f"{self.prefix}-")
        if local in self.drop:
            return None
        if local in self.codes:
            code = self.codes[local]
            return code if code.startswith(LAND) or code in FULL else f"{self.prefix}-{code}"
        if self.strict:
            raise ValueError(f"{self.file}: {unit} belongs to no region")
        return self.rest or unit


FULL = frozenset({"AX", "LV005", "LV009", "LV00A", "LV00B", "LV00C"})  # codes that are not CC-x

NORWAY = _table(
    "31: 01; 32: 02; 03: 03; 34: 04 05; 33: 06; 39: 07; 40: 08; 42: 09 10; 11: 11; 46: 12 14;"
    "15: 15; 50: 16 17; 18: 18; 55: 19; 56: 20"
)
FINLAND = _table("AX: 01")
ESTONIA = _table("45: 44; 50: 49; 52: 51; 56: 57; 60: 59; 64: 65; 68: 67; 71: 70; 79: 78; 81: 82; 87: 86")
LATVIA = _table(
    "LV00A: RIX JUR 011 012 013 020 031 037 048 052 061 062 068 080 087 089 090 091 095;"
    "LV00B: LPX VEN 003 006 018 027 028 029 032 040 043 050 063 066 071 074 079 081 088 093 097 099"
    " 100;"
    "LV00C: VMR 005 007 008 009 017 019 021 022 030 033 035 039 045 051 053 054 055 057 059 060 064"
    " 067 070 075 076 084 085 094 096 101 102 104;"
    "LV009: JEL JKB 002 004 010 016 026 034 038 041 046 049 065 069 072 083 086 092 098 105 107;"
    "LV005: DGV REZ 001 014 015 023 024 025 036 044 047 056 058 073 077 078 082 103 108 109 110"
)
POLAND = _table(
    "02: DS; 04: KP; 06: LU; 08: LB; 10: LD; 12: MA; 14: MZ; 16: OP; 18: PK; 20: PD; 22: PM; 24: SL;"
    "26: SK; 28: WN; 30: WP; 32: ZP"
)
CZECHIA = _table(
    "10: PR; 20: ST; 31: JC; 32: PL; 41: KA; 42: US; 51: LI; 52: KR; 53: PA; 63: VY; 64: JM; 71: OL;72: ZL; 80: MO"
)
BELGIUM = _table("VLG: VAN VBR VLI VOV VWV; WAL: WBR WHT WLG WLX WNA; BRU: BRU")
HUNGARY = _table(
    "GS: GS GY SN; CS: CS SD HV; NO: NO ST; JN: JN SK; PE: PE ED; HE: HE EG; BZ: BZ MI; FE: FE DU SF;"
    "BK: BK KM; KE: KE TB; VA: VA SH; ZA: ZA ZE NK; VE: VE VM; SO: SO KV; BA: BA PS; TO: TO SS;"
    "BE: BE BC; HB: HB DE; SZ: SZ NY; BU: BU"
)
SPAIN = _table(
    "AN: AL CA CO GR H J MA SE; AR: HU TE Z; AS: O; CB: S; CE: CE; CL: AV BU LE P SA SG SO VA ZA;"
    "CM: AB CR CU GU TO; CT: B GI L T; EX: BA CC; GA: C LU OR PO; IB: PM; MC: MU; MD: M; ML: ML;"
    "NC: NA; PV: BI SS VI; RI: LO; VC: A CS V"
)
BOSNIA = _table("BIH: BIH SRP; SRP: X01~ X02~ X03~ X04~ X05~ X06~ X07~; BRC: BRC")
MOLDOVA = _table("SN: SN CAM GRI BD")
BRITAIN = _table(
    "SCT: ABD ABE ANS AGB CLK DGY DND EAY EDU ELN ERW EDH ELS FAL FIF GLG HLD IVC MLN MRY NAY NLK ORK"
    " PKN RFW SCB ZET SAY SLK STG WDU WLN;"
    "WLS: AGY BGE BGW CAY CRF CMN CGN CWY DEN FLN GWN MTY MON NTL NWP PEM POW RCT SWA TOF VGL WRX;"
    "NIR: ANT ARD ARM BLA BLY BNB BFS CKF CSR CLR CKT CGV DRY DOW DGN FER LRN LMV LSB MFT MYL NYM NTA"
    " NDN OMH STB;"
)

SOURCES: tuple[Source, ...] = (
    Source("norway", "NO", NORWAY, drop=frozenset({"21"}), strict=True),
    Source("sweden"),
    Source("denmark"),
    Source("finland", "FI", FINLAND),
    Source("iceland", "IS", {"0": "1"}),
    Source("ukraine"),
    Source("poland", "PL", POLAND, strict=True),
    Source("germany"),
    Source("netherlands"),
    Source("belgium", "BE", BELGIUM, strict=True),
    Source("luxembourg", whole="LU"),
    Source("estonia", "EE", ESTONIA),
    Source("latvia", "LV", LATVIA, strict=True),
    Source("lithuania"),
    Source("france_regions", "FR", {"COR": "20R"}, frozenset({"GUA", "GUF", "LRE", "MAY", "MTQ"})),
    Source("spain", "ES", SPAIN, frozenset({"TF", "GC"}), strict=True),
    Source("italy_regions"),
    Source("uk", "GB", BRITAIN, rest="GB-ENG"),
    Source("portugal", "PT", drop=frozenset({"20", "30"})),
    Source("austria"),
    Source("switzerland"),
    Source("liechtenstein", whole="LI"),
    Source("czech_republic", "CZ", CZECHIA, strict=True),
    Source("slovakia"),
    Source("hungary", "HU", HUNGARY, strict=True),
    Source("romania"),
    Source("bulgaria"),
    Source("greece", "GR", {"A1": "I", "69": "B"}),
    Source("croatia"),
    Source("slovenia", whole="SI"),
    Source("bosnia_and_herzegovina", "BA", BOSNIA, strict=True),
    Source("montenegro", whole="ME"),
    Source("macedonia", whole="MK"),
    Source("albania"),
    Source("moldova", "MD", MOLDOVA),
    Source("malta", whole="MT"),
    Source("andorra", whole="AD"),
    Source("san_marino", whole="SM"),
    Source("belarus", whole="~BY"),
    Source("russia", whole="~RU", drop=frozenset({"UA-40", "UA-43"})),
)

# A point inside a unit that carries its neighbour's code in the source, and its right code.
MISNAMED: dict[str, tuple[tuple[float, float], str]] = {
    "HR-12": ((17.68, 45.34), "HR-11"),  # Pozega
    "MD-RE": ((29.00, 47.77), "MD-SN"),  # Rybnitsa
}


@dataclass(frozen=True)
class Moved:
    """Ground that the source gives to other regions than they have today, as a line of degrees."""

    to: str
    donors: frozenset[str]
    line: tuple[tuple[float, float], ...]


# Akershus of 2024, rounded to a hundredth of a degree and checked against Kartverket's counties. Where
# the line runs through water or through Akershus itself it is drawn at will.
DONORS = frozenset({"NO-03", "NO-33", "NO-34"})
MOVED: tuple[Moved, ...] = (
    # Asker (with Hurum and Royken) and Baerum; the source's Oslo reaches to Drammen's side of Asker.
    Moved(
        "NO-32",
        DONORS,
        (
            (10.40, 59.48), (10.41, 59.54), (10.42, 59.60), (10.42, 59.65), (10.38, 59.69), (10.31, 59.72),
            (10.32, 59.75), (10.31, 59.77), (10.33, 59.79), (10.36, 59.80), (10.35, 59.84), (10.33, 59.86),
            (10.35, 59.88), (10.37, 59.91), (10.35, 59.95), (10.36, 59.97), (10.42, 59.99), (10.42, 60.01),
            (10.44, 60.03), (10.48, 60.03), (10.49, 60.02), (10.52, 60.00), (10.56, 60.00), (10.59, 59.98),
            (10.61, 59.98), (10.63, 59.96), (10.63, 59.92), (10.64, 59.91), (10.64, 59.88), (10.62, 59.80),
            (10.62, 59.55), (10.60, 59.48),
        ),
    ),
    # Lunner and Jevnaker
    Moved(
        "NO-32",
        DONORS,
        (
            (10.60, 60.13), (10.59, 60.15), (10.56, 60.17), (10.50, 60.17), (10.42, 60.21), (10.37, 60.22),
            (10.31, 60.25), (10.32, 60.26), (10.28, 60.29), (10.24, 60.34), (10.20, 60.38), (10.19, 60.40),
            (10.26, 60.39), (10.34, 60.37), (10.39, 60.38), (10.37, 60.32), (10.41, 60.32), (10.47, 60.32),
            (10.55, 60.33), (10.60, 60.32), (10.65, 60.32), (10.72, 60.33), (10.76, 60.31), (10.88, 60.32),
            (10.85, 60.20), (10.75, 60.125), (10.71, 60.12), (10.68, 60.135), (10.62, 60.135),
        ),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Atlas:
    """A region from the world atlas: whole countries, or the parts of one inside a box."""

    code: str
    names: tuple[str, ...]
    within: tuple[float, float, float, float] | None = None


ATLAS: tuple[Atlas, ...] = (
    Atlas("IE", ("Ireland",)),
    Atlas("RS", ("Serbia",)),
    Atlas("XK", ("Kosovo",)),
    Atlas("GE", ("Georgia",)),
    Atlas("CY", ("Cyprus", "N. Cyprus", "Cyprus U.N. Buffer Zone", "Dhekelia", "Akrotiri")),
    Atlas("IM", ("Isle of Man",)),
    Atlas("JE", ("Jersey",)),
    Atlas("GG", ("Guernsey",)),
    Atlas("FO", ("Faeroe Is.",)),
    Atlas("GL", ("Greenland",)),
    Atlas("NO-21", ("Norway",), (5, 74, 40, 82)),
    Atlas("NO-22", ("Norway",), (-12, 70, -6, 72)),
    Atlas("GB-SCT", ("United Kingdom",), (-9, 56.7, -6.78, 57.72)),  # Barra to North Uist
    Atlas("GB-SCT", ("United Kingdom",), (-7.2, 57.7, -6.14, 58.6)),  # Lewis and Harris
    Atlas("GB-SCT", ("United Kingdom",), (-2.6, 59.45, 0, 61)),  # Shetland and Fair Isle
    Atlas("PT-20", ("Portugal",), (-33, 36, -24, 41)),
    Atlas("PT-30", ("Portugal",), (-18, 30, -15, 34)),
    Atlas("ES-CN", ("Spain",), (-19, 27, -13, 30)),
)

# Countries of the world atlas that are drawn as regions or come from the country map instead.
ELSEWHERE = (
    "Norway, Sweden, Denmark, Finland, Åland, Iceland, Faeroe Is., Greenland, Ukraine, Russia, "
    "Belarus, Poland, Germany, Netherlands, Belgium, Luxembourg, Estonia, Latvia, Lithuania, "
    "France, Spain, Andorra, Portugal, Italy, San Marino, Malta, United Kingdom, Isle of Man, "
    "Jersey, Guernsey, Ireland, Austria, Switzerland, Liechtenstein, Czechia, Slovakia, Hungary, "
    "Romania, Moldova, Bulgaria, Greece, Croatia, Slovenia, Bosnia and Herz., Serbia, Kosovo, "
    "Montenegro, Macedonia, Albania, Georgia, Cyprus, N. Cyprus, Cyprus U.N. Buffer Zone, "
    "Akrotiri, Dhekelia"
)
NOT_BACKGROUND = frozenset(ELSEWHERE.split(", "))

# The piece of the earth that is cut out for the background, kilometres on the map.
FRAME = box(-3400, -3300, 3700, 3000)
NEAR = (-40.0, 15.0, 75.0, 85.0)  # the degrees in which anything of the frame can lie
RUSSIA_EAST = 75.0  # units of the Russia file beyond this longitude are not read

# ---- reading -----------------------------------------------------------------------------------


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


def polygons(area: BaseGeometry) -> list[Polygon]:
    """The polygons of any area, without lines and points."""
    return [p for p in shapely.get_parts(area, return_index=False) if p.geom_type == "Polygon"]


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


# ---- the mosaic --------------------------------------------------------------------------------

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


# ---- writing -----------------------------------------------------------------------------------


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
            "made_by": "data/map/build.py",
            "packages": provenance,
        },
    }


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
    parser = argparse.ArgumentParser(description="Make the outlines of the map.")
    parser.add_argument("country_map", type=Path, help="unpacked package of the country map")
    parser.add_argument("world_atlas", type=Path, help="unpacked package of the world atlas")
    parser.add_argument("--codes", type=Path, default=HERE.parent / "code" / "region.csv")
    parser.add_argument("--out", type=Path, default=HERE / "regions.json")
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
