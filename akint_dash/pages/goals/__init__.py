"""Goals: which the work serves and which it does not, what it has given, and targets against what was reached."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.base_line import over_headline, reserved
from akint_dash.components.card import card
from akint_dash.components.empty import empty
from akint_dash.components.goal_matrix import goal_matrix
from akint_dash.components.lead import lead
from akint_dash.components.page import Page
from akint_dash.components.parts import INSTRUMENT_PATH
from akint_dash.components.promised import goals_beside
from akint_dash.components.spoken import worded
from akint_dash.components.total import part_line
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import Table
from akint_dash.measures.facts import unheard as silent_years
from akint_dash.measures.facts import untold
from akint_dash.measures.frame import frame
from akint_dash.measures.goals import as_told, naming, served
from akint_dash.measures.projects import without_goal
from akint_dash.measures.targets import result_table, targets, with_a_goal
from akint_dash.pages.goals import aims, numbers, results
from akint_dash.store.involvement import INSTRUMENTS
from akint_dash.text import goals as text
from akint_dash.text.bases import LEAD
from akint_dash.text.frame import silence, title, unheard


def body(view: View) -> Sequence[Any]:
    """The whole page."""
    w, scope = view.words, view.scope
    matrix, given = served(scope), result_table(scope)
    unserved = sum(row["total"] == 0 for row in matrix.dicts())
    loose, projects = len(without_goal(scope)), len(scope.records("project"))
    shown = frame(scope)
    found = [one for one in targets(scope) if shown.first <= one.year <= shown.last]
    narrowed, with_goal = not view.selection.is_empty, with_a_goal(given)
    told = text.results_title(w, len(given), with_goal, narrowed=narrowed, lacking=silent_years(scope))
    say: list[Any] = [html.B(told if shown.reached else title(silence(w, shown))), "."]
    if projects:
        among = projects if view.selection.thinned else 0
        words = text.loose(w, loose, periode=bool(view.selection.periode), among=among)
        say += [" ", html.A(words, href=view.link(INSTRUMENT_PATH["PRO"])), "."]
    view.shown[LEAD] = [(), *([("periode",)] if projects else [])]
    found_out = text.finding(
        w,
        unserved,
        len(matrix),
        len(given),
        narrowed=narrowed,
        ahead=text.of_projects(w, shown, sum(bool(n) for n in matrix.column("PRO")), len(matrix)),
    )
    if unserved or not len(given):
        found_out = unheard(w, found_out, silent_years(scope))
    over = over_headline(view, w("Mål og resultater, {day}", day=w.long_date(view.day)))
    return [
        lead(
            over,
            found_out,
            say,
            idle=reserved(view, LEAD),
            numbers=(w, numbers.lead(view, matrix, given)),
        ),
        html.Div([_matrix(view, matrix, loose)], className="grid"),
        html.Div([results.results(view, given), aims.aims(view, found, shown)], className="section grid"),
    ]


def _matrix(view: View, data: Table, loose: int) -> Component:
    """Plan goals x instruments, the holes visible (S5)."""
    w = view.words
    totals = {row["goal"][1]: row["total"] for row in data.dicts()}
    names = {code: worded(view, "goal", code) for code in totals}
    return card(
        view,
        "mal-virkemidler",
        title=text.of_projects(w, frame(view.scope), sum(bool(n) for n in data.column("PRO")), len(data))
        or text.matrix_title(w, totals, names),
        say=text.ahead(w, frame(view.scope)) or _say(view, data, loose),
        figure=[_with_work(view, data), goal_matrix(view, as_told(view.scope, data))]
        if len(data)
        else empty(view, w("Ingen mål er lest inn. De står i arket Mål.")),
        unit=w("Antall tiltak; jo større prikk, jo flere"),
        data=data,
        numbers=numbers.matrix(view, data),
        plot=Plot(Form.BARS, "goal", INSTRUMENTS, stacked=True),
        caption=w("Tiltak etter mål og virkemiddel"),
        refs=("S5",),
        level=2,
    )


def _say(view: View, data: Table, loose: int) -> str:
    never = [view.name("instrument", code) for code in INSTRUMENTS if len(data) and not any(data.column(code))]
    chosen = view.selection
    said = text.matrix_say(view.words, never, narrowed=not chosen.is_empty, loose=loose)
    return f"{said} {goals_beside(view, data)}".rstrip()


def _with_work(view: View, data: Table) -> Component | None:
    """How many of the goals any initiative names; none is said of a period of which nothing is registered."""
    w = view.words
    n = sum(bool(naming(row)) for row in data.dicts())
    if not n and untold(view.scope):
        return None
    return part_line(view, "mal-virkemidler", w("Mål knyttet til tiltak"), n, len(data))


PAGE = Page("/maal", "Mål", body)
