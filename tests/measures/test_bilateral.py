"""Ties of the partners, visits to come, Norden by itself."""

from __future__ import annotations

from datetime import date
from typing import Any

from akint_dash.measures import bilateral as measure
from akint_dash.measures.partners import partners
from akint_dash.measures.rings import by_ring, rings
from akint_dash.measures.targets import ACTUAL

from .small import activity, cooperation, project, scope_of, step

SOME: dict[str, Any] = {
    "organisation": {
        "N": {"name": "Nettverk", "kind": "network", "area": "SAM", "regions": [["SE-O", None]]},
        "Q": {"name": "Partner", "kind": "partner", "area": "SAM"},
    },
    "membership": {"M": {"organisation": "N", "from_date": "2024-01-01", "area": "SAM"}},
    "cooperation": {
        "1": cooperation(region="SE-O", agreement_to="2026-12-31"),
        "2": cooperation(region="UA-32", status="dialogue", organisations=[["Q", None]]),
        "3": cooperation(region="DE-BE", status="ended", agreement_to="2025-01-01"),
    },
    "project": {"P": project(regions=[["SE-O", None]], start="2025-02-01")},
    "project_step": {"P-1": step("P", "granted", "2025-02-01")},
    "activity": {
        "now": activity(kind="delegation_out", start="2026-05-18", end="2026-05-20", cooperation="1"),
        "today": activity(kind="delegation_in", start="2026-05-20"),
        "last": activity(kind="study_visit", start="2026-08-20", regions=[["UA-32", None]]),
        "late": activity(kind="delegation_in", start="2026-08-21"),
        "over": activity(kind="delegation_in", start="2026-05-18", end="2026-05-19"),
        "course": activity(start="2026-06-01"),
    },
}


def test_a_bond_is_a_network_we_meet_in_or_a_project_we_share() -> None:
    scope = scope_of(**SOME)
    found = {b.partner.region: b for b in measure.bonds(scope, partners(scope))}
    assert (found["SE-O"].networks, found["SE-O"].projects, found["SE-O"].until) == (("N",), ("P",), "2026-12-31")
    assert not found["UA-32"].tied, "a project partner of the cooperation is no network"
    assert found["DE-BE"].until is None


def test_an_agreement_in_force_counts_whatever_the_status_says() -> None:
    """Three of nine had one and the first ended in January, beside a row at rest whose agreement ended in a month."""
    some = {
        "active": cooperation(region="SE-O"),
        "rests": cooperation(region="DE-BW", status="dormant", agreement_to="2026-05-20"),
        "over": cooperation(region="DE-BE", status="dormant", agreement_to="2026-05-19"),
        "ended": cooperation(region="DE-HH", status="ended", agreement_to="2027-01-01"),
    }
    scope = scope_of(cooperation=some)
    assert {p.region for p in partners(scope) if p.agreed} == {"SE-O", "DE-BW"}
    assert ACTUAL["partners"](scope, scope.today.year) == 2


def test_the_day_of_no_contact_is_missing() -> None:
    scope = scope_of(**SOME)
    rows = {r["region"][1]: r for r in measure.bond_table(measure.bonds(scope, partners(scope))).dicts()}
    assert rows["SE-O"]["last"] == "2026-05-18"
    assert rows["UA-32"]["last"] is None


def test_visits_are_those_going_on_and_of_three_months() -> None:
    assert [v.code for v in measure.visits(scope_of(**SOME))] == ["now", "today", "last"]
    assert measure.visits(scope_of(**SOME))[0].regions == ("SE-O",)
    assert [v.code for v in measure.visits(scope_of("periode=2024-2024&ring=ukraina", **SOME))] == ["last"]


def test_three_months_ahead_is_a_day_that_exists() -> None:
    assert measure.horizon(date(2026, 11, 30)) == date(2027, 2, 28)
    assert measure.horizon(date(2026, 5, 20)) == date(2026, 8, 20)
    assert measure.horizon(date(2027, 11, 29)) == date(2028, 2, 29)


def test_norden_is_a_part_of_what_is_tied_to_a_region() -> None:
    rows = measure.norden(scope_of(**SOME)).rows
    assert rows == ((2024, 1, 3, "–"), (2025, 1, 1, "–"), (2026, 1, 1, "–")), "no share of fewer than ten"
    ten = {f"A-{i}": activity(regions=[["SE-O", None]], start="2025-03-01") for i in range(9)}
    many = measure.norden(scope_of(**{**SOME, "activity": {**SOME["activity"], **ten}})).rows
    assert many[1] == (2025, 10, 10, 1.0)
    assert measure.norden(scope_of()).rows[0] == (2024, 0, 0, "–")


def test_a_part_of_another_areas_initiative_is_known_of_an_area_that_registered_nothing() -> None:
    """KUL's hundredth of an hour was left out, and the areas' parts no longer summed to the county's."""
    held: Any = {
        "A": activity(start="2024-01-01", hours=1.0, areas=[["KUL", 1]], regions=[["SE-O", None]]),
        "B": activity(start="2024-01-01"),
    }
    parts = [by_ring(rings(scope_of(f"vekt=timer&omrade={area}", activity=held)))["norden"] for area in ("KUL", "SAM")]
    assert parts == [0.01, 0.99]
