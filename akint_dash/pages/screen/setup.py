"""Making the address of a wall: what it shows and how, with a live picture, and what would be too small there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from akint_dash.components.lead import lead
from akint_dash.components.page import Page
from akint_dash.components.view import View
from akint_dash.domain.wall import QR_PER_METRE
from akint_dash.pages.screen.asked import KINDS, OWN, Asked, query_of, read
from akint_dash.pages.screen.room import CODE
from akint_dash.text import screen as text

FIELDS: Final = (
    ("tommer", "Skjermens størrelse i tommer", "75"),
    ("meter", "Leseavstand i meter", "8"),
    ("sekunder", "Sekunder for hvert bilde", "20"),
    ("fornyes", "Sekunder mellom hver gang skjermen henter nye tall", "60"),
)
TEXTS: Final = (
    ("region", "Samarbeidsregion, kode eller navn"),
    ("ukraina", "Ukrainsk region, kode eller navn"),
    ("lenke", "Nøkkelen i lenken til skjermen (den lange koden etter «kode=»)"),
)
CHOSEN: Final[Mapping[str, Sequence[tuple[str, str]]]] = {
    "sprak": (("nb", "Bokmål"), ("en", "English"), ("nb,en", "Bokmål og engelsk etter tur")),
    "utseende": (("lys", "Lys"), ("mork", "Mørk")),
    "flate": (("1920x1080", "Liggende"), ("1080x1920", "Stående")),
}
HEADS: Final = {"sprak": "Språk", "utseende": "Utseende", "flate": "Form i forhåndsvisningen"}


def body(view: View) -> Sequence[Any]:
    """The whole page."""
    w, asked = view.words, read(view.query)
    title = text.size_title(w, asked.surface)
    say = w("Størrelsen på teksten regnes ut fra skjermens størrelse og avstanden til leserne.")
    return [
        lead(w("Oppsett av skjermen"), title, [say, " ", *text.size_say(w, asked.surface)]),
        html.Div(
            [
                html.Div([_address(view), _picture(view, asked)], className="c7"),
                html.Div([_slides(view, asked), _form(view), _code(view, asked)], className="c5"),
            ],
            className="section grid",
        ),
    ]


def _query(view: View) -> str:
    """The query string of the wall: the selection and the wall's own choices."""
    own = query_of(view.query)
    return "&".join(filter(None, [view.selection.to_query(), own]))


def _address(view: View) -> Component:
    w, query = view.words, _query(view)
    address = "/skjerm" + (f"?{query}" if query else "")
    way = html.A(w("Åpne skjermen"), href=address, target="_blank", rel="noopener", className="go")
    return html.P([way, " ", html.Code((view.settings.public_url.rstrip("/")) + address)], className="wall-address")


def _picture(view: View, asked: Asked) -> Component:
    """The wall itself, small: its slides in turn, from the same address as the wall asks."""
    w = view.words
    shape = "preview standing" if asked.surface.portrait else "preview"
    look = {"data-bs-theme": "dark" if asked.dark else "light"}  # the wall's own, whatever the reader's is
    words = {
        "data-wall": _query(view),
        "data-all": w("Hele bildet får plass på veggen."),
        "data-some": w("Veggen viser {shown} av {rows} linjer; telefonen viser alle."),
        "data-left-out": w("Uten data nå og utelatt: {names}"),
        "data-names": "|".join(f"{kind}={text.kind_words(w, kind)}" for kind in KINDS),
    }
    return html.Figure(
        [
            html.Link(rel="stylesheet", href="/assets/skjerm/wall.css"),
            html.Div(className=shape, role="img", **{"aria-label": w("Forhåndsvisning av skjermen"), **look}),
            html.Figcaption("", className="note", **{"aria-live": "off"}),
        ],
        className="wall-preview",
        **words,
    )


def _slides(view: View, asked: Asked) -> Component:
    """Which slides in which order: off, on, one place up."""
    w = view.words
    rows = []
    for place, kind in enumerate(asked.kinds):
        up = (*asked.kinds[: place - 1], kind, asked.kinds[place - 1], *asked.kinds[place + 1 :]) if place else ()
        off = tuple(one for one in asked.kinds if one != kind)
        ways = [
            _way(view, w("Flytt opp"), kind, up) if up else None,
            _way(view, w("Ta bort"), kind, off) if off else None,
        ]
        rows.append(html.Li([html.B(text.kind_words(w, kind)), html.Span(ways)]))
    for kind in KINDS:
        if kind not in asked.kinds:
            add = _way(view, w("Ta med"), kind, (*asked.kinds, kind))
            rows.append(html.Li([html.Span(text.kind_words(w, kind), className="off"), html.Span(add)]))
    return html.Section([html.H2(w("Bilder og rekkefølge")), html.Ol(rows, className="wall-slides")])


def _way(view: View, words: str, kind: str, kinds: tuple[str, ...]) -> Component:
    chosen = None if kinds == KINDS else ",".join(kinds)
    name = text.kind_words(view.words, kind)
    return html.A([words, html.Span(f": {name}", className="unseen")], href=view.link(own={"bilder": chosen}))


def _form(view: View) -> Component:
    w, query = view.words, view.query
    fields: list[Any] = []
    for name, words, usual in FIELDS:
        fields += [
            html.Label(w(words), htmlFor=f"felt-{name}"),
            _input(name, query.get(name, usual), "decimal"),
        ]
    for name, choices in CHOSEN.items():
        now = query.get(name, choices[0][0])
        links = [
            html.A(w(words), href=view.link(own={name: None if code == choices[0][0] else code}),
                   **({"aria-current": "true"} if code == now else {}))
            for code, words in choices
        ]  # fmt: skip
        fields += [html.P(w(HEADS[name]), className="head"), html.P(links, className="wall-choice")]
    for name, words in TEXTS:
        fields += [html.Label(w(words), htmlFor=f"felt-{name}"), _input(name, query.get(name, ""))]
    fields.append(html.Button(w("Vis"), type="submit", className="go"))
    return html.Form(fields, action=view.link(), method="get", className="wall-form", **{"data-query": ""})


def _input(name: str, value: str, mode: str = "text") -> Component:
    return dbc.Input(type="text", name=name, id=f"felt-{name}", value=value, maxlength=200, inputmode=mode)


def _code(view: View, asked: Asked) -> Component | None:
    """What is said of the codes: how near a phone must come, or, to staff alone, why there are none."""
    w = view.words
    if not view.settings.public_url:
        said = w("Skjermbildene får QR-kode når nettadressen til dashbordet er satt opp.")
        return html.P(said, className="note") if view.viewer.audience == "staff" else None
    wide = asked.surface.millimetres(CODE)
    values = {"cm": w.number(wide / 10), "m": w.decimal(wide / 1000 / QR_PER_METRE)}
    return html.P(w("QR-koden blir {cm} cm bred og leses på om lag {m} meter.", **values), className="note")


PAGE = Page("/skjerm/oppsett", "Oppsett av skjermen", body, own=OWN)
