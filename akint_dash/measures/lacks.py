"""Every kind of hole as data: of which records, what they lack, and the strategy rows that it makes unsure.

A column that a sum, a rate or a grouping on a page rests on has its kind here; a test blanks every optional column.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from akint_dash.domain.history import Values
from akint_dash.measures.participations import taking
from akint_dash.measures.pipeline import LOST, UNDERWAY, WON, Standing, converted, standings
from akint_dash.measures.refusals import reasons
from akint_dash.measures.scope import Scope
from akint_dash.measures.weight import absent_means
from akint_dash.store.involvement import RULES

ADVOCACY: Final = ("advocacy", "hearing")
"""The kinds of activity that promote something."""

Records = Mapping[str, Values]
Found = Mapping[str, tuple[tuple[str, int], ...]]
"""Code of a record that lacks something -> (currency, minor units) of its own that no rate converts."""


@dataclass(frozen=True, slots=True)
class Lack:
    """``base`` are the records that should have it, ``found`` those of them that do not. ``of_the_year``: of this year,
    or (``over``) of the last one that is over, for it is not due before."""

    entity: str
    rows: tuple[str, ...]
    base: Callable[[Scope], Records]
    found: Callable[[Scope, Records], Found]
    of_the_year: bool = False
    over: bool = False

    def year(self, today: date) -> int:
        """The year that is asked for."""
        return today.year - self.over


def _blank(*columns: str) -> Callable[[Scope, Records], Found]:
    """Records without any of some columns."""

    def found(_scope: Scope, every: Records) -> Found:
        return {code: () for code, values in every.items() if not any(column in values for column in columns)}

    return found


# -- projects


def _projects(scope: Scope) -> Records:
    return scope.records("project")


def _standing(*, of: frozenset[str]) -> Callable[[Scope], Records]:
    """Projects that stand at one of some steps."""

    def base(scope: Scope) -> Records:
        return {s.code: scope.portfolio.get("project", s.code) for s in standings(scope) if s.status in of}

    return base


_WON: Final = _standing(of=WON)
_ON_THE_WAY: Final = _standing(of=UNDERWAY | {"submitted"})
_LOST: Final = _standing(of=LOST)


def _of_standings(lacks: Callable[[Standing], tuple[tuple[str, int], ...] | None]) -> Callable[[Scope, Records], Found]:
    def found(scope: Scope, every: Records) -> Found:
        some = {s.code: lacks(s) for s in standings(scope) if s.code in every}
        return {code: amounts for code, amounts in some.items() if amounts is not None}

    return found


def _no_amount(one: Standing) -> tuple[tuple[str, int], ...] | None:
    return () if one.no_amount else None


def _no_rate(one: Standing) -> tuple[tuple[str, int], ...] | None:
    return one.no_rate or None


def _stepless(scope: Scope, every: Records) -> Found:
    with_step = {str(values["project"]) for values in scope.portfolio.records("project_step").values()}
    return {code: () for code in every if code not in with_step}


def _undated(scope: Scope, every: Records) -> Found:
    return {code: () for code in _stepless(scope, every) if "start" not in every[code]}


def _periodless(_scope: Scope, every: Records) -> Found:
    return {code: () for code, values in every.items() if "start" not in values or "end" not in values}


def _own_rows(scope: Scope, form: str | None = None) -> dict[str, list[Values]]:
    """project -> its rows of our own money and hours."""
    rows: dict[str, list[Values]] = {}
    for values in scope.portfolio.records("funding").values():
        if values["payer"] == "own" and form in (None, values["form"]):
            rows.setdefault(str(values["project"]), []).append(values)
    return rows


def _own_amount(scope: Scope, every: Records) -> Found:
    """An own row that is neither an amount that can be converted nor hours."""
    rows, rates, found = _own_rows(scope), scope.portfolio.rates, {}
    for code in every:
        mine = [v for v in rows.get(code, []) if "amount" in v or not (v["form"] == "hours" and "hours" in v)]
        known = converted(mine, scope.today.year, rates)
        if mine and (known.no_amount or known.no_rate):
            found[code] = known.no_rate
    return found


def _with_own_hours(scope: Scope) -> Records:
    rows = _own_rows(scope, "hours")
    return {code: values for code, values in _projects(scope).items() if code in rows}


def _own_hours(scope: Scope, every: Records) -> Found:
    rows = _own_rows(scope, "hours")
    return {code: () for code in every if any("hours" not in values for values in rows[code])}


def _reasonless(scope: Scope, every: Records) -> Found:
    known = reasons(scope)
    return {code: () for code in every if known.get(code) is None}


# -- activities


def _held(scope: Scope) -> Records:
    until = scope.last_day("activity")
    return {code: values for code, values in scope.records("activity").items() if str(values["start"]) <= until}


def _learning(scope: Scope) -> Records:
    return {code: values for code, values in _held(scope).items() if RULES["activity"].instrument(values) == "KOM"}


def _of_kinds(*kinds: str) -> Callable[[Scope], Records]:
    def base(scope: Scope) -> Records:
        return {code: values for code, values in _held(scope).items() if values["kind"] in kinds}

    return base


def _peopleless(scope: Scope, every: Records) -> Found:
    people: dict[str, list[Any]] = {}
    for values in scope.portfolio.records("attendance").values():
        people.setdefault(str(values["activity"]), []).append(values.get("people"))
    return {code: () for code in every if None in people.get(code, [None])}


# -- means and memberships


def _budgets(scope: Scope) -> Records:
    """This year's means."""
    return _means(scope, scope.today.year)


def _budgets_over(scope: Scope) -> Records:
    """The means of the last year that is over; none where nobody recorded any of it."""
    year = scope.today.year - 1
    begun = any(values["year"] == year for values in scope.portfolio.records("budget").values())
    return _means(scope, year) if begun else {}


def _means(scope: Scope, year: int) -> Records:
    """An instrument of an area in a year each, whether anybody recorded its means or not; those of another year than
    this have it in their code."""
    held = {code: values for code, values in scope.records("budget").items() if values["year"] == year}
    past = "" if year == scope.today.year else f" {year}"
    absent: dict[str, Values] = {
        f"{area} {instrument}{past}": {"area": area, "instrument": instrument, "year": year}
        for area, instrument in absent_means(scope, year)
    }
    return {**held, **absent}


def _funds(scope: Scope) -> Records:
    first, last = scope.period
    last = min(last, scope.today.year)
    return {c: v for c, v in scope.records("fund").items() if first <= int(str(v["year"])) <= last}


def _members(scope: Scope) -> Records:
    year, today = scope.today.year, scope.today.isoformat()
    begun = {c: v for c, v in scope.records("membership").items() if str(v["from_date"]) <= today}
    return {c: v for c, v in begun.items() if str(v.get("to_date", "9999")) >= f"{year}-01-01"}


def _fees(scope: Scope) -> dict[str, list[Values]]:
    """membership -> this year's fees with an amount."""
    fees: dict[str, list[Values]] = {}
    for values in scope.portfolio.records("membership_fee").values():
        if values["year"] == scope.today.year and "amount" in values:
            fees.setdefault(str(values["membership"]), []).append(values)
    return fees


def _feeless(scope: Scope, every: Records) -> Found:
    fees = _fees(scope)
    return {code: () for code in every if code not in fees}


def _fee_rateless(scope: Scope, every: Records) -> Found:
    fees, year, rates = _fees(scope), scope.today.year, scope.portfolio.rates
    unknown = {code: converted(fees.get(code, []), year, rates).no_rate for code in every}
    return {code: amounts for code, amounts in unknown.items() if amounts}


# -- outside actors


def _participations(scope: Scope) -> Records:
    return scope.records("participation")


def _participation_undated(_scope: Scope, every: Records) -> Found:
    return {code: () for code, values in every.items() if "from_date" not in values or "to_date" not in values}


def _participation_rateless(scope: Scope, every: Records) -> Found:
    some = {code: taking(scope, code, values) for code, values in every.items() if "from_date" in values}
    return {code: (one.no_rate,) for code, one in some.items() if one.no_rate is not None}


def _actors(scope: Scope) -> Records:
    """Actors that take part in something."""
    named = {str(values["actor"]) for values in scope.records("participation").values()}
    return {code: values for code, values in scope.records("actor").items() if code in named}


LACKS: Final[Mapping[str, Lack]] = {
    "stepless": Lack("project", ("S11",), _projects, _stepless),
    "undated": Lack("project", ("S11", "S19"), _projects, _undated),
    "used_fte": Lack("budget", ("S7",), _budgets_over, _blank("used_fte"), of_the_year=True, over=True),
    "used_nok": Lack("budget", ("S7",), _budgets, _blank("used_nok"), of_the_year=True),
    "planned_fte": Lack("budget", ("S7",), _budgets, _blank("planned_fte"), of_the_year=True),
    "planned_nok": Lack("budget", ("S7",), _budgets, _blank("planned_nok"), of_the_year=True),
    "decided_by": Lack("budget", ("S10",), _budgets, _blank("decided_by"), of_the_year=True),
    "goal": Lack("project", ("S5", "S13"), _projects, _blank("goals")),
    "fee": Lack("membership", ("S17",), _members, _feeless, of_the_year=True),
    "fee_rate": Lack("membership", ("S17",), _members, _fee_rateless, of_the_year=True),
    "notice": Lack("membership", ("S17",), _members, _blank("notice_by")),
    "hours": Lack("activity", ("S10",), _held, _blank("hours")),
    "people": Lack("activity", ("S1", "S18"), _learning, _peopleless),
    "level": Lack("activity", ("S18",), _learning, _blank("level")),
    "sphere": Lack("activity", ("S9", "S16"), _of_kinds("network_meeting", *ADVOCACY), _blank("sphere")),
    "outcome": Lack("activity", ("S16",), _of_kinds(*ADVOCACY), _blank("outcome")),
    "addressee": Lack("activity", ("S16",), _of_kinds(*ADVOCACY), _blank("addressee_kind")),
    "eea": Lack("dossier", ("S15",), lambda scope: scope.records("dossier"), _blank("eea")),
    "amount": Lack("project", ("S3", "S11"), _WON, _of_standings(_no_amount)),
    "rate": Lack("project", ("S3", "S11"), _WON, _of_standings(_no_rate)),
    "waiting_amount": Lack("project", ("S11",), _ON_THE_WAY, _of_standings(_no_amount)),
    "waiting_rate": Lack("project", ("S11",), _ON_THE_WAY, _of_standings(_no_rate)),
    "own_amount": Lack("project", ("S12",), _WON, _own_amount),
    "own_hours": Lack("project", ("S10", "S12"), _with_own_hours, _own_hours),
    "project_budget": Lack("project", ("S10",), _projects, _blank("budget")),
    "period": Lack("project", ("S3", "S7"), _WON, _periodless),
    "fte": Lack("project", ("S7",), _WON, _blank("fte")),
    "origin": Lack("project", ("S11",), _projects, _blank("origin")),
    "programme": Lack("project", ("S11", "S12"), _projects, _blank("programme")),
    "reason": Lack("project", ("S11",), _LOST, _reasonless),
    "application_hours": Lack("project", ("S11",), _LOST, _blank("application_hours")),
    "fund": Lack("fund", ("S3",), _funds, _blank("amount_nok")),
    "participation_date": Lack("participation", ("S2",), _participations, _participation_undated),
    "participation_amount": Lack("participation", ("S2",), _participations, _blank("amount")),
    "participation_rate": Lack("participation", ("S2",), _participations, _participation_rateless),
    "sector": Lack("actor", ("S2",), _actors, _blank("sector")),
    "place": Lack("actor", ("S2",), _actors, _blank("municipality")),
}
"""The kinds, those that touch most first."""
