"""How a chart stands in its place: how large, which numbers it carries, where its names, key and marks have room."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from akint_dash.domain.exhibit import Chart, Exhibit, Form
from akint_dash.exports.office import label
from akint_dash.exports.slides.chart_data import largest
from akint_dash.exports.slides.letters import lines, width
from akint_dash.exports.slides.look import Box
from akint_dash.text.words import Words

SIZE: Final = 12.0
LARGE: Final = 14.0
LARGE_MOST: Final = 14
"""So many numbers may be written larger."""
FEW: Final = 24
"""So many numbers may stand on their marks."""
LABEL_MOST: Final = 0.52
"""The part of a bar chart that its names may take."""
ROW: Final = 34.0
"""How high a row of bars may become, in points."""
KEY_MARK: Final = 26.0
"""How much of a key its sign and air take."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as it is to be drawn in ``box``; ``labelled``: each mark carries its number."""

    chart: Chart
    exhibit: Exhibit
    words: Words
    box: Box
    labelled: bool
    size: float


def drawing(w: Words, exhibit: Exhibit, chart: Chart, room: Box) -> Drawing:
    """How a chart stands in ``room``: bars no higher than they need."""
    box = room
    marks = len(chart.categories) * (1 if chart.stacked else len(chart.series))
    if chart.form is Form.BARS:
        high = marks * ROW + len(chart.categories) * 10 + key_high(chart, room.width * (1 - LABEL_MOST), LARGE) + 6
        box = Box(room.left, room.top, room.width, min(room.height, max(96.0, high)))
    count = len(chart.categories) * len(chart.series)
    wraps = chart.form is Form.BARS and max(width(name, LARGE) for name in chart.categories) > LABEL_MOST * box.width
    size = LARGE if count <= LARGE_MOST and not wraps else SIZE
    several_lines = chart.form is Form.LINES and len(chart.series) > 1
    few = count <= (2 * FEW if chart.stacked else FEW) and not several_lines
    labelled = few and _room_for_labels(w, chart, box, size)
    return Drawing(chart, exhibit, w, box, labelled, size)


def _room_for_labels(w: Words, chart: Chart, box: Box, size: float) -> bool:
    """Whether the widest number fits on its mark."""
    if chart.form is Form.BARS:
        return True
    widest = max(width(label(w, chart, value), size) for one in chart.series for value in one.values)
    beside = 1 if chart.stacked or chart.form is Form.LINES else len(chart.series)
    return widest + 2 <= (box.width - 40) / (len(chart.categories) * (beside + 0.5))


def rows_that_fit(chart: Chart, room: Box) -> int:
    """How many categories can be read in ``room``."""
    if chart.form is not Form.BARS:
        return len(chart.categories)
    beside = 1 if chart.stacked else len(chart.series)
    names = [len(lines(name, SIZE, LABEL_MOST * room.width - 12)) for name in chart.categories]
    close = max((min(pair) for pair in pairwise(names)), default=1)
    return max(1, int((room.height - 24) / max(17.0, 9.0 * beside + 3, SIZE * 1.2 * close)))


def fits(drawn: Drawing, value: Any) -> bool:
    """Whether the number has room inside its part of a stacked bar."""
    chart, box = drawn.chart, drawn.box
    part = float(value) / (largest(chart) or 1)
    if chart.form is Form.BARS:
        return part * box.width * (1 - LABEL_MOST) > width(label(drawn.words, chart, value), drawn.size) + 6
    return part * (box.height - 60) > drawn.size * 1.4


def skipped(drawn: Drawing) -> int:
    """Every how many names there is room for."""
    slot = (drawn.box.width - 40) / len(drawn.chart.categories)
    longest = max(width(max(name.split(" "), key=len), drawn.size) for name in drawn.chart.categories)
    return max(1, -(-int(longest + 8) // max(1, int(slot))))


def key_high(chart: Chart, room: float, size: float) -> float:
    """How high the key stands: as many names beside each other as have room, in columns."""
    if len(chart.series) < 2 or chart.form is Form.LINES:
        return 0.0
    widest = max(width(one.words, size) for one in chart.series) + KEY_MARK
    in_a_row = max(1, int(room / widest))
    return -(-len(chart.series) // in_a_row) * size * 1.5 + 6


def plot_area(drawn: Drawing) -> Box:
    """Where the marks are, in points within the chart, after names, key and numbers have room."""
    chart, box, size = drawn.chart, drawn.box, drawn.size
    if chart.form is Form.BARS:
        names = min(max(width(name, size) for name in chart.categories) + 12, LABEL_MOST * box.width)
        top = key_high(chart, box.width - names, size) + 2
        ends = _widest_number(drawn) + 10 if drawn.labelled and not chart.stacked else 14
        foot = 0.0 if drawn.labelled else 24.0
        return Box(names, top, box.width - names - ends, box.height - top - foot)
    left = 2.0 if drawn.labelled else _widest_number(drawn) + 14
    ends = _end_room(drawn) if chart.form is Form.LINES else 4.0
    top = key_high(chart, box.width, size) + 22
    return Box(left, top, box.width - left - ends, box.height - top - _foot(drawn))


def _end_room(drawn: Drawing) -> float:
    """What is written at the ends of the lines."""
    if len(drawn.chart.series) == 1:
        return 16.0
    ends = [f"{one.words} {label(drawn.words, drawn.chart, one.values[-1])}" for one in drawn.chart.series]
    return min(max(width(end, drawn.size, bold=True) for end in ends) + 14, 0.4 * drawn.box.width)


def _foot(drawn: Drawing) -> float:
    """How high the names under the marks stand."""
    if skipped(drawn) > 1:
        return 48.0  # a program that leaves none out writes them slanting
    slot = (drawn.box.width - 40) / len(drawn.chart.categories)
    most = max(len(lines(name, drawn.size, slot)) for name in drawn.chart.categories)
    return most * drawn.size * 1.25 + 12


def _widest_number(drawn: Drawing) -> float:
    values = [value for one in drawn.chart.series for value in one.values]
    return max(width(label(drawn.words, drawn.chart, value), drawn.size) for value in values)
