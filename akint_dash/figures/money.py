"""The picture of money won: a step line that grows, and after today what may come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from akint_dash.figures.template import colour, template


@dataclass(frozen=True, slots=True)
class Outlook:
    """What may come by the end of the period, in millions: the expectation, all granted; and the words of each."""

    expected_mill: float | None
    all_mill: float | None
    expected_words: str
    all_words: str


def growth(
    days: Sequence[str],
    totals_mill: Sequence[float],
    today: date,
    first: date,
    last: date,
    now_words: str,
    today_words: str,
    outlook: Outlook,
) -> go.Figure:
    """A step line of the running sum (ISO days, millions), today's line, and a pale cone to ``outlook``."""
    now = totals_mill[-1] if totals_mill else 0.0
    x = [first.isoformat(), *days, today.isoformat()]
    y = [0.0, *totals_mill, now]
    figure = go.Figure(layout={"template": template()})
    if outlook.all_mill is not None and outlook.expected_mill is not None:
        end = last.isoformat()
        cone = {"x": [today.isoformat(), end, end], "y": [now, outlook.all_mill, now]}
        figure.add_scatter(
            **cone, fill="toself", mode="lines", line={"width": 0}, fillcolor=colour("pro-soft"), hoverinfo="skip"
        )
        figure.add_scatter(
            x=[today.isoformat(), end],
            y=[now, outlook.expected_mill],
            mode="lines",
            line={"color": colour("pro-strong"), "width": 2, "dash": "dot"},
            hoverinfo="skip",
        )
    figure.add_scatter(
        x=x,
        y=y,
        mode="lines",
        fill="tozeroy",
        fillcolor=colour("pro-soft"),
        line={"color": colour("pro-strong"), "width": 3, "shape": "hv"},
        hovertemplate="%{x|%d.%m.%Y}: %{y:,.1f}<extra></extra>",
    )
    figure.add_scatter(
        x=[today.isoformat()],
        y=[now],
        mode="markers",
        marker={
            "color": colour("pro-strong"),
            "size": 11,
            "symbol": "square",
            "line": {"color": colour("paper"), "width": 2},
        },
        hoverinfo="skip",
    )
    top = max([now, outlook.all_mill or 0.0, 1.0]) * 1.12
    figure.update_layout(
        height=352,
        margin={"l": 4, "r": 4, "t": 26, "b": 4},
        xaxis={"range": [first.isoformat(), last.isoformat()], "tickmode": "array", **_year_ticks(first, last)},
        yaxis={"range": [0, top], "tickformat": ",.0f"},
        shapes=[
            {
                "type": "line",
                "x0": today.isoformat(),
                "x1": today.isoformat(),
                "y0": 0,
                "y1": 1,
                "yref": "paper",
                "line": {"color": colour("accent"), "width": 1.5},
            }
        ],
    )
    _note(figure, today.isoformat(), 1.0, today_words, "accent", yref="paper", yanchor="bottom", xanchor="center")
    _note(figure, today.isoformat(), now, now_words, "ink", xanchor="right", xshift=-12, yshift=14, size=17, weight=650)
    if outlook.all_mill is not None and outlook.expected_mill is not None:
        end = last.isoformat()
        _note(figure, end, outlook.all_mill, outlook.all_words, "ink-2", xanchor="right", yshift=14)
        gap = (outlook.all_mill - outlook.expected_mill) / top * 320
        if gap > 40:
            _note(figure, end, outlook.expected_mill, outlook.expected_words, "ink-2", xanchor="right", yshift=-22)
    return figure


def _year_ticks(first: date, last: date) -> dict[str, list[str]]:
    years = range(first.year, last.year + 1)
    return {"tickvals": [f"{y}-07-01" for y in years], "ticktext": [str(y) for y in years]}


def _note(
    figure: go.Figure, x: str, y: float, words: str, role: str, *, size: int = 14, weight: int = 400, **place: object
) -> None:
    figure.add_annotation(
        x=x, y=y, text=words, showarrow=False, font={"size": size, "weight": weight, "color": colour(role)}, **place
    )
