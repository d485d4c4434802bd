"""Plan goals and what serves them (S5, S13)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.facts import untold
from akint_dash.measures.frame import frame
from akint_dash.measures.results import results_in_period
from akint_dash.measures.scope import Scope
from akint_dash.store.involvement import INSTRUMENTS, RULES


def served(scope: Scope) -> Table:
    """One row per goal of a plan: how many involvements of each instrument name it, in the period chosen.

    Columns: goal, plan, PRO, POL, KOM, BIL, total, results (recorded for the goal in the same years, of records of the
    same selection). A goal that nothing serves has 0
    in all: that is known, not missing. Projects and dossiers name goals; activities the one they promote. Of years that
    the data do not reach only projects that go on are known, and how many name a goal (0 too); the rest is missing.
    """
    known = frame(scope).reached
    counts: dict[str, Counter[str]] = {}
    for entity, rule in RULES.items():
        inside = scope.codes(entity, any_year=False)
        for code, values in scope.portfolio.records(entity).items():
            if code not in inside:
                continue
            ties: Any = values.get("goals", [])
            named = {str(goal) for goal, _ in ties} | ({str(values["goal"])} if "goal" in values else set())
            for goal in named:
                counts.setdefault(goal, Counter())[rule.instrument(values)] += 1
    given = Counter(str(values["goal"]) for values in results_in_period(scope).values() if "goal" in values)
    rows = []
    for goal, values in scope.portfolio.records("goal").items():
        mine = counts.get(goal, Counter())
        numbers: list[int | None] = [mine[code] for code in INSTRUMENTS]
        numbers += [mine.total(), given[goal]]
        if not known:
            numbers = [n if code == "PRO" else None for n, code in zip(numbers, INSTRUMENTS, strict=False)]
            numbers += [None, None]
        rows.append((("goal", goal), ("plan", values["plan"]), *numbers))
    rows.sort(key=lambda row: (row[1], row[0]))
    heads = (
        Heading("goal", Cell.NAME, "Mål i plan"),
        Heading("plan", Cell.NAME, "Plan"),
        *(Heading(code, Cell.COUNT, code) for code in INSTRUMENTS),
        Heading("total", Cell.COUNT, "I alt"),
        Heading("results", Cell.COUNT, "Resultater"),
    )
    return table(heads, rows)


def as_told(scope: Scope, data: Table) -> Table:
    """The rows of :func:`served`, where nothing at all is registered of the period with every number missing: none of
    them is 0."""
    if any(naming(row) for row in data.dicts()) or not untold(scope):
        return data
    return replace(data, rows=tuple((*row[:2], *[None] * (len(row) - 2)) for row in data.rows))


def naming(row: Mapping[str, Any]) -> int | None:
    """How many initiatives name the goal of a row of :func:`served`; of years that the data do not reach the projects
    that do, None where none does: it is not known yet."""
    total: int | None = row["total"]
    return row["PRO"] or None if total is None else total
