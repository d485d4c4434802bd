"""The figure cards of the map: the map itself, and what each lens has beside and under it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.needs import asset
from akint_dash.components.numbers import NONE, Numbers
from akint_dash.components.parts import drawing
from akint_dash.components.still import Still
from akint_dash.components.total import part_line, total_line
from akint_dash.domain.exhibit import Form, Plot, Sketch
from akint_dash.domain.table import Table, table
from akint_dash.errors import UnreadableFile
from akint_dash.figures.map import tie_key
from akint_dash.measures import partners as measure
from akint_dash.measures.facts import untold
from akint_dash.measures.frame import frame
from akint_dash.measures.rings import rings
from akint_dash.measures.ukraine import ukraine_table
from akint_dash.pages.map import drawing as picture
from akint_dash.pages.map import numbers
from akint_dash.pages.map.drawing import NETWORK_LOOKS
from akint_dash.pages.map.plate import WINDOWS, Plate
from akint_dash.text import partners as text
from akint_dash.text.bilateral import mapped_facts
from akint_dash.text.frame import in_years, silence

PLOTS = {
    "samarbeid": Plot(Form.BARS, "region", ("activities",)),
    "nettverk": Plot(Form.BARS, "region", ("points",)),
}
"""What a lens has a number of on the map; the others show a stage, or where a region lies."""
SCRIPTS = ("hand/gestures.js", "map/names.js", "map/window.js", "map/zoom.js")
"""The hand on the map."""
REFS = {"samarbeid": ("S20",), "nettverk": ("S21",), "ukraina": ("S22",), "ringer": ("S4",)}


def atlas_card(plate: Plate) -> Component:
    """The map with its finding, the same numbers as a table, and ways on."""
    title, say, data, caption = _MAP[plate.lens](plate)
    marks = _marks(plate) if plate.lens != "samarbeid" or frame(plate.view.scope, "activity").reached else ""
    figure: list[Component] = [_ways(plate), _drawing(plate), _help(plate), _key(plate), _credit(plate)]
    if plate.lens == "samarbeid" and frame(plate.view.scope, "activity").reached:
        figure += _contacts(plate)
    made = card(
        plate.view,
        "kart",
        title=title,
        say=say,
        marks=marks,
        figure=figure,
        data=data,
        numbers=_numbers(plate),
        plot=PLOTS.get(plate.lens),
        caption=caption,
        refs=REFS[plate.lens],
        size="",
        level=2,
    )
    plate.view.told["kart"] = replace(plate.view.told["kart"], sketch=partial(_sketch, plate))
    return made


def _credit(plate: Plate) -> Component:
    """What the dots are, what lies outside the window, and whose the outlines are."""
    w = plate.view.words
    said = [w("Grå prikker: regioner uten omriss.")]
    try:
        n = picture.outside(plate)
    except UnreadableFile:
        n = 0
    if n:
        said.append(
            w.n(
                "Én region ligger utenfor utsnittet. Den finnes med «Finn en region».",
                "{n} regioner ligger utenfor utsnittet. De finnes med «Finn en region».",
                n,
            )
        )
    said.append(w("Grenser: Natural Earth. Krim og Sevastopol er en del av Ukraina."))
    return html.P(" ".join(said), className="credit")


def _help(plate: Plate) -> Component:
    """How a hand moves the map, in words."""
    words = plate.view.words("Dra kartet for å flytte det. Zoom med to fingre eller med Ctrl og musehjulet.")
    return html.P(words, className="hand-help")


def _numbers(plate: Plate) -> Numbers:
    """Where the numbers of the lens lead."""
    if plate.lens == "samarbeid":
        return numbers.cooperation(plate)
    if plate.lens == "nettverk":
        return Numbers(cells=numbers.candidates(plate, "kart"))
    return Numbers(cells=numbers.rings(plate)) if plate.lens == "ringer" else NONE


def _contacts(plate: Plate) -> list[Component]:
    """The activities in all, those with the region where most are, and those of cooperations that have ended."""
    w, found = plate.view.words, plate.found
    total = sum(p.activities for p in found)
    if not total:
        return []
    most, ended = text.most_contact(found), sum(p.activities for p in found if not p.lives)
    lines = [total_line(w("Aktiviteter med samarbeidsregioner"), w.number(total))]
    if most:
        n = next(p.activities for p in found if p.region == most)
        lines.append(part_line(plate.view, "kart", plate.names[most], n, total))
    if ended:
        lines.append(part_line(plate.view, "kart", w("Samarbeidet er avsluttet; uten strek"), ended, total))
    return lines


def _sketch(plate: Plate) -> Sketch | None:
    """The map for other programs; None where its outlines cannot be read."""
    try:
        return picture.sketch(plate)
    except UnreadableFile:
        return None


def _drawing(plate: Plate) -> Component:
    """The map; words where its outlines cannot be read (the list has the same regions)."""
    try:
        drawn = drawing(picture.markup(plate), key="kart-bilde", name="atlas-drawing")
        return html.Div(drawn, className="map-frame", **{"data-needs": " ".join(map(asset, SCRIPTS))})
    except UnreadableFile:
        words = plate.view.words("Kartets omriss kan ikke leses. Listen viser de samme regionene.")
        return html.P(words, className="notice", role="alert")


def years(plate: Plate) -> str:
    """The years whose activities are counted, up to this one."""
    first, last = plate.view.scope.period
    return in_years(plate.view.words, first, max(first, min(last, frame(plate.view.scope).data_day.year)))


def _marks(plate: Plate) -> str:
    """What the colours and lines of the map mean, of the lenses that say so in words."""
    w = plate.view.words
    return {
        "samarbeid": w("Fargen viser status. Jo bredere strek, jo flere aktiviteter {years}.", years=years(plate)),
        "ringer": w("Fargen viser hvilket område samarbeidsregionen ligger i."),
    }.get(plate.lens, "")


def _cooperation(plate: Plate) -> tuple[str, str, Table, str]:
    w = plate.view.words
    say = mapped_facts(w, plate.view.selection)
    shown = frame(plate.view.scope, "activity")
    title = text.activity_title(w, plate.found, plate.names, years(plate))
    if not shown.reached and plate.found:
        title = silence(w, shown).rstrip(".")
    known = not untold(plate.view.scope.county())
    return title, say, measure.partner_table(list(plate.found), shown, known=known), w("Bilaterale samarbeid")


def _networks(plate: Plate) -> tuple[str, str, Table, str]:
    w = plate.view.words
    title = text.candidates_title(w, plate.candidates, plate.names)
    return (
        title,
        text.weights_words(w, plate.weights),
        measure.candidate_table(list(plate.candidates)),
        w("Mulige nye samarbeidsregioner"),
    )


def _ukraine(plate: Plate) -> tuple[str, str, Table, str]:
    w = plate.view.words
    counts = [sum(u.stage in stages for u in plate.ukraine) for stages in (("agreement", "dialogue"), ("none",))]
    title = w("{n} med avtale eller dialog, {m} uten noe registrert", n=w.count_up(counts[0]), m=w.count(counts[1]))
    say = w("Alle {n} regioner etter hvor langt kontakten har kommet.", n=w.number(len(plate.ukraine)))
    raw = ukraine_table(list(plate.ukraine))
    rows = [(r[0], text.stage_words(w, r[1]), *r[2:]) for r in raw.rows]
    return title, say, table(raw.headings, rows), w("Ukrainas regioner")


def _rings(plate: Plate) -> tuple[str, str, Table, str]:
    w = plate.view.words
    found = rings(plate.view.scope)
    nordic = [plate.view.portfolio.get("region", p.region).get("ring") == "norden" for p in plate.found if p.lives]
    title = text.nordic_partners(w, sum(nordic), len(nordic))
    return (
        title,
        "",
        found.table,
        w("Tiltak etter område og år"),
    )


_MAP = {"samarbeid": _cooperation, "nettverk": _networks, "ukraina": _ukraine, "ringer": _rings}


def _ways(plate: Plate) -> Component:
    """The windows, and the buttons of the zoom."""
    w = plate.view.words
    said = (("in", "+", w("Zoom inn")), ("out", "−", w("Zoom ut")), ("home", w("Hele utsnittet"), None))
    buttons = [
        html.Button(sign, type="button", id=f"zoom-{name}", **{"data-zoom": name, "aria-label": words})
        for name, sign, words in said
    ]
    return html.Div(
        [_windows(plate), html.Div(buttons, className="map-buttons", role="group", **{"aria-label": w("Zoom")})],
        className="map-ways",
    )


def _windows(plate: Plate) -> Component:
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
        return html.Div([Still(of="span", markup=tie_key(counts, ties)), words], className="map-scale")
    kinds = {
        "nettverk": tuple((look, w(words)) for look, words in NETWORK_LOOKS),
        "ukraina": (),
        "ringer": (),
    }[plate.lens]
    marks = [html.Span([html.Span(className=f"sw {name}"), words], className="kind") for name, words in kinds]
    return html.Div(marks, className="map-scale")


# -- beside the map where no region is open
