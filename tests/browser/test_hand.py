"""A hand on the timeline: drag, edges, wheel with Ctrl, pinch and keys; the address follows at rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import pytest
from playwright.sync_api import Browser, Page, expect

from akint_dash.measures.call_window import window
from tests.browser.conftest import TODAY, Watched, watching

pytestmark = pytest.mark.browser

FRAME, LANE = "#tidsrom", ".tl-row.tl-inner > svg"
DAY = timedelta(days=1)
DRAWN = """() => { const now = akintMoving.shown(), at = akintMoving.current();
  return !!now && now.first === at[0] && now.end === at[1] && !document.querySelector('.tl.moving') }"""


def _opened(watched: Watched, path: str = "/utlysninger") -> Page:
    page = watched.open(path)
    until(page, "() => !!window.akintMoving && !!document.querySelector('.tl')")
    page.evaluate("document.querySelector('.over-strip').scrollIntoView({ block: 'start' })")
    return page


def until(page: Page, asked: str) -> None:  # polled: the page's policy shuts out Playwright's own waiting
    for _ in range(400):
        if page.evaluate(asked):
            return
        page.wait_for_timeout(25)
    raise AssertionError(asked)


def _rested(page: Page, heading: str) -> None:
    """The answer to the hand's step stands, drawn as the address says."""
    expect(page.locator("#vindu")).to_have_text(heading)
    until(page, DRAWN)


def _middle(page: Page, what: str) -> tuple[float, float, float]:
    """The middle of an element, and its width."""
    box = page.locator(what).first.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, box["width"]


def _drag(page: Page, x: float, y: float, far: float, *, let_go: bool = True) -> None:
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 11):
        page.mouse.move(x + far * step / 10, y)
    if let_go:
        page.mouse.up()


def _month(page: Page) -> float:
    """px of a month of the strip."""
    return _middle(page, ".calls-strip")[2] / 60


def test_the_frame_is_dragged_and_the_address_follows_at_rest(desk: Watched) -> None:
    page = _opened(desk)
    desk.posts.clear()
    before = page.evaluate("scrollY")
    x, y, _ = _middle(page, FRAME)
    _drag(page, x, y, -5 * _month(page), let_go=False)
    moved = page.evaluate(
        "[...document.querySelectorAll('.tl-row > svg')].every(s => s.style.transform.startsWith('tran'))"
    )
    assert moved, "the lanes go along while the hand moves"
    assert page.url.endswith("/utlysninger"), "nothing is asked before the hand rests"
    page.mouse.up()
    _rested(page, "Juni 2026 – februar 2027")
    assert page.url.endswith("/utlysninger?fra=2026-06-01")
    assert (len(desk.posts), page.evaluate("scrollY")) == (1, before)
    expect(page.locator(FRAME)).to_be_focused()
    assert desk.axe() == []


def test_many_drags_are_one_step_back(desk: Watched) -> None:
    page = _opened(desk)
    length = page.evaluate("history.length")
    for heading in ("Juni 2026 – februar 2027", "Januar 2026 – september 2026"):
        x, y, _ = _middle(page, FRAME)
        _drag(page, x, y, -5 * _month(page))
        _rested(page, heading)
    assert page.evaluate("history.length") == length + 1
    page.go_back()
    _rested(page, "November 2026 – juli 2027")
    assert page.url.endswith("/utlysninger")


def test_an_edge_makes_the_window_longer(desk: Watched) -> None:
    page = _opened(desk)
    x, y, wide = _middle(page, FRAME)
    _drag(page, x + wide / 2, y, 6 * _month(page))
    _rested(page, "November 2026 – januar 2028")
    assert page.url.endswith("?fra=2026-11-01&til=2028-01-31")
    expect(page.locator(".zoomset [aria-current]").first).not_to_have_attribute("id", "zoom-9mnd")
    x, y, wide = _middle(page, FRAME)
    _drag(page, x - wide / 2, y, 12 * _month(page))
    _rested(page, "1. november 2027 – 30. januar 2028")
    assert desk.axe() == []


def test_a_press_outside_puts_the_window_around_the_month(desk: Watched) -> None:
    page = _opened(desk)
    x, y, wide = _middle(page, ".calls-strip")
    page.mouse.click(x - wide / 2 + 6.5 * _month(page), y)
    _rested(page, "Mars 2024 – november 2024")


def test_the_lanes_are_pulled_and_no_call_is_opened(desk: Watched) -> None:
    page = _opened(desk)
    page.evaluate("document.querySelector('.tl').scrollIntoView({ block: 'center' })")
    call = page.locator(".tl .call a.tells").first
    box = call.bounding_box()
    assert box is not None
    wide = _middle(page, LANE)[2]
    _drag(page, box["x"] + 40, box["y"] + 24, wide / 3)
    _rested(page, "August 2026 – april 2027")
    assert "utlysning=" not in page.url
    page.locator(".tl .call a.tells").first.click()
    page.wait_for_url("**utlysning=*")


def test_ctrl_and_the_wheel_zoom_about_the_pointer_and_the_wheel_alone_scrolls(desk: Watched) -> None:
    page = _opened(desk)
    page.evaluate("document.querySelector('.tl').scrollIntoView({ block: 'center' })")
    x, y, _ = _middle(page, LANE)
    page.mouse.move(x, y)
    top = page.evaluate("scrollY")
    page.mouse.wheel(0, 60)
    until(page, f"() => scrollY > {top}")
    assert page.evaluate("akintMoving.current()[1] - akintMoving.current()[0]") == 273
    page.keyboard.down("Control")
    for _ in range(6):
        page.mouse.wheel(0, -60)
    page.keyboard.up("Control")
    page.wait_for_url("**til=*")
    until(page, DRAWN)
    first, end = page.evaluate("akintMoving.current().map(akintDays.write)")
    assert (
        date(2026, 12, 1) < date.fromisoformat(first) < date(2027, 3, 15) < date.fromisoformat(end) < date(2027, 7, 1)
    )


def test_the_window_is_a_slider(desk: Watched) -> None:
    page = _opened(desk)
    frame = page.locator(FRAME)
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(frame).to_have_attribute("aria-valuetext", "Januar 2027 – september 2027")
    _rested(page, "Januar 2027 – september 2027")
    expect(frame).to_be_focused()
    said = page.locator("p.unseen[role=status]:not([id])")
    expect(said).to_contain_text("med frist fra januar 2027 til september 2027")
    page.keyboard.press("Shift+ArrowLeft")
    _rested(page, "Oktober 2026 – juni 2027")
    page.keyboard.press("-")
    _rested(page, "August 2026 – august 2027")
    page.keyboard.press("Home")
    _rested(page, "Januar 2024 – januar 2025")
    page.keyboard.press("End")
    _rested(page, "Desember 2027 – desember 2028")
    page.keyboard.press("Escape")
    _rested(page, "November 2026 – juli 2027")
    assert page.url.endswith("/utlysninger")
    assert desk.axe() == []


class Fingers:
    """Fingers on a page."""

    def __init__(self, page: Page) -> None:
        self.wire = page.context.new_cdp_session(page)

    def put(self, kind: str, *points: tuple[float, float]) -> None:
        at = [{"x": x, "y": y, "id": index} for index, (x, y) in enumerate(points)]
        self.wire.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

    def drag(self, x: float, y: float, dx: float, dy: float) -> None:
        """One finger, from a place and so far."""
        self.put("touchStart", (x, y))
        for step in range(1, 9):
            self.put("touchMove", (x + dx * step / 8, y + dy * step / 8))
        self.put("touchEnd")

    def spread(self, x: float, y: float, before: float, after: float) -> None:
        """Two fingers that go apart, or together."""
        self.put("touchStart", (x - before, y), (x + before, y))
        for step in range(1, 9):
            far = before + (after - before) * step / 8
            self.put("touchMove", (x - far, y), (x + far, y))
        self.put("touchEnd")


@pytest.fixture
def tablet(chromium: Browser, demo_url: str) -> Iterator[Watched]:
    yield from watching(chromium, demo_url, viewport={"width": 1100, "height": 900}, has_touch=True)


def test_two_fingers_zoom_the_lanes_and_one_scrolls_or_pulls(tablet: Watched) -> None:
    page = _opened(tablet)
    page.evaluate("document.querySelector('.tl').scrollIntoView({ block: 'center' })")
    fingers, (x, y, _) = Fingers(page), _middle(page, LANE)
    fingers.spread(x, y, 40, 120)
    page.wait_for_url("**til=*")
    until(page, DRAWN)
    assert 80 < page.evaluate("akintMoving.current()[1] - akintMoving.current()[0]") < 110
    page.evaluate("document.querySelector('.tl').scrollIntoView({ block: 'center' })")
    x, y, _ = _middle(page, ".tl-row:nth-child(2) > svg")
    first, top = page.evaluate("[akintMoving.shown().first, scrollY]")
    fingers.drag(x, y, 0, -100)
    page.wait_for_timeout(400)
    assert page.evaluate("scrollY") > top
    assert page.evaluate("akintMoving.shown().first") == first
    x, y, _ = _middle(page, ".tl-row:nth-child(2) > svg")
    fingers.drag(x, y, -160, 0)
    until(page, f"() => akintMoving.shown().first > {first}")
    assert page.evaluate("scrollX") == 0


def test_the_browser_and_the_server_cut_alike(desk: Watched) -> None:
    page, random, today = _opened(desk), Random(20261130), date.fromisoformat(TODAY)
    for _ in range(200):
        first = random.randrange(19_000, 21_500) + random.random()
        long = random.choice((random.uniform(7, 15), random.uniform(15, 150), random.uniform(150, 1826)))
        asked = f"akintDays.settled([{first}, {first + long}], {{ first: 0, end: 3, step: 'day' }})"
        begins, last = page.evaluate(f"(s => [akintDays.write(s.first), akintDays.write(s.end - 1)])({asked})")
        shown = window("", date.fromisoformat(begins), today, date.fromisoformat(last))
        assert (shown.first.isoformat(), (shown.end - DAY).isoformat()) == (
            begins,
            last,
        )
