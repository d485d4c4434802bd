"""What the frame does in a real browser: one round trip a change, back, focus, search, theme, new numbers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from akint_dash.store.engine import open_engine, reading
from akint_dash.store.revisions import newest, undo
from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser


def test_a_choice_costs_one_round_trip_and_keeps_menu_and_focus(desk: Watched) -> None:
    page = desk.open("/")
    desk.posts.clear()
    page.click("[data-opens=utvalg]")
    page.click("#valg-omrade summary")
    page.click("#valg-omrade a:has-text('Samferdsel')")
    page.wait_for_url("**/?omrade=SAM")
    expect(page.locator(".chip")).to_contain_text("Samferdsel")
    assert len(desk.posts) == 1
    expect(page.locator("#valg-omrade a:focus")).to_contain_text("Samferdsel")


def test_a_period_is_one_choice_and_closes_its_menu(desk: Watched) -> None:
    page = desk.open("/")
    page.click("[data-opens=utvalg]")
    page.click("#valg-periode summary")
    page.keyboard.press("Tab")
    page.click("#valg-periode a:text-is('2025')")
    page.wait_for_url("**/?periode=2025-2025")
    expect(page.locator(".chip")).to_contain_text("2025")
    expect(page.locator("#valg-periode")).not_to_have_attribute("open", re.compile(""))
    expect(page.locator("#valg-periode summary")).to_be_focused()
    page.keyboard.press("Enter")
    page.locator("#valg-periode a", has_text="2026").first.press("Enter")
    page.wait_for_url("**/?periode=2026-2026")
    expect(page.locator("#valg-periode")).not_to_have_attribute("open", re.compile(""))
    expect(page.locator("#valg-periode summary")).to_be_focused()


def test_back_and_forward_show_what_was_shown(desk: Watched) -> None:
    page = desk.open("/")
    everything = page.inner_text(".left")
    page.click(".matrix td.pol a >> nth=0")
    page.wait_for_url("**virkemiddel=POL**")
    expect(page.locator(".left")).not_to_have_text(everything)
    narrowed = page.inner_text(".left")
    page.go_back()
    expect(page.locator(".left")).to_have_text(everything)
    page.go_forward()
    expect(page.locator(".left")).to_have_text(narrowed)


def test_a_deep_link_and_a_reload_show_the_same(desk: Watched) -> None:
    page = desk.open("/?omrade=SAM&virkemiddel=PRO&periode=2025-2026")
    first = page.inner_text("main")
    page.reload()
    page.wait_for_selector(".shell h1")
    assert page.inner_text("main") == first


def test_a_bad_value_is_said_and_left_out(desk: Watched) -> None:
    page = desk.open("/?omrade=FINNESIKKE&periode=tull")
    expect(page.locator(".notice")).to_have_count(2)
    assert page.locator(".chip").count() == 0


def test_slash_leads_to_the_search_and_lviv_finds_region_and_projects(desk: Watched) -> None:
    page = desk.open("/")
    page.keyboard.press("/")
    page.keyboard.type("Lviv")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok?q=Lviv")
    expect(page.locator("main h1")).to_be_focused()
    headings = page.locator(".hits h2").all_inner_texts()
    assert headings[0].startswith("Regioner")
    assert any(h.startswith("Aktiviteter") for h in headings)


def test_english_keeps_the_selection_and_says_its_language(desk: Watched) -> None:
    page = desk.open("/?omrade=SAM")
    page.click("text=English")
    page.wait_for_url("**/en?omrade=SAM")
    assert page.evaluate("document.documentElement.lang") == "en"
    expect(page.locator(".menu a >> nth=0")).to_have_text("Overview")


def test_the_theme_is_remembered_before_first_paint(desk: Watched) -> None:
    page = desk.open("/")
    page.click("[data-theme]")
    page.reload()
    assert page.evaluate("document.documentElement.getAttribute('data-bs-theme')") == "dark"


def test_escape_closes_a_menu_and_gives_focus_back(desk: Watched) -> None:
    page = desk.open("/")
    page.click("[data-opens=utvalg]")
    page.click("#valg-tema summary")
    page.keyboard.press("Escape")
    assert page.locator("#valg-tema").get_attribute("open") is None
    expect(page.locator("#valg-tema summary")).to_be_focused()


def test_the_day_looked_back_to_is_said_and_can_be_left(desk: Watched) -> None:
    page = desk.open("/?per=2025-12-31")
    expect(page.locator(".as-of")).to_contain_text("31.12.2025")
    page.click("text=Tilbake til i dag")
    expect(page.locator(".as-of")).to_have_count(0)


def test_before_the_first_revision_nothing_is_claimed(desk: Watched) -> None:
    page = desk.open("/?per=2024-02-01")
    expect(page.locator(".as-of")).to_contain_text("Ingen registrering før")


def test_my_area_is_kept_in_this_browser_and_offered_as_a_start(desk: Watched) -> None:
    page = desk.open("/?omrade=SAM")
    page.click("[data-own-area]")
    page.goto(desk.home + "/")
    page.wait_for_selector(".shell h1")
    page.click("[data-my-area]")
    page.wait_for_url("**omrade=SAM**")
    expect(page.locator(".chip")).to_contain_text("Samferdsel")


def test_a_phone_opens_its_menu_and_filters_by_one_button_each(phone: Watched) -> None:
    page = phone.open("/")
    assert not page.locator(".menu").is_visible()
    page.click("[data-opens=meny]")
    assert page.locator(".menu").is_visible()
    page.click("[data-opens=utvalg]")
    assert page.locator("#valg-omrade").is_visible()


def test_a_new_revision_is_offered_quietly(chromium: Browser, own_url: tuple[str, Path]) -> None:
    url, path = own_url
    watched = Watched(chromium, url)
    page = watched.open("/")
    assert not page.locator("#nye-tall").is_visible()
    engine = open_engine(f"sqlite:///{path}")
    with reading(engine) as connection:
        number = newest(connection)
    undo(engine, number, "test")
    expect(page.locator("#nye-tall")).to_be_visible(timeout=6000)
    page.click("#nye-tall")
    expect(page.locator(".stamp")).to_contain_text(f"oppdatering {number + 1}")
    watched.context.close()


def test_an_unknown_address_is_not_found(desk: Watched) -> None:
    answer = desk.page.goto(desk.home + "/finnes-ikke")
    assert answer is not None
    assert answer.status == 404
    expect(desk.page.locator("h1")).to_have_text("Denne siden finnes ikke")
    desk.faults.clear()  # the browser itself logs the 404


@pytest.mark.parametrize("width", [820, 1024, 1440])
def test_filters_are_one_button_and_no_menu_reaches_out_of_the_window(
    chromium: Browser, demo_url: str, width: int
) -> None:
    watched = Watched(chromium, demo_url, viewport={"width": width, "height": 1180})
    page = watched.open("/?omrade=SAM")
    menus = page.locator("#utvalg details")
    assert not menus.first.is_visible()
    assert page.locator(".chip").is_visible()
    page.click("[data-opens=utvalg]")
    for menu in menus.all():
        menu.locator("summary").click()
        box = menu.locator(".entries").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    watched.context.close()


def test_a_wide_window_shows_every_filter_at_once(chromium: Browser, demo_url: str) -> None:
    watched = Watched(chromium, demo_url, viewport={"width": 1700, "height": 900})
    page = watched.open("/")
    assert page.locator("#valg-omrade").is_visible()
    assert not page.locator("[data-opens=utvalg]").is_visible()
    watched.context.close()


def test_an_address_opens_what_it_names(desk: Watched) -> None:
    """The strategy's own words behind a row, and a word of the glossary."""
    page = desk.open("/strategien#S5")
    expect(page.locator("#S5 blockquote")).to_be_visible()
    assert page.locator("#S6 blockquote").is_hidden()
    page.click(".lead a[href$='#S6']:not(.number)")
    expect(page.locator("#S6 blockquote")).to_be_visible()
    page = desk.open("/om#kilder")
    assert page.locator("#ordliste table").is_hidden()
    page.click("#ordliste .index a >> nth=3")
    expect(page.locator("#ordliste table")).to_be_visible()
