"""The figures of the funding page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dash.development.base_component import Component

from akint_dash.components.bars import Bar, bars
from akint_dash.components.card import Basis, card
from akint_dash.components.empty import empty
from akint_dash.components.mix import Mixed, mix
from akint_dash.components.remarks import explained
from akint_dash.components.view import View
from akint_dash.components.ways import to_list, to_table
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.selection import Selection
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, Table, table
from akint_dash.figures.marks import Mark
from akint_dash.measures import funding as measure
from akint_dash.measures.facts import unheard
from akint_dash.measures.frame import Frame
from akint_dash.measures.remarks import Remark, remarks
from akint_dash.pages.funding import ways
from akint_dash.pages.funding.ending import foreseen
from akint_dash.text import funding as text
from akint_dash.text import missing
from akint_dash.text.frame import stop, years_of
from akint_dash.text.words import Words

FUND: Final = ("national", "regional", "local")


def sums(found: measure.Funding, data: Table, year: int) -> text.Sums:
    """The sums of one year; funds are None where none is recorded with an amount."""
    for row in data.dicts():
        if row["year"] == year:
            funds = [row[level] for level in FUND if row[level] is not None]
            fund, unknown = sum(funds) if funds else None, len(found.unknown(year))
            absent = found.funds_lacking(year)
            return text.Sums(international_ore(row), fund, row["share"], row["lacking"], unknown, absent)
    return text.Sums(0, None, None, 0, 0)


def international_ore(row: dict[str, Any]) -> int | None:
    """A row's EU and Nordic money; None where nothing is known of it."""
    ore = (row["eu"] or 0) + (row["nordic"] or 0)
    return None if not ore and (row["lacking"] or row["eu"] is row["nordic"] is None) else ore


def years(view: View, shown: Frame, found: measure.Funding, data: Table, of_year: text.Sums) -> Component:
    """The levels side by side, year by year."""
    w, year = view.words, shown.year
    rows = list(data.dicts())
    names = (w("Internasjonalt"), w("Nasjonalt"), w("Regionalt"), w("Lokalt"))
    bars_of = [_year(view, row, found, names) for row in rows]
    absent = [found.absent(row["year"]) for row in rows]
    newest = bars_of[-1].parts if bars_of else []
    told = _levels_told(view, found, rows[-1], names, newest) if rows else []
    title = text.years_title(
        w,
        shown,
        [row["share"] for row in rows],
        [row["lacking"] for row in rows],
        [found.funds_lacking(row["year"]) for row in rows],
    )
    lacking = [("project", code) for code in dict.fromkeys((*found.without_amount, *found.without_rate))]
    known = found.grants - len(lacking)
    when = years_of(w, shown)
    words = w(
        "Bygger på {part} innvilgede prosjekter som har midler {years}", part=w.part(known, found.grants), years=when
    )
    if known == found.grants:
        words = w.n(
            "Bygger på det ene innvilgede prosjektet som har midler {years}",
            "Bygger på {every} innvilgede prosjektene som har midler {years}",
            known,
            every=w.every_such(known),
            years=when,
        )
    if not found.grants:
        words = w("Ingen innvilgede prosjekter som har midler, er registrert {years} med disse filtrene", years=when)
        if unheard := [str(row["year"]) for row in rows if row["eu"] is row["nordic"] is None]:
            words += "; " + w("{years} mangler", years=w.join(unheard))
    none = len(set(found.without_amount) - set(found.partly))
    if none:
        words += "; " + w.n("ett mangler beløp", "{count} mangler beløp", none)
    if found.partly:
        words += "; " + w.n("ett har bare en del av beløpet", "{count} har bare en del av beløpet", len(found.partly))
    if found.without_rate:
        words += "; " + w.n("ett mangler valutakurs", "{count} mangler valutakurs", len(found.without_rate))
    if found.without_period:
        one, many = (
            "ett uten start eller slutt er regnet i vedtaksåret",
            ("{count} uten start eller slutt er regnet i vedtaksåret"),
        )
        words += "; " + w.n(one, many, len(found.without_period))
        lacking += [("project", code) for code in found.without_period if ("project", code) not in lacking]
    if found.provisional:
        words += "; " + w.n(
            "ett har foreløpig valutakurs", "{count} har foreløpig valutakurs", len(set(found.provisional))
        )
    whose = {
        row["year"]: {
            level: [view.name("area", area) for area, of in some if of == level]
            for level in FUND
            if any(of == level for _, of in some)
        }
        for row, some in zip(rows, absent, strict=True)
        if some
    }
    told_apart = [
        *_unknown(w, shown, found, lacking),
        text.absent(w, whose),
        text.bounds_say(
            w,
            list(data.column("share")),
            both=any(row["share"] and row["lacking"] and found.funds_lacking(row["year"]) for row in rows),
        ),
    ]
    words = " ".join(filter(None, [stop(words) if any(told_apart) else words, *told_apart]))
    return card(
        view,
        "utviklingsmidler",
        title=title,
        say=text.years_say(w, shown, of_year),
        figure=mix(bars_of, told, newest, bars_of[-1].marks)
        if any(newest)
        else empty(view, text.no_money(w, year, narrowed=view.selection.thinned)),
        unit=w(
            "Øverst vises hele {year}, under år for år. Internasjonale midler er fordelt på prosjektets måneder.",
            year=year,
        )
        if any(newest)
        else "",
        data=with_absent(data, found),
        numbers=ways.years(view, found, year, of_year),
        plot=Plot(Form.COLUMNS, "year", measure.LEVELS, stacked=True),
        caption=w("Utviklingsmidler etter nivå og år"),
        refs=("S3",),
        size="c8",
        foreseen=foreseen(view, shown),
        basis=Basis(words, lacking),
        remark=explained(view, _remarks(view, shown)),
        level=2,
    )


def _unknown(w: Words, shown: Frame, found: measure.Funding, lacking: list[tuple[str, str]]) -> list[str]:
    """A sentence a year whose funds lack an amount; the funds are put with what is ``lacking``."""
    one, many = (
        "Én post for {year} mangler beløp.",
        "{Count} poster for {year} mangler beløp.",
    )
    told = []
    for year in shown.years:
        if funds := found.unknown(year):
            told.append(w.n(one, many, len(funds), year=year))
            lacking += [("fund", code) for code in funds]
    return told


def _remarks(view: View, shown: Frame) -> list[Remark]:
    """What explains this very share: of the year told of; an area's own only where that area is what is shown."""
    chosen = view.selection.omrade
    return [
        one
        for one in remarks(view.scope.of_areas(), "international_share", years=(shown.year,))
        if not one.area or chosen == (one.area,)
    ]


def _year(view: View, row: dict[str, Any], found: measure.Funding, names: Sequence[str]) -> Mixed:
    """One year's money by level, largest scale shared; the share in words where it can be told."""
    w, funds_lacking = view.words, found.funds_lacking(row["year"])
    parts = [float((row["eu"] or 0) + (row["nordic"] or 0)), *(float(row[level] or 0) for level in FUND)]
    share, lacking = row["share"], row["lacking"]
    note = w("mangler beløp eller nivåer")
    if share is not None:
        note = w("{share} internasjonalt", share=missing.share(w, share))
        if lacking and funds_lacking:  # no bound: it is of what is known
            note = w("{share} internasjonalt av det kjente", share=w.percent(share))
    unsure = lacking or funds_lacking
    told = w("mangler") if unsure and not sum(parts) else missing.least(w, sum(parts), unsure)
    marks = [
        _level(view, f"{row['year']}, {name}", row["year"], level, part, sum(parts), unsure)
        for name, level, part in zip(names, ("", *FUND), parts, strict=True)
    ]
    return Mixed(str(row["year"]), parts, told, marks, note=note, missing=not sum(parts))


def _levels_told(
    view: View, found: measure.Funding, row: dict[str, Any], names: Sequence[str], parts: Sequence[float]
) -> list[tuple[str, str]]:
    """The newest year's levels in words: their shares where all of the year is known, else what is known of each.

    A level without an amount in this year that has one in others is missing; one that never has any is left out.
    """
    w, year, whole = view.words, row["year"], sum(parts) or 1
    without = {str(view.portfolio.get("fund", code)["level"]) for code in found.unknown(year)}
    outside, short = row["lacking"], {level for _, level in found.absent(year)} | without
    unsure = bool(outside or found.funds_lacking(year)) or row["share"] is None
    told = []
    for name, level, ore in zip(names, ("", *FUND), parts, strict=True):
        lacks = outside if not level else level in short
        if level and row[level] is None and found.never(level):
            words = ""
        elif not ore and (unsure if not level else row[level] is None):
            words = w("mangler") if level or international_ore(row) is None else w.money(ore)
        else:
            words = missing.least(w, ore, lacks) if unsure else w.percent(ore / whole)
        told.append((name, words))
    return told


def _level(view: View, name: str, year: int, level: str, ore: float, whole: float, unsure: object) -> Mark:
    """One level's money of a year, its share where all is known; what is given by months is no list of records."""
    w = view.words
    share = f", {w.percent(ore / whole)}" if whole and not unsure else ""
    said = f"{name}: {w.money(ore)}{share}"
    if not level:
        return to_table(view, said, "utviklingsmidler")
    funds = Selection(omrade=view.selection.omrade, per=view.selection.per)
    return to_list(view, said, "fund", selection=funds, level=level, year=year)


def power(view: View, found: measure.Leverage, decided: str) -> Component:
    """Outside kroner per own krone (leverage)."""
    w = view.words
    each = ""
    if found.per_krone is not None and found.projects >= text.LEVERAGE_BASE:
        each = w("{n} kroner for hver krone av egne penger", n=w.number(found.per_krone, 2))
    elif found.projects:
        each = w.n("{n} prosjekt", "{n} prosjekter", found.projects)
    rows = [
        Bar(
            label,
            float(ore),
            w.money(ore),
            name=look,
            note=note,
            mark=to_table(view, f"{label}: {w.money(ore)}", "utlosning"),
        )
        for label, ore, look, note in (
            (w("Støtte utenfra"), found.outside_ore, "pro", each),
            (w("Egne penger"), found.own_ore, "own", ""),
        )
    ]
    words = w.n("Bygger på ett innvilget prosjekt", "Bygger på {count} innvilgede prosjekter", found.projects)
    if found.without_own:
        one, many = "ett uten egne penger er ikke med", "{count} uten egne penger er ikke med"
        words += "; " + w.n(one, many, len(found.without_own))
    lacking = dict.fromkeys((*found.own_unknown, *found.outside_unknown))
    if lacking:
        one, many = (
            "ett som mangler beløp eller valutakurs, er ikke med",
            "{count} som mangler beløp eller valutakurs, er ikke med",
        )
        words += "; " + w.n(one, many, len(lacking))
    return card(
        view,
        "utlosning",
        title=text.leverage_title(w, found, decided),
        say=text.leverage_say(w, found, decided) if found.per_krone is not None else "",
        figure=bars(rows) if found.projects else empty(view, text.nothing_both(w, found, decided)),
        data=measure_table(view, found),
        numbers=ways.power(view, found),
        plot=Plot(Form.BARS, "what", ("ore",)),
        caption=w("Støtte utenfra og egne penger"),
        refs=("S3",),
        size="c4",
        basis=Basis(words, [("project", code) for code in dict.fromkeys((*found.without_own, *lacking))]),
        level=2,
    )


def measure_table(view: View, found: measure.Leverage) -> Table:
    """The two sums as a table, and how many projects lack an amount or a rate of each."""
    w = view.words
    heads = (
        Heading("what", Cell.TEXT, "Hva"),
        Heading("ore", Cell.ORE, "Beløp"),
        Heading("lacking", Cell.COUNT, "Prosjekter som mangler beløp eller valutakurs"),
    )
    granted = found.projects or found.without_own or found.own_unknown or found.outside_unknown
    none = not granted and bool(view.portfolio.records("project"))  # of no grant there is no money, where all is heard
    none = none and measure.money_frame(view.scope).reached and not unheard(view.scope)
    outside, own = (found.outside_ore, found.own_ore) if found.projects or none else (None, None)
    return table(
        heads,
        [
            (w("Støtte utenfra"), outside, len(found.outside_unknown)),
            (w("Egne penger"), own, len(found.own_unknown)),
        ],
    )


def with_absent(data: Table, found: measure.Funding, year: int | None = None) -> Table:
    """The table of areas in a ``year`` (or of years), with how many funds each row has no amount of, or no record that
    other years have; a level that there is no fund of in any year has no number: it lacks nothing."""
    rows = []
    for row in data.rows:
        area = row[0][1] if year else None
        cells = [
            NOT_APPLICABLE if value is None and heading.name in FUND and found.never(heading.name, area) else value
            for heading, value in zip(data.headings, row, strict=True)
        ]
        of = year or row[0]
        rows.append((*cells, found.funds_lacking(of, area)))
    return Table(
        (*data.headings, Heading("absent", Cell.COUNT, "Poster som ikke er registrert eller mangler beløp")),
        tuple(rows),
    )
