"""A tall page is led by its answers: a row of links, kept in view, whose texts are the findings of its cards, short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.more import MORE
from akint_dash.components.reading import classes, elements, inside, kind, words_of
from akint_dash.components.view import View

FEWEST: Final = 2
"""With fewer answers a page is no taller for a row of them."""
LONG: Final = 36
"""A longer finding is cut where its first clause ends."""
OF: Final = ("{title}, med disse filtrene", "{title}, regnet uten filtre")
"""How a finding ends that is said of a selection, or of all though a selection is made."""
_CLAUSE: Final = re.compile(
    r";|, (?:og|mot|men|med|mens|den første|den neste"
    r"|and|compared|but|with|against|the first|the next)\b"
)


def jumps(view: View, content: Sequence[Any]) -> Component | None:
    """The row of a page's body; None where it has few answers."""
    found = list(_answers(view, content))
    if len(found) < FEWEST:
        return None
    w = view.words
    answers = sum(name != MORE for name, _ in found)
    of = [w(words, title="") for words in OF]
    links = [html.Li(html.A(html.Span(short(told, of)), href=f"#{name}")) for name, told in found]
    opener = {"data-opens": "svarene", "aria-expanded": "false", "aria-controls": "svarene"}
    return html.Nav(
        [
            html.Button(
                w("Svarene på denne siden: {n}", n=w.number(answers)),
                type="button",
                **opener,
            ),
            html.Ol(links, id="svarene", className="fold"),
        ],
        className="jumps",
        **{"aria-label": w("Svarene på denne siden")},
    )


def _answers(view: View, content: Any) -> Iterator[tuple[str, str]]:
    """(what a link leads to, its finding) of each card and each section with a heading of its own, as they stand."""
    for one in content if isinstance(content, list | tuple) else [content]:
        if not isinstance(one, Component) or {"lead", "unseen"} & set(classes(one)):
            continue
        name = getattr(one, "id", "")
        told = view.told.get(name)
        if told is not None:
            yield name, told.title
        elif name == MORE:
            yield name, view.words("Mer på denne siden")
        elif kind(one) == "Section" and name and (heading := _heading(one)):
            yield name, heading
        else:
            yield from _answers(view, getattr(one, "children", None))


def _heading(section: Component) -> str:
    """What the heading of a section says, where one stands before its cards."""
    for one in elements(inside(section)):
        if kind(one) == "Article":
            break
        if kind(one) == "H2" and "unseen" not in classes(one):
            return words_of(one)
    return ""


def short(finding: str, of: Sequence[str] = ()) -> str:
    """A finding's first clause, where it is long; with what the whole is said ``of``, where it ends in one of these."""
    end = next((words for words in of if finding.endswith(words)), "")
    told = finding.removesuffix(end)
    found = _CLAUSE.search(told, LONG // 2) if len(told) > LONG else None
    return (told[: found.start()] if found else told) + end
