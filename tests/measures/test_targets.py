"""Targets and results on hand-made states, each with a row that must not count."""

from __future__ import annotations

from typing import Any

from akint_dash.measures.goals import served
from akint_dash.measures.targets import Reached, result_table, target_table, targets, to_come, with_a_goal
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
    assert [(r.code, r.so_far) for r in found] == [("T-2", False), ("T-1", True)]


def test_the_table_says_none_where_nothing_can_be_known() -> None:
    rows = list(
        target_table(targets(scope_of(target={"T-1": target("partners", 2025), "T-2": target("results")}))).rows
    )
    assert rows[0][-3:] == (None, None, None)
    assert rows[1][-3:] == (0.0, 0.0, 0)


def test_results_of_the_period_the_newest_first() -> None:
    some: dict[str, Any] = {
        "R-1": {**RESULT, "date": "2026-05-20", "project": "P-1", "value": 4},
        "R-2": {**RESULT, "date": "2024-01-02", "goal": "M-1"},
        "later": {**RESULT, "date": "2026-05-21"},
        "before": {**RESULT, "date": "2023-12-31"},
    }
    results = result_table(scope_of(result=some, project={"P-1": project()}))
    rows = list(results.dicts())
    assert [row["result"][1] for row in rows] == ["R-1", "R-2"]
    assert with_a_goal(results) == 1
    assert rows[0]["record"] == ("project", "P-1")
    assert (rows[0]["value"], rows[1]["value"]) == (4.0, "–")
    assert rows[1]["goal"] == ("goal", "M-1")


def test_a_target_and_what_it_is_set_against_are_the_county_s_whatever_is_chosen() -> None:
    """Half a selection's numbers against the whole county's target would be a false failure."""
    narrow = ("omrade=KUL", "program=HE", "status=submitted", "tema=kultur", "virkemiddel=POL", "sok=intet")
    some = {"A-1": activity(), "spurious": activity(start="2026-09-01")}
    people = {code: {"activity": code, "audience": "business", "people": 10} for code in some}
    result = {"R-1": {**RESULT, "date": "2026-05-20", "project": "P-2"}}
    every: dict[str, Any] = {**WON, "activity": some, "attendance": people, "result": result}
    for measure, right in (("projects_granted", 2), ("external_nok", 200), ("participants", 10), ("results", 1)):
        assert {one(measure, query, **every).actual for query in ("", *narrow)} == {right}, measure
    assert {one("projects_granted", query, goal="M-1", **every).actual for query in narrow} == {1}


def test_targets_of_years_to_come_are_set_and_nothing_is_reached_of_them() -> None:
    """The card of 2027 said that there were none."""
    some = {"T-1": target("results", 2027), "T-2": target("partners", 2028), "spurious": target("results", 2026)}
    found = to_come(scope_of("omrade=KUL", target=some))
    assert [(r.code, r.year, r.value, r.actual) for r in found] == [("T-1", 2027, 2.0, None), ("T-2", 2028, 2.0, None)]
    assert to_come(scope_of()) == []


def test_a_result_follows_the_record_it_came_of() -> None:
    """23 results of the whole county beside six projects of a programme would be two bases in one sentence."""
    some: dict[str, Any] = {
        "R-1": {**RESULT, "date": "2026-05-20", "project": "P-1"},
        "R-2": {**RESULT, "date": "2026-05-20", "project": "P-2"},
        "R-3": {**RESULT, "date": "2026-05-20", "activity": "A-1", "words": "Elevene møter andre"},
        "R-4": {**RESULT, "date": "2026-05-20"},
        "spurious": {**RESULT, "date": "2026-05-21", "project": "P-1"},
    }
    every: dict[str, Any] = {
        "project": {"P-1": project(title="Ladere", programme="HE-C5"), "P-2": project(programme="INT", area="KUL")},
        "project_step": {"S-1": step("P-1", "granted", "2026-02-01"), "S-2": step("P-2", "submitted", "2026-02-01")},
        "activity": {"A-1": activity(title="Skoledager")},
        "result": some,
    }

    def found(query: str) -> list[str]:
        return sorted(row["result"][1] for row in result_table(scope_of(query, **every)).dicts())

    assert found("") == ["R-1", "R-2", "R-3", "R-4"]
    assert found("program=HE") == ["R-1"]
    assert found("status=granted") == ["R-1"]
    assert found("virkemiddel=KOM") == ["R-3"]
    assert found("virkemiddel=POL") == []
    assert found("omrade=SAM") == ["R-1", "R-2", "R-3", "R-4"]  # its own responsible area, not the project's
    assert found("sok=ladere") == ["R-1"]  # the record's words
    assert found("sok=skoledager") == ["R-3"]
    assert found("sok=møter") == ["R-3"]  # its own words
    assert found("periode=2024-2025") == []


def test_the_results_beside_a_goal_are_those_of_the_same_selection_and_years() -> None:
    every: dict[str, Any] = {
        "project": {"P-1": project(goals=[["M-1", None]])},
        "project_step": {"S-1": step("P-1", "granted", "2025-02-01")},
        "result": {
            "R-1": {**RESULT, "date": "2025-05-20", "project": "P-1", "goal": "M-1"},
            "spurious": {**RESULT, "date": "2026-05-20", "project": "P-1", "goal": "M-1"},
        },
    }

    def counted(query: str) -> tuple[int, int]:
        (row,) = served(scope_of(query, **every)).dicts()
        return row["total"], row["results"]

    assert counted("") == (1, 2)
    assert counted("periode=2025-2025") == (1, 1)
    assert counted("status=submitted") == (0, 0)
    assert counted("virkemiddel=POL") == (0, 0)


def test_what_is_not_known_is_not_said_to_be_no_more() -> None:
    """'Mangler' stood beside 'Kan være høyere: nei'."""
    (row,) = target_table([Reached("T", "results", 2027, 20, None, False)]).dicts()
    assert row["actual"] is row["partly"] is None
