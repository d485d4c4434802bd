"""The figures of the overview: the four instruments, areas x instruments."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.area_numbers import area_numbers
from akint_dash.components.card import Basis, card
from akint_dash.components.empty import empty
from akint_dash.components.filters import weight_links
from akint_dash.components.matrix import matrix_table, stated
from akint_dash.components.parts import drawing
from akint_dash.components.remarks import explained
from akint_dash.components.total import part_line, total_line
from akint_dash.components.view import View
from akint_dash.components.weighed import weight_mark, with_unit
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import NOT_APPLICABLE, Table
from akint_dash.figures import weight as figures
from akint_dash.measures.facts import silent
from akint_dash.measures.frame import Frame, frame, frame_of
from akint_dash.measures.remarks import remarks
from akint_dash.measures.same_days import same_days
from akint_dash.measures.weight import (
    Unweighed,
    by_area_of_instrument,
    by_instrument_year,
    not_relevant,
    set_aside_by_area,
    unweighed,
)
from akint_dash.pages.overview import answers
from akint_dash.store.involvement import INSTRUMENTS
from akint_dash.text import missing
from akint_dash.text import overview as text
from akint_dash.text.areas import silent_title
from akint_dash.text.definitions import counted_words
from akint_dash.text.findings import standing
from akint_dash.text.frame import hours_of, in_before, in_whole, named, silence, weight_tick
from akint_dash.text.words import UNDER_TEN, capital


def year_counts(weights: Table, year: int) -> dict[str, Any]:
    """instrument -> value of one year; None where hours or money exist and none are known."""
    zero: dict[str, Any] = dict.fromkeys(INSTRUMENTS, 0)
    return zero | {row["instrument"][1]: list(row.values())[2] for row in weights.dicts() if row["year"] == year}


def _shares(weights: Table) -> tuple[list[int], dict[str, list[float | None]]]:
    years = sorted(set(weights.column("year")))
    shares: dict[str, list[float | None]] = {code: [] for code in INSTRUMENTS}
    for row in weights.dicts():
        shares[row["instrument"][1]].append(row["share"])
    return years, shares


def instruments(view: View, frame: Frame, weights: Table, records: dict[str, int]) -> Component:
    """The four instruments, each with its weight in the year shown and before."""
    w = view.words
    years, shares = _shares(weights)
    counts = year_counts(weights, frame.year)
    names = {code: view.name("instrument", code) for code in INSTRUMENTS}
    known = {code: value or 0 for code, value in counts.items()}
    lacking, pairs = unweighed(view.scope), same_days(view.scope)
    title = text.instruments_title(w, frame, known, records, names, unweighed(view.scope, (frame.year,)).n)
    if frame.weight == "antall" and len(view.selection.virkemiddel) != 1:
        title += text.moved(w, frame, pairs, names, just_named=standing(known).leader or "")
    if told := _silent(view, frame):
        title = told
    lacks = missing.unweighed(w, lacking, weights)
    note = " ".join(filter(None, [text.weight_note(w, frame), lacks]))
    cards = [_instrument(view, code, weights, years, shares, counts, records, pairs[code]) for code in INSTRUMENTS]
    return html.Section(
        [html.Header([html.H2(title), html.P(note, className="note")]), html.Div(cards, className="grid")],
        className="section",
        id="virkemidler",
    )


def _silent(view: View, frame: Frame) -> str:
    """The title where the chosen areas, or all, have registered nothing: no count is made of what is missing."""
    if not (frame.told(frame.year) and silent(view.scope, frame.year)):
        return ""
    return silent_title(view.words, frame, [view.name("area", code) for code in view.selection.omrade])


def _instrument(
    view: View,
    code: str,
    weights: Table,
    years: list[int],
    shares: dict[str, list[float | None]],
    counts: dict[str, Any],
    records: dict[str, int],
    pair: tuple[int, int] | None,
) -> Component:
    w, frame = view.words, frame_of(view.scope, code)
    silenced = _silent(view, frame)
    names = {area: view.name("area", area) for area in view.portfolio.records("area")}
    ticks = [weight_tick(w, frame, y) for y in years]
    stated = {y for y in years if code in not_relevant(view.scope, y)}
    if stated:  # of what the areas have said is not relevant there is no share
        own = [None if y in stated and not s else s for y, s in zip(years, shares[code], strict=True)]
        shares = {**shares, code: own}
    values = ["" if s is None else w.percent(s) for s in shares[code]]
    name, unit, data = view.name("instrument", code), weights.headings[2].name, _rows_of(view, code)
    held = {row["year"]: row[unit] for row in data.dicts()}
    counted = [w("ikke aktuelt") if y in stated else with_unit(view, held.get(y)) for y in years]
    said = "; ".join(f"{t}: {v or n}" for t, v, n in zip(ticks, values, counted, strict=True))
    whole = [row for row in weights.dicts() if row["instrument"][1] == code]
    figure = [
        html.P(_share_now(view, frame.year, counts, code), className="fig"),
        drawing(
            figures.slope(
                code,
                shares,
                ticks,
                values,
                f"{view.name('instrument', code)}: {said}",
                [weight_mark(view, name, row["year"], code, row[unit], row["share"]) for row in whole],
            ),
            key=f"vekt-{code.lower()}",
        ),
    ]
    if frame.weight == "antall" and frame.reached and pair and pair[1] and not silenced:
        figure.insert(1, total_line(capital(in_before(w, frame)), w.number(pair[1])))
    by_area = by_area_of_instrument(view.scope, code, frame.year)
    if frame.weight == "kroner":
        by_area = set_aside_by_area(view.scope, code, frame.year)
    say = text.instrument_say(
        w,
        frame,
        by_area,
        names,
        chosen=len(view.selection.omrade) == 1,
        narrowed=view.selection.thinned,
    )
    weighed = _lacks(view, code)
    return card(
        view,
        f"vekt-{code.lower()}",
        title=silenced or _instrument_title(view, code, counts[code], records[code], pair),
        say="" if silenced else " ".join(filter(None, [say, silence(w, frame) if frame.reached else ""])),
        figure=figure,
        data=data,
        plot=Plot(Form.LINES, "year", ("share",), words=dict(zip(years, ticks, strict=True))),
        caption=w("Tiltak og andel per år"),
        refs=({"PRO": "S11", "POL": "S15", "KOM": "S18", "BIL": "S20"}[code],),
        size="c3",
        instrument=code,
        weighed=weighed,
        of_all=unweighed(view.scope),
        numbers=answers.instrument(view, code, frame.year, counts[code], by_area, pair),
    )


def _instrument_title(view: View, code: str, value: float | None, n: int, pair: tuple[int, int] | None) -> str:
    """What the year's row of the instrument's table counts: initiatives, hours or kroner set aside."""
    w, frame = view.words, frame_of(view.scope, code)
    if frame.weight == "antall":
        return text.instrument_title(w, frame, n, pair)
    lacking = _lacks(view, code, (frame.year,)).n
    return text.weighed_title(w, frame, value, n, lacking)


def _lacks(view: View, code: str, years: tuple[int, ...] | None = None) -> Unweighed:
    """What the weight does not know of an instrument; nothing of one that the filters leave out."""
    chosen = view.selection.virkemiddel
    if chosen and code not in chosen:
        return Unweighed("", 0, 0)
    return unweighed(view.scope.narrowed(virkemiddel=(code,)), years)


def _share_now(view: View, year: int, counts: dict[str, Any], code: str) -> list[Component]:
    """An instrument's share of the year and what it is of: of what is known; none where nothing of some is."""
    w, weight, value = view.words, view.selection.vekt, counts[code]
    total = sum(one or 0 for one in counts.values())
    if value is None:
        return [
            html.B("–", className="num"),
            html.Span(w("Timer mangler") if weight == "timer" else w("Avsatte kroner mangler")),
        ]
    if not value and code in not_relevant(view.scope, year):
        return [html.B("–", className="num"), " ", html.Span(w("ikke aktuelt"))]
    if not total:
        return [html.B("–", className="num"), html.Span("")]
    few = weight == "antall" and total < UNDER_TEN
    big = w.part(round(value), round(total)) if few else w.percent(value / total)
    if None in counts.values():
        big = "–"
    lacking = unweighed(view.scope, (year,)).n
    return [
        html.B(big, className="num"),
        " ",
        html.Span(text.base(w, frame(view.scope), value, total, weight, lacking, counted=few)),
    ]


def _rows_of(view: View, code: str) -> Table:
    whole = by_instrument_year(view.scope)
    keep = [i for i, heading in enumerate(whole.headings) if heading.name != "instrument"]
    unheard = {year for year in set(whole.column("year")) if silent(view.scope, year)}
    stated_years = {year for year in set(whole.column("year")) if code in not_relevant(view.scope, year)}

    share = [heading.name for heading in whole.headings].index("share")
    none = {year for year in set(whole.column("year")) if {row[2] for row in whole.rows if row[0] == year} == {0}}

    def cell(row: tuple[Any, ...], index: int) -> Any:
        if index > 1 and row[0] in unheard:
            return None
        if index == share and row[0] in none:
            return NOT_APPLICABLE  # of no initiative there is no share: none is missing
        return NOT_APPLICABLE if index > 1 and row[0] in stated_years and not row[index] else row[index]

    rows = [tuple(cell(row, i) for i in keep) for row in whole.rows if row[1][1] == code]
    return Table(tuple(whole.headings[i] for i in keep), tuple(rows))


def _with_any(view: View, data: Table) -> Component | None:
    """How many of the areas have any."""
    w, n = view.words, sum(bool(row["total"]) for row in data.dicts())
    if len(data) < 2 or view.selection.vekt != "antall":
        return None
    return part_line(view, "omrader", w("Rådsområder med tiltak"), n, len(data))


def matrix(view: View, frame: Frame, data: Table, records: dict[str, int]) -> Component:
    """Council areas x instruments, a click narrows (S10)."""
    w, year = view.words, frame.year
    totals = {row["area"][1]: row["total"] or 0 for row in data.dicts()}
    names = {code: view.name("area", code) for code in view.portfolio.records("area")}
    total = sum(totals.values())
    unit = {
        "antall": w(
            "Tiltak som begynte {when}. Størrelsen på prikken viser antallet. Velg en rute for å avgrense.",
            when=in_whole(w, frame),
        ),
        "timer": " ".join(
            [
                w("Timer {of}. Størrelsen på prikken viser timetallet.", of=hours_of(w, frame)),
                missing.own_hours(w, "timer"),
            ]
        ),
        "kroner": w("Budsjett i {year}. Størrelsen på prikken viser beløpet.", year=year),
    }
    say = w("Tiltakene er registrert på ansvarlig rådsområde.")
    one = len(view.selection.omrade) == 1
    own, county = unweighed(view.scope, (year,)), unweighed(view.scope.county(), (year,))
    in_all = missing.beside(w, own, county)
    return card(
        view,
        "omrader",
        title=_silent(view, frame) or text.areas_title(w, frame, totals, records, names, chosen=one, lacking=own.n),
        say=f"{say} {counted_words(w)}" if view.selection.vekt == "antall" and frame.reached and total else "",
        figure=[matrix_table(view, data, frame), _with_any(view, data)]
        if frame.reached
        else empty(view, silence(w, frame)),
        unit=unit[view.selection.vekt] if frame.reached else "",
        data=stated(view, data, year),
        numbers=area_numbers(view, data, year),
        plot=Plot(Form.BARS, "area", INSTRUMENTS, stacked=True),
        caption=w("Tiltak {year} etter rådsområde og virkemiddel", year=named(w, frame)),
        refs=("S10",),
        weighed=unweighed(view.scope.narrowed(periode=(year, year))),
        basis=Basis(in_all) if in_all else None,
        remark=explained(view, remarks(view.scope, "involvements", years=(year,))),
        more=weight_links(view),
    )
