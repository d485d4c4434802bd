"""Facts of the map's outlines and of the region code list. Needs no shapely, but for the last tests."""

from __future__ import annotations

import csv
import gzip
import json
import math
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"
REGIONS = DATA / "map" / "regions.json"
CODES = DATA / "code" / "region.csv"
COUNTRIES = DATA / "code" / "country.csv"
BUDGET = 60_000

NORDEN = {"NO", "SE", "DK", "FI", "IS", "FO", "GL", "AX"}
UKRAINE = [
    "UA-05 UA-07 UA-09 UA-12 UA-14 UA-18 UA-21 UA-23 UA-26",
    "UA-30 UA-32 UA-35 UA-40 UA-43 UA-46 UA-48 UA-51 UA-53",
    "UA-56 UA-59 UA-61 UA-63 UA-65 UA-68 UA-71 UA-74 UA-77",
]

# Places whose region everybody can look up: longitude, latitude, region.
PLACES = {
    "Lillestrøm": (11.05, 59.96, "NO-32"),
    "Eidsvoll": (11.26, 60.33, "NO-32"),
    "Asker": (10.43, 59.83, "NO-32"),
    "Hurum": (10.5, 59.63, "NO-32"),
    "Baerum": (10.5, 59.93, "NO-32"),
    "Lunner": (10.6, 60.28, "NO-32"),
    "Jevnaker": (10.35, 60.27, "NO-32"),
    "Nordmarka": (10.63, 60.03, "NO-03"),
    "Drammen": (10.17, 59.75, "NO-33"),
    "Hole": (10.25, 60.07, "NO-33"),
    "Gran": (10.55, 60.4, "NO-34"),
    "Oslo": (10.78, 59.95, "NO-03"),
    "Hamar": (11.07, 60.85, "NO-34"),
    "Lillehammer": (10.4, 61.12, "NO-34"),
    "Voss": (6.45, 60.65, "NO-46"),
    "Steinkjer": (11.55, 64.05, "NO-50"),
    "Bardufoss": (18.6, 69.05, "NO-55"),
    "Karasjok": (25.5, 69.47, "NO-56"),
    "Svalbard": (16.8, 77.3, "NO-21"),
    "Borås": (12.94, 57.72, "SE-O"),
    "Gotland": (18.5, 57.4, "SE-I"),
    "Öland": (16.65, 56.8, "SE-H"),
    "Bornholm": (14.93, 55.13, "DK-84"),
    "Odense": (10.39, 55.37, "DK-83"),
    "Tampere": (23.76, 61.5, "FI-11"),
    "Åland": (19.95, 60.22, "AX"),
    "Akureyri": (-18.2, 65.55, "IS-6"),
    "Tartu": (26.72, 58.37, "EE-79"),
    "Hiiumaa": (22.6, 58.9, "EE-39"),
    "Sigulda": (24.85, 57.15, "LV00A"),
    "Cesis": (25.27, 57.31, "LV00C"),
    "Talsi": (22.59, 57.24, "LV00B"),
    "Dobele": (23.28, 56.62, "LV009"),
    "Rezekne": (27.33, 56.51, "LV005"),
    "Kaunas": (23.9, 54.9, "LT-KU"),
    "Koscierzyna": (17.98, 54.12, "PL-22"),
    "Neumünster": (9.98, 54.07, "DE-SH"),
    "Stuttgart": (9.18, 48.78, "DE-BW"),
    "Gent": (3.72, 51.05, "BE-VLG"),
    "Namur": (4.87, 50.46, "BE-WAL"),
    "Perth": (-3.43, 56.4, "GB-SCT"),
    "Lewis": (-6.6, 58.2, "GB-SCT"),
    "Shetland": (-1.25, 60.3, "GB-SCT"),
    "Builth": (-3.4, 52.15, "GB-WLS"),
    "Omagh": (-7.3, 54.6, "GB-NIR"),
    "Leicester": (-1.13, 52.64, "GB-ENG"),
    "Athlone": (-7.94, 53.42, "IE"),
    "Paris": (2.35, 48.86, "FR-IDF"),
    "Corsica": (9.1, 42.2, "FR-20R"),
    "Mallorca": (3.0, 39.65, "ES-IB"),
    "Tenerife": (-16.6, 28.27, "ES-CN"),
    "Bilbao": (-2.9, 43.15, "ES-PV"),
    "Barbastro": (0.12, 42.03, "ES-AR"),
    "Azores": (-25.4, 37.8, "PT-20"),
    "Madeira": (-17.0, 32.74, "PT-30"),
    "Sicily": (14.1, 37.5, "IT-82"),
    "Crete": (24.9, 35.22, "GR-M"),
    "Athos": (24.2, 40.25, "GR-B"),
    "Kyrenia": (33.3, 35.27, "CY"),
    "Pozega": (17.68, 45.38, "HR-11"),
    "Szeged": (20.15, 46.28, "HU-CS"),
    "Tiraspol": (29.6, 46.85, "MD-SN"),
    "Tuzla": (18.67, 44.54, "BA-BIH"),
    "Banja Luka": (17.19, 44.77, "BA-SRP"),
    "Prishtina": (21.16, 42.66, "XK"),
    "Lviv": (24.03, 49.84, "UA-46"),
    "Kyiv": (30.5, 50.42, "UA-30"),
    "Bila Tserkva": (30.13, 49.8, "UA-32"),
    "Donetsk": (37.8, 48.0, "UA-14"),
    "Luhansk": (39.31, 48.57, "UA-09"),
    "Melitopol": (35.37, 46.85, "UA-23"),
    "Henichesk": (34.6, 46.35, "UA-65"),
    "Simferopol": (34.1, 44.95, "UA-43"),
    "Kerch peninsula": (35.9, 45.3, "UA-43"),
    "Sevastopol": (33.6, 44.6, "UA-40"),
}

Ring = list[tuple[int, int]]


@cache
def document() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(REGIONS.read_text(encoding="utf-8"))
    return content


@cache
def rows() -> list[dict[str, str]]:
    with CODES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def drawn() -> dict[str, str]:
    return {code: place["path"] for code, place in document()["regions"].items() if "path" in place}


@cache
def rings(path: str) -> list[Ring]:
    """The rings of a path of M, m, l and z, as tools/map writes them."""
    found: list[Ring] = []
    x = y = 0
    for move, text in re.findall(r"([Mml])([^MmlzZ]*)", path):
        numbers = [int(n) for n in re.findall(r"-?\d+", text)]
        assert len(numbers) % 2 == 0
        for i, (dx, dy) in enumerate(zip(numbers[::2], numbers[1::2], strict=True)):
            x, y = (dx, dy) if move == "M" and i == 0 else (x + dx, y + dy)
            if move in "Mm" and i == 0:
                found.append([])
            found[-1].append((x, y))
        if path and move == "l":
            x, y = found[-1][0]  # z goes back to where the ring began
    return found


def surface(ring: Ring) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs) / 2


def inside(path: str, x: float, y: float) -> bool:
    """Even-odd rule."""
    hit = False
    for ring in rings(path):
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                hit = not hit
    return hit


def project(lon: float, lat: float) -> tuple[float, float]:
    """The way from degrees to the map by the angles of the sphere, not by the formula of tools/map."""
    at = document()["projection"]
    phi, phi0, lam = math.radians(lat), math.radians(at["lat0"]), math.radians(lon - at["lon0"])
    east = math.cos(phi) * math.sin(lam)
    north = math.cos(phi0) * math.sin(phi) - math.sin(phi0) * math.cos(phi) * math.cos(lam)
    up = math.sin(phi0) * math.sin(phi) + math.cos(phi0) * math.cos(phi) * math.cos(lam)
    angle, bearing = math.atan2(math.hypot(east, north), up), math.atan2(east, north)
    far = 2 * at["radius"] * math.sin(angle / 2)
    return far * math.sin(bearing), -far * math.cos(bearing)


def test_it_is_small() -> None:
    assert len(gzip.compress(REGIONS.read_bytes(), 9, mtime=0)) <= BUDGET


def test_the_code_list_has_its_columns() -> None:
    columns = "code,name_nb,name_en,country,ring,nuts,lon,lat,note,source"
    assert ",".join(rows()[0]) == columns
    for row in rows():
        assert None not in row
        assert None not in row.values()
        for column in ("code", "name_nb", "name_en", "country", "ring", "lon", "lat", "source"):
            assert row[column].strip(), (row["code"], column)


def test_every_code_is_drawn_pointed_or_other() -> None:
    known = document()["regions"]
    for row in rows():
        assert row["code"] in known or row["ring"] == "other", row["code"]
    assert set(known) <= {row["code"] for row in rows()}


def test_a_code_without_outline_has_a_point_and_a_note() -> None:
    notes = {row["code"]: row["note"] for row in rows()}
    for code, place in document()["regions"].items():
        assert len(place["point"]) == 2
        assert "path" in place or notes[code], code


def test_all_of_ukraine_is_drawn_and_none_of_it_is_background() -> None:
    codes = " ".join(UKRAINE).split()
    assert len(codes) == 27
    assert sorted(row["code"] for row in rows() if row["country"] == "UA") == codes
    assert all(row["ring"] == "ukraine" for row in rows() if row["country"] == "UA")
    for code in codes:
        assert code in drawn(), code
        assert not inside(document()["land"], *document()["regions"][code]["point"]), code


def test_the_occupied_oblasts_are_listed_like_all_others() -> None:
    notes = {row["code"]: row["note"] for row in rows() if row["country"] == "UA"}
    assert set(notes.values()) == {""}


@pytest.mark.parametrize("place", PLACES)
def test_places_lie_in_their_region_and_in_no_other(place: str) -> None:
    lon, lat, code = PLACES[place]
    x, y = project(lon, lat)
    assert [c for c, path in drawn().items() if inside(path, x, y)] == [code]
    assert not inside(document()["land"], x, y)


def test_iso_and_nuts_resolve_uniquely() -> None:
    codes = [row["code"] for row in rows()]
    assert len(codes) == len(set(codes))
    home: dict[str, str] = {}
    for row in rows():
        for nuts in row["nuts"].split():
            assert nuts not in home, (nuts, home.get(nuts), row["code"])
            home[nuts] = row["code"]
            country = {"GR": "EL", "GB": "UK", "AX": "FI"}.get(row["country"], row["country"])
            assert re.fullmatch(rf"{country}[0-9A-Z]{{1,3}}", nuts), (row["code"], nuts)
    for code in codes:  # a code that looks like NUTS must mean the same by both readings
        assert home.get(code, code) == code
    assert home["SE232"] == "SE-O"
    assert home["DEF"] == "DE-SH"
    assert home["NO084"] == "NO-32"
    assert home["UA32"] == "UA-23"  # not UA-32: the hyphen tells ISO from NUTS


def test_codes_belong_to_their_country() -> None:
    for row in rows():
        assert row["code"][:2] == row["country"]
        assert re.fullmatch(r"[A-Z]{2}(-[0-9A-Z]{1,3}|[0-9A-Z]{2,3})?", row["code"]), row["code"]


def test_rings_follow_the_country() -> None:
    for row in rows():
        if row["country"] in NORDEN or row["country"] == "UA":
            assert row["ring"] == ("ukraine" if row["country"] == "UA" else "norden")
        else:
            assert row["ring"] in ("europe", "other"), row["code"]


def test_every_country_has_a_name() -> None:
    with COUNTRIES.open(encoding="utf-8", newline="") as file:
        named = {row["code"]: row for row in csv.DictReader(file)}
    assert set(named) == {row["country"] for row in rows()}
    assert all(row["name_nb"] and row["name_en"] for row in named.values())
    assert named["NO"]["name_nb"] == "Norge"


def test_points_lie_inside_their_outline() -> None:
    for code, path in drawn().items():
        x, y = document()["regions"][code]["point"]
        corners = [corner for ring in rings(path) for corner in ring]
        assert min(c[0] for c in corners) <= x <= max(c[0] for c in corners), code
        assert min(c[1] for c in corners) <= y <= max(c[1] for c in corners), code
        assert inside(path, x, y), code


def test_points_are_where_the_code_list_says() -> None:
    for row in rows():
        if row["code"] in document()["regions"]:
            x, y = project(float(row["lon"]), float(row["lat"]))
            px, py = document()["regions"][row["code"]]["point"]
            assert math.hypot(px - x, py - y) < 0.5, row["code"]


def test_no_path_is_empty() -> None:
    for code, path in {**drawn(), "land": document()["land"]}.items():
        assert re.match(r"M-?\d", path), code
        assert path.endswith(("z", "Z")), code
        for ring in rings(path):
            assert len(ring) >= 3, code
            assert surface(ring) != 0, code


def test_holes_run_against_the_outer_line() -> None:
    outer, hole = rings(drawn()["UA-32"])  # Kyiv city is the hole of Kyiv oblast
    assert surface(outer) * surface(hole) < 0
    assert abs(surface(outer)) > abs(surface(hole))


def test_the_windows_hold_what_they_name() -> None:
    views = document()["views"]
    assert document()["viewBox"] == views["europa"]
    for view, codes in {
        "norden": ["NO-32", "NO-56", "FI-13", "IS-4", "DK-84", "FO"],
        "norden_fastland": ["NO-32", "NO-56", "FI-13", "DK-84"],
        "europa": ["NO-32", "IS-4", "UA-09", "ES-AN", "GR-M", "IE"],
        "ukraina": [row["code"] for row in rows() if row["country"] == "UA"],
    }.items():
        x, y, width, height = views[view]
        for code in codes:
            for px, py in (corner for ring in rings(drawn()[code]) for corner in ring):
                assert x <= px <= x + width, (view, code)
                assert y <= py <= y + height, (view, code)


def test_no_outside_host_is_named() -> None:
    host = re.compile(r"https?:|www\.|[a-z0-9]\.(?:com|org|net|io|dev|eu|no)\b", re.IGNORECASE)
    files = [REGIONS, CODES, COUNTRIES, *(DATA.parent / "tools" / "map").glob("*.py"), DATA / "map" / "CREDITS.md"]
    for file in files:
        assert not host.search(file.read_text(encoding="utf-8")), file.name


def test_provenance_names_the_packages() -> None:
    packages = {p["name"]: p for p in document()["provenance"]["packages"]}
    assert packages["@superset-ui/legacy-plugin-chart-country-map"]["version"] == "0.20.3"
    assert packages["world-atlas"]["version"] == "2.0.2"
    credits_text = (DATA / "map" / "CREDITS.md").read_text(encoding="utf-8")
    for package in packages.values():
        assert package["name"] in credits_text
        assert package["sha256_read"] in credits_text


def test_the_mosaic_is_valid() -> None:
    """Each outline is a proper area and no two share more than their border."""
    shapely = pytest.importorskip("shapely", minversion="2.1")
    areas = {code: _area(shapely, path) for code, path in drawn().items()}
    areas["land"] = _area(shapely, document()["land"])
    for code, area in areas.items():
        assert area.is_valid, code
        assert area.area > 0, code
    codes, shapes = list(areas), list(areas.values())
    left, right = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    for one, two in zip(left, right, strict=True):
        if one < two:
            shared = shapes[one].intersection(shapes[two]).area
            assert shared < 1e-6, (codes[one], codes[two], shared)


def test_neighbours_share_their_border() -> None:
    shapely = pytest.importorskip("shapely", minversion="2.1")
    land = _area(shapely, document()["land"])
    area = {code: _area(shapely, path) for code, path in drawn().items()}
    for one, two, least in [
        ("NO-32", "NO-03", 40),
        ("NO-32", "NO-31", 60),
        ("UA-43", "UA-40", 30),
        ("UA-32", "UA-30", 100),
        ("GB-NIR", "IE", 200),
        ("RS", "XK", 150),
        ("RO-TM", "RS", 80),
    ]:
        assert area[one].intersection(area[two]).length > least, (one, two)
    ukraine = shapely.unary_union([a for code, a in area.items() if code.startswith("UA-")])
    assert ukraine.intersection(land).length > 1200  # the border with Russia and Belarus, no slit
    assert math.isclose(ukraine.area, 603_600, rel_tol=0.02)  # km2, Crimea and Sevastopol included


def _area(shapely: Any, path: str) -> Any:
    """The path as an area by the even-odd rule."""
    whole = shapely.Polygon()
    for ring in sorted(rings(path), key=lambda r: -abs(surface(r))):
        whole = whole.symmetric_difference(shapely.Polygon(ring))
    return whole
