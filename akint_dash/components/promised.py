"""Where the numbers of targets and goals lead: what was reached, and the initiatives and results of each goal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from akint_dash.components.numbers import Cells, Numbers
from akint_dash.components.target_marks import target_mark
from akint_dash.components.view import View
from akint_dash.components.ways import to_list, to_record, to_records, to_these
from akint_dash.domain.selection import Selection
from akint_dash.domain.table import Table
from akint_dash.figures.marks import Mark
from akint_dash.measures.targets import Reached
from akint_dash.store.involvement import INSTRUMENTS
from akint_dash.text import goals as text


def target_numbers(view: View, found: Sequence[Reached], rows: Sequence[Reached] | None = None) -> Numbers:
    """The year's targets: those reached and those that cannot be told, and what is reached of each; ``rows`` are those
    of the table, where it has others too."""
    w = view.words

    def some(name: str, mine: Sequence[Reached]) -> Mark:
        codes = [one.code for one in mine]
        return to_these(view, f"{name}: {w.number(len(codes))}", "target", codes, "maltall")

    reached = [one for one in found if one.reached]
    unmet, unknown = [one for one in found if one.reached is False], [one for one in found if one.reached is None]
    title = [
        some(w("nådd"), reached) if reached else some(w("ikke nådd"), unmet),
        some(w("Måltall"), found),
        some(w("ikke kjent"), unknown),
    ]
    return Numbers(
        title,
        [_reached(view, one) for one in unknown if one.actual is not None],
        _target_cells(view, found if rows is None else rows),
    )


def _reached(view: View, one: Reached) -> Mark:
    told = text.value(view.words, one.measure, one.actual or 0)
    return target_mark(view, one, f"{text.measured(view.words, one.measure)}: {told}")


def _target_cells(view: View, found: Sequence[Reached]) -> Cells:
    """What is reached leads to its records, the target to its own sheet."""

    def cell(at: int, _: Mapping[str, Any], name: str) -> Mark | None:
        if name == "value":
            return to_record(view, "", "target", found[at].code)
        return target_mark(view, found[at], "") if name == "actual" else None

    return cell


def goal_numbers(view: View, data: Table, key: str, selection: Selection | None = None) -> Numbers:
    """The goals that nothing serves (or that projects do, of years to come), of all."""
    w, rows = view.words, list(data.dicts())

    def some(name: str, mine: Sequence[Mapping[str, Any]]) -> Mark:
        codes = [row["goal"][1] for row in mine]
        return to_these(view, f"{name}: {w.number(len(codes))}", "goal", codes, key)

    bare, served = [row for row in rows if row["total"] == 0], [row for row in rows if row["PRO"]]
    title = [some(w("uten tiltak"), bare) if bare else some(w("Prosjekter"), served), some(w("Mål i plan"), rows)]
    return Numbers(title, cells=goal_cells(view, selection))


def goals_beside(view: View, data: Table) -> str:
    """What stands beside the table of :func:`akint_dash.measures.goals.served`: how its numbers differ from others."""
    loose = sum(row["results"] or 0 for row in data.dicts() if row["total"] == 0)
    by_overlap = bool(view.selection.periode and not view.selection.maned) and None not in data.column("total")
    return text.beside(view.words, by_overlap=by_overlap, results=loose)


def goal_cells(view: View, selection: Selection | None = None) -> Cells:
    """The initiatives of each goal, all and of each instrument, and its results."""

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark | None:
        goal = row["goal"][1]
        if name == "results":
            return to_list(view, "", "result", selection=selection, goal=goal)
        if name in INSTRUMENTS:
            return to_records(view, "", "tiltak", selection=selection, maal=goal, virkemiddel=name)
        return to_records(view, "", "tiltak", selection=selection, maal=goal) if name == "total" else None

    return cell
