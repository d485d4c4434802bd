"""Council areas: life, weight against the county, means, support, goals, learning and partners."""

from __future__ import annotations

from typing import Any

import pytest

from akint_dash.domain.table import SomeOf
from akint_dash.measures import areas, goals, means
from akint_dash.measures.support import support, supported

from .small import LISTS, activity, cooperation, dossier, project, scope_of, step

KIN: dict[str, Any] = {
    "area": {
        **LISTS["area"],
        "OLD": {"name_nb": "Gammelt", "valid_from": 2020, "valid_to": 2024, "replaced_by": "SAM"},
    }
}


def test_an_area_knows_its_successor_and_its_predecessors() -> None:
    scope = scope_of(**KIN)
    assert areas.life(scope, "OLD").successor == "SAM"
    assert areas.life(scope, "SAM").predecessors == ("OLD",)
    assert areas.life(scope, "OLD").lives(2024)
    assert not areas.life(scope, "OLD").lives(2025)
    assert areas.break_years(scope, "SAM") == (2025,)
    assert areas.break_places(scope, "SAM", (2024, 2025, 2026)) == (1,)
    assert areas.break_places(scope, None, (2024, 2025)) == ()


SOME: dict[str, Any] = {
    "activity": {
        "1": activity(start="2025-02-01", hours=3),
        "2": activity(start="2025-03-01", kind="hearing", area="KUL", areas=[["SAM", None]], hours=5),
        "3": activity(start="2026-05-21"),
    },
    "project": {"P": project(start="2025-07-01", area="KUL")},
}


def test_weights_are_of_the_path_whatever_the_selection_names() -> None:
    own = areas.weights(scope_of("omrade=KUL", **SOME), "SAM")
    county = areas.weights(scope_of("omrade=KUL", **SOME), None)
    assert own.years == county.years == (2024, 2025, 2026)
    assert own.shares["KOM"] == (None, 1.0, None), "a hearing it only takes part in counts elsewhere"
    assert own.sums == (0, 1, 0)
    assert county.shares["KOM"][1] == pytest.approx(1 / 3)
    assert areas.weights(scope_of("vekt=timer", **SOME), "SAM").values["POL"][1] == 0, "no division of hours is decided"
    assert areas.weights(scope_of("vekt=timer", **SOME), "KUL").values["POL"][1] == 5
    assert areas.weights(scope_of("vekt=timer", **SOME), "SAM").cases == (0, 1, 0)


def test_a_year_in_which_the_area_does_not_exist_is_none() -> None:
    own = areas.weights(scope_of(**SOME, **KIN), "OLD")
    assert own.sums == (0, None, None)


def test_what_areas_are_responsible_for_adds_up_to_the_county() -> None:
    scope = scope_of(**SOME)
    parts = areas.responsible_weights(scope)
    county = areas.weights(scope, None)
    assert sum(some.values["POL"][1] or 0 for some in parts.values()) == county.values["POL"][1] == 1
    assert parts["NÆR"].sums == (None, None, None)
    headings = areas.weights_table(scope, [("SAM", parts["SAM"]), (None, county)]).headings
    assert [h.name for h in headings] == [
        "year",
        "instrument",
        "value_SAM",
        "share_SAM",
        "value_county",
        "share_county",
    ]


def budget(**values: Any) -> dict[str, Any]:
    return {"area": "SAM", "instrument": "PRO", "year": 2025, **values}


MEANS: dict[str, Any] = {
    "budget": {
        "1": budget(planned_nok=100, used_nok=80, planned_fte=1.0, used_fte=0.5, decided_by="Fylkesrådet"),
        "2": budget(instrument="POL", planned_nok=50),
        "3": budget(year=2027, planned_nok=70),
        "4": budget(area="KUL", planned_nok=10**9, used_nok=10**9),
    },
    "area_statement": {
        "s": {"area": "SAM", "instrument": "BIL", "reason": "Ingen oppgaver", "date": "2024-03-01"},
    },
}


def test_used_is_set_beside_planned_only_where_both_are_known() -> None:
    found = means.means(scope_of(**MEANS), "SAM")
    some = means.total(found, 2025)
    assert (some.planned_ore, some.used_ore) == (150, 80)
    assert (some.both_planned_ore, some.both_used_ore) == (100, 80)
    assert some.used_share == 0.8
    assert some.lacking == 2  # POL without what was used, KOM without anything; BIL is said not to be relevant
    assert means.total(found, 2024).used_share is None
    assert (some.both_planned_fte, some.both_used_fte, some.lacking_fte) == (1.0, 0.5, 2)
    assert some.lacking_either == 2


def test_a_year_to_come_stands_only_where_something_is_set_aside() -> None:
    assert [m.year for m in means.means(scope_of(**MEANS), "SAM")][::4] == [2024, 2025, 2026, 2027]
    assert [m.year for m in means.means(scope_of(**MEANS), "KUL")][::4] == [2024, 2025, 2026]


def test_a_statement_is_not_a_hole() -> None:
    found = [m for m in means.means(scope_of(**MEANS), "SAM") if m.year == 2025]
    assert [m.statement for m in found] == ["", "", "", "s"]
    assert len(means.means_table(found)) == 3


HELP: dict[str, Any] = {
    "area": {**LISTS["area"], "FRL": {"name_nb": "Leders kontor"}},
    "activity": {
        "1": activity(kind="support", start="2026-01-01", asked="2026-01-01", answered="2026-01-05"),
        "2": activity(kind="support", start="2026-02-01", asked="2026-02-01", answered="2026-02-11"),
        "3": activity(kind="support", start="2026-05-10", asked="2026-05-10"),
        "4": activity(kind="support", start="2026-05-10", asked="2026-05-10", answered="2026-05-21", area="KUL"),
        "5": activity(kind="support", start="2026-03-01", area="FRL", areas=[["KUL", None]], answered="2026-03-02"),
        "6": activity(kind="support", start="2026-05-21", asked="2026-05-21"),
        "7": activity(start="2026-01-01"),
        "8": activity(start="2026-01-01", area="FRL"),
    },
}


def test_support_is_counted_for_the_area_that_got_it_and_an_answer_to_come_is_none() -> None:
    found = {s.area: s for s in support(scope_of(**HELP))}
    sam, kul, office = found["SAM"], found["KUL"], found["FRL"]
    assert (sam.asked, sam.given, sam.open, sam.days, sam.median_days, sam.oldest_open) == (
        3,
        2,
        ("3",),
        (4, 10),
        7.0,
        10,
    )
    assert (kul.asked, kul.given, kul.open, kul.days) == (2, 1, ("4",), (1,))
    assert (office.asked, office.activity) == (0, 1)
    assert sam.activity == 1
    assert found["NÆR"].median_days is None
    assert "GAM" not in found  # closed before the period


def test_an_area_that_asks_together_with_another_is_the_one_supported() -> None:
    tied: Any = [["KUL", None]]
    assert supported({"area": "SAM", "areas": tied}) == "SAM"
    assert supported({"area": "FRL"}) == "FRL"


def test_a_goal_nothing_serves_has_zero_and_one_record_counts_once() -> None:
    scope = scope_of(
        goal={"M-1": {"name_nb": "A", "plan": "L"}, "M-2": {"name_nb": "B", "plan": "L"}},
        project={
            "P": project(start="2025-01-01", goals=[["M-1", None]]),
            "later": project(start="2028-01-01", goals=[["M-2", None]]),
        },
        dossier={"D": dossier(goals=[["M-1", None]])},
        activity={
            "1": activity(kind="advocacy", goal="M-1"),
            "2": activity(kind="course", start="2026-06-01", goal="M-2"),
        },
        result={"R": {"area": "SAM", "kind": "method", "words": "x", "date": "2026-01-01", "goal": "M-1"}},
    )
    assert goals.served(scope).rows == (
        (("goal", "M-1"), ("plan", "L"), 1, 2, 0, 0, 3, 1),
        (("goal", "M-2"), ("plan", "L"), 0, 0, 0, 0, 0, 0),
    )


def test_learning_by_audience_and_those_without_numbers_apart() -> None:
    scope = scope_of(
        activity={
            "1": activity(),
            "2": activity(),
            "3": activity(),
            "4": activity(kind="contact"),
            "5": activity(start="2026-06-01"),
        },
        attendance={
            "a": {"activity": "1", "audience": "politicians", "people": 5},
            "b": {"activity": "2", "audience": "politicians", "people": 4},
            "c": {"activity": "2", "audience": "business"},
            "d": {"activity": "4", "audience": "business", "people": 1000},
            "e": {"activity": "5", "audience": "business", "people": 1000},
        },
    )
    assert areas.learning(scope).rows == (
        (("audience", "politicians"), 2, 9, 0),
        (("audience", "business"), 1, None, 1),
        (None, 1, None, 1),
    )


def test_partners_by_cooperation_first_then_by_what_is_done_with_them() -> None:
    scope = scope_of(
        "omrade=SAM",
        cooperation={
            "C": cooperation(region="UA-32", status="dialogue"),
            "C-2": cooperation(region="UA-32", status="ended"),
            "C-3": cooperation(region="SE-M", since="2026-05-21"),
            "others": cooperation(region="SE-O", area="KUL"),
            "others-ended": cooperation(region="DE-BE", area="KUL", status="ended"),
        },
        project={"P": project(regions=[["SE-O", None], ["DE-BE", None]]), "Q": project(regions=[["SE-O", None]])},
        project_step={"1": step("P", "granted", "2026-01-01"), "2": step("Q", "rejected", "2026-01-01")},
        activity={
            "1": activity(regions=[["SE-O", None]]),
            "2": activity(start="2026-06-01", regions=[["DE-BE", None]]),
        },
    )
    assert areas.partners(scope).rows == (
        (("region", "UA-32"), ("cooperation_status", "dialogue"), "–", 0, 0),
        (("region", "SE-O"), "–", ("area", ("KUL",)), 1, 1),
        (("region", "DE-BE"), "–", "–", 1, 0),
    )


def test_a_ring_shows_only_its_own_partner_regions() -> None:
    """A project shared with two regions put the Nordic one, and the cooperation with it, among the rest of Europe."""
    some: Any = {
        "cooperation": {"C": cooperation(region="SE-O")},
        "project": {"P": project(regions=[["SE-O", None], ["DE-BE", None]])},
        "project_step": {"1": step("P", "granted", "2026-01-01")},
    }
    shown = {ring: areas.partners(scope_of(f"omrade=SAM&ring={ring}", **some)) for ring in ("europa", "norden")}
    assert [row["region"][1] for row in shown["europa"].dicts()] == ["DE-BE"]
    assert [row["region"][1] for row in shown["norden"].dicts()] == ["SE-O"]


def test_an_area_that_has_said_all_its_instruments_are_not_relevant_lacks_no_means() -> None:
    said: Any = {"S": {"area": "SAM", "instrument": "BIL", "date": "2026-01-01", "reason_nb": "Ikke i år"}}
    scope = scope_of("periode=2026-2026&virkemiddel=BIL", area_statement=said)
    assert means.total(means.means(scope, "SAM"), 2026).not_applicable
    assert not means.total(means.means(scope, "KUL"), 2026).not_applicable


def test_two_budgets_of_the_same_area_instrument_and_year_are_added_and_a_blank_in_one_is_not_known() -> None:
    same: Any = {"area": "SAM", "instrument": "PRO", "year": 2026}
    scope = scope_of(
        "periode=2026-2026",
        budget={"B-1": {**same, "planned_nok": 100, "used_nok": 50}, "B-2": {**same, "planned_nok": 30}},
    )
    found = next(m for m in means.means(scope, "SAM") if m.instrument == "PRO")
    assert (found.planned_ore, found.used_ore) == (130, None)


def test_an_instrument_without_means_recorded_is_missing_and_leaves_its_year_without_shares() -> None:
    some: dict[str, Any] = {
        "budget": {
            f"{year}-{code}": {"area": "SAM", "instrument": code, "year": year, "planned_nok": 100}
            for year, codes in ((2025, ("PRO", "POL", "KOM", "BIL")), (2026, ("PRO", "KOM")))
            for code in codes
        },
        "area_statement": {"S": {"area": "SAM", "instrument": "BIL", "date": "2026-01-01", "reason_nb": "Nei"}},
        "activity": {"1": activity(start="2025-02-01"), "2": activity(start="2026-02-01")},
    }
    scope = scope_of("vekt=kroner", **some)
    for own in (areas.weights(scope, "SAM"), areas.responsible_weights(scope)["SAM"]):
        known = {code: values[1:] for code, values in own.values.items()}
        assert known == {"PRO": (100, 100), "POL": (100, None), "KOM": (100, 100), "BIL": (100, 0)}
        assert own.shares["PRO"][1:] == (0.25, None)
        rows = areas.weights_table(scope, [("SAM", own)]).rows
        told = [row[2:] for row in rows if row[:2] == (2026, ("instrument", "BIL"))]
        assert told == [("–", "–")], "not relevant is neither 0 nor missing"


def test_sums_of_kroner_of_which_a_part_is_not_known_are_at_least_so_large() -> None:
    """ "4,4 mill. kr" of the county had no "minst" beside an area that had all its own amounts."""
    held = {f"{code}-{one}": {"area": one, "instrument": code, "year": 2026, "planned_nok": 100}
            for code in ("PRO", "KOM") for one in ("SAM", "KUL", "NÆR") if (code, one) != ("PRO", "KUL")}  # fmt: skip
    scope = scope_of("vekt=kroner", budget={**held, "PRO-KUL": {"area": "KUL", "instrument": "PRO", "year": 2026}})
    parts: Any = [(code, areas.weights(scope, code)) for code in ("SAM", None)]
    told = {row[1][1]: row[2::2] for row in areas.weights_table(scope, parts).rows if row[0] == 2026}
    assert told["PRO"] == (100, 200)
    assert told["KOM"] == (100, 300)
    least = {code: [isinstance(value, SomeOf) for value in values] for code, values in told.items()}
    assert (least["PRO"], least["KOM"]) == ([False, True], [False, False])


def test_the_share_of_few_records_is_not_applicable_and_not_missing() -> None:
    few = {str(n): activity(start="2026-02-01") for n in range(3)}
    scope = scope_of(activity=few)
    rows = areas.weights_table(scope, [("SAM", areas.weights(scope, "SAM"))]).rows
    assert {row[3] for row in rows if row[0] == 2026} == {"–"}
    assert sum(row[2] for row in rows if row[0] == 2026) == 3
