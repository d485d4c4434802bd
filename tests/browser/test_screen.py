"""The wall in a real browser: large enough, never blank, by keyboard, read by a phone, closed with its link."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import numpy as np
import pytest
import zxingcpp
from playwright.sync_api import Browser, Error, Page

from akint_dash.access.screen_links import token
from akint_dash.domain.wall import Surface
from akint_dash.pages.screen.asked import KINDS
from akint_dash.store.engine import open_engine
from akint_dash.store.screen_links import make_link, revoke
from benchmarks.wall import Server, faults, look
from tests.browser.conftest import Watched, serve

pytestmark = pytest.mark.browser

DAY = "2026-11-03"
HOME = "https://portefolje.example"


@pytest.fixture(scope="module")
def wall_url(demo_file: Path) -> Iterator[str]:
    """A server on a day on which every slide has data, that knows its own address."""
    yield from serve(database_url=f"sqlite:///{demo_file}", today=DAY, public_url=HOME)


def _open(
    browser: Browser, home: str, query: str, width: int = 1920, height: int = 1080, motion: str = "reduce"
) -> Watched:
    watched = Watched(browser, home, viewport={"width": width, "height": height}, reduced_motion=motion)
    watched.page.goto(f"{home}/skjerm?sekunder=600&flate={width}x{height}&{query}", wait_until="load")
    _until(watched.page, lambda seen: seen["slide"])
    return watched


def _until(page: Page, good: object, seconds: float = 20.0) -> dict[str, object]:
    """The first look that is as wanted."""
    seen: dict[str, object] = {}
    for _ in range(int(seconds * 5)):
        seen = look(page) or {}
        if seen and good(seen):  # type: ignore[operator]
            return seen
        page.wait_for_timeout(200)
    raise AssertionError(f"the wall stays {seen.get('slide')} {seen.get('state')} {seen.get('stamp')}")


WALLS = [(*form, shade) for form in ((1920, 1080), (3840, 2160), (1080, 1920)) for shade in ("lys", "mork")]


@pytest.mark.sampled(4)
@pytest.mark.parametrize(("width", "height", "look_of"), WALLS)
@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_slide_is_large_enough_and_inside_the_wall(
    chromium: Browser, wall_url: str, width: int, height: int, look_of: str, language: str
) -> None:
    watched = _open(chromium, wall_url, f"utseende={look_of}&sprak={language}", width, height)
    _until(watched.page, lambda seen: bool(seen["updated"]))
    watched.page.wait_for_timeout(1500)
    told = []
    for kind in KINDS:
        seen = _until(watched.page, lambda seen, kind=kind: seen["slide"] == f"{kind}-{language}")
        told += [f"{kind}: {fault}" for fault in faults(seen, Surface(width, height))]
        assert "Demonstra" in str(seen["all"])
        assert ":" in str(seen["all"])
        watched.page.keyboard.press("ArrowRight")
    assert told == []
    assert watched.faults + watched.violations() == []
    watched.context.close()


def test_no_barrier_on_wall_phone_and_closed_page(chromium: Browser, wall_url: str) -> None:
    watched = _open(chromium, wall_url, "")
    for _ in range(len(KINDS)):
        assert watched.axe() == [], look(watched.page)
        watched.page.keyboard.press("PageDown")
    for path in [*(f"/skjerm/gjest?bilde={kind}" for kind in KINDS), "/skjerm?lenke=1.x"]:
        watched.page.goto(wall_url + path)
        assert watched.axe() == [], path
        assert watched.page.locator("h1").count() == 1
    watched.context.close()


def test_all_by_keyboard_and_a_presenters_remote(chromium: Browser, wall_url: str) -> None:
    watched = _open(chromium, wall_url, "bilder=funn,kart,frister")
    page = watched.page
    for key, slide in (
        ("ArrowRight", "kart"), ("PageDown", "frister"), ("PageDown", "funn"), ("ArrowLeft", "frister"),
        ("Home", "funn"), ("End", "frister"), ("PageUp", "kart"),
    ):  # fmt: skip
        page.keyboard.press(key)
        _until(page, lambda seen, slide=slide: seen["slide"] == f"{slide}-nb", 3)
    page.keyboard.press("b")
    assert _until(page, lambda seen: seen["stamp"] == "satt på pause", 3)
    page.keyboard.press(" ")
    assert _until(page, lambda seen: str(seen["stamp"]).startswith("Data til"), 3)
    assert page.evaluate("getComputedStyle(document.documentElement).cursor") == "none"
    watched.context.close()


@pytest.mark.parametrize(
    ("width", "height", "theme"),
    [
        (1920, 1080, "lys"),
        (1080, 1920, "mork"),
        pytest.param(1920, 1080, "mork", marks=pytest.mark.sampled),
        pytest.param(1080, 1920, "lys", marks=pytest.mark.sampled),
    ],
)
def test_a_phone_reads_the_code_of_every_slide(
    chromium: Browser, wall_url: str, width: int, height: int, theme: str
) -> None:
    watched = _open(chromium, wall_url, f"utseende={theme}&omrade=SAM", width, height)
    page, phone, eyes = watched.page, watched.context.new_page(), watched.context.new_page()
    page.wait_for_timeout(1500)
    kinds: set[str] = set()
    while (kind := str((look(page) or {})["slide"]).partition("-")[0]) not in kinds:
        kinds.add(kind)
        box = page.locator(".layer.on .qr").bounding_box()
        assert box is not None
        page.bring_to_front()  # a tab behind another is drawn once a second
        around = {"x": box["x"] - 8, "y": box["y"] - 8, "width": box["width"] + 16, "height": box["height"] + 16}
        found = zxingcpp.read_barcodes(_grey(eyes, page.screenshot(clip=around)))  # type: ignore[arg-type]
        assert len(found) == 1, kind
        address = urlsplit(found[0].text)
        assert f"{address.scheme}://{address.netloc}{address.path}" == f"{HOME}/skjerm/gjest"
        assert parse_qs(address.query) == {"bilde": [kind], "omrade": ["SAM"]}
        phone.goto(f"{wall_url}{address.path}?{address.query}")
        assert phone.locator("h1").count() == 1
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(300)
    assert len(kinds) > 5
    watched.context.close()


def _grey(page: Page, png: bytes) -> Any:
    """A picture as grey values, read by a browser's empty page."""
    width, height, grey = page.evaluate(
        """async (data) => {
          const picture = await createImageBitmap(await (await fetch('data:image/png;base64,' + data)).blob());
          const canvas = new OffscreenCanvas(picture.width, picture.height), pen = canvas.getContext('2d');
          pen.drawImage(picture, 0, 0);
          const all = pen.getImageData(0, 0, picture.width, picture.height).data;
          let grey = '';
          for (let at = 1; at < all.length; at += 4) grey += String.fromCharCode(all[at]);
          return [picture.width, picture.height, btoa(grey)];
        }""",
        base64.b64encode(png).decode(),
    )
    return np.frombuffer(base64.b64decode(grey), dtype=np.uint8).reshape(height, width)


def test_without_its_own_address_there_is_no_code(chromium: Browser, demo_url: str) -> None:
    watched = _open(chromium, demo_url, "")
    assert watched.page.locator(".qr").count() == 0
    watched.context.close()


# -- the page that sets it up


@pytest.mark.parametrize(("inches", "enough"), [("75", True), ("55", False)])
def test_the_setup_says_what_would_be_too_small(chromium: Browser, wall_url: str, inches: str, enough: bool) -> None:
    watched = Watched(chromium, wall_url, viewport={"width": 1440, "height": 900})
    page = watched.open("/skjerm/oppsett")
    page.fill("#felt-tommer", inches)
    page.click(".wall-form button")
    title = "kan leses på inntil åtte meters avstand" if enough else "blir for liten på åtte meters avstand"
    page.wait_for_selector(f"h1:has-text('Teksten på en skjerm på {inches} tommer {title}')")
    surface = Surface(inches=float(inches))
    said, told = f"{surface.farthest:.1f}".replace(".", ","), _plain(page.inner_text("main"))
    way_out = f"La leserne stå høyst {said} meter unna, eller bruk minst {int(surface.least_inches) + 1} tommer."
    assert (way_out in told) == ("for smått" in told) == (not enough)
    query = urlsplit(page.inner_text(".wall-address code")).query
    assert parse_qs(query).get("tommer", ["75"]) == [inches]
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.goto(f"{wall_url}/skjerm?{query}")
    _until(page, lambda seen: seen["slide"])
    assert any(fault.startswith("small") for fault in faults(look(page), surface)) == (not enough)
    watched.context.close()


def _plain(words: str) -> str:
    return words.replace("\u00a0", " ")


PREVIEW = """([kind, stands]) => {
  const box = document.querySelector('.preview'), room = box && box.shadowRoot;
  const slide = room && room.querySelector('.slide'), size = box && box.getBoundingClientRect();
  if (!slide || slide.dataset.kind !== kind || size.height > size.width !== stands) return null;
  const of = slide.getBoundingClientRect(), told = document.querySelector('figcaption').textContent;
  return [slide.innerText, told, Math.abs(of.width - size.width) < 2 && Math.abs(of.height - size.height) < 2];
}"""


def test_the_setups_picture_is_the_wall_and_follows_what_is_chosen(chromium: Browser, wall_url: str) -> None:
    watched = Watched(chromium, wall_url, viewport={"width": 1440, "height": 900})
    page = watched.open("/skjerm/oppsett?bilder=omrader,kart")

    def shown(kind: str, stands: bool = False) -> tuple[str, str]:
        words, told, fills = page.wait_for_function(PREVIEW, arg=[kind, stands], timeout=30_000).json_value()
        assert fills
        return _plain(words), told

    words, told = shown("omrader")
    assert "150 tiltak hittil i 2026" in words
    assert told.startswith("Veggen viser 3 av 7 linjer")
    words, told = shown("kart")
    assert "Ni regioner" in words
    assert told.startswith("Hele bildet får plass")
    page.click(".wall-choice a:has-text('Stående')")
    page.wait_for_selector(".preview.standing")
    page.click(".wall-choice a:text-is('English')")
    page.wait_for_selector(".wall-choice a[aria-current]:text-is('English')")
    assert "Nine partner" in shown("kart", stands=True)[0]
    page.click(".wall-slides li:has-text('Kartet') a:has-text('Ta bort')")
    page.wait_for_selector(".wall-slides .off:has-text('Kartet')")
    assert "150 initiatives" in shown("omrader", stands=True)[0]
    page.wait_for_timeout(5000)  # longer than a slide stands there
    assert "150 initiatives" in shown("omrader", stands=True)[0]
    assert watched.faults + watched.violations() == []
    watched.context.close()


# -- awake, and easy on the screen

AWAKE = """
window.__woken = [];
const request = (kind) => { window.__woken.push(kind); return Promise.resolve({}); };
Object.defineProperty(navigator, 'wakeLock', {value: {request}});
"""
BACK = """(state) => {
  Object.defineProperty(document, 'visibilityState', {value: state, configurable: true});
  document.dispatchEvent(new Event('visibilitychange'));
}"""


def test_the_screen_is_asked_to_stay_awake_and_again_when_it_comes_back(chromium: Browser, wall_url: str) -> None:
    watched = Watched(chromium, wall_url, viewport={"width": 1920, "height": 1080})
    watched.context.add_init_script(AWAKE)
    page = watched.page
    page.goto(f"{wall_url}/skjerm")
    _until(page, lambda seen: seen["slide"])
    assert page.evaluate("window.__woken") == ["screen"]
    page.evaluate(BACK, "hidden")
    assert page.evaluate("window.__woken") == ["screen"]
    page.evaluate(BACK, "visible")
    assert page.evaluate("window.__woken") == ["screen", "screen"]
    watched.context.close()


FADE = """() => new Promise((done) => {
  const seen = [], began = performance.now();
  dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight'}));
  (function frame() {
    const on = document.querySelector('.layer.on'), under = document.querySelector('.layer.under');
    const at = performance.now() - began;
    seen.push([at, Number(getComputedStyle(on).opacity), Boolean(under && under.childNodes.length)]);
    if (at < 4000) requestAnimationFrame(frame); else done(seen);
  })();
})"""


@pytest.mark.parametrize("calm", [False, True])
def test_a_slide_fades_in_over_the_one_before_unless_motion_is_unwanted(
    chromium: Browser, wall_url: str, calm: bool
) -> None:
    watched = _open(chromium, wall_url, "", motion="reduce" if calm else "no-preference")
    seen = watched.page.evaluate(FADE)
    fading = [(at, opacity, under) for at, opacity, under in seen if opacity < 1]
    if calm:
        assert fading == []
    else:
        assert [opacity for _, opacity, _ in seen] == sorted(opacity for _, opacity, _ in seen)
        assert seen[0][1] < 0.2
        assert fading[-1][0] > 900
        assert all(under for _, _, under in fading)  # the slide before is there until the new one is
    assert seen[-1][1:] == [1, False]
    watched.context.close()


def test_a_machine_that_fades_late_never_shows_half_a_slide_alone(chromium: Browser, wall_url: str) -> None:
    watched = _open(chromium, wall_url, "", motion="no-preference")
    page = watched.page
    tools = watched.context.new_cdp_session(page)
    tools.send("Animation.enable")
    tools.send("Animation.setPlaybackRate", {"playbackRate": 0.1})
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(3000)
    assert page.evaluate("Number(getComputedStyle(document.querySelector('.layer.on')).opacity)") < 0.9
    assert faults(look(page), Surface()) == []
    assert page.locator(".layer.under .slide").count() == 1
    tools.send("Animation.setPlaybackRate", {"playbackRate": 1})
    page.wait_for_function("() => document.querySelectorAll('.slide').length === 1")
    watched.context.close()


def test_the_picture_shifts_a_little_with_every_slide_and_comes_back(chromium: Browser, wall_url: str) -> None:
    watched = _open(chromium, wall_url, "", motion="no-preference")
    page = watched.page
    places = []
    for _ in range(10):
        page.keyboard.press("ArrowRight")
        moved = page.evaluate("document.querySelector('.stage').style.transform.match(/-?[\\d.]+/g).map(Number)")
        places.append((moved[0], moved[1]))
    assert len(set(places)) == 9
    assert places[0] == places[9]
    assert 1 < max(abs(at) for place in places for at in place) < 0.005 * 1080
    assert [round(sum(one), 3) for one in zip(*places[:9], strict=True)] == [0, 0]
    watched.context.close()


# -- outages


@pytest.fixture
def server(demo_database: str) -> Iterator[Server]:
    """A server that the test kills."""
    one = Server(demo_database)
    one.begin()
    yield one
    one.kill()


def test_the_last_picture_stays_tells_its_age_turns_amber_and_heals(chromium: Browser, server: Server) -> None:
    watched = _open(chromium, server.home, "fornyes=0.2")
    page = watched.page
    _until(page, lambda seen: seen["state"] == "fresh")
    server.kill()
    seen = _until(page, lambda seen: seen["state"] == "old")
    assert str(seen["stamp"]).startswith("sist oppdatert ")
    assert faults(seen, Surface()) == []
    late = _until(page, lambda seen: seen["late"], 40)  # an hour is sixty looks, here of a fifth of a second
    assert faults(late, Surface()) == []
    server.begin()
    assert _until(page, lambda seen: seen["state"] == "fresh" and str(seen["stamp"]).startswith("Data til"))
    watched.context.close()


def test_a_wall_opened_while_the_server_is_away_shows_the_last_picture(chromium: Browser, server: Server) -> None:
    watched = _open(chromium, server.home, "fornyes=1")
    page = watched.page
    page.wait_for_timeout(1500)
    page.reload()  # now the keeper sees its requests
    page.wait_for_timeout(1500)
    server.kill()
    page.reload()
    seen = _until(page, lambda seen: seen["state"] == "old")
    assert faults(seen, Surface()) == []
    server.begin()
    assert _until(page, lambda seen: seen["state"] == "fresh")
    watched.context.close()


def test_an_open_wall_closes_with_its_link(chromium: Browser, demo_database: str) -> None:
    engine = open_engine(demo_database)
    link = make_link(engine, "Forum", "2026-01-01T00:00:00Z", "2999-01-01T00:00:00Z")
    for home in serve(database_url=demo_database, today=DAY, screen="link"):
        watched = _open(chromium, home, f"fornyes=1&lenke={token(link, 'screen')}")
        assert "Prosjekt" in str((look(watched.page) or {})["all"]) or watched.page.locator(".slide").count()
        revoke(engine, link.number, "2026-01-02T00:00:00Z")
        watched.page.wait_for_selector(".closed", timeout=20_000)
        words = watched.page.inner_text("body")
        assert "Denne lenken er ikke åpen" in words
        assert "mill." not in words
        assert watched.page.locator(".slide").count() == 0
        assert watched.page.locator("script[type]").count() == 0
        watched.context.close()


def test_a_tick_that_died_is_begun_again(chromium: Browser, wall_url: str) -> None:
    watched = _open(chromium, wall_url, "fornyes=1")
    page = watched.page
    _until(page, lambda seen: seen["state"] == "fresh")
    page.evaluate("for (let i = 0; i < 9999; i++) clearInterval(i)")
    before = int(str(_until(page, lambda seen: seen["updated"])["updated"]))
    assert _until(page, lambda seen: int(str(seen["updated"])) > before + 3, 30)
    watched.context.close()


@pytest.mark.sampled(2)
@pytest.mark.parametrize("away", [False, True])
def test_a_tab_that_hangs_is_opened_anew_where_it_was(chromium: Browser, server: Server, away: bool) -> None:
    watched = _open(chromium, server.home, "fornyes=1")
    page = watched.page
    page.wait_for_function("() => navigator.serviceWorker.controller")  # it hears from the first load on
    if away:
        page.reload()  # and keeps what it has seen come
    _until(page, lambda seen: seen["state"] == "fresh")
    page.keyboard.press("End")
    _until(page, lambda seen: seen["slide"] == "strategi-nb")
    if away:
        server.kill()
    walls: list[str] = []
    page.on("framenavigated", lambda frame: walls.append(urlsplit(frame.url).path))
    page.evaluate("setTimeout(() => { for (;;) {} }, 100)")
    with page.expect_event("framenavigated", lambda frame: urlsplit(frame.url).path == "/skjerm", timeout=60_000):
        pass
    _until(page, lambda seen: seen["slide"] == "strategi-nb" and seen["state"] == ("old" if away else "fresh"))
    assert _until(page, lambda seen: faults(seen, Surface()) == [], 5)
    assert walls == ["/skjerm/igjen", "/skjerm"]
    watched.context.close()


def test_it_reloads_in_the_night_and_goes_on_where_it_was(chromium: Browser, wall_url: str) -> None:
    watched = Watched(chromium, wall_url, viewport={"width": 1920, "height": 1080}, reduced_motion="reduce")
    watched.context.add_init_script(
        """(() => { const real = Date; const shift = Number(sessionStorage.getItem('shift') || 0);
        window.__loads = Number(sessionStorage.getItem('loads') || 0) + 1;
        sessionStorage.setItem('loads', window.__loads);
        window.__shift = shift;
        window.Date = class extends real {
          constructor(...a) { a.length ? super(...a) : super(real.now() + window.__shift); }
          static now() { return real.now() + window.__shift; } }; })()"""
    )
    page = watched.page
    page.goto(f"{wall_url}/skjerm?sekunder=600&fornyes=1")
    _until(page, lambda seen: seen["slide"])
    page.keyboard.press("End")
    _until(page, lambda seen: seen["slide"] == "strategi-nb")
    shift = page.evaluate(
        """() => { const oslo = Number(new Intl.DateTimeFormat('en', {timeZone: 'Europe/Oslo', hour: 'numeric',
        hourCycle: 'h23'}).format(new Date())); const shift = ((27 - oslo) % 24 + 24) * 3600e3;
        sessionStorage.setItem('shift', shift); window.__shift = shift; return shift; }"""
    )
    assert shift >= 24 * 3_600_000
    for _ in range(60):
        page.wait_for_timeout(300)
        with suppress(Error):  # asked in the very moment of the reload
            if page.evaluate("window.__loads") == 2:
                break
    assert page.evaluate("window.__loads") == 2
    assert _until(page, lambda seen: seen["slide"] == "strategi-nb")
    watched.context.close()
