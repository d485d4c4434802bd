"""One figure over all deadlines: today to the window's end on one axis, one line a case, its days as marks."""

from __future__ import annotations

from typing import Final

from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.due_axis import due_axis
from akint_dash.components.view import View
from akint_dash.measures.dues import due_table
from akint_dash.pages.deadlines import numbers
from akint_dash.pages.deadlines.asked import Asked
from akint_dash.text import dues as text
from akint_dash.text.words import inside

SHOWN: Final = 10
"""So many cases stand open; the rest behind one click."""


def axis(view: View, asked: Asked) -> Component:
    """The card."""
    w = view.words
    return card(
        view,
        "akse",
        title=text.axis_title(w, asked.found),
        say=text.axis_say(w, asked.found, _first(view, asked), asked.window.until),
        figure=due_axis(view, "akse", asked.found, asked.window.until, shown=SHOWN, steps=True),
        data=due_table(list(asked.found), view.day),
        numbers=numbers.about(view, asked.found),
        caption=w("Frister på tidslinjen"),
        refs=("S10", "S15"),
        level=2,
    )


def _first(view: View, asked: Asked) -> str:
    """The first day looked at; the axis itself begins today."""
    w, since = view.words, asked.window.since
    return w.date(since) if since else inside(w.today_mark())
