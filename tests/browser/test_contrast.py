"""Every mark of every page, as it is painted: something of it stands out from the paper 3:1, in dark; in light
``test_every_page.py`` asks the same."""

from __future__ import annotations

from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Watched
from tests.figures.test_marks import ANSWERING

pytestmark = pytest.mark.browser

OPEN: Final = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
WEAK: Final = """
() => {
  const rgb = (text) => {
    const found = /rgba?\\(([^)]+)\\)/.exec(text || ""), parts = found && found[1].split(/[ ,/]+/).map(Number);
    return !parts || (parts.length > 3 && parts[3] < 0.05) ? null : parts;
  };
  const linear = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const light = (c) => 0.2126 * linear(c[0]) + 0.7152 * linear(c[1]) + 0.0722 * linear(c[2]);
  const paper = light(rgb(getComputedStyle(document.body).backgroundColor));
  const ground = rgb(getComputedStyle(document.body).backgroundColor);
  const upon = (c, strong) => c && c.slice(0, 3).map((part, at) => part * strong + ground[at] * (1 - strong));
  const ratio = (c) => (Math.max(light(c), paper) + 0.05) / (Math.min(light(c), paper) + 0.05);
  const all = (text) => [...(text || "").matchAll(/rgba?\\([^)]+\\)/g)].map((one) => one[0]);
  const shapes = "rect, circle, ellipse, path, line, polygon, polyline";
  function colours(element) {
    const style = getComputedStyle(element), found = [];
    if (element instanceof SVGElement) {
      if (!element.matches(shapes) || element.matches(".hit")) return [];
      const pattern = /url\\("?#([^")]+)/.exec(style.fill), kept = pattern && document.getElementById(pattern[1]);
      if (kept) kept.querySelectorAll(shapes).forEach((part) => found.push(...colours(part)));
      else found.push(upon(rgb(style.fill), +style.fillOpacity * +style.opacity));
      if (parseFloat(style.strokeWidth) > 0) found.push(upon(rgb(style.stroke), +style.strokeOpacity * +style.opacity));
    } else {
      found.push(style.backgroundColor, ...all(style.backgroundImage), ...all(style.boxShadow));
      if (+style.opacity < 1) return found.map((one) => upon(rgb(one), +style.opacity)).filter(Boolean);
      for (const side of ["Top", "Right", "Bottom", "Left"])
        if (parseFloat(style[`border${side}Width`]) > 0) found.push(style[`border${side}Color`]);
    }
    return found.map((one) => (Array.isArray(one) ? one : rgb(one))).filter(Boolean);
  }
  const weak = new Set();
  let marks = 0;
  document.querySelectorAll("main :is(a.tells, .key-mark, .swatch, .js-plotly-plot .point > path)").forEach((mark) => {
    const box = mark.getBoundingClientRect();
    const some = [mark, ...mark.querySelectorAll("*")].flatMap(colours).map(ratio);
    if (!some.length || (box.width < 1 && box.height < 1)) return;
    marks += 1;
    const best = Math.max(...some), card = mark.closest("article, section");
    if (best < 3) weak.add(`${card && card.id} ${mark.outerHTML.slice(0, 120)}: ${best.toFixed(2)}`);
  });
  return { marks, weak: [...weak] };
}
"""


def weak_marks(page: Page) -> list[str]:
    """The marks of which nothing stands out, once some are drawn."""
    for _ in range(20):  # a busy machine draws its graphs later
        found = page.evaluate(WEAK)
        if found["marks"]:
            break
        page.wait_for_timeout(300)
    assert found["marks"] > 0
    weak: list[str] = found["weak"]
    return weak


@pytest.mark.sampled(3)
@pytest.mark.parametrize("path", sorted(ANSWERING))
def test_in_dark(chromium: Browser, demo_url: str, path: str) -> None:
    watched = Watched(chromium, demo_url, viewport={"width": 1440, "height": 900}, color_scheme="dark")
    page = watched.open(path)
    page.wait_for_timeout(700)
    page.evaluate(OPEN)
    assert weak_marks(page) == []
    watched.context.close()
