"""The chart of a figure as Excel's own, over a block of its numbers: who changes a number there changes the chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from akint_dash.domain.exhibit import Chart, Column, Exhibit, Form, Series
from akint_dash.exports.office import clear, in_millions, instrument_role, is_pale, kind_of
from akint_dash.exports.sheets.book import FONT, LINE, Book, Worksheet, high
from akint_dash.exports.sheets.cells import Cells, number_format
from akint_dash.exports.told import titled
from akint_dash.figures.template import tokens
from akint_dash.text.words import Words

WIDTH: Final = 760
"""Pixels."""
COLUMNS: Final = 11
"""So many columns without a table over them it covers."""
ROW: Final = 20
"""Pixels of a row."""
ONE_LINE: Final = 26
"""Letters of a category's name that stand on one line beside its bar."""
MOST_LABELS: Final[Mapping[Form, int]] = {Form.BARS: 28, Form.COLUMNS: 20, Form.LINES: 12}
"""So many numbers are written on the chart itself; with more, there is an axis."""
MIN_WIDTH: Final = 10
"""Digits of a column without a table over it."""
SHADES: Final = ("seq-6", "seq-4", "seq-3", "mute", "seq-5", "ink-3", "seq-2")
"""Of series that are no instrument's."""


def height(chart: Chart) -> int:
    """Pixels."""
    if chart.form is not Form.BARS:
        return 340
    each = 1 if chart.stacked else len(chart.series)
    lines = 2 if max(map(len, chart.categories), default=0) > ONE_LINE else 1
    return min(960, max(240, 120 + len(chart.categories) * max(16 * each + 12, 16 * lines + 6)))


def rows(chart: Chart) -> int:
    """How many rows of a sheet the chart covers."""
    return -(-height(chart) // ROW) + 1


def numbers(book: Book, sheet: Worksheet, exhibit: Exhibit, first: int, widths: Sequence[float]) -> None:
    """The block of the chart's numbers: two lines that say what it is, headings, and a row a category.

    ``widths`` are those of the columns above, in digits.
    """
    drawn, w = exhibit.chart, book.words
    if drawn is None:
        return
    unit = f" ({drawn.unit})" if drawn.unit else ""
    book.text(sheet, first, 0, w("Tallene i diagrammet") + unit, bold=True)
    book.text(sheet, first + 1, 0, w("Endre et tall her, så endres diagrammet."), font_color="ink-2", font_size=10)
    head = {"bold": True, "bottom": 1, "bottom_color": "rule-strong", "bg_color": "sunken", "text_wrap": True}
    book.text(sheet, first + 2, 0, w("Kategori"), **head)
    column = Column("", "", drawn.kind, drawn.unit)
    lines = 1
    for at, series in enumerate(drawn.series, start=1):
        width = widths[at] if at < len(widths) else MIN_WIDTH
        lines = max(lines, high(series.words, width - 1))
        book.text(sheet, first + 2, at, series.words, **head, align="right")
        cells = Cells(book, sheet, at, drawn.kind, number_format(w, column, series.values))
        for row, value in enumerate(series.values, start=first + 3):
            cells.put(row, value)
    sheet.set_row(first + 2, lines * LINE + 2)
    for row, category in enumerate(drawn.categories, start=first + 3):
        book.text(sheet, row, 0, category, bottom=4, bottom_color="rule", num_format="@", text_wrap=True)
        sheet.set_row(row, high(category, widths[0] - 1) * LINE + 2)


def insert(book: Book, sheet: Worksheet, exhibit: Exhibit, block: int, at: tuple[int, int]) -> None:
    """The chart of the numbers that begin at ``block``, its corner at ``at``."""
    drawn = exhibit.chart
    if drawn is None:
        return
    made = book.workbook.add_chart(_kind(drawn))
    last = block + 2 + len(drawn.categories)
    for number, series in enumerate(drawn.series):
        made.add_series(
            {
                "name": [sheet.name, block + 2, number + 1],
                "categories": [sheet.name, block + 3, 0, last, 0],
                "values": [sheet.name, block + 3, number + 1, last, number + 1],
                **_dress(book.words, exhibit, drawn, series, number),
            }
        )
    ink = {"name": FONT, "size": 10, "color": tokens()["ink-2"]}
    title = {"name": FONT, "size": 13, "bold": True, "color": tokens()["ink"]}
    made.set_title({"name": [sheet.name, 1, 0], "name_font": title, "overlay": False})
    made.set_legend({"position": "bottom", "font": ink} if len(drawn.series) > 1 else {"none": True})
    _axes(book.words, made, drawn, ink)
    made.set_chartarea({"border": {"none": True}})
    made.set_size({"width": WIDTH, "height": height(drawn)})
    alt = _alt(book.words, exhibit, drawn)
    sheet.insert_chart(*at, made, {"object_position": 3, "description": alt, "x_offset": 4, "y_offset": 4})


def _kind(chart: Chart) -> dict[str, str]:
    kind = {Form.BARS: "bar", Form.COLUMNS: "column", Form.LINES: "line"}[chart.form]
    return {"type": kind, "subtype": "stacked"} if chart.stacked else {"type": kind}


def _dress(words: Words, exhibit: Exhibit, chart: Chart, series: Series, number: int) -> dict[str, Any]:
    colour = tokens()[_role(exhibit, chart, series, number)]
    dressed: dict[str, Any] = {"fill": {"color": colour}, "gap": 45, "invert_if_negative": False}
    if is_pale(colour.lstrip("#")):
        dressed["border"] = {"color": tokens()["rule-strong"], "width": 0.75}
    if chart.form is Form.LINES:
        colour = f"#{clear(colour.lstrip('#').upper())}"
        mark = {"type": "circle", "size": 6, "fill": {"color": colour}, "border": {"color": "#ffffff"}}
        dressed = {"line": {"color": colour, "width": 2.25}, "marker": mark}
    if _is_labelled(chart):
        font = {"name": FONT, "size": 10, "color": tokens()["ink-2"]}
        place = "above" if chart.form is Form.LINES else "outside_end"
        dressed["data_labels"] = {"value": True, "font": font, "position": place, "num_format": _shown(words, chart)}
    return dressed


def _role(exhibit: Exhibit, chart: Chart, series: Series, number: int) -> str:
    instrument = series.instrument or (exhibit.instrument if len(chart.series) == 1 else "")
    if instrument:
        return instrument_role(instrument)
    return SHADES[number % len(SHADES)] if len(chart.series) > 1 else "seq-5"


def _is_labelled(chart: Chart) -> bool:
    most = MOST_LABELS[chart.form]
    return not chart.stacked and len(chart.series) * len(chart.categories) <= most


def _shown(words: Words, chart: Chart) -> str:
    """The format of numbers on the chart; money in millions where it holds such."""
    if in_millions(chart):
        return "#,##0.0,,"
    values = [value for series in chart.series for value in series.values]
    return number_format(words, Column("", "", chart.kind), values)


def _unit(words: Words, chart: Chart) -> str:
    if in_millions(chart):
        return words("mill. kr") if chart.unit == "NOK" else words("millioner")
    return chart.unit


def _axes(words: Words, made: Any, chart: Chart, ink: dict[str, Any]) -> None:
    line = {"color": tokens()["rule-strong"], "width": 0.75}
    along: dict[str, Any] = {"num_font": ink, "line": line, "major_tick_mark": "none", "num_format": "@"}
    if chart.form is Form.BARS:
        along["interval_unit"] = 1  # every name, also where a program finds them close
    grid = {"visible": not _is_labelled(chart), "line": {"color": tokens()["grid"], "width": 0.75}}
    across: dict[str, Any] = {
        "num_font": ink,
        "num_format": _shown(words, chart),
        "line": {"none": True},
        "major_gridlines": grid,
        "major_tick_mark": "none",
        "visible": not _is_labelled(chart),
    }
    if not _has_negative(chart):
        across["min"] = 0
    if unit := _unit(words, chart):
        across |= {"name": unit, "name_font": {**ink, "bold": False}, "visible": True}
        if _is_labelled(chart):
            across["label_position"] = "none"
    if chart.form is Form.BARS:
        made.set_y_axis({**along, "reverse": True, "label_position": "low"})
        made.set_x_axis({"label_position": "high", **across})
    else:
        made.set_x_axis({**along, "label_position": "low"})
        made.set_y_axis(across)


def _has_negative(chart: Chart) -> bool:
    return any(value < Decimal(0) for series in chart.series for value in series.values if value is not None)


def _alt(words: Words, exhibit: Exhibit, chart: Chart) -> str:
    """What who does not see the chart is told: its kind, what it shows, and where its numbers stand."""
    told = words(
        "{kind}: {caption}. {title}. Tallene står i blokken «Tallene i diagrammet».",
        kind=kind_of(words, chart),
        caption=exhibit.caption,
        title=titled(exhibit).rstrip("."),
    )
    return told[:2000]
