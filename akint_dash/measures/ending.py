"""What falls away: money from outside and full-time equivalents of granted projects, year by year as they end (S3, S7).

Only what is granted counts, never what is applied for. Money is spread evenly over a project's months, as everywhere
(MODEL.md, "Which year a number belongs to"); full-time equivalents stand for the months of the year that it lasts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from akint_dash.domain.history import Values
from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.funding import spread
from akint_dash.measures.parts import part_hours, part_ore
from akint_dash.measures.pipeline import WON, known, paying
from akint_dash.measures.scope import Scope

LAST_YEAR: Final = 2030
"""How far ahead one looks: the year in which the programmes of 2021-2027 have paid their last projects but a few."""


@dataclass(frozen=True, slots=True)
class Ending:
    """One year: øre from outside, full-time equivalents, and projects that last into it and those that end in it.

    Money and effort are the selection's parts, of others' projects too; the projects are those that count in it. Both
    are what is known, None where projects last into the year and nothing is; of those with a part here,
    ``without_amount`` and ``without_fte`` lack it, the amount also in part; ``elsewhere`` count on another area.
    ``codes`` are the projects behind each of these, by the name of the column.
    """

    year: int
    ore: int | None
    fte: float | None
    lasting: int
    ends: tuple[str, ...]
    without_amount: int = 0
    without_fte: int = 0
    elsewhere: int = 0
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Endings:
    """The years from this one, and what they lack: codes of projects without a period, an amount or a rate, and
    full-time equivalents. ``projects`` last into this year or later with a part of their money in the selection;
    ``elsewhere`` of them count on an area outside it, and ``later`` begin after this year."""

    years: tuple[Ending, ...]
    projects: tuple[str, ...]
    without_period: tuple[str, ...]
    without_amount: tuple[str, ...]
    without_fte: tuple[str, ...]
    elsewhere: tuple[str, ...]
    later: tuple[str, ...] = ()


def endings(scope: Scope) -> Endings:
    """What granted projects with a part in the selection bring in each year from this one to :data:`LAST_YEAR`."""
    first = scope.today.year
    years = range(first, max(first, LAST_YEAR) + 1)
    won = [s for s in paying(scope) if s.status in WON]
    whole = {s.code: s.external_ore or 0 for s in paying(scope.narrowed(omrade=()))}
    mine = scope.records("project").keys()
    records = {s.code: scope.portfolio.get("project", s.code) for s in won}
    dated = [s for s in won if _last_year(records[s.code]) is not None]
    lasting = [s for s in dated if (_last_year(records[s.code]) or 0) >= first]
    money, effort = dict.fromkeys(years, 0), dict.fromkeys(years, 0.0)
    for one in lasting:
        values = records[one.code]
        for year, ore in spread(values, first, whole[one.code]):
            if year in money:
                money[year] += part_ore(values, ore, scope.selection.omrade)
        for year in years:
            effort[year] += _fte(scope, values, year)
    undated = tuple(s.code for s in won if s not in dated and s.status != "completed")
    made = []
    for year in years:
        last = [s for s in lasting if (_last_year(records[s.code]) or 0) >= year]
        with_fte = sum("fte" in records[s.code] for s in last)
        nothing = not last and not undated
        made.append(
            Ending(
                year,
                money[year] if known(last) or nothing else None,
                effort[year] if with_fte or nothing else None,
                sum(s.code in mine for s in last),
                tuple(s.code for s in last if s.code in mine and _last_year(records[s.code]) == year),
                sum(s.no_amount or bool(s.no_rate) for s in last),
                len(last) - with_fte,
                sum(s.code not in mine for s in last),
                {
                    "lasting": tuple(s.code for s in last if s.code in mine),
                    "without_amount": tuple(s.code for s in last if s.no_amount or s.no_rate),
                    "without_fte": tuple(s.code for s in last if "fte" not in records[s.code]),
                    "elsewhere": tuple(s.code for s in last if s.code not in mine),
                },
            )
        )
    return Endings(
        tuple(made),
        tuple(s.code for s in lasting),
        undated,
        tuple(s.code for s in lasting if s.no_amount or s.no_rate),
        tuple(s.code for s in lasting if "fte" not in records[s.code]),
        tuple(s.code for s in lasting if s.code not in mine),
        tuple(s.code for s in lasting if int(str(records[s.code]["start"])[:4]) > first),
    )


def _last_year(values: Values) -> int | None:
    return int(str(values["end"])[:4]) if "start" in values and "end" in values else None


def _fte(scope: Scope, values: Values, year: int) -> float:
    """The selection's part of a project's full-time equivalents in a year: months of the year it lasts, of twelve."""
    if "fte" not in values:
        return 0.0
    start, end = (int(str(values[name])[:4]) * 12 + int(str(values[name])[5:7]) - 1 for name in ("start", "end"))
    months = max(0, min(end, year * 12 + 11) - max(start, year * 12) + 1)
    return part_hours(values, float(str(values["fte"])), scope.selection.omrade) * months / 12


def ending_table(found: Endings) -> Table:
    """One row a year. Columns: year, ore, fte, lasting (projects), ends (projects that end in it), without_amount (or
    rate, wholly or in part) and without_fte; where some project counts on another area, elsewhere.
    """
    apart = [Heading("elsewhere", Cell.COUNT, "Og prosjekter på andre rådsområder")] if found.elsewhere else []
    return table(
        (
            Heading("year", Cell.YEAR, "År"),
            Heading("ore", Cell.ORE, "Støtte utenfra"),
            Heading("fte", Cell.DECIMAL, "Årsverk"),
            Heading("lasting", Cell.COUNT, "Prosjekter som varer til dette året eller lenger"),
            Heading("ends", Cell.COUNT, "Slutter dette året"),
            Heading("without_amount", Cell.COUNT, "Mangler beløp eller valutakurs"),
            Heading("without_fte", Cell.COUNT, "Mangler årsverk"),
            *apart,
        ),
        [
            (
                one.year,
                one.ore,
                None if one.fte is None else round(one.fte, 1),
                one.lasting,
                len(one.ends),
                one.without_amount,
                one.without_fte,
                *([one.elsewhere] if apart else []),
            )
            for one in found.years
        ],
    )
