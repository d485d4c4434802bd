"""How wide text stands in a picture, so that none overflows: in our type, and in Arial where ours is not installed."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from akint_dash.exports.slides.letters import width as arial
from akint_dash.exports.wrapping import broken, shortened

FILES: Final = {
    bold: Path(__file__).parent / "fonts" / f"hanken-grotesk-{name}.ttf"
    for bold, name in ((False, "regular"), (True, "semibold"))
}
"""Our type by weight, as the pictures are painted with: no kerning, so that a text is as wide as its letters."""
FAMILY: Final = "Hanken Grotesk, Hanken Grotesk Variable, Arial, Liberation Sans, Helvetica, sans-serif"
BOLD: Final = 600


def width(text: str, size: float, bold: bool = False) -> float:
    """At least as wide as ``text`` is, whichever of the two types it is shown in."""
    own = _widths(bold)
    return sum(max(own.get(letter, 0.0), arial(letter, 1, bold)) for letter in text) * size


@lru_cache(maxsize=8192)
def lines(text: str, size: float, room: float, bold: bool = False) -> tuple[str, ...]:
    """``text`` in lines of ``room``; names and codes with hyphens stay whole where they have room."""
    return broken(text, room, lambda part: width(part, size, bold), at_hyphens=False)


def cut(text: str, size: float, room: float, most: int, bold: bool = False) -> tuple[str, ...]:
    """At most ``most`` lines of ``text``; what is cut ends with a mark."""
    return lines(shortened(text, most, lambda part: lines(part, size, room, bold)), size, room, bold)


def even(text: str, size: float, room: float, bold: bool = False) -> float:
    """The least room in which ``text`` has no more lines than in ``room``: no word stands alone on the last."""
    most, least = room, room / 2
    count = len(lines(text, size, room, bold))
    while count > 1 and most - least > size / 2:
        middle = (most + least) / 2
        if len(lines(text, size, middle, bold)) <= count:
            most = middle
        else:
            least = middle
    return most


def has(text: str) -> bool:
    """Whether our type has every letter of ``text``."""
    return all(letter in _widths(False) or not letter.isprintable() for letter in text)


@cache
def _widths(bold: bool) -> Mapping[str, float]:
    """Of each letter in the type, in sizes: from its tables of letters, of measures and of widths."""
    font = FILES[bold].read_bytes()
    count = struct.unpack(">H", font[4:6])[0]
    tables = {
        tag: at for tag, _, at, _ in (struct.unpack(">4sLLL", font[n : n + 16]) for n in range(12, 12 + 16 * count, 16))
    }
    em: int = struct.unpack(">H", font[tables[b"head"] + 18 : tables[b"head"] + 20])[0]
    several = struct.unpack(">H", font[tables[b"hhea"] + 34 : tables[b"hhea"] + 36])[0]

    def advance(glyph: int) -> float:
        at = tables[b"hmtx"] + 4 * min(glyph, several - 1)
        wide: int = struct.unpack(">H", font[at : at + 2])[0]
        return wide / em

    return {letter: advance(glyph) for letter, glyph in _glyphs(font, tables[b"cmap"]).items()}


def _glyphs(font: bytes, cmap: int) -> dict[str, int]:
    """Letter -> glyph, of the one table of segments (format 4) that the files have."""
    start = cmap + struct.unpack(">L", font[cmap + 8 : cmap + 12])[0]
    twice = struct.unpack(">H", font[start + 6 : start + 8])[0]

    def row(place: int, sign: str = "H") -> tuple[int, ...]:
        return struct.unpack(f">{twice // 2}{sign}", font[place : place + twice])

    ends, starts, deltas = row(start + 14), row(start + 16 + twice), row(start + 16 + 2 * twice, "h")
    ranges = start + 16 + 3 * twice
    found = {}
    for n, (first, last, delta, reach) in enumerate(zip(starts, ends, deltas, row(ranges), strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if reach:
                at = ranges + 2 * n + reach + 2 * (code - first)
                glyph = struct.unpack(">H", font[at : at + 2])[0]
            if glyph or not reach:
                found[chr(code)] = (glyph + delta) & 0xFFFF
    return found
