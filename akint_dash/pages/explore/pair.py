"""Two answers as one table, a value a row: two selections with their difference, or two measures."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, Table, table
from akint_dash.measures.explore import Number, cell_of
from akint_dash.measures.explore_compare import difference, values_of
from akint_dash.measures.explore_questions import DIMENSIONS, MEASURES, TIME
from akint_dash.pages.explore.cells import head_of, heads_of, number_cell, scrolled
from akint_dash.pages.explore.explored import Explored
from akint_dash.text import explore_pairs as pairs
from akint_dash.text.words import capital

MOST_DRAWN = 30
"""So many categories are drawn in other programs."""


def _values(asked: Explored) -> list[str]:
    return values_of(asked.sides[0].answer, asked.sides[1].answer, asked.terms.shift)


def _differs(asked: Explored) -> bool:
    """Whether a difference is worked out."""
    return asked.compares and not asked.terms.apart


def _row(asked: Explored, value: str) -> list[Number | None]:
    return [side.answer.of(asked.point_of(side, value)) for side in asked.sides]


def pair_table(asked: Explored, caption: str) -> Component:
    """The table of the page: each number leads to its records."""
    w, by = asked.view.words, asked.question.by
    heads = [w(DIMENSIONS[by].said_as), *(capital(side.name) for side in asked.sides)]
    heads += [w("Forskjell")] if _differs(asked) else []
    rows = []
    for at, value in enumerate(_values(asked)):
        cells = [
            number_cell(asked, asked.point_of(side, value), number, f"{at}-{side_at}", side)
            for side_at, (side, number) in enumerate(zip(asked.sides, _row(asked, value), strict=True))
        ]
        rows.append(html.Tr([head_of(asked, by, value), *cells, *_apart(asked, _row(asked, value))]))
    return scrolled(caption, [heads_of(heads), html.Tbody([*rows, *_whole(asked)])])


def _whole(asked: Explored) -> list[Component]:
    """The last row: what each side makes, where its rows make it up, or the number of all."""
    w, sides = asked.view.words, asked.sides
    if any(side.answer.doubled for side in sides):
        return []
    name = w("I alt") if all(MEASURES[side.question.measure].adds for side in sides) else w("Samlet")
    numbers = [side.answer.whole for side in sides]
    cells = [
        number_cell(asked, (None,), number, f"alt-{at}", side)
        for at, (side, number) in enumerate(zip(sides, numbers, strict=True))
    ]
    return [html.Tr([html.Th(name, scope="row"), *cells, *_apart(asked, numbers)], className="sum")]


def _apart(asked: Explored, numbers: list[Number | None] | list[Number]) -> list[Component]:
    if not _differs(asked):
        return []
    found = difference(asked.question.measure, *numbers)
    said = NOT_APPLICABLE if found is None else pairs.signed(asked.view.words, asked.question.measure, found)
    return [html.Td(said, className="r none" if found is None else "r")]


def pair_told(asked: Explored) -> Table:
    """The same as a table. Columns: the dimension, first and second, and difference where it is worked out; then how
    many records behind each do not tell all, where any do not."""
    by, sides = DIMENSIONS[asked.question.by], asked.sides
    timed = by.code in TIME or by.code == "land"
    heads = [Heading(by.code, Cell.TEXT if timed else by.cell, by.said_as)]
    for name, side in zip(("first", "second"), sides, strict=True):
        heads.append(Heading(name, MEASURES[side.question.measure].cell, capital(side.name)))
    heads += [Heading("difference", MEASURES[asked.question.measure].cell, "Forskjell")] if _differs(asked) else []
    lacking = [(at, side) for at, side in enumerate(sides) if side.answer.whole.lacking]
    for at, side in lacking:
        words = asked.view.words("Mangler, helt eller delvis: {side}", side=side.name)
        heads.append(Heading(f"lacking_{at + 1}", Cell.COUNT, words))
    rows = []
    for value in _values(asked):
        numbers = _row(asked, value)
        name = cell_of(by.code, value)
        told: list[Any] = [capital(asked.moment(value)) if timed and name not in (None, NOT_APPLICABLE) else name]
        told += [NOT_APPLICABLE if number is None else number.value for number in numbers]
        if _differs(asked):
            found = difference(asked.question.measure, *numbers)
            told.append(NOT_APPLICABLE if found is None else found)
        told += [number.lacking if (number := numbers[at]) else 0 for at, _ in lacking]
        rows.append(told)
    return table(heads, rows)


def pair_plot(asked: Explored) -> Plot | None:
    """What other programs draw of two selections; two measures have no axis in common."""
    if asked.question.against:
        return None
    timed = asked.question.by in TIME
    form = Form.LINES if asked.form == "linjer" else Form.COLUMNS if timed else Form.BARS
    return Plot(form, asked.question.by, ("first", "second"), rows=MOST_DRAWN)
