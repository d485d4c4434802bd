"""Rankings and parts as HTML: a whole horizontal name, a bar from zero, the value at its end. No chart library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.first_rows import Listing, listed

PLAIN: Final = listed("bars")


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: its words, its value (None: missing, hatched), the value in words, a link, and a class for its colour.

    ``so_far`` draws an unfinished year lighter; ``lang`` marks a name in another language.
    """

    label: str
    value: float | None
    words: str
    href: str = ""
    name: str = ""
    note: str = ""
    so_far: bool = False
    lang: str = ""


def bars(rows: Sequence[Bar], *, highest: float | None = None, listing: Listing = PLAIN) -> Component:
    """Horizontal bars from zero on one scale (``highest``, else the largest value).

    ``listing`` makes the list of the rows, of the class "bars", folded or not.
    """
    top = highest or max((row.value or 0 for row in rows), default=0) or 1
    return listing([_bar(row, top) for row in rows])


def _bar(row: Bar, top: float) -> Component:
    label = html.A(row.label, href=row.href) if row.href else row.label
    extra = {"lang": row.lang} if row.lang else {}
    head = html.Span([label, " ", html.Small(row.note) if row.note else None], className="bar-label", **extra)
    if row.value is None:
        track = html.Span(html.Span(className="bar-missing"), className="bar-track")
    else:
        fill = "bar-fill" + (" so-far" if row.so_far else "") + ("" if row.value else " zero")
        width = f"{max(0.0, row.value) / top * 100:.2f}%"
        track = html.Span(html.Span(className=fill, style={"width": width}), className="bar-track")
    return html.Li([head, track, " ", html.Span(row.words, className="bar-value num")], className=row.name or None)
