"""Where the names on the map stand: greedy, deterministic, none over another, a line home where one has to move."""

from __future__ import annotations

import math
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
PAD: Final = 0.3


def text_width(words: str, size: float) -> float:
    """The width of a text in the unit of ``size``, never less than it is drawn."""
    return sum(WIDTH_OF.get(letter, 640) for letter in words) * size / 1000 * 1.02


Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name to place at (x, y), in something ``wide`` and ``high``; ``size`` of its letters; smaller ranks first;
    ``upon``: it may stand upon the thing itself where that is large enough.
    """

    key: str
    words: str
    x: float
    y: float
    wide: float
    high: float
    size: float
    rank: int
    upon: bool = False

    @property
    def radius(self) -> float:
        """How far from the point a name stands that is close by."""
        return min(max(min(self.wide, self.high) * 0.4, 5.0), 16.0)

    @property
    def room(self) -> tuple[float, float]:
        """Width and height of its text, with a little air at both ends."""
        return text_width(self.words, self.size) + PAD * self.size, self.size * LINE

    @property
    def core(self) -> Rect:
        """The middle of the thing, which other names had better leave free."""
        half_w, half_h = max(self.wide * 0.3, 4.0), max(self.high * 0.3, 4.0)
        return (self.x - half_w, self.y - half_h, self.x + half_w, self.y + half_h)


class Placed(NamedTuple):
    """A name's place: left end and base line of the text, and the line home (None: it stands close by)."""

    name: Name
    x: float
    y: float
    leader: tuple[float, float, float, float] | None
    upon: bool = False


_ANGLES: Final = tuple(
    math.radians(a) for a in (0, 180, -35, 35, -145, 145, 90, -90, -60, 60, -120, 120, 15, -15, 165, -165)
)
_STEPS: Final = (0.0, 0.5, 1.0, 1.6, 2.4, 3.3, 4.4, 5.6, 7.0, 8.5, 10.0, 12.0, 14.0, 17.0, 20.0, 24.0)
"""How far from the thing a name may stand, in letters' heights."""


@lru_cache(maxsize=64)
def place(names: tuple[Name, ...], frame: Rect, farthest: float = _STEPS[-1]) -> tuple[Placed, ...]:
    """A place for every name that finds one inside ``frame`` (left, top, right, bottom), at most ``farthest`` away.

    Names are taken in order of rank, then key. Each takes the cheapest place: near, to the right, over no other
    thing, with a line that crosses nothing. A name whose every place is taken is left out (the list carries it).
    """
    board = _Board(frame, tuple(step for step in _STEPS if step <= farthest), [(n.key, n.core) for n in names], [], [])
    done: list[Placed] = []
    for name in sorted(names, key=lambda n: (n.rank, n.key)):
        found = board.upon(name) if name.upon else None
        found = found or board.beside(name)
        if found is not None:
            board.rects.append(found[0])
            if found[1].leader:
                board.leaders.append(found[1].leader)
            done.append(found[1])
    return tuple(done)


@dataclass(frozen=True, slots=True)
class _Board:
    """What is taken: the things themselves (``cores``), the boxes of placed names, and their lines."""

    frame: Rect
    steps: tuple[float, ...]
    cores: list[tuple[str, Rect]]
    rects: list[Rect]
    leaders: list[Rect]

    def free(self, rect: Rect) -> bool:
        """Whether a name may stand there at all."""
        return _inside(rect, self.frame) and not any(_overlap(rect, other) for other in self.rects)

    def upon(self, name: Name) -> tuple[Rect, Placed] | None:
        """The middle of the thing, or a little above or below it."""
        width, height = name.room
        if name.wide * 1.75 < width or name.high * 0.8 < height:
            return None
        for down in (0.0, 0.5, -0.5, 1.0, -1.0, 1.5, -1.5):
            y = name.y + down * name.size
            rect = (name.x - width / 2, y - height / 2, name.x + width / 2, y + height / 2)
            if self.free(rect) and abs(down) * name.size + height / 2 <= name.high / 2:
                return rect, _placed(name, rect, None)._replace(upon=True)
        return None

    def beside(self, name: Name) -> tuple[Rect, Placed] | None:
        """The cheapest place around the thing."""
        best: tuple[float, Rect, Placed] | None = None
        others = [core for key, core in self.cores if key != name.key]
        for step in self.steps:
            if best is not None and best[0] <= step * 3:
                break
            for turn, angle in enumerate(_ANGLES):
                rect = _beside(name, angle, step, self.frame)
                if not self.free(rect):
                    continue
                covered = sum(_overlap(rect, core) for core in others)
                line = _line(name, rect) if step >= 1.0 or (covered and step > 0) else None
                cost = step * 3 + turn * 0.25 + 2.2 * covered + self.crossings(rect, line)
                if best is None or cost < best[0]:
                    best = (cost, rect, _placed(name, rect, line))
        return (best[1], best[2]) if best else None

    def crossings(self, rect: Rect, line: Rect | None) -> float:
        """What a place costs by the lines it lies on, and by what its own line crosses."""
        cost = 5.0 * sum(_crosses(other, rect) for other in self.leaders)
        if line:
            cost += 5.0 * sum(_crosses(line, other) for other in self.rects)
            cost += 4.0 * sum(_cut(line, other) for other in self.leaders)
        return cost


def _placed(name: Name, rect: Rect, line: Rect | None) -> Placed:
    return Placed(name, rect[0] + PAD / 2 * name.size, rect[3] - DESCENT * name.size, line)


def _beside(name: Name, angle: float, step: float, frame: Rect) -> Rect:
    """Where a name stands in one direction; above and below it is moved sideways into the frame."""
    (width, height), cos, sin = name.room, math.cos(angle), math.sin(angle)
    reach = name.radius + (0.25 + step) * name.size
    left = name.x + cos * reach + (_sign(cos) - 1) * width / 2
    if abs(sin) > 0.5:
        left = min(max(left, frame[0]), frame[2] - width)
    top = name.y + sin * (reach + height / 2) - height / 2
    return (left, top, left + width, top + height)


def _sign(value: float) -> float:
    return 0.0 if abs(value) < 0.1 else 1.0 if value > 0 else -1.0


def _inside(rect: Rect, frame: Rect) -> bool:
    return rect[0] >= frame[0] and rect[1] >= frame[1] and rect[2] <= frame[2] and rect[3] <= frame[3]


def _overlap(a: Rect, b: Rect) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


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
