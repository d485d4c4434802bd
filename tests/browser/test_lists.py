"""The lists in a real browser: the grid on a desk, the plain table on a phone; one address for both."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser

FIRST = ".ag-row[row-index='0'] a"


@pytest.fixture
def clip(desk: Watched) -> Watched:
    """A desk that may use the clipboard."""
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return desk


def grid(watched: Watched, path: str) -> Page:
    """A list with its grid filled."""
    page = watched.open(path)
    page.wait_for_selector(FIRST)
    return page


def clipped(page: Page) -> list[list[str]]:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return [line.split("\t") for line in text.split("\n")]


@pytest.mark.sampled(3)
@pytest.mark.parametrize("path", ["/data/prosjekt", "/en/data/utlysning?omrade=SAM", "/data/eu-sak"])
def test_the_grid_has_no_barrier_and_brings_no_sheet_of_its_own(desk: Watched, path: str) -> None:
    page = grid(desk, path)
    assert desk.axe() == []
    assert page.evaluate("[...document.querySelectorAll('style')].some(e => e.textContent.includes('ag-'))") is False
    assert page.locator(".list-plain").is_hidden()


def test_a_heading_sorts_the_address_follows_and_back_takes_it_back(desk: Watched) -> None:
    page = grid(desk, "/data/prosjekt?omrade=SAM")
    usual, posts = page.inner_text(FIRST), len(desk.posts)
    head = page.locator(".ag-header-cell[col-id='start']")
    head.click()
    page.wait_for_url("**sorter=start")
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(page.locator(FIRST)).not_to_have_text(usual)
    early = page.inner_text(FIRST)
    head.click()
    page.wait_for_url("**sorter=-start")
    expect(page.locator(FIRST)).not_to_have_text(early)
    assert len(desk.posts) == posts, "the page stays as it stands"
    english = page.locator(".tools a[lang='en']")
    expect(english).to_have_attribute("href", "/en/data/prosjekt?omrade=SAM&sorter=-start")
    page.go_back()
    expect(page.locator(FIRST)).to_have_text(early)
    page.go_back()
    expect(page.locator(FIRST)).to_have_text(usual)
    expect(page.locator(".ag-header-cell[col-id='start']")).to_have_attribute("aria-sort", "none")
    page.go_forward()
    expect(page.locator(FIRST)).to_have_text(early)
    page.reload()
    expect(page.locator(FIRST)).to_have_text(early)


def test_back_to_the_order_the_page_came_with(desk: Watched) -> None:
    page = grid(desk, "/data/prosjekt?sorter=-kode")
    last = page.inner_text(FIRST)
    page.click(".ag-header-cell[col-id='navn']")
    page.wait_for_url("**sorter=navn")
    expect(page.locator(FIRST)).not_to_have_text(last)
    page.go_back()
    expect(page.locator(FIRST)).to_have_text(last)
    expect(page.locator(".ag-header-cell[col-id='kode']")).to_have_attribute("aria-sort", "descending")


def test_scrolling_asks_for_the_rows_below(desk: Watched) -> None:
    page = grid(desk, "/data/aktivitet?sorter=kode")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/rader?" in request.url else None)
    page.evaluate("document.querySelector('.ag-body-viewport').scrollTop = 1e7")
    expect(page.locator(".ag-row[row-index='326'] a")).to_be_visible()
    codes = page.locator(".ag-row [col-id='kode']").all_inner_texts()
    assert "" not in codes
    assert any("fra=300" in url for url in asked)


def test_rows_are_chosen_and_copied_by_the_keyboard(clip: Watched) -> None:
    page = grid(clip, "/data/prosjekt?kolonner=kode,budget,start")
    page.click(".ag-row[row-index='1'] [col-id='kode']")
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Shift+Space")
    expect(page.locator("[data-copies]")).to_have_text("Kopier 2 rader")
    page.keyboard.press("Control+c")
    expect(page.locator(".list-told")).to_have_text("Kopiert, med overskrift")
    heading, *rows = clipped(page)
    assert heading == ["Navn", "Referanse", "Budsjett, vår del", "Budsjett, vår del (valuta)", "Start"]
    assert [row[1] for row in rows] == page.locator(".ag-row-selected [col-id='kode']").all_inner_texts()


def test_a_column_is_summed_and_copied_whole(clip: Watched) -> None:
    page = grid(clip, "/data/prosjekt?omrade=SAM")
    page.select_option("#valgt-kolonne", "budget")
    expect(page.locator(".list-told")).to_have_text("Sum av «Budsjett, vår del»: 18 535 200 euro")
    page.click("[data-copies]")
    expect(page.locator(".list-told")).to_have_text("Kopiert, med overskrift")
    heading, *rows = clipped(page)
    assert heading == ["Budsjett, vår del", "Budsjett, vår del (valuta)"]
    assert sum(float(row[0].replace(",", ".")) for row in rows) == 18_535_200


def test_filter_search_and_columns_are_in_the_address(desk: Watched) -> None:
    page = grid(desk, "/data/prosjekt?omrade=SAM")
    page.click("#valg-filter summary")
    page.select_option("#felt-er-status", "granted")
    page.click("#valg-filter .go")
    page.wait_for_url("**er-status=granted**")
    expect(page.locator("h1")).to_have_text("Prosjekter: 1 av 57")
    page.fill("#felt-finn", "ferjer")
    page.keyboard.press("Enter")
    page.wait_for_url("**finn=ferjer**")
    expect(page.locator(".list-controls .chip")).to_have_count(2)
    page.wait_for_selector(FIRST)
    page.click("#valg-kolonner summary")
    page.click("#valg-kolonner a:has-text('Hvem tok initiativet')")
    page.wait_for_url("**origin**")
    expect(page.locator("#valg-kolonner a.on")).to_contain_text(["Hvem tok initiativet"])
    page.wait_for_selector(FIRST)


def test_enter_on_a_name_opens_the_sheet_and_back_the_list(desk: Watched) -> None:
    page = grid(desk, "/data/prosjekt")
    page.click(".ag-row[row-index='0'] [col-id='kode']")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    page.wait_for_url("**/post/prosjekt/P-0001")
    page.go_back()
    page.wait_for_selector(FIRST)


def test_no_page_without_a_list_loads_the_grid(chromium: Browser, demo_url: str) -> None:
    watched = Watched(chromium, demo_url, viewport={"width": 1440, "height": 900})
    asked: list[str] = []
    watched.page.on("request", lambda request: asked.append(request.url))
    for path in ("/", "/data", "/post/prosjekt/P-0017"):
        watched.open(path).wait_for_load_state("networkidle")
    assert not [url for url in asked if "ag_grid" in url or "/assets/list/" in url]
    grid(watched, "/data/prosjekt")
    assert [url for url in asked if "ag_grid" in url]
    answer = watched.page.request.get(demo_url + "/_dash-component-suites/dash_ag_grid/async-enterprise.js")
    assert answer.status == 404
    assert watched.faults == []
    watched.context.close()


def test_a_phone_gets_the_plain_list_and_no_grid(phone: Watched) -> None:
    asked: list[str] = []
    phone.page.on("request", lambda request: asked.append(request.url))
    page = phone.open("/data/aktivitet?sorter=-start")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "ag_grid" in url]
    assert page.locator(".list-plain tbody tr").count() == 100
    assert page.locator(".list-tools").is_hidden()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.click(".pager a:has-text('Neste')")
    page.wait_for_url("**blad=2**")
    expect(page.locator(".pager")).to_contain_text("Side 2 av")
    assert phone.axe() == []


def test_paper_gets_the_plain_list(desk: Watched) -> None:
    page = grid(desk, "/data/prosjekt")
    page.emulate_media(media="print")
    assert page.locator(".list-plain").is_visible()
    assert page.locator(".list-room").is_hidden()
