"""The figure cards of the map: the map itself, and what each lens has beside and under it."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.bars import Bar, bars
from akint_dash.components.card import card
from akint_dash.components.markup import still
from akint_dash.components.parts import drawing
from akint_dash.components.table import plain_table
from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.errors import UnreadableFile
from akint_dash.figures.map import tie_key
from akint_dash.measures import partners as measure
from akint_dash.measures.rings import Rings, by_ring, rings
from akint_dash.measures.ukraine import Match, matches, own_money, ukraine_table
from akint_dash.pages.map import drawing as picture
from akint_dash.pages.map.plate import WINDOWS, Plate
from akint_dash.text import partners as text

REFS = {"samarbeid": ("S20",), "nettverk": ("S21",), "ukraina": ("S22",), "ringer": ("S4",)}


def atlas_card(plate: Plate) -> Component:
    """The map with its finding, the same numbers as a table, and ways on."""
    title, say, data, caption = _MAP[plate.lens](plate)
    figure: list[Component] = [_zoom(plate), _drawing(plate), _key(plate)]
    credit = plate.view.words("Grenser: Natural Earth. Krim og Sevastopol er del av Ukraina.")
    figure.append(html.P(credit, className="credit"))
    return card(
        plate.view,
        "kart",
        title=title,
        say=say,
        figure=figure,
        data=data,
        caption=caption,
        refs=REFS[plate.lens],
        size="",
        drawn=True,
        level=2,
    )


def _drawing(plate: Plate) -> Component:
    """The map; words where its outlines cannot be read (the list has the same regions)."""
    try:
        return drawing(picture.markup(plate), key="kart-bilde", name="atlas-drawing")
    except UnreadableFile:
        words = plate.view.words("Kartets omriss kan ikke leses. Listen viser de samme regionene.")
        return html.P(words, className="notice", role="alert")


def years(plate: Plate) -> str:
    """The years whose activities are counted, up to this one."""
    first, last = plate.view.scope.period
    return plate.view.words.years(first, max(first, min(last, plate.view.day.year)))


def _cooperation(plate: Plate) -> tuple[str, str, Table, str]:
    w = plate.view.words
    say = w("Fyllet viser status, strekens bredde hvor mange aktiviteter vi har hatt {years}.", years=years(plate))
    title = text.activity_title(w, plate.found, plate.names, years(plate))
    return title, say, measure.partner_table(list(plate.found)), w("Bilaterale samarbeid")


def _networks(plate: Plate) -> tuple[str, str, Table, str]:
    w = plate.view.words
    title = text.candidates_title(w, plate.candidates, plate.names)
    return title, text.weights_words(w, plate.weights), measure.candidate_table(list(plate.candidates)), w("Kandidater")


def _ukraine(plate: Plate) -> tuple[str, str, Table, str]:
    w = plate.view.words
    counts = [sum(u.stage in stages for u in plate.ukraine) for stages in (("agreement", "dialogue"), ("none",))]
    title = w("{n} med avtale eller dialog, {m} uten noe ført", n=w.count_up(counts[0]), m=w.count(counts[1]))
    say = w("Alle {n} regioner etter hvor langt kontakten har kommet.", n=w.number(len(plate.ukraine)))
    raw = ukraine_table(list(plate.ukraine))
    rows = [(r[0], text.stage_words(w, r[1]), *r[2:]) for r in raw.rows]
    return title, say, table(raw.headings, rows), w("Ukrainas regioner")


def _rings(plate: Plate) -> tuple[str, str, Table, str]:
    w = plate.view.words
    found = rings(plate.view.scope)
    nordic = [plate.view.portfolio.get("region", p.region).get("ring") == "norden" for p in plate.found if p.lives]
    title = text.nordic_partners(w, sum(nordic), len(nordic))
    return title, w("Fargen viser hvilken ring partnerregionen ligger i."), found.table, w("Tiltak etter ring og år")


_MAP = {"samarbeid": _cooperation, "nettverk": _networks, "ukraina": _ukraine, "ringer": _rings}


def _zoom(plate: Plate) -> Component:
    """The windows as links."""
    w, view = plate.view.words, plate.view
    links = [
        html.A(
            w(words),
            href=view.link(own={"utsnitt": code}),
            id=f"utsnitt-{code}",
            **({"aria-current": "true"} if code == plate.window else {}),
        )
        for code, words in WINDOWS
        if code != "region" or plate.region
    ]
    return html.Nav(links, className="map-zoom", **{"aria-label": w("Utsnitt")})


def _key(plate: Plate) -> Component:
    """What the marks mean, under the drawing."""
    w = plate.view.words
    if plate.lens == "samarbeid":
        ties = picture.ties(plate)
        if not ties.most:
            return html.P(className="map-scale")
        top = max(10, ties.most)
        counts = (1, top // 2, top)
        words = w("Strekens bredde: {a}, {b} og {c} aktiviteter", a=counts[0], b=counts[1], c=counts[2])
        return html.Div([html.Span(**{"data-markup": tie_key(counts, ties)}), words], className="map-scale")
    kinds = {
        "nettverk": (
            ("first", w("De øverste kandidatene")),
            ("second", w("Kandidater lenger ned")),
            ("met", w("Andre vi møter i nettverk")),
            ("partner", w("Partner i felles nettverk")),
            ("lone", w("Partner uten")),
        ),
        "ukraina": (),
        "ringer": (),
    }[plate.lens]
    marks = [html.Span([html.Span(className=f"sw {name}"), words], className="kind") for name, words in kinds]
    return html.Div(marks, className="map-scale")


# -- beside the map where no region is open


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
                html.Span([html.B(plate.names[p.region]), html.Br(), view.name("activity", p.last_activity)]),
            ]
        )
        for p in recent
    ]
    return [
        html.H2(
            text.latest_title(w, plate.names[recent[0].region], recent[0].days_since(view.day) or 0)
            if recent
            else w("Ingen kontakter er ført")
        ),
        html.P(w("Velg en region i kartet eller listen for å se avtale, aktiviteter og historikk."), className="say"),
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
            note=w("medlemsregioner er ikke ført")
            if row["partners"] is None
            else w.n("én partner", "{n} partnere", row["partners"]),
        )
        for row in data.dicts()
    ]
    return [
        html.H2(_network_title(plate, data)),
        html.P(w("Regioner i hvert nettverk vi er med i, og hvor mange av dem som er partnere."), className="say"),
        bars(rows) if rows else html.P(w("Ingen medlemskap er ført."), className="note"),
    ]


def _network_title(plate: Plate, data: Table) -> str:
    regions = {row["organisation"][1]: row["regions"] or 0 for row in data.dicts()}
    names = {code: plate.view.name("organisation", code) for code in regions}
    return text.network_title(plate.view.words, regions, names)


def _side_ukraine(plate: Plate) -> list[Any]:
    w, view = plate.view.words, plate.view
    money = own_money(view.scope)
    items = [
        html.Li(
            f"{view.name('project', m.project)}: "
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
            w("Strategien vil at samarbeidet hovedsakelig er nordisk og europeisk. Ringen er partnerens."),
            className="say",
        ),
        html.P(w("Tiltak uten region er ikke med i ringene."), className="noteline") if missing else None,
    ]


_SIDE = {"samarbeid": _side_cooperation, "nettverk": _side_networks, "ukraina": _side_ukraine, "ringer": _side_rings}


# -- under the map


def below(plate: Plate) -> list[Component]:
    """The lens's own cards under the map."""
    return _BELOW[plate.lens](plate)


def _below_networks(plate: Plate) -> list[Component]:
    w, view = plate.view.words, plate.view
    names = {
        **{c: view.name("organisation", c) for c in view.portfolio.records("organisation")},
        **{c: view.name("project", c) for c in view.portfolio.records("project")},
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
                        f", {plate.land(c.region)}" + (" · " + w("tidligere partner") if c.former else ""),
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
    title = w.n("Én kandidat, med grunnene", "{n} kandidater, med grunnene", len(plate.candidates))
    candidates = card(
        view,
        "kandidater",
        title=title if plate.candidates else text.candidates_title(w, [], {}),
        say=text.weights_words(w, plate.weights) + " " + w("Vektene står i data/candidates.yaml og kan endres der."),
        figure=[still(html.Ol(items, className="map-ranked")), *more],
        data=measure.candidate_table(list(plate.candidates)),
        caption=w("Kandidater"),
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
        regions = measure.codes_of(view.portfolio.get("organisation", code), "regions")
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
        w.n("Én partner møter vi ikke i noe nettverk", "{n} partnere møter vi ikke i noe nettverk", len(lone))
        if lone
        else w("Alle partnerne møter vi også i et nettverk")
        if plate.found
        else w("Ingen partnere i dette utvalget")
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
        caption=w("Behov og kompetanse"),
        refs=("S22",),
    )
    return [html.Div([one], className="section grid")]


def _below_rings(plate: Plate) -> list[Component]:
    w, view = plate.view.words, plate.view
    found = rings(view.scope)
    highest = max((row[2] for row in found.table.rows), default=0)
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
        title=text.ring_leader(w, by_ring(found)),
        say=w(
            "{part} tiltak er knyttet til en region. Et tiltak med partnere i to ringer teller i begge.",
            part=w.part(found.placed, found.total),
        ),
        figure=html.Div(parts, className="grid ring-years"),
        data=found.table,
        caption=w("Tiltak etter ring og år"),
        refs=("S4",),
    )
    return [html.Div([one], className="section grid")]


def _ring_bars(plate: Plate, found: Rings, ring: str) -> list[Bar]:
    w, weight = plate.view.words, plate.view.selection.vekt
    write = {"antall": w.number, "timer": w.decimal, "kroner": w.money}[weight]
    now = plate.view.day.year
    return [
        Bar(
            f"{row[0]} {w('hittil')}" if row[0] == now else str(row[0]),
            row[2],
            write(row[2]),
            name="own",
            so_far=row[0] == now,
        )
        for row in found.table.rows
        if row[1][1] == ring
    ]


_BELOW = {"samarbeid": lambda _: [], "nettverk": _below_networks, "ukraina": _below_ukraine, "ringer": _below_rings}
