"""Results are narrowed by what they came of, so that results and money of one selection can stand side by side."""

from __future__ import annotations

from typing import Any

import pytest

from akint_dash.measures.results import results
from akint_dash.measures.targets import result_table, targets

from .small import activity, project, scope_of, step


def result(**values: Any) -> dict[str, Any]:
    return {"kind": "method", "words": "x", "date": "2026-02-01", "area": "SAM", **values}


SOME: dict[str, Any] = {
    "project": {"HE": project(programme="HE-C5", themes=[["plan", None]]), "INT": project(programme="INT")},
    "project_step": {"1": step("HE", "completed", "2026-01-01"), "2": step("INT", "running", "2026-01-01")},
    "activity": {"A": activity(themes=[["plan", None]])},
    "result": {
        "of HE": result(project="HE"),
        "of INT": result(project="INT"),
        "of A": result(activity="A"),
        "of none": result(),
        "spurious": result(project="HE", area="KUL"),
    },
}


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("", ["of A", "of HE", "of INT", "of none", "spurious"]),
        ("program=HE", ["of HE", "spurious"]),
        ("program=HE&omrade=SAM", ["of HE"]),
        ("status=running", ["of INT"]),
        ("tema=plan", ["of A", "of HE", "spurious"]),
        ("virkemiddel=KOM", ["of A"]),
    ],
)
def test_a_result_lies_where_its_project_or_activity_does(query: str, wanted: list[str]) -> None:
    assert sorted(results(scope_of(query, **SOME))) == wanted
    assert len(result_table(scope_of(query, **SOME))) == len(wanted)


def test_a_target_of_the_county_is_measured_by_the_county_s_results_whatever_is_selected() -> None:
    goal = {"T": {"measure": "results", "year": 2026, "value": 5, "area": "SAM"}}
    (found,) = targets(scope_of("program=HE", **SOME, target=goal))
    assert found.actual == 5
