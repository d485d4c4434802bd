"""About: what each measure means, where the data come from and how old they are, the revisions, and the credits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.page import Page
from akint_dash.components.shell import source_words
from akint_dash.components.table import plain_table
from akint_dash.components.view import View
from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.store.data_days import recorded_day
from akint_dash.text.definitions import definitions
from akint_dash.text.glossary import glossary
from akint_dash.text.words import Language, capital

SHOWN: Final = 15


def body(view: View) -> Sequence[Any]:
    """Definitions, sources, revisions, credits."""
    w = view.words
    say = w("Alle tall regnes på nytt av den samme porteføljen, med de samme reglene, hver gang siden åpnes.")
    return [
        html.Section([html.Div(html.H1(w("Hva tallene betyr, og hvor de kommer fra"))), html.P(say)], className="lead"),
        html.Div(
            [_definitions(view), _sources(view), _revisions(view), _credits(view), _glossary(view)], className="grid"
        ),
    ]


def _definitions(view: View) -> Component:
    w = view.words
    heads = (
        Heading("name", Cell.TEXT, "Begrep"),
        Heading("meaning", Cell.TEXT, "Hva det er"),
        Heading("year", Cell.TEXT, "Hvilket år tallet hører til"),
    )
    data = table(heads, [(d.name, d.meaning, d.year) for d in definitions(w)])
    return _section(
        view, "definisjoner", w("Definisjoner"), w("Slik teller vi, og hvilket år et tall hører til."), data
    )


def _glossary(view: View) -> Component:
    w = view.words
    own: Language = w.language
    other: Language = "en" if own == "nb" else "nb"
    heads = (
        Heading("word", Cell.TEXT, "Ord"),
        Heading("full", Cell.TEXT, "Fullt ut"),
        Heading("not", Cell.TEXT, "Sier vi ikke"),
        Heading("other", Cell.TEXT, "På engelsk" if own == "nb" else "På bokmål", lang=other),
    )
    rows = [
        (term.word[own], term.full[own], ", ".join(term.instead_of[own]).replace("*", "…"), term.word[other])
        for term in glossary()
    ]
    say = w("Hver ting har ett ord på bokmål og ett på engelsk.")
    return _section(view, "ordliste", w("Ordliste"), say, table(heads, rows))


def _sources(view: View) -> Component:
    w = view.words
    newest: dict[str, Any] = {}
    for revision in view.portfolio.revisions:
        for source in revision.source.split(", "):
            if name := source_words(w, source):
                newest[name] = revision
    rows = [
        (
            capital(name),
            r.number,
            recorded_day(r).isoformat(),
            (view.today - recorded_day(r)).days,
            r.data_as_of,
        )
        for name, r in newest.items()
    ]
    heads = (
        Heading("source", Cell.TEXT, "Kilde"),
        Heading("revision", Cell.COUNT, "Oppdatering"),
        Heading("date", Cell.DATE, "Lest inn"),
        Heading("age", Cell.DAYS, "Dager siden"),
        Heading("as_of", Cell.TEXT, "Data per"),
    )
    return _section(
        view,
        "kilder",
        w.n("Én kilde er lest inn", "{n} kilder er lest inn", len(rows)),
        w("Alderen sier når vi sist leste kilden."),
        table(heads, rows),
        "c7",
    )


def _revisions(view: View) -> Component:
    w = view.words
    some = list(reversed(view.portfolio.revisions))[:SHOWN]
    rows = [(r.number, recorded_day(r).isoformat(), r.added, r.changed, r.closed) for r in some]
    heads = (
        Heading("revision", Cell.COUNT, "Oppdatering"),
        Heading("date", Cell.DATE, "Dato"),
        Heading("added", Cell.COUNT, "Nye"),
        Heading("changed", Cell.COUNT, "Endret"),
        Heading("closed", Cell.COUNT, "Lukket"),
    )
    total = len(view.portfolio.revisions)
    say = w("De siste {n} vises. Alt kan angres, og ingenting slettes fra historikken.", n=len(rows))
    return _section(
        view, "revisjoner", w.n("Én oppdatering", "{n} oppdateringer", total), say, table(heads, rows), "c5"
    )


def _credits(view: View) -> Component:
    w = view.words
    heads = (
        Heading("what", Cell.TEXT, "Hva"),
        Heading("from", Cell.TEXT, "Fra"),
        Heading("licence", Cell.TEXT, "Lisens"),
    )
    rows = [
        (w("Skrift"), "Hanken Grotesk 5.3.0", "OFL-1.1"),
        (w("Kartets omriss"), "Natural Earth, superset-ui 0.20.3, world-atlas 2.0.2", "Public domain, Apache-2.0, ISC"),
        (w("Fylkesgrenser rundt Akershus"), w("Kartverket"), "CC BY 4.0"),
        (w("Navn på språk og land"), "Unicode CLDR, Babel", "Unicode-3.0, BSD-3-Clause"),
    ]
    return _section(view, "kreditering", w("Med takk til"), w("Det vi har hentet fra andre."), table(heads, rows))


def _section(view: View, key: str, title: str, say: str, data: Table, size: str = "c12") -> Component:
    return card(
        view,
        key,
        title=title,
        say=say,
        figure=plain_table(view, data, title, stack=True, captioned=False),
        data=data,
        caption=title,
        size=size,
        level=2,
        plain=True,
    )


PAGE = Page("/om", "Definisjoner og kilder", body, filters=False)
