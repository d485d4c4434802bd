"""Targets and results on hand-made states, each with a row that must not count."""

from __future__ import annotations

from typing import Any

from akint_dash.measures.targets import Reached, result_table, target_table, targets
from tests.measures.small import activity, cash, cooperation, project, scope_of, step


def target(measure: str, year: int = 2026, value: float = 2, **values: Any) -> dict[str, Any]:
    return {"measure": measure, "year": year, "value": value, "area": "SAM", **values}


def one(measure: str, query: str = "", year: int = 2026, goal: str | None = None, **entities: Any) -> Reached:
    mine = target(measure, year) if goal is None else target(measure, year, goal=goal)
    (found,) = targets(scope_of(query, target={"T-1": mine}, **entities))
    return found


RESULT = {"kind": "method", "words": "Nytt", "area": "SAM"}
WON: dict[str, Any] = {
    "project": {"P-1": project(goals=[["M-1", None]]), "P-2": project(), "P-3": project(goals=[["M-1", None]])},
    "project_step": {
        "S-1": step("P-1", "granted", "2026-02-01"),
        "S-2": step("P-2", "running", "2026-03-01"),
        "S-3": step("P-3", "rejected", "2026-03-01"),
        "spurious": step("P-3", "submitted", "2026-01-01"),
    },
    "funding": {"F-1": cash("P-1", 150_00), "F-2": cash("P-2", 50_00), "spurious": cash("P-3", 999_00)},
}


def test_results_of_the_year_up_to_today() -> None:
    some = {
        "R-1": {**RESULT, "date": "2026-05-20", "goal": "M-1"},
        "R-2": {**RESULT, "date": "2026-01-02"},
        "later": {**RESULT, "date": "2026-05-21"},
        "before": {**RESULT, "date": "2025-12-31"},
    }
    assert one("results", result=some).actual == 2
    assert one("results", goal="M-1", result=some).actual == 1
    assert one("results", year=2025, result=some).actual == 1
    assert one("results", "omrade=KUL,SAM", result=some).actual == 2


def test_grants_and_their_money_in_the_year_of_decision() -> None:
    assert one("projects_granted", **WON).actual == 2
    assert one("external_nok", **WON).actual == 200
    assert one("projects_granted", goal="M-1", **WON).actual == 1
    assert one("external_nok", goal="M-1", **WON).actual == 150
    assert one("projects_granted", year=2025, **WON).actual == 0


def test_participants_and_involvements_of_the_year() -> None:
    some = {"A-1": activity(), "A-2": activity(kind="contact"), "later": activity(start="2026-09-01")}
    people = {code: {"activity": code, "audience": "business", "people": 10} for code in some}
    assert one("participants", activity=some, attendance=people).actual == 10
    assert one("involvements", activity=some).actual == 2
    assert one("participants", goal="M-1", activity=some, attendance=people).actual is None


def test_active_partners_are_known_today_only() -> None:
    some = {"C-1": cooperation(), "C-2": cooperation(status="agreement"), "C-3": cooperation(status="dialogue")}
    assert one("partners", cooperation=some).actual == 2
    assert one("partners", year=2025, cooperation=some).actual is None


def test_a_cooperation_still_to_come_is_no_partner() -> None:
    some = {"C-1": cooperation(), "spurious": cooperation(since="2026-12-01")}
    assert one("partners", cooperation=some).actual == 1


def test_a_share_without_funds_cannot_be_known() -> None:
    assert one("international_share", **WON).actual is None
    fund: dict[str, Any] = {"U-1": {"level": "local", "scheme": "x", "year": 2026, "amount_nok": 200_00, "area": "SAM"}}
    assert one("international_share", fund=fund, **WON).actual == 50


def test_a_share_of_a_year_outside_the_period_chosen_is_still_the_year_s() -> None:
    fund: dict[str, Any] = {"U-1": {"level": "local", "scheme": "x", "year": 2026, "amount_nok": 200_00, "area": "SAM"}}
    assert one("international_share", "periode=2024-2025", fund=fund, **WON).actual == 50


def test_years_to_come_are_left_out_and_this_one_is_so_far() -> None:
    some = {"T-1": target("results"), "T-2": target("results", 2025), "spurious": target("results", 2027)}
    found = targets(scope_of(target=some))
    assert [(r.code, r.so_far) for r in found] == [("T-1", True), ("T-2", False)]


def test_the_table_says_none_where_nothing_can_be_known() -> None:
    rows = list(
        target_table(targets(scope_of(target={"T-1": target("partners", 2025), "T-2": target("results")}))).rows
    )
    assert rows[0][-2:] == (0.0, 0.0)
    assert rows[1][-2:] == (None, None)


def test_results_of_the_period_the_newest_first() -> None:
    some: dict[str, Any] = {
        "R-1": {**RESULT, "date": "2026-05-20", "project": "P-1", "value": 4},
        "R-2": {**RESULT, "date": "2024-01-02", "goal": "M-1"},
        "later": {**RESULT, "date": "2026-05-21"},
        "before": {**RESULT, "date": "2023-12-31"},
    }
    rows = list(result_table(scope_of(result=some, project={"P-1": project()})).dicts())
    assert [row["result"][1] for row in rows] == ["R-1", "R-2"]
    assert rows[0]["record"] == ("project", "P-1")
    assert (rows[0]["value"], rows[1]["value"]) == (4.0, None)
    assert rows[1]["goal"] == ("goal", "M-1")
