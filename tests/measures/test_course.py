"""On course, yes or no: every rule where it holds, where it is weak, and where it is silent."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from akint_dash.measures.course import HOLDS, MISSING, RULES, WEAK, Drawn, Verdict, course_table, drawn, tops, verdicts
from akint_dash.settings import PROJECT
from akint_dash.text import course as text
from akint_dash.text.strategy import load
from akint_dash.text.words import Words

from .frames import FRESH, STALE, known
from .small import activity, cooperation, dossier, project, scope_of, step

W = Words("nb")


def state(row: str, query: str = "", **entities: Any) -> tuple[str, float | None, float | None]:
    found = {v.row: v for v in verdicts(scope_of(query, **entities))}[row]
    return found.state, found.value, found.base


def test_every_row_of_the_strategy_has_a_rule_in_words() -> None:
    rows = load(PROJECT / "data" / "strategy.yaml").rows
    assert list(RULES) == list(rows)
    assert list(text.RULES) == list(text.TOPICS) == list(rows)


def test_with_nothing_recorded_nothing_is_weak() -> None:
    empty = verdicts(scope_of())
    silent = {v.row for v in empty if v.state == MISSING}
    assert silent == set(RULES) - {"S5", "S6"}  # goals and council areas are code lists: they are there
    assert all(v.value is None for v in empty if v.state == MISSING)


def test_nothing_selected_changes_a_verdict() -> None:
    some: Any = {"activity": {"1": activity(), "2": activity(area="KUL", start="2025-02-01")}}
    assert verdicts(scope_of("omrade=NÆR&program=INT&sok=x&status=rejected", **some)) == verdicts(scope_of(**some))


BUDGET = {"instrument": "PRO", "year": 2026, "area": "SAM"}
DECIDED = {
    area + code: {"instrument": code, "year": 2026, "area": area, "decided_by": "Fylkestinget"}
    for area in ("SAM", "KUL", "NÆR")
    for code in ("PRO", "POL", "KOM", "BIL")
}
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
    ("S10", HOLDS, {"budget": DECIDED}),
    ("S10", WEAK, {"budget": {code: DECIDED[code] for code in list(DECIDED)[1:]}}),  # one that nobody has recorded
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


TODAY, DAY = date(2026, 11, 25), date(2026, 10, 30)


def test_guidance_is_compared_to_the_data_s_own_day() -> None:
    """Twelve guided in the whole of last year, ten of them by 30 October: to today it would be 8 against 11."""
    held = {
        f"{year}-{n}": activity(kind="guidance", start=f"{year}-{month}-15", actors=[[f"A{n}", None]])
        for year, months in ((2025, [*range(1, 11), 11, 12]), (2026, range(1, 9)))
        for n, month in enumerate(f"{m:02d}" for m in months)
    }
    found = {v.row: v for v in verdicts(known("", TODAY, DAY, activity=held))}["S14"]
    assert (found.value, found.base) == (8, 10)
    assert text.found(W, found) == "8 aktører per 30.10.2026, mot 10 per 30.10.2025"


def test_one_is_not_said_in_the_plural() -> None:
    held = {f"{n}-{y}": activity(kind="guidance", start=f"{y}-03-15", actors=[[f"A{n}", None]])
            for n, y in ((1, 2025), (2, 2025), (3, 2026))}  # fmt: skip
    found = {v.row: v for v in verdicts(known("", TODAY, DAY, activity=held))}
    assert text.found(W, found["S14"]) == "1 aktør per 30.10.2026, mot 2 per 30.10.2025"
    assert text.found(W, found["S19"]) == "1 tiltak per 30.10.2026, mot 2 per 30.10.2025"
    assert text.found(Words("en"), found["S14"]).startswith(
        "1 organisation by 30\u00a0Oct\u00a02026, compared with 2 by"
    )
    assert text.found(Words("en"), found["S19"]).startswith("1 initiative by 30\u00a0Oct\u00a02026, compared with 2 by")


def test_old_data_decide_nothing_that_is_of_a_year() -> None:
    """On 31.12.2027 without new data S2, S6, S9 and S14 said weak: they are only old."""
    some: Any = {
        "activity": {"1": activity(), "2": activity(kind="guidance", actors=[["A", None]], start="2025-03-01")},
        "budget": {"B": {**BUDGET, "decided_by": "Fylkestinget"}},
        "cooperation": {"C": cooperation()},
    }
    old = {v.row: v for v in verdicts(known("", date(2027, 12, 31), DAY, **some))}
    of_a_year = {row for row, rule in RULES.items() if rule.of}
    assert {row for row in of_a_year if old[row].state != MISSING} == set()
    assert text.found(W, old["S6"]) == "dataene er for gamle"
    assert text.found(W, old["S7"]) == "tallene mangler", "it is judged by 2025, which the data do cover"
    new = {v.row: v for v in verdicts(known("", TODAY, DAY, **some))}
    assert new["S6"].state == WEAK
    assert text.found(W, new["S6"]) == "1 av 3 rådsområder hittil i 2026"
    assert text.found(W, new["S10"]) == "1 av 12 rammer hittil i 2026"


def test_the_last_whole_year_decides_though_the_data_are_too_old_for_the_year_after_it() -> None:
    """ "Dataene er for gamle" of targets and budgets of 2025, which the page of goals says are reached."""
    some: Any = {
        "budget": {"B": {**BUDGET, "year": 2025, "planned_nok": 100, "used_nok": 95}},
        "target": {"T": {"measure": "involvements", "year": 2025, "value": 1, "area": "SAM"}},
        "activity": {"1": activity(start="2025-03-01")},
    }
    old = {v.row: v for v in verdicts(known("", date(2027, 12, 31), DAY, **some))}
    assert text.found(W, old["S7"]).endswith("i 2025, det siste hele året")
    assert text.found(W, old["S23"]) == "1 av 1 måltall som kan måles i 2025, det siste hele året"
    assert text.found(W, old["S10"]) == "dataene er for gamle"


def test_a_rule_that_nothing_is_there_counts_those_without() -> None:
    """ "1 | 2 | antall" stood beside "For én av to regioner er det registrert penger"."""
    units = {row: course_table([Verdict(row, WEAK, "part", 1.0, 1, 2)]).column("unit")[0] for row in ("S21", "S22")}
    assert units == {"S21": ("course_unit", "part"), "S22": ("course_unit", "without")}


def test_projects_of_which_none_is_completed_lack_no_numbers() -> None:
    steps = {"1": step("P", "granted", "2026-03-01")}
    found = {v.row: v for v in verdicts(known("", TODAY, DAY, project={"P": project()}, project_step=steps))}["S1"]
    assert (found.state, text.found(W, found)) == (MISSING, "ingen prosjekter er registrert som fullført")
    none = {v.row: v for v in verdicts(known("", TODAY, DAY))}["S1"]
    assert (none.state, text.found(W, none)) == (MISSING, "tallene mangler")


def test_words_of_a_verdict() -> None:
    some = [
        Verdict("S5", WEAK, "part", 1.0, 10, 12),
        Verdict("S19", HOLDS, "than", 1.0, 152, 126),
        Verdict("S3", HOLDS, "share", 1.0, 0.26, 0.18),
        Verdict("S7", HOLDS, "money", 0.9, 9_000_000_00, 10_000_000_00),
        Verdict("S8", MISSING, "part", 0.9, None, None),
        Verdict("S19", HOLDS, "than", 1.0, 34, 32, FRESH),
        Verdict("S7", HOLDS, "money", 0.9, 9_000_000_00, 10_000_000_00, FRESH),
        Verdict("S19", MISSING, "than", 1.0, None, None, STALE),
    ]
    assert [text.found(W, v) for v in some] == [
        "10 av 12 mål", "152 tiltak mot 126", "26\u00a0% mot 18\u00a0%", "90\u00a0% av 10,0\u00a0mill.\u00a0kr",
        "tallene mangler",
        "34 tiltak per 30.10.2026, mot 32 per 30.10.2025",
        "90\u00a0% av 10,0\u00a0mill.\u00a0kr i 2025, det siste hele året",
        "dataene er for gamle",
    ]  # fmt: skip
    some = some[:5]
    assert text.title(W, some) == "3 av 5 punkter i strategien er i rute; ett kan ikke vurderes"
    assert text.title(W, some[:1]) == "0 av 1 punkter i strategien er i rute"
    assert text.title(W, some[4:5]) == "Ingen av strategiens punkter kan vurderes med dagens data"
    data = course_table(some)
    assert data.column("value")[-1] is None
    for row, value, base, unit in zip(
        some, data.column("value"), data.column("base"), data.column("unit"), strict=True
    ):
        assert unit == ("course_unit", row.kind)
        if row.kind == "money":  # millions of kroner, never øre as a plain number
            assert (value, base) == (pytest.approx((row.value or 0) / 1e8), pytest.approx((row.base or 0) / 1e8))
        if row.kind == "share":
            assert value == pytest.approx((row.value or 0) * 100)


def test_what_a_number_is_of_is_said_beside_it() -> None:
    """'9 av 10' stood beside memberships 'we pay for' where three fees were unknown."""
    paid = Verdict("S17", WEAK, "part", 1.0, 9, 10, FRESH)
    assert text.found(W, paid) == "9 av 10 medlemskap med kjent kontingent"
    regions = Verdict("S22", WEAK, "part", 1.0, 1, 2)
    told = "For én av to regioner er det registrert penger til gjenoppbygging fra fylkeskommunen"
    assert (text.found(W, regions), text.demand(W, regions)) == (told, "grensen er 0 regioner")
    none = Verdict("S22", HOLDS, "part", 1.0, 2, 2)
    assert text.found(W, none) == "Ingen penger til gjenoppbygging er registrert fra fylkeskommunen"
    targets = Verdict("S23", WEAK, "part", 0.5, 3, 3, FRESH)
    assert text.found(W, targets) == "3 av 3 måltall som kan måles i 2025, det siste hele året"


def test_a_verdict_as_lengths_on_one_scale_a_kind() -> None:
    some = [
        Verdict("S5", WEAK, "part", 1.0, 10, 12),
        Verdict("S13", WEAK, "part", 0.9, 46, 57),
        Verdict("S19", HOLDS, "than", 1.0, 150, 120),
        Verdict("S14", HOLDS, "than", 1.0, 5, 0),
        Verdict("S3", HOLDS, "share", 1.0, 0.26, 0.18),
        Verdict("S7", HOLDS, "money", 0.9, 12_000_000_00, 10_000_000_00),
        Verdict("S8", MISSING, "part", 0.9, None, None),
    ]
    assert [drawn(one) for one in some] == [
        Drawn(10 / 12, 1, 1), Drawn(46 / 57, 1, 0.9), Drawn(1.25, 1, 1), None, Drawn(0.26, 0.18, 0.18),
        Drawn(1.2, 1, 0.9), None,
    ]  # fmt: skip
    assert tops(some) == {"part": 1, "than": 1.25, "share": 1, "money": 1.2}
    assert [text.demand(W, one) for one in some] == [
        "grensen er alle 12",
        "grensen er 52",
        "grensen er 120",
        "grensen er 0",
        "grensen er 18\u00a0%",
        "grensen er 90\u00a0%",
        "",
    ]
    assert text.headline(W, some) == "2 av 7 punkter i strategien er ikke i rute"
    assert text.headline(W, some[2:]) == text.title(W, some[2:])
    assert [text.group(W, state, 2, 6) for state in (WEAK, MISSING, HOLDS)] == [
        "To av seks punkter er ikke i rute",
        "To punkter kan ikke vurderes",
        "To av seks punkter er i rute",
    ]
