"""Where the numbers of the areas' pages lead: to the initiatives, means, requests and regions that they count."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from akint_dash.components.applications import applied, paid
from akint_dash.components.area_numbers import area_cells, area_numbers, these_areas
from akint_dash.components.numbers import Numbers
from akint_dash.components.view import View
from akint_dash.components.ways import in_table, to_list, to_page, to_record, to_records, to_these
from akint_dash.components.weighed import weight_mark
from akint_dash.domain.selection import Selection
from akint_dash.domain.table import Table
from akint_dash.figures.marks import Mark
from akint_dash.measures.areas import attended, held_in, shared_with
from akint_dash.measures.means import Means
from akint_dash.measures.pipeline import Standing
from akint_dash.measures.scope import Scope
from akint_dash.measures.support import Support
from akint_dash.pages.areas.links import page_of
from akint_dash.text.words import Words

FTE: Final = "kode,planned_fte,used_fte"


def lead(view: View, data: Table, whole: Table, year: int) -> tuple[Words, Numbers]:
    """The finding's numbers, and the areas of the county that have registered anything."""
    w, rows = view.words, list(whole.dicts())
    begun = these_areas(view, w("Rådsområder med tiltak"), [r["area"][1] for r in rows if r["total"]], "omrader")
    every = these_areas(view, w("Rådsområder"), [row["area"][1] for row in rows], "omrader")
    own = area_numbers(view, data, year)
    shares = in_table(view, "omrader", *(w.percent(row["share"]) for row in data.dicts() if row["share"]))
    return w, Numbers([*own.title, *shares], [begun, every])


def table(
    view: View, year: int, lacking: Collection[str], due: Collection[str], help_of: Mapping[str, Support]
) -> Numbers:
    """The areas that lack an amount; each area's initiatives, means, requests and holes."""
    w, own = view.words, area_cells(view, year)

    def cell(at: int, row: Mapping[str, Any], name: str) -> Mark | None:
        code = row["area"][1]
        if name in ("planned_ore", "used_ore"):
            of = Selection(virkemiddel=view.selection.virkemiddel, per=view.selection.per)
            return to_list(view, "", "budget", selection=of, area=code, year=year)
        if name in ("asked", "given"):
            return _requests(view, "", help_of[code], given=name == "given")
        if name == "holes":
            return to_page(view, "", view.name("area", code), page_of(view, code) + "#hull")
        return own(at, row, name)

    title = [
        these_areas(view, w("beløp mangler"), lacking, "omrader"),
        these_areas(view, w("Rådsområder"), due, "omrader"),
    ]
    return Numbers(title, cells=cell)


def _requests(view: View, name: str, one: Support, *, given: bool, key: str = "stotte") -> Mark:
    codes = [code for code in one.codes if not given or code not in one.open]
    return to_these(view, f"{name}: {view.words.number(len(codes))}", "activity", codes, key)


def weights(view: View) -> Numbers:
    """Each area's and the county's initiatives, hours or kroner of each year and instrument."""
    county = view.scope.county().selection

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark | None:
        kind, of = name.split("_", 1) if "_" in name else ("", "")
        if kind != "value":
            return None
        chosen = replace(county, omrade=() if of == "county" else (of,))
        return weight_mark(view, "", row["year"], row["instrument"][1], row[name], None, selection=chosen)

    return Numbers(cells=cell)


def helped(view: View, found: Sequence[Support]) -> Numbers:
    """The requests of each area, and how soon they were answered."""
    of = {one.area: one for one in found}
    every = Selection(periode=view.scope.period, per=view.selection.per)

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark | None:
        code = row["area"][1]
        if name in ("asked", "given"):
            return _requests(view, "", of[code], given=name == "given")
        if name == "open":
            return to_these(view, "", "activity", of[code].open, "stotte")
        return to_records(view, "", "svartid", selection=every, omrade=code) if name == "median_days" else None

    return Numbers(cells=cell)


# -- one area


def area(
    view: View, code: str, year: int, n: int, ended: Sequence[Mapping[str, float | None]]
) -> tuple[Words, Numbers]:
    """The initiatives of the year; the shares of the finding stand in the table of the weights."""
    w = view.words
    of = replace(view.scope.county().selection, omrade=(code,), vekt="antall")
    shares = [w.percent(share) for one in ended for share in one.values() if share is not None]
    own = to_records(view, f"{w('Tiltak')}: {w.number(n)}", "tiltak", selection=of, ar=year)
    return w, Numbers([own, *in_table(view, "vekting", *shares)], [own])


def means(view: View, found: Sequence[Means], year: int, *told: int) -> Numbers:
    """The full-time equivalents of the year; each of the means is its own record."""
    w = view.words

    def years(name: str, column: str) -> Mark:
        mine = [m for m in found if m.year == year and m.code and getattr(m, column) is not None]
        said = f"{name}: {w.decimal(sum(getattr(m, column) for m in mine))}"
        return to_these(view, said, "budget", [m.code for m in mine], "ressurser", FTE)

    def cell(at: int, _: Mapping[str, Any], __: str) -> Mark | None:
        return to_record(view, "", "budget", found[at].code) if found[at].code else None

    say = [years(w("Avsatte årsverk"), "planned_fte"), years(w("Brukte årsverk"), "used_fte")]
    return Numbers(say=[*say, *in_table(view, "ressurser", *told)], cells=cell)


def projects(view: View, *groups: Sequence[Standing]) -> Numbers:
    """The area's projects, those granted, what it gets, and those of others that it has a part in."""
    counted, won, money, shared = groups
    w, key = view.words, "prosjekter"
    title = [applied(view, w("Prosjekter"), counted, key), applied(view, w("innvilget"), won, key)]
    return Numbers([*title, paid(view, w("Innvilget støtte"), money, key), applied(view, w("deltar"), shared, key)])


def dossiers(view: View, alive: Sequence[str], closed: Sequence[str], others: Sequence[str]) -> Numbers:
    """The dossiers followed, those closed, and those of others that the area takes part in."""
    w = view.words
    open_, over, more = (
        to_these(view, f"{w('EU-saker')}: {w.number(len(codes))}", "dossier", codes, "saker")
        for codes in (alive, closed, others)
    )
    return Numbers([open_], [over, more])


def support(view: View, one: Support | None) -> Numbers:
    """The requests answered, all of them, and those that wait."""
    if one is None:
        return Numbers()
    w = view.words
    title = [_requests(view, w("Besvart"), one, given=True), _requests(view, w("Henvendelser"), one, given=False)]
    waiting = f"{w('Ubesvart')}: {w.number(len(one.open))}"
    return Numbers(title, [to_these(view, waiting, "activity", one.open, "stotte")], helped(view, [one]).cells)


def learning(view: View, scope: Scope, told: str) -> Numbers:
    """The attendances with a number; each audience's activities and attendances."""
    every, held = attended(scope), held_in(scope)
    known = [code for code, values in every.items() if "people" in values]
    said = f"{view.words('Deltakelser')}: {told}"

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark:
        audience = row["audience"][1] if row["audience"] else None
        mine = {code: v for code, v in every.items() if v["audience"] == audience}
        if name == "activities" or audience is None:
            without = held - {str(v["activity"]) for v in every.values()}
            codes = {str(v["activity"]) for v in mine.values()} if audience else without
            return to_these(view, "", "activity", codes, "laering")
        some = [code for code, v in mine.items() if ("people" in v) == (name == "people")]
        return to_these(view, "", "attendance", some, "laering")

    return Numbers([to_these(view, said, "attendance", known, "laering")], cells=cell)


def partners(view: View, scope: Scope, groups: Sequence[Sequence[Mapping[str, Any]]]) -> Numbers:
    """The regions counted, those with a cooperation, those without, those where it has ended and those left out; the
    projects and the activities shared with each."""
    w, every = view.words, shared_with(scope)
    marks = [
        to_these(view, f"{w('Regioner')}: {w.number(len(some))}", "region", [r["region"][1] for r in some], "partnere")
        for some in groups
    ]

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark:
        shared = every[row["region"][1]]
        entity, at = ("project", 0) if name == "projects" else ("activity", 1)
        return to_these(view, "", entity, shared[at], "partnere")

    return Numbers(marks[:1], marks[1:], cell)
