"""Every page, in both languages, wide and narrow: nothing wrong with it, nothing from outside, no barrier."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from akint_dash.access.styles import LIBRARIES, digest
from tests.browser.conftest import Watched
from tests.browser.proof import FAULTS
from tests.examples import pages

pytestmark = pytest.mark.browser

PATHS = pages()
WIDTHS = (1024, 820, 768, 660, 390, 360)
"""Of tablets and phones."""
ALL_STYLES = "[...document.querySelectorAll('style')].map(e => e.textContent)"


def _check(watched: Watched, path: str) -> None:
    page = watched.open(path)
    page.wait_for_timeout(700)
    assert watched.axe() == []
    sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert sideways <= 0
    assert page.locator("h1").count() == 1
    assert page.locator(".demo").count() == 1
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))
    sheets = {digest(sheet): sheet[:60] for sheet in page.evaluate(ALL_STYLES)}
    assert {name: start for name, start in sheets.items() if name not in LIBRARIES} == {}
    assert page.evaluate(FAULTS) == []
    assert {width: over for width in WIDTHS if (over := _sideways(page, width)) > 0} == {}


def _sideways(page: Page, width: int) -> int:
    """So many pixels the page reaches out of a window of that width."""
    page.set_viewport_size({"width": width, "height": 1000})
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


@pytest.mark.parametrize("path", PATHS)
def test_bokmal_on_a_desk(desk: Watched, path: str) -> None:
    _check(desk, path)


@pytest.mark.sampled(6)
@pytest.mark.parametrize("path", PATHS)
def test_english_on_a_phone(phone: Watched, path: str) -> None:
    _check(phone, "/en" + ("" if path == "/" else path))
