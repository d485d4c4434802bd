"""Rankings and parts as HTML: a whole horizontal name, a bar from zero, the value at its end. No chart library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.first_rows import Listing, listed
from akint_dash.components.marks import along, at, telling
from akint_dash.components.total import rest_line, room, total_line
from akint_dash.figures.marks import Mark

PLAIN: Final = listed("bars")


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: its words, its value (None: missing, hatched), the value in words, a link, and a class for its colour.

    ``so_far`` draws an unfinished year lighter; ``lang`` marks a name in another language; ``rest`` is what the named
    rows leave; ``then`` is the value of the same time the year before, with its day in words: a line on the bar.
    ``mark`` is what the bar says and where it leads.
    """

    label: str
    value: float | None
    words: str
    href: str = ""
    name: str = ""
    note: str = ""
    so_far: bool = False
    lang: str = ""
    rest: bool = False
    then: tuple[float, str] | None = None
    mark: Mark | None = None


def bars(
    rows: Sequence[Bar],
    *,
    highest: float | None = None,
    total: tuple[str, str] | None = None,
    listing: Listing = PLAIN,
) -> Component:
    """Horizontal bars from zero on one scale (``highest``, else the largest value).

    What is left over is no bar where it is more than the largest one that has a name, but words under them. ``total``
    is what they add up to, label and words. ``listing`` makes the list of the rows, of the class "bars", folded or not.
    """
    told = under(rows)
    drawn = [row for row in rows if row not in told]
    top = highest or max((row.value or 0 for row in drawn), default=0) or 1
    made = listing([_bar(row, top) for row in drawn])
    if not told and not total and listing is PLAIN:
        return made
    lines = [rest_line(row.label, row.words, row.note) for row in told]
    return html.Div([made, *lines, total_line(*total) if total else None], className=room(row.words for row in rows))


def under(rows: Sequence[Bar]) -> list[Bar]:
    """What is left over and is more than the largest that has a name: no bar."""
    named = max((row.value or 0 for row in rows if not row.rest), default=0)
    return [row for row in rows if row.rest and (row.value or 0) > named > 0]


def _bar(row: Bar, top: float) -> Component:
    label = html.A(row.label, href=row.href) if row.href else row.label
    extra = {"lang": row.lang} if row.lang else {}
    head = html.Span([label, " ", html.Small(row.note) if row.note else None], className="bar-label", **extra)
    if row.value is None:
        track = telling(row.mark, html.Span(className="bar-missing"), "bar-track")
    else:
        fill = "bar-fill" + (" so-far" if row.so_far else "") + ("" if row.value else " zero")
        marks = [html.Span(className=fill, **along(row.value, top))]
        if row.then:
            marks.append(html.Span(className="then", style=at(row.then[0], top)))
            head.children.append(html.Small(row.then[1], className="then-words"))
        track = telling(row.mark, marks, "bar-track")
    name = " ".join(filter(None, [row.name, "rest" if row.rest else ""]))
    return html.Li([head, track, " ", html.Span(row.words, className="bar-value num")], className=name or None)
