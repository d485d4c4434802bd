"""The strategy itself: each sentence, its question, today's measured answer, and the view that shows it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.base_line import base_line, narrowed_to, reserved
from akint_dash.components.course import chapter, course
from akint_dash.components.lead import lead
from akint_dash.components.page import Page
from akint_dash.components.parts import unseen
from akint_dash.components.view import Told, View
from akint_dash.domain.table import Cell, Heading, table
from akint_dash.measures.course import MISSING, verdicts
from akint_dash.text.answered import answers as answered
from akint_dash.text.answers import Answer
from akint_dash.text.strategy import Row
from akint_dash.text.words import capital, inside

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


def body(view: View) -> Sequence[Any]:
    """All rows, by the strategy's own sections."""
    w, strategy = view.words, view.strategy
    answers, whole = answered(w, view.scope, strategy.first_year, strategy.last_year)
    judged = verdicts(view.scope)
    measured = sum(whole[row].measured for row in strategy.rows)
    judgeable = sum(one.state != MISSING for one in judged)
    view.tables["strategien"] = table(
        (
            Heading("section", Cell.TEXT, "Kapittel i strategien"),
            Heading("question", Cell.TEXT, "Spørsmål"),
            Heading("answer", Cell.TEXT, "Svar"),
        ),
        [(chapter(w, row.section), _question(view, row), answers[code].words) for code, row in strategy.rows.items()],
    )
    title = capital(
        w(
            "{part} punkter i strategien har et svar, og {n} kan vurderes",
            part=w.every(measured) if measured == len(strategy.rows) > 2 else w.part(measured, len(strategy.rows)),
            n=w.number(judgeable),
        )
    )
    if not view.selection.is_empty:
        title = w("{title}, regnet uten filtre", title=title)
    view.told["strategien"] = Told(title, w("Strategiens punkter med svar"))
    decided = w("Strategien er vedtatt av {who}.", who=_who(view)) + f" {_when(view)}"
    sections = [
        _section(view, section, list(rows), answers)
        for section, rows in groupby(strategy.rows.values(), key=lambda row: row.section)
    ]
    foot = html.P(
        html.A(
            w("Last ned som regneark (CSV)"),
            href=view.download("strategien"),
            **{"data-plain": ""},
        ),
        className="note",
        id="strategien",
    )
    say = [w("Hvert punkt i strategien har et spørsmål og en side som viser tallene."), " ", decided]
    on_course = html.Div([course(view, judged)], className="section grid")
    return [lead(_title(view), title, say), on_course, *sections, foot]


def _title(view: View) -> str:
    return view.words.name({"name_nb": view.strategy.title_nb, "name_en": view.strategy.title_en})


def _when(view: View) -> str:
    given = [str(v) for v in (view.strategy.decided_on, view.strategy.case_number) if v]
    told = view.words("Dato og saksnummer: {when}.", when=", ".join(given))
    return told if given else view.words("Dato og saksnummer for vedtaket er ikke registrert.")


def _question(view: View, row: Row) -> str:
    return row.question_nb if view.words.language == "nb" else row.question_en


def _who(view: View) -> str:
    strategy = view.strategy
    return inside(view.words.name({"name_nb": strategy.decided_by, "name_en": strategy.decided_by_en}))


def _section(view: View, section: str, rows: list[Row], answers: dict[str, Answer]) -> Component:
    w = view.words
    head = w("Strategien, kapittel {section}", section=section) if section[:1].isdigit() else w("Strategiens forside")
    body = [html.H2(head), html.Div([_row(view, row, answers[row.id]) for row in rows], className="promises")]
    return html.Section(body, className="section strategy")


def _row(view: View, row: Row, answer: Answer) -> Component:
    w = view.words
    norwegian = w.language == "nb"
    sentence = row.sentence_nb if norwegian else row.sentence_en
    state = "measured" if answer.measured else "outside" if answer.outside else "missing"
    if not answer.measured or answer.shown is not None:
        view.shown[row.id] = answer.shown or ()
    idle = reserved(view, row.id)
    mark, said = _marked(view, answer.words) if state == "missing" else (None, answer.words)
    return html.Article(
        [
            html.Div(
                [html.H3(_question(view, row)), html.Blockquote(f"«{sentence}»" if norwegian else f"“{sentence}”")],
                className="promise",
            ),
            html.Div(
                [
                    base_line(narrowed_to(view, row.id)),
                    html.P([mark, " " if mark else "", said], className="answer", **{"data-answer": state}),
                    html.P(idle, className="note") if idle else None,
                    _way(view, row),
                ],
                className="answered",
            ),
        ],
        id=row.id,
        className="promise-row",
    )


def _marked(view: View, words: str) -> tuple[Component, str]:
    """What stands before an answer that is not there, and the rest of it: what is missing says so once."""
    w = view.words
    lacks = w("Mangler: {what}. Ansvarlig: {owner}.").partition("{")[0]
    mark, said = (lacks.strip(), words.removeprefix(lacks)) if words.startswith(lacks) else (w("Uten svar:"), words)
    return html.Span(mark, className="tag-missing"), said


def _way(view: View, row: Row) -> Component:
    w = view.words
    if row.home not in view.addresses:
        return html.P(w("Siden som viser det, kommer."), className="note")
    own = {"linse": {"S21": "nettverk", "S22": "ukraina"}[row.id]} if row.home == "/kart" else None
    words = [w(TO[row.home]), unseen(": " + _question(view, row))]
    return html.P(html.A(words, href=view.link(row.home, own=own)), className="note")


PAGE = Page("/strategien", "Strategien", body)
