"""Bars from the left: a category a row with its whole name, each number at its bar, a hatch where one is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from akint_dash.domain.exhibit import Chart, Kind
from akint_dash.domain.table import NOT_APPLICABLE
from akint_dash.exports.chart_words import told
from akint_dash.exports.office import edge, label, on
from akint_dash.exports.picture.letters import width
from akint_dash.exports.picture.pieces import (
    BODY,
    LACKS,
    ROOM,
    SMALL,
    Piece,
    hatched,
    mark,
    moved,
    paragraph,
    rule,
    written,
)
from akint_dash.figures.svg import el
from akint_dash.text.words import Words

NAMES_MOST: Final = 0.42
"""The part of the width that the names may take."""
BAR: Final = 20.0
NEXT: Final = 4.0
"""Between two bars of one category."""
AIR: Final = 8.0
"""Above and below what stands in a row."""
GAP: Final = 14.0
MOST_BARS: Final = 150
UNSUMMED: Final = frozenset({Kind.SHARE, Kind.RATE})
"""Of these kinds no sum is told."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where bars begin and where nought is, how long a unit is, and what they are written in."""

    w: Words
    chart: Chart
    colours: Sequence[str]
    left: float
    nought: float
    unit: float

    def said(self, value: Any) -> str:
        """A number as it stands at its mark."""
        return label(self.w, self.chart, value)

    def lacking(self, category: int, series: int) -> str:
        """What stands where there is no number."""
        return self.w("mangler") if self.chart.series[series].lacks(category) else NOT_APPLICABLE


def bars(w: Words, chart: Chart, colours: Sequence[str]) -> Piece:
    """The rows, one below the other: as many as are read and painted in a moment, and how many more there are."""
    most = max(1, MOST_BARS // (1 if chart.stacked else len(chart.series)))
    more, chart = len(chart.categories) - most, chart.first(most)
    names = min(max(width(name, BODY) for name in chart.categories) + GAP, NAMES_MOST * ROOM)
    place = _place(w, chart, colours, names)
    parts = [rule(0)]
    y = 0.0
    for at, name in enumerate(chart.categories):
        named = paragraph(name, names - GAP)
        drawn = _stack(place, at) if chart.stacked else _beside(place, at)
        high = max(named.high, drawn.high)
        top = y + AIR + (high - drawn.high) / 2
        parts += [moved(named.svg, 0, y + AIR + (high - named.high) / 2), moved(drawn.svg, 0, top)]
        y += high + 2 * AIR
        parts.append(rule(y))
    rest = paragraph(w.n("og 1 til", "og {n} til", more) if more > 0 else "", ROOM, SMALL, tone="ink-2")
    return Piece("".join(parts) + moved(rest.svg, 0, y + AIR), y + (AIR + rest.high if more > 0 else 0))


def _place(w: Words, chart: Chart, colours: Sequence[str], names: float) -> Place:
    lengths = _lengths(chart)
    least, most = min(0.0, *lengths), max(0.0, *lengths)
    ends = max(width(text, BODY, bold=True) for text in _ends(w, chart)) + 16
    before = width(label(w, chart, least), BODY, bold=True) + 10 if least < 0 else 0.0
    room = ROOM - names - ends - before
    unit = room / ((most - least) or 1)
    return Place(w, chart, colours, names, names + before - least * unit, unit)


def _lengths(chart: Chart) -> list[float]:
    """How far the bars reach."""
    if chart.stacked:
        return [sum(float(one.values[at] or 0) for one in chart.series) for at in range(len(chart.categories))]
    return [float(value or 0) for one in chart.series for value in one.values]


def _ends(w: Words, chart: Chart) -> list[str]:
    """What may be written at the end of a bar."""
    values = [value for one in chart.series for value in one.values]
    found = [label(w, chart, value) for value in values] + [w("mangler")]
    return [*found, *(total_words(w, chart, at) for at in range(len(chart.categories)))] if chart.stacked else found


def total_words(w: Words, chart: Chart, at: int) -> str:
    """The whole that the parts of a category sum to; nothing where one is missing or the kind has no sum."""
    known = [one.values[at] for one in chart.series if one.values[at] is not None]
    if chart.kind in UNSUMMED or not known or any(one.lacks(at) for one in chart.series):
        return ""
    return label(w, chart, sum(known))


def _beside(place: Place, at: int) -> Piece:
    """A bar for each series, its number at its end."""
    parts = []
    y = 0.0
    for n, one in enumerate(place.chart.series):
        parts.append(mark(told(place.w, place.chart, at, n), *_bar(place, at, n, one.values[at], y)))
        y += BAR + NEXT
    return Piece("".join(parts), y - NEXT)


def _bar(place: Place, at: int, n: int, value: Any, y: float) -> list[str]:
    line = y + BAR / 2 + BODY * 0.36
    if value is None:
        lacks = place.chart.series[n].lacks(at)
        shown = [hatched(place.nought, y, LACKS, BAR)] if lacks else []
        x = place.nought + (LACKS + 8 if lacks else 0)
        return [*shown, written(place.lacking(at, n), x, line, tone="ink-2")]
    long = abs(float(value)) * place.unit
    x = place.nought - (long if value < 0 else 0)
    bar = (
        el(
            "rect",
            x=x,
            y=y,
            width=max(long, 1.0),
            height=BAR,
            fill=f"#{place.colours[n]}",
            stroke=f"#{edge(place.colours[n])}",
        )
        if value
        else ""
    )
    if value < 0:
        return [bar, written(place.said(value), x - 6, line, bold=True, anchor="end")]
    return [bar, written(place.said(value), x + long + 8 if value else x, line, bold=True)]


def _stack(place: Place, at: int) -> Piece:
    """The parts of one bar, each with its number inside or in words below it, and their sum at its end."""
    chart, x, inside, below = place.chart, place.nought, [], []
    for n, one in enumerate(chart.series):
        value = one.values[at]
        if value is None:
            below += [f"{one.words}: {place.lacking(at, n)}"] if one.lacks(at) else []
            continue
        long = float(value) * place.unit
        words = place.said(value)
        fits = width(words, SMALL) + 8 <= long
        fill = place.colours[n]
        shapes = (
            [el("rect", x=x, y=0, width=long, height=BAR, fill=f"#{fill}", stroke=f"#{edge(fill)}")] if long else []
        )
        if fits:
            middle, line = x + long / 2, BAR / 2 + SMALL * 0.36
            shapes.append(written(words, middle, line, SMALL, tone=f"#{on(fill)}", anchor="middle"))
        elif value:
            below.append(f"{one.words} {words}")
        inside.append(mark(told(place.w, place.chart, at, n), *shapes))
        x += long
    if not inside:
        words = (below and place.w("mangler")) or NOT_APPLICABLE
        shown = hatched(place.nought, 0, LACKS, BAR) if below else ""
        start = place.nought + (LACKS + 8 if below else 0)
        return Piece(shown + written(words, start, BAR / 2 + BODY * 0.36, tone="ink-2"), BAR)
    total = total_words(place.w, chart, at)
    end = written(total, x + 8 if x > place.nought else x, BAR / 2 + BODY * 0.36, bold=True) if total else ""
    quiet = paragraph(" · ".join(below), ROOM - place.left, SMALL, x=place.left, tone="ink-2")
    high = BAR + (quiet.high + 2 if quiet.high else 0)
    return Piece("".join(inside) + end + moved(quiet.svg, 0, BAR + 2), high)
