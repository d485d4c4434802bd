"""One row of the strategy: its state, question and answer, figure and rule, its own words, and the way on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.base_line import base_line, narrowed_to, reserved
from akint_dash.components.course import bullet, question, state_mark
from akint_dash.components.parts import unseen
from akint_dash.components.view import View
from akint_dash.components.whole import whole
from akint_dash.measures.course import Verdict
from akint_dash.text import course as text
from akint_dash.text.answers import Answer
from akint_dash.text.strategy import Row

TO: Final = {
    "/": "Se oversikten",
    "/virkemidler/prosjektutvikling": "Se prosjektutvikling",
    "/virkemidler/politikkoppfolging": "Se politikkoppfølging",
    "/virkemidler/kompetanseheving": "Se kompetanseheving",
    "/virkemidler/bilateralt": "Se bilateralt samarbeid",
    "/omrader": "Se rådsområdene",
    "/finansiering": "Se finansiering",
    "/maal": "Se mål og resultater",
    "/kart": "Se kartet",
}
"""The words of the way to each page that answers."""


def row_of(view: View, row: Row, answer: Answer, found: Verdict, scales: Mapping[str, float]) -> Component:
    """State; question, answer and the way on; the figure; the rule, and the strategy's own words behind it."""
    w = view.words
    rule = [html.P(whole(text.rule(w, row.id)), **{"data-h": w("Regelen som avgjør")}), _own_words(view, row)]
    parts = [
        html.P(state_mark(view, found.state), className="verdict"),
        html.Div([html.H3(question(w, row)), *_answer(view, row, answer)], className="answered"),
        bullet(view, found, scales, *_leads(view, row)),
        html.Div(rule, className="rule"),
    ]
    return html.Article(parts, id=row.id, className="promise-row")


def _answer(view: View, row: Row, answer: Answer) -> list[Component | None]:
    state = "measured" if answer.measured else "outside" if answer.outside else "missing"
    if not answer.measured or answer.shown is not None:
        view.shown[row.id] = answer.shown or ()
    idle = reserved(view, row.id)
    mark, said = _marked(view, answer.words) if state == "missing" else (None, answer.words)
    return [
        base_line(narrowed_to(view, row.id)),
        html.P([mark, " " if mark else "", said, " ", _way(view, row)], className="answer", **{"data-answer": state}),
        html.P(idle, className="note") if idle else None,
    ]


def _own_words(view: View, row: Row) -> Component:
    """The strategy's sentence, word for word, behind its chapter; open on paper, and to who is sent to the row."""
    w = view.words
    nb = w.language == "nb"
    sentence = f"«{row.sentence_nb}»" if nb else f"“{row.sentence_en}”"
    numbered = row.section[:1].isdigit()
    head = w("Strategien, kapittel {section}", section=row.section) if numbered else w("Strategiens forside")
    return html.Details([html.Summary(head), html.Blockquote(sentence)], className="own-words", **{"data-unfold": ""})


def _marked(view: View, words: str) -> tuple[Component, str]:
    """What stands before an answer that is not there, and the rest of it: what is missing says so once."""
    w = view.words
    lacks = w("Mangler: {what}. Ansvarlig: {owner}.").partition("{")[0]
    mark, said = (lacks.strip(), words.removeprefix(lacks)) if words.startswith(lacks) else (w("Uten svar:"), words)
    return html.Span(mark, className="tag-missing"), said


def _way(view: View, row: Row) -> Component:
    w = view.words
    if row.home not in view.addresses:
        return html.Span(w("Siden som viser det, kommer."), className="note")
    does, href = _leads(view, row)
    return html.A([does, unseen(": " + question(w, row))], href=href, className="note")


def _leads(view: View, row: Row) -> tuple[str, str]:
    """What the way to the page that answers is called, and its address."""
    own = {"linse": {"S21": "nettverk", "S22": "ukraina"}[row.id]} if row.home == "/kart" else None
    return view.words(TO[row.home]), view.link(row.home, own=own)
