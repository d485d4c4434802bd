"""About: what each measure means, where the data come from and how old they are, the revisions, and the credits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.page import Page
from akint_dash.components.shell import source_words
from akint_dash.components.view import View
from akint_dash.domain.table import Cell, Heading, table
from akint_dash.pages.about.section import section
from akint_dash.store.data_days import recorded_day
from akint_dash.text.definitions import definitions
from akint_dash.text.glossary import glossary
from akint_dash.text.words import Language, capital

SHOWN: Final = 15
"""How many updates are listed."""


def body(view: View) -> Sequence[Any]:
    """Definitions, sources, revisions, credits."""
    w = view.words
    say = w("Alle tall regnes ut på nytt fra de samme registreringene, med de samme reglene, hver gang siden åpnes.")
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
    title = w.n("Ett begrep forklarer hva vi teller", "{Count} begreper forklarer hva vi teller", len(data.rows))
    say = w("Slik teller vi, og slik avgjør vi hvilket år et tall hører til.")
    return section(view, "definisjoner", title, say, data, index=True)


def _glossary(view: View) -> Component:
    w = view.words
    own: Language = w.language
    other: Language = "en" if own == "nb" else "nb"
    writes = view.portfolio.audience == "staff"  # what not to say is for those who write
    heads = (
        Heading("word", Cell.TEXT, "Ord"),
        Heading("full", Cell.TEXT, "Betydning"),
        *((Heading("not", Cell.TEXT, "Sier vi ikke"),) if writes else ()),
        Heading("other", Cell.TEXT, "På engelsk" if own == "nb" else "På bokmål", lang=other),
    )
    rows = [
        (term.word[own], term.full[own] or "–", *((term.not_ours(own),) if writes else ()), term.word[other])
        for term in glossary()
    ]
    title = w.n("Ordliste med ett ord", "Ordliste med {n} ord", len(rows))
    say = w("Hvert begrep har ett ord på bokmål og ett på engelsk.")
    return section(view, "ordliste", title, say, table(heads, rows), index=True)


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
            view.words.date(r.data_as_of) if r.data_as_of else view.words("ikke oppgitt"),
        )
        for name, r in newest.items()
    ]
    heads = (
        Heading("source", Cell.TEXT, "Kilde"),
        Heading("revision", Cell.COUNT, "Oppdatering"),
        Heading("date", Cell.DATE, "Mottatt"),
        Heading("age", Cell.DAYS, "Dager siden"),
        Heading("as_of", Cell.TEXT, "Data per"),
    )
    return section(
        view,
        "kilder",
        w.n("Tallene kommer fra én kilde", "Tallene kommer fra {count} kilder", len(rows)),
        w("«Dager siden» viser hvor lenge det er siden vi sist mottok data fra kilden."),
        table(heads, rows),
        "c7",
    )


def _revisions(view: View) -> Component:
    w = view.words
    told = [
        r for r in view.portfolio.revisions if r.added or r.changed or r.closed or view.portfolio.audience == "staff"
    ]
    some = list(reversed(told))[:SHOWN]
    rows = [(r.number, recorded_day(r).isoformat(), r.added, r.changed, r.closed) for r in some]
    heads = (
        Heading("revision", Cell.COUNT, "Oppdatering"),
        Heading("date", Cell.DATE, "Dato"),
        Heading("added", Cell.COUNT, "Nye"),
        Heading("changed", Cell.COUNT, "Endrede"),
        Heading("closed", Cell.COUNT, "Avsluttede"),
    )
    total = len(told)
    said = w("Feil kan rettes, og historikken beholdes.")
    say = said if len(rows) == total else f"{w('De siste {n} vises.', n=len(rows))} {said}"
    return section(view, "revisjoner", w.n("Én oppdatering", "{n} oppdateringer", total), say, table(heads, rows), "c5")


def _credits(view: View) -> Component:
    w = view.words
    heads = (
        Heading("what", Cell.TEXT, "Hva"),
        Heading("from", Cell.TEXT, "Fra"),
        Heading("licence", Cell.TEXT, "Lisens"),
    )
    rows = [
        (w("Skrift"), "Hanken Grotesk 5.3.0", "OFL-1.1"),
        (w("Kartets omriss"), "Natural Earth, superset-ui 0.20.3, world-atlas 2.0.2", w("Fri bruk, Apache-2.0, ISC")),
        (w("Fylkesgrenser rundt Oslo"), w("Kartverket"), "CC BY 4.0"),
        (w("Navn på språk og land"), "Unicode CLDR, Babel", "Unicode-3.0, BSD-3-Clause"),
    ]
    return section(view, "kreditering", w("Med takk til"), w("Det vi har hentet fra andre."), table(heads, rows))


PAGE = Page("/om", "Definisjoner og kilder", body, filters=False)
