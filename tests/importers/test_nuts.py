"""A county's own NUTS file becomes the map, on a tiny made one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from akint_dash.domain.geometry import corners, extent, project, read_atlas
from akint_dash.errors import UnreadableFile
from akint_dash.importers import limited
from akint_dash.importers.nuts import convert

REGIONS = """code,name_nb,ring,nuts,lon,lat
NO-32,Akershus,norden,NO084,11.0,60.0
SE-O,Vest,norden,SE23,,
DE-SH,Nord,europe,DEF,9.5,54.3
UA-32,Kyiv oblast,ukraine,UA61,30.2,49.7
UA-23,Zaporizjzja,ukraine,UA32,35.7,47.2
"""
BASE = {
    "viewBox": [0, 0, 1, 1],
    "views": {"europa": [0, 0, 1, 1]},
    "land": "M0 0z",
    "provenance": {},
    "regions": {
        "NO-32": {"path": "M0 0l5 0 0 5z", "point": [1, 1]},
        "UA-32": {"path": "M9 9l5 0 0 5z", "point": [10, 10]},
    },
}


def square(west: float, south: float, size: float) -> list[list[float]]:
    return [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]


def nuts(code: str, *polygons: list[Any], kind: str = "MultiPolygon") -> dict[str, Any]:
    coordinates: Any = list(polygons) if kind == "MultiPolygon" else polygons[0]
    return {
        "type": "Feature",
        "properties": {"NUTS_ID": code, "LEVL_CODE": len(code) - 2},
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def made(tmp_path: Path, *features: dict[str, Any]) -> Path:
    (tmp_path / "region.csv").write_text(REGIONS, encoding="utf-8")
    (tmp_path / "base.json").write_text(json.dumps(BASE), encoding="utf-8")
    source = tmp_path / "nuts.geojson"
    source.write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}), encoding="utf-8")
    return source


def run(tmp_path: Path, *features: dict[str, Any]) -> tuple[Any, Any]:
    source, out = made(tmp_path, *features), tmp_path / "out.json"
    done = convert(source, out, regions=tmp_path / "region.csv", base=tmp_path / "base.json")
    return done, read_atlas(out)


def test_outlines_come_from_the_file_and_the_others_stay(tmp_path: Path) -> None:
    done, atlas = run(
        tmp_path,
        nuts("NO084", [square(10.5, 59.5, 1.0)], kind="Polygon"),
        nuts("SE23", [square(12, 57, 2)], [square(11.0, 57.0, 0.001)]),
        nuts("XX99", [square(0, 40, 1)]),
    )
    assert done.taken == ("NO-32", "SE-O")
    assert done.kept == ("UA-32",)
    box, (x, y) = atlas.shapes["NO-32"].box, project(10.5, 59.5)
    assert abs(box.x - x) < 5
    assert abs(box.bottom - y) < 5
    assert 105 < box.h < 117  # a degree of latitude
    assert atlas.shapes["NO-32"].point == pytest.approx(project(11.0, 60.0), abs=0.1)  # the code list's own point
    assert atlas.shapes["SE-O"].box.holds(atlas.shapes["SE-O"].point)  # no point there: one inside is found
    assert str(atlas.shapes["SE-O"].path).count("z") == 1  # the speck is gone
    assert atlas.shapes["UA-32"].path == "M9 9l5 0 0 5z"
    assert not (tmp_path / ".out.json.new").exists()


def test_a_hole_runs_the_other_way(tmp_path: Path) -> None:
    _, atlas = run(tmp_path, nuts("NO084", [square(10.5, 59.5, 1.0), square(10.8, 59.8, 0.3)], kind="Polygon"))
    points = list(corners(str(atlas.shapes["NO-32"].path)))
    assert len(points) >= 8

    def turn(some: list[tuple[float, float]]) -> float:
        return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(some, [*some[1:], some[0]], strict=True))

    assert turn(points[:4]) > 0 > turn(points[4:8])


def test_a_finer_file_is_put_together(tmp_path: Path) -> None:
    pytest.importorskip("shapely")
    _, atlas = run(tmp_path, nuts("DEF01", [square(9, 54, 1)]), nuts("DEF02", [square(10, 54, 1)]))
    whole = extent(iter([project(lon, lat) for lon, lat in ((9, 54), (11, 54), (9, 55), (11, 55))]))
    assert atlas.shapes["DE-SH"].box.w == pytest.approx(whole.w, abs=3)
    assert str(atlas.shapes["DE-SH"].path).count("z") == 1  # the border between them is gone


def test_a_nuts_code_is_never_taken_for_an_iso_code(tmp_path: Path) -> None:
    done, _ = run(tmp_path, nuts("UA32", [square(35, 47, 1)]))
    assert done.taken == ("UA-23",)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("no json", "nuts_unreadable"),
        ('{"type": "FeatureCollection"}', "nuts_unreadable"),
        (json.dumps({"features": [nuts("XX1", [square(1, 1, 1)])]}), "nuts_no_regions"),
        (json.dumps({"features": [nuts("NO084", [square(4321000, 3210000, 1000)])]}), "nuts_not_degrees"),
    ],
)
def test_what_is_no_nuts_file_is_refused(tmp_path: Path, text: str, key: str) -> None:
    source = made(tmp_path)
    source.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableFile) as refused:
        convert(source, tmp_path / "out.json", regions=tmp_path / "region.csv", base=tmp_path / "base.json")
    assert refused.value.key == key
    assert not (tmp_path / "out.json").exists()


def test_the_file_is_read_in_the_limited_process_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = made(tmp_path)
    source.write_text("[" * 200_000, encoding="utf-8")
    where: dict[str, Any] = {"regions": tmp_path / "region.csv", "base": tmp_path / "base.json"}
    with pytest.raises(UnreadableFile, match="nuts_unreadable"):
        convert(source, tmp_path / "out.json", **where)
    monkeypatch.setattr(limited, "PROGRAM", ("-c", "raise SystemExit(3)"))
    with pytest.raises(UnreadableFile, match="reader_crashed"):
        convert(source, tmp_path / "out.json", **where)
    assert not (tmp_path / "out.json").exists()
