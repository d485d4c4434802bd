"""A view with nothing, or little, in it: what is lacking, how much lies outside, and one click that widens."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.view import View
from akint_dash.domain.selection import Selection


def widen(view: View) -> str:
    """The address of this view with nothing narrowed."""
    return view.link(selection=Selection(per=view.selection.per, vekt=view.selection.vekt))


def empty(view: View, words: str, outside: str = "") -> Component:
    """``words`` say what the selection has none of, ``outside`` how much there is without it ('34 prosjekter').

    The click is offered only where it would show something: where the selection narrows and there is something outside.
    """
    w = view.words
    parts: list[Any] = [html.Span(words)]
    if outside and not view.selection.is_empty:
        told = w("Filtrene utelater {outside}.", outside=outside)
        parts += [" ", html.Span(told), " ", html.A(w("Vis alt"), href=widen(view))]
    return html.P(parts, className="empty")


def outside(view: View, inside: int, whole: int, words: str) -> Component | None:
    """A line for a thin view: the selection holds little of the whole; None where nothing is narrowed or left out."""
    if view.selection.is_empty or whole <= inside:
        return None
    return empty(view, words, view.words.number(whole - inside))
