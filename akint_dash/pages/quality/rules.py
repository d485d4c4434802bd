"""The rules that find anything: how many each, how much it matters, and the answer that it makes unsure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.first_rows import alike, first_rows
from akint_dash.components.numbers import Numbers, number_link
from akint_dash.components.parts import strategy_refs
from akint_dash.components.total import part_line
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import Cell, Heading, table
from akint_dash.figures.marks import Mark
from akint_dash.measures.quality import Fault, unasked
from akint_dash.measures.quality_rules import EVERY, SETTLE
from akint_dash.pages.quality.asked import Asked
from akint_dash.pages.quality.ways import anchor, to_rule
from akint_dash.text import quality as text

SHOWN: Final = 10
Row = tuple[str, Sequence[Fault]]


def rules(view: View, asked: Asked) -> Component:
    """The card."""
    w, day, rows = view.words, view.day, asked.rules
    tried = 1 if asked.rule else len(EVERY) - len(unasked(view.scope))
    most = max(len(some) for _, some in rows)
    top = [row for row in rows if len(row[1]) == most]

    def mark(row: Row) -> Mark:
        rule, some = row
        said = f"{text.name(w, rule, day)}: {w.number(len(some))}"
        return to_rule(view, said, rule, some, asked.owner)

    def cell(at: int, _: Mapping[str, Any], name: str) -> Mark | None:
        return mark(rows[at]) if name == "n" else None

    heads = (
        Heading("rule", Cell.TEXT, "Feil eller mangel"),
        Heading("severity", Cell.TEXT, "Hvor viktig"),
        Heading("n", Cell.COUNT, "Antall"),
        Heading("effect", Cell.TEXT, "Svaret som blir usikkert"),
    )
    data = [(text.name(w, r, day), text.severity(w, r), len(some), text.effect(w, r)) for r, some in rows]
    return card(
        view,
        "regler",
        title=text.rules_title(w, len(rows), tried, [text.name(w, rule, day) for rule, _ in top], most),
        say=text.severities_say(w, settle=any(EVERY[rule].severity == SETTLE for rule, _ in rows)),
        figure=[
            first_rows(view, rows, SHOWN, lambda some: _table(view, some, [mark(row) for row in some])),
            part_line(view, "regler", w("Kontroller som viser feil eller mangler"), len(rows), tried)
            if tried > 1
            else None,
        ],
        data=table(heads, data),
        numbers=Numbers((mark(top[0]),) if len(top) == 1 else (), cells=cell),
        plot=Plot(Form.BARS, "rule", ("n",)),
        caption=w("Feil og mangler etter type"),
        level=2,
    )


def _table(view: View, rows: Sequence[Row], marks: Sequence[Mark]) -> Component:
    w = view.words
    heads = (w("Feil eller mangel"), w("Hvor viktig"), w("Antall"), w("Svaret som blir usikkert"), w("Strategien"))
    head = html.Tr([html.Th(words, scope="col", className="r" if at == 2 else None) for at, words in enumerate(heads)])
    body = []
    for (rule, some), mark in zip(rows, marks, strict=True):
        name = html.A(text.name(w, rule, view.day), href=f"#{anchor(rule)}")
        said, must = text.severity(w, rule), EVERY[rule].severity == "must"
        body.append(
            html.Tr(
                [
                    html.Th(name, scope="row"),
                    html.Td(html.B(said) if must else said, **{"data-h": heads[1]}),
                    html.Td(number_link(w.number(len(some)), mark), className="r num", **{"data-h": heads[2]}),
                    html.Td(text.effect(w, rule), **{"data-h": heads[3]}),
                    html.Td(strategy_refs(view, text.refs(rule)), className="refs"),
                ]
            )
        )
    caption = html.Caption(w("Feil og mangler etter type"), className="unseen")
    return html.Table(
        [caption, alike(len(heads)), html.Thead(head), html.Tbody(body)], className="plain stack quality-rules"
    )
