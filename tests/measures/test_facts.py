"""Small facts on hand-made states, each with a row that must not count."""

from __future__ import annotations

from collections import Counter
from typing import Any

from akint_dash.measures import facts
from akint_dash.measures.support import answered
from tests.measures.small import activity, cooperation, dossier, scope_of

NETWORK = {"name": "Nettverket", "kind": "network", "area": "SAM"}
MEMBER = {"organisation": "O-1", "area": "SAM", "from_date": "2024-01-01"}


def post(**values: Any) -> dict[str, Any]:
    return {"organisation": "O-1", "title": "Leder", "sphere": "political", "from_date": "2024-01-01", **values}


def fee(membership: str, amount: int, **values: Any) -> dict[str, Any]:
    return {"membership": membership, "year": 2026, "amount": amount, **values}


def test_presence_counts_posts_held_now_and_meetings_of_the_period() -> None:
    posts = {
        "V-1": post(),
        "V-2": post(sphere="administrative", to_date="2026-05-20"),
        "over": post(to_date="2026-05-19"),
        "later": post(from_date="2026-05-21"),
    }
    meetings = {
        "A-1": activity(kind="network_meeting", sphere="political"),
        "A-2": activity(kind="network_meeting"),
        "later": activity(kind="network_meeting", start="2026-05-21"),
        "before": activity(kind="network_meeting", start="2023-12-31"),
        "other": activity(kind="course"),
    }
    found = facts.presence(scope_of(post=posts, activity=meetings, organisation={"O-1": NETWORK}))
    assert found.posts == Counter(political=1, administrative=1)
    assert found.meetings == Counter({"political": 1, "": 1})
    elsewhere = facts.presence(scope_of("omrade=KUL", post=posts, activity=meetings, organisation={"O-1": NETWORK}))
    assert not elsewhere.posts
    assert not elsewhere.meetings


def test_dossiers_open_today_and_the_nearest_deadline_of_theirs() -> None:
    some = {
        "D-1": dossier(eea="relevant"),
        "D-2": dossier(eea="possible"),
        "closed": dossier(stage="closed", eea="relevant"),
        "later": dossier(opened="2026-05-21", eea="relevant"),
    }
    days = {
        "F-1": {"dossier": "D-2", "day": "2026-06-01", "what": "x"},
        "F-2": {"dossier": "D-1", "day": "2026-05-20", "what": "x"},
        "past": {"dossier": "D-1", "day": "2026-05-19", "what": "x"},
        "spurious": {"dossier": "closed", "day": "2026-05-20", "what": "x"},
    }
    found = facts.dossiers(scope_of(dossier=some, dossier_deadline=days))
    assert found.open == ("D-1", "D-2")
    assert (found.relevant, found.next_day, found.next_dossier) == (1, "2026-05-20", "D-1")


def test_inputs_with_an_outcome_and_without_a_name() -> None:
    some = {
        "A-1": activity(kind="advocacy", addressee_kind="eu", outcome="partly", goal="M-1"),
        "A-2": activity(kind="hearing", addressee_kind="national", outcome="not_adopted", decision="Sak 1"),
        "A-3": activity(kind="advocacy", outcome="pending"),
        "spurious": activity(kind="course", outcome="adopted"),
    }
    found = facts.promoted(scope_of(activity=some))
    assert found.by_addressee == Counter({"eu": 1, "national": 1, "": 1})
    assert (found.adopted + found.partly, found.answered, found.nameless) == (1, 2, ("A-3",))


def test_fees_add_up_and_one_without_a_rate_is_told_apart_from_one_without_an_amount() -> None:
    members = {
        "M-1": MEMBER,
        "M-2": MEMBER,
        "M-3": MEMBER,
        "over": {**MEMBER, "to_date": "2026-05-19"},
        "later": {**MEMBER, "from_date": "2026-06-01"},
    }
    fees = {
        "K-1": fee("M-1", 100),
        "K-2": fee("M-1", 50),
        "K-3": fee("M-2", 100, currency="CHF"),
        "last": fee("M-3", 70, year=2025),
        "spurious": fee("over", 999),
    }
    found = facts.members(scope_of(membership=members, membership_fee=fees))
    assert (found.memberships, found.fee_ore, found.without_fee) == (3, 150, ("M-3",))
    assert found.without_rate == (("M-2", "CHF", 100),)  # an amount without a rate is not a fee that is missing
    euro = facts.members(scope_of(membership={"M-1": MEMBER}, membership_fee={"K-1": fee("M-1", 100, currency="EUR")}))
    assert euro.fee_ore == 1150


def test_learners_are_people_of_competence_building_up_to_today() -> None:
    some = {
        "A-1": activity(),
        "A-2": activity(kind="contact", instrument="KOM"),
        "A-3": activity(kind="seminar", instrument="POL"),
        "later": activity(start="2026-09-01"),
    }
    people = {code: {"activity": code, "audience": "business", "people": 10} for code in some}
    people["more"] = {"activity": "A-1", "audience": "academia", "people": 5}
    assert facts.learners(scope_of(activity=some, attendance=people)) == (25, 2)
    assert facts.learners(scope_of("periode=2024-2025", activity=some, attendance=people)) == (0, 0)


def test_areas_are_active_by_what_they_are_responsible_for() -> None:
    some = {
        "A-1": activity(areas=[["KUL", None]]),
        "before": activity(area="KUL", start="2025-05-01"),
        "gone": activity(area="GAM"),
    }
    assert facts.active_areas(scope_of(activity=some), 2026) == (1, 3)
    assert facts.active_areas(scope_of(activity=some), 2025) == (1, 3)
    assert facts.active_areas(scope_of(activity=some), 2023) == (0, 4)


def test_ukraine_counts_regions_once_and_only_what_has_begun() -> None:
    some = {
        "C-1": cooperation(),
        "C-2": cooperation(status="dialogue"),
        "other": cooperation(region="DE-BE"),
    }
    needs = {"N-1": {"region": "UA-32", "theme": "plan", "words": "x"}}
    assert facts.ukraine(scope_of(cooperation=some, need=needs)) == (1, 1, 1)
    assert facts.ukraine(scope_of(cooperation={"C-1": cooperation(status="dormant")})) == (0, 0, 1)
    assert facts.ukraine(scope_of(cooperation={"C-1": cooperation(since="2026-09-01")})) == (0, 0, 1)


def test_a_request_for_two_areas_is_one_request() -> None:
    some = {
        "A-1": activity(kind="support", area="FRL", areas=[["SAM", None], ["KUL", None]], answered="2026-02-03"),
        "A-2": activity(kind="support", answered="2026-06-01"),
        "later": activity(kind="support", start="2026-09-01"),
        "spurious": activity(kind="guidance"),
    }
    assert answered(scope_of(activity=some)) == (1, 2)
