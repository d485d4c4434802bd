"""Which columns of a table have room beside each other, and how wide each stands: on a slide, in a picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from akint_dash.domain.exhibit import Column, Kind
from akint_dash.domain.table import NOT_APPLICABLE
from akint_dash.exports.wrapping import words_of
from akint_dash.text.values import RIGHT

Width: TypeAlias = Callable[[str, float, bool], float]
"""How wide a text is at a size, in bold or not."""
PAD: Final = 9.0
"""Left and right of a cell, in points."""
SLACK: Final = 2.0
"""Programs round widths: so much more than a text needs is given to its cell."""
LEAST_TEXT: Final = 76.0
"""How narrow a column of text may become."""
MOST_WORD: Final = 140.0
"""A longer word may be broken."""
ADDRESSES: Final = ("url", "address", "link")


def known(columns: list[Column], said: list[list[str]]) -> tuple[list[Column], list[list[str]]]:
    """Without columns that say nothing on a sheet: codes, addresses, and those of which there is none in any row."""
    kept = [
        at
        for at, column in enumerate(columns)
        if column.name not in ADDRESSES
        and column.kind is not Kind.CODE
        and (not said or any(row[at] not in ("", NOT_APPLICABLE) for row in said))
    ]
    return [columns[at] for at in kept], [[row[at] for at in kept] for row in said]


def widths_of(
    columns: Sequence[Column], said: Sequence[Sequence[str]], size: float, wide: float, width: Width
) -> tuple[list[int], list[float]]:
    """Which columns have room in ``wide``, and how wide each is."""
    natural, least = [], []
    for at, column in enumerate(columns):
        cells = [row[at] for row in said]
        longest = max((width(cell, size, False) for cell in cells), default=0.0)
        head = max(width(word, size, True) for word in column.words.split() or [""])
        whole = max(longest, min(width(column.words, size, True), 150.0), head) + 2 * PAD + SLACK
        number = column.kind in RIGHT or column.kind is Kind.DATE
        natural.append(whole)
        words = max((width(word, size, False) for cell in cells for word in words_of(cell)), default=0.0)
        need = max(longest, head) if number else max(LEAST_TEXT, head, min(words, MOST_WORD))
        least.append(min(whole, need + 2 * PAD + SLACK))
    least = [min(one, wide / 2) for one in least]
    kept = list(range(len(columns)))
    while len(kept) > 1 and sum(least[at] for at in kept) > wide:
        moments = [at for at in kept if columns[at].kind is Kind.MOMENT]
        sparse = [at for at in kept[1:] if _is_sparse([row[at] for row in said])]
        kept.remove((sparse or moments or kept)[-1])
    return kept, _shared([natural[at] for at in kept], [least[at] for at in kept], wide)


def _is_sparse(cells: Sequence[str]) -> bool:
    """Whether most rows say nothing in a column."""
    return 2 * sum(cell in ("", NOT_APPLICABLE) for cell in cells) > len(cells)


def _shared(natural: Sequence[float], least: Sequence[float], wide: float) -> list[float]:
    """``natural`` widths a little wider where there is room; else what is over is shared by what each lacks."""
    whole = sum(natural)
    if whole <= wide:
        return [one * min(wide / whole, 1.35) for one in natural]
    over = wide - sum(least)
    lacks = [(one - few) ** 0.8 if one > few else 0.0 for one, few in zip(natural, least, strict=True)]
    return [few + over * lack / (sum(lacks) or 1) for few, lack in zip(least, lacks, strict=True)]
