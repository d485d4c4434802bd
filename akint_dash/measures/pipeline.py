"""Projects on their way: steps, decisions, money won and pending (S11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from akint_dash.domain.history import Values
from akint_dash.domain.money import RateQuality, Rates, to_ore
from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.memo import once
from akint_dash.measures.parts import part_ore
from akint_dash.measures.scope import Scope, overlap

WON: Final = frozenset({"granted", "running", "completed"})
LOST: Final = frozenset({"rejected"})
UNDERWAY: Final = frozenset({"idea", "developing"})


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one project stands on the day looked at.

    ``status`` is the last step reached, None without any; ``decided_on`` the ISO day of the grant or rejection.
    ``external_ore`` is the selection's part of what is known of others' cash, in øre at the rate of the year of
    decision, None where nothing is known; ``quality`` how sure the conversion is. What is not known: ``no_amount``, a
    row (or all of them) has no amount; ``no_rate``, the amounts in currencies without a rate, by currency, whole.
    """

    code: str
    status: str | None
    decided_on: str | None
    submitted_on: str | None
    external_ore: int | None
    quality: RateQuality
    no_amount: bool = False
    no_rate: tuple[tuple[str, int], ...] = ()

    @property
    def partly(self) -> bool:
        """Whether the amount is known in part only: it is at least ``external_ore``."""
        return self.external_ore is not None and (self.no_amount or bool(self.no_rate))


def standings(scope: Scope) -> list[Standing]:
    """Every project that counts in the selection (status and text too; the period left aside), in the order of codes.

    A project that was refused and later granted was decided on the day of the grant.
    """
    key = "standings", scope.selection, scope.today
    return list(once(scope.portfolio, key, lambda: _standings(scope, scope.records("project"))))


def paying(scope: Scope) -> list[Standing]:
    """As :func:`standings`, every project with a part of its money in the selection, wherever it counts."""
    return _standings(scope, scope.paying("project"))


def rate_year(scope: Scope, project: str) -> int:
    """The year whose rates a project's funding is counted at: of the decision, else of its start, else this one."""
    return _rate_year(scope, decision_day(scope.steps.get(project, [])), scope.portfolio.get("project", project))


def _rate_year(scope: Scope, decided: str | None, values: Values) -> int:
    return int((decided or str(values.get("start") or scope.today))[:4])


def decision_day(steps: Sequence[tuple[str, str]]) -> str | None:
    """The day of the first grant, else of the last loss."""
    won = [day for day, s in steps if s in WON]
    return won[0] if won else next((day for day, s in reversed(steps) if s in LOST), None)


def lives_in(scope: Scope, project: str) -> bool:
    """Whether a project has a year in the period: it has every year from its first step or start to its end."""
    first, last = scope.period
    begun, ended = overlap(scope.portfolio.get("project", project), scope.steps.get(project, []))
    return 0 < begun <= last and ended >= first


def decided_in(scope: Scope, one: Standing) -> bool:
    """Whether a project was decided in the period."""
    first, last = scope.period
    return one.decided_on is not None and first <= int(one.decided_on[:4]) <= last


def _standings(scope: Scope, projects: Mapping[str, Values]) -> list[Standing]:
    steps = scope.steps
    funding = _external(scope)
    found = []
    for code, values in projects.items():
        mine = steps.get(code, [])
        status = mine[-1][1] if mine else None
        decided = decision_day(mine)
        submitted = next((day for day, s in mine if s == "submitted"), None)
        year = _rate_year(scope, decided, values)
        known = converted(funding.get(code, []), year, scope.portfolio.rates)
        ore = None if known.ore is None else part_ore(values, known.ore, scope.selection.omrade)
        found.append(Standing(code, status, decided, submitted, ore, known.quality, known.no_amount, known.no_rate))
    return sorted(found, key=lambda s: s.code)


def _external(scope: Scope) -> Mapping[str, list[Values]]:
    """project -> its rows of cash from others; the same for every selection of a snapshot."""

    def rows() -> dict[str, list[Values]]:
        found: dict[str, list[Values]] = {}
        for values in scope.portfolio.records("funding").values():
            if values["form"] == "cash" and values["payer"] == "others":
                found.setdefault(str(values["project"]), []).append(values)
        return found

    return once(scope.portfolio, "external", rows)


def support(scope: Scope) -> Mapping[str, int | None]:
    """project -> what is known of others' cash to it, whole, in øre; None where nothing is."""

    return _supported(scope)[0]


def partly_known(scope: Scope) -> frozenset[str]:
    """The projects of whose :func:`support` only a part is known: an amount or a rate is missing beside it."""
    return _supported(scope)[1]


def _supported(scope: Scope) -> tuple[Mapping[str, int | None], frozenset[str]]:
    """(project -> its support in øre, the projects of which only a part is known), once a snapshot and day."""

    def make() -> tuple[Mapping[str, int | None], frozenset[str]]:
        rates, found = scope.portfolio.rates, _external(scope)
        every = scope.portfolio.records("project")
        sums = {code: converted(found.get(code, []), rate_year(scope, code), rates) for code in every}
        partly = (code for code, one in sums.items() if one.ore is not None and (one.no_amount or one.no_rate))
        return {code: one.ore for code, one in sums.items()}, frozenset(partly)

    return once(scope.portfolio, ("support", scope.today), make)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of some amounts together: øre (None: nothing), how sure, and what is lacking."""

    ore: int | None
    quality: RateQuality
    no_amount: bool
    no_rate: tuple[tuple[str, int], ...]


def converted(rows: list[Values], year: int, rates: Rates) -> Known:
    """The sum of the amounts of ``rows`` at the rates of a year. Without any row nothing is known."""
    total, quality, known = 0, RateQuality.EXACT, False
    foreign: dict[str, int] = {}
    for values in rows:
        if "amount" not in values:
            continue
        amount, currency = int(str(values["amount"])), str(values.get("currency", "NOK"))
        one = to_ore(amount, currency, year, rates)
        if one.ore is None:
            foreign[currency] = foreign.get(currency, 0) + amount
            continue
        total, known = total + one.ore, True
        if one.quality is RateQuality.PROVISIONAL:
            quality = one.quality
    if foreign:
        quality = RateQuality.MISSING
    no_amount = not rows or any("amount" not in values for values in rows)
    return Known(total if known else None, quality, no_amount, tuple(sorted(foreign.items())))


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Won, waiting and under way, and the money in øre.

    ``decided`` counts applications decided (won or rejected) inside the period; the year is the year of decision. The
    ``*_paid`` are those with a part of their money in the selection: other projects too where areas are chosen.
    """

    won: tuple[Standing, ...]
    waiting: tuple[Standing, ...]
    underway: tuple[Standing, ...]
    rejected: tuple[Standing, ...]
    won_paid: tuple[Standing, ...]
    waiting_paid: tuple[Standing, ...]
    underway_paid: tuple[Standing, ...]

    @property
    def won_ore(self) -> int:
        """Money won that is known; see :attr:`won_known`."""
        return money(self.won_paid)

    @property
    def won_known(self) -> bool:
        """Whether an amount is known of any grant."""
        return known(self.won_paid)

    @property
    def decided(self) -> int:
        """Applications decided."""
        return len(self.won) + len(self.rejected)

    @property
    def success_share(self) -> float | None:
        """Won of decided; None before any decision."""
        return len(self.won) / self.decided if self.decided else None


def money(some: Iterable[Standing]) -> int:
    """The sum of what is known, in øre."""
    return sum(s.external_ore or 0 for s in some)


def known(some: Iterable[Standing]) -> bool:
    """Whether an amount is known of any: else the sum is unknown, not 0."""
    return any(s.external_ore is not None for s in some)


def without_amount(some: Iterable[Standing]) -> list[str]:
    """Those with an amount not recorded: their sum is at least what is known."""
    return [s.code for s in some if s.no_amount]


def without_rate(some: Iterable[Standing]) -> list[str]:
    """Those with an amount in a currency without a rate."""
    return [s.code for s in some if s.no_rate]


def pipeline(scope: Scope) -> Pipeline:
    """The pipeline of the period: decisions in its years, and what waits or is under way now."""
    counted = _pipe(scope, standings(scope))
    paid = _pipe(scope, paying(scope)) if scope.selection.omrade else counted
    return Pipeline(**counted, **{f"{name}_paid": some for name, some in paid.items() if name != "rejected"})


def _pipe(scope: Scope, some: list[Standing]) -> dict[str, tuple[Standing, ...]]:
    in_period = [s for s in some if decided_in(scope, s)]
    return {
        "won": tuple(s for s in in_period if s.status in WON),
        "waiting": tuple(s for s in some if s.status == "submitted"),
        "underway": tuple(s for s in some if s.status in UNDERWAY),
        "rejected": tuple(s for s in in_period if s.status in LOST),
    }


def won_by_day(pipe: Pipeline) -> Table:
    """One row per grant with a part here, oldest first. Columns: date, project, ore, total_ore (running sum).

    A grant without an amount has ore None and leaves the sum where it was; the sum is None before any amount.
    """
    rows: list[tuple[Any, ...]] = []
    total = None
    for s in sorted(pipe.won_paid, key=lambda s: (s.decided_on or "", s.code)):
        if s.external_ore is not None:
            total = (total or 0) + s.external_ore
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
