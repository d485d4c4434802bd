"""Addresses of the council areas' pages."""

from __future__ import annotations

from dash.development.base_component import Component

from akint_dash.components.empty import empty
from akint_dash.components.view import View
from akint_dash.measures.scope import Scope


def page_of(view: View, code: str) -> str:
    """The address of an area's page; the area of the path applies itself, so the selection's is dropped."""
    return view.link(f"/omrader/{code.lower()}", omrade=())


def without_filters(scope: Scope) -> Scope:
    """The whole of the area, nothing else narrowed: what the page shows where all is shown."""
    return scope.widened().narrowed(omrade=scope.selection.omrade)


def none_here(view: View, words: str, there: tuple[str, str], n: int) -> Component:
    """An empty card of an area: what it has none of, and how many of those (``there``: one, many) the filters leave
    out of the area."""
    return empty(view, words, view.words.n(*there, n) if n else "")
