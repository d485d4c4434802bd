"""An answer of Explore drawn: which of its numbers stand in the figure, in which colours, and the key to them."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go
from dash import html
from dash.development.base_component import Component

from akint_dash.figures import explore as figures
from akint_dash.figures.explore import (
    LINE_SHADES,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SERIES,
    SHADES,
    DrawnMark,
    DrawnSeries,
    broken,
)
from akint_dash.figures.marks import Mark
from akint_dash.measures.explore import MISSING, OUTSIDE, Point, every_step
from akint_dash.measures.explore_questions import MEASURES, TIME
from akint_dash.pages.explore import points, tools
from akint_dash.pages.explore.explored import Explored, beside_each_other
from akint_dash.pages.explore.scale import in_millions, one_of
from akint_dash.pages.explore.side import Side
from akint_dash.store.involvement import INSTRUMENTS
from akint_dash.text import explore as text
from akint_dash.text.words import capital


def pictured(asked: Explored) -> list[Component | str | None]:
    """The figure with its key and its tools, and what it leaves out; nothing where a table is asked for."""
    if asked.form == "tabell":
        return []
    if asked.question.against:
        return points.pictured(asked)
    firsts, thens = _values(asked)
    shown = firsts[-MOST_COLUMNS * 3 :] if asked.question.by in TIME else firsts[:MOST_ROWS]
    most = MOST_COLUMNS if asked.form == "varmekart" else MOST_SERIES
    parts = thens[-most:] if asked.form == "varmekart" and asked.question.then in TIME else thens[:most]
    series = _pair(asked, shown) if asked.compares else _series(asked, shown, parts)
    labels = [_label(asked, asked.question.by, value) for value in shown]
    left = text.drawn(asked.view.words, (len(shown), len(parts)), (len(firsts), len(thens)))
    millions = in_millions(asked.sides) and asked.form != "varmekart"
    return [
        html.P(asked.view.words("Millioner kroner"), className="unit") if millions else None,
        _key(series) if len(series) > 1 and asked.form != "varmekart" else None,
        tools.around(asked, _drawn(asked, labels, series), _answering(asked, series)),
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
    firsts = beside_each_other(asked) if asked.compares else list(asked.answer.firsts)
    for name, every in zip(asked.question.dimensions, (firsts, list(asked.answer.thens)), strict=False):
        values = every
        if name in TIME:
            values = every_step(every, name) + [one for one in every if one in (MISSING, OUTSIDE)]
        elif name == "virkemiddel":
            values.sort(key=lambda one: INSTRUMENTS.index(one) if one in INSTRUMENTS else len(INSTRUMENTS))
        found.append(values)
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


def _pair(asked: Explored, firsts: Sequence[str]) -> list[DrawnSeries]:
    """Two selections: the first strong, the second pale beside it."""
    roles = ("seq-6", "seq-4") if asked.form == "linjer" else ("seq-6", "seq-3")
    return [
        DrawnSeries(capital(side.name), [_mark(asked, asked.point_of(side, one), side) for one in firsts], role)
        for side, role in zip(asked.sides, roles, strict=True)
    ]


def _role(asked: Explored, value: str, at: int) -> str:
    """A series' colour: an instrument's own, grey where it is not known which, else a shade of ink."""
    if asked.question.then == "virkemiddel" and value in INSTRUMENTS:
        return f"{value.lower()}-strong"
    if asked.form == "linjer":
        return LINE_SHADES[at % len(LINE_SHADES)]
    return "mute" if value in (MISSING, OUTSIDE) else SHADES[min(at, len(SHADES) - 1)]


def _mark(asked: Explored, point: Point, side: Side | None = None) -> DrawnMark:
    """A number as it is drawn: where no record stands, what adds up is 0 and a median has none."""
    side = side or asked.sides[0]
    w, measure, number = asked.view.words, side.question.measure, side.answer.of(point)
    told = w("ingen") if number is None else text.unit(w, measure, number)
    link = asked.link_to(point, side)
    mark = Mark(f"{capital(asked.named(point, side))}: {told}", w("Se registreringene"), link)
    if number is None:
        return DrawnMark(0.0 if MEASURES[measure].adds else None, "", mark)
    drawn = None if number.value is None else number.value / one_of(asked.sides, measure)
    return DrawnMark(drawn, text.short(w, measure, number), mark)


def _label(asked: Explored, name: str, value: str) -> str:
    """What stands at a mark: short, broken into lines, and harmless where it is drawn as markup."""
    if name in TIME and value != MISSING:
        return asked.moment(value, short=True) if asked.compares else text.time(asked.view.words, value, short=True)
    return broken(asked.called(name, value, short=True))


def _key(series: Sequence[DrawnSeries]) -> Component:
    return html.Ul(
        [html.Li([html.Span(className=f"swatch {one.role}"), " ", one.words]) for one in series],
        className="explore-key",
    )
