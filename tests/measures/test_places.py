"""Municipalities and partners of records: what they choose, and what they count."""

from __future__ import annotations

from typing import Any

import pytest

from akint_dash.measures import competence
from akint_dash.measures.areas import partners
from akint_dash.measures.explore import ask
from akint_dash.measures.explore_questions import Inquiry
from akint_dash.measures.lists import value_of
from akint_dash.measures.partners import projects_by_region
from akint_dash.measures.places import municipalities_of

from .small import MUNICIPALITIES, activity, cooperation, dossier, project, scope_of, step

SOME: dict[str, Any] = {
    "municipality": {**MUNICIPALITIES, "3205": {"name_nb": "Lillestrøm", "county": "32"}},
    "project": {
        "P-1": project(municipalities=[["3024", None]], regions=[["SE-O", None], ["UA-32", None]], start="2025-01-01"),
        "P-2": project(municipalities=[["3203", None]], start="2025-01-01"),
        "P-3": project(start="2025-01-01"),
    },
    "project_step": {"1": step("P-1", "granted", "2025-02-01")},
    "activity": {
        "A-1": activity(municipalities=[["3203", None]]),
        "A-2": activity(),
        "A-3": activity(kind="contact", cooperation="C-1"),
    },
    "attendance": {
        "T-1": {"activity": "A-2", "audience": "municipalities", "people": 12, "municipality": "3024"},
        "T-2": {"activity": "A-2", "audience": "municipalities", "people": 5, "municipality": "3203"},
        "T-3": {"activity": "A-2", "audience": "administration", "people": 40},
    },
    "dossier": {"D-1": dossier()},
    "cooperation": {"C-1": cooperation(), "C-2": cooperation(region="SE-O")},
}


def inside(query: str) -> set[str]:
    scope = scope_of(query, **SOME)
    return {scope.facts.records[i][1] for i in scope.facts.record[scope.responsible_any_year]}


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("kommune=3201", {"P-1", "A-2"}),
        ("kommune=3024", {"P-1", "A-2"}),
        ("kommune=3203", {"P-2", "A-1", "A-2"}),
        ("kommune=3201,3203", {"P-1", "P-2", "A-1", "A-2"}),
        ("kommune=3205", set()),
        ("partner=SE-O", {"P-1", "C-2"}),
        ("partner=UA-32", {"P-1", "A-3", "C-1"}),
        ("partner=DE-BE", set()),
        ("partner=UA-32&kommune=3201", {"P-1"}),
        ("partner=SE-O&ring=ukraina", {"P-1"}),
    ],
)
def test_what_a_place_chooses(query: str, codes: set[str]) -> None:
    """A record that names no place lies in none; what has none to name, an EU dossier, lies in none either."""
    assert inside(query) == codes


@pytest.mark.parametrize("query", ["kommune=3201", "kommune=3203", "partner=SE-O", "partner=UA-32"])
def test_records_with_a_place_are_those_of_the_fact_table_and_what_has_none_is_left(query: str) -> None:
    scope = scope_of(query, **SOME)
    for entity in ("project", "activity"):
        assert set(scope.records(entity)) == {code for code in inside(query) if code in SOME[entity]}
    assert set(scope.records("dossier")) == {"D-1"}


def test_a_municipality_chooses_whole_activities_with_all_their_people() -> None:
    """All 57 of a course in which it took part, wherever from: on pages, in lists, in Explore."""
    for query, lacking in (("kommune=3201", 0), ("kommune=3203", 1)):
        scope = scope_of(query, **SOME)
        found = competence.lessons(scope)
        assert (competence.people(found), competence.lacking(found)) == (57, lacking)
        assert value_of(scope, "activity", "people", "A-2") == 57
        assert set(scope.records("attendance")) == {"T-1", "T-2", "T-3"}
        told = ask(scope, Inquiry("deltakere", "omrade")).whole
        assert (told.value, told.lacking) == (57, lacking)
    assert not scope_of("kommune=3205", **SOME).records("attendance")


def test_a_record_says_its_municipalities_as_they_are_called_today() -> None:
    portfolio = scope_of(**SOME).portfolio
    assert municipalities_of(portfolio, "project", "P-1", portfolio.get("project", "P-1")) == {"3201"}
    assert municipalities_of(portfolio, "activity", "A-2", portfolio.get("activity", "A-2")) == {"3201", "3203"}
    assert municipalities_of(portfolio, "project", "P-3", portfolio.get("project", "P-3")) == frozenset()


def test_what_shares_a_project_with_a_region_is_what_a_partner_and_a_ring_choose() -> None:
    """Named by the project, by a cooperation or as the place of a partner organisation: one meaning in every count."""
    some: dict[str, Any] = {
        "project": {
            "P-1": project(regions=[["SE-O", None]]),
            "P-2": project(organisations=[["O-1", None], ["O-2", None]]),
            "P-3": project(),
            "P-4": project(),
        },
        "project_step": {str(at): step(f"P-{at}", "granted", "2025-02-01") for at in (1, 2, 3, 4)},
        "organisation": {
            "O-1": {"name": "Skolen", "kind": "partner", "area": "SAM", "regions": [["SE-O", None]]},
            "O-2": {"name": "Nettverket", "kind": "network", "area": "SAM", "regions": [["DE-BE", None]]},
        },
        "cooperation": {"C-1": cooperation(region="SE-O", projects=[["P-3", None]])},
    }
    shared = set(projects_by_region(scope_of(**some))["SE-O"])
    assert shared == {"P-1", "P-2", "P-3"}
    for query in ("partner=SE-O", "ring=norden"):
        scope = scope_of(query, **some)
        assert scope.codes("project") == scope.records("project").keys() == shared
        (told,) = [row for row in partners(scope).dicts() if row["region"] == ("region", "SE-O")]
        assert told["projects"] == 3
    norden = ask(scope_of(**some), Inquiry("tiltak", "ring")).whole
    assert norden.records == 5
    assert not scope_of("partner=DE-BE", **some).codes("project")
