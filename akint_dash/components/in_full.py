"""Organisations that go by a short name, with their full ones."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from akint_dash.components.view import View


def in_full(view: View, organisations: Iterable[str]) -> list[Component]:
    """``AER: Assembly of European Regions; ...`` of the codes given; nothing where each has its full name already."""
    told = {}
    for code in organisations:
        short, long = view.name("organisation", code), view.portfolio.get("organisation", code).get("name_long")
        if long and short != long:
            told[short] = long
    return [html.P("; ".join(f"{short}: {told[short]}" for short in sorted(told)), className="note")] if told else []
