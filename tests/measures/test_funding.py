"""Development money on hand-made states, each with a row that must not count."""

from __future__ import annotations

from typing import Any

import pytest

from akint_dash.domain.table import AtMost
from akint_dash.measures.funding import by_area, by_year, funding, international_share, leverage, rate_table, spread
from tests.measures.small import cash, project, scope_of, step

YEARS = range(2024, 2027)


def won(*codes: str, day: str = "2025-02-01", **values: Any) -> dict[str, Any]:
    """Granted projects without dates."""
    return {
        "project": {code: project(**values) for code in codes},
        "project_step": {f"S-{code}": step(code, "granted", day) for code in codes},
    }


def fund(amount: int | None, **values: Any) -> dict[str, Any]:
    counted = {} if amount is None else {"amount_nok": amount}
    return {"level": "regional", "scheme": "Ordning", "year": 2025, "area": "SAM", **counted, **values}


def levels(scope: Any, year: int) -> dict[str, int | None]:
    row = next(r for r in by_year(funding(scope), YEARS).dicts() if r["year"] == year)
    return {name: row[name] for name in ("eu", "nordic", "national", "regional", "local")}


def test_only_cash_of_others_from_abroad_on_won_projects_is_international() -> None:
    states = won("P-1")
    states["project"]["P-2"] = project()
    states["project_step"]["S-2"] = step("P-2", "submitted", "2025-02-01")
    rows: dict[str, Any] = {
        "F-1": cash("P-1", 1000),
        "F-2": cash("P-1", 500, level="nordic"),
        "own": cash("P-1", 7, payer="own"),
        "hours": cash("P-1", 7, form="hours"),
        "mix": cash("P-1", 7, level="national"),  # the project's own mix (S12), no development fund
        "spurious": cash("P-2", 9999),
    }
    found = levels(scope_of(**states, funding=rows), 2025)
    assert found == {"eu": 1000, "nordic": 500, "national": None, "regional": None, "local": None}


def test_national_regional_and_local_come_from_funds_only_and_missing_is_none() -> None:
    rows: dict[str, Any] = {
        "U-1": fund(300),
        "U-2": fund(200, level="national"),
        "U-3": fund(None, level="local"),
        "U-4": fund(99, year=2024),
    }
    scope = scope_of(fund=rows)
    assert levels(scope, 2025) == {"eu": None, "nordic": None, "national": 200, "regional": 300, "local": None}
    assert levels(scope, 2026)["regional"] is None


@pytest.mark.parametrize(
    ("start", "end", "parts"),
    [
        ("2024-01-15", "2024-12-01", [(2024, 1200)]),
        ("2024-07-01", "2025-06-30", [(2024, 600), (2025, 600)]),
        ("2024-12-31", "2026-01-01", [(2024, 85), (2025, 1029), (2026, 86)]),  # 14 months, both ends included
        ("2025-05-01", "2025-04-30", [(2030, 1200)]),  # backwards: the year of decision
    ],
)
def test_a_grant_is_spread_evenly_over_months(start: str, end: str, parts: list[tuple[int, int]]) -> None:
    assert spread({"start": start, "end": end}, 2030, 1200) == parts


def test_no_ore_is_lost_and_without_an_end_the_year_of_decision_takes_all() -> None:
    parts = spread({"start": "2024-03-01", "end": "2029-10-01"}, 2024, 1_000_003)
    assert sum(ore for _, ore in parts) == 1_000_003
    assert spread({"start": "2024-03-01"}, 2025, 7) == [(2025, 7)]


def test_no_grants_in_a_year_are_0_where_grants_are_recorded_and_unknown_where_none_is() -> None:
    """Cells that said "mangler" stood beside a share of 0 %, and a trend began in it."""
    funds: dict[str, Any] = {"U-1": fund(300), "U-2": fund(300, year=2024)}

    def row(year: int, query: str = "", **states: Any) -> tuple[Any, ...]:
        data = by_year(funding(scope_of(query, fund=funds, **states)), YEARS)
        return next((r["eu"], r["nordic"], r["share"]) for r in data.dicts() if r["year"] == year)

    granted = {**won("P-1"), "funding": {"F-1": cash("P-1", 300)}}
    assert row(2024, **granted) == (0, 0, 0)
    assert row(2025, **granted) == (300, 0, 0.5)
    assert row(2025, "omrade=SAM", **won("P-1", area="KUL"), funding={"F-1": cash("P-1", 9)}) == (0, 0, 0)
    assert row(2024) == (None, None, None)  # no grant is recorded at all
    assert row(2025, **won("P-1"), funding={"F-1": cash("P-1", None)}) == (
        None,
        None,
        None,
    )  # one is, its amount is not


def test_a_year_that_the_data_do_not_reach_has_no_0_kroner() -> None:
    """EU and Nordic "0 kr" stood in 2027 beside national money that "mangler"."""
    granted = {**won("P-1"), "funding": {"F-1": cash("P-1", 300)}}
    scope = scope_of("periode=2027", fund={"U-1": fund(300)}, **granted)
    (row,) = by_area(funding(scope), 2027).dicts()
    assert row["eu"] is row["nordic"] is row["regional"] is None


def test_a_fund_of_other_years_is_missing_and_one_of_no_year_is_not_of_the_area() -> None:
    rows: dict[str, Any] = {
        "U-1": fund(300),
        "U-2": fund(None, year=2024),
        "U-3": fund(5, level="local", area="KUL", year=2024),
        "U-4": fund(5, level="national", area="KUL"),
    }
    found = funding(scope_of(fund=rows, **won("P-1"), funding={"F-1": cash("P-1", 300)}))
    assert found.absent(2024) == (("KUL", "national"),)  # Samferdsel's row is there: its amount is what lacks
    assert found.absent(2025) == found.absent(2025, "KUL") == (("KUL", "local"),)
    assert found.absent(2025, "SAM") == ()
    assert found.never("local", "SAM")
    assert not found.never("local", "KUL")
    assert not found.never("local")


def test_an_area_whose_funds_of_a_year_are_missing_has_a_row_and_no_number() -> None:
    """ "None in the selection" stood over a year whose regional money was missing."""
    found = funding(scope_of("omrade=KUL", fund={"U": fund(5, level="regional", area="KUL", year=2024)}))
    (row,) = by_area(found, 2025).dicts()
    assert (row["area"], row["regional"], row["share"]) == (("area", "KUL"), None, None)
    assert len(by_area(found, 2023)) == 1


def test_the_share_needs_a_fund() -> None:
    assert international_share({"eu": 1}) is None
    assert international_share({}) is None
    assert international_share({"eu": 1, "nordic": 2, "local": 1}) == 0.75
    assert international_share({"regional": 5}) == 0


def test_areas_take_their_recorded_shares_and_the_chosen_area_only_its_own() -> None:
    states = won("P-1", areas=[["SAM", 60], ["KUL", 40]])
    rows: dict[str, Any] = {"funding": {"F-1": cash("P-1", 1000)}}
    found = {r["area"][1]: r["eu"] for r in by_area(funding(scope_of(**states, **rows)), 2025).dicts()}
    assert found == {"SAM": 600, "KUL": 400}
    assert levels(scope_of("omrade=KUL", **states, **rows), 2025)["eu"] == 400
    rows["fund"] = {"U-1": fund(300, area="NÆR")}
    assert levels(scope_of("omrade=NÆR", **states, **rows), 2025)["eu"] == 0  # grants are recorded, none of them theirs
    assert levels(scope_of("omrade=NÆR", **states, **rows), 2026)["eu"] is None  # they have registered nothing of it


def test_rates_are_those_of_the_year_of_decision_and_what_lacks_is_named() -> None:
    states = won("P-1", "P-2", "P-3", "P-4", "P-5")
    states["project_step"]["S-P-2"] = step("P-2", "granted", "2026-02-01")
    states["project_step"]["S-P-3"] = step("P-3", "granted", "2024-02-01")
    rows: dict[str, Any] = {
        "F-1": cash("P-1", 100, currency="EUR"),
        "F-2": cash("P-2", 100, currency="EUR"),
        "F-3": cash("P-3", 100, currency="EUR"),
        "F-4": cash("P-4", None),
    }
    found = funding(scope_of(**states, funding=rows))
    assert {(m.year, m.ore) for m in found.money} == {(2025, 1150), (2026, 1150)}
    assert found.provisional == ("P-2",)
    assert found.without_rate == ("P-3",)
    assert sorted(found.without_amount) == ["P-4", "P-5"]
    assert found.grants == 5


def test_the_period_and_years_to_come() -> None:
    states = won("P-1", start="2025-01-01", end="2028-12-31")
    found = funding(scope_of(**states, funding={"F-1": cash("P-1", 400)}))
    assert [(m.year, m.ore) for m in found.money] == [(2025, 100), (2026, 100)]
    narrow = funding(scope_of("periode=2025-2025", **states, funding={"F-1": cash("P-1", 400)}))
    assert [m.year for m in narrow.money] == [2025]


def test_leverage_is_of_projects_with_both_known() -> None:
    states = won("P-1", "P-2", "P-3")
    rows: dict[str, Any] = {
        "F-1": cash("P-1", 700),
        "F-2": cash("P-1", 200, payer="own"),
        "F-3": cash("P-2", 9000),  # spurious: no own cash
        "F-4": cash("P-3", 100, payer="own"),  # spurious: others' amount unknown
        "F-5": cash("P-1", 50, payer="own", form="hours"),
    }
    found = leverage(scope_of(**states, funding=rows))
    assert (found.outside_ore, found.own_ore, found.projects) == (700, 200, 1)
    assert found.per_krone == 3.5
    assert found.without_own == ("P-2",)
    assert found.outside_unknown == ("P-3",)
    assert leverage(scope_of()).per_krone is None


def test_our_own_hours_are_those_of_the_same_projects() -> None:
    """67 420 hours of all grants stood in a sentence about 17 of them."""
    states = won("P-1", "P-2", "P-3", areas=[["SAM", 50], ["KUL", 50]])
    rows: dict[str, Any] = {
        "F-1": cash("P-1", 700),
        "F-2": cash("P-1", 200, payer="own"),
        "F-3": {"project": "P-1", "level": "local", "form": "hours", "payer": "own", "hours": 40},
        "F-4": {"project": "P-1", "level": "local", "form": "hours", "payer": "own", "hours": 20, "amount": 900_00},
        "F-5": cash("P-2", 9000),
        "spurious": {"project": "P-2", "level": "local", "form": "hours", "payer": "own", "hours": 5000},  # no own cash
        "others'": {"project": "P-1", "level": "local", "form": "hours", "payer": "others", "hours": 7000},
    }
    assert leverage(scope_of(**states, funding=rows)).hours == 60
    assert leverage(scope_of("omrade=KUL", **states, funding=rows)).hours == 30


def test_a_grant_of_which_nothing_is_known_is_not_said_to_be_without_own_money() -> None:
    states = won("P-1", "P-2", "P-3")
    rows: dict[str, Any] = {"F-1": cash("P-1", None), "F-2": cash("P-2", 10), "F-3": cash("P-2", 0, payer="own")}
    found = leverage(scope_of(**states, funding=rows))
    assert found.without_own == ("P-2",)
    assert found.outside_unknown == found.own_unknown == ("P-1", "P-3")


def test_own_money_is_converted_at_the_rate_of_the_same_year_as_the_grant() -> None:
    states = won("P-1", start="2024-01-01", day="2025-02-01")
    rows: dict[str, Any] = {
        "F-1": cash("P-1", 100, currency="EUR"),
        "F-2": cash("P-1", 100, payer="own", currency="EUR"),
    }
    assert leverage(scope_of(**states, funding=rows)).per_krone == 1


def test_the_rates_in_use() -> None:
    assert rate_table(scope_of()).rows == (("EUR", 2025, 11.5, None),)


def test_a_fund_without_an_amount_bounds_the_share_as_one_that_is_not_recorded_does() -> None:
    """2025 with one such fund had no share, 2024 and 2026 with two and three had one."""
    rows: dict[str, Any] = {"U-1": fund(300), "U-2": fund(None, level="local"), "U-3": fund(300, year=2024)}
    found = funding(scope_of(fund=rows, **won("P-1"), funding={"F-1": cash("P-1", 100)}))
    (row,) = by_year(found, [2025]).dicts()
    assert isinstance(row["share"], AtMost)
    assert row["share"] == 0.25
    assert found.funds_lacking(2025) == 1
