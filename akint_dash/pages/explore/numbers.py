"""The numbers of Explore as a table in which each leads to its records, and the card around it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import NOT_APPLICABLE, Table
from akint_dash.measures.explore import Number, Point, numbers_table
from akint_dash.measures.explore_compare import shared, shown_of
from akint_dash.measures.explore_kept import begins_later
from akint_dash.measures.explore_questions import COUNTED, DIMENSIONS, MEASURES, TIME
from akint_dash.pages.explore import sentences
from akint_dash.pages.explore.cells import KEY, head_of, heads_of, number_cell, scrolled
from akint_dash.pages.explore.drawing import pictured
from akint_dash.pages.explore.explored import Explored
from akint_dash.pages.explore.pair import pair_plot, pair_table, pair_told
from akint_dash.text import explore as text
from akint_dash.text import explore_pairs as pairs
from akint_dash.text.frame import to_come
from akint_dash.text.words import capital

MOST_DRAWN: Final = 30
"""So many categories are drawn in other programs."""


def answer_card(asked: Explored) -> Component:
    """The answer: figure, table and the ways out."""
    w, names = asked.view.words, [side.name for side in asked.sides]
    found, two = [side.answer for side in asked.sides], len(asked.sides) > 1
    caption = pairs.title(w, asked.question, names) if asked.compares else text.question(w, asked.question)
    inside = pair_table(asked, caption) if two else _table(asked, caption)
    empty = [html.P(w("Ingen registreringer å vise."))]
    chosen = asked.view.selection
    said = pairs.how_both(w, names, found, chosen) if two else text.how(w, found[0], chosen)
    made = card(
        asked.view,
        KEY,
        title=pairs.totals(w, names, found) if two else text.total(w, found[0]),
        say=" ".join(filter(None, [*_base(asked), *said, _to_come(asked)])),
        figure=[*pictured(asked), inside] if any(one.cells for one in found) else empty,
        data=pair_told(asked) if two else told(asked),
        numbers=sentences.whole(asked),
        caption=caption,
        plain=True,
        level=2,
        plot=pair_plot(asked) if two else _plot(asked),
    )
    return html.Div(made, **{"data-explore": ""})


def _base(asked: Explored) -> list[str]:
    """On which base two selections stand beside each other."""
    if not asked.compares:
        return []
    one, other = asked.sides
    shown = shown_of(asked.view.scope, asked.question.measure)
    both = shared(one.question, one.scope, other.scope)
    return pairs.base(asked.view.words, asked.question, asked.terms, shown, both)


def _to_come(asked: Explored) -> str:
    """What a count of initiatives leaves out that a list of the same records holds."""
    view = asked.view
    if asked.question.measure != "tiltak" or len(asked.sides) > 1:
        return ""
    return to_come(view.words, begins_later(view.scope))


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
    return scrolled(caption, _crossed(asked) if crossed else _listed(asked), "crossed" if crossed else "")


def _listed(asked: Explored) -> list[Component]:
    """A value a row: its number, the records behind it, and how many of them lack something."""
    w, found, measure = asked.view.words, asked.answer, asked.question.measure
    counts, lacks = measure in COUNTED, found.whole.lacking > 0
    heads = [w(DIMENSIONS[asked.question.by].said_as), text.measure(w, measure)]
    heads += ([] if counts else [w("Registreringer bak tallet")]) + ([w("Mangler, helt eller delvis")] if lacks else [])

    def cells(point: Point, number: Number, at: str) -> list[Component]:
        more = ([] if counts else [number.records]) + ([number.lacking] if lacks else [])
        return [
            number_cell(asked, point, number, at),
            *(html.Td(w.number(n), className="r") for n in more),
        ]

    rows = [
        html.Tr([head_of(asked, asked.question.by, value), *cells((value,), number, f"{at}")])
        for at, (value, number) in enumerate(found.firsts.items())
    ]
    if not found.doubled:
        name = w("I alt") if MEASURES[measure].adds else w("Samlet")
        rows.append(html.Tr([html.Th(name, scope="row"), *cells((None,), found.whole, "alt")], className="sum"))
    return [heads_of(heads), html.Tbody(rows)]


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
        name = html.Th(w("I alt"), scope="row") if first is None else head_of(asked, question.by, first)
        cells = [
            number_cell(asked, (first, then), found.of((first, then)), f"{down}-{at}") for at, then in enumerate(thens)
        ]
        rows.append(html.Tr([name, *cells], className="sum" if first is None else None))
    return [heads_of(heads), html.Tbody(rows)]
