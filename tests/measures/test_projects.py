"""The flow of projects, outcomes by programme, year and origin, the financing mix, goals and unused programmes."""

from __future__ import annotations

from typing import Any

from akint_dash.measures import projects as measure

from .small import cash, project, scope_of, step


def path(code: str, *steps: tuple[str, str]) -> dict[str, dict[str, Any]]:
    return {f"{code}-{i}": step(code, status, day) for i, (status, day) in enumerate(steps)}


SOME: dict[str, Any] = {
    "project": {
        "idea": project(goals=[["M-1", None]]),
        "sent": project(programme="HE-C5", origin="own"),
        "won": project(programme="HE-C5-M", origin="own", goals=[["M-1", None]]),
        "done": project(programme="INT", origin="invited", area="KUL"),
        "lost": project(programme="INT", origin="invited"),
        "gone": project(programme="INT"),
        "early": project(programme="INT"),
        "no steps": project(),
        "tomorrow": project(programme="INT"),
    },
    "project_step": {
        **path("idea", ("idea", "2026-01-01")),
        **path("sent", ("idea", "2025-01-01"), ("submitted", "2026-02-01")),
        **path("won", ("submitted", "2024-02-01"), ("granted", "2025-06-01")),
        **path("done", ("idea", "2024-01-01"), ("granted", "2024-09-01"), ("completed", "2026-03-01")),
        **path("lost", ("developing", "2024-02-01"), ("rejected", "2025-04-01")),
        **path("gone", ("developing", "2024-02-01"), ("withdrawn", "2025-04-01")),
        **path("early", ("granted", "2022-02-01")),
        **path("tomorrow", ("idea", "2026-05-01"), ("submitted", "2026-05-21")),
    },
    "funding": {
        "1": cash("won", 100_00, currency="EUR"),
        "2": cash("won", 50_000_00, payer="own"),
        "3": cash("won", 20_000_00, level="regional"),
        "4": {"project": "won", "level": "regional", "form": "hours", "payer": "own", "hours": 120.0},
        "5": {"project": "won", "level": "regional", "form": "hours", "payer": "own", "amount": 7_000_00},
        "6": cash("done", 900_000_00, level="nordic"),
        "7": cash("done", None, level="national"),
        "8": cash("early", 999_999_00),
    },
}


def test_each_step_of_the_flow_adds_up_and_a_refused_one_was_sent() -> None:
    rows = {row[0][1]: row[1:] for row in measure.stages(scope_of(**SOME)).rows}
    assert rows == {
        "idea": (7, 5, 2, 0, 0),
        "developing": (5, 4, 0, 0, 1),
        "submitted": (4, 2, 1, 1, 0),
        "granted": (2, 1, 1, 0, 0),
        "running": (1, 1, 0, 0, 0),
        "completed": (1, 0, 1, 0, 0),
    }
    for reached, *ends in rows.values():
        assert reached == sum(ends)


def test_a_decision_outside_the_period_and_a_step_to_come_do_not_count() -> None:
    rows = {row[0][1]: row[1] for row in measure.stages(scope_of("periode=2022-2022", **SOME)).rows}
    assert rows["granted"] == 1
    assert measure.position(scope_of(**SOME), "tomorrow") == 0
    assert measure.in_pipeline(scope_of(**SOME)) == (8, ["no steps"])


def test_a_programme_counts_with_its_parts_and_only_decided_ones_have_a_rate() -> None:
    rows = {row[0]: row[1:] for row in measure.by_programme(scope_of(**SOME)).rows}
    assert rows == {
        ("programme", "INT"): (1, 1, 0, 0.5, 900_000_00, 1, 0),
        ("programme", "HE"): (1, 0, 1, 1.0, 1_150_00 + 20_000_00, 0, 0),
    }


def test_own_initiatives_and_invitations_stand_apart() -> None:
    rows = {row[0]: row[1:4] for row in measure.by_origin(scope_of(**SOME)).rows}
    assert rows == {("origin", "own"): (1, 0, 1), ("origin", "invited"): (1, 1, 0)}


def test_money_belongs_to_the_year_of_decision() -> None:
    rows = {row[0]: row[1:] for row in measure.by_year(scope_of(**SOME)).rows}
    assert rows == {
        2024: (1, 0, 1.0, 900_000_00, 1, 0),
        2025: (1, 1, 0.5, 1_150_00 + 20_000_00, 0, 0),
        2026: (0, 0, "–", 0, 0, 0),
    }


def test_a_year_whose_grants_all_lack_amounts_is_missing_not_zero() -> None:
    some = {**SOME, "funding": {"1": cash("won", None)}}
    rows = {row[0]: row[4:] for row in measure.by_year(scope_of(**some)).rows}
    assert rows[2025] == (None, 1, 0)


def test_money_this_year_is_set_beside_the_same_days_of_the_year_before() -> None:
    some: dict[str, Any] = {
        "project": {"a": project(), "b": project(), "c": project()},
        "project_step": {
            **path("a", ("granted", "2026-05-20")),
            **path("b", ("granted", "2025-05-20")),
            **path("c", ("granted", "2025-05-21")),
        },
        "funding": {"1": cash("a", 5_00), "2": cash("b", 7_00), "3": cash("c", 100_00)},
    }
    now, before = measure.won_same_days(scope_of(**some)) or ((), ())
    assert ([s.code for s in now], [s.code for s in before]) == (["a"], ["b"])


def test_the_mix_keeps_hours_without_an_amount_out_of_the_money() -> None:
    rows = {row[0][1]: row[1:] for row in measure.financing(scope_of(**SOME)).rows}
    assert rows["won"] == (1_150_00, 0, 20_000_00, 0, 50_000_00, 7_000_00, 78_150_00, 120.0, 1)
    assert rows["done"] == (900_000_00, None, 0, 0, 0, 0, 900_000_00, 0.0, 0)
    assert set(rows) == {"won", "done"}


def test_hours_without_an_amount_are_no_kroner_not_zero_kroner() -> None:
    some: dict[str, Any] = {
        "project": {"p": project()},
        "project_step": path("p", ("granted", "2026-01-01")),
        "funding": {
            "1": cash("p", 100_00),
            "2": {"project": "p", "level": "local", "form": "hours", "payer": "own", "hours": 80.0},
        },
    }
    (row,) = measure.financing(scope_of(**some)).dicts()
    assert (row["external"], row["own_hours"], row["own_cash"], row["hours"]) == (100_00, None, 0, 80.0)


def test_projects_without_a_goal_stand_by_area_those_under_way_first() -> None:
    rows = [(row[1][1], row[0][1]) for row in measure.without_goal(scope_of(**SOME)).rows]
    assert rows[0] == ("KUL", "done")
    assert [code for _, code in rows[1:]] == ["early", "no steps", "sent", "tomorrow", "gone", "lost"]


def test_a_programme_open_to_norway_is_unused_until_an_application_is_sent() -> None:
    programmes = {
        "HE": {"name_nb": "H", "norway": "yes", "level": "eu"},
        "HE-C5": {"name_nb": "C", "parent": "HE", "norway": "yes", "level": "eu"},
        "INT": {"name_nb": "I", "norway": "partly", "level": "eu"},
        "SHUT": {"name_nb": "S", "norway": "no", "level": "eu"},
        "OVER": {"name_nb": "O", "norway": "yes", "level": "eu", "period_to": 2020},
        "HOME": {"name_nb": "R", "norway": "yes", "level": "regional"},
    }
    some: dict[str, Any] = {
        "programme": programmes,
        "project": {"p": project(programme="HE-C5"), "q": project(programme="INT")},
        "project_step": {
            **path("p", ("idea", "2025-01-01"), ("rejected", "2025-05-01")),
            **path("q", ("idea", "2025-01-01")),
        },
        "participation": {"d": {"actor": "a", "programme": "INT"}},
        "actor": {"a": {"name": "A"}},
        "call": {"u": {"title": "U", "programme": "INT"}, "v": {"title": "V", "programme": "INT"}},
        "call_deadline": {"f": {"call": "u", "day": "2026-05-20"}, "g": {"call": "v", "day": "2026-05-19"}},
    }
    wanted = ((("programme", "INT"), ("level", "eu"), ("participates", "partly"), 1, 1, 1),)
    assert measure.never_used(scope_of(**some)).rows == wanted
    assert measure.never_used(scope_of("program=HE", **some)).rows == wanted


def test_the_root_of_a_ring_of_programmes_is_found() -> None:
    ring = {"A": {"name_nb": "A", "parent": "B"}, "B": {"name_nb": "B", "parent": "A"}}
    assert str(measure.root(scope_of(programme=ring), "A")) in ("A", "B")
    assert measure.root(scope_of(), None) is None


def test_no_success_rate_where_a_status_makes_what_is_decided() -> None:
    """'9 av 9 innvilget', 100 % in three tables, of a selection that holds only what was granted."""
    some: dict[str, Any] = {
        "project": {"A": project(origin="own"), "B": project(origin="own")},
        "project_step": {"1": step("A", "granted", "2026-02-01"), "2": step("B", "rejected", "2026-02-01")},
        "funding": {"F": cash("A", 100)},
    }
    for made in (measure.by_year, measure.by_programme, measure.by_origin):
        assert 0.5 in made(scope_of(**some)).column("share")
        assert set(made(scope_of("status=granted&periode=2026", **some)).column("share")) == {"–"}
