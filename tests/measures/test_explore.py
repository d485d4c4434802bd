"""Explore: each number is what its records make, parts make the whole where nothing is divided, missing is never 0."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import pytest

from akint_dash.domain.table import NOT_APPLICABLE
from akint_dash.measures.explore import MISSING, OUTSIDE, Chosen, ask, every_step, group_of, numbers_table
from akint_dash.measures.explore_chosen import Listing, behind, together
from akint_dash.measures.explore_questions import (
    DIMENSIONS,
    MEASURES,
    TIME,
    Inquiry,
    every,
    nearest,
    possible,
    seconds,
)
from akint_dash.measures.scope import Scope
from akint_dash.store.portfolio import Portfolio
from tests.measures.small import activity, cash, cooperation, dossier, project, scope_of, selected, step
from tests.oracle.conftest import portfolio as portfolio

TODAY = date(2026, 11, 25)


def values(question: Inquiry, query: str = "", **entities: Any) -> dict[Any, Any]:
    """value (or pair) -> number."""
    found = ask(scope_of(query, TODAY, **entities), question)
    return {key if question.then else key[0]: number.value for key, number in found.cells.items()}


SHARED = project(areas=[["SAM", 60], ["KUL", 40]], budget=100_01, currency="NOK", start="2025-02-01")


def test_money_goes_to_each_area_its_recorded_share_and_what_counts_to_the_responsible_one() -> None:
    some: dict[str, Any] = {"project": {"P-1": SHARED}}
    assert values(Inquiry("budsjett", "omrade"), **some) == {"SAM": 60_01, "KUL": 40_00}
    assert values(Inquiry("prosjekter", "omrade"), **some) == {"SAM": 1}
    assert values(Inquiry("budsjett", "omrade"), "omrade=KUL", **some) == {"KUL": 40_00}


def test_a_record_under_several_values_is_said_to_be_and_counts_once_in_the_whole() -> None:
    some: dict[str, Any] = {"activity": {"A-1": activity(themes=[["plan", None], ["kultur", None]]), "A-2": activity()}}
    found = ask(scope_of("", TODAY, **some), Inquiry("tiltak", "tema"))
    assert {key[0]: number.value for key, number in found.cells.items()} == {"plan": 1, "kultur": 1, MISSING: 1}
    assert (found.whole.value, found.doubled) == (2, 1)


def test_what_a_record_has_not_told_is_missing_and_what_its_kind_cannot_have_is_apart() -> None:
    some: dict[str, Any] = {
        "dossier": {"D-1": dossier()},
        "activity": {"A-1": activity()},
        "cooperation": {"C-1": cooperation()},
    }
    assert values(Inquiry("tiltak", "ring"), **some) == {"ukraine": 1, MISSING: 1, OUTSIDE: 1}
    rows = {row[0]: row[1] for row in numbers_table(ask(scope_of("", TODAY, **some), Inquiry("tiltak", "ring"))).rows}
    assert rows == {("ring", "ukraine"): 1, None: 1, NOT_APPLICABLE: 1}


def test_an_unknown_amount_is_missing_and_of_a_sum_is_what_it_lacks() -> None:
    granted = {f"S-{n}": step(f"P-{n}", "granted", "2025-03-01") for n in (1, 2, 3)}
    some: dict[str, Any] = {
        "project": {"P-1": project(), "P-2": project(), "P-3": project(area="KUL")},
        "project_step": granted,
        "funding": {"F-1": cash("P-1", 500_00), "F-2": cash("P-2", None), "F-3": cash("P-3", None)},
    }
    found = ask(scope_of("", TODAY, **some), Inquiry("stotte", "omrade"))
    assert found.cells["SAM",].value == 500_00
    assert (found.cells["SAM",].records, found.cells["SAM",].lacking) == (2, 1)
    assert (found.cells["KUL",].value, found.cells["KUL",].lacking) == (None, 1)


def test_half_of_the_answers_came_within_the_number_and_what_waits_is_none() -> None:
    def support(code: str, days: int | None) -> dict[str, Any]:
        answered = {} if days is None else {"answered": f"2025-03-{1 + days:02}"}
        return {code: activity(kind="support", start="2025-03-01", asked="2025-03-01", area="SAM", **answered)}

    some: dict[str, Any] = {
        "activity": {**support("A-1", 2), **support("A-2", 6), **support("A-3", 7), **support("A-4", None)}
    }
    found = ask(scope_of("", TODAY, **some), Inquiry("svartid", "omrade"))
    assert (found.whole.value, found.whole.records, found.whole.lacking) == (6.0, 3, 0)


def test_a_quarter_and_a_month_are_those_of_the_day_and_steps_between_are_there() -> None:
    some: dict[str, Any] = {"activity": {"A-1": activity(start="2025-03-31"), "A-2": activity(start="2025-10-01")}}
    assert list(values(Inquiry("tiltak", "kvartal"), **some)) == ["2025K1", "2025K4"]
    assert list(values(Inquiry("tiltak", "maned"), **some)) == ["2025-03", "2025-10"]
    assert every_step(["2025K4", MISSING, "2025K1"], "kvartal") == ["2025K1", "2025K2", "2025K3", "2025K4"]
    assert every_step(["2025-11", "2026-02"], "maned") == ["2025-11", "2025-12", "2026-01", "2026-02"]
    assert every_step([MISSING], "ar") == []


# -- which questions there are


def test_each_question_offered_has_records_that_can_carry_it_and_one_with_two_times_is_none() -> None:
    questions = list(every())
    assert len(questions) == len(set(questions)) > 400
    for one in questions:
        assert possible(one)
        assert all(DIMENSIONS[name].carried_by & MEASURES[one.measure].of for name in one.dimensions), one
    assert not any(set(one.dimensions) <= set(TIME) for one in questions if one.then)
    assert "land" not in seconds("tiltak", "ring")


@pytest.mark.parametrize(
    "asked",
    [
        Inquiry("svartid", "program"),
        Inquiry("stotte", "ring", "land"),
        Inquiry("tiltak", "ar", "ar"),
        Inquiry("x", "y"),
    ],
)
def test_a_question_without_a_meaning_has_near_ones_that_have(asked: Inquiry) -> None:
    found = nearest(asked)
    assert not possible(asked)
    assert found
    assert all(possible(one) for one in found)
    assert len(set(found)) == len(found) <= 5


def test_every_question_of_the_demonstration_has_a_number_with_a_value_that_is_told(portfolio: Portfolio) -> None:
    scope = scope_of("", TODAY)
    scope.portfolio = portfolio
    for measure in MEASURES.values():
        for by in measure.by:
            cells = ask(scope, Inquiry(measure.code, by)).cells
            assert any(key[0] not in (MISSING, OUTSIDE) and number.value for key, number in cells.items()), (
                measure,
                by,
            )


# -- the laws, over seeded questions and selections of the demonstration

QUERIES = (
    "",
    "omrade=SAM",
    "omrade=KLI,NAE&periode=2025",
    "virkemiddel=PRO",
    "tema=samferdsel",
    "periode=2026",
    "ring=norden",
)


def drawn(random: Random, portfolio: Portfolio) -> tuple[Scope, Inquiry]:
    """A selection of the demonstration, and a question of it."""
    scope = scope_of("", TODAY)
    scope.portfolio, scope.selection = portfolio, selected(random.choice(QUERIES))
    return scope, random.choice(list(every()))


def middle(known: list[Any]) -> float:
    """The one in the middle, or halfway between the two there."""
    ordered = sorted(known)
    return float(ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


@pytest.mark.sampled(3)
@pytest.mark.parametrize("seed", range(60))
def test_each_number_is_what_its_records_make(seed: int, portfolio: Portfolio) -> None:
    random = Random(f"explore-{seed}")
    scope, question = drawn(random, portfolio)
    found, adds = ask(scope, question), MEASURES[question.measure].adds
    points: list[Any] = random.sample(list(found.cells), min(4, len(found.cells)))
    points += (
        [(None,)] + [(first,) for first in list(found.firsts)[:2]] + [(None, then) for then in list(found.thens)[:2]]
    )
    for point in points:
        number, some = found.of(point), behind(scope, question, point)
        if number is None:
            assert some == []
            continue
        assert number.records == len(some) == len({(one.entity, one.code) for one in some})
        assert number.lacking == sum(one.lacks for one in some)
        known = [one.value for one in some if one.value is not None]
        if not known:
            assert number.value in (None, 0)
        elif adds:
            assert number.value == pytest.approx(sum(known))
        else:
            assert number.value == middle(known)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("seed", range(60))
def test_numbers_chosen_together_are_what_their_records_make_each_once(seed: int, portfolio: Portfolio) -> None:
    random = Random(f"explore-box-{seed}")
    scope, question = drawn(random, portfolio)
    found, adds = ask(scope, question), MEASURES[question.measure].adds
    cells = list(found.cells)
    if not cells:
        assert together(scope, question, ((None,),)).number.records == 0
        return
    some: list[Any] = random.sample(cells, min(random.randint(1, 6), len(cells)))
    chosen: Chosen = tuple(group_of(point) for point in some)
    if random.random() < 0.5:  # a box: all pairs of some values
        sides = tuple(tuple(dict.fromkeys(values)) for values in zip(*some, strict=True))
        chosen = (sides,)
        some = [cell for cell in cells if all(one in values for one, values in zip(cell, sides, strict=True))]
    box = together(scope, question, chosen)
    mine = {(one.entity, one.code) for point in some for one in behind(scope, question, point)}
    listing = Listing(scope, (box,))
    rows = list(listing.rows(listing.ordered(())))
    assert {record for record, _ in rows} == mine
    assert len(rows) == len(mine) == box.number.records <= found.whole.records
    known = [values[0] for _, values in rows if values[0] is not None]
    if adds and known:
        assert box.number.value == pytest.approx(sum(known))
        assert box.number.value <= sum(found.cells[point].value or 0 for point in some) + 1e-6
    elif known:
        assert box.number.value == middle(known)


def test_what_stands_under_two_chosen_numbers_counts_once() -> None:
    some: dict[str, Any] = {"activity": {"A-1": activity(themes=[["plan", None], ["kultur", None]]), "A-2": activity()}}
    scope, question = scope_of("", TODAY, **some), Inquiry("tiltak", "tema")
    assert together(scope, question, ((("plan", "kultur"),),)).number.value == 1
    assert together(scope, question, ((("plan",),), ((MISSING,),))).number.value == 2
    assert together(scope, question, ((("intet",),),)).number.value == 0


def test_the_records_are_ordered_by_a_column_and_what_it_lacks_comes_last() -> None:
    some: dict[str, Any] = {
        "project": {
            f"P-{n}": project(budget=budget, currency="NOK", start="2025-02-01")
            for n, budget in ((1, 5_00), (2, None), (3, 9_00), (4, 5_00))
        }
    }
    scope = scope_of("", TODAY, **some)
    found = together(scope, Inquiry("budsjett", "omrade"), ((None,),))
    listing = Listing(scope, (found,))

    def codes(*by: tuple[str, bool]) -> list[str]:
        return [code for (_, code), _ in listing.rows(listing.ordered(by, {"navn": lambda _, code: code[::-1]}))]

    assert codes() == ["P-3", "P-1", "P-4", "P-2"]
    assert codes(("verdi", False)) == ["P-1", "P-4", "P-3", "P-2"]
    assert codes(("navn", True)) == ["P-4", "P-3", "P-2", "P-1"]


@pytest.mark.parametrize("measure", [one for one in MEASURES if MEASURES[one].adds])
def test_the_parts_make_the_whole_where_nothing_is_divided(measure: str, portfolio: Portfolio) -> None:
    scope, seen = scope_of("", TODAY), 0
    scope.portfolio = portfolio
    for by in MEASURES[measure].by:
        found = ask(scope, Inquiry(measure, by))
        parts = sum(number.value or 0 for number in found.cells.values())
        assert (parts == pytest.approx(found.whole.value)) == (found.doubled == 0), by
        assert parts >= found.whole.value
        seen += found.doubled == 0
    assert seen
