"""Outside actors by year, sector and municipality, and guidance beside participation."""

from __future__ import annotations

from typing import Any

from akint_dash.measures import participations as measure
from akint_dash.measures.places import today_of
from akint_dash.measures.support import never_guided

from .small import MUNICIPALITIES, activity, scope_of

SOME: dict[str, Any] = {
    "municipality": {**MUNICIPALITIES, "0301": {"name_nb": "Oslo", "county": "03"}},
    "actor": {
        "a": {"name": "A", "sector": "business", "municipality": "3024"},
        "b": {"name": "B", "municipality": "0301"},
        "c": {"name": "C", "sector": "research"},
    },
    "participation": {
        "1": {"actor": "a", "from_date": "2024-03-01", "to_date": "2025-02-01", "amount": 100_00, "currency": "NOK"},
        "2": {"actor": "a", "from_date": "2025-06-01", "to_date": "2028-01-01", "amount": 10_00, "currency": "EUR"},
        "3": {"actor": "b", "from_date": "2026-01-01", "amount": 77_00, "currency": "NOK"},
        "4": {"actor": "c", "from_date": "2026-02-01", "to_date": "2027-01-01"},
        "5": {"actor": "a"},
        "6": {"actor": "a", "from_date": "2026-05-21", "amount": 10**9, "currency": "NOK"},
        "7": {"actor": "a", "from_date": "2019-01-01", "to_date": "2023-12-31", "amount": 10**9, "currency": "NOK"},
    },
    "activity": {
        "g1": activity(kind="guidance", start="2025-01-10", actors=[["a", None], ["b", None]]),
        "g2": activity(kind="guidance", start="2026-05-21", actors=[["c", None]]),
        "k": activity(kind="course", start="2025-01-10", actors=[["c", None]]),
    },
}


def test_a_participation_counts_in_every_year_from_start_to_end_up_to_today() -> None:
    rows = {(row[0], row[1]): row[2:] for row in measure.by_year_sector(scope_of(**SOME)).rows}
    assert rows == {
        (2024, ("sector", "business")): (1, 1),
        (2025, ("sector", "business")): (2, 1),
        (2026, ("sector", "business")): (1, 1),
    }
    assert measure.actors_in_year(scope_of(**SOME), 2025) == 1
    assert measure.undated(scope_of(**SOME)) == ["5"]


def test_a_participation_in_a_project_of_ours_ends_with_it_at_the_latest() -> None:
    def years(**values: Any) -> list[int]:
        taken = {"actor": "a", "from_date": "2024-03-01", "to_date": "2026-01-01", "project": "P", **values}
        project = {"P": {"title": "P", "area": "SAM", "end": "2025-03-31"}}
        found = scope_of(**SOME | {"participation": {"1": taken}, "project": project})
        return sorted({row[0] for row in measure.by_year_sector(found).rows if row[2]})

    assert years() == [2024, 2025]
    assert years(project=None) == [2024, 2025, 2026]
    assert years(to_date="2024-12-31") == [2024]
    assert years(to_date=None) == [2024], "its own end is not known: it lies in the year of its start only"
    assert years(from_date="2026-02-01", to_date="2026-04-01") == [2026], "nothing ends before it begins"


def test_outside_is_shown_as_outside_and_unknown_as_unknown() -> None:
    rows = list(measure.by_municipality(scope_of(**SOME)).rows)
    assert rows == [
        (("municipality", "3201"), 1, 2, 100_00 + 115_00, 0, 0),
        (("municipality", "3203"), 0, 0, 0, 0, 0),
        (("municipality", ""), 1, 1, 77_00, 0, 0),
        (None, 1, 1, None, 1, 0),
    ]


def test_a_municipality_whose_participations_lack_a_start_has_no_zero() -> None:
    lost = {"actor": "a", "municipality": "3203", "project_title": "L"}
    some = {**SOME, "participation": {**SOME["participation"], "lost": lost}}
    assert [row[0] for row in measure.by_municipality(scope_of(**some)).rows] == [
        ("municipality", "3201"),
        ("municipality", ""),
        None,
    ]


def test_a_number_of_an_earlier_list_is_todays_municipality() -> None:
    scope = scope_of(**SOME)
    assert today_of(scope.portfolio, "3024") == "3201"
    assert today_of(scope.portfolio, "9999") == ""
    assert today_of(scope.portfolio, None) == ""


def test_a_municipality_has_the_participations_that_lie_there_and_no_row_of_another() -> None:
    every = {row["place"]: row for row in measure.by_municipality(scope_of(**SOME)).dicts()}
    for chosen in ("3201", "3024"):  # today's number, and that of an earlier list
        found = list(measure.by_municipality(scope_of(f"kommune={chosen}", **SOME)).dicts())
        assert found == [every["municipality", "3201"]]
        assert found[0]["n"] > 0
    assert [row["n"] for row in measure.by_municipality(scope_of("kommune=3203", **SOME)).dicts()] == [0]


def test_participation_after_the_first_guidance_stands_apart_from_that_before() -> None:
    found = measure.guided(scope_of(**SOME))
    assert [(g.actor, g.days, [t.code for t in g.before], [t.code for t in g.after]) for g in found] == [
        ("a", ("2025-01-10",), ["7", "1"], ["2"]),
        ("b", ("2025-01-10",), [], ["3"]),
    ]
    assert measure.guided_table(found).rows[0] == (("actor", "a"), "2025-01-10", 1, 2, 1)
    assert measure.guided(scope_of("periode=2026-2026", **SOME)) == []


def test_the_first_guidance_is_the_actor_s_own_whoever_gave_it() -> None:
    """Under a filter "first" was the filter's first: what began after an earlier guidance was counted as before it."""
    some: dict[str, Any] = {
        **SOME,
        "activity": {
            "g1": activity(kind="guidance", start="2025-01-10", actors=[["a", None]], area="KUL"),
            "g2": activity(kind="guidance", start="2026-01-10", actors=[["a", None]], area="SAM"),
            "spurious": activity(kind="course", start="2024-01-10", actors=[["a", None]], area="SAM"),
        },
    }
    for query in ("", "omrade=SAM", "omrade=KUL", "periode=2025-2026"):
        (found,) = measure.guided(scope_of(query, **some))
        assert found.days == ("2025-01-10", "2026-01-10"), query
        assert [t.code for t in found.after] == ["2"], query
    (alone,) = measure.guided(scope_of("periode=2026-2026", **some))
    assert (alone.days[0], [t.code for t in alone.after]) == (
        "2025-01-10",
        [],
    )  # what began in 2025 is not of the period
    assert measure.guided(scope_of("omrade=NÆR", **some)) == []


def test_a_text_finds_the_participations_of_the_actors_it_names() -> None:
    """A search for an actor's name said that nobody in Akershus takes part."""
    some: dict[str, Any] = {**SOME, "actor": {**SOME["actor"], "a": {**SOME["actor"]["a"], "name": "Klimafabrikken"}}}
    assert [t.code for t in measure.takings(scope_of("sok=klima", **some))] == ["1", "2"]
    assert measure.takings(scope_of("sok=intet", **some)) == []


def test_nobody_is_said_to_have_begun_nothing_where_starts_are_missing() -> None:
    lost = {code: {k: v for k, v in t.items() if k != "from_date"} for code, t in SOME["participation"].items()}
    assert never_guided(scope_of(**{**SOME, "participation": lost})) == (0, 0)
    assert never_guided(scope_of(**SOME))[0] > 0
