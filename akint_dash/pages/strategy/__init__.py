"""The strategy itself: each row's state, question, answer, figure and rule, and the way on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.course import by_state, chapter, course, group, key, question, weakest
from akint_dash.components.lead import lead
from akint_dash.components.numbers import Numbers
from akint_dash.components.page import Page
from akint_dash.components.view import Told, View
from akint_dash.components.ways import in_table
from akint_dash.domain.table import Cell, Heading, table
from akint_dash.measures.course import MISSING, WEAK, tops, verdicts
from akint_dash.pages.strategy.row import row_of
from akint_dash.text.answered import answers as answered
from akint_dash.text.answers import Answer
from akint_dash.text.course import headline
from akint_dash.text.words import Words, capital, inside


def body(view: View) -> Sequence[Any]:
    """All rows by their state, the weak first, each with what the strategy says, what it asks and what is found."""
    w, strategy = view.words, view.strategy
    answers, whole = answered(w, view.scope, strategy.first_year, strategy.last_year)
    judged = [one for one in verdicts(view.scope) if one.row in strategy.rows]
    measured = sum(whole[row].measured for row in strategy.rows)
    _file(view, answers, measured, sum(one.state != MISSING for one in judged))
    title, weak = headline(w, judged), sum(one.state == WEAK for one in judged)
    if not view.selection.is_empty:
        title = w("{title}, regnet uten filtre", title=title)
    scales = tops(judged)
    groups = [
        html.Section(
            [
                html.H2(group(view, state, judged)),
                key(view, judged) if at == 1 else None,
                _heads(w),
                *(row_of(view, strategy.rows[one.row], answers[one.row], one, scales) for one in some),
            ],
            id=f"punkter-{at}",
            className="section strategy",
        )
        for at, (state, some) in enumerate(by_state(judged), 1)
    ]
    ways = Numbers(in_table(view, "kurs", weak, len(judged)))
    card = html.Div([course(view, judged)], className="grid")
    return [
        lead(_title(view), title, weakest(view, judged), numbers=(w, ways)),
        card,
        *groups,
        _foot(view),
    ]


def _heads(w: Words) -> Component:
    """What stands in the columns of the rows."""
    heads = (w("Vurdering"), w("Spørsmål"), w("Tall"), w("Regelen som avgjør"))
    return html.Div([html.Span(words) for words in heads], className="promise-heads")


def _file(view: View, answers: dict[str, Answer], measured: int, judgeable: int) -> None:
    """The answers as a table to take away, and what it says."""
    w, rows = view.words, view.strategy.rows
    view.tables["strategien"] = table(
        (
            Heading("section", Cell.TEXT, "Kapittel i strategien"),
            Heading("question", Cell.TEXT, "Spørsmål"),
            Heading("answer", Cell.TEXT, "Svar"),
        ),
        [(chapter(w, row.section), question(w, row), answers[code].words) for code, row in rows.items()],
    )
    words = "{part} punkter i strategien har et svar, og {able} kan vurderes"
    title = w.n(
        words,
        words,
        measured,
        part=w.every(measured) if measured == len(rows) > 2 else w.part(measured, len(rows)),
        able=w.number(judgeable),
    )
    without = "" if view.selection.is_empty else w("{title}, regnet uten filtre", title=title)
    view.told["strategien"] = Told(capital(without or title), w("Strategiens punkter med svar"))


def _foot(view: View) -> Component:
    """How far the answers reach, the way to take them away, and who decided the strategy."""
    w = view.words
    decided = " ".join(filter(None, [w("Strategien er vedtatt av {who}.", who=_who(view)), _when(view)]))
    way = html.A(w("Last ned som regneark (CSV)"), href=view.download("strategien"), **{"data-plain": ""})
    quoted = w("Sitatene er gjengitt ordrett.")
    return html.P(
        [f"{view.told['strategien'].title}. ", way, f". {decided} {quoted}"],
        className="note",
        id="strategien",
    )


def _title(view: View) -> str:
    return view.words.name({"name_nb": view.strategy.title_nb, "name_en": view.strategy.title_en})


def _when(view: View) -> str:
    given = [str(v) for v in (view.strategy.decided_on, view.strategy.case_number) if v]
    told = view.words("Dato og saksnummer: {when}.", when=", ".join(given))
    if given:
        return told
    staff = view.portfolio.audience == "staff"  # who can record them
    return view.words("Dato og saksnummer for vedtaket er ikke registrert.") if staff else ""


def _who(view: View) -> str:
    strategy = view.strategy
    return inside(view.words.name({"name_nb": strategy.decided_by, "name_en": strategy.decided_by_en}))


PAGE = Page("/strategien", "Strategien", body, tall=True)
