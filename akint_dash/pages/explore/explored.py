"""A question of Explore as it is shown: its sides, what its numbers are called, and the addresses that lead on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, Final

from akint_dash.components.view import View
from akint_dash.domain.selection import Selection
from akint_dash.measures.explore import Point, Reply
from akint_dash.measures.explore_chosen import Listing, Order
from akint_dash.measures.explore_compare import Terms, beside, values_of
from akint_dash.measures.explore_kept import kept
from akint_dash.measures.explore_questions import DIMENSIONS, MEASURES, TIME, Inquiry, possible
from akint_dash.pages.explore.side import Side, written
from akint_dash.text import explore as text
from akint_dash.text.explore import value_name
from akint_dash.text.record import kind

AGAINST: Final[Mapping[str, str]] = {
    f"mot-{field.name}": field.name for field in fields(Selection) if field.name not in ("per", "vekt")
}
"""What of the selection is another on the other side: the parameter, and the filter that it replaces."""
OWN: Final = ("mal", "etter", "og", "som", "punkt", "blad", "sorter", "mot-mal", "mot-punkt", *AGAINST)
"""The page's own parameters of the address: measure, first and second dimension, form, the numbers chosen, page and
order of their records, a measure and a selection held against it, and the numbers chosen there."""
POINTS: Final = ("punkt", "mot-punkt")


@dataclass(frozen=True)
class Explored:
    """``bad`` are values of the address that name nothing; ``form`` is one that suits the question.

    ``sides`` is one, or two that are held against each other: two selections of one measure (``terms`` says on which
    base), or two measures. ``unsuited`` is the form that was asked for and does not suit; ``told`` what else of the
    address has no meaning.
    """

    view: View
    question: Inquiry
    form: str
    sides: tuple[Side, ...]
    terms: Terms
    page: int
    order: tuple[tuple[str, bool], ...]
    bad: tuple[str, ...]
    unsuited: str = ""
    told: tuple[str, ...] = ()

    @property
    def has_meaning(self) -> bool:
        """Whether the question can be answered."""
        return possible(self.question)

    @property
    def compares(self) -> bool:
        """Whether two selections stand beside each other."""
        return len(self.sides) > 1 and not self.question.against

    @property
    def answer(self) -> Reply:
        """The numbers of the first side."""
        return self.sides[0].answer

    @property
    def chosen(self) -> tuple[Side, ...]:
        """The sides of which numbers are chosen."""
        return tuple(side for side in self.sides if side.chosen)

    @cached_property
    def listing(self) -> Listing:
        """The records behind the numbers chosen, of both sides."""
        scope, sides = self.view.scope, self.chosen
        key = tuple((s.question, s.scope.selection, s.scope.today, s.chosen) for s in sides)
        return kept(scope, "listing", key, lambda: Listing(scope, tuple(side.behind for side in sides)))

    @property
    def ordered(self) -> Order:
        """Their rows in the order asked for."""
        view = self.view
        names = {
            "navn": lambda entity, code: view.name(entity, code),
            "type": lambda entity, _: kind(view.words, entity),
            "omrade": lambda entity, code: view.name("area", view.portfolio.get(entity, code).get("area", "")),
        }
        return self.listing.ordered(self.order, names, view.words.language)

    def called(self, dimension: str, value: str, *, short: bool = False) -> str:
        """What a value of a dimension is called."""
        view = self.view
        return value_name(view.words, lambda entity, code: view.name(entity, code, short=short), dimension, value)

    def named(self, point: Point, side: Side | None = None) -> str:
        """What a point is called: 'Samferdsel, 2025'; of a side that has another, whose it is too."""
        parts = [
            self.called(dimension, value)
            for dimension, value in zip(self.question.dimensions, point, strict=False)
            if value is not None
        ]
        parts += [side.name] if side and side.name and self.compares else []
        return ", ".join(parts) or self.view.words("Alle")

    def point_of(self, side: Side, value: str) -> Point:
        """The point of a side that stands at a value of the first: a year before it, where the years are compared."""
        return (value if side is self.sides[0] else beside(value, self.question.by, self.terms.shift),)

    def moment(self, value: str, *, short: bool = False) -> str:
        """What a year, a quarter or a month of both sides is called: without its year, where each side has its own."""
        w, shift, years = self.view.words, self.terms.shift, self.view.selection.periode
        if not shift or not value[:4].isdecimal():
            return self.called(self.question.by, value)
        if years and years[0] == years[1] and self.question.by != "ar":
            return text.within_year(w, value, short=short)
        both = (text.time(w, one, short=True) for one in (value, beside(value, self.question.by, shift)))
        return w("{first} mot {second}", first=next(both), second=next(both))

    def named_together(self, side: Side) -> str:
        """What the numbers chosen of a side are called."""
        w = self.view.words
        groups = [[values for values in group if values is not None] for group in side.chosen]
        if sum(len(values) for group in groups for values in group) > text.MOST_NAMED:
            return w.n("Ett valgt tall", "{Count} valgte tall", len(side.points))
        said = []
        for group in side.chosen:
            named = zip(self.question.dimensions, group, strict=False)
            parts = [w.join([self.called(name, one) for one in values]) for name, values in named if values is not None]
            said.append(", ".join(parts) or w("Alle"))
        return w.join(said) if len(said) > 1 else said[0]

    def link(self, question: Inquiry, *, form: str | None = None) -> str:
        """The address of another question, with the same selection; the form where it suits that too."""
        own: dict[str, Any] = dict.fromkeys(OWN)
        own |= {"mal": question.measure, "etter": question.by, "og": question.then or None}
        own |= {"mot-mal": question.against or None}
        compares = self.compares and not question.then and not question.against
        own |= {name: self.view.query.get(name) for name in AGAINST} if compares else {}
        form = self.view.query.get("som") if form is None else form
        own["som"] = form if form in forms(question, compares=compares) else None
        return self.view.link(own=own)

    def link_to(self, point: Point, side: Side | None = None) -> str:
        """The address of the records behind a number; of two measures behind both of a point."""
        own: dict[str, Any] = {**dict.fromkeys(POINTS), "blad": None, "sorter": None}
        own[(side or self.sides[0]).parameter] = written(point)
        return self.view.link(own=own, anchor="poster")

    @property
    def without(self) -> str:
        """The address without any number chosen."""
        return self.view.link(own={**dict.fromkeys(POINTS), "blad": None, "sorter": None})


def beside_each_other(asked: Explored) -> list[str]:
    """The values of either side, by the first's."""
    return values_of(asked.sides[0].answer, asked.sides[1].answer, asked.terms.shift)


def forms(question: Inquiry, *, compares: bool = False) -> tuple[str, ...]:
    """The forms that suit a question, the first where none is asked for: only what adds up is stacked, only what has an
    order is a line, only two measures are points."""
    timed, adds = question.by in TIME, MEASURES[question.measure].adds
    if question.against:
        return "punkter", "tabell"
    if compares:
        return (*(["linjer"] if timed and question.by != "ar" else []), "stolper", "tabell")
    if not question.then:
        return ("stolper", *(["linjer"] if timed else []), "tabell")
    stacked = ["stablet"] if adds and not DIMENSIONS[question.then].several else []
    heat = (
        ["varmekart", *stacked, "stolper"]
        if question.then in TIME or not stacked
        else [*stacked, "varmekart", "stolper"]
    )
    return (*(["linjer"] if timed else []), *heat, "tabell")
