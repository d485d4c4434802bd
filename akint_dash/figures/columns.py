"""Yearly columns: one series, or parts stacked on each other in ink shades with their names beside the last column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

from akint_dash.figures.template import colour, template

SHADES: Final = ("seq-6", "seq-5", "seq-4", "seq-3", "mute")
"""The roles of at most four parts and 'andre', from the floor up."""

SO_FAR: Final = 0.7
"""How strong the column of a year that is not over is; its parts have a line."""
PALE: Final = frozenset({"seq-1", "seq-2", "seq-3"})
"""Shades under 3:1 against the paper: they get an outline."""
LINE_PX: Final = 19


@dataclass(frozen=True, slots=True)
class Part:
    """One series: its words (beside the last column where stacked), a value per year (None: missing), its colour."""

    words: str
    values: Sequence[float | None]
    role: str = "seq-6"


@dataclass(frozen=True, slots=True)
class Then:
    """The same time the year before: a line on its column, with its words under the column."""

    place: int
    value: float
    words: str


def columns(
    ticks: Sequence[str],
    parts: Sequence[Part],
    tops: Sequence[str],
    *,
    so_far: bool = False,
    height: int = 320,
    side_px: int = 0,
    lacking: str = "",
    then: Then | None = None,
) -> go.Figure:
    """One column a year. ``ticks`` and ``tops`` are words under and above each; ``so_far`` draws the last lighter.

    With several parts they are stacked and named beside the last column, in ``side_px`` of room at the right. A year
    whose every value is None stands as a thin hatched column with the word ``lacking``. ``then`` marks the same time
    the year before on its column.
    """
    if then:
        under = then.words.replace(" ", "<br>", 1) if side_px else then.words
        ticks = [f"{words}<br>{under}" if i == then.place else words for i, words in enumerate(ticks)]
    figure = go.Figure(layout={"template": template()})
    n = len(ticks)
    open_year = [so_far and i == n - 1 for i in range(n)]
    opacity = [SO_FAR if still else 1.0 for still in open_year]
    for part in parts:
        edge = "rule-strong" if part.role in PALE else "paper"
        figure.add_bar(
            x=list(range(n)),
            y=[value or 0 for value in part.values],
            width=0.64,
            marker={
                "color": colour(part.role),
                "opacity": opacity,
                "line": {
                    "color": [colour("ink-2" if still else edge) for still in open_year],
                    "width": 1.5 if len(parts) > 1 else 0,
                },
            },
        )
    sums = [sum(part.values[i] or 0 for part in parts) for i in range(n)]
    highest = max([*sums, 1e-9]) * 1.14
    pad = max(0.0, (3 - n) / 2)  # one or two years stay as slim as three
    _years(figure, tops, sums, [all(p.values[i] is None for p in parts) for i in range(n)], lacking, highest)
    if then:
        _line(figure, then)
    if len(parts) > 1:
        _names(figure, parts, n, highest, height)
    figure.update_layout(
        height=height,
        barmode="stack",
        margin={"l": 4, "r": 4 + side_px, "t": 8, "b": 4},
        xaxis={
            "range": [-0.5 - pad, n - 0.5 + pad],
            "tickmode": "array",
            "tickvals": list(range(n)),
            "ticktext": list(ticks),
            "tickangle": 0,
        },
        yaxis={"range": [0, highest], "tickformat": ",.0f" if highest > 4 else ",.1f", "nticks": 4},
    )
    return figure


def _years(
    figure: go.Figure,
    tops: Sequence[str],
    sums: Sequence[float],
    unknown: Sequence[bool],
    lacking: str,
    highest: float,
) -> None:
    """The words above each column; a year without any value is hatched."""
    for i, words in enumerate(tops):
        shown = lacking if unknown[i] else words
        if unknown[i]:
            shape = {"type": "rect", "x0": i - 0.32, "x1": i + 0.32, "y0": 0, "y1": highest * 0.1}
            figure.add_shape(**shape, line={"color": colour("rule-strong"), "width": 1, "dash": "dot"})
        figure.add_annotation(
            x=i,
            y=highest * 0.1 if unknown[i] else sums[i],
            text=shown,
            showarrow=False,
            yanchor="bottom",
            yshift=2,
            font={"size": 15, "weight": 600, "color": colour("ink")},
        )


def _line(figure: go.Figure, then: Then) -> None:
    """A line across the column, ink on paper, a little wider than it."""
    for role, width in (("paper", 5), ("ink", 2)):
        ends = {"x0": then.place - 0.36, "x1": then.place + 0.36, "y0": then.value, "y1": then.value}
        figure.add_shape(type="line", **ends, line={"color": colour(role), "width": width})


def _names(figure: go.Figure, parts: Sequence[Part], n: int, highest: float, height: int) -> None:
    """The names beside the last column, apart from each other by at least a line."""
    plot_px = height - 44
    middles, base = [], 0.0
    for part in parts:
        value = float(part.values[-1] or 0)
        middles.append((base + value / 2) / highest * plot_px)
        base += value
    for place, part in zip(spread(middles, LINE_PX), parts, strict=True):
        label: dict[str, Any] = {"xanchor": "left", "align": "left", "showarrow": False}
        figure.add_annotation(
            x=n - 1 + 0.37,
            y=place / plot_px * highest,
            text=part.words,
            font={"size": 14, "color": colour("ink-2")},
            **label,
        )


def spread(places: Sequence[float], apart: float) -> list[float]:
    """The places moved as little as needed to be ``apart`` from each other, in the order given (rising)."""
    moved = list(places)
    for _ in range(60):
        still = True
        for i in range(1, len(moved)):
            gap = moved[i] - moved[i - 1]
            if gap < apart - 0.01:
                push = (apart - gap) / 2
                moved[i - 1] -= push
                moved[i] += push
                still = False
        if moved and moved[0] < apart / 2:
            moved = [m + apart / 2 - moved[0] for m in moved]
            still = still and len(moved) < 2
        if still:
            break
    return moved
