from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akint_dash.domain.fit import rules_from
from akint_dash.domain.selection import Selection
from akint_dash.measures import call_sheet as sheet
from akint_dash.measures.call_facets import days, read
from akint_dash.measures.call_reach import Reach, reach
from akint_dash.measures.call_window import SAME_DAY, ZOOMS, around, moved, placed, timeline, window
from akint_dash.measures.calls import by_days, calls, facet_counts, in_window, months_of, selected, state, urgent
from akint_dash.measures.dues import call_states
from akint_dash.measures.fit import NO_RULES, fits
from akint_dash.measures.fit_listing import fit_list
from akint_dash.measures.scope import Scope
from tests.measures.small import TODAY, scope_of, step

D = date.fromisoformat


def call(title: str = "Transport i byen", **values: Any) -> dict[str, Any]:
    return {"title": title, "programme": "HE-C5", "opening": "2026-01-01", "visibility": "public", **values}


def due(call: str, day: str, **values: Any) -> dict[str, Any]:
    return {"call": call, "day": day, "visibility": "public", **values}


OWNERS = {"area_theme": {"x": {"area": "SAM", "theme": "plan", "valid_from": 2024}}}
FITTING: dict[str, Any] = {"themes": [["plan", None]]}


def small(query: str = "", **entities: Any) -> Scope:
    return scope_of(query, **{**OWNERS, **entities})


@pytest.mark.parametrize(
    ("opening", "days_", "expected"),
    [
        (None, [D("2026-06-19")], "closing"),  # 30 days away
        (None, [D("2026-06-20")], "open"),
        (None, [TODAY], "closing"),  # the last day is still a day
        (None, [D("2026-05-19")], "closed"),
        (D("2026-05-20"), [D("2026-12-01")], "open"),  # opens today
        (D("2026-05-21"), [D("2026-05-30")], "forthcoming"),  # not open yet, however near its end
        (D("2026-05-21"), [D("2026-05-19")], "closed"),  # a spurious row: it closed before it opens
        (D("2026-01-01"), [D("2026-02-01"), D("2026-09-01")], "open"),  # a stage has passed, the call has not
        (D("2026-01-01"), [], "undated"),
        (D("2026-09-01"), [], "forthcoming"),
    ],
)
def test_the_state_follows_from_the_dates(opening: date | None, days_: list[date], expected: str) -> None:
    assert state(opening, days_, TODAY) == expected


def test_a_deadline_is_a_day_in_oslo_and_no_hour_is_invented() -> None:
    scope = small(
        call={"A": call(), "B": call()},
        call_deadline={
            "A/1": {"call": "A", "moment": "2026-06-30T22:30:00Z"},  # half past midnight, the first of July in Oslo
            "B/1": due("B", "2026-06-30"),
        },
    )
    found = calls(scope.portfolio, scope.today)
    assert found["A"].dues[0].day == D("2026-07-01")
    assert found["A"].dues[0].moment is not None
    assert found["B"].dues[0].moment is None
    assert (found["A"].days, found["B"].days) == (42, 41)


def test_calls_are_sorted_by_days_left_then_without_deadline_then_what_has_passed() -> None:
    scope = small(
        call={code: call() for code in ("old", "older", "late", "soon", "none")},
        call_deadline={
            "1": due("old", "2026-05-01"),
            "2": due("older", "2026-04-01"),
            "3": due("late", "2026-12-01"),
            "4": due("soon", "2026-06-01"),
        },
    )
    assert [c.code for c in sorted(selected(scope), key=by_days)] == ["soon", "late", "none", "old", "older"]


def test_the_lane_is_the_programme_and_its_group_the_topmost_parent() -> None:
    scope = small(
        call={"A": call(programme="HE-C5-M"), "B": call(programme="INT"), "C": {"title": "x"}},
        call_deadline={"1": due("A", "2026-06-01"), "2": due("B", "2026-06-01"), "3": due("C", "2026-06-01")},
    )
    found = {c.code: (c.programme, c.group) for c in selected(scope)}
    assert found == {"A": ("HE-C5-M", "HE"), "B": ("INT", "INT"), "C": (None, None)}


def test_the_selection_narrows_by_programme_area_theme_period_and_text() -> None:
    entities: dict[str, Any] = {
        "call": {"A": call(identifier="HE-1", **FITTING), "B": call("Kultur", programme="INT")},
        "call_deadline": {"1": due("A", "2026-06-01"), "2": due("B", "2027-06-01")},
    }

    def codes(query: str) -> set[str]:
        return {c.code for c in selected(small(query, **entities))}

    assert codes("") == {"A", "B"}
    assert codes("program=HE") == {"A"}
    assert codes("omrade=SAM") == codes("tema=plan") == {"A"}
    assert codes("omrade=KUL") == set()
    assert codes("periode=2027-2027") == {"B"}
    assert codes("sok=he-1") == {"A"}
    assert codes("virkemiddel=BIL&ring=norden") == {"A", "B"}  # these do not touch calls


def test_facets_narrow_and_what_is_not_understood_is_named() -> None:
    scope = small(
        call={"A": call(budget=50_000_000, currency="EUR"), "B": call(kind="cascade_call", programme="INT")},
        call_deadline={"1": due("A", "2026-06-01"), "2": due("B", "2026-05-01")},
    )

    def codes(**query: str) -> set[str]:
        return {c.code for c in selected(scope, read(query, TODAY))}

    assert codes(tilstand="snart") == {"A"}
    assert codes(tilstand="stengt,snart") == {"A", "B"}
    assert codes(frist="2026-06") == codes(frist="30") == codes(frist="2026-u23") == codes(frist="2026-06-01") == {"A"}
    assert codes(budsjett="under-1") == {"A"}
    assert codes(budsjett="mangler") == {"B"}
    assert codes(norge="ukjent") == {"A", "B"}
    assert codes(type="videre") == {"B"}
    assert read({"tilstand": "snart,xx", "frist": "2026-13"}, TODAY).bad == ("xx", "2026-13")


@pytest.mark.parametrize("text", ["", "-", "2026-u60", "2026-k5", "2026-00", "99999", "0000-01", "²", "2026-02-30"])
def test_a_window_that_makes_no_sense_is_none(text: str) -> None:
    assert days(text, TODAY) is None


@pytest.mark.parametrize("zoom", ["5ar", "1ar", "9mnd", "kvartal", "uke"])
def test_periods_cut_the_window_without_gap_or_overlap(zoom: str) -> None:
    shown = window(zoom, None, TODAY)
    assert shown.periods[0].first == shown.first
    assert shown.periods[-1].end == shown.end
    assert all(a.end == b.first for a, b in zip(shown.periods, shown.periods[1:], strict=False))
    assert shown.first <= TODAY < shown.end
    assert window(zoom, moved(shown, 1), TODAY).first > shown.first
    for period in shown.periods:  # the key in the address means the same days
        first, last = days(period.key, TODAY) or (None, None)
        assert (first, (period.end - (last or TODAY)).days) == (period.first, 1)


def test_many_deadlines_of_one_day_are_one_mark_and_every_deadline_is_counted_once() -> None:
    some = {f"C{i}": call() for i in range(26)}
    deadlines = {f"C{i}/1": due(f"C{i}", "2026-06-02") for i in range(26)}
    deadlines["C0/2"] = due("C0", "2026-08-01")
    scope = small(call={**some, "lone": call(**FITTING)}, call_deadline={**deadlines, "l": due("lone", "2026-06-10")})
    inside = selected(scope)
    near = timeline(inside, window("kvartal", None, TODAY), TODAY)
    (lane,) = near.lanes
    assert [(g.n, g.fits) for g in lane.days] == [(26, 0)]
    assert [c.code for c, _ in lane.bars] == ["lone"]
    assert sum(lane.counts) == 28
    far = timeline(inside, window("5ar", None, TODAY), TODAY)
    assert (far.lanes[0].n, sum(far.lanes[0].counts), far.lanes[0].bars) == (27, 28, ())
    assert sum(months_of(inside, D("2026-01-01"), 12)) == 28


def test_far_out_a_full_lane_draws_what_fits_and_has_not_closed() -> None:
    entities = {f"C{i}": call() for i in range(6)}
    entities |= {"fits": call(**FITTING), "past": call(**FITTING)}
    deadlines = {code: due(code, "2026-06-02") for code in entities}
    deadlines["past"] = due("past", "2026-05-02")
    shown = window("9mnd", None, TODAY)
    (lane,) = timeline(selected(small(call=entities, call_deadline=deadlines)), shown, TODAY).lanes
    assert [c.code for c, _ in lane.bars] == ["fits"]
    (lane,) = timeline(selected(small(call=entities, call_deadline=deadlines)), shown, TODAY, "C3").lanes
    assert {c.code for c, _ in lane.bars} == {"fits", "C3"}  # the chosen one is always there
    assert lane.counted
    assert len(lane.days) == 0 < SAME_DAY


def test_a_window_holds_the_calls_with_a_deadline_in_it() -> None:
    scope = small(
        call={"A": call(), "B": call()},
        call_deadline={"1": due("A", "2026-06-01"), "2": due("A", "2027-06-01"), "3": due("B", "2027-06-01")},
    )
    found = in_window(selected(scope), D("2026-06-01"), D("2026-06-02"))
    assert [c.code for c in found] == ["A"]


# -- fit

RULES = rules_from({"themes": {"plan": {"words": ["cities"]}, "kultur": {"words": ["cultur*"]}}})


def test_an_area_is_suggested_by_a_theme_and_confirmed_in_the_workbook() -> None:
    scope = small(
        area_theme={
            "1": {"area": "SAM", "theme": "plan", "valid_from": 2024},
            "2": {"area": "GAM", "theme": "plan", "valid_to": 2023},
        },
        call={
            "A": call("Cities"),
            "B": call("Cities", confirmed_areas=[["KUL", None], ["SAM", None]]),
            "C": call("Fusion"),
            "D": call("Fusion", **FITTING),
            "E": call("Culture"),
        },
        call_deadline={code: due(code, "2026-09-01") for code in "ABCDE"},
    )
    found = fits(scope.portfolio, RULES)
    assert [(a.code, a.confirmed) for a in found["A"].areas] == [("SAM", False)]  # GAM had it until 2023
    assert found["A"].areas[0].reasons[0].words == ("cities",)
    assert [(a.code, a.confirmed) for a in found["B"].areas] == [("KUL", True), ("SAM", True)]
    assert (found["C"].areas, found["C"].themes) == ((), ())
    assert found["D"].areas[0].reasons[0].recorded
    assert (found["E"].themes, found["E"].areas) == (("kultur",), ())  # a theme that no area has
    listed = {one["title"]: one for one in fit_list(scope.portfolio, scope.today, rules=RULES)}
    assert listed["Culture"].items() >= {"identifier": "E", "areas": [], "themes": ["kultur"]}.items()


# -- the sheet

LEADS: dict[str, dict[str, Any]] = {
    "HE": {"name_nb": "HE", "decision_days": 42, "partner_days": 21, "norway": "no"},
    "HE-C5": {"name_nb": "C5", "parent": "HE", "partner_days": 10},
    "INT": {"name_nb": "Interreg"},
}


def way(day: str, programme: str = "HE-C5") -> sheet.WayBack | None:
    scope = small(programme=LEADS, call={"A": call(programme=programme)}, call_deadline={"1": due("A", day)})
    return sheet.way_back(scope.portfolio, calls(scope.portfolio, TODAY)["A"], TODAY)


def test_the_way_back_counts_lead_times_from_the_deadline_and_inherits_blank_ones() -> None:
    found = way("2026-08-01")
    assert found is not None
    assert [(m.step, m.day.isoformat(), m.days) for m in found.milestones] == [
        ("decision", "2026-06-20", 31),
        ("partner", "2026-07-22", 63),
    ]
    assert (found.inherited, found.lacking, found.late) == ("HE", ("contribution",), ())


def test_too_late_is_said_for_what_has_passed_only() -> None:
    found = way("2026-06-20")
    assert found is not None
    assert [m.step for m in found.late] == ["decision"]
    assert found.first_ahead is not None
    assert found.first_ahead.step == "partner"


def test_there_is_no_way_back_from_a_passed_deadline_and_no_step_without_lead_times() -> None:
    assert way("2026-05-19") is None
    found = way("2026-08-01", "INT")
    assert found is not None
    assert found.milestones == ()


def test_the_most_pressing_is_one_that_can_still_be_reached() -> None:
    scope = small(
        programme={**LEADS, "HE": {**LEADS["HE"], "norway": "yes"}},
        call={code: call(**FITTING) for code in ("late", "far", "next")},
        call_deadline={
            "1": due("late", "2026-06-01"),
            "2": due("far", "2026-12-01"),
            "3": due("next", "2026-08-01"),
        },
    )
    found = reach(selected(scope), call_states(scope))
    assert [one.code for one in found.met] == ["next", "far"]
    assert [one.code for one in found.late] == ["late"]
    assert [one.code for one in found.after] == ["next"]
    assert found.pressing is found.after[0]
    assert found.step is not None
    assert found.step.day > TODAY
    assert not found.unknown


def test_a_later_stage_cannot_be_reached_by_who_did_not_come_through_the_first() -> None:
    def of(**more: Any) -> Reach:
        scope = small(
            programme={**LEADS, "HE": {**LEADS["HE"], "norway": "yes"}},
            call={"C": call(**FITTING)},
            call_deadline={"1": {**due("C", "2026-04-01"), "stage": 1}, "2": {**due("C", "2026-12-01"), "stage": 2}},
            **more,
        )
        return reach(selected(scope), call_states(scope))

    assert [one.code for one in of().late] == ["C"]
    assert of().stage
    sent = of(
        project={"P": {"title": "P", "call": "C", "area": "SAM"}},
        project_step={"1": step("P", "submitted", "2026-03-20")},
    )
    assert [one.code for one in sent.met] == ["C"]
    assert not sent.step, "what is applied for waits for no decision"


def test_a_call_norway_may_not_enter_never_fits_though_an_area_has_confirmed_it() -> None:
    scope = small(
        programme=LEADS,
        call={"A": call(**FITTING), "B": call(confirmed_areas=[["SAM", None]])},
        call_deadline={"1": due("A", "2026-06-01"), "2": due("B", "2026-06-01")},
    )
    assert urgent(selected(scope)) == []
    assert not any(c.fits for c in selected(scope))
    assert selected(scope)[1].fit.confirmed, "what an area has said is still told"
    listed = fit_list(scope.portfolio, TODAY, rules=NO_RULES)
    assert [(one["identifier"], one["areas"], one["fits"]) for one in listed] == [
        ("B", ["SAM"], False),
        ("A", [], False),
    ]


def test_earlier_applications_are_to_this_call_or_in_its_programme_with_a_common_theme() -> None:
    scope = small(
        call={"A": call(identifier="ID", **FITTING), "B": call(identifier="ID"), "C": call(identifier="")},
        call_deadline={"1": due("A", "2026-09-01")},
        project={
            "P-1": {"title": "Samme", "area": "SAM", "call": "A"},
            "P-2": {"title": "Samme id", "area": "SAM", "call": "B"},
            "P-3": {"title": "Tema", "area": "SAM", "programme": "HE-C5", **FITTING},
            "P-4": {"title": "Annet tema", "area": "SAM", "programme": "HE-C5"},
            "P-5": {"title": "Annet program", "area": "SAM", "programme": "INT", **FITTING},
            "P-6": {"title": "Uten id", "area": "SAM", "call": "C"},
        },
        project_step={
            "1": {"project": "P-1", "status": "submitted", "date": "2025-01-01"},
            "2": {"project": "P-1", "status": "rejected", "date": "2025-06-01"},
            "3": {"project": "P-3", "status": "idea", "date": "2025-06-01"},
        },
    )
    found = sheet.earlier(scope, calls(scope.portfolio, TODAY)["A"])
    assert [(e.standing.code, e.same) for e in found] == [("P-1", True), ("P-2", True), ("P-3", False)]
    assert sheet.record(found) == sheet.Record(submitted=1, granted=0, refused=1, waiting=0)


def test_partners_are_memberships_of_today_and_live_cooperation_with_a_common_theme() -> None:
    scope = small(
        call={"A": call(**FITTING)},
        call_deadline={"1": due("A", "2026-09-01")},
        organisation={
            "O-1": {"name": "Nett", "area": "SAM", **FITTING},
            "O-2": {"name": "Forlatt", "area": "SAM", **FITTING},
            "O-3": {"name": "Annet tema", "area": "SAM", "themes": [["kultur", None]]},
        },
        membership={
            "M-1": {"organisation": "O-1", "area": "SAM", "from_date": "2020-01-01"},
            "M-2": {"organisation": "O-2", "area": "SAM", "from_date": "2020-01-01", "to_date": "2025-01-01"},
            "M-3": {"organisation": "O-3", "area": "SAM", "from_date": "2020-01-01"},
        },
        cooperation={
            "B-1": {"region": "SE-O", "area": "SAM", "status": "active", "since": "2020-01-01", **FITTING},
            "B-2": {"region": "DE-BE", "area": "SAM", "status": "ended", "since": "2020-01-01", **FITTING},
        },
    )
    found = sheet.partners(scope, calls(scope.portfolio, TODAY)["A"])
    assert [p.code for p in found] == ["B-1", "O-1"]


# -- at the minute, Brussels time

MINUTE: dict[str, Any] = {
    "call": {"A": call(**FITTING), "B": call(**FITTING), "C": call(**FITTING)},
    "call_deadline": {
        "1": {"call": "A", "moment": "2026-05-20T15:00:00Z", "visibility": "public"},  # 17.00 in Brussels
        "2": due("B", "2026-05-20"),
        "3": {"call": "C", "moment": "2026-05-20T15:00:00Z", "stage": 1, "visibility": "public"},
        "4": {"call": "C", "moment": "2026-09-20T15:00:00Z", "stage": 2, "visibility": "public"},
        "5": {"call": "gone", "moment": "", "visibility": "public"},  # a spurious row
    },
}


def at(now: str, **more: Any) -> Scope:
    entities = {**MINUTE, "call_deadline": {k: v for k, v in MINUTE["call_deadline"].items() if v.get("moment", "x")}}
    portfolio = small(**entities, **more).portfolio
    return Scope(portfolio, Selection(), TODAY, now)


@pytest.mark.parametrize(
    ("now", "states", "fitting"),
    [
        ("", ("closing", "closing", "closing"), {"A", "B", "C"}),  # the day as a whole
        ("2026-05-20T14:59:59Z", ("closing", "closing", "closing"), {"A", "B", "C"}),
        ("2026-05-20T15:00:00Z", ("closed", "closing", "open"), {"B", "C"}),
        ("2026-05-20T21:59:00Z", ("closed", "closing", "open"), {"B", "C"}),
    ],
)
def test_a_call_closes_at_its_minute_and_a_day_without_hour_lasts(
    now: str, states: tuple[str, ...], fitting: set[str]
) -> None:
    scope = at(now)
    found = calls(scope.portfolio, scope.today, scope.now)
    assert tuple(found[code].state for code in "ABC") == states
    assert {c.code for c in selected(scope) if c.fits} == {c.code for c in urgent(selected(scope))} == fitting
    assert {n.code for n in selected(scope, read({"tilstand": "stengt"}, TODAY))} == {"A", "B", "C"} - fitting
    assert (sheet.way_back(scope.portfolio, found["A"], TODAY) is None) == ("A" not in fitting)


def test_what_is_remembered_of_the_morning_is_not_told_in_the_evening() -> None:
    portfolio = at("").portfolio
    morning, evening = (Scope(portfolio, Selection(), TODAY, f"2026-05-20T{hour}:00:00Z") for hour in ("08", "20"))
    assert [sum(c.fits for c in selected(scope)) for scope in (morning, evening, morning)] == [3, 2, 3]
    assert [facet_counts(scope)["tilstand"]["stengt"] for scope in (morning, evening)] == [0, 1]


def test_a_day_looked_back_to_has_no_hour() -> None:
    portfolio = at("").portfolio
    scope = Scope(portfolio, Selection(per=TODAY), D("2026-08-01"), "2026-08-01T20:00:00Z")
    assert {c.code for c in selected(scope) if c.fits} == {"A", "B", "C"}


def test_the_list_for_scripts_tells_the_state_at_the_minute() -> None:
    told = [
        {one["identifier"]: (one["state"], one["fits"]) for one in fit_list(at("").portfolio, TODAY, now, NO_RULES)}
        for now in ("2026-05-20T14:59:00Z", "2026-05-20T15:00:00Z")
    ]
    assert told[0]["A"] == ("closing", True)
    assert told[1]["A"] == ("closed", False)
    assert told[1]["C"] == ("open", True)


def test_a_call_norway_may_not_enter_fits_nobody_in_the_list_for_scripts() -> None:
    scope = at("", programme={"HE-C5": {"name_nb": "X", "norway": "no"}})
    assert {
        (one["fits"], one["norway"], *one["areas"]) for one in fit_list(scope.portfolio, TODAY, rules=NO_RULES)
    } == {(False, "no")}
    assert not any(c.fits for c in selected(scope))


def test_a_closed_area_is_not_proposed_for_a_call_without_a_deadline_either() -> None:
    owners: dict[str, Any] = {
        "area": {"SAM": {"name_nb": "Samferdsel"}, "GAM": {"name_nb": "Gammel", "valid_to": 2023}},
        "area_theme": {n: {"area": area, "theme": "plan"} for n, area in (("1", "SAM"), ("2", "GAM"))},
    }
    scope = scope_of("", **owners, call={"A": call(**FITTING), "B": {"title": "x", **FITTING}})
    assert [[area.code for area in c.fit.areas] for c in selected(scope)] == [["SAM"], ["SAM"]]


@given(st.dates(D("2024-01-01"), D("2030-12-31")), st.integers(-400, 4000))
def test_a_window_of_ones_own_is_cut_where_units_begin(first: date, days: int) -> None:
    shown = window("uke", first, TODAY, first + timedelta(days=days))
    assert 7 <= (shown.end - shown.first).days <= 1827
    assert [p.first for p in shown.periods[1:]] == [p.end for p in shown.periods[:-1]]
    assert (shown.periods[0].first, shown.periods[-1].end) == (shown.first, shown.end)
    assert len(shown.periods) <= 20
    again = placed(shown, shown.first)
    last = date.fromisoformat(again["til"]) if again["til"] else None
    assert window(again["zoom"] or "", date.fromisoformat(again["fra"]), TODAY, last) == shown
    assert shown.own == (again["til"] is not None)


@pytest.mark.parametrize("zoom", ZOOMS)
def test_days_that_a_zoom_has_are_that_zoom(zoom: str) -> None:
    shown = window(zoom, D("2026-12-07"), TODAY)
    assert window("", shown.first, TODAY, shown.end - timedelta(days=1)) == shown
    assert not shown.own
    middle = around(shown, D("2026-08-15"))
    assert window(zoom, middle, TODAY).first <= D("2026-08-15") < window(zoom, middle, TODAY).end
