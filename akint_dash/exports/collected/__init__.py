"""The yearly collection: a council area's own records as a workbook, what is lacking marked, last year's values beside.

It is the usual workbook with two sheets for people before it and columns that an import passes by; read back untouched
it changes nothing.
"""

from __future__ import annotations

import datetime as dt
import io

import xlsxwriter  # type: ignore[import-untyped]

from akint_dash.domain.collecting import mark_of
from akint_dash.exports.collected.content import Content, Sending
from akint_dash.exports.collected.first import write_first, write_gaps, write_marks
from akint_dash.exports.collected.records import write_records
from akint_dash.exports.sheets.finish import finished
from akint_dash.exports.workbook import DEMONSTRATION_MARK, Book, write_lists

__all__ = ["Sending", "made"]


def made(sending: Sending) -> tuple[bytes, Content]:
    """The workbook of an area, and what it holds. The same sending is the same bytes."""
    content = Content(sending)
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as workbook:
        workbook.set_properties(
            {
                "title": f"{content.title}{f' – {DEMONSTRATION_MARK}' if content.marked else ''}",
                "subject": "Internasjonalt arbeid",
                "comments": DEMONSTRATION_MARK * content.marked,
                "created": dt.datetime.fromisoformat(sending.recorded_at.removesuffix("Z")),
            }
        )
        book = Book(content.listed, content.entities, content.records, {}, content.marked)
        write_first(workbook, content)
        write_gaps(workbook, content)
        for entity in content.entities:
            write_records(workbook, content, book, entity)
        write_lists(workbook, book.lists)
        write_marks(workbook, content, mark_of(sending.history, sending.year, sending.area))
        content.cut.extend(book.cut)
    return finished(file.getvalue(), "nb"), content
