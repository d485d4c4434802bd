"""The records found, by kind, each leading to its sheet, and the way to the whole list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components import offers
from akint_dash.components.in_full import in_full
from akint_dash.components.record_link import list_path, to_sheet
from akint_dash.components.record_name import ended, named
from akint_dash.components.view import View
from akint_dash.domain.selection import Selection
from akint_dash.measures.answering import Found
from akint_dash.measures.offers import Offer, Tally
from akint_dash.measures.search import Hit, Rank, through
from akint_dash.text import record

SHOWN: Final = 12


def groups(view: View, records: Found) -> list[Component]:
    """A group for each kind, the kind with the best hit first; a municipality that is no more stands last in its."""
    return [
        _group(view, entity, sorted(hits, key=lambda hit: bool(ended(view, hit.entity, hit.code))), records)
        for entity, hits in records.hits.items()
    ]


def _group(view: View, entity: str, hits: Sequence[Hit], records: Found) -> Component:
    plain = Selection(per=view.selection.per)
    href = view.link(list_path(entity), selection=plain, own={"finn": " ".join(records.sought)})
    return _card(view, entity, hits, view.words("Søk i hele listen"), href)


def _card(view: View, entity: str, hits: Sequence[Hit], onward: str, href: str) -> Component:
    w = view.words
    items: list[Any] = [_item(view, hit) for hit in hits[:SHOWN]]
    if len(hits) > SHOWN:
        items.append(html.Li(w("og {n} til", n=w.number(len(hits) - SHOWN)), className="note"))
    head = html.H2([record.kinds(w, entity), " ", html.Span(f"({w.number(len(hits))})", className="note num")])
    way = html.P(html.A(onward, href=href), className="note")
    named_in_full = in_full(view, [_organisation(view, hit) for hit in hits[:SHOWN]])
    return html.Section([head, html.Ul(items, className="ledger plainlist"), *named_in_full, way], className="card c6")


def _organisation(view: View, hit: Hit) -> str:
    """Whose short name a hit goes by: an organisation's or a membership's."""
    if hit.entity == "organisation":
        return hit.code
    return str(view.portfolio.get("membership", hit.code).get("organisation", "")) if hit.entity == "membership" else ""


def members(view: View, offer: Offer, found: Tally) -> list[Component]:
    """The records of a reading that no other word looks for, list by list."""
    return [
        _card(
            view,
            one.entity,
            [Hit(one.entity, code, Rank.TIED) for code in one.codes],
            view.words("Se hele listen"),
            offers.list_way(view, offer, one),
        )
        for one in found.lists
        if one.codes and not one.unreached
    ]


def _item(view: View, hit: Hit) -> Component:
    href = to_sheet(view, hit.entity, hit.code, selection=Selection(per=view.selection.per))
    note = (
        hit.code if hit.rank is Rank.CODE else _through(view, hit) if hit.lacking else ended(view, hit.entity, hit.code)
    )
    return html.Li([html.A(named(view, hit.entity, hit.code), href=href), html.Span(note) if note else None])


def _through(view: View, hit: Hit) -> str:
    """What the record is tied to: its programme, partner or what else was found."""
    found = through(view.portfolio, hit)
    return view.words("knyttet til {name}", name=view.name(*found)) if found else ""
