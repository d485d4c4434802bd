"""What stands below the map: the figures of each lens."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.bars import Bar, bars
from akint_dash.components.card import card
from akint_dash.components.markup import still
from akint_dash.components.numbers import Numbers
from akint_dash.components.spoken import worded
from akint_dash.components.table import plain_table
from akint_dash.components.ways import to_records, to_table
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import Cell, Heading, table
from akint_dash.figures.marks import Mark
from akint_dash.measures import partners as measure
from akint_dash.measures.frame import frame
from akint_dash.measures.rings import Rings, by_ring, rings
from akint_dash.measures.ukraine import matches
from akint_dash.measures.weight import unweighed_records
from akint_dash.pages.map import numbers
from akint_dash.pages.map.plate import Plate
from akint_dash.store.involvement import codes_of
from akint_dash.text import partners as text
from akint_dash.text.frame import named, tick
from akint_dash.text.words import Words, capital

_PLACED = "{part} tiltak er knyttet til en region. Et tiltak med partnere i to områder teller i begge."
_EVERY_PLACED = "{every} tiltakene er knyttet til en region. Et tiltak med partnere i to områder teller i begge."


def _placed(w: Words, found: Rings) -> str:
    """How many of the initiatives have a region, and how one with partners in two zones counts."""
    if found.placed == found.total > 1:
        return w(_EVERY_PLACED, every=capital(w.every_one(found.total)))
    return w.n(_PLACED, _PLACED, found.placed, part=w.part(found.placed, found.total))


def below(plate: Plate) -> list[Component]:
    """The lens's own cards under the map."""
    return _BELOW[plate.lens](plate)


def _below_networks(plate: Plate) -> list[Component]:
    w, view = plate.view.words, plate.view
    names = {
        **{c: view.name("organisation", c) for c in view.portfolio.records("organisation")},
        **{c: worded(view, "project", c) for c in view.portfolio.records("project")},
    }
    themes = {code: view.name("theme", code) for code in view.portfolio.records("theme")}
    shown = plate.candidates[: plate.weights.shown]
    items = [
        html.Li(
            [
                html.Span(w.number(place), className="place num"),
                html.Span(
                    [
                        html.B(html.A(plate.names[c.region], href=plate.href(c.region))),
                        f", {plate.land(c.region)}" + (" · " + w("tidligere samarbeidsregion") if c.former else ""),
                        html.Small(text.reasons(w, c, names, themes)),
                    ]
                ),
                html.Span(w.n("{n} poeng", "{n} poeng", c.points), className="points num"),
            ]
        )
        for place, c in enumerate(shown, start=1)
    ]
    rest = len(plate.candidates) - len(shown)
    more = [html.P(w.n("og én til", "og {n} til", rest), className="note")] if rest > 0 else []
    title = w.n(
        "Én mulig ny samarbeidsregion, med grunnene",
        ("{n} mulige nye samarbeidsregioner, med grunnene"),
        len(plate.candidates),
    )
    candidates = card(
        view,
        "kandidater",
        title=title if plate.candidates else text.candidates_title(w, [], {}),
        say=text.weights_words(w, plate.weights) + " " + w("Vektene kan endres av den som drifter dashbordet."),
        figure=[still(html.Ol(items, className="map-ranked")), *more],
        data=measure.candidate_table(list(plate.candidates)),
        numbers=Numbers(cells=numbers.candidates(plate, "kandidater")),
        plot=Plot(Form.BARS, "region", ("points",), rows=plate.weights.shown),
        caption=w("Mulige nye samarbeidsregioner"),
        refs=("S21",),
        size="c7",
    )
    return [html.Div([candidates, _network_card(plate)], className="section grid")]


def _network_card(plate: Plate) -> Component:
    """For each network the regions met there."""
    w, view = plate.view.words, plate.view
    data = measure.network_table(view.scope, list(plate.found))
    items = []
    for row in data.dicts():
        code = row["organisation"][1]
        regions = codes_of(view.portfolio.get("organisation", code), "regions")
        ours = {p.region for p in plate.found if p.lives}
        links = [
            html.Li(html.A(plate.names[r], href=plate.href(r), className="ours" if r in ours else None))
            for r in sorted(regions, key=lambda r: plate.names.get(r, r))
            if r in plate.names
        ]
        head = _network_line(plate, code, row["regions"])
        items.append(html.Details([html.Summary(head), html.Ul(links, className="inline")]))
    lone = [p for p in plate.found if p.lives and not p.networks]
    title = (
        w.n(
            "Vi har ikke felles nettverk med én samarbeidsregion",
            "Vi har ikke felles nettverk med {n} samarbeidsregioner",
            len(lone),
        )
        if lone
        else w("Vi har felles nettverk med alle samarbeidsregionene")
        if plate.found
        else w("Ingen samarbeidsregioner valgt med disse filtrene")
    )
    return card(
        view,
        "nettverk",
        title=title,
        say=w("Åpne et nettverk for å se hvilke regioner vi møter der."),
        figure=still(html.Div(items, className="map-list networks")),
        data=data,
        caption=w("Nettverk vi er med i"),
        refs=("S21",),
        size="c5",
    )


def _network_line(plate: Plate, code: str, regions: int | None) -> str:
    w, name = plate.view.words, plate.view.name("organisation", code)
    if regions is None:
        return w("{name}: medlemsregioner mangler", name=name)
    return w.n("{name}: én region", "{name}: {n} regioner", regions, name=name)


def _below_ukraine(plate: Plate) -> list[Component]:
    w, view = plate.view.words, plate.view
    found = matches(view.scope)
    names = {m.theme: view.name("theme", m.theme) for m in found}
    rows = [
        (
            ("theme", m.theme),
            len(m.regions),
            w.join([view.name("area", a) for a in m.offers]) or "–",
            w.join([view.name("area", a) for a in m.owners]) or "–",
            w("nei") if m.gap else w("ja") if m.offers else "–",
        )
        for m in found
    ]
    data = table(
        (
            Heading("theme", Cell.NAME, "Tema"),
            Heading("regions", Cell.COUNT, "Regioner med behov"),
            Heading("offers", Cell.TEXT, "Kan bidra"),
            Heading("owners", Cell.TEXT, "Har oppgaven"),
            Heading("asked", Cell.TEXT, "Spurt"),
        ),
        rows,
    )
    one = card(
        view,
        "behov",
        title=text.gaps_title(w, found, names),
        say=w("Behovene ukrainske regioner har meldt, mot det rådsområdene har sagt de kan bidra med."),
        figure=html.Div(plain_table(view, data, w("Behov og kompetanse"), stack=True), className="map-needs"),
        data=data,
        plot=Plot(Form.BARS, "theme", ("regions",)),
        caption=w("Behov og kompetanse"),
        refs=("S22",),
    )
    return [html.Div([one], className="section grid")]


def _below_rings(plate: Plate) -> list[Component]:
    w, view = plate.view.words, plate.view
    found = rings(view.scope)
    highest = max((row[2] or 0 for row in found.table.rows), default=0)
    parts = [
        html.Div(
            [
                html.H4([html.Span(className=f"sw {ring}"), w.choice("ring", ring)]),
                bars(_ring_bars(plate, found, ring), highest=highest or 1),
            ],
            className="c3",
        )
        for ring in ("norden", "europe", "ukraine", "other")
    ]
    one = card(
        view,
        "ringer",
        title=text.ring_leader(w, by_ring(found), found.records),
        say=_placed(w, found),
        figure=html.Div(parts, className="grid ring-years"),
        unit=text.ring_unit(w, view.selection.vekt),
        data=found.table,
        numbers=Numbers(cells=numbers.rings(plate)),
        plot=Plot(
            Form.COLUMNS,
            "year",
            (found.table.headings[-1].name,),
            by="ring",
            words={row[0]: tick(w, frame(view.scope), row[0]) for row in found.table.rows},
        ),
        weighed=unweighed_records(view.scope),
        caption=w("Tiltak etter område og år"),
        refs=("S4",),
    )
    return [html.Div([one], className="section grid")]


def _ring_bars(plate: Plate, found: Rings, ring: str) -> list[Bar]:
    w, weight = plate.view.words, plate.view.selection.vekt
    write: Any = {"antall": w.number, "timer": w.decimal, "kroner": w.money}[weight]
    shown = frame(plate.view.scope)
    return [
        Bar(
            tick(w, shown, row[0]),
            row[2],
            w("mangler") if row[2] is None else write(row[2]),
            name="own",
            so_far=shown.unfinished(row[0]),
            mark=_ring_mark(plate, ring, row[0], w("mangler") if row[2] is None else write(row[2]), known=bool(row[2])),
        )
        for row in found.table.rows
        if row[1][1] == ring
    ]


def _ring_mark(plate: Plate, ring: str, year: int, told: str, *, known: bool) -> Mark:
    """What lies in a part of the world in a year, and its records where Explore counts the same."""
    view, weight = plate.view, plate.view.selection.vekt
    said = f"{view.words.choice('ring', ring)} {named(view.words, frame(view.scope), year)}: {told}"
    if weight == "kroner" or not known:
        return to_table(view, said, "ringer")
    return to_records(view, said, "timer" if weight == "timer" else "tiltak", ring=ring, ar=year)


_BELOW = {"samarbeid": lambda _: [], "nettverk": _below_networks, "ukraina": _below_ukraine, "ringer": _below_rings}
