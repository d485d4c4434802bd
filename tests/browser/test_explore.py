"""Explore in a real browser: a mark leads to its records, and questions are kept where they were asked."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser


def test_a_press_on_a_mark_opens_the_records_behind_it(desk: Watched) -> None:
    page = desk.open("/utforsk")
    mark = page.locator("[data-explore] .js-plotly-plot .barlayer .point path").first
    mark.wait_for()
    point = page.evaluate("document.querySelector('[data-explore] .js-plotly-plot').data[0].customdata[0][1]")
    box = mark.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.locator(".hoverlayer .hovertext").first.wait_for()
    page.mouse.down()
    page.mouse.up()
    page.wait_for_url(f"**punkt={point}#poster")
    expect(page.locator("#poster")).to_be_visible()


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
