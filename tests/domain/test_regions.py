"""Codes of ISO 3166-2 and NUTS lead to their region, and never to another's."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from akint_dash.domain.geometry import corners, extent, inside, project, read_atlas
from akint_dash.domain.regions import find, resolve
from akint_dash.settings import PROJECT

with (PROJECT / "data" / "code" / "region.csv").open(encoding="utf-8") as file:
    REGIONS = {row["code"]: row for row in csv.DictReader(file)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("UA-32", "UA-32"),
        ("ua-32", "UA-32"),
        ("UA32", "UA-23"),  # NUTS: Zaporizhzhia, not Kyiv oblast
        ("UA61", "UA-32"),
        ("NO084", "NO-32"),
        ("NO0841", "NO-32"),
        ("SE23", None),  # coarser than any region
        ("SE232", "SE-O"),
        ("DEF07", "DE-SH"),
        ("IE061", "IE06"),
        ("UA", None),
        ("UA-99", None),
        ("", None),
        ("NO-08", None),
    ],
)
def test_a_code_means_one_region(text: str, code: str | None) -> None:
    assert resolve(REGIONS, text) == code


def test_a_search_finds_by_name_country_and_code() -> None:
    lands = {code: {"UA": "Ukraina", "SE": "Sverige"}.get(row["country"], "") for code, row in REGIONS.items()}
    assert find(REGIONS, "lviv", lands) == ["UA-46"]
    assert find(REGIONS, "Zaporizhzhia", lands) == ["UA-23"]
    assert find(REGIONS, "UA32", lands)[0] == "UA-23"
    assert len(find(REGIONS, "ukraina", lands)) == 27
    assert find(REGIONS, "  ", lands) == []
    assert find(REGIONS, "finnes ikke", lands) == []


def test_every_region_has_a_place_on_the_map() -> None:
    atlas = read_atlas(PROJECT / "data" / "map" / "regions.json")
    for code, row in REGIONS.items():
        assert code in atlas.shapes or (row["lon"] and row["lat"]), code


def test_path_data_is_read_as_a_browser_does() -> None:
    assert list(corners("M10 10l5 0 0 5zm-2 0l1 1 1-1z")) == [(10, 10), (15, 10), (15, 15), (8, 10), (9, 11), (10, 10)]
    assert extent(corners("M10 10l5 0 0-5z")) == (10, 5, 5, 5)


def test_the_projection_is_that_of_the_geometry() -> None:
    atlas = read_atlas(Path(PROJECT / "data" / "map" / "regions.json"))
    assert project(10, 52) == (0, 0)
    x, y = project(11.05, 59.96)  # Lillestrøm
    assert atlas.shapes["NO-32"].box.holds((x, y))


def test_the_middle_of_every_outline_lies_in_it() -> None:
    for code, shape in read_atlas(PROJECT / "data" / "map" / "regions.json").shapes.items():
        if shape.path:
            box = extent(corners(shape.path))
            assert inside((box.x + box.w / 2, box.y + box.h / 2), shape.path), code
            assert inside(shape.point, shape.path), code
