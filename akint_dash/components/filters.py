"""The selection on screen: menus whose entries are links, and a chip for each thing chosen. The URL is the state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from akint_dash.components.chosen import label_of
from akint_dash.components.parts import unseen
from akint_dash.components.view import View
from akint_dash.domain.choices import CHOICES
from akint_dash.domain.selection import RINGS, WEIGHTS, Selection
from akint_dash.measures.weight import registered
from akint_dash.store.involvement import INSTRUMENTS

LISTS: Final = (
    ("omrade", "Rådsområde", "area"),
    ("virkemiddel", "Virkemiddel", "instrument"),
    ("program", "Program", "programme"),
    ("tema", "Tema", "theme"),
    ("status", "Status", ""),
    ("ring", "Geografi", ""),
)
"""Parameter, message id, and the entity whose records are its entries."""


def filter_bar(view: View) -> Component:
    """Menus, chips and how many records are left."""
    w = view.words
    left = registered(view.scope)
    menus = [_menu(view, name, words, entity) for name, words, entity in LISTS]
    return html.Div(
        [
            html.Button(
                w("Filtre"),
                type="button",
                className="filter-button",
                **{"data-opens": "utvalg", "aria-expanded": "false", "aria-controls": "utvalg"},
            ),
            html.Div([*menus, _period(view), _as_of(view), _text(view)], id="utvalg", className="picks"),
            html.Div(_chips(view), className="chips"),
            _my_area(view),
            html.P([html.B(w.number(left), className="num"), " ", _left(view)], className="left"),
        ],
        className="filters",
        role="search",
        **{"aria-label": w("Filtre")},
    )


def _left(view: View) -> str:
    """What the number counts: in a period a project of every year that it runs, not only those begun in it."""
    w = view.words
    if view.selection.periode:
        return w("tiltak med disse filtrene; prosjekter er med i hvert år de løper")
    if view.selection.is_empty:
        return w("tiltak i alt")
    return w("tiltak med disse filtrene")


def _my_area(view: View) -> Component:
    """The reader's own area, kept in this browser only: offered as a start, or chosen when one area is shown."""
    w, chosen = view.words, view.selection.omrade
    if len(chosen) == 1:
        name = view.name("area", chosen[0])
        words, done = w("Gjør dette til mitt område"), w("Lagret i denne nettleseren")
        return html.Button(
            words,
            type="button",
            className="clear",
            **{"data-own-area": chosen[0], "data-name": name, "data-done": done},
        )
    return html.A(w("Mitt område"), href=view.link(), className="clear", hidden=True, **{"data-my-area": ""})


def _options(view: View, name: str, entity: str) -> Sequence[tuple[str, str]]:
    if name == "status":
        return [(code, label_of(view, name, code)) for code in CHOICES["status"]]
    if name == "ring":
        return [(code, label_of(view, name, code)) for code in RINGS]
    records = view.portfolio.records(entity)
    if entity == "programme":
        used = _used_programmes(view)
        records = {code: values for code, values in records.items() if code in used}
    if entity == "instrument":
        return [(code, label_of(view, name, code)) for code in INSTRUMENTS if code in records]
    return sorted(((code, label_of(view, name, code)) for code in records), key=lambda option: option[1])


def _used_programmes(view: View) -> set[str]:
    used: set[str] = set(view.selection.program)
    for entity in ("project", "call"):
        for values in view.portfolio.records(entity).values():
            code = str(values.get("programme", ""))
            while code and code not in used:
                used.add(code)
                code = str(view.portfolio.get("programme", code).get("parent", ""))
    return used


def _menu(view: View, name: str, words: str, entity: str) -> Component:
    w = view.words
    chosen: tuple[str, ...] = getattr(view.selection, name)
    entries = [
        html.Li(
            html.A(
                [label, unseen(", " + w("valgt")) if code in chosen else None],
                href=view.link(selection=view.selection.toggle(name, code)),
                className="on" if code in chosen else None,
            )
        )
        for code, label in _options(view, name, entity)
    ]
    return html.Details(
        [html.Summary(w(words), className="pick"), html.Ul(entries, className="entries")],
        className="menu-box",
        id=f"valg-{name}",
        **{"data-menu": ""},
    )


def _form(view: View, name: str, words: str, fields: Sequence[Any], drop: Mapping[str, Any]) -> Component:
    rest = replace(view.selection, **drop)
    return html.Details(
        [
            html.Summary(view.words(words), className="pick"),
            html.Form(
                [*fields, html.Button(view.words("Vis"), type="submit", className="go")],
                action=view.link(selection=rest),
                method="get",
                className="entries",
                **{"data-query": ""},
            ),
        ],
        className="menu-box",
        id=f"valg-{name}",
        **{"data-menu": ""},
    )


def _period(view: View) -> Component:
    first, last = view.strategy.first_year, view.strategy.last_year
    options = [(f"{first}-{last}", view.words.years(first, last))] + [
        (f"{y}-{y}", str(y)) for y in range(first, last + 1)
    ]
    links = [
        html.Li(
            html.A(
                label,
                href=view.link(periode=(int(code[:4]), int(code[5:]))),
                className="on" if view.selection.periode == (int(code[:4]), int(code[5:])) else None,
            )
        )
        for code, label in options
    ]
    return html.Details(
        [html.Summary(view.words("Periode"), className="pick"), html.Ul(links, className="entries")],
        className="menu-box",
        id="valg-periode",
        **{"data-menu": ""},
    )


def _as_of(view: View) -> Component:
    value = view.selection.per.isoformat() if view.selection.per else ""
    field = dbc.Input(type="date", name="per", id="felt-per", value=value, max=view.today.isoformat())
    label = html.Label(view.words("Vis tallene slik de var den dagen"), htmlFor="felt-per")
    return _form(view, "per", "Per dato", [label, field], {"per": None})


def _text(view: View) -> Component:
    field = dbc.Input(type="text", name="sok", id="felt-sok", value=view.selection.sok, maxlength=80)
    label = html.Label(view.words("Ord i tittel eller navn"), htmlFor="felt-sok")
    return _form(view, "sok", "Søk i titler", [label, field], {"sok": ""})


def _chips(view: View) -> list[Component]:
    w, chosen = view.words, view.selection
    chips = [
        _chip(view, f"{w(words)}: {label}", chosen.toggle(name, code))
        for name, words, entity in LISTS
        for code, label in _chosen_labels(view, name, entity)
    ]
    if chosen.periode:
        chips.append(_chip(view, f"{w('Periode')} {w.years(*chosen.periode)}", replace(chosen, periode=None)))
    if chosen.sok:
        chips.append(_chip(view, f"«{chosen.sok}»", replace(chosen, sok="")))
    if chosen.per:
        chips.append(_chip(view, f"{w('Per')} {w.date(chosen.per)}", replace(chosen, per=None)))
    if chips:
        empty = Selection(vekt=chosen.vekt)
        chips.append(html.A(w("Nullstill"), href=view.link(selection=empty), className="clear"))
    return chips


def _chosen_labels(view: View, name: str, entity: str) -> list[tuple[str, str]]:
    chosen = getattr(view.selection, name)
    return [(code, label) for code, label in _options(view, name, entity) if code in chosen]


def _chip(view: View, words: str, without: Selection) -> Component:
    remove = view.words("Fjern {words}", words=words)
    return html.Span(
        [words, html.A("×", href=view.link(selection=without), **{"aria-label": remove})], className="chip"
    )


def weight_links(view: View) -> list[Component | str]:
    """'Vis som antall, timer, kroner': the other ways to weigh."""
    w = view.words
    words = {"antall": w("antall"), "timer": w("timer"), "kroner": w("kroner")}
    links: list[Component | str] = [html.Span(w("Vis som"))]
    links += [html.A(words[weight], href=view.link(vekt=weight)) for weight in WEIGHTS if weight != view.selection.vekt]
    return links
