"""Guidance of outside actors beside what they took part in after it (S14)."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import Basis, card
from akint_dash.components.empty import empty
from akint_dash.components.first_rows import MOST_ROWS, in_table, opened
from akint_dash.components.parts import drawing
from akint_dash.components.total import part_line
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.figures.marks import Mark
from akint_dash.figures.units import lane
from akint_dash.measures import participations as measure
from akint_dash.measures.frame import frame
from akint_dash.measures.support import never_guided
from akint_dash.pages.projects import answers, ways
from akint_dash.text import projects as text
from akint_dash.text.bases import PARTLY
from akint_dash.text.frame import in_years, years_of

SHOWN: Final = 12
"""How many actors a chart in a file draws."""
LANES: Final = 5
"""How many actors stand in the open."""


def guidance(view: View) -> Component:
    """Guidance given, and participations that began after it: side by side, never as cause (S14)."""
    w, found = view.words, measure.guided(view.scope)
    after = sum(bool(g.after) for g in found)
    first, last = view.scope.period
    span = date(first, 1, 1).toordinal(), min(date(last + 1, 1, 1), date(view.day.year + 1, 1, 1)).toordinal()
    years = range(first, date.fromordinal(span[1]).year)
    figure: list[Any] = []
    if found:
        heads = html.Div([html.Span(str(year)) for year in years], className=f"lane-years num y{len(years)}")
        rows = [html.Li(_lane(view, one, span, len(years))) for one in found[:MOST_ROWS]]
        key = [
            html.Span([html.Span(className=f"key-mark {kind}"), words])
            for kind, words in (
                ("at", w("veiledning")),
                ("after", w("prosjektdeltakelse etter veiledning")),
                ("before", w("prosjektdeltakelse fra før")),
            )
        ]
        with_new = part_line(view, "veiledning", w("Ble siden med i nye prosjekter"), after, len(found))
        drawn = opened(view, LANES, "lanes")(rows)
        figure = [with_new, heads, drawn, html.P(key, className="key"), in_table(view, len(found))]
    base, lost = never_guided(view.scope), _without_start(view)
    told = in_years(w, first, max(first, min(last, view.day.year)))
    view.shown["veiledning"] = [(), *([PARTLY[view.pattern]["veiledning"]] if base[0] or lost else [])]
    return card(
        view,
        "veiledning",
        title=text.guidance_title(w, len(found), after, told),
        say=text.unguided_say(w, len(found), *base, told, when=_guided_in(view)),
        figure=figure or empty(view, w("Ingen veiledning til bestemte aktører med disse filtrene.")),
        data=measure.guided_table(found),
        numbers=ways.guidance(view, found),
        plot=Plot(Form.BARS, "actor", ("before", "after"), rows=SHOWN),
        caption=w("Aktører som fikk veiledning, og deltakelse i prosjekter før og etter"),
        refs=("S14",),
        basis=lost,
        level=2,
    )


def _guided_in(view: View) -> str:
    """The months that guidance was given in, where some are chosen."""
    shown = frame(view.scope, "activity")
    return years_of(view.words, shown) if shown.months else ""


def _years(view: View) -> str:
    """The years in which what came after guidance is counted."""
    return years_of(view.words, frame(view.scope, "activity").of_years)


def _without_start(view: View) -> Basis | None:
    """Participations that are neither before nor after any day, whoever had guidance."""
    w, lost = view.words, measure.undated(view.scope.widened())
    words = w.n(
        "{n} prosjektdeltakelse mangler start og er ikke med",
        "{n} prosjektdeltakelser mangler start og er ikke med",
        len(lost),
    )
    return Basis(words, [("participation", code) for code in lost]) if lost else None


def _lane(view: View, one: measure.Guided, span: tuple[int, int], years: int) -> list[Component]:
    w, length = view.words, span[1] - span[0]

    def at(day: int) -> float:
        return min(1.0, max(0.0, (day - span[0]) / length))

    name = view.name("actor", one.actor)
    shown: list[tuple[float, float, str]] = []
    said_of: list[Mark] = []
    for kind, some in (("after", one.after), ("before", one.before)):
        for taking in some:
            start, end = date.fromisoformat(taking.start).toordinal(), date(taking.last, 12, 31).toordinal()
            if end > span[0] and start < span[1]:
                shown.append((at(start), at(end), kind))
                said_of.append(answers.taking_mark(view, name, kind, taking))
    marks = [at(date.fromisoformat(day).toordinal()) for day in one.days]
    note = (
        w.n("1 ny etter veiledning", "{n} nye etter veiledning", len(one.after))
        if one.after
        else w("ingen nye etterpå {years}", years=_years(view))
        if view.selection.periode
        else w("ingen nye etterpå")
    )
    said = w("{name}: veiledet {day}; {note}", name=name, day=w.date(one.days[0]), note=note)
    return [
        html.Span([name, html.Small(note)], className="bar-label"),
        drawing(lane(shown[:6], marks, said, [i / years for i in range(1, years)], said_of[:6]), name="lane-box"),
    ]
