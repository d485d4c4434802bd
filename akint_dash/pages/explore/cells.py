"""The cells of Explore's tables: each number leads to its records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.domain.table import NOT_APPLICABLE
from akint_dash.measures.explore import Number, Point
from akint_dash.pages.explore.explored import Explored
from akint_dash.pages.explore.side import Side, written
from akint_dash.text import explore as text
from akint_dash.text.words import capital

KEY: Final = "svar"
"""The card of the answer."""


def scrolled(caption: str, inside: Sequence[Component], kind: str = "") -> Component:
    """A table in its own scroll."""
    table = html.Table(
        [html.Caption(caption, className="unseen"), *inside], className=f"plain explore-table {kind}".rstrip()
    )
    return html.Div(table, className="explore-scroll", tabIndex=0, role="region", **{"aria-labelledby": f"{KEY}-t"})


def heads_of(words: Sequence[str]) -> Component:
    """The headings, numbers to the right."""
    cells = [html.Th(word, scope="col", className="r" if at else None) for at, word in enumerate(words)]
    return html.Thead(html.Tr(cells))


def head_of(asked: Explored, name: str, value: str) -> Component:
    """The name of a row."""
    words = asked.moment(value) if asked.compares else asked.called(name, value)
    return html.Th(capital(words), scope="row")


def number_cell(asked: Explored, point: Point, number: Number | None, at: str, side: Side | None = None) -> Component:
    """A number that leads to its records; a dash where there are none."""
    if number is None or not number.records:
        return html.Td(NOT_APPLICABLE, className="r none")
    w, side = asked.view.words, side or asked.sides[0]
    words = text.short(w, side.question.measure, number)
    named = asked.named(point, side)
    if asked.question.against:
        named = f"{named}, {side.name}"
    here: dict[str, Any] = {"aria-current": "true"} if point in side.points else {}
    link = html.A(
        words,
        href=asked.link_to(point, side),
        id=f"tall-{at}",
        rel="nofollow",
        **{"data-punkt": written(point), "aria-label": f"{words}, {named}", **here},
    )
    return html.Td(link, className="r missing" if number.value is None else "r")
