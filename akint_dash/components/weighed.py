"""The weight of an instrument in a year as a mark: initiatives, hours or kroner set aside, and the records they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from akint_dash.components.numbers import Cells
from akint_dash.components.table import cell_text
from akint_dash.components.view import View
from akint_dash.components.ways import to_list, to_records
from akint_dash.domain.selection import Selection
from akint_dash.domain.table import Cell
from akint_dash.figures.marks import Mark
from akint_dash.measures.areas import Weights
from akint_dash.measures.frame import frame
from akint_dash.text.frame import named


def weight_mark(
    view: View,
    name: str,
    year: int,
    instrument: str,
    value: Any,
    share: float | None,
    *,
    selection: Selection | None = None,
) -> Mark:
    """What is called ``name`` in a year: its value, its share where there is one, and the way to what it is made of.

    ``selection`` is what the number is of, where that is not the page's.
    """
    w, chosen = view.words, selection or view.selection
    told = [with_unit(view, value)] + ([w.percent(share)] if share is not None else [])
    of = frame(view.scope.narrowed(maned=chosen.maned, vekt=chosen.vekt))
    said = f"{name} {named(w, of, year)}: {', '.join(told)}"
    if chosen.vekt == "kroner":
        means = Selection(omrade=chosen.omrade, per=chosen.per)  # no other filter narrows what is set aside
        return to_list(view, said, "budget", selection=means, instrument=instrument, year=year)
    measure = "timer" if chosen.vekt == "timer" else "tiltak"
    return to_records(view, said, measure, selection=chosen, ar=year, virkemiddel=instrument)


def same_days_marks(view: View, name: str, year: int, pair: tuple[int, int] | None, instrument: str = "") -> list[Mark]:
    """Initiatives of a year to the day the data reach, and of the year before to the same (``pair``), as Explore holds
    them against each other; none where nothing is compared."""
    if pair is None:
        return []
    of = replace(view.selection, periode=(year, year), vekt="antall")
    of = replace(of, virkemiddel=(instrument,)) if instrument else of
    held = {"mal": "tiltak", "etter": "ar", "mot-periode": f"{year - 1}-{year - 1}"}
    marks = []
    for n, shown, point in zip(pair, (year, year - 1), ("punkt", "mot-punkt"), strict=True):
        href = view.link("/utforsk", selection=of, own={**held, point: shown}, anchor="poster")
        said = f"{name} {shown}: {view.words.number(n)}"
        marks.append(Mark(said, view.words("Se registreringene"), href))
    return marks


def weight_cells(view: View, instrument: str, *names: str) -> Cells:
    """Where the numbers of a table of years lead, of one instrument: what its columns ``names`` count."""

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark | None:
        return weight_mark(view, "", row["year"], instrument, row[name], None) if name in names else None

    return cell


def weight_total(view: View, name: str, year: int, value: Any, *, selection: Selection | None = None) -> Mark:
    """As :func:`weight_mark`, of all instruments together."""
    said, chosen = f"{name}: {with_unit(view, value)}", selection or view.selection
    if chosen.vekt == "kroner":
        means = Selection(omrade=chosen.omrade, per=chosen.per)
        return to_list(view, said, "budget", selection=means, year=year)
    return to_records(view, said, "timer" if chosen.vekt == "timer" else "tiltak", selection=chosen, ar=year)


def with_unit(view: View, value: Any) -> str:
    """A value of the weight chosen, with what it counts."""
    w = view.words
    if value is None:
        return w("mangler")
    if view.selection.vekt == "antall":
        return w.n("{n} tiltak", "{n} tiltak", round(value))
    if view.selection.vekt == "kroner":
        return cell_text(view, Cell.ORE, value)
    return w("{n} timer", n=cell_text(view, Cell.DECIMAL, value))


def over_years(view: View, area: str | None, instrument: str, some: Weights) -> Sequence[Mark]:
    """The same of each year of an area's line, or of the whole county's (None); a year of under ten initiatives has no
    share."""
    shown, whose = some.shown(instrument), view.name("area", area) if area else view.words("Hele fylkeskommunen")
    name = f"{whose}, {view.name('instrument', instrument)}"
    of = replace(view.scope.county().selection, omrade=(area,) if area else ())
    return [
        weight_mark(view, name, year, instrument, value, share, selection=of)
        for year, value, share in zip(some.years, some.values[instrument], shown, strict=True)
    ]
