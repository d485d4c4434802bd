"""Support to outside actors by municipality (S14)."""

from __future__ import annotations

from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.bars import Bar, bars, under
from akint_dash.components.card import Basis, card
from akint_dash.components.first_rows import opened
from akint_dash.components.places import Places, by_place, place_way
from akint_dash.components.view import View
from akint_dash.components.ways import to_table
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures import participations as measure
from akint_dash.measures.frame import frame
from akint_dash.pages.projects import ways
from akint_dash.pages.projects.outside_actors import none_taken
from akint_dash.text import missing
from akint_dash.text import projects as text
from akint_dash.text.frame import years_of
from akint_dash.text.where import all_counted, place, where

PLACES: Final = 5
"""How many municipalities stand in the open."""


def places(view: View) -> Component:
    """EU money to Akershus actors by municipality; those outside are shown as outside (S14)."""
    w, data = view.words, measure.by_municipality(view.scope)
    rows = [(_place(view, row["place"]), row) for row in data.dicts()]
    inside = [(name, row) for name, row in rows if row["place"] and row["place"][1]]
    some = [pair for pair in inside if pair[1]["n"]]
    none = [name for name, row in inside if not row["n"]]
    taken = by_place(view)
    named = [_bar(view, name, row, taken) for name, row in some]
    left = [_bar(view, name, row, taken) for name, row in rows if (name, row) not in inside]
    shown = PLACES if len(named) > PLACES + 1 else len(named)  # one alone is not worth a click: it comes before these
    lines = [*named[:shown], *left, *named[shown:]]
    money, records = ({row["place"][1]: row[key] or 0 for _, row in inside} for key in ("ore", "n"))
    names = {row["place"][1]: name for name, row in inside}
    known = sum(row["ore"] or 0 for _, row in inside)
    unsure = sum(row["lacking"] + row["without_rate"] for _, row in inside) + len(measure.undated(view.scope))
    total = (w("I alt {where}", where=place(w, view.scope)), missing.least(w, known, unsure)) if known else None
    listing = opened(view, shown + len(left) - len(under(lines)), "bars")
    figure: list[Any] = (
        [bars(lines, total=total, listing=listing)] if any(row["n"] for _, row in rows) else [none_taken(view)]
    )
    period = frame(view.scope, "participation")
    years, over = years_of(w, period), period.last < view.day.year
    if none and some and all_counted(view.scope):
        zeros = text.without_any(w, text.join_some(w, none, 30), years, over=over)
        figure.append(html.P(zeros, className="note zeros"))
    lacking, foreign, every = (sum(row[name] for _, row in rows) for name in ("lacking", "without_rate", "n"))
    part = w.part(every - lacking - foreign, every)
    basis = w("Bygger på kjent støtte for {part} prosjektdeltakelser", part=part) if every else ""
    if every and not lacking and not foreign:
        one, many = (
            "Bygger på støtten til den ene prosjektdeltakelsen",
            "Bygger på støtten til {every} prosjektdeltakelsene",
        )
        basis = w.n(one, many, every, every=w.every_one(every))
    if lacking:
        basis += "; " + w.n("én mangler beløp", "{count} mangler beløp", lacking)
    if foreign:
        sums = missing.foreign(w, [t.no_rate for t in measure.takings(view.scope) if t.no_rate])
        basis += "; " + w.n(
            "én mangler valutakurs ({amounts})", "{count} mangler valutakurs ({amounts})", foreign, amounts=sums
        )
    without_start = measure.undated(view.scope)
    if without_start:
        words = w.n("én mangler start og er ikke med", "{count} mangler start og er ikke med", len(without_start))
        basis = "; ".join(filter(None, (basis, words)))
    unknown = [*(t.code for t in measure.takings(view.scope) if t.ore is None), *without_start]
    return card(
        view,
        "kommuner",
        title=text.place_title(
            w,
            money,
            records,
            names,
            years,
            lacking + foreign + len(without_start),
            where=where(w, view.scope),
            over=over,
        ),
        say=w("Hele støtten aktørene får til prosjektene, også for andre år, fordelt på aktørens kommune."),
        figure=figure,
        data=_named(data, rows),
        numbers=ways.places(view, taken, missing.least(w, known, unsure), [row for _, row in rows]),
        plot=Plot(Form.BARS, "place", ("ore",)),
        caption=w("Støtte til eksterne aktører etter kommune"),
        refs=("S14",),
        size="c5",
        basis=Basis(basis, [("participation", code) for code in unknown]) if basis else None,
        level=2,
    )


def _place(view: View, place: tuple[str, str] | None) -> str:
    if place is None:
        return view.words("Kommune mangler")
    return view.name(*place) if place[1] else view.words("Utenfor Akershus")


def _bar(view: View, name: str, row: dict[str, Any], every: Places) -> Bar:
    w = view.words
    unsure = row["lacking"] or row["without_rate"]
    words = w("mangler") if row["ore"] is None else missing.least(w, row["ore"], unsure)
    note = w.n("1 prosjektdeltakelse", "{n} prosjektdeltakelser", row["n"])
    inside, said = bool(row["place"] and row["place"][1]), f"{name}: {words}, {note}"
    return Bar(
        name,
        None if row["ore"] is None else row["ore"],
        words,
        note=note,
        name="inside" if inside else "",
        rest=not inside,
        mark=place_way(view, name, said, row["place"][1], every, "kommuner")
        if inside
        else to_table(view, said, "kommuner"),
    )


def _named(data: Table, rows: list[tuple[str, dict[str, Any]]]) -> Table:
    heads = (Heading("place", Cell.TEXT, "Kommune"), *data.headings[1:])
    return table(heads, [(name, *list(row.values())[1:]) for name, row in rows])
