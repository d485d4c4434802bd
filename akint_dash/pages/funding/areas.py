"""International money by council area (S3)."""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component

from akint_dash.components.bars import Bar, bars
from akint_dash.components.card import Basis, card
from akint_dash.components.empty import empty
from akint_dash.components.remarks import explained
from akint_dash.components.view import View
from akint_dash.components.ways import to_less
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import Cell, Table
from akint_dash.measures import funding as measure
from akint_dash.measures.frame import Frame
from akint_dash.measures.remarks import remarks
from akint_dash.pages.funding import ways
from akint_dash.pages.funding.cards import international_ore, with_absent
from akint_dash.pages.funding.ending import foreseen
from akint_dash.text import funding as text
from akint_dash.text.missing import at_least, share


def areas(view: View, shown: Frame, found: measure.Funding) -> Component:
    """International money by council area, with its share of the area's development money."""
    w, year = view.words, shown.year
    data = _known(measure.by_area(found, year), shown)
    names = {code: view.name("area", code) for code in view.portfolio.records("area")}
    international = {row["area"][1]: international_ore(row) or 0 for row in data.dicts()}
    lacking = found.lacking(year)
    unsure = (
        "Ett av prosjektene som har midler i {year}, mangler beløp eller valutakurs",
        "{Count} av prosjektene som har midler i {year}, mangler beløp eller valutakurs",
    )
    rows = [_area(view, row, names) for row in data.dicts()]
    shared = measure.undivided_grants(view.scope, found, year)
    one, many = (
        "Ett prosjekt deles av flere rådsområder. Hele beløpet er regnet med hos det ansvarlige rådsområdet fordi "
        "ingen deling er vedtatt.",
        "{Count} prosjekter deles av flere rådsområder. Hele beløpet er regnet med hos det ansvarlige rådsområdet "
        "fordi ingen deling er vedtatt.",
    )
    partly = any(row["lacking"] or found.funds_lacking(year, row["area"][1]) for row in data.dicts())
    told = [w.n(*unsure, len(lacking), year=year)] if lacking else []
    told += [w.n(one, many, len(shared))] if shared else []
    return card(
        view,
        "midler-omrader",
        title=text.areas_title(
            w,
            shown,
            {k: v for k, v in international.items() if v},
            measure.grants_by_area(found, year),
            names,
            len(lacking),
            sum(international_ore(row) is None for row in data.dicts()),
        ),
        say=_of_what(view, data, year, partly) if shown.reached else "",
        figure=bars(rows, total=_areas_with(view, data))
        if rows
        else empty(view, text.no_money(w, year, narrowed=view.selection.thinned)),
        data=with_absent(data, found, year),
        numbers=ways.areas(view, found, list(data.dicts()), year),
        plot=Plot(Form.BARS, "area", ("eu", "nordic"), stacked=True),
        caption=w("Utviklingsmidler {year} etter rådsområde og nivå", year=year),
        refs=("S3",),
        size="c7",
        foreseen=foreseen(view, shown),
        remark=explained(view, remarks(view.scope.of_areas(), "international_share", years=(year,))),
        basis=Basis(". ".join(told), [("project", code) for code in dict.fromkeys((*shared, *lacking))])
        if told
        else None,
        level=2,
    )


def _areas_with(view: View, data: Table) -> tuple[str, str]:
    """How many of the areas have international money: at least, where some amount is not known."""
    w, known = view.words, [international_ore(row) for row in data.dicts()]
    part = w.part(sum(bool(ore) for ore in known), len(known))
    return w("Rådsområder med internasjonale midler"), at_least(w, part, None in known)


def _known(data: Table, shown: Frame) -> Table:
    """The areas' money; of a year that the data do not reach only areas with any recorded: none of it lacks yet."""
    if shown.reached:
        return data
    places = [i for i, heading in enumerate(data.headings) if heading.cell is Cell.ORE]
    return Table(data.headings, tuple(row for row in data.rows if any(row[i] is not None for i in places)))


def _of_what(view: View, data: Table, year: int, partly: bool) -> str:
    """What an area's share is of: of what is known, where some of its money or of its levels is missing; that none is
    told, where none can be."""
    w = view.words
    if all(share is None for share in data.column("share")):
        return w("Andelen er ikke regnet ut for {year}, for beløp mangler.", year=year)
    if not partly:
        return w("Andelen er regnet av rådsområdets samlede utviklingsmidler i {year}.", year=year)
    return w(
        "Andelen er regnet av rådsområdets kjente utviklingsmidler i {year}; noen beløp mangler.",
        year=year,
    )


def _area(view: View, row: dict[str, Any], names: dict[str, str]) -> Bar:
    w, code = view.words, row["area"][1]
    ore = None if row["eu"] is row["nordic"] is None else international_ore(row)
    note = (
        w("andelen kan ikke regnes ut")
        if row["share"] is None
        else w("{share} av rådsområdets midler", share=share(w, row["share"]))
    )
    told = text.part(w, ore, row["lacking"])
    name = names.get(code, code)
    mark = to_less(view, f"{name}: {told}, {note}", name, omrade=(code,))
    return Bar(name, ore, told, href=view.link(omrade=(code,)), note=note, mark=mark)
