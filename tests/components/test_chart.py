"""What of a table other programs draw: no cell is lost, none is made up, and what is missing is no 0."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from akint_dash.components.chart import chart, undrawn
from akint_dash.components.page import Site
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Chart, Form, Kind, Plot
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, Table, table
from akint_dash.pages import PAGES
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.snapshots import Snapshots

YEAR, KIND = Heading("year", Cell.YEAR, "År"), Heading("kind", Cell.CHOICE, "Type")
N, ORE, SHARE = (
    Heading("n", Cell.COUNT, "Antall"),
    Heading("ore", Cell.ORE, "Støtte"),
    Heading("s", Cell.SHARE, "Andel"),
)
EXCHANGE, COURSE = ("activity_kind", "exchange"), ("activity_kind", "course")
BY_KIND = Plot(Form.COLUMNS, "year", ("n",), by="kind", stacked=True)


@pytest.fixture(scope="module")
def view(demo_file: Path) -> View:
    settings = Settings(database_url=f"sqlite:///{demo_file}", today="2026-11-25")
    opened = Site(settings, Snapshots(open_engine(settings.database_url), 2), PAGES).open("/", {})
    assert opened is not None
    return opened[0]


def made(view: View, plot: Plot, data: Table, instrument: str = "") -> Chart:
    found = chart(view, plot, data, instrument)
    assert found is not None
    return found


def kinds(*rows: Any) -> Table:
    return table((YEAR, KIND, N), rows)


def test_a_pair_that_is_in_no_row_is_missing_and_one_with_0_is_0(view: View) -> None:
    found = made(view, BY_KIND, kinds((2025, EXCHANGE, 3), (2024, COURSE, 0), (2026, COURSE, 4)))
    assert found.categories == ("2024", "2025", "2026")
    assert [(one.words, one.values) for one in found.series] == [
        ("Erfaringsutveksling", (None, 3, None)),
        ("Kurs", (0, None, 4)),
    ]


def test_two_rows_of_one_pair_are_a_fault(view: View) -> None:
    with pytest.raises(ValueError, match="two rows"):
        chart(view, BY_KIND, kinds((2025, EXCHANGE, 3), (2025, EXCHANGE, 4)))


def test_numbers_of_two_kinds_are_a_fault(view: View) -> None:
    with pytest.raises(ValueError, match="two kinds"):
        chart(view, Plot(Form.BARS, "year", ("n", "ore")), table((YEAR, N, ORE), [(2025, 1, 100)]))


def test_a_column_that_is_not_there_is_a_fault(view: View) -> None:
    with pytest.raises(KeyError):
        chart(view, Plot(Form.BARS, "year", ("ore",)), table((YEAR, N), [(2025, 1)]))


def test_money_is_kroner_and_what_does_not_apply_is_a_gap(view: View) -> None:
    rows = [(2024, 150), (2025, None), (2026, NOT_APPLICABLE)]
    found = made(view, Plot(Form.COLUMNS, "year", ("ore",)), table((YEAR, ORE), rows))
    assert found.series[0].values == (Decimal("1.5"), None, None)
    assert (found.kind, found.unit) == (Kind.MONEY, "NOK")


@pytest.mark.parametrize("values", [(None, None), (0, 0), (0, None), (NOT_APPLICABLE, None)])
def test_of_nothing_and_of_what_is_not_known_there_is_no_chart(view: View, values: tuple[Any, Any]) -> None:
    assert (
        chart(view, Plot(Form.COLUMNS, "year", ("n",)), table((YEAR, N), [(2024, values[0]), (2025, values[1])]))
        is None
    )
    assert chart(view, Plot(Form.COLUMNS, "year", ("n",)), table((YEAR, N), [])) is None
    assert chart(view, None, table((YEAR, N), [(2024, 1)])) is None


def test_a_part_that_is_0_all_through_is_left_out_but_an_instrument_stays(view: View) -> None:
    heads = (YEAR, N, Heading("m", Cell.COUNT, "Mangler"), Heading("KOM", Cell.COUNT, "KOM"))
    plot = Plot(Form.BARS, "year", ("n", "m", "KOM"), stacked=True)
    found = made(view, plot, table(heads, [(2024, 1, 0, 0), (2025, 2, None, 0)]))
    assert [one.words for one in found.series] == ["Antall", "Kompetanseheving"]
    beside = made(view, replace(plot, stacked=False), table(heads, [(2024, 1, 0, 0), (2025, 2, None, 0)]))
    assert [one.values for one in beside.series] == [(1, 2), (0, None), (0, 0)]


def test_an_instrument_has_its_colour_as_a_column_a_row_and_a_card(view: View) -> None:
    columns = table((YEAR, Heading("PRO", Cell.COUNT, "PRO")), [(2024, 1)])
    assert made(view, Plot(Form.BARS, "year", ("PRO",)), columns, "POL").series[0].instrument == "PRO"
    rows = table((YEAR, Heading("i", Cell.NAME, "Virkemiddel"), N), [(2024, ("instrument", "BIL"), 1)])
    assert made(view, Plot(Form.BARS, "year", ("n",), by="i"), rows).series[0].instrument == "BIL"
    share = table((YEAR, SHARE), [(2024, 0.5)])
    assert made(view, Plot(Form.LINES, "year", ("s",)), share, "KOM").series[0].instrument == "KOM"
    assert made(view, Plot(Form.LINES, "year", ("s",)), share).series[0].instrument == ""


def test_the_largest_first_and_what_has_no_name_last(view: View) -> None:
    place = Heading("place", Cell.NAME, "Kommune")
    rows = [(("municipality", "3205"), 2), (None, 9), (("municipality", ""), 8), (("municipality", "3201"), 5)]
    words = {None: "Kommune mangler", ("municipality", ""): "Utenfor Akershus"}
    found = made(view, Plot(Form.BARS, "place", ("n",), ranked=True, words=words), table((place, N), rows))
    assert found.categories == ("Bærum", "Lillestrøm", "Kommune mangler", "Utenfor Akershus")
    assert found.series[0].values == (5, 2, 9, 8)
    data = kinds((2024, EXCHANGE, 1), (2024, None, 9), (2024, COURSE, 5), (2025, EXCHANGE, 1))
    found = made(view, replace(BY_KIND, ranked=True), data)
    assert [one.values for one in found.series] == [(5, None), (1, 1), (9, None)]


def test_no_two_categories_are_called_the_same_but_days(view: View) -> None:
    project = Heading("project", Cell.NAME, "Prosjekt")
    rows = [(("project", "X-1"), 1), (None, 2), (None, 3)]
    assert made(view, Plot(Form.BARS, "project", ("n",)), table((project, N), rows)).categories == (
        "X-1",
        "mangler",
        "mangler (2)",
    )
    twins = [(("area", "SAM"), 1), (("region", "SAM"), 2)]
    assert made(view, Plot(Form.BARS, "project", ("n",)), table((project, N), twins)).categories[0] == "Samferdsel"
    day = Heading("day", Cell.DATE, "Dato")
    days = table((day, N), [("2026-01-02", 1), ("2026-01-02", 2)])
    assert made(view, Plot(Form.LINES, "day", ("n",)), days).categories == ("02.01.2026", "02.01.2026")


def test_of_twins_by_name_the_code_is_told(view: View) -> None:
    project = Heading("project", Cell.NAME, "Prosjekt")
    codes = sorted(view.portfolio.records("project"))[:2]
    same = {code: {**view.portfolio.get("project", code), "title": "Tvilling"} for code in codes}
    portfolio = replace(view.portfolio, state={**view.portfolio.state, "project": same})
    rows = [(("project", code), 1) for code in codes]
    found = made(replace(view, portfolio=portfolio), Plot(Form.BARS, "project", ("n",)), table((project, N), rows))
    assert found.categories == tuple(f"Tvilling ({code})" for code in codes)


def test_more_columns_make_a_category(view: View) -> None:
    data = kinds((2024, EXCHANGE, 1), (2024, COURSE, 2))
    found = made(view, Plot(Form.BARS, "year", ("n",), apart=("kind",), words={2024: "2024 hittil"}), data)
    assert found.categories == ("2024 hittil · Erfaringsutveksling", "2024 hittil · Kurs")


def test_what_is_left_out_is_said(view: View) -> None:
    data = kinds((2024, EXCHANGE, 1), (2025, EXCHANGE, 2), (2026, EXCHANGE, 3))
    cut, one = Plot(Form.BARS, "year", ("n",), rows=2), Plot(Form.BARS, "kind", ("n",), only=("year", 2026))
    assert made(view, cut, data).categories == ("2024", "2025")
    assert undrawn(view, cut, data) == "Diagrammet viser de 2 første av 3 linjer."
    assert made(view, one, data).series[0].values == (3,)
    assert undrawn(view, one, data) == "Diagrammet viser bare 2026."
    assert undrawn(view, replace(one, words={2026: "2026 hittil"}), data) == "Diagrammet viser bare 2026 hittil."
    assert undrawn(view, replace(cut, rows=3), data) == undrawn(view, replace(cut, rows=0), data) == ""
    by = Plot(Form.BARS, "year", ("n",), by="kind", rows=2)
    assert made(view, by, data).categories == ("2024", "2025")
    assert undrawn(view, by, data) == "Diagrammet viser de 2 første av 3 linjer."
