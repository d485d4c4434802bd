"""Each figure follows just those filters that ``text/bases.py`` says, on every page of the demonstration."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
from dash.development.base_component import Component

from akint_dash.components.page import Page, Site
from akint_dash.components.view import View
from akint_dash.domain.table import Table
from akint_dash.pages import PAGES
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.snapshots import Snapshots
from akint_dash.text.bases import FILTERS, HEADLINE, IDLE, PARTLY

FILTERED: Final = [page for page in PAGES if page.filters]
VALUES: Final = {
    "omrade": ("TAN", "SAM"),
    "virkemiddel": ("PRO", "POL", "KOM", "BIL"),
    "program": ("AGRIP",),
    "tema": ("ingen", "kultur"),
    "status": ("withdrawn", "granted"),
    "ring": ("andre", "norden"),
    "periode": ("1999", "2025"),
    "sok": ("umulig-umulig",),
}
"""Values that leave little or nothing: what a filter touches, one of them changes."""


@pytest.fixture(scope="module")
def site(demo_file: Path) -> Site:
    settings = Settings(database_url=f"sqlite:///{demo_file}", today="2026-11-25")
    return Site(settings, Snapshots(open_engine(settings.database_url), 2), PAGES)


def seen(site: Site, page: Page, query: dict[str, str]) -> tuple[dict[str, Table], str]:
    """The tables of a page's figures, and its headline."""
    opened = site.open(page.path.replace("<kode>", "sam"), query)
    assert opened is not None
    view: View = opened[0]
    body = opened[1].body(view)
    return dict(view.tables), headline(body)


def headline(node: Any) -> str:
    if isinstance(node, Component):
        children = getattr(node, "children", None)
        return str(children) if type(node).__name__ == "H1" else headline(children)
    return "".join(map(headline, node)) if isinstance(node, list | tuple) else ""


@pytest.mark.parametrize("page", FILTERED, ids=lambda page: page.path)
def test_a_figure_follows_the_filters_it_is_said_to_follow(site: Site, page: Page) -> None:
    whole, title = seen(site, page, {})
    # of what is narrowed in part the demonstration may have none within the days shown
    moved: dict[str, set[str]] = {key: set(PARTLY.get(page.path, {}).get(key, ())) for key in whole}
    for name, values in VALUES.items():
        for value in values:
            tables, said = seen(site, page, {name: value})
            for key in whole:
                if tables.get(key) != whole[key]:
                    moved[key].add(name)
            if name in IDLE.get(page.path, {}).get(HEADLINE, ()):
                assert said == title, (name, value)
    idle = {key: tuple(name for name in FILTERS if name not in names) for key, names in moved.items()}
    said_idle = {key: tuple(IDLE.get(page.path, {}).get(key, ())) for key in whole}
    assert idle == said_idle


def test_the_lists_name_pages_and_filters_that_are_there() -> None:
    paths = {page.path for page in FILTERED}
    for lists in (IDLE, PARTLY):
        assert lists.keys() <= paths
        assert all(set(names) <= set(FILTERS) for figures in lists.values() for names in figures.values())
    for path, figures in PARTLY.items():
        for key, names in figures.items():
            assert not set(names) & set(IDLE.get(path, {}).get(key, ()))
