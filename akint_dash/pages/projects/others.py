"""Who came along: outside actors by sector and municipality, and guidance beside participation (S2, S14)."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.bars import Bar, bars, under
from akint_dash.components.before import before_line, then
from akint_dash.components.card import Basis, card
from akint_dash.components.empty import empty
from akint_dash.components.first_rows import MOST_ROWS, in_table, opened
from akint_dash.components.graph import graph
from akint_dash.components.parts import drawing
from akint_dash.components.places import Places, by_place, place_way
from akint_dash.components.total import part_line
from akint_dash.components.view import View
from akint_dash.components.ways import to_less, to_table
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.figures.columns import SHADES, Part, columns
from akint_dash.figures.marks import Mark
from akint_dash.figures.units import lane
from akint_dash.measures import participations as measure
from akint_dash.measures.frame import frame
from akint_dash.measures.same_days import actors_same_days
from akint_dash.measures.support import never_guided
from akint_dash.pages.projects import answers, ways
from akint_dash.text import missing
from akint_dash.text import projects as text
from akint_dash.text.bases import PARTLY
from akint_dash.text.frame import in_years, tick, years_of
from akint_dash.text.where import all_counted, where

MOST: Final = 4
SHOWN: Final = 12
PLACES: Final = 5
LANES: Final = 5
"""How many of a long list stand in the open."""


def sectors(view: View) -> Component:
    """Actors in Akershus in projects, by sector, each in every year from start to end (S2)."""
    w, data = view.words, measure.by_year_sector(view.scope)
    years = sorted(set(data.column("year")))
    counts: dict[str, dict[int, int]] = {}
    for row in data.dicts():
        counts.setdefault(row["sector"][1] if row["sector"] else "", {})[row["year"]] = row["actors"]
    parts = _parts(view, counts, years)
    shown = frame(view.scope, "participation")
    unfinished = bool(years) and shown.unfinished(years[-1])
    last = shown.year
    sums = [sum(some.get(year, 0) for some in counts.values()) for year in years]
    ticks = [tick(w, shown, y) for y in years]
    lost = measure.undated(view.scope, end=True)
    now_in = measure.actors_in_year(view.scope, last)
    pair = actors_same_days(view.scope, shown) if last > view.scope.widened().period[0] else None
    title = text.actors_title(w, shown, now_in, pair, len(lost), where=where(w, view.scope))
    now = {code: some.get(last, 0) for code, some in counts.items() if code}
    names = {code: w.choice("sector", code) for code in now}
    side = max((len(part.words) for part in parts), default=0) * 7 + 14
    before = (pair[1], w.number(pair[1])) if pair and not lost else (None, "")
    figure = columns(
        ticks,
        parts,
        [w.number(s) for s in sums],
        so_far=unfinished,
        side_px=side,
        then=then(view, shown, years, *before),
    )
    alone = _alone(view, counts, years)
    marks = [_sector_marks(view, part, years, ticks, alone) for part in parts]
    drawn = [graph(view, figure, "sektorer-figur", title, marks), before_line(view, shown, years, before[1])]
    taken = [t.actor for t in measure.takings(view.scope) if t.inside]
    inside = len(taken)
    told = years_of(w, shown)
    basis = w.n(
        "Bygger på én prosjektdeltakelse {years}", "Bygger på {n} prosjektdeltakelser {years}", inside, years=told
    )
    basis += w.n(", av én aktør", ", av {count} aktører", len(set(taken)))
    words = w.n("én mangler startdato eller sluttdato", "{count} mangler startdato eller sluttdato", len(lost))
    basis = "; ".join([*([basis] if inside or not lost else []), *([words] if lost else [])])
    return card(
        view,
        "sektorer",
        title=title,
        say=text.sector_say(w, now, names, last, counts.get("", {}).get(last, 0)),
        figure=drawn if any(sums) else _none(view),
        unit=w(
            "Aktører {where} som er med i internasjonale prosjekter, etter sektor. "
            "En aktør telles hvert år den er med.",
            where=where(w, view.scope),
        ),
        data=data,
        numbers=ways.sectors(view, last, [w.percent(n / sum(now.values())) for n in now.values() if n]),
        plot=Plot(
            Form.COLUMNS,
            "year",
            ("actors",),
            by="sector",
            stacked=True,
            ranked=True,
            words=dict(zip(years, ticks, strict=True)),
        ),
        caption=w("Aktører og prosjektdeltakelser etter år og sektor"),
        refs=("S2",),
        size="c7",
        basis=Basis(basis, [("participation", code) for code in lost]),
        level=2,
    )


def _parts(view: View, counts: dict[str, dict[int, int]], years: list[int]) -> list[Part]:
    """The four largest sectors and the others, the largest at the floor."""
    w = view.words
    ranked = sorted(counts, key=lambda code: (not code, -sum(counts[code].values())))
    shown = [code for code in ranked if code][:MOST]
    rest = [code for code in counts if code not in shown]
    named = [(w.choice("sector", code), [code]) for code in shown]
    if rest:
        named.append((w("Andre og ukjent") if "" in rest else w("Andre"), rest))
    return [
        Part(words, [sum(counts[code].get(year, 0) for code in codes) for year in years], SHADES[i])
        for i, (words, codes) in enumerate(named)
    ]


def _alone(view: View, counts: dict[str, dict[int, int]], years: list[int]) -> dict[int, list[Part]]:
    """The parts as each year alone would have them; of one year there is nothing to narrow to."""
    if len(years) < 2:
        return {}
    of_year = {year: {code: {year: some[year]} for code, some in counts.items() if year in some} for year in years}
    return {year: _parts(view, some, [year]) for year, some in of_year.items()}


def _sector_marks(
    view: View, part: Part, years: list[int], ticks: list[str], alone: dict[int, list[Part]]
) -> list[Mark | None]:
    """How many actors of a sector each year had; a press shows the year ``alone``, where that tells the same number."""
    w = view.words
    some: list[Mark | None] = []
    for year, words, value in zip(years, ticks, part.values, strict=True):
        said = w.n("{name}: {n} aktør", "{name}: {n} aktører", round(value or 0), name=f"{part.words}, {words}")
        kept = any(one.words == part.words and one.values[0] == value for one in alone.get(year, ()))
        way = to_less(view, said, str(year), periode=(year, year)) if kept else to_table(view, said, "sektorer")
        some.append(way if value else None)
    return some


def _none(view: View) -> Component:
    w, n = view.words, sum(one.inside for one in measure.takings(view.scope.widened()))
    if measure.undated(view.scope):
        return empty(view, w("Prosjektdeltakelsene mangler start og hører ikke til noe år."), "")
    told = w.n("1 prosjektdeltakelse", "{n} prosjektdeltakelser", n) if n else ""
    return empty(view, w("Ingen prosjektdeltakelser fra Akershus med disse filtrene."), told)


def places(view: View) -> Component:
    """EU money to Akershus actors by municipality; those outside are shown as outside (S14)."""
    w, data = view.words, measure.by_municipality(view.scope)
    rows = [(_place(view, row["place"]), row) for row in data.dicts()]
    inside = [(name, row) for name, row in rows if row["place"] and row["place"][1]]
    some = [pair for pair in inside if pair[1]["n"]]
    none = [name for name, row in inside if not row["n"]]
    taken = by_place(view)
    named = [_bar(view, name, row, taken) for name, row in some]
    left = [_bar(view, name, row, taken) for name, row in rows if (name, row) not in inside]
    shown = PLACES if len(named) > PLACES + 1 else len(named)  # one alone is not worth a click: it comes before these
    lines = [*named[:shown], *left, *named[shown:]]
    money, records = ({row["place"][1]: row[key] or 0 for _, row in inside} for key in ("ore", "n"))
    names = {row["place"][1]: name for name, row in inside}
    known = sum(row["ore"] or 0 for _, row in inside)
    unsure = sum(row["lacking"] + row["without_rate"] for _, row in inside) + len(measure.undated(view.scope))
    total = (w("I alt {where}", where=where(w, view.scope)), missing.least(w, known, unsure)) if known else None
    listing = opened(view, shown + len(left) - len(under(lines)), "bars")
    figure: list[Any] = (
        [bars(lines, total=total, listing=listing)] if any(row["n"] for _, row in rows) else [_none(view)]
    )
    if none and some and all_counted(view.scope):
        figure.append(
            html.P(
                w("{names} har ingen prosjektdeltakelser.", names=text.join_some(w, none, 30)), className="note zeros"
            )
        )
    lacking, foreign, every = (sum(row[name] for _, row in rows) for name in ("lacking", "without_rate", "n"))
    part = w.part(every - lacking - foreign, every)
    basis = w("Bygger på kjent støtte for {part} prosjektdeltakelser", part=part) if every else ""
    if lacking:
        basis += "; " + w.n("én mangler beløp", "{count} mangler beløp", lacking)
    if foreign:
        sums = missing.foreign(w, [t.no_rate for t in measure.takings(view.scope) if t.no_rate])
        basis += "; " + w.n(
            "én mangler valutakurs ({amounts})", "{count} mangler valutakurs ({amounts})", foreign, amounts=sums
        )
    without_start = measure.undated(view.scope)
    if without_start:
        words = w.n("én mangler start og er ikke med", "{count} mangler start og er ikke med", len(without_start))
        basis = "; ".join(filter(None, (basis, words)))
    unknown = [*(t.code for t in measure.takings(view.scope) if t.ore is None), *without_start]
    return card(
        view,
        "kommuner",
        title=text.place_title(
            w,
            money,
            records,
            names,
            years_of(w, frame(view.scope, "participation")),
            lacking + foreign + len(without_start),
            where=where(w, view.scope),
        ),
        say=w("Hele støtten aktørene får til prosjektene, også for andre år, fordelt på aktørens kommune."),
        figure=figure,
        data=_named(data, rows),
        numbers=ways.places(view, taken, missing.least(w, known, unsure), [row for _, row in rows]),
        plot=Plot(Form.BARS, "place", ("ore",)),
        caption=w("Støtte til eksterne aktører etter kommune"),
        refs=("S14",),
        size="c5",
        basis=Basis(basis, [("participation", code) for code in unknown]) if basis else None,
        level=2,
    )


def _place(view: View, place: tuple[str, str] | None) -> str:
    if place is None:
        return view.words("Kommune mangler")
    return view.name(*place) if place[1] else view.words("Utenfor Akershus")


def _bar(view: View, name: str, row: dict[str, Any], every: Places) -> Bar:
    w = view.words
    unsure = row["lacking"] or row["without_rate"]
    words = w("mangler") if row["ore"] is None else missing.least(w, row["ore"], unsure)
    note = w.n("1 prosjektdeltakelse", "{n} prosjektdeltakelser", row["n"])
    inside, said = bool(row["place"] and row["place"][1]), f"{name}: {words}, {note}"
    return Bar(
        name,
        None if row["ore"] is None else row["ore"],
        words,
        note=note,
        name="inside" if inside else "",
        rest=not inside,
        mark=place_way(view, name, said, row["place"][1], every, "kommuner")
        if inside
        else to_table(view, said, "kommuner"),
    )


def _named(data: Table, rows: list[tuple[str, dict[str, Any]]]) -> Table:
    heads = (Heading("place", Cell.TEXT, "Kommune"), *data.headings[1:])
    return table(heads, [(name, *list(row.values())[1:]) for name, row in rows])


def guidance(view: View) -> Component:
    """Guidance given, and participations that began after it: side by side, never as cause (S14)."""
    w, found = view.words, measure.guided(view.scope)
    after = sum(bool(g.after) for g in found)
    first, last = view.scope.period
    span = date(first, 1, 1).toordinal(), min(date(last + 1, 1, 1), date(view.day.year + 1, 1, 1)).toordinal()
    years = range(first, date.fromordinal(span[1]).year)
    figure: list[Any] = []
    if found:
        heads = html.Div([html.Span(str(year)) for year in years], className=f"lane-years num y{len(years)}")
        rows = [html.Li(_lane(view, one, span, len(years))) for one in found[:MOST_ROWS]]
        key = [
            html.Span([html.Span(className=f"key-mark {kind}"), words])
            for kind, words in (
                ("at", w("veiledning")),
                ("after", w("prosjektdeltakelse etter veiledning")),
                ("before", w("prosjektdeltakelse fra før")),
            )
        ]
        with_new = part_line(view, "veiledning", w("Ble siden med i nye prosjekter"), after, len(found))
        drawn = opened(view, LANES, "lanes")(rows)
        figure = [with_new, heads, drawn, html.P(key, className="key"), in_table(view, len(found))]
    base, lost = never_guided(view.scope), _without_start(view)
    told = in_years(w, first, max(first, min(last, view.day.year)))
    view.shown["veiledning"] = [(), *([PARTLY[view.pattern]["veiledning"]] if base[0] or lost else [])]
    return card(
        view,
        "veiledning",
        title=text.guidance_title(w, len(found), after, told),
        say=text.unguided_say(w, len(found), *base, told, when=_guided_in(view)),
        figure=figure or empty(view, w("Ingen veiledning til bestemte aktører med disse filtrene.")),
        data=measure.guided_table(found),
        numbers=ways.guidance(view, found),
        plot=Plot(Form.BARS, "actor", ("before", "after"), rows=SHOWN),
        caption=w("Aktører som fikk veiledning, og deltakelse i prosjekter før og etter"),
        refs=("S14",),
        basis=lost,
        level=2,
    )


def _guided_in(view: View) -> str:
    """The months that guidance was given in, where some are chosen."""
    shown = frame(view.scope, "activity")
    return years_of(view.words, shown) if shown.months else ""


def _years(view: View) -> str:
    """The years in which what came after guidance is counted."""
    return years_of(view.words, frame(view.scope, "activity").of_years)


def _without_start(view: View) -> Basis | None:
    """Participations that are neither before nor after any day, whoever had guidance."""
    w, lost = view.words, measure.undated(view.scope.widened())
    words = w.n(
        "{n} prosjektdeltakelse mangler start og er ikke med",
        "{n} prosjektdeltakelser mangler start og er ikke med",
        len(lost),
    )
    return Basis(words, [("participation", code) for code in lost]) if lost else None


def _lane(view: View, one: measure.Guided, span: tuple[int, int], years: int) -> list[Component]:
    w, length = view.words, span[1] - span[0]

    def at(day: int) -> float:
        return min(1.0, max(0.0, (day - span[0]) / length))

    name = view.name("actor", one.actor)
    shown: list[tuple[float, float, str]] = []
    said_of: list[Mark] = []
    for kind, some in (("after", one.after), ("before", one.before)):
        for taking in some:
            start, end = date.fromisoformat(taking.start).toordinal(), date(taking.last, 12, 31).toordinal()
            if end > span[0] and start < span[1]:
                shown.append((at(start), at(end), kind))
                said_of.append(answers.taking_mark(view, name, kind, taking))
    marks = [at(date.fromisoformat(day).toordinal()) for day in one.days]
    note = (
        w.n("1 ny etter veiledning", "{n} nye etter veiledning", len(one.after))
        if one.after
        else w("ingen nye etterpå {years}", years=_years(view))
        if view.selection.periode
        else w("ingen nye etterpå")
    )
    said = w("{name}: veiledet {day}; {note}", name=name, day=w.date(one.days[0]), note=note)
    return [
        html.Span([name, html.Small(note)], className="bar-label"),
        drawing(lane(shown[:6], marks, said, [i / years for i in range(1, years)], said_of[:6]), name="lane-box"),
    ]
