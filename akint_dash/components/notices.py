"""What is said of values in an address that were not understood: at most ten by name, the rest counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.view import View
from akint_dash.domain.schema import ENTITIES
from akint_dash.store.usable import Absurd
from akint_dash.text.words import Words

MOST: Final = 10
LETTERS: Final = 60
"""So much of a value is quoted."""


def unknown_values(view: View, values: Sequence[str]) -> list[Component]:
    """A notice for each value that was left out."""
    w = view.words
    told = [
        w("«{value}» er ikke en kjent verdi og er utelatt. Velg på nytt i filtrene.", value=value[:LETTERS])
        for value in values[:MOST]
    ]
    if (rest := len(values) - MOST) > 0:
        told.append(w.n("Én verdi til er utelatt.", "{n} verdier til er utelatt.", rest))
    return [html.P(words, className="notice dropped") for words in told]


def absurd_values(view: View, values: Sequence[Absurd]) -> list[Component]:
    """Where a number or a day that cannot be stands in the workbook, and that nothing counts with it."""
    if not values:
        return []
    w = view.words
    words = w.n(
        "En verdi kan ikke stemme. Rett den i arbeidsboken.",
        "{n} verdier kan ikke stemme. Rett dem i arbeidsboken.",
        len(values),
    )
    places = [html.Li(_place(w, one)) for one in values[:MOST]]
    return [html.Div([html.P(words), html.Ul(places)], className="notice")]


def _place(w: Words, one: Absurd) -> str:
    """Where a value stands in the workbook, what it is, and what became of it."""
    told = w(
        "Arket {sheet}, {code}, «{column}»: {value}",
        sheet=ENTITIES[one.entity].sheet,
        code=one.code,
        column=one.column.heading,
        value=one.value[:LETTERS],
    )
    return f"{told} – {w('regnes som {value}', value=one.counts_as) if one.counts_as else w('utelatt')}"
