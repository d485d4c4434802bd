"""What an address that leads nowhere suggests: pages, lists and records that its words are like.

It knows the address and what the reader may see, and nothing else: a code that is internal is answered like one that
nobody has used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import Any, Final
from urllib.parse import unquote

from dash import html
from dash.development.base_component import Component

from akint_dash.components import offers
from akint_dash.components.record_link import list_path, to_sheet
from akint_dash.components.record_name import named
from akint_dash.components.search_field import search_field
from akint_dash.components.view import View
from akint_dash.domain.record_addresses import ENTITY
from akint_dash.domain.searching import sought
from akint_dash.measures.answering import nearest
from akint_dash.measures.search import find
from akint_dash.measures.understanding import names
from akint_dash.text import record

RECORDS: Final = 6
LIKE: Final = 0.6
"""So like must an address be to one of ours to be meant for it (0 to 1)."""
_APART: Final = re.compile(r"[/_.+]+")
_OURS: Final = frozenset(("en", "post", "data", "omrader", "virkemidler", *ENTITY))
"""Parts of addresses that are no words of what was looked for."""

Titles = Sequence[tuple[str, str]]
"""The addresses of the pages and their titles."""


def words_of(address: str) -> str:
    """What an address asks for, as one would type it in the search."""
    parts = [part for part in _APART.split(unquote(address)) if part.casefold() not in _OURS]
    return " ".join(" ".join(part for part in parts if part).split())[:80]


def not_found(view: View, address: str, titles: Titles) -> Sequence[Any]:
    """The page of an unknown address."""
    w, typed = view.words, words_of(address)
    links = list(dict.fromkeys([*_pages(view, address, titles), *_understood(view, typed)]))
    said = [w("Adressen kan være skrevet feil, eller siden kan være flyttet."), " ", _home(view)]
    field = search_field(view, "felt-sporsmal", typed, shown=True)
    lead = html.Section([html.Div([html.H1(w("Denne siden finnes ikke")), field]), html.P(said)], className="lead")
    cards = [_card(w("Sider"), [html.A(words, href=href) for words, href in links])] if links else []
    if found := list(_records(view, typed)):
        cards.append(_card(w("Registreringer"), found))
    return [lead, html.Div(cards, className="grid hits")] if cards else [lead]


def _home(view: View) -> Component:
    return html.A(view.words("Til oversikten"), href=view.link("/"))


def _card(title: str, links: Iterable[Any]) -> Component:
    items = html.Ul([html.Li(link) for link in links], className="ledger plainlist")
    return html.Section([html.H2(title), items], className="card c6")


def _pages(view: View, address: str, titles: Titles) -> Iterator[tuple[str, str]]:
    """The list of the kind that the address names, and the pages whose addresses are like it."""
    w, path = view.words, address.removeprefix("/en").rstrip("/").casefold()
    for part in path.split("/"):
        if part in ENTITY:
            yield record.kinds(w, ENTITY[part]), view.link(list_path(ENTITY[part]))
    known = {where: title for where, title in titles if "<" not in where and where != "/"}
    ends = {where.rsplit("/", 1)[-1]: where for where in known}
    for end in get_close_matches(path.rsplit("/", 1)[-1], ends, n=2, cutoff=LIKE):
        yield known[ends[end]], view.link(ends[end])
    for where in get_close_matches(path, known, n=2, cutoff=LIKE):
        yield known[where], view.link(where)


def _understood(view: View, typed: str) -> Iterator[tuple[str, str]]:
    """What the words mean, or would with a letter changed."""
    known = names(view.portfolio, offers.countries())
    found = offers.read(view, typed)
    if not found.parts:
        found = offers.read(view, " ".join(filter(None, (nearest(known, word) for word in found.rest))))
    for reading in offers.readings(view, found):
        yield offers.title(view, reading, offers.unclear(found)), offers.way(view, reading)


def _records(view: View, typed: str) -> Iterator[Component]:
    for hit in find(view.portfolio, sought(typed))[:RECORDS]:
        yield html.A(named(view, hit.entity, hit.code), href=to_sheet(view, hit.entity, hit.code))
