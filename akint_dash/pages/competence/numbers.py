"""Where the numbers of the competence page's titles, sentences and tables lead: to the activities and attendances."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from akint_dash.components.numbers import Cells, Numbers
from akint_dash.components.view import View
from akint_dash.components.ways import in_table, to_count, to_list, to_records, to_these
from akint_dash.components.weighed import same_days_marks
from akint_dash.figures.marks import Mark
from akint_dash.measures.competence import AUDIENCES, LEADERS, LEVELS, Attended, Grown, Lesson, lessons, people, to_date
from akint_dash.text.words import UNDER_TEN

Some = Iterable[Lesson]


def held(view: View, said: str, year: int | None = None, **columns: Any) -> Mark:
    """The activities of competence building, all or of a year, with what they hold in some columns: how many, and the
    people at them."""
    of = replace(view.selection, virkemiddel=("KOM",), program=(), status=())
    chosen = replace(of, periode=(year, year)) if year else of
    return to_list(view, said, "activity", selection=chosen, asked={"talt": "ja"}, **columns)


def _took(view: View, said: str, **point: Any) -> Mark:
    """The people at the activities of a year, an area, or all of them (``omrade="alle"``), as far as known."""
    chosen = replace(view.selection, virkemiddel=(), program=(), status=())
    return to_records(view, said, "deltakere", selection=chosen, **point)


def _people(view: View, some: Some, key: str, said: str = "") -> Mark:
    """The people at some activities, by the attendances that make them."""
    every = [a.code for one in some for a in one.attended if a.people is not None]
    return to_these(view, said, "attendance", every, key)


def _many(view: View, name: str, some: Some, key: str) -> Mark:
    return to_count(view, name, "activity", [one.code for one in some], key)


def _all(view: View, found: Sequence[Lesson], **columns: Any) -> Mark:
    """Those of ``found`` that hold something: how many they are."""
    n = sum(all(getattr(one, name) == value for name, value in columns.items()) for one in found)
    return held(view, f"{view.words('Tiltak')}: {view.words.number(n)}", **columns)


def lead(view: View, found: Sequence[Lesson], year: int, outside: int) -> Numbers:
    """The year's participations and those to the same day of the year before; exchanges of all, the part of others than
    the county, and the activities that lack numbers."""
    w, key, total = view.words, "typer", people(found) or 0
    took = w("Deltakelser")
    pair = to_date(view.scope) or ((), ())
    mine = [one for one in lessons(view.scope, any_year=True) if one.year == year]
    title = [_took(view, f"{took}: {w.number(people(mine) or 0)}", ar=year)]
    if not people(mine):
        title = [held(view, f"{w('Tiltak')}: {w.number(len(mine))}", year)]
    title += [_people(view, some, key, f"{took}: {w.number(people(some) or 0)}") for some in pair]
    say = [_all(view, found, kind="exchange"), _all(view, found)]
    if total >= UNDER_TEN:
        say += in_table(view, "maalgrupper", w.percent(outside / total))
    elif total:
        say += in_table(view, "maalgrupper", outside, total)
    return Numbers(title, [*say, _many(view, w("Mangler antall"), [one for one in found if one.lacks], key)])


def kinds(view: View, found: Sequence[Lesson]) -> Numbers:
    """The exchanges and the people at them; each kind and year of the table."""
    w, some = view.words, [one for one in found if one.kind == "exchange"]
    took = w("Deltakelser")
    title = [_people(view, some, "typer", f"{took}: {w.number(people(some) or 0)}")]
    title.append(_took(view, f"{took}: {w.number(people(found) or 0)}", omrade="alle"))

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark | None:
        kind, year = row["kind"][1], row["year"]
        mine = [one for one in found if (one.kind, one.year) == (kind, year)]
        lacks = [one.code for one in mine if one.lacks]
        if name == "lacking":
            return to_these(view, "", "activity", lacks, "typer")
        if name == "people" and lacks:
            return _people(view, mine, "typer")
        return held(view, "", year, kind=kind) if name in ("n", "people") else None

    return Numbers(title, [_all(view, found, kind="exchange"), _all(view, found)], cell)


def growth(view: View, found: Sequence[Grown], pair: tuple[int, int] | None) -> Numbers:
    """The year's initiatives, those of the same days a year ago (``pair``), and the areas and actors that are new; the
    same of each year of the table."""
    w, key = view.words, "vekst"
    newest = found[-1] if found else None
    years = {one.year: one for one in found}
    counted = view.scope.codes("activity")
    learnt = [one for one in lessons(view.scope, any_year=True) if one.code in counted]

    def new(one: Grown, name: str) -> Mark:
        entity, codes = ("area", one.areas) if name == "areas" else ("actor", one.actors)
        return to_count(view, w("Nye"), entity, codes or (), key)

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark | None:
        year = row["year"]
        if name == "n":
            return to_records(view, "", "tiltak", ar=year)
        if name in ("areas", "actors"):
            return new(years[year], name)
        mine = [one for one in learnt if one.year == year and (name == "people" or one.lacks)]
        if name == "people":
            return _people(view, mine, key) if view.scope.narrows_activities else _took(view, "", ar=year)
        return to_these(view, "", "activity", [one.code for one in mine], key) if name == "lacking" else None

    if newest is None:
        return Numbers(cells=cell)
    own = to_records(view, f"{w('Tiltak')}: {w.number(newest.n)}", "tiltak", ar=newest.year)
    title = [own, *same_days_marks(view, w("Tiltak"), newest.year, pair)]
    return Numbers(title, [new(newest, "areas"), new(newest, "actors")], cell)


def audiences(view: View, found: Sequence[Lesson]) -> Numbers:
    """The activities of the strategic level, of those with a level; in the table each audience's activities and
    attendances."""
    levels = [(one, a) for one in found for a in one.attended]
    known = [one for one in found if one.level in LEVELS]
    total = _all(view, found) if len(known) == len(found) else _many(view, "", known, "maalgrupper")

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark | None:
        mine = [(one, a) for one, a in levels if a.audience == row["audience"][1]]
        if name == "lacking":
            return _attended(view, [a for _, a in mine if a.people is None], "maalgrupper", lacking=True)
        level = name.removesuffix("_n")
        if level in (*LEVELS, "unlevelled"):
            mine = [(one, a) for one, a in mine if one.level == (level if level in LEVELS else None)]
        elif name not in ("n", "people"):
            return None
        if name == "n" or name.endswith("_n"):
            return to_these(view, "", "activity", {one.code for one, _ in mine}, "maalgrupper")
        return _attended(view, [a for _, a in mine], "maalgrupper")

    return Numbers(say=[_all(view, found, level="strategic"), total], cells=cell)


def _attended(view: View, some: Iterable[Attended], key: str, *, lacking: bool = False) -> Mark:
    """Attendances of some activities: those with a number of people, or those that lack it."""
    return to_these(view, "", "attendance", [one.code for one in some if (one.people is None) == lacking], key)


def leaders(view: View, found: Sequence[Lesson]) -> Numbers:
    """The activities that the county's leadership took part in, of all; those of each area in the table."""
    w, say = view.words, list[Mark]()
    for audience in LEADERS:
        say += [_many(view, w.choice("audience", audience), _with(found, audience), "ledelsen"), _all(view, found)]

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark | None:
        if name not in LEADERS:
            return None
        mine = [one for one in _with(found, name) if one.area == row["area"][1]]
        return to_these(view, "", "activity", [one.code for one in mine], "ledelsen")

    return Numbers(say=say, cells=cell)


def _with(found: Some, audience: str) -> list[Lesson]:
    return [one for one in found if any(a.audience == audience for a in one.attended)]


def areas(view: View, found: Sequence[Lesson]) -> Cells:
    """Each area's activities and the people at them, in all and of each audience."""

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark | None:
        mine = [one for one in found if one.area == row["area"][1]]
        if name in AUDIENCES:
            return _attended(view, [a for one in mine for a in one.attended if a.audience == name], "omraader")
        if name == "people":
            return _took(view, "", omrade=row["area"][1])
        some = [one.code for one in mine if name != "lacking" or one.lacks]
        return to_these(view, "", "activity", some, "omraader") if name in ("n", "lacking") else None

    return cell
