"""The numbers of Explore as a table in which each leads to its records, and the card around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import NOT_APPLICABLE, Table
from akint_dash.measures.dated import planned, would_count
from akint_dash.measures.explore import COUNTED, Number, Point, numbers_table
from akint_dash.measures.explore_questions import DIMENSIONS, MEASURES, TIME
from akint_dash.pages.explore.asked import Explored, written
from akint_dash.pages.explore.drawing import pictured
from akint_dash.store.involvement import RULES
from akint_dash.text import explore as text
from akint_dash.text.frame import to_come
from akint_dash.text.words import capital

KEY: Final = "svar"
MOST_DRAWN: Final = 30
"""So many categories are drawn in other programs."""


def answer_card(asked: Explored) -> Component:
    """The answer: figure, table and the ways out."""
    w, found = asked.view.words, asked.answer
    caption = text.question(w, asked.question)
    figure = [*pictured(asked), _table(asked, caption)] if found.cells else [html.P(w("Ingen registreringer å vise."))]
    made = card(
        asked.view,
        KEY,
        title=text.total(w, found),
        say=" ".join(filter(None, [*text.how(w, found, periode=bool(asked.view.selection.periode)), _to_come(asked)])),
        figure=figure,
        data=told(asked),
        caption=caption,
        plain=True,
        level=2,
        plot=_plot(asked),
    )
    return html.Div(made, **{"data-explore": ""})


def _to_come(asked: Explored) -> str:
    """What a count of initiatives leaves out that a list of the same records holds."""
    view = asked.view
    if asked.question.measure != "tiltak":
        return ""
    return to_come(view.words, planned(view.scope, *RULES, among=would_count(view.scope)))


def told(asked: Explored) -> Table:
    """The table of the answer with countries, quarters and months in the page's language."""
    data = numbers_table(asked.answer)
    rows = [
        tuple(
            asked.called(head.name, str(value))
            if head.name in ("land", "kvartal", "maned") and value not in (None, NOT_APPLICABLE)
            else value
            for head, value in zip(data.headings, row, strict=True)
        )
        for row in data.rows
    ]
    return replace(data, rows=tuple(rows))


def _plot(asked: Explored) -> Plot | None:
    """What other programs draw: a chart of the same form; nothing of more series than they can tell apart."""
    question = asked.question
    if len(asked.answer.thens) > 12:
        return None
    form = Form.LINES if asked.form == "linjer" else Form.COLUMNS if question.by in TIME else Form.BARS
    stacked = asked.form == "stablet"
    return Plot(form, question.by, ("value",), by=question.then, stacked=stacked, rows=MOST_DRAWN)


def _table(asked: Explored, caption: str) -> Component:
    crossed = bool(asked.question.then)
    inside = _crossed(asked) if crossed else _listed(asked)
    table = html.Table(
        [html.Caption(caption, className="unseen"), *inside],
        className="plain explore-table" + (" crossed" if crossed else ""),
    )
    return html.Div(table, className="explore-scroll", tabIndex=0, role="region", **{"aria-label": caption})


def _listed(asked: Explored) -> list[Component]:
    """A value a row: its number, the records behind it, and how many of them lack something."""
    w, found, measure = asked.view.words, asked.answer, asked.question.measure
    counts, lacks = measure in COUNTED, found.whole.lacking > 0
    heads = [w(DIMENSIONS[asked.question.by].said_as), text.measure(w, measure)]
    heads += ([] if counts else [w("Registreringer bak tallet")]) + ([w("Mangler, helt eller delvis")] if lacks else [])

    def cells(point: Point, number: Number, at: str) -> list[Component]:
        more = ([] if counts else [number.records]) + ([number.lacking] if lacks else [])
        return [
            _number(asked, point, number, at),
            *(html.Td(w.number(n), className="r") for n in more),
        ]

    rows = [
        html.Tr([_head(asked, asked.question.by, value), *cells((value,), number, f"{at}")])
        for at, (value, number) in enumerate(found.firsts.items())
    ]
    if not found.doubled:
        name = w("I alt") if MEASURES[measure].adds else w("Samlet")
        rows.append(html.Tr([html.Th(name, scope="row"), *cells((None,), found.whole, "alt")], className="sum"))
    return [_heads(heads), html.Tbody(rows)]


def _crossed(asked: Explored) -> list[Component]:
    """The first dimension down, the second across; sums at the edges where the cells make them up."""
    w, found, question = asked.view.words, asked.answer, asked.question
    sums = not found.doubled and MEASURES[question.measure].adds
    thens: list[str | None] = [*found.thens, *([None] if sums else [])]
    firsts: list[str | None] = [*found.firsts, *([None] if sums else [])]
    heads = [w(DIMENSIONS[question.by].said_as)]
    heads += [w("I alt") if then is None else capital(asked.called(question.then, then)) for then in thens]
    rows = []
    for down, first in enumerate(firsts):
        name = html.Th(w("I alt"), scope="row") if first is None else _head(asked, question.by, first)
        cells = [
            _number(asked, (first, then), found.of((first, then)), f"{down}-{at}") for at, then in enumerate(thens)
        ]
        rows.append(html.Tr([name, *cells], className="sum" if first is None else None))
    return [_heads(heads), html.Tbody(rows)]


def _heads(words: Sequence[str]) -> Component:
    cells = [html.Th(word, scope="col", className="r" if at else None) for at, word in enumerate(words)]
    return html.Thead(html.Tr(cells))


def _head(asked: Explored, name: str, value: str) -> Component:
    return html.Th(capital(asked.called(name, value)), scope="row")


def _number(asked: Explored, point: Point, number: Number | None, at: str) -> Component:
    """A number that leads to its records; a dash where there are none."""
    if number is None or not number.records:
        return html.Td(NOT_APPLICABLE, className="r none")
    w, measure = asked.view.words, asked.question.measure
    words = text.short(w, measure, number)
    here: dict[str, Any] = {"aria-current": "true"} if asked.point and written(point) == written(asked.point) else {}
    link = html.A(
        words,
        href=asked.link_to(point),
        id=f"tall-{at}",
        rel="nofollow",
        **{"data-punkt": written(point), "aria-label": f"{words}, {asked.named(point)}", **here},
    )
    return html.Td(link, className="r missing" if number.value is None else "r")
