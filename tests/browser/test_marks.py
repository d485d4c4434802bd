"""Marks under the hand: told on hover, focus and tap, never covered, walked by arrows, taken back by Escape."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Watched
from tests.figures.test_marks import ANSWERING

pytestmark = pytest.mark.browser

TIP = "const tip = document.querySelector('.tip'), box = tip.getBoundingClientRect();"
TOLD = f"""mark => {{ {TIP} const at = mark.getBoundingClientRect();
  const over = Math.min(box.right, at.right) - Math.max(box.left, at.left) > 0.5
    && Math.min(box.bottom, at.bottom) - Math.max(box.top, at.top) > 0.5;
  const inside = box.left >= 0 && box.right <= innerWidth + 0.5;
  const said = (mark.getAttribute('aria-label') || mark.getAttribute('aria-description')).split('\\n');
  return [tip.hidden, over, inside, tip.textContent === said[0].replace(/\\.$/, '') + said[1]] }}"""
SHOWN = [False, False, True, True]
EACH = f"""async () => {{ const faults = []; let n = 0; const told = {TOLD};
  for (const mark of document.querySelectorAll('a.tells')) {{
    if (!mark.checkVisibility()) continue;
    mark.scrollIntoView({{ block: 'center' }});
    mark.dispatchEvent(new PointerEvent('pointerover', {{ bubbles: true, pointerType: 'mouse' }}));
    const found = told(mark).join();
    if (found !== 'false,false,true,true') faults.push(found + ' ' + mark.outerHTML.slice(0, 200));
    n += 1;
  }}
  return [n, faults] }}"""
FOCUSED = "document.activeElement.getAttribute('aria-label')"
STOPS = """() => [...document.querySelectorAll('figure, .period, .over-strip, svg.map')].map(part =>
  [...part.querySelectorAll('a.tells')].filter(m => m.closest('figure, .period, .over-strip, svg.map') === part
    && m.checkVisibility() && m.tabIndex === 0).length)"""


def _open(watched: Watched, path: str) -> Page:
    page = watched.open(path)
    page.wait_for_load_state("networkidle")
    return page


def _told(page: Page, mark: Any) -> list[bool]:
    page.wait_for_timeout(50)
    told: list[bool] = mark.evaluate(TOLD)
    return told


@pytest.mark.sampled(4)
@pytest.mark.parametrize("path", sorted(ANSWERING))
def test_every_mark_is_told_beside_itself_on_a_phone(phone: Watched, path: str) -> None:
    """On a desk ``test_every_page.py`` asks the same."""
    n, faults = _open(phone, path).evaluate(EACH)
    assert n > 5
    assert faults == []


@pytest.mark.parametrize(
    ("path", "marks"),
    [
        ("/", "#vekt-kom a.tells"),
        ("/kart", "svg.map a.tells"),
        ("/utforsk", ".plot-marks a.tells"),
        ("/utlysninger", ".tl a.tells"),
    ],
)
def test_no_barrier_while_a_tip_stands(desk: Watched, path: str, marks: str) -> None:
    page = _open(desk, path)
    page.locator(marks).nth(1).hover()
    page.wait_for_selector(".tip:not([hidden])")
    assert desk.axe() == []


def test_a_figure_is_one_stop_and_arrows_walk_it(desk: Watched) -> None:
    page = _open(desk, "/")
    stops = page.evaluate(STOPS)
    assert set(stops) <= {0, 1}
    assert sum(stops) > 8
    cells = page.locator("#omrader figure a.tells")
    cells.nth(0).focus()
    page.keyboard.press("ArrowRight")
    assert cells.nth(1).evaluate("mark => mark === document.activeElement")
    assert _told(page, cells.nth(1)) == SHOWN
    page.keyboard.press("ArrowDown")
    below = page.evaluate(FOCUSED)
    assert below.split(":")[0].split(", ")[-1] == "Politikkoppfølging"
    assert set(page.evaluate(STOPS)) <= {0, 1}
    page.keyboard.press("End")
    last = page.evaluate(FOCUSED)
    page.keyboard.press("Home")
    assert cells.nth(0).evaluate("mark => mark === document.activeElement")
    assert last != below


def test_escape_closes_the_tip_and_keeps_the_place(desk: Watched) -> None:
    page = _open(desk, "/")
    mark = page.locator(".months a.tells").nth(5)
    page.keyboard.press("Tab")
    mark.focus()
    assert _told(page, mark) == SHOWN
    page.keyboard.press("Escape")
    assert page.evaluate("document.querySelector('.tip').hidden")
    assert mark.evaluate("mark => mark === document.activeElement")


def test_the_pointer_may_go_onto_the_tip(desk: Watched) -> None:
    page = _open(desk, "/")
    mark = page.locator("#vekt-pro a.tells").nth(1)
    mark.hover()
    page.locator(".tip").hover()
    page.wait_for_timeout(400)
    assert not page.evaluate("document.querySelector('.tip').hidden")
    page.mouse.move(2, 2)
    page.wait_for_timeout(400)
    assert page.evaluate("document.querySelector('.tip').hidden")


def test_a_press_narrows_is_told_keeps_the_focus_and_escape_takes_it_back(desk: Watched) -> None:
    page = _open(desk, "/")
    cell = page.locator("#omrader a.tells[aria-label^='Samferdsel, Prosjektutvikling']")
    page.keyboard.press("Tab")
    cell.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**omrade=SAM&virkemiddel=PRO**")
    page.wait_for_selector(".chip:has-text('Samferdsel')")
    page.wait_for_timeout(200)
    assert page.evaluate(FOCUSED).startswith("Samferdsel, Prosjektutvikling")
    said = page.locator("p.unseen[role=status]:not([id])").text_content() or ""
    assert "Samferdsel" in said
    assert "tiltak" in said
    page.keyboard.press("Escape")  # the tip of the mark that has the focus
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: "omrade" not in url)
    page.wait_for_selector(".chip", state="detached")
    page.wait_for_timeout(200)
    assert page.evaluate(FOCUSED).startswith("Samferdsel, Prosjektutvikling")


def test_a_month_narrows_is_told_and_its_chip_takes_it_back_whole(desk: Watched) -> None:
    """The bar's number is that of the page; a second press opens the records; the year goes with the month's chip."""
    page = _open(desk, "/")
    bar = page.locator(".months a.tells[aria-label^='Mars 2025']")
    n = (bar.get_attribute("aria-label") or "").split(": ")[1].split(" ")[0]
    page.keyboard.press("Tab")
    bar.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**maned=2025-03**")
    page.wait_for_selector(".chip:has-text('Måned: mars 2025')")
    page.wait_for_timeout(200)
    assert page.evaluate(FOCUSED).startswith("Mars 2025")
    assert (page.locator("p.unseen[role=status]:not([id])").text_content() or "").startswith(
        f"Måned: mars 2025. {n} tiltak"
    )
    assert page.locator(".filters .left b").text_content() == n
    assert "/utforsk" in (page.locator(".months a.tells[aria-label^='Mars 2025']").get_attribute("href") or "")
    assert page.locator(".chip").count() == 1
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: "maned" not in url)
    page.wait_for_selector(".chip", state="detached")
    page.locator(".months a.tells[aria-label^='Mars 2025']").click()
    page.wait_for_selector(".chip:has-text('Måned: mars 2025')")
    page.locator(".chip a").click()
    page.wait_for_selector(".chip", state="detached")
    assert "periode" not in page.url


def test_a_month_is_chosen_among_the_filters(desk: Watched) -> None:
    page = _open(desk, "/maal?virkemiddel=PRO")
    page.locator(".filter-button").click()
    page.locator("#valg-maned summary").click()
    page.locator("#felt-maned").select_option("2025-03")
    page.locator("#valg-maned button").click()
    page.wait_for_selector(".chip:has-text('Måned: mars 2025')")
    assert "virkemiddel=PRO" in page.url
    assert page.locator(".chip").count() == 2


def test_a_tap_tells_and_the_second_goes_on(phone: Watched) -> None:
    page = _open(phone, "/")
    mark = page.locator(".months a.tells").nth(14)
    mark.scroll_into_view_if_needed()
    mark.tap()
    page.wait_for_timeout(150)
    assert _told(page, mark) == SHOWN
    assert "maned" not in page.url
    mark.tap()
    page.wait_for_url("**maned=2025-03**")
    page.wait_for_selector(".chip:has-text('mars 2025')")


def test_a_tap_on_the_tip_goes_on(phone: Watched) -> None:
    page = _open(phone, "/maal")
    mark = page.locator("#maltall a.tells").first
    mark.scroll_into_view_if_needed()
    mark.tap()
    page.locator(".tip:not([hidden])").tap()
    page.wait_for_timeout(600)
    assert page.url != phone.home + "/maal"


def test_the_way_to_the_table_opens_it(desk: Watched) -> None:
    page = _open(desk, "/finansiering")
    page.locator("#faller-bort a.tells").first.click()
    page.wait_for_timeout(200)
    assert page.locator("#faller-bort-tall").is_visible()
