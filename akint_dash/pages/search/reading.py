"""One reading of a search: what it is called, its numbers, each leading on, and the pages it means something on."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components import offers
from akint_dash.components.record_link import linked
from akint_dash.components.view import View
from akint_dash.measures.offers import Offer, Tally
from akint_dash.measures.understanding import Meaning
from akint_dash.text import search as text


def reading_card(view: View, offer: Offer, found: Tally, apart: frozenset[Meaning]) -> Component:
    """The card of one reading."""
    w = view.words
    name = offers.title(view, offer, apart)
    head = html.H2(html.A(w("Vis {name}", name=name), href=offers.way(view, offer)))
    facts = [html.Li(html.A(one.said, href=one.href)) for one in offers.facts(view, offer, found)]
    parts: list[Any] = [head, html.Ul(facts, className="facts num") if facts else None, *_idle(view, found)]
    parts += [html.P(said, className="note") for said in offers.cannot(view, offer, found)]
    links: list[Any] = []
    for words, href in offers.ways(view, offer):
        links += [html.A(words, href=href), " · "]
    if links:
        parts.append(html.P([w("Gå til"), " ", *links[:-1]], className="note ways-on"))
    return html.Section(parts, className="card c6")


def _idle(view: View, found: Tally) -> list[Component]:
    """The memberships that nothing is recorded from, by name."""
    if found.idle is None:
        return []
    of = next(one.n for one in found.lists if one.entity == "membership")
    names: list[Any] = []
    for code in found.idle:
        names += [linked(view, "membership", code), ", "]
    return [html.P([text.idle(view.words, len(found.idle), of), " ", *names[:-1]])]
