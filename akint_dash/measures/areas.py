"""Council areas: how long they live, what they were before, and their weight beside the county's (S6, S10)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from akint_dash.domain.county import HOME
from akint_dash.domain.history import Values
from akint_dash.domain.selection import RINGS
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, SomeOf, Table, table
from akint_dash.measures.facts import silent
from akint_dash.measures.partners import partners as cooperations
from akint_dash.measures.partners import projects_by_region
from akint_dash.measures.scope import Scope
from akint_dash.measures.weight import (
    absent_means,
    by_area_instrument,
    by_instrument_year,
    lacking_means,
    statements,
)
from akint_dash.store.involvement import INSTRUMENTS, RULES, regions_of

SHARE_BASE: Final = 10
"""No share of a year is shown of fewer records."""


@dataclass(frozen=True, slots=True)
class Life:
    """An area's years (None: not limited), what replaced it, and what it replaced."""

    code: str
    first: int | None
    last: int | None
    successor: str | None
    predecessors: tuple[str, ...]

    def lives(self, year: int) -> bool:
        """Whether it exists in a year."""
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)


def life(scope: Scope, area: str) -> Life:
    """How long an area exists, and its kin."""
    values = scope.portfolio.get("area", area)
    before = tuple(code for code, other in scope.portfolio.records("area").items() if other.get("replaced_by") == area)
    first, last = values.get("valid_from"), values.get("valid_to")
    return Life(
        area,
        None if first is None else int(str(first)),
        None if last is None else int(str(last)),
        str(values["replaced_by"]) if "replaced_by" in values else None,
        before,
    )


def break_years(scope: Scope, area: str) -> tuple[int, ...]:
    """Years in which the area's task changed hands: trends show a break before them."""
    mine = life(scope, area)
    ends = [life(scope, code).last for code in mine.predecessors]
    return tuple(sorted({last + 1 for last in ends if last is not None}))


def break_places(scope: Scope, area: str | None, years: tuple[int, ...]) -> tuple[int, ...]:
    """The places in ``years`` in front of which a break mark stands; none for the whole county."""
    if area is None:
        return ()
    return tuple(years.index(year) for year in break_years(scope, area) if year in years)


@dataclass(frozen=True, slots=True)
class Weights:
    """Weight of the four instruments by year: value and share of the year's sum, and that sum, in the unit chosen.

    In a year in which the area does not exist everything is None; a value is None too where hours or money exist and
    none are known, and the sum is of what is known. ``cases`` are involvements, whatever the unit; ``cell`` says what
    the values are.
    """

    years: tuple[int, ...]
    values: dict[str, tuple[float | None, ...]]
    shares: dict[str, tuple[float | None, ...]]
    sums: tuple[float | None, ...]
    cases: tuple[int, ...]
    cell: Cell

    def shown(self, instrument: str) -> list[float | None]:
        """Its share by year; None where the year has under ten cases."""
        both = zip(self.shares[instrument], self.cases, strict=True)
        return [share if n >= SHARE_BASE else None for share, n in both]


def weights(scope: Scope, area: str | None) -> Weights:
    """The weights of one area, or of the whole county (None), whatever areas the selection names."""
    narrowed = scope.narrowed(omrade=(area,) if area else ())
    data = by_instrument_year(narrowed)
    counted = data if scope.selection.vekt == "antall" else by_instrument_year(narrowed.narrowed(vekt="antall"))
    name = data.headings[2].name
    years = tuple(sorted(set(data.column("year"))))
    lives = [area is None or life(scope, area).lives(year) for year in years]
    rows = {(row["year"], row["instrument"][1]): row for row in data.dicts()}
    lacks = {y: _without_means(scope, area, y) for y in years}
    values = {
        code: tuple(
            rows[y, code][name] if alive and code not in lacks[y] else None
            for y, alive in zip(years, lives, strict=True)
        )
        for code in INSTRUMENTS
    }
    shares = {
        code: tuple(
            rows[y, code]["share"] if alive and not lacks[y] else None for y, alive in zip(years, lives, strict=True)
        )
        for code in INSTRUMENTS
    }
    sums = tuple(
        sum(rows[y, code][name] or 0 for code in INSTRUMENTS) if alive else None
        for y, alive in zip(years, lives, strict=True)
    )
    cases = Counter[int]()
    for row in counted.dicts():
        cases[row["year"]] += row["n"]
    return Weights(years, values, shares, sums, tuple(cases[y] for y in years), data.headings[2].cell)


def _without_means(scope: Scope, area: str | None, year: int) -> frozenset[str]:
    """By kroner: the instruments for which the area has no means recorded of a year, and has not said that they are
    not relevant. What it set aside is missing and not 0, and the year has no shares.
    """
    if area is None or scope.selection.vekt != "kroner":
        return frozenset()
    return frozenset(instrument for of, instrument in absent_means(scope.narrowed(omrade=(area,)), year) if of == area)


def responsible_weights(scope: Scope) -> dict[str, Weights]:
    """The weights of every area by what it is responsible for, so that the areas add up to the county."""
    county = weights(scope, None)
    tables = [by_area_instrument(scope, year) for year in county.years]
    cases = [by_area_instrument(scope.narrowed(vekt="antall"), year) for year in county.years]
    rows = [{row["area"][1]: row for row in data.dicts()} for data in tables]
    counted = [{row["area"][1]: row["total"] or 0 for row in data.dicts()} for data in cases]
    found = {}
    for code in dict.fromkeys(code for some in rows for code in some):
        mine = [some.get(code, {}) for some in rows]
        lacks = [_without_means(scope, code, year) for year in county.years]
        values = {
            i: tuple(None if i in none else row.get(i) for row, none in zip(mine, lacks, strict=True))
            for i in INSTRUMENTS
        }
        sums = tuple(row.get("total") for row in mine)
        shares = {
            i: tuple(
                v / t if v is not None and t and not none else None
                for v, t, none in zip(values[i], sums, lacks, strict=True)
            )
            for i in INSTRUMENTS
        }
        n = tuple(some.get(code, 0) for some in counted)
        found[code] = Weights(county.years, values, shares, sums, n, county.cell)
    return found


def weights_table(scope: Scope, parts: list[tuple[str | None, Weights]]) -> Table:
    """One row per year and instrument; a value and a share for each of ``parts`` (area code or None: the county).

    Columns: year, instrument, then value_<code> and share_<code> for each; no share of a year with under ten records.
    A dash where an area says that the instrument is not relevant to it, and for the share of so few. Of a year of which
    nothing is registered None, for it is not 0. Kroner of which a part is not known are :class:`SomeOf`.
    """
    heads: list[Any] = [Heading("year", Cell.YEAR, "År"), Heading("instrument", Cell.NAME, "Virkemiddel")]
    for code, some in parts:
        name = code or "county"
        heads.append(Heading(f"value_{name}", some.cell, code or "Fylkeskommunen"))
        heads.append(Heading(f"share_{name}", Cell.SHARE, "Andel"))
    rows = []
    years = parts[0][1].years
    for index, year in enumerate(years):
        said, partly = statements(scope, year), _partly_set_aside(scope, year)
        unheard = {code for code, _ in parts if silent(scope.county().narrowed(omrade=(code,) if code else ()), year)}
        for instrument in INSTRUMENTS:
            cells: list[Any] = []
            for code, some in parts:
                share: float | str | None = some.shown(instrument)[index]
                if share is None and some.shares[instrument][index] is not None:
                    share = NOT_APPLICABLE  # so few records have no share: none is missing
                value = some.values[instrument][index]
                if not value and code in unheard:
                    value = None
                pair = [SomeOf(value) if value is not None and (code, instrument) in partly else value, share]
                cells += [NOT_APPLICABLE] * 2 if (code, instrument) in said and not pair[0] else pair
            rows.append((year, ("instrument", instrument), *cells))
    return table(heads, rows)


def _partly_set_aside(scope: Scope, year: int) -> set[tuple[str | None, str]]:
    """By kroner: (area, instrument) whose means of a year are not all known, of the whole county (None) too."""
    lacks = lacking_means(scope.county(), year) if scope.selection.vekt == "kroner" else set()
    return {*lacks, *((None, instrument) for _, instrument in lacks)}


def held_in(scope: Scope) -> set[str]:
    """The learning of the period, up to the data's day."""
    first, last = scope.period
    return {
        code
        for code, values in scope.records("activity").items()
        if RULES["activity"].instrument(values) == "KOM"
        and str(values["start"]) <= scope.last_day("activity")
        and first <= int(str(values["start"])[:4]) <= last
    }


def attended(scope: Scope) -> dict[str, Values]:
    """Who took part in :func:`held_in`."""
    held, some = held_in(scope), scope.portfolio.records("attendance")
    return {code: values for code, values in some.items() if str(values["activity"]) in held}


def learning(scope: Scope) -> Table:
    """Learning by audience in the period, up to the data's day (S18). Columns: audience, activities, people, lacking.

    ``people`` is what is known, None where no attendance of the audience has a number; ``lacking`` counts those
    without.
    Activities without any attendance stand in the last row, whose audience is None.
    """
    people: dict[str, list[int]] = {}
    lacking = Counter[str]()
    activities: dict[str, set[str]] = {}
    for values in attended(scope).values():
        audience = str(values["audience"])
        activities.setdefault(audience, set()).add(str(values["activity"]))
        if "people" in values:
            people.setdefault(audience, []).append(int(str(values["people"])))
        else:
            lacking[audience] += 1
    rows: list[tuple[Any, ...]] = [
        (("audience", code), len(some), sum(people[code]) if code in people else None, lacking[code])
        for code, some in activities.items()
    ]
    rows.sort(key=lambda row: (-(row[2] or 0), -row[1], row[0]))
    without = held_in(scope) - {code for some in activities.values() for code in some}
    if without:
        rows.append((None, len(without), None, len(without)))
    heads = (
        Heading("activities", Cell.COUNT, "Tiltak"),
        Heading("people", Cell.COUNT, "Deltakelser"),
        Heading("lacking", Cell.COUNT, "Mangler antall"),
    )
    return table((Heading("audience", Cell.CHOICE, "Målgruppe"), *heads), rows)


def _elsewhere(scope: Scope) -> dict[str, tuple[str, ...]]:
    """region -> areas outside the chosen ones that are responsible for a living cooperation with it."""
    found: dict[str, dict[str, None]] = {}
    for values in scope.county().records("cooperation").values():
        lives = values["status"] != "ended" and str(values["since"]) <= scope.last_day("cooperation")
        if lives and values["area"] not in scope.selection.omrade:
            found.setdefault(str(values["region"]), {})[str(values["area"])] = None
    return {region: tuple(areas) for region, areas in found.items()}


def shared_with(scope: Scope) -> dict[str, tuple[set[str], set[str]]]:
    """region -> the projects granted and the activities shared with it, where there is a cooperation or any of them."""
    found: dict[str, tuple[set[str], set[str]]] = {p.region: (set(), set()) for p in cooperations(scope)}
    inside = scope.records("project").keys()
    for region, codes in projects_by_region(scope).items():
        if region != HOME and (mine := inside & set(codes)):
            found.setdefault(region, (set(), set()))[0].update(mine)
    until = scope.last_day("activity")
    for code, values in scope.records("activity").items():
        if str(values["start"]) <= until:
            for region in set(regions_of(values, scope.portfolio.state)) - {HOME}:
                found.setdefault(region, (set(), set()))[1].add(code)
    return found


def partners(scope: Scope) -> Table:
    """Regions the area works with (S20): by its own cooperations, projects granted and activities held.

    Columns: region, status (of its strongest cooperation, as on the bilateral page; a dash where it is responsible for
    none), elsewhere (other areas responsible for a living cooperation with the region; a dash for none), projects,
    activities. The selection chooses the regions, and a place only its own: a project is shared with
    regions of others too. Whether there is a cooperation with one is not a matter of it.
    """
    found = {region: (len(projects), len(held)) for region, (projects, held) in shared_with(scope).items()}
    own = {p.region: p.status for p in cooperations(scope.of_areas())}
    others = _elsewhere(scope)
    rings = {RINGS[ring] for ring in scope.selection.ring}
    rows: list[tuple[Any, ...]] = [
        (
            ("region", region),
            ("cooperation_status", own[region]) if region in own else NOT_APPLICABLE,
            ("area", others[region]) if region in others else NOT_APPLICABLE,
            *counts,
        )
        for region, counts in found.items()
        if (not rings or scope.portfolio.get("region", region).get("ring") in rings)
        and (not scope.selection.partner or region in scope.selection.partner)
    ]
    rows.sort(key=lambda row: (row[1] == NOT_APPLICABLE, -(row[3] + row[4]), row[0]))
    heads = (
        Heading("region", Cell.NAME, "Region"),
        Heading("status", Cell.CHOICE, "Samarbeid"),
        Heading("elsewhere", Cell.NAMES, "Andre rådsområders samarbeid"),
        Heading("projects", Cell.COUNT, "Innvilgede prosjekter"),
        Heading("activities", Cell.COUNT, "Aktiviteter"),
    )
    return table(heads, rows)
