"""On course, yes or no: every rule where it holds, where it is weak, and where it is silent."""

from __future__ import annotations

from typing import Any

import pytest

from akint_dash.measures.course import HOLDS, MISSING, RULES, WEAK, Verdict, course_table, verdicts
from akint_dash.settings import PROJECT
from akint_dash.text import course as text
from akint_dash.text.strategy import load
from akint_dash.text.words import Words

from .small import activity, cooperation, dossier, project, scope_of, step

W = Words("nb")


def state(row: str, query: str = "", **entities: Any) -> tuple[str, float | None, float | None]:
    found = {v.row: v for v in verdicts(scope_of(query, **entities))}[row]
    return found.state, found.value, found.base


def test_every_row_of_the_strategy_has_a_rule_in_words() -> None:
    rows = load(PROJECT / "data" / "strategy.yaml").rows
    assert list(RULES) == list(rows)
    assert list(text.RULES) == list(rows)


def test_with_nothing_recorded_nothing_is_weak() -> None:
    empty = verdicts(scope_of())
    silent = {v.row for v in empty if v.state == MISSING}
    assert silent == set(RULES) - {"S5", "S6"}  # goals and council areas are code lists: they are there
    assert all(v.value is None for v in empty if v.state == MISSING)


def test_nothing_selected_changes_a_verdict() -> None:
    some: Any = {"activity": {"1": activity(), "2": activity(area="KUL", start="2025-02-01")}}
    assert verdicts(scope_of("omrade=NÆR&program=INT&sok=x&status=rejected", **some)) == verdicts(scope_of(**some))


BUDGET = {"instrument": "PRO", "year": 2026, "area": "SAM"}
ADVICE: dict[str, Any] = {"kind": "advocacy", "addressee_kind": "eu"}
CASES: list[tuple[str, str, dict[str, Any]]] = [
    ("S1", HOLDS, {"project": {"P": project()}, "project_step": {"1": step("P", "completed", "2026-01-01")},
                   "result": {"R": {"project": "P", "date": "2026-02-01", "kind": "method", "words": "x",
                                    "area": "SAM"}}}),
    ("S1", WEAK, {"project": {"P": project()}, "project_step": {"1": step("P", "completed", "2026-01-01")}}),
    ("S5", HOLDS, {"project": {"P": project(goals=[["M-1", None]], start="2026-01-01")},
                   "project_step": {"1": step("P", "idea", "2026-01-01")}}),
    ("S5", WEAK, {}),
    ("S6", WEAK, {"activity": {"1": activity()}}),
    ("S6", HOLDS, {"activity": {a: activity(area=a) for a in ("SAM", "KUL", "NÆR")}}),
    ("S10", HOLDS, {"budget": {"B": {**BUDGET, "decided_by": "Fylkestinget"}}}),
    ("S10", WEAK, {"budget": {"B": {**BUDGET, "decided_by": "Fylkestinget"}, "C": {**BUDGET, "instrument": "POL"}}}),
    ("S13", HOLDS, {"project": {"P": project(goals=[["M-1", None]])}}),
    ("S13", WEAK, {"project": {"P": project(goals=[["M-1", None]]), "Q": project()}}),
    ("S15", HOLDS, {"dossier": {"D": dossier(eea="relevant", position="For"), "E": dossier(eea="relevant")}}),
    ("S15", WEAK, {"dossier": {"D": dossier(eea="relevant")}}),
    ("S15", MISSING, {"dossier": {"D": dossier(eea="possible")}}),
    ("S16", HOLDS, {"activity": {"1": activity(**ADVICE, decision="Sak 1/26")}}),
    ("S16", WEAK, {"activity": {"1": activity(**ADVICE), "2": activity(**ADVICE, decision="Sak 1/26")}}),
    ("S20", HOLDS, {"cooperation": {"C": cooperation()},
                    "activity": {"1": activity(kind="contact", cooperation="C", start="2026-03-01")}}),
    ("S22", HOLDS, {"cooperation": {"C": cooperation()}}),
    ("S22", MISSING, {"cooperation": {"C": cooperation(region="SE-O")}}),
]  # fmt: skip


@pytest.mark.parametrize(("row", "wanted", "entities"), CASES)
def test_a_rule_decides(row: str, wanted: str, entities: dict[str, Any]) -> None:
    assert state(row, **entities)[0] == wanted


def test_no_rate_of_success_on_fewer_than_five_decisions() -> None:
    def decided(n: int) -> dict[str, Any]:
        codes = [f"P{i}" for i in range(n)]
        steps = {c: step(c, "granted" if i < 2 else "rejected", "2026-01-10") for i, c in enumerate(codes)}
        return {"project": {c: project() for c in codes}, "project_step": steps}

    assert state("S11", **decided(4)) == (MISSING, None, None)
    assert state("S11", **decided(5)) == (HOLDS, 2, 5)
    assert state("S11", **decided(7)) == (WEAK, 2, 7)


def test_words_of_a_verdict() -> None:
    some = [
        Verdict("S5", WEAK, "part", 1.0, 10, 12),
        Verdict("S19", HOLDS, "than", 1.0, 152, 126),
        Verdict("S3", HOLDS, "share", 1.0, 0.26, 0.18),
        Verdict("S7", HOLDS, "money", 0.9, 9_000_000_00, 10_000_000_00),
        Verdict("S8", MISSING, "part", 0.9, None, None),
    ]
    assert [text.found(W, v) for v in some] == [
        "10 av 12", "152 mot 126", "26\u00a0% mot 18\u00a0%", "90\u00a0% av 10,0\u00a0mill.\u00a0kr", "tallene mangler",
    ]  # fmt: skip
    assert text.title(W, some) == "3 av 4 setninger i strategien er i rute; én kan ikke vurderes"
    assert text.title(W, some[:1]) == "0 av 1 setninger i strategien er i rute"
    assert text.title(W, some[4:]) == "Ingen av strategiens setninger kan vurderes med dagens data"
    assert course_table(some).column("value")[-1] is None
