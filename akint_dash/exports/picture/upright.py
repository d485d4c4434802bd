"""Columns and lines: names under an axis, numbers at the marks where they have room, else a scale at the left."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from akint_dash.domain.exhibit import Chart, Form
from akint_dash.exports.office import step
from akint_dash.exports.picture.columns import columns
from akint_dash.exports.picture.ground import HIGH, Ground, ground_of, tick, ticks
from akint_dash.exports.picture.letters import lines as broken
from akint_dash.exports.picture.letters import width
from akint_dash.exports.picture.lines import lines
from akint_dash.exports.picture.pieces import BODY, ROOM, SMALL, Piece, moved, paragraph, rule, written
from akint_dash.text.words import Words


def upright(w: Words, chart: Chart, colours: Sequence[str]) -> Piece:
    """Columns or lines."""
    ground = ground_of(w, chart, colours)
    marks, below = lines(ground) if chart.form is Form.LINES else columns(ground)
    names = _names(ground, below)
    axis = rule(ground.y(max(0.0, ground.least)), "rule-strong", ground.left, ground.right)
    under = HIGH + (BODY + 10 if ground.least < 0 and ground.labelled else 4)
    return Piece(_scale(ground) + marks + axis + moved(names.svg, 0, under), under + names.high)


def _scale(ground: Ground) -> str:
    if ground.labelled:
        return ""
    by = step(max(ground.most, -ground.least))
    parts = []
    for value in ticks(ground.least, ground.most, by):
        y = ground.y(value)
        words = tick(ground.w, ground.chart, value, by)
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
