"""Why applications were refused, and what they cost."""

from __future__ import annotations

from typing import Any

from akint_dash.measures.refusals import Refusal, known_hours, refusal_table, refusals
from akint_dash.text import refusals as text
from akint_dash.text.words import Words

from .small import project, scope_of, step

W = Words("nb")


def refused(project: str, day: str, reason: str | None = None) -> dict[str, Any]:
    return {**step(project, "rejected", day), **({"reason": reason} if reason else {})}


SOME: dict[str, Any] = {
    "project": {
        "A": project(application_hours=80.0),
        "B": project(area="KUL"),
        "C": project(application_hours=120.0),
        "later granted": project(application_hours=999.0),
        "refused too early": project(application_hours=999.0),
    },
    "project_step": {
        "1": refused("A", "2025-03-01", "quality"),
        "2": refused("A", "2026-02-01", "competition"),
        "3": refused("B", "2026-03-01"),
        "4": refused("C", "2026-04-01", "competition"),
        "5": refused("later granted", "2025-04-01", "budget"),
        "6": step("later granted", "granted", "2026-01-01"),
        "7": refused("refused too early", "2023-04-01", "budget"),
        "8": refused("C", "2026-09-01", "formal"),
    },
}


def test_each_refusal_once_with_the_reason_of_its_last_letter_so_far() -> None:
    found = refusals(scope_of(**SOME))
    assert [(r.project, r.day, r.reason, r.hours) for r in found] == [
        ("C", "2026-04-01", "competition", 120.0),
        ("B", "2026-03-01", None, None),
        ("A", "2026-02-01", "competition", 80.0),
    ]
    assert known_hours(found) == (200.0, 2)


def test_the_table_keeps_missing_apart_from_none() -> None:
    rows = refusal_table(refusals(scope_of(**SOME))).rows
    assert rows == ((("refusal_reason", "competition"), 2, 200.0, 0), (None, 1, None, 1))


def test_area_and_period_narrow() -> None:
    assert [r.project for r in refusals(scope_of("omrade=KUL", **SOME))] == ["B"]
    assert [r.project for r in refusals(scope_of("periode=2023", **SOME))] == ["refused too early"]


def test_no_reason_leads_where_none_stands_out_and_no_hours_are_invented() -> None:
    found = refusals(scope_of(**SOME))
    assert text.title(W, []) == "Ingen søknader er avslått i årene som vises"
    assert text.say(W, []) == ""
    assert text.say(W, [r for r in found if r.hours is None]) == "Timer brukt på søknadene er ikke registrert."
    assert (
        text.say(W, found)
        == "Arbeidet med de to søknadene der timer er registrert, tok 200 timer; for én er timer ikke registrert."
    )
    even = [Refusal(str(i), "2026-01-01", reason, None) for i, reason in enumerate(("quality", "budget") * 6)]
    assert text.title(W, even) == "Tolv avslag, alle tolv med kjent begrunnelse"
    silent = [Refusal(str(i), "2026-01-01", None, None) for i in range(3)]
    assert text.title(W, silent) == "Tre avslag, uten kjent begrunnelse"
    clear = [*even, *(Refusal(f"+{i}", "2026-01-01", "quality", None) for i in range(4))]
    assert text.title(W, clear) == "Kvaliteten på søknaden: 10 av 16 begrunnede avslag"
