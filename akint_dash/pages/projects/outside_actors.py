"""Outside actors that came along, by sector (S2)."""

from __future__ import annotations

from typing import Final

from dash.development.base_component import Component

from akint_dash.components.before import before_line, then
from akint_dash.components.card import Basis, card
from akint_dash.components.empty import empty
from akint_dash.components.graph import graph
from akint_dash.components.view import View
from akint_dash.components.ways import to_less, to_table
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.figures.columns import SHADES, Part, columns
from akint_dash.figures.marks import Mark
from akint_dash.measures import participations as measure
from akint_dash.measures.frame import frame
from akint_dash.measures.same_days import actors_same_days
from akint_dash.pages.projects import ways
from akint_dash.text import projects as text
from akint_dash.text.frame import tick, years_of
from akint_dash.text.where import where

MOST: Final = 4
"""How many sectors have a shade of their own."""


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
        say=text.sector_say(w, now, names, last, counts.get("", {}).get(last, 0), over=last < view.day.year),
        figure=drawn if any(sums) else none_taken(view),
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


def none_taken(view: View) -> Component:
    """In place of a figure of participations, where the selection holds none."""
    w, n = view.words, sum(one.inside for one in measure.takings(view.scope.widened()))
    if measure.undated(view.scope):
        return empty(view, w("Prosjektdeltakelsene mangler start og hører ikke til noe år."), "")
    told = w.n("1 prosjektdeltakelse", "{n} prosjektdeltakelser", n) if n else ""
    return empty(view, w("Ingen prosjektdeltakelser fra Akershus med disse filtrene."), told)
