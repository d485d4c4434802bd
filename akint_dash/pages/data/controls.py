"""What a list is asked with: words, filters of its columns, which columns it shows."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from akint_dash.components.parts import unseen
from akint_dash.components.picks import chip, entry, menu
from akint_dash.components.record_columns import first, offered
from akint_dash.components.record_name import plain_name
from akint_dash.components.record_value import YEARS
from akint_dash.components.view import View
from akint_dash.domain.choices import CHOICES
from akint_dash.domain.collation import in_order
from akint_dash.domain.schema import Column, Kind
from akint_dash.measures.lists import MISSING, NAME
from akint_dash.measures.quality import NOBODY
from akint_dash.pages.data.asked import BY_CODE, BY_SIZE, YES, AskedList, with_columns
from akint_dash.store.involvement import RULES
from akint_dash.text import lists as text
from akint_dash.text import quality
from akint_dash.text.record import exact
from akint_dash.text.words import Words

MOST_CHOICES = 300
"""A column that names records of more than so many is not filtered by a menu."""


def controls(asked: AskedList) -> Component:
    """The search of the list, its filters and its columns, each behind a word."""
    return html.Div([_search(asked), _filters(asked), _columns(asked), *_chips(asked)], className="list-controls")


def _search(asked: AskedList) -> Component:
    view, w = asked.view, asked.view.words
    field = dbc.Input(type="search", name="finn", id="felt-finn", value=asked.question.sought, maxlength=120)
    return html.Form(
        [
            html.Label(w("Søk i listen"), htmlFor="felt-finn"),
            field,
            html.Button(w("Søk"), type="submit", className="go"),
        ],
        action=view.link(own={"finn": None, "blad": None}),
        method="get",
        className="list-search",
        **{"data-query": ""},
    )


def _filters(asked: AskedList) -> Component:
    """A form with a field for each column shown that can be filtered."""
    view, w, every = asked.view, asked.view.words, offered(asked.view, asked.entity)
    shown = [every[name] for name in asked.columns]
    fields = [field for column in shown if (field := _field(asked, column))]
    dropped: dict[str, Any] = {f"{prefix}-{c.name}": None for c in shown for prefix in ("er", "fra", "til")}
    form = html.Form(
        [
            html.Div(fields, className="list-fields"),
            html.P(w("Kolonnene som vises, kan filtreres."), className="note"),
            html.Button(w("Vis"), type="submit", className="go"),
        ],
        action=view.link(own={**dropped, "blad": None}),
        method="get",
        className="entries",
        **{"data-query": ""},
    )
    return menu("filter", w("Filtrer kolonner"), form)


def _field(asked: AskedList, column: Column) -> Component | None:
    """The fields of one column: what it holds, or from and to."""
    view, w, name = asked.view, asked.view.words, column.name
    label = text.said_label(w, asked.entity, column)
    if column.kind in BY_CODE:
        options = _options(view, column)
        if len(options) > MOST_CHOICES:
            return None
        chosen = dict(asked.question.equal).get(name, "")
        choices = [("", w("alle")), *options, (MISSING, w("mangler"))]
        select = html.Select(
            [
                html.Option(said, value=code, **({"selected": "selected"} if code == chosen else {}))
                for code, said in choices
            ],
            id=f"felt-er-{name}",
            name=f"er-{name}",
        )
        return html.Div([html.Label(label, htmlFor=f"felt-er-{name}"), select])
    if column.kind not in BY_SIZE:
        return None
    kind = "date" if column.kind in (Kind.DATE, Kind.MOMENT) else "text"
    ends = [
        html.Span(
            [
                html.Label([unseen(f"{label}: "), said], htmlFor=f"felt-{prefix}-{name}"),
                dbc.Input(
                    type=kind,
                    name=f"{prefix}-{name}",
                    id=f"felt-{prefix}-{name}",
                    value=view.query.get(f"{prefix}-{name}", ""),
                    maxlength=20,
                ),
            ]
        )
        for prefix, said in _ends(w, column)
    ]
    return html.Div([html.Span(label, className="label"), html.Div(ends, className="ends")])


def _ends(w: Words, column: Column) -> tuple[tuple[str, str], tuple[str, str]]:
    """(parameter, words) of the two ends of a range: «fra dato» stands after a label whatever its grammar."""
    if column.kind in (Kind.DATE, Kind.MOMENT):
        return ("fra", w("fra dato")), ("til", w("til dato"))
    if column.name in YEARS:
        return ("fra", w("fra år")), ("til", w("til år"))
    return ("fra", w("minst")), ("til", w("høyst"))


def _options(view: View, column: Column) -> list[tuple[str, str]]:
    if column.kind is Kind.CHOICE:
        return [(code, view.words.choice(column.of, code)) for code in CHOICES[column.of]]
    named = [(code, plain_name(view, column.of, code)) for code in view.portfolio.records(column.of)]
    return sorted(named, key=lambda option: in_order(option[1]))


def _columns(asked: AskedList) -> Component:
    """Which columns are shown: each entry adds or takes away one."""
    view, w, entity = asked.view, asked.view.words, asked.entity
    entries = []
    for name, column in offered(view, entity).items():
        if name == NAME:
            continue
        on = name in asked.columns
        label = [text.said_label(w, entity, column), unseen(", " + w("vises")) if on else None]
        href = view.link(own={"kolonner": with_columns(asked, name), "blad": None})
        entries.append(entry(label, href, on=on, rel="nofollow"))
    if asked.columns != first(view, entity):
        entries.append(entry(w("Vis de vanlige"), view.link(own={"kolonner": None}), rel="nofollow"))
    return menu("kolonner", w("Kolonner"), entries)


def narrowings(asked: AskedList) -> list[tuple[str, str]]:
    """What the list is narrowed to beside the selection: in words, and the parameter that says so."""
    view, w, question = asked.view, asked.view.words, asked.question
    every, found = offered(view, asked.entity), list[tuple[str, str]]()

    def label(name: str) -> str:
        return text.said_label(w, asked.entity, every[name])

    if question.sought.strip():
        found.append((f"«{question.sought}»", "finn"))
    for name, code in question.equal:
        found.append((f"{label(name)}: {_said(view, every[name], code)}", f"er-{name}"))
    for at, bounds in enumerate((question.least, question.most)):
        for name, bound in bounds:
            prefix, words = _ends(w, every[name])[at]
            found.append((f"{label(name)}: {words} {_bound(view, bound)}", f"{prefix}-{name}"))
    if question.codes:
        n = len(question.codes)
        found.append((w.n("bare én utvalgt registrering", "bare {n} utvalgte registreringer", n), "koder"))
    rule, owner = question.rule
    if rule:
        found.append((quality.name(w, rule, view.day), "regel"))
    if owner:
        found.append((quality.owner(w, "" if owner == NOBODY else owner), "ansvarlig"))
    if question.counted:
        found.append((w("bare det som telles som tiltak"), "talt"))
    return found


def _chips(asked: AskedList) -> list[Component]:
    """What the list is narrowed to beside the selection, each with a way back."""
    view, w = asked.view, asked.view.words
    chips = [chip(view, words, view.link(own={name: None, "blad": None})) for words, name in narrowings(asked)]
    if asked.entity in RULES and not asked.question.counted:
        href = view.link(own={"talt": YES, "blad": None})
        chips.append(html.A(w("Vis bare det som telles som tiltak"), href=href, className="clear"))
    return [html.Div(chips, className="chips")] if chips else []


def _bound(view: View, bound: str | float) -> str:
    return view.words.date(bound) if isinstance(bound, str) else exact(view.words, bound)


def _said(view: View, column: Column, code: str) -> str:
    if code == MISSING:
        return view.words("mangler")
    if column.kind is Kind.CHOICE:
        return view.words.choice(column.of, code) if code in CHOICES[column.of] else code
    return plain_name(view, column.of, code)
