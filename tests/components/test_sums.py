"""What stands under bars as their sum: of those that it is known of, and in its place."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from akint_dash.components.bars import Bar, under
from akint_dash.components.markup import markup
from akint_dash.components.promises import bullets
from akint_dash.components.view import View
from akint_dash.domain.selection import Selection
from akint_dash.figures.marks import Mark
from akint_dash.measures.means import means, total
from akint_dash.measures.targets import Reached
from akint_dash.pages.areas.means_rows import _in_all, _scale
from akint_dash.pages.competence.learnt import MOST_PIPS, _pips
from akint_dash.pages.projects.municipalities import places
from akint_dash.settings import Settings
from akint_dash.text.words import Words
from tests.measures.frames import AHEAD, FRESH
from tests.measures.small import scope_of
from tests.measures.test_areas import budget

VIEW: Any = SimpleNamespace(words=Words("nb"), selection=Selection(), link=lambda path, **_: path)
HEADS = ("Virkemiddel", "Kroner", "Årsverk", "Vedtatt")


def target(year: int, actual: float | None) -> Reached:
    return Reached(f"T-{year}-{actual}", "results", year, 10.0, actual, year == 2026)


def test_a_target_that_cannot_be_told_is_no_target_that_is_missed() -> None:
    drawn = markup(bullets(VIEW, FRESH, [target(2026, 12.0), target(2026, 3.0), target(2026, None), target(2025, 9.0)]))
    assert "Måltall nådd hittil i 2026" in drawn
    assert "1 av 3; 1 ikke kjent" in drawn
    none = markup(bullets(VIEW, FRESH, [target(2026, None)]))
    assert "Måltall nådd" not in none
    assert "Ikke kjent om måltallet er nådd" in none


def test_the_targets_of_several_years_stand_under_their_years() -> None:
    drawn = markup(bullets(VIEW, FRESH, [target(2025, 9.0), target(2026, 12.0)]))
    assert drawn.index("I 2025") < drawn.index("Hittil i 2026")
    assert "Registrerte resultater hittil" not in drawn


def test_of_years_to_come_no_target_is_said_to_be_missed_and_no_two_years_are_one_sum() -> None:
    assert "Måltall nådd" not in markup(bullets(VIEW, AHEAD, [target(2027, None)]))
    older = markup(bullets(VIEW, AHEAD, [target(2025, 12.0), target(2024, 12.0), target(2027, None)]))
    assert "Måltall nådd i 2025" in older
    assert "1 av 1" in older


def in_all(**budgets: Any) -> list[str]:
    found = means(scope_of(budget=budgets), "SAM")
    year = [m for m in found if m.year == 2025]
    cells = _in_all(VIEW, total(found, 2025), year, HEADS, _scale(FRESH, found, [2025]))
    return [markup(cell) for cell in cells]


def test_each_sum_of_means_says_of_how_many_instruments_it_is() -> None:
    whole = {"planned_nok": 10**8, "used_nok": 10**8}
    some = {
        "1": budget(**whole, planned_fte=2.0, used_fte=1.5),
        "2": budget(**whole, instrument="POL", planned_fte=3.0),
        "3": budget(planned_nok=10**8, instrument="KOM"),
    }
    _, kroner, fte, _ = in_all(**some)
    assert "2 av 4 virkemidler" in kroner
    assert "1,5 av 2,0" in fte
    assert "1 av 4 virkemidler" in fte
    some["1"] = budget(**whole, planned_fte=2.0)
    assert "brukte årsverk mangler" in in_all(**some)[2]


def test_a_dot_is_one_activity_and_of_very_many_the_number_stands_alone() -> None:
    mark = Mark("Samferdsel: 30 tiltak", "Se tallene i tabellen", "#ledelsen-tall")
    assert markup(_pips(mark, MOST_PIPS)).count("<span></span>") == MOST_PIPS
    assert _pips(mark, MOST_PIPS + 1) is None


def test_what_is_left_over_is_a_line_under_the_bars_where_it_is_the_longest() -> None:
    most, few = Bar("Utenfor", 9.0, "9", rest=True), Bar("Mangler", 2.0, "2", rest=True)
    assert under([Bar("Asker", 4.0, "4"), most, few]) == [most]


def test_the_sixth_of_six_municipalities_stands_before_what_is_in_none() -> None:
    """One alone is not worth a click, and stood after those outside."""
    towns = {f"32{n:02}": {"name_nb": f"Kommune {n}", "county": "32"} for n in range(1, 7)}
    actors = {f"a{code}": {"name": code, "municipality": code} for code in [*towns, "0301"]}
    money = {"amount": 10**7, "currency": "NOK"}
    took = {one: {"actor": one, "from_date": "2025-01-01", "to_date": "2026-12-31", **money} for one in actors}
    made = scope_of(municipality=towns, actor=actors, participation=took)
    view = View(
        portfolio=made.portfolio, selection=made.selection, today=made.today, words=Words("nb"),
        path="/", strategy=SimpleNamespace(rows={}, known=lambda _: ()), settings=Settings(),  # type: ignore[arg-type]
    )  # fmt: skip
    drawn = markup(places(view))
    assert 0 < drawn.index("Kommune 6") < drawn.index("Kommune mangler")
