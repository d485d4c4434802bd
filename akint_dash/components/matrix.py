"""Areas x instruments as an HTML table: a dot whose area is the number, and the number. A click narrows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.marks import telling
from akint_dash.components.numbers import led
from akint_dash.components.parts import CLASS, drawing, sign, unseen
from akint_dash.components.table import cell_text
from akint_dash.components.view import View
from akint_dash.components.ways import to_less
from akint_dash.components.weighed import weight_mark, weight_total, with_unit
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Table
from akint_dash.figures.weight import dot
from akint_dash.measures.frame import Frame
from akint_dash.measures.scope import Scope
from akint_dash.measures.weight import (
    beside_county,
    county_row,
    is_silent,
    known_total,
    not_relevant,
    short_of,
    statements,
)
from akint_dash.store.involvement import INSTRUMENTS
from akint_dash.text.areas import unregistered
from akint_dash.text.frame import named
from akint_dash.text.missing import at_least

_UNIT: Final = {"antall": Cell.COUNT, "timer": Cell.DECIMAL, "kroner": Cell.ORE}


def matrix_table(view: View, data: Table, shown: Frame) -> Component:
    """The table of :func:`akint_dash.measures.weight.by_area_instrument`.

    Its last row is the whole county's, with that of the selection above it where a selection narrows the rows.
    """
    w, year = view.words, shown.year
    unit = data.headings[1].cell
    highest = max((row[i] for row in data.rows for i in range(1, 5) if row[i]), default=1)
    said = statements(view.scope, year)
    heads = [html.Th(unseen(w("Rådsområde")), scope="col"), *instrument_heads(view)]
    head = html.Tr([*heads, html.Th(w("I alt"), scope="col", className="r")])
    rows = [_row(view, row, unit, highest, said, shown) for row in data.dicts()]
    told = [row for row in data.dicts() if not is_silent(row)]
    sums = {name: known_total(row[name] for row in told) if told else None for name in (*INSTRUMENTS, "total")}
    county = county_row(view.scope, year)
    if sums != county:
        dashed = not_relevant(view.scope, year)
        rows.append(_sum(view, w("Med disse filtrene"), sums, shown, view.scope, dashed))
    rows.append(_sum(view, w("Fylkeskommunen"), county, shown, beside_county(view.scope), ()))
    return html.Table(
        [
            html.Caption(w("Tiltak {year} etter rådsområde og virkemiddel", year=named(w, shown)), className="unseen"),
            html.Thead(head),
            html.Tbody(rows),
        ],
        className="matrix",
    )


def stated(view: View, data: Table, year: int) -> Table:
    """The same table with a dash where an area states that an instrument is not relevant to it, as in the figure, and
    for its share of no initiatives: nothing is missing."""
    said, heads = statements(view.scope, year), [heading.name for heading in data.headings]
    total, none = heads.index("total"), not any(row[heads.index("total")] for row in data.rows)
    return replace(
        data,
        rows=tuple(
            tuple(
                NOT_APPLICABLE
                if (value == 0 and (row[0][1], heading.name) in said)
                or (none and value is None and heading.name == "share" and row[total] is not None)
                else value
                for heading, value in zip(data.headings, row, strict=True)
            )
            for row in data.rows
        ),
    )


def instrument_heads(view: View) -> list[Component]:
    """The heads of the four instruments: shape, whole name, and a short one for phones."""
    return [html.Th([sign(code), *_short(view, code)], scope="col", className=CLASS[code]) for code in INSTRUMENTS]


def _short(view: View, code: str) -> list[Any]:
    w = view.words
    name = view.name("instrument", code)
    short = {"PRO": w("Prosjekt\u00adutv."), "POL": w("Politikk"), "KOM": w("Komp."), "BIL": w("Bilat.")}[code]
    return [html.Span(name, className="long"), html.Abbr(short, title=name)]


def _row(
    view: View, row: dict[str, Any], unit: Cell, highest: float, said: dict[tuple[str, str], str], shown: Frame
) -> Component:
    w, area = view.words, row["area"][1]
    name = view.name("area", area)
    head = html.Th(html.A(name, href=view.link(selection=view.selection.toggle("omrade", area))), scope="row")
    if is_silent(row):
        owner: Any = html.A(unregistered(w, shown, name), href="#hull")
        if not shown.told(shown.year):
            owner = w("ingen data ennå")
        return html.Tr(
            [head, html.Td(owner, colSpan=4, className="hatch"), html.Td(w("mangler"), className="r missing")]
        )
    cells = [_cell(view, area, code, row[code], unit, highest, (area, code) in said) for code in INSTRUMENTS]
    told = at_least(w, cell_text(view, unit, row["total"]), row["total"] is not None and row.get("lacking"))
    share = html.Small("" if row["share"] is None else w.percent(row["share"]))
    of = replace(view.selection, omrade=(area,))
    way = weight_total(view, name, shown.year, row["total"], selection=of) if row["total"] else None
    return html.Tr([head, *cells, html.Td([led(told, way), " ", share], className="r")])


def _cell(view: View, area: str, code: str, value: Any, unit: Cell, highest: float, not_relevant: bool) -> Component:
    w = view.words
    words = cell_text(view, unit, value)
    if value == 0 and not_relevant:
        reason = w("{area}: {name} er ikke aktuelt", area=view.name("area", area), name=view.name("instrument", code))
        return html.Td(html.Span(["–", unseen(reason)], title=reason, className="not"), className=CLASS[code])
    name = f"{view.name('area', area)}, {view.name('instrument', code)}"
    mark = to_less(view, f"{name}: {with_unit(view, value)}", name, omrade=(area,), virkemiddel=(code,))
    link = telling(mark, [drawing(dot(float(value or 0), float(highest)), name="dot"), html.Span(words)])
    return html.Td(link, className=CLASS[code] + (" zero" if value == 0 else ""))


def _sum(view: View, name: str, sums: dict[str, Any], shown: Frame, of: Scope, dashed: Collection[str]) -> Component:
    """A row of sums: "minst" over a column of which some is not known, a dash over one that is not relevant."""
    unit, short, chosen, year = _UNIT[shown.weight], short_of(of, shown.year), of.selection, shown.year
    told = {
        code: at_least(view.words, cell_text(view, unit, value), value is not None and code in short)
        for code, value in sums.items()
    } | {code: NOT_APPLICABLE for code in dashed if not sums[code]}

    def cell(code: str) -> Any:
        if not sums[code]:
            return told[code]
        if code == "total":
            return led(told[code], weight_total(view, name, year, sums[code], selection=chosen))
        said = f"{name}, {view.name('instrument', code)}"
        return led(told[code], weight_mark(view, said, year, code, sums[code], None, selection=chosen))

    total = html.Td([cell("total"), html.Small()], className="r")
    return html.Tr([html.Th(name, scope="row"), *[html.Td(cell(code)) for code in INSTRUMENTS], total], className="sum")
