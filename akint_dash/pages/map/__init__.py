"""The map of bilateral regions: where we cooperate, where our networks meet a region, and Ukraine (S4, S20-S22)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.base_line import over_headline
from akint_dash.components.numbers import answering
from akint_dash.components.page import Page
from akint_dash.components.view import View
from akint_dash.domain.county import HOME
from akint_dash.domain.selection import Selection
from akint_dash.measures.frame import frame
from akint_dash.measures.partners import contact_frame, our_networks
from akint_dash.measures.rings import rings
from akint_dash.measures.ukraine import IN_TOUCH, needs_by_region, own_money
from akint_dash.pages.map import cards, lens_figures, numbers, side_panel
from akint_dash.pages.map.listing import listing
from akint_dash.pages.map.plate import LENSES, Plate, plate
from akint_dash.pages.map.said import said
from akint_dash.pages.map.sheet import sheet
from akint_dash.text import partners as text


def body(view: View) -> Sequence[Any]:
    """The whole page: finding, lenses, then list, map and sheet side by side, and the lens's own cards."""
    shown = plate(view)
    return [
        _unknown(shown),
        _lead(shown),
        _lenses(shown),
        html.Div(
            [listing(shown), cards.atlas_card(shown), sheet(shown) if shown.region else side_panel.side(shown)],
            className="atlas",
        ),
        *lens_figures.below(shown),
    ]


def _unknown(shown: Plate) -> Component | None:
    if not shown.unknown:
        return None
    words = shown.view.words("«{value}» er ikke en kjent region.", value=shown.unknown)
    return html.P(words, className="notice", role="status")


def _lead(shown: Plate) -> Component:
    w, view = shown.view.words, shown.view
    title, said = _FINDINGS[shown.lens](shown)
    say: list[Any] = []
    for words, strong in said:
        say += [html.B(words) if strong else words, " "]
    ways = numbers.lead(shown)
    found, say = answering(w, title, ways.title), answering(w, say, ways.say)
    if not any(p.lives for p in shown.found) and not view.selection.is_empty:
        whole = Selection(per=view.selection.per, vekt=view.selection.vekt)
        say.append(html.A(w("Vis hele porteføljen"), href=view.link(selection=whole)))
    over = over_headline(view, w("Samarbeidsregioner, {day}", day=w.long_date(view.day)))
    return html.Section(
        [html.Div([html.P(over, className="over"), html.H1(found, id="funn")]), html.P(say)],
        className="lead slim",
        **{"aria-labelledby": "funn"},
    )


Found = tuple[str, list[tuple[str, bool]]]


def _cooperation(shown: Plate) -> Found:
    w = shown.view.words
    lands = {shown.land(p.region) for p in shown.found if p.lives}
    title = shown.none_began or text.partners_title(w, shown.found, len(lands))
    return title, text.partners_say(w, shown.found, contact_frame(shown.view.scope))


def _networks(shown: Plate) -> Found:
    w = shown.view.words
    title = text.networks_title(w, shown.found, len(our_networks(shown.view.scope)))
    abroad = [r for r in shown.met if r != HOME]
    return title, [(text.networks_say(w, len(our_networks(shown.view.scope)), len(abroad)), False)]


def _ukraine(shown: Plate) -> Found:
    w, scope = shown.view.words, shown.view.scope
    touched = sum(u.stage in IN_TOUCH for u in shown.ukraine)
    codes = {u.region for u in shown.ukraine}
    needs = {region: some for region, some in needs_by_region(scope).items() if region in codes}
    title = text.ukraine_title(w, touched, len(shown.ukraine))
    return title, text.ukraine_say(w, sum(map(len, needs.values())), len(needs), own_money(scope))


def _rings(shown: Plate) -> Found:
    w, found, chosen = shown.view.words, rings(shown.view.scope), bool(shown.view.selection.places)
    said = text.norden_words(w, frame(shown.view.scope), found, chosen=chosen)
    return text.rings_title(w, found, chosen=chosen), [(said, False)]


_FINDINGS = {"samarbeid": _cooperation, "nettverk": _networks, "ukraina": _ukraine, "ringer": _rings}


def _lenses(shown: Plate) -> Component:
    w, view = shown.view.words, shown.view
    links = [
        html.A(
            w(words),
            href=view.link(own={"linse": None if code == "samarbeid" else code, "utsnitt": None}),
            id=f"linse-{code}",
            **({"aria-current": "page"} if code == shown.lens else {}),
        )
        for code, words in LENSES
    ]
    return html.Nav(links, className="map-lenses", **{"aria-label": w("Kartvisninger")})


PAGE = Page("/kart", "Kart", body, own=("linse", "region", "utsnitt", "finn"), said=said)
