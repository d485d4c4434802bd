"""What one on an axis of Explore is: a million kroner where any number is as much, else one krone; one of all else."""

from __future__ import annotations

from collections.abc import Sequence

from akint_dash.domain.table import Cell
from akint_dash.measures.explore_questions import MEASURES
from akint_dash.pages.explore.side import Side
from akint_dash.text.money import MILLION


def in_millions(sides: Sequence[Side]) -> bool:
    """Whether the kroner of some sides are drawn in millions."""
    money = [side for side in sides if MEASURES[side.question.measure].cell is Cell.ORE]
    values = [number.value or 0 for side in money for number in side.answer.cells.values()]
    return max(values, default=0) >= MILLION


def one_of(sides: Sequence[Side], measure: str) -> int:
    """What a number is divided by to be drawn."""
    if MEASURES[measure].cell is not Cell.ORE:
        return 1
    return MILLION if in_millions(sides) else 100
