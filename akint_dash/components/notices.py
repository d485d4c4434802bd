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


def unknown_areas(view: View, values: Sequence[str]) -> list[Component]:
    """A notice for each area that does not exist, and what is shown instead."""
    w = view.words
    shown = "Valget av rådsområde gjelder resten." if view.selection.omrade else "Alle rådsområder vises."
    told = [
        f"{w('Rådsområdet {value} finnes ikke.', value=w.quoted(one[:LETTERS]))} {w(shown)}" for one in values[:MOST]
    ]
    return _dropped(view, told, len(values) - MOST)


def unknown_values(view: View, values: Sequence[str]) -> list[Component]:
    """A notice for each value that was left out."""
    w = view.words
    told = [
        w("«{value}» er ikke en kjent verdi og er utelatt. Velg på nytt i filtrene.", value=value[:LETTERS])
        for value in values[:MOST]
    ]
    return _dropped(view, told, len(values) - MOST)


def _dropped(view: View, told: list[str], rest: int) -> list[Component]:
    more = [view.words.n("Én verdi til er utelatt.", "{n} verdier til er utelatt.", rest)] if rest > 0 else []
    return [html.P(words, className="notice dropped") for words in [*told, *more]]


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
