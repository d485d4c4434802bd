"""One instrument's share over the years: an area against the county and another area, on the same axes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from akint_dash.figures.columns import spread
from akint_dash.figures.marks import Mark, hit, pressed
from akint_dash.figures.svg import el, points, svg, text
from akint_dash.figures.weight import MARK

WIDTH, HEIGHT, LEFT, RIGHT, FLOOR, TOP, LINE = 264.0, 176.0, 10.0, 132.0, 146.0, 18.0, 18.0
SPAN = 204.0
Placer: TypeAlias = Callable[[int, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Line:
    """``kind`` is own, county or other; a share per year (None: none that year); the words at its end and, of the own
    line, at its beginning; ``answers``: what each year of it says, and where that leads; ``name``: whose it is."""

    kind: str
    shares: Sequence[float | None]
    words: str
    answers: Sequence[Mark]
    start: str = ""
    name: str = ""


def compare(
    instrument: str,
    lines: Sequence[Line],
    ticks: Sequence[str],
    highest: float,
    breaks: Sequence[int],
    label: str,
) -> str:
    """Slopes from 0 to ``highest`` (the same for all four instruments); ``breaks`` are places in front of which the
    area's task changed hands: the own line is cut there and a dotted mark stands between.
    """
    n = len(ticks)
    step = (RIGHT - LEFT) / max(1, n - 1)

    def place(index: int, share: float) -> tuple[float, float]:
        x = LEFT + index * step if n > 1 else (LEFT + RIGHT) / 2
        return x, FLOOR - share / (highest or 1) * (FLOOR - TOP)

    marks = [el("line", class_="base", x1=0, x2=RIGHT + 8, y1=FLOOR, y2=FLOOR)]
    marks += [_break(LEFT + (index - 0.5) * step) for index in breaks if 0 < index < n]
    for line in sorted(lines, key=lambda one: one.kind == "own"):
        marks += _line(instrument, line, place, breaks if line.kind == "own" else ())
    marks += _ends(lines, place)
    beside = [line.shares[0] for line in lines if line.kind != "own" and line.shares and line.shares[0] is not None]
    marks += [_start(line, place, beside) for line in lines if line.start and n > 1 and line.shares[0] is not None]
    marks += _ticks(ticks, step)
    return svg(WIDTH, HEIGHT, label, *marks, class_="compare")


def _break(x: float) -> str:
    return el("line", class_="break", x1=x, x2=x, y1=TOP - 8, y2=FLOOR)


def _line(instrument: str, line: Line, place: Placer, breaks: Sequence[int]) -> list[str]:
    runs: list[list[tuple[float, float]]] = [[]]
    for index, share in enumerate(line.shares):
        if share is None or index in breaks:
            runs.append([])
        if share is not None:
            runs[-1].append(place(index, share))
    drawn = [el("polyline", class_=line.kind, points=points(run)) for run in runs if len(run) > 1]
    known = [(line.answers[i], *place(i, share)) for i, share in enumerate(line.shares) if share is not None]
    return drawn + [pressed(mark, _room(x, y), _point(instrument, line.kind, x, y)) for mark, x, y in known]


def _point(instrument: str, kind: str, x: float, y: float) -> str:
    if kind == "own":
        return el("path", d=MARK[instrument], class_="mk", transform=f"translate({x:.1f} {y:.1f})")
    return el("circle", class_=kind, cx=x, cy=y, r=2.5)


def _room(x: float, y: float) -> str:
    return hit(x - 9, y - 9, 18, 18)


def _ends(lines: Sequence[Line], place: Placer) -> list[str]:
    """The words at the right, at the height of each line's last point, apart from each other."""
    ended = []
    for line in lines:
        known = [(i, s) for i, s in enumerate(line.shares) if s is not None]
        if known:
            ended.append((place(*known[-1])[1], line))
    ended.sort(key=lambda one: -one[0])
    heights = spread([FLOOR - y for y, _ in ended], LINE)
    over = max([0.0, *(h - (FLOOR - TOP + 8) for h in heights)])
    words = []
    for height, (_, line) in zip(heights, ended, strict=True):
        if line.words:
            words.append(text(line.words, RIGHT + 12, FLOOR - height + over + 4.5, class_=f"end {line.kind}"))
    return words


def _start(line: Line, place: Placer, beside: Sequence[float | None]) -> str:
    """The words over the first point, or under it where another line begins above; none where there is no room."""
    share = line.shares[0] or 0.0
    x, y = place(0, share)
    under = any((other or 0.0) > share for other in beside)
    if under and y + 20 >= FLOOR:
        return ""
    return text(line.start, x - 6, y + 20 if under else max(14.0, y - 10), class_=f"end {line.kind}")


def _ticks(ticks: Sequence[str], step: float) -> list[str]:
    n, y = len(ticks), HEIGHT - 10
    if n < 2:  # a period that has not begun has no year at all
        return [text(tick, 2, y, class_="yr") for tick in ticks]
    shown = [text(ticks[0], 2, y, class_="yr"), text(ticks[-1], RIGHT - 16, y, class_="yr")]
    if n == 3:
        shown.insert(1, text(ticks[1], LEFT + step, y, anchor="middle", class_="yr"))
    return shown


def _mixed(line: Line, some: Sequence[tuple[float, float] | None]) -> list[str]:
    """The points of one line of several: the last with the instrument's shape, those before it small."""
    known = [(index, p) for index, p in enumerate(some) if p]
    drawn = []
    for index, (x, y) in known:
        shape = el("circle", class_=f"dot {line.kind}", cx=x, cy=y, r=2.5)
        if index == known[-1][0]:
            move = f"translate({x:.1f} {y:.1f})"
            shape = el("path", d=MARK[line.kind.upper()], class_=f"end-mark {line.kind}", transform=move)
        drawn.append(pressed(line.answers[index], _room(x, y), shape))
    return drawn


def several(lines: Sequence[Line], ticks: Sequence[str], breaks: Sequence[int], label: str, highest: float) -> str:
    """The four instruments of one area, from 0 to ``highest``; ``kind`` of a line is the instrument's class."""
    n = len(ticks)
    step = (SPAN - LEFT) / max(1, n - 1)

    def place(index: int, share: float) -> tuple[float, float]:
        return (LEFT + index * step if n > 1 else SPAN), FLOOR - share / (highest or 1) * (FLOOR - TOP)

    marks = [el("line", class_="base", x1=0, x2=SPAN + 8, y1=FLOOR, y2=FLOOR)]
    marks += [_break(LEFT + (index - 0.5) * step) for index in breaks if 0 < index < n]
    for line in lines:
        some = [place(i, s) if s is not None else None for i, s in enumerate(line.shares)]
        for a, b in pairwise(some):
            if a and b:
                marks.append(el("polyline", class_=f"part {line.kind}", points=points([a, b])))
        marks += _mixed(line, some)
    ended = [(line, line.shares[-1]) for line in lines if line.shares and line.shares[-1] is not None and line.words]
    ended.sort(key=lambda pair: pair[1] or 0)
    heights = spread([(share or 0) / (highest or 1) * (FLOOR - TOP) for _, share in ended], LINE)
    for height, (line, _) in zip(heights, ended, strict=True):
        marks.append(text(line.words, SPAN + 14, FLOOR - height + 4.5, class_=f"end {line.kind}"))
    y = HEIGHT - 10
    marks.append(text(ticks[0], 2, y, class_="yr"))
    if n > 1:
        marks.append(text(ticks[-1], SPAN + 12, y, anchor="end", class_="yr"))
    return svg(WIDTH, HEIGHT, label, *marks, class_="compare several")
