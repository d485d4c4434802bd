"""Two measures against each other: a point a value of a dimension, far right as the one is and high as the other."""

from __future__ import annotations

from typing import Final

from dash import html
from dash.development.base_component import Component

from akint_dash.domain.table import Cell
from akint_dash.figures.explore import scatter
from akint_dash.figures.marks import Mark
from akint_dash.measures.explore_compare import values_of
from akint_dash.measures.explore_questions import MEASURES
from akint_dash.pages.explore import tools
from akint_dash.pages.explore.explored import Explored
from akint_dash.pages.explore.scale import in_millions, one_of
from akint_dash.pages.explore.side import Side
from akint_dash.text import explore as text
from akint_dash.text.words import capital, inside

MOST: Final = 60
"""So many points are drawn."""


def pictured(asked: Explored) -> list[Component | str | None]:
    """The figure, what its axes are, and which values have no point."""
    w = asked.view.words
    values = values_of(asked.sides[0].answer, asked.sides[1].answer, 0)
    found = [(value, place) for value in values if (place := _place(asked, value)) is not None]
    drawn = found[:MOST]
    words = [asked.called(asked.question.by, value, short=True) for value, _ in drawn]
    marks = [_mark(asked, value) for value, _ in drawn]
    axes = w(
        "Bortover: {first}. Oppover: {second}.", first=_axis(asked, asked.sides[0]), second=_axis(asked, asked.sides[1])
    )
    left = [text.without_point(w, len(values) - len(found)), text.drawn(w, (len(drawn), 1), (len(found), 1))]
    return [
        html.P(axes, className="unit"),
        tools.around(asked, scatter([place for _, place in drawn], words), [marks]),
        html.P(" ".join(filter(None, left)), className="note") if any(left) else None,
    ]


def _axis(asked: Explored, side: Side) -> str:
    said, w = inside(side.name), asked.view.words
    if MEASURES[side.question.measure].cell is not Cell.ORE:
        return said
    return w("{said}, millioner kroner", said=said) if in_millions([side]) else w("{said}, kroner", said=said)


def _place(asked: Explored, value: str) -> tuple[float, float] | None:
    """Where a value's point is; None where one of its numbers is missing, or a median that nothing stands behind."""
    found = []
    for side in asked.sides:
        number, measure = side.answer.of((value,)), side.question.measure
        if number is None and MEASURES[measure].adds:
            found.append(0.0)
        elif number is None or number.value is None:
            return None
        else:
            found.append(number.value / one_of([side], measure))
    return found[0], found[1]


def _mark(asked: Explored, value: str) -> Mark:
    w, parts = asked.view.words, []
    for side in asked.sides:
        number = side.answer.of((value,))
        told = w("ingen") if number is None else text.short(w, side.question.measure, number)
        parts.append(f"{inside(side.name)} {told}")
    name = capital(asked.called(asked.question.by, value))
    return Mark(f"{name}: {'; '.join(parts)}", w("Se registreringene"), asked.link_to((value,)))
