"""International, Nordic, national, regional and local development money side by side (S3).

International money is EU and Nordic ``funding`` in cash by others on granted, running or completed projects, spread
evenly over the project's months; national, regional and local money comes from ``fund`` only (MODEL.md, "Which year a
number belongs to"). A project without both start and end stands in its year of decision.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from akint_dash.domain.history import Values
from akint_dash.domain.money import RateQuality, to_ore
from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.pipeline import WON, Standing, standings
from akint_dash.measures.scope import Scope
from akint_dash.store.involvement import area_shares

LEVELS: Final = ("eu", "nordic", "national", "regional", "local")
INTERNATIONAL: Final = frozenset({"eu", "nordic"})


@dataclass(frozen=True, slots=True)
class Money:
    """Some money of one level in one year, standing on one area, in øre."""

    year: int
    level: str
    area: str
    ore: int


@dataclass(frozen=True, slots=True)
class Funding:
    """All the money, and what it lacks: grants without an amount, without a rate, with a provisional rate."""

    money: tuple[Money, ...]
    without_amount: tuple[str, ...]
    without_rate: tuple[str, ...]
    provisional: tuple[str, ...]
    grants: int


def funding(scope: Scope) -> Funding:
    """The money of the period's years up to this one, inside the selection."""
    first, last = scope.period
    years = range(first, min(last, scope.today.year) + 1)
    found: list[Money] = []
    lacking: dict[str, list[str]] = {"amount": [], "rate": [], "provisional": []}
    won = [s for s in standings(scope) if s.status in WON]
    rows = _rows_by_project(scope)
    for standing in won:
        found += _grant(scope, standing, rows.get(standing.code, []), lacking)
    for values in scope.records("fund").values():
        if "amount_nok" in values:
            year, amount = int(str(values["year"])), int(str(values["amount_nok"]))
            found += [Money(year, str(values["level"]), area, ore) for area, ore in _areas(scope, values, amount)]
    return Funding(
        tuple(m for m in found if m.year in years),
        tuple(lacking["amount"]),
        tuple(lacking["rate"]),
        tuple(lacking["provisional"]),
        len(won),
    )


def _rows_by_project(scope: Scope) -> Mapping[str, list[Values]]:
    rows: dict[str, list[Values]] = defaultdict(list)
    for values in scope.portfolio.records("funding").values():
        if values["form"] == "cash" and values["payer"] == "others" and values["level"] in INTERNATIONAL:
            rows[str(values["project"])].append(values)
    return rows


def _grant(scope: Scope, standing: Standing, rows: list[Values], lacking: dict[str, list[str]]) -> Iterator[Money]:
    project = scope.portfolio.get("project", standing.code)
    year = int((standing.decided_on or str(project.get("start", scope.today)))[:4])
    if not any("amount" in values for values in rows):
        if rows or standing.external_ore is None:
            lacking["amount"].append(standing.code)
        return
    for values in rows:
        if "amount" not in values:
            continue
        one = to_ore(int(str(values["amount"])), str(values.get("currency", "NOK")), year, scope.portfolio.rates)
        if one.ore is None:
            lacking["rate"].append(standing.code)
            continue
        if one.quality is RateQuality.PROVISIONAL:
            lacking["provisional"].append(standing.code)
        for when, part in spread(project, year, one.ore):
            for area, ore in _areas(scope, project, part):
                yield Money(when, str(values["level"]), area, ore)


def spread(project: Values, decided: int, ore: int) -> list[tuple[int, int]]:
    """(year, øre) of a sum spread evenly over the project's months, both ends included; no øre is lost."""
    if "start" not in project or "end" not in project:
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
    """The money on each area by recorded shares; else it stands on the responsible one. Chosen areas only."""
    chosen = scope.selection.omrade
    return [
        (area, round(ore * share)) for area, _, share in area_shares(values) if share and (not chosen or area in chosen)
    ]


def by_year(found: Funding, years: range) -> Table:
    """One row a year: a column for each level in øre (None where nothing is recorded), and the international share."""
    rows: list[tuple[Any, ...]] = []
    for year in years:
        sums = _sums([m for m in found.money if m.year == year])
        rows.append((year, *(sums.get(level) for level in LEVELS), international_share(sums)))
    return table((Heading("year", Cell.YEAR, "År"), *_level_heads(), _SHARE), rows)


def by_area(found: Funding, year: int) -> Table:
    """One row an area with money in the year, largest international sum first. Columns as :func:`by_year`."""
    areas = sorted({m.area for m in found.money if m.year == year})
    rows: list[tuple[Any, ...]] = []
    for area in areas:
        sums = _sums([m for m in found.money if m.year == year and m.area == area])
        rows.append((("area", area), *(sums.get(level) for level in LEVELS), international_share(sums)))
    rows.sort(key=lambda row: -((row[1] or 0) + (row[2] or 0)))
    return table((Heading("area", Cell.NAME, "Rådsområde"), *_level_heads(), _SHARE), rows)


def _sums(some: list[Money]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for money in some:
        sums[money.level] = sums.get(money.level, 0) + money.ore
    return sums


def international_share(sums: Mapping[str, int]) -> float | None:
    """International / (international + fund); None where no national, regional or local money is recorded."""
    international = sum(ore for level, ore in sums.items() if level in INTERNATIONAL)
    fund = sum(ore for level, ore in sums.items() if level not in INTERNATIONAL)
    return international / (international + fund) if fund else None


_SHARE: Final = Heading("share", Cell.SHARE, "Internasjonal andel")


def _level_heads() -> list[Heading]:
    words = {"eu": "EU", "nordic": "Nordisk", "national": "Nasjonalt", "regional": "Regionalt", "local": "Lokalt"}
    return [Heading(level, Cell.ORE, words[level]) for level in LEVELS]


@dataclass(frozen=True, slots=True)
class Leverage:
    """Outside cash and own cash on won projects with both known, in øre; ``per_krone`` None without own cash."""

    outside_ore: int
    own_ore: int
    projects: int
    without_own: tuple[str, ...]

    @property
    def per_krone(self) -> float | None:
        """Outside kroner per own krone."""
        return self.outside_ore / self.own_ore if self.own_ore else None


def leverage(scope: Scope) -> Leverage:
    """Outside kroner per own krone on the period's won projects; those without known own cash are left out.

    Both are converted at the rate of the year of decision.
    """
    first, last = scope.period
    rows: dict[str, list[Values]] = defaultdict(list)
    for values in scope.portfolio.records("funding").values():
        if values["form"] == "cash" and values["payer"] == "own" and "amount" in values:
            rows[str(values["project"])].append(values)
    won = [s for s in standings(scope) if s.status in WON and s.decided_on and first <= int(s.decided_on[:4]) <= last]
    own = {s.code: _own(rows[s.code], int(str(s.decided_on)[:4]), scope) for s in won if s.code in rows}
    both = [s for s in won if own.get(s.code) and s.external_ore is not None]
    return Leverage(
        sum(s.external_ore or 0 for s in both),
        sum(own[s.code] for s in both),
        len(both),
        tuple(s.code for s in won if not own.get(s.code)),
    )


def _own(rows: list[Values], year: int, scope: Scope) -> int:
    """The county's own cash in øre; 0 where a part of it has no rate."""
    found = [
        to_ore(int(str(v["amount"])), str(v.get("currency", "NOK")), year, scope.portfolio.rates).ore for v in rows
    ]
    return 0 if None in found else sum(ore or 0 for ore in found)


def rate_table(scope: Scope) -> Table:
    """The rates in use. Columns: currency, year, nok (kroner for one), source."""
    rows = [
        (
            str(v["currency"]),
            int(str(v["year"])),
            f"{float(str(v['nok'])):.4f}".replace(".", ","),
            str(v.get("source", "")),
        )
        for _, v in sorted(scope.portfolio.records("rate").items())
    ]
    return table(
        (
            Heading("currency", Cell.TEXT, "Valuta"),
            Heading("year", Cell.YEAR, "År"),
            Heading("nok", Cell.TEXT, "Kroner for én"),
            Heading("source", Cell.TEXT, "Kilde"),
        ),
        rows,
    )
