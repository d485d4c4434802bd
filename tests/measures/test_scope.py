"""What of a portfolio lies inside a selection."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest

from akint_dash.domain.choices import CHOICES
from akint_dash.measures.scope import Scope

from .frames import known
from .small import TODAY, activity, cooperation, dossier, project, scope_of, step

MANY: dict[str, Any] = {
    "project": {
        "P-1": project(programme="HE", themes=[["klima_miljo", None]], regions=[["SE-O", None]], title="Grønn buss"),
        "P-2": project(programme="HE-C5-M", area="KUL", areas=[["SAM", None]], start="2024-06-01"),
        "P-3": project(programme="INT", area="NÆR", themes=[["kultur", None], ["plan", None]]),
        "P-0": project(title="Uten dag"),
    },
    "project_step": {
        "1": step("P-1", "idea", "2024-03-01"),
        "2": step("P-1", "submitted", "2025-03-01"),
        "3": step("P-1", "granted", "2027-01-01"),
        "4": step("P-3", "rejected", "2025-12-31"),
        "5": step("P-3", "submitted", "2025-01-01"),
    },
    "activity": {
        "A-1": activity(area="KUL", themes=[["kultur", None]], start="2025-05-01"),
        "A-2": activity(kind="contact", cooperation="C-1", start="2026-05-20"),
        "A-3": activity(kind="hearing", area="NÆR", areas=[["KUL", None], ["SAM", None]], start="2024-01-01"),
        "A-9": activity(start="2026-05-21", title="I morgen"),
    },
    "dossier": {"D-1": dossier(themes=[["plan", None]], area="NÆR")},
    "cooperation": {"C-1": cooperation(themes=[["kultur", None]]), "C-2": cooperation(region="SE-O", area="KUL")},
}
ALL = {"P-1", "P-2", "P-3", "A-1", "A-2", "A-3", "D-1", "C-1", "C-2"}
"""Every record with a day up to today: P-0 has none, A-9 is tomorrow."""


def inside(scope: Scope, *, period: bool = True) -> set[str]:
    mask = scope.responsible if period else scope.responsible_any_year
    return {scope.facts.records[i][1] for i in scope.facts.record[mask]}


SELECTED: dict[str, set[str]] = {
    "": ALL,
    "omrade=KUL": {"P-2", "A-1", "C-2"},
    "omrade=SAM": {"P-1", "A-2", "C-1"},
    "omrade=KUL,NÆR": {"P-2", "P-3", "A-1", "A-3", "D-1", "C-2"},
    "virkemiddel=PRO": {"P-1", "P-2", "P-3"},
    "virkemiddel=BIL": {"A-2", "C-1", "C-2"},
    "program=HE": {"P-1", "P-2"},
    "program=HE-C5": {"P-2"},
    "tema=kultur": {"P-3", "A-1", "C-1"},
    "tema=kultur,plan": {"P-3", "A-1", "C-1", "D-1"},
    "ring=norden": {"P-1", "C-2"},
    "ring=ukraina": {"A-2", "C-1"},
    "ring=andre": set(),
    "status=submitted": {"P-1"},
    "status=rejected": {"P-3"},
    "status=granted": set(),
    "sok=BUSS": {"P-1"},
    "sok=a-2": {"A-2"},
    "periode=2024-2024": {"P-1", "P-2", "A-3", "C-1", "C-2"},
    "periode=2026-2027": {"A-2", "P-1", "P-2"},
    "omrade=KUL&virkemiddel=PRO": {"P-2"},
    "omrade=UKJENT": set(),
    "program=UKJENT": set(),
    "tema=ukjent": set(),
    "per=2026-05-19": ALL - {"A-2"},
    "per=2026-05-21": ALL | {"A-9"},
}


@pytest.mark.parametrize("query", SELECTED)
def test_a_selection_holds(query: str) -> None:
    assert inside(scope_of(query, **MANY)) == SELECTED[query]


def test_a_status_to_come_is_not_reached() -> None:
    """P-1 is granted in 2027: today it waits, then it is granted."""
    assert inside(scope_of("status=submitted", **MANY)) == {"P-1"}
    assert inside(scope_of("status=granted", today=date(2027, 1, 1), **MANY)) == {"P-1"}
    assert scope_of("status=granted", today=date(2027, 1, 1), **MANY).codes("project") == {"P-1"}


def test_each_record_is_counted_once_however_many_areas_take_part() -> None:
    scope = scope_of(**MANY)
    assert int(scope.responsible.sum()) == len(ALL)
    assert int(scope.mask.sum()) == len(ALL) + 3
    assert {scope.facts.records[i][1] for i in scope.facts.record[scope.mask]} == ALL


def test_a_record_counts_for_its_responsible_area_only() -> None:
    def area_of(query: str, code: str) -> list[str]:
        scope = scope_of(query, **MANY)
        rows = [i for i in range(len(scope.facts.record)) if scope.facts.records[scope.facts.record[i]][1] == code]
        return [scope.facts.areas[scope.facts.area[i]] for i in rows if scope.responsible[i]]

    assert area_of("", "A-3") == ["NÆR"]
    assert area_of("omrade=NÆR,KUL", "A-3") == ["NÆR"]
    assert area_of("omrade=SAM", "A-3") == area_of("omrade=SAM,KUL", "A-3") == []


def test_the_period_narrows_the_mask_and_nothing_else_does() -> None:
    scope = scope_of("periode=2025-2025", **MANY)
    assert scope.period == (2025, 2025)
    assert scope_of(**MANY).period == (2024, 2027)
    assert inside(scope, period=False) == ALL
    assert inside(scope) == {"A-1", "D-1", "P-1", "P-2", "P-3"}  # a project belongs to every year it overlaps
    assert scope.codes("project") == {"P-1", "P-2", "P-3"}
    assert scope.codes("project", any_year=False) == {"P-1", "P-2", "P-3"}


def test_without_records_everything_is_empty() -> None:
    for query in ("", "sok=x", "omrade=KUL", "status=idea"):
        scope = scope_of(query)
        assert inside(scope) == set()
        assert scope.codes("project") == frozenset()


# -- records outside the fact table


def held(query: str, entity: str) -> set[str]:
    return set(scope_of(query, **MANY, **OTHERS).records(entity))


OTHERS: dict[str, Any] = {
    "budget": {
        "B-1": {"instrument": "PRO", "year": 2026, "area": "SAM"},
        "B-2": {"instrument": "KOM", "year": 2026, "area": "KUL"},
    },
    "need": {"N-1": {"region": "UA-32", "theme": "kultur", "words": "Bibliotek"}},
    "call": {
        "U-1": {"title": "Buss", "programme": "HE-C5", "themes": [["plan", None]]},
        "U-2": {"title": "Tog", "programme": "INT"},
    },
}


def test_records_are_narrowed_by_what_they_have_and_by_nothing_else() -> None:
    assert held("omrade=SAM", "project") == {"P-1", "P-0"}
    assert set(scope_of("omrade=SAM", **MANY).taking_part("project")) == {"P-2"}
    assert set(scope_of("omrade=SAM", **MANY).paying("project")) == {"P-1", "P-0"}, "no division is decided"
    assert held("omrade=SAM", "budget") == {"B-1"}
    assert held("omrade=SAM", "call") == {"U-1", "U-2"}, "a call has no area"
    assert held("virkemiddel=KOM", "budget") == {"B-2"}
    assert held("virkemiddel=KOM", "activity") == {"A-1", "A-9"}
    assert held("virkemiddel=KOM", "project") == set()
    assert held("virkemiddel=KOM", "call") == {"U-1", "U-2"}
    assert held("program=HE", "call") == {"U-1"}
    assert held("program=HE", "budget") == {"B-1", "B-2"}
    assert held("tema=kultur", "need") == {"N-1"}
    assert held("tema=plan", "need") == set()
    assert held("tema=plan", "call") == {"U-1"}
    assert held("ring=ukraina", "need") == {"N-1"}
    assert held("ring=norden", "need") == set()
    assert held("ring=ukraina", "activity") == {"A-2"}, "through its cooperation"
    assert held("status=rejected", "project") == {"P-3"}
    assert held("status=rejected", "activity") == {"A-1", "A-2", "A-3", "A-9"}
    assert held("sok=bibl", "need") == {"N-1"}
    assert held("sok=tog", "call") == {"U-2"}
    assert held("periode=1999-1999", "project") == {"P-0", "P-1", "P-2", "P-3"}, "the period is each measure's own"


# -- metamorphic facts

DIMENSIONS: dict[str, tuple[str, ...]] = {
    "omrade": ("KUL", "NÆR", "SAM", "GAM"),
    "virkemiddel": ("PRO", "POL", "KOM", "BIL"),
    "program": ("HE", "INT"),
    "tema": ("klima_miljo", "kultur", "plan"),
    "ring": ("norden", "europa", "ukraina", "andre"),
    "status": tuple(CHOICES["status"]),
}


@pytest.mark.parametrize("name", DIMENSIONS)
def test_choosing_several_is_the_union_of_choosing_each(name: str) -> None:
    scope = scope_of(**MANY)
    each = {value: inside(scope.narrowed(**{name: (value,)})) for value in DIMENSIONS[name]}
    for first, second in product(DIMENSIONS[name], repeat=2):
        both = tuple(sorted({first, second}))
        assert inside(scope.narrowed(**{name: both})) == each[first] | each[second]


@pytest.mark.parametrize("name", ["omrade", "virkemiddel"])
def test_choosing_all_is_choosing_none_where_every_record_has_one(name: str) -> None:
    scope = scope_of(**MANY)
    assert inside(scope.narrowed(**{name: DIMENSIONS[name]})) == inside(scope) == ALL


@pytest.mark.parametrize("name", DIMENSIONS)
def test_toggling_there_and_back_gives_the_same(name: str) -> None:
    scope = scope_of("omrade=KUL,NÆR", **MANY)
    for value in DIMENSIONS[name]:
        there = scope.selection.toggle(name, value)
        assert there != scope.selection
        assert there.toggle(name, value) == scope.selection
        assert inside(Scope(scope.portfolio, there.toggle(name, value), TODAY)) == inside(scope)


@pytest.mark.parametrize("query", ["", *SELECTED])
def test_narrowing_never_adds(query: str) -> None:
    scope = scope_of(query, **MANY)
    for name, values in DIMENSIONS.items():
        for value in values:
            if not getattr(scope.selection, name):
                assert inside(scope.narrowed(**{name: (value,)})) <= inside(scope)


def test_widened_is_everything_on_the_same_day() -> None:
    scope = scope_of("omrade=KUL&tema=plan&sok=x&periode=2024-2024&vekt=timer&per=2026-05-19", **MANY)
    wide = scope.widened()
    assert inside(wide) == ALL - {"A-2"}
    assert wide.today == date(2026, 5, 19)
    assert wide.selection == replace(type(wide.selection)(), per=date(2026, 5, 19), vekt="timer")


def test_what_is_dated_after_its_data_has_not_happened() -> None:
    """Read on 1 May: what is dated after it was planned; a project counts, as far as it had come."""
    entities: dict[str, Any] = {
        "activity": {"held": activity(start="2026-05-01"), "planned": activity(start="2026-05-02")},
        "cooperation": {"C-1": cooperation(since="2026-05-10")},
        "dossier": {"D-1": dossier(opened="2026-05-10")},
        "project": {"P-1": project(start="2026-01-01"), "P-2": project(start="2026-05-10")},
        "project_step": {"1": step("P-1", "submitted", "2026-01-01"), "2": step("P-1", "granted", "2026-05-05")},
    }
    scope = known("", TODAY, date(2026, 5, 1), **entities)
    assert {code for entity in entities for code in scope.codes(entity)} == {"held", "P-1"}
    assert scope.steps["P-1"] == [("2026-01-01", "submitted")]
    assert known("", date(2026, 4, 30), date(2026, 5, 1), **entities).last_day("activity") == "2026-04-30"
    assert scope_of("", **entities).last_day("activity") == TODAY.isoformat(), "no source: the day looked at"
