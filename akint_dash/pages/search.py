"""Search: everything that names what was typed, and what is tied to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.page import Page
from akint_dash.components.parts import INSTRUMENT_PATH
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
    say = w("Regioner, samarbeid, prosjekter, saker, aktiviteter, organisasjoner, programmer, mål og utlysninger.")
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
    head = html.H2([_heading(view, entity), " ", html.Span(w.number(len(hits)), className="note num")])
    return html.Section([head, html.Ul(items, className="ledger plainlist")], className="card c6")


def _item(view: View, hit: Hit) -> Component:
    note = _through(view, hit) if hit.through else hit.code
    return html.Li([html.A(spoken(view, hit.entity, hit.code), href=_address(view, hit)), html.Span(note)])


def _through(view: View, hit: Hit) -> str:
    """What the record is tied to: a call comes from its programme."""
    w, name = view.words, view.name(*hit.through) if hit.through else ""
    return w("fra {name}", name=name) if hit.entity == "call" else w("gjennom {name}", name=name)


def _address(view: View, hit: Hit) -> str:
    """Where a record is shown: its own sheet, or the page of its kind narrowed to it."""
    plain = Selection(per=view.selection.per)
    code = hit.code
    if hit.entity == "region":
        return view.link("/kart", selection=plain, own={"region": code})
    if hit.entity == "cooperation":
        region = str(view.portfolio.get("cooperation", code).get("region", ""))
        return view.link("/kart", selection=plain, own={"region": region})
    if hit.entity == "area":
        return view.link(f"/omrader/{code.lower()}", selection=plain)
    if hit.entity == "call":
        return view.link("/utlysninger", selection=plain, own={"utlysning": code})
    if hit.entity == "goal":
        return view.link("/maal", selection=plain)
    if hit.entity == "programme":
        return view.link(INSTRUMENT_PATH["PRO"], selection=Selection(program=(code,), per=plain.per))
    page = {"dossier": "POL", "organisation": "POL", "activity": "KOM"}.get(hit.entity, "PRO")
    if hit.entity == "activity":
        page = _activity_page(view, code)
    return view.link(INSTRUMENT_PATH[page], selection=Selection(sok=code, per=plain.per))


def _activity_page(view: View, code: str) -> str:
    facts = view.portfolio.involvement
    for index, key in enumerate(facts.records):
        if key == ("activity", code):
            return ("PRO", "POL", "KOM", "BIL")[int(facts.instrument[(facts.record == index).argmax()])]
    return "KOM"


PAGE = Page("/sok", "Søk", body, own=("q",), filters=False)
