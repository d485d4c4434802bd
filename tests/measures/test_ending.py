"""What falls away as granted projects end."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings

from akint_dash.domain.selection import Selection
from akint_dash.measures.ending import LAST_YEAR, Ending, Endings, ending_table, endings
from akint_dash.measures.scope import Scope
from akint_dash.store.portfolio import make
from akint_dash.text import ending as text
from akint_dash.text.words import Words

from .frames import a_frame
from .small import cash, project, scope_of, step
from .test_parts import AREAS, SELECTIONS, counties

W = Words("nb")
TODAY = date(2026, 5, 20)
NEW, OLD = a_frame(today=TODAY, data_day=TODAY), a_frame(data_day=TODAY)
KR = 100
SOME: dict[str, Any] = {
    "project": {
        "A": project(start="2026-01-01", end="2027-12-31", fte=2.0),
        "B": project(start="2026-07-01", end="2028-06-30", areas=[["KUL", 50]]),
        "no period": project(fte=1.0),
        "over": project(start="2024-01-01", end="2025-12-31", fte=9.0),
        "waiting": project(start="2027-01-01", end="2029-12-31", fte=9.0),
    },
    "project_step": {
        "1": step("A", "granted", "2025-10-01"),
        "2": step("B", "running", "2026-05-01"),
        "3": step("no period", "granted", "2026-02-01"),
        "4": step("over", "granted", "2023-11-01"),
        "5": step("waiting", "submitted", "2026-03-01"),
    },
    "funding": {
        "1": cash("A", 2_400_000 * KR),
        "2": cash("B", 1_200_000 * KR),
        "3": cash("over", 5_000_000 * KR),
        "4": cash("waiting", 7_000_000 * KR),
    },
}


def test_money_and_effort_are_spread_over_the_months_of_granted_projects_only() -> None:
    found = endings(scope_of(**SOME))
    assert [one.year for one in found.years] == list(range(2026, LAST_YEAR + 1))
    assert [one.ore // KR for one in found.years if one.ore] == [1_500_000, 1_800_000, 300_000]
    assert [one.ore for one in found.years[3:]] == [None, None], "one without a period may last into any year"
    assert [one.fte for one in found.years] == [2.0, 2.0, None, None, None], (
        "B alone lasts into 2028, and lacks its own"
    )
    assert [one.lasting for one in found.years] == [2, 2, 1, 0, 0]
    assert [one.ends for one in found.years] == [(), ("A",), ("B",), (), ()]


def test_what_lacks_is_named_and_never_counted_as_nothing() -> None:
    found = endings(scope_of(**SOME))
    assert found.projects == ("A", "B")
    assert found.without_period == ("no period",)
    assert found.without_fte == ("B",)
    assert endings(scope_of(**{**SOME, "funding": {}})).without_amount == ("A", "B")
    assert text.basis(W, found) == (
        "Bygger på begge de innvilgede prosjektene som løper i 2026 eller senere; "
        "ett mangler årsverk; ett mangler start eller slutt"
    )


def test_the_title_falls_only_where_the_money_does() -> None:
    found = endings(scope_of(**SOME))
    assert text.title(W, NEW, found) == (
        "Kjent støtte utenfra faller til under halvparten i 2028: "
        "300\u00a0000\u00a0kr mot 1,8\u00a0mill.\u00a0kr i 2027"
    )  # the highest year is the next: told from this one the rise would be hidden
    assert text.title(W, NEW, endings(scope_of())) == "Ingen innvilgede prosjekter varer ut over 2025"
    nothing_known = endings(scope_of(**{**SOME, "funding": {}}))
    assert text.title(W, NEW, nothing_known) == "Beløp mangler for prosjektene som varer ut over 2025"


def test_a_fall_is_told_from_the_highest_year_to_the_first_under_half_of_it_or_the_last() -> None:
    """Each selection ended in a year of its own, by no rule that was said."""

    def titled(*mill: int) -> str:
        years = tuple(Ending(2026 + i, n * 100_000_000, 1.0, 1, ()) for i, n in enumerate(mill))
        return text.title(W, NEW, Endings(years, ("A",), (), (), (), ())).replace("\u00a0", " ")

    half = "Innvilget støtte utenfra faller til under halvparten i {}: {} mill. kr mot {} mill. kr i {}"
    assert titled(19, 25, 13, 3, 2) == half.format(2029, "3,0", "25,0", 2027)
    assert titled(50, 40, 20, 9, 1) == half.format(2028, "20,0", "50,0", 2026)
    least = "Innvilget støtte utenfra faller fra 50,0 mill. kr i 2026 til 30,0 mill. kr i 2030"
    assert titled(50, 40, 35, 30, 30) == least
    assert titled(50, 40, 0, 0, 0) == "Ingenting av dagens støtte utenfra er igjen i 2028"
    assert titled(50, 51, 50, 50, 50) == "50,0 mill. kr er innvilget for 2026"


def test_one_row_a_year() -> None:
    rows = ending_table(endings(scope_of(**SOME))).rows
    assert rows[2] == (2028, 300_000 * KR, None, 1, 1, 0, 1)


def test_old_data_tell_of_no_fall() -> None:
    found = endings(scope_of(**SOME))
    assert text.title(W, OLD, found) == "Minst 1,5\u00a0mill.\u00a0kr var innvilget for 2026 per 20.05.2026"
    assert "årsverk" in text.say(W, NEW, found)
    assert "årsverk" not in text.say(W, OLD, found)


@settings(max_examples=60, deadline=None)
@given(counties(), SELECTIONS)
def test_the_areas_parts_are_the_countys(state: dict[str, Any], selection: Selection) -> None:
    """Money to the øre, effort and the projects counted; a shared project is nobody's twice."""
    some = {code: {**values, "fte": 1.5} for code, values in state["project"].items()}
    county = Scope(make({**state, "project": some}, [], [], "staff"), selection, TODAY)
    parts = [endings(county.narrowed(omrade=(code,))).years for code in (*AREAS, "GAM")]
    for at, whole in enumerate(endings(county).years):
        assert sum(part[at].ore or 0 for part in parts) == (whole.ore or 0)
        assert abs(sum(part[at].fte or 0 for part in parts) - (whole.fte or 0)) < 1e-6
        assert sum(part[at].lasting for part in parts) == whole.lasting
        assert sorted(code for part in parts for code in part[at].ends) == sorted(whole.ends)


def test_a_part_of_another_area_s_project_brings_money_and_counts_nowhere_else() -> None:
    found = endings(scope_of("omrade=KUL", **SOME))
    assert found.elsewhere == ("B",)
    assert [one.lasting for one in found.years] == [0, 0, 0, 0, 0]
    assert [one.elsewhere for one in found.years] == [1, 1, 1, 0, 0]
    table = ending_table(found)  # base and table count the same projects: those here and those apart
    assert max(map(sum, zip(table.column("lasting"), table.column("elsewhere"), strict=True))) == len(found.projects)
    assert found.years[0].ore == 150_000 * KR  # half of the 300 000 of B's six months
    assert text.basis(W, found).endswith(
        "ett er registrert på et annet rådsområde, og bare den vedtatte andelen er regnet med"
    )


def test_the_base_says_which_projects_begin_only_after_this_year() -> None:
    """23 here and 22 on the page's first card were of the same sum."""
    ahead = {**SOME, "project_step": {**SOME["project_step"], "5": step("waiting", "granted", "2026-03-01")}}
    assert "ett av dem begynner etter 2026" in text.basis(W, endings(scope_of(**ahead)))
    assert "begynner etter" not in text.basis(W, endings(scope_of(**SOME)))
