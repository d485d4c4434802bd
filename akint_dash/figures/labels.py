"""Where the names on the map stand: greedy, deterministic, none over another, with a line home where one has to move."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

_WIDTHS: Final = (
    (250, "'!,.:;ijl|¡ìíîïıĩīįĺļłI()[]{} ÌÍÎÏ"),
    (340, "-f`´·t¯ţťŧ"),
    (430, '"r*°ŗř'),
    (500, "szLşšźżž_»«cgvy?ćčçğģ"),
    (570, "aexàáâãäåèéêëāăąēěFJPhknu0123456789ñùúûüńņňūůų+"),
    (600, "ESTbdopqÈÉÊËòóôõöøBRZðđŌőŚŠŞ"),
    (690, "YKAUVXÀÁÂÃÄÅÙÚÛÜDHNÐCÇ&#ĀĂĆČ"),
    (770, "GOQwÒÓÔÕÖØ%"),
    (860, "mMÆæ@ďŵ"),
    (1000, "WŒ"),
)
"""Thousandths of an em of Hanken Grotesk at weight 600, a little generous."""

WIDTH_OF: Final = {letter: width for width, letters in _WIDTHS for letter in letters}
LINE: Final = 1.32
"""Height of a line of text in em, from the font's ascent and descent."""
DESCENT: Final = 0.32


def text_width(words: str, size: float) -> float:
    """The width of a text in the unit of ``size``, never less than it is drawn."""
    return sum(WIDTH_OF.get(letter, 640) for letter in words) * size / 1000 * 1.02


@dataclass(frozen=True, slots=True)
class Name:
    """A name to place: at (x, y), which lies in something ``radius`` wide; ``size`` of its letters; smaller ranks first."""

    key: str
    words: str
    x: float
    y: float
    radius: float
    size: float
    rank: int


class Placed(NamedTuple):
    """A name's place: left end and base line of the text, and the line home (None: it stands close by)."""

    name: Name
    x: float
    y: float
    leader: tuple[float, float, float, float] | None


Rect = tuple[float, float, float, float]
_ANGLES: Final = tuple(
    math.radians(a) for a in (0, 180, -35, 35, -145, 145, 90, -90, -60, 60, -120, 120, 15, -15, 165, -165)
)
_STEPS: Final = (0.0, 0.5, 1.0, 1.6, 2.4, 3.3, 4.4, 5.6, 7.0, 8.5, 10.0, 12.0, 14.0, 17.0, 20.0, 24.0)
"""How far from the thing a name may stand, in letters' heights."""


@lru_cache(maxsize=64)
def place(names: tuple[Name, ...], frame: Rect, taken: tuple[Rect, ...] = ()) -> tuple[Placed, ...]:
    """A place for every name that finds one inside ``frame`` (left, top, right, bottom); ``taken`` stays free.

    Names are taken in order of rank, then key. Each takes the cheapest place: near, to the right, over no other
    place's point; a name whose every place is taken is left out (the list carries it).
    """
    rects: list[Rect] = list(taken)
    leaders: list[Rect] = []
    done: list[Placed] = []
    points = [(n.x, n.y) for n in names]
    for name in sorted(names, key=lambda n: (n.rank, n.key)):
        best = _best(name, frame, rects, leaders, points)
        if best is not None:
            rect, placed = best
            rects.append(rect)
            if placed.leader:
                leaders.append(placed.leader)
            done.append(placed)
    return tuple(done)


def _best(
    name: Name, frame: Rect, rects: Sequence[Rect], leaders: Sequence[Rect], points: Sequence[tuple[float, float]]
) -> tuple[Rect, Placed] | None:
    size = name.size
    width, height = text_width(name.words, size) + 0.3 * size, size * LINE
    best: tuple[float, Rect, Placed] | None = None
    for step in _STEPS:
        if best is not None and best[0] <= step * 3:
            break
        for turn, angle in enumerate(_ANGLES):
            cos, sin = math.cos(angle), math.sin(angle)
            reach = name.radius + (0.25 + step) * size
            cx = name.x + cos * reach + _sign(cos) * width / 2
            cy = name.y + sin * (reach + height / 2)
            rect = (cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2)
            if not _inside(rect, frame) or any(_overlap(rect, other) for other in rects):
                continue
            line = _line(name, rect) if step >= 1.0 else None
            if any(_crosses(other, rect) for other in leaders):
                continue
            if line and any(_crosses(line, other) for other in rects):
                continue
            cost = step * 3 + turn * 0.25
            cost += 1.5 * sum(_near(point, rect) for point in points)
            if line:
                cost += 4 * sum(_cut(line, other) for other in leaders)
            if best is None or cost < best[0]:
                left, base = rect[0] + 0.15 * size, rect[3] - DESCENT * size
                best = (cost, rect, Placed(name, left, base, line))
    return (best[1], best[2]) if best else None


def _sign(value: float) -> float:
    return 0.0 if abs(value) < 0.1 else 1.0 if value > 0 else -1.0


def _inside(rect: Rect, frame: Rect) -> bool:
    return rect[0] >= frame[0] and rect[1] >= frame[1] and rect[2] <= frame[2] and rect[3] <= frame[3]


def _overlap(a: Rect, b: Rect) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _near(point: tuple[float, float], rect: Rect) -> bool:
    return rect[0] <= point[0] <= rect[2] and rect[1] <= point[1] <= rect[3]


def _line(name: Name, rect: Rect) -> Rect:
    """From the thing to the nearest point of the text's box."""
    x = min(max(name.x, rect[0]), rect[2])
    y = min(max(name.y, rect[1] + 0.3 * name.size), rect[3] - 0.3 * name.size)
    return (name.x, name.y, x, y)


def _crosses(line: Rect, rect: Rect) -> bool:
    """Whether a line touches a rectangle (Liang-Barsky), its last bit left out: it may end at its own text."""
    x0, y0 = line[0], line[1]
    dx, dy = (line[2] - x0) * 0.98, (line[3] - y0) * 0.98
    low, high = 0.0, 1.0
    for delta, near, far in ((dx, rect[0] - x0, rect[2] - x0), (dy, rect[1] - y0, rect[3] - y0)):
        if abs(delta) < 1e-9:
            if near > 0 or far < 0:
                return False
            continue
        first, last = sorted((near / delta, far / delta))
        low, high = max(low, first), min(high, last)
        if low > high:
            return False
    return True


def _cut(a: Rect, b: Rect) -> bool:
    """Whether two lines cross."""

    def side(p: tuple[float, float], line: Rect) -> float:
        return (line[2] - line[0]) * (p[1] - line[1]) - (line[3] - line[1]) * (p[0] - line[0])

    return side((a[0], a[1]), b) * side((a[2], a[3]), b) < 0 and side((b[0], b[1]), a) * side((b[2], b[3]), a) < 0
