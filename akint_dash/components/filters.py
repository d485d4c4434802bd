"""The selection on screen: menus whose entries are links, and a chip for each thing chosen. The URL is the state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from akint_dash.components.chosen import label_of
from akint_dash.components.own_area import own_area, own_scope
from akint_dash.components.picks import chip, entry, menu, said_entry
from akint_dash.components.view import View
from akint_dash.domain.choices import CHOICES
from akint_dash.domain.county import COUNTY
from akint_dash.domain.history import Values
from akint_dash.domain.selection import RINGS, WEIGHTS, Selection
from akint_dash.measures.facts import unheard, untold
from akint_dash.measures.frame import frame
from akint_dash.measures.scope import Scope
from akint_dash.measures.weight import registered
from akint_dash.store.involvement import INSTRUMENTS
from akint_dash.text.frame import in_years

LISTS: Final = (
    ("omrade", "Rådsområde", "area"),
    ("virkemiddel", "Virkemiddel", "instrument"),
    ("program", "Program", "programme"),
    ("tema", "Tema", "theme"),
    ("status", "Status", ""),
    ("ring", "Geografi", ""),
    ("partner", "Partner", "region"),
    ("kommune", "Kommune", "municipality"),
    ("maned", "Måned", ""),
)
"""Parameter, message id, and the entity whose records are its entries."""
NAMED: Final = (*LISTS, ("periode", "Periode", ""), ("sok", "Søk i titler", ""))
"""The same of every filter that narrows what is counted."""


def filter_bar(view: View, *, counted: bool = True, over: Any = None) -> Component:
    """What the page is (``over``), menus, chips and how many records are left (not where the page counts its own,
    ``counted`` False)."""
    w = view.words
    menus = [_menu(view, name, words, entity) for name, words, entity in LISTS if name != "maned"]
    return html.Div(
        [
            over,
            html.Button(
                w("Filtre"),
                type="button",
                className="filter-button",
                **{"data-opens": "utvalg", "aria-expanded": "false", "aria-controls": "utvalg"},
            ),
            html.Div([*menus, _period(view), _month(view), _as_of(view), _text(view)], id="utvalg", className="picks"),
            html.Div(_chips(view), className="chips"),
            _my_area(view),
            html.P(_counted(view), className="left") if counted else None,
        ],
        className="filters",
        role="search",
        **{"aria-label": w("Filtre")},
    )


def _counted(view: View) -> list[Any]:
    """How many are left, and of what. Of a chosen period of which nothing is registered none counted is not 0."""
    scope = own_scope(view)
    n = registered(scope)
    lacking = unheard(scope) if view.selection.periode and not n and untold(scope) else ()
    return [_number(view, scope, n, lacking), " ", _left(view, n, lacking)]


def _number(view: View, scope: Scope, n: int, lacking: Sequence[int]) -> Component:
    """How many are left: the way to their lists."""
    w = view.words
    none = not n and bool(view.selection.periode) and not frame(view.scope).reached
    said = w("Ingen tiltak") if lacking else w.count_up(0) if none else w.number(n)
    left = html.B(said, className="num")
    href = view.link("/data", selection=scope.selection, own={"talt": "ja"})
    return html.A(left, href=href, title=view.words("Se dem i lister"))


def _left(view: View, n: int, lacking: Sequence[int]) -> str:
    """What the number counts: in a period a project of every year from its first step
    to its end, on its way or granted, not only those begun in it."""
    w = view.words
    if lacking:
        years = w.join([str(year) for year in lacking])
        return w("er registrert med disse filtrene; tall for {years} mangler", years=years)
    if own_area(view):
        return _left_of_area(view, n)
    if view.selection.maned:
        told = "tiltak med disse filtrene; måneden er den de begynte eller ble holdt i"
        return w.n(told, told, n)
    if view.selection.periode:
        told = "tiltak med disse filtrene; et prosjekt er med hvert år fra idé til slutt"
        return w.n(told, told, n) if frame(view.scope).reached else _to_come(view, n)
    if view.selection.is_empty:
        return w("tiltak i alt, alle år")
    return w.n("tiltak med disse filtrene", "tiltak med disse filtrene", n)


def _to_come(view: View, n: int) -> str:
    """What the number counts of a year that the data do not reach: projects that may go on then."""
    w, when = view.words, in_years(view.words, *(view.selection.periode or (0, 0)))
    if own_area(view):
        told = "prosjekt i rådsområdet kan pågå {when}, medregnet ideer og søknader"
        many = "prosjekter i rådsområdet kan pågå {when}, medregnet ideer og søknader"
        return w.n(told, many, n, when=when)
    if replace(view.selection, periode=None).is_empty:
        told, many = (
            "prosjekt kan pågå {when}, medregnet ideer og søknader",
            ("prosjekter kan pågå {when}, medregnet ideer og søknader"),
        )
        return w.n(told, many, n, when=when)
    told = "prosjekt med disse filtrene kan pågå {when}, medregnet ideer og søknader"
    many = "prosjekter med disse filtrene kan pågå {when}, medregnet ideer og søknader"
    return w.n(told, many, n, when=when)


def _left_of_area(view: View, n: int) -> str:
    """The same of an area's own page: the area's alone."""
    w = view.words
    if view.selection.maned:
        told = "tiltak i rådsområdet med disse filtrene; måneden er den de begynte eller ble holdt i"
        return w.n(told, told, n)
    if view.selection.periode:
        told = "tiltak i rådsområdet med disse filtrene; et prosjekt er med hvert år fra idé til slutt"
        return w.n(told, told, n) if frame(view.scope).reached else _to_come(view, n)
    if replace(view.selection, omrade=()).is_empty:
        return w("tiltak i rådsområdet, alle år")
    return w.n("tiltak i rådsområdet med disse filtrene", "tiltak i rådsområdet med disse filtrene", n)


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
    if name == "maned":
        return [(code, label_of(view, name, code)) for code in _months(view)]
    records = view.portfolio.records(entity)
    if entity == "programme":
        used = _used_programmes(view)
        records = {code: values for code, values in records.items() if code in used}
    if entity == "region":
        records = {code: records[code] for code in _partners(view) if code in records}
    if entity == "municipality":
        records = {code: values for code, values in records.items() if _ours(values) or code in view.selection.kommune}
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


def _ours(municipality: Values) -> bool:
    """Whether it is one of the county's own, of today."""
    return municipality.get("county") == COUNTY and "replaced_by" not in municipality


def _partners(view: View) -> set[str]:
    """The regions we have a bilateral partnership with, and those chosen: a mark can choose any region."""
    some = view.portfolio.records("cooperation").values()
    return {str(values["region"]) for values in some} | set(view.selection.partner)


def _menu(view: View, name: str, words: str, entity: str) -> Component:
    chosen: tuple[str, ...] = getattr(view.selection, name)
    entries = (
        said_entry(view, label, view.link(selection=view.selection.toggle(name, code)), on=code in chosen)
        for code, label in _options(view, name, entity)
    )
    return menu(name, view.words(words), entries)


def _form(view: View, name: str, words: str, fields: Sequence[Any], drop: Mapping[str, Any]) -> Component:
    rest = replace(view.selection, **drop)
    form = html.Form(
        [*fields, html.Button(view.words("Vis"), type="submit", className="go")],
        action=view.link(selection=rest),
        method="get",
        className="entries",
        **{"data-query": ""},
    )
    return menu(name, view.words(words), form)


def _period(view: View) -> Component:
    first, last = view.strategy.first_year, view.strategy.last_year
    options = [((first, last), view.words.years(first, last))] + [((y, y), str(y)) for y in range(first, last + 1)]
    now = None if view.selection.maned else view.selection.periode
    links = (entry(label, view.link(periode=years, maned=()), on=now == years) for years, label in options)
    return menu("periode", view.words("Periode"), links, several=False)


def _months(view: View) -> list[str]:
    """The months of the period that have begun, the newest first, and those chosen."""
    first, last = view.selection.periode or (view.strategy.first_year, view.strategy.last_year)
    every = {f"{year}-{month:02d}" for year in range(first, last + 1) for month in range(1, 13)}
    begun = {code for code in every if code <= view.day.isoformat()[:7]}
    return sorted(begun | set(view.selection.maned), reverse=True)


def _month(view: View) -> Component:
    """One of the months, in a form; the year comes with it."""
    w, chosen = view.words, view.selection.maned
    options = [html.Option(w("alle måneder"), value="")]
    for code, label in _options(view, "maned", ""):
        options.append(html.Option(label, value=code, **({"selected": "selected"} if code in chosen[:1] else {})))
    field = html.Select(options, name="maned", id="felt-maned")
    label = html.Label(w("Tiltak som begynte eller ble holdt i"), htmlFor="felt-maned")
    return _form(view, "maned", "Måned", [label, field], {"maned": (), **({"periode": None} if chosen else {})})


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
        _chip(view, f"{w(words)}: {label}", _without(chosen, name, code))
        for name, words, entity in LISTS
        for code, label in _chosen_labels(view, name, entity)
    ]
    if chosen.periode and not chosen.maned:
        chips.append(_chip(view, f"{w('Periode')}: {w.years(*chosen.periode)}", replace(chosen, periode=None)))
    if chosen.sok:
        chips.append(_chip(view, f"{w('Søk i titler')}: {w.quoted(chosen.sok)}", replace(chosen, sok="")))
    if chosen.per:
        chips.append(_chip(view, f"{w('Per')} {w.date(chosen.per)}", replace(chosen, per=None)))
    if chips:
        empty = Selection(vekt=chosen.vekt)
        chips.append(html.A(w("Nullstill"), href=view.link(selection=empty), className="clear"))
    return chips


def _without(chosen: Selection, name: str, code: str) -> Selection:
    """The selection without one code of a list; with the last of the months their years go too."""
    left = chosen.toggle(name, code)
    return replace(left, periode=None) if name == "maned" and not left.maned else left


def _chosen_labels(view: View, name: str, entity: str) -> list[tuple[str, str]]:
    chosen = getattr(view.selection, name)
    return [(code, label) for code, label in _options(view, name, entity) if code in chosen]


def _chip(view: View, words: str, without: Selection) -> Component:
    return chip(view, words, view.link(selection=without))


def weight_links(view: View) -> list[Component | str]:
    """'Vis som antall, timer, kroner': the other ways to weigh."""
    w = view.words
    words = {"antall": w("antall"), "timer": w("timer"), "kroner": w("kroner")}
    links: list[Component | str] = [html.Span(w("Vis som"))]
    links += [html.A(words[weight], href=view.link(vekt=weight)) for weight in WEIGHTS if weight != view.selection.vekt]
    return links
