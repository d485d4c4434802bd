"""The calls page in a real browser: texts keep apart at every zoom, the URL is the state, the phone gets the list."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser

FAULTS = """() => {
  const texts = [...document.querySelectorAll('.tl svg text')].map(e => [e.textContent, e.getBoundingClientRect()]);
  const box = document.querySelector('.tl').getBoundingClientRect(), bad = [];
  texts.forEach(([a, r], i) => {
    if (r.right > box.right + 1 || r.left < box.left - 1) bad.push('outside: ' + a);
    texts.slice(i + 1).forEach(([b, q]) => {
      if (Math.min(r.right, q.right) - Math.max(r.left, q.left) > 2 &&
          Math.min(r.bottom, q.bottom) - Math.max(r.top, q.top) > 2) bad.push(a + ' / ' + b); });
  });
  const bars = [...document.querySelectorAll('.tl .call .b')].map(e => e.getBoundingClientRect());
  bars.forEach((r, i) => bars.slice(i + 1).forEach(q => {
    if (Math.min(r.right, q.right) - Math.max(r.left, q.left) > 0 &&
        Math.min(r.bottom, q.bottom) - Math.max(r.top, q.top) > 0) bad.push('bars'); }));
  return [texts.length, bad];
}"""


@pytest.mark.sampled(2)
@pytest.mark.parametrize("zoom", ["5ar", "1ar", "9mnd", "kvartal", "uke"])
def test_texts_and_bars_keep_apart(desk: Watched, zoom: str) -> None:
    page = desk.open(f"/utlysninger?zoom={zoom}&fra=2026-12-07")
    for width in (1440, 1250, 1000, 700):
        page.set_viewport_size({"width": width, "height": 900})
        texts, bad = page.evaluate(FAULTS)
        assert (texts > 5, bad) == (True, [])


def test_a_click_on_a_call_opens_its_sheet_in_one_round_trip(desk: Watched) -> None:
    page = desk.open("/utlysninger")
    desk.posts.clear()
    page.locator(".calls tbody a").first.click()
    page.wait_for_url("**utlysning=*")
    expect(page.locator(".call-sheet .close")).to_be_visible()
    assert len(desk.posts) == 1
    page.locator("#lukk").click()
    expect(page.locator(".call-sheet .close")).to_have_count(0)


def test_the_phone_gets_the_list_sorted_by_days_left(chromium: Browser, demo_url: str) -> None:
    phone = Watched(chromium, demo_url, viewport={"width": 390, "height": 844})
    page = phone.open("/utlysninger?passer=alle")
    expect(page.locator("#tidslinje .tl-box")).to_be_hidden()
    expect(page.locator("#tidslinje .over-strip .facets summary").first).to_be_visible()
    left = [int(text.split()[0]) for text in page.locator(".calls .call-days").all_inner_texts() if text[0].isdigit()]
    assert left == sorted(left)
    assert left
    phone.context.close()


@pytest.mark.parametrize("query", ["", "?zoom=kvartal&passer=alle", "?fra=2026-12-01&til=2027-04-30"])
def test_a_mark_is_called_what_is_read_on_it(desk: Watched, query: str) -> None:
    page = desk.open(f"/utlysninger{query}")
    assert desk.axe() == []
    assert page.locator(".tl .call a.tells").count() > 3
    rule = "{ runOnly: { type: 'rule', values: ['label-content-name-mismatch'] } }"
    found = page.evaluate(f"axe.run(document, {rule}).then(r => r.violations.flatMap(v => v.nodes.map(n => n.html)))")
    assert found == []


def test_what_is_chosen_among_the_calls_stands_on_paper(desk: Watched) -> None:
    """The page's own chips and its count stand in the card, whose strip of months is for a hand."""
    page = desk.open("/utlysninger?tilstand=apen")
    page.emulate_media(media="print")
    expect(page.locator(".facets .chip")).to_be_visible()
    expect(page.locator(".facets .left")).to_be_visible()
    expect(page.locator(".calls-strip")).to_be_hidden()
    expect(page.locator(".facets summary").first).to_be_hidden()
