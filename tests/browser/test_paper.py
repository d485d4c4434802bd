"""A page on paper: one column, nothing beyond the sheet, and the screen as it was when the sheets are out."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

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


SAID = """() => [...document.styleSheets].filter((sheet) => sheet.href && sheet.href.includes("/base.css"))
  .flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule.cssText.startsWith("@page"))
  .map((rule) => rule.cssText).join("\\n")"""
BEFORE, AFTER = (f"dispatchEvent(new Event('{name}'))" for name in ("beforeprint", "afterprint"))
SHOWN = """() => [...document.querySelectorAll("main *, header, footer, aside")]
  .filter((one) => one.checkVisibility() && !one.closest(".alone-card") && !one.querySelector(".alone-card"))
  .map((one) => one.tagName)"""


def test_every_sheet_says_selection_data_page_and_address(desk: Watched) -> None:
    page = desk.open("/virkemidler/bilateralt?omrade=SAM")
    assert page.evaluate(SAID) == ""
    page.evaluate(BEFORE)
    rule = page.evaluate(SAID)
    for words in ("Valgte filtre: Rådsområde: Samferdsel", "Mottatt 30.10.2026", "/virkemidler/bilateralt?omrade=SAM",
                  "Demonstrasjonsdata: oppdiktede tall", '"Side " counter(page) " av " counter(pages)'):  # fmt: skip
        assert words in rule
    page.evaluate(AFTER)
    assert page.evaluate(SAID) == ""
    assert desk.violations() == []


def wrapped(page: Page) -> list[str]:
    found: list[str] = page.evaluate("[...document.querySelectorAll('.whole')].map((one) => one.textContent)")
    return found


def test_names_with_hyphens_are_whole_on_paper_and_as_they_were_after_it(desk: Watched) -> None:
    page = desk.open("/virkemidler/bilateralt")
    before = page.evaluate("document.querySelector('main').innerHTML")
    words = page.evaluate("document.querySelector('main').textContent")
    page.evaluate(BEFORE)
    assert {"Baden-Württemberg", "Schleswig-Holstein"} <= set(wrapped(page))
    assert page.evaluate("document.querySelector('main').textContent") == words
    page.evaluate(AFTER)
    assert page.evaluate("document.querySelector('main').innerHTML") == before


def test_a_card_is_printed_alone_by_keyboard(desk: Watched) -> None:
    page = desk.open("/virkemidler/bilateralt")
    page.evaluate(f"window.print = () => {BEFORE}")
    page.evaluate("document.querySelector('#samarbeid .ways-down').open = true")
    page.focus("#samarbeid [data-print]")
    page.keyboard.press("Enter")
    page.emulate_media(media="print")
    assert page.evaluate(SHOWN) == []
    assert page.locator("#samarbeid h3, #samarbeid h2").first.is_visible()
    assert page.locator("#samarbeid .foot .plain").is_visible(), "its numbers stand below it"
    assert "Schleswig-Holstein" in page.locator("#samarbeid .foot .plain").inner_text()
    rule = page.evaluate(SAID)
    assert "#samarbeid" in rule
    assert "Kilde: " in rule
    page.evaluate(AFTER)
    assert page.locator("header.top").is_visible() is False, "paper has no menu"
    assert page.locator("article.card:visible").count() > 1
