"""A native table: its head again on each page, rows unbroken, numbers to the right, as wide as the page's text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from akint_dash.exports.brief.cells import Grid
from akint_dash.exports.brief.look import TWIPS, WIDTH_CM

POINTS_CM: Final = 28.35
SIDES_CM: Final = 0.32
"""Air left and right in a cell."""
WIDEST_WORD_CM: Final = 3.0
"""A longer word is broken."""
WIDEST_CM: Final = 12.0
"""A column of long texts asks for no more."""
KEPT_WHOLE: Final = 8
"""A table of so few rows is not broken over two pages."""
SOFT: Final = "\u00ad"
"""Where a word may be broken with a hyphen."""
LATER: Final = (
    "utvikling", "oppfølging", "heving", "administrasjon", "samfunn", "området", "områder", "kontor", "deltakelse",
)  # fmt: skip
"""What long Norwegian words in a head end in: before it they may be broken."""
_WORDS: Final = re.compile(rf"[ \-–/{SOFT}]+")
_JOINT: Final = re.compile(rf"(?<=\w{{4}})(?=(?:{'|'.join(LATER)}))")
_NARROW, _WIDE = frozenset("iljtfrI.,:;'|!()[]- "), frozenset("mwMW%@—")


def breakable(head: str) -> str:
    """A heading whose long words may be broken where they are joined."""
    return _JOINT.sub(SOFT, head)


def breadth(words: str, points: float, *, bold: bool = False) -> float:
    """About how wide a line of Arial is, in centimetres."""
    em = sum(
        0.29 if sign in _NARROW else 0.86 if sign in _WIDE else 0.68 if sign.isupper() else 0.556 for sign in words
    )
    return em * points * (1.06 if bold else 1.0) / POINTS_CM


@dataclass(frozen=True, slots=True)
class Panel:
    """A table that fits the page, and its columns' widths in centimetres."""

    grid: Grid
    widths: tuple[float, ...]


def panels(grid: Grid, points: float) -> tuple[list[Panel], tuple[str, ...]]:
    """The table as one or more that each fit the page, with what names the rows in each; and the heads left out."""
    least, wish = _widths(grid, points)
    every = range(len(grid.heads))
    kept = [at for at in every if sum(least) <= WIDTH_CM or at not in grid.spare]
    room = WIDTH_CM - sum(least[at] for at in grid.keys)
    groups: list[list[int]] = [[]]
    for at in (one for one in kept if one not in grid.keys):
        if groups[-1] and sum(least[one] for one in [*groups[-1], at]) > room:
            groups.append([])
        groups[-1].append(at)
    chosen = [sorted({*grid.keys, *group}) for group in groups]
    made = [Panel(grid.columns(one), _shared([least[at] for at in one], [wish[at] for at in one])) for one in chosen]
    return made, tuple(grid.heads[at] for at in every if at not in kept)


def _widths(grid: Grid, points: float) -> tuple[list[float], list[float]]:
    """For each column what it must have, so that no word breaks, and what it would like."""
    least, wish = [], []
    for at, head in enumerate(grid.heads):
        texts = [row[at] for row in grid.rows]
        words = [breadth(word, points) for text in texts for word in _WORDS.split(text)]
        words += [breadth(word, points, bold=True) for word in _WORDS.split(breakable(head))]
        longest = max([0.6, *words])
        if grid.right[at]:
            longest = max([longest, *(breadth(text, points) for text in texts)])
        least.append(SIDES_CM + min(WIDEST_WORD_CM, longest))
        whole = max([breadth(head, points, bold=True) * 0.7, *(breadth(text, points) for text in texts)])
        wish.append(max(least[-1], SIDES_CM + min(WIDEST_CM, whole)))
    return least, wish


def _shared(least: Sequence[float], wish: Sequence[float]) -> tuple[float, ...]:
    """The widths: what each wishes where there is room, else the room shared by what each lacks."""
    if sum(wish) <= WIDTH_CM:
        return tuple(wish)
    room, lacks = max(0.0, WIDTH_CM - sum(least)), [some - few for few, some in zip(least, wish, strict=True)]
    part = room / sum(lacks) if sum(lacks) else 0.0
    widths = [few + lack * part for few, lack in zip(least, lacks, strict=True)]
    too_wide = WIDTH_CM / sum(widths)
    return tuple(width * min(1.0, too_wide) for width in widths)


def table(document: Document, panel: Panel, points: float, name: str) -> None:
    """Write one table. ``name`` is for those who do not see it."""
    twips = [round(width * TWIPS) for width in panel.widths]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    xml = (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="Numbers"/><w:tblW w:w="{sum(twips)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        'w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(name)}/><w:tblDescription w:val={quoteattr(name)}/>"
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(_rows(panel.grid, twips, points))}</w:tbl>"
    )
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(xml))  # before the properties of the last section


def _rows(grid: Grid, twips: Sequence[int], points: float) -> Iterator[str]:
    head = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    heads = [breakable(words) for words in grid.heads]
    yield f"<w:tr>{head}{_cells('CellHead', heads, grid.right, twips, points, True)}</w:tr>"
    last = len(grid.rows) - 1
    for at, row in enumerate(grid.rows):
        near = at < last and (len(grid.rows) <= KEPT_WHOLE or at == 0 or at == last - 1)
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cells('Cell', row, grid.right, twips, points, near)}</w:tr>"


def _cells(
    style: str, texts: Sequence[str], right: Sequence[bool], twips: Sequence[int], points: float, near: bool
) -> str:
    size = f'<w:rPr><w:sz w:val="{points * 2:.0f}"/><w:szCs w:val="{points * 2:.0f}"/></w:rPr>'
    ahead = "<w:keepNext/>" if near else ""
    sides = ("", '<w:jc w:val="right"/>')
    return "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{ahead}{sides[side]}</w:pPr>'
        f"<w:r>{size}{_text(text)}</w:r></w:p></w:tc>"
        for text, side, width in zip(texts, right, twips, strict=True)
    )


def _text(text: str) -> str:
    """A text with its places to break."""
    parts = (f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split(SOFT))
    return "<w:softHyphen/>".join(parts)
