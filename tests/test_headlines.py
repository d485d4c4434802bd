"""A page's headline is its own: no two pages of the demonstration say the same."""

from __future__ import annotations

from pathlib import Path

from akint_dash.components.page import Site
from akint_dash.pages import PAGES
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.snapshots import Snapshots
from tests import told


def test_no_two_pages_share_a_headline(demo_file: Path) -> None:
    settings = Settings(database_url=f"sqlite:///{demo_file}", today="2026-11-25")
    site = Site(settings, Snapshots(open_engine(settings.database_url), 2), PAGES)
    pages: dict[str, str] = {}
    for path in (
        "/",
        "/kart",
        "/omrader",
        "/utlysninger",
        "/finansiering",
        "/maal",
        "/frister",
        "/kvalitet",
        *INSTRUMENTS,
    ):
        found = site.open(path, {})
        assert found is not None
        headline = told.figures(found[1].body(found[0]))[""].text
        assert headline not in pages, (path, pages[headline], headline)
        pages[headline] = path


INSTRUMENTS = tuple(
    f"/virkemidler/{name}" for name in ("prosjektutvikling", "politikkoppfolging", "kompetanseheving", "bilateralt")
)
