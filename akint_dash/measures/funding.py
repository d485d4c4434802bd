"""International, Nordic, national, regional and local development money side by side (S3).

International money is EU and Nordic ``funding`` in cash by others on granted, running or completed projects, spread
evenly over the project's months; national, regional and local money comes from ``fund`` only (MODEL.md, "Which year a
number belongs to"). A project without both start and end stands in its year of decision.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from akint_dash.domain.history import Values
from akint_dash.domain.money import RateQuality
from akint_dash.domain.table import AtLeast, AtMost, Cell, Heading, Table, table
from akint_dash.measures import facts
from akint_dash.measures.frame import MONEY, Frame, frame
from akint_dash.measures.memo import once
from akint_dash.measures.parts import by_area as by_shares
from akint_dash.measures.parts import part_hours, part_ore, undivided
from akint_dash.measures.pipeline import WON, Known, Standing, converted, paying, standings
from akint_dash.measures.scope import Scope

LEVELS: Final = ("eu", "nordic", "national", "regional", "local")
INTERNATIONAL: Final = frozenset({"eu", "nordic"})


@dataclass(frozen=True, slots=True)
class Money:
    """Some money of one level in one year, standing on one area, in øre; ``record`` is its project or fund row."""

    year: int
    level: str
    area: str
    ore: int
    record: str


@dataclass(frozen=True, slots=True)
class Funding:
    """All the money, and what is not known of it.

    ``grants`` are the won projects with a part of their money in the selection and its years. Of them
    ``without_amount`` have a row without an amount (or none), ``without_rate`` an amount in a currency without a rate,
    ``partly`` are those of both of which something is known, ``provisional`` have a provisional rate.
    ``funds_unknown`` are (code, year, areas) of fund rows without an amount: the share of their year is at most what
    is said, their areas' and the county's. ``grants_unknown`` are (code, years, areas) of the grants of which something
    is not known: the international money of those years is at least what is known, and unknown where nothing is.
    ``fund_rows`` are (area, level, year) of every fund row of any year, with or without its amount: what an area has of
    a level in one year and not in another is not known of the other.
    ``without_period`` have no start or no end and stand whole in their year of decision. ``registered``: the county has
    recorded grants at all, so that a year or area without any has 0 kroner from them, and not an unknown amount;
    ``years`` are the years that the data reach: of no other is it known that there are none. ``silent`` are (area,
    year) of areas that have registered nothing of a year, area "" where that is all that are chosen: what they have
    from grants is known as far as some of it is.
    """

    money: tuple[Money, ...]
    without_amount: tuple[str, ...]
    without_rate: tuple[str, ...]
    partly: tuple[str, ...]
    provisional: tuple[str, ...]
    grants: int
    funds_unknown: tuple[tuple[str, int, tuple[str, ...]], ...]
    grants_unknown: tuple[tuple[str, frozenset[int], tuple[str, ...]], ...] = ()
    without_period: tuple[str, ...] = ()
    registered: bool = False
    fund_rows: frozenset[tuple[str, str, int]] = frozenset()
    years: tuple[int, ...] = ()
    silent: frozenset[tuple[str, int]] = frozenset()

    def none_known(self, year: int, lacking: int, sums: Mapping[str, int], area: str = "") -> bool:
        """Whether a year (or an area in it), of which ``sums`` are known, has 0 from grants at a level without any."""
        heard = (area, year) not in self.silent or bool(INTERNATIONAL & sums.keys())
        return self.registered and not lacking and year in self.years and heard

    def absent(self, year: int, area: str | None = None) -> tuple[tuple[str, str], ...]:
        """(area, level) of funds recorded for other years and not for this one: the share is at most what it says."""
        held = {(a, level) for a, level, _ in self.fund_rows if area is None or a == area}
        return tuple(sorted(pair for pair in held if (*pair, year) not in self.fund_rows))

    def funds_lacking(self, year: int, area: str | None = None) -> int:
        """How many funds of a year are not known, unrecorded or without an amount: one rule for both, the share is at
        most what it says."""
        return len(self.absent(year, area)) + len(self.unknown(year, area))

    def never(self, level: str, area: str | None = None) -> bool:
        """Whether an area (or none of them) has a fund of a level in any year: it is then none of its."""
        return not any(of == level and area in (None, a) for a, of, _ in self.fund_rows)

    def unknown(self, year: int, area: str | None = None) -> tuple[str, ...]:
        """The fund rows without an amount of a year (and an area)."""
        return tuple(code for code, y, areas in self.funds_unknown if y == year and (area is None or area in areas))

    def lacking(self, year: int, area: str | None = None) -> tuple[str, ...]:
        """The grants of a year (and an area) of which something is not known."""
        return tuple(
            code for code, years, areas in self.grants_unknown if year in years and (area is None or area in areas)
        )


def money_frame(scope: Scope) -> Frame:
    """The frame of development money: the newest year of the period that grants and funds are known of."""
    return frame(scope.of_areas(), *MONEY)


def funding(scope: Scope) -> Funding:
    """The money of the period's years that the data reach, of the areas chosen.

    A fund has an area and no programme, theme or status: no other filter touches either side of the share.
    """
    scope = scope.of_areas()
    years = money_frame(scope).years
    found: list[Money] = []
    won = [s for s in paying(scope) if s.status in WON and _lies_in(scope, s, years)]
    rows = _rows_by_project(scope)
    known, unsure = {}, []
    for standing in won:
        mine = rows.get(standing.code, [])
        known[standing.code] = _known(scope, standing, mine)
        found += _grant(scope, standing, mine)
        if known[standing.code].no_amount or known[standing.code].no_rate:
            unsure.append(_unsure(scope, standing))
    unknown, held = [], set()
    for code, values in scope.paying("fund").items():
        year = int(str(values["year"]))
        if str(values["level"]) not in INTERNATIONAL:
            held |= {(area, str(values["level"]), year) for area, _ in _areas(scope, values, 0)}
        if "amount_nok" in values:
            amount, level = int(str(values["amount_nok"])), str(values["level"])
            found += [Money(year, level, area, ore, code) for area, ore in _areas(scope, values, amount)]
        elif str(values["level"]) not in INTERNATIONAL:
            unknown.append((code, year, tuple(area for area, _ in _areas(scope, values, 0))))
    return Funding(
        money=tuple(m for m in found if m.year in years),
        without_amount=tuple(code for code, one in known.items() if one.no_amount),
        without_rate=tuple(code for code, one in known.items() if one.no_rate),
        partly=tuple(c for c, one in known.items() if one.ore is not None and (one.no_amount or one.no_rate)),
        provisional=tuple(code for code, one in known.items() if one.quality is RateQuality.PROVISIONAL),
        registered=any(s.status in WON for s in standings(scope.county())),
        grants=len(won),
        fund_rows=frozenset(held),
        years=tuple(years),
        silent=_silent(scope, years),
        funds_unknown=tuple(unknown),
        grants_unknown=tuple(unsure),
        without_period=tuple(s.code for s in won if not _has_period(scope.portfolio.get("project", s.code))),
    )


def _silent(scope: Scope, years: Collection[int]) -> frozenset[tuple[str, int]]:
    """The areas that have registered neither an involvement nor a fund of a year, as ``Funding.silent`` has them."""
    chosen, every = set(scope.selection.omrade), set(scope.portfolio.records("area"))
    told = {(str(values.get("area")), int(str(values["year"]))) for values in scope.portfolio.records("fund").values()}
    found = set()
    for year in years:
        silent = {area for area in chosen or every if (area, year) not in told} - facts.active(scope, year)
        found |= {(area, year) for area in silent} | ({("", year)} if silent == (chosen or every) else set())
    return frozenset(found)


def _has_period(project: Values) -> bool:
    return "start" in project and "end" in project


def _unsure(scope: Scope, standing: Standing) -> tuple[str, frozenset[int], tuple[str, ...]]:
    """A grant that is not wholly known, with the years and areas that its money would lie in."""
    project = scope.portfolio.get("project", standing.code)
    years = frozenset(year for year, _ in spread(project, _year(scope, standing), 0))
    return standing.code, years, tuple(area for area, _ in _areas(scope, project, 0))


def _rows_by_project(scope: Scope) -> Mapping[str, list[Values]]:
    """project -> its rows of EU and Nordic cash from others."""

    def rows() -> Mapping[str, list[Values]]:
        found: dict[str, list[Values]] = defaultdict(list)
        for values in scope.portfolio.records("funding").values():
            if values["form"] == "cash" and values["payer"] == "others" and values["level"] in INTERNATIONAL:
                found[str(values["project"])].append(values)
        return dict(found)

    return once(scope.portfolio, "international", rows)


def _year(scope: Scope, standing: Standing) -> int:
    project = scope.portfolio.get("project", standing.code)
    return int((standing.decided_on or str(project.get("start", scope.today)))[:4])


def _lies_in(scope: Scope, standing: Standing, years: Collection[int]) -> bool:
    """Whether a grant's money belongs to any of the years."""
    whole = spread(scope.portfolio.get("project", standing.code), _year(scope, standing), 0)
    return any(year in years for year, _ in whole)


def _known(scope: Scope, standing: Standing, rows: list[Values]) -> Known:
    """What is known of a grant; one with money of other levels only lacks nothing here."""
    if not rows and standing.external_ore is not None:
        return Known(0, RateQuality.EXACT, no_amount=False, no_rate=())
    return converted(rows, _year(scope, standing), scope.portfolio.rates)


def _grant(scope: Scope, standing: Standing, rows: list[Values]) -> Iterator[Money]:
    project, year = scope.portfolio.get("project", standing.code), _year(scope, standing)
    for values in rows:
        ore = converted([values], year, scope.portfolio.rates).ore
        if ore is None:
            continue
        for when, part in spread(project, year, ore):
            for area, own in _areas(scope, project, part):
                yield Money(when, str(values["level"]), area, own, standing.code)


def spread(project: Values, decided: int, ore: int) -> list[tuple[int, int]]:
    """(year, øre) of a sum spread evenly over the project's months, both ends included; no øre is lost."""
    if not _has_period(project):
        return [(decided, ore)]
    start, end = str(project["start"]), str(project["end"])
    first, last = int(start[:4]) * 12 + int(start[5:7]) - 1, int(end[:4]) * 12 + int(end[5:7]) - 1
    months = last - first + 1
    if months < 1:
        return [(decided, ore)]
    found, before = [], 0
    for year in range(first // 12, last // 12 + 1):
        done = min(last, year * 12 + 11) - first + 1
        so_far = ore * done // months
        found.append((year, so_far - before))
        before = so_far
    return found


def _areas(scope: Scope, values: Values, ore: int) -> list[tuple[str, int]]:
    """The chosen areas' parts of the money (all areas', where none is chosen)."""
    return by_shares(values, ore, scope.selection.omrade)


def by_year(found: Funding, years: Iterable[int]) -> Table:
    """One row a year: a column for each level in øre (None where nothing is recorded), the share, lacking.

    ``lacking`` counts grants of the year of which something is not known: the share is at least what it says. It is
    None where nothing of them is known. Where funds of the year are not known it is at most what it says.
    """
    rows: list[tuple[Any, ...]] = []
    for year in years:
        sums, lacking = _sums([m for m in found.money if m.year == year]), len(found.lacking(year))
        share = _share_of(found, sums, lacking, found.funds_lacking(year))
        rows.append((year, *_cells(sums, known=found.none_known(year, lacking, sums)), share, lacking))
    return table((Heading("year", Cell.YEAR, "År"), *_level_heads(), _SHARE, _LACKING), rows)


def by_area(found: Funding, year: int) -> Table:
    """One row an area with money in the year, or that lacks a fund of other years in it, largest international sum
    first. Columns as :func:`by_year`."""
    areas = sorted(
        {m.area for m in found.money if m.year == year}
        | {a for _, y, some in found.funds_unknown if y == year for a in some}
        | {area for area, _ in found.absent(year)}
        | {a for _, years, some in found.grants_unknown if year in years for a in some}
    )
    rows: list[tuple[Any, ...]] = []
    for area in areas:
        sums = _sums([m for m in found.money if m.year == year and m.area == area])
        lacking = len(found.lacking(year, area))
        share = _share_of(found, sums, lacking, found.funds_lacking(year, area))
        known = found.none_known(year, lacking, sums, area)
        rows.append((("area", area), *_cells(sums, known=known), share, lacking))
    rows.sort(key=lambda row: -((row[1] or 0) + (row[2] or 0)))
    return table((Heading("area", Cell.NAME, "Rådsområde"), *_level_heads(), _SHARE, _LACKING), rows)


def _cells(sums: Mapping[str, int], *, known: bool) -> list[int | None]:
    """The levels' money: of grants 0 where there are none and that is ``known``; else None."""
    return [sums.get(level, 0 if known and level in INTERNATIONAL else None) for level in LEVELS]


def _share_of(found: Funding, sums: Mapping[str, int], lacking: int, funds_lacking: int) -> float | None:
    """The share, a bound where one side is not all known; None too where no grants are recorded at all: 0 % would be a
    claim."""
    if not found.registered and not INTERNATIONAL & sums.keys():
        return None
    share = international_share(sums, lacking)
    if not share or (lacking and funds_lacking):  # of nothing international it is 0, whatever the rest is
        return share
    return AtMost(share) if funds_lacking else AtLeast(share) if lacking else share


def grants_by_area(found: Funding, year: int) -> dict[str, int]:
    """area -> the grants that its international money of a year comes from."""
    some = {(m.area, m.record) for m in found.money if m.year == year and m.level in INTERNATIONAL and m.ore}
    return dict(Counter(area for area, _ in some))


def undivided_grants(scope: Scope, found: Funding, year: int) -> tuple[str, ...]:
    """Grants of a year whose whole money stands on one of several areas, for no division is decided."""
    codes = dict.fromkeys(m.record for m in found.money if m.year == year and m.level in INTERNATIONAL)
    return tuple(code for code in codes if undivided(scope.portfolio.get("project", code)))


def _sums(some: list[Money]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for money in some:
        sums[money.level] = sums.get(money.level, 0) + money.ore
    return sums


def international_share(sums: Mapping[str, int], lacking: int = 0) -> float | None:
    """International / (international + fund); None where no national, regional or local money is recorded, or none of
    the international money that exists (``lacking`` grants) is known.
    """
    international = sum(ore for level, ore in sums.items() if level in INTERNATIONAL)
    if lacking and not international:
        return None
    fund = sum(ore for level, ore in sums.items() if level not in INTERNATIONAL)
    return international / (international + fund) if fund else None


_SHARE: Final = Heading("share", Cell.SHARE, "Internasjonal andel")
_LACKING: Final = Heading("lacking", Cell.COUNT, "Prosjekter som mangler beløp eller valutakurs")


def _level_heads() -> list[Heading]:
    words = {"eu": "EU", "nordic": "Nordisk", "national": "Nasjonalt", "regional": "Regionalt", "local": "Lokalt"}
    return [Heading(level, Cell.ORE, words[level]) for level in LEVELS]


@dataclass(frozen=True, slots=True)
class Leverage:
    """Outside cash and own cash on won projects with both known, in øre; ``per_krone`` None without own cash.

    ``hours`` are our own hours on the same projects, as far as known; ``hours_unknown`` of them have hours that are not
    recorded. Of the others ``without_own`` are without own cash,
    ``own_unknown`` have own cash that is not wholly known (no amount, no rate), or nothing known at all,
    ``outside_unknown`` outside cash that is not. ``both`` are the projects counted.
    """

    outside_ore: int
    own_ore: int
    projects: int
    without_own: tuple[str, ...]
    own_unknown: tuple[str, ...] = ()
    outside_unknown: tuple[str, ...] = ()
    hours: float = 0.0
    hours_unknown: int = 0
    both: tuple[Standing, ...] = ()

    @property
    def per_krone(self) -> float | None:
        """Outside kroner per own krone."""
        return self.outside_ore / self.own_ore if self.own_ore else None


def leverage(scope: Scope) -> Leverage:
    """Outside kroner per own krone on the period's won projects; those without both wholly known are left out.

    Both are converted at the rate of the year of decision, and both are the selection's part.
    """
    first, last = scope.period
    rows: dict[str, list[Values]] = defaultdict(list)
    hours: dict[str, float] = defaultdict(float)
    unknown, told = set(), set()
    for values in scope.portfolio.records("funding").values():
        if "amount" in values:
            told.add(str(values["project"]))
        if values["form"] == "cash" and values["payer"] == "own":
            rows[str(values["project"])].append(values)
        elif values["payer"] == "own":
            hours[str(values["project"])] += float(str(values.get("hours", 0)))
            if "hours" not in values:
                unknown.add(str(values["project"]))
    won = [s for s in paying(scope) if s.status in WON and s.decided_on and first <= int(s.decided_on[:4]) <= last]
    own = {s.code: converted(rows[s.code], _year(scope, s), scope.portfolio.rates) for s in won if s.code in rows}
    sure = {code: one.ore for code, one in own.items() if one.ore is not None and not (one.no_amount or one.no_rate)}
    both = [s for s in won if sure.get(s.code) and s.external_ore is not None and not s.partly]
    return Leverage(
        sum(s.external_ore or 0 for s in both),
        sum(part_ore(scope.portfolio.get("project", s.code), sure[s.code], scope.selection.omrade) for s in both),
        len(both),
        tuple(s.code for s in won if (s.code not in own or sure.get(s.code) == 0) and not (s.no_amount or s.no_rate)),
        tuple(s.code for s in won if (s.code in own and s.code not in sure) or (s.no_amount and s.code not in told)),
        tuple(s.code for s in won if s.no_amount or s.no_rate),
        sum(part_hours(scope.portfolio.get("project", s.code), hours[s.code], scope.selection.omrade) for s in both),
        sum(s.code in unknown for s in both),
        tuple(both),
    )


def rate_table(scope: Scope) -> Table:
    """The rates in use. Columns: currency, year, nok (kroner for one), source."""
    rows = [
        (
            str(v["currency"]),
            int(str(v["year"])),
            float(str(v["nok"])),
            ("rate", code, "source") if "source" in v else None,
        )
        for code, v in sorted(scope.portfolio.records("rate").items())
    ]
    return table(
        (
            Heading("currency", Cell.TEXT, "Valuta"),
            Heading("year", Cell.YEAR, "År"),
            Heading("nok", Cell.RATE, "Norske kroner per enhet"),
            Heading("source", Cell.SAID, "Kilde"),
        ),
        rows,
    )
