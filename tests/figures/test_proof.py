"""Each picture proves its title: its bars are as long as their values, and the numbers of its title are drawn in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from akint_dash.components.page import Site
from akint_dash.pages import PAGES
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.snapshots import Snapshots
from tests.examples import pages
from tests.figures import proof
from tests.figures.proof import Picture
from tests.reading import Node

SELECTIONS: Final[tuple[Mapping[str, str], ...]] = (
    {},
    {"omrade": "SAM"},
    {"periode": "2025"},
    {"program": "ERASMUS"},
)
DAYS: Final = frozenset({"run", "lane", "timeline"})
"""Bars along an axis of days: as long as the time is."""
SMALLEST: Final = 0.02
"""Rounding of a width of two decimals."""


@pytest.fixture(scope="module")
def site(demo_file: Path) -> Site:
    settings = Settings(database_url=f"sqlite:///{demo_file}", today="2026-11-25")
    return Site(settings, Snapshots(open_engine(settings.database_url), 2), PAGES)


@cache
def _shown(site: Site, address: str, chosen: tuple[tuple[str, str], ...]) -> tuple[Picture, ...]:
    opened = site.open(address, dict(chosen))
    assert opened is not None
    return tuple(proof.pictures(opened[1].body(opened[0])))


def every(site: Site, language: str) -> Iterator[tuple[str, str, Picture]]:
    """Each picture of every page and selection, with its place in words."""
    for page, path in zip(PAGES, pages(), strict=True):
        address = path if language == "nb" else "/en" + path.rstrip("/")
        for chosen in SELECTIONS if page.filters else SELECTIONS[:1]:
            for one in _shown(site, address, tuple(chosen.items())):
                yield page.path, f"{page.path} {one.key} {dict(chosen) or ''}", one


def _width(node: Node) -> float | None:
    style = node.attributes.get("style") or node.attributes.get("data-style") or ""
    found = style.get("width", "") if isinstance(style, dict) else str(style)
    match = re.search(r"(?:width: ?)?([\d.]+)%", found) if "width" in str(style) else None
    return float(match[1]) if match else None


def _lengths(one: Picture) -> dict[str, list[tuple[float, float]]]:
    """(value, width) of each bar, by scale."""
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for node in one.figure.all():
        width = _width(node)
        if "data-value" in node.attributes and width is not None:
            found[str(node.attributes.get("data-of", ""))].append((float(node.attributes["data-value"]), width))
    return found


def _untold(one: Picture) -> set[str]:
    """Marks with a length that do not say of what."""
    return {
        " ".join(proof.kinds(node)) or node.name
        for node in one.figure.all()
        if _width(node) is not None and "data-value" not in node.attributes and not proof.kinds(node) & DAYS
    }


def test_a_bar_is_as_long_as_its_value_on_one_scale_a_card(site: Site) -> None:
    faults = []
    for _, place, one in every(site, "nb"):
        faults += [f"{place}: {mark} says no value" for mark in _untold(one)]
        for scale, bars in _lengths(one).items():
            top, longest = max(bars)
            each = longest / top if top else 0.0
            faults += [
                f"{place} {scale}: {value} is {width} % long, {top} is {longest} %"
                for value, width in bars
                if abs(max(0.0, value) * each - width) > SMALLEST or width > 100.01
            ]
    assert faults == []
