"""Where in the world: activity or money by ring over the years, and Norden by itself (S4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.bars import Bar, bars
from akint_dash.components.card import Basis, card
from akint_dash.components.empty import empty
from akint_dash.components.filters import weight_links
from akint_dash.components.numbers import Cells, Numbers
from akint_dash.components.total import part_line
from akint_dash.components.view import View
from akint_dash.components.ways import to_records, to_table
from akint_dash.components.weighed import with_unit
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import Table
from akint_dash.figures.marks import Mark
from akint_dash.measures import bilateral as measure
from akint_dash.measures.frame import frame
from akint_dash.measures.rings import Rings, rings
from akint_dash.measures.weight import unweighed_records
from akint_dash.pages.bilateral import numbers
from akint_dash.store.involvement import RINGS
from akint_dash.text import bilateral as text
from akint_dash.text.frame import by_then, tick
from akint_dash.text.frame import title as as_title
from akint_dash.text.partners import norden_words, ring_unit
from akint_dash.text.words import UNDER_TEN, capital, inside


def rings_over_time(view: View) -> Component:
    """Four small multiples on one scale, counted as the selection weighs (S4)."""
    w, found = view.words, rings(view.scope)
    highest = max((row[2] or 0 for row in found.table.rows), default=0) or 1
    known = [ring for ring in RINGS if any(row[2] != 0 for row in found.table.rows if row[1][1] == ring)]
    parts = [
        html.Div(
            [
                html.H3(w.choice("ring", ring)),
                bars(_bars(view, found, ring), highest=highest),
            ],
            className="c3",
        )
        for ring in known
    ]
    return card(
        view,
        "ringer",
        title=text.answer(w, found.near, found.placed, chosen=bool(view.selection.places), untold=found.untold),
        say=" ".join(
            filter(
                None,
                [
                    w("Norden, Ukraina og resten av Europa regnes sammen. Et tiltak i to områder teller i begge."),
                    text.counted_apart(w, view.selection.vekt),
                ],
            )
        ),
        figure=[html.Div(parts, className="grid ring-years"), *_near(view, found, known)]
        if found.placed
        else _none(view),
        unit=ring_unit(w, view.selection.vekt) if found.placed else "",
        data=found.table,
        numbers=Numbers(cells=_ring_cells(view)),
        plot=Plot(Form.COLUMNS, "year", (found.table.headings[-1].name,), by="ring", words=_ticks(view, found.table)),
        caption=w("Tiltak etter område og år"),
        refs=("S4",),
        basis=Basis(text.placed(w, found.placed, found.total)) if found.total else None,
        weighed=unweighed_records(view.scope, placed=True),
        more=[html.Span(weight_links(view), className="weigh")],
        level=2,
    )


def _near(view: View, found: Rings, known: list[str]) -> list[Component]:
    """How many of all are near, and the rings without any, in words."""
    w = view.words
    part = w.part(found.near, found.placed)
    words = f"{part} ({w.percent(found.near / found.placed)})" if found.placed >= UNDER_TEN else part
    label = w("Tiltak i Norden, Ukraina eller resten av Europa")
    lines: list[Component] = [part_line(view, "ringer", label, found.near, found.placed, words)]
    names = (w.choice("ring", ring) for ring in RINGS if ring not in known)
    if bare := [inside(name) if " " in name else name for name in names]:
        said = {
            "antall": w("{names} har ingen tiltak.", names=w.join(bare)),
            "timer": w("{names} har ingen timer.", names=w.join(bare)),
            "kroner": w("{names} har ingen prosjektbudsjetter.", names=w.join(bare)),
        }
        lines.append(html.P(capital(said[view.selection.vekt]), className="note zeros"))
    return lines


def _none(view: View) -> Component:
    n = rings(view.scope.widened()).placed
    told = view.words.n("1 tiltak med region", "{n} tiltak med region", n) if n else ""
    return empty(view, view.words("Ingen tiltak med disse filtrene er knyttet til en region."), told)


def _bars(view: View, found: Rings, ring: str) -> list[Bar]:
    w, weight = view.words, view.selection.vekt
    write: Any = {"antall": w.number, "timer": w.decimal, "kroner": w.money}[weight]
    rows = []
    for year, (_, code), value in found.table.rows:
        if code == ring:
            words = w("mangler") if value is None else write(value)
            said = f"{w.choice('ring', ring)}, {_year(view, year)}: {with_unit(view, value)}"
            mark = _in_ring(view, said, year, ring, value)
            so_far = frame(view.scope).unfinished(year)
            rows.append(Bar(_year(view, year), value, words, name="own", so_far=so_far, mark=mark))
    return rows


def _in_ring(view: View, said: str, year: int, ring: str, value: Any) -> Mark:
    """The records of a ring and a year; the table where there are none, or where their number is not known."""
    measure_of = {"antall": "tiltak", "timer": "timer", "kroner": "budsjett"}[view.selection.vekt]
    if not value:
        return to_table(view, said, "ringer")
    return to_records(view, said, measure_of, ar=year, ring=ring)


def _ring_cells(view: View) -> Cells:
    """The records of each ring and year, counted as the selection weighs."""

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark | None:
        return _in_ring(view, "", row["year"], row["ring"][1], row[name]) if name in ("n", "hours", "ore") else None

    return cell


def _year(view: View, year: int) -> str:
    return tick(view.words, frame(view.scope), year)


def _ticks(view: View, data: Table) -> dict[int, str]:
    return {year: _year(view, year) for year in data.column("year")}


def _whole_years(view: View) -> str:
    """That the bars before an unfinished year are of whole years, while the title compares to the same day."""
    shown = frame(view.scope)
    if not shown.so_far or shown.before is None or shown.first == shown.year:
        return ""
    return " " + view.words("For årene før {year} viser søylene hele året.", year=shown.year)


def norden(view: View) -> Component:
    """Norden's own trend: its part of what is tied to a region, year by year (S4)."""
    w, data = view.words, measure.norden(view.scope)
    found = rings(view.scope)
    before = _before(view, found)
    rows = [_norden_year(view, row, before) for row in data.dicts()]
    title = as_title(norden_words(w, frame(view.scope), found, chosen=bool(view.selection.places)))
    return card(
        view,
        "norden",
        title=title,
        say=w("Strategien sier at nordisk samarbeid er viktigere enn noen gang.") + _whole_years(view),
        figure=html.Div(bars(rows, highest=1.0), className="ring-years norden") if found.placed else _none(view),
        unit=_norden_unit(view) if found.placed else "",
        data=data,
        numbers=Numbers(cells=numbers.norden(view)),
        plot=Plot(Form.COLUMNS, "year", ("share",), words=_ticks(view, data)),
        caption=w("Norden år for år"),
        refs=("S4",),
        size="c5",
        level=2,
    )


def _norden_year(view: View, row: dict[str, Any], before: tuple[float, str] | None) -> Bar:
    w, year, shown = view.words, row["year"], frame(view.scope)
    words = (
        w("mangler")
        if row["placed"] is None
        else w.part(row["n"], row["placed"])
        if row["placed"] < UNDER_TEN
        else w("{share} ({part})", share=w.percent(row["share"]), part=w.part(row["n"], row["placed"]))
    )
    said = f"{w.choice('ring', 'norden')}, {_year(view, year)}: {words}"
    mark = to_records(view, said, "tiltak", ar=year, ring="norden") if row["n"] else to_table(view, said, "norden")
    value, so_far = row["n"] / row["placed"] if row["placed"] else 0, shown.unfinished(year)
    then = before if year == shown.year - 1 else None
    return Bar(_year(view, year), value, words, name="own", so_far=so_far, then=then, mark=mark)


def _norden_unit(view: View) -> str:
    """What Norden's part is of: the page is of one instrument, the figure of all."""
    if view.selection.virkemiddel:
        return view.words("Nordens andel av tiltak med kjent region")
    return view.words("Nordens andel av tiltakene med kjent region, alle fire virkemidler")


def _before(view: View, found: Rings) -> tuple[float, str] | None:
    """Norden's part by the same time the year before, and its words; None where nothing is compared."""
    w = view.words
    if not found.placed_before or view.selection.places:
        return None
    share, part = found.norden_before / found.placed_before, w.part(found.norden_before, found.placed_before)
    told = w("{share} ({part})", share=w.percent(share), part=part) if found.placed_before >= UNDER_TEN else part
    words = by_then(w, frame(view.scope), told)
    return (share, words) if words else None
