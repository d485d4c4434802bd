"""Where columns and lines stand: the slots of their categories, how high a value is, and whether a scale says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Any, Final

from akint_dash.domain.exhibit import Chart, Form, Kind
from akint_dash.exports.office import MILLION, in_millions, label, step
from akint_dash.exports.picture.letters import width
from akint_dash.exports.picture.pieces import BODY, ROOM, SMALL
from akint_dash.text.words import Words

HIGH: Final = 300.0
TOP: Final = 30.0
"""Over the largest mark: its number."""
DAYS_EDGE: Final = 36.0
"""How far from the ends of the axis the first and the last day stand: half a date."""
ENDS_MOST: Final = 260.0
"""The room that what stands at the ends of lines may take."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the marks stand: from ``left`` to ``right``, a slot a category; with numbers or a scale."""

    w: Words
    chart: Chart
    colours: Sequence[str]
    left: float
    right: float
    least: float
    most: float
    labelled: bool

    @property
    def slot(self) -> float:
        """How wide a category has it."""
        return (self.right - self.left) / len(self.chart.categories)

    def middle(self, at: int) -> float:
        """The middle of a category; days stand as far apart as they are."""
        days = self.chart.days
        if not days or days[0] >= days[-1]:
            return self.left + (at + 0.5) * self.slot
        part = (days[at] - days[0]).days / (days[-1] - days[0]).days
        return self.left + DAYS_EDGE + part * (self.right - self.left - 2 * DAYS_EDGE)

    def y(self, value: Any) -> float:
        """How far down a value stands."""
        return TOP + (self.most - float(value)) / ((self.most - self.least) or 1) * (HIGH - TOP)


def ground_of(w: Words, chart: Chart, colours: Sequence[str]) -> Ground:
    """The ground of a chart: each number at its mark where all have room there, else a scale."""
    values = [float(value) for one in chart.series for value in one.values if value is not None]
    if chart.stacked and chart.form is not Form.LINES:
        values = [sum(float(one.values[at] or 0) for one in chart.series) for at in range(len(chart.categories))]
    least, most = min(0.0, *values), max(0.0, *values)
    several = chart.form is Form.LINES and len(chart.series) > 1
    end = _ends_room(w, chart) if several else 0.0
    numbers = [label(w, chart, value) for one in chart.series for value in one.values]
    widest = max(width(words or w("mangler"), BODY, bold=True) for words in numbers)
    beside = 1 if chart.stacked or chart.form is Form.LINES else len(chart.series)
    labelled = not (several or chart.days) and (widest + 6) * beside <= ROOM / len(chart.categories) * (
        1 if beside == 1 else 0.84
    )
    if labelled:
        return Ground(w, chart, colours, 0.0, ROOM - end, least, most, True)
    by = step(max(most, -least))
    least, most = floor(least / by) * by, ceil(most / by) * by
    left = max(width(tick(w, chart, value, by), SMALL) for value in ticks(least, most, by)) + 12
    return Ground(w, chart, colours, left, ROOM - end, least, most, False)


def ticks(least: float, most: float, by: float) -> list[float]:
    """The steps of a scale."""
    return [least + n * by for n in range(round((most - least) / by) + 1)]


def tick(w: Words, chart: Chart, value: float, by: float) -> str:
    """A number of the scale, without decimals that no step has."""
    if in_millions(chart):
        return w.number(value / MILLION, 0 if by >= MILLION else 1)
    if chart.kind in (Kind.SHARE, Kind.RATE, Kind.DECIMAL):
        return label(w, chart, value)
    return w.number(value)


def end_words(w: Words, chart: Chart) -> list[tuple[int, int, str]]:
    """(series, where its last number is, its name and that number)."""
    found = []
    for n, one in enumerate(chart.series):
        known = [at for at, value in enumerate(one.values) if value is not None]
        if known:
            last = known[-1]
            when = "" if last == len(chart.categories) - 1 else f" ({chart.categories[last]})"
            found.append((n, last, f"{one.words} {label(w, chart, one.values[last])}{when}"))
    return found


def _ends_room(w: Words, chart: Chart) -> float:
    return min(ENDS_MOST, max((width(words, BODY, bold=True) for *_, words in end_words(w, chart)), default=0.0)) + 28
