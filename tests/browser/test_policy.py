"""The policy of scripts and styles holds in a real browser: nothing is refused that we need, nothing allowed beside."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from akint_dash.access.styles import LIBRARIES, digest
from akint_dash.pages import PAGES
from akint_dash.pages.screen.asked import KINDS
from tests.browser.conftest import Watched
from tests.browser.test_every_page import ALL_STYLES, PATHS

pytestmark = pytest.mark.browser


def test_each_sheet_that_is_listed_is_brought_by_some_page(desk: Watched) -> None:
    """That no page brings another is ``test_every_page``'s."""
    assert len(PATHS) == len(PAGES)
    found: set[str] = set()
    for path in sorted(PATHS, key=lambda path: path != "/kart"):  # the map first: Plotly's sheets come with it
        page = desk.open(path)
        page.wait_for_timeout(700)
        found |= set(map(digest, page.evaluate(ALL_STYLES)))
        assert desk.violations() == []
        if found == set(LIBRARIES):
            break
    assert found == set(LIBRARIES)


@pytest.mark.parametrize("path", ["/skjerm?sekunder=5", "/skjerm?utseende=mork&sprak=nb,en", "/skjerm/oppsett"])
def test_the_wall_and_its_setup_keep_to_the_policy(chromium: Browser, demo_url: str, path: str) -> None:
    watched = Watched(chromium, demo_url, viewport={"width": 1920, "height": 1080})
    page = watched.page
    page.goto(demo_url + path)
    page.wait_for_timeout(1500)
    assert page.locator(".slide, .stage").count() > 0
    assert page.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length > 0)")
    assert (watched.faults, watched.violations()) == ([], [])
    watched.context.close()


def test_every_slide_on_a_phone_keeps_to_the_policy(chromium: Browser, demo_url: str) -> None:
    watched = Watched(chromium, demo_url, viewport={"width": 390, "height": 844})
    for kind in KINDS:
        watched.page.goto(f"{demo_url}/skjerm/gjest?bilde={kind}")
        assert watched.page.evaluate("document.styleSheets.length") > 0
        assert watched.violations() == []
    assert watched.faults == []
    watched.context.close()


def test_what_is_not_ours_is_refused(chromium: Browser, demo_url: str) -> None:
    watched = Watched(chromium, demo_url)
    page = watched.open("/om")
    page.evaluate(
        """() => {
          const add = (name, set) => document.body.append(Object.assign(document.createElement(name), set));
          add('script', {textContent: 'window.taken = 1'});
          add('style', {textContent: 'h1 { display: none }'});
          const bad = '<img src=x onerror="window.taken = 2"><b style="color:red">x</b>';
          document.body.insertAdjacentHTML('beforeend', bad);
          setTimeout(() => { try { eval('window.taken = 3'); } catch {} });
          setTimeout(() => { try { new Function('window.taken = 4')(); } catch {} });
          add('a', {href: 'javascript:window.taken=5', id: 'bad'});
          document.getElementById('bad').click();
          add('iframe', {src: 'https://x.example/'});
        }"""
    )
    page.wait_for_timeout(500)
    assert page.evaluate("window.taken") is None
    assert page.locator("h1").is_visible()
    refused = {violation.split()[0] for violation in watched.violations()}
    assert {
        "script-src-elem",
        "script-src-attr",
        "style-src-elem",
        "style-src-attr",
        "script-src",
        "frame-src",
    } <= refused
    watched.context.close()
