"""The yearly collection in the browser: who has answered, and the workbook of each council area."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from dash import html

from akint_dash.components.lead import lead
from akint_dash.components.page import Page
from akint_dash.components.parts import apart
from akint_dash.components.row_table import row_table
from akint_dash.components.view import View
from akint_dash.exports.collected.status import Line, lines_of
from akint_dash.pages.collection.asked import HERE, NEEDS, YEAR, may_have, year_of
from akint_dash.text.collecting import answered_words, standing_words


def body(view: View) -> Sequence[Any]:
    """The page."""
    w, year = view.words, year_of(view)
    found = lines_of(view.portfolio, year, view.today)
    answered = sum(line.standing == "read" for line in found)
    over = html.A(w("Alle registreringer"), href=view.link("/data", own={}))
    say = w(
        "Hvert rådsområde får en arbeidsbok med sine egne registreringer, mangler merket og fjorårets tall ved "
        "siden av. Interne registreringer er med. Del arbeidsboken bare med ansatte."
    )
    return [
        lead(over, answered_words(w, answered, len(found), year), say, under=[_years(view, year)]),
        html.Div([_table(view, year, found), _back(view)], className="grid section", **NEEDS),
    ]


def _years(view: View, year: int) -> Any:
    w, now = view.words, view.today.year
    links = [
        html.A(
            str(one),
            href=view.link(own={YEAR: None if one == now else one}),
            **({"aria-current": "page"} if one == year else {}),
        )
        for one in dict.fromkeys([now, now - 1, year])
    ]
    return html.Nav(apart(links), className="kinds-of", **{"aria-label": w("Året det samles inn for")})


def _table(view: View, year: int, found: Sequence[Line]) -> Any:
    w = view.words
    caption = w("Innsamlingen {year}, rådsområde for rådsområde", year=year)
    heads = (
        w("Rådsområde"),
        w("Arbeidsbok"),
        w("Mangler nå"),
        w("Svar"),
        w("Manglet ved utsending"),
        w("Fylt ut siden"),
        w("Nye"),
        w("Endret"),
    )
    note = w("Innleste svar står i historikken. Andre svar ser du først når filen leses inn.")
    return html.Section(
        [
            html.H2(w("Rådsområdene")),
            row_table(caption, heads, (_row(view, year, line) for line in found)),
            html.P(note, className="note"),
        ],
        className="card c12",
    )


def _row(view: View, year: int, line: Line) -> Sequence[Any]:
    w, cells, counts = view.words, line.cells, line.counts
    name = view.name("area", line.area)
    book: Any = "–"
    if may_have(view.viewer, line.area):
        words = w("Last ned")
        href = f"{HERE}/{quote(line.area, safe='')}.xlsx?{YEAR}={year}"
        book = html.A([words, html.Span(f" {name}", className="unseen")], href=href, download=True)
    return (
        name,
        book,
        w.number(line.now),
        standing_words(w, line.standing, line.read.number if line.read else None, line.conflicts, line.problems),
        "–" if cells is None else w.number(cells.asked),
        "–" if cells is None else w.number(cells.filled),
        "–" if counts is None else w.number(counts.get("added", 0)),
        "–" if counts is None else w.number(counts.get("changed", 0)),
    )


def _back(view: View) -> Any:
    """The way back in."""
    w = view.words
    heading = html.H2(w("Når svarene kommer"))
    if not view.viewer.may_write:
        say = w("Send arbeidsboken tilbake til den som samler inn. En administrator leser den inn.")
        return html.Section([heading, html.P(say, className="say")], className="card c12")
    say = w("Arbeidsbøkene som kommer tilbake, leses inn sammen. Der ser du hva de endrer, og om noe er i konflikt.")
    way = html.P(html.A(w("Les inn filer"), href=view.link("/data/les-inn")))
    return html.Section([heading, html.P(say, className="say"), way], className="card c12")


PAGE = Page(
    HERE,
    "Årets innsamling",
    body,
    own=(YEAR,),
    filters=False,
    exists=lambda view: view.viewer.audience == "staff",
)
