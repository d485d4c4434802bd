"""Plain tables whose rows begin with their name, in a box of their own that scrolls."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component


def row_table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> Component:
    """The table: what stands under each of ``heads``, row by row."""
    every = list(rows)
    right = {at for at in range(1, len(heads)) if every and all(_is_number(row[at]) for row in every)}
    made = []
    for first, *rest in every:
        cells = [html.Th(first, scope="row")]
        for at, cell in enumerate(rest, start=1):
            cells.append(html.Td(cell, className="r num" if at in right else None, **{"data-h": heads[at]}))
        made.append(html.Tr(cells))
    return scrolled(caption, heads, made, right=frozenset(right))


def _is_number(cell: Any) -> bool:
    return isinstance(cell, str) and bool(cell) and not cell.strip("0123456789\u00a0,")


def scrolled(
    caption: str,
    heads: Sequence[str],
    rows: Sequence[Component],
    kind: str = "",
    *,
    right: frozenset[int] = frozenset(),
) -> Component:
    """The same of rows made already, of a ``kind`` of its own in the style sheet; columns of numbers stand to the
    ``right``."""
    head = html.Tr(
        [html.Th(words, scope="col", className="r" if at in right else None) for at, words in enumerate(heads)]
    )
    table = html.Table(
        [html.Caption(caption, className="unseen"), html.Thead(head), html.Tbody(rows)],
        className=f"plain stack {kind}".strip(),
    )
    return html.Div(table, className="list-scroll", tabIndex=0, role="region", **{"aria-label": caption})
