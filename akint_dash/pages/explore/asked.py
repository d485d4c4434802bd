"""What the address asks of Explore: a question, what it is held against, how it is shown, and the numbers chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from akint_dash.components.pager import asked_page
from akint_dash.components.view import View
from akint_dash.domain.selection import ENTITY_OF, Selection
from akint_dash.measures.explore import Chosen
from akint_dash.measures.explore_chosen import ORDERS
from akint_dash.measures.explore_compare import Terms, seen_through, shown_of, terms
from akint_dash.measures.explore_questions import COUNTED, DIMENSIONS, FIRST, MEASURES, TIME, Inquiry, possible
from akint_dash.pages.explore.explored import AGAINST, POINTS, Explored, forms
from akint_dash.pages.explore.side import ALL, Side, chosen_in
from akint_dash.pages.explore.sides import names_of
from akint_dash.text import explore as text
from akint_dash.text.explore import FORMS
from akint_dash.text.words import inside


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
    if not changed:
        return None
    second = replace(view.selection, **changed)
    if changed.get("maned"):
        return second.of_time()
    return second.in_period(changed["periode"]) if changed.get("periode") else second


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
        told.append(w("Filtrene er like på begge sider, så det er ingenting å sammenligne."))
    if second and question.against:
        second = None
        told.append(w("To mål og to sett med filtre kan ikke sammenlignes samtidig. Her vises de to målene."))
    if second and question.then:
        question = replace(question, then="")
        told.append(w("To sett med filtre sammenlignes etter én inndeling om gangen. Den andre er utelatt."))
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
        asked_page(query.get("blad", "")),
        _order(query.get("sorter", ""), bad),
        tuple(bad),
        "" if wanted in ("", form) else wanted,
        tuple(told),
    )


def _sides(view: View, question: Inquiry, second: Selection | None, bad: list[str]) -> tuple[tuple[Side, ...], Terms]:
    """The one answer, or the two that are held against each other and on which base."""
    chosen: list[Chosen] = []
    for parameter in POINTS:
        found = chosen_in(view.query.get(parameter, ""), len(question.dimensions))
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
