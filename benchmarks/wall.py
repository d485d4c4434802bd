"""The wall through outages and thousands of renewals: never blank or small, fresh again, no larger.

``python -m benchmarks.wall`` runs both parts and writes WALL.md; with a name (``outages``, ``memory``) only that part
is run, and its section replaced. What people read in the pictures stays. ``make campaign`` runs both too. The clock is
shortened: the wall looks for newer data every few seconds instead of every minute. Outages last as long as they say.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeAlias

import httpx
from playwright.sync_api import Error, Page, Route, sync_playwright

from akint_dash.cli import main as akint
from akint_dash.domain.wall import X_HEIGHT, Surface
from akint_dash.settings import PROJECT
from benchmarks.commands import free_port
from benchmarks.report import asked, head, sections

OUTAGES: Final = 20
RENEWALS: Final = 2_000
RENEW_S: Final = 8.0
BOUND_S: Final = RENEW_S + 2.0
"""One renewal, a second for the tick and the answer, and a second for the sampling."""
SHORTEST_S, LONGEST_S = 5.0, 60.0
SEED: Final = 20261124
DAY: Final = "2026-11-03"
"""A day in the demonstration on which every kind of slide has data."""
REPORT: Final = Path(__file__).parent / "WALL.md"
HEAD: Final = f"# The wall\n\nWritten by `python -m benchmarks.wall`; every number is measured. Seed {SEED}."
GROWTH: Final = 1.10
Told: TypeAlias = tuple[bool, list[str]]
FLAGS: Final = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
QUERY: Final = f"sekunder=5&fornyes={RENEW_S:g}&sprak=nb,en"
KINDS: Final = ("the server killed", "the network gone", "a proxy's 502", "answers cut off in the middle")

SERVER: Final = """
import logging, sys
from werkzeug.serving import make_server
from akint_dash.server import create_app
from akint_dash.settings import Settings
logging.getLogger("werkzeug").setLevel(logging.ERROR)
make_server("127.0.0.1", int(sys.argv[1]), create_app(Settings()).server, threaded=True).serve_forever()
"""


@dataclass
class Server:
    """The application on one port, that can be killed and begun again, in another version too."""

    database: str
    port: int = field(default_factory=free_port)
    source: Path = PROJECT
    given: dict[str, str] = field(default_factory=dict)
    _process: subprocess.Popen[bytes] | None = None

    @property
    def home(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def begin(self) -> None:
        """Start, and wait until it answers a wall."""
        self.start()
        self.await_answer()

    def start(self) -> None:
        """Start the process."""
        own = {"AKINT_DATABASE_URL": self.database, "AKINT_TODAY": DAY, "AKINT_POLL_S": "0.2"}
        environment = {**os.environ, **own, "PYTHONPATH": str(self.source), **self.given}
        command = [sys.executable, "-c", SERVER, str(self.port)]
        self._process = subprocess.Popen(command, env=environment, cwd=self.source)

    def await_answer(self) -> float:
        """Wait until a wall gets its slides; when that was."""
        until = time.monotonic() + 180
        while time.monotonic() < until:
            try:
                if httpx.get(f"{self.home}/skjerm/bilder?{QUERY}", timeout=60).status_code == 200:
                    return time.monotonic()
            except httpx.HTTPError:
                time.sleep(0.1)
        raise RuntimeError("the server did not start")

    def kill(self) -> None:
        """Sudden death."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            self._process = None


@contextmanager
def serving(folder: Path, **given: str) -> Iterator[Server]:
    """A server of a demonstration of its own."""
    path = folder / "wall.db"
    if not path.exists():
        os.environ["AKINT_DATABASE_URL"] = f"sqlite:///{path}"
        try:
            akint(["demo"])
        finally:
            del os.environ["AKINT_DATABASE_URL"]
    server = Server(f"sqlite:///{path}", given=given)
    server.begin()
    try:
        yield server
    finally:
        server.kill()


@contextmanager
def browsing(width: int = 1920, height: int = 1080) -> Iterator[Page]:
    """A page in the system's Chromium, as large as a wall."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        context = browser.new_context(viewport={"width": width, "height": height}, timezone_id="Europe/Oslo")
        yield context.new_page()
        browser.close()


LOOK: Final = """() => {
  const wall = document.querySelector('.wall'), on = document.querySelector('.layer.on');
  if (!wall || !on) return null;
  const texts = [];
  const walker = document.createTreeWalker(on, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const words = walker.currentNode.data.trim(), of = walker.currentNode.parentElement;
    if (!words || of.closest('title')) continue;
    const range = document.createRange(), scale = of.closest('svg') ? of.getScreenCTM().a : 1;
    range.selectNodeContents(walker.currentNode);
    const box = range.getBoundingClientRect();
    const size = parseFloat(getComputedStyle(of).fontSize) * scale;
    if (box.width) texts.push([words, size, box.left, box.top, box.right, box.bottom]);
  }
  const code = on.querySelector('.qr'), of = code && code.getBoundingClientRect();
  return {texts, code: of && [of.left, of.top, of.right, of.bottom],
          slide: wall.dataset.slide, state: wall.dataset.state, updated: Number(wall.dataset.updated),
          stamp: (on.querySelector('[data-stamp]') || {}).textContent || '',
          late: Boolean(on.querySelector('.stamp.late')),
          opacity: Math.max(...[...document.querySelectorAll('.layer.on, .layer.under')].map((layer) =>
            layer.childNodes.length ? Number(getComputedStyle(layer).opacity) : 0)),
          version: new URL(document.querySelector('script[src]').src).search, all: document.body.innerText};
}"""
BAD_WORDS: Final = (
    "Traceback",
    "Internal Server Error",
    "Bad Gateway",
    "Service Unavailable",
    "undefined",
    "NaN",
    "ERR_",
)


def look(page: Page) -> dict[str, Any] | None:
    """What the wall shows now; asked again where a new page is just coming in. None: nothing at all for a second."""
    until = time.monotonic() + 1.0
    while time.monotonic() < until:
        try:
            seen: dict[str, Any] | None = page.evaluate(LOOK)
            if seen:
                return seen
        except Error:
            pass
        time.sleep(0.05)
    return None


def faults(seen: dict[str, Any] | None, surface: Surface) -> list[str]:
    """What is wrong with one look: blank, an error, text under the size or beyond the edge."""
    if seen is None or not seen["texts"]:
        return ["blank"]
    found = [f"error: {word}" for word in BAD_WORDS if word in seen["all"]]
    if seen["opacity"] < 0.5:
        found.append(f"faded out: {seen['opacity']}")
    least = surface.letter_px * 0.995
    for words, size, left, top, right, bottom in seen["texts"]:
        if size < least:
            minutes = 16 * size / surface.letter_px
            found.append(f"small: {words[:30]} at {minutes:.1f} minutes of arc ({size * X_HEIGHT:.0f} px)")
        if left < -1 or top < -1 or right > surface.width + 1 or bottom > surface.height + 1:
            found.append(f"beyond the edge: {words[:30]}")
        if seen["code"] and _over((left, top, right, bottom), seen["code"]):
            found.append(f"over the code: {words[:30]}")
    return found


def _over(text: Sequence[float], code: Sequence[float]) -> bool:
    """Whether the letters of a text, which are lower than its box, reach into the code."""
    air = 0.2 * (text[3] - text[1])
    aside = text[0] > code[2] - 1 or text[2] < code[0] + 1
    return not aside and text[1] + air < code[3] and text[3] - air > code[1]


# -- outages


@dataclass(frozen=True, slots=True)
class Outage:
    """One outage: its kind, how long, the samples, what was wrong in them, and how soon the wall was fresh again."""

    kind: str
    seconds: float
    samples: int
    faults: tuple[str, ...]
    stale_told: bool
    fresh_after_s: float | None

    @property
    def well(self) -> bool:
        """Nothing wrong, its age told, and fresh again within a renewal and what answer and sampling take."""
        return not self.faults and self.stale_told and self.fresh_after_s is not None and self.fresh_after_s <= BOUND_S


def outages(server: Server, page: Page, count: int, longest: float, seed: int, folder: Path) -> Iterator[Outage]:
    """Outages of every kind in a row, the last one a restart on a new version."""
    rng, surface = random.Random(seed), Surface()
    page.goto(f"{server.home}/skjerm?{QUERY}")
    page.wait_for_timeout(3000)
    for number in range(count):
        last = number == count - 1
        kind = "the server killed, and begun again in a new version" if last else KINDS[number % len(KINDS)]
        seconds = rng.uniform(SHORTEST_S, longest)
        yield _outage(server, page, kind, seconds, surface, folder)


def _outage(server: Server, page: Page, kind: str, seconds: float, surface: Surface, folder: Path) -> Outage:
    before = look(page) or {}
    bad, samples, told = [], 0, False
    began = time.monotonic()
    mend = _break(server, page, kind, folder)
    while time.monotonic() - began < seconds:
        seen = look(page)
        samples += 1
        bad += faults(seen, surface)
        told = told or bool(seen and seen["state"] in ("old", "late"))
        page.wait_for_timeout(1000)
    told = told or seconds < RENEW_S + 2
    mend()
    with ThreadPoolExecutor(1) as beside:
        answered = beside.submit(server.await_answer)
        fresh, until = None, time.monotonic() + 240
        while time.monotonic() < until and fresh is None:
            asked = time.time()
            seen = look(page)
            samples += 1
            bad += faults(seen, surface)
            anew = "new version" not in kind or bool(seen and seen["version"] != before.get("version"))
            if seen and seen["state"] == "fresh" and anew and answered.done():
                fresh = max(0.0, time.monotonic() - answered.result())
            page.wait_for_timeout(max(0, 1000 - 1000 * (time.time() - asked)))
    return Outage(kind, seconds, samples, tuple(bad), told, fresh)


def _break(server: Server, page: Page, kind: str, folder: Path) -> Any:
    """Begin an outage; what ends it."""
    if kind.startswith("the server killed"):
        server.kill()

        def again() -> None:
            if "new version" in kind:
                server.source = newer(folder)
            server.start()

        return again
    if kind == "the network gone":
        page.context.set_offline(True)
        return lambda: page.context.set_offline(False)
    pattern = "**/skjerm/bilder*"
    if kind == "a proxy's 502":
        page.route(
            pattern, lambda route: route.fulfill(status=502, body="<h1>Bad Gateway</h1>", content_type="text/html")
        )
    else:
        page.route(pattern, _cut)
    return lambda: page.unroute(pattern)


def _cut(route: Route) -> None:
    route.fulfill(status=200, body='{"version": "x", "slides": [{"id": "funn-nb", "ht', content_type="application/json")


def newer(folder: Path) -> Path:
    """The program in another version: the same, with one more line in the wall's style sheet."""
    copy = folder / "newer"
    if not copy.exists():
        copy.mkdir()
        for name in ("akint_dash", "assets", "data"):
            shutil.copytree(PROJECT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.db*"))
        with (copy / "assets" / "skjerm" / "wall.css").open("a", encoding="utf-8") as sheet:
            sheet.write("\n/* a new version */\n")
    return copy


# -- memory


@dataclass(frozen=True, slots=True)
class Weight:
    """What the page weighs after so many renewals, garbage collected."""

    renewals: int
    heap_mb: float
    nodes: int
    listeners: int


def memory(server: Server, page: Page, count: int) -> list[Weight]:
    """The page's weight over ``count`` whole renewals, every answer a full one."""
    done = [0]

    def whole(route: Route) -> None:
        done[0] += 1
        headers = {name: value for name, value in route.request.headers.items() if name != "if-none-match"}
        route.continue_(headers=headers)

    page.route("**/skjerm/bilder*", whole)
    page.goto(f"{server.home}/skjerm?sekunder=2&fornyes=0.2")
    tools = page.context.new_cdp_session(page)
    tools.send("Performance.enable")
    weights: list[Weight] = []
    step = max(1, count // 10)
    while done[0] < count:
        page.wait_for_timeout(200)
        if done[0] >= step * (len(weights) + 1):
            weights.append(_weigh(page, tools, done[0]))
    return weights


def _weigh(page: Page, tools: Any, renewals: int) -> Weight:
    """At the same slide every time, no fade under way; the least of four, for an answer may just be coming in."""
    lightest: Weight | None = None
    for _ in range(4):
        page.keyboard.press("Home")
        page.wait_for_timeout(1750)
        tools.send("HeapProfiler.collectGarbage")
        told = {m["name"]: m["value"] for m in tools.send("Performance.getMetrics")["metrics"]}
        one = Weight(renewals, told["JSHeapUsedSize"] / 1e6, int(told["Nodes"]), int(told["JSEventListeners"]))
        lightest = one if lightest is None or one.heap_mb < lightest.heap_mb else lightest
    assert lightest is not None
    return lightest


def growth(weights: Sequence[Weight]) -> float:
    """The heaviest heap after the first tenth against the first."""
    return max(w.heap_mb for w in weights[1:]) / weights[0].heap_mb


# -- the report


def _after(seconds: float | None) -> str:
    """How soon it was fresh, and whether that was more than a renewal as measured."""
    if seconds is None:
        return "never"
    return f"{seconds:.1f} s" + (", beyond a renewal" if seconds > RENEW_S else "")


def _fresh(done: Sequence[Outage]) -> str:
    known = [one.fresh_after_s for one in done if one.fresh_after_s is not None]
    within, bound = sum(one <= RENEW_S for one in known), sum(one <= BOUND_S for one in known)
    slowest = f"; the slowest took {max(known):.1f} s" if known else ""
    return f"{within} of {len(done)} were seen fresh within {RENEW_S:g} s, {bound} within {BOUND_S:g} s{slowest}."


def told_outages(done: Sequence[Outage]) -> Told:
    """Whether all were well, and the section of the report."""
    samples = sum(one.samples for one in done)
    bad = [f"- {one.kind}, {one.seconds:.0f} s: {fault}" for one in done for fault in dict.fromkeys(one.faults)]
    faulty = sum(len(one.faults) for one in done)
    rows = [
        f"| {one.kind} | {one.seconds:.0f} s | {one.samples} | {len(one.faults)} | "
        f"{'yes' if one.stale_told else 'no'} | {_after(one.fresh_after_s)} |"
        for one in done
    ]
    return all(one.well for one in done), [
        "## Outages",
        "",
        f"{len(done)} outages in a row, the last a restart on a new version; the wall looks for newer data every "
        f"{RENEW_S:g} s. {samples} looks at the wall, one a second: {faulty} blank, with an error, "
        "with text under 16 minutes of arc (75 inches, 8 m), beyond the edge or over the code.",
        "",
        "Fresh again is counted from the moment that the server answers others. The bound is "
        f"{BOUND_S:g} s: one renewal of {RENEW_S:g} s, a second for the tick and the answer, and a second for the "
        f"sampling, which sees a fresh wall up to a second late. {_fresh(done)}",
        "",
        "| what | how long | looks | faults | age told | fresh after |",
        "|---|---|---|---|---|---|",
        *rows,
        *bad,
        "",
        "A tab whose main thread hangs (an endless loop) is no outage of the server's: `tests/browser/test_screen.py` "
        "plays it in Chromium with the server there and away. The wall is opened anew where it was.",
    ]


def told_memory(weights: Sequence[Weight]) -> Told:
    """The same of memory."""
    rows = [f"| {w.renewals} | {w.heap_mb:.2f} MB | {w.nodes} | {w.listeners} |" for w in weights]
    grown = growth(weights)
    return grown <= GROWTH, [
        "## Memory",
        "",
        f"{weights[-1].renewals} whole renewals, slides changing every two seconds. The heaviest heap after the "
        f"first tenth is {100 * (grown - 1):+.1f} % of the first; the bound is {100 * (GROWTH - 1):.0f} %.",
        "",
        "| renewals | heap in use | nodes | listeners |",
        "|---|---|---|---|",
        *rows,
    ]


def _outages(folder: Path) -> Told:
    with serving(folder) as server, browsing() as page:
        return told_outages(list(outages(server, page, OUTAGES, LONGEST_S, SEED, folder)))


def _memory(folder: Path) -> Told:
    with serving(folder) as server, browsing() as page:
        return told_memory(memory(server, page, RENEWALS))


PARTS: Final[dict[str, Callable[[Path], Told]]] = {"outages": _outages, "memory": _memory}
"""Each part's name, and what runs it in a folder and tells its section."""


def parts(folder: Path) -> Iterator[Told]:
    """Both parts, each whether it was well and its section."""
    for part in PARTS.values():
        yield part(folder)


def main(arguments: Sequence[str]) -> int:
    """Run the named parts (both), write the report after each; 1 where something fell short."""
    names = asked(__doc__, PARTS, arguments)
    well = True
    with tempfile.TemporaryDirectory(prefix="akint-wall-") as folder:
        for name in names or PARTS:
            ok, lines = PARTS[name](Path(folder))
            well = well and ok
            text = REPORT.read_text(encoding="utf-8")
            told = sections("\n".join([*lines, "", f"Run on {date.today():%d.%m.%Y}."]))
            kept = [head(text) if names else HEAD, *(sections(text) | told).values()]
            REPORT.write_text("\n\n".join(kept) + "\n", encoding="utf-8")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
