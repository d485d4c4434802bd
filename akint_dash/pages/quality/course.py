"""How the number of faults has gone over the last year, as the data were known on each day: in all, and by rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.first_rows import first_rows
from akint_dash.components.marks import telling
from akint_dash.components.numbers import Numbers
from akint_dash.components.parts import drawing
from akint_dash.components.view import View
from akint_dash.components.ways import to_table
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import Cell, Heading, table
from akint_dash.figures.course_line import course_line
from akint_dash.figures.marks import Mark
from akint_dash.measures.quality import counted, unasked
from akint_dash.measures.quality import course as measure
from akint_dash.measures.quality_rules import EVERY
from akint_dash.pages.quality.asked import Asked
from akint_dash.pages.quality.ways import to_past
from akint_dash.text import quality as text

SHOWN: Final = 8
Line = tuple[str, list[tuple[date, int]]]
"""A rule ("": all) and (day, how many)."""


def course(view: View, asked: Asked) -> Component | None:
    """The card; None where the portfolio cannot be looked back to."""
    if view.back is None:
        return None
    w = view.words
    looked = [(day, counted(view.scope, some, asked.rule, asked.owner)) for day, some in measure(view.scope, view.back)]
    left = unasked(view.scope)
    lines = _lines([(day, {r: n for r, n in some.items() if r not in left}) for day, some in looked], asked.rule)
    data = [(day.isoformat(), _name(view, rule), n) for rule, days in lines for day, n in days]
    days, now, then = len(looked), lines[0][1][-1][1], lines[0][1][0]
    heads = (
        Heading("day", Cell.DATE, "Dag"),
        Heading("rule", Cell.TEXT, "Feil eller mangel"),
        Heading("n", Cell.COUNT, "Antall"),
    )
    keys = [(rule, day) for rule, some in lines for day, _ in some]

    def past(day: date, n: int, rule: str) -> Mark:
        return to_past(view, f"{_name(view, rule)}: {w.number(n)}", rule, day, asked.owner)

    def cell(at: int, row: Mapping[str, Any], name: str) -> Mark | None:
        rule, day = keys[at]
        whole = rule or not left  # that day's page counts the rules too that are not asked now
        return past(day, row["n"], rule) if name == "n" and row["n"] and whole else None

    to_then = to_table(view, w.number(then[1]), "utvikling") if left else past(then[0], then[1], asked.rule)
    before = [to_then] if days > 1 else []
    return card(
        view,
        "utvikling",
        title=text.course_title(w, now, then[1], then[0] if days > 1 else None),
        say=" ".join(filter(None, [text.course_say(w, then[0]), text.left_out(w, len(left), view.day.year)]))
        if days > 1
        else "",
        figure=first_rows(view, lines, SHOWN, partial(_list, view)) if days > 1 else [],
        data=table(heads, data),
        numbers=Numbers((to_table(view, w.number(now), "utvikling"), *before), cells=cell),
        plot=Plot(Form.LINES, "day", ("n",), only=("rule", _name(view, asked.rule))),
        caption=w("Feil og mangler over tid"),
        refs=("S23",),
        size="c7",
        level=2,
    )


def _lines(looked: Sequence[tuple[date, Mapping[str, int]]], alone: str) -> list[Line]:
    """All rules together first, then each that has ever found anything, those that changed most first; or one alone."""
    if alone:
        return [(alone, [(day, some.get(alone, 0)) for day, some in looked])]
    rules = [rule for rule in EVERY if any(some.get(rule) for _, some in looked)]
    lines: list[Line] = [(rule, [(day, some.get(rule, 0)) for day, some in looked]) for rule in rules]
    lines.sort(key=lambda line: -abs(line[1][-1][1] - line[1][0][1]))
    return [("", [(day, sum(some.values())) for day, some in looked]), *lines]


def _name(view: View, rule: str) -> str:
    return text.name(view.words, rule, None) if rule else view.words("Alle kontroller")


def _list(view: View, lines: Sequence[Line]) -> Component:
    w, rows = view.words, []
    for rule, days in lines:
        then, now = days[0][1], days[-1][1]
        moved = days[0][0] if any(n != now for _, n in days) else None
        told, name = text.line(w, now, then, moved), _name(view, rule)
        mark = to_table(view, f"{name}: {told}", "utvikling")
        line = telling(mark, drawing(course_line(days, f"{name}: {told}")), "course-way")
        parts = [html.Span(name, className="bar-label"), line, html.Span(told, className="bar-value num")]
        rows.append(html.Li(parts, className=None if rule else "all"))
    return html.Ol(rows, className="course-lines")
