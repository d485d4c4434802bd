"""The list beside the map: the same regions as links, a search among all, and every Ukrainian region by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from akint_dash.components.markup import still
from akint_dash.domain.choices import CHOICES
from akint_dash.domain.county import HOME
from akint_dash.domain.regions import find
from akint_dash.measures.ukraine import STAGES
from akint_dash.pages.map.plate import Plate
from akint_dash.text import partners as text

HITS = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: the region, what stands under its name, and the number at the right."""

    region: str
    under: str
    right: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading with its square (a class) and its lines; ``short``: names only, running on."""

    words: str
    swatch: str
    entries: Sequence[Entry]
    short: bool = False


def listing(plate: Plate) -> Component:
    """The whole list."""
    w = plate.view.words
    groups = [group for group in _GROUPS[plate.lens](plate) if group.entries]
    listed = {entry.region for group in groups for entry in group.entries}
    rest = [u.region for u in plate.ukraine if u.region not in listed]
    if rest:
        words = w("Ukraina ellers") if any(u.region in listed for u in plate.ukraine) else w("Ukraina")
        groups.append(Group(words, "", [Entry(code, "") for code in rest], short=True))
        listed.update(rest)
    return html.Nav(
        [
            html.A(w("Hopp over listen"), href="#kart", className="past-list", **{"data-plain": ""}),
            _search(plate, listed),
            *[_group(plate, group) for group in groups],
        ],
        className="map-list",
        id="regioner",
        **{"aria-label": w("Regioner")},
    )


def _group(plate: Plate, group: Group) -> Component:
    w = plate.view.words
    square = html.Span(className=f"sw {group.swatch}", **{"aria-hidden": "true"}) if group.swatch else None
    head = html.H2([square, html.Span(group.words), html.Span(w.number(len(group.entries)), className="n num")])
    if group.short:
        items = [html.Li(_link(plate, e, plate.names[e.region])) for e in group.entries]
        return still(html.Section([head, html.Ul(items, className="inline")]))
    rows = [html.Li(_link(plate, e, [html.B(plate.names[e.region]), _under(e), _right(e)])) for e in group.entries]
    return still(html.Section([head, html.Ol(rows, className="rows")]))


def _under(entry: Entry) -> Component | None:
    return html.Span(entry.under) if entry.under else None


def _right(entry: Entry) -> Component | None:
    return html.Em(entry.right, className="num") if entry.right else None


def _link(plate: Plate, entry: Entry, words: Any) -> Component:
    extra: dict[str, Any] = {"data-region": entry.region}
    if entry.region == plate.region:
        extra["aria-current"] = "true"
    return html.A(words, href=plate.href(entry.region), id=f"liste-{entry.region}", **extra)


def _search(plate: Plate, listed: set[str]) -> Component:
    """Any region of the code list by name, country or code."""
    w, view = plate.view.words, plate.view
    field = dbc.Input(type="text", name="finn", id="felt-finn", value=plate.sought, maxlength=60)
    form = html.Form(
        [
            html.Label(w("Finn en region: navn, land eller kode"), htmlFor="felt-finn"),
            field,
            html.Button(w("Finn"), type="submit", className="go"),
        ],
        action=view.link(own={"finn": None}),
        method="get",
        **{"data-query": ""},
    )
    if not plate.sought:
        return form
    names = {code: plate.land(code) for code in plate.names}
    hits = find(view.portfolio.records("region"), plate.sought, names)
    head = html.H2(
        [
            html.Span(w("Treff på «{text}»", text=plate.sought)),
            html.Span(w.number(len(hits)), className="n num"),
        ]
    )
    rows = [
        html.Li(
            html.A(
                [html.B(plate.names[code]), html.Span(plate.land(code))],
                href=plate.href(code),
                **({} if code in listed else {"data-region": code}),
            )
        )
        for code in hits[:HITS]
    ]
    more = (
        html.P(w("Skriv mer for å se færre enn {n}.", n=w.number(len(hits))), className="note")
        if len(hits) > HITS
        else None
    )
    return html.Div([form, html.Section([head, html.Ol(rows, className="rows"), more], role="status")])


# -- what each lens lists


def _contact(plate: Plate, region: str) -> str:
    p = plate.by_region.get(region)
    if not p:
        return ""
    told = text.contact_words(plate.view.words, p.last)
    return plate.view.words("sist {day}", day=told) if p.last else told


def _cooperation(plate: Plate) -> list[Group]:
    w = plate.view.words
    return [
        Group(
            w("{status}; ikke regnet med", status=w.choice("cooperation_status", status))
            if status == "ended"
            else w.choice("cooperation_status", status),
            status,
            [
                Entry(p.region, plate.land(p.region), _contact(plate, p.region))
                for p in plate.found
                if p.status == status
            ],
        )
        for status in ("active", "agreement", "dialogue", "exploring", "dormant", "ended")
        if status in CHOICES["cooperation_status"]
    ]


def _networks(plate: Plate) -> list[Group]:
    w = plate.view.words
    shown = plate.candidates[: plate.weights.shown]
    names = {c.region for c in shown}
    alive = [p for p in plate.found if p.lives and p.region not in names]
    count = {p.region: w.n("{n} nettverk", "{n} nettverk", len(p.networks)) for p in alive}
    return [
        Group(
            w("Mulige nye samarbeidsregioner"),
            "first",
            [Entry(c.region, plate.land(c.region), w.n("{n} poeng", "{n} poeng", c.points)) for c in shown],
        ),
        Group(
            w("Samarbeidsregioner vi møter i nettverk"),
            "partner",
            [Entry(p.region, plate.land(p.region), count[p.region]) for p in alive if p.networks],
        ),
        Group(
            w("Samarbeidsregioner vi ikke møter i nettverk"),
            "lone",
            [Entry(p.region, plate.land(p.region)) for p in alive if not p.networks],
        ),
    ]


def _ukraine(plate: Plate) -> list[Group]:
    w = plate.view.words
    groups = []
    for stage in STAGES:
        some = [u for u in plate.ukraine if u.stage == stage]
        entries = [
            Entry(
                u.region,
                w.n("{n} behov, {met} kan dekkes", "{n} behov, {met} kan dekkes", len(u.needs), met=w.number(u.met))
                if u.needs
                else "",
                w.date(u.last) if u.last else "",
            )
            for u in some
        ]
        groups.append(Group(text.stage_words(w, stage), stage, entries, short=stage == "none"))
    return groups


def _rings(plate: Plate) -> list[Group]:
    w = plate.view.words
    rings = {code: str(v.get("ring")) for code, v in plate.view.portfolio.records("region").items()}
    return [
        Group(
            w.choice("ring", ring),
            ring,
            [
                Entry(p.region, plate.land(p.region), _contact(plate, p.region))
                for p in plate.found
                if p.lives and rings.get(p.region) == ring and p.region != HOME
            ],
        )
        for ring in ("norden", "europe", "ukraine", "other")
    ]


_GROUPS = {"samarbeid": _cooperation, "nettverk": _networks, "ukraina": _ukraine, "ringer": _rings}
