"""Tall pages are led by their answers: the row stays in view, covers nothing that has focus, is a menu on a phone."""

from __future__ import annotations

from typing import Final

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Watched
from tests.examples import pages

pytestmark = pytest.mark.browser

TALL: Final = 3500
ENGLISH: Final = [f"/en{path}".rstrip("/") for path in pages()]
COVERED: Final = """
() => {
  const row = document.querySelector(".jumps").getBoundingClientRect(), one = document.activeElement;
  const box = one.getBoundingClientRect();
  if (one.closest(".jumps, .skip, header")) return false;
  return row.top <= 1 && box.top < row.bottom - 1 && box.bottom > row.top;
}
"""


@pytest.mark.sampled(6)
@pytest.mark.parametrize("path", ENGLISH)
def test_a_page_that_is_tall_has_the_row(desk: Watched, path: str) -> None:
    """In bokmål ``test_every_page.py`` asks the same."""
    page = desk.open(path)
    page.wait_for_timeout(900)
    assert_led(page)


def assert_led(page: Page) -> None:
    tall = page.evaluate("document.documentElement.scrollHeight") > TALL
    assert not tall or page.locator(".jumps a").first.is_visible()


def test_a_press_leads_to_the_answer_and_the_row_stays(desk: Watched) -> None:
    page = desk.open("/virkemidler/prosjektutvikling")
    page.wait_for_timeout(900)
    page.click(".jumps a[href='#veiledning']")
    page.wait_for_function("document.activeElement.id === 'veiledning'")
    row = page.locator(".jumps").bounding_box()
    card = page.locator("#veiledning").bounding_box()
    assert row is not None
    assert card is not None
    assert -1 <= row["y"] <= 1
    assert row["y"] + row["height"] <= card["y"] < 300
    assert row["height"] < 110
    assert page.url.endswith("#veiledning")


def test_what_has_focus_is_never_under_the_row(desk: Watched) -> None:
    page = desk.open("/omrader/sam")
    page.wait_for_timeout(900)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.focus("footer a >> nth=0")
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        assert not page.evaluate(COVERED), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def test_on_a_phone_it_is_a_menu_that_escape_closes(phone: Watched) -> None:
    page = phone.open("/")
    page.wait_for_timeout(900)
    opener, links = page.locator(".jumps > button"), page.locator(".jumps a")
    assert opener.is_visible()
    assert not links.first.is_visible()
    opener.click()
    assert links.first.is_visible()
    assert opener.get_attribute("aria-expanded") == "true"
    assert phone.axe() == []
    page.keyboard.press("Escape")
    assert not links.first.is_visible()
    opener.click()
    page.locator(".jumps a[href='#mer']").click()
    page.wait_for_function("document.activeElement.id === 'mer'")
    assert not links.first.is_visible()
    assert page.evaluate("document.getElementById('mer').open")


def test_the_heads_of_the_memberships_stay_in_view_under_the_row(desk: Watched) -> None:
    page = desk.open("/virkemidler/politikkoppfolging")
    page.wait_for_timeout(900)
    page.locator(".worth > tbody > tr").nth(3).evaluate(
        "row => scrollTo(0, row.getBoundingClientRect().top + scrollY - 150)"
    )
    row, head = page.locator(".jumps").bounding_box(), page.locator(".worth > thead th").first.bounding_box()
    first = page.locator(".worth > tbody > tr").first.bounding_box()
    assert row is not None
    assert head is not None
    assert first is not None
    assert first["y"] < head["y"], "scrolled within the table"
    assert row["y"] + row["height"] - 1.5 <= head["y"] <= row["y"] + row["height"]
    assert desk.axe() == []


def test_what_has_focus_in_the_memberships_is_never_under_their_heads(desk: Watched) -> None:
    page = desk.open("/virkemidler/politikkoppfolging")
    page.wait_for_timeout(900)
    page.locator(".worth > tbody a").last.focus()
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        if not page.evaluate("!!document.activeElement.closest('.worth > tbody')"):
            break
        one, head = page.locator(":focus").bounding_box(), page.locator(".worth > thead th").first.bounding_box()
        assert one is not None
        assert head is not None
        assert one["y"] >= head["y"] + head["height"] - 1
