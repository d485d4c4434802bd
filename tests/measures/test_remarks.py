"""The county's own explanations stand with the number they explain, and with no other."""

from __future__ import annotations

from datetime import date
from typing import Any

from akint_dash.measures.remarks import of_records, remarks

from .small import scope_of

SOME: dict[str, Any] = {
    "remark": {
        "R-1": {"words": "a", "date": "2026-01-01", "area": "SAM", "measure": "participants", "year": 2026},
        "R-2": {"words": "b", "date": "2026-02-01", "area": "KUL", "measure": "participants"},
        "R-3": {"words": "c", "date": "2026-03-01", "area": "SAM", "record": "p-1"},
        "R-4": {"words": "d", "date": "2026-04-01", "area": "SAM", "year": 2026},
        "later": {"words": "e", "date": "2027-01-01", "area": "SAM", "measure": "participants"},
    }
}


def test_a_remark_stands_with_its_measure_year_and_area() -> None:
    def codes(query: str = "", *measures: str | None, years: tuple[int, ...] = ()) -> list[str]:
        return [one.code for one in remarks(scope_of(query, **SOME), *measures, years=years)]

    assert codes("", "participants") == ["R-2", "R-1"]  # newest first; one of next year is not given yet
    assert codes("", "participants", years=(2025,)) == ["R-2"]
    assert codes("omrade=SAM", "participants") == ["R-1"]
    assert codes("", None) == ["R-4"]
    assert codes("", "results") == []


def test_a_remark_on_a_record_stands_with_the_record() -> None:
    found = of_records(scope_of(today=date(2026, 5, 20), **SOME), ["P-1", "P-2"])
    assert [one.code for one in found] == ["R-3"]


def test_a_figure_that_another_filter_narrows_is_not_the_one_explained() -> None:
    """Under Erasmus+ the money won was explained by a bus project of Interreg."""
    for query in ("program=HE", "tema=plan", "sok=x", "omrade=SAM&status=granted", "virkemiddel=PRO"):
        assert remarks(scope_of(query, **SOME), "participants") == [], query
        assert remarks(scope_of(query, **SOME).of_areas(), "participants") != [], query
    assert remarks(scope_of("vekt=timer&periode=2026-2026", **SOME), "participants") != []
