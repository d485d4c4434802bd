"""On course, yes or no: the rows of the strategy by their written rules, the weak ones first."""

from __future__ import annotations

from typing import Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import Basis, card
from akint_dash.components.record_list import Record, record_list
from akint_dash.components.view import View
from akint_dash.measures import course as measure
from akint_dash.text import course as text

ORDER: Final = (measure.WEAK, measure.MISSING, measure.HOLDS)


def course(view: View, found: list[measure.Verdict]) -> Component:
    """One line a row: its question, its state, what the rule found, and the rule itself."""
    w, rows = view.words, view.strategy.rows
    heads = [w("Spørsmål"), w("Tilstand"), w("Funnet"), w("Regelen som avgjør")]
    records = [
        Record(
            rows[one.row].question_nb if w.language == "nb" else rows[one.row].question_en,
            (state_mark(view, one.state), text.found(w, one), text.rule(w, one.row)),
            href=f"#{one.row}",
        )
        for one in sorted(found, key=lambda v: ORDER.index(v.state))
        if one.row in rows
    ]
    return card(
        view,
        "kurs",
        title=text.title(w, found),
        say=w("De svake står først. Tallene gjelder hele fylkeskommunen, uansett filtre."),
        figure=record_list(view, heads, records, w("Strategiens punkter etter tilstand"), shown=len(records)),
        data=measure.course_table(found),
        caption=w("Strategiens punkter etter tilstand"),
        basis=Basis(w("Reglene er dashbordets forslag og er ikke vedtatt av fylkeskommunen.")),
        refs=("S23",),
        level=2,
    )


def state_mark(view: View, state: str) -> Component:
    """A state told by form and word: a filled, a hollow or a dotted square."""
    return html.Span(
        [html.Span(className=f"state-mark {state}", **{"aria-hidden": "true"}), view.words.choice("course", state)],
        className="state",
    )
