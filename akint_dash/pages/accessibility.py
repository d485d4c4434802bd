"""The accessibility statement that the law asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.page import Page
from akint_dash.components.view import View


def body(view: View) -> Sequence[Any]:
    """What is demanded, how it is met and tested, what falls short, and where to complain."""
    w = view.words
    say = w("Dashbordet skal følge WCAG 2.1 på nivå AA, slik forskriften om universell utforming krever.")
    parts = [
        (
            w("Slik er det laget"),
            [
                w("Alt kan nås og brukes med tastatur. Skråstrek fører til søket, Escape lukker en meny."),
                w("Hver figur har en setning som sier det samme, og en tabell med de samme tallene."),
                w("Farge står aldri alene: hvert virkemiddel har farge, form og ord."),
                w("Siden tåler 400 % forstørring, mørk visning, utskrift og redusert bevegelse."),
            ],
        ),
        (
            w("Slik er det prøvd"),
            [
                w("Hver side prøves med axe-core i en virkelig nettleser før hver utgivelse, på bokmål og engelsk."),
                w("Kontraster regnes ut av fargene selv, også for ulike former for fargeblindhet."),
            ],
        ),
        (
            w("Dette vet vi ikke nok om"),
            [
                w(
                    "Sidene er ikke prøvd av brukere av skjermleser. "
                    "Kartet og tidslinjen har derfor alltid en liste ved siden av."
                ),
                w("Titler fra kilder kan stå på engelsk på norske sider; de er merket med språk."),
            ],
        ),
    ]
    return [
        html.Section([html.Div(html.H1(w("Tilgjengelighet"))), html.P(say)], className="lead"),
        html.Div([_part(*part) for part in parts] + [_complain(view)], className="grid prose"),
    ]


def _part(title: str, lines: list[str]) -> Component:
    return html.Section([html.H2(title), html.Ul([html.Li(line) for line in lines])], className="card c6")


def _complain(view: View) -> Component:
    w, settings = view.words, view.settings
    lines: list[Any] = []
    if settings.contact:
        lines.append(html.P([w("Si fra om feil:"), " ", html.A(settings.contact, href=f"mailto:{settings.contact}")]))
    if settings.declaration_url:
        words = w("Tilgjengelighetserklæringen hos Tilsynet for universell utforming av IKT")
        lines.append(html.P(html.A(words, href=settings.declaration_url, **{"data-plain": ""})))
    else:
        lines.append(html.P(w("Adressen til erklæringen er ikke satt ennå. Den settes av fylkeskommunen.")))
    return html.Section([html.H2(w("Meld fra, og erklæringen")), *lines], className="card c6")


PAGE = Page("/tilgjengelighet", "Tilgjengelighet", body, filters=False)
