"""Each picture proves its title: its bars are as long as their values, and the numbers of its title are drawn in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

import pytest

from akint_dash.components.page import Site
from akint_dash.pages import PAGES
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


def test_what_is_left_over_is_never_the_longest_bar(site: Site) -> None:
    """ "11 andre kommuner 117,8 mill." was a bar of twice the largest municipality's."""
    faults = []
    for _, place, one in every(site, "nb"):
        for rows in (node for node in one.figure.all() if "bars" in proof.kinds(node)):
            bars = [(_value(row), "rest" in proof.kinds(row)) for row in rows.all() if row.name == "li"]
            named = max((value for value, rest in bars if not rest), default=0.0)
            faults += [f"{place}: {value} is left of {named}" for value, rest in bars if rest and value > named > 0]
    assert faults == []


def _value(row: Node) -> float:
    return max(
        (float(node.attributes["data-value"]) for node in row.all() if "data-value" in node.attributes), default=0
    )


def test_a_bar_says_in_words_what_it_is_drawn_as(site: Site) -> None:
    faults = []
    for _, place, picture in every(site, "nb"):
        for row in (node for node in picture.figure.all() if node.name == "li"):
            bars = [float(node.attributes["data-value"]) for node in row.all() if "bar-fill" in proof.kinds(node)]
            words = " | ".join(node.text for node in row.all() if proof.kinds(node) & {"bar-value", "num"})
            said = {float(number.digits) for number in proof.numbers(words, "nb")}
            parts = {round(part / of, 2) for part in said for of in said if of}  # of a target: 7 av 9
            if len(bars) == 1 and said and not _as_said(bars[0]) & (said | parts):
                faults.append(f"{place}: {bars[0]} is called {words}")
    assert faults == []


def _as_said(value: float) -> set[float]:
    """As words may write a value: a count, one decimal, percent, kroner or millions of øre."""
    return {round(value, n) for n in range(3)} | {round(value * 100), round(value / 100), round(value / 1e8, 1)}


def test_columns_rise_from_zero_and_say_how_high_they_are(site: Site) -> None:
    faults = []
    for _, place, one in every(site, "nb"):
        for figure in (node.attributes["figure"] for node in one.figure.all() if node.name == "graph"):
            upright = [trace for trace in figure["data"] if trace["type"] == "bar" and trace.get("orientation") != "h"]
            if not upright:
                continue
            if figure["layout"]["yaxis"].get("range", [0])[0] != 0:
                faults.append(f"{place}: the axis does not begin at 0")
            for note in figure["layout"].get("annotations", ()):
                high = sum(trace["y"][int(note["x"])] for trace in upright if note["x"] == int(note["x"]))
                said = {float(number.digits) for number in proof.numbers(note["text"], "nb")}
                if said and high and not _as_said(high) & said:
                    faults.append(f"{place}: {high} is called {note['text']}")
    assert faults == []


COUNTED: Final = {
    "/ hull": "a list of holes, one a row",
    "/virkemidler/prosjektutvikling ubrukte": "a list of programmes, one a row",
    "/virkemidler/bilateralt baand": "a list of regions, one a row",
    "/omrader/<kode> partnere": "a list of regions, one a row",
    "/omrader/<kode> hull": "a list of holes, one a row",
    "/finansiering kurser": "a list of rates, one a row",
    "/om kilder": "a list of sources, one a row",
}
"""Lists whose rows are what the title counts: so many rows there are."""


@pytest.mark.parametrize("language", ["nb", "en"])
def test_each_number_of_a_title_is_drawn_in_its_picture(site: Site, language: str) -> None:
    """ "76 % av avsatte midler er brukt" stood over bars of numbers of initiatives."""
    faults, counted, cards = [], set(), 0
    for path, place, one in every(site, language):
        cards += 1
        lacking = proof.numbers(one.title, language) - proof.drawn(one, language)
        if lacking and (name := f"{path} {one.key}") in COUNTED:
            counted.add(name)
            lacking -= {number for number in lacking if not number.unit and int(number.digits) in proof.rows(one)}
        faults += [f"{place}: {one.title}: {' '.join(number)}" for number in sorted(lacking)]
    assert faults == []
    assert counted == COUNTED.keys()
    assert cards > 250
