"""Four small multiples: an area's weight of each instrument against the county's, and another area's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from akint_dash.components.parts import CLASS, INSTRUMENT_PATH, drawing, sign
from akint_dash.components.view import View
from akint_dash.figures.compare import Line, compare


@dataclass(frozen=True, slots=True)
class Small:
    """One instrument: its lines, the number now with its base, the difference in words, the area's own statement, and
    the lines in words."""

    instrument: str
    lines: Sequence[Line]
    big: str
    base: str
    difference: str
    statement: str = ""
    said: str = ""


def small_multiples(
    view: View, key: str, smalls: Sequence[Small], ticks: Sequence[str], breaks: Sequence[int] = ()
) -> Component:
    """All on one scale, so that they can be compared with each other."""
    highest = max((s for one in smalls for line in one.lines for s in line.shares if s is not None), default=0.0) or 1.0
    return html.Div([_small(view, key, one, ticks, highest, breaks) for one in smalls], className="grid smalls")


def _small(view: View, key: str, one: Small, ticks: Sequence[str], highest: float, breaks: Sequence[int]) -> Component:
    name = view.name("instrument", one.instrument)
    markup = compare(one.instrument, one.lines, ticks, highest, breaks, f"{name}: {one.said}")
    link = html.A(name, href=view.link(INSTRUMENT_PATH[one.instrument]))
    body = [
        html.H3([sign(one.instrument), link], className="name"),
        html.P([html.B(one.big, className="num"), " ", html.Span(one.base)], className="fig"),
        drawing(markup, key=f"{key}-{one.instrument.lower()}", name="compare-box"),
        html.P(one.difference, className="difference"),
    ]
    if one.statement:
        body.append(html.P(one.statement, className="statement"))
    return html.Div(body, className=f"small c3 tool {CLASS[one.instrument]}")
