"""What we do not know, and who can mend it."""

from __future__ import annotations

from datetime import date
from typing import Any

from akint_dash.measures.holes import Hole, holes

from .small import TODAY, activity, cash, project, scope_of, step

SOME: dict[str, Any] = {
    "activity": {
        "A-1": activity(hours=2),
        "A-2": activity(area="KUL"),
        "A-3": activity(start="2024-01-01"),
        "tomorrow": activity(start="2026-05-21"),
        "zero": activity(hours=0.0),
    },
    "budget": {
        "B-1": {"instrument": "PRO", "year": 2026, "area": "SAM"},
        "B-2": {"instrument": "KOM", "year": 2026, "area": "KUL", "used_fte": 0.0},
        "B-3": {"instrument": "KOM", "year": 2025, "area": "KUL"},
    },
    "project": {
        "P-1": project(goals=[["M-1", None]]),
        "P-2": project(area="KUL"),
        "P-3": project(),
    },
    "project_step": {
        "1": step("P-1", "granted", "2025-01-01"),
        "2": step("P-2", "granted", "2025-01-01"),
        "3": step("P-3", "granted", "2026-05-21"),
    },
    "funding": {"1": cash("P-1", 0), "2": cash("P-3", None)},
    "organisation": {"O": {"name": "CPMR", "area": "SAM"}},
    "membership": {
        "M-1": {"organisation": "O", "area": "SAM", "from_date": "2020-01-01"},
        "M-2": {"organisation": "O", "area": "KUL", "from_date": "2020-01-01", "to_date": "2025-12-31"},
        "M-3": {"organisation": "O", "area": "KUL", "from_date": "2026-05-21"},
        "M-4": {"organisation": "O", "area": "KUL", "from_date": "2020-01-01"},
        "M-5": {"organisation": "O", "area": "NÆR", "from_date": "2020-01-01", "to_date": "2026-01-01"},
    },
    "membership_fee": {
        "1": {"membership": "M-1", "year": 2026, "amount": 0},
        "2": {"membership": "M-4", "year": 2025, "amount": 5},
        "3": {"membership": "M-5", "year": 2026},
    },
}


def found(query: str = "", today: date = TODAY, **more: Any) -> dict[str, Hole]:
    """The holes by kind (silent areas by their code)."""
    some = holes(scope_of(query, today, **{**SOME, **more}))
    return {hole.kind if hole.kind != "silent_area" else hole.owners[0][0]: hole for hole in some}


def counted(hole: Hole) -> tuple[int, int]:
    return hole.n, hole.base


def codes(hole: Hole) -> list[str]:
    return sorted(code for _, code in hole.records)


def test_an_area_without_anything_this_year_is_silent_and_one_that_is_closed_is_not() -> None:
    some = found()
    assert {"SAM", "KUL", "NÆR", "GAM"} & some.keys() == {"NÆR"}
    assert some["NÆR"].records == (("area", "NÆR"),)
    assert {"SAM", "KUL", "NÆR", "GAM"} & found(today=date(2027, 1, 1)).keys() == {"SAM", "KUL", "NÆR"}


def test_only_the_chosen_areas_can_be_silent() -> None:
    assert {"SAM", "KUL", "NÆR"} & found("omrade=NÆR").keys() == {"NÆR"}
    assert {"SAM", "KUL", "NÆR"} & found("omrade=SAM").keys() == set()


def test_hours_are_missing_where_they_are_not_recorded_of_what_was_held() -> None:
    """Zero hours are known; tomorrow's activity has none yet."""
    hole = found()["hours"]
    assert counted(hole) == (2, 4)
    assert codes(hole) == ["A-2", "A-3"]
    assert dict(hole.owners) == {"KUL": 1, "SAM": 1}
    assert hole.rows == ("S10",)


def test_used_money_is_missing_of_this_years_means_recorded_or_not() -> None:
    """Three areas with four instruments each: two are recorded, one of them with the money that was used."""
    spent = {**SOME["budget"], "B-2": {**SOME["budget"]["B-2"], "used_nok": 0}}
    hole = found(budget=spent)["used_nok"]
    assert counted(hole) == (11, 12)
    assert ("B-1" in codes(hole), "B-2" in codes(hole)) == (True, False)
    assert {"NÆR BIL", "SAM POL"} < set(codes(hole))
    assert dict(hole.owners) == {"SAM": 4, "KUL": 3, "NÆR": 4}


def test_used_work_is_not_due_before_its_year_is_over() -> None:
    """«Brukte årsverk i 2026 mangler for alle 31 rammer» was a gap in every month of 2026."""
    hole = found()["used_fte"]
    assert hole.years == (2025, 2025)
    assert {"B-1", "B-2"}.isdisjoint(codes(hole))
    assert {"B-3", "SAM KOM 2025"} < set(codes(hole))
    over = found(today=date(2027, 1, 1))["used_fte"]
    assert over.years == (2026, 2026)
    assert ("B-1" in codes(over), "B-2" in codes(over)) == (True, False)
    none = {code: values for code, values in SOME["budget"].items() if code != "B-3"}
    assert "used_fte" not in found(budget=none), (
        "nobody recorded any means of that year: it is unknown, and not asked for"
    )


def test_means_that_an_area_has_no_use_for_are_not_asked_for() -> None:
    said: Any = {"1": {"area": "SAM", "instrument": "BIL", "date": "2026-01-01", "reason": "Ikke aktuelt"}}
    hole = found("omrade=SAM", area_statement=said)["used_nok"]
    assert (counted(hole), codes(hole)) == ((3, 3), ["B-1", "SAM KOM", "SAM POL"])


def test_goals_are_missing_of_projects() -> None:
    hole = found()["goal"]
    assert counted(hole) == (2, 3)
    assert codes(hole) == ["P-2", "P-3"]


def test_fees_are_missing_of_memberships_in_force() -> None:
    """Ended before the year, begun after today: not asked for. A row without an amount is no fee."""
    hole = found()["fee"]
    assert counted(hole) == (2, 3)
    assert codes(hole) == ["M-4", "M-5"]


def test_amounts_are_missing_of_projects_won() -> None:
    """Nothing won is an amount; a grant to come is none yet."""
    hole = found()["amount"]
    assert counted(hole) == (1, 2)
    assert codes(hole) == ["P-2"]
    assert codes(found(today=date(2026, 5, 21))["amount"]) == ["P-2", "P-3"]


def test_an_amount_in_a_currency_without_a_rate_is_missing() -> None:
    more: Any = {"funding": {"1": cash("P-1", 1), "2": cash("P-2", 1, currency="XYZ")}}
    assert "amount" not in found(**more)
    hole = found(**more)["rate"]
    assert (codes(hole), hole.amounts, dict(hole.owners)) == (["P-2"], (("XYZ", 1),), {"KUL": 1})


def test_what_is_whole_is_no_hole() -> None:
    whole = project(goals=[["M-1", None]], budget=5, origin="own", programme="HE", start="2026-01-01")
    more: Any = {
        "activity": {"A": activity(hours=1, level="strategic")},
        "attendance": {"D": {"activity": "A", "audience": "business", "people": 0}},
        "project": {"P": whole},
        "project_step": {"1": step("P", "withdrawn", "2026-02-01")},
        "area_statement": {
            code: {"area": "SAM", "instrument": code, "date": "2026-01-01", "reason": "Ikke aktuelt"}
            for code in ("PRO", "POL", "KOM", "BIL")
        },
    }
    none: Any = {name: {} for name in ("budget", "membership", "membership_fee", "funding")}
    assert found("omrade=SAM", **more, **none) == {}
    lacking = found("omrade=SAM", **none, **(more | {"attendance": {}, "project_step": {}}))
    assert {kind: codes(hole) for kind, hole in lacking.items()} == {"people": ["A"], "stepless": ["P"]}


def test_a_project_without_a_step_or_a_start_lies_in_no_year_and_is_a_hole() -> None:
    some = found(project={"P-1": project(), "P-2": project(start="2026-01-01")}, project_step={}, funding={})
    assert (codes(some["stepless"]), codes(some["undated"])) == (["P-1", "P-2"], ["P-1"])
    assert dict(some["undated"].owners) == {"SAM": 1}


def test_no_rate_and_no_amount_of_participations_are_two_holes_of_the_office() -> None:
    taken = {"actor": "X", "from_date": "2025-01-01", "to_date": "2026-01-01"}
    some = found(
        actor={"X": {"name": "X", "sector": "business", "municipality": "3201"}},
        participation={"1": taken, "2": {**taken, "amount": 900, "currency": "XYZ"}, "3": {**taken, "amount": 1}},
    )
    assert (codes(some["participation_amount"]), codes(some["participation_rate"])) == (["1"], ["2"])
    assert some["participation_rate"].amounts == (("XYZ", 900),)
    assert some["participation_rate"].owners == (("FRL", 1),)


def test_holes_of_the_areas_add_up_to_the_holes_of_all() -> None:
    """No record here has two areas."""
    whole = found()
    parts = [found(f"omrade={code}") for code in ("SAM", "KUL", "NÆR", "GAM")]
    for kind in ("hours", "used_nok", "used_fte", "goal", "fee", "amount"):
        assert sum(part[kind].n for part in parts if kind in part) == whole[kind].n
        assert sorted(c for part in parts if kind in part for c in codes(part[kind])) == codes(whole[kind])


def test_owners_add_up_to_what_is_missing() -> None:
    for hole in found().values():
        assert sum(n for _, n in hole.owners) == hole.n == len(hole.records) <= hole.base


def test_an_area_that_has_recorded_funds_for_some_years_lacks_the_others() -> None:
    """KUL has a fund of every year, SAM none of 2025; a year ahead is no gap yet."""
    funds = {
        f"{area}-{year}": {"area": area, "level": "national", "year": year, "amount_nok": 100}
        for area, years in {"KUL": (2024, 2025, 2026), "SAM": (2024, 2026)}.items()
        for year in years
    }
    hole = found(fund=funds)["fund_absent"]
    assert (counted(hole), hole.owners, hole.records) == ((1, 2), (("SAM", 1),), (("area", "SAM"),))
    assert hole.years == (2024, 2026)
    assert "fund_absent" not in found("omrade=KUL", fund=funds)
    assert "fund_absent" not in found()
