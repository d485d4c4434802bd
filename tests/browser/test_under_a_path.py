"""In the browser under a path of somebody else's: nothing is asked for outside it, and pages, reload and wall work."""

from __future__ import annotations

import http.client
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect
from werkzeug.serving import make_server

from benchmarks.commands import free_port

from .conftest import TODAY, Watched, serve

pytestmark = pytest.mark.browser
ROOT = "/felles/portefolje"
DROPPED = {"connection", "transfer-encoding", "content-length", "server", "date"}


def proxy(target: str, port: int) -> Callable[[dict[str, Any], Any], Iterable[bytes]]:
    """A proxy that serves ``target`` under ``ROOT``, and nothing else."""

    def answer(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        path = str(environ["PATH_INFO"])
        if path != ROOT and not path.startswith(f"{ROOT}/"):
            start("404 Not Found", [])
            return [b"outside"]
        line = http.client.HTTPConnection(urlsplit(target).netloc, timeout=60)
        headers = {k[5:].replace("_", "-"): v for k, v in environ.items() if k.startswith("HTTP_")}
        headers |= {"Content-Type": environ.get("CONTENT_TYPE", ""), "X-Forwarded-Prefix": ROOT}
        headers |= {"X-Forwarded-For": "127.0.0.1", "X-Forwarded-Host": f"127.0.0.1:{port}"}
        query = f"?{environ['QUERY_STRING']}" if environ["QUERY_STRING"] else ""
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        line.request(environ["REQUEST_METHOD"], (path.removeprefix(ROOT) or "/") + query, body, headers)
        got = line.getresponse()
        text = got.read()
        line.close()
        start(f"{got.status} {got.reason}", [(k, v) for k, v in got.getheaders() if k.lower() not in DROPPED])
        return [text]

    return answer


@pytest.fixture
def under(demo_file: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the demonstration under the path."""
    copy = tmp_path / "akint.db"
    shutil.copy(demo_file, copy)
    for target in serve(database_url=f"sqlite:///{copy}", today=TODAY, poll_s="0.2", proxies="127.0.0.1", rate="0"):
        port = free_port()
        front = make_server("127.0.0.1", port, proxy(target, port), threaded=True)
        thread = Thread(target=front.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{port}{ROOT}"
        front.shutdown()
        thread.join()
        front.server_close()


def test_pages_filters_reload_and_english(chromium: Browser, under: str) -> None:
    watched = Watched(chromium, under)
    page = watched.open("/")
    page.locator(f'nav a[href="{ROOT}/omrader"]').first.click()
    expect(page).to_have_url(f"{under}/omrader")
    expect(page.locator(".shell")).to_have_attribute("data-address", f"{ROOT}/omrader")
    page.reload()
    expect(page.locator("main h1")).to_be_visible()
    watched.open("/en/om")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    watched.open("/utlysninger?omrade=SAM")
    expect(page.locator(".chip")).to_contain_text("Samferdsel")
    assert watched.faults == []
    watched.context.close()


def test_the_wall_turns_its_slides_and_is_kept(chromium: Browser, under: str) -> None:
    watched = Watched(chromium, under)
    page = watched.page
    page.goto(f"{under}/skjerm?bilder=funn,frister&sekunder=5&fornyes=2")
    with page.expect_response(lambda answer: "/skjerm/bilder" in answer.url) as slides:
        pass
    assert slides.value.ok
    expect(page.locator(".layer.on > *").first).to_be_visible()
    scope = page.evaluate("navigator.serviceWorker.ready.then((one) => new URL(one.scope).pathname)")
    assert scope == f"{ROOT}/skjerm"
    assert watched.faults == []
    watched.context.close()
