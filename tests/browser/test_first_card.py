"""The first card of a page is in view: what stands before it takes at most 400 px of a desk, 720 of a phone."""

from __future__ import annotations

from typing import Final

import pytest

from akint_dash.pages import PAGES
from tests.browser.conftest import Watched
from tests.examples import example

pytestmark = pytest.mark.browser

DESK: Final = 400
PHONE: Final = 720
"""A phone's links are 44 px high, and its lines short."""
WITHOUT: Final = {
    "/utforsk": "the question is asked before it is answered: its controls are the page's own work",
    "/sok": "the answers are a list, with the field over it",
    "/data": "a list of lists",
    "/data/<slag>": "a list",
    "/post/<slag>/<post>": "a record, not a figure",
    "/kurv": "holds the cards of other pages",
    "/skjerm/oppsett": "a form",
    "/tilgjengelighet": "text",
}
LISTED_FIRST: Final = {"/kart": "on a phone the list of regions stands before the map that it explains"}
LAWFUL: Final = [page.path for page in PAGES if page.path not in WITHOUT]
TOP: Final = """
() => Math.min(...[...document.querySelectorAll("main :is(.card, .period, svg.map)")]
  .filter((one) => !one.closest(".lead") && one.getClientRects().length)
  .map((one) => one.getBoundingClientRect().top + scrollY))
"""
MAP: Final = "document.querySelector('svg.map').getBoundingClientRect().top + scrollY"


@pytest.mark.sampled(3)
@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("path", LAWFUL)
def test_the_first_card_is_in_view_on_a_desk(desk: Watched, path: str, language: str) -> None:
    page = desk.open((language + example(path)).rstrip("/") or "/")
    page.wait_for_selector("main .card")
    assert page.evaluate(TOP) <= DESK


@pytest.mark.sampled(3)
@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("path", [path for path in LAWFUL if path not in LISTED_FIRST])
def test_the_first_card_is_in_view_on_a_phone(phone: Watched, path: str, language: str) -> None:
    page = phone.open((language + example(path)).rstrip("/") or "/")
    page.wait_for_selector("main .card")
    assert page.evaluate(TOP) <= PHONE


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_map_is_in_view_on_a_desk(desk: Watched, language: str) -> None:
    page = desk.open(language + "/kart")
    page.wait_for_selector("svg.map")
    assert page.evaluate(MAP) <= DESK


def test_chosen_filters_take_one_more_line(desk: Watched) -> None:
    page = desk.open("/?omrade=SAM&periode=2026")
    page.wait_for_selector("main .card")
    assert page.evaluate(TOP) <= DESK + 48
    line = page.locator(".filters > .over").bounding_box()
    button = page.locator(".filter-button").bounding_box()
    assert line is not None
    assert button is not None
    assert line["y"] < button["y"] + button["height"]
    assert button["y"] < line["y"] + line["height"], "what the page is, and the filters, stand in one line"


def test_the_answers_of_a_tall_page_are_one_line_that_scrolls(desk: Watched) -> None:
    page = desk.open("/virkemidler/prosjektutvikling")
    row = page.locator(".jumps")
    row.wait_for()
    box = row.bounding_box()
    assert box is not None
    assert box["height"] <= 40
    last = page.locator(".jumps a").last
    last.focus()
    place = last.bounding_box()
    assert place is not None
    assert place["x"] + place["width"] <= 1440, "a link that has the focus has scrolled into view"
