"""What stands beside the map: the sheet of an open region, or what the lens says in short."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.bars import Bar, bars
from akint_dash.components.base_line import reserved
from akint_dash.components.markup import still
from akint_dash.components.spoken import spoken, worded
from akint_dash.components.ways import to_record
from akint_dash.domain.table import Table
from akint_dash.figures.marks import Mark
from akint_dash.measures import partners as measure
from akint_dash.measures.rings import rings
from akint_dash.measures.ukraine import Match, matches, own_money
from akint_dash.pages.map.plate import Plate
from akint_dash.text import partners as text
from akint_dash.text.bases import HEADLINE


def side(plate: Plate) -> Component:
    """What stands beside the map until a region is opened."""
    w = plate.view.words
    return html.Aside(
        [*_SIDE[plate.lens](plate)], className="map-sheet", id="region-ark", **{"aria-label": w("Om dette kartet")}
    )


def _side_cooperation(plate: Plate) -> list[Any]:
    """The latest contacts."""
    w, view = plate.view.words, plate.view
    recent = sorted((p for p in plate.found if p.last), key=lambda p: p.last or "", reverse=True)[:6]
    items = [
        html.Li(
            [
                html.Time(w.date(p.last or ""), dateTime=p.last),
                html.Span([html.B(plate.names[p.region]), html.Br(), spoken(view, "activity", p.last_activity)]),
            ]
        )
        for p in recent
    ]
    return [
        html.H2(
            text.latest_title(w, plate.names[recent[0].region], recent[0].last or "")
            if recent
            else w("Ingen kontakter er registrert")
            if view.selection.is_empty
            else w("Ingen kontakter med disse filtrene er registrert")
            if plate.found
            else plate.none_began or w("Ingen bilaterale samarbeid med disse filtrene")
        ),
        html.P(w("Velg en region i kartet eller listen for å se avtale, aktiviteter og historikk."), className="say"),
        html.P(idle, className="say") if recent and (idle := reserved(view, HEADLINE)) else None,
        still(html.Ul(items, className="log")),
    ]


def _side_networks(plate: Plate) -> list[Any]:
    w = plate.view.words
    data = measure.network_table(plate.view.scope, list(plate.found))
    rows = [
        Bar(
            plate.view.name("organisation", row["organisation"][1]),
            row["regions"],
            w("mangler") if row["regions"] is None else w.number(row["regions"]),
            note=w("medlemsregioner er ikke registrert")
            if row["partners"] is None
            else w.n("1 samarbeidsregion", "{n} samarbeidsregioner", row["partners"]),
            mark=_network_mark(plate, row),
        )
        for row in data.dicts()
    ]
    return [
        html.H2(_network_title(plate, data)),
        html.P(
            w("Regioner i hvert nettverk vi er med i, og hvor mange av dem som er samarbeidsregioner."), className="say"
        ),
        bars(rows) if rows else html.P(w("Ingen medlemskap er registrert."), className="note"),
    ]


def _network_mark(plate: Plate, row: dict[str, Any]) -> Mark:
    w, (entity, code) = plate.view.words, row["organisation"]
    n = w("mangler") if row["regions"] is None else w.n("{n} region", "{n} regioner", row["regions"])
    return to_record(plate.view, f"{plate.view.name(entity, code)}: {n}", entity, code)


def _network_title(plate: Plate, data: Table) -> str:
    regions = {row["organisation"][1]: row["regions"] or 0 for row in data.dicts()}
    names = {code: plate.view.name("organisation", code) for code in regions}
    return text.network_title(plate.view.words, regions, names)


def _side_ukraine(plate: Plate) -> list[Any]:
    w, view = plate.view.words, plate.view
    money = own_money(view.scope)
    items = [
        html.Li(
            f"{worded(view, 'project', m.project)}: "
            + (w("beløp mangler") if m.amount is None else w.amount(m.amount, m.currency))
        )
        for m in money
    ]
    note = html.Div(
        [
            html.P([html.B(text.money_words(w, money)), " ", w("Strategien åpner for kompetanse, ikke for penger.")]),
            html.Ul(items) if items else None,
        ],
        className="noteline alert" if money else "noteline",
    )
    found = matches(view.scope)
    gaps = [m for m in found if m.gap]
    lines = [html.Li([html.Span(view.name("theme", m.theme)), html.Span(_owners(plate, m))]) for m in gaps]
    return [
        html.H2(text.gaps_title(w, found, {m.theme: view.name("theme", m.theme) for m in found})),
        html.P(w("Temaer noen trenger hjelp med, og hvem som har oppgaven hos oss."), className="say"),
        html.Ul(lines, className="log wide") if lines else None,
        note,
        html.P(w("Timer, reiser og EU-tilskudd er ikke regnet med."), className="note"),
    ]


def _owners(plate: Plate, m: Match) -> str:
    w = plate.view.words
    names = w.join([plate.view.name("area", a) for a in m.owners]) or w("ingen")
    return w("oppgave hos {areas}", areas=names)


def _side_rings(plate: Plate) -> list[Any]:
    w, found = plate.view.words, rings(plate.view.scope)
    missing = found.total - found.placed
    return [
        html.H2(text.unplaced_title(w, missing)),
        html.P(
            w(
                "Strategien sier at samarbeidet i hovedsak skal være nordisk og europeisk. Området er "
                "samarbeidsregionens."
            ),
            className="say",
        ),
        html.P(w("Tiltak uten region er ikke med i områdene."), className="noteline") if missing else None,
    ]


_SIDE = {"samarbeid": _side_cooperation, "nettverk": _side_networks, "ukraina": _side_ukraine, "ringer": _side_rings}


# -- under the map
