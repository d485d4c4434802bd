"""Explore in a real browser: a mark leads to its records, and questions are kept where they were asked."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

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


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=4)
    page.mouse.up()


def box_over(page: Page, first: int, last: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """Corners within the first and the last of some marks."""
    marks = page.locator("[data-explore] .plot-marks a.tells")
    marks.nth(last).scroll_into_view_if_needed()
    one, other = (marks.nth(at).bounding_box() for at in (first, last))
    assert one is not None
    assert other is not None
    return (one["x"] + 4, one["y"] + 4), (other["x"] + 8, other["y"] + other["height"] - 4)


def ready(watched: Watched, path: str) -> Page:
    page = watched.open(path)
    page.locator(".explore-tools:not([hidden])").wait_for()
    page.locator("[data-explore] .plot-marks a.tells").first.wait_for()
    page.wait_for_function(LIES)
    return page


def test_a_box_drawn_in_the_figure_chooses_its_numbers_and_escape_lets_go(desk: Watched) -> None:
    page = ready(desk, "/utforsk")
    page.locator("[data-mode='velg']").click()
    drag(page, *box_over(page, 0, 2))
    page.wait_for_url("**punkt=*")
    chosen = page.locator("[data-explore] .plot-marks a[aria-current]")
    expect(chosen).to_have_count(3)
    expect(page.locator(".explore-table a[aria-current]")).to_have_count(3)
    numbers = [int(words) for words in page.locator(".explore-table a[aria-current]").all_inner_texts()]
    expect(page.locator(".explore-chosen")).to_contain_text(f"{sum(numbers)} tiltak")
    expect(page.locator("#poster h2")).to_contain_text(f"{sum(numbers)} tiltak")
    drag(page, *box_over(page, 3, 3))
    expect(chosen).to_have_count(1)
    page.keyboard.press("Escape")
    page.wait_for_url("**/utforsk")
    expect(chosen).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator("[data-mode='velg']")).to_have_attribute("aria-pressed", "false")
    assert desk.axe() == []


def test_the_space_bar_and_shift_with_a_click_choose_several_in_figure_and_table(desk: Watched) -> None:
    page = ready(desk, "/utforsk?etter=omrade&og=ar&som=stolper")
    chosen = page.locator(".explore-table a[aria-current]")
    page.locator("#tall-0-1").focus()
    page.keyboard.press(" ")
    expect(chosen).to_have_count(1)
    expect(page.locator("#tall-0-1")).to_be_focused()
    page.locator("#tall-1-1").click(modifiers=["Shift"])
    expect(chosen).to_have_count(2)
    marks = page.locator("[data-explore] .plot-marks a.tells")
    marks.first.focus()
    page.keyboard.press(" ")
    expect(chosen).to_have_count(3)
    expect(marks.first).to_be_focused()
    page.keyboard.press(" ")
    expect(chosen).to_have_count(2)
    assert len(page.url.partition("punkt=")[2].split("%3B")) == 1  # one group: two areas of one year


def test_a_finger_draws_a_box_and_the_page_scrolls_with_the_tool_off(phone: Watched) -> None:
    page = ready(phone, "/utforsk")
    box = page.locator(".explore-figure .plot-box")
    assert box.evaluate("box => getComputedStyle(box).touchAction") == "auto"
    page.locator("[data-mode='velg']").click()
    assert box.evaluate("box => getComputedStyle(box).touchAction") == "none"
    mark = page.locator("[data-explore] .plot-marks a.tells").nth(1)
    at = mark.bounding_box()
    assert at is not None
    page.touchscreen.tap(at["x"] + 10, at["y"] + at["height"] / 2)
    page.wait_for_url("**punkt=*")
    expect(mark).to_have_attribute("aria-current", "true")
    assert phone.axe() == []


def test_zoom_and_pan_move_the_axis_of_the_values_and_never_the_one_of_the_lengths(desk: Watched) -> None:
    page = ready(desk, "/utforsk")
    ranges = (
        "() => ['xaxis', 'yaxis'].map(one => document.querySelector('.js-plotly-plot')._fullLayout[one].range.join())"
    )
    whole = page.evaluate(ranges)
    page.locator("[data-step='inn']").click()
    page.wait_for_function(f"whole => ({ranges})()[1] !== whole[1]", arg=whole)
    near = page.evaluate(ranges)
    assert near[0] == whole[0]
    page.locator("[data-mode='flytt']").click()
    page.keyboard.press("ArrowUp")
    page.wait_for_function(f"near => ({ranges})()[1] !== near[1]", arg=near)
    page.locator("[data-explore] .plot-marks a.tells:not([hidden])").first.focus()
    page.keyboard.press(" ")  # a choice keeps the zoom
    page.wait_for_url("**punkt=*")
    page.wait_for_timeout(600)
    assert page.evaluate(ranges)[1] != whole[1]
    page.locator("[data-step='hel']").click()
    page.wait_for_function(f"whole => ({ranges})()[1] === whole[1]", arg=whole)


def test_two_periods_are_compared_from_the_page_and_either_side_leads_to_its_records(desk: Watched) -> None:
    page = ready(desk, "/utforsk")
    page.locator("#mot-aret-for").click()
    page.wait_for_url("**mot-periode=2025*")
    expect(page.locator("h1")).to_contain_text("2026 per 30.10. mot 2025 per 30.10.")
    page.locator("#tall-0-1").click()
    page.wait_for_url("**mot-punkt=*#poster")
    words = page.locator("#tall-0-1").inner_text()
    expect(page.locator("#poster h2")).to_contain_text(f"2025 per 30.10.: {words} tiltak")
    page.locator(".ag-row a").first.wait_for()
    assert desk.axe() == []
    page.locator("#bytt-side").click()
    expect(page.locator("h1")).to_contain_text("2025 per 30.10. mot 2026 per 30.10.")
    page.locator("#valg-mot summary").click()
    page.select_option("#felt-mot-periode", "")
    page.select_option("#felt-mot-omrade", "SAM")
    page.locator("#valg-mot button").click()
    expect(page.locator("h1")).to_contain_text("mot Samferdsel")
