"""Involvement: which record counts as which instrument, when, for whom and with how much."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.history import State
from akint_dash.store.involvement import (
    ACTIVITY_INSTRUMENT,
    INSTRUMENTS,
    NO_DAY,
    RINGS,
    RULES,
    Involvement,
    area_shares,
    days,
    involve,
)

LISTS: State = {
    "area": {code: {"name_nb": code} for code in ("KUL", "NÆR", "SAM")},
    "theme": {code: {"name_nb": code} for code in ("klima", "kultur", "plan")},
    "programme": {"HE": {"name_nb": "Horisont Europa"}, "INT": {"name_nb": "Interreg"}},
    "instrument": {code: {"name_nb": code} for code in INSTRUMENTS},
    "region": {
        "SE-O": {"name_nb": "Västra Götaland", "ring": "norden"},
        "UA-32": {"name_nb": "Kyiv", "ring": "ukraine"},
        "DE-BE": {"name_nb": "Berlin", "ring": "europe"},
    },
    "rate": {
        "EUR-2024": {"currency": "EUR", "year": 2024, "nok": 11.0},
        "EUR-2026": {"currency": "EUR", "year": 2026, "nok": 12.0},
    },
}


def facts(**entities: dict[str, dict[str, Any]]) -> Involvement:
    return involve({**LISTS, **entities})


def rows(found: Involvement, code: str) -> list[dict[str, Any]]:
    """The rows of a record in words."""
    index = [i for i, (_, c) in enumerate(found.records) if c == code]
    return [
        {
            "area": found.areas[found.area[i]] if found.area[i] >= 0 else None,
            "responsible": bool(found.responsible[i]),
            "instrument": INSTRUMENTS[found.instrument[i]],
            "day": int(found.day[i]),
            "year": int(found.year[i]),
            "programme": found.programmes[found.programme[i]] if found.programme[i] >= 0 else None,
            "status": found.statuses[found.status[i]] if found.status[i] >= 0 else None,
            "themes": {t for n, t in enumerate(found.themes) if found.theme_bits[i] >> n & 1},
            "rings": {r for n, r in enumerate(RINGS) if found.ring_bits[i] >> n & 1},
            "ore": int(found.amount_ore[i]),
            "hours": float(found.hours[i]),
            "people": int(found.people[i]),
        }
        for i in np.flatnonzero(np.isin(found.record, index))
    ]


def one(found: Involvement, code: str) -> dict[str, Any]:
    (row,) = rows(found, code)
    return row


def project(**values: Any) -> dict[str, Any]:
    return {"title": "P", "area": "SAM", **values}


def activity(**values: Any) -> dict[str, Any]:
    return {"title": "A", "area": "SAM", "kind": "course", "start": "2025-05-05", **values}


def cooperation(**values: Any) -> dict[str, Any]:
    return {"region": "UA-32", "status": "active", "since": "2024-02-01", "area": "SAM", **values}


def step(project: str, status: str, date: str) -> dict[str, Any]:
    return {"project": project, "status": status, "date": date}


def test_four_entities_are_involvement_and_no_other() -> None:
    assert set(RULES) == {"project", "dossier", "activity", "cooperation"}
    found = facts(
        project={"P": project()},
        budget={"B": {"instrument": "PRO", "year": 2025, "area": "SAM"}},
        membership={"M": {"organisation": "O", "area": "SAM", "from_date": "2024-01-01"}},
    )
    assert found.records == (("project", "P"),)


# -- each rule


def test_a_project_counts_as_projects_from_its_first_step() -> None:
    found = facts(
        project={"P": project(start="2027-01-01"), "Q": project(start="2026-03-01"), "R": project()},
        project_step={
            "2": step("P", "granted", "2025-06-01"),
            "1": step("P", "idea", "2024-11-30"),
            "9": step("R", "idea", "2020-01-01"),
        },
    )
    assert (one(found, "P")["instrument"], one(found, "P")["year"]) == ("PRO", 2024)
    assert one(found, "P")["day"] == days("2024-11-30")
    assert one(found, "P")["status"] == "granted"
    assert (one(found, "Q")["year"], one(found, "Q")["status"]) == (2026, None), "without steps the start counts"


def test_a_project_without_step_and_start_has_no_day() -> None:
    row = one(facts(project={"P": project(), "Q": project(start="2025-01-01")}), "P")
    assert (row["day"], row["year"]) == (NO_DAY, 0)


def test_steps_of_one_day_stand_in_the_order_of_a_projects_life() -> None:
    found = facts(
        project={"P": project()},
        project_step={"1": step("P", "running", "2025-01-01"), "2": step("P", "granted", "2025-01-01")},
    )
    assert one(found, "P")["status"] == "running"


def test_a_dossier_counts_as_policy_from_the_day_it_is_followed() -> None:
    dossiers = {
        "D": {"title": "D", "stage": "adopted", "opened": "2025-02-03", "area": "KUL"},
        "E": {"title": "E", "stage": "closed", "opened": "1999-01-01", "area": "SAM"},
    }
    row = one(facts(dossier=dossiers), "D")
    assert (row["instrument"], row["day"], row["year"], row["area"]) == ("POL", days("2025-02-03"), 2025, "KUL")


def test_a_cooperation_counts_as_bilateral_from_the_day_it_began() -> None:
    found = facts(cooperation={"C": cooperation(agreement_from="2025-01-01"), "X": cooperation(since="2010-01-01")})
    row = one(found, "C")
    assert (row["instrument"], row["day"]) == ("BIL", days("2024-02-01"))


@pytest.mark.parametrize("kind", CHOICES["activity_kind"])
def test_every_kind_of_activity_belongs_to_an_instrument(kind: str) -> None:
    found = facts(activity={"A": activity(kind=kind), "X": activity(kind="hearing", start="2020-01-01")})
    assert one(found, "A")["instrument"] == ACTIVITY_INSTRUMENT[kind]
    assert one(found, "A")["day"] == days("2025-05-05")


def test_an_activity_may_say_its_instrument_itself() -> None:
    found = facts(activity={"A": activity(instrument="BIL"), "B": activity()})
    assert one(found, "A")["instrument"] == "BIL"
    assert one(found, "B")["instrument"] == "KOM"


# -- areas and their shares


def test_a_record_in_two_areas_is_two_rows_and_one_of_them_responsible() -> None:
    found = facts(activity={"A": activity(areas=[["KUL", None]]), "B": activity(area="NÆR")})
    assert [(r["area"], r["responsible"]) for r in rows(found, "A")] == [("SAM", True), ("KUL", False)]
    assert [(r["area"], r["responsible"]) for r in rows(found, "B")] == [("NÆR", True)]


def test_an_area_that_is_both_responsible_and_taking_part_is_one_row() -> None:
    found = facts(activity={"A": activity(areas=[["SAM", None], ["KUL", None]])})
    assert [r["area"] for r in rows(found, "A")] == ["SAM", "KUL"]


SHARES: dict[str, tuple[list[Any], list[tuple[str, int]]]] = {
    "none": ([], [("SAM", 100_01)]),
    "none recorded": ([["KUL", None]], [("SAM", 100_01), ("KUL", 0)]),
    "the others'": ([["KUL", 40]], [("SAM", 60_01), ("KUL", 40_00)]),
    "all": ([["SAM", 60], ["KUL", 40]], [("SAM", 60_01), ("KUL", 40_00)]),
    "some": ([["KUL", 40], ["NÆR", None]], [("SAM", 60_01), ("KUL", 40_00), ("NÆR", 0)]),
    "thirds": ([["SAM", 34], ["KUL", 33], ["NÆR", 33]], [("SAM", 34_01), ("KUL", 33_00), ("NÆR", 33_00)]),
    "everything away": ([["KUL", 100]], [("SAM", 0), ("KUL", 100_01)]),
}


@pytest.mark.parametrize("case", SHARES)
def test_money_is_split_only_where_shares_are_recorded_and_no_ore_is_lost(case: str) -> None:
    areas, expected = SHARES[case]
    found = facts(
        project={
            "P": project(areas=areas, budget=100_01, currency="NOK", start="2025-01-01"),
            "X": project(areas=[["KUL", 1]], budget=777, start="2025-01-01"),
        }
    )
    assert [(r["area"], r["ore"]) for r in rows(found, "P")] == expected
    assert sum(r["ore"] for r in rows(found, "P")) == 100_01


def test_shares_are_whole_percents_that_make_up_all() -> None:
    values: dict[str, Any] = {"area": "SAM", "areas": [["KUL", 25]]}
    assert area_shares(values) == [("SAM", True, 75), ("KUL", False, 25)]
    assert area_shares({"area": "SAM"}) == [("SAM", True, 100)]
    odd: Any
    for odd in ([["KUL", 130]], [["SAM", 50], ["KUL", 40]]):
        whole = area_shares({"area": "SAM", "areas": odd})
        assert whole == [("SAM", True, 100), ("KUL", False, 0)], "shares that do not make up all divide nothing"


# -- money, hours, people


def test_money_is_the_countys_budget_in_ore_at_the_rate_of_the_year() -> None:
    found = facts(
        project={
            "P": project(budget=1000, currency="EUR", start="2024-01-01", consortium_total=10**9),
            "Q": project(budget=1000, currency="EUR", start="2025-01-01"),
            "R": project(budget=1000, currency="GBP", start="2024-01-01"),
            "S": project(currency="EUR", start="2024-01-01"),
        }
    )
    assert one(found, "P")["ore"] == 11_000
    assert one(found, "Q")["ore"] == 11_000, "the last known rate"
    assert one(found, "R")["ore"] == 0, "no rate: nothing to add"
    assert one(found, "S")["ore"] == 0


def test_hours_of_a_project_are_the_countys_own_and_of_an_activity_its_own() -> None:
    def hours(payer: str, number: float, form: str = "hours", project: str = "P") -> dict[str, Any]:
        return {"project": project, "level": "regional", "form": form, "payer": payer, "hours": number}

    found = facts(
        project={"P": project(), "Q": project()},
        funding={
            "1": hours("own", 10.5),
            "2": hours("own", 20),
            "3": hours("others", 400),
            "4": hours("own", 800, form="cash"),
            "5": hours("own", 7, project="Q"),
        },
        activity={"A": activity(hours=3.5), "B": activity()},
    )
    assert [one(found, code)["hours"] for code in "PQAB"] == [30.5, 7.0, 3.5, 0.0]


def test_people_are_those_who_attended() -> None:
    def people(activity: str, number: int | None) -> dict[str, Any]:
        counted = {} if number is None else {"people": number}
        return {"activity": activity, "audience": "business", **counted}

    found = facts(
        activity={"A": activity(), "B": activity()},
        attendance={"1": people("A", 10), "2": people("A", 5), "3": people("A", None), "4": people("B", 99)},
        project={"P": project()},
    )
    assert [one(found, code)["people"] for code in "ABP"] == [15, 99, 0]


# -- where: rings, themes, programmes


def test_rings_are_those_of_the_regions_the_record_names_and_of_its_cooperation() -> None:
    found = facts(
        cooperation={"C": cooperation(region="UA-32"), "X": cooperation(region="DE-BE")},
        activity={
            "A": activity(cooperation="C"),
            "B": activity(regions=[["SE-O", None], ["DE-BE", None]]),
            "D": activity(cooperation="C", regions=[["SE-O", None]]),
            "E": activity(),
        },
        project={"P": project(regions=[["DE-BE", None]])},
    )
    assert one(found, "C")["rings"] == {"ukraine"}
    assert one(found, "A")["rings"] == {"ukraine"}
    assert one(found, "B")["rings"] == {"norden", "europe"}
    assert one(found, "D")["rings"] == {"norden", "ukraine"}
    assert one(found, "E")["rings"] == set()
    assert one(found, "P")["rings"] == {"europe"}


def test_themes_and_programme_are_the_records_own() -> None:
    found = facts(
        project={
            "P": project(themes=[["plan", None], ["klima", None]], programme="INT"),
            "Q": project(themes=[["kultur", None]]),
        }
    )
    assert (one(found, "P")["themes"], one(found, "P")["programme"]) == ({"plan", "klima"}, "INT")
    assert (one(found, "Q")["themes"], one(found, "Q")["programme"]) == ({"kultur"}, None)


def test_nothing_makes_an_empty_table_of_the_same_columns() -> None:
    empty, full = involve({}), facts(project={"P": project()})
    for name in ("record", "area", "responsible", "instrument", "day", "year", "amount_ore", "hours", "people"):
        assert len(getattr(empty, name)) == 0
        assert getattr(empty, name).dtype == getattr(full, name).dtype


def test_the_table_cannot_be_written_to() -> None:
    found = facts(project={"P": project()})
    with pytest.raises(ValueError, match="read-only"):
        found.area[0] = 1


def test_days_count_from_1970() -> None:
    assert (days("1970-01-01"), days("1970-01-02"), days("1969-12-31"), days(None)) == (0, 1, -1, NO_DAY)
