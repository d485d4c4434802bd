"""One of the answers of Explore that stand beside each other, and the numbers of it that the address chooses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from akint_dash.measures.explore import Chosen, Group, Point, Reply, ask
from akint_dash.measures.explore_chosen import Together, together
from akint_dash.measures.explore_questions import Inquiry
from akint_dash.measures.scope import Scope

ALL: Final = "alle"
"""What a point holds for a dimension that the number is of all of, and the other side for a filter it is without."""


@dataclass(frozen=True)  # without slots: answers are kept
class Side:
    """One of the two answers that stand beside each other, or the only one. ``name`` is of a side that has another."""

    question: Inquiry
    scope: Scope
    name: str
    chosen: Chosen
    parameter: str

    @cached_property
    def answer(self) -> Reply:
        """The numbers."""
        return ask(self.scope, self.question)

    @cached_property
    def behind(self) -> Together:
        """The records behind the numbers chosen."""
        return together(self.scope, self.question, self.chosen)

    @property
    def points(self) -> list[Point]:
        """The numbers chosen that any record stands behind, one by one."""
        found: list[Point] = []
        for group in self.chosen:
            if all(values is None or len(values) == 1 for values in group):
                found.append(tuple(None if values is None else values[0] for values in group))
                continue
            found += [point for point in _points(self.answer, group) if point not in found]
        return found

    @property
    def holds_again(self) -> bool:
        """Whether a record stands under several of the numbers chosen."""
        numbers = [self.answer.of(point) for point in self.points]
        return sum(number.records for number in numbers if number) > self.behind.number.records


def _points(answer: Reply, group: Group) -> list[Point]:
    """The numbers of an answer that a group holds."""
    if len(group) < 2 or group[1] is None:
        return [(one, *([None] if len(group) > 1 else [])) for one in group[0] or answer.firsts if one in answer.firsts]
    if group[0] is None:
        return [(None, one) for one in group[1] if one in answer.thens]
    return [(one, two) for one in group[0] for two in group[1] if (one, two) in answer.cells]


# -- numbers chosen, as the address holds them: values of a dimension with ~, dimensions with a comma, groups with ;


def written(point: Point) -> str:
    """A point as the address holds it."""
    return ",".join(value or ALL for value in point)


def chosen_in(said: str, dimensions: int) -> Chosen | None:
    """What an address chooses; None where it names more dimensions than are asked for."""
    groups = []
    for group in filter(None, said.split(";")):
        parts = [tuple(dict.fromkeys(filter(None, part.split("~")))) for part in group.split(",")]
        if len(parts) > dimensions:
            return None
        groups.append(tuple(None if part in ((), (ALL,)) else part for part in parts))
    return tuple(groups)
