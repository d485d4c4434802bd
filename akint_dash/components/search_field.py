"""The field of the search across everything. ``assets/app/search.js`` suggests under it while one types."""

from __future__ import annotations

from typing import Final

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from akint_dash.components.view import View

LONGEST: Final = 160
"""So many signs of a question are read."""


def search_field(view: View, name: str, typed: str, *, shown: bool = False) -> Component:
    """The form; ``name`` is the field's id, ``shown`` a field of a page's own with its button."""
    w = view.words
    field = dbc.Input(type="text", name="q", id=name, value=typed, placeholder=w("Søk"), maxlength=LONGEST)
    label = html.Label(w("Søk"), htmlFor=name, className="unseen")
    return html.Form(
        [label, field, html.Button(w("Søk"), type="submit", className="go") if shown else None],
        action=view.address("/sok"),
        method="get",
        className="search wide-search" if shown else "search",
        **{
            "data-query": "",
            "data-plain": "",
            "data-href": view.address("/sok/forslag"),
            "data-suggests": w("Forslag"),
        },
    )
