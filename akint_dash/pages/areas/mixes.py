"""Small multiples of the council areas' weights of the four instruments (S10)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.parts import CLASS, drawing, sign
from akint_dash.components.view import View
from akint_dash.components.weighed import over_years
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.figures.compare import Line, several
from akint_dash.measures import areas as measure
from akint_dash.measures.facts import silent
from akint_dash.measures.frame import frame
from akint_dash.measures.weight import statements, unweighed
from akint_dash.pages.areas import ways
from akint_dash.pages.areas.links import page_of
from akint_dash.store.involvement import INSTRUMENTS
from akint_dash.text import areas as text
from akint_dash.text.findings import BASE
from akint_dash.text.frame import silence, weight_tick
from akint_dash.text.missing import own_hours


def weights(view: View, year: int) -> Component:
    """Small multiples: each area's weight of the four instruments over the years (S10)."""
    w = view.words
    shown, county = frame(view.scope), measure.weights(view.scope.county(), None)
    parts: dict[str | None, measure.Weights] = {None: county}
    parts.update(measure.responsible_weights(view.scope.of_areas()))
    names = {code: view.name("instrument", code) for code in INSTRUMENTS}
    ticks = [weight_tick(w, shown.of_years, y) for y in county.years]
    far = _farthest(parts, county)
    title = _none_apart(view, parts, county, year)
    if not shown.reached:
        title = silence(w, shown).rstrip(".")
    elif unweighed(view.scope.of_areas()).n:
        title = w("Rådsområdenes vekting av det som er kjent i {year}", year=year)
    if shown.told(year) and silent(view.scope, year):
        title = text.silent_title(w, shown, [view.name("area", code) for code in view.selection.omrade])
    if far:
        own = parts[far]
        shares = _last(own), _last(county)
        title = text.finding(
            w, view.name("area", far), shown, None, own.cases[-1], shares[0], shares[1], county.cases[-1], names,
            lacking=bool(unweighed(view.scope.county(), (year,)).n),
        )  # fmt: skip
    known = [s for some in parts.values() for c in INSTRUMENTS for s in some.shown(c) if s is not None]
    drawn = [html.Li(_mix(view, code, some, ticks, max(known, default=1.0))) for code, some in parts.items()]
    return card(
        view,
        "vekting",
        title=title,
        say=_share_of(view) + " " + w("Andelen regnes ikke ut for år med færre enn ti tiltak."),
        figure=html.Ul(drawn, className="grid mixes"),
        data=measure.weights_table(view.scope, list(parts.items())),
        numbers=ways.weights(view),
        plot=_plot(view, year, [far, None] if far else list(parts)),
        caption=w("Tiltak og andel per rådsområde, virkemiddel og år"),
        refs=("S10",),
        weighed=unweighed(view.scope.of_areas()),
        of_all=unweighed(view.scope.county()),
        level=2,
    )


def _plot(view: View, year: int, codes: Sequence[str | None]) -> Plot:
    """The year's shares of the area that stands apart beside the county's; of all where none does."""
    names = {f"share_{c or 'county'}": view.name("area", c) if c else view.words("Fylkeskommunen") for c in codes}
    words: dict[Any, str] = {**names, year: weight_tick(view.words, frame(view.scope).of_years, year)}
    return Plot(Form.BARS, "instrument", tuple(names), only=("year", year), words=words)


def _share_of(view: View) -> str:
    """What the shares are of, by the weight chosen."""
    w = view.words
    told = {
        "antall": w("Andel av tiltakene, i året de begynte, på ansvarlig rådsområde."),
        "timer": w("Andel av timene per år, hvert rådsområdes egen del."),
        "kroner": w("Andel av avsatte kroner per år, hvert rådsområdes egen del."),
    }[view.selection.vekt]
    return f"{told} {own_hours(w, view.selection.vekt)}".rstrip()


def _none_apart(view: View, parts: dict[str | None, measure.Weights], county: measure.Weights, year: int) -> str:
    """That no area stands apart: said of those that can be compared, and only where some can."""
    w = view.words
    areas = [some for code, some in parts.items() if code is not None]
    known = [some for some in areas if some.years and any(some.shown(c)[-1] is not None for c in INSTRUMENTS)]
    if not known and any(some.cases and some.cases[-1] >= BASE for some in areas):
        return w("Rådsområdenes vekting av det som er kjent i {year}", year=year)
    if not known or not county.years or county.cases[-1] < BASE:
        return w("For få tiltak til å sammenligne rådsområdene med fylkeskommunen samlet i {year}", year=year)
    if len(known) < len(areas):
        return w(
            "Ingen av rådsområdene med ti tiltak eller flere skiller seg tydelig fra fylkeskommunen samlet i {year}",
            year=year,
        )
    return w("Ingen rådsområder skiller seg tydelig fra fylkeskommunen samlet i {year}", year=year)


def _farthest(parts: dict[str | None, measure.Weights], county: measure.Weights) -> str | None:
    """The area farthest from the county in one instrument, by the rule of :func:`text.areas.apart`."""
    gaps: dict[str, float] = {}
    for code, some in parts.items():
        if code is None or not some.cases:
            continue
        own, whole = _last(some), _last(county)
        far = text.apart(own, whole, some.cases[-1], county.cases[-1])
        if far:
            gaps[code] = abs((own[far] or 0) - (whole[far] or 0))
    return max(gaps, key=lambda c: gaps[c]) if gaps else None


def _last(some: measure.Weights) -> dict[str, float | None]:
    return {code: shares[-1] if shares else None for code, shares in some.shares.items()}


def _mix(view: View, code: str | None, some: measure.Weights, ticks: list[str], highest: float) -> list[Component]:
    w = view.words
    name = view.name("area", code) if code else w("Hele fylkeskommunen")
    head: Any = html.A(name, href=page_of(view, code)) if code else name
    n = some.cases[-1] if some.cases else 0
    base = w.n("1 tiltak i {year}", "{n} tiltak i {year}", n, year=some.years[-1]) if n else w("mangler")
    title = html.H3([head, " ", html.Small(base, className=None if n else "missing")])
    if n < BASE:
        return [title, _few(view, code, some, n)]
    stated = {instrument for area, instrument in statements(view.scope, some.years[-1]) if area == code}
    shares = [[None] if c in stated and not some.values[c][-1] else some.shown(c) for c in INSTRUMENTS]
    lines = [
        Line(
            CLASS[c],
            own,
            "" if own[-1] is None else w.percent(own[-1]),
            over_years(view, code, c, some),
        )
        for c, own in zip(INSTRUMENTS, shares, strict=True)
    ]
    heard = [
        x.words or (w("ikke aktuelt") if c in stated else w("mangler")) for c, x in zip(INSTRUMENTS, lines, strict=True)
    ]
    said = ", ".join(f"{view.name('instrument', c)} {told}" for c, told in zip(INSTRUMENTS, heard, strict=True))
    breaks = measure.break_places(view.scope, code, some.years)
    key = f"vekting-{(code or 'fylket').lower()}"
    return [title, drawing(several(lines, ticks, breaks, f"{name}: {said}", highest), key=key)]


def _few(view: View, area: str | None, some: measure.Weights, n: int) -> Component:
    """Under ten cases: the counts in words, no shares."""
    w = view.words
    if not n or view.selection.vekt != "antall":
        told = w("Under ti tiltak: ingen andel.")
        if not n:
            year = frame(view.scope).year
            told = w("Ingen tiltak er registrert i {year}. Registreringer kan mangle.", year=year)
        return html.P(told, className="note few")
    stated = {instrument for of, instrument in statements(view.scope, some.years[-1]) if of == area}
    items = [
        html.Li([sign(code), html.Span(view.name("instrument", code)), html.B(told)])
        for code, told in (
            (code, w("ikke aktuelt") if code in stated and not value else w.part(round(value or 0), n))
            for code, value in ((code, some.values[code][-1]) for code in INSTRUMENTS)
        )
    ]
    return html.Ul(items, className="few num")
