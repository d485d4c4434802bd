"""Means set aside and used: kroner and full-time equivalents by council area, instrument and year (S7, S10)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.frame import frame
from akint_dash.measures.scope import Scope
from akint_dash.measures.weight import statements
from akint_dash.store.involvement import INSTRUMENTS

_HEADS: Final = (
    Heading("planned_ore", Cell.ORE, "Avsatt"),
    Heading("used_ore", Cell.ORE, "Brukt"),
    Heading("planned_fte", Cell.DECIMAL, "Avsatte årsverk"),
    Heading("used_fte", Cell.DECIMAL, "Brukte årsverk"),
)


@dataclass(frozen=True, slots=True)
class Means:
    """What one area set aside and used for one instrument in one year. None is missing.

    ``code`` is the record, "" where there is none; ``statement`` the area's own word that the instrument is not
    relevant, "" without one: then nothing is missing.
    """

    area: str
    instrument: str
    year: int
    code: str
    planned_ore: int | None
    used_ore: int | None
    planned_fte: float | None
    used_fte: float | None
    decided_by: str | None
    decided_on: str | None
    statement: str


def means(scope: Scope, area: str) -> list[Means]:
    """Every instrument of every year in which anything is recorded or that the data reach."""
    records, known = _budgets(scope, area), frame(scope, "budget").data_day.year
    first, last = _living(scope, area)
    years = [y for y in range(first, last + 1) if y <= known or any(year == y for year, _ in records)]
    chosen = scope.selection.virkemiddel
    found = []
    for year in years:
        said = statements(scope, year)
        for instrument in INSTRUMENTS:
            if chosen and instrument not in chosen:
                continue
            code, values = records.get((year, instrument), ("", {}))
            found.append(_means(area, instrument, year, code, values, said.get((area, instrument), "")))
    return found


def _budgets(scope: Scope, area: str) -> dict[tuple[int, str], tuple[str, Any]]:
    """(year, instrument) -> (code, values) of the area's budgets; several of the same are one, their sums added.

    A budget is of an area, an instrument and a year: no other filter makes it missing.
    A sum that one of them lacks is missing: it is not known.
    """
    found: dict[tuple[int, str], tuple[str, Any]] = {}
    for code, values in scope.of_areas().records("budget").items():
        key = int(str(values["year"])), str(values["instrument"])
        if values.get("area") == area:
            found[key] = (code, values) if key not in found else (found[key][0], _both(found[key][1], values))
    return found


def _both(one: Any, other: Any) -> dict[str, Any]:
    sums = {h.name.replace("_ore", "_nok") for h in _HEADS}
    added = {name: one[name] + other[name] for name in sums if None not in (one.get(name), other.get(name))}
    return {**other, **{name: value for name, value in one.items() if name not in sums}, **added} | {
        name: added.get(name) for name in sums
    }


def _living(scope: Scope, area: str) -> tuple[int, int]:
    """The years of the period in which the area exists."""
    values = scope.portfolio.get("area", area)
    first, last = scope.period
    return max(first, int(str(values.get("valid_from", first)))), min(last, int(str(values.get("valid_to", last))))


def _means(area: str, instrument: str, year: int, code: str, values: Any, statement: str) -> Means:
    return Means(
        area=area,
        instrument=instrument,
        year=year,
        code=code,
        planned_ore=values.get("planned_nok"),
        used_ore=values.get("used_nok"),
        planned_fte=values.get("planned_fte"),
        used_fte=values.get("used_fte"),
        decided_by=values.get("decided_by"),
        decided_on=values.get("decided_on"),
        statement="" if code else statement,
    )


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of one area's year. ``both_*`` hold only records in which planned and used are both known.

    ``lacking`` counts instruments without what was used (``code`` or not), leaving those with a statement aside;
    ``lacking_fte`` those without full-time equivalents set aside or used; ``lacking_planned`` and
    ``lacking_planned_fte`` those without kroner or full-time equivalents set aside; ``stated`` those with a statement;
    ``lacking_either`` those without kroner set aside or used.
    """

    planned_ore: int | None
    used_ore: int | None
    planned_fte: float | None
    used_fte: float | None
    both_planned_ore: int
    both_used_ore: int
    lacking: int
    lacking_fte: int = 0
    lacking_planned: int = 0
    lacking_planned_fte: int = 0
    stated: int = 0
    both_planned_fte: float | None = None
    both_used_fte: float | None = None
    lacking_either: int = 0

    @property
    def not_applicable(self) -> bool:
        """Whether the area has said of every instrument looked at that it is not relevant: then nothing is missing."""
        nothing = self.planned_ore is None and self.used_ore is None
        return bool(self.stated) and nothing and not self.lacking and not self.lacking_planned

    @property
    def partly(self) -> bool:
        """Whether an instrument without a statement lacks what was set aside or used: the share is of the others."""
        return bool(self.lacking or self.lacking_planned)

    @property
    def used_share(self) -> float | None:
        """Used of set aside, where both are known; None where they nowhere are."""
        return self.both_used_ore / self.both_planned_ore if self.both_planned_ore else None


def total(found: list[Means], year: int) -> Sum:
    """The sum of one year of :func:`means`."""
    mine = [m for m in found if m.year == year]
    both = [m for m in mine if m.planned_ore is not None and m.used_ore is not None]
    both_fte = [m for m in mine if m.planned_fte is not None and m.used_fte is not None]
    return Sum(
        _sum([m.planned_ore for m in mine]),
        _sum([m.used_ore for m in mine]),
        _sum([m.planned_fte for m in mine]),
        _sum([m.used_fte for m in mine]),
        sum(m.planned_ore or 0 for m in both),
        sum(m.used_ore or 0 for m in both),
        sum(m.used_ore is None and not m.statement for m in mine),
        sum((m.planned_fte is None or m.used_fte is None) and not m.statement for m in mine),
        sum(m.planned_ore is None and not m.statement for m in mine),
        sum(m.planned_fte is None and not m.statement for m in mine),
        sum(bool(m.statement) for m in mine),
        _sum([m.planned_fte for m in both_fte]),
        _sum([m.used_fte for m in both_fte]),
        sum((m.planned_ore is None or m.used_ore is None) and not m.statement for m in mine),
    )


def _sum(values: list[Any]) -> Any:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def means_table(found: list[Means]) -> Table:
    """Columns: year, instrument, planned_ore, used_ore, planned_fte, used_fte, decided_by, decided_on."""
    rows = [
        (
            m.year,
            ("instrument", m.instrument),
            m.planned_ore,
            m.used_ore,
            m.planned_fte,
            m.used_fte,
            ("budget", m.code, "decided_by") if m.decided_by else None,
            m.decided_on,
        )
        for m in found
        if not m.statement
    ]
    heads = (Heading("year", Cell.YEAR, "År"), Heading("instrument", Cell.NAME, "Virkemiddel"), *_HEADS)
    decided = (Heading("decided_by", Cell.SAID, "Vedtatt av"), Heading("decided_on", Cell.DATE, "Vedtatt"))
    return table((*heads, *decided), rows)
