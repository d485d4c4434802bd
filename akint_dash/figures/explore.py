"""The figures of Explore: bars, stacked bars, lines and a heat map of marks that each say their number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

import plotly.graph_objects as go

from akint_dash.figures.marks import Mark
from akint_dash.figures.template import colour, template

SHADES: Final = ("seq-6", "seq-4", "seq-3", "seq-5", "mute")
"""The roles of at most five series that are no instruments."""
LINE_SHADES: Final = ("seq-6", "seq-4", "ink", "seq-5", "ink-3")
"""Those of lines, which have no outline: each 3:1 against the paper."""
DASHES: Final = ("solid", "dash", "dot", "dashdot", "longdash")
HEATS: Final = ("seq-1", "seq-2", "seq-3", "seq-4", "seq-5", "seq-6")
HEIGHTS: Final = (240, 280, 320, 352, 440, 560, 720, 960, 1280)
"""The heights that the style sheet knows (``.plot-box.h320``)."""
MOST_SERIES: Final = 5
MOST_ROWS: Final = 30
MOST_COLUMNS: Final = 40
PALE: Final = frozenset({"seq-1", "seq-2", "seq-3"})
"""Shades under 3:1 against the paper: they get an outline."""
APART: Final = {"ticks": "outside", "ticklen": 8, "tickcolor": "rgba(0,0,0,0)"}
"""Room between a category's words and its bar, for the outline of one that is chosen."""


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """One number: ``value`` None is missing and is not drawn; ``text`` stands at it, ``mark`` is what it answers."""

    value: float | None
    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class DrawnSeries:
    """Marks in the order of the categories; ``role`` is the token of its colour."""

    words: str
    marks: Sequence[DrawnMark]
    role: str = "seq-6"


def height(rows: int, each: int = 30) -> int:
    """The lowest of the heights in which so many rows find room."""
    return next((one for one in HEIGHTS if one >= rows * each + 48), HEIGHTS[-1])


def bars(labels: Sequence[str], series: Sequence[DrawnSeries], *, stacked: bool = False) -> go.Figure:
    """Bars from the left, a category a row, the first on top."""
    each = 34 if stacked or len(series) == 1 else 12 + 16 * len(series)
    figure = go.Figure(layout={"template": template()})
    for one in series:
        figure.add_bar(
            orientation="h",
            y=list(range(len(labels))),
            x=[mark.value for mark in one.marks],
            **_look(one, stacked=stacked),
        )
    top = max((mark.value or 0 for one in series for mark in one.marks), default=0) or 1
    figure.update_layout(
        height=height(len(labels), each),
        barmode="stack" if stacked else "group",
        bargap=0.3,
        margin={"l": 4, "r": 12 if stacked else 4, "t": 4, "b": 4},
        xaxis={"ticks": "", "showgrid": True, "rangemode": "tozero", "nticks": 4, "tickformat": ",~f"},
        yaxis={**_categories(labels), **APART, "autorange": "reversed", "zeroline": False, "showgrid": False},
    )
    if not stacked:
        figure.update_layout(xaxis={"range": [0, top * 1.22]})
    return figure


def columns(labels: Sequence[str], series: Sequence[DrawnSeries], *, stacked: bool = False) -> go.Figure:
    """Bars from the floor, a moment a column."""
    figure = go.Figure(layout={"template": template()})
    for one in series:
        figure.add_bar(x=list(range(len(labels))), y=[m.value for m in one.marks], **_look(one, stacked=stacked))
    figure.update_layout(
        height=352,
        barmode="stack" if stacked else "group",
        margin={"l": 4, "r": 4, "t": 24, "b": 4},
        xaxis=_categories(labels),
        yaxis={"rangemode": "tozero", "nticks": 5, "tickformat": ",~f"},
        uniformtext={"mode": "hide", "minsize": 12},
    )
    return figure


def lines(labels: Sequence[str], series: Sequence[DrawnSeries]) -> go.Figure:
    """A line a series through the moments; a moment that is missing breaks it."""
    figure = go.Figure(layout={"template": template()})
    for at, one in enumerate(series):
        shade = colour(one.role)
        figure.add_scatter(
            x=list(range(len(labels))),
            y=[mark.value for mark in one.marks],
            mode="lines+markers",
            line={"color": shade, "width": 2.5, "dash": DASHES[at % len(DASHES)]},
            marker={"color": shade, "size": 9, "line": {"color": colour("paper"), "width": 1.5}},
        )
    figure.update_layout(
        height=352,
        margin={"l": 4, "r": 12, "t": 12, "b": 4},
        xaxis={**_categories(labels), "range": [-0.3, len(labels) - 0.7]},
        yaxis={"rangemode": "tozero", "nticks": 5, "tickformat": ",~f"},
    )
    return figure


def heat(labels: Sequence[str], series: Sequence[DrawnSeries]) -> go.Figure:
    """A category a row, a series a column; the shade of each cell tells how large it is among all.

    Cells are bars, which a style sheet can turn dark, as it cannot a picture of them.
    """
    values = [mark.value for one in series for mark in one.marks if mark.value is not None]
    top = max(values, default=0) or 1
    figure = go.Figure(layout={"template": template()})
    for at, one in enumerate(series):
        steps = [_step(mark.value, top) for mark in one.marks]
        figure.add_bar(
            x=[at] * len(labels),
            y=[None if step is None else 1 for step in steps],
            base=[row - 0.5 for row in range(len(labels))],
            width=0.96,
            marker={
                "color": [colour(HEATS[step or 0]) for step in steps],
                "line": {"color": colour("rule-strong"), "width": 1},
            },
            text=[mark.text for mark in one.marks],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"size": 13, "color": [colour("ink" if (step or 0) < 3 else "paper") for step in steps]},
        )
    figure.update_layout(
        height=height(len(labels), 34),
        barmode="overlay",
        bargap=0,
        margin={"l": 4, "r": 4, "t": 28, "b": 4},
        xaxis={**_categories([one.words for one in series]), "side": "top", "ticks": ""},
        yaxis={**_categories(labels), "range": [len(labels) - 0.5, -0.5], "showgrid": False, "zeroline": False},
        uniformtext={"mode": "hide", "minsize": 12},
    )
    return figure


def scatter(places: Sequence[tuple[float, float]], words: Sequence[str]) -> go.Figure:
    """A point for each pair of numbers, named where a name finds room on the narrowest page."""
    figure = go.Figure(layout={"template": template()})
    figure.add_scatter(
        x=[x for x, _ in places],
        y=[y for _, y in places],
        mode="markers+text",
        text=[escape(one, quote=False) for one in roomy(places, words)],
        textposition="top center",
        textfont={"size": 13, "color": colour("ink")},
        marker={"color": colour("seq-5"), "size": 12, "line": {"color": colour("paper"), "width": 1.5}},
        cliponaxis=False,
    )
    tops = [max((one[axis] for one in places), default=0) or 1 for axis in (0, 1)]
    figure.update_layout(
        height=440,
        margin={"l": 4, "r": 12, "t": 12, "b": 4},
        xaxis={"range": [-tops[0] * 0.06, tops[0] * 1.12], "nticks": 5, "tickformat": ",~f", "showgrid": True},
        yaxis={"range": [-tops[1] * 0.06, tops[1] * 1.14], "nticks": 5, "tickformat": ",~f"},
    )
    return figure


NARROW: Final = (270, 400)
"""Pixels of a figure of points on a phone, across and up."""


def roomy(places: Sequence[tuple[float, float]], words: Sequence[str]) -> list[str]:
    """The words of the points that have room over them, "" of the others: no two lie on each other."""
    tops = [max((one[axis] for one in places), default=0) or 1 for axis in (0, 1)]
    taken: list[tuple[float, float, float, float]] = []
    dots = []
    for x, y in places:
        across, up = x / tops[0] * NARROW[0] / 1.18, y / tops[1] * NARROW[1] / 1.2
        dots.append((across, up))
        taken.append((across - 8, up - 8, across + 8, up + 8))
    found = []
    for (across, up), said in zip(dots, words, strict=True):
        half = len(said) * 3.6 + 3
        box = (across - half, up + 9, across + half, up + 27)
        inside = box[0] >= -12 and box[2] <= NARROW[0]
        free = inside and not any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken)
        found.append(said if free else "")
        taken += [box] if free else []
    return found


def _step(value: float | None, top: float) -> int | None:
    """Which of the heats a value has: even steps from 0 to the highest."""
    return None if value is None else min(len(HEATS) - 1, int(max(value, 0) / top * len(HEATS)))


def _look(one: DrawnSeries, *, stacked: bool) -> dict[str, Any]:
    outline = colour("rule-strong") if one.role in PALE else colour("paper")
    text = {} if stacked else {"text": [mark.text for mark in one.marks], "textposition": "outside", "textangle": 0}
    return {
        "marker": {"color": colour(one.role), "line": {"color": outline, "width": 1}},
        "textfont": {"size": 13, "color": colour("ink")},
        "cliponaxis": False,
        **text,
    }


def broken(words: str, letters: int = 16) -> str:
    """A category's words in at most three lines, harmless where they are drawn as markup."""
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + len(word) >= letters:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(escape(line, quote=False) for line in lines[:3])


def _categories(labels: Sequence[str]) -> dict[str, Any]:
    """An axis with a word at each place; of many only some, so that they do not lie on each other."""
    step = max(1, -(-len(labels) // 12)) if len(labels) > MOST_ROWS else 1
    places = list(range(0, len(labels), step))
    return {"tickmode": "array", "tickvals": places, "ticktext": [labels[at] for at in places], "nticks": len(places)}
