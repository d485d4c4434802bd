"""A server of the demonstration and a real browser that notices every fault."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
TODAY = "2026-11-24"
WATCH = """
window.__violations = [];
document.addEventListener('securitypolicyviolation',
  e => window.__violations.push(e.violatedDirective + ' ' + e.blockedURI));
"""


SERVER = """
import logging, sys
from werkzeug.serving import make_server
from akint_dash.server import create_app
from akint_dash.settings import Settings
logging.getLogger("werkzeug").setLevel(logging.ERROR)
server = make_server("127.0.0.1", 0, create_app(Settings()).server, threaded=True)
print(server.server_port, flush=True)
server.serve_forever()
"""


def serve(**settings: str) -> Iterator[str]:
    """Run the application in a process of its own with ``AKINT_*`` settings; gives its address."""
    environment = {**os.environ, **{f"AKINT_{name.upper()}": value for name, value in settings.items()}}
    with subprocess.Popen(
        [sys.executable, "-c", SERVER], env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            port = process.stdout.readline().strip()
            assert port, "the server did not start"
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def demo_url(demo_file: Path) -> Iterator[str]:
    """The address of a server of the demonstration on 24.11.2026."""
    yield from serve(database_url=f"sqlite:///{demo_file}", today=TODAY, poll_s="0.2")


@pytest.fixture
def own_url(demo_file: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A server of a copy of the demonstration that the test may change, and the copy."""
    copy = tmp_path / "akint.db"
    shutil.copy(demo_file, copy)
    for url in serve(database_url=f"sqlite:///{copy}", today=TODAY, poll_s="0.2"):
        yield url, copy


def chromium_path() -> str:
    """Where the system's Chromium lies."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    return path or pytest.fail("No Chromium: install it or name it in CHROMIUM")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield browser
        browser.close()


class Watched:
    """A page and all that was wrong with it."""

    def __init__(self, browser: Browser, home: str, **context: Any) -> None:
        self.home = home
        self.context = browser.new_context(locale="nb-NO", timezone_id="Europe/Oslo", **context)
        self.context.add_init_script(WATCH)
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.posts: list[str] = []
        self.page.on("console", lambda m: self.faults.append(m.text) if m.type == "error" else None)
        self.page.on("pageerror", lambda e: self.faults.append(str(e)))
        self.page.on("request", self._request)

    def _request(self, request: Any) -> None:
        if request.url.startswith(("http", "ws")) and not request.url.startswith(self.home):
            self.faults.append(f"outside: {request.url}")
        if request.method == "POST":
            self.posts.append(request.url)

    def open(self, path: str) -> Page:
        """Open an address and wait until the page stands."""
        self.page.goto(self.home + path, wait_until="load")
        self.page.wait_for_selector(".shell h1")
        return self.page

    def violations(self) -> list[str]:
        """Violations of the Content-Security-Policy so far."""
        found: list[str] = self.page.evaluate("window.__violations")
        return found

    def axe(self) -> list[str]:
        """Violations of WCAG 2.1 A and AA and of best practice."""
        spec = find_spec("axe_playwright_python")
        assert spec is not None
        assert spec.origin is not None
        script = next(Path(spec.origin).parent.rglob("axe.min.js"))
        self.page.evaluate(script.read_text(encoding="utf-8"))
        result = self.page.evaluate(
            "axe.run(document, {resultTypes: ['violations'],"
            " runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','best-practice']})"
        )
        return [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in result["violations"]]


def watching(browser: Browser, home: str, **context: Any) -> Iterator[Watched]:
    """A page whose test fails on any console error, outside request or CSP violation."""
    watched = Watched(browser, home, **context)
    yield watched
    faults = watched.faults + watched.violations()
    watched.context.close()
    assert faults == []


@pytest.fixture
def desk(chromium: Browser, demo_url: str) -> Iterator[Watched]:
    """A desktop browser on the demonstration."""
    yield from watching(chromium, demo_url, viewport={"width": 1440, "height": 900})


@pytest.fixture
def phone(chromium: Browser, demo_url: str) -> Iterator[Watched]:
    """A phone on the demonstration."""
    yield from watching(chromium, demo_url, viewport={"width": 390, "height": 844}, has_touch=True)
