"""An area's page counts the area's own, and the menu takes the area along."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlparse

import pytest

from akint_dash.components.page import Site
from akint_dash.components.shell import MENU
from akint_dash.measures.weight import registered
from tests.reading import Node, page_made


def page(site: Site, address: str, query: str = "") -> list[Node]:
    return list(page_made([site.render(address, query)]).all())


def left(nodes: list[Node]) -> Node:
    return next(n for n in nodes if n.attributes.get("class") == "left")


def menu(nodes: list[Node]) -> dict[str, str]:
    bar = next(n for n in nodes if n.attributes.get("class") == "menu")
    return {n.text: n.attributes["href"] for n in bar.all() if n.name == "a"}


@pytest.mark.parametrize("query", ["", "?periode=2025", "?virkemiddel=KOM", "?omrade=KLI&periode=2025"])
@pytest.mark.parametrize(("root", "words"), [("", "tiltak i rådsområdet"), ("/en", "of the department")])
def test_the_count_of_an_areas_page_is_the_areas_own(site: Site, root: str, words: str, query: str) -> None:
    said = left(page(site, f"{root}/omrader/sam", query))
    opened = site.open("/omrader/sam", {k: v[0] for k, v in parse_qs(query[1:]).items()})
    assert opened is not None
    own = registered(opened[0].scope.narrowed(omrade=("SAM",)))
    assert int(re.sub(r"\D", "", said.text.split(" ")[0])) == own < registered(opened[0].scope.narrowed(omrade=()))
    assert words in said.text
    (way,) = [n.attributes["href"] for n in said.all() if n.name == "a"]
    assert parse_qs(urlparse(way).query)["omrade"] == ["SAM"]
    same = left(page(site, f"{root}/omrader", f"{query.replace('omrade=KLI&', '') or '?'}&omrade=SAM"))
    assert same.text.split(" ")[0] == said.text.split(" ")[0]


@pytest.mark.parametrize(
    ("query", "areas"), [("?periode=2025", ["SAM"]), ("?omrade=SAM", ["SAM"]), ("?omrade=KLI", ["KLI,SAM"])]
)
def test_the_menu_of_an_areas_page_takes_the_area_along(site: Site, query: str, areas: list[str]) -> None:
    ways = menu(page(site, "/omrader/sam", query))
    assert len(ways) == len(MENU)
    assert all(parse_qs(urlparse(href).query)["omrade"] == areas for href in ways.values())
    assert all(("periode=2025" in href) == ("periode" in query) for href in ways.values())


def test_no_other_page_takes_an_area_along_that_was_not_chosen(site: Site) -> None:
    assert not any("omrade=" in href for href in menu(page(site, "/omrader", "?periode=2025")).values())
    assert not any("omrade=" in href for href in menu(page(site, "/virkemidler/kompetanseheving")).values())
