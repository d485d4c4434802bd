"""What was promised against what is reached: a bar a target, and a square a goal. Both scales are said in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.marks import along, at, telling
from akint_dash.components.parts import unseen
from akint_dash.components.spoken import spoken, worded
from akint_dash.components.target_marks import target_mark
from akint_dash.components.total import part_line, total_line
from akint_dash.components.view import View
from akint_dash.components.ways import to_record, to_records
from akint_dash.domain.table import Cell, Table
from akint_dash.measures.frame import Frame
from akint_dash.measures.goals import naming
from akint_dash.measures.targets import Reached
from akint_dash.text import goals as text
from akint_dash.text.frame import in_year
from akint_dash.text.missing import at_least
from akint_dash.text.words import Words, capital

MILLION: Final = 1_000_000
"""Kroner."""


def bullets(view: View, shown: Frame, found: Sequence[Reached]) -> Component:
    """A bar a target on one scale, the target's share that is reached: the target is one line down through all bars.

    A short line on the bar of an unfinished year shows how much of the year the data cover.
    """
    w = view.words
    top = max([1.0, *(one.actual / one.value for one in found if one.actual and one.value)])
    years = sorted({one.year for one in found})
    rows = []
    for year in years:
        if len(years) > 1:
            rows.append(html.Li(html.B(capital(in_year(w, shown.of_years, year))), className="year-head"))
        rows += [_bullet(view, shown, one, top, several=len(years) > 1) for one in found if one.year == year]
    key = [html.Span([html.Span(className="key-mark aim"), w("måltall")])]
    if any(one.so_far for one in found):
        key.append(html.Span([html.Span(className="key-mark gone"), w("så mye av året som dataene dekker")]))
    sums = _sums(view, shown, found)
    return html.Div([html.Ol(rows, className="bars promises"), html.P(key, className="key"), *sums])


def _sums(view: View, shown: Frame, found: Sequence[Reached]) -> list[Component]:
    """How many are reached, and of how many it cannot be told: of one year, the one shown or the newest before it; of
    years that the data have not come to, nothing."""
    w, years = view.words, {one.year for one in found if one.year <= shown.data_day.year}
    year = shown.year if shown.year in years else max(years, default=None)
    told = [one.reached for one in found if one.year == year]
    unknown, reached = told.count(None), told.count(True)
    if unknown == len(told):
        return [total_line(w("Ikke kjent om måltallet er nådd"), w.number(unknown))] if unknown else []
    words = w.part(reached, len(told))
    if unknown:
        words = w("{part}; {n} ikke kjent", part=words, n=w.number(unknown))
    return [
        part_line(
            view, "maltall", w("Måltall nådd {when}", when=in_year(w, shown.of_years, year)), reached, len(told), words
        )
    ]


def _bullet(view: View, shown: Frame, one: Reached, top: float, *, several: bool) -> Component:
    w, name = view.words, text.measured(view.words, one.measure)
    if not several:  # else the year stands over its targets
        name = f"{name} {in_year(w, shown.of_years, one.year)}"
    note = w("for målet «{name}»", name=worded(view, "goal", one.goal)) if one.goal else ""
    marks = [html.Span(className="aim", style=at(1, top))]
    gone = shown.gone(one.year)
    if gone is not None:
        marks.append(html.Span(className="gone", style=at(gone, top)))
    if one.actual is None:
        bar = html.Span(className="bar-missing")
    else:
        share = one.actual / one.value if one.value else 0.0
        done = " done" if one.reached else ""
        bar = html.Span(className=f"bar-fill{done}", **along(share, top))
    return html.Li(
        [
            html.Span([name, " ", html.Small(note) if note else None], className="bar-label"),
            telling(target_mark(view, one, f"{name}: {_said(view, one)}"), [bar, *marks], "bar-track"),
            " ",
            html.Span(_words(view, one), className="bar-value num"),
        ]
    )


def _said(view: View, one: Reached) -> str:
    """The number reached, that of the target, and the share."""
    w, aim = view.words, text.value(view.words, one.measure, one.value)
    if one.actual is None:
        return w("{told}; måltall {aim}", told=w("ikke kjent"), aim=aim)
    reached = at_least(w, text.value(w, one.measure, one.actual), one.partly)
    told = w("{told}; måltall {aim}", told=reached, aim=aim)
    return (
        f"{told}, {w.percent(one.actual / one.value)}" if one.value and one.measure != "international_share" else told
    )


def _words(view: View, one: Reached) -> list[Any]:
    """The number reached and that of the target; a tick where it is reached."""
    w, aim = view.words, text.value(view.words, one.measure, one.value)
    if one.actual is None:
        return [html.Span(w("ikke kjent"), className="missing"), _aim(w, aim)]
    mark = [html.Span("✓", **{"aria-hidden": "true"}), unseen(w("nådd") + ":"), " "] if one.reached else []
    reached = at_least(w, text.value(w, one.measure, one.actual), one.partly)
    return [*mark, reached, _aim(w, aim)]


def _aim(w: Words, aim: str) -> Component:
    """The target on a line of its own; a sign that is heard alone parts it from what was reached."""
    return html.Small([unseen("; "), w("måltall {aim}", aim=aim)])


def in_millions(view: View, data: Table) -> Table:
    """The table of :func:`akint_dash.measures.targets.target_table` in millions of kroner, its measure saying so."""
    w, rows = view.words, []
    for (_, code), *rest in data.rows:
        kroner = code == "external_nok"
        said = w("{what}, mill. kr", what=text.measured(w, code)) if kroner else w.choice("measure", code)
        goal, year, *numbers, share, partly = rest
        scaled = [n if n is None or not kroner else n / MILLION for n in numbers]
        rows.append((said, goal, year, *scaled, share, partly))
    return Table((replace(data.headings[0], cell=Cell.TEXT), *data.headings[1:]), tuple(rows))


def squares(view: View, data: Table) -> Component:
    """A square a goal of :func:`akint_dash.measures.goals.served`: filled where initiatives name it, hollow where none
    does, hatched where it is not known. The hollow ones stand by name."""
    w = view.words
    rows = list(data.dicts())
    marks = [_square(view, row) for row in rows]
    bare = [html.Li(spoken(view, "goal", row["goal"][1])) for row in rows if row["total"] == 0]
    kinds = [
        ("served", w("knyttet til tiltak"), sum(bool(naming(row)) for row in rows)),
        ("bare", w("uten tiltak"), len(bare)),
    ]
    if unknown := sum(naming(row) is None for row in rows):
        kinds.append(("unknown", w("ikke kjent"), unknown))
        kinds = [kind for kind in kinds if kind[0] != "bare" or kind[2]]
    key = [
        html.Span([html.Span(className=f"key-mark square {name}"), f"{words}: {w.part(n, len(rows))}"])
        for name, words, n in kinds
    ]
    named = [html.P(w("Uten tiltak:"), className="unit"), html.Ul(bare, className="bare-goals")] if bare else []
    return html.Div([html.Ul(marks, className="goal-squares"), html.P(key, className="key"), *named])


def _square(view: View, row: dict[str, Any]) -> Component:
    w, n = view.words, naming(row)
    told = w("ingen data ennå") if n is None else w.n("{n} tiltak", "{n} tiltak", n)
    words = f"{worded(view, 'goal', row['goal'][1])}: {told}"
    name = "unknown" if n is None else "served" if n else "bare"
    goal = row["goal"][1]
    if n is None:
        return html.Li(telling(to_record(view, words, "goal", goal), "", f"square {name}"))
    of_projects = row["total"] is None
    mark = to_records(view, words, "prosjekter" if of_projects else "tiltak", maal=goal)
    return html.Li(telling(mark, "", f"square {name}"))
