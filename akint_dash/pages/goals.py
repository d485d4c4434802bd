"""Goals: which the work serves and which it does not, what it has given, and targets against what was reached."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.empty import empty
from akint_dash.components.goal_matrix import goal_matrix
from akint_dash.components.lead import lead
from akint_dash.components.page import Page
from akint_dash.components.parts import INSTRUMENT_PATH
from akint_dash.components.record_list import Record, record_list
from akint_dash.components.remarks import explained
from akint_dash.components.spoken import language_of
from akint_dash.components.view import View
from akint_dash.domain.table import Table
from akint_dash.measures.frame import Frame, frame
from akint_dash.measures.goals import served
from akint_dash.measures.projects import without_goal
from akint_dash.measures.remarks import remarks
from akint_dash.measures.targets import Reached, result_table, target_table, targets, to_come
from akint_dash.store.involvement import INSTRUMENTS
from akint_dash.text import goals as text
from akint_dash.text.bases import beside
from akint_dash.text.frame import tick
from akint_dash.text.missing import at_least

SHOWN: Final = 10


def body(view: View) -> Sequence[Any]:
    """The whole page."""
    w, scope = view.words, view.scope
    matrix, results = served(scope), result_table(scope)
    unserved = sum(row["total"] == 0 for row in matrix.dicts())
    loose, projects = len(without_goal(scope)), len(scope.records("project"))
    shown = frame(scope)
    found = [one for one in targets(scope) if shown.first <= one.year <= shown.last]
    narrowed, with_goal = not view.selection.is_empty, sum(goal is not None for goal in results.column("goal"))
    say: list[Any] = [html.B(text.results_title(w, len(results), with_goal, narrowed=narrowed)), "."]
    if projects:
        words = text.loose(w, loose, periode=bool(view.selection.periode))
        say += [" ", html.A(words, href=view.link(INSTRUMENT_PATH["PRO"])), "."]
    over = w("Mål og resultater, {day}", day=w.long_date(view.day))
    return [
        lead(
            over,
            text.finding(w, unserved, len(matrix), len(results), narrowed=narrowed),
            say,
            idle=beside(w, view.selection, view.pattern),
        ),
        html.Div([_matrix(view, matrix, loose)], className="grid"),
        html.Div([_results(view, results), _targets(view, found, shown)], className="section grid"),
    ]


def _matrix(view: View, data: Table, loose: int) -> Component:
    """Plan goals x instruments, the holes visible (S5)."""
    w = view.words
    totals = {row["goal"][1]: row["total"] for row in data.dicts()}
    names = {code: view.name("goal", code) for code in totals}
    return card(
        view,
        "mal-virkemidler",
        title=text.matrix_title(w, totals, names),
        say=text.matrix_say(
            w,
            [view.name("instrument", code) for code in INSTRUMENTS if len(data) and not any(data.column(code))],
            narrowed=not view.selection.is_empty,
            loose=loose,
        ),
        figure=goal_matrix(view, data) if len(data) else empty(view, w("Ingen mål er lest inn. De står i arket Mål.")),
        unit=w("Antall tiltak; flaten viser antallet"),
        data=data,
        caption=w("Tiltak etter mål og virkemiddel"),
        refs=("S5",),
        level=2,
    )


def _results(view: View, data: Table) -> Component:
    """What is different now, in words (S1)."""
    w = view.words
    rows = [_result(view, row) for row in data.dicts()]
    heads = [w("Hva er annerledes"), w("Mål"), w("Dato")]
    with_goal = sum(goal is not None for goal in data.column("goal"))
    return card(
        view,
        "resultater",
        title=text.results_title(w, len(data), with_goal),
        say=w("Det nyeste først, med prosjektet eller aktiviteten det kom av."),
        figure=record_list(view, heads, rows, w("Resultater"), shown=SHOWN)
        if rows
        else empty(view, w("Ingen resultater med disse filtrene.")),
        data=data,
        caption=w("Registrerte resultater"),
        remark=explained(view, remarks(view.scope, "results")),
        refs=("S1",),
        size="c7",
        level=2,
    )


def _result(view: View, row: dict[str, Any]) -> Record:
    w = view.words
    values = view.portfolio.get("result", row["result"][1])
    words = view.name("result", row["result"][1])
    if row["value"] is not None:
        words += f": {w.decimal(row['value'])} {w.name(values, 'unit')}".rstrip()
    came = view.name(*row["record"]) if row["record"] else view.name("area", values.get("area"))
    goal = view.name(*row["goal"]) if row["goal"] else None
    lang = language_of(view, "result", row["result"][1])
    return Record(words, [goal, w.date(row["date"])], note=f"{w.choice(*row['kind'])} · {came}", lang=lang)


def _targets(view: View, found: list[Reached], shown: Frame) -> Component:
    """Target against actual (S1, S23)."""
    w = view.words
    first = shown.first if shown.chosen else shown.year - 1
    rows = [_target(view, shown, one) for one in found if one.year >= first]
    ahead = [one for one in to_come(view.scope) if shown.chosen and shown.first <= one.year <= shown.last]
    rows += [_target(view, shown, one) for one in ahead]
    heads = [w("Måltall for"), w("Nådd"), w("Måltall")]
    return card(
        view,
        "maltall",
        title=text.targets_title(w, shown, found, ahead=any(one.year == shown.year for one in ahead)),
        say=text.targets_say(w, shown, found),
        figure=record_list(view, heads, rows, w("Måltall"), shown=12)
        if rows
        else empty(view, w("Ingen måltall er satt for disse årene.")),
        data=target_table([*found, *ahead]),
        caption=w("Måltall og hva som er nådd"),
        refs=("S1", "S23"),
        size="c5",
        level=2,
    )


def _target(view: View, shown: Frame, one: Reached) -> Record:
    w = view.words
    name = f"{w.choice('measure', one.measure)}, {tick(w, shown, one.year)}"
    reached = None if one.actual is None else text.value(w, one.measure, one.actual)
    mark = "✓ " if one.reached else ""
    if reached is not None:
        reached = at_least(w, reached, one.partly)
    cell = None if reached is None else html.Span([mark, reached])
    note = w("for målet «{name}»", name=view.name("goal", one.goal)) if one.goal else ""
    return Record(name, [cell, text.value(w, one.measure, one.value)], note=note, right=frozenset({1, 2}))


PAGE = Page("/maal", "Mål", body)
