"""The overview: where the county stands, in ten seconds (S10, S11, S23)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from akint_dash.components.page import Page
from akint_dash.components.view import View


def body(view: View) -> Sequence[Any]:
    """The whole page."""
    return [html.Section([html.H1("Oversikt")], className="lead")]


PAGE = Page("/", "Oversikt", body)
