"""Lists of records: which rows, in which order, and what their columns sum to."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import pytest

from akint_dash.domain.collation import folded, in_order
from akint_dash.domain.schema import ENTITIES
from akint_dash.domain.table import NOT_APPLICABLE, SomeOf
from akint_dash.measures.lists import (
    DERIVED,
    MISSING,
    SUMMED,
    Question,
    Sum,
    columns_of,
    listed,
    total,
    touched,
    value_of,
)
from akint_dash.measures.scope import Scope
from akint_dash.store.portfolio import STAFF_ONLY, make
from akint_dash.text.lists import summed
from akint_dash.text.words import Words

from .small import LISTS, activity, cash, project, scope_of, step


def name_of(scope: Scope) -> Any:
    def named(entity: str, code: object) -> str:
        values = scope.portfolio.get(entity, code)
        return str(values.get("title") or values.get("name_nb") or values.get("name") or code)

    return named


def codes(scope: Scope, entity: str = "project", **asked: Any) -> list[str]:
    return list(listed(scope, entity, Question(**asked), name_of(scope)).codes)


@pytest.fixture
def some() -> Scope:
    return scope_of(
        project={
            "P-1": project(title="Ørret", programme="INT", budget=300, currency="NOK", start="2024-05-01"),
            "P-2": project(title="Zebra", budget=100, currency="EUR", area="KUL", start="2025-01-01"),
            "P-3": project(title="ål i Årnes", programme="HE", start="2025-06-01", end="2027-01-01"),
            "P-4": project(title="Ærlig talt", budget=200, currency="NOK", summary="Om Kraków"),
            "P-5": project(title="Aasen", budget=0, currency="NOK", area="NÆR"),
        },
        project_step={
            "S-1": step("P-1", "idea", "2024-05-01"),
            "S-2": step("P-1", "granted", "2024-09-01"),
            "S-3": step("P-2", "rejected", "2025-02-01"),
            "S-4": step("P-3", "completed", "2027-03-01"),
        },
    )


# -- order


def test_names_stand_in_the_order_of_the_norwegian_alphabet(some: Scope) -> None:
    assert codes(some, order=(("navn", False),)) == ["P-2", "P-4", "P-1", "P-3", "P-5"]
    words = ["Zoo", "ære", "Ås", "østre", "Aa", "éa", "Eb", "Änd", "«Eg", "z"]
    assert sorted(words, key=in_order) == ["éa", "Eb", "«Eg", "z", "Zoo", "Änd", "ære", "østre", "Aa", "Ås"]


def test_what_is_missing_comes_last_either_way(some: Scope) -> None:
    # a euro is counted in kroner: 100 cents of 2025 at 11.50
    assert codes(some, order=(("budget", False),)) == ["P-5", "P-4", "P-1", "P-2", "P-3"]
    assert codes(some, order=(("budget", True),)) == ["P-2", "P-1", "P-4", "P-5", "P-3"]
    assert codes(some, order=(("programme", True),)) == ["P-1", "P-3", "P-2", "P-4", "P-5"]


def test_the_first_order_decides_and_equals_keep_the_next(some: Scope) -> None:
    assert codes(some, order=(("area", False), ("navn", True))) == ["P-2", "P-5", "P-3", "P-1", "P-4"]
    assert codes(some, order=(("area", True), ("navn", False))) == ["P-4", "P-1", "P-3", "P-5", "P-2"]


def test_a_choice_stands_in_the_order_of_its_steps(some: Scope) -> None:
    assert [value_of(some, "project", "status", code) for code in ("P-1", "P-2", "P-3")] == [
        "granted",
        "rejected",
        None,
    ]
    assert codes(some, order=(("status", False),))[:2] == ["P-1", "P-2"]


def test_blocks_together_are_the_whole_list_sorted() -> None:
    chance = random.Random(15)
    words = ["å", "ø", "æ", "a", "b", "Å", "aa", "z", "é", "«q»"]
    rows = {
        f"P-{at:03}": project(
            title="".join(chance.choices(words, k=3)),
            **({"budget": chance.randrange(5), "currency": "NOK"} if chance.random() < 0.7 else {}),
            **({"start": f"202{chance.randrange(9)}-01-01"} if chance.random() < 0.7 else {}),
        )
        for at in range(230)
    }
    scope = scope_of(project=rows)
    for order in ((("budget", True),), (("start", False), ("navn", False)), (("navn", True),), ()):
        whole = codes(scope, order=order)
        blocks = [code for at in range(0, 300, 100) for code in codes(scope, order=order)[at : at + 100]]
        assert blocks == whole
        assert sorted(whole) == sorted(rows)
        for (name, down), (before, after) in ((o, p) for o in order[:1] for p in pairwise(whole)):
            if name == "navn":
                keys = [in_order(str(rows[code]["title"])) for code in (before, after)]
                assert keys[0] >= keys[1] if down else keys[0] <= keys[1]
            else:
                one, other = (rows[code].get(name) for code in (before, after))
                assert other is None or (one is not None and (one >= other if down else one <= other))


# -- what is left out


def test_a_search_finds_folded_words_in_any_order_and_in_names_of_others(some: Scope) -> None:
    assert codes(some, sought="krakow ÆRLIG") == ["P-4"]
    assert codes(some, sought="arnes") == ["P-3"]
    assert codes(some, sought="horisont") == ["P-3"]
    assert codes(some, sought="Innvilget") == ["P-1"]
    assert codes(some, sought="samferdsel p-1") == ["P-1"]
    assert codes(some, sought="finnes ikke") == []
    assert len(codes(some, sought="  ")) == 5


def test_folding_takes_accents_and_capitals_away() -> None:
    assert folded("Tromsø, ÅLESUND, Ærø, Łódź, Besançon, Straße") == "tromso, alesund, aero, lodz, besancon, strasse"


def test_a_column_is_filtered_by_what_it_holds_or_lacks(some: Scope) -> None:
    assert codes(some, equal=(("area", "KUL"),)) == ["P-2"]
    assert codes(some, equal=(("programme", MISSING),)) == ["P-2", "P-4", "P-5"]
    assert codes(some, equal=(("status", "granted"),)) == ["P-1"]
    assert codes(some, equal=(("area", "finnes ikke"),)) == []


def test_bounds_are_inclusive_and_leave_out_what_is_missing(some: Scope) -> None:
    assert codes(some, least=(("start", "2025-01-01"),)) == ["P-2", "P-3"]
    assert codes(some, most=(("start", "2025-01-01"),)) == ["P-1", "P-2"]
    assert codes(some, least=(("budget", 2.0),), most=(("budget", 3.0),)) == ["P-1", "P-4"]


def test_the_selection_narrows_as_everywhere() -> None:
    records = {"P-1": project(), "P-2": project(area="KUL"), "P-3": project(programme="HE-C5")}
    for query, expected in (("omrade=KUL", ["P-2"]), ("program=HE", ["P-3"]), ("", ["P-1", "P-2", "P-3"])):
        assert codes(scope_of(query, project=records)) == expected


def test_a_period_keeps_what_overlaps_it_and_tells_of_what_has_no_day(some: Scope) -> None:
    narrowed = some.narrowed(periode=(2026, 2026))
    found = listed(narrowed, "project", Question(), name_of(narrowed))
    assert found.codes == ("P-1", "P-3")
    assert (found.of, found.undated) == (5, 2)


def test_counted_leaves_only_what_the_views_count() -> None:
    records = {"P-1": project(start="2025-01-01"), "P-2": project(), "P-3": project(start="2027-01-01")}
    scope = scope_of(project=records)
    assert codes(scope) == ["P-1", "P-2", "P-3"]
    assert codes(scope, counted=True) == ["P-1"]
    assert set(codes(scope, counted=True)) == scope.codes("project")


# -- sums


def test_a_column_sums_by_currency_and_tells_what_it_lacks(some: Scope) -> None:
    every = codes(some)
    assert total(some, "project", "budget", every) == Sum("budget", (("EUR", 100), ("NOK", 500)), 4, 5)
    assert total(some, "project", "start", every) == Sum("start", (), 3, 5)


def test_only_the_countys_own_money_makes_a_sum() -> None:
    for entity, names in SUMMED.items():
        every = {c.name for c in (*ENTITIES[entity].columns, *DERIVED.get(entity, ()))}
        assert names <= every
    assert "consortium_total" not in SUMMED["project"]
    assert "call" not in SUMMED


def test_a_fee_of_two_parts_is_their_sum_and_a_mixed_one_is_missing() -> None:
    fee = {"membership": "M", "amount": 10, "currency": "NOK"}
    one = {"organisation": "O", "area": "SAM", "from_date": "2020-01-01"}
    for parts, expected in (
        ([{**fee, "year": 2024}, {**fee, "year": 2025}, {**fee, "year": 2025}], 20),
        ([{**fee, "year": 2025}, {**fee, "year": 2025, "currency": "EUR"}], None),
        ([{**fee, "year": 2030}], None),
    ):
        scope = scope_of(
            organisation={"O": {"name": "Org", "area": "SAM"}},
            membership={"M": one},
            membership_fee={f"F{at}": part for at, part in enumerate(parts)},
        )
        assert value_of(scope, "membership", "fee", "M") == expected


def test_a_sum_counts_what_is_known_and_misses_only_what_should_be_there() -> None:
    """A course known in part is in the sum; a meeting has no people to miss, and what is to come no hours yet."""
    meeting = activity(kind="network_meeting", hours=None)
    scope = scope_of(
        activity={
            "A-1": activity(hours=2),
            "A-2": activity(hours=3),
            "A-3": activity(),
            "A-4": activity(start="2026-12-01"),
            "A-5": {name: value for name, value in meeting.items() if value is not None},
        },
        attendance={
            "T-1": {"activity": "A-1", "audience": "administration", "people": 2},
            "T-2": {"activity": "A-1", "audience": "politicians", "people": 7},
            "T-3": {"activity": "A-1", "audience": "business"},
            "T-4": {"activity": "A-2", "audience": "business", "people": 4},
        },
    )
    every = ["A-1", "A-2", "A-3", "A-4", "A-5"]
    people = [value_of(scope, "activity", "people", code) for code in every]
    assert people == [9, 4, None, NOT_APPLICABLE, NOT_APPLICABLE]
    assert [isinstance(one, SomeOf) for one in people] == [True, False, False, False, False]
    assert total(scope, "activity", "people", every) == Sum("people", (("", 13),), 1, 3, 1)
    assert [value_of(scope, "activity", "hours", code) for code in every] == [2, 3, None, NOT_APPLICABLE, None]
    assert total(scope, "activity", "hours", every) == Sum("hours", (("", 5),), 2, 4)
    told = summed(
        Words("nb"),
        "activity",
        columns_of(scope.portfolio, "activity")["people"],
        total(scope, "activity", "people", every),
    )
    assert told == "Sum av «Deltakelser»: minst 13; to mangler helt eller delvis"


def test_support_that_is_known_in_part_is_said_to_be() -> None:
    unknown = {name: value for name, value in cash("P-1", 1).items() if name not in ("amount", "currency")}
    scope = scope_of(
        project={"P-1": project(), "P-2": project()},
        funding={"F-1": cash("P-1", 600), "F-2": unknown, "F-3": cash("P-2", 50)},
    )
    for name in ("support_nok", "part_nok"):
        found = [value_of(scope, "project", name, code) for code in ("P-1", "P-2")]
        assert (found, [isinstance(one, SomeOf) for one in found]) == ([600, 50], [True, False])
        assert total(scope, "project", name, ["P-1", "P-2"]) == Sum(name, (("NOK", 650),), 1, 2, 1)


# -- who sees what


def test_strangers_are_not_offered_the_columns_of_staff() -> None:
    staff, public = (make(LISTS, [], [], audience) for audience in ("staff", "public"))
    for entity in ENTITIES:
        hidden = columns_of(staff, entity).keys() - columns_of(public, entity).keys()
        assert hidden == set(ENTITIES[entity].by_name) & (STAFF_ONLY | {"visibility"})


def test_every_filter_that_touches_a_kind_can_narrow_it_and_no_other_does() -> None:
    values: Any = {
        "fund": {"F": {"level": "eu", "scheme": "Ordning", "year": 2025, "area": "SAM"}},
        "need": {"N": {"region": "UA-32", "theme": "plan", "words": "Noe", "date": "2025-01-01"}},
        "actor": {"A": {"name": "Aktør"}},
    }
    tries = {
        "omrade": "omrade=KUL",
        "program": "program=INT",
        "tema": "tema=kultur",
        "ring": "ring=norden",
        "virkemiddel": "virkemiddel=POL",
        "status": "status=idea",
        "periode": "periode=1999",
        "sok": "sok=umulig",
    }
    for entity in values:
        for name, query in tries.items():
            found = codes(scope_of(query, **values), entity)
            assert (found == []) == (name in touched(entity)), (entity, name)


def test_of_a_shared_project_a_list_tells_the_chosen_areas_part_and_when_it_was_decided() -> None:
    shared = {"P-1": project(areas=[("SAM", 60), ("KUL", 40)])}
    steps = {"S-1": step("P-1", "rejected", "2024-03-01"), "S-2": step("P-1", "granted", "2025-03-01")}
    whole = scope_of(project=shared, project_step=steps, funding={"F-1": cash("P-1", 1_000_000)})
    for scope, ore in ((whole, 1_000_000), (whole.narrowed(omrade=("SAM",)), 600_000)):  # of one portfolio
        assert value_of(scope, "project", "part_nok", "P-1") == ore
        assert total(scope, "project", "part_nok", ["P-1"]).parts == (("NOK", ore),)
        assert value_of(scope, "project", "support_nok", "P-1") == 1_000_000
        assert value_of(scope, "project", "decided_on", "P-1") == "2025-03-01"
    bare = scope_of(project={"P-2": project()})
    assert [value_of(bare, "project", name, "P-2") for name in ("part_nok", "decided_on")] == [None, "–"]


def test_an_actor_has_as_many_participations_as_name_it_and_one_without_has_none() -> None:
    takes = {"actor": "A", "source": "cordis", "project_title": "X", "from_date": "2024-01-01"}
    scope = scope_of(
        actor={"A": {"name": "Ett"}, "B": {"name": "To"}},
        participation={"T-1": takes, "T-2": {**takes, "from_date": "2030-01-01"}},
    )
    assert [value_of(scope, "actor", "participations", code) for code in ("A", "B")] == [2, 0]
    assert total(scope, "actor", "participations", ["A", "B"]).parts == (("", 2),)
