"""A sample of the campaigns that ``make campaign`` runs whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from akint_dash.cli import main
from benchmarks.blank import read
from benchmarks.campaign import FILES, LISTS, SEED, told_blank
from benchmarks.damaged import Begun, damaged, damaged_lists
from benchmarks.databases import PLACES, sqlite
from benchmarks.kills import kills


@pytest.mark.parametrize(
    "name", ["SQLite", pytest.param("PostgreSQL", marks=[pytest.mark.postgres, pytest.mark.sampled])]
)
def test_an_import_that_is_killed_leaves_before_or_after(name: str, demo_database: str, tmp_path: Path) -> None:
    with PLACES[name]() as place:
        deaths = list(kills(place, 1, 1, SEED, tmp_path, demo_database if name == "SQLite" else ""))
    assert [death.inside for death in deaths] == [True, False]
    assert not [death for death in deaths if not death.well]


@pytest.fixture
def begun(demo_database: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Begun:
    """The demonstration and its workbook."""
    book = tmp_path / "whole.xlsx"
    with monkeypatch.context() as patch:
        patch.setenv("AKINT_DATABASE_URL", demo_database)
        assert main(["export", str(book)]) == 0
    return demo_database, book


def test_damaged_workbooks_are_refused_in_words(begun: Begun, tmp_path: Path) -> None:
    with sqlite() as place:
        result = damaged(place, 6, SEED, tmp_path, of=FILES, begun=begun)
    assert result.count == 6
    assert not result.faults
    assert result.refused > 3


def test_damaged_lists_are_refused_in_words_or_read(begun: Begun, tmp_path: Path) -> None:
    with sqlite() as place:
        result = damaged_lists(place, 4, SEED, tmp_path, of=LISTS, begun=begun)
    assert result.count == 4
    assert not result.faults
    assert result.refused


CASES = """<testsuites><testsuite>
<testcase name="test_no_page[project.end-all]"/><testcase name="test_no_page[project.end-one]"/>
<testcase name="test_no_page[fund.amount_nok-all]"><failure message="/ says 0 kr&#10;more">long</failure></testcase>
<testcase name="test_no_page[fund.amount_nok-one]"><skipped/></testcase>
</testsuite></testsuites>"""


def test_the_report_of_blank_columns_names_what_a_page_said(tmp_path: Path) -> None:
    (tmp_path / "blank.xml").write_text(CASES)
    well, lines = told_blank(read(tmp_path / "blank.xml", 60))
    assert not well
    assert lines[2].startswith("2 optional columns were emptied")
    assert "3 cases in 1.0 minutes. 1 faults" in lines[2]
    assert lines[3:] == ["- test_no_page[fund.amount_nok-all]: / says 0 kr"]
    assert not told_blank(read(tmp_path / "none.xml", 1))[0]
