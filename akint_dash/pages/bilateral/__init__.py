"""Bilateral cooperation: with whom, how alive, tied to what, and where in the world (S4, S20, S21)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.base_line import over_headline
from akint_dash.components.instrument_tabs import instrument_tabs
from akint_dash.components.lead import lead
from akint_dash.components.more import more_cards
from akint_dash.components.page import Page
from akint_dash.components.view import View
from akint_dash.measures.bilateral import Bond, bonds
from akint_dash.measures.partners import contact_frame, partners
from akint_dash.pages.bilateral import numbers, places, regions
from akint_dash.text import partners as text
from akint_dash.text.frame import stop


def body(view: View) -> Sequence[Any]:
    """The whole page."""
    found = bonds(view.scope, partners(view.scope))
    beside = [one for one in (regions.agreements(view), places.norden(view)) if one is not None]
    return [
        _lead(view, found),
        html.Div([regions.cooperations(view, found)], className="section grid"),
        html.Div([regions.ties(view, found), html.Div(beside, className="c5 column")], className="section grid"),
        html.Div([places.rings_over_time(view)], className="section grid"),
        more_cards(view, [[regions.coming(view)]]),
    ]


def _lead(view: View, found: list[Bond]) -> Component:
    w = view.words
    alive = [b.partner for b in found if b.partner.lives]
    countries = {view.portfolio.get("region", p.region).get("country") for p in alive}
    say: list[Any] = [html.B(stop(text.partners_title(w, alive, len(countries)))), " "] if alive else []
    for words, _ in text.partners_say(w, alive, contact_frame(view.scope)):
        say += [words, " "]
    if found:
        say.append(html.A(w.n("Se den på kartet", "Se dem på kartet", len(alive or found)), href=view.link("/kart")))
    over = over_headline(view, w("Virkemiddel i strategien: bilateralt samarbeid, {day}", day=w.long_date(view.day)))
    ways = numbers.lead(view, found, len(countries))
    return lead(over, regions.headline(view, found), say, under=[instrument_tabs(view, "BIL")], numbers=(w, ways))


PAGE = Page("/virkemidler/bilateralt", "Bilateralt samarbeid", body)
