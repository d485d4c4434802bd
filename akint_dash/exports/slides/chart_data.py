"""A chart's numbers as its XML and its embedded workbook hold them: exact, missing as blank, and no text a formula."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from akint_dash.domain.exhibit import Chart, Kind
from akint_dash.exports.office import in_millions
from akint_dash.text.dates import NBSP


class _Workbook(CategoryWorkbookWriter):  # type: ignore[misc]  # untyped in the library
    """The library's, but text stays text: it would write ``=2+2`` as a formula and an address as a link."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: IO[bytes]) -> Iterator[tuple[Any, Any]]:
        plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with Workbook(xlsx_file, plain) as workbook:
            sheet = workbook.add_worksheet("Sheet1")
            sheet.set_column(0, 0, 36)
            sheet.set_column(1, 20, 16)
            yield workbook, sheet


class Numbers(CategoryChartData):  # type: ignore[misc]
    """What a chart is made of."""

    @property
    def _workbook_writer(self) -> _Workbook:
        return _Workbook(self)


def numbers(chart: Chart, language: str) -> Numbers:
    """The chart's categories and series, each number as it is in the exhibit."""
    data = Numbers(number_format=number_format(chart, language))
    data.categories = chart.categories
    for series in chart.series:
        data.add_series(series.words, series.values)
    return data


def largest(chart: Chart) -> float:
    """The largest of the numbers, or of their sums where they are stacked."""
    values = [[float(value or 0) for value in series.values] for series in chart.series]
    if chart.stacked:
        return max(float(sum(column)) for column in zip(*values, strict=True))
    return max(value for row in values for value in row)


def least(chart: Chart) -> float:
    """The smallest number."""
    return min(float(value) for series in chart.series for value in series.values if value is not None)


def number_format(chart: Chart, language: str) -> str:
    """How Office writes the numbers; its own language chooses comma or point."""
    match chart.kind:
        case Kind.SHARE:
            return f"0\\{NBSP}%" if language == "nb" else "0%"
        case Kind.MONEY:
            return "#,##0.0,," if in_millions(chart) else "#,##0"
        case Kind.RATE:
            return "#,##0.00"
        case Kind.DECIMAL:
            values = [value for series in chart.series for value in series.values if value is not None]
            return "#,##0" if all(value == int(value) for value in values) else "#,##0.0"
        case _:
            return "#,##0"
