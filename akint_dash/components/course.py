"""On course, yes or no: the rows of the strategy by their written rules, the weak ones first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import Basis, card
from akint_dash.components.marks import along, at, telling
from akint_dash.components.numbers import Cells, Numbers
from akint_dash.components.view import View
from akint_dash.components.ways import to_page
from akint_dash.figures.marks import Mark
from akint_dash.measures import course as measure
from akint_dash.text import course as text
from akint_dash.text.strategy import Row
from akint_dash.text.words import Words, inside

ORDER: Final = (measure.WEAK, measure.MISSING, measure.HOLDS)


def course(view: View, found: list[measure.Verdict]) -> Component:
    """One square a row, by state, each the way to its row below; the rules' numbers stand in the table behind it."""
    w, rows = view.words, view.strategy.rows
    questions = {code: question(w, row) for code, row in rows.items()}
    weak_first = [one for _, some in by_state(found) for one in some]
    return card(
        view,
        "kurs",
        title=text.title(w, found),
        say=w("Vurderingene gjelder hele fylkeskommunen, uansett filtre."),
        marks=w("Hvert merke er ett punkt i strategien og fører til det i listen."),
        figure=html.Div([_squares(view, state, some, found) for state, some in by_state(found)], className="courses"),
        data=measure.course_table(weak_first, questions, {code: chapter(w, row.section) for code, row in rows.items()}),
        numbers=Numbers(cells=_cells(view, weak_first)),
        caption=w("Strategiens punkter etter tilstand"),
        basis=Basis(w("Reglene er laget for dette dashbordet og er ikke vedtatt av fylkeskommunen.")),
        level=2,
    )


def _cells(view: View, rows: Sequence[measure.Verdict]) -> Cells:
    """Each number of the table leads to its row in the list, with the answer, the rule and the way to its page."""

    def cell(at: int, _: Mapping[str, Any], name: str) -> Mark | None:
        numbers = ("value", "base", "least")
        return to_page(view, "", view.words("punktet i listen"), f"#{rows[at].row}") if name in numbers else None

    return cell


def by_state(found: Sequence[measure.Verdict]) -> Iterator[tuple[str, list[measure.Verdict]]]:
    """The states that any row is in, the weak first, and their rows in the strategy's order."""
    for state in ORDER:
        if some := [one for one in found if one.state == state]:
            yield state, some


def group(view: View, state: str, found: Sequence[measure.Verdict]) -> str:
    """How many rows are in a state, of all."""
    return text.group(view.words, state, sum(one.state == state for one in found), len(found))


def _squares(view: View, state: str, some: list[measure.Verdict], found: list[measure.Verdict]) -> Component:
    w, rows = view.words, view.strategy.rows
    way, marks = w("punktet i listen"), []
    for one in some:
        said = f"{_asked(w, rows[one.row])}: {text.found(w, one)}, {inside(w.choice('course', state))}"
        marks.append(html.Li(telling(to_page(view, said, way, f"#{one.row}"), None, f"course-square {state}")))
    return html.Div([html.P(group(view, state, found)), html.Ul(marks)], className="course-group")


def weakest(view: View, found: Sequence[measure.Verdict]) -> list[Any]:
    """By whose rules; what is not on course and what cannot be judged, by what it is about: each a way to its row."""
    w = view.words
    said: list[Any] = [w("Punktene er vurdert etter dashbordets egne regler."), " "]
    for state, some in by_state(found):
        if state == measure.HOLDS:
            continue
        named = [html.A(text.topic(w, one.row), href=f"#{one.row}") for one in some]
        said += [html.B(f"{w.choice('course', state)}: "), *_listed(w, named), ". "]
    return said


def _listed(w: Words, items: Sequence[Component]) -> Iterator[Any]:
    """a, b og c."""
    for i, item in enumerate(items):
        if i:
            yield f" {w('og')} " if i == len(items) - 1 else ", "
        yield item


def question(w: Words, row: Row) -> str:
    """What a row asks, in the page's language."""
    return row.question_nb if w.language == "nb" else row.question_en


def _asked(w: Words, row: Row) -> str:
    """The question as the name of a mark, before its answer."""
    return question(w, row).rstrip("?")


def chapter(w: Words, section: str) -> str:
    """A section of the strategy as its readers know it: a chapter's number, or the cover page."""
    return section if section[:1].isdigit() else w("forsiden")


def state_mark(view: View, state: str) -> Component:
    """A state told by form and word: a filled, a hollow or a dotted square."""
    return html.Span(
        [html.Span(className=f"state-mark {state}", **{"aria-hidden": "true"}), view.words.choice("course", state)],
        className="state",
    )


# -- the small figure of a row


def bullet(view: View, one: measure.Verdict, tops: Mapping[str, float], does: str, href: str) -> Component:
    """What a rule found, as a bar against its base, with a tick where the rule is met; ``tops`` are the scales, one a
    kind of rule (:func:`akint_dash.measures.course.tops`). What is missing is a short hatch. A press goes to ``href``.
    """
    w = view.words
    whose = "" if view.selection.is_empty else w("hele fylkeskommunen")
    beside = [html.Span(said, className="whole") for said in (text.demand(w, one), whose) if said]
    words = [html.B(text.found(w, one)), *(part for said in beside for part in ("; ", said))]
    told = "; ".join(filter(None, (text.found(w, one), text.demand(w, one), whose)))
    mark = Mark(f"{_asked(w, view.strategy.rows[one.row])}: {told}", does, href)
    return html.Div(
        [_track(one, tops.get(one.kind, 1), mark), html.P(words, className="found num")], className="judged"
    )


def _track(one: measure.Verdict, top: float, mark: Mark) -> Component | None:
    drawn = measure.drawn(one)
    if drawn is None:
        lacks = html.Span(className="bar-missing")
        return telling(mark, lacks, "course-bar") if one.value is None else None
    of_last_year = " before" if one.kind in measure.AGAINST else ""
    marks = [
        html.Span(className=f"base-fill{of_last_year}", **along(drawn.base, top, of=one.kind)),
        html.Span(className=f"value-fill {one.state}", **along(drawn.value, top, of=one.kind)),
        html.Span(className="demand", style=at(drawn.least, top)),
    ]
    return telling(mark, marks, "course-bar")


def key(view: View, found: Sequence[measure.Verdict]) -> Component:
    """What the marks of the small figures mean: those that are there."""
    w, kinds = view.words, {one.kind for one in found if one.value is not None}
    marks = [
        ("value-fill weak", w("tallet, ikke i rute"), any(one.state == measure.WEAK for one in found)),
        ("value-fill holds", w("tallet, i rute"), any(one.state == measure.HOLDS for one in found)),
        ("base-fill", w("i alt"), bool(kinds - measure.AGAINST)),
        ("before", w("året før"), bool(kinds & measure.AGAINST)),
        ("demand", w("grensen"), bool(kinds)),
        ("none", w("kan ikke vurderes"), any(one.value is None for one in found)),
    ]
    shown = [html.Span([html.Span(className=f"key-mark {name}"), words]) for name, words, there in marks if there]
    return html.P(shown, className="key")
