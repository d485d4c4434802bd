"""The first sheet: what the workbook is of, whom it is for, what it rests on, and what stands on which sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from akint_dash.addresses import is_web_address
from akint_dash.exports.sheets.book import LINE, Book, Worksheet, high
from akint_dash.exports.told import about, titled

WIDTHS: Final = (33, 74, 36)
"""Digits of the three columns."""
MOST_HIGH: Final = 400.0
"""Points of a row: a program shows no higher one."""


def fill(book: Book, sheet: Worksheet, others: Sequence[str]) -> None:
    """Fill it; ``others`` are the names of the sheets of figures."""
    publication = book.publication
    sheet.hide_gridlines(2)
    for at, width in enumerate(WIDTHS):
        sheet.set_column(at, at, width)
    over = " · ".join(filter(None, [publication.county, publication.over or publication.page]))
    book.lines(sheet, 0, 2, sum(WIDTHS), over, font_color="ink-2")
    book.lines(sheet, 1, 2, sum(WIDTHS), publication.title, bold=True, font_size=20)
    row = 2
    if publication.say:
        book.lines(sheet, row, 2, sum(WIDTHS), publication.say, font_size=12, font_color="ink-2")
        row += 1
    if publication.demonstration:
        row += 1
        band = {"bold": True, "bg_color": "warn-soft", "font_color": "warn"}
        book.lines(sheet, row, 2, sum(WIDTHS), publication.demonstration, **band)
        row += 1
    row = _labels(book, sheet, row + 1)
    _contents(book, sheet, row + 1, others)
    book.printed(sheet, landscape=True)


def _labels(book: Book, sheet: Worksheet, row: int) -> int:
    for label, said in about(book.words, book.publication):
        book.text(sheet, row, 0, label, font_color="ink-2")
        if label == book.words("Siden på nett") and is_web_address(said):
            book.link(sheet, row, 1, said, said, text_wrap=True)
        else:
            book.text(sheet, row, 1, said, text_wrap=True)
        sheet.set_row(row, min(MOST_HIGH, max(1, high(said, WIDTHS[1])) * LINE + 2))
        row += 1
    return row


def _contents(book: Book, sheet: Worksheet, row: int, others: Sequence[str]) -> None:
    w = book.words
    head = {"bold": True, "font_color": "ink-2", "bottom": 1, "bottom_color": "rule-strong"}
    for at, words in enumerate((w("Ark"), w("Funn"), w("Hva tabellen viser"))):
        book.text(sheet, row, at, words, **head)
    line = {"bottom": 4, "bottom_color": "rule", "text_wrap": True}
    for number, (name, exhibit) in enumerate(zip(others, book.publication.exhibits, strict=True), start=row + 1):
        to = "internal:'" + name.replace("'", "''") + "'!A1"
        book.text(sheet, number, 0, name, **line, font_color="ink-2")
        book.link(sheet, number, 1, to, titled(exhibit), **line)
        book.text(sheet, number, 2, exhibit.caption, **line, font_color="ink-2")
        lines = (
            high(text, width) for text, width in zip((name, titled(exhibit), exhibit.caption), WIDTHS, strict=True)
        )
        sheet.set_row(number, max(lines) * LINE + 4)
