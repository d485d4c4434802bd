"""Where the numbers of the overview's titles, sentences and tables lead: to the records that they count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from akint_dash.components.applications import applied, decisions, paid
from akint_dash.components.area_numbers import these_areas, with_any
from akint_dash.components.numbers import Numbers
from akint_dash.components.parts import INSTRUMENT_PATH
from akint_dash.components.places import by_place, place_cells
from akint_dash.components.view import View
from akint_dash.components.ways import in_table, to_page, to_records, to_these
from akint_dash.components.weighed import same_days_marks, weight_cells, weight_mark
from akint_dash.domain.selection import Selection
from akint_dash.domain.table import Table
from akint_dash.figures.marks import Mark
from akint_dash.measures.calls import Call
from akint_dash.measures.decisions import without_day
from akint_dash.measures.forecast import Forecast
from akint_dash.measures.frame import Frame
from akint_dash.measures.pipeline import Pipeline, Standing
from akint_dash.text.findings import leader, standing
from akint_dash.text.words import Words


def lead(
    view: View, pipe: Pipeline, ahead: int, gaps: int, counts: Mapping[str, int], year: int
) -> tuple[Words, Numbers]:
    """The finding's money, or where there is none the year's initiatives of the first instrument and of all; the
    deadlines that come and what is missing."""
    w = view.words
    dues = to_page(view, f"{w('Frister')}: {w.number(ahead)}", w("fristene"), view.link("/frister"))
    holes = to_page(view, f"{w('Mangler i dataene')}: {w.number(gaps)}", w("manglene"), "#hull")
    return w, Numbers((paid(view, w("Innvilget"), pipe.won_paid, "vunnet"), *_begun(view, counts, year)), (dues, holes))


def _begun(view: View, counts: Mapping[str, int], year: int) -> list[Mark]:
    """The initiatives of the instrument with most, and of all."""
    first, of = leader(counts), replace(view.selection, vekt="antall")
    said = f"{view.words('Tiltak')}: {view.words.number(sum(counts.values()))}"
    mine = [_counted(view, view.name("instrument", first), year, first, counts[first], of)] if first else []
    return [*mine, to_records(view, said, "tiltak", selection=of, ar=year)]


def instrument(
    view: View, code: str, year: int, value: Any, by_area: Mapping[str, int], pair: tuple[int, int] | None
) -> Numbers:
    """The year's initiatives, hours or kroner, those of the same days a year ago (``pair``); the areas behind them, and
    the one with most; by kroner the areas that have set any aside."""
    name = view.name("instrument", code)
    own = weight_mark(view, name, year, code, value, None)
    key, by_means = f"vekt-{code.lower()}", view.selection.vekt == "kroner"
    say = [these_areas(view, view.words("Rådsområder med avsatte midler"), by_area, key)]
    if not by_means:
        say = [with_any(view, by_area, key)]
    if not by_means and (first := standing(by_area).leader):
        of = replace(view.selection, omrade=(first,))
        say = [_counted(view, first, year, code, by_area[first], of)]
        say.append(_counted(view, name, year, code, sum(by_area.values()), view.selection))
    title = [own, *same_days_marks(view, name, year, pair, code)]
    return Numbers(title, say, weight_cells(view, code, "n", "hours", "ore"))


def _counted(view: View, name: str, year: int, code: str, n: int, selection: Selection) -> Mark:
    """Initiatives, each counted alike whatever the weight chosen is."""
    of = replace(selection, vekt="antall")
    return to_records(view, f"{name}: {view.words.number(n)}", "tiltak", selection=of, ar=year, virkemiddel=code)


def won(view: View, pipe: Pipeline, found: Forecast | None) -> Numbers:
    """The money won and waiting, and the applications decided and waiting; how often which are granted."""
    w = view.words

    won, decided, lost, waiting = decisions(view, pipe, "vunnet")
    title = [
        paid(view, w("Innvilget"), pipe.won_paid, "vunnet"),
        paid(view, w("Venter på svar"), pipe.waiting_paid, "vunnet"),
    ]
    title, say = [*title, won, waiting], [won, decided, lost, waiting]
    return Numbers(title, [*say, *_rates(view, pipe, found)])


def _rates(view: View, pipe: Pipeline, found: Forecast | None) -> list[Mark]:
    """How often applications are granted, as the page of the projects says it."""
    w = view.words
    address, page = view.link(INSTRUMENT_PATH["PRO"], anchor="opphav"), view.name("instrument", "PRO")
    shares = [pipe.success_share or 0.0, *(share for _, share in (found.rates if found else ()))]
    return [to_page(view, f"{w('innvilget')}: {w.percent(share)}", page, address) for share in shares]


def parts(view: View, name: str, some: Sequence[Standing]) -> tuple[Mark | None, Mark]:
    """The money of a part of the projects, and how many they are."""
    return paid(view, name, some, "vunnet"), applied(view, name, some, "vunnet")


def begun(view: View, frame: Frame, n: int) -> Mark | None:
    """What began in the one year chosen."""
    if not frame.chosen or frame.first != frame.last:
        return None
    return to_records(view, f"{view.words('Tiltak')}: {view.words.number(n)}", "tiltak", ar=frame.first)


def taking_part(view: View, data: Table) -> Numbers:
    """The participations and the municipalities they lie in."""
    w, every = view.words, by_place(view)
    codes = [row["place"][1] for row in data.dicts() if row["place"] and row["place"][1] and row["n"]]
    places = to_these(view, f"{w('Kommuner')}: {w.number(len(codes))}", "municipality", codes, "deltakelser")
    return Numbers(say=[places], cells=place_cells(view, every, "deltakelser"))


def fitting(view: View, some: Sequence[Call], alive: Sequence[Call]) -> Numbers:
    """The calls that fit, of those that can still be acted on."""
    w = view.words

    def found(name: str, mine: Sequence[Call]) -> Mark:
        codes = [one.code for one in mine]
        return to_these(view, f"{name}: {w.number(len(codes))}", "call", codes, "utlysninger")

    return Numbers([found(w("aktuelle for oss"), some), found(w("åpne eller kommende"), alive)])


def deciding(view: View, lost: int) -> Numbers:
    """The memberships without a last day, and the deadlines that cannot be met."""
    w, codes = view.words, without_day(view.scope)
    told = f"{w('Siste dag for å si opp mangler')}: {w.number(len(codes))}"
    return Numbers(say=[to_these(view, told, "membership", codes, "avgjores"), *in_table(view, "avgjores", lost)])
