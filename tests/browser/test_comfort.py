"""Small comforts: a link is copied without https too, the last visit is remembered, and an untouched page renews itself
over a new version."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, expect

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser

NO_CLIPBOARD = "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })"


def test_a_link_is_copied_where_the_browser_has_no_clipboard_to_write_to(desk: Watched) -> None:
    desk.context.add_init_script(NO_CLIPBOARD)
    page = desk.open("/maal?periode=2025")
    asked: list[str] = []

    def told(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", told)
    button = page.locator("[data-copy=resultater]")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_text("Kopiert")
    expect(button).to_be_focused()
    expect(button).to_have_text("Kopier lenke", timeout=4000)
    page.focus("#felt-q")
    page.keyboard.press("Control+V")
    assert page.input_value("#felt-q").endswith("/maal?periode=2025#resultater")
    assert asked == []


def test_the_last_visit_is_remembered_and_offered(desk: Watched) -> None:
    page = desk.open("/")
    assert page.evaluate("JSON.parse(localStorage.getItem('akint-visit')).before") is None
    assert not page.locator("[data-last-visit]").first.is_visible()
    page.evaluate("localStorage.setItem('akint-visit', JSON.stringify({ last: '2026-10-01', before: null }))")
    page.reload()
    page.wait_for_selector(".shell h1")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    link = page.locator("[data-last-visit]").first
    expect(link).to_be_visible()
    assert "siden=2026-10-01" in str(link.get_attribute("href"))
    page.reload()
    page.wait_for_selector(".shell h1")
    assert page.evaluate("JSON.parse(localStorage.getItem('akint-visit')).before") == "2026-10-01"


@pytest.fixture
def upgraded(desk: Watched) -> Watched:
    """A desk whose server says, once the test begins, that it is another program."""

    def other(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "x-akint-program": "another"})

    desk.page.route("**/revisjon", other)
    desk.page.clock.install()
    return desk


def loads(page: Page) -> list[str]:
    """Each whole load of the page from now on."""
    found: list[str] = []
    page.on("load", lambda one: found.append(one.url))
    return found


def test_an_untouched_page_renews_itself_once_where_it_stands(upgraded: Watched) -> None:
    page = upgraded.open("/virkemidler/prosjektutvikling?periode=2025-2026")
    page.wait_for_timeout(800)
    page.evaluate("scrollTo(0, 900)")
    page.wait_for_timeout(300)
    found = loads(page)
    page.clock.fast_forward(70_000)
    with page.expect_event("load", timeout=15_000):
        pass
    page.wait_for_selector(".shell h1")
    expect(page.locator("#nye-tall")).to_have_text("Ny versjon – last siden på nytt", timeout=10_000)
    assert page.url.endswith("/virkemidler/prosjektutvikling?periode=2025-2026")
    page.wait_for_function("Math.abs(scrollY - 900) < 5")
    page.clock.fast_forward(70_000)
    page.wait_for_timeout(4000)
    assert len(found) == 1, "one of several servers may lag behind: no loop"


def test_a_page_in_use_says_so_instead(upgraded: Watched) -> None:
    page = upgraded.open("/maal")
    page.fill("#felt-q", "havn")
    found = loads(page)
    page.clock.fast_forward(70_000)
    expect(page.locator("#nye-tall")).to_be_visible(timeout=10_000)
    expect(page.locator("#nye-tall")).to_have_text("Ny versjon – last siden på nytt")
    page.wait_for_timeout(3500)
    assert found == []
    assert page.input_value("#felt-q") == "havn"


def test_a_server_that_is_back_is_no_longer_said_to_be_away(chromium: Browser, demo_url: str) -> None:
    watched = Watched(chromium, demo_url)
    page = watched.open("/maal")
    with page.expect_response("**/revisjon"):
        pass
    page.route("**/revisjon", lambda route: route.fulfill(status=503))
    expect(page.locator("#uten-tjener")).to_be_visible(timeout=10_000)
    page.unroute_all()
    expect(page.locator("#uten-tjener")).to_be_hidden(timeout=10_000)
    watched.context.close()
