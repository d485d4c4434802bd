"""What the work has given: each result in words, with its goal and where it came from (S1)."""

from __future__ import annotations

from typing import Any, Final

from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.empty import empty
from akint_dash.components.numbers import Numbers
from akint_dash.components.record_link import to_sheet
from akint_dash.components.record_list import Record, record_list
from akint_dash.components.remarks import explained
from akint_dash.components.spoken import language_of, spoken, worded
from akint_dash.components.total import part_line
from akint_dash.components.view import View
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, Table
from akint_dash.measures.remarks import remarks
from akint_dash.measures.targets import with_a_goal
from akint_dash.pages.goals import numbers
from akint_dash.text import goals as text

SHOWN: Final = 10


def results(view: View, data: Table) -> Component:
    """What is different now, in words (S1)."""
    w = view.words
    rows = [_result(view, row) for row in data.dicts()]
    heads = [w("Hva er endret"), w("Mål i plan"), w("Dato")]
    with_goal = with_a_goal(data)
    return card(
        view,
        "resultater",
        title=text.results_title(w, len(data), with_goal),
        say=w("Det nyeste først, med prosjektet eller aktiviteten det kommer fra."),
        figure=[
            part_line(view, "resultater", w("Knyttet til et mål"), with_goal, len(data)),
            record_list(view, heads, rows, w("Resultater"), shown=SHOWN),
        ]
        if rows
        else empty(view, w("Ingen resultater med disse filtrene.")),
        data=_with_units(view, data),
        numbers=Numbers(numbers.results(view, data)),
        caption=w("Registrerte resultater"),
        remark=explained(view, remarks(view.scope, "results")),
        refs=("S1",),
        size="c7",
        level=2,
    )


def _with_units(view: View, data: Table) -> Table:
    """The results with the unit of each number beside it, a dash where there is none."""
    w, at = view.words, [heading.name for heading in data.headings].index("value") + 1
    records = view.portfolio.records("result")
    units = [w.name(records[code], "unit") or NOT_APPLICABLE for _, code in data.column("result")]
    rows = tuple((*row[:at], unit, *row[at:]) for row, unit in zip(data.rows, units, strict=True))
    return Table((*data.headings[:at], Heading("unit", Cell.TEXT, "Enhet"), *data.headings[at:]), rows)


def _result(view: View, row: dict[str, Any]) -> Record:
    w = view.words
    values = view.portfolio.get("result", row["result"][1])
    words = view.name("result", row["result"][1])
    if row["value"] != NOT_APPLICABLE and not text.stated(w, words, row["value"], w.name(values, "unit")):
        words += f": {w.decimal(row['value'])} {w.name(values, 'unit')}".rstrip()
    came = worded(view, *row["record"]) if row["record"] else view.name("area", values.get("area"))
    goal = spoken(view, *row["goal"]) if row["goal"] != NOT_APPLICABLE else w("ikke knyttet til et mål")
    lang = language_of(view, "result", row["result"][1])
    note, href = f"{w.choice(*row['kind'])} · {came}", to_sheet(view, *row["result"])
    return Record(words, [goal, w.date(row["date"])], note=note, href=href, lang=lang)
