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
from akint_dash.text.words import Words

ORDER: Final = (measure.WEAK, measure.MISSING, measure.HOLDS)


def course(view: View, found: list[measure.Verdict]) -> Component:
    """One line a row: its question, its state, what the rule found, and the rule itself."""
    w, rows = view.words, view.strategy.rows
    heads = [w("Spørsmål"), w("Vurdering"), w("Tall"), w("Regelen som avgjør")]
    questions = {code: row.question_nb if w.language == "nb" else row.question_en for code, row in rows.items()}
    records = [
        Record(
            questions[one.row],
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
        say=w("Punktene som ikke er i rute, står først. Tallene gjelder hele fylkeskommunen, uansett filtre."),
        figure=record_list(view, heads, records, w("Strategiens punkter etter tilstand"), shown=len(records)),
        data=measure.course_table(found, questions, {code: chapter(w, row.section) for code, row in rows.items()}),
        caption=w("Strategiens punkter etter tilstand"),
        basis=Basis(w("Reglene er laget for dette dashbordet og er ikke vedtatt av fylkeskommunen.")),
        refs=("S23",),
        level=2,
    )


def chapter(w: Words, section: str) -> str:
    """A section of the strategy as its readers know it: a chapter's number, or the cover page."""
    return section if section[:1].isdigit() else w("forsiden")


def state_mark(view: View, state: str) -> Component:
    """A state told by form and word: a filled, a hollow or a dotted square."""
    return html.Span(
        [html.Span(className=f"state-mark {state}", **{"aria-hidden": "true"}), view.words.choice("course", state)],
        className="state",
    )
