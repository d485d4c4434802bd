"""How wide text is in the slides' type, so that nothing overflows: Arial's advance widths in thousandths of the size.

Liberation Sans and Helvetica have the same; what is measured here stands alike in PowerPoint, Keynote and LibreOffice.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from akint_dash.exports.wrapping import broken, shortened

_REGULAR: Final[Mapping[int, str]] = {
    191: "'",
    222: "ijl‘’",
    260: "|¦",
    278: " !,./:;I[\\]ft\u00a0·ÌÍÎÏìíîï",
    333: "()-`r¡¨²³´¸¹“”",
    334: "{}",
    350: "•",
    355: '"',
    365: "º",
    370: "ª",
    389: "*",
    400: "°",
    469: "^",
    500: "Jcksvxyzçýÿšž",
    537: "¶",
    549: "±÷",
    552: "¯",
    556: "#$0123456789?L_abdeghnopqu¢£¤¥§«»àáâãäåèéêëðñòóôõöùúûüþ–€",
    576: "µ",
    584: "+<=>~¬×−",
    611: "FTZ¿ßøŽ",
    667: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞŠ",
    722: "CDHNRUwÇÐÑÙÚÛÜ",
    737: "©®",
    778: "GOQÒÓÔÕÖØ",
    833: "Mm",
    834: "¼½¾",
    889: "%æ",
    944: "Wœ",
    1000: "ÆŒ—…",
    1015: "@",
}
_BOLD: Final[Mapping[int, str]] = {
    238: "'",
    278: " ,./I\\ijl\u00a0·ÌÍÎÏìíîï‘’",
    280: "|¦",
    333: "!()-:;[]`ft¡¨²³´¸¹",
    350: "•",
    365: "º",
    370: "ª",
    389: "*r{}",
    400: "°",
    474: '"',
    500: "zž“”",
    549: "±÷",
    552: "¯",
    556: "#$0123456789J_aceksvxy¢£¤¥§«¶»àáâãäåçèéêëýÿš–€",
    576: "µ",
    584: "+<=>^~¬×−",
    611: "?FLTZbdghnopqu¿ßðñòóôõöøùúûüþŽ",
    667: "EPSVXYÈÉÊËÝÞŠ",
    722: "&ABCDHKNRUÀÁÂÃÄÅÇÐÑÙÚÛÜ",
    737: "©®",
    778: "GOQwÒÓÔÕÖØ",
    833: "M",
    834: "¼½¾",
    889: "%mæ",
    944: "Wœ",
    975: "@",
    1000: "ÆŒ—…",
}
_WIDTHS: Final = {
    bold: {letter: width for width, letters in widths.items() for letter in letters}
    for bold, widths in ((False, _REGULAR), (True, _BOLD))
}
_UNKNOWN: Final = 700
"""Of a letter that is not listed; a wide one (Chinese, an emoji) is as wide as it is high."""
LINE: Final = 1.17
"""How high a line is, in sizes."""


def width(text: str, size: float, bold: bool = False) -> float:
    """In points, at ``size`` points."""
    widths = _WIDTHS[bold]
    return sum(widths.get(letter) or _other(letter) for letter in text) * size / 1000


def _other(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 1000 if unicodedata.east_asian_width(letter) in "WF" or ord(letter) > 0xFFFF else _UNKNOWN


@lru_cache(maxsize=8192)
def lines(text: str, size: float, room: float, bold: bool = False) -> tuple[str, ...]:
    """``text`` as a program breaks it in ``room`` points: at blanks and after hyphens, inside a word where it must."""
    return broken(text, room, lambda part: width(part, size, bold))


def height(text: str, size: float, room: float, bold: bool = False) -> float:
    """How high ``text`` stands in ``room`` points, in points."""
    return len(lines(text, size, room, bold)) * size * LINE


def fitted(text: str, sizes: Sequence[float], room: float, most: float, bold: bool = False) -> tuple[float, str]:
    """The largest of ``sizes`` at which ``text`` is at most ``most`` points high; cut at the smallest where none is."""
    for size in sizes:
        if height(text, size, room, bold) <= most:
            return size, text
    return sizes[-1], cut(text, sizes[-1], room, max(1, int(most / (sizes[-1] * LINE))), bold)


def cut(text: str, size: float, room: float, most: int, bold: bool = False) -> str:
    """``text`` in at most ``most`` lines; what is cut ends with a mark."""
    return shortened(text, most, lambda part: lines(part, size, room, bold))
