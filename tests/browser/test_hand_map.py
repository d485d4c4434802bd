"""A hand on the map: drag, wheel with Ctrl, pinch, buttons and focus; names and lines keep their size."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched
from tests.browser.test_hand import Fingers, until
from tests.browser.test_map import APART

pytestmark = pytest.mark.browser

BOX = "document.querySelector('svg.map').getAttribute('viewBox').split(' ').map(Number)"
STILL = "() => !document.querySelector('svg.map').style.transform && !document.querySelector('svg.map').style.position"
SIZES = """() => { const round = (value) => Math.round(value * 2) / 2;
  const name = document.querySelector('svg.map .names.wide text').getBoundingClientRect();
  const dot = document.querySelector('svg.map .rest circle').getBoundingClientRect();
  return [round(name.height), round(name.width), round(dot.width)] }"""


def _opened(watched: Watched, path: str = "/kart") -> Page:
    page = watched.open(path)
    until(page, "() => document.documentElement.classList.contains('can-zoom')")
    page.evaluate("document.querySelector('.map-ways').scrollIntoView({ block: 'start' })")
    return page


def _box(page: Page) -> list[float]:
    until(page, STILL)
    found: list[float] = page.evaluate(BOX)
    return found


def _middle(page: Page) -> tuple[float, float]:
    frame = page.locator(".atlas-drawing").bounding_box()
    assert frame is not None
    return frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2


def _zoom(page: Page, name: str) -> list[float]:
    page.locator(f"[data-zoom={name}]").click()
    page.wait_for_timeout(350)
    return _box(page)


def test_a_drag_moves_the_map_and_opens_nothing(desk: Watched) -> None:
    page = _opened(desk)
    x, y = _middle(page)
    before, address = _box(page), page.url
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 11):
        page.mouse.move(x - 10 * step, y - 5 * step)
    page.wait_for_timeout(60)
    assert page.evaluate("document.querySelector('svg.map').style.transform").startswith("translate")
    page.mouse.up()
    after = _box(page)
    one = before[2] / page.locator(".atlas-drawing").evaluate("frame => frame.clientWidth")
    assert after[0] - before[0] == pytest.approx(100 * one, abs=2 * one)
    assert after[1] - before[1] == pytest.approx(50 * one, abs=2 * one)
    assert (after[2], page.url) == (before[2], address)
    assert _zoom(page, "home") == before
    expect(page.locator("[data-zoom=home]")).to_have_attribute("aria-disabled", "true")


def test_ctrl_and_the_wheel_zoom_about_the_pointer_and_the_wheel_alone_scrolls(desk: Watched) -> None:
    page = _opened(desk)
    x, y = _middle(page)
    before, sizes = _box(page), page.evaluate(SIZES)
    page.mouse.move(x, y)
    top = page.evaluate("scrollY")
    page.mouse.wheel(0, 50)
    until(page, f"() => scrollY > {top}")
    assert _box(page) == before
    page.evaluate(f"scrollTo(0, {top})")
    page.keyboard.down("Control")
    for _ in range(4):
        page.mouse.wheel(0, -50)
    page.keyboard.up("Control")
    page.wait_for_timeout(300)
    after = _box(page)
    assert after[2] == pytest.approx(before[2] / 2.718, rel=0.02)
    assert after[0] + after[2] / 2 == pytest.approx(before[0] + before[2] / 2, abs=before[2] / 100)
    assert page.evaluate(SIZES) == sizes, "names and dots are as large as before"
    assert page.evaluate(APART)[1] == []
    assert desk.axe() == []


def test_where_one_has_gone_stays_when_a_region_is_opened_and_goes_with_another_window(desk: Watched) -> None:
    page = _opened(desk)
    home = _box(page)
    _zoom(page, "in")
    near = _zoom(page, "in")
    page.mouse.click(*_middle(page))
    page.wait_for_url("**region=*")
    expect(page.locator(".map-sheet .close")).to_be_visible()
    assert _box(page) == near
    page.locator("#utsnitt-norden").click()
    page.wait_for_url("**utsnitt=norden*")
    until(page, f"() => {BOX}[2] === 1900")
    page.locator("#utsnitt-europa").click()
    page.wait_for_url("**utsnitt=europa*")
    until(page, f"() => {BOX}[2] !== 1900")
    assert _box(page)[2] >= home[2]


def test_out_is_as_far_as_the_map_goes_and_names_keep_apart(desk: Watched) -> None:
    page = _opened(desk)
    for _ in range(2):
        wide = _zoom(page, "out")
    reach = [float(part) for part in str(page.locator("svg.map").get_attribute("data-reach")).split()]
    assert wide == pytest.approx(reach, abs=1)
    expect(page.locator("[data-zoom=out]")).to_have_attribute("aria-disabled", "true")
    names, overlapping = page.evaluate(APART)
    assert names
    assert overlapping == []


def test_a_focused_region_comes_into_view(desk: Watched) -> None:
    page = _opened(desk)
    for _ in range(3):
        _zoom(page, "in")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    seen = set()
    for key in ("ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"):
        page.keyboard.press(key)
        page.wait_for_timeout(350)
        x, y, w, h = _box(page)
        mark = page.evaluate("({ ...document.activeElement.dataset, id: document.activeElement.id })")
        assert x < float(mark["x"]) < x + w
        assert y < float(mark["y"]) < y + h
        seen.add(mark["id"])
    assert len(seen) > 1
    told = page.locator(".tip").bounding_box()
    assert told is not None
    assert told["y"] >= 0


def test_a_plain_region_tells_as_a_mark_does(desk: Watched) -> None:
    page = _opened(desk)
    page.locator('svg.map [data-region="PL-14"]').hover()
    expect(page.locator(".tip")).to_be_visible()
    assert page.locator(".tip").inner_text().split("\n")[1] == "Vis regionen"
    page.keyboard.press("Escape")
    expect(page.locator(".tip")).to_be_hidden()


def test_one_finger_scrolls_two_zoom_and_a_first_tap_tells(phone: Watched) -> None:
    page = _opened(phone)
    fingers, (x, y), home, top = Fingers(page), _middle(page), _box(page), page.evaluate("scrollY")
    fingers.drag(x, y, 0, -80)
    page.wait_for_timeout(400)
    assert page.evaluate("scrollY") > top
    assert _box(page) == home
    x, y = _middle(page)
    fingers.spread(x, y, 30, 90)
    page.wait_for_timeout(400)
    near = _box(page)
    assert near[2] == pytest.approx(home[2] / 3, rel=0.1)
    address = page.url
    fingers.drag(x, y, 60, 0)
    page.wait_for_timeout(400)
    assert _box(page)[0] < near[0], "nearer, one finger moves the map"
    assert page.url == address
    _zoom(page, "home")
    page.locator('svg.map [data-region="PL-14"]').tap()
    expect(page.locator(".tip")).to_be_visible()
    assert page.url == address
    page.locator('svg.map [data-region="PL-14"]').tap()
    page.wait_for_url("**region=PL-14*")
