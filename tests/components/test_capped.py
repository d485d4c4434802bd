"""What a page sends of very much: a bounded part, and how much more there is; its files have all."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from akint_dash.components.card import MOST_TABLED, Basis, card
from akint_dash.components.exhibit import exhibit
from akint_dash.components.first_rows import MOST_LISTED
from akint_dash.components.markup import markup
from akint_dash.components.page import Site
from akint_dash.components.view import View
from akint_dash.domain.table import Cell, Heading, table
from akint_dash.figures.marks import Mark
from akint_dash.figures.money import MOST_STEPS, Growth, growth
from akint_dash.figures.units import MOST_APART, squares

NOBODY = Mark("", "", "")


@pytest.fixture
def view(site: Site) -> View:
    found = site.open("/finansiering", {})
    assert found is not None
    return found[0]


def made(view: View, rows: int, lacking: int) -> str:
    data = table(
        [Heading("year", Cell.YEAR, "År"), Heading("count", Cell.COUNT, "Antall")], [(2024, n) for n in range(rows)]
    )
    basis = Basis("Bygger på noen", [("project", "P-0017")] * lacking)
    return markup(
        card(view, "mange", title="Mange", say="", figure=[], data=data, caption="Mange", basis=basis, refs=())
    )


def test_a_table_has_an_end_on_the_page_and_none_in_its_files(view: View) -> None:
    whole = made(view, MOST_TABLED, 0)
    assert whole.count("<tr") == MOST_TABLED + 1
    assert "i filene" not in whole
    long = made(view, MOST_TABLED + 972, 0)
    assert long.count("<tr") == MOST_TABLED + 1
    assert "og 972 til i filene under «Last ned»" in long
    assert len(exhibit(view, "mange").rows) == MOST_TABLED + 972


def test_what_a_figure_lacks_is_named_to_an_end_and_counted(view: View) -> None:
    assert "og 1 til" not in made(view, 1, MOST_LISTED)
    long = made(view, 1, MOST_LISTED + 1300)
    assert long.count("<li") - made(view, 1, MOST_LISTED).count("<li") == 1
    assert "og 1 300 til" in long.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(("steps", "dots"), [(MOST_STEPS, MOST_STEPS), (MOST_STEPS + 1, 0)])
def test_a_line_of_very_many_grants_has_no_dots(steps: int, dots: int) -> None:
    day = date(2024, 1, 1)
    rises, none = [(day, float(n)) for n in range(steps)], (("", ""), ("", ""))
    shown = Growth(rises, day, day, date(2027, 1, 1), "", "", "", None, none, [NOBODY] * steps)
    assert growth(shown).count('class="step"') == dots


def corners(drawn: str) -> Any:
    rects = re.findall(r'<rect class="won" x="(\d+)" y="(\d+)"', drawn)
    return rects or re.findall(r"M(\d+) (\d+)h12v12h-12z", drawn)


def test_very_many_squares_are_one_shape_of_the_same_squares() -> None:
    few, many = (squares([("won", n)], "", [NOBODY]) for n in (MOST_APART, MOST_APART + 1))
    assert (few.count("<rect"), many.count("<rect"), many.count("<path")) == (MOST_APART, 0, 1)
    assert corners(many)[:-1] == corners(few)
