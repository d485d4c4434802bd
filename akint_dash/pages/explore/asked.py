"""What the address asks of Explore: a question, what it is held against, how it is shown, and the numbers chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any, Final

from akint_dash.components.view import View
from akint_dash.domain.selection import ENTITY_OF, Selection
from akint_dash.measures.explore import Chosen, Group, Point, Reply, ask
from akint_dash.measures.explore_chosen import ORDERS, Listing, Together, together
from akint_dash.measures.explore_compare import Terms, beside, seen_through, shown_of, terms, values_of
from akint_dash.measures.explore_questions import COUNTED, DIMENSIONS, FIRST, MEASURES, TIME, Inquiry, possible
from akint_dash.measures.scope import Scope
from akint_dash.pages.explore.sides import names_of
from akint_dash.text import explore as text
from akint_dash.text.explore import FORMS, value_name
from akint_dash.text.record import kind
from akint_dash.text.words import inside

AGAINST: Final[Mapping[str, str]] = {
    f"mot-{field.name}": field.name for field in fields(Selection) if field.name not in ("per", "vekt")
}
"""What of the selection is another on the other side: the parameter, and the filter that it replaces."""
OWN: Final = ("mal", "etter", "og", "som", "punkt", "blad", "sorter", "mot-mal", "mot-punkt", *AGAINST)
"""The page's own parameters of the address: measure, first and second dimension, form, the numbers chosen, page and
order of their records, a measure and a selection held against it, and the numbers chosen there."""
POINTS: Final = ("punkt", "mot-punkt")
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
        view = self.view
        names = {
            "navn": lambda entity, code: view.name(entity, code),
            "type": lambda entity, _: kind(view.words, entity),
            "omrade": lambda entity, code: view.name("area", view.portfolio.get(entity, code).get("area", "")),
        }
        return Listing(view.scope, tuple(side.behind for side in self.chosen), names, view.words.language)

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
            return w.n("Ett valgt tall", "{Count} valgte tall", len(self.points(side)))
        said = []
        for group in side.chosen:
            named = zip(self.question.dimensions, group, strict=False)
            parts = [w.join([self.called(name, one) for one in values]) for name, values in named if values is not None]
            said.append(", ".join(parts) or w("Alle"))
        return w.join(said) if len(said) > 1 else said[0]

    def points(self, side: Side) -> list[Point]:
        """The numbers chosen of a side that any record stands behind, one by one."""
        found: list[Point] = []
        for group in side.chosen:
            if all(values is None or len(values) == 1 for values in group):
                found.append(tuple(None if values is None else values[0] for values in group))
                continue
            found += [point for point in _points(side.answer, group) if point not in found]
        return found

    def holds_again(self, side: Side) -> bool:
        """Whether a record stands under several of the numbers chosen of a side."""
        numbers = [side.answer.of(point) for point in self.points(side)]
        return sum(number.records for number in numbers if number) > side.behind.number.records

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


def _points(answer: Reply, group: Group) -> list[Point]:
    """The numbers of an answer that a group holds."""
    if len(group) < 2 or group[1] is None:
        return [(one, *([None] if len(group) > 1 else [])) for one in group[0] or answer.firsts if one in answer.firsts]
    if group[0] is None:
        return [(None, one) for one in group[1] if one in answer.thens]
    return [(one, two) for one in group[0] for two in group[1] if (one, two) in answer.cells]


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


# -- numbers chosen, as the address holds them: values of a dimension with ~, dimensions with a comma, groups with ;


def written(point: Point) -> str:
    """A point as the address holds it."""
    return ",".join(value or ALL for value in point)


def _chosen(said: str, dimensions: int) -> Chosen | None:
    """What an address chooses; None where it names more dimensions than are asked for."""
    groups = []
    for group in filter(None, said.split(";")):
        parts = [tuple(dict.fromkeys(filter(None, part.split("~")))) for part in group.split(",")]
        if len(parts) > dimensions:
            return None
        groups.append(tuple(None if part in ((), (ALL,)) else part for part in parts))
    return tuple(groups)


def _second(view: View, bad: list[str]) -> Selection | None:
    """The selection of the other side; None where the address asks for none."""
    given = {name: view.query[parameter] for parameter, name in AGAINST.items() if parameter in view.query}
    known = {name: frozenset(view.portfolio.records(entity)) for name, entity in ENTITY_OF.items()}
    some, notices = Selection.from_query({name: said for name, said in given.items() if said != ALL}, known)
    bad += [notice.value for notice in notices]
    usual = Selection()
    lifted = {name: getattr(usual, name) for name, said in given.items() if said == ALL}
    replaced = {name: found for name in given if (found := getattr(some, name)) != getattr(usual, name)}
    changed: dict[str, Any] = lifted | replaced
    return replace(view.selection, **changed) if changed else None


def read(view: View) -> Explored:
    """What the query asks. A word that names nothing is left out and told; a question without a meaning is kept."""
    query, w, bad, told = view.query, view.words, list[str](), list[str]()

    def known(parameter: str, among: Any, usual: str) -> str:
        value = query.get(parameter, "")
        if value and value not in among:
            bad.append(value)
        return value if value in among else usual

    measure = known("mal", MEASURES, FIRST.measure)
    question = Inquiry(
        measure,
        known("etter", DIMENSIONS, FIRST.by),
        known("og", DIMENSIONS, ""),
        known("mot-mal", MEASURES, ""),
    )
    second = _second(view, bad)
    if second == view.selection:
        second = None
        told.append(w("De to utvalgene er like, så det er ingenting å sammenligne."))
    if second and question.against:
        second = None
        told.append(w("To mål og to utvalg kan ikke sammenlignes samtidig. Her vises de to målene."))
    if second and question.then:
        question = replace(question, then="")
        told.append(w("To utvalg sammenlignes etter én inndeling om gangen. Den andre er utelatt."))
    wanted = known("som", FORMS, "")
    suits = forms(question, compares=second is not None) if possible(question) else ("tabell",)
    form = wanted if wanted in suits else suits[0]
    sides, base = _sides(view, question, second, bad)
    return Explored(
        view,
        question,
        form,
        sides,
        base,
        _page(query.get("blad", "")),
        _order(query.get("sorter", ""), bad),
        tuple(bad),
        "" if wanted in ("", form) else wanted,
        tuple(told),
    )


def _sides(view: View, question: Inquiry, second: Selection | None, bad: list[str]) -> tuple[tuple[Side, ...], Terms]:
    """The one answer, or the two that are held against each other and on which base."""
    chosen: list[Chosen] = []
    for parameter in POINTS:
        found = _chosen(view.query.get(parameter, ""), len(question.dimensions))
        if found is None:
            bad.append(view.query[parameter])
        chosen.append(found or ())
    if question.against and possible(question):
        one, other = Inquiry(question.measure, question.by), question.other
        names = [inside(text.measure(view.words, each.measure)) for each in (one, other)]
        made = [Side(q, view.scope, name, chosen[0], POINTS[0]) for q, name in zip((one, other), names, strict=True)]
        return (made[0], made[1]), Terms()
    if second is None:
        return (Side(question, view.scope, "", chosen[0], POINTS[0]),), Terms()
    shown = shown_of(view.scope, question.measure)
    base = terms(view.selection, second, shown)
    selections = view.selection, second
    question = replace(question, begun=bool(base.shift) and question.by in TIME and question.measure in COUNTED)
    called = names_of(view, selections, base, shown)
    sides = tuple(
        Side(question, seen_through(view.scope, one, until), name, points, parameter)
        for one, until, name, points, parameter in zip(selections, base.until, called, chosen, POINTS, strict=True)
    )
    return sides, base


def _order(said: str, bad: list[str]) -> tuple[tuple[str, bool], ...]:
    found = []
    for part in filter(None, said.split(",")):
        if part.removeprefix("-") in ORDERS:
            found.append((part.removeprefix("-"), part.startswith("-")))
        else:
            bad.append(part)
    return tuple(found)


def _page(said: str) -> int:
    return max(1, int(said)) if said.isdecimal() and len(said) < 7 else 1
