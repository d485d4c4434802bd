"""Every record of one kind as a list to work in, and the kinds that there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from akint_dash.components.edit_link import new_href
from akint_dash.components.filters import filter_bar
from akint_dash.components.lead import lead
from akint_dash.components.notices import unknown_values
from akint_dash.components.page import Page
from akint_dash.components.parts import apart
from akint_dash.components.record_link import list_path, to_quality
from akint_dash.components.view import View
from akint_dash.domain.schema import ENTITIES, Entity, Sort
from akint_dash.measures.dated import planned
from akint_dash.measures.frame import frame
from akint_dash.measures.lists import touched
from akint_dash.pages.data import controls, plain
from akint_dash.pages.data.asked import OWN, YES, AskedList, entity_of, read
from akint_dash.pages.data.said import said
from akint_dash.store.involvement import RULES
from akint_dash.text import lists as text
from akint_dash.text import record as words
from akint_dash.text.bases import idle_of_list
from akint_dash.text.frame import to_come, told


def body(view: View) -> Sequence[Any]:
    """One list; nothing where there is no such kind."""
    entity = entity_of(view)
    if entity is None:
        return []
    w, asked = view.words, read(view, entity)
    over: list[Any] = [html.A(w("Alle registreringer"), href=view.link("/data"))]
    if href := new_href(view, entity):
        over += [" · ", html.A(w("Registrer en aktivitet"), href=href, className="no-paper")]
    title = text.title(w, entity, asked.found, staff=view.portfolio.audience == "staff")
    say = " ".join(
        filter(
            None,
            [
                f"{text.what(w, entity)}.",
                text.undated(w, asked.found.undated),
                _to_come(asked),
                idle_of_list(w, view.selection, touched(entity)),
                _age(view),
            ],
        )
    )
    return [
        html.Div([filter_bar(view, counted=False), lead(over, title, say, under=[controls.controls(asked)])]),
        *unknown_values(view, asked.bad),
        plain.card(asked),
    ]


def _age(view: View) -> str:
    """How new the county's own records are."""
    return "" if view.portfolio.is_empty else told(view.words, frame(view.scope))


def _to_come(asked: AskedList) -> str:
    """How many of a list of a kind of initiative no page counts; nothing of those that the pages count."""
    if asked.entity not in RULES or asked.question.counted:
        return ""
    view = asked.view
    return to_come(view.words, planned(view.scope, asked.entity, among=asked.found.codes), of_them=True)


def heading(view: View) -> str:
    """What the kind is called."""
    entity = entity_of(view)
    return words.kinds(view.words, entity) if entity else ""


def kinds(view: View) -> Sequence[Any]:
    """The kinds of records, how many of each the reader may see, and what they are; or what is counted, by kind."""
    if view.query.get("talt") == YES:
        return _counted(view)
    w, portfolio = view.words, view.portfolio
    total = sum(len(portfolio.records(entity)) for entity in ENTITIES)
    say = w(
        "Hver type registrering har en liste som kan sorteres, filtreres, søkes i, kopieres og lastes ned. "
        "Tallet omfatter også de faste listene."
    )
    say = " ".join(filter(None, [say, _age(view), to_come(w, planned(view.scope.widened(), *RULES))]))
    inside = view.viewer.audience == "staff"
    collected = html.A(w("Årets innsamling"), href=view.link("/data/innsamling"))
    parts = [e for e in ENTITIES.values() if e.parent]
    lists = [e for e in ENTITIES.values() if e.sort is Sort.LIST]
    whole = [e for e in ENTITIES.values() if e not in parts and e not in lists]
    groups = ((w("Hovedlister"), whole), (w("Detaljer om registreringene"), parts), (w("Faste lister"), lists))
    sections = [
        html.Section([html.H2(words_of), _kinds(view, some, words_of)], className="card c12")
        for words_of, some in groups
    ]
    return [
        lead(
            w("For ansatte"),
            w.n("Én registrering i alt", "{n} registreringer i alt", total),
            say,
            under=[html.P(apart([to_quality(view), *([collected] if inside else [])]))],
        ),
        html.Div(sections, className="grid section"),
    ]


def _counted(view: View) -> Sequence[Any]:
    """The initiatives of the selection, kind by kind: together as many as every page counts."""
    w = view.words
    every = html.A(w("Alle registreringer"), href=view.link("/data", own={"talt": None}))
    rows = {entity: len(view.scope.codes(entity, any_year=False)) for entity in RULES}
    title = w.n("Ett tiltak", "{n} tiltak", sum(rows.values()))
    say = w("Dette er registreringene bak antallet tiltak på sidene, med filtrene som er valgt.")
    part = html.Section(_kinds(view, [ENTITIES[entity] for entity in RULES], title, rows), className="card c12")
    return [
        html.Div([filter_bar(view, counted=False), lead(every, title, say)]),
        html.Div(part, className="grid section"),
    ]


def _kinds(view: View, some: Sequence[Entity], caption: str, counted: Mapping[str, int] | None = None) -> Any:
    w = view.words
    own = {"talt": YES} if counted else None
    counts = counted or {e.name: len(view.portfolio.records(e.name)) for e in some}
    heads = (w("Liste"), w("Antall"), w("Hva den inneholder"))
    rows = [
        html.Tr(
            [
                html.Th(html.A(words.kinds(w, e.name), href=view.link(list_path(e.name), own=own)), scope="row"),
                html.Td(w.number(counts[e.name]), className="r", **{"data-h": heads[1]}),
                html.Td(text.what(w, e.name), **{"data-h": heads[2]}),
            ]
        )
        for e in some
    ]
    head = [html.Th(word, scope="col", className="r" if at == 1 else None) for at, word in enumerate(heads)]
    return html.Table(
        [html.Caption(caption, className="unseen"), html.Thead(html.Tr(head)), html.Tbody(rows)],
        className="plain stack records kinds",
    )


KINDS = Page("/data", "Alle registreringer", kinds, own=("talt",), filters=False)
PAGE = Page(
    "/data/<slag>",
    "Liste",
    body,
    own=OWN,
    filters=False,
    exists=lambda view: entity_of(view) is not None,
    heading=heading,
    said=said,
)
