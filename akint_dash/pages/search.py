"""Search: everything that names what was typed, and what is tied to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.page import Page
from akint_dash.components.record_link import list_path, to_sheet
from akint_dash.components.spoken import spoken
from akint_dash.components.view import View
from akint_dash.domain.selection import Selection
from akint_dash.measures.search import Hit, search

SHOWN: Final = 12


def body(view: View) -> Sequence[Any]:
    """The page: how many, then a group for each kind of record."""
    w, text = view.words, view.query.get("q", "")
    found = search(view.portfolio, text)
    total = sum(len(hits) for hits in found.values())
    if not text:
        title = w("Hva leter du etter?")
    elif total:
        title = w.n("Ett treff på «{text}»", "{n} treff på «{text}»", total, text=text)
    else:
        title = w("Ingen treff på «{text}»", text=text)
    say = w(
        "Søket omfatter rådsområder, regioner, samarbeid, prosjekter, EU-saker, aktiviteter, "
        "organisasjoner, eksterne aktører, programmer, mål og utlysninger."
    )
    if text and not total:
        say = w("Prøv færre ord, en kortere del av ordet eller et saksnummer.")
    return [
        html.Section([html.Div(html.H1(title)), html.P(say)], className="lead"),
        html.Div([_group(view, entity, hits) for entity, hits in found.items()], className="grid hits"),
    ]


def _heading(view: View, entity: str) -> str:
    w = view.words
    return {
        "region": w("Regioner"),
        "area": w("Rådsområder"),
        "cooperation": w("Bilaterale samarbeid"),
        "project": w("Prosjekter"),
        "dossier": w("EU-saker"),
        "activity": w("Aktiviteter"),
        "organisation": w("Organisasjoner"),
        "call": w("Utlysninger"),
        "actor": w("Eksterne aktører"),
        "goal": w("Mål"),
        "programme": w("Programmer"),
    }[entity]


def _group(view: View, entity: str, hits: list[Hit]) -> Component:
    w = view.words
    items = [_item(view, hit) for hit in hits[:SHOWN]]
    if len(hits) > SHOWN:
        items.append(html.Li(w("og {n} til", n=w.number(len(hits) - SHOWN)), className="note"))
    head = html.H2([_heading(view, entity), " ", html.Span(f"({w.number(len(hits))})", className="note num")])
    href = view.link(list_path(entity), own={"finn": view.query.get("q", "")})
    way = html.P(html.A(w("Søk i hele listen"), href=href), className="note")
    return html.Section([head, html.Ul(items, className="ledger plainlist"), way], className="card c6")


def _item(view: View, hit: Hit) -> Component:
    asked = view.query.get("q", "").strip().casefold()
    note = _through(view, hit) if hit.through else hit.code if asked in hit.code.casefold() else ""
    return html.Li(
        [
            html.A(
                spoken(view, hit.entity, hit.code),
                href=to_sheet(view, hit.entity, hit.code, selection=Selection(per=view.selection.per)),
            ),
            html.Span(note) if note else None,
        ]
    )


def _through(view: View, hit: Hit) -> str:
    """What the record is tied to: its programme, theme, partner or what else was found."""
    return view.words("knyttet til {name}", name=view.name(*hit.through) if hit.through else "")


def _said(view: View) -> Iterator[tuple[str, str]]:
    if text := view.query.get("q"):
        yield view.words("Søk"), view.words("«{text}»", text=text)


PAGE = Page("/sok", "Søk", body, own=("q",), filters=False, said=_said)
