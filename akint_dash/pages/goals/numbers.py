"""Where the numbers of the page of goals lead: to the goals, the initiatives and the results that they count."""

from __future__ import annotations

from akint_dash.components.numbers import Numbers
from akint_dash.components.promised import goal_cells, goal_numbers
from akint_dash.components.view import View
from akint_dash.components.ways import to_count, to_records
from akint_dash.domain.table import NOT_APPLICABLE, Table
from akint_dash.figures.marks import Mark
from akint_dash.measures.frame import frame
from akint_dash.measures.goals import naming
from akint_dash.text.findings import standing

KEY = "mal-virkemidler"


def results(view: View, data: Table) -> list[Mark]:
    """The results, and those that name a goal."""
    w, rows = view.words, list(data.dicts())
    aimed = [row["result"][1] for row in rows if row["goal"] != NOT_APPLICABLE]
    every = to_count(view, w("Resultater"), "result", [row["result"][1] for row in rows], "resultater")
    return [every, to_count(view, w("Knyttet til et mål"), "result", aimed, "resultater")]


def lead(view: View, matrix: Table, given: Table) -> Numbers:
    """The goals that nothing serves, of all; where all are served, the results."""
    some, bare = results(view, given), any(row["total"] == 0 for row in matrix.dicts())
    goals = bare or not frame(view.scope).reached
    return Numbers(goal_numbers(view, matrix, KEY).title if goals else some[:1], some)


def matrix(view: View, data: Table) -> Numbers:
    """The initiatives of the goal with most, or the goals that any name."""
    w, rows = view.words, list(data.dicts())
    if not frame(view.scope).reached:
        return goal_numbers(view, data, KEY)
    first = standing({row["goal"][1]: row["total"] for row in rows}).leader
    if first is None:
        named = [row["goal"][1] for row in rows if naming(row)]
        return Numbers([to_count(view, w("Mål i plan"), "goal", named, KEY)], cells=goal_cells(view))
    n = next(row["total"] for row in rows if row["goal"][1] == first)
    return Numbers([to_records(view, f"{w('Tiltak')}: {w.number(n)}", "tiltak", maal=first)], cells=goal_cells(view))
