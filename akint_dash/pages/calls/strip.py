"""The strip of months over the lanes: how many deadlines each holds, and a way to it."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

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


def strip(view: View, asked: Asked) -> Component:
    """Five years of deadlines, the window in them, and the ways to move and zoom it."""
    w, shown = view.words, asked.window
    first = measure.strip_start(shown, view.day)
    months = 12 * STRIP_YEARS
    end = date(first.year + STRIP_YEARS, 1, 1)
    days = (end - first).days

    def place(day: date) -> float:
        return (day - first).days / days

    frame = place(shown.first), place(shown.end)
    label = w("Frister per måned {years}", years=w.years(first.year, end.year - 1))
    counts = months_of(asked.some, first, months)
    marks = [_month_mark(view, add_months(first, index), n) for index, n in enumerate(counts)]
    drawn = figure.strip(counts, frame, place(view.day) if first <= view.day < end else None, marks, label)
    years = [html.Span(str(first.year + index)) for index in range(STRIP_YEARS)]
    return html.Section(
        [
            html.Header([html.H2(text.window_title(w, shown), id="vindu"), _moves(view, asked), _zooms(view, asked)]),
            drawing(drawn, key="stripe"),
            html.Div(years, className="five num", **{"aria-hidden": "true"}),
        ],
        className="over-strip",
        **{"aria-labelledby": "vindu"},
    )


def _month_mark(view: View, first: date, n: int) -> Mark:
    """The deadlines of a month; a press moves the window there."""
    w, month = view.words, f"{view.words.month(first, short=False)} {first.year}"
    said = w.n("{name}: {n} frist", "{name}: {n} frister", n, name=capital(month))
    return Mark(said, w("Vis tidslinjen fra {month}", month=month), to(view, fra=first.isoformat()))


def _zooms(view: View, asked: Asked) -> Component:
    w, shown = view.words, asked.window
    start = view.query.get("fra") or (shown.first.isoformat() if asked.facets.due else None)
    links = [
        html.A(
            text.zoom(w, zoom),
            href=to(view, zoom=None if zoom == "9mnd" else zoom, fra=None if zoom == "5ar" else start),
            id=f"zoom-{zoom}",
            **({"aria-current": "true"} if zoom == shown.zoom else {}),
        )
        for zoom in measure.ZOOMS
    ]
    return html.Nav(links, className="zoomset", **{"aria-label": w("Zoom")})


def _moves(view: View, asked: Asked) -> Component:
    w, shown = view.words, asked.window
    links: list[Any] = [
        html.A(
            "‹",
            href=to(view, fra=measure.moved(shown, -1).isoformat()),
            id="tidligere",
            **{"aria-label": w("Tidligere")},
        ),
        html.A("›", href=to(view, fra=measure.moved(shown, 1).isoformat()), id="senere", **{"aria-label": w("Senere")}),
    ]
    if view.query.get("fra") or asked.facets.due:
        links.append(html.A(w("Til i dag"), href=to(view, fra=None, frist=None), id="til-i-dag"))
    return html.Nav(links, className="tl-moves", **{"aria-label": w("Flytt tidsrommet som vises")})
