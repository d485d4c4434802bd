"""Each number of the 23 answers twice, and each sentence twice: by the product and by SQL that shares no code with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from akint_dash.domain.selection import Selection
from akint_dash.measures import (
    competence,
    engagement,
    facts,
    funding,
    goals,
    memberships,
    participations,
    partners,
    policy,
    projects,
    rings,
    targets,
)
from akint_dash.measures.frame import frame
from akint_dash.measures.means import means, total
from akint_dash.measures.pipeline import pipeline
from akint_dash.measures.same_days import county_same_days
from akint_dash.measures.scope import Scope
from akint_dash.measures.support import answered
from akint_dash.measures.ukraine import own_money
from akint_dash.measures.weight import by_instrument_year
from akint_dash.store.portfolio import Portfolio
from akint_dash.text.answers import ANSWERS, Asked
from akint_dash.text.overview import elapsed_share
from akint_dash.text.words import Words

from .sql import Oracle
from .sql_answers import NUMBERS, as_far, said, year_of
from .test_oracle import asked

SELECTIONS = 60
SAMPLE = 16
RARE = (17, 19, 22, 33, 42)
"""``make test`` takes the first of them and these, whose answers say what few do: a silent year, a share that is at
least, a grant without its amount, a single membership, a status; ``pytest -m campaign`` all."""
DIFFERENT = 4
"""At least so many different answers of each row among the selections; some are made of few things."""


# -- the product's numbers in the oracle's shape


def our_2(s: Scope, year: int) -> Any:
    places = {t.place for t in participations.takings(s) if t.inside and t.place}
    return participations.actors_in_year(s, year), len(places)


def our_3(s: Scope, year: int) -> Any:
    found = funding.funding(s)
    data = funding.by_year(found, range(year, year + 1))
    return data.column("share")[0], data.column("lacking")[0], found.funds_lacking(year)


def our_4(s: Scope, year: int) -> Any:
    found = rings.rings(s)
    return found.near, found.placed, found.norden, found.norden_before


def our_7(s: Scope, year: int) -> Any:
    sums = [total(means(s, code), year) for code in s.portfolio.records("area")]
    return (
        sum(x.planned_ore or 0 for x in sums),
        sum(x.both_planned_ore for x in sums),
        sum(x.both_used_ore for x in sums),
    )


def our_9(s: Scope, year: int) -> Any:
    found = engagement.engagement(s, memberships.memberships(s))
    return found.posts, found.posts_political, found.meetings, found.active, found.total


def our_10(s: Scope, year: int) -> Any:
    rows = by_instrument_year(s.narrowed(vekt="antall")).dicts()
    return tuple(row["n"] for row in rows if row["year"] == year) or (0, 0, 0, 0)


def our_11(s: Scope, year: int) -> Any:
    pipe = pipeline(s)
    ore, lacking, paid = won_money(s)
    won = len(pipe.won)
    return won, len(pipe.rejected), len(pipe.waiting), len(pipe.underway), ore, lacking, paid - won


def won_money(s: Scope) -> tuple[int | None, int, int]:
    pipe = pipeline(s)
    lacking = sum(one.no_amount or bool(one.no_rate) for one in pipe.won_paid)
    return pipe.won_ore if pipe.won_known else None, lacking, len(pipe.won_paid)


def learners(s: Scope) -> tuple[int | None, int, int]:
    found = competence.learners(s)
    return found.people, found.activities, found.lacking


def our_12(s: Scope, year: int) -> Any:
    data = projects.financing(s)
    whole, external = (sum(value or 0 for value in data.column(name)) for name in ("total", "external"))
    return whole, external, len(projects.never_used(s)), list(data.column("complete")).count(0)


def our_15(s: Scope, year: int) -> Any:
    some = [d for d in policy.dossiers(s) if not d.closed]
    coming = policy.next_deadline(some, s.today)
    left = None if coming is None else (s.today.fromisoformat(coming) - s.today).days
    return len(some), sum(d.eea == "relevant" for d in some), left


def our_16(s: Scope, year: int) -> Any:
    found = policy.promoted(s)
    (adopted, partly), (_, decided, pending) = policy.taken(found), policy.heard(found)
    return len(found), decided, adopted, sum(not i.grounded for i in found), partly, pending


def our_17(s: Scope, year: int) -> Any:
    found = memberships.cost(s, memberships.memberships(s))
    return found.count, found.ore, found.lacking


def our_20(s: Scope, year: int) -> Any:
    some, shown = [p for p in partners.partners(s) if p.lives], partners.contact_frame(s)
    return len(some), sum(partners.quiet(p, shown) is True for p in some), sum(p.last is None for p in some)


def our_23(s: Scope, year: int) -> Any:
    told = [t.reached for t in targets.targets(s) if t.year == s.today.year]
    return elapsed_share(s.today, 2024, 2027), told.count(True), len(told) - told.count(None), told.count(None)


OURS: dict[str, Callable[[Scope, int], Any]] = {
    "S1": lambda s, y: (len(targets.result_table(s)), *won_money(s), *learners(s)),
    "S2": our_2,
    "S3": our_3,
    "S4": our_4,
    "S5": lambda s, y: (len(goals.served(s)), sum(bool(row["total"] or row["PRO"]) for row in goals.served(s).dicts())),
    "S6": lambda s, y: facts.active_areas(s, y),
    "S7": our_7,
    "S8": lambda s, y: answered(s),
    "S9": our_9,
    "S10": our_10,
    "S11": our_11,
    "S12": our_12,
    "S13": lambda s, y: (len(projects.without_goal(s)), len(s.records("project"))),
    "S14": lambda s, y: (len(participations.guided(s)), sum(bool(g.after) for g in participations.guided(s))),
    "S15": our_15,
    "S16": our_16,
    "S17": our_17,
    "S18": lambda s, y: learners(s),
    "S19": lambda s, y: county_same_days(s, frame(s)) or (0, 0),
    "S20": our_20,
    "S21": lambda s, y: (
        sum(bool(p.networks or p.projects) for p in partners.partners(s) if p.lives),
        sum(p.lives for p in partners.partners(s)),
    ),
    "S22": lambda s, y: (*facts.ukraine(s), len(own_money(s.county()))),
    "S23": our_23,
}


def scope_of(seed: int, portfolio: Portfolio, oracle: Oracle) -> tuple[Scope, Oracle]:
    """The product and the oracle asked the same."""
    question = asked(seed, oracle)
    selection, notices = Selection.from_query(dict(part.split("=", 1) for part in question.query().split("&")))
    assert notices == []
    return Scope(portfolio, selection, question.today), oracle.choose(question)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "seed" in metafunc.fixturenames:
        whole = "campaign" in metafunc.config.option.markexpr
        marks = [pytest.mark.campaign] if whole else []
        seeds = [pytest.param(seed, marks=marks) for seed in (range(SELECTIONS) if whole else (*range(SAMPLE), *RARE))]
        metafunc.parametrize("seed", seeds)


def test_every_answer_says_what_the_database_says(seed: int, portfolio: Portfolio, oracle: Oracle) -> None:
    """Number by number as the measures have them, and the whole sentence."""
    scope, database = scope_of(seed, portfolio, oracle)
    year, made = year_of(database), Asked(Words("nb"), scope, 2024, 2027)
    for row, answer in ANSWERS.items():
        theirs, ours = NUMBERS[row](database), OURS[row](scope, year)
        near = theirs
        if row in ("S3", "S23"):
            near = tuple(value if value is None else pytest.approx(value, rel=1e-6) for value in theirs)
        assert ours == near, (row, database.asked)
        words, sentence = answer(made), said(row, database)
        told = words.words if words.measured else None
        assert as_far(row, told, sentence) == sentence, (row, database.asked)
        silent = (
            "Mangler: ",
            "Dataene er fra ",
            "Dataene går til ",
            f"{year} har ikke begynt",
            "2024 er det første året",
            "Ingenting sammenlignes",
        )
        assert words.measured or words.words.startswith(silent)


def test_the_comparison_compares_something(portfolio: Portfolio, oracle: Oracle) -> None:
    for row in NUMBERS:
        answers = {said(row, oracle.choose(asked(seed, oracle))) for seed in range(SAMPLE)}
        assert len(answers) >= DIFFERENT, (row, answers)
