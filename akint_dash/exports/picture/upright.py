"""Columns and lines: names under an axis, numbers at the marks where they have room, else a scale at the left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Any, Final

from akint_dash.domain.exhibit import Chart, Form, Kind
from akint_dash.domain.table import NOT_APPLICABLE
from akint_dash.exports.chart_words import told
from akint_dash.exports.office import MILLION, in_millions, label, on, step
from akint_dash.exports.picture.bars import total_words
from akint_dash.exports.picture.letters import lines as broken
from akint_dash.exports.picture.letters import width
from akint_dash.exports.picture.pieces import (
    BODY,
    LACKS,
    LEAD,
    ROOM,
    SMALL,
    Piece,
    haloed,
    hatched,
    ink,
    mark,
    moved,
    paragraph,
    rule,
    sign,
    written,
)  # fmt: skip
from akint_dash.figures.svg import el, points
from akint_dash.text.words import Words

HIGH: Final = 300.0
TOP: Final = 30.0
"""Over the largest mark: its number."""
WIDEST: Final = 96.0
"""How wide a column may be."""
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


def upright(w: Words, chart: Chart, colours: Sequence[str]) -> Piece:
    """Columns or lines."""
    ground = _ground(w, chart, colours)
    marks, below = _lines(ground) if chart.form is Form.LINES else _columns(ground)
    names = _names(ground, below)
    axis = rule(ground.y(max(0.0, ground.least)), "rule-strong", ground.left, ground.right)
    under = HIGH + (BODY + 10 if ground.least < 0 and ground.labelled else 4)
    return Piece(_scale(ground) + marks + axis + moved(names.svg, 0, under), under + names.high)


def _ground(w: Words, chart: Chart, colours: Sequence[str]) -> Ground:
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
    left = max(width(_tick(w, chart, value, by), SMALL) for value in _ticks(least, most, by)) + 12
    return Ground(w, chart, colours, left, ROOM - end, least, most, False)


def _ticks(least: float, most: float, by: float) -> list[float]:
    return [least + n * by for n in range(round((most - least) / by) + 1)]


def _tick(w: Words, chart: Chart, value: float, by: float) -> str:
    """A number of the scale, without decimals that no step has."""
    if in_millions(chart):
        return w.number(value / MILLION, 0 if by >= MILLION else 1)
    if chart.kind in (Kind.SHARE, Kind.RATE, Kind.DECIMAL):
        return label(w, chart, value)
    return w.number(value)


def _scale(ground: Ground) -> str:
    if ground.labelled:
        return ""
    by = step(max(ground.most, -ground.least))
    parts = []
    for value in _ticks(ground.least, ground.most, by):
        y = ground.y(value)
        words = _tick(ground.w, ground.chart, value, by)
        parts += [rule(y, "grid", ground.left, ground.right)]
        parts += [written(words, ground.left - 8, y + SMALL * 0.36, SMALL, tone="ink-2", anchor="end")]
    return "".join(parts)


def _names(ground: Ground, below: Sequence[str]) -> Piece:
    """The categories under their marks, only some where they would touch; below them what has no room on a mark."""
    names = ground.chart.categories
    widest = max(width(max(name.split(" "), key=len), SMALL) for name in names)
    every = max(1, ceil((widest + 12) / ground.slot))
    room = ground.slot * every - 12
    parts, high, free = [], 0.0, 0.0
    for at, name in enumerate(names):
        wide = max(width(line, SMALL) for line in broken(name, SMALL, room))
        x = min(max(ground.middle(at), wide / 2), ROOM - wide / 2)
        if (at % every and not ground.chart.days) or x - wide / 2 < free:
            continue
        free = x + wide / 2 + 8
        said = paragraph(name, room, SMALL, anchor="middle")
        more = paragraph(below[at] if every == 1 else "", room, SMALL, tone="ink-2", anchor="middle")
        parts.append(moved(said.svg + moved(more.svg, 0, said.high), x))
        high = max(high, said.high + more.high)
    return Piece("".join(parts), high)


# -- columns


def _columns(ground: Ground) -> tuple[str, list[str]]:
    """The columns, and of each category what has no room on its marks."""
    found = [
        _stack(ground, at) if ground.chart.stacked else _beside(ground, at)
        for at in range(len(ground.chart.categories))
    ]
    return "".join(svg for svg, _ in found), [below for _, below in found]


def _beside(ground: Ground, at: int) -> tuple[str, str]:
    series = ground.chart.series
    wide = min(WIDEST, ground.slot * 0.84 / len(series) if len(series) > 1 else ground.slot * 0.62)
    x = ground.middle(at) - wide * len(series) / 2
    parts = []
    for n in range(len(series)):
        parts.append(mark(told(ground.w, ground.chart, at, n), *_column(ground, at, n, x + n * wide, wide)))
    return "".join(parts), ""


def _column(ground: Ground, at: int, n: int, x: float, wide: float) -> list[str]:
    nought, middle, value = ground.y(max(0.0, ground.least)), x + wide / 2, ground.chart.series[n].values[at]
    if value is None:
        if not ground.chart.series[n].lacks(at):
            return [written(NOT_APPLICABLE, middle, nought - 8, SMALL, tone="ink-2", anchor="middle")]
        lacks = written(ground.w("mangler"), middle, nought - LACKS - 6, SMALL, tone="ink-2", anchor="middle")
        return [hatched(x + 1, nought - LACKS, wide - 2, LACKS), lacks if ground.labelled else ""]
    top, foot = sorted((ground.y(value), ground.y(0)))
    drawn = el("rect", x=x + 1, y=top, width=wide - 2, height=max(foot - top, 1), fill=f"#{ground.colours[n]}")
    line = top - 7 if value >= 0 else foot + BODY + 3
    words = written(label(ground.w, ground.chart, value), middle, line, bold=True, anchor="middle")
    return [drawn if value else "", words if ground.labelled else ""]


def _stack(ground: Ground, at: int) -> tuple[str, str]:
    chart, wide, base = ground.chart, min(WIDEST, ground.slot * 0.62), 0.0
    x = ground.middle(at) - wide / 2
    parts, below = [], []
    for n, one in enumerate(chart.series):
        value = one.values[at]
        if value is None:
            below += [f"{one.words}: {ground.w('mangler')}"] if one.lacks(at) else []
            continue
        top, foot = ground.y(base + float(value)), ground.y(base)
        words, fill = label(ground.w, chart, value), ground.colours[n]
        shapes = [el("rect", x=x, y=top, width=wide, height=foot - top, fill=f"#{fill}", stroke=ink("paper"))]
        if foot - top >= SMALL * LEAD and width(words, SMALL) + 6 <= wide:
            line = (top + foot) / 2 + SMALL * 0.36
            shapes.append(written(words, x + wide / 2, line, SMALL, tone=f"#{on(fill)}", anchor="middle"))
        elif value:
            below.append(f"{one.words} {words}")
        parts.append(mark(told(ground.w, ground.chart, at, n), *(shapes if value else [])))
        base += float(value)
    total = total_words(ground.w, chart, at)
    if total and ground.labelled:
        parts.append(written(total, ground.middle(at), ground.y(base) - 7, bold=True, anchor="middle"))
    return "".join(parts), " · ".join(below)


# -- lines


def _lines(ground: Ground) -> tuple[str, list[str]]:
    chart = ground.chart
    parts = []
    for n, one in enumerate(chart.series):
        run: list[tuple[float, float]] = []
        for at, value in enumerate(one.values):
            if value is None:
                parts += [_line(ground, n, run)]
                run = []
                continue
            run.append((ground.middle(at), ground.y(value)))
        parts += [_line(ground, n, run)]
        parts += [_point(ground, at, n) for at in range(len(chart.categories))]
    return "".join(parts) + (_ends(ground) if len(chart.series) > 1 else _last(ground)), [""] * len(chart.categories)


def _line(ground: Ground, n: int, run: list[tuple[float, float]]) -> str:
    if len(run) < 2:
        return ""
    return el(
        "polyline",
        points=points(run),
        fill="none",
        stroke=f"#{ground.colours[n]}",
        stroke_width=2.5,
        stroke_linejoin="round",
        stroke_linecap="round",
    )


def _point(ground: Ground, at: int, n: int) -> str:
    one = ground.chart.series[n]
    value, x = one.values[at], ground.middle(at)
    if value is None:
        if not one.lacks(at) or len(ground.chart.series) > 1:
            return ""
        nought = ground.y(max(0.0, ground.least))
        return mark(told(ground.w, ground.chart, at, n), hatched(x - 6, nought - LACKS, 12, LACKS))
    y, side = ground.y(value), 10.0 if len(ground.chart.categories) <= 16 else 6.0
    shapes = [sign(one.instrument or "KOM", x - side / 2, y - side / 2, side, f"#{ground.colours[n]}")]
    if ground.labelled:
        shapes.append(haloed(written(label(ground.w, ground.chart, value), x, y - 12, bold=True, anchor="middle")))
    return mark(told(ground.w, ground.chart, at, n), *shapes)


def _last(ground: Ground) -> str:
    """Of one long line the last number stands at its point."""
    if ground.labelled:
        return ""
    values = ground.chart.series[0].values
    known = [at for at, value in enumerate(values) if value is not None]
    at = known[-1]
    words = label(ground.w, ground.chart, values[at])
    x = min(ground.middle(at), ROOM - width(words, BODY, bold=True) / 2)
    return haloed(written(words, x, ground.y(values[at]) - 12, bold=True, anchor="middle"))


def _end_words(w: Words, chart: Chart) -> list[tuple[int, int, str]]:
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
    return min(ENDS_MOST, max((width(words, BODY, bold=True) for *_, words in _end_words(w, chart)), default=0.0)) + 28


def _ends(ground: Ground) -> str:
    """What each line is and where it ends, at the right, none over another."""
    found = _end_words(ground.w, ground.chart)
    room = ROOM - ground.right - 26
    ends = sorted(
        (
            (ground.y(ground.chart.series[n].values[last]), n, paragraph(words, room, bold=True))
            for n, last, words in found
        ),
        key=lambda one: one[0],
    )
    tops: list[float] = []
    floor_ = 0.0
    for y, _, piece in ends:
        tops.append(max(floor_, y - piece.high / 2))
        floor_ = tops[-1] + piece.high + 2
    ceiling = HIGH + 8
    for at in range(len(tops) - 1, -1, -1):
        tops[at] = min(tops[at], ceiling - ends[at][2].high)
        ceiling = tops[at] - 2
    return "".join(
        sign(ground.chart.series[n].instrument or "KOM", ground.right + 6, top + 5, 10, f"#{ground.colours[n]}")
        + moved(piece.svg, ground.right + 22, top)
        for (_, n, piece), top in zip(ends, tops, strict=True)
    )
