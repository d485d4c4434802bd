"""The picture of money won: a step line that grows, and after today what may come. Inline SVG, wide and narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from akint_dash.figures.marks import Mark, hit, pressed
from akint_dash.figures.svg import el, points, svg, text

MOST_STEPS: Final = 150
"""Of more grants than these the line alone is drawn: their dots would lie on each other."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What the picture shows, in millions, and the words on it.

    ``steps``: (day, running sum after it), oldest first. ``outlook``: (expected, all granted) by the last day, None
    where too few decisions allow a guess; ``outlook_words``: two lines for each. ``answers``: what each step says,
    and where it leads; ``ahead`` the same of the outlook.
    """

    steps: Sequence[tuple[date, float]]
    today: date
    first: date
    last: date
    now_words: str
    today_words: str
    label: str
    outlook: tuple[float, float, float] | None
    outlook_words: tuple[tuple[str, str], tuple[str, str]]
    answers: Sequence[Mark] = ()
    ahead: Mark | None = None


@dataclass(frozen=True, slots=True)
class _Plane:
    """Where days and millions lie in a drawing."""

    growth: Growth
    width: float
    height: float
    left: float
    right: float
    top_mill: float

    def x(self, day: date) -> float:
        span = (self.growth.last - self.growth.first).days or 1
        inner = self.width - self.left - self.right
        return self.left + inner * (day - self.growth.first).days / span

    def y(self, mill: float) -> float:
        return self.height - 30 - (self.height - 30 - 34) * mill / self.top_mill


def growth(shown: Growth, *, narrow: bool = False) -> str:
    """The drawing, 690 x 340, or 360 x 300 for a phone. The unit stands outside it, above."""
    width, height = (360.0, 300.0) if narrow else (690.0, 340.0)
    now = shown.steps[-1][1] if shown.steps else 0.0
    highest = max(now, shown.outlook[2] if shown.outlook else 0.0)
    step = _round_step(highest)
    top = max(step, -(-highest // step) * step)
    right = 8.0 if narrow else 150.0 if shown.outlook else 16.0
    plane = _Plane(shown, width, height, 14.0 + 9 * len(f"{top:.0f}"), right, top)
    parts = [*_axes(plane, step), *_outlook(plane, now, narrow), *_line(plane, now), *_today(plane, now, narrow)]
    return svg(width, height, shown.label, *parts, class_="chart narrow" if narrow else "chart wide")


def _round_step(highest: float) -> float:
    """A round distance between three or four grid lines."""
    for base in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000):
        if highest / base <= 4:
            return float(base)
    return 10_000.0


def _axes(plane: _Plane, step: float) -> list[str]:
    shown, parts = plane.growth, []
    value = 0.0
    while value <= plane.top_mill:
        y = plane.y(value)
        parts.append(
            el("line", class_="ax" if not value else "g", x1=plane.left, x2=plane.width - plane.right, y1=y, y2=y)
        )
        parts.append(text(f"{value:.0f}", plane.left - 8, y + 4.5, anchor="end", class_="tick"))
        value += step
    for year in range(shown.first.year, shown.last.year + 1):
        start, middle = plane.x(max(shown.first, date(year, 1, 1))), plane.x(min(shown.last, date(year, 7, 1)))
        parts.append(el("line", class_="ax", x1=start, x2=start, y1=plane.y(0), y2=plane.y(0) + 6))
        parts.append(text(str(year), middle, plane.height - 6, anchor="middle", class_="tick"))
    return parts


def _line(plane: _Plane, now: float) -> list[str]:
    shown = plane.growth
    corners, height = [(plane.x(shown.first), plane.y(0))], 0.0
    for day, total in shown.steps:
        x = plane.x(max(day, shown.first))
        corners += [(x, plane.y(height)), (x, plane.y(total))]
        height = total
    corners.append((plane.x(shown.today), plane.y(now)))
    floor = [*corners, (plane.x(shown.today), plane.y(0))]
    line = [el("polygon", class_="wash", points=points(floor)), el("polyline", class_="won", points=points(corners))]
    if len(shown.steps) > MOST_STEPS:
        return line
    return [*line, *(_step(plane, step, mark) for step, mark in zip(shown.steps, shown.answers, strict=False))]


def _step(plane: _Plane, step: tuple[date, float], mark: Mark) -> str:
    """A grant: a dot where the line has risen by it."""
    x, y = plane.x(max(step[0], plane.growth.first)), plane.y(step[1])
    return pressed(mark, hit(x - 9, y - 9, 18, 18), el("circle", class_="step", cx=x, cy=y, r=3.5))


def _outlook(plane: _Plane, now: float, narrow: bool) -> list[str]:
    shown = plane.growth
    if shown.outlook is None:
        return []
    low, high, everything = shown.outlook
    x0, x1, y0 = plane.x(shown.today), plane.x(shown.last), plane.y(now)
    cone = el("polygon", class_="cone", points=points([(x0, y0), (x1, plane.y(everything)), (x1, y0)]))
    maybe = [el("line", class_="maybe", x1=x0, x2=x1, y1=y0, y2=plane.y(mill)) for mill in (low, high)]
    span = el("line", class_="maybe", x1=x1, x2=x1, y1=plane.y(low), y2=plane.y(high))
    drawn = [pressed(shown.ahead, cone, *maybe, span)]
    if narrow:
        return drawn
    ys = _apart(plane.y(everything), plane.y((low + high) / 2))
    words = []
    for y, (strong, soft) in zip(ys, reversed(shown.outlook_words), strict=True):
        words += [text(strong, x1 + 12, y, class_="strong"), text(soft, x1 + 12, y + 18)]
    return [*drawn, *words]


def _apart(upper: float, lower: float) -> tuple[float, float]:
    """Two labels of two lines each, at least 44 apart."""
    middle = (upper + lower) / 2
    half = max(22.0, (lower - upper) / 2)
    top = max(14.0, middle - half)
    return top, top + 2 * half


def _today(plane: _Plane, now: float, narrow: bool) -> list[str]:
    shown = plane.growth
    x, y = plane.x(shown.today), plane.y(now)
    line = el("line", class_="nowline", x1=x, x2=x, y1=22, y2=plane.y(0))
    word = text(shown.today_words, x, 15, anchor="middle", class_="nowtext")
    mark = el("path", class_="end", d="M-5-5h10v10h-10z", transform=f"translate({x:.1f} {y:.1f})")
    big = text(shown.now_words, x - 12, max(y - 12, 40), anchor="end", class_="strong" + ("" if narrow else " big"))
    return [line, word, mark, big]
