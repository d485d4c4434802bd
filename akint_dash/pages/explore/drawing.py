"""An answer of Explore drawn: which of its numbers stand in the figure, in which colours, and the key to them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

import plotly.graph_objects as go
from dash import html
from dash.development.base_component import Component

from akint_dash.components.graph import graph
from akint_dash.domain.table import Cell
from akint_dash.figures import explore as figures
from akint_dash.figures.explore import LINE_SHADES, MOST_COLUMNS, MOST_ROWS, MOST_SERIES, SHADES, DrawnMark, DrawnSeries
from akint_dash.figures.marks import Mark
from akint_dash.measures.explore import MISSING, OUTSIDE, Point, every_step
from akint_dash.measures.explore_questions import MEASURES, TIME
from akint_dash.pages.explore.asked import Explored
from akint_dash.store.involvement import INSTRUMENTS
from akint_dash.text import explore as text
from akint_dash.text.money import MILLION
from akint_dash.text.words import capital

SHORTEST: Final = 16
"""So many letters stand on a line of a category's words."""


def pictured(asked: Explored) -> list[Component | str | None]:
    """The figure with its key, and what it leaves out; nothing where a table is asked for."""
    if asked.form == "tabell":
        return []
    firsts, thens = _values(asked)
    shown = firsts[-MOST_COLUMNS * 3 :] if asked.question.by in TIME else firsts[:MOST_ROWS]
    most = MOST_COLUMNS if asked.form == "varmekart" else MOST_SERIES
    parts = thens[-most:] if asked.form == "varmekart" and asked.question.then in TIME else thens[:most]
    series = _series(asked, shown, parts)
    labels = [_label(asked, asked.question.by, value) for value in shown]
    title = text.question(asked.view.words, asked.question)
    said = asked.view.words("{title}. De samme tallene står i tabellen under.", title=title)
    left = text.drawn(asked.view.words, (len(shown), len(parts)), (len(firsts), len(thens)))
    millions = _in_millions(asked) and asked.form != "varmekart"
    return [
        html.P(asked.view.words("Millioner kroner"), className="unit") if millions else None,
        _key(series) if len(series) > 1 and asked.form != "varmekart" else None,
        graph(asked.view, _drawn(asked, labels, series), "utforsk-figur", said, _answering(asked, series)),
        html.P(left, className="note") if left else None,
    ]


def _drawn(asked: Explored, labels: Sequence[str], series: Sequence[DrawnSeries]) -> go.Figure:
    if asked.form == "linjer":
        return figures.lines(labels, series)
    if asked.form == "varmekart":
        return figures.heat(labels, series)
    draw = figures.columns if asked.question.by in TIME else figures.bars
    return draw(labels, series, stacked=asked.form == "stablet")


def _answering(asked: Explored, series: Sequence[DrawnSeries]) -> list[list[Mark | None]]:
    """The marks of what is drawn: a bar without length is not."""
    length = asked.form in ("stolper", "stablet")
    return [[None if m.value is None or (length and not m.value) else m.mark for m in one.marks] for one in series]


def _values(asked: Explored) -> tuple[list[str], list[str]]:
    """The values of both dimensions in their order; of time every step between, what is missing last."""
    found: list[list[str]] = []
    for name, numbers in zip(asked.question.dimensions, (asked.answer.firsts, asked.answer.thens), strict=False):
        every = list(numbers)
        if name in TIME:
            every = every_step(every, name) + [one for one in every if one in (MISSING, OUTSIDE)]
        elif name == "virkemiddel":
            every.sort(key=lambda one: INSTRUMENTS.index(one) if one in INSTRUMENTS else len(INSTRUMENTS))
        found.append(every)
    return found[0], found[1] if len(found) > 1 else []


def _series(asked: Explored, firsts: Sequence[str], thens: Sequence[str]) -> list[DrawnSeries]:
    if not asked.question.then:
        return [
            DrawnSeries(
                text.measure(asked.view.words, asked.question.measure), [_mark(asked, (one,)) for one in firsts]
            )
        ]
    return [
        DrawnSeries(
            capital((_label if asked.form == "varmekart" else Explored.called)(asked, asked.question.then, then)),
            [_mark(asked, (one, then)) for one in firsts],
            _role(asked, then, at),
        )
        for at, then in enumerate(thens)
    ]


def _role(asked: Explored, value: str, at: int) -> str:
    """A series' colour: an instrument's own, grey where it is not known which, else a shade of ink."""
    if asked.question.then == "virkemiddel" and value in INSTRUMENTS:
        return f"{value.lower()}-strong"
    if asked.form == "linjer":
        return LINE_SHADES[at % len(LINE_SHADES)]
    return "mute" if value in (MISSING, OUTSIDE) else SHADES[min(at, len(SHADES) - 1)]


def _mark(asked: Explored, point: Point) -> DrawnMark:
    """A number as it is drawn: where no record stands, what adds up is 0 and a median has none."""
    w, measure, number = asked.view.words, asked.question.measure, asked.answer.of(point)
    told = w("ingen") if number is None else text.unit(w, measure, number)
    mark = Mark(f"{capital(asked.named(point))}: {told}", w("Se registreringene"), asked.link_to(point))
    if number is None:
        return DrawnMark(0.0 if MEASURES[measure].adds else None, "", mark)
    drawn = None if number.value is None else number.value / _one(asked)
    return DrawnMark(drawn, text.short(w, measure, number), mark)


def _one(asked: Explored) -> int:
    """What one on the axis is: a million kroner where any is as much, else one krone; one of all else."""
    if MEASURES[asked.question.measure].cell is not Cell.ORE:
        return 1
    return MILLION if _in_millions(asked) else 100


def _in_millions(asked: Explored) -> bool:
    values = [number.value or 0 for number in asked.answer.cells.values()]
    return MEASURES[asked.question.measure].cell is Cell.ORE and max(values, default=0) >= MILLION


def _label(asked: Explored, name: str, value: str) -> str:
    """What stands at a mark: short, broken into lines, and harmless where it is drawn as markup."""
    if name in TIME and value != MISSING:
        return text.time(asked.view.words, value, short=True)
    words, lines = asked.called(name, value, short=True).split(), [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + len(word) >= SHORTEST:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(escape(line, quote=False) for line in lines[:3])


def _key(series: Sequence[DrawnSeries]) -> Component:
    return html.Ul(
        [html.Li([html.Span(className=f"swatch {one.role}"), " ", one.words]) for one in series],
        className="explore-key",
    )
