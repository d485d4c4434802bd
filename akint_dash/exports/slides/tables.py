"""A native table of an exhibit's rows: columns that have room, rows in pages, text never wider than its cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from akint_dash.domain.exhibit import Column, Exhibit
from akint_dash.exports.office import LANGUAGES
from akint_dash.exports.slides.frame import TABLE_STYLE
from akint_dash.exports.slides.letters import LINE, cut, lines, width
from akint_dash.exports.table_room import PAD, known, widths_of
from akint_dash.exports.wrapping import CUT
from akint_dash.text.values import RIGHT, table_in_words
from akint_dash.text.words import Words

MOST_LINES: Final = 3
PAGES: Final = 3
"""A table that is on more slides is told to lie elsewhere."""


@dataclass(frozen=True, slots=True)
class Density:
    """How close the rows stand."""

    size: float
    pad: float


DENSITIES: Final = (Density(14, 5.5), Density(13, 4), Density(12, 3))


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it is to stand: ``pages`` are rows by slide, ``left_out`` the headings that have no room."""

    columns: tuple[Column, ...]
    widths: tuple[float, ...]
    heads: tuple[str, ...]
    pages: tuple[tuple[tuple[str, ...], ...], ...]
    density: Density
    left_out: tuple[str, ...] = ()
    rows: int = 0

    @property
    def shown(self) -> int:
        """How many of the rows are in the file."""
        return sum(len(page) for page in self.pages)

    @property
    def shortened(self) -> bool:
        """Whether a text had no room in its cell."""
        return any(cell.endswith(CUT) for page in self.pages for row in page for cell in row)

    def height(self, page: int) -> float:
        """How high a page's table stands."""
        return sum(self.heights(page))

    def heights(self, page: int) -> list[float]:
        """How high each row stands, the head first."""
        return [
            _high(row, self.widths, self.density, bold=at == 0)
            for at, row in enumerate((self.heads, *self.pages[page]))
        ]


def grid(w: Words, exhibit: Exhibit, wide: float, first: float, later: float) -> Grid:
    """The rows of an exhibit in ``wide`` points: ``first`` points high on its first slide, ``later`` on the next.

    The density that has room for most columns, then needs fewest slides, then is loosest; the rows are shared evenly
    among the slides. Where these are more than :data:`PAGES`, the first alone.
    """
    columns, said = known(*table_in_words(w, exhibit.columns, exhibit.rows))
    tried = [_at(columns, said, density, wide, first, later) for density in DENSITIES]
    best = min(tried, key=lambda one: (len(one.left_out), len(one.pages)))
    if len(best.pages) > PAGES:
        return replace(tried[-1], pages=tried[-1].pages[:1])
    return _even(best, first, later)


def _at(
    columns: Sequence[Column],
    said: Sequence[Sequence[str]],
    density: Density,
    wide: float,
    first: float,
    later: float,
) -> Grid:
    """The table at one density, each slide as full as it can be."""
    kept, widths = widths_of(columns, said, density.size, wide, width)
    heads = tuple(columns[at].words for at in kept)
    rows = [tuple(_short(row[at], widths[n], density.size) for n, at in enumerate(kept)) for row in said]
    made = Grid(
        columns=tuple(columns[at] for at in kept),
        widths=tuple(widths),
        heads=heads,
        pages=(tuple(rows),),
        density=density,
        left_out=tuple(column.words for at, column in enumerate(columns) if at not in kept),
        rows=len(said),
    )
    return replace(made, pages=_pages(made, rows, first, later))


def _even(made: Grid, first: float, later: float) -> Grid:
    """The same rows on as many slides, about as many on each: no slide with one row that was left over."""
    rows = [row for page in made.pages for row in page]
    for most in range(-(-len(rows) // len(made.pages)), len(rows) + 1):
        pages = _pages(made, rows, first, later, most)
        if len(pages) == len(made.pages):
            return replace(made, pages=pages)
    return made


def _short(text: str, room: float, size: float) -> str:
    return cut(" ".join(text.splitlines()), size, room - 2 * PAD, MOST_LINES)


# -- widths


def _high(row: Sequence[str], widths: Sequence[float], density: Density, bold: bool = False) -> float:
    most = max(len(lines(cell, density.size, room - 2 * PAD, bold)) for cell, room in zip(row, widths, strict=True))
    return most * density.size * LINE + 2 * density.pad


def _pages(
    made: Grid, rows: Sequence[tuple[str, ...]], first: float, later: float, most: int = 0
) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The rows by slide, at most ``most`` on each (any number)."""
    pages: list[tuple[tuple[str, ...], ...]] = []
    page: list[tuple[str, ...]] = []
    head = _high(made.heads, made.widths, made.density, bold=True)
    used = head
    for row in rows:
        high = _high(row, made.widths, made.density)
        if page and (used + high > (later if pages else first) or len(page) == most):
            pages.append(tuple(page))
            page, used = [], head
        page.append(row)
        used += high
    return (*pages, tuple(page))


# -- as a table


def fill(table: Any, made: Grid, page: int, missing: str) -> None:
    """Write a page of the grid into a table of the library's."""
    properties = table._tbl.tblPr
    properties.set("firstRow", "1")
    properties.set("bandRow", "0")
    style = properties.find("{http://schemas.openxmlformats.org/drawingml/2006/main}tableStyleId")
    if style is not None:
        style.text = TABLE_STYLE
    for column, wide in zip(table.columns, made.widths, strict=True):
        column.width = Pt(wide)
    heights = made.heights(page)
    for at, row in enumerate((made.heads, *made.pages[page])):
        table.rows[at].height = Pt(heights[at])
        for n, text in enumerate(row):
            _cell(table.cell(at, n), text, made.columns[n], made.density, n == 0, at == 0, text == missing)


def _cell(cell: Any, text: str, column: Column, density: Density, first: bool, head: bool, is_missing: bool) -> None:
    cell.margin_left = Pt(0 if first else PAD)
    cell.margin_right = Pt(PAD)
    cell.margin_top = cell.margin_bottom = Pt(density.pad)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if head else MSO_ANCHOR.TOP
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if column.kind in RIGHT else PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text = text
    run.font.size = Pt(density.size)
    if is_missing and not head:
        run.font.color.theme_color = MSO_THEME_COLOR.TEXT_2
    if column.lang and not head:
        run._r.get_or_add_rPr().set("lang", LANGUAGES.get(column.lang, column.lang))


def alt_text(w: Words, exhibit: Exhibit, made: Grid, page: int) -> str:
    """What the table is, and how large."""
    return w(
        "Tabell: {caption}. {rows} rader, {columns} kolonner.",
        caption=exhibit.caption,
        rows=w.number(len(made.pages[page])),
        columns=w.number(len(made.columns)),
    )
