"""Where the faults are: a bar for each council area, and how many are of what belongs to none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash.development.base_component import Component

from akint_dash.components.bars import Bar, bars
from akint_dash.components.card import card
from akint_dash.components.numbers import Numbers
from akint_dash.components.view import View
from akint_dash.components.ways import to_less, to_table
from akint_dash.domain.county import OFFICE
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import Cell, Heading, table
from akint_dash.figures.marks import Mark
from akint_dash.measures.quality import by_area
from akint_dash.pages.quality.asked import Asked
from akint_dash.text import quality as text


def areas(view: View, asked: Asked) -> Component:
    """The card."""
    w, rows = view.words, by_area(view.scope, asked.found)
    names = {area: view.name("area", area) for area, _, _ in rows}

    def mark(area: str, n: int) -> Mark:
        return to_less(view, f"{names[area]}: {text.faults(w, n)}", names[area], omrade=(area,))

    def cell(at: int, _: Mapping[str, Any], name: str) -> Mark | None:
        return mark(rows[at][0], rows[at][1]) if name in ("n", "must") and rows[at][1] else None

    drawn = [
        Bar(names[area], n, _words(view, n, must), href=view.link(omrade=(area,)), mark=mark(area, n))
        for area, n, must in rows
    ]
    heads = (
        Heading("area", Cell.NAME, "Rådsområde"),
        Heading("n", Cell.COUNT, "Feil og mangler"),
        Heading("must", Cell.COUNT, "Må rettes"),
    )
    total, first = sum(n for _, n, _ in rows), rows[0]
    shared, office = sum(one.shared for one in asked.found), next((n for area, n, _ in rows if area == OFFICE), 0)
    with_some = sum(n > 0 for _, n, _ in rows)
    told = text.of_none(w, shared, office, names.get(OFFICE, ""))
    return card(
        view,
        "omrader",
        title=text.areas_title(
            w, len(rows), with_some, names[first[0]], first[1], narrowed=len(view.selection.omrade) == 1
        ),
        say=told,
        figure=bars(
            drawn,
            total=(w("I alt hos {n} rådsområder", n=with_some), w.number(total)) if with_some > 1 else None,
        ),
        data=table(heads, [(("area", area), n, must) for area, n, must in rows]),
        numbers=Numbers(
            (mark(first[0], first[1]), *(to_table(view, w.number(n), "omrader") for n in (with_some, len(rows)))),
            [mark(OFFICE, office)] if told else (),
            cells=cell,
        ),
        plot=Plot(Form.BARS, "area", ("n",)),
        caption=w("Feil og mangler etter rådsområde"),
        refs=("S10",),
        size="c5",
        level=2,
    )


def _words(view: View, n: int, must: int) -> str:
    """How many, and how many of them must be corrected."""
    w = view.words
    return w("{n}; {must} må rettes", n=w.number(n), must=w.number(must)) if must else w.number(n)
