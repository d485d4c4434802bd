"""A view with nothing, or little, in it: what is lacking, how much lies outside, and one click that widens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.view import View
from akint_dash.domain.selection import Selection
from akint_dash.measures.frame import Frame
from akint_dash.text.words import capital

YEARS: Final = 4
"""So many years with data are offered instead of one without."""


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
    return empty_line(parts)


def said_again(child: Any, say: Callable[[str], str]) -> Any:
    """What :func:`empty` made, with each of its sentences as ``say`` says it; anything else as it is."""
    if not says_none(child):
        return child
    if isinstance(child.children, str):
        return empty_line(say(child.children))
    return empty_line(
        [html.Span(say(part.children)) if isinstance(part, html.Span) else part for part in child.children]
    )


def empty_line(children: Any) -> Component:
    """The line of a figure that holds nothing."""
    return html.P(children, className="empty")


def untold(view: View, years: Sequence[int], figure: Any) -> Component:
    """What stands in the place of a ``figure`` of ``years`` of which nothing is registered: no number and no list of
    what there is none of, for that is not known; what it says lies outside, or the click that widens, stays."""
    lacks = html.Span(view.words("Tiltak for {years} mangler.", years=view.words.join([str(year) for year in years])))
    wider = [] if view.selection.is_empty else [" ", html.A(view.words("Vis alt"), href=widen(view))]
    return empty_line([lacks, *(figure.children[1:] if says_none(figure) else wider)])


def not_yet(view: View, shown: Frame) -> Component:
    """What stands in the place of a figure of years that the data do not reach: the ways to the years that they do, the
    newest few of them, and to all of them."""
    w, newest = view.words, shown.data_day.year
    years = range(max(shown.begun or newest, newest - YEARS + 1), newest + 1)
    ways = [html.A(str(year), href=view.link(periode=(year, year))) for year in years]
    ways.append(html.A(w("alle år"), href=view.link(selection=replace(view.selection, periode=None, maned=()))))
    listed = [part for way in ways[:-1] for part in (", ", way)][1:]
    told = html.Span(f"{capital(w('ingen data ennå'))}.")
    return empty_line([told, " ", w("Vis"), " ", *listed, f" {w('eller')} ", ways[-1], "."])


def says_none(figure: Any) -> bool:
    """Whether a figure is nothing but what :func:`empty` says."""
    return isinstance(figure, html.P) and getattr(figure, "className", "") == "empty"


def outside(view: View, inside: int, whole: int, words: str) -> Component | None:
    """A line for a thin view: the selection holds little of the whole; None where nothing is narrowed or left out."""
    if view.selection.is_empty or whole <= inside:
        return None
    return empty(view, words, view.words.number(whole - inside))
