"""Explore against SQL: a seeded sample of questions and selections."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from akint_dash.measures.explore import ask
from akint_dash.measures.explore_questions import every
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
)
QUESTIONS = [
    one for one in every() if one.measure in ROWS and not (one.measure == "stotte" and "omrade" in one.dimensions)
]
SEEDS = 90


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
