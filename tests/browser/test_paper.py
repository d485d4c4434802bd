"""A page on paper: one column, nothing beyond the sheet, and the screen as it was when the sheets are out."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser

WIDTH = 673
"""What A4 leaves between its margins, in CSS pixels."""
BESIDE = """() => [...document.querySelectorAll(".grid:not(.mixes, .smalls)")].flatMap((grid) => {
  const cards = [...grid.children].filter((e) => !e.matches(".c3") && e.offsetHeight);
  const places = cards.map((e) => [e.id, e.getBoundingClientRect()]);
  const beside = (a, b) => a.bottom > b.top + 1 && b.bottom > a.top + 1;
  return places.flatMap(([one, a], i) => places.slice(i + 1).filter(([, b]) => beside(a, b)).map((b) => [one, b[0]]));
})"""
BOXES = '() => [...document.querySelectorAll(".plot-box")].map((box) => getComputedStyle(box).breakInside)'
WIDTHS = (
    '() => [...document.querySelectorAll(".js-plotly-plot")].map((plot) => plot.querySelector(".main-svg").clientWidth)'
)


@pytest.mark.parametrize("path", ["/", "/virkemidler/prosjektutvikling", "/omrader/sam"])
def test_cards_stand_one_below_the_other(desk: Watched, path: str) -> None:
    page = desk.open(path)
    assert page.evaluate(BESIDE), "on the screen cards stand side by side"
    page.emulate_media(media="print")
    page.set_viewport_size({"width": WIDTH, "height": 1000})
    assert page.evaluate(BESIDE) == []
    assert set(page.evaluate(BOXES)) <= {"avoid"}, "a graph's box on one sheet, its drawing on the next"
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH


def test_a_plotly_figure_is_drawn_for_the_sheet_and_again_for_the_screen(desk: Watched) -> None:
    page = desk.open("/virkemidler/kompetanseheving")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    before = page.evaluate(WIDTHS)
    assert max(before) > WIDTH
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert max(page.evaluate(WIDTHS)) <= WIDTH
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.wait_for_function(f"JSON.stringify(({WIDTHS})()) === '{before}'.replaceAll(' ', '')")
