"""The weight of the four instruments."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from akint_dash.domain.table import Cell, Heading, table
from akint_dash.measures.same_days import same_days
from akint_dash.measures.scope import Scope
from akint_dash.measures.weight import (
    Unweighed,
    absent_means,
    by_area_instrument,
    by_area_of_instrument,
    by_instrument_year,
    by_month,
    county_row,
    not_relevant,
    registered,
    short_of,
    statements,
    unweighed,
    unweighed_records,
)
from akint_dash.text.missing import shares_of_known
from akint_dash.text.missing import unweighed as told_unweighed
from akint_dash.text.words import Words

from .small import activity, cooperation, dossier, project, scope_of, step

SOME: dict[str, Any] = {
    "activity": {
        "1": activity(start="2024-01-31", hours=2.5),
        "2": activity(start="2025-02-01", hours=4, area="KUL"),
        "3": activity(start="2025-12-31", kind="hearing"),
        "4": activity(start="2026-05-20", kind="contact", area="KUL", areas=[["SAM", None]], hours=1),
        "tomorrow": activity(start="2026-05-21", hours=1000, area="NÆR"),
        "before": activity(start="2023-12-31", hours=1000),
    },
    "project": {
        "P": project(start="2025-07-01", budget=1000, areas=[["KUL", 40]]),
        "Q": project(start="2026-01-01", budget=500, area="KUL", areas=[["SAM", None]]),
        "later": project(start="2028-01-01", budget=10**9),
    },
    "dossier": {"D": dossier(opened="2026-03-01")},
    "cooperation": {"C": cooperation(since="2025-01-01", area="KUL")},
}


def years(scope: Scope) -> dict[tuple[int, str], Any]:
    return {(row[0], row[1][1]): row[2] for row in by_instrument_year(scope).rows}


def areas(scope: Scope, year: int) -> dict[str, tuple[Any, ...]]:
    return {row[0][1]: row[1:6] for row in by_area_instrument(scope, year).rows}


def test_every_year_up_to_this_one_has_the_four_instruments() -> None:
    assert years(scope_of(**SOME)) == {
        (2024, "PRO"): 0, (2024, "POL"): 0, (2024, "KOM"): 1, (2024, "BIL"): 0,
        (2025, "PRO"): 1, (2025, "POL"): 1, (2025, "KOM"): 1, (2025, "BIL"): 1,
        (2026, "PRO"): 1, (2026, "POL"): 1, (2026, "KOM"): 0, (2026, "BIL"): 1,
    }  # fmt: skip


def test_shares_are_of_the_years_sum_and_missing_in_a_year_without_any() -> None:
    rows = by_instrument_year(scope_of("periode=2023-2026&omrade=KUL", **SOME)).rows
    assert [row[3] for row in rows if row[0] == 2024] == [None] * 4
    assert [row[3] for row in rows if row[0] == 2025] == [0, 0, 0.5, 0.5]
    for year in (2025, 2026):
        assert sum(row[3] for row in rows if row[0] == year) == pytest.approx(1)


def test_the_period_reaches_no_further_than_today() -> None:
    assert {row[0] for row in by_instrument_year(scope_of("periode=2026-2027", **SOME)).rows} == {2026}
    assert by_instrument_year(scope_of("periode=2027-2027", **SOME)).rows == ()


def budget(instrument: str, year: int, planned: int | None, **values: Any) -> dict[str, Any]:
    known = {} if planned is None else {"planned_nok": planned}
    return {"instrument": instrument, "year": year, "area": "KUL", **known, **values}


BUDGETS: dict[str, Any] = {
    **SOME,
    "budget": {
        "1": budget("PRO", 2025, 1000, area="SAM", areas=[["KUL", 40]]),
        "2": budget("PRO", 2026, 500),
        "3": budget("KOM", 2026, 300),
        "unknown": budget("BIL", 2026, None),
        "to come": budget("PRO", 2027, 9000),
    },
}


def test_kroner_are_what_is_set_aside_whatever_else_than_area_and_instrument_is_chosen() -> None:
    """Project budgets alone said that project development weighs everything."""
    whole = years(scope_of("vekt=kroner", **BUDGETS))
    for query in ("program=HE", "sok=umulig", "tema=plan", "ring=norden", "status=idea"):
        assert years(scope_of(f"vekt=kroner&{query}", **BUDGETS)) == whole, query
    assert years(scope_of("vekt=kroner&virkemiddel=KOM", **BUDGETS))[2026, "PRO"] == 0


def test_hours_and_money_are_summed_by_the_weight_chosen() -> None:
    hours = years(scope_of("vekt=timer", **SOME))
    assert (hours[2024, "KOM"], hours[2025, "KOM"], hours[2026, "BIL"], hours[2026, "KOM"]) == (2.5, 4.0, 1.0, 0.0)
    money = years(scope_of("vekt=kroner", **BUDGETS))
    assert (money[2025, "PRO"], money[2026, "PRO"], money[2026, "KOM"], money[2024, "PRO"]) == (1000, 500, 300, None)
    assert by_instrument_year(scope_of("vekt=kroner", **SOME)).headings[2].name == "ore"


def test_an_area_has_its_share_of_the_money_and_none_where_none_is_recorded() -> None:
    sam, kul = (years(scope_of(f"vekt=kroner&omrade={code}", **BUDGETS)) for code in ("SAM", "KUL"))
    assert (sam[2025, "PRO"], kul[2025, "PRO"]) == (600, 400)
    assert (sam[2026, "PRO"], kul[2026, "PRO"]) == (None, 500), "no means are recorded for SAM: missing, not 0"
    both = years(scope_of("vekt=kroner&omrade=SAM,KUL", **BUDGETS))
    assert (both[2025, "PRO"], both[2026, "PRO"]) == (1000, 500)


def test_money_of_the_areas_adds_up_to_the_money_of_all() -> None:
    everything = years(scope_of("vekt=kroner", **BUDGETS))
    parts = [years(scope_of(f"vekt=kroner&omrade={code}", **BUDGETS)) for code in ("SAM", "KUL", "NÆR", "GAM")]
    for key, value in everything.items():
        assert sum(part[key] or 0 for part in parts) == (value or 0)


def test_instruments_chosen_one_by_one_add_up_to_all() -> None:
    for weight in ("antall", "timer", "kroner"):
        everything = years(scope_of(f"vekt={weight}", **SOME))
        for code in ("PRO", "POL", "KOM", "BIL"):
            alone = years(scope_of(f"vekt={weight}&virkemiddel={code}", **SOME))
            assert {k: v for k, v in alone.items() if k[1] == code} == {
                k: v for k, v in everything.items() if k[1] == code
            }
            assert not any(v for k, v in alone.items() if k[1] != code)


def test_months_hold_what_began_in_them_and_none_after_today() -> None:
    months = {(row[0], row[1]): row[2] for row in by_month(scope_of(**SOME)).rows}
    assert len(months) == 48
    assert {k: v for k, v in months.items() if v} == {
        (2024, 1): 1, (2025, 1): 1, (2025, 2): 1, (2025, 7): 1, (2025, 12): 1,
        (2026, 1): 1, (2026, 3): 1, (2026, 5): 1,
    }  # fmt: skip
    assert months[2026, 4] == 0
    assert months[2026, 6] is None
    assert months[2027, 12] is None


def test_new_years_day_belongs_to_the_new_year() -> None:
    """C begins on 1 January 2025, Q on 1 January 2026: neither belongs to the December before."""
    months = {(row[0], row[1]): row[2] for row in by_month(scope_of("periode=2024-2025", **SOME)).rows}
    assert (months[2024, 12], months[2025, 1], months[2025, 12]) == (0, 1, 1)
    assert sum(months.values()) == sum(v for v in years(scope_of("periode=2024-2025", **SOME)).values())


def test_areas_have_a_row_each_and_records_count_for_the_responsible_one() -> None:
    found = areas(scope_of(**SOME), 2026)
    assert found["KUL"] == (1, 0, 0, 1, 2)
    assert found["SAM"] == (0, 1, 0, 0, 1)
    assert list(found) == ["KUL", "SAM", "NÆR"], "the heaviest first, those without any last"


def test_an_area_that_registered_nothing_is_missing_not_zero() -> None:
    assert areas(scope_of(**SOME), 2026)["NÆR"] == (None,) * 5


def test_what_lacks_is_told_of_its_years_and_of_no_more_than_the_table_shows() -> None:
    """«andelene er av det som er kjent» stood over shares that were withheld, and «summene» over none."""
    w, some = Words("nb"), Unweighed("means", 1, 4, (2025, 2026))
    heads = (Heading("ore", Cell.ORE, "Kroner"), Heading("share", Cell.SHARE, "Andel"))
    lacks = "Avsatt beløp mangler for 1 av 4 rammer 2025–2026."
    least = " Summene som vises, er minst så store."

    def said(*rows: tuple[int | None, float | None]) -> str:
        return told_unweighed(w, some, table(heads, list(rows)))

    assert said((100, 0.5), (100, 0.5)) == f"{lacks}{least} Andelene er av det som er kjent."
    assert said((100, None), (None, None)) == f"{lacks}{least} Andelen er ikke regnet ut, for beløp mangler."
    part = " Andelen er av det som er kjent, og mangler der den ikke kan regnes ut."
    assert said((100, None), (100, 0.5)) == lacks + least + part
    assert said((None, None)) == lacks
    hours = Unweighed("hours", 1, 4, (2026,), 2)
    rest = "To tiltak til har ikke timer å regne med, som EU-saker og samarbeid."
    assert told_unweighed(w, hours) == (f"Timer mangler for 1 av 4 tiltak i 2026, helt eller delvis.{least} {rest}")
    theirs = Unweighed("hours", 1, 4, (2026,), 0, 1)
    other = " Ett av de fire tiltakene er registrert på et annet rådsområde; bare delen av det er regnet med."
    assert told_unweighed(w, theirs) == f"Timer mangler for 1 av 4 tiltak i 2026, helt eller delvis.{other}{least}"


def test_a_dossier_counts_beside_the_hours_and_has_none_to_know() -> None:
    some: dict[str, Any] = {
        "activity": {"A": activity(hours=5), "B": activity()},
        "dossier": {"D": dossier(opened="2026-03-01")},
    }
    found = unweighed(scope_of("vekt=timer", **some), (2026,))
    assert (found.n, found.of, found.without, found.years) == (1, 2, 1, (2026,))


def test_means_that_no_one_recorded_are_missing_and_not_zero() -> None:
    """«Bilateralt samarbeid 0 kr» stood beside «mangler avsatte kroner 0» for an area that has recorded none."""
    scope = scope_of("vekt=kroner", **BUDGETS)
    found = areas(scope, 2026)
    assert found["SAM"] == (None,) * 5
    assert found["KUL"] == (500, None, 300, None, 800), "for BIL its budget has no amount, for POL there is none"
    lacking = {row["area"][1]: (row["lacking"], row["share"]) for row in by_area_instrument(scope, 2026).dicts()}
    assert (lacking["KUL"], lacking["SAM"], lacking["NÆR"]) == ((2, None), (4, None), (4, None))
    assert unweighed(scope, (2026,)) == Unweighed("means", 10, 12), "NÆR and SAM lack all four, KUL two"
    w, of_all = Words("nb"), Unweighed("means", 10, 12, (2026,))
    shown = by_instrument_year(scope_of("vekt=kroner&virkemiddel=PRO", **BUDGETS))
    said = shares_of_known(w, Unweighed("means", 0, 2, (2026,)), of_all, shown)
    assert said.endswith("Avsatt beløp mangler for 10 av 12 rammer i alt i 2026.")
    beside = shares_of_known(w, Unweighed("means", 1, 2, (2026,)), of_all, shown)
    assert beside == "Avsatt beløp mangler for 10 av 12 rammer i alt i 2026.", "its own it says itself, not that of all"
    assert not shares_of_known(w, of_all, of_all, shown)
    assert not shares_of_known(w, Unweighed("hours", 0, 2), Unweighed("hours", 0, 12), shown)
    assert short_of(scope, 2026) == {"PRO", "POL", "KOM", "BIL", "total"}
    assert found["NÆR"] == (None,) * 5
    without: dict[str, Any] = {"activity": {"A": activity()}}
    table = by_area_instrument(scope_of("vekt=kroner", **without), 2026)
    assert table.column("share")[0] is None


def test_areas_get_their_recorded_share_of_the_money() -> None:
    found = areas(scope_of("vekt=kroner", **BUDGETS), 2025)
    assert found["SAM"] == (600, None, None, None, 600)
    assert found["KUL"] == (400, None, None, None, 400)


def test_what_an_area_says_is_not_relevant_or_did_not_live_to_record_is_not_missing() -> None:
    said = {"S": {"instrument": "BIL", "area": "SAM", "date": "2026-01-01", "reason_nb": "Nei"}}
    scope = scope_of("vekt=kroner&omrade=SAM", area_statement=said, **BUDGETS)
    assert absent_means(scope, 2026) == [("SAM", "PRO"), ("SAM", "POL"), ("SAM", "KOM")]
    assert areas(scope, 2026)["SAM"] == (None, None, None, 0, None)
    assert absent_means(scope_of("vekt=kroner&omrade=GAM", **BUDGETS), 2026) == []
    assert absent_means(scope_of("vekt=kroner", **BUDGETS), 2027) == [], "the data do not reach it"
    assert absent_means(scope_of("vekt=kroner&virkemiddel=KOM&omrade=KUL", **BUDGETS), 2026) == []


def test_a_closed_area_has_no_row_unless_something_is_registered_on_it() -> None:
    assert "GAM" not in areas(scope_of(**SOME), 2026)
    assert areas(scope_of(**SOME), 2023)["GAM"] == (None,) * 5
    late: dict[str, Any] = {"activity": {"A": activity(area="GAM")}}
    assert areas(scope_of(**late), 2026)["GAM"] == (0, 0, 1, 0, 1)


def test_areas_filtered_away_have_no_row() -> None:
    assert set(areas(scope_of("omrade=SAM", **SOME), 2026)) == {"SAM"}


def test_the_areas_of_a_year_add_up_to_the_year() -> None:
    for weight in ("antall", "timer", "kroner"):
        scope = scope_of(f"vekt={weight}", **SOME)
        for year in (2024, 2025, 2026):
            total = sum(v or 0 for (y, _), v in years(scope).items() if y == year)
            assert sum(row[4] for row in areas(scope, year).values() if row[4] is not None) == total
            shares = [s for s in by_area_instrument(scope, year).column("share") if s is not None]
            assert sum(shares) == pytest.approx(1 if total else 0)


def test_one_instrument_by_area_is_its_column_of_the_matrix() -> None:
    scope = scope_of(**SOME)
    matrix = by_area_instrument(scope, 2025)
    for code in ("PRO", "POL", "KOM", "BIL"):
        column = {row[0][1]: value for row, value in zip(matrix.rows, matrix.column(code), strict=True) if value}
        assert by_area_of_instrument(scope, code, 2025) == column


def test_the_same_days_of_last_year_are_compared() -> None:
    assert same_days(scope_of(**SOME)) == {"PRO": (1, 0), "POL": (1, 0), "KOM": (0, 1), "BIL": (1, 1)}
    everything = same_days(scope_of(today=date(2026, 12, 31), **SOME))
    assert everything == {"PRO": (1, 1), "POL": (1, 1), "KOM": (1, 1), "BIL": (1, 1)}


def test_the_29th_of_february_is_compared_with_the_28th() -> None:
    leap: dict[str, Any] = {
        "activity": {
            "1": activity(start="2023-02-28"),
            "2": activity(start="2023-03-01"),
            "3": activity(start="2024-02-29"),
        }
    }
    assert same_days(scope_of(today=date(2024, 2, 29), **leap))["KOM"] == (1, 1)


def test_statements_hold_in_their_years() -> None:
    said = {"instrument": "BIL", "reason": "x", "area": "SAM"}
    scope = scope_of(
        area_statement={
            "U-1": {**said, "date": "2025-06-01", "until": "2026-01-31"},
            "U-2": {**said, "instrument": "POL", "date": "2025-01-01"},
            "U-3": {**said, "instrument": "KOM", "date": "2027-01-01"},
        }
    )
    assert statements(scope, 2026) == {("SAM", "BIL"): "U-1", ("SAM", "POL"): "U-2"}
    assert statements(scope, 2027) == {("SAM", "POL"): "U-2", ("SAM", "KOM"): "U-3"}
    assert statements(scope, 2024) == {}


def test_an_instrument_is_not_relevant_where_all_chosen_areas_say_so_and_none_of_it_is_recorded() -> None:
    said: Any = {"U-1": {"area": "SAM", "instrument": "BIL", "date": "2026-01-01", "reason_nb": "Ikke i år"}}
    assert not_relevant(scope_of("omrade=SAM", area_statement=said), 2026) == {"BIL"}
    assert not_relevant(scope_of("omrade=SAM", area_statement=said), 2025) == set()
    assert not_relevant(scope_of("omrade=SAM,KUL", area_statement=said), 2026) == set()
    assert not_relevant(scope_of("", area_statement=said), 2026) == set()
    used: Any = {"1": activity(instrument="BIL", start="2026-02-01")}
    assert not_relevant(scope_of("omrade=SAM", area_statement=said, activity=used), 2026) == set()


def test_what_lacks_of_those_tied_to_a_region_is_of_them_alone() -> None:
    some: Any = {
        "1": activity(start="2026-02-01", regions=[["SE-O", None]], hours=4.0),
        "2": activity(start="2026-02-01", regions=[["SE-O", None]]),
        "3": activity(start="2026-02-01"),
    }
    scope = scope_of("vekt=timer", activity=some)
    assert unweighed_records(scope) == Unweighed("hours", 2, 3)
    assert unweighed_records(scope, placed=True) == Unweighed("hours", 1, 2)


def test_registered_counts_records_of_the_period_chosen() -> None:
    assert registered(scope_of(**SOME)) == 9
    assert registered(scope_of("periode=2026-2026", **SOME)) == 4  # P of 2025 is still alive


def test_a_filter_makes_no_hole_and_the_county_s_row_is_the_county_s() -> None:
    """Under Erasmus+ every other area was 'mangler': it has its activities, none of them in the programme."""
    some: Any = {
        "project": {"P": project(programme="HE", start="2026-01-01")},
        "project_step": {"1": step("P", "running", "2026-01-02")},
        "activity": {"A": activity(area="KUL"), "spurious": activity(area="KUL", start="2025-01-01")},
    }
    for query in ("program=HE", "sok=prosjekt", "virkemiddel=PRO"):
        scope = scope_of(query, **some)
        totals = {row["area"][1]: row["total"] for row in by_area_instrument(scope, 2026).dicts()}
        assert totals == {"SAM": 1, "KUL": 0, "NÆR": None}, query
        assert county_row(scope, 2026) == {"PRO": 1, "POL": 0, "KOM": 1, "BIL": 0, "total": 2}
    assert county_row(scope_of("omrade=SAM&ring=norden", **some), 2026)["total"] == 2


def test_the_county_s_row_is_of_the_months_chosen_too() -> None:
    """Under «Tiltak mars 2026» the county stood with the whole year's."""
    some: Any = {
        "activity": {
            "A": activity(area="KUL", start="2026-03-05"),
            "B": activity(area="SAM", start="2026-03-06"),
            "spurious": activity(area="KUL", start="2026-05-01"),
        },
    }
    assert county_row(scope_of("maned=2026-03&omrade=SAM", **some), 2026)["total"] == 2
    assert county_row(scope_of("omrade=SAM", **some), 2026)["total"] == 3
