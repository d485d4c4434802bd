"""Every page, in both languages, wide and narrow: nothing wrong with it, nothing from outside, no barrier."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from akint_dash.access.styles import LIBRARIES, digest
from tests.browser.conftest import Watched
from tests.browser.proof import FAULTS
from tests.browser.test_contrast import OPEN, weak_marks
from tests.browser.test_jumps import assert_led
from tests.browser.test_marks import EACH
from tests.examples import pages
from tests.figures.test_marks import ANSWERING

pytestmark = pytest.mark.browser

PATHS = pages()
WIDTHS = (1024, 820, 768, 660, 390, 360)
"""Of tablets and phones."""
ALL_STYLES = "[...document.querySelectorAll('style')].map(e => e.textContent)"


def _check(watched: Watched, path: str, *more: Callable[[Page], None]) -> None:
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
    for check in more:
        check(page)
    assert {width: over for width in WIDTHS if (over := _sideways(page, width)) > 0} == {}


def _sideways(page: Page, width: int) -> int:
    """So many pixels the page reaches out of a window of that width."""
    page.set_viewport_size({"width": width, "height": 1000})
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def _marks(page: Page) -> None:
    """Every mark is told beside itself, and something of it stands out from the paper."""
    n, faults = page.evaluate(EACH)
    assert n > 5
    assert faults == []
    shut = page.evaluate_handle("[...document.querySelectorAll('details:not([open])')]")
    page.evaluate(OPEN)
    assert weak_marks(page) == []
    shut.evaluate("all => all.forEach(one => { one.open = false; })")


@pytest.mark.parametrize("path", PATHS)
def test_bokmal_on_a_desk(desk: Watched, path: str) -> None:
    _check(desk, path, assert_led, *([_marks] if path in ANSWERING else []))


def test_every_page_that_answers_is_looked_at() -> None:
    assert set(PATHS) >= ANSWERING


@pytest.mark.sampled(6)
@pytest.mark.parametrize("path", PATHS)
def test_english_on_a_phone(phone: Watched, path: str) -> None:
    _check(phone, "/en" + ("" if path == "/" else path))
