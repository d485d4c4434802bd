"""Funding: how large a part of development money is international, per year and area (S3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import html

from akint_dash.components.base_line import over_headline
from akint_dash.components.lacking import parts_said
from akint_dash.components.lead import lead
from akint_dash.components.page import Page
from akint_dash.components.view import View
from akint_dash.measures import funding as measure
from akint_dash.measures.facts import unheard
from akint_dash.measures.pipeline import WON, paying
from akint_dash.pages.funding import cards, ways
from akint_dash.pages.funding.areas import areas
from akint_dash.pages.funding.ending import ending
from akint_dash.pages.funding.rates import rates
from akint_dash.text import funding as text
from akint_dash.text.frame import stop, years_of


def body(view: View) -> Sequence[Any]:
    """The whole page."""
    w, scope = view.words, view.scope
    shown, found = measure.money_frame(scope), measure.funding(scope)
    data = measure.by_year(found, shown.years)
    of_year = cards.sums(found, data, shown.year)
    power, decided = measure.leverage(scope), years_of(w, shown)
    say: list[Any] = []
    if shown.reached:
        say = [
            html.B(text.outside(w, of_year)),
            " ",
            w("i {year}.", year=shown.year),
        ]
        if replace(view.selection, omrade=(), periode=None).is_empty:  # no other filter touches the sum before it
            say += [" ", stop(text.leverage_title(w, power, decided, unheard(scope)))]
    if shared := parts_said(view, [s for s in paying(scope.of_areas()) if s.status in WON]):
        say += [" ", shared]
    over = over_headline(view, w("Finansiering, {day}", day=w.long_date(view.day)))
    return [
        lead(over, text.finding(w, shown, of_year), say, numbers=ways.lead(view, of_year, power)),
        html.Div(
            [cards.years(view, shown, found, data, of_year), cards.power(view, power, decided)],
            className="grid",
        ),
        html.Div([areas(view, shown, found), ending(view, shown)], className="section grid"),
        html.Div([rates(view)], className="section grid"),
    ]


PAGE = Page("/finansiering", "Finansiering", body)
