"""Who has learnt what, and whether it grows."""

from __future__ import annotations

from typing import Any

from akint_dash.measures import competence as measure
from akint_dash.measures.frame import frame
from akint_dash.measures.same_days import county_same_days

from .small import activity, project, scope_of


def seats(activity: str, audience: str, people: int | None, **values: Any) -> dict[str, Any]:
    return {"activity": activity, "audience": audience, **({} if people is None else {"people": people}), **values}


SOME: dict[str, Any] = {
    "activity": {
        "1": activity(start="2025-02-01", level="strategic"),
        "2": activity(start="2026-02-01", level="operative", kind="exchange", area="KUL"),
        "3": activity(start="2026-03-01", kind="seminar"),
        "as": activity(start="2026-04-01", kind="contact", instrument="KOM", level="operative", actors=[["X", None]]),
        "no": activity(start="2026-04-01", kind="seminar", instrument="BIL"),
        "tomorrow": activity(start="2026-05-21", area="NÆR", actors=[["Y", None]]),
        "old": activity(start="2023-02-01", actors=[["Z", None]]),
    },
    "attendance": {
        "a": seats("1", "county_cabinet", 3),
        "b": seats("1", "administration", 20),
        "c": seats("2", "administration", None),
        "d": seats("2", "municipalities", 7),
        "e": seats("3", "politicians", 4),
        "f": seats("no", "politicians", 400),
        "g": seats("tomorrow", "politicians", 400),
    },
    "project": {"P": project(start="2025-07-01", actors=[["Z", None], ["W", None]])},
}


def test_an_activity_counts_as_competence_by_its_kind_or_its_own_word() -> None:
    found = measure.lessons(scope_of(**SOME))
    assert [one.code for one in found] == ["1", "2", "3", "as"]
    assert measure.people(found) == 34
    assert [one.code for one in found if one.lacks] == ["2", "as"]


def test_an_activity_that_lacks_one_of_its_numbers_still_stands_in_the_sums_with_the_other() -> None:
    found = measure.lessons(scope_of(**SOME))
    assert [one.code for one in found if one.told] == ["1", "2", "3"]
    assert measure.people([one for one in found if not one.told]) is None
    assert measure.people([one for one in found if one.told]) == measure.people(found)


def test_levels_add_up_with_those_that_lack_one() -> None:
    scope = scope_of(**SOME)
    rows = {r["audience"][1]: r for r in measure.by_audience(scope, measure.lessons(scope)).dicts()}
    assert (rows["administration"]["strategic"], rows["administration"]["lacking"]) == (20, 1)
    assert rows["administration"]["operative_n"] == 1
    assert rows["politicians"]["people"] == rows["politicians"]["unlevelled"] == 4
    parts = ("strategic", "operative", "unlevelled")
    assert all((r["people"] or 0) == sum(r[part] or 0 for part in parts) for r in rows.values())
    assert rows["administration"]["operative"] is None, "one was there, and its number is not known"


def test_areas_without_any_stand_with_zero_and_those_that_have_registered_nothing_are_missing() -> None:
    """Of a year that an area has registered nothing of, what it arranged is not known; nor is all of it then 0."""
    some: Any = SOME["activity"]
    met = {year: activity(kind="network_meeting", area="NÆR", start=f"{year}-02-01") for year in (2024, 2025, 2026)}
    for held, there in (
        (some, (None, None)),
        ({**some, "2026": met[2026]}, (None, None)),
        ({**some, **{str(year): one for year, one in met.items()}}, (0, 0)),
    ):
        scope = scope_of(**{**SOME, "activity": held})
        data = measure.by_area(scope, measure.lessons(scope))
        assert {r["area"][1]: (r["n"], r["people"]) for r in data.dicts()} == {
            "SAM": (3, 27), "KUL": (1, 7), "NÆR": there,
        }  # fmt: skip


def test_the_leadership_is_counted_at_the_area_that_arranged_it() -> None:
    scope = scope_of(**SOME)
    rows = {r["area"][1]: tuple(r.values())[1:] for r in measure.leadership(scope, measure.lessons(scope)).dicts()}
    assert rows["SAM"] == (1, "2025-02-01", 1, "2026-03-01")
    assert rows["KUL"] == (0, None, 0, None)
    assert measure.reached(measure.lessons(scope), "county_cabinet") == 1


def test_this_year_is_compared_with_the_same_days() -> None:
    now, before = measure.to_date(scope_of(**SOME)) or ([], [])
    assert ([one.code for one in now], [one.code for one in before]) == (["2", "3", "as"], ["1"])


def test_kinds_stand_in_every_year_and_exchange_first() -> None:
    scope = scope_of(**SOME)
    data = measure.by_year_kind(scope, measure.lessons(scope))
    assert [r[1][1] for r in data.rows[:4]] == ["exchange", "course", "seminar", "contact"]
    assert data.total("people") == 34


def test_new_is_new_in_the_whole_record_and_nothing_is_new_in_its_first_year() -> None:
    found = {g.year: g for g in measure.growth(scope_of("periode=2023-2026", **SOME))}
    assert (found[2023].areas, found[2023].actors) == (None, None)
    assert found[2024].silent, "nobody registered anything: what was done is missing, not 0"
    assert (found[2025].areas, found[2025].actors) == ((), ("W",))
    assert (found[2026].areas, found[2026].actors) == (("KUL",), ("X",))
    assert measure.growth_table(list(found.values())).column("actors") == ("–", None, 1, 1)
    assert set(measure.growth_table(list(found.values()), learnt=False).column("people")) == {"–"}


def test_a_status_chooses_nothing_that_has_a_number_of_people() -> None:
    """Participants stood as 0 under applications that wait."""
    assert measure.counts_people(scope_of("omrade=SAM"))
    assert not measure.counts_people(scope_of("status=submitted"))
    assert not measure.counts_people(scope_of("virkemiddel=POL"))
    assert measure.counts_people(scope_of("virkemiddel=POL,KOM"))


def test_growth_counts_every_instrument_on_the_same_days() -> None:
    scope = scope_of(**SOME)
    assert county_same_days(scope, frame(scope)) == (4, 1)


def test_what_is_new_is_new_to_the_county_and_people_are_those_of_the_activities_counted() -> None:
    some: dict[str, Any] = {
        "activity": {
            "1": activity(start="2024-03-01", actors=[["A", None]]),
            "2": activity(start="2025-03-01", actors=[["A", None], ["B", None]], themes=[["kultur", None]]),
            "3": activity(area="KUL", start="2025-04-01", themes=[["plan", None]]),
            "spurious": activity(start="2026-09-01", actors=[["C", None]], themes=[["kultur", None]]),
        },
        "attendance": {"P1": {"activity": "2", "audience": "business", "people": 4},
                       "P2": {"activity": "3", "audience": "business", "people": 50}},
        "participation": {"T": {"actor": "D", "from_date": "2025-01-01"},
                          "O": {"actor": "E", "from_date": "2020-01-01"}},
    }  # fmt: skip

    def of(query: str) -> dict[int, Any]:
        return {g.year: (g.n, g.people, g.areas, g.actors) for g in measure.growth(scope_of(query, **some))}

    assert of("")[2024] == (1, None, None, None)  # the first year: a participation of 2020 makes it no second one
    assert of("")[2025] == (2, 54, ("KUL",), ("B", "D"))
    assert of("tema=kultur")[2025] == (1, 4, (), ("B",))  # A and SAM are new to the theme, not to the county
    assert of("program=HE")[2025] == (0, 0, (), ())  # participants beside filtered activities would be two bases
    assert of("tema=plan")[2025] == (1, 50, ("KUL",), ())


def test_the_leadership_is_told_of_areas_that_arranged_something_in_a_narrowed_selection() -> None:
    def areas(query: str) -> set[str]:
        scope = scope_of(query, **SOME)
        return {r["area"][1] for r in measure.leadership(scope, measure.lessons(scope)).dicts()}

    assert "NÆR" in areas("")
    assert areas("sok=finnes-ikke") == set()
