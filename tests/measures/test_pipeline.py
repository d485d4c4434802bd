"""Projects on their way: steps, decisions, money."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.money import RateQuality
from akint_dash.measures.pipeline import LOST, UNDERWAY, WON, Pipeline, Standing, pipeline, standings, won_by_day

from .small import cash, project, scope_of, step

SOME: dict[str, Any] = {
    "project": {
        "idea": project(),
        "sent": project(area="KUL"),
        "won": project(areas=[["KUL", None]]),
        "running": project(area="NÆR"),
        "lost": project(),
        "second": project(area="KUL"),
        "again": project(),
        "taken": project(),
        "early": project(),
        "nothing": project(),
    },
    "project_step": {
        "01": step("idea", "idea", "2026-01-01"),
        "02": step("idea", "submitted", "2026-05-21"),
        "03": step("sent", "idea", "2025-01-01"),
        "04": step("sent", "submitted", "2026-05-20"),
        "05": step("won", "submitted", "2024-03-01"),
        "06": step("won", "granted", "2025-02-01"),
        "07": step("running", "granted", "2024-02-01"),
        "08": step("running", "running", "2024-03-01"),
        "09": step("lost", "submitted", "2025-01-01"),
        "10": step("lost", "rejected", "2025-06-01"),
        "11": step("second", "rejected", "2024-06-01"),
        "12": step("second", "submitted", "2025-01-01"),
        "13": step("second", "granted", "2026-01-01"),
        "14": step("again", "rejected", "2025-06-01"),
        "15": step("again", "submitted", "2026-01-01"),
        "16": step("taken", "granted", "2025-01-01"),
        "17": step("taken", "withdrawn", "2025-02-01"),
        "18": step("early", "granted", "2023-12-31"),
        "19": step("early", "completed", "2026-01-01"),
    },
    "funding": {
        "1": cash("won", 1000_00),
        "2": cash("won", 500_00, level="regional"),
        "3": cash("won", 7_00, payer="own"),
        "4": cash("won", 9_00, form="hours"),
        "5": cash("running", 200_00),
        "6": cash("sent", 300_00),
        "7": cash("sent", None),
        "8": cash("second", None),
        "9": cash("idea", 40_00),
        "10": cash("early", 10**9),
        "11": cash("lost", 10**9),
    },
}


def codes(some: tuple[Standing, ...]) -> set[str]:
    return {standing.code for standing in some}


def of(query: str = "", **more: Any) -> Pipeline:
    return pipeline(scope_of(query, **{**SOME, **more}))


def standing(code: str, query: str = "", today: date = date(2026, 5, 20), **entities: Any) -> Standing:
    (found,) = [s for s in standings(scope_of(query, today, **(entities or SOME))) if s.code == code]
    return found


def test_every_status_has_its_place_or_is_over() -> None:
    assert WON | LOST | UNDERWAY | {"submitted", "withdrawn"} == set(CHOICES["status"])
    assert not WON & LOST & UNDERWAY


def test_projects_stand_where_their_last_step_put_them() -> None:
    found = of()
    assert codes(found.won) == {"won", "running", "second"}
    assert codes(found.rejected) == {"lost"}
    assert codes(found.waiting) == {"sent", "again"}
    assert codes(found.underway) == {"idea"}


def test_a_step_to_come_is_not_reached() -> None:
    assert standing("idea").status == "idea"
    assert standing("idea", today=date(2026, 5, 21)).status == "submitted"
    assert standing("idea", "per=2026-05-21").status == "submitted"


def test_a_project_without_steps_has_no_status_and_stands_nowhere() -> None:
    assert standing("nothing").status is None
    found = of()
    assert "nothing" not in codes(found.won + found.rejected + found.waiting + found.underway)


def test_the_year_is_the_year_of_decision() -> None:
    assert codes(of("periode=2024-2024").won) == {"running"}
    assert codes(of("periode=2025-2025").won) == {"won"}
    assert codes(of("periode=2025-2025").rejected) == {"lost"}
    assert codes(of("periode=2023-2023").won) == {"early"}
    assert codes(of("periode=2024-2024").waiting) == {"sent", "again"}, "what waits waits now"


def test_the_years_add_up_to_the_period() -> None:
    whole = of("periode=2023-2026")
    years = [of(f"periode={year}-{year}") for year in range(2023, 2027)]
    assert whole.won_ore == sum(year.won_ore for year in years)
    assert whole.decided == sum(year.decided for year in years)
    assert codes(whole.won) == set().union(*(codes(year.won) for year in years))


def test_a_project_refused_first_was_decided_when_it_was_granted() -> None:
    assert standing("second").decided_on == "2026-01-01"
    assert standing("second", today=date(2025, 5, 1)).status == "submitted"
    assert codes(of("periode=2024-2024").won + of("periode=2024-2024").rejected) == {"running"}


def test_money_won_is_others_cash_and_nothing_else() -> None:
    found = of()
    assert standing("won").external_ore == 1500_00
    assert found.won_ore == 1700_00


def test_an_amount_that_is_not_recorded_is_missing_not_zero() -> None:
    assert standing("second").external_ore is None
    assert standing("nothing").external_ore is None
    assert standing("sent").external_ore == 300_00, "what is known of it"


def test_the_success_rate_counts_decided_applications_only() -> None:
    found = of()
    assert found.decided == 4
    assert found.success_share == 3 / 4
    assert of("periode=2027-2027").success_share is None


EUROS: dict[str, Any] = {
    "project": {"P": project(start="2024-05-01")},
    "project_step": {"1": step("P", "granted", "2025-05-01")},
}


@pytest.mark.parametrize(
    ("funding", "decided", "ore", "quality"),
    [
        ([cash("P", 100, currency="EUR")], "2025-05-01", 1150, RateQuality.EXACT),
        ([cash("P", 100, currency="EUR")], "2026-05-01", 1150, RateQuality.PROVISIONAL),
        ([cash("P", 100, currency="EUR")], "2024-05-01", None, RateQuality.MISSING),
        ([cash("P", 100, currency="EUR"), cash("P", 50)], "2025-05-01", 1200, RateQuality.EXACT),
        ([cash("P", 100, currency="EUR"), cash("P", 50)], "2026-05-01", 1200, RateQuality.PROVISIONAL),
        ([cash("P", 100), cash("P", 50, currency="GBP")], "2025-05-01", 100, RateQuality.MISSING),
        ([cash("P", 0)], "2025-05-01", 0, RateQuality.EXACT),
    ],
)
def test_amounts_are_converted_at_the_rate_of_the_year_of_decision(
    funding: list[Any], decided: str, ore: int | None, quality: RateQuality
) -> None:
    entities = {**EUROS, "project_step": {"1": step("P", "granted", decided)}}
    found = standing("P", **entities, funding={str(n): values for n, values in enumerate(funding)})
    assert (found.external_ore, found.quality) == (ore, quality)


def test_a_selection_narrows_the_projects() -> None:
    assert codes(of("omrade=KUL").won) == {"second"}, "won is another's, and no division is decided"
    assert codes(of("omrade=KUL").won_paid) == {"second"}
    assert codes(of("omrade=KUL").waiting) == {"sent"}
    assert codes(of("status=submitted").waiting) == {"sent", "again"}
    assert of("status=submitted").won == ()
    assert of("virkemiddel=KOM") == Pipeline((), (), (), (), (), (), ())
    assert codes(of("virkemiddel=KOM,PRO").won) == codes(of().won)
    assert codes(of("sok=SECOND").won) == {"second"}


def test_statuses_chosen_one_by_one_add_up_to_all() -> None:
    whole = {s.code for s in standings(scope_of(**SOME)) if s.status}
    parts = [{s.code for s in standings(scope_of(f"status={status}", **SOME))} for status in CHOICES["status"]]
    assert set().union(*parts) == whole
    assert sum(len(part) for part in parts) == len(whole)


def test_grants_by_day_add_up_to_the_money_won() -> None:
    found = won_by_day(of())
    assert [(row[0], row[1][1], row[2], row[3]) for row in found.rows] == [
        ("2024-02-01", "running", 200_00, 200_00),
        ("2025-02-01", "won", 1500_00, 1700_00),
        ("2026-01-01", "second", None, 1700_00),
    ]
    assert found.column("total_ore")[-1] == of().won_ore
    assert won_by_day(of("virkemiddel=KOM")).rows == ()
