"""The map in a real browser: links, one stop with arrows, every Ukrainian region, names that keep apart."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser

APART = """() => {
  const seen = [...document.querySelectorAll('svg.map text')].map(e => [e.textContent, e.getBoundingClientRect()])
    .filter(([, r]) => r.width > 1);
  const bad = [];
  seen.forEach(([a, r], i) => seen.slice(i + 1).forEach(([b, q]) => {
    if (Math.min(r.right, q.right) - Math.max(r.left, q.left) > 2 &&
        Math.min(r.bottom, q.bottom) - Math.max(r.top, q.top) > 2) bad.push(a + ' / ' + b);
  }));
  return [seen.length, bad];
}"""


def test_every_ukrainian_region_is_a_link_in_the_list_and_drawn(desk: Watched) -> None:
    page = desk.open("/kart")
    listed = page.locator('a[data-region^="UA-"]')
    drawn = page.locator('svg.map [data-region^="UA-"]')
    assert listed.count() == drawn.count() == 27
    codes = page.evaluate("[...document.querySelectorAll('a[data-region^=\"UA-\"]')].map(a => a.dataset.region)")
    assert {"UA-30", "UA-32", "UA-40", "UA-43"} <= set(codes)
    for code in ("UA-30", "UA-40"):
        link = page.locator(f'a[data-region="{code}"]')
        expect(link).to_be_visible()
        assert f"region={code}" in str(link.get_attribute("href"))


def test_every_region_is_drawn_once_or_counted_as_outside(desk: Watched) -> None:
    page = desk.open("/kart?utsnitt=alt")
    codes, outside = page.evaluate("""() => {
      const map = document.querySelector('svg.map'), [x, y, w, h] = map.getAttribute('viewBox').split(' ').map(Number);
      const drawn = [...map.querySelectorAll('[data-region]')];
      const beyond = drawn.filter(e => e.tagName === 'circle').map(e => [e.cx.baseVal.value, e.cy.baseVal.value])
        .filter(([a, b]) => a < x || a > x + w || b < y || b > y + h);
      return [drawn.map(e => e.dataset.region), beyond.length] }""")
    said = page.locator(".credit").inner_text()
    assert len(codes) == len(set(codes))
    counted = int(re.findall(r"(\d+) regioner ligger utenfor", said)[0])
    assert counted >= 579 - len(codes) + outside > 0
    assert page.locator(".map .rest title").count() == 0


def test_the_list_opens_the_sheet_in_one_round_trip_and_keeps_focus(desk: Watched) -> None:
    page = desk.open("/kart")
    desk.posts.clear()
    page.locator('a[data-region="UA-32"]').click()
    page.wait_for_url("**/kart?region=UA-32")
    expect(page.locator(".map-sheet h2")).to_have_text("Kyiv oblast")
    assert len(desk.posts) == 1
    expect(page.locator("#liste-UA-32")).to_be_focused()


def test_the_map_is_one_stop_with_arrows_and_enter(desk: Watched) -> None:
    page = desk.open("/kart?region=SE-O")
    assert page.locator('svg.map a[tabindex="0"]').count() == 1
    page.locator("#kart-SE-O").focus()
    page.keyboard.press("ArrowDown")
    below = str(page.evaluate("document.activeElement.id"))
    assert below.startswith("kart-")
    assert below != "kart-SE-O"
    assert page.locator('svg.map a[tabindex="0"]').count() == 1
    page.keyboard.press("Enter")
    page.wait_for_url(f"**region={below.removeprefix('kart-')}*")


def test_any_region_answers_a_click_and_a_search(desk: Watched) -> None:
    page = desk.open("/kart?utsnitt=alt")
    page.locator('svg.map [data-region="ES-CM"]').click()
    page.wait_for_url("**region=ES-CM*")
    page.fill("#felt-finn", "umbria")
    page.keyboard.press("Enter")
    page.wait_for_url("**finn=umbria*")
    expect(page.locator('a[data-region="IT-55"]')).to_be_visible()


@pytest.mark.sampled(3)
@pytest.mark.parametrize("address", ["/kart", "/kart?linse=ukraina", "/kart?linse=nettverk", "/en/kart?linse=ringer"])
@pytest.mark.parametrize("width", [390, 1440, 3840])
def test_names_keep_apart(desk: Watched, address: str, width: int) -> None:
    desk.page.set_viewport_size({"width": width, "height": 900})
    page = desk.open(address)
    names, overlapping = page.evaluate(APART)
    assert names
    assert overlapping == []


def test_an_unknown_region_is_said_and_nothing_breaks(desk: Watched) -> None:
    page = desk.open("/kart?region=%3Cb%3E&linse=xx&utsnitt=yy")
    expect(page.locator(".notice")).to_contain_text("er ikke en kjent region")
