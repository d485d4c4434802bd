"""The workbook that a chart carries: categories down, a series a column; texts are texts whatever they begin with."""

from __future__ import annotations

from io import BytesIO

import xlsxwriter  # type: ignore[import-untyped]

from akint_dash.domain.exhibit import Chart
from akint_dash.exports.brief.plotted import SHEET, number_format
from akint_dash.text.dates import Language


def workbook(chart: Chart, language: Language) -> bytes:
    """An .xlsx of the chart's numbers. Missing is an empty cell."""
    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        sheet = book.add_worksheet(SHEET)
        shown = book.add_format({"num_format": number_format(chart, language)})
        sheet.set_column(0, 0, max([12, *(min(50, len(words)) for words in chart.categories)]))
        for row, words in enumerate(chart.categories, 1):
            sheet.write_string(row, 0, words)
        for column, one in enumerate(chart.series, 1):
            sheet.write_string(0, column, one.words)
            for row, value in enumerate(one.values, 1):
                if value is not None:
                    sheet.write_number(row, column, float(value), shown)
    return made.getvalue()
