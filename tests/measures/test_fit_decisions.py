"""A dismissal stands until the call changes; who and when comes from the history."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from akint_dash.domain.fit import rules_from
from akint_dash.domain.history import Change, apply
from akint_dash.measures.fit import fits
from akint_dash.measures.fit_listing import fit_list
from akint_dash.store.portfolio import Portfolio, make
from akint_dash.store.revisions import Revision

TODAY = date(2026, 6, 1)
RULES = rules_from({"themes": {"samferdsel": {"words": ["bus"]}}})
LISTS: dict[str, Any] = {
    "area": {"SAM": {"name_nb": "Samferdsel"}, "KLI": {"name_nb": "Klima"}},
    "theme": {"samferdsel": {"name_nb": "Samferdsel"}},
    "area_theme": {
        "1": {"area": "SAM", "theme": "samferdsel"},
        "2": {"area": "KLI", "theme": "samferdsel"},
    },
}
CALL: dict[str, Any] = {"title": "Bus lanes", "budget": 100, "currency": "EUR", "visibility": "public"}
DUE: dict[str, Any] = {"call": "A", "day": "2026-12-01", "visibility": "public"}
NO: dict[str, Any] = {**CALL, "dismissed_areas": [["SAM", None]]}


def known(*later: Change, audience: Any = "staff") -> Portfolio:
    """Call A came in revision 1, was dismissed for SAM in 2; ``later`` follow in 3."""
    changes = [
        (1, Change("call", "A", None, CALL)),
        (1, Change("call_deadline", "D", None, DUE)),
        (2, Change("call", "A", CALL, NO)),
        *((3, change) for change in later),
    ]
    revisions = [
        Revision(n, f"2026-0{n}-01T10:00:00Z", f"user{n}", None, "workbook", "x.xlsx", "f", None, 0, 0, 0)
        for n in (1, 2, 3)
    ]
    return make(apply(LISTS, [change for _, change in changes]), revisions, changes, audience)


def proposed(portfolio: Portfolio) -> list[str]:
    return [area.code for area in fits(portfolio, RULES)["A"].areas]


def test_a_dismissed_call_is_not_proposed_to_that_area() -> None:
    assert proposed(known()) == ["KLI"]


@pytest.mark.parametrize("changed", [{"title": "Bus stops"}, {"budget": 200}, {"currency": "NOK"}])
def test_it_comes_back_when_title_or_budget_changes(changed: dict[str, Any]) -> None:
    assert proposed(known(Change("call", "A", NO, {**NO, **changed}))) == ["KLI", "SAM"]


@pytest.mark.parametrize("changed", [{"title": "Bus  LANES"}, {"address": "https://x.example"}])
def test_another_spelling_or_address_is_no_change(changed: dict[str, Any]) -> None:
    assert proposed(known(Change("call", "A", NO, {**NO, **changed}))) == ["KLI"]


@pytest.mark.parametrize(("day", "back"), [("2027-01-15", ["KLI", "SAM"]), ("2026-11-01", ["KLI"])])
def test_it_comes_back_with_a_later_deadline_only(day: str, back: list[str]) -> None:
    assert proposed(known(Change("call_deadline", "D", DUE, {**DUE, "day": day}))) == back


def test_another_later_deadline_brings_it_back_and_a_withdrawn_one_does_not() -> None:
    assert proposed(known(Change("call_deadline", "E", None, {**DUE, "day": "2027-02-01"}))) == ["KLI", "SAM"]
    assert proposed(known(Change("call_deadline", "D", DUE, None))) == ["KLI"]


def test_who_and_when_are_told() -> None:
    (one,) = fit_list(known(), TODAY, rules=RULES)
    told = {"area": "SAM", "decision": "dismissed", "who": "user2", "at": "2026-02-01T10:00:00Z"}
    assert one["decisions"] == [{**told, "reason": "", "stands": True}]


def test_a_dismissal_of_a_call_that_changed_stands_no_more_until_a_new_reason_is_given() -> None:
    now = {**NO, "title": "Bus stops", "fit_reasons": "SAM: too big"}
    before = {**NO, "fit_reasons": "SAM: too big"}
    changed = known(Change("call", "A", NO, before), Change("call", "A", before, now))
    assert proposed(changed) == ["KLI", "SAM"]
    (one,) = fit_list(changed, TODAY, rules=RULES)[0]["decisions"]
    assert (one["reason"], one["stands"]) == ("too big", False)
    again = {**now, "fit_reasons": "SAM: still too big"}
    anew = known(Change("call", "A", NO, before), Change("call", "A", before, now), Change("call", "A", now, again))
    assert proposed(anew) == ["KLI"]
    (one,) = fit_list(anew, TODAY, rules=RULES)[0]["decisions"]
    assert (one["reason"], one["who"], one["stands"]) == ("still too big", "user3", True)


def test_a_call_left_with_no_area_is_last_and_counts_against_its_like() -> None:
    both = [["SAM", None], ["KLI", None]]
    state = {**LISTS, "call": {"A": {**CALL, "dismissed_areas": both}, "B": {"title": "Bus lanes again"}}}
    without = {**LISTS, "call": {"B": {"title": "Bus lanes again"}}}
    found = fits(make(state, [], [], "staff"), RULES)
    assert (found["A"].areas, found["A"].score) == ((), 0)
    assert 0 < found["B"].score < fits(make(without, [], [], "staff"), RULES)["B"].score


def test_a_stranger_never_learns_of_a_dismissal() -> None:
    why = Change("call", "A", NO, {**NO, "fit_reasons": "SAM: secret"})
    portfolio = known(why, audience="public")
    assert "dismissed_areas" not in str(portfolio.state)
    assert "dismissed_areas" not in str(portfolio.changes)
    assert "secret" not in str(portfolio.state) + str(portfolio.changes)
    assert proposed(portfolio) == ["KLI", "SAM"]
