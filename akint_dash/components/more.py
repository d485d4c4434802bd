"""Cards that a page keeps behind one click: their findings stand in the open, and paper has them whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.view import View

MORE: Final = "mer"
"""What it is called in an address."""


def more_cards(view: View, rows: Sequence[Sequence[Component | None]]) -> Component | None:
    """Rows of cards made by :func:`akint_dash.components.card.card`; None where none is there."""
    some = [[card for card in row if card is not None] for row in rows]
    keys = [str(card.id) for row in some for card in row]
    if not keys:
        return None
    titles = [html.Span(f"{view.told[key].title}. ", className="finding") for key in keys]
    summary = html.Summary([html.B(view.words("Mer på denne siden:")), " ", *titles])
    return html.Details(
        [summary, *(html.Div(row, className="section grid") for row in some if row)], id=MORE, className="more-cards"
    )
