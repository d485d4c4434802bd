"""Explore in a real browser: a mark leads to its records, and questions are kept where they were asked."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser

LIES = """() => { const [drawn, mark] = [".barlayer .point path", ".plot-marks a.tells"]
  .map((some) => document.querySelectorAll(`[data-explore] ${some}`)[1].getBoundingClientRect());
  return ["x", "y", "width", "height"].every((side) => Math.abs(drawn[side] - mark[side]) < 2) }"""
"""The second mark lies on the second bar."""


def test_a_mark_lies_on_its_point_is_told_and_a_press_opens_the_records_behind_it(desk: Watched) -> None:
    page = desk.open("/utforsk")
    mark = page.locator("[data-explore] .plot-marks a.tells").nth(1)
    mark.wait_for()
    page.wait_for_function(LIES)
    page.set_viewport_size({"width": 800, "height": 900})
    page.wait_for_function("() => document.querySelector('[data-explore] .main-svg').clientWidth < 800")
    page.wait_for_function(LIES)  # and again where the window is another
    mark.hover()
    page.locator(".tip:not([hidden])").wait_for()
    mark.click()
    page.wait_for_url("**punkt=*#poster")
    expect(page.locator("#poster")).to_be_visible()


def test_the_points_of_a_graph_are_one_stop_walked_by_arrows(desk: Watched) -> None:
    page = desk.open("/utforsk?etter=omrade&og=ar")
    marks = page.locator("[data-explore] .plot-marks a.tells")
    marks.first.wait_for()
    page.wait_for_timeout(500)
    assert page.locator("[data-explore] .plot-marks a[tabindex='0']").count() == 1
    marks.first.focus()
    page.keyboard.press("ArrowRight")
    expect(marks.nth(1)).to_be_focused()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('.plot-marks a')")
    page.keyboard.press("Enter")
    page.wait_for_url("**punkt=*#poster")


def test_a_question_is_kept_by_name_and_forgotten(desk: Watched) -> None:
    page = desk.open("/utforsk?mal=timer&etter=omrade")
    page.locator("#lagrede-sporsmal summary").click()
    page.fill("#felt-navn", "Timer i områdene")
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="Timer i områdene")
    expect(link).to_have_attribute("href", "/utforsk?mal=timer&etter=omrade")
    page.get_by_role("button", name="Slett Timer i områdene").click()
    expect(link).to_have_count(0)


def test_only_its_own_page_loads_what_keeps_questions_on_a_phone_too(phone: Watched) -> None:
    page = phone.open("/frister")
    assert page.locator("script[src*='questions.js']").count() == 0
    page = phone.open("/utforsk")
    expect(page.locator("#lagrede-sporsmal")).to_be_visible()
    assert page.locator("script[src*='questions.js']").count() == 1
