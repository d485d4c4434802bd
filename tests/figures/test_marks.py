"""Every mark answers: its name says what it is worth, and the way on that it offers is true."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

import pytest

from akint_dash.components.page import Site
from akint_dash.components.view import View
from tests.examples import pages
from tests.figures import proof
from tests.figures.following import number_at, opened
from tests.reading import Node

ANSWERING: Final = frozenset(
    {
        "/",
        "/kart",
        "/maal",
        "/omrader",
        "/omrader/sam",
        "/finansiering",
        "/frister",
        "/kvalitet",
        "/strategien",
        "/utforsk",
        "/utlysninger",
        "/virkemidler/bilateralt",
        "/virkemidler/kompetanseheving",
        "/virkemidler/politikkoppfolging",
        "/virkemidler/prosjektutvikling",
    }
)
"""The pages whose every mark answers."""
SELECTIONS: Final[tuple[Mapping[str, str], ...]] = (
    {},
    {"omrade": "SAM"},
    {"periode": "2025"},
    {"program": "ERASMUS"},
    {"vekt": "timer"},
    {"vekt": "kroner"},
    {"kommune": "3205"},
    {"maned": "2026-03"},
)
DRAWN: Final = frozenset({"rect", "circle", "path", "polygon", "polyline"})
GROUND: Final = frozenset(
    {"own", "county", "other", "ctx", "won", "wash", "part", "end", "axis", "next", "unread", "break", "run"}
) | {"brush", "land", "home", "home-ring", "home-dot", "hatch", "hatch-grey"}
"""Lines between marks, what lies under them, and what has no number yet: no marks of their own."""
EXPLAINS: Final = frozenset({"key", "tl-key", "map-scale", "sign", "sign-box", "rest", "ties", "names"})
"""What the marks mean, and what lies under and between the regions of the map: its ties are told by their regions."""
PARTS: Final = frozenset({"period", "over-strip"})
"""Figures that stand outside a card."""
DOTS: Final = frozenset({"circle"})
NUMBER: Final = re.compile(r"\d|\bén av |\bone of |mangler|ukjent|ingen|i dag|missing|unknown|none|no |today")


def _shown(site: Site, language: str) -> Iterator[tuple[str, View, Node]]:
    for path in pages():
        if path not in ANSWERING:
            continue
        address = path if language == "nb" else "/en" + path.rstrip("/")
        for chosen in SELECTIONS if language == "nb" else SELECTIONS[:1]:
            yield f"{address} {dict(chosen) or ''}", *opened(site, address, tuple(chosen.items()))


def _figures(page: Node) -> Iterator[Node]:
    yield from (node for node in page.all() if node.name == "figure" or proof.kinds(node) & PARTS)


def _marks(page: Node) -> Iterator[Node]:
    """The marks of the figures; the numbers of the sentences have laws of their own (``test_numbers.py``)."""
    yield from (
        node for node in page.all() if node.name == "a" and proof.kinds(node) & {"tells", "number"} == {"tells"}
    )


def _undrawn(figure: Node) -> Iterator[str]:
    """The points of a graph of Plotly that no mark lies on, and marks on none."""
    for graph in figure.all():
        if graph.name != "graph":
            continue
        drawn = {
            f"{at},{place}"
            for at, trace in enumerate(graph.attributes["figure"]["data"])
            for place, value in enumerate(_lengths(trace))
            if value is not None and (value or trace["type"] != "bar")
        }
        marks = {str(mark.attributes["data-at"]) for mark in _marks(figure) if "data-at" in mark.attributes}
        yield from (f"{graph.attributes['id']} {one}" for one in drawn ^ marks)


def _lengths(trace: dict[str, Any]) -> list[float | None]:
    lengths: list[float | None] = trace["x" if trace.get("orientation") == "h" else "y"]
    return lengths


def _unanswered(node: Node) -> Iterator[str]:
    """What is drawn as long or as high as a number, outside a link and outside what only explains."""
    kinds = proof.kinds(node)
    if (node.name == "a" and node.attributes.get("href")) or kinds & EXPLAINS:
        return
    shape = node.name in DRAWN and (not kinds & GROUND or (node.name in DOTS and kinds != {"end"}))
    if shape or "data-value" in node.attributes or kinds & {"square", "due-mark"}:
        yield f"{node.name} {' '.join(sorted(kinds))}"
    for child in node.children:
        if isinstance(child, Node):
            yield from _unanswered(child)


def test_no_mark_is_dead(site: Site) -> None:
    faults, n = [], 0
    for place, _, page in _shown(site, "nb"):
        for figure in _figures(page):
            faults += [f"{place}: {one}" for one in (*_unanswered(figure), *_undrawn(figure))]
            n += sum(1 for _ in _marks(figure))
    assert sorted(set(faults)) == []
    assert n > 2000


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_mark_says_its_name_its_value_and_what_a_press_does(site: Site, language: str) -> None:
    faults = []
    for place, _, page in _shown(site, language):
        for mark in _marks(page):
            name = str(mark.attributes["aria-label"])
            said, _, does = name.partition(".\n")
            whose, _, value = said.partition(": ")
            if not (whose and does and NUMBER.search(value)):
                faults.append(f"{place}: {name!r}")
            if mark.attributes.get("title") or not str(mark.attributes.get("href", "")).startswith(("/", "#")):
                faults.append(f"{place}: {mark.attributes}")
    assert faults == []


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_mark_leads_to_what_is_there(site: Site, language: str) -> None:
    faults, seen = [], set()
    for place, _, page in _shown(site, language):
        ids = {node.attributes.get("id") for node in page.all()}
        for mark in _marks(page):
            href = urlsplit(str(mark.attributes["href"]))
            if not href.path:
                faults += [] if href.fragment in ids else [f"{place}: {href.geturl()}"]
            elif (href.path, href.query) not in seen:
                seen.add((href.path, href.query))
                there = site.open(href.path, dict(parse_qsl(href.query)))
                faults += [] if there and not there[0].notices else [f"{place}: {href.geturl()}"]
    assert faults == []
    assert len(seen) > 100


# -- what a mark leads to is its number


def test_the_records_behind_a_mark_are_its_number(site: Site) -> None:
    faults, checked = [], set[tuple[str, str]]()
    for place, _, page in _shown(site, "nb"):
        for mark in _marks(page):
            href, name = str(mark.attributes["href"]), str(mark.attributes["aria-label"])
            path = urlsplit(href).path
            if not path.startswith(("/utforsk", "/data/")) or (href, name) in checked or "mangler" in name:
                continue
            checked.add((href, name))
            said = name.partition(".\n")[0].partition(": ")[2]
            if not any(re.search(rf"(?<![\d,]){re.escape(one)}(?!\d|,\d)", said) for one in number_at(site, href)):
                faults.append(f"{place}: {name!r} leads to {number_at(site, href)} at {href}")
    assert faults == []
    assert len(checked) > 500


def test_what_a_mark_narrows_to_has_the_same_number(site: Site) -> None:
    """The cell of an area and an instrument is the same when only they are chosen, and so is an area's money."""
    faults, n = [], 0
    for place, view, page in _shown(site, "nb"):
        if view.selection.vekt == "timer" or view.selection.program:
            continue
        for mark in _marks(page):
            href, name = urlsplit(str(mark.attributes["href"])), str(mark.attributes["aria-label"])
            if href.path != view.path or not href.query:
                continue
            there = opened(site, href.path, tuple(parse_qsl(href.query)))[1]
            said = name.partition(".\n")[0]
            n += 1
            if said not in {str(one.attributes["aria-label"]).partition(".\n")[0] for one in _marks(there)}:
                faults.append(f"{place}: {said!r} is not told at {href.geturl()}")
    assert faults == []
    assert n > 50


def test_a_drawing_with_marks_is_no_picture(site: Site) -> None:
    """What lies inside a picture (role img) is not heard and cannot be reached."""
    faults: list[Any] = []
    for place, _, page in _shown(site, "nb"):
        for node in page.all():
            if node.attributes.get("role") == "img" or node.attributes.get("aria-hidden") == "true":
                faults += [f"{place}: {mark.attributes['aria-label']}" for mark in _marks(node)]
    assert faults == []
