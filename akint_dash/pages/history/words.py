"""The addresses of the history, and what is said of an update."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.parts import apart
from akint_dash.components.shell import source_words
from akint_dash.components.view import View
from akint_dash.domain.record_addresses import ADDRESS
from akint_dash.domain.schema import ENTITIES
from akint_dash.store.revisions import FORGET, Revision
from akint_dash.text.record import kinds
from akint_dash.text.words import Words

HERE: Final = "/historikk"
KIND: Final = "slag"
PART: Final = "blad"
UNDO: Final = "angre"
NEEDS: Final = {"data-needs": "/assets/intake/intake.css"}


def came_from(w: Words, revision: Revision) -> str:
    """What an update was made from."""
    if revision.undoes is not None:
        return w("Angrer oppdatering {n}", n=revision.undoes)
    if revision.source == FORGET:
        return w("Sletting av personopplysninger")
    known = [source_words(w, part) or part for part in revision.source.split(", ") if part]
    told = w.join(list(dict.fromkeys(known)))
    return told[:1].upper() + told[1:]


def asked_kind(view: View) -> str:
    """The entity that is asked for alone, "" for all."""
    asked = view.query.get(KIND, "")
    return next((entity for entity, address in ADDRESS.items() if address == asked and entity in ENTITIES), "")


def asked_part(view: View, parts: int) -> int:
    """Which page of the rows."""
    given = view.query.get(PART, "1")
    return max(1, min(int(given) if given.isdecimal() and len(given) < 7 else 1, parts))


def kind_filter(view: View, counts: Mapping[str, int], name: str) -> Component | None:
    """A way to the changes of each kind alone, with how many."""
    w, chosen = view.words, asked_kind(view)
    if len(counts) < 2 and not chosen:
        return None
    ways: list[tuple[str | None, str]] = [(None, w("Alle"))]
    ways += [(ADDRESS[entity], f"{kinds(w, entity)} ({w.number(n)})") for entity, n in counts.items()]
    links = [
        html.A(
            said,
            href=view.link(own={KIND: address, PART: None}),
            **({"aria-current": "true"} if address == (ADDRESS[chosen] if chosen else None) else {}),
        )
        for address, said in ways
    ]
    return html.Nav(apart(links), className="kinds-of", **{"aria-label": name})


def pager(view: View, part: int, parts: int) -> Component | None:
    """The pages before and after, where there are several."""
    w = view.words
    if parts < 2:
        return None
    steps = ((w("Forrige"), part - 1, part > 1), (w("Neste"), part + 1, part < parts))
    links = [html.A(said, href=view.link(own={PART: at})) for said, at, there in steps if there]
    here = html.Span(w("Side {page} av {pages}", page=w.number(part), pages=w.number(parts)))
    return html.Nav(apart([here, *links]), className="pager", **{"aria-label": w("Sider")})


def row_table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> Component:
    """A plain table whose rows begin with their name."""
    head = html.Tr([html.Th(words, scope="col") for words in heads])
    body = [
        html.Tr(
            [
                html.Th(first, scope="row"),
                *(html.Td(cell, **{"data-h": words}) for cell, words in zip(rest, heads[1:], strict=True)),
            ]
        )
        for first, *rest in rows
    ]
    table = html.Table(
        [html.Caption(caption, className="unseen"), html.Thead(head), html.Tbody(body)], className="plain stack"
    )
    return html.Div(table, className="list-scroll", tabIndex=0, role="region", **{"aria-label": caption})
