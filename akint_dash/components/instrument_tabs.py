"""Links across the pages of the four instruments, in the strategy's order."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from akint_dash.components.parts import CLASS, INSTRUMENT_PATH, sign
from akint_dash.components.view import View
from akint_dash.store.involvement import INSTRUMENTS


def instrument_tabs(view: View, here: str) -> Component:
    """``here`` is the instrument of this page; the selection goes along."""
    return html.Nav(
        [
            html.A(
                [sign(code), html.Span(view.name("instrument", code))],
                href=view.link(INSTRUMENT_PATH[code]),
                className=CLASS[code],
                **({"aria-current": "page"} if code == here else {}),
            )
            for code in INSTRUMENTS
        ],
        className="tabs",
        **{"aria-label": view.words("Virkemidler")},
    )
