"""What an area serves of the plans' goals, and what it does not know (S5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.empty import empty
from akint_dash.components.first_rows import alike, first_rows
from akint_dash.components.not_begun import unknown
from akint_dash.components.numbers import Cells, led
from akint_dash.components.parts import CLASS, sign, strategy_refs
from akint_dash.components.promised import goal_numbers, goals_beside
from akint_dash.components.record_link import linked, to_quality
from akint_dash.components.record_list import Record, record_list
from akint_dash.components.remarks import explained
from akint_dash.components.total import part_line
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import Cell, Heading, table
from akint_dash.measures.facts import unheard as silent_years
from akint_dash.measures.frame import frame
from akint_dash.measures.goals import as_told, naming, served
from akint_dash.measures.holes import Hole
from akint_dash.measures.projects import without_goal
from akint_dash.measures.quality import asks_all
from akint_dash.measures.remarks import remarks
from akint_dash.measures.scope import Scope
from akint_dash.store.involvement import INSTRUMENTS
from akint_dash.text import areas as text
from akint_dash.text import goals as goals_text
from akint_dash.text import holes, overview
from akint_dash.text.frame import unheard

BARE: Final = 3
"""Goals in the open where no initiative names any."""


def goals(view: View, scope: Scope) -> Component:
    """Plan goals served by the area, and those that are not (S5)."""
    w, data = view.words, served(scope)
    named, told = sum(bool(naming(row)) for row in data.dicts()), as_told(scope, data)
    bare = [row for row in told.dicts() if row["total"] == 0]
    rows = [*(row for row in told.dicts() if row["total"] != 0), *bare]
    caption = w("Mål etter virkemiddel")
    numbers = goal_numbers(view, data, "maal", replace(view.selection, omrade=scope.selection.omrade))
    part = part_line(view, "maal", w("Mål knyttet til tiltak"), named, len(data)) if told is data else None
    figure = first_rows(view, rows, max(BARE, len(rows) - len(bare)), partial(_goals, view, numbers.cells, caption))
    say = goals_text.area_say(w, narrowed=view.selection.thins or bool(view.selection.periode)) if len(data) else ""
    if len(data) and (ahead := goals_text.ahead(w, frame(scope))):
        say = ahead
    elif len(data):
        say = f"{say} {goals_beside(view, data)}".rstrip()
    if len(data) and (loose := len(without_goal(scope))):
        say += f" {goals_text.loose(w, loose, periode=bool(view.selection.periode))}."
    return card(
        view,
        "maal",
        title=(len(data) and goals_text.of_projects(w, frame(scope), named, len(data)))
        or unheard(w, text.goals_title(w, named, len(data)), silent_years(scope) if named < len(data) else ()),
        say=say,
        figure=[part, figure] if len(data) else empty(view, w("Målene i planene er ikke lest inn.")),
        data=data,
        numbers=numbers,
        plot=Plot(Form.BARS, "goal", INSTRUMENTS, stacked=True),
        caption=caption,
        refs=("S5",),
        size="c7",
        level=2,
    )


def _goals(view: View, ways: Cells | None, caption: str, rows: Sequence[dict[str, Any]]) -> Component:
    """Goals under their plans, with how many initiatives of each instrument name them."""
    w = view.words
    heads = [
        html.Th(
            [sign(c), html.Span(view.name("instrument", c), className="unseen")], scope="col", className=f"r {CLASS[c]}"
        )
        for c in INSTRUMENTS
    ]
    head = html.Tr([html.Th(w("Mål i plan"), scope="col"), *heads, html.Th(w("I alt"), scope="col", className="r")])
    body = []
    for plan, some in groupby(rows, key=lambda row: row["plan"]):
        body.append(html.Tr(html.Th(view.name(*plan), colSpan=6, scope="rowgroup", className="year")))
        body += [_goal(view, ways, row) for row in some]
    return html.Table(
        [html.Caption(caption, className="unseen"), alike(len(INSTRUMENTS) + 2), html.Thead(head), html.Tbody(body)],
        className="plain goals short",
    )


def _goal(view: View, ways: Cells | None, row: dict[str, Any]) -> Component:
    w = view.words

    def number(name: str) -> Any:
        return led(w.number(row[name]), ways(0, row, name) if ways and row[name] else None)

    lacks = "" if frame(view.scope).to_come else " missing"
    cells = [
        html.Td(
            unknown(view) if row[c] is None else number(c),
            className="r" + (lacks if row[c] is None else "" if row[c] else " zero"),
            **{"data-h": view.name("instrument", c)},
        )
        for c in INSTRUMENTS
    ]
    total = unknown(view) if row["total"] is None else number("total")
    name = html.Th(linked(view, *row["goal"]), scope="row", className="unserved" if row["total"] == 0 else None)
    return html.Tr([name, *cells, html.Td(total, className="r sum", **{"data-h": w("I alt")})])


def gaps(view: View, scope: Scope, found: list[Hole]) -> Component:
    """What the area does not know, and who can mend it."""
    w, year = view.words, view.day.year
    names = {code: view.name("area", code) for code in view.portfolio.records("area")}
    records, rows = [], []
    for hole in found:
        what, effect = holes.hole_words(w, hole, names, year), holes.hole_effect(w, hole.kind)
        owners = w.join([names.get(code, code) for code, _ in hole.owners])
        tags = html.Span(strategy_refs(view, hole.rows), className="refs")
        records.append(Record(what, (effect, tags, owners)))
        rows.append((what, effect, owners))
    heads = (
        Heading("what", Cell.TEXT, "Hva vi ikke vet"),
        Heading("effect", Cell.TEXT, "Svaret som blir usikkert"),
        Heading("owner", Cell.TEXT, "Ansvarlig rådsområde"),
    )
    caption = w("Mangler i dataene, med ansvarlig")
    heading = [w("Hva vi ikke vet"), w("Svaret som blir usikkert"), w("Strategien"), w("Ansvarlig rådsområde")]
    return card(
        view,
        "hull",
        title=overview.holes_title(w, found),
        say=holes.holes_say(w, found, None if asks_all(view.scope) else year),
        figure=record_list(view, heading, records, caption) if records else [],
        data=table(heads, rows),
        caption=caption,
        remark=explained(view, remarks(scope.of_areas(), None, years=(year,))),
        more=[to_quality(view, scope.selection)],
        level=2,
    )
