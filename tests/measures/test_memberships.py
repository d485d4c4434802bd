"""What memberships cost and what is recorded as coming from them."""

from __future__ import annotations

from typing import Any

from akint_dash.measures import engagement as active_in
from akint_dash.measures import leaving
from akint_dash.measures import memberships as measure
from akint_dash.measures.origin import outside, outside_of

from .small import activity, dossier, project, scope_of, step

SOME: dict[str, Any] = {
    "organisation": {
        "O1": {"name": "Nettverket", "area": "SAM", "themes": [["kultur", None]]},
        "O2": {"name": "Alliansen", "area": "KUL"},
    },
    "membership": {
        "M1": {"organisation": "O1", "from_date": "2024-01-01", "area": "SAM"},
        "M2": {"organisation": "O2", "from_date": "2025-06-01", "to_date": "2025-12-31", "area": "KUL"},
        "later": {"organisation": "O2", "from_date": "2026-05-21", "area": "KUL"},
    },
    "membership_fee": {
        "F1": {"membership": "M1", "year": 2024, "amount": 100, "currency": "NOK"},
        "F2": {"membership": "M1", "year": 2025, "amount": 1000, "currency": "EUR"},
        "F3": {"membership": "M2", "year": 2025, "currency": "NOK"},
        "F4": {"membership": "M1", "year": 2027, "amount": 10**9, "currency": "NOK"},
    },
    "post": {
        "V1": {
            "organisation": "O1",
            "title": "Leder",
            "sphere": "political",
            "from_date": "2024-03-01",
            "to_date": "2025-03-01",
        },
        "V2": {"organisation": "O1", "title": "Leder", "sphere": "political", "from_date": "2026-06-01"},
    },
    "activity": {
        "met": activity(
            kind="network_meeting", organisations=[["O1", None]], from_organisations=[["O1", None]], sphere="political"
        ),
        "met2": activity(kind="network_meeting", organisations=[["O1", None]], start="2025-02-01"),
        "learnt": activity(from_organisations=[["O1", None]], organisations=[["O1", None]]),
        "beside": activity(organisations=[["O1", None]]),
        "tomorrow": activity(from_organisations=[["O1", None]], start="2026-05-21"),
    },
    "project": {
        "P": project(start="2025-07-01", from_organisations=[["O1", None], ["O2", None]]),
        "Q": project(start="2025-07-01", organisations=[["O1", None]]),
        "R": project(start="2024-07-01", from_organisations=[["O1", None]]),
    },
    "project_step": {"R-1": step("R", "idea", "2026-12-01")},
    "dossier": {"D": dossier(from_organisations=[["O1", None]])},
}
HEARING: dict[str, Any] = {"kind": "hearing", "organisations": [["O2", None]], "start": "2025-09-01"}


def worth(query: str = "", **more: Any) -> dict[str, measure.Worth]:
    return {m.code: m for m in measure.memberships(scope_of(query, **{**SOME, **more}))}


def test_years_are_those_held_up_to_this_one() -> None:
    found = worth()
    assert set(found) == {"M1", "M2"}
    assert [y.year for y in found["M1"].years] == [2024, 2025, 2026]
    assert [y.year for y in found["M2"].years] == [2025]


def test_fees_are_converted_at_their_years_rate_and_missing_is_never_zero() -> None:
    found = worth()
    assert [y.fee_ore for y in found["M1"].years] == [100, 11500, None]
    assert (found["M1"].fee_ore, found["M1"].lacking) == (11600, (2026,))
    assert found["M2"].fee_ore is None
    assert measure.total_fee(list(found.values())) == (11600, 2)


def test_an_amount_without_a_rate_is_told_apart_from_one_that_lacks() -> None:
    fees = {"K": {"membership": "M1", "year": 2025, "amount": 700, "currency": "CHF"}}
    one = worth(membership_fee=fees)["M1"]
    assert one.no_rate == (("CHF", 700),)
    assert one.lacking == (2024, 2026)
    assert one.fee_ore is None


def test_a_fee_in_two_parts_is_their_sum_and_missing_where_one_is() -> None:
    part = {"membership": "M1", "year": 2024, "amount": 40, "currency": "NOK"}
    fees = {**SOME["membership_fee"], "F9": part}
    assert worth(membership_fee=fees)["M1"].years[0].fee_ore == 140
    assert worth(membership_fee={**fees, "F8": {**part, "currency": "CHF"}})["M1"].years[0].fee_ore is None


def test_only_recorded_ties_count_and_overlap_is_kept_apart() -> None:
    one = worth()["M1"]
    assert {name: one.given(name) for name in measure.GIVEN} == {
        "posts": ("V1",), "meetings": ("met2", "met"), "inputs": (), "dossiers": ("D",), "projects": ("P",),
        "learning": ("learnt",),
    }  # fmt: skip
    assert one.overlap == ("Q", "beside")
    assert one.links == 6


def test_what_came_from_two_counts_once_together() -> None:
    found = worth()
    assert found["M1"].shared == ("P",)
    assert found["M2"].given("projects") == ("P",)
    assert measure.distinct(list(found.values()), "projects") == 1


def test_a_project_whose_first_step_is_still_to_come_has_not_come() -> None:
    assert "R" not in worth()["M1"].given("projects")


def test_a_post_stands_in_each_of_its_years_and_is_one() -> None:
    one = worth()["M1"]
    assert [len(y.posts) for y in one.years] == [1, 1, 0]
    assert one.spheres["posts", "political"] == 1


def test_levels_not_recorded_are_told() -> None:
    data = active_in.engagement_table(list(worth().values()))
    assert [tuple(r.values())[1:] for r in data.dicts() if r["organisation"][1] == "O1"] == [(1, 0, 0, 1, 0, 1)]


def test_the_selection_narrows_by_area_theme_and_the_organisations_name() -> None:
    assert set(worth("omrade=KUL")) == {"M2"}
    assert set(worth("tema=kultur")) == {"M1"}
    assert set(worth("sok=allian")) == {"M2"}
    assert set(worth("periode=2026-2026")) == {"M1"}


def test_the_sheet_is_sorted_as_asked_and_a_bad_word_is_the_fee() -> None:
    found = list(worth().values())
    assert [m.code for m in measure.ordered(found, "fra")] == ["M1", "M2"]
    assert [m.code for m in measure.ordered(found, "tull")] == ["M1", "M2"]
    assert [m.code for m in measure.ordered(found[::-1], "laering")] == ["M1", "M2"]


def test_meetings_are_compared_on_the_same_days() -> None:
    scope = scope_of(**SOME)
    assert active_in.meetings_same_days(scope, measure.memberships(scope)) == (1, 1)


def test_an_input_through_the_organisation_is_something_given() -> None:
    """Also a contact that names an addressee; not one without the organisation, one to come, or a network meeting."""
    more = {
        **SOME["activity"],
        "heard": activity(**HEARING),
        "spoke": activity(**{**HEARING, "kind": "contact", "addressee_kind": "eu"}),
        "alone": activity(kind="hearing", start="2025-09-01"),
        "late": activity(**{**HEARING, "start": "2026-05-21"}),
        "net": activity(**{**HEARING, "kind": "network_meeting", "addressee_kind": "eu"}),
    }
    without = worth()["M2"]
    one = worth(activity=more)["M2"]
    assert without.given("inputs") == ()
    assert one.given("inputs") == ("heard", "spoke")
    assert one.given("meetings") == ("net",)
    assert one.links == without.links + 3


def test_a_thing_of_two_kinds_is_one_thing_given() -> None:
    more = {**SOME["activity"], "both": activity(**{**HEARING, "kind": "course", "addressee_kind": "eu"},
                                                from_organisations=[["O2", None]])}  # fmt: skip
    one, without = worth(activity=more)["M2"], worth()["M2"]
    assert (one.given("inputs"), one.given("learning")) == (("both",), ("both",))
    assert one.links == without.links + 1
    assert "both" not in one.overlap


def test_the_cost_is_of_one_year_of_the_period() -> None:
    def cost(query: str) -> measure.Cost:
        scope = scope_of(query, **SOME)
        return measure.cost(scope, measure.memberships(scope))

    assert cost("") == measure.Cost(2026, 1, 0, 1)
    assert cost("periode=2025-2025") == measure.Cost(2025, 2, 11500, 1)
    assert cost("periode=2024-2025") == cost("periode=2025-2025")
    assert cost("periode=2027-2027") == measure.Cost(2027, 0, 0, 0)


def test_posts_and_meetings_are_counted_once_over_all_memberships() -> None:
    more = {**SOME["activity"], "two": activity(kind="network_meeting", start="2025-07-01", sphere="political",
                                               organisations=[["O1", None], ["O2", None]])}  # fmt: skip
    scope = scope_of(**{**SOME, "activity": more})
    found = active_in.engagement(scope, measure.memberships(scope))
    assert (found.posts, found.posts_political) == (1, 1)  # the one of 2026-06-01 is still to come
    assert (found.meetings, found.meetings_political, found.meetings_administrative) == (3, 2, 0)
    assert (found.active, found.total) == (2, 2)


def test_leaving_is_of_the_memberships_of_today_whatever_the_period() -> None:
    fees = {**SOME["membership_fee"], "F5": {"membership": "M1", "year": 2026, "amount": 700, "currency": "NOK"}}
    for query in ("", "periode=2025-2025", "periode=2027-2027"):
        found = leaving.leavings(scope_of(query, **{**SOME, "membership_fee": fees}))
        assert [(m.code, m.fee_ore, m.links) for m in found] == [("M1", 700, 6)], query


def test_what_began_in_a_year_without_a_membership_counts_on_none_and_is_told() -> None:
    """ "Kom fra medlemskap i POLIS" on a project of 2024 that no year of the membership (from 2025) counted."""
    before = project(start="2024-07-01", from_organisations=[["O2", None], ["O1", None]])
    scope = scope_of(**{**SOME, "project": {**SOME["project"], "S": before}})
    assert outside(scope, "project", "S") == ["O2"]
    assert outside_of(scope, frozenset({"O2"})) == [("project", "S")]
    in_years = [scope.narrowed(periode=years) for years in ((2024, 2024), (2024, 2026), (2025, 2026))]
    assert [len(outside_of(one, frozenset({"O2"}))) for one in in_years] == [1, 1, 0]
    assert "S" not in {c for m in measure.memberships(scope) if m.organisation == "O2" for c in m.given("projects")}
    assert "S" in {c for m in measure.memberships(scope) if m.organisation == "O1" for c in m.given("projects")}


def test_what_began_while_we_were_members_or_counts_nowhere_anyhow_is_not_told() -> None:
    """P began in 2025 as a member of both; a meeting counts by being there; tomorrow's course has not been."""
    scope = scope_of(**SOME)
    assert outside_of(scope, frozenset({"O1", "O2"})) == []
    assert (outside(scope, "project", "P"), outside(scope, "activity", "met")) == ([], [])


def test_every_record_counts_on_a_membership_of_its_organisation_or_is_told_as_outside() -> None:
    before = project(start="2023-07-01", from_organisations=[["O1", None]])
    scope = scope_of("periode=2020-2027", **{**SOME, "project": {**SOME["project"], "S": before}})
    found = measure.memberships(scope)
    for code, values in scope.portfolio.records("project").items():
        ties: Any = values.get("from_organisations", [])
        named = {str(of) for of, _ in ties}
        counted = {m.organisation for m in found if code in m.given("projects")}
        assert named == counted | set(outside(scope, "project", code)) or code == "R"  # its first step is to come
