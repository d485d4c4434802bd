"""Competence: who has learnt what, at which level (S18), and whether international work grows (S19)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.history import Values
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, Table, table
from akint_dash.measures.facts import active, registered, unheard
from akint_dash.measures.frame import frame
from akint_dash.measures.scope import Scope
from akint_dash.store.involvement import RULES

LEVELS: Final = tuple(CHOICES["activity_level"])
AUDIENCES: Final = tuple(CHOICES["audience"])
LEADERS: Final = ("county_cabinet", "politicians")
"""The county's own leadership."""

KINDS: Final = ("exchange", "course", "seminar", "study_visit")
"""Kinds of learning; exchange of experience first, a kind of its own. Other activities entered as competence follow."""

_PEOPLE: Final = Heading("people", Cell.COUNT, "Deltakelser")
_LACKING: Final = Heading("lacking", Cell.COUNT, "Mangler antall")
_PARTLY: Final = Heading("lacking", Cell.COUNT, "Mangler antall, helt eller delvis")
_N: Final = Heading("n", Cell.COUNT, "Tiltak")
_YEAR: Final = Heading("year", Cell.YEAR, "År")
_AREA: Final = Heading("area", Cell.NAME, "Rådsområde")


@dataclass(frozen=True, slots=True)
class Attended:
    """People of one audience at one activity; ``people`` None is missing."""

    code: str
    audience: str
    people: int | None


@dataclass(frozen=True, slots=True)
class Lesson:
    """One activity that counts as competence, with who attended."""

    code: str
    day: str
    kind: str
    level: str | None
    area: str
    attended: tuple[Attended, ...]

    @property
    def led(self) -> frozenset[str]:
        """Which of :data:`LEADERS` attended."""
        return frozenset(a.audience for a in self.attended if a.audience in LEADERS)

    @property
    def year(self) -> int:
        """The year it was held."""
        return int(self.day[:4])

    @property
    def told(self) -> bool:
        """Whether any of its numbers of people is known: then it stands in the sums."""
        return any(a.people is not None for a in self.attended)

    @property
    def lacks(self) -> bool:
        """Whether nobody is recorded, or an audience without its number."""
        return not self.attended or any(a.people is None for a in self.attended)


def lessons(scope: Scope, *, any_year: bool = False) -> list[Lesson]:
    """Activities of the selection that count as competence, up to the data's day, in the period or any year, by day."""
    (first, last), until, rule = scope.period, scope.last_day("activity"), RULES["activity"]
    chosen = {
        code: values
        for code, values in scope.records("activity").items()
        if rule.instrument(values) == "KOM"
        and str(values["start"]) <= until
        and (any_year or first <= int(str(values["start"])[:4]) <= last)
    }
    attended: dict[str, list[Attended]] = {}
    for code, values in scope.portfolio.records("attendance").items():
        activity = str(values["activity"])
        if activity in chosen:
            attended.setdefault(activity, []).append(_attended(code, values))
    found = [_lesson(code, values, attended.get(code, [])) for code, values in chosen.items()]
    return sorted(found, key=lambda one: (one.day, one.code))


def _attended(code: str, values: Values) -> Attended:
    people: Any = values.get("people")
    return Attended(code, str(values["audience"]), people)


def _lesson(code: str, values: Values, attended: list[Attended]) -> Lesson:
    level = str(values["level"]) if "level" in values else None
    return Lesson(code, str(values["start"]), str(values["kind"]), level, str(values["area"]), tuple(attended))


def people(found: Iterable[Lesson]) -> int | None:
    """People in all, as far as numbers are known; None where none are. A person at two activities counts twice."""
    every = list(found)
    known = [a.people for one in every for a in one.attended if a.people is not None]
    return sum(known) if known or not every else None


def lacking(found: Iterable[Lesson]) -> int:
    """Activities without a number of people, or with an audience without its own."""
    return sum(one.lacks for one in found)


def _of(attended: Iterable[Attended]) -> int | None:
    """People of some attendances, as far as known; None where none of some are."""
    every = list(attended)
    known = [a.people for a in every if a.people is not None]
    return sum(known) if known or not every else None


@dataclass(frozen=True, slots=True)
class Learners:
    """S18: activities of competence building, the people reached as far as known (None: nothing is), and how many
    activities lack a number of people, or a part of it.
    """

    people: int | None
    activities: int
    lacking: int


def learners(scope: Scope, year: int | None = None) -> Learners:
    """Competence building of the period, or of one year whatever the period."""
    some = lessons(scope) if year is None else [one for one in lessons(scope, any_year=True) if one.year == year]
    return Learners(people(some), len(some), lacking(some))


def of_year(scope: Scope) -> list[Lesson]:
    """Activities of the frame's year."""
    year = frame(scope, "activity").year
    return [one for one in lessons(scope, any_year=True) if one.year == year]


def to_date(scope: Scope) -> tuple[list[Lesson], list[Lesson]] | None:
    """(activities of the year shown to the day the data reach, of the year before to the same); None: not compared."""
    shown, some = frame(scope, "activity"), lessons(scope, any_year=True)
    if shown.until is None or shown.before is None:
        return None
    now, before = [
        [one for one in some if one.year == day.year and one.day <= day.isoformat()]
        for day in (shown.until, shown.before)
    ]
    return now, before


def people_to_date(scope: Scope) -> tuple[int, int] | None:
    """Participations of the same days as :func:`to_date`; None where nothing is compared, or some are not known."""
    pair = to_date(scope)
    if pair is None or lacking([*pair[0], *pair[1]]):
        return None
    return people(pair[0]) or 0, people(pair[1]) or 0


def by_audience(scope: Scope, found: list[Lesson]) -> Table:
    """One row per audience, in the order of the vocabulary. Columns: audience, n (activities it attended), people, then

    strategic_n, strategic, operative_n, operative (activities and people by level), unlevelled (people at activities
    without a level), lacking (times its number is missing). people = strategic + operative + unlevelled, as far as
    known; None where it was there and no number is, and all None of a period that the data do not reach.
    """
    rows: list[tuple[Any, ...]] = []
    reached = frame(scope, "activity").reached
    for audience in AUDIENCES:
        if not reached:
            rows.append((("audience", audience), *[None] * 8))
            continue
        some = [(one, a) for one in found for a in one.attended if a.audience == audience]
        cells: list[int | None] = []
        for level in LEVELS:
            mine = [(one, a) for one, a in some if one.level == level]
            cells += [len({one.code for one, _ in mine}), _of(a for _, a in mine)]
        loose = _of(a for one, a in some if one.level is None)
        lacks = sum(a.people is None for _, a in some)
        total = _of(a for _, a in some)
        rows.append((("audience", audience), len({one.code for one, _ in some}), total, *cells, loose, lacks))
    heads = (
        Heading("audience", Cell.CHOICE, "Målgruppe"),
        _N,
        _PEOPLE,
        Heading("strategic_n", Cell.COUNT, "Tiltak på strategisk nivå"),
        Heading("strategic", Cell.COUNT, "Deltakelser på strategisk nivå"),
        Heading("operative_n", Cell.COUNT, "Tiltak på operativt nivå"),
        Heading("operative", Cell.COUNT, "Deltakelser på operativt nivå"),
        Heading("unlevelled", Cell.COUNT, "Deltakelser, nivå ikke registrert"),
        _LACKING,
    )
    return table(heads, rows)


def _told(scope: Scope) -> Collection[str]:
    """The areas that have registered anything in the period: nothing is known of the others, and none of them has 0."""
    return registered(scope) if frame(scope, "activity").reached else ()


def _whole(scope: Scope, area: str) -> bool:
    """Whether an area has registered something of each of the period's years."""
    return all(area in active(scope, year) for year in frame(scope, "activity").years)


def by_area(scope: Scope, found: list[Lesson]) -> Table:
    """One row per responsible area, most participants first. Columns: area, n, people, a column per audience, lacking.

    Areas that exist in the period and have arranged nothing stand with 0 activities, those that have registered nothing
    at all of it, or of a year of it, with None. People are as far as known, None
    where none of some are; ``lacking`` counts activities without all their numbers.
    """
    (first, last), chosen = scope.period, scope.selection.omrade
    areas = [
        code
        for code, values in scope.portfolio.records("area").items()
        if int(str(values.get("valid_from", 0))) <= last
        and int(str(values.get("valid_to", 9999))) >= first
        and (not chosen or code in chosen)
    ]
    rows: list[tuple[Any, ...]] = []
    told = _told(scope)
    for area in dict.fromkeys([*areas, *(one.area for one in found)]):
        mine = [one for one in found if one.area == area]
        if area not in told or not (mine or _whole(scope, area)):
            rows.append((("area", area), *[None] * (3 + len(AUDIENCES))))
            continue
        counts = [_of(a for one in mine for a in one.attended if a.audience == name) for name in AUDIENCES]
        rows.append((("area", area), len(mine), people(mine), *counts, lacking(mine)))
    rows.sort(key=lambda row: (-(row[2] or 0), -(row[1] or 0), row[0]))
    heads = [Heading(code, Cell.COUNT, CHOICES["audience"][code][0]) for code in AUDIENCES]
    return table((_AREA, _N, _PEOPLE, *heads, _PARTLY), rows)


def by_year_kind(scope: Scope, found: list[Lesson]) -> Table:
    """One row per year of the period that the data reach, and kind of activity that has any in some year.

    Columns: year, kind, n, people (as far as known; None where none of some are), lacking (activities without): all
    None of a year of which the chosen areas have registered nothing.
    """
    silent = unheard(scope)
    kinds = sorted({one.kind for one in found}, key=lambda kind: (KINDS.index(kind) if kind in KINDS else 9, kind))
    rows = []
    for year in frame(scope, "activity").years:
        for kind in kinds:
            mine = [one for one in found if one.year == year and one.kind == kind]
            cells = (None,) * 3 if year in silent else (len(mine), people(mine), lacking(mine))
            rows.append((year, ("activity_kind", kind), *cells))
    return table((_YEAR, Heading("kind", Cell.CHOICE, "Type"), _N, _PEOPLE, _PARTLY), rows)


# -- the county's own leadership


def leadership(scope: Scope, found: list[Lesson]) -> Table:
    """One row per council area that exists today: how many of its activities the leadership took part in.

    Columns: area (responsible for the activity), county_cabinet (activities in which the county executive board took
    part), cabinet_last (ISO day, None: never), politicians, politicians_last. Areas without stand with 0, those
    that have registered nothing at all in the period with None; where
    activities are chosen by more than area and period, those that have arranged any.
    """
    today, chosen = scope.today.year, scope.selection.omrade
    areas = [
        code
        for code, values in scope.portfolio.records("area").items()
        if int(str(values.get("valid_from", 0))) <= today <= int(str(values.get("valid_to", 9999)))
        and (not chosen or code in chosen)
    ]
    if scope.narrows_activities:
        areas = [area for area in areas if any(one.area == area for one in found)]
    seen: dict[tuple[str, str], list[Lesson]] = {}
    for one in found:
        for audience in one.led:
            seen.setdefault((one.area, audience), []).append(one)
    rows, told = [], _told(scope)
    for area in areas:
        cells: list[Any] = [] if area in told else [None] * 4
        for audience in LEADERS if area in told else ():
            mine = seen.get((area, audience), [])
            cells += [len(mine), max((one.day for one in mine), default=None)]
        rows.append((("area", area), *cells))
    rows.sort(key=lambda row: (-(row[1] or 0), -(row[3] or 0), row[0]))
    heads = (
        _AREA,
        Heading("county_cabinet", Cell.COUNT, "Fylkesrådet"),
        Heading("cabinet_last", Cell.DATE, "Sist, fylkesrådet"),
        Heading("politicians", Cell.COUNT, "Folkevalgte"),
        Heading("politicians_last", Cell.DATE, "Sist, folkevalgte"),
    )
    return table(heads, rows)


def reached(found: list[Lesson], audience: str) -> int:
    """Activities that an audience of :data:`LEADERS` took part in."""
    return sum(audience in one.led for one in found)


# -- is it growing


@dataclass(frozen=True, slots=True)
class Grown:
    """One year: involvements and participants, the areas and actors active for the first time that year.

    ``areas`` and ``actors`` are None in the first year the county recorded anything: then all are new, which says
    nothing. ``people`` are those of the activities counted. Of a ``silent`` year the chosen areas have registered
    nothing: all of it is missing.
    """

    year: int
    n: int
    people: int | None
    areas: tuple[str, ...] | None
    actors: tuple[str, ...] | None
    lacking: int = 0
    silent: bool = False


def growth(scope: Scope) -> list[Grown]:
    """Every year of the period that the data reach. The selection narrows, but what is new is new to the whole county.

    An area is active when it is responsible for an involvement; an actor when an activity, a project begun or a
    participation of its own names it. Participations are in no council area, instrument, theme, status or region: where
    one is chosen they name nobody.
    """
    facts, county, shown = scope.facts, scope.county(), frame(scope)
    areas, every_area = _area_years(scope), _firsts(_area_years(county))
    actors, every_actor = set(_actor_years(scope)), _firsts(_actor_years(county))
    counted = scope.codes("activity")
    learnt = [one for one in lessons(scope, any_year=True) if one.code in counted]
    found, silent = [], unheard(scope)
    for year in shown.years:
        if year in silent:
            found.append(Grown(year, 0, None, None, None, silent=True))
            continue
        n = int((scope.responsible_any_year & (facts.year == year)).sum())
        mine = [one for one in learnt if one.year == year]
        learners, without = people(mine), lacking(mine)
        if year <= shown.begun:
            found.append(Grown(year, n, learners, None, None, without))
            continue
        named = _new(areas, every_area, year), _new(actors, every_actor, year)
        found.append(Grown(year, n, learners, *named, without))
    return found


def _area_years(scope: Scope) -> set[tuple[str, int]]:
    facts, mask = scope.facts, scope.responsible_any_year & (scope.facts.area >= 0)
    pairs = np.unique(np.stack([facts.area[mask].astype(np.int64), facts.year[mask].astype(np.int64)]), axis=1)
    return {(facts.areas[area], year) for area, year in pairs.T.tolist()}


def _firsts(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    first: dict[str, int] = {}
    for who, year in pairs:
        first[who] = min(first.get(who, year), year)
    return first


def _new(inside: Iterable[tuple[str, int]], firsts: dict[str, int], year: int) -> tuple[str, ...]:
    """Those of the selection's year whose first year in the whole county it is."""
    return tuple(sorted(who for who, when in set(inside) if when == year and firsts.get(who) == year))


def _actor_years(scope: Scope) -> Iterable[tuple[str, int]]:
    counted, until = scope.codes("activity"), scope.last_day("participation")
    for code, values in scope.portfolio.records("activity").items():
        if code in counted:
            ties: Any = values.get("actors", [])
            yield from ((str(actor), int(str(values["start"])[:4])) for actor, _ in ties)
    facts = scope.facts
    for row in np.flatnonzero(scope.responsible_any_year).tolist():
        entity, code = facts.records[facts.record[row]]
        if entity == "project":
            pairs: Any = scope.portfolio.get("project", code).get("actors", [])
            yield from ((str(actor), int(facts.year[row])) for actor, _ in pairs)
    chosen = scope.selection
    if chosen.omrade or chosen.virkemiddel or chosen.tema or chosen.status or chosen.places or chosen.maned:
        return
    for values in scope.records("participation").values():
        if "from_date" in values and str(values["from_date"]) <= until:
            yield str(values["actor"]), int(str(values["from_date"])[:4])


def counts_people(scope: Scope) -> bool:
    """Whether anything that has a number of people can be chosen: a programme and a status choose projects alone, and
    other instruments have no participants."""
    chosen = scope.selection
    others = bool(chosen.virkemiddel) and "KOM" not in chosen.virkemiddel
    return not (chosen.status or chosen.program or others)


def growth_table(found: list[Grown], *, learnt: bool = True, whole: bool = True) -> Table:
    """Columns: year, n, people, areas, actors (how many are new; of the first year recorded none can be told),
    lacking (activities without all their numbers of people). Where nothing that has people is chosen (not ``learnt``),
    it does not apply. All are None of a silent year. ``whole``: the initiatives are of all instruments.
    """
    heads = (
        _YEAR,
        Heading("n", Cell.COUNT, "Alle tiltak" if whole else "Tiltak"),
        _PEOPLE,
        Heading("areas", Cell.COUNT, "Nye rådsområder"),
        Heading("actors", Cell.COUNT, "Nye aktører"),
        _PARTLY,
    )
    rows = [
        (
            g.year,
            None if g.silent else g.n,
            g.people if learnt else NOT_APPLICABLE,
            _new_in(g, g.areas),
            _new_in(g, g.actors),
            None if g.silent else g.lacking,
        )
        for g in found
    ]
    return table(heads, rows)


def _new_in(one: Grown, named: tuple[str, ...] | None) -> Any:
    if named is None:
        return None if one.silent else NOT_APPLICABLE
    return len(named)
