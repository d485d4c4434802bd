"""Projects on their way: steps, decisions, money won and pending (S11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from akint_dash.domain.history import Values
from akint_dash.domain.money import RateQuality, to_ore
from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.scope import Scope

WON: Final = frozenset({"granted", "running", "completed"})
LOST: Final = frozenset({"rejected"})
UNDERWAY: Final = frozenset({"idea", "developing"})


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one project stands on the day looked at.

    ``status`` is the last step reached, None without any; ``decided_on`` the ISO day of the grant or rejection;
    ``external_ore`` others' cash in øre at the rate of the year of decision, None where no amount is recorded or no
    rate is known; ``quality`` how sure the conversion is.
    """

    code: str
    status: str | None
    decided_on: str | None
    submitted_on: str | None
    external_ore: int | None
    quality: RateQuality


def standings(scope: Scope) -> list[Standing]:
    """Every project inside the selection (status and text too; the period left aside), in the order of codes.

    A project that was refused and later granted was decided on the day of the grant.
    """
    steps = scope.steps
    funding = _external(scope)
    rates = scope.portfolio.rates
    found = []
    for code, values in scope.records("project").items():
        mine = steps.get(code, [])
        status = mine[-1][1] if mine else None
        won = [day for day, s in mine if s in WON]
        decided = won[0] if won else next((day for day, s in reversed(mine) if s in LOST), None)
        submitted = next((day for day, s in mine if s == "submitted"), None)
        year = int((decided or str(values.get("start") or scope.today))[:4])
        ore, quality = _converted(funding.get(code, []), year, rates)
        found.append(Standing(code, status, decided, submitted, ore, quality))
    return sorted(found, key=lambda s: s.code)


def _external(scope: Scope) -> dict[str, list[Values]]:
    """project -> its rows of cash from others."""
    rows: dict[str, list[Values]] = {}
    for values in scope.portfolio.records("funding").values():
        if values["form"] == "cash" and values["payer"] == "others":
            rows.setdefault(str(values["project"]), []).append(values)
    return rows


def _converted(
    rows: list[Values], year: int, rates: Mapping[str, Mapping[int, float]]
) -> tuple[int | None, RateQuality]:
    total, quality, known = 0, RateQuality.EXACT, False
    for values in rows:
        if "amount" not in values:
            continue
        one = to_ore(int(str(values["amount"])), str(values.get("currency", "NOK")), year, rates)
        if one.ore is None:
            return None, RateQuality.MISSING
        total, known = total + one.ore, True
        if one.quality is RateQuality.PROVISIONAL:
            quality = one.quality
    return (total if known else None), quality


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Won, waiting and under way: numbers of projects, money in øre, and what lacks an amount.

    ``decided`` counts applications decided (won or rejected) inside the period; the year is the year of decision.
    """

    won: tuple[Standing, ...]
    waiting: tuple[Standing, ...]
    underway: tuple[Standing, ...]
    rejected: tuple[Standing, ...]

    @property
    def won_ore(self) -> int:
        """Money won."""
        return money(self.won)

    @property
    def decided(self) -> int:
        """Applications decided."""
        return len(self.won) + len(self.rejected)

    @property
    def success_share(self) -> float | None:
        """Won of decided; None before any decision."""
        return len(self.won) / self.decided if self.decided else None


def money(some: tuple[Standing, ...]) -> int:
    """The sum of what is known, in øre."""
    return sum(s.external_ore or 0 for s in some)


def pipeline(scope: Scope) -> Pipeline:
    """The pipeline of the period: decisions in its years, and what waits or is under way now."""
    first, last = scope.period
    all_of_them = standings(scope)
    in_period = [s for s in all_of_them if s.decided_on and first <= int(s.decided_on[:4]) <= last]
    return Pipeline(
        won=tuple(s for s in in_period if s.status in WON),
        waiting=tuple(s for s in all_of_them if s.status == "submitted"),
        underway=tuple(s for s in all_of_them if s.status in UNDERWAY),
        rejected=tuple(s for s in in_period if s.status in LOST),
    )


def won_by_day(pipe: Pipeline) -> Table:
    """One row per grant, oldest first. Columns: date, project ("project", code), ore, total_ore (running sum).

    A grant without an amount has ore None and leaves the sum where it was.
    """
    rows: list[tuple[Any, ...]] = []
    total = 0
    for s in sorted(pipe.won, key=lambda s: (s.decided_on or "", s.code)):
        total += s.external_ore or 0
        rows.append((s.decided_on, ("project", s.code), s.external_ore, total))
    return table(
        (
            Heading("date", Cell.DATE, "Dato"),
            Heading("project", Cell.NAME, "Prosjekt"),
            Heading("ore", Cell.ORE, "Støtte"),
            Heading("total_ore", Cell.ORE, "Samlet"),
        ),
        rows,
    )
