"""Every number twice: by the product's measures and by SQL that shares no code with them, on the demonstration."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from akint_dash.domain.selection import Selection
from akint_dash.measures.deadlines import deadlines
from akint_dash.measures.dues import dues
from akint_dash.measures.holes import holes
from akint_dash.measures.pipeline import money, pipeline
from akint_dash.measures.scope import Scope
from akint_dash.measures.weight import by_area_instrument, by_instrument_year, by_month, unweighed
from akint_dash.store.portfolio import Portfolio

from . import sql_dues, sql_holes
from .sql import Asked, Oracle

SELECTIONS = 60
INSTRUMENTS = ("PRO", "POL", "KOM", "BIL")


def asked(seed: int, oracle: Oracle) -> Asked:
    """A selection: usually narrow in one or two ways, now and then in many; the first one in none."""
    random = Random(seed)

    def codes(sql: str) -> list[str]:
        return [code for (code,) in oracle.rows(sql) if code]

    known = {
        "omrade": codes("SELECT code FROM area ORDER BY code"),
        "virkemiddel": list(INSTRUMENTS),
        "program": [
            code for (code,) in oracle.rows("SELECT DISTINCT programme FROM project WHERE programme <> '' ORDER BY 1")
        ]
        + [code for (code,) in oracle.rows("SELECT DISTINCT parent FROM programme WHERE parent <> '' ORDER BY 1")],
        "tema": codes("SELECT code FROM theme ORDER BY code"),
        "status": ["idea", "developing", "submitted", "granted", "running", "completed", "rejected", "withdrawn"],
        "ring": ["norden", "europa", "ukraina", "andre"],
        "partner": codes("SELECT target FROM project_regions UNION SELECT target FROM activity_regions ORDER BY 1"),
        "kommune": codes("SELECT code FROM municipality ORDER BY code"),
        "maned": [f"{year}-{number:02d}" for year in (2024, 2025, 2026) for number in range(1, 13)],
    }
    chance = 0 if seed == 0 else random.choice([0.1, 0.2, 0.5])
    lists = {
        name: tuple(sorted(random.sample(all_of, random.randint(1, min(3, len(all_of))))))
        for name, all_of in known.items()
        if random.random() < (chance / 4 if name == "maned" else chance)  # months leave little of anything
    }
    words = ["demo", "KLIMA", "ø", "kraftig-umulig", "a-00", "tog", "P-001"]
    return Asked(
        lists=lists,
        period=random.choice([None, None, (2024, 2024), (2025, 2026), (2026, 2026), (2023, 2028)]) if seed else None,
        needle=random.choice(words) if random.random() < chance / 2 else "",
        weight=random.choice(["antall", "timer", "kroner"]) if seed else "antall",
        today=date(2024, 6, 1) + timedelta(days=random.randint(0, 1000)) if seed else date(2026, 6, 1),
    )


# -- the product's answers in the oracle's shape: a function for each measure, and the oracle's own beside it


def weighs(rows: Iterator[tuple[Any, float | None]]) -> dict[Any, Any]:
    """What weighs anything: whole numbers to the øre, hours as near as sums of decimals come."""
    return {key: pytest.approx(value) if isinstance(value, float) else value for key, value in rows if value}


def instrument_year(scope: Scope) -> Any:
    return weighs(((row[0], row[1][1]), row[2]) for row in by_instrument_year(scope).rows)


def month(scope: Scope) -> Any:
    return {f"{year}-{number:02d}": n for year, number, n in by_month(scope).rows if n}


def area_instrument(scope: Scope) -> Any:
    rows = by_area_instrument(scope, scope.today.year).rows
    matrix = weighs(((row[0][1], code), row[1 + i]) for row in rows for i, code in enumerate(INSTRUMENTS))
    return matrix, {row[0][1] for row in rows}


def pipe(scope: Scope) -> Any:
    found = pipeline(scope)
    parts = {
        "won": (found.won, found.won_paid),
        "waiting": (found.waiting, found.waiting_paid),
        "underway": (found.underway, found.underway_paid),
    }
    assert found.won_ore == money(found.won_paid)
    money_too = {name: ([s.code for s in some], money(paid)) for name, (some, paid) in parts.items()}
    return money_too | {"rejected": [s.code for s in found.rejected]}


def ahead(scope: Scope) -> Any:
    return [(d.day.isoformat(), d.entity, d.code, d.area) for d in deadlines(scope, 90)]


def listed(scope: Scope) -> Any:
    found = dues(scope, scope.today + timedelta(days=180))
    return sorted((d.day.isoformat(), d.kind, d.record[1], d.source[1], d.state) for d in found)


def missing(scope: Scope) -> Any:
    found: dict[str, tuple[int, int, list[str]]] = {}
    for hole in holes(scope):
        n, base, codes = found.get(hole.kind, (0, 0, []))
        found[hole.kind] = n + hole.n, base + hole.base, sorted([*codes, *(code for _, code in hole.records)])
    return found


def without_weight(scope: Scope) -> Any:
    found = unweighed(scope)
    return found.n, found.of


CHECKS: dict[str, tuple[Callable[[Scope], Any], Callable[[Oracle], Any]]] = {
    "weight.by_instrument_year": (instrument_year, Oracle.by_instrument_year),
    "weight.by_month": (month, Oracle.by_month),
    "weight.by_area_instrument": (
        area_instrument,
        lambda o: (o.by_area_instrument(o.asked.today.year), o.areas_with_a_row(o.asked.today.year)),
    ),
    "pipeline.pipeline": (pipe, Oracle.pipeline),
    "deadlines.deadlines": (ahead, lambda o: o.deadlines(90)),
    "dues.dues": (listed, lambda o: sql_dues.dues(o, 180)),
    "holes.holes": (missing, sql_holes.holes),
    "weight.unweighed": (without_weight, sql_holes.unweighed),
}


@pytest.mark.sampled(3)
@pytest.mark.parametrize("measure", CHECKS)
@pytest.mark.parametrize("seed", range(SELECTIONS))
def test_the_measure_says_what_the_database_says(seed: int, measure: str, portfolio: Portfolio, oracle: Oracle) -> None:
    question = asked(seed, oracle)
    selection, notices = Selection.from_query(dict(part.split("=", 1) for part in question.query().split("&")))
    assert notices == []
    ours, theirs = CHECKS[measure]
    assert ours(Scope(portfolio, selection, question.today)) == theirs(oracle.choose(question)), question


@pytest.mark.parametrize("measure", CHECKS)
def test_the_comparison_compares_something(measure: str, portfolio: Portfolio, oracle: Oracle) -> None:
    """Among the selections there are enough with different, telling answers."""
    answers = [repr(CHECKS[measure][1](oracle.choose(asked(seed, oracle)))) for seed in range(SELECTIONS)]
    assert len(set(answers)) >= SELECTIONS / 4
