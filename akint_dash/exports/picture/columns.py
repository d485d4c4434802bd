"""Columns: beside each other or one on the other, each number at its mark or below where it has no room."""

from __future__ import annotations

from typing import Final

from akint_dash.domain.table import NOT_APPLICABLE
from akint_dash.exports.chart_words import told
from akint_dash.exports.office import edge, label, on
from akint_dash.exports.picture.bars import total_words
from akint_dash.exports.picture.ground import Ground
from akint_dash.exports.picture.letters import width
from akint_dash.exports.picture.pieces import BODY, LACKS, LEAD, SMALL, hatched, mark, written
from akint_dash.figures.svg import el

WIDEST: Final = 96.0
"""How wide a column may be."""


def columns(ground: Ground) -> tuple[str, list[str]]:
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
        shapes = [hatched(x + 1, nought - LACKS, wide - 2, LACKS)]
        if ground.labelled:
            line = nought - LACKS - 6
            shapes.append(written(ground.w("mangler"), middle, line, SMALL, tone="ink-2", anchor="middle"))
        return shapes
    top, foot = sorted((ground.y(value), ground.y(0)))
    drawn = el(
        "rect",
        x=x + 1,
        y=top,
        width=wide - 2,
        height=max(foot - top, 1),
        fill=f"#{ground.colours[n]}",
        stroke=f"#{edge(ground.colours[n])}",
    )
    shapes = [drawn] if value else []
    if ground.labelled:
        line = top - 7 if value >= 0 else foot + BODY + 3
        shapes.append(written(label(ground.w, ground.chart, value), middle, line, bold=True, anchor="middle"))
    return shapes


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
        shapes = [el("rect", x=x, y=top, width=wide, height=foot - top, fill=f"#{fill}", stroke=f"#{edge(fill)}")]
        if foot - top >= SMALL * LEAD and width(words, SMALL) + 6 <= wide:
            line = (top + foot) / 2 + SMALL * 0.36
            shapes.append(written(words, x + wide / 2, line, SMALL, tone=f"#{on(fill)}", anchor="middle"))
        elif value:
            below.append(f"{one.words} {words}")
        parts.append(mark(told(ground.w, ground.chart, at, n), *(shapes if value else [])))
        base += float(value)
    if ground.labelled and (total := total_words(ground.w, chart, at)):
        parts.append(written(total, ground.middle(at), ground.y(base) - 7, bold=True, anchor="middle"))
    return "".join(parts), " · ".join(below)
