"""A page as an Excel workbook: what it is of on the first sheet, then a sheet a figure: its numbers and its chart."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Final

import xlsxwriter  # type: ignore[import-untyped]

from akint_dash.domain.exhibit import Collection, Publication
from akint_dash.exports.sheets import figure, front
from akint_dash.exports.sheets.book import Book
from akint_dash.exports.sheets.finish import finished
from akint_dash.exports.sheets.names import names
from akint_dash.text.words import Words

MANY: Final = 20_000
"""So many rows are written as they come, not gathered first."""
MIMETYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def write(publication: Publication) -> bytes:
    """The same publication is the same bytes: nothing in the file is of the moment it is made."""
    return write_collection(Collection(publication, (publication,)))


def write_collection(collection: Collection) -> bytes:
    """The workbook of cards of several pages, each sheet of its own page; the same collection is the same bytes."""
    publication = collection.front
    words = Words(publication.language)
    file = io.BytesIO()
    rows = sum(len(exhibit.rows) for part in collection.parts for exhibit in part.exhibits)
    kept = {"constant_memory": True} if rows > MANY else {"in_memory": True}
    options = {**kept, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as workbook:
        first, *others = names(words("Valgte filtre"), publication.exhibits)
        workbook.set_properties(
            {
                "title": f"{publication.page}: {publication.title}",
                "subject": publication.over,
                "author": publication.county,
                "comments": publication.demonstration,
                "created": datetime(publication.day.year, publication.day.month, publication.day.day),
            }
        )
        book = Book(workbook, words, publication)
        sheets = [workbook.add_worksheet(name) for name in (first, *others)]
        front.fill(book, sheets[0], others)
        figures = ((part, exhibit) for part in collection.parts for exhibit in part.exhibits)
        for sheet, (book.publication, exhibit) in zip(sheets[1:], figures, strict=True):
            figure.fill(book, sheet, exhibit, first)
    return finished(file.getvalue(), words.language)
