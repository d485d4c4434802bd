"""The months of initiatives: what they choose, and what is not said of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from akint_dash.components.page import Site
from akint_dash.domain.schema import ENTITIES
from akint_dash.domain.selection import Selection
from akint_dash.measures.explore import ask
from akint_dash.measures.explore_compare import shown_of, terms
from akint_dash.measures.explore_questions import Inquiry
from akint_dash.measures.forecast import forecast
from akint_dash.measures.frame import frame
from akint_dash.measures.lists import Question, listed, touched
from akint_dash.measures.pipeline import pipeline
from akint_dash.measures.projects import DECIDED_BY
from akint_dash.measures.same_days import same_days
from akint_dash.measures.scope import Scope
from akint_dash.measures.weight import by_month, registered
from akint_dash.store.portfolio import Portfolio
from akint_dash.text.frame import in_year
from akint_dash.text.words import Words

from .small import activity, cooperation, dossier, project, scope_of, step

SOME: dict[str, Any] = {
    "project": {
        "P-1": project(start="2025-06-01"),
        "P-2": project(start="2025-03-31"),
        "P-3": project(),
    },
    "project_step": {"1": step("P-1", "idea", "2025-03-01"), "2": step("P-1", "granted", "2025-09-01")},
    "activity": {"A-1": activity(start="2025-03-15"), "A-2": activity(start="2026-03-15")},
    "dossier": {"D-1": dossier(opened="2025-03-02")},
    "cooperation": {"C-1": cooperation(since="2025-04-01")},
}
TODAY = date(2026, 11, 24)


@pytest.fixture
def portfolio(site: Site) -> Portfolio:
    """The demonstration, as everyone sees it."""
    return site.snapshots.portfolio("public")


def inside(query: str) -> set[str]:
    scope = scope_of(query, **SOME)
    return {scope.facts.records[i][1] for i in scope.facts.record[scope.responsible_any_year]}


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("maned=2025-03", {"P-1", "P-2", "A-1", "D-1"}),
        ("maned=2025-04", {"C-1"}),
        ("maned=2025-06", set()),
        ("maned=2025-04,2026-03", {"C-1", "A-2"}),
        ("maned=2025-03&virkemiddel=PRO", {"P-1", "P-2"}),
    ],
)
def test_what_a_month_chooses(query: str, codes: set[str]) -> None:
    """What began or was held in it, by its own day: a project's first step before its start. None has no day."""
    assert inside(query) == codes
    scope = scope_of(query, **SOME)
    for entity in ("project", "activity"):
        assert set(scope.records(entity)) == {code for code in codes if code in SOME[entity]}


def test_a_list_says_how_many_have_no_day() -> None:
    found = listed(scope_of("maned=2025-03&periode=2025", **SOME), "project", Question(), lambda _, code: str(code))
    assert (set(found.codes), found.undated) == ({"P-1", "P-2"}, 1)
    kinds = {entity for entity in ENTITIES if "maned" in touched(entity)}
    assert kinds == {"project", "dossier", "activity", "cooperation"}


def _of_time(portfolio: Portfolio, **chosen: Any) -> Scope:
    return Scope(portfolio, Selection(**chosen).of_time(), TODAY)


@pytest.mark.parametrize("chosen", [{}, {"omrade": ("SAM",)}, {"tema": ("kultur",)}, {"status": ("granted",)}])
@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_months_of_a_year_part_what_began_in_it(portfolio: Portfolio, year: int, chosen: dict[str, Any]) -> None:
    """Each bar is what its page counts, each record lies in one month, and Explore's months are the same."""
    whole = Scope(portfolio, Selection(periode=(year, year), **chosen), TODAY)
    told = ask(whole, Inquiry("tiltak", "maned", begun=True)).firsts
    for _, month, n in by_month(whole).rows:
        code = f"{year}-{month:02d}"
        page = _of_time(portfolio, maned=(code,), **chosen)
        assert registered(page) == (n or 0)
        assert int(page.responsible_any_year.sum()) == (n or 0)
        assert (told[code].records if code in told else 0) == (n or 0)
    every = tuple(f"{year}-{month:02d}" for month in range(1, 13))
    began = whole.responsible_any_year & (whole.facts.year == year)
    assert (_of_time(portfolio, maned=every, **chosen).responsible_any_year == began).all()


def test_nothing_is_compared_with_the_year_before_and_nothing_foretold(portfolio: Portfolio) -> None:
    for months in ((f"2026-{month:02d}" for month in range(1, 4)), ("2025-03", "2026-03")):
        scope = _of_time(portfolio, maned=tuple(months))
        assert frame(scope).before is None
        assert set(same_days(scope).values()) == {None}
        assert forecast(scope, pipeline(scope)) is None
    assert frame(scope, "participation").before is not None  # which no month touches


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ({"maned": ("2026-03",)}, {"maned": ("2025-03",)}, ""),
        ({"maned": ("2026-03",)}, {"periode": (2025, 2025)}, "months"),
        ({"maned": ("2026-10",)}, {"maned": ("2025-10",)}, "ahead"),
    ],
)
def test_months_stand_beside_months_that_are_over(
    portfolio: Portfolio, first: dict[str, Any], second: dict[str, Any], apart: str
) -> None:
    shown = shown_of(Scope(portfolio, Selection(), TODAY), "tiltak")
    assert terms(Selection(**first).of_time(), Selection(**second).of_time(), shown).apart == apart


def test_titles_of_what_began_say_the_months_and_those_of_kroner_and_decisions_the_year(portfolio: Portfolio) -> None:
    w, scope = Words("nb"), _of_time(portfolio, maned=("2026-02", "2026-03"))
    assert in_year(w, frame(scope)) == "i februar og mars 2026"
    assert in_year(Words("en"), frame(scope, "activity")) == "in February and March 2026"
    hours = frame(scope.narrowed(vekt="timer"))
    assert in_year(w, hours) == "i februar og mars 2026", "hours are of what began in them, too"
    for other in (frame(scope, *DECIDED_BY), frame(scope).of_years, frame(scope.narrowed(vekt="kroner"))):
        assert in_year(w, other) == "hittil i 2026"
    most = _of_time(portfolio, maned=tuple(f"2025-{month:02d}" for month in range(1, 7)))
    assert in_year(w, frame(most)) == "i de valgte månedene i 2025"
