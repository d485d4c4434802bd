"""Deadlines on one axis: today to the window's end, one line a case, its days as marks, what each is beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.due_words import kind_words, look, record_address, record_link
from akint_dash.components.in_full import in_full
from akint_dash.components.marks import at, telling
from akint_dash.components.parts import CLASS, sign
from akint_dash.components.spoken import worded
from akint_dash.components.total import part_line
from akint_dash.components.view import View
from akint_dash.figures.marks import Mark
from akint_dash.measures.call_sheet import STEPS
from akint_dash.measures.dues import STATES, Due
from akint_dash.text import dues as text

MOST_TICKS: Final = 7
Span = tuple[date, date]


def due_axis(
    view: View, key: str, found: Sequence[Due], until: date, *, shown: int, whose: bool = True, steps: bool = False
) -> list[Component]:
    """The lines of the first ``shown`` cases of the card ``key``, the rest behind one click, and what the marks mean;
    [] where there is none.

    ``whose``: with each one's instrument and area, where the page does not say them of all. ``steps``: what the marks
    add up to are the steps towards an application, not what can be met.
    """
    w, cases = view.words, _cases(found)
    if not cases:
        return []
    figure = [_lines(view, until, cases[:shown], whose)]
    if rest := cases[shown:]:
        more = html.Summary(w.n("Vis én linje til", "Vis {n} linjer til", len(rest)))
        figure.append(html.Details([more, _lines(view, until, rest, whose)], className="rest"))
    named = [one.record[1] for one in found if one.kind == "membership"]
    return [*figure, *due_tally(view, key, found, steps=steps), *in_full(view, named)]


def _cases(found: Sequence[Due]) -> list[list[Due]]:
    """The deadlines by what they are about, the case with the first one first; those that are lost stand last."""
    cases: dict[tuple[str, str], list[Due]] = {}
    for one in found:
        cases.setdefault(one.record, []).append(one)
    return sorted(cases.values(), key=lambda some: all(one.state == "lost" for one in some))


def _lines(view: View, until: date, cases: Sequence[Sequence[Due]], whose: bool) -> Component:
    span = view.day, until
    ticks = [html.Span(words, style=_at(span, day)) for day, words in _ticks(view, span)]
    now = html.Span(view.words.today_mark(), className="now-word", style=_at(span, view.day))
    scale = html.Div([*ticks, now], className="axis num", **{"aria-hidden": "true"})
    head = html.Div([html.Span(), scale, html.Span()], className="dossier axis-row")
    rows = [html.Li(_line(view, span, some, whose), className="dossier") for some in cases]
    return html.Div([head, html.Ol(rows)], className="dossiers due-axis")


def _ticks(view: View, span: Span) -> list[tuple[date, str]]:
    """Mondays of a short window, first days of months of a longer one, of years of the longest."""
    first, last = span
    days = [first + timedelta(days=n) for n in range(3, (last - first).days + 1)]
    if len(days) <= 45:
        some = [(day, view.words.short_date(day)) for day in days if day.weekday() == 0]
    else:
        some = [(day, view.words.month(day)) for day in days if day.day == 1]
    if len(some) > 24:
        some = [(day, str(day.year)) for day, _ in some if day.month == 1]
    return some[:: -(-len(some) // MOST_TICKS)] if some else []


def _at(span: Span, day: date) -> dict[str, str]:
    return at((day - span[0]).days, max(1, (span[1] - span[0]).days))


def _line(view: View, span: Span, some: Sequence[Due], whose: bool) -> list[Component]:
    w, first = view.words, some[0]
    names = [html.Span(record_link(view, first), className="what")]
    area = view.name("area", first.area) if first.area else w("uten rådsområde")
    if whose:
        names.append(html.Span([sign(first.instrument), " ", area], className=f"meta {CLASS[first.instrument]}"))
    lost = " lost" if first.state == "lost" else ""
    run = html.Span(className=f"run ahead{lost}", style={"left": "0", "width": _at(span, some[-1].day)["left"]})
    marks = [telling(due_mark(view, one), "", _mark(one), style=_at(span, one.day)) for one in some]
    now = html.Span(className="now-line", style=_at(span, view.day))
    track = html.Div([run, now, *marks], className="track")
    told = [html.Li(_told(view, one)) for one in some]
    return [html.Div(names, className="bar-label"), track, html.Div(html.Ul(told), className="due-words num")]


def _mark(one: Due) -> str:
    return f"due-mark {'step' if one.kind in STEPS else 'end'} {one.state}"


def due_mark(view: View, one: Due) -> Mark:
    """What is to be done about what, on which day, and whether it can be."""
    w, days = view.words, (one.day - view.day).days
    state = [] if one.state == "can" else [w.choice("due_state", one.state).lower()]
    name = f"{worded(view, *one.record)}, {kind_words(view, one)}"
    said = f"{name}: {', '.join([w.date(one.day), text.when(w, days), *state])}"
    return Mark(said, w("Se registreringen"), record_address(view, one))


def _told(view: View, one: Due) -> list[Any]:
    w, days = view.words, (one.day - view.day).days
    when = text.when(w, days) if days < 100 else w.date(one.day)
    state = [] if one.state == "can" else [" · ", w.choice("due_state", one.state).lower()]
    name = look(one.state) or None
    return [html.B(when, className=name), " ", html.Span([kind_words(view, one), *state])]


def due_tally(
    view: View, key: str, found: Sequence[Due], *, shapes: bool = True, steps: bool = False
) -> list[Component]:
    """How many of the deadlines we are in time for (``steps``: are steps towards an application), and the marks that
    are drawn with their numbers: ``shapes`` only where there are both."""
    w, items = view.words, []
    toward = sum(one.kind in STEPS for one in found)
    if toward and shapes:
        told = (("step", w("steg fram mot en søknad"), toward), ("end", w("selve fristen"), len(found) - toward))
        items = [html.Span(w("Type frist:"), className="of")]
        items += [
            html.Span([html.Span(className=f"due-mark {shape} can"), f"{words}: {n}"]) for shape, words, n in told
        ]
        items.append(html.Span(w("Er vi i tide?"), className="of"))
    states = {state: n for state in STATES if (n := sum(one.state == state for one in found))}
    for state, n in states.items():
        calm = state == "can" and "urgent" in states
        named = w("i tide, haster ikke") if calm else w.choice("due_state", state).lower()
        items.append(html.Span([html.Span(className=f"due-mark end {state}"), f"{named}: {n}"]))
    label, n = (w("Steg fram mot en søknad"), toward) if steps else (w("Frister vi er i tide til"), _met(found))
    part = [part_line(view, key, label, n, len(found))] if n or not steps else []
    return [*part, html.P(items, className="key due-key")]


def _met(found: Sequence[Due]) -> int:
    return sum(one.state != "lost" for one in found)
