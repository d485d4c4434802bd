"""How text is broken into lines of a given room, whatever type it is set in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

Measure: TypeAlias = Callable[[str], float]
"""How wide a text is."""
CUT: Final = "…"
_HYPHENS: Final = re.compile(r"[^-]*-+|[^-]+")


def broken(text: str, room: float, wide: Measure, *, at_hyphens: bool = True) -> tuple[str, ...]:
    """``text`` broken at blanks, inside a word where it must; ``at_hyphens``: also after a hyphen that has room."""
    found: list[str] = []
    for paragraph in text.splitlines() or [""]:
        line, used = "", 0.0
        for blank, piece in _pieces(paragraph, room, wide, at_hyphens):
            length, before = wide(piece), wide(blank)
            if line and used + before + length > room:
                found.append(line)
                line, used = piece, length
            else:
                line, used = (line + blank + piece, used + before + length) if line else (piece, length)
        found.append(line)
    return tuple(found)


def words_of(text: str) -> list[str]:
    """The pieces of ``text`` that no program breaks where it has room for them."""
    return [piece for word in text.split(" ") for piece in _HYPHENS.findall(word)]


def shortened(text: str, most: int, lines: Callable[[str], tuple[str, ...]]) -> str:
    """``text`` in at most ``most`` of its ``lines``; what is cut ends with a mark."""
    if len(lines(text)) <= most:
        return text
    fits, too_long = 0, len(text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if len(lines(text[:middle].rstrip(" ,;:") + CUT)) <= most:
            fits = middle
        else:
            too_long = middle
    return text[:fits].rstrip(" ,;:") + CUT


def _pieces(text: str, room: float, wide: Measure, at_hyphens: bool) -> Iterator[tuple[str, str]]:
    """(what stands before it, piece): words, parts of words with hyphens, and of words longer than a line."""
    for word in text.split(" "):
        blank = " "
        whole = not at_hyphens and wide(word) <= room
        for part in [word] if whole else _HYPHENS.findall(word) or [""]:
            for piece in [part] if wide(part) <= room else _parts(part, room, wide):
                yield blank, piece
                blank = ""


def _parts(word: str, room: float, wide: Measure) -> Iterator[str]:
    """A word that is longer than a line, as much of it at a time as has room."""
    piece, used = "", 0.0
    for letter in word:
        length = wide(letter)
        if piece and used + length > room:
            yield piece
            piece, used = letter, length
        else:
            piece, used = piece + letter, used + length
    yield piece
