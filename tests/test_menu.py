"""The way to every page: a link or form of the front page leads to it, or one of a page in the menu."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

import pytest

from akint_dash.components.page import Site
from akint_dash.components.shell import MENU
from akint_dash.pages import PAGES
from tests.reading import page_made

BY_HAND: Final = {"/skjerm/oppsett": "who sets up a screen has the address from README"}
"""Pages that no link leads to, each with the reason."""


def links(site: Site, path: str) -> set[str]:
    body = page_made([site.render(path, "")])
    ways = [node.attributes.get({"a": "href", "form": "action"}.get(node.name, "")) for node in body.all()]
    return {urlsplit(str(way)).path for way in ways if way}


@pytest.fixture(scope="module")
def reached(site: Site) -> set[str]:
    """The patterns of the pages that two steps from the front page lead to."""
    front = links(site, "/")
    every = front.union(*(links(site, path) for path, _ in MENU))
    return {found[0].path for path in every if path.startswith("/") and (found := site.find(path))}


@pytest.mark.parametrize("path", [page.path for page in PAGES])
def test_a_page_is_found_from_the_front_page(reached: set[str], path: str) -> None:
    assert (path in reached) != (path in BY_HAND)


def test_the_menu_leads_to_pages_only(site: Site) -> None:
    known = {page.path for page in PAGES}
    assert [path for path, _ in MENU if path not in known] == []
