"""The one way to show a Plotly figure: one configuration, a reserved height, its words for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import plotly.graph_objects as go
from dash import dcc, html
from dash.development.base_component import Component

from akint_dash.components.needs import asset
from akint_dash.components.still import Still
from akint_dash.components.view import View
from akint_dash.figures.marks import Mark
from akint_dash.figures.svg import el
from akint_dash.figures.template import CONFIG

SCRIPT = "plot/points.js"
"""What lays the marks on the points that Plotly has drawn."""


def graph(view: View, figure: go.Figure, key: str, label: str, marks: Sequence[Sequence[Mark | None]]) -> Component:
    """A graph in a box of its own height, so that nothing jumps; ``label`` says what it shows.

    ``marks`` are what its points say and lead to: a list for each trace, one for each of its points, None where
    nothing is drawn.
    """
    height = int(figure.layout.height or 320)
    config = {**CONFIG, "locale": view.words.language}
    drawn = dcc.Graph(id=key, figure=figure, config=config, responsive=True, className="plot")
    picture = html.Div(drawn, className="plot-picture", role="img", **{"aria-label": label})
    links = "".join(_links(marks))
    over = Still(markup=links, className="plot-marks", **{"data-needs": asset(SCRIPT)}) if links else None
    return html.Div([picture, over], className=f"plot-box h{height}")


def _links(marks: Sequence[Sequence[Mark | None]]) -> Iterator[str]:
    for trace, some in enumerate(marks):
        for point, mark in enumerate(some):
            if mark:
                yield el("a", "", class_="tells", href=mark.href, aria_label=mark.name, data_at=f"{trace},{point}")
