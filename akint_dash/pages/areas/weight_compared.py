"""An area's weight of the four instruments against the county's and another area's (S10)."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.compare import Small, small_multiples
from akint_dash.components.filters import weight_links
from akint_dash.components.picks import entry, menu
from akint_dash.components.table import cell_text
from akint_dash.components.view import View
from akint_dash.components.weighed import over_years
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.figures.compare import Line
from akint_dash.measures import areas as measure
from akint_dash.measures.facts import silent
from akint_dash.measures.frame import frame
from akint_dash.measures.weight import statements, unweighed
from akint_dash.pages.areas import ways
from akint_dash.store.involvement import INSTRUMENTS
from akint_dash.text import areas as text
from akint_dash.text.findings import BASE
from akint_dash.text.frame import silence, tick


def weights(view: View, code: str, other: str | None, own: measure.Weights, county: measure.Weights) -> Component:
    """Four small multiples on the same axes, the difference in words under each."""
    w = view.words
    third = measure.weights(view.scope.county(), other) if other else None
    smalls = [_small(view, instrument, code, other, own, county, third) for instrument in INSTRUMENTS]
    shown = frame(view.scope)
    ticks = [tick(w, shown.of_years, y) for y in own.years]
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


def _small(
    view: View,
    instrument: str,
    code: str,
    other: str | None,
    own: measure.Weights,
    county: measure.Weights,
    third: measure.Weights | None,
) -> Small:
    w = view.words
    now, base = own.shares[instrument][-1] if own.years else None, own.cases[-1] if own.cases else 0
    lines = [_line(view, "county", instrument, county, w("samlet"), None)]
    if third and other:
        short = view.name("area", other, short=True) if w.language == "nb" else w("det andre")  # short names are bokmål
        lines.append(_line(view, "other", instrument, third, short, other))
    lines.insert(0, _line(view, "own", instrument, own, "", code))
    whole, cases = w("fylkeskommunen samlet"), county.cases[-1] if county.cases else 0
    said = [text.difference(w, now, county.shares[instrument][-1], base, cases, whole)] if base else []
    if third and other and base:
        name = view.name("area", other)
        said.append(text.difference(w, now, third.shares[instrument][-1], base, third.cases[-1], name))
    statement = statements(view.scope, frame(view.scope).year).get((code, instrument))
    return Small(
        instrument,
        lines,
        _big(view, now, base, own.values[instrument][-1] if own.years else None),
        _base(view, instrument, own),
        " ".join(said),
        _statement(view, statement) if statement else "",
    )


def _line(view: View, kind: str, instrument: str, some: measure.Weights, name: str, area: str | None) -> Line:
    """One line of a small figure; ``area`` None is the whole county's."""
    shares = some.shown(instrument)
    last = next((s for s in reversed(shares) if s is not None), None)
    words = "" if last is None else " ".join(filter(None, [view.words.percent(last), name]))
    start = view.words.percent(shares[0]) if kind == "own" and shares and shares[0] is not None else ""
    return Line(kind, shares, words, over_years(view, area, instrument, some), start)


def _big(view: View, share: float | None, cases: int, value: float | None) -> str:
    if share is None or value is None:
        return "–"
    if cases < BASE:
        return view.words.part(round(value), cases) if view.selection.vekt == "antall" else "–"
    return view.words.percent(share)


def _base(view: View, instrument: str, own: measure.Weights) -> str:
    w = view.words
    if not own.years:
        return w("ingen data ennå")
    if own.sums[-1] is None:
        return w("fantes ikke i {year}", year=own.years[-1])
    if own.values[instrument][-1] is None:
        return w("Timer mangler") if view.selection.vekt == "timer" else w("Avsatte kroner mangler")
    if not own.sums[-1]:
        return w("ingen tiltak registrert i {year}", year=own.years[-1])
    if own.cases[-1] < BASE:
        return w("tiltak registrert i {year}", year=own.years[-1])
    values: list[Any] = [cell_text(view, own.cell, v) for v in (own.values[instrument][-1], own.sums[-1])]
    part = w("{count} av {base}", count=values[0], base=values[1])
    if view.selection.vekt == "antall":
        return w("{part} tiltak i {year}", part=part, year=own.years[-1])
    if view.selection.vekt == "timer":
        return w("{part} timer i {year}", part=part, year=own.years[-1])
    return w("{part} i budsjettene i {year}", part=part, year=own.years[-1])


def _statement(view: View, code: str) -> str:
    w, values = view.words, view.portfolio.get("area_statement", code)
    reason = w.name(values, "reason")
    return w("Ikke aktuelt, meldt av rådsområdet {day}: {reason}", day=w.date(str(values["date"])), reason=reason)
