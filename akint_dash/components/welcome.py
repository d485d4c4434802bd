"""The first page of an empty database: three steps, each one command."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.view import View


def welcome(view: View) -> Sequence[Any]:
    """Template, import, example."""
    w = view.words
    steps = [
        (
            w("Lag en arbeidsbok"),
            w("Ett ark for hver ting, med forklaringer og nedtrekkslister. Fyll inn det dere har."),
            "akint-dash template portefolje.xlsx",
        ),
        (
            w("Les den inn"),
            w("Først en prøve som viser hva som blir endret, så på ordentlig. Alt kan angres."),
            "akint-dash import portefolje.xlsx --check",
        ),
        (
            w("Eller se et eksempel først"),
            w("En oppdiktet portefølje, tydelig merket, som viser alle sidene i bruk."),
            "akint-dash demo",
        ),
    ]
    return [
        html.Section(
            [
                html.Div(
                    [
                        html.P(w("Porteføljen er tom"), className="over"),
                        html.H1(w("Tre steg til det første bildet")),
                    ]
                ),
                html.P(w("Denne siden sier fra når nye data er mottatt.")),
            ],
            className="lead",
        ),
        html.Ol([_step(*step) for step in steps], className="steps grid"),
    ]


def _step(title: str, say: str, command: str) -> Component:
    return html.Li(
        [html.H2(title), html.P(say, className="say"), html.Pre(html.Code(command), tabIndex=0)], className="card c4"
    )
