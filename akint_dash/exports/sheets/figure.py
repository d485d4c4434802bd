"""A figure's sheet: the finding, how we know, the numbers as a table to filter, what they rest on, and the chart."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from akint_dash.domain.exhibit import Column, Exhibit, Kind, Value
from akint_dash.domain.table import NOT_APPLICABLE
from akint_dash.exports.sheets import chart
from akint_dash.exports.sheets.book import LINE, Book, Worksheet, conditional, high, reach
from akint_dash.exports.sheets.cells import MISSING, Cells, aligned, number_format
from akint_dash.exports.told import explained, heads, titled
from akint_dash.text.words import Words

MIN_WIDTH: Final = 9
MOST_WIDTH: Final = ((5, 46), (8, 34), (99, 26))
"""Digits of the widest column of a table of at most so many columns."""
READ_WIDTH: Final = 96
"""Digits that a line of text may take, also over a table that is narrower."""
SPARE_WIDTH: Final = 10
"""Digits of a column without a table over it."""
UPRIGHT: Final = 130
"""A sheet so wide is printed upright, a wider one lying."""
UPRIGHT_WITH_CHART: Final = 170
LYING: Final = 32
"""Rows that a lying sheet of paper holds; upright, table and chart stay together where it holds no more."""
NARROW: Final = 84
"""A table so wide leaves room for the chart beside it."""
TALL: Final = 12
"""So many rows, and the chart stands beside them, not below."""
LONG: Final = 40
"""So many rows, and the headings stand on every sheet of paper."""
LOOKED: Final = 2_000
"""So many rows tell how wide the columns must be."""


def fill(book: Book, sheet: Worksheet, exhibit: Exhibit, front: str) -> None:
    """Fill the sheet of one figure; ``front`` is the name of the first sheet."""
    w = book.words
    sheet.hide_gridlines(2)
    widths = _widths(w, exhibit)
    last = _set_widths(sheet, widths)
    across = sum(widths) + SPARE_WIDTH * (last + 1 - len(widths))
    row = _top(book, sheet, exhibit, front, last, across)
    first = _table(book, sheet, exhibit, row, widths)
    end = first + len(exhibit.rows)
    beside = exhibit.chart is not None and len(exhibit.rows) > TALL and sum(widths) <= NARROW
    if exhibit.chart and beside:
        end = max(end, row + chart.rows(exhibit.chart))
    end += 1
    for note in (*exhibit.notes, *explained(w, exhibit)):
        book.lines(sheet, end, last, across, note, font_color="ink-2", font_size=10)
        end += 1
    if exhibit.chart:
        at = (row - 1, len(widths) + 1) if beside else (end + 1, 0)
        end += 0 if beside else chart.rows(exhibit.chart) + 1
        chart.numbers(book, sheet, exhibit, end + 1, widths)
        chart.insert(book, sheet, exhibit, end + 1, at)
        sheet.print_area(0, 0, end, len(widths) + chart.COLUMNS if beside else last)
    if len(exhibit.rows) > LONG:
        sheet.repeat_rows(row - 1)
    together = exhibit.chart is not None and end > LYING
    book.printed(sheet, landscape=beside or across > (UPRIGHT_WITH_CHART if together else UPRIGHT))


def _set_widths(sheet: Worksheet, widths: Sequence[float]) -> int:
    """Set the columns' widths; the last column that lines of text run across."""
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    last, across = max(len(widths) - 1, 1), sum(widths)
    while across < READ_WIDTH:
        last, across = last + 1, across + SPARE_WIDTH
    if last >= len(widths):
        sheet.set_column(len(widths), last, SPARE_WIDTH)
    return last


def _top(book: Book, sheet: Worksheet, exhibit: Exhibit, front: str, last: int, width: float) -> int:
    """What stands over the table; the row of the first line of numbers."""
    mark = book.publication.demonstration
    back = f"← {front} · {book.publication.page}"
    book.link(sheet, 0, 0, "internal:'" + front.replace("'", "''") + "'!A1", back, font_color="ink-2", font_size=10)
    book.lines(sheet, 1, last, width, titled(exhibit), bold=True, font_size=15)
    row = 2
    said = (
        (exhibit.say, {"font_color": "ink-2"}),
        (" · ".join(filter(None, [exhibit.base, exhibit.unit])), {"font_color": "ink-2", "font_size": 10}),
        (mark, {"font_color": "warn", "font_size": 10, "bold": True}),
    )
    for text, properties in said:
        if text:
            book.lines(sheet, row, last, width, text, **properties)
            row += 1
    sheet.set_row(row, 6)
    return row + 2


def _table(book: Book, sheet: Worksheet, exhibit: Exhibit, first: int, widths: Sequence[float]) -> int:
    """The table, its headings frozen and with filters; the first row of its numbers."""
    named = heads(exhibit)
    for at, (words, column) in enumerate(zip(named, exhibit.columns, strict=True)):
        head = {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 2, "bottom_color": "ink"}
        book.text(sheet, first - 1, at, words, **head, **aligned(column.kind, at), bg_color="sunken")
    lines = max((high(words, width - 4) for words, width in zip(named, widths, strict=True)), default=1)
    sheet.set_row(first - 1, lines * LINE + 4)
    sheet.freeze_panes(first, 0)
    if exhibit.rows and exhibit.columns:
        sheet.autofilter(first - 1, 0, first - 1 + len(exhibit.rows), len(exhibit.columns) - 1)
    few = len(exhibit.rows) <= LOOKED  # of very many the program that opens them finds the heights
    formats = [number_format(book.words, column, values) for column, values in _by_column(exhibit)]
    columns = [Cells(book, sheet, at, column.kind, formats[at]) for at, column in enumerate(exhibit.columns)]
    for number, row in enumerate(exhibit.rows, start=first):
        for cells, value in zip(columns, row, strict=True):
            if few or value is not None:
                cells.put(number, value)
        if few:
            texts = zip(row, widths, strict=True)
            tall = max((high(value, width - 2) for value, width in texts if isinstance(value, str)), default=1)
            sheet.set_row(number, tall * LINE + 4)
    if not few:  # one rule instead of a cell for each that is missing
        missing = {"type": "blanks", "format": book.workbook.add_format(conditional(MISSING))}
        sheet.conditional_format(first, 0, first - 1 + len(exhibit.rows), len(exhibit.columns) - 1, missing)
    return first


def _by_column(exhibit: Exhibit) -> Iterator[tuple[Column, list[Value]]]:
    for at, column in enumerate(exhibit.columns):
        yield column, [row[at] for row in exhibit.rows]


def _widths(words: Words, exhibit: Exhibit) -> list[float]:
    """Each column as wide as its contents, but no wider than one reads; a heading may take several lines."""
    found: list[float] = []
    most = next(width for columns, width in MOST_WIDTH if len(exhibit.columns) <= columns)
    for head, (column, values) in zip(heads(exhibit), _by_column(exhibit), strict=True):
        longest_word = max((reach(part) for part in head.split()), default=0.0) + 5
        cells = (
            max((reach(shown(words, column, value)) for value in values[:LOOKED] if value is not None), default=0.0) + 3
        )
        wish = max(MIN_WIDTH, longest_word, min(cells, most), min(reach(head) / 3 + 4, most))
        found.append(round(min(wish, MOST_WIDTH[0][1]), 1))
    return found


def shown(words: Words, column: Column, value: Any) -> str:
    """About what a cell looks like."""
    if isinstance(value, str):
        return max(value.splitlines() or [""], key=len)
    if isinstance(value, date):
        return "30 Nov 2026"
    if value == NOT_APPLICABLE or not math.isfinite(value):
        return str(value)
    if column.kind is Kind.SHARE:
        return "100 %"
    return words.number(value, 0 if value == int(value) else 2)
