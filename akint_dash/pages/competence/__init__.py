"""Competence: who has learnt what, at which level, and whether it grows (S18, S19)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.base_line import over_headline
from akint_dash.components.instrument_tabs import instrument_tabs
from akint_dash.components.lead import lead
from akint_dash.components.page import Page
from akint_dash.components.view import View
from akint_dash.measures import competence as measure
from akint_dash.measures.facts import silent
from akint_dash.measures.frame import frame
from akint_dash.pages.competence import growth, learnt, numbers
from akint_dash.text import competence as text
from akint_dash.text.areas import silent_title
from akint_dash.text.frame import years_of


def body(view: View) -> Sequence[Any]:
    """The whole page."""
    found = measure.lessons(view.scope)
    return [
        _lead(view, found),
        html.Div([growth.kinds(view, found), growth.grown(view, found)], className="section grid"),
        html.Div([learnt.audiences(view, found), learnt.leaders(view, found)], className="section grid"),
        html.Div([learnt.areas(view, found)], className="section grid"),
    ]


def _lead(view: View, found: list[measure.Lesson]) -> Component:
    w, shown, of_year = view.words, frame(view.scope, "activity"), measure.of_year(view.scope)
    people = measure.people_to_date(view.scope)
    narrowed = not replace(view.selection, program=(), status=()).is_empty
    title = text.finding(
        w, shown, measure.people(of_year), len(of_year), people, measure.lacking(of_year), narrowed=narrowed
    )
    unregistered = shown.reached and silent(view.scope, shown.year)
    if unregistered:
        title = silent_title(w, shown, [view.name("area", code) for code in view.selection.omrade])
    say: list[Any] = []
    if found:
        years = years_of(w, shown)
        say += [html.B(text.exchange_say(w, [one.kind for one in found], years)), " "]
        say.append(text.outside_say(w, _outside(found), measure.people(found), years, measure.lacking(found)))
        lacking = measure.lacking(found)
        if lacking:
            say.append(
                " "
                + w.n(
                    "Ett tiltak mangler antall deltakelser, helt eller delvis.",
                    "{count} tiltak mangler antall deltakelser, helt eller delvis.",
                    lacking,
                    count=w.count_up(lacking),
                )
            )
    over = over_headline(view, w("Virkemiddel i strategien: kompetanseheving, {day}", day=w.long_date(view.day)))
    ways = numbers.lead(view, found, shown.year, _outside(found))
    ways = replace(ways, title=()) if unregistered else ways
    return lead(over, title, say, under=[instrument_tabs(view, "KOM")], numbers=(w, ways))


def _outside(found: list[measure.Lesson]) -> int:
    inside = {*measure.LEADERS, "administration"}
    return sum(a.people or 0 for one in found for a in one.attended if a.audience not in inside)


PAGE = Page("/virkemidler/kompetanseheving", "Kompetanseheving", body)
