"""Plan goals x instruments as an HTML table; a goal that nothing serves stands out in words."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.marks import telling
from akint_dash.components.matrix import instrument_heads
from akint_dash.components.not_begun import unknown
from akint_dash.components.numbers import led
from akint_dash.components.parts import CLASS, drawing, unseen
from akint_dash.components.promised import goal_cells
from akint_dash.components.spoken import spoken, worded
from akint_dash.components.view import View
from akint_dash.components.ways import to_records
from akint_dash.domain.table import Table
from akint_dash.figures.marks import Mark
from akint_dash.figures.weight import dot
from akint_dash.measures.frame import frame
from akint_dash.store.involvement import INSTRUMENTS


def goal_matrix(view: View, data: Table) -> Component:
    """The table of :func:`akint_dash.measures.goals.served`, grouped by plan."""
    w = view.words
    highest = max((row[code] or 0 for row in data.dicts() for code in INSTRUMENTS), default=1) or 1
    heads = [html.Th(unseen(w("Mål i plan")), scope="col"), *instrument_heads(view)]
    heads += [html.Th(w("I alt"), scope="col", className="r"), html.Th(w("Resultater"), scope="col", className="r")]
    body: list[Component] = []
    plan: Any = None
    for row in data.dicts():
        if row["plan"] != plan:
            plan = row["plan"]
            body.append(html.Tr(html.Th(view.name(*plan), colSpan=7, scope="rowgroup"), className="plan"))
        body.append(_row(view, row, highest))
    caption = html.Caption(w("Tiltak etter mål og virkemiddel"), className="unseen")
    return html.Table([caption, html.Thead(html.Tr(heads)), html.Tbody(body)], className="matrix goals")


def _row(view: View, row: dict[str, Any], highest: int) -> Component:
    w = view.words
    head = html.Th(spoken(view, *row["goal"]), scope="row")
    results = _count(view, row, "results")
    if row["total"] == 0:
        none = html.Td(html.Span(w("ingen tiltak"), className="none"), colSpan=4, className="gap")
        return html.Tr([head, none, html.Td("0", className="r"), results])
    cells = [
        _lacking(view, CLASS[code])
        if row[code] is None
        else html.Td(
            telling(
                _mark(view, row["goal"][1], code, row[code]),
                [drawing(dot(float(row[code]), float(highest)), name="dot"), html.Span(w.number(row[code]))],
                "dotted",
            ),
            className=CLASS[code] + ("" if row[code] else " zero"),
        )
        for code in INSTRUMENTS
    ]
    return html.Tr([head, *cells, _count(view, row, "total"), results])


def _mark(view: View, goal: str, instrument: str, n: int) -> Mark:
    w = view.words
    name = f"{worded(view, 'goal', goal)}, {view.name('instrument', instrument)}"
    said = f"{name}: {w.n('{n} tiltak', '{n} tiltak', n)}"
    return to_records(view, said, "tiltak", maal=goal, virkemiddel=instrument)


def _count(view: View, row: dict[str, Any], name: str) -> Component:
    """A number of a goal, the way to what it counts; that it is missing where it is not known yet."""
    if row[name] is None:
        return _lacking(view, "r")
    mark = goal_cells(view)(0, row, name) if row[name] else None
    return html.Td(led(view.words.number(row[name]), mark), className="r")


def _lacking(view: View, look: str) -> Component:
    return html.Td(unknown(view), className=look if frame(view.scope).to_come else f"{look} missing")
