"""At 320 px (400 % zoom), with widened text and in forced colours nothing is lost, on every page."""

from __future__ import annotations

from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Watched
from tests.examples import pages

pytestmark = pytest.mark.browser

SPACED: Final = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""WCAG 1.4.12."""
SIDEWAYS: Final = "document.documentElement.scrollWidth - innerWidth"
OPEN: Final = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
FAULTS: Final = """
() => {
  const faults = new Set();
  for (const one of document.querySelectorAll("body *")) {
    if (![...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    const box = one.getBoundingClientRect(), style = getComputedStyle(one), words = one.textContent.trim().slice(0, 40);
    if (box.width <= 1 || box.height <= 1 || !one.checkVisibility({ visibilityProperty: true })) continue;
    const drawn = one instanceof SVGGraphicsElement && one.getScreenCTM();
    const size = parseFloat(style.fontSize) * (drawn ? Math.hypot(drawn.a, drawn.b) : 1);
    if (size < 11.95) faults.add(`${size.toFixed(1)} px: ${words}`);
    if (!one.closest("svg") && ["hidden", "clip"].includes(style.overflowX) && one.clientWidth
        && one.scrollWidth > one.clientWidth + 1) faults.add(`cut: ${words}`);
  }
  return [...faults];
}
"""
COLOURLESS: Final = """
() => [...document.querySelectorAll("main svg a.tells :is(rect, path, circle):not(.hit)")].filter((shape) => {
  const style = getComputedStyle(shape), box = shape.getBoundingClientRect();
  const none = (ink) => ink === "none" || /, 0\\)$/.test(ink);
  return box.width && none(style.fill) && none(style.stroke);
}).length
"""
PATHS: Final = [*pages(), "/en"]


def opened(browser: Browser, home: str, path: str, **context: Any) -> tuple[Watched, Page]:
    watched = Watched(browser, home, **context)
    page = watched.open(path)
    page.wait_for_timeout(700)
    return watched, page


@pytest.mark.sampled(3)
@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_sideways_small_or_cut_at_320(chromium: Browser, demo_url: str, path: str) -> None:
    watched, page = opened(chromium, demo_url, path, viewport={"width": 320, "height": 640})
    assert page.evaluate(SIDEWAYS) <= 0
    assert page.evaluate(FAULTS) == []
    page.evaluate(OPEN)
    page.wait_for_timeout(400)
    assert page.evaluate(SIDEWAYS) <= 0
    watched.context.close()


@pytest.mark.sampled(4)
@pytest.mark.parametrize("path", PATHS)
def test_widened_text_finds_room(chromium: Browser, demo_url: str, path: str) -> None:
    watched, page = opened(chromium, demo_url, path, viewport={"width": 390, "height": 844}, bypass_csp=True)
    page.add_style_tag(content=SPACED)
    page.wait_for_function(f"{SIDEWAYS} <= 0", timeout=3000)
    assert [fault for fault in page.evaluate(FAULTS) if fault.startswith("cut")] == []
    watched.context.close()


@pytest.mark.sampled(7)
@pytest.mark.parametrize("path", pages())
def test_marks_are_seen_in_forced_colours(chromium: Browser, demo_url: str, path: str) -> None:
    watched, page = opened(chromium, demo_url, path, viewport={"width": 1440, "height": 900}, forced_colors="active")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert page.evaluate(COLOURLESS) == 0
    assert page.evaluate(FAULTS) == []
    watched.context.close()
