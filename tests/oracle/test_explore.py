"""Explore against SQL: a seeded sample of questions and selections."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from akint_dash.measures.explore import ask
from akint_dash.measures.explore_compare import seen_through, shown_of, terms
from akint_dash.measures.explore_questions import MEASURES, Inquiry, every
from akint_dash.measures.scope import Scope
from akint_dash.store.portfolio import Portfolio
from tests.measures.small import selected

from .sql import Asked, Oracle
from .sql_explore import ROWS, numbers

TODAY = date(2026, 11, 25)
CHOSEN = (
    Asked(today=TODAY),
    Asked({"omrade": ("SAM",)}, today=TODAY),
    Asked({"omrade": ("KLI", "NAE")}, (2025, 2026), today=TODAY),
    Asked({"tema": ("samferdsel", "kultur")}, today=TODAY),
    Asked({"ring": ("norden",)}, (2024, 2025), today=TODAY),
    Asked({"virkemiddel": ("PRO",)}, (2026, 2026), today=TODAY),
    Asked({"status": ("running", "rejected")}, today=TODAY),
    Asked({"kommune": ("3205", "3025")}, today=TODAY),
    Asked({"partner": ("SE-O",)}, today=TODAY),
    Asked({"maned": ("2025-03", "2026-02")}, today=TODAY),
)
QUESTIONS = [
    one
    for one in every()
    if one.measure in ROWS and not (one.measure in ("stotte", "egne-kroner") and "omrade" in one.dimensions)
]
SEEDS = 120


@pytest.mark.sampled(3)
@pytest.mark.parametrize("seed", range(SEEDS))
def test_explore_says_what_the_database_says(seed: int, portfolio: Portfolio, oracle: Oracle) -> None:
    random = Random(f"explore-sql-{seed}")
    question, chosen = random.choice(QUESTIONS), random.choice(CHOSEN)
    ours = ask(Scope(portfolio, selected(chosen.query()), TODAY), question).cells
    theirs = numbers(oracle.choose(chosen), question.measure, *question.dimensions)
    assert {key: number.value for key, number in ours.items() if number.value} == pytest.approx(theirs), (
        question,
        chosen,
    )


def test_the_sample_asks_something_of_each_measure_and_most_is_something(oracle: Oracle) -> None:
    asked = [Random(f"explore-sql-{seed}") for seed in range(SEEDS)]
    sample = [(random.choice(QUESTIONS), random.choice(CHOSEN)) for random in asked]
    assert {one.measure for one, _ in sample} == set(ROWS)
    found = [numbers(oracle.choose(chosen), one.measure, *one.dimensions) for one, chosen in sample]
    assert sum(map(bool, found)) > SEEDS * 0.6


PAIRS = (
    (Asked({}, (2026, 2026), today=TODAY), Asked({}, (2025, 2025), today=TODAY)),
    (Asked({"omrade": ("SAM",)}, (2025, 2026), today=TODAY), Asked({"omrade": ("SAM",)}, (2024, 2025), today=TODAY)),
    (Asked({"omrade": ("KLI",)}, (2026, 2026), today=TODAY), Asked({}, (2025, 2025), today=TODAY)),
    (Asked({"omrade": ("SAM",)}, today=TODAY), Asked({}, today=TODAY)),
)


@pytest.mark.parametrize("pair", range(len(PAIRS)))
@pytest.mark.parametrize("measure", list(ROWS))
def test_both_sides_of_a_comparison_are_what_the_database_says_on_their_days(
    measure: str, pair: int, portfolio: Portfolio, oracle: Oracle
) -> None:
    first, second = PAIRS[pair]
    by = "tema" if measure in ("stotte", "egne-kroner") else "omrade"
    question = Inquiry(measure, by) if by in MEASURES[measure].by else Inquiry(measure, MEASURES[measure].by[0])
    scope = Scope(portfolio, selected(first.query()), TODAY)
    base = terms(selected(first.query()), selected(second.query()), shown_of(scope, measure))
    assert base.is_cut == (first.period != second.period)
    for chosen, until in zip((first, second), base.until, strict=True):
        side = seen_through(scope, selected(chosen.query()), until)
        theirs = numbers(oracle.choose(replace(chosen, today=until or TODAY)), measure, *question.dimensions)
        ours = {key: number.value for key, number in ask(side, question).cells.items() if number.value}
        assert ours == pytest.approx(theirs), (question, chosen, until)
