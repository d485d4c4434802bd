"""Answers under a narrowed selection: what it holds none of is no hole, and what it cannot touch says so."""

from __future__ import annotations

from datetime import date
from typing import Any

from akint_dash.text.answered import answers
from akint_dash.text.answers import Answer
from akint_dash.text.words import Words
from tests.measures.small import activity, cooperation, dossier, project, scope_of, step

TODAY = date(2026, 11, 24)
SOME: dict[str, Any] = {
    "activity": {
        "A-1": activity(kind="course"),
        "A-2": activity(kind="support", area="FRL", areas=[["SAM", None]], answered="2026-03-01"),
        "spurious": activity(kind="course", area="KUL", start="2026-12-24"),
    },
    "dossier": {"D-1": dossier()},
    "cooperation": {"C-1": cooperation()},
    "need": {"N-1": {"region": "UA-32", "theme": "plan", "words": "Skoler"}},
}


def told(query: str = "") -> tuple[dict[str, Answer], dict[str, Answer]]:
    return answers(Words("nb"), scope_of(query, TODAY, **SOME), 2024, 2027)


def test_nothing_chosen_is_the_county() -> None:
    inside, county = told()
    assert inside == county


def test_what_the_selection_holds_none_of_is_no_hole_with_an_owner() -> None:
    inside, county = told("omrade=KUL")
    unheard = "Ingenting er registrert med disse filtrene; tall for 2024, 2025 og 2026 mangler."
    for row, words in (("S15", unheard), ("S18", unheard), ("S20", "Ingen pågående samarbeid med disse filtrene.")):
        assert county[row].measured
        assert (inside[row].measured, inside[row].outside, inside[row].words) == (False, True, words)
    assert inside["S17"].words.startswith("Mangler: medlemskap")  # the county has none either: that is a hole
    assert not inside["S17"].outside


def test_the_countys_answers_stand_whatever_is_chosen() -> None:
    whole = told()[1]
    for query in ("omrade=KUL", "virkemiddel=PRO", "program=HE", "sok=finnes-ikke", "periode=2027-2027"):
        assert told(query)[1] == whole, query


def test_ukraine_is_itself_whatever_is_chosen() -> None:
    for query in ("tema=kultur", "sok=x", "omrade=KUL"):
        assert told(query)[0]["S22"] == told()[0]["S22"], query
    assert " Én region har meldt behov." in told()[0]["S22"].words


def test_a_status_is_compared_with_nothing_but_the_year_is_told() -> None:
    """Statuses are today's: the answer was that the selection holds nothing."""
    some: dict[str, Any] = {
        "activity": {"A-1": activity(start="2025-03-01")},
        "project": {"P": project()},
        "project_step": {"1": step("P", "granted", "2026-03-01")},
    }
    inside = answers(Words("nb"), scope_of("status=granted", TODAY, **some), 2024, 2027)[0]["S19"]
    assert inside.measured
    assert (
        inside.words
        == "Ett tiltak hittil i 2026. Filteret bruker dagens status. Tallet sammenlignes derfor ikke med året før."
    )


def test_an_areas_means_that_lack_this_year_are_its_own_to_mend() -> None:
    """Another area's of the year and its own of the year before made it nothing in the selection."""
    budget = {"area": "SAM", "instrument": "PRO", "planned_nok": 100_00}
    some: dict[str, Any] = {
        **SOME,
        "budget": {"B-1": {**budget, "year": 2026}, "B-2": {**budget, "area": "KUL", "year": 2025}},
    }
    inside = answers(Words("nb"), scope_of("omrade=KUL", TODAY, **some), 2024, 2027)[0]["S7"]
    assert (inside.measured, inside.outside) == (False, False)
    assert inside.words.startswith("Mangler: avsatte midler for 2026. Ansvarlig: ")
