"""An area's weight of the four instruments against the county's and another area's (S10)."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.compare import small_multiples
from akint_dash.components.filters import weight_links
from akint_dash.components.picks import entry, menu
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.measures import areas as measure
from akint_dash.measures.facts import silent
from akint_dash.measures.frame import frame
from akint_dash.measures.weight import unweighed
from akint_dash.pages.areas import ways
from akint_dash.pages.areas.weight_small import small
from akint_dash.store.involvement import INSTRUMENTS
from akint_dash.text import areas as text
from akint_dash.text.findings import BASE
from akint_dash.text.frame import silence, weight_tick


def weights(view: View, code: str, other: str | None, own: measure.Weights, county: measure.Weights) -> Component:
    """Four small multiples on the same axes, the difference in words under each."""
    w = view.words
    third = measure.weights(view.scope.county(), other) if other else None
    smalls = [small(view, instrument, code, other, own, county, third) for instrument in INSTRUMENTS]
    shown = frame(view.scope)
    ticks = [weight_tick(w, shown.of_years, y) for y in own.years]
    breaks = measure.break_places(view.scope, code, own.years)
    names = {instrument: view.name("instrument", instrument) for instrument in INSTRUMENTS}
    say, marks = (
        w("Andel av tiltakene, i året de begynte."),
        w("Farget strek viser rådsområdet, stiplet strek fylkeskommunen samlet."),
    )
    if view.selection.vekt != "antall":
        say = w("Andel av timene per år.") if view.selection.vekt == "timer" else w("Andel av kronene per år.")
    if other:
        marks += " " + w("Grå strek viser {name}.", name=view.name("area", other))
    if breaks:
        marks += " " + w("Den prikkede streken viser et brudd: Oppgaver kom til.")
    weighed = unweighed(view.scope.county().narrowed(omrade=(code,)))
    lives = [n for n in own.sums if n is not None]
    told = [n if shown.told(year) else 0 for year, n in zip(own.years, own.cases, strict=True)]
    title = text.moved(w, own.shares, told, own.years, names, shown)
    if not shown.reached:
        title = silence(w, shown).rstrip(".")
    elif not shown.told(shown.year) and sum(n >= BASE for n in own.cases) > sum(n >= BASE for n in told):
        title = silence(w, shown).rstrip(".")  # there are enough, but not of days that can be held against a year
    elif not lives:
        title = w("Rådsområdet finnes ikke i årene som vises")
    elif shown.told(shown.year) and silent(view.scope.narrowed(omrade=(code,)), shown.year):
        title = text.silent_title(w, shown, [view.name("area", code)])
    parts: list[tuple[str | None, measure.Weights]] = [(code, own), (None, county)]
    if other and third:
        parts.append((other, third))
    data = measure.weights_table(view.scope, parts)
    return card(
        view,
        "vekting",
        title=title,
        say=say,
        marks=marks,
        figure=[_against(view, code, other), small_multiples(view, "vekting", smalls, ticks, breaks)],
        data=data,
        numbers=ways.weights(view),
        plot=Plot(
            Form.LINES, "year", (f"share_{code}",), by="instrument", words=dict(zip(own.years, ticks, strict=True))
        ),
        caption=w("Tiltak og andel per virkemiddel og år"),
        refs=("S10",),
        weighed=weighed,
        of_all=unweighed(view.scope.county()),
        more=weight_links(view),
        level=2,
    )


def _against(view: View, code: str, other: str | None) -> Component:
    """Choose another area to stand beside."""
    w = view.words
    codes = [c for c in view.portfolio.records("area") if c != code]
    entries = (
        entry(view.name("area", c), view.link(own={"mot": None if c == other else c}), on=c == other) for c in codes
    )
    chosen = w("Sammenlign med: {name}", name=view.name("area", other)) if other else w("Sammenlign med et rådsområde")
    drop = html.A(w("Fjern sammenligningen"), href=view.link(own={"mot": None})) if other else None
    return html.Div([menu("mot", chosen, entries), drop], className="against")
