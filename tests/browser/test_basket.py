"""The basket in a browser: cards of two pages are added, put in order by keyboard, and leave as one file."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pptx import Presentation

from tests.browser.conftest import Watched, watching

pytestmark = pytest.mark.browser

SHUT = """
for (const name of ['getItem', 'setItem', 'removeItem'])
  Object.defineProperty(Storage.prototype, name, { value: () => { throw new DOMException('shut', 'SecurityError'); } });
"""


def add(page: Page, key: str) -> None:
    page.locator(f"#{key} .ways-down summary").click()
    button = page.locator(f"#{key} [data-basket]")
    expect(button).to_have_text("Legg i kurv")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_be_focused()


def test_cards_of_two_pages_are_put_in_order_and_leave_as_one_file(desk: Watched) -> None:
    page = desk.open("/finansiering?omrade=SAM")
    expect(page.locator("#kurven")).to_be_hidden()
    add(page, "utlosning")
    expect(page.locator("#kurv-sagt")).to_have_text("Lagt i kurven (1)")
    expect(page.locator("#utlosning [data-basket]")).to_have_text("Legg i kurv", timeout=8000)
    page.locator("#utlosning [data-basket]").click()
    expect(page.locator("#utlosning [data-basket]")).to_have_text("Ligger i kurven (1)")
    page = desk.open("/")
    add(page, "vekt-pro")
    expect(page.locator("#vekt-pro [data-basket]")).to_have_text("Lagt i kurven (2)")
    expect(page.locator("#kurven")).to_have_text("Kurv (2)")
    page.locator("#kurven").click()
    heads = page.locator(".chosen-card h3")
    expect(heads).to_have_count(2)
    titles = heads.all_text_contents()
    expect(page.locator(".chosen-card").first).to_contain_text("Rådsområde: Samferdsel")
    page.wait_for_function("document.activeElement.matches('h1')")
    assert desk.axe() == []
    up = page.locator(".chosen-card").nth(1).get_by_role("link", name="Flytt opp")
    up.focus()
    page.keyboard.press("Enter")
    expect(heads.first).to_have_text(titles[1])
    expect(page.locator(":focus")).to_have_text("Opp")  # with the card, though it can go no further
    page.reload()
    expect(heads.first).to_have_text(titles[1])
    with page.expect_download() as waited:
        page.locator(".page-ways a", has_text="PowerPoint").click()
    slides = Presentation(io.BytesIO(Path(waited.value.path()).read_bytes())).slides
    assert [slide.shapes.title.text_frame.text for slide in list(slides)[1:3]] == titles[::-1]
    expect(page.locator("#kurven")).to_have_text("Kurv (2)")
    for left in (1, 0):
        page.get_by_role("link", name="Ta ut").first.click()
        expect(page.locator(".chosen-card")).to_have_count(left)
    expect(page.locator("#kurven")).to_be_hidden()
    page = desk.open("/kurv")
    expect(page.locator("h1")).to_have_text("Kurven er tom")
    assert desk.axe() == []


def test_on_a_phone_every_way_is_wide_enough_for_a_thumb(phone: Watched) -> None:
    page = phone.open("/finansiering")
    add(page, "utlosning")
    add(page, "kurser")
    page.locator(".menu-button").click()
    page.locator("#kurven").click()
    expect(page.locator(".chosen-card")).to_have_count(2)
    for one in page.locator(".moves a, .page-ways a, .basket-end a").all():
        box = one.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert phone.axe() == []


def test_where_the_browser_keeps_nothing_the_button_says_so(chromium: Browser, demo_url: str) -> None:
    for watched in watching(chromium, demo_url, viewport={"width": 1440, "height": 900}):
        watched.context.add_init_script(SHUT)
        page = watched.open("/finansiering")
        add(page, "utlosning")
        expect(page.locator("#utlosning [data-basket]")).to_have_text("Nettleseren lagrer ikke kurven")
        expect(page.locator("#kurven")).to_be_hidden()
