"""The basket: cards of many pages in the order chosen, and all of them as one file. The address is the basket."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components import basket
from akint_dash.components.collected import Collected, Kept, collected, title
from akint_dash.components.download import basket_ways
from akint_dash.components.lead import lead
from akint_dash.components.page import Page
from akint_dash.components.parts import apart
from akint_dash.components.view import View
from akint_dash.exports.told import selection


def body(view: View) -> Sequence[Any]:
    """The cards in their order, each with the ways to move it, and their files; without any, how one gets some."""
    found = collected(view)
    told = [html.P(one, className="notice", role="status") for one in found.told]
    kept = html.Div(hidden=True, **{"data-basket-list": _list(found)}) if view.query.get(basket.OWN) else None
    return [_lead(view, found), *told, _cards(view, found) if found.kept else _how(view), kept]


def _list(found: Collected) -> str:
    """What the browser keeps of it; blank where it is empty."""
    return "".join(f"{one.entry}{basket.END}" for one in found.kept)


def _lead(view: View, found: Collected) -> Component:
    w, parts = view.words, found.publications
    if not parts:
        return lead(w("Kurv"), w("Kurven er tom") if not found.kept else w("Ingen av kortene kan vises"))
    say = w("Filene har nettopp disse kortene, i denne rekkefølgen, hvert med filtrene på sin side.")
    return lead(w("Kurv"), title(w, parts), say, under=[basket_ways(view)])


def _how(view: View) -> Component:
    w = view.words
    steps = [
        w("Finn en figur eller tabell på en av sidene, og velg det du vil i filtrene."),
        w("Trykk «Last ned» under figuren eller tabellen, og så «Legg i kurv»."),
        w("Åpne kurven øverst på siden, sett figurene og tabellene i rekkefølge og last dem ned som én fil."),
    ]
    note = w("Kurven ligger i denne nettleseren og i adressen til siden. Send adressen til den som skal ha samme kurv.")
    return html.Section(
        [html.H2(w("Slik fyller du kurven")), html.Ol([html.Li(one) for one in steps]), html.P(note, className="note")],
        className="how",
    )


def _cards(view: View, found: Collected) -> Component:
    entries = [one.entry for one in found.kept]
    items = [html.Li(list(_card(view, one, at, entries)), className="chosen-card") for at, one in enumerate(found.kept)]
    empty = html.A(view.words("Tøm kurven"), href=_to(view, []))
    return html.Section(
        [
            html.H2(view.words("Rekkefølgen"), className="unseen"),
            html.Ol(items, className="basket"),
            html.P(empty, className="basket-end"),
        ]
    )


def _card(view: View, one: Kept, at: int, entries: Sequence[str]) -> Iterator[Any]:
    w, made, exhibit = view.words, one.publication, one.exhibit
    if made is None or exhibit is None:
        name = w("Kort {n} er utelatt", n=at + 1)
        yield html.Div([html.H3(name), html.P(one.why, className="note")])
    else:
        name = exhibit.title
        over = " · ".join(dict.fromkeys(filter(None, [made.page, exhibit.over])))
        of = w("Valgte filtre: {selection}", selection=selection(w, made))
        day = w("Sett {day}", day=w.long_date(made.day))
        heading = html.H3(html.A(name, href=one.href))
        yield html.Div([html.P(over, className="over"), heading, html.P(f"{of} · {day}", className="note")])
    yield html.Div(apart(list(_ways(view, name, at, entries))), className="moves")


def _ways(view: View, name: str, at: int, entries: Sequence[str]) -> Iterator[Component]:
    """Up, down and out, as links; where a card is first or last the word stands, so that the keyboard stays there."""
    w, own = view.words, entries[at]
    for words, to, label in (
        (w("Opp"), at - 1, w("Flytt opp: {title}", title=name)),
        (w("Ned"), at + 1, w("Flytt ned: {title}", title=name)),
    ):
        rest = [*entries[:at], *entries[at + 1 :]]
        key = f"{'opp' if to < at else 'ned'}-{own}"
        if 0 <= to < len(entries):
            moved = [*rest[:to], own, *rest[to:]]
            yield html.A(words, href=_to(view, moved), id=key, **{"aria-label": label})
        else:
            yield html.Span(words, id=key, tabIndex=-1, className="idle")
    others = [*entries[:at], *entries[at + 1 :]]
    out = w("Ta ut: {title}", title=name)
    yield html.A(w("Ta ut"), href=_to(view, others), id=f"ut-{at + 1}", **{"aria-label": out})


def _to(view: View, entries: Sequence[str]) -> str:
    return view.link(own={basket.OWN: basket.written(entries)})


PAGE = Page(basket.PATH, "Kurv", body, own=(basket.OWN,), filters=False, most=basket.ROOM)
