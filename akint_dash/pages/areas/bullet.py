"""What is used of what is set aside: an outline, a bar in it, and a tick where so much of the year is gone."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from akint_dash.components.marks import along, at, telling
from akint_dash.components.view import View
from akint_dash.figures.marks import Mark


def bullet(
    planned: float | None,
    used: float | None,
    top: float,
    gone: float | None,
    *,
    future: bool = False,
    of: str = "",
    mark: Mark | None = None,
) -> Component:
    """On a scale from 0 to ``top``; ``gone`` is how much of an unfinished year the data cover, 0 to 1; ``mark`` is what
    both say together, and where they lead."""
    marks: list[Component] = []
    if planned is not None:
        marks.append(html.Span(className="planned", **along(planned, top, of=of)))
    if used is not None:
        marks.append(html.Span(className="used", **along(used, top, of=of)))
    elif not future:
        marks.append(html.Span(className="bar-missing"))
    if planned and gone is not None:
        marks.append(html.Span(className="gone", style=at(planned * gone, top)))
    return telling(mark, marks, "bullet")


def key(view: View, *, gone: float | None) -> Component:
    """What the marks mean; ``gone`` is how much of an unfinished year the data cover, 0 to 1."""
    w = view.words
    names = {"planned": w("avsatt"), "used": w("brukt"), "gone": w("så mye av året som dataene dekker")}
    if gone is not None:
        names["gone"] += f": {w.percent(gone)}"
    shown = [name for name in names if name != "gone" or gone is not None]
    marks = [html.Span([html.Span(className=f"key-mark {name}"), names[name], " "]) for name in shown]
    lacks = html.Span([html.Span(className="key-mark none"), w("mangler"), " "])
    return html.P([*marks, lacks], className="key")
