"""Funding: how large a part of development money is international, per year and area (S3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from akint_dash.components.lead import lead
from akint_dash.components.page import Page
from akint_dash.components.view import View
from akint_dash.measures import funding as measure
from akint_dash.pages.funding import cards
from akint_dash.pages.funding.ending import ending
from akint_dash.text import funding as text


def body(view: View) -> Sequence[Any]:
    """The whole page."""
    w, scope = view.words, view.scope
    first, last = scope.period
    years = range(first, min(last, view.day.year) + 1)
    found = measure.funding(scope)
    data = measure.by_year(found, years)
    year = years[-1] if years else view.day.year
    international, fund, share = cards.sums(data, year)
    power = measure.leverage(scope)
    say: list[Any] = [
        html.B(w("{money} kommer utenfra", money=w.money(international))),
        " ",
        w("i {year}, fra EU og nordiske ordninger.", year=year),
        " ",
        text.leverage_title(w, power) + ".",
    ]
    over = w("Finansiering, {day}", day=w.long_date(view.day))
    return [
        lead(over, text.finding(w, year, share, international), say),
        html.Div([cards.years(view, found, data, international, fund), cards.power(view, power)], className="grid"),
        html.Div([cards.areas(view, found, year), ending(view)], className="section grid"),
        html.Div([cards.rates(view)], className="section grid"),
    ]


PAGE = Page("/finansiering", "Finansiering", body)
