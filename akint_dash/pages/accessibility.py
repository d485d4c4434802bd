"""The accessibility statement that the law asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.addresses import mailto
from akint_dash.components.page import Page
from akint_dash.components.view import View


def body(view: View) -> Sequence[Any]:
    """What is demanded, how it is met and tested, what falls short, and where to complain."""
    w = view.words
    say = w(
        "Dashbordet skal følge retningslinjene for tilgjengelig innhold på nettet (WCAG 2.1) på nivå AA, "
        "slik forskriften om universell utforming krever."
    )
    parts = [
        (
            w("Slik er det laget"),
            [
                w("Alt kan nås og brukes med tastatur. Tasten «/» åpner søket, og Escape lukker en meny."),
                w("Hver figur har en setning som sier det samme, og en tabell med de samme tallene."),
                w("Farge står aldri alene: Hvert virkemiddel har farge, form og ord."),
                w("Siden tåler 400 % forstørring, mørk visning, utskrift og redusert bevegelse."),
            ],
        ),
        (
            w("Slik er det prøvd"),
            [
                w(
                    "Før hver ny versjon prøves alle sidene i en vanlig nettleser med testverktøyet axe-core, "
                    "på bokmål og engelsk."
                ),
                w("Kontrastene regnes ut fra fargeverdiene, også for ulike former for fargeblindhet."),
            ],
        ),
        (
            w("Dette vet vi ikke nok om"),
            [
                w(
                    "Sidene er ikke prøvd av brukere av skjermleser. "
                    "Kartet og tidslinjen har derfor alltid en liste ved siden av."
                ),
                w(
                    "Titler fra kilder kan stå på engelsk på norske sider, og norske titler på engelske sider. "
                    "De er merket med språk."
                ),
            ],
        ),
    ]
    return [
        html.Section([html.Div(html.H1(w("Tilgjengelighet"))), html.P(say)], className="lead"),
        html.Div([_part(*part) for part in parts] + _complain(view), className="grid prose"),
    ]


def _part(title: str, lines: list[str]) -> Component:
    return html.Section([html.H2(title), html.Ul([html.Li(line) for line in lines])], className="card c6")


def _complain(view: View) -> list[Component]:
    """Where to complain and the county's declaration; in whole sentences which of the two nobody has set yet."""
    w, settings = view.words, view.settings
    cards: list[Component] = []
    lacking: list[str] = []
    if settings.contact:
        lines: list[Any] = [html.P([w("Skriv til"), " ", html.A(settings.contact, href=mailto(settings.contact))])]
        cards.append(html.Section([html.H2(w("Meld fra om feil")), *lines], className="card c6"))
    else:
        lacking.append(
            w(
                "En e-postadresse for å melde feil er ikke lagt inn ennå. "
                "Ta kontakt med fylkeskommunen hvis du møter en feil."
            )
        )
    if settings.declaration_url:
        words = w("Les erklæringen hos Tilsynet for universell utforming av IKT")
        link = html.P(html.A(words, href=settings.declaration_url, **{"data-plain": ""}))
        cards.append(html.Section([html.H2(w("Tilgjengelighetserklæringen")), link], className="card c6"))
    else:
        lacking.append(w("Lenken til tilgjengelighetserklæringen er ikke lagt inn ennå."))
    return [*cards, _part(w("Dette mangler ennå"), lacking)] if lacking else cards


PAGE = Page("/tilgjengelighet", "Tilgjengelighet", body, filters=False)
