"""Excel, Word and PowerPoint tell the same chart in the same unit, and texts without what no such file may hold."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal
from typing import Final

import pytest

from akint_dash.domain.exhibit import Chart, Column, Exhibit, Form, Kind, Publication, Series
from akint_dash.exports import FORMATS
from akint_dash.exports.office import cleaned, in_millions
from tests.exports.made import publication

FILES: Final = ("xlsx", "docx", "pptx")


def stacked(*parts: int | None) -> Chart:
    series = tuple(
        Series(name, (None if n is None else Decimal(n), Decimal(1))) for name, n in zip("AB", parts, strict=True)
    )
    return Chart(Form.COLUMNS, ("2025", "2026"), series, Kind.MONEY, "NOK", stacked=True)


def of(chart: Chart) -> Publication:
    columns = (
        Column("year", "År", Kind.YEAR),
        *(Column(one.words, one.words, Kind.MONEY, "NOK") for one in chart.series),
    )
    rows = tuple((2025 + at, *(one.values[at] for one in chart.series)) for at in range(2))
    return publication(Exhibit("penger", "Penger", "Penger etter år", columns, rows, chart=chart))


def formats(made: bytes) -> set[str]:
    """How the numbers of a file's charts are written."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        charts = [
            archive.read(name).decode() for name in archive.namelist() if re.search(r"charts/chart\d*\.xml$", name)
        ]
    assert charts
    return {code for xml in charts for code in re.findall(r'formatCode="([^"]*#[^"]*)"', xml)}


@pytest.mark.parametrize("ending", FILES)
def test_a_stack_is_told_in_millions_where_a_part_of_it_is_one_not_where_only_their_sum_is(ending: str) -> None:
    kroner = formats(FORMATS[ending].write(of(stacked(600_000, 700_000))))
    assert kroner
    assert not [code for code in kroner if ",," in code]
    millions = formats(FORMATS[ending].write(of(stacked(1_600_000, 700_000))))
    assert millions
    assert all(",," in code for code in millions)


def test_amounts_below_zero_and_those_that_are_missing() -> None:
    assert in_millions(stacked(-1_000_000, None))
    assert not in_millions(stacked(999_999, None))


def test_texts_lose_what_no_file_may_hold_and_numbers_and_kinds_stay() -> None:
    column = Column("a", "\u202eto\tord\u200b\n her ", Kind.MONEY, "NOK")
    exhibit = Exhibit("x", "\x00Ett", "to", (column,), ((Decimal("1.50"),), (None,)))
    assert cleaned(exhibit).columns[0].words == "to\tord\n her "
    made = cleaned(exhibit, one_line=True)
    assert made.columns[0].words == "to ord her"
    assert made.title == "Ett"
    assert made.columns[0].kind is Kind.MONEY
    assert made.rows == exhibit.rows
