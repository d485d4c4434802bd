"""The choice of what a selection is compared with: another period, area or other filter; only what has a meaning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import parse_qsl

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from akint_dash.components.chosen import label_of
from akint_dash.components.parts import apart
from akint_dash.components.picks import chip
from akint_dash.domain.choices import CHOICES
from akint_dash.domain.selection import ENTITY_OF, RINGS
from akint_dash.measures.explore_compare import shown_of
from akint_dash.pages.explore.explored import AGAINST, POINTS, Explored
from akint_dash.pages.explore.side import ALL
from akint_dash.pages.explore.sides import EVERY
from akint_dash.text.words import capital

OFFERED = (
    ("periode", "Periode"),
    ("omrade", "Rådsområde"),
    ("virkemiddel", "Virkemiddel"),
    ("program", "Program"),
    ("tema", "Tema"),
    ("status", "Status"),
    ("ring", "Geografi"),
)
"""The filters that another value of is offered, and their words (message ids)."""
GONE = {**dict.fromkeys(POINTS), "blad": None, "sorter": None}


def compare(asked: Explored) -> Component | None:
    """The form, the year before where that is near at hand, and the way back; nothing where a question has no sides."""
    if not asked.has_meaning or asked.question.against or asked.question.then:
        return None
    w, view = asked.view.words, asked.view
    parts: list[Component | None] = [_form(asked)]
    if asked.compares:
        words = w("Mot {other}", other=asked.sides[1].name)
        parts.append(chip(view, words, view.link(own={**GONE, **dict.fromkeys(AGAINST)})))
        parts.append(html.A(w("Bytt side"), href=_turned(asked), className="clear", id="bytt-side"))
    else:
        parts.append(_year_before(asked))
    return html.Div(apart([part for part in parts if part is not None]), className="explore-against")


def _turned(asked: Explored) -> str:
    """The address with the two sides changed about."""
    one, other = (side.scope.selection for side in asked.sides)
    own: dict[str, str | None] = {**GONE}
    for parameter, name in AGAINST.items():
        own[parameter] = None
        if getattr(one, name) != getattr(other, name):
            said = dict(parse_qsl(replace(one, per=None).to_query())).get(name)
            own[parameter] = said or ALL
    return asked.view.link(selection=replace(other, per=asked.view.selection.per), own=own)


def _year_before(asked: Explored) -> Component | None:
    """The year shown against the one before: where a year is chosen that, else the newest that the data reach."""
    view = asked.view
    shown, chosen = shown_of(view.scope, asked.question.measure), view.selection.periode
    year = chosen[0] if chosen else shown.data_day.year
    if view.selection.maned or (chosen and chosen[0] != chosen[1]) or year - 1 < shown.begun or not shown.begun:
        return None
    if asked.question.by == "ar":
        return None
    words = view.words("{first} mot {second}", first=year, second=year - 1)
    href = view.link(periode=(year, year), own={**GONE, "mot-periode": year - 1})
    return html.A(words, href=href, className="clear", id="mot-aret-for")


def _form(asked: Explored) -> Component:
    view, w = asked.view, asked.view.words
    own = {**GONE, **dict.fromkeys(AGAINST), "og": None}
    kept = [*parse_qsl(view.selection.to_query()), *((n, v) for n, v in view.query.items() if n not in own)]
    selects = []
    for name, words in OFFERED:
        options = [("", w("som valgt")), (ALL, capital(w(EVERY[name]))), *_options(asked, name)]
        selects.append(_select(f"mot-{name}", w(words), options, view.query.get(f"mot-{name}", "")))
    form = html.Form(
        [
            *(dbc.Input(type="hidden", name=name, value=value) for name, value in kept),
            html.Div(w("Sammenlign valget i filtrene med et annet valg av:"), className="note"),
            *selects,
            html.Button(w("Sammenlign"), type="submit", className="go"),
        ],
        action=view.link(own=own),
        method="get",
        className="entries explore-other",
        **{"data-query": ""},
    )
    return html.Details(
        [html.Summary(w("Sammenlign med"), className="pick"), form],
        id="valg-mot",
        className="menu-box",
        **{"data-menu": ""},
    )


def _options(asked: Explored, name: str) -> Iterable[tuple[str, str]]:
    view = asked.view
    if name == "periode":
        first, last = view.strategy.first_year, view.strategy.last_year
        spans = [(year, year) for year in range(first, last + 1)] + [(first, last)]
        return [("-".join(map(str, dict.fromkeys(span))), view.words.years(*span)) for span in spans]
    codes: Sequence[str]
    if name == "status":
        codes = list(CHOICES["status"])
    elif name == "ring":
        codes = list(RINGS)
    else:
        codes = list(view.portfolio.records(ENTITY_OF[name]))
    if name == "program":
        used = {str(v.get("programme")) for v in view.portfolio.records("project").values()}
        codes = [code for code in codes if code in used]
    return sorted(((code, label_of(view, name, code)) for code in codes), key=lambda option: option[1])


def _select(name: str, label: str, options: Sequence[tuple[str, str]], chosen: str) -> Component:
    field = f"felt-{name}"
    made = [
        html.Option(words, value=code, **({"selected": "selected"} if code == chosen else {}))
        for code, words in options
    ]
    return html.Div([html.Label(label, htmlFor=field), html.Select(made, id=field, name=name)])
