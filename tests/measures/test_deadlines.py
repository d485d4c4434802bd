"""What must be done by when."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from akint_dash.measures.deadlines import deadlines
from akint_dash.measures.moments import local_day

from .small import TODAY, cooperation, dossier, project, scope_of, step

SOME: dict[str, Any] = {
    "call": {
        "aimed": {"title": "Buss", "programme": "HE", "themes": [["plan", None]]},
        "confirmed": {
            "title": "Tog",
            "programme": "INT",
            "themes": [["kultur", None]],
            "confirmed_areas": [["KUL", None], ["NÆR", None]],
        },
        "nobodys": {"title": "Fly", "programme": "HE"},
        "lost": {"title": "Båt"},
    },
    "call_deadline": {
        "1": {"call": "aimed", "day": "2026-06-01"},
        "2": {"call": "aimed", "moment": "2026-06-30T22:30:00Z", "stage": 2},
        "3": {"call": "confirmed", "day": "2026-05-20"},
        "4": {"call": "confirmed", "day": "2026-05-19"},
        "5": {"call": "confirmed", "day": "2026-07-20"},
        "6": {"call": "nobodys", "day": "2026-06-02"},
        "7": {"call": "lost", "day": "2026-06-03"},
        "8": {"call": "aimed"},
    },
    "project": {"P": project(call="aimed"), "Q": project(call="lost"), "R": project(area="NÆR")},
    "project_step": {
        "1": step("P", "developing", "2026-01-01"),
        "2": step("Q", "submitted", "2026-01-01"),
        "3": step("Q", "rejected", "2026-03-01"),
    },
    "dossier": {"D": dossier(area="KUL", themes=[["plan", None]])},
    "dossier_deadline": {
        "F-1": {"dossier": "D", "day": "2026-07-19", "what": "Høringssvar"},
        "F-2": {"dossier": "D", "day": "2026-07-20", "what": "For sent"},
    },
    "cooperation": {
        "C-1": cooperation(agreement_to="2026-06-15"),
        "C-2": cooperation(agreement_to="2026-06-15", status="ended"),
        "C-3": cooperation(),
    },
}


def found(query: str = "", today: date = TODAY, ahead: int = 60, **more: Any) -> list[tuple[str, str, str | None]]:
    """(day, code, area) of each deadline."""
    some = deadlines(scope_of(query, today, **{**SOME, **more}), ahead)
    return [(d.day.isoformat()[5:], d.code, d.area) for d in some]


ALL = [
    ("05-20", "confirmed", "KUL"),
    ("06-01", "aimed", "SAM"),
    ("06-15", "C-1", "SAM"),
    ("07-01", "aimed", "SAM"),
    ("07-19", "F-1", "KUL"),
]


def test_deadlines_from_today_through_sixty_days_the_nearest_first() -> None:
    """The day before, the day after the window, a call nobody wants and an ended agreement are not among them."""
    assert found() == ALL


def test_the_window_moves_with_the_day_and_its_length() -> None:
    assert found(ahead=0) == ALL[:1]
    assert found(ahead=61) == [*ALL, ("07-20", "confirmed", "KUL"), ("07-20", "F-2", "KUL")]
    assert found(today=date(2026, 5, 19), ahead=1) == [("05-19", "confirmed", "KUL"), *ALL[:1]]
    assert found("per=2026-05-19", ahead=1) == [("05-19", "confirmed", "KUL"), *ALL[:1]]


def test_a_call_that_nobody_aims_at_or_confirmed_is_no_deadline_of_ours() -> None:
    assert "nobodys" not in {code for _, code, _ in found(ahead=365)}


@pytest.mark.parametrize(
    ("status", "ours"),
    [
        (None, True),
        ("idea", True),
        ("developing", True),
        ("submitted", True),
        ("granted", False),
        ("running", False),
        ("completed", False),
        ("rejected", False),
        ("withdrawn", False),
    ],
)
def test_a_project_has_its_calls_deadlines_before_it_until_it_is_decided(status: str | None, ours: bool) -> None:
    steps = {} if status is None else {"1": step("P", status, "2026-01-01"), "2": step("R", "idea", "2026-01-01")}
    codes = [code for _, code, _ in found(project_step=steps)]
    assert ("aimed" in codes) is ours


def test_a_selection_narrows_each_kind_by_what_it_has() -> None:
    assert found("omrade=SAM") == [ALL[1], ALL[2], ALL[3]]
    assert found("omrade=KUL") == [ALL[0], ALL[4]]
    assert found("omrade=NÆR") == [("05-20", "confirmed", "NÆR")], "confirmed for two: shown for the one chosen"
    assert found("virkemiddel=PRO") == [ALL[0], ALL[1], ALL[3]]
    assert found("virkemiddel=POL") == [ALL[4]]
    assert found("virkemiddel=BIL") == [ALL[2]]
    assert found("virkemiddel=KOM") == []
    assert found("tema=kultur&virkemiddel=PRO") == [ALL[0]]
    assert found("tema=plan") == [ALL[4]]
    assert found("program=INT&virkemiddel=PRO") == [ALL[0]]
    assert found("sok=tog") == [ALL[0]]


def test_instruments_chosen_one_by_one_add_up_to_all() -> None:
    parts = [row for code in ("PRO", "POL", "KOM", "BIL") for row in found(f"virkemiddel={code}")]
    assert sorted(parts) == sorted(ALL)


@pytest.mark.parametrize(
    ("deadline", "day"),
    [
        ({"day": "2026-03-01"}, date(2026, 3, 1)),
        ({"moment": "2026-01-15T22:59:59Z"}, date(2026, 1, 15)),
        ({"moment": "2026-01-15T23:00:00Z"}, date(2026, 1, 16)),
        ({"moment": "2026-07-15T21:59:59Z"}, date(2026, 7, 15)),
        ({"moment": "2026-07-15T22:00:00Z", "day": "2026-07-15"}, date(2026, 7, 16)),
        ({}, None),
    ],
)
def test_a_moments_day_is_the_day_in_oslo(deadline: dict[str, Any], day: date | None) -> None:
    assert local_day(deadline) == day
