"""How much text a cell of a workbook holds, the mark of one that was cut there, and long texts in a sentence."""

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


MOST_SHOWN: Final = 160
"""What a sentence quotes of a text."""
_BEFORE: Final = 20


def around_difference(one: str, other: str) -> list[str]:
    """Two texts as a sentence quotes them: whole where both are short, else from where they differ; … for the rest."""
    texts = [one, other]
    if all(len(text) <= MOST_SHOWN for text in texts):
        return texts
    pairs = enumerate(zip(one, other, strict=False))
    same = next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
    start = same - _BEFORE if same > 2 * _BEFORE else 0
    pieces = [text[start : start + MOST_SHOWN] for text in texts]
    return [
        f"{'…' if start else ''}{piece}{'…' if len(text) > start + MOST_SHOWN else ''}"
        for piece, text in zip(pieces, texts, strict=True)
    ]
