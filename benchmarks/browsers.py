"""Every page in Firefox and in WebKit too: no word in the console, nothing sideways, and what a reader does there.

A browser that is not installed is passed by with a word. WebKit's window has a least width: it is tried as a desk and
as a tablet, Firefox as a desk and as a phone.
"""

from __future__ import annotations

import json
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks.commands import run as command
from benchmarks.drivers import BROWSERS, Browser, FellShort
from benchmarks.served import Served, served
from tests.examples import pages

SIZES: Final = {
    "Firefox": {"desk": (1440, 900), "phone": (390, 844)},
    "WebKit": {"desk": (1440, 900), "tablet": (820, 1180)},
}
STANDS: Final = "Boolean(document.querySelector('.shell h1')) && document.readyState === 'complete'"
LEFT: Final = "document.querySelector('.left') && document.querySelector('.left').innerText"
WIDE: Final = """(() => {
  const edge = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= edge) return '';
  const over = [...document.querySelectorAll('main *')].find((one) => one.getBoundingClientRect().right > edge + 1);
  return `${document.documentElement.scrollWidth} of ${edge} px, ` + (over ? over.outerHTML.slice(0, 120) : '');
})()"""
EMPTY: Final = """[...document.querySelectorAll('main figure')].filter((one) => one.checkVisibility()
  && one.getBoundingClientRect().height < 2).length"""
HEADS: Final = "document.querySelectorAll('h1').length"
MENU: Final = "[...document.querySelectorAll('[data-opens=meny]')].some((one) => one.checkVisibility())"
FOLDED: Final = "[...document.querySelectorAll('[data-opens=utvalg]')].some((one) => one.checkVisibility())"
ARRIVED: Final = "document.querySelector('.shell').dataset.address === location.pathname + location.search"
FETCHED: Final = """(async () => {
  const answer = await fetch(document.querySelector(%s).href), bytes = new Uint8Array(await answer.arrayBuffer());
  const head = String.fromCharCode(...bytes.slice(0, 200));
  return [answer.status, answer.headers.get('Content-Disposition') || '', bytes.length, head];
})()"""
FILES: Final = {
    "csv": (40, re.compile("\u00ef\u00bb\u00bf#|#")),
    "svg": (400, re.compile("<svg|<\\?xml")),
    "png": (2000, re.compile("\u0089PNG")),
}
"""Kinds of files: the least bytes, and how they begin (as Latin-1)."""
THEMES: Final = "document.querySelector('#valg-tema')"
QUIET_S: Final = 0.6


@dataclass(slots=True)
class Tried:
    """What one browser did."""

    name: str
    version: str = ""
    pages: int = 0
    steps: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def _pages(browser: Browser, server: Served, size: str, tried: Tried, paths: list[str]) -> None:
    browser.resize(*SIZES[browser.name][size])
    for path in paths:
        address = path if size == "desk" else "/en" + ("" if path == "/" else path)
        try:
            browser.open(server.home + address)
            browser.wait(STANDS)
            time.sleep(QUIET_S)
            found = [f"sideways: {wide}"] if (wide := browser.evaluate(WIDE)) else []
            found += [f"{hollow} figures without height"] if (hollow := browser.evaluate(EMPTY)) else []
            found += [f"{heads} h1"] if (heads := browser.evaluate(HEADS)) != 1 else []
            found += [f"console: {word}" for word in browser.console()]
        except FellShort as error:
            found = [str(error)]
        tried.pages += 1
        tried.faults += [f"{address} on a {size}: {fault}" for fault in found]


def _filter_back_reload(browser: Browser, home: str) -> None:
    browser.open(home + "/")
    browser.wait(STANDS)
    everything = browser.evaluate(LEFT)
    _unfold(browser)
    browser.click("#valg-omrade summary")
    browser.click("#valg-omrade a[href*='omrade=SAM']")
    browser.wait("location.search === '?omrade=SAM' && document.querySelectorAll('.chip').length")
    narrowed = browser.wait(f"({LEFT}) !== {json.dumps(everything)} && {LEFT}")
    browser.back()
    browser.wait(f"location.search === '' && ({LEFT}) === {json.dumps(everything)}")
    browser.evaluate("(history.forward(), true)")
    browser.wait(f"location.search === '?omrade=SAM' && ({LEFT}) === {json.dumps(narrowed)}")
    browser.reload()
    browser.wait(f"({LEFT}) === {json.dumps(narrowed)} && {ARRIVED}")


def _unfold(browser: Browser) -> None:
    """Where the window is narrow the filters are behind a button."""
    if browser.evaluate(FOLDED):
        browser.click("[data-opens=utvalg]")
        browser.wait("document.querySelector('#valg-omrade').checkVisibility()", 5)


def _keyboard(browser: Browser, home: str) -> None:
    browser.open(home + "/")
    browser.wait(STANDS)
    browser.press("Tab")
    browser.wait("document.activeElement !== document.body && document.activeElement.checkVisibility()", 5)
    _unfold(browser)
    browser.click("#valg-tema summary")
    browser.wait(f"{THEMES}.open", 5)
    browser.press("Escape")
    browser.wait(f"!{THEMES}.open && document.activeElement.matches('#valg-tema summary')", 5)
    if not browser.evaluate("document.getElementById('felt-q').checkVisibility()"):
        return  # folded away where the window is narrow, and "/" is then no way to it
    browser.press("/")
    browser.wait("document.activeElement.id === 'felt-q'", 5)
    browser.press("Lviv", "Enter")
    browser.wait(f"location.pathname === '/sok' && document.activeElement.matches('main h1') && {ARRIVED}")


def _tip(browser: Browser, home: str) -> None:
    browser.open(home + "/virkemidler/kompetanseheving")
    browser.wait(STANDS)
    browser.wait("document.querySelectorAll('.plot-marks a[style]').length")
    browser.hover(".plot-marks a[style]")
    browser.wait("!document.querySelector('.tip').hidden", 10)


def _tap(browser: Browser, home: str) -> None:
    """A finger: on a phone the menu's button first, then what is in a figure: the first tap tells, the next goes on."""
    browser.open(home + "/")
    browser.wait(STANDS)
    if browser.evaluate(MENU):
        browser.tap("[data-opens=meny]")
        browser.wait("document.querySelector('.menu').checkVisibility()", 5)
        browser.tap("[data-opens=meny]")
    narrowed = f"location.search.includes('virkemiddel=POL') && {ARRIVED}"
    told = "[...document.querySelectorAll('.tip')].some((tip) => !tip.hidden && tip.textContent)"
    browser.tap(".matrix td.pol a")
    browser.wait(f"({told}) || ({narrowed})")
    if browser.evaluate(f"({told}) && !({narrowed})"):
        browser.tap(".matrix td.pol a")
    browser.wait(narrowed)


def _export(browser: Browser, home: str) -> None:
    """The ways out under a figure: each link is fetched as the page has it, then clicked, and a file is there."""
    browser.open(home + "/")
    browser.wait(STANDS)
    for kind, (least, begins) in FILES.items():
        link = f"main a[href*='.{kind}?side=']"
        status, disposition, size, head = browser.evaluate(FETCHED % json.dumps(link))
        if status != 200 or not disposition.startswith("attachment") or size < least or not begins.match(head):
            raise FellShort(f"a figure as {kind} came as {status}, {disposition}, {size} bytes, {head[:40]!r}")
        browser.evaluate(f"(document.querySelector({json.dumps(link)}).closest('details').open = true, 1)")
        browser.click(link)
        saved = browser.saved(kind)
        if len(saved) != size:
            raise FellShort(f"a figure as {kind} was saved with {len(saved)} bytes, not {size}")


STEPS: Final[dict[str, Callable[[Browser, str], None]]] = {
    "filter, back, forward, reload": _filter_back_reload,
    "keyboard": _keyboard,
    "tip of a figure": _tip,
    "tap": _tap,
    "export as CSV, SVG, PNG": _export,
}


def try_in(name: str, server: Served, paths: list[str]) -> Tried:
    """All of it in one browser."""
    tried = Tried(name)
    with BROWSERS[name][1]() as browser:
        tried.version = browser.version
        for size in SIZES[name]:
            _pages(browser, server, size, tried, paths)
            for step, act in STEPS.items():
                try:
                    act(browser, server.home)
                    tried.steps.append(f"{step} ({size})")
                except FellShort as error:
                    tried.faults.append(f"{step} on a {size}: {error}")
                tried.faults += [f"{step} on a {size}: console: {word}" for word in browser.console()]
    return tried


def run() -> Iterator[Tried]:
    """Every browser that is installed, on a server of the demonstration."""
    with tempfile.TemporaryDirectory(prefix="akint-browsers-") as name:
        url = f"sqlite:///{Path(name) / 'akint.db'}"
        ran = command(url, "demo")
        assert ran.code == 0, ran.err
        with served(url, Path(name) / "server.log") as server:
            for browser, (is_there, _) in BROWSERS.items():
                yield try_in(browser, server, pages()) if is_there() else Tried(browser, "not installed here")


def told(found: list[Tried]) -> tuple[bool, list[str]]:
    """Whether nothing was wrong, and the section of the report."""
    rows = [f"| {one.name} {one.version} | {one.pages} | {'; '.join(one.steps)} | {len(one.faults)} |" for one in found]
    wrong = [f"- {one.name}: {fault}" for one in found for fault in one.faults]
    return not wrong, [
        "## Other browsers",
        "",
        "Every page in bokmål on a desk (1440 px), in English on a phone (390 px; WebKit's own window is no narrower "
        "than a tablet, 820 px): it stands, has one heading, nothing sideways, no figure without height, no error or "
        "warning in the console. Then what a reader does.",
        "",
        "| browser | pages | done | wrong |",
        "|---|---|---|---|",
        *rows,
        *([""] if wrong else []),
        *wrong,
    ]
