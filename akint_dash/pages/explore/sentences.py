"""Where the numbers of Explore's own sentences lead: to the records of the point that they are of, as in its table."""

from __future__ import annotations

from akint_dash.components.numbers import NONE, Numbers
from akint_dash.figures.marks import Mark
from akint_dash.measures.explore import Number
from akint_dash.measures.explore_questions import MEASURES
from akint_dash.pages.explore.explored import Explored
from akint_dash.text import explore as text


def finding(asked: Explored) -> Numbers:
    """The largest, and the whole where the parts make it up."""
    if len(asked.sides) > 1:
        return NONE
    known = [(value, one) for value, one in asked.answer.firsts.items() if one.value is not None]
    top = max(known, key=lambda pair: pair[1].value or 0, default=None)
    marks = [_mark(asked, top[0], top[1], value=True)] if top else []
    return Numbers([*marks, _mark(asked, None, asked.answer.whole, value=True)])


def whole(asked: Explored) -> Numbers:
    """The whole selection: what it makes, and the records behind it."""
    if len(asked.sides) > 1:
        return NONE
    number = asked.answer.whole
    every = _mark(asked, None, number, value=False)
    marks = [_mark(asked, None, number, value=True), every] if MEASURES[asked.question.measure].adds else []
    return Numbers(marks, [every] if asked.answer.doubled or number.lacking else [])


def _mark(asked: Explored, first: str | None, number: Number, *, value: bool) -> Mark:
    """A point as its value in the measure, or as how many records it has."""
    w, point = asked.view.words, (first, *[None] * (len(asked.question.dimensions) - 1))
    told = text.bare_number(w, asked.question.measure, number.value) if value else w.number(number.records)
    return Mark(f"{asked.named(point)}: {told}", w("Se registreringene"), asked.link_to(point))
