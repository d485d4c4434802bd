"""What a whole is made of: stacked bars of HTML, one a row, the whole of them all first with its shares in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.first_rows import Listing, listed
from akint_dash.components.marks import along, telling
from akint_dash.components.total import room
from akint_dash.figures.marks import Mark

PLAIN: Final = listed()


@dataclass(frozen=True, slots=True)
class Mixed:
    """One row: its words, the parts in order, the total in words and ``more`` small under it.

    ``missing`` hatches the bar: nothing is known. ``marks``: what each part says, and where it leads.
    """

    label: str
    parts: Sequence[float]
    words: str
    marks: Sequence[Mark]
    more: str = ""
    note: str = ""
    href: str = ""
    missing: bool = False
    lang: str = ""


def mix(
    rows: Sequence[Mixed],
    names: Sequence[tuple[str, str]],
    whole: Sequence[float],
    marks: Sequence[Mark],
    listing: Listing = PLAIN,
) -> Component:
    """Bars on one scale, at most five parts.

    ``names`` are (name, share in words; "" leaves it out) of each part of ``whole``, the sum of all, which stands
    first over the full width with its parts named, so that no legend is needed. ``listing`` makes the list of the
    rows, folded or not; ``marks`` are those of the whole.
    """
    top = max((sum(row.parts) for row in rows), default=0) or 1
    total = sum(whole) or 1
    first = html.Span(
        [_part(i, value, total, marks, of="whole") for i, value in enumerate(whole) if value], className="mix-bar whole"
    )
    labels = [
        html.Li([html.Span(className=f"key-mark s{i + 1}"), html.Span(name), html.B(words)])
        for i, (name, words) in enumerate(names)
        if words
    ]
    body = [html.Li(_row(row, top)) for row in rows]
    return html.Div(
        [html.Div([first, html.Ul(labels, className="mix-names num")], className="mix-whole"), listing(body)],
        className=f"mix {room(row.words for row in rows)}",
    )


def _part(index: int, value: float, top: float, marks: Sequence[Mark], of: str = "") -> Component:
    return telling(marks[index], None, f"part s{index + 1}", **along(value, top, of=of))


def _row(row: Mixed, top: float) -> list[Component]:
    extra = {"lang": row.lang} if row.lang else {}
    name = html.A(row.label, href=row.href) if row.href else row.label
    if row.missing:
        bar = html.Span(html.Span(className="bar-missing"), className="mix-bar")
    else:
        bar = html.Span(
            [_part(i, value, top, row.marks) for i, value in enumerate(row.parts) if value], className="mix-bar"
        )
    label = html.Span(
        [html.Span(name, **extra), " ", html.Small(row.note) if row.note else None], className="bar-label"
    )
    return [
        label,
        bar,
        html.Span([row.words, " ", html.Small(row.more) if row.more else None], className="bar-value num"),
    ]
