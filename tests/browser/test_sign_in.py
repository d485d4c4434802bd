"""Signing in and out in a real browser, by keyboard, calm in the header and at the foot."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.access.conftest import KARI, portfolio_url, provider, signed_in_server
from tests.browser.conftest import Watched

__all__ = ["portfolio_url", "provider", "signed_in_server"]
pytestmark = pytest.mark.browser


SIZES = {"desk": (1440, 900), "narrow": (1125, 800), "phone": (390, 844)}


@pytest.fixture(params=list(SIZES.values()), ids=list(SIZES))
def watched(chromium: Browser, signed_in_server: str, request: pytest.FixtureRequest) -> Iterator[Watched]:
    """A browser on a server with sign-in."""
    one = Watched(chromium, signed_in_server, viewport={"width": request.param[0], "height": request.param[1]})
    yield one
    one.context.close()


@pytest.mark.sampled(3)
def test_in_and_out_by_keyboard(watched: Watched, provider: str) -> None:
    page = watched.open("/kart")
    menu = page.get_by_role("button", name="Meny", exact=True)
    if menu.is_visible():
        menu.click()
    way_in = page.get_by_role("link", name="Logg inn")
    expect(way_in).to_have_attribute("href", "/logg-inn?neste=%2Fkart")
    assert watched.axe() == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert watched.faults + watched.violations() == []
    way_in.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{provider}/**")
    page.get_by_role("button", name=KARI, exact=True).click()
    page.wait_for_url(f"{watched.home}/kart")
    page.wait_for_selector(".shell h1")
    expect(page.locator("footer")).to_contain_text("Innlogget: Kari Nordmann (ansatt)")
    if menu.is_visible():
        menu.click()
    way_out = page.get_by_role("button", name="Logg ut")
    assert watched.axe() == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert watched.violations() == []
    way_out.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{provider}/oauth2/end_session**")
    page.get_by_role("button", name="End session").click()
    page.wait_for_url(f"{watched.home}/")
    page.wait_for_selector(".shell h1")
    expect(page.locator("footer")).not_to_contain_text("Innlogget")


def test_the_words_of_a_refusal_are_a_page_of_their_own(watched: Watched) -> None:
    page = watched.page
    page.goto(f"{watched.home}/logg-inn/svar?state=x")
    expect(page.get_by_role("heading", level=1)).to_have_text("Innloggingen ble ikke fullført")
    expect(page.get_by_role("link", name="Logg inn")).to_be_visible()
    assert watched.violations() == []
    assert watched.axe() == []
