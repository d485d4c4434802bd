"""Search: what the words mean and what that offers, then the records that hold them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components import offers
from akint_dash.components.page import Page
from akint_dash.components.search_field import search_field
from akint_dash.components.view import View
from akint_dash.measures.answering import Found, answer, nearest
from akint_dash.measures.offers import Offer, Tally, numbers
from akint_dash.measures.understanding import Understood
from akint_dash.measures.understanding import names as names_of
from akint_dash.pages.search.hits import groups, members
from akint_dash.pages.search.reading import reading_card
from akint_dash.text import search as text
from akint_dash.text.words import inside

TRIED: Final = ("samferdsel 2025 interreg", "frister utdanning", "medlemskap over 100 000", "P-0017")
"""Searches that show what can be asked."""


def body(view: View) -> Sequence[Any]:
    """The page: the finding, what was understood, the offers, then a group for each kind of record."""
    typed = view.query.get("q", "").strip()
    if not typed:
        return [_lead(view, view.words("Hva leter du etter?"), [_covers(view), *_examples(view)])]
    found = offers.read(view, typed)
    readings = offers.readings(view, found)
    told = [numbers(view.scope, one) for one in readings]
    records = answer(view.scope.widened(), found, readings)
    apart = offers.unclear(found)
    made = [reading_card(view, one, number, apart) for one, number in zip(readings, told, strict=True)]
    parts: list[Any] = [_lead(view, _title(view, typed, readings, told, records), _said(view, found, records))]
    if made:
        parts.append(html.Div(made, className="grid offers"))
    cards = groups(view, records) or (members(view, readings[0], told[0]) if readings else [])
    return [*parts, html.Div(cards, className="grid hits")]


def _lead(view: View, title: str, say: list[Component]) -> Component:
    field = search_field(view, "felt-sporsmal", view.query.get("q", ""), shown=True)
    return html.Section([html.Div([html.H1(title), field]), html.Div(say, className="told-words")], className="lead")


def _title(view: View, typed: str, readings: list[Offer], told: list[Tally], records: Found) -> str:
    w = view.words
    if records.n:
        return w.n("Ett treff på «{text}»", "{Count} treff på «{text}»", records.n, text=typed)
    if not readings:
        return w("Ingen treff på «{text}»", text=typed)
    name, found = offers.names(view, readings[0]), offers.facts(view, readings[0], told[0])
    if not found:
        return offers.title(view, readings[0])
    if name and ": " in found[0].said:  # a list's own name has its colon
        return w("{name}, {fact}", name=name, fact=inside(found[0].said))
    return w("{name}: {fact}", name=name, fact=found[0].said) if name else found[0].said


def _said(view: View, found: Understood, records: Found) -> list[Component]:
    """How the words were understood, and which of them were not found or not looked for."""
    w, lines = view.words, list[Any]()
    if found.parts:
        meant = [
            text.meant(w, p.said, [(m.sort, offers.meaning_name(view, m)) for m in p.meanings]) for p in found.parts
        ]
        items = [html.Li(words) for words in meant]
        lines += [html.P(w("Slik er ordene forstått:")), html.Ul(items, className="meant")]
    nothing = not records.n and not found.parts and not records.alone
    if records.dropped and not (nothing and len(records.dropped) == 1 and not _nearest(view, records)):
        rest = records.n or found.parts
        said = w("Fant ikke {words}; viser treff på resten.") if rest else w("Fant ikke {words}.")
        lines.append(html.P([said.format(words=text.quoted(w, records.dropped)), *_nearest(view, records)]))
    if records.alone:
        lines.append(html.P([w("Ingen registrering har alle ordene. Hvert for seg:"), " ", *_alone(view, records)]))
    if found.small:
        words = text.quoted(w, found.small)
        lines.append(html.P(w("Småord er ikke søkt etter: {words}.", words=words), className="note"))
    if nothing:
        lines.append(html.P(w("Prøv færre ord, en kortere del av ordet eller et saksnummer.")))
    return lines


def _nearest(view: View, records: Found) -> list[Any]:
    """Words that are like those not found, as searches."""
    w, known = view.words, names_of(view.portfolio, offers.countries())
    typed, made = view.query.get("q", ""), list[Any]()
    for word in records.dropped:
        if like := nearest(known, word):
            again = typed.replace(word, like)
            made += [" ", w("Mente du"), " ", html.A(w("«{text}»", text=again), href=_again(view, again)), "?"]
    return made


def _alone(view: View, records: Found) -> list[Any]:
    made: list[Any] = []
    for word, n in records.alone:
        made += [html.A(word, href=_again(view, word)), f" ({view.words.number(n)})", " · "]
    return made[:-1]


def _again(view: View, typed: str) -> str:
    return view.link("/sok", own={"q": typed})


def _covers(view: View) -> Component:
    w = view.words
    return html.P(
        w(
            "Skriv ord i hvilken som helst rekkefølge: navn på rådsområder, programmer, kommuner, land og år, "
            "det du leter etter, en referanse eller et saksnummer."
        )
    )


def _examples(view: View) -> list[Component]:
    links: list[Any] = []
    for one in TRIED:
        links += [html.A(one, href=_again(view, one)), " · "]
    lang = None if view.words.language == "nb" else "nb"
    return [html.Div([view.words("For eksempel:"), " ", *links[:-1]], lang=lang)]


def _asked(view: View) -> Iterator[tuple[str, str]]:
    if typed := view.query.get("q"):
        yield view.words("Søk"), view.words("«{text}»", text=typed)


PAGE = Page("/sok", "Søk", body, own=("q",), filters=False, said=_asked)
