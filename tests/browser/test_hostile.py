"""Hostile text in every column, looked at in a real browser: nothing runs, nothing asks, nothing stands sideways."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Dialog

from tests.browser.conftest import TODAY, Watched, serve
from tests.hostile import hostile

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def hostile_url(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    url = hostile(demo_file, tmp_path_factory.mktemp("hostile") / "akint.db")
    yield from serve(database_url=url, today=TODAY, rate="0", contact="post@akershus.example")


TRIED: Final = {1440: ("/", "/virkemidler/prosjektutvikling"), 390: ("/utlysninger", "/kart")}
"""A sample in a browser; ``tests/test_hostile_texts.py`` reads every page."""


@pytest.mark.parametrize(("width", "language"), [(1440, ""), (390, "/en")])
def test_nothing_runs_on_a_page(chromium: Browser, hostile_url: str, width: int, language: str) -> None:
    watched = Watched(chromium, hostile_url, viewport={"width": width, "height": 844})
    page = watched.page
    page.set_default_timeout(120_000)
    asked: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("popup", lambda popup: asked.append(popup.url))
    sideways = {}
    for path in TRIED[width]:
        watched.open(language + ("" if path == "/" and language else path))
        page.wait_for_timeout(400)
        page.evaluate("[...document.querySelectorAll('details')].slice(0, 20).forEach((e) => { e.open = true; })")
        assert page.evaluate("window.taken") is None, path
        if (over := page.evaluate("document.documentElement.scrollWidth - innerWidth")) > 0:
            sideways[path] = over
        assert watched.violations() == [], path
    assert asked == []
    assert watched.faults == []
    assert sideways == {}
    watched.context.close()


def test_nothing_runs_on_the_wall(chromium: Browser, hostile_url: str) -> None:
    watched = Watched(chromium, hostile_url, viewport={"width": 1920, "height": 1080})
    watched.page.goto(f"{hostile_url}/skjerm?sekunder=5")
    watched.page.wait_for_timeout(4000)
    assert watched.page.evaluate("window.taken") is None
    assert watched.page.locator(".layer.on").count() == 1
    assert (watched.faults, watched.violations()) == ([], [])
    watched.context.close()


@pytest.mark.parametrize("hash", ["#%E0%A4%A", "#%", "#<img src=x onerror=window.taken=1>", "#" + "x" * 5000, "#%00"])
def test_half_a_character_in_the_address_is_no_fault(chromium: Browser, hostile_url: str, hash: str) -> None:
    watched = Watched(chromium, hostile_url)
    watched.open("/om" + hash)
    watched.page.wait_for_timeout(300)
    watched.page.evaluate("hash => { location.hash = hash; }", hash)
    watched.page.wait_for_timeout(200)
    assert watched.page.evaluate("window.taken") is None
    assert watched.faults == []
    watched.context.close()
