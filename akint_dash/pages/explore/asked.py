"""What the address asks of Explore: a question, how it is shown, and the number whose records are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from akint_dash.components.view import View
from akint_dash.measures.explore import Behind, Point, Reply, ask, behind
from akint_dash.measures.explore_questions import DIMENSIONS, FIRST, MEASURES, TIME, Inquiry, possible
from akint_dash.text.explore import FORMS, value_name

OWN: Final = ("mal", "etter", "og", "som", "punkt", "blad")
"""The page's own parameters of the address: measure, first and second dimension, form, point and page of records."""
ALL: Final = "alle"
"""What a point holds for a dimension that the number is of all of."""


@dataclass(frozen=True)  # without slots: the answer is kept
class Explored:
    """``bad`` are values of the address that name nothing; ``form`` is one that suits the question.

    ``unsuited`` is the form that was asked for and does not suit.
    """

    view: View
    question: Inquiry
    form: str
    point: Point
    page: int
    bad: tuple[str, ...]
    unsuited: str = ""

    @property
    def has_meaning(self) -> bool:
        """Whether the question can be answered."""
        return possible(self.question)

    @cached_property
    def answer(self) -> Reply:
        """The numbers."""
        return ask(self.view.scope, self.question)

    @cached_property
    def records(self) -> list[Behind]:
        """The records behind the point."""
        return behind(self.view.scope, self.question, self.point)

    def called(self, dimension: str, value: str, *, short: bool = False) -> str:
        """What a value of a dimension is called."""
        view = self.view
        return value_name(view.words, lambda entity, code: view.name(entity, code, short=short), dimension, value)

    def named(self, point: Point) -> str:
        """What a point is called: 'Samferdsel, 2025'."""
        parts = [
            self.called(dimension, value)
            for dimension, value in zip(self.question.dimensions, point, strict=False)
            if value is not None
        ]
        return ", ".join(parts) or self.view.words("Alle")

    def link(self, question: Inquiry, *, form: str | None = None) -> str:
        """The address of another question, with the same selection; the form where it suits that too."""
        own: dict[str, Any] = dict.fromkeys(OWN)
        own |= {"mal": question.measure, "etter": question.by, "og": question.then or None}
        form = self.view.query.get("som") if form is None else form
        own["som"] = form if form in forms(question) else None
        return self.view.link(own=own)

    def link_to(self, point: Point) -> str:
        """The address of the records behind a number."""
        return self.view.link(own={"punkt": written(point), "blad": None}, anchor="poster")


def forms(question: Inquiry) -> tuple[str, ...]:
    """The forms that suit a question, the first where none is asked for: only what adds up is stacked, only what has an
    order is a line."""
    timed, adds = question.by in TIME, MEASURES[question.measure].adds
    if not question.then:
        return ("stolper", *(["linjer"] if timed else []), "tabell")
    stacked = ["stablet"] if adds and not DIMENSIONS[question.then].several else []
    heat = (
        ["varmekart", *stacked, "stolper"]
        if question.then in TIME or not stacked
        else [*stacked, "varmekart", "stolper"]
    )
    return (*(["linjer"] if timed else []), *heat, "tabell")


def written(point: Point) -> str:
    """A point as the address holds it."""
    return ",".join(value or ALL for value in point)


def read(view: View) -> Explored:
    """What the query asks. A word that names nothing is left out and told; a question without a meaning is kept."""
    query, bad = view.query, list[str]()

    def known(parameter: str, among: Any, usual: str) -> str:
        value = query.get(parameter, "")
        if value and value not in among:
            bad.append(value)
        return value if value in among else usual

    measure = known("mal", MEASURES, FIRST.measure)
    question = Inquiry(measure, known("etter", DIMENSIONS, FIRST.by), known("og", DIMENSIONS, ""))
    wanted = known("som", FORMS, "")
    suits = forms(question) if possible(question) else ("tabell",)
    form = wanted if wanted in suits else suits[0]
    point = (
        tuple(None if part in ("", ALL) else part for part in query["punkt"].split(",")) if query.get("punkt") else ()
    )
    if len(point) > len(question.dimensions):
        bad.append(query["punkt"])
        point = ()
    page = query.get("blad", "")
    number = max(1, int(page)) if page.isdecimal() and len(page) < 7 else 1
    return Explored(view, question, form, point, number, tuple(bad), "" if wanted in ("", form) else wanted)
