"""The one way to show a Plotly figure: one configuration, a reserved height, its words for those who do not see it."""

from __future__ import annotations

import plotly.graph_objects as go
from dash import dcc, html
from dash.development.base_component import Component

from akint_dash.components.view import View
from akint_dash.figures.template import CONFIG


def graph(view: View, figure: go.Figure, key: str, label: str) -> Component:
    """A graph in a box of its own height, so that nothing jumps; ``label`` says what it shows."""
    height = int(figure.layout.height or 320)
    config = {**CONFIG, "locale": view.words.language}
    return html.Div(
        dcc.Graph(id=key, figure=figure, config=config, responsive=True, className="plot"),
        className=f"plot-box h{height}",
        role="img",
        **{"aria-label": label},
    )
