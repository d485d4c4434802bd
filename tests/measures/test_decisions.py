"""What must be decided this month, and which memberships can be left."""

from __future__ import annotations

from datetime import date
from typing import Any

from akint_dash.measures.decisions import decision_table, decisions, without_day
from akint_dash.measures.leaving import leaving_table, leavings
from akint_dash.measures.scope import Scope
from akint_dash.text import decisions as text
from akint_dash.text.words import Words

from .small import LISTS, TODAY, cooperation, dossier, project, scope_of, step

W = Words("nb")
MEMBER = {"area": "SAM", "owner": "Seksjon A", "organisation": "ORG", "from_date": "2024-01-01"}
SOME: dict[str, Any] = {
    "programme": {**LISTS["programme"], "HE": {"name_nb": "Horisont", "decision_days": 30, "partner_days": 90}},
    "call": {
        "aimed": {"title": "Buss", "programme": "HE"},
        "nobodys": {"title": "Fly", "programme": "HE"},
    },
    "call_deadline": {
        "1": {"call": "aimed", "day": "2026-06-29"},
        "2": {"call": "nobodys", "day": "2026-06-29"},
    },
    "project": {"P": project(call="aimed", owner="Seksjon B")},
    "project_step": {"1": step("P", "developing", "2026-01-01")},
    "dossier": {"D": dossier(area="KUL", owner="Seksjon C")},
    "dossier_deadline": {"F": {"dossier": "D", "day": "2026-06-01", "what": "Høringssvar"}},
    "organisation": {"ORG": {"name": "Nettverk", "area": "SAM"}, "TWO": {"name": "Annet", "area": "SAM"}},
    "membership": {
        "M-1": {**MEMBER, "notice_by": "2026-05-20"},
        "M-2": {**MEMBER, "organisation": "TWO", "notice_by": "2026-09-01"},
        "M-3": {**MEMBER, "organisation": "TWO", "to_date": "2026-01-31", "notice_by": "2026-05-25"},
        "M-4": {**MEMBER, "organisation": "TWO"},
        "M-5": {**MEMBER, "organisation": "TWO", "notice_by": "2026-05-19"},
    },
    "membership_fee": {"1": {"membership": "M-1", "year": 2026, "amount": 500_00, "currency": "NOK"}},
    "cooperation": {"C-1": cooperation(agreement_to="2026-06-20"), "C-2": cooperation(agreement_to="2026-06-21")},
}


def found(query: str = "") -> list[tuple[str, str, str, str, str]]:
    scope = scope_of(query, **SOME)
    return [
        (d.day.isoformat()[5:], d.step or d.kind, d.record[1], d.area, owner(scope, d.owned)) for d in decisions(scope)
    ]


def owner(scope: Scope, owned: tuple[str, str] | None) -> str:
    return str(scope.portfolio.get(*owned)["owner"]) if owned else ""


def test_the_month_ahead_in_order_with_owners() -> None:
    assert found() == [
        ("05-20", "membership", "ORG", "SAM", "Seksjon A"),
        ("05-30", "decision", "aimed", "SAM", "Seksjon B"),
        ("06-01", "dossier", "D", "KUL", "Seksjon C"),
        ("06-20", "agreement", "C-1", "SAM", ""),
    ]


def test_what_is_lost_or_nobodys_is_no_decision() -> None:
    """The partner letter was due in March, one membership has ended, one call nobody aims at."""
    assert not any(step == "partner" or record == "nobodys" for _, step, record, _, _ in found())


def test_area_and_instrument_narrow() -> None:
    assert [row[1] for row in found("omrade=KUL")] == ["dossier"]
    assert [row[1] for row in found("virkemiddel=BIL")] == ["agreement"]


def test_the_owner_of_a_call_does_not_follow_a_filter_that_leaves_its_project_out() -> None:
    """'Eier: mangler' stood on calls whose project, and with it the owner, a status had left out."""
    confirmed = {**SOME["call"], "aimed": {**SOME["call"]["aimed"], "confirmed_areas": [("SAM", None)]}}
    for query in ("status=rejected", "ring=norden", "sok=Buss", "virkemiddel=PRO"):
        (one,) = [d for d in decisions(scope_of(query, **SOME | {"call": confirmed})) if d.kind == "call"]
        assert (one.area, one.owned) == ("SAM", ("project", "P")), query


def test_a_membership_is_decided_on_where_the_page_of_memberships_holds_it() -> None:
    """ERRIN stood under a theme that it has not."""
    organisation = {
        "ORG": {**SOME["organisation"]["ORG"], "themes": [("kultur", None)]},
        "TWO": SOME["organisation"]["TWO"],
    }
    for query, held in (("tema=kultur", ["ORG"]), ("tema=plan", []), ("sok=Nettverk", ["ORG"]), ("sok=M-1", [])):
        scope = scope_of(query, **SOME | {"organisation": organisation})
        assert [d.record[1] for d in decisions(scope) if d.kind == "membership"] == held, query


def test_memberships_belong_to_policy_follow_up_here_and_on_their_own_page() -> None:
    """Under another instrument the overview had none to decide on, and the page of memberships had one to leave."""
    for query, some in (("virkemiddel=POL", True), ("virkemiddel=POL,BIL", True), ("virkemiddel=KOM", False)):
        scope = scope_of(query, **SOME)
        assert any(d.kind == "membership" for d in decisions(scope)) is some, query
        assert bool(leavings(scope)) is some, query


def test_memberships_without_a_last_day_are_told_beside_the_list() -> None:
    """M-4 has none; whether it must be decided on is not known."""
    found = without_day(scope_of(**SOME))
    assert len(found) == 1
    assert without_day(scope_of("virkemiddel=POL", **SOME)) == found
    assert without_day(scope_of("virkemiddel=PRO", **SOME)) == without_day(scope_of("omrade=KUL", **SOME)) == []
    assert text.say(W, 1).endswith("For ett medlemskap mangler siste dag for å si opp.")
    assert "mangler" not in text.say(W, 0)


def test_words_and_table() -> None:
    some = decisions(scope_of(**SOME))
    assert text.title(W, some, TODAY) == "Fire vedtak eller leveranser har frist de neste 31 dagene, den første i dag"
    assert text.title(W, [], TODAY) == "Ingen kjente vedtak eller leveranser har frist de neste 31 dagene"
    assert text.title(W, some[1:2], TODAY) == "Ett vedtak eller én leveranse har frist de neste 31 dagene, om ti dager"
    late = text.title(W, some, TODAY, ["lost", "can", "can", "can"])
    said = "Tre vedtak eller leveranser har frist de neste 31 dagene, den første om ti dager"
    assert late == f"{said}; for én frist til er det for sent", "what it is too late for is not the first to decide"
    assert text.title(W, some[:1], TODAY, ["lost"]) == "Det er for sent for fristen de neste 31 dagene"
    assert text.what(W, some[1], "Buss") == "Vedtak om å søke: Buss"
    rows = decision_table(some, TODAY).rows
    assert rows[1][:4] == (10, "2026-05-30", ("call", "aimed"), ("decision_kind", "decision"))
    assert rows[3][5] is None


def test_memberships_as_a_decision_the_nearest_first_the_passed_and_unknown_last() -> None:
    some = leavings(scope_of(**SOME))
    assert [(m.code, m.notice_by) for m in some] == [
        ("M-1", "2026-05-20"), ("M-2", "2026-09-01"), ("M-5", "2026-05-19"), ("M-4", None),
    ]  # fmt: skip
    assert [m.fee_ore for m in some] == [500_00, None, None, None]
    table = leaving_table(some, TODAY)
    assert table.column("days") == (0, 104, -1, None)
    assert text.leaving_title(W, [0, 104], 2) == (
        "For ett medlemskap kommer siste dag for å si opp i løpet av de neste 60 dagene"
    )
    assert text.leaving_title(W, [0, 20, 36], 3) == (
        "For tre medlemskap kommer siste dag for å si opp i løpet av de neste 60 dagene"
    )
    assert text.leaving_title(W, [104], 2) == "Siste dag for å si opp det neste medlemskapet er om 104 dager"
    assert text.leaving_title(W, [], 2).startswith("Siste dag for å si opp er ikke registrert")
    assert text.leaving_title(W, [], 0) == "Ingen medlemskap med disse filtrene"
    assert "For ett medlemskap er siste dag for å si opp ikke registrert." in text.leaving_say(W, 2024, 1)
    assert date.fromisoformat(some[0].notice_by or "") == TODAY
