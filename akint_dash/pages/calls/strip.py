"""The strip of months over the lanes: how many deadlines each holds, and a way to it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.needs import asset
from akint_dash.components.parts import drawing
from akint_dash.components.view import View
from akint_dash.figures import timeline as figure
from akint_dash.figures.marks import Mark
from akint_dash.measures import call_window as measure
from akint_dash.measures.call_facets import add_months
from akint_dash.measures.calls import months_of
from akint_dash.pages.calls.asked import Asked, to
from akint_dash.text import calls as text
from akint_dash.text.words import capital

STRIP_YEARS: Final = 5
SCRIPTS: Final = (
    "hand/gestures.js",
    *(f"calls/{name}.js" for name in ("days", "drawn", "moving", "hand", "keys")),
)
"""The hand on the timeline, in the order they stand on each other."""


def strip(view: View, asked: Asked, facets: Component) -> Component:
    """Five years of deadlines, the window in them, the ways to move and zoom it, and the page's own ``facets``."""
    w, shown = view.words, asked.window
    first = measure.strip_start(shown, view.day)
    months = 12 * STRIP_YEARS
    end = date(first.year + STRIP_YEARS, 1, 1)
    label = w("Frister per måned {years}", years=w.years(first.year, end.year - 1))
    counts = months_of(asked.some, first, months)
    marks = [_month_mark(view, asked, add_months(first, index), n) for index, n in enumerate(counts)]
    today = (view.day - first).days / (end - first).days if first <= view.day < end else None
    drawn = figure.strip(counts, today, marks, label, _hand(view, asked, first, end))
    years = [html.Span(str(first.year + index)) for index in range(STRIP_YEARS)]
    return html.Section(
        [
            facets,
            html.Header([_title(view, asked), _moves(view, asked), _zooms(view, asked)]),
            drawing(drawn, key="stripe"),
            html.Div(years, className="five num", **{"aria-hidden": "true"}),
            _help(view),
        ],
        className="over-strip",
        **{"aria-labelledby": "vindu", "data-needs": " ".join(map(asset, SCRIPTS))},
    )


def _title(view: View, asked: Asked) -> Component:
    """The days that are shown; what is told of them to those who do not see the page change."""
    w = view.words
    told = text.list_title(w, len(asked.listed), asked.fits_only, asked.window)
    return html.H3(text.window_title(w, asked.window), id="vindu", **{"data-told": told})


def _hand(view: View, asked: Asked, first: date, end: date) -> figure.Hand:
    """What a hand on the strip may do."""
    w, shown = view.words, asked.window
    return figure.Hand(
        shown=(shown.first, shown.end),
        strip=(first, end),
        reach=measure.reach(asked.some, min(first, shown.first), max(end, shown.end)),
        step=shown.step,
        zoom="" if shown.own else shown.zoom,
        label=w("Tidsrommet som vises"),
        said=text.window_title(w, shown),
    )


def _help(view: View) -> Component:
    """How a hand moves the window, in words."""
    w = view.words
    return html.Details(
        [
            html.Summary(w("Slik flytter du tidsrommet")),
            w("Dra feltet eller en av kantene."),
            " ",
            html.Span(w("Tidslinjen under kan også dras."), className="wide-only"),
            " ",
            w("Zoom med to fingre, med Ctrl og musehjulet, eller med + og −. Piltastene flytter."),
            " ",
            w("Det minste tidsrommet er én uke, det største fem år."),
        ],
        className="hand-help",
        id="tidsrom-hjelp",
    )


def _month_mark(view: View, asked: Asked, first: date, n: int) -> Mark:
    """The deadlines of a month; a press puts the window around it."""
    w, month = view.words, f"{view.words.month(first, short=False)} {first.year}"
    said = w.n("{name}: {n} frist", "{name}: {n} frister", n, name=capital(month))
    begins = measure.around(asked.window, first + timedelta(days=15))
    return Mark(said, w("Vis tidsrommet rundt {month}", month=month), to(view, **measure.placed(asked.window, begins)))


def _zooms(view: View, asked: Asked) -> Component:
    w, shown = view.words, asked.window
    start = view.query.get("fra") or (shown.first.isoformat() if asked.facets.due else None)
    links = [
        html.A(
            text.zoom(w, zoom),
            href=to(view, zoom=None if zoom == "9mnd" else zoom, fra=None if zoom == "5ar" else start, til=None),
            id=f"zoom-{zoom}",
            **({"aria-current": "true"} if zoom == shown.zoom and not shown.own else {}),
        )
        for zoom in measure.ZOOMS
    ]
    return html.Nav(links, className="zoomset", **{"aria-label": w("Zoom")})


def _moves(view: View, asked: Asked) -> Component:
    w, shown = view.words, asked.window
    links: list[Any] = [
        html.A(
            sign, href=to(view, **measure.placed(shown, measure.moved(shown, steps))), id=name, **{"aria-label": said}
        )
        for sign, steps, name, said in (("‹", -1, "tidligere", w("Tidligere")), ("›", 1, "senere", w("Senere")))
    ]
    if view.query.get("fra") or asked.facets.due:
        links.append(html.A(w("Til i dag"), href=to(view, fra=None, til=None, frist=None), id="til-i-dag"))
    return html.Nav(links, className="tl-moves", **{"aria-label": w("Flytt tidsrommet som vises")})
