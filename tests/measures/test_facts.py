"""Small facts on hand-made states, each with a row that must not count."""

from __future__ import annotations

from typing import Any

from akint_dash.measures import facts
from akint_dash.measures.areas import weights, weights_table
from akint_dash.measures.support import answered
from akint_dash.measures.weight import by_month
from tests.measures.small import activity, cooperation, scope_of


def test_areas_are_active_by_what_they_are_responsible_for() -> None:
    some = {
        "A-1": activity(areas=[["KUL", None]]),
        "before": activity(area="KUL", start="2025-05-01"),
        "gone": activity(area="GAM"),
    }
    assert facts.active_areas(scope_of(activity=some), 2026) == (1, 3)
    assert facts.active_areas(scope_of(activity=some), 2025) == (1, 3)
    assert facts.active_areas(scope_of(activity=some), 2023) == (0, 4)


def test_ukraine_counts_regions_once_and_only_what_has_begun() -> None:
    some = {
        "C-1": cooperation(),
        "C-2": cooperation(status="dialogue"),
        "other": cooperation(region="DE-BE"),
    }
    needs = {"N-1": {"region": "UA-32", "theme": "plan", "words": "x"}}
    assert facts.ukraine(scope_of(cooperation=some, need=needs)) == (1, 1, 1)
    assert facts.ukraine(scope_of(cooperation={"C-1": cooperation(status="dormant")})) == (0, 0, 1)
    assert facts.ukraine(scope_of(cooperation={"C-1": cooperation(since="2026-09-01")})) == (0, 0, 1)


def test_a_year_of_which_nobody_registered_anything_is_missing_and_not_0() -> None:
    """The whole county said «0 hele året» of 2023, where an area said «mangler»."""
    some: dict[str, Any] = {"activity": {"A": activity(start="2024-05-02"), "B": activity(start="2026-02-01")}}
    whole = scope_of("periode=2023-2026", **some)
    assert facts.unheard(whole) == (2023, 2025)
    assert facts.unheard(whole.narrowed(program=("HE",))) == (2023, 2025), "whatever else is chosen"
    assert facts.unheard(whole.narrowed(omrade=("KUL",))) == (2023, 2024, 2025, 2026)
    assert facts.untold(whole.narrowed(periode=(2023, 2023)))
    assert not facts.untold(whole)
    assert facts.unheard(scope_of("periode=2023-2026")) == (), "nothing is registered of any year: none stands apart"
    months = {(row[0], row[1]): row[2] for row in by_month(whole).rows}
    assert (months[2023, 5], months[2024, 4], months[2025, 5], months[2026, 3]) == (None, 0, None, 0)
    (weight,) = {row[2] for row in weights_table(whole, [(None, weights(whole, None))]).rows if row[0] == 2025}
    assert weight is None


def test_a_request_for_two_areas_is_one_request() -> None:
    some = {
        "A-1": activity(kind="support", area="FRL", areas=[["SAM", None], ["KUL", None]], answered="2026-02-03"),
        "A-2": activity(kind="support", answered="2026-06-01"),
        "later": activity(kind="support", start="2026-09-01"),
        "spurious": activity(kind="guidance"),
    }
    assert answered(scope_of(activity=some)) == (1, 2)
