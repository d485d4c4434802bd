"""The first rows of a long list in the open, the others behind one click; paper has them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias, TypeVar

from dash import html
from dash.development.base_component import Component

from akint_dash.components.view import View

T = TypeVar("T")
MOST_ROWS: Final = 40
"""More rows of a figure than these are not drawn at all: the table of the card has them."""
MOST_LISTED: Final = 120
"""More of a list than these are not sent with a page: the files of the card have them."""
Listing: TypeAlias = Callable[[Sequence[Component]], Component]
"""Makes a list of its rows."""


def first_rows(view: View, rows: Sequence[T], shown: int, make: Callable[[Sequence[T]], Component]) -> Component:
    """``make`` of the first ``shown`` rows, and of the others behind a click; one row alone is not worth the click.

    A list longer than :data:`MOST_LISTED` ends there, and says how many more there are.
    """
    rest = rows[shown:MOST_LISTED]
    if len(rest) < 2:
        return make(rows)
    behind = folded(view, len(rest), make(rest))
    return html.Div([make(rows[:shown]), behind, in_files(view, len(rows) - MOST_LISTED)])


def in_files(view: View, more: int) -> Component | None:
    """That a list has ``more`` rows than a page holds; None where it has none."""
    if more <= 0:
        return None
    words = view.words.n("og 1 til i filene under «Last ned»", "og {n} til i filene under «Last ned»", more)
    return html.P(words, className="note")


def folded(view: View, n: int, rest: Component) -> Component:
    """The ``n`` last of a list, behind one click."""
    more = html.Span(view.words.n("Vis én til", "Vis {n} til", n), className="when-shut")
    less = html.Span(view.words("Vis færre"), className="when-open")
    return html.Details([html.Summary([more, less]), rest], className="rest")


def alike(n: int) -> Component:
    """The ``n`` columns of a table of which the first rows and the others are to stand in line."""
    return html.Colgroup([html.Col() for _ in range(n)])


def listed(name: str = "") -> Listing:
    """An ordered list of the class ``name``."""
    return lambda rows: html.Ol(list(rows), className=name or None)


def opened(view: View, shown: int, name: str = "") -> Listing:
    """The same with the first ``shown`` rows in the open."""
    return lambda rows: first_rows(view, rows, shown, listed(name))


def in_table(view: View, n: int) -> Component | None:
    """Of ``n`` rows, how many stand in the table only."""
    more = n - MOST_ROWS
    return (
        html.P(view.words.n("og 1 til i tabellen", "og {n} til i tabellen", more), className="note")
        if more > 0
        else None
    )
