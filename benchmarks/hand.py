"""Frames under a hand: the timeline with 5 000 calls and the map, dragged and zoomed by script in Chromium.

``python -m benchmarks.hand`` generates the calls from one seed, measures and writes HAND.md.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any, Final
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

from akint_dash.settings import PROJECT
from benchmarks.calls import TODAY, database
from benchmarks.commands import free_port

CALLS: Final = 5000
STEPS: Final = 90
REPORT: Final = Path(__file__).parent / "HAND.md"
WATCHED: Final = """() => { window.frames_ = []; let last = performance.now(); window.watching = true;
  (function next() { const now = performance.now(); frames_.push(now - last); last = now;
    if (watching) requestAnimationFrame(next); })(); }"""
TAKEN: Final = "() => { watching = false; return frames_.slice(1) }"
HANDS: Final = (
    ("nothing moves", "/utlysninger", ".tl-row:not(.tl-head) > svg", ""),
    ("the lanes dragged, nine months", "/utlysninger", ".tl-row:not(.tl-head) > svg", "drag"),
    ("the lanes dragged, quarter", "/utlysninger?zoom=kvartal&fra=2027-08-30", ".tl-row:not(.tl-head) > svg", "drag"),
    ("the lanes zoomed, nine months", "/utlysninger", ".tl-row:not(.tl-head) > svg", "zoom"),
    ("the frame of the strip dragged", "/utlysninger", "#tidsrom", "drag"),
    ("the map dragged", "/kart", ".atlas-drawing", "drag"),
    ("the map zoomed", "/kart", ".atlas-drawing", "zoom"),
)
"""What the hand does, on which page, where it takes hold, and how."""


def served(url: str) -> Iterator[str]:
    """The address of a server of it."""
    port = free_port()
    own = {"AKINT_DATABASE_URL": url, "AKINT_TODAY": TODAY.isoformat(), "AKINT_PORT": str(port)}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        [sys.executable, "app.py"], cwd=PROJECT, env={**os.environ, **own}, stdout=quiet, stderr=quiet
    ) as server:
        try:
            for _ in range(900):
                try:
                    urlopen(f"http://127.0.0.1:{port}/health/live")  # our own server
                    break
                except OSError:
                    time.sleep(0.2)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def frames(page: Page, held: str, how: str) -> list[float]:
    """Milliseconds of each frame while the hand moves; it does not let go before the last."""
    page.locator(held).first.evaluate("held => held.scrollIntoView({ block: 'center' })")
    box = page.locator(held).first.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.wait_for_timeout(500)
    page.evaluate(WATCHED)
    if how == "drag":
        page.mouse.down()
    if how == "zoom":
        page.keyboard.down("Control")
    for step in range(STEPS):
        if how == "drag":
            page.mouse.move(x - 2 * step, y)
        elif how == "zoom":
            page.mouse.wheel(0, -4)
        page.wait_for_timeout(16)
    found: list[float] = page.evaluate(TAKEN)
    page.keyboard.up("Control")
    page.mouse.up()
    return found


def measured(home: str) -> Iterator[tuple[str, int, list[float]]]:
    """What the hand does, how much is drawn, and the frames."""
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for name, address, held, how in HANDS:
            page = chromium.new_page(viewport={"width": 1440, "height": 900})
            page.goto(home + address, timeout=120_000)
            page.wait_for_selector(held, timeout=120_000)
            page.wait_for_timeout(3000)
            drawn: Any = page.evaluate("document.querySelectorAll('.tl *, svg.map *').length")
            yield name, drawn, frames(page, held, how)
            page.close()
        chromium.close()


def main() -> int:
    """Measure and write."""
    lines = [
        "# Frames under a hand",
        "",
        f"Written by `python -m benchmarks.hand`: {CALLS} calls from one seed, Chromium without a graphics card on two",
        "processors, whatever else they do; 90 moves, 16 ms apart, with the hand still on. A screen asks for a frame",
        "each 16.7 ms; the first row is what the machine gives while nothing moves.",
        "",
        "| what | pieces drawn | median, ms | 95 of 100 within, ms | worst, ms |",
        "|---|---|---|---|---|",
    ]
    with tempfile.TemporaryDirectory() as folder:
        for home in served(database(folder, CALLS)[0]):
            for name, drawn, found in measured(home):
                by_length = sorted(found)
                within = by_length[int(len(found) * 0.95)]
                lines.append(f"| {name} | {drawn} | {median(found):.1f} | {within:.1f} | {by_length[-1]:.1f} |")
                sys.stderr.write(lines[-1] + "\n")
    text = "\n".join(lines) + "\n"
    REPORT.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
