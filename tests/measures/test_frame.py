"""The frame: the year shown lies in the period, comparisons stop where the data do, and old data are not compared."""

from __future__ import annotations

from datetime import date
from itertools import product
from math import prod
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akint_dash.domain.history import Change
from akint_dash.domain.selection import Selection
from akint_dash.measures.forecast import Forecast, forecast
from akint_dash.measures.frame import STALE_DAYS, Frame, frame, frame_of, same_day
from akint_dash.measures.holes import holes
from akint_dash.measures.pipeline import pipeline
from akint_dash.measures.projects import running
from akint_dash.measures.same_days import county_same_days, same_days
from akint_dash.measures.scope import Scope
from akint_dash.store.data_days import data_days
from akint_dash.store.portfolio import make
from akint_dash.text.frame import silence
from akint_dash.text.words import Words

from .frames import a_frame, known, revision
from .small import LISTS, activity, cash, project, scope_of, step

DAY = date(2026, 10, 30)


def test_a_source_tells_of_all_its_entities_and_an_undo_of_none() -> None:
    revisions = [
        revision(1, "2026-01-10"),
        revision(2, "2026-03-10", "cordis", data="2026-02-01"),
        revision(3, "2026-05-10"),
        revision(4, "2026-06-10", "undo", undoes=3),
        revision(5, "2026-07-10", "nettleser"),
    ]
    touched = [(1, "project"), (2, "participation"), (3, "activity"), (4, "activity"), (5, "dossier")]
    assert data_days(revisions, touched) == {
        "project": date(2026, 5, 10),
        "activity": date(2026, 5, 10),
        "participation": date(2026, 2, 1),
    }


def test_data_of_a_day_after_they_were_read_are_of_the_day_they_were_read() -> None:
    assert data_days([revision(1, "2026-01-10", data="2027-01-01")], [(1, "project")]) == {"project": date(2026, 1, 10)}


def test_a_stranger_learns_the_day_of_what_he_may_see_only() -> None:
    hidden = activity(visibility="internal")
    state = {**LISTS, "activity": {"A-1": hidden}}
    portfolio = make(state, [revision(1, "2026-01-10")], [(1, Change("activity", "A-1", None, hidden))], "public")
    assert portfolio.data_day("activity") is None


def test_the_comparison_runs_to_the_data_s_own_day() -> None:
    some = {f"{year}-{i}": activity(start=f"{year}-{month}-15") for year, months in ((2025, 12), (2026, 10))
            for i, month in enumerate(f"{m:02d}" for m in range(1, months + 1))}  # fmt: skip
    scope = known("", date(2026, 11, 25), DAY, activity=some)
    shown = frame(scope)
    assert (shown.year, shown.until, shown.before, shown.so_far) == (2026, DAY, date(2025, 10, 30), True)
    assert same_days(scope)["KOM"] == (10, 10)  # to today it would be 10 against 11


def test_old_data_are_not_compared() -> None:
    """On the last day of 2027 without new data it must not say '0 mot 57'."""
    some = {f"A-{i}": activity(start="2026-05-01") for i in range(57)}
    scope = known("", date(2027, 12, 31), DAY, activity=some)
    shown = frame(scope)
    assert shown.stale
    assert shown.year == 2026
    assert shown.until is None
    assert county_same_days(scope, shown) is None
    assert 2027 not in shown.years


@pytest.mark.parametrize(("age", "stale"), [(0, False), (STALE_DAYS, False), (STALE_DAYS + 1, True)])
def test_the_age_at_which_data_are_old(age: int, stale: bool) -> None:
    today = date.fromordinal(DAY.toordinal() + age)
    assert frame(known("", today, DAY, activity={"A": activity()})).stale is stale


def test_a_finished_year_is_compared_whole_however_old_the_data() -> None:
    scope = known(
        "periode=2025-2025",
        date(2027, 12, 31),
        DAY,
        activity={"A": activity(start="2025-12-31"), "B": activity(start="2023-05-01")},
    )
    assert frame(scope).until == date(2025, 12, 31)
    assert same_days(scope)["KOM"] == (1, 0)


def test_the_oldest_entity_decides_how_far_all_are_compared() -> None:
    changes = [(1, Change("dossier", "D", None, {})), (2, Change("activity", "A", None, {}))]
    revisions = [revision(1, "2026-04-01", "a"), revision(2, "2026-05-01", "b")]
    state = {**LISTS, "activity": {"A": activity()}}
    scope = Scope(make(state, revisions, changes, "staff"), Selection(), date(2026, 5, 2))
    assert frame(scope).data_day == date(2026, 4, 1)
    assert frame_of(scope, "KOM").data_day == date(2026, 5, 1)


@given(
    st.dates(date(2020, 1, 1), date(2031, 12, 31)),
    st.dates(date(2020, 1, 1), date(2031, 12, 31)),
    st.sampled_from(["", "periode=2024-2024", "periode=2025-2026", "periode=2027-2030"]),
)
def test_the_year_shown_is_one_of_the_period(today: date, day: date, query: str) -> None:
    shown = frame(known(query, today, day, activity={"A": activity()}))
    assert shown.first <= shown.year <= shown.last
    assert shown.data_day <= today
    assert all(year <= shown.data_day.year for year in shown.years)
    if shown.until is not None and shown.before is not None:
        assert shown.until.year == shown.year == shown.before.year + 1


def test_the_29th_of_february_is_compared_with_the_28th() -> None:
    assert same_day(date(2024, 2, 29), 2023) == date(2023, 2, 28)
    assert same_day(date(2025, 2, 28), 2024) == date(2024, 2, 28)


def test_a_project_belongs_to_every_year_it_overlaps() -> None:
    some: dict[str, Any] = {
        "project": {
            "lasts": project(start="2025-01-01", end="2028-06-30"),
            "ends": project(start="2025-01-01", end="2026-12-31"),
            "open": project(start="2025-01-01"),
            "stopped": project(start="2025-01-01", end="2028-06-30"),
        },
        "project_step": {
            **{f"{code}-1": step(code, "running", "2025-01-01") for code in ("lasts", "ends", "open", "stopped")},
            "stop": step("stopped", "withdrawn", "2026-02-01"),
        },
    }
    assert running(scope_of("periode=2027-2027", **some)) == 2
    assert running(scope_of("periode=2026-2026", **some)) == 3
    assert running(scope_of("periode=2024-2024", **some)) == 0
    assert scope_of("periode=2026-2026", **some).codes("project", any_year=False) == {
        "lasts",
        "ends",
        "open",
        "stopped",
    }


def test_old_data_lack_nothing_of_this_year() -> None:
    """'Samferdsel har ikke registrert tiltak i 2027' of data from 2026 is no hole."""
    some = {"activity": {"A": activity(start="2026-05-01", area="KUL")}}
    fresh = {hole.kind for hole in holes(known("", date(2026, 11, 25), DAY, **some))}
    assert "silent_area" in fresh
    for today in (date(2026, 12, 31), date(2027, 1, 2), date(2027, 12, 31)):
        assert "silent_area" not in {hole.kind for hole in holes(known("", today, DAY, **some))}


def test_the_forecast_is_a_range_by_origin_and_silent_where_it_must_be() -> None:
    def made(
        query: str = "", today: date = date(2026, 5, 20), decided: int = 10, ore: int = 1_000_000_000
    ) -> Forecast | None:
        codes = [f"W{i}" for i in range(decided)] + ["S1", "S2"]
        scope = scope_of(
            query,
            today,
            project={code: project(origin="own") for code in codes},
            project_step={
                **{
                    f"{c}-1": step(c, "granted" if i % 2 else "rejected", "2026-02-01")
                    for i, c in enumerate(codes[:-2])
                },
                **{f"{c}-1": step(c, "submitted", "2026-03-01") for c in codes[-2:]},
            },
            funding={c: cash(c, ore) for c in codes},
        )
        return forecast(scope, pipeline(scope))

    found = made()
    assert found is not None
    assert (found.low_mill, found.high_mill, found.top_mill, found.n) == (50, 70, 70.0, 2)
    assert found.rates == (("own", 0.5),)
    assert made(decided=4) is None  # fewer than five decisions
    few = made(decided=9)
    assert few is not None
    assert few.whole, "80 % likely from nine decisions: every outcome instead"
    assert made("status=submitted,granted") is None  # a choice of status decides what is counted
    assert made("periode=2025-2025", date(2026, 5, 20)) is None  # a year that is over
    assert made(today=date(2028, 1, 1)) is None
    odd = made(ore=124_000_000)  # 6,2 won and 2,5 waiting: 8,7 at most
    assert odd is not None
    assert (odd.low_mill, odd.high_mill, odd.whole) == (6, 9, True)  # rounded outwards: 8,7 lies inside
    assert made(ore=10_000_000) is None  # 0,5 to 0,7: no range in whole millions


@given(st.lists(st.integers(1, 40_000_000_00), min_size=4, max_size=9), st.integers(1, 9))
def test_the_range_as_printed_holds_eight_of_ten_outcomes(amounts: list[int], won: int) -> None:
    """'I åtte av ti utfall mellom 85 og 99' shut out the likeliest outcome, 99,9."""
    codes, sent = [f"W{i}" for i in range(10)], [f"S{i}" for i in range(len(amounts))]
    scope = scope_of(
        project={code: project(origin="own") for code in [*codes, *sent]},
        project_step={
            **{c: step(c, "granted" if i < won else "rejected", "2026-02-01") for i, c in enumerate(codes)},
            **{c: step(c, "submitted", "2026-03-01") for c in sent},
        },
        funding={**{c: cash(c, 1_000_000_00) for c in codes}, **dict(zip(sent, map(cash, sent, amounts), strict=True))},
    )
    found = forecast(scope, pipeline(scope))
    if found is None:
        return
    inside = 0.0
    for outcome in product((False, True), repeat=len(amounts)):
        total = won + sum(ore for ore, hit in zip(amounts, outcome, strict=True) if hit) / 1e8
        chance = prod(won / 10 if hit else 1 - won / 10 for hit in outcome)
        inside += chance if found.low_mill <= total <= found.high_mill else 0
    assert inside >= 0.8 - 1e-9


def test_a_year_before_the_first_recorded_is_unknown_and_nothing_is_compared_with_it() -> None:
    some = {"A": activity(start="2024-02-01"), "B": activity(start="2025-02-01", area="KUL")}

    def of(query: str) -> Frame:
        return frame(scope_of(query, activity=some))

    assert of("periode=2024-2024").before is None
    assert of("periode=2024-2024").until == date(2024, 12, 31)
    assert of("periode=2025-2025").before == date(2024, 12, 31)
    assert of("periode=2024-2024&omrade=KUL").begun == 2024  # the county's first year, not the selection's
    assert county_same_days(scope_of("periode=2024-2024", activity=some), of("periode=2024-2024")) is None
    assert county_same_days(scope_of("periode=2025-2025&omrade=KUL", activity=some), of("periode=2025-2025")) == (1, 0)
    assert silence(Words("nb"), of("periode=2024-2024")).startswith("2024 er det første året med registreringer")
    assert silence(Words("nb"), of("periode=2025-2025")) == ""
    assert frame(scope_of("")).begun == 0


@pytest.mark.parametrize(("year", "gone"), [(2025, None), (2026, 303 / 365), (2027, None)])
def test_so_much_of_an_unfinished_year_is_covered_and_of_others_nothing_is_said(year: int, gone: float | None) -> None:
    assert a_frame(today=date(2026, 11, 24), data_day=DAY).gone(year) == gone


def test_a_year_that_the_data_tell_of_to_its_last_day_is_not_unfinished() -> None:
    assert a_frame(today=date(2027, 1, 5), data_day=date(2026, 12, 31)).gone(2026) is None
