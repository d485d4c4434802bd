"""Every figure of every page against what its marks must answer to: hover, focus, tap, press, records.

``python -m benchmarks.figures`` opens the pages of the demonstration in Chromium, asks every mark of every figure, and
writes FIGURES.md; it exits with 1 where a figure has a gap. Hover, focus and tap: beside the mark stands what it is
called, not over it and inside the window, and the first tap goes nowhere. Press: it has an address on this server.
Records: how many of its marks lead to the records that make their number (a list, a number of Explore, a sheet), narrow
the page, lead to another page, or to the card's own table.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page

from benchmarks.wall import browsing, serving
from tests.examples import pages
from tests.figures.test_marks import ANSWERING

REPORT: Final = Path(__file__).parent / "FIGURES.md"
ANSWERS: Final = ("hover", "focus", "tap", "press")
WAYS: Final = ("records", "narrows", "page", "table")
ASK: Final = """async () => {
  const tip = document.querySelector('.tip'), rest = () => new Promise((done) => setTimeout(done, 0));
  const GROUP = 'figure, .period, .over-strip, svg.map';
  const told = (mark) => {
    const box = tip.getBoundingClientRect(), at = mark.getBoundingClientRect();
    const over = Math.min(box.right, at.right) - Math.max(box.left, at.left) > 0.5
      && Math.min(box.bottom, at.bottom) - Math.max(box.top, at.top) > 0.5;
    const said = mark.getAttribute('aria-label').split('\\n');
    return !tip.hidden && !over && box.left >= 0 && box.right <= innerWidth + 0.5
      && tip.textContent === said[0].replace(/\\.$/, '') + (said[1] || '');
  };
  const away = () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  const touch = (mark) => {
    mark.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch' }));
    const press = new MouseEvent('click', { bubbles: true, cancelable: true, view: window });
    mark.dispatchEvent(press);
    return press.defaultPrevented && told(mark);
  };
  const way = (href) => {
    if (href.startsWith('#')) return 'table';
    const url = new URL(href, location.href);
    if (url.hash === '#poster' || /\\/(data|post)\\//.test(url.pathname)) return 'records';
    return url.pathname === location.pathname ? 'narrows' : 'page';
  };
  const found = {}, here = location.href;
  for (const fold of document.querySelectorAll('main details:not([data-menu])')) fold.open = true;
  await new Promise((done) => setTimeout(done, 300));
  for (const group of document.querySelectorAll(GROUP)) {
    const card = group.closest('article[id], section[id], main'), kind = group.className.baseVal || group.className;
    const name = group.id || (card.id === 'innhold' ? kind : card.id);
    const one = found[name] = found[name] || { n: 0, hover: 0, focus: 0, tap: 0, press: 0, ways: [], links: 0 };
    one.links += group.querySelectorAll('a[href]:not(.tells)').length;
    for (const mark of group.querySelectorAll('a.tells')) {
      if (mark.closest(GROUP) !== group || !mark.checkVisibility()) continue;
      one.n += 1;
      mark.scrollIntoView({ block: 'center' });
      await rest();
      mark.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
      one.hover += told(mark); away();
      mark.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
      mark.focus({ preventScroll: true, focusVisible: true });
      one.focus += told(mark); away(); mark.blur();
      one.tap += touch(mark) && location.href === here; away(); mark.blur();
      const href = mark.getAttribute('href') || '';
      const inside = href.startsWith('#');
      one.press += inside ? !!document.getElementById(href.slice(1)) : new URL(href, here).origin === location.origin;
      one.ways.push(way(href));
    }
  }
  return found }"""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a page: how many marks it has, how many answer each way, and where they lead."""

    page: str
    name: str
    marks: int
    answered: tuple[int, ...]
    ways: Counter[str]
    links: int

    @property
    def gap(self) -> bool:
        """Whether a mark does not answer."""
        return any(n != self.marks for n in self.answered)


def asked(page: Page, home: str) -> Iterator[Figure]:
    """Every figure, page by page."""
    for path in pages():
        if path not in ANSWERING:
            continue
        page.goto(home + path)
        page.wait_for_selector(".shell h1")
        page.wait_for_load_state("networkidle")
        page.wait_for_function("() => document.querySelector('.tip')")
        found: dict[str, Any] = page.evaluate(ASK)
        for name, one in found.items():
            yield Figure(path, name, one["n"], tuple(one[a] for a in ANSWERS), Counter(one["ways"]), one["links"])


def report(figures: list[Figure]) -> str:
    """The table, a line a figure."""
    said = [
        "# Every figure against hover, focus, tap, press and records",
        "",
        "Written by `python -m benchmarks.figures`: the demonstration in Chromium, 1440 px, folds open, every mark.",
        "A figure without marks is a list or a table; its rows are links, or it is empty.",
        f"{len(figures)} figures, {sum(one.marks for one in figures)} marks, "
        f"{sum(one.gap for one in figures)} figures with a gap.",
        "",
        f"| page | figure | marks | {' | '.join(ANSWERS)} | {' | '.join(WAYS)} | other links |",
        f"|---|---|---{'|---' * (len(ANSWERS) + len(WAYS) + 1)}|",
    ]
    for one in figures:
        answered = ["" if not one.marks else "all" if n == one.marks else str(n) for n in one.answered]
        cells = [*answered, *(str(one.ways[way] or "") for way in WAYS), str(one.links or "")]
        said.append(f"| {one.page} | {one.name} | {one.marks} | {' | '.join(cells)} |")
    return "\n".join(said) + "\n"


def main() -> int:
    """Ask, write and tell the gaps; 1 where there is one."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder), rate="0") as server,
        browsing(1440, 900) as page,
    ):
        figures = list(asked(page, server.home))
    REPORT.write_text(report(figures), encoding="utf-8")
    gaps = [one for one in figures if one.gap]
    for one in gaps:
        print(one.page, one.name, dict(zip(ANSWERS, one.answered, strict=True)), "of", one.marks)
    print(f"{len(figures)} figures, {sum(one.marks for one in figures)} marks, {len(gaps)} with a gap")
    return bool(gaps)


if __name__ == "__main__":
    sys.exit(main())
