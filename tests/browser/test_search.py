"""The search field as a combobox in a real browser: by keyboard, on the phone, in the dark, and for screen readers."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from akint_dash.components.front import FRONT
from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser

FIELD = "#felt-q"
OPTIONS = "#felt-q-forslag [role=option]"


def typed(page: Page, text: str) -> None:
    """Type slowly enough to be a reader, and wait for the answer to the whole."""
    page.focus(FIELD)
    page.keyboard.type(text, delay=20)
    page.wait_for_selector(f"#felt-q-forslag:not([hidden]) >> text=«{text}»")


def test_suggestions_are_read_chosen_and_left_by_keyboard(desk: Watched) -> None:
    page = desk.open("/")
    page.keyboard.press("/")
    field = page.locator(FIELD)
    expect(field).to_have_attribute("role", "combobox")
    expect(field).to_have_attribute("aria-expanded", "false")
    typed(page, "2025 samf")
    expect(field).to_have_attribute("aria-expanded", "true")
    options = page.locator(OPTIONS)
    n = options.count()
    assert n > 3
    assert page.get_attribute(FIELD, "aria-activedescendant") is None
    expect(page.locator(".suggests-told").first).to_have_text(f"{n} forslag. Bruk piltastene.")

    def active() -> int:
        chosen = page.get_attribute(FIELD, "aria-activedescendant")
        ids: list[str] = options.evaluate_all("all => all.map(one => one.id)")
        marked = options.evaluate_all("all => all.map(one => one.getAttribute('aria-selected')).indexOf('true')")
        assert chosen in ids
        assert marked == ids.index(chosen)
        return ids.index(chosen)

    steps = (("ArrowDown", 0), ("ArrowDown", 1), ("End", n - 1), ("ArrowDown", 0), ("ArrowUp", n - 1), ("Home", 0))
    for key, place in steps:
        page.keyboard.press(key)
        assert active() == place, key
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#felt-q-forslag")).to_be_hidden()
    expect(field).to_have_value("2025 samf")
    page.keyboard.press("ArrowDown")
    page.wait_for_selector(OPTIONS)
    page.keyboard.press("ArrowDown")
    desk.posts.clear()
    page.keyboard.press("Enter")
    page.wait_for_url("**/data/prosjekt?omrade=SAM&koder=*")
    expect(page.locator("main h1")).to_be_focused()
    assert len(desk.posts) == 1
    expect(page.locator("#felt-q-forslag")).to_be_hidden()


def test_enter_without_a_choice_searches_and_a_click_goes_to_the_record(desk: Watched) -> None:
    page = desk.open("/")
    typed(page, "p17")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok?q=p17")
    expect(page.locator("main h1")).to_have_text("Ett treff på «p17»")
    page.fill(FIELD, "")
    typed(page, "p-0017")
    page.locator(OPTIONS).first.click()
    page.wait_for_url("**/post/prosjekt/P-0017")


def test_an_answer_that_was_overtaken_is_never_shown(desk: Watched) -> None:
    page = desk.open("/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/sok/forslag" in request.url else None)
    typed(page, "interreg")
    expect(page.locator(OPTIONS).last).to_have_text("Søk etter «interreg» ")
    assert 1 <= len(asked) < len("interreg")
    page.fill(FIELD, "i")
    expect(page.locator("#felt-q-forslag")).to_be_hidden()


@pytest.mark.sampled(2)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["/", "/sok?q=samferdsel+2025", "/omrader/samferdsl"])
def test_the_open_list_has_no_fault(desk: Watched, address: str, scheme: str) -> None:
    page = desk.open(address)
    if scheme == "dark":
        page.click("[data-theme]")
    page.fill(FIELD, "")
    typed(page, "klima")
    page.keyboard.press("ArrowDown")
    assert desk.axe() == []
    if address == "/omrader/samferdsl":  # the browser itself tells of the 404
        desk.faults = [fault for fault in desk.faults if "404" not in fault]


def test_a_phone_suggests_inside_its_window(phone: Watched) -> None:
    page = phone.open("/sok")
    page.focus("#felt-sporsmal")
    page.keyboard.type("lillestrøm", delay=20)
    page.wait_for_selector("#felt-sporsmal-forslag [role=option] >> nth=0")
    box = page.locator("#felt-sporsmal-forslag").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert phone.axe() == []
    page.locator("#felt-sporsmal-forslag [role=option]").first.tap()
    page.wait_for_url("**/data/ekstern-aktor?kommune=3205")


def test_the_form_works_without_the_script(desk: Watched) -> None:
    others = FRONT.text(name for name in FRONT.parts if name not in ("suggestions", "search"))
    desk.context.route("**/app.js*", lambda route: route.fulfill(body=others, content_type="text/javascript"))
    page = desk.open("/")
    page.focus(FIELD)
    page.keyboard.type("samferdsel")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok?q=samferdsel")
    assert page.get_attribute(FIELD, "role") is None
