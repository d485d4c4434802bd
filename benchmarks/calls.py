"""The calls page with thousands of stand-in topics: time on the server, bytes, paint and a change of zoom.

    python -m benchmarks.calls --calls 5000 [--chromium /usr/bin/chromium]

The topics are invented and spread as the portal's are: a few days hold very many deadlines. Nothing is kept.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from akint_dash.components.page import Site
from akint_dash.domain.reading import Draft, Place, Reading
from akint_dash.importers.run import load_code_lists, run
from akint_dash.pages import PAGES
from akint_dash.server import create_app
from akint_dash.settings import PROJECT, Settings
from akint_dash.store.engine import open_engine, upgrade
from akint_dash.store.snapshots import Snapshots
from benchmarks.commands import free_port

TODAY = date(2026, 11, 24)
WORDS = """climate resilient regional transport mobility skills digital soil water energy culture heritage citizens
democracy health quantum fusion semiconductor biodiversity circular cities governance schools innovation rural youth
advanced materials demonstration novel methods towards supporting sustainable integrated systems for in of and"""
ADDRESSES = {
    "nine months": "/utlysninger",
    "five years": "/utlysninger?zoom=5ar",
    "quarter, the fullest": "/utlysninger?zoom=kvartal&fra=2027-08-30",
    "week, the fullest": "/utlysninger?zoom=uke&fra=2027-09-20",
    "all, page 3": "/utlysninger?zoom=5ar&passer=alle&blad=3",
    "search": "/utlysninger?sok=transport",
}


def topics(count: int, programmes: list[str]) -> Reading:
    """Invented topics with one to three deadlines each."""
    rng = random.Random(7)
    peaks = [date(2026, 9, 15), date(2026, 9, 23), date(2027, 2, 2), date(2027, 9, 22), date(2027, 9, 23)]
    drafts = []
    for number in range(count):
        code, place = f"STANDIN-{number:05d}", Place("standin", row=number + 1)
        day = rng.choice(peaks) if rng.random() < 0.3 else TODAY + timedelta(days=rng.randint(-700, 700))
        opening = day - timedelta(days=rng.randint(40, 300))
        values: dict[str, Any] = {
            "title": " ".join(rng.choices(WORDS.split(), k=rng.randint(4, 16))).capitalize(),
            "identifier": code,
            "kind": "topic",
            "programme": rng.choice(programmes),
            "opening": opening.isoformat(),
            "budget": rng.randint(5, 400) * 10_000_000,
            "currency": "EUR",
            "address": "https://example.invalid/" + code,
            "visibility": "public",
        }
        drafts.append(Draft("call", code, values, place, (("standin", code),)))
        for index in range(rng.choice((1, 1, 1, 1, 2, 3))):
            when = day + timedelta(days=150 * index)
            own = {"call": code, "day": when.isoformat(), "stage": index + 1 if index else None, "visibility": "public"}
            key = f"{code}/{index + 1}"
            drafts.append(Draft("call_deadline", key, own, place, (("standin", key),)))
    return Reading("standin", "standin", tuple(drafts), lenient=True)


def database(folder: str, count: int) -> tuple[str, float]:
    """The address of a database with the code lists and so many invented calls, and the seconds of their import."""
    url = f"sqlite:///{Path(folder) / 'calls.db'}"
    settings = Settings(database_url=url, today=TODAY)
    engine = open_engine(settings.database)
    upgrade(engine)
    load_code_lists(engine, settings.data_folder / "code")
    programmes = sorted(Snapshots(engine, settings.poll_s).portfolio("public").records("programme"))[:40]
    start = time.perf_counter()
    run(engine, [topics(count, programmes)], "benchmark")
    taken = time.perf_counter() - start
    engine.dispose()
    return url, taken


def main() -> None:
    """Print one JSON object of measurements."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--calls", type=int, default=5000)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url, import_s = database(folder, asked.calls)
        settings = Settings(database_url=url, today=TODAY)
        found: dict[str, Any] = {"calls": asked.calls, "import_s": round(import_s, 2)}
        note(found)
        found["server"] = server(Site(settings, Snapshots(open_engine(settings.database), settings.poll_s), PAGES))
        note(found)
        found["feeds"] = feeds(settings)
        note(found)
        found["browser"] = browser(settings, asked.chromium)
        found["most_memory_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(json.dumps(found, indent=1))


def note(found: dict[str, Any]) -> None:
    """How far it has come, for whoever waits."""
    print(", ".join(found), file=sys.stderr, flush=True)


def server(site: Site) -> dict[str, Any]:
    """Milliseconds and bytes of each address: the first time (with the snapshot), then the middle one of five."""
    found: dict[str, Any] = {}
    for name, address in ADDRESSES.items():
        path, _, query = address.partition("?")
        times = []
        for _ in range(6):
            start = time.perf_counter()
            text = json.dumps(site.render(path, query).to_plotly_json(), default=lambda o: o.to_plotly_json())
            times.append((time.perf_counter() - start) * 1000)
        found[name] = {
            "first_ms": round(times[0]),
            "ms": round(sorted(times[1:])[2], 1),
            "kb": len(text) // 1024,
            "gzip_kb": len(gzip.compress(text.encode())) // 1024,
        }
    return found


def feeds(settings: Settings) -> dict[str, Any]:
    """Seconds and kilobytes of the whole calendar and feed, the first time."""
    client = create_app(settings).server.test_client()
    found = {}
    for kind in ("ics", "atom"):
        start = time.perf_counter()
        body = client.get(f"/utlysninger.{kind}").data
        found[kind] = {"s": round(time.perf_counter() - start, 2), "kb": len(body) // 1024}
    return found


WATCH = """
window.last = performance.now();
new MutationObserver(() => { window.last = performance.now(); })
  .observe(document, {subtree: true, childList: true, attributes: true});
"""


def browser(settings: Settings, chromium: str) -> dict[str, Any]:
    """Milliseconds from navigation to the last change of the page, and from a click on a zoom to the same."""
    from playwright.sync_api import sync_playwright

    port = free_port()
    own = {"AKINT_DATABASE_URL": settings.database_url, "AKINT_TODAY": TODAY.isoformat(), "AKINT_PORT": str(port)}
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(
        [sys.executable, "app.py"], cwd=PROJECT, env={**os.environ, **own}, stderr=quiet, stdout=quiet
    )
    try:
        return _visit(f"http://127.0.0.1:{port}", chromium, sync_playwright)
    finally:
        server.kill()
        server.wait(20)


def _visit(base: str, chromium: str, sync_playwright: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = chrome.new_page(viewport={"width": 1440, "height": 900})
        page.add_init_script(WATCH)

        def shown(what: str) -> None:  # polled: the page's policy shuts out Playwright's own waiting
            for _ in range(1000):
                if page.evaluate("what => !!document.querySelector(what)", what):
                    return
                page.wait_for_timeout(20)
            raise TimeoutError(what)

        def settle() -> float:
            page.wait_for_timeout(400)
            for _ in range(400):
                if page.evaluate("performance.now() - window.last") > 400:
                    break
                page.wait_for_timeout(50)
            return float(page.evaluate("window.last"))

        for _ in range(100):
            try:
                page.goto(base + "/health/live")
                break
            except Exception:  # not up yet
                time.sleep(0.2)
        for name, address in ADDRESSES.items():
            page.goto(base + address)
            shown("h1")
            painted, elements = round(settle()), page.evaluate("document.querySelectorAll('*').length")
            found[name] = {"painted_ms": painted, "elements": elements}
        page.goto(base + "/utlysninger")
        shown("#zoom-5ar")
        settle()
        for zoom in ("5ar", "kvartal", "uke", "1ar", "9mnd"):
            start = page.evaluate("performance.now()")
            page.click(f"#zoom-{zoom}")
            shown(f"#zoom-{zoom}[aria-current]")
            found[f"to {zoom}"] = {"ms": round(settle() - start)}
        chrome.close()
    return found


if __name__ == "__main__":
    main()
