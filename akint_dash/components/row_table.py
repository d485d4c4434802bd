"""Plain tables whose rows begin with their name, in a box of their own that scrolls."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component


def row_table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> Component:
    """The table: what stands under each of ``heads``, row by row."""
    return scrolled(
        caption,
        heads,
        [
            html.Tr(
                [
                    html.Th(first, scope="row"),
                    *(html.Td(cell, **{"data-h": words}) for cell, words in zip(rest, heads[1:], strict=True)),
                ]
            )
            for first, *rest in rows
        ],
    )


def scrolled(caption: str, heads: Sequence[str], rows: Sequence[Component], kind: str = "") -> Component:
    """The same of rows made already, of a ``kind`` of its own in the style sheet."""
    head = html.Tr([html.Th(words, scope="col") for words in heads])
    table = html.Table(
        [html.Caption(caption, className="unseen"), html.Thead(head), html.Tbody(rows)],
        className=f"plain stack {kind}".strip(),
    )
    return html.Div(table, className="list-scroll", tabIndex=0, role="region", **{"aria-label": caption})
