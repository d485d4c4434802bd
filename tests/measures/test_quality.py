"""Each rule finds one spurious row and is silent of a sound one; the counts are the overview's, and the course true."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from akint_dash.components.page import Site
from akint_dash.domain.schema import ENTITIES
from akint_dash.domain.selection import Selection
from akint_dash.measures.holes import holes
from akint_dash.measures.lacks import LACKS
from akint_dash.measures.quality import (
    NOBODY,
    by_area,
    counted,
    course,
    faults,
    found,
    looks,
    ordered,
    records,
    unrecorded,
)
from akint_dash.measures.quality_rules import EVERY, HOLES, MUST, RULES, broken
from akint_dash.measures.scope import Scope
from akint_dash.text.quality import EFFECTS, NAMES

from .small import LISTS, TODAY, cash, project, scope_of, step

OWNER: Final = {"owner": "Seksjon for vei", "owner_mail": "vei@akershus.example"}
TOLD: Final = {"visibility": "public", **OWNER}


def dossier(**values: Any) -> dict[str, Any]:
    sound = {"title": "Sak", "title_en": "Dossier", "area": "SAM", "stage": "proposal", "opened": "2026-01-01", **TOLD}
    return {**sound, **values}


def cooperation(**values: Any) -> dict[str, Any]:
    return {"region": "UA-32", "area": "SAM", "status": "agreement", "since": "2024-01-01", **TOLD, **values}


def activity(**values: Any) -> dict[str, Any]:
    sound = {"title": "Møte", "title_en": "Meeting", "kind": "contact", "start": "2026-02-01", "area": "SAM", **TOLD}
    return {**sound, **values}


def means(**values: Any) -> dict[str, Any]:
    return {"instrument": "PRO", "year": 2026, "planned_nok": 100, "area": "SAM", **TOLD, **values}


def member(**values: Any) -> dict[str, Any]:
    return {"organisation": "O", "from_date": "2024-01-01", "area": "SAM", **TOLD, **values}


def of(**values: Any) -> dict[str, Any]:
    return project(title_en="Project", **TOLD, **values)


RESULT: Final = {"words": "Ny", "words_en": "New", "date": "2026-01-01", "area": "SAM", **TOLD}
EVERY_AREA: Final = {"B1": means(area="KUL"), "B2": means(area="NÆR")}
DUE: Final = {"D": {"dossier": "E", "day": "2026-06-01", "what": "Innspill"}}
PASSED: Final = {"D": {"dossier": "E", "day": "2026-05-19", "what": "Innspill"}}
CALL: Final = {"F": {"call": "C", "day": "2026-05-20"}}
CASES: Final[dict[str, tuple[dict[str, Any], dict[str, Any]]]] = {
    "backwards": (
        {"project": {"X": of(start="2026-02-01", end="2026-01-31")}},
        {"project": {"X": of(start="2026-02-01", end="2026-02-01"), "Y": of(title="Q", end="2020-01-01")}},
    ),
    "budget_twice": (
        {"budget": {"X": means(), "Y": means(planned_nok=7)}},
        {"budget": {"X": means(), "Y": means(instrument="POL"), "Z": means(year=2025), "V": means(area="KUL")}},
    ),
    "own_reconstruction": (
        {"project": {"P": of()}, "funding": {"X": cash("P", 1, payer="own", purpose="reconstruction")}},
        {"project": {"P": of()}, "funding": {"X": cash("P", 1, purpose="reconstruction"),
         "Y": cash("P", 1, payer="own", purpose="travel"),
         "Z": cash("P", None, payer="own", purpose="reconstruction", form="hours", hours=4.0)}},
    ),
    "shared_out": (
        {"project": {"X": of(areas=[["SAM", 60], ["KUL", 41]])}},
        {"project": {"X": of(areas=[["SAM", 60], ["KUL", 40]]), "Y": of(title="Q", areas=[["KUL", None]])}},
    ),
    "currency": (
        {"project": {"X": of(budget=1)}},
        {"project": {"X": of(budget=1, currency="NOK"), "Y": of(title="Q")}},
    ),
    "part_over_whole": (
        {"project": {"X": of(budget=2, consortium_total=1, currency="NOK")}},
        {"project": {"X": of(budget=2, consortium_total=2, currency="NOK"),
                     "Y": of(title="Q", budget=2, currency="NOK")}},
    ),
    "over_and_running": (
        {"project": {"X": of(end="2026-05-19")}, "project_step": {"S": step("X", "running", "2025-01-01")}},
        {"project": {"X": of(end="2026-05-20"), "Y": of(title="Q", end="2026-05-19")},
         "project_step": {"S": step("X", "running", "2025-01-01"), "T": step("Y", "completed", "2026-05-01")}},
    ),
    "answered_first": (
        {"project": {"X": of()}, "project_step": {"S": step("X", "submitted", "2025-02-02"),
         "T": step("X", "granted", "2025-02-01")}},
        {"project": {"X": of(), "Y": of(title="Q")}, "project_step": {"S": step("X", "submitted", "2025-02-01"),
         "T": step("X", "granted", "2025-02-01"), "U": step("Y", "granted", "2025-02-01")}},
    ),
    "agreement_over": (
        {"cooperation": {"X": cooperation(agreement_to="2026-05-19")}},
        {"cooperation": {"X": cooperation(agreement_to="2026-05-20"),
                         "Y": cooperation(agreement_to="2020-01-01", status="ended")}},
    ),
    "closed_area": (
        {"dossier": {"X": dossier(area="GAM")}},
        {"dossier": {"X": dossier(area="GAM", stage="closed"), "Y": dossier(title="Q")}},
    ),
    "due_owner": (
        {"dossier": {"E": {k: v for k, v in dossier().items() if "owner" not in k}}, "dossier_deadline": DUE},
        {"dossier": {"E": {k: v for k, v in dossier().items() if "owner" not in k}}, "dossier_deadline": PASSED,
         "membership": {"M": member(notice_by="2026-07-01")}},
    ),
    "quiet_agreement": (
        {"cooperation": {"X": cooperation()}, "activity": {"A": activity(start="2025-05-20", cooperation="X")}},
        {"cooperation": {"X": cooperation(), "Y": cooperation(region="SE-O", status="dialogue"),
                         "Z": cooperation(region="DE-BE", agreement_from="2026-01-01")},
         "activity": {"A": activity(start="2025-05-21", regions=[["UA-32", None]])}},
    ),
    "area_means": (
        {"budget": {**EVERY_AREA, "X": {k: v for k, v in means().items() if k != "planned_nok"}}},
        {"budget": {**EVERY_AREA, "X": means(area="KUL", instrument="BIL", areas=[["SAM", 40]])}},
    ),
    "unanswered": (
        {"project": {"X": of()}, "project_step": {"S": step("X", "submitted", "2025-05-20")}},
        {"project": {"X": of(), "Y": of(title="Q")}, "project_step": {"S": step("X", "submitted", "2025-05-21"),
         "T": step("Y", "submitted", "2024-01-01"), "U": step("Y", "rejected", "2025-01-01")}},
    ),
    "twins": (
        {"project": {"X": of(), "Y": of(title=" prosjekt ")}},
        {"project": {"X": of(), "Y": of(programme="HE"), "Z": of(title="Prosjekt 2")}},
    ),
    "owner_mail": (
        {"dossier": {"X": {k: v for k, v in dossier().items() if k != "owner_mail"}}},
        {"dossier": {"X": {k: v for k, v in dossier(stage="closed").items() if k != "owner_mail"},
                     "Y": {k: v for k, v in dossier(title="Q").items() if "owner" not in k}}},
    ),
    "evidence": (
        {"result": {"X": RESULT}},
        {"result": {"X": {**RESULT, "evidence": "Rapport"}}},
    ),
    "english": (
        {"project": {"X": project(**TOLD)}},
        {"project": {"X": of()}, "cooperation": {"Y": cooperation(status="ended")}},
    ),
    "exemption": (
        {"project": {"X": {**of(), "visibility": "internal"}}},
        {"project": {"X": {**of(), "visibility": "internal", "exemption": "offl. § 15"}, "Y": of(title="Q")}},
    ),
}  # fmt: skip
"""Rule -> a portfolio that breaks it once (a pair, where two records make it), and one that comes near and does not."""


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_a_spurious_row_and_is_silent_of_a_sound_one(rule: str) -> None:
    spurious, sound = CASES[rule]
    pair = {"budget_twice": 2, "twins": 2}.get(rule, 1)
    assert len(broken(scope_of(**spurious))[rule]) == pair
    assert broken(scope_of(**sound)).get(rule, []) == []


def test_a_project_under_way_without_owner_whose_call_closes_is_found() -> None:
    some = {"P": project(call="C", title_en="Project", visibility="public")}
    calls: dict[str, Any] = {"call": {"C": {"title": "Call"}}, "call_deadline": CALL}
    under_way = scope_of(project=some, project_step={"S": step("P", "idea", "2026-01-01")}, **calls)
    sent = scope_of(project=some, project_step={"S": step("P", "submitted", "2026-01-01")}, **calls)
    assert broken(under_way)["due_owner"] == [("project", "P")]
    assert broken(sent)["due_owner"] == []


def test_every_kind_of_record_with_two_days_is_told_when_they_are_turned() -> None:
    rows: dict[str, Any] = {
        "activity": activity(start="2026-02-02", end="2026-02-01"),
        "cooperation": cooperation(agreement_from="2026-02-02", agreement_to="2026-02-01", status="ended"),
        "membership": member(to_date="2023-12-31"),
        "post": {"organisation": "O", "title": "V", "from_date": "2026-02-02", "to_date": "2026-02-01"},
    }
    found_in = broken(scope_of("", TODAY, **{entity: {"X": values} for entity, values in rows.items()}))["backwards"]
    assert sorted(found_in) == [(entity, "X") for entity in sorted(rows)]


def test_a_sound_and_an_empty_portfolio_break_no_rule() -> None:
    assert found(scope_of()) == []
    budgets = {**EVERY_AREA, "B3": means()}
    sound = scope_of(project={"P": of(budget=1, currency="NOK", consortium_total=2)}, budget=budgets)
    assert not any(broken(sound).values())
    assert found(sound)  # what is missing is told by the holes


def test_every_rule_has_words_and_its_field_is_there() -> None:
    assert LACKS.keys() | {"silent_area", "fund_absent"} == HOLES.keys()
    assert EVERY.keys() == NAMES.keys() == RULES.keys() | HOLES.keys()
    assert RULES.keys() == EFFECTS.keys() == CASES.keys()
    for key, rule in EVERY.items():
        for entity, column in rule.fields.items():
            assert column in ENTITIES[entity].by_name or column in ENTITIES, key


def test_of_two_columns_the_blank_one_is_to_be_filled_and_turned_answers_are_there() -> None:
    assert EVERY["period"].column("project", {"end": "2026-01-01"}) == "start"
    assert EVERY["period"].column("project", {"start": "2026-01-01"}) == "end"
    assert EVERY["participation_date"].column("participation", {"from_date": "2026-01-01"}) == "to_date"
    assert EVERY["answered_first"].wrong


def view(site: Site, query: dict[str, str]) -> Any:
    opened = site.open("/kvalitet", query)
    assert opened is not None
    return opened[0]


def test_the_rules_of_gaps_count_what_the_overview_counts_in_all_and_in_each_area(site: Site) -> None:
    whole = view(site, {}).scope
    for area in ("", *whole.portfolio.records("area")):
        scope = whole.narrowed(omrade=(area,)) if area else whole
        gaps = {key: len(some) for key, some in ordered(found(scope)) if key in HOLES}
        counts: dict[str, int] = {}
        for hole in holes(scope):
            counts[hole.kind] = counts.get(hole.kind, 0) + hole.n
        assert gaps == counts, area


def test_the_areas_and_the_owners_add_up(site: Site) -> None:
    scope = view(site, {}).scope
    every = found(scope)
    assert sum(n for _, n, _ in by_area(scope, every)) == len(every) > 100
    owners = {one.owner or NOBODY for one in every}
    assert sum(len(found(scope, owner=owner)) for owner in owners) == len(every)
    assert sum(must for _, _, must in by_area(scope, every)) == sum(EVERY[f.rule].severity == MUST for f in every)
    assert len(records(every)) <= len(every)


def test_a_point_of_the_course_is_the_number_of_the_page_as_of_that_day(site: Site) -> None:
    now = view(site, {})
    points = course(now.scope, now.back)
    assert [day for day, _ in points] == [*looks(now.scope), now.day]
    assert len(points) > 4
    for day, tally in points:
        then = view(site, {"per": day.isoformat()}).scope
        assert counted(then, tally) == {key: len(some) for key, some in ordered(found(then))}
        some = then.narrowed(omrade=("SAM", "FRL"))
        assert sum(counted(some, tally).values()) == len(found(some))


def test_faults_are_made_once_a_snapshot_and_day() -> None:
    scope = scope_of(project={"P": project(budget=1)})
    assert faults(scope) is faults(scope.narrowed(omrade=("SAM",)))
    assert faults(scope) is not faults(Scope(scope.portfolio, Selection(), date(2026, 5, 21)))


def test_what_nobody_recorded_is_no_record(site: Site) -> None:
    absent = [one for one in found(view(site, {}).scope) if one.absent]
    assert absent
    assert records(absent) == set()
    assert unrecorded(absent) == (len(absent), len({one.code for one in absent}))
    assert LISTS["area"]
