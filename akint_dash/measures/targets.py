"""Targets against what was reached (S1, S23)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, Table, table
from akint_dash.measures.competence import learners
from akint_dash.measures.frame import frame
from akint_dash.measures.funding import by_year, funding
from akint_dash.measures.partners import has_agreement
from akint_dash.measures.pipeline import WON, Standing, known, money, paying, standings
from akint_dash.measures.results import origin, results, results_in_period
from akint_dash.measures.scope import Scope


@dataclass(frozen=True, slots=True)
class Reached:
    """One target, of the county or of one goal. ``value`` and ``actual`` are in the measure's unit (kroner, persons,
    cases; shares as percent).

    ``actual`` is None where it cannot be known; ``partly``: it is at least so much, for some of it is not known.
    ``so_far`` marks an unfinished year.
    """

    code: str
    measure: str
    year: int
    value: float
    actual: float | None
    so_far: bool
    goal: str | None = None
    partly: bool = False

    @property
    def reached(self) -> bool | None:
        """Whether the target is reached; None where that cannot be told."""
        if self.actual is None or (self.partly and self.actual < self.value):
            return None
        return self.actual >= self.value


def targets(scope: Scope) -> list[Reached]:
    """Every target up to the year that the data reach, the newest year first, in the order of the measures.

    A target is the county's (or a goal's, of the whole county): no filter touches it, nor what it is set against.
    """
    scope, order = scope.widened(), list(ACTUAL)
    shown = frame(scope)
    found = []
    for code, values in scope.records("target").items():
        measure, year = str(values["measure"]), int(str(values["year"]))
        if year > shown.data_day.year:
            continue
        goal = str(values["goal"]) if "goal" in values else None
        actual, partly = _known(ACTUAL[measure](scope, year) if goal is None else _of_goal(scope, measure, year, goal))
        value, so_far = float(str(values["value"])), shown.unfinished(year)
        found.append(Reached(code, measure, year, value, actual, so_far, goal, partly))
    return sorted(found, key=lambda r: (r.year, r.goal or "", order.index(r.measure), r.code))


def to_come(scope: Scope) -> list[Reached]:
    """Targets set for the years that the data do not reach yet, the first year first; nothing is reached of them."""
    reached_year, order = frame(scope).data_day.year, list(ACTUAL)
    found = [
        Reached(
            code,
            str(v["measure"]),
            int(str(v["year"])),
            float(str(v["value"])),
            None,
            False,
            str(v["goal"]) if "goal" in v else None,
        )
        for code, v in scope.portfolio.records("target").items()
        if int(str(v["year"])) > reached_year
    ]
    return sorted(found, key=lambda r: (r.year, r.goal or "", order.index(r.measure), r.code))


Actual: TypeAlias = "float | tuple[float, bool] | None"
"""What was reached; with whether some of it is not known; None where nothing is."""


def _known(actual: Actual) -> tuple[float | None, bool]:
    return actual if isinstance(actual, tuple) else (actual, False)


def _of_goal(scope: Scope, measure: str, year: int, goal: str) -> Actual:
    """What was reached for one goal: its results, or granted projects that name it; None for other measures."""
    if measure == "results":
        return float(sum(v.get("goal") == goal and str(v["date"])[:4] == str(year) for v in results(scope).values()))
    if measure in ("projects_granted", "external_nok"):
        every = standings(scope) if measure == "projects_granted" else paying(scope)
        some = [s for s in every if _won_in(s.decided_on, s.status, year) and _names(scope, s.code, goal)]
        return float(len(some)) if measure == "projects_granted" else _kroner(some)
    return None


def _names(scope: Scope, project: str, goal: str) -> bool:
    ties: Any = scope.portfolio.get("project", project).get("goals", [])
    return any(code == goal for code, _ in ties)


def _involvements(scope: Scope, year: int) -> float:
    return float((scope.responsible_any_year & (scope.facts.year == year)).sum())


def _external(scope: Scope, year: int) -> Actual:
    return _kroner([s for s in paying(scope) if _won_in(s.decided_on, s.status, year)])


def _kroner(some: list[Standing]) -> Actual:
    """The kroner known; None where none of some grants has an amount."""
    if some and not known(some):
        return None
    return money(some) / 100, any(s.no_amount or s.no_rate for s in some)


def _granted(scope: Scope, year: int) -> float:
    return float(sum(_won_in(s.decided_on, s.status, year) for s in standings(scope)))


def _won_in(decided_on: str | None, status: str | None, year: int) -> bool:
    return status in WON and decided_on is not None and decided_on[:4] == str(year)


def _participants(scope: Scope, year: int) -> Actual:
    found = learners(scope, year)
    return None if found.people is None else (float(found.people), bool(found.lacking))


def _partners(scope: Scope, year: int) -> float | None:
    """The state of a cooperation is known on the data's day only: earlier years cannot be told from the records."""
    if year != frame(scope).data_day.year:
        return None
    some, until = scope.records("cooperation").values(), scope.last_day("cooperation")
    return float(sum(has_agreement(values, scope.today) and str(values["since"]) <= until for values in some))


def _share(scope: Scope, year: int) -> Actual:
    of_year = scope.narrowed(periode=(year, year))
    found = funding(of_year)
    data = by_year(found, range(year, year + 1))
    share, lacking = data.column("share")[0], data.column("lacking")[0]
    return None if share is None or found.funds_lacking(year) else (share * 100, bool(lacking))


def _results(scope: Scope, year: int) -> float:
    return float(sum(str(values["date"])[:4] == str(year) for values in results(scope).values()))


ACTUAL: Final[Mapping[str, Callable[[Scope, int], Actual]]] = {
    "results": _results,
    "external_nok": _external,
    "projects_granted": _granted,
    "participants": _participants,
    "partners": _partners,
    "involvements": _involvements,
    "international_share": _share,
}


def target_table(found: list[Reached]) -> Table:
    """Columns: measure, goal (None: the county), year, value, actual (None: cannot be known), share of the target,
    partly (1 where the actual is at least so much, for some of it is not known; None where nothing is; else 0).
    """
    rows = [
        (
            ("measure", r.measure),
            ("goal", r.goal) if r.goal else NOT_APPLICABLE,
            r.year,
            r.value,
            r.actual,
            None if r.actual is None or not r.value else r.actual / r.value,
            None if r.actual is None else int(r.partly),
        )
        for r in found
    ]
    return table(
        (
            Heading("measure", Cell.CHOICE, "Måltall for"),
            Heading("goal", Cell.NAME, "Plan og mål"),
            Heading("year", Cell.YEAR, "År"),
            Heading("value", Cell.DECIMAL, "Måltall"),
            Heading("actual", Cell.DECIMAL, "Oppnådd"),
            Heading("share", Cell.SHARE, "Andel oppnådd"),
            Heading("partly", Cell.TRUTH, "Grunnlaget er ufullstendig"),
        ),
        rows,
    )


def result_table(scope: Scope) -> Table:
    """Recorded results of the selection and its period up to today, newest first (see ``results``).

    Columns: date, kind, words, value, record (project or activity), goal, area. Not every result has a number or a
    goal.
    """
    rows = []
    for code, values in results_in_period(scope).items():
        day, came = str(values["date"]), origin(values)
        goal = ("goal", str(values["goal"])) if "goal" in values else NOT_APPLICABLE
        value = float(str(values["value"])) if "value" in values else NOT_APPLICABLE
        rows.append(
            (
                day,
                ("result_kind", str(values["kind"])),
                ("result", code),
                value,
                came,
                goal,
                ("area", str(values["area"])),
            )
        )
    rows.sort(key=lambda row: row[0], reverse=True)
    heads = (
        Heading("date", Cell.DATE, "Dato"),
        Heading("kind", Cell.CHOICE, "Type"),
        Heading("result", Cell.NAME, "Hva er endret"),
        Heading("value", Cell.DECIMAL, "Verdi"),
        Heading("record", Cell.NAME, "Kommer fra"),
        Heading("goal", Cell.NAME, "Mål i plan"),
        Heading("area", Cell.NAME, "Rådsområde"),
    )
    return table(heads, rows)


def with_a_goal(results: Table) -> int:
    """How many rows of a :func:`result_table` name a goal."""
    return sum(goal != NOT_APPLICABLE for goal in results.column("goal"))
