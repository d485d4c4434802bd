"""Making words fit a room: lines of known width, the largest size that fits, and a cut at a word where nothing does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from akint_dash.figures.labels import text_width

SIZES: Final = (2.6, 2.2, 1.9, 1.65, 1.45, 1.3, 1.15, 1.0)
"""Sizes of text on a wall in letters; ``assets/skjerm/wall.css`` has a class for each, ``t0`` the largest."""
_TOGETHER: Final = re.compile(r"(\d) (av|of) (?=\d)")
_HELD: Final = re.compile("(?<!\\d)\u00a0(?!\\d)")
LINE: Final = 1.12
"""Height of a line in parts of its size."""


LONELY: Final = 0.3
"""A last line shorter than this part of the longest is a word left alone."""
GENEROUS: Final = 0.97
"""What maps measure text with is a little too wide; the font's own widths at every weight are at most so much of it."""


def wide(words: str, size: float) -> float:
    """The width of a text in letters, never less than it is drawn."""
    return text_width(words.replace("\u00a0", " "), size) * GENEROUS


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines of text in one size; ``step`` is its place in :data:`SIZES`."""

    lines: tuple[str, ...]
    step: int

    @property
    def size(self) -> float:
        """The size in letters."""
        return SIZES[self.step]

    @property
    def high(self) -> float:
        """The height in letters."""
        return len(self.lines) * self.size * LINE


def wrap(words: str, size: float, width: float) -> list[str]:
    """Lines of at most ``width``, as even as they can be in as few as they need; a word too wide has its own."""
    words = _TOGETHER.sub("\\1\u00a0\\2\u00a0", words)
    lines = _greedy(words, size, width)
    if len(lines) < 2:
        return lines
    narrow = width
    while narrow > width * 0.5:  # the narrowest that needs no line more is the most even
        tried = _greedy(words, size, narrow - width * 0.02)
        if len(tried) > len(lines) or any(wide(line, size) > width for line in tried):
            break
        lines, narrow = tried, narrow - width * 0.02
    return lines


def _greedy(words: str, size: float, width: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in words.split(" "):
        tried = f"{line} {word}" if line else word
        if line and wide(tried, size) > width:
            lines.append(line)
            line = word
        else:
            line = tried
    return [*lines, line] if line else lines


def fit(words: str, width: float, most: int, high: float = 99.0, largest: float = 1.45) -> Fitted:
    """The largest size in which the words stand in at most ``most`` lines; in the least, as many lines as they need."""
    for step, size in enumerate(SIZES):
        if size > largest:
            continue
        lines = wrap(words, size, width)
        found = Fitted(tuple(lines), step)
        if len(lines) > 2 and wide(lines[-1], 1.0) < LONELY * wide(max(lines, key=len), 1.0) and size > SIZES[-1]:
            continue
        if len(lines) <= most and found.high <= high and all(wide(line, size) <= width for line in lines):
            return found
    return Fitted(tuple(broken(words, SIZES[-1], width)), len(SIZES) - 1)


def broken(words: str, size: float, width: float) -> list[str]:
    """As :func:`wrap`; where a line would be too wide, words are let go of that were held together, numbers not."""
    lines = wrap(words, size, width)
    if all(wide(line, size) <= width for line in lines):
        return lines
    return wrap(_HELD.sub(" ", words), size, width)


def cut(words: str, size: float, width: float, lines: int = 1) -> list[str]:
    """The words in at most so many lines; where they need more, the last ends in an ellipsis after a whole word."""
    found = _greedy(words, size, width)
    if len(found) <= lines and all(wide(line, size) <= width for line in found):
        return found
    kept = found[: lines - 1]
    last = " ".join(found[lines - 1 :])
    while last and wide(last + "…", size) > width:
        shorter = last.rpartition(" ")[0]
        last = shorter or last[:-1]
    return [*kept, last.rstrip(" ,.:;–-") + "…"]


def longest(texts: Sequence[str], size: float) -> float:
    """The width of the widest of some texts."""
    return max((wide(text, size) for text in texts), default=0.0)
