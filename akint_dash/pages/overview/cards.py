"""The figures of the overview: the period, the four instruments, the money, areas x instruments."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import Basis, card
from akint_dash.components.filters import weight_links
from akint_dash.components.matrix import matrix_table
from akint_dash.components.parts import drawing, strategy_ref
from akint_dash.components.view import View
from akint_dash.domain.table import Table
from akint_dash.figures import money as figures_money
from akint_dash.figures import weight as figures
from akint_dash.measures import pipeline as measure
from akint_dash.measures.weight import by_area_of_instrument, by_instrument_year, same_days
from akint_dash.store.involvement import INSTRUMENTS
from akint_dash.text import overview as text
from akint_dash.text.findings import leader, trend
from akint_dash.text.words import UNDER_TEN


def year_counts(weights: Table, year: int) -> dict[str, int]:
    """instrument -> value of one year."""
    zero: dict[str, int] = dict.fromkeys(INSTRUMENTS, 0)
    return zero | {row["instrument"][1]: list(row.values())[2] for row in weights.dicts() if row["year"] == year}


def _shares(weights: Table) -> tuple[list[int], dict[str, list[float | None]]]:
    years = sorted(set(weights.column("year")))
    shares: dict[str, list[float | None]] = {code: [] for code in INSTRUMENTS}
    for row in weights.dicts():
        shares[row["instrument"][1]].append(row["share"])
    return years, shares


def period(view: View, months: Table) -> Component:
    """Where we are in the strategy: one bar a month (S23)."""
    w, (first, last) = view.words, view.scope.period
    counts = [row["n"] for row in months.dicts()]
    now = sum(count is not None for count in counts) - 1
    title = text.period_title(w, view.day, first, last)
    label = w("Tiltak per måned {years}", years=w.years(first, last))
    by_year = {
        y: [c for r, c in zip(months.column("year"), counts, strict=True) if r == y] for y in range(first, last + 1)
    }
    years = [_year(view, y, [c for c in some if c is not None], first) for y, some in by_year.items()]
    view.tables["maneder"] = months
    return html.Section(
        [
            html.Div(
                [html.H2(title, id="periode-t"), html.P(w("Tiltak per måned")), strategy_ref(view, "S23")],
                className="head",
            ),
            drawing(figures.months(counts, now, label), key="maneder"),
            html.Div(years, className=f"years num n{len(years)}"),
        ],
        className="period",
        id="maneder",
        **{"aria-labelledby": "periode-t"},
    )


def _year(view: View, year: int, counts: list[int], first: int) -> Component:
    w, total = view.words, sum(counts)
    if not counts:
        return html.Div([html.B(str(year)), html.Span(w("har ikke begynt"))])
    current = year == view.day.year
    head = [html.B(f"{year}: {w.number(total)}")]
    if current:
        head += [" ", html.B(w("hittil"), className="today")]
        before = sum(earlier for _, earlier in same_days(view.scope).values())
        say = w("{before} på samme tid i fjor", before=w.number(before)) if year > first else ""
    else:
        say = w("første år") if year == first else w("hele året")
    return html.Div([*head, html.Span(say)])


def instruments(view: View, weights: Table, year: int) -> Component:
    """The four instruments, each with its weight this year and before."""
    w = view.words
    years, shares = _shares(weights)
    counts = year_counts(weights, years[-1] if years else year)
    names = {code: view.name("instrument", code) for code in INSTRUMENTS}
    first = leader(counts)
    title = (
        w("{name} er størst i {year}", name=names[first], year=year)
        if first
        else w("Ingen av virkemidlene skiller seg ut i {year}", year=year)
    )
    title += _trends(view, weights, years, shares, names)
    note = w("Andel av tiltakene per år. Grå streker er de tre andre.")
    return html.Section(
        [
            html.Header([html.H2(title), html.P(note, className="note")]),
            html.Div([_instrument(view, code, years, shares, counts) for code in INSTRUMENTS], className="grid"),
        ],
        className="section",
        id="virkemidler",
    )


def _trends(
    view: View, weights: Table, years: list[int], shares: dict[str, list[float | None]], names: dict[str, str]
) -> str:
    """Which instrument's weight changed most since the year before, when one clearly did."""
    if len(years) < 2:
        return ""
    totals = [sum(year_counts(weights, y).values()) for y in years[-2:]]
    moves = {}
    for code in INSTRUMENTS:
        before, now = shares[code][-2], shares[code][-1]
        way = trend(before, now, round(totals[0]), round(totals[1])) if before is not None and now is not None else None
        if way in ("up", "down") and before is not None and now is not None:
            moves[code] = now - before
    if not moves:
        return ""
    code = max(moves, key=lambda c: abs(moves[c]))
    if abs(moves[code]) < 0.03:
        return ""
    w, name = view.words, names[code].lower()
    return w("; {name} øker mest", name=name) if moves[code] > 0 else w("; {name} taper mest vekt", name=name)


def _instrument(
    view: View, code: str, years: list[int], shares: dict[str, list[float | None]], counts: dict[str, int]
) -> Component:
    w, total = view.words, sum(counts.values())
    now, before = same_days(view.scope)[code]
    names = {area: view.name("area", area) for area in view.portfolio.records("area")}
    ticks = [f"{y} {w('hittil')}" if y == view.day.year else str(y) for y in years]
    values = ["" if s is None else w.percent(s) for s in shares[code]]
    said = "; ".join(f"{t}: {v or w('mangler')}" for t, v in zip(ticks, values, strict=True))
    base = text.base(w, years[-1], counts[code], total, view.selection.vekt) if total else ""
    share = counts[code] / total if total else 0.0
    few = view.selection.vekt == "antall" and total < UNDER_TEN
    big = "–" if not total else w.part(round(counts[code]), round(total)) if few else w.percent(share)
    figure = [
        html.P([html.B(big, className="num"), html.Span(base)], className="fig"),
        drawing(
            figures.slope(code, shares, ticks, values, f"{view.name('instrument', code)}: {said}"),
            key=f"vekt-{code.lower()}",
        ),
    ]
    return card(
        view,
        f"vekt-{code.lower()}",
        title=text.instrument_title(w, now, before, view.day.year),
        say=text.instrument_say(w, by_area_of_instrument(view.scope, code, view.day.year), names),
        figure=figure,
        data=_rows_of(view, code),
        caption=w("Tiltak og andel per år"),
        refs=({"PRO": "S11", "POL": "S15", "KOM": "S18", "BIL": "S20"}[code],),
        size="c3",
        instrument=code,
        drawn=True,
    )


def _rows_of(view: View, code: str) -> Table:
    whole = by_instrument_year(view.scope)
    keep = [i for i, heading in enumerate(whole.headings) if heading.name != "instrument"]
    rows = [tuple(row[i] for i in keep) for row in whole.rows if row[1][1] == code]
    return Table(tuple(whole.headings[i] for i in keep), tuple(rows))


def money(view: View, pipe: measure.Pipeline) -> Component:
    """Money won, step by step, and what may come (S11)."""
    w, first = view.words, view.scope.period[0]
    data = measure.won_by_day(pipe)
    title = text.money_title(w, pipe)
    shown = _growth(view, pipe, data, title)
    figure = [
        drawing(
            figures_money.growth(shown) + figures_money.growth(shown, narrow=True), key="vunnet-figur", name="growth"
        ),
        html.Dl(_parts(view, pipe), className="parts"),
    ]
    month = w.month(date(first, 1, 1), short=False)
    return card(
        view,
        "vunnet",
        title=title,
        say=text.money_say(w, pipe),
        figure=figure,
        unit=w("Ekstern støtte, samlet siden {month} {year}, mill. kr", month=month, year=first),
        data=data,
        caption=w("Støtte etter vedtaksdato"),
        refs=("S11",),
        size="c7",
        basis=_money_basis(view, pipe),
        drawn=True,
    )


def _growth(view: View, pipe: measure.Pipeline, data: Table, title: str) -> figures_money.Growth:
    w, (first, last), share = view.words, view.scope.period, pipe.success_share
    won, waiting = pipe.won_ore / 1e8, measure.money(pipe.waiting) / 1e8
    likely = won + waiting * (share or 0)
    enough = pipe.decided >= UNDER_TEN and share is not None and bool(pipe.waiting)
    steps = zip(data.column("date"), data.column("total_ore"), strict=True)
    return figures_money.Growth(
        steps=[(date.fromisoformat(day), total / 1e8) for day, total in steps],
        today=view.day,
        first=date(first, 1, 1),
        last=max(date(last, 12, 31), view.day + timedelta(days=90)),
        now_words=w("{amount} vunnet", amount=w.money(pipe.won_ore)),
        today_words=w("I dag"),
        label=title,
        outlook=(likely, won + waiting) if enough else None,
        outlook_words=(
            (
                w("{amount} forventet", amount=w.number(likely, 1)),
                w("ved {share} tilslag", share=w.percent(share or 0)),
            ),
            (w("{amount} i alt", amount=w.number(won + waiting, 1)), w("hvis alt innvilges")),
        ),
    )


def _parts(view: View, pipe: measure.Pipeline) -> list[Component]:
    w = view.words
    won, waiting, underway = len(pipe.won), len(pipe.waiting), len(pipe.underway)
    return [
        _part(view, w("Vunnet"), pipe.won, w.n("{n} prosjekt", "{n} prosjekter", won)),
        _part(view, w("Til avgjørelse"), pipe.waiting, w.n("{n} søknad", "{n} søknader", waiting)),
        _part(view, w("Under utvikling"), pipe.underway, w.n("{n} idé", "{n} ideer", underway)),
    ]


def _money_basis(view: View, pipe: measure.Pipeline) -> Basis:
    w = view.words
    lacking = [("project", s.code) for s in pipe.won if s.external_ore is None]
    words = w("Bygger på {part} innvilgede prosjekter", part=w.part(len(pipe.won) - len(lacking), len(pipe.won)))
    if lacking:
        words += "; " + w.n("{n} mangler beløp", "{n} mangler beløp", len(lacking))
    return Basis(words, lacking)


def _part(view: View, words: str, some: tuple[measure.Standing, ...], count: str) -> Component:
    value = html.Dd([view.words.money(measure.money(some)), html.Small(" · " + count)], className="num")
    return html.Div([html.Dt(words), value])


def matrix(view: View, data: Table, year: int) -> Component:
    """Council areas x instruments, a click narrows (S10)."""
    w = view.words
    totals = {row["area"][1]: row["total"] for row in data.dicts() if row["total"]}
    names = {code: view.name("area", code) for code in view.portfolio.records("area")}
    total = sum(totals.values())
    unit = {
        "antall": w("Tiltak i {year}; flaten er antallet. Velg en rute for å avgrense.", year=year),
        "timer": w("Timer i {year}; flaten er timetallet.", year=year),
        "kroner": w("Budsjett i {year}; flaten er beløpet.", year=year),
    }
    say: Any = w.n(
        "Ett tiltak i {year}.", "{n} tiltak i {year}, ført på ansvarlig rådsområde.", round(total), year=year
    )
    return card(
        view,
        "omrader",
        title=text.areas_title(w, totals, names, view.selection.vekt),
        say=say if view.selection.vekt == "antall" else "",
        figure=matrix_table(view, data, year),
        unit=unit[view.selection.vekt],
        data=data,
        caption=w("Tiltak {year} etter rådsområde og virkemiddel", year=year),
        refs=("S10",),
        size="c7",
        more=weight_links(view),
    )
