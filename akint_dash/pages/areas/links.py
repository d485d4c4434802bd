"""Addresses of the council areas' pages."""

from __future__ import annotations

from dash.development.base_component import Component

from akint_dash.components.empty import empty
from akint_dash.components.view import View


def page_of(view: View, code: str) -> str:
    """The address of an area's page; the area of the path applies itself, so the selection's is dropped."""
    return view.link(f"/omrader/{code.lower()}", omrade=())


def none_here(view: View, words: str) -> Component:
    """An empty card of an area: what it has none of, and how much there is without the selection."""
    n = int(view.scope.widened().responsible_any_year.sum())
    return empty(view, words, view.words.n("ett tiltak", "{n} tiltak", n) if n else "")
