"""Where the numbers of Explore's own sentences lead: to the records of the point that they are of, as in its table."""

from __future__ import annotations

from dataclasses import replace

from akint_dash.components.numbers import NONE, Numbers
from akint_dash.figures.marks import Mark
from akint_dash.measures.explore import Number
from akint_dash.measures.explore_questions import MEASURES
from akint_dash.pages.explore.explored import Explored
from akint_dash.pages.explore.side import Side
from akint_dash.text import explore as text


def finding(asked: Explored) -> Numbers:
    """The largest, and the whole where the parts make it up."""
    if len(asked.sides) > 1:
        return NONE
    side = asked.sides[0]
    known = [(value, one) for value, one in asked.answer.firsts.items() if one.value is not None]
    top = max(known, key=lambda pair: pair[1].value or 0, default=None)
    marks = [_mark(asked, side, top[0], top[1], value=True)] if top else []
    return Numbers([*marks, _mark(asked, side, None, asked.answer.whole, value=True)])


def whole(asked: Explored) -> Numbers:
    """The whole selection, of each that is compared: what it makes, and the records behind it. Of two measures a point
    has the records of both, and none of the numbers is theirs."""
    sides = asked.sides if asked.compares or len(asked.sides) == 1 else ()
    title = [mark for side in sides for mark in _whole(asked, side)]
    number, doubled = asked.answer.whole, asked.answer.doubled
    if len(asked.sides) > 1 or not (doubled or number.lacking):
        return Numbers(title)
    every = _mark(asked, asked.sides[0], None, number, value=False)
    lacks = replace(every, said=asked.view.words.number(number.lacking))  # they are told over the records
    return Numbers(title, [every] if doubled else [lacks, every])


def _whole(asked: Explored, side: Side) -> list[Mark]:
    number, measure = side.answer.whole, MEASURES[side.question.measure]
    if not measure.adds or not number.records:
        return []
    value = [_mark(asked, side, None, number, value=True)] if number.value is not None else []
    counts = side.question.measure in ("tiltak", "prosjekter")  # their value is their records, said once
    return value if counts else [*value, _mark(asked, side, None, number, value=False)]


def _mark(asked: Explored, side: Side, first: str | None, number: Number, *, value: bool) -> Mark:
    """A point as its value in the measure, or as how many records it has."""
    w, point = asked.view.words, (first, *[None] * (len(side.question.dimensions) - 1))
    told = text.bare_number(w, side.question.measure, number.value) if value else w.number(number.records)
    return Mark(f"{asked.named(point, side)}: {told}", w("Se registreringene"), asked.link_to(point, side))
