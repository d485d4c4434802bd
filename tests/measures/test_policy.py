"""EU dossiers and what we have promoted."""

from __future__ import annotations

from typing import Any

from akint_dash.measures import policy as measure

from .small import TODAY, activity, dossier, scope_of

SOME: dict[str, Any] = {
    "dossier": {
        "A": dossier(stage="negotiation", opened="2024-05-01", eea="relevant", celex="32024L0001", com="COM(2024) 1"),
        "B": dossier(stage="proposal", opened="2025-05-01", area="KUL"),
        "closed": dossier(stage="closed", opened="2023-02-01"),
        "tomorrow": dossier(opened="2026-05-21"),
    },
    "dossier_deadline": {
        "A-1": {"dossier": "A", "day": "2026-05-19", "what": "Over"},
        "A-2": {"dossier": "A", "day": "2026-05-20", "what": "I dag"},
        "A-3": {"dossier": "A", "day": "2027-01-10", "what": "Senere"},
        "C-1": {"dossier": "closed", "day": "2026-06-01", "what": "Aldri"},
    },
    "activity": {
        "1": activity(
            kind="advocacy", addressee_kind="eu", channel="written", sphere="political", outcome="adopted", goal="M-1"
        ),
        "2": activity(
            kind="hearing",
            addressee_kind="eu",
            channel="written",
            sphere="political",
            outcome="partly",
            decision="Sak 1",
            organisations=[["O1", None], ["O2", None]],
        ),
        "3": activity(kind="advocacy", addressee_kind="national", channel="meeting", outcome="not_adopted", area="KUL"),
        "4": activity(
            kind="advocacy", addressee_kind="national", channel="meeting", sphere="administrative", outcome="pending"
        ),
        "5": activity(kind="delegation_out", addressee_kind="eu"),
        "course": activity(),
        "tomorrow": activity(kind="advocacy", start="2026-05-21"),
        "before": activity(kind="advocacy", start="2023-12-31"),
    },
}


def test_a_dossier_is_followed_until_today_or_its_last_deadline() -> None:
    found = {d.code: d for d in measure.dossiers(scope_of(**SOME))}
    assert set(found) == {"A", "B", "closed"}
    assert (found["A"].end, found["B"].end) == ("2027-01-10", TODAY.isoformat())
    assert found["A"].identifiers == (("celex", "32024L0001"), ("com", "COM(2024) 1"))


def test_a_deadline_today_is_still_ahead_and_a_closed_dossier_has_none() -> None:
    found = {d.code: d for d in measure.dossiers(scope_of(**SOME))}
    assert found["A"].next(TODAY) == ("2026-05-20", "A-2")
    assert found["closed"].next(TODAY) is None
    assert measure.ahead(list(found.values()), TODAY, 30) == [("2026-05-20", "A", "A-2")]


def test_dossiers_stand_by_stage_and_the_period_and_area_narrow() -> None:
    assert [d.code for d in measure.dossiers(scope_of(**SOME))] == ["B", "A", "closed"]
    assert [d.code for d in measure.dossiers(scope_of("periode=2024-2024", **SOME))] == ["A", "closed"]
    assert [d.code for d in measure.dossiers(scope_of("omrade=KUL", **SOME))] == ["B"]


def test_a_missing_eea_assessment_is_missing_and_an_unknown_number_a_dash() -> None:
    rows = {r["dossier"][1]: r for r in measure.dossier_table(measure.dossiers(scope_of(**SOME)), TODAY).dicts()}
    assert rows["B"]["eea"] is None
    assert rows["B"]["celex"] == "–"
    assert rows["A"]["deadline"] == "2026-05-20"


def test_inputs_are_advocacy_replies_and_what_names_an_addressee() -> None:
    found = measure.promoted(scope_of(**SOME))
    assert sorted(i.code for i in found) == ["1", "2", "3", "4", "5"]
    assert measure.heard(found) == (2, 3, 1)


def test_the_channels_add_up_and_what_is_not_recorded_stands_last() -> None:
    data = measure.by_channel(measure.promoted(scope_of(**SOME)))
    assert data.total("total") == 5
    assert [(r["to"], r["channel"], r["sphere"], r["lacking"]) for r in data.dicts()][1] == (
        ("addressee_kind", "eu"), None, None, 1,
    )  # fmt: skip


def test_grounds_are_goals_and_decisions_and_those_without_are_told() -> None:
    rows = measure.by_ground(measure.promoted(scope_of(**SOME))).rows
    assert rows == ((("decision", "Sak 1"), 1, 1, 1), (("goal", "M-1"), 1, 1, 1), (None, 3, 0, 1))


def test_an_input_through_two_organisations_counts_for_both() -> None:
    rows = measure.by_organisation(measure.promoted(scope_of(**SOME))).rows
    assert {r[0][1] if r[0] else "": r[1] for r in rows} == {"": 4, "O1": 1, "O2": 1}


def test_a_small_empty_portfolio_says_nothing() -> None:
    assert measure.dossiers(scope_of()) == []
    assert measure.promoted(scope_of()) == []
    assert measure.heard([]) == (0, 0, 0)
    assert len(measure.by_channel([])) == 0
