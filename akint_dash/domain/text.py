"""How much text a cell of a workbook holds, and the mark of one that was cut there."""

from __future__ import annotations

from typing import Final

MAX_TEXT: Final = 32_767
"""What a cell holds, in UTF-16 units: what a spreadsheet counts."""

CUT_MARK: Final = " … [KUTTET: hele teksten står i databasen]"


def units(text: str) -> int:
    """The length of ``text`` as a spreadsheet counts it."""
    return len(text) + sum(char > "\uffff" for char in text)


def cut(text: str) -> str:
    """``text`` as a cell holds it: whole, or cut with :data:`CUT_MARK` at its end."""
    if len(text) * 2 <= MAX_TEXT or units(text) <= MAX_TEXT:
        return text
    room = MAX_TEXT - len(CUT_MARK)
    start = text[:room]
    while units(start) > room:
        start = start[: len(start) - max(1, (units(start) - room) // 2)]
    return start.rstrip() + CUT_MARK


def is_cut(text: str) -> bool:
    """Whether ``text`` is what a cell shows of a longer one."""
    return text.endswith(CUT_MARK)
