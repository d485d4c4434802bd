"""Code lists are files a person edits, in whatever spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from akint_dash.domain.reading import Reading
from akint_dash.importers import find_reader


def read(tmp_path: Path, raw: bytes | str, name: str = "programme") -> Reading:
    path = tmp_path / f"{name}.csv"
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return find_reader(path).read(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize(
    "head", ["code;name_nb;cofunding", "Kode;Navn;Støtteandel, prosent", '"CODE";"navn";"Cofunding"']
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_list_as_a_norwegian_spreadsheet_saves_it(tmp_path: Path, encoding: str, head: str, line_end: str) -> None:
    reading = read(tmp_path, line_end.join((head, "X1;Ås – «by»;62,5", ";;", "")).encode(encoding))
    (draft,) = reading.drafts
    assert (reading.problems, draft.code) == ((), "X1")
    assert draft.values == {"name_nb": "Ås – «by»", "cofunding": 62.5}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("code;lon\nX;10,752\n", 10.752),
        ("code,lon\nX,10.752\n", 10.752),
        ('code,lon\nX,"10,752"\n', 10.752),
        ("code;nok\nX;11,625\n", 11.625),
        ("code,nok\nX,11.625\n", 11.625),
        ("code;nok\nX;11.625\n", "two_readings"),
        ('code,nok\nX,"11,625"\n', "two_readings"),
        ("code;cofunding\nX;62,5 %\n", 62.5),
        ("code,cofunding\nX,60%\n", 60.0),
        ("code;year\nX;5 %\n", "percent_in_number"),
        ("code,nok\nX,1e3\n", "not_a_number"),
        ("code,nok\nX,nan\n", "not_a_number"),
        ("code,year\nX,2026.5\n", "not_a_number"),
        ("code,year\nX,2_026\n", "not_a_number"),
    ],
)
def test_numbers_are_read_one_way_or_told(tmp_path: Path, raw: str, expected: Any) -> None:
    reading = read(tmp_path, raw, "region" if "lon" in raw else "programme" if "cofunding" in raw else "rate")
    if isinstance(expected, str):
        assert [(p.key, p.place.row) for p in reading.problems] == [(expected, 2)]
    else:
        assert reading.problems == ()
        assert list(reading.drafts[0].values.values()) == [expected]


def test_a_heading_that_is_no_column_or_stands_twice_is_a_problem(tmp_path: Path) -> None:
    reading = read(tmp_path, "code,name_nb,cofundng\nX1,Ås,60\n")
    assert [(p.key, p.value, p.expected) for p in reading.problems] == [("unknown_heading", "cofundng", "cofunding")]
    reading = read(tmp_path, "code,name_nb,Navn\nX1,Ås,By\n")
    assert {p.key for p in reading.problems} == {"double_column"}


def test_the_form_of_rows_is_told(tmp_path: Path) -> None:
    reading = read(tmp_path, 'code,name_nb,currency\nX1,"Ås,EUR\nX2,By\nX3,Fjord, dal,EUR\nX4,Havn,EUR\nX4,Kai,EUR\n')
    assert [(p.key, p.place.row) for p in reading.problems] == [("open_quote", 2), ("double_code", 6)]
    assert [(r.key, r.place.row) for r in reading.remarks] == [("short_row_remark", 3), ("fields_remark", 4)]
    assert [draft.code for draft in reading.drafts] == ["X2", "X4"]


@pytest.mark.parametrize("above", ["sep=;\n", "Programmer 2026\n\n", ";;\n\n", '"Programmer; v\u00e5ren 2026";;\n'])
def test_the_heading_may_stand_below_other_lines(tmp_path: Path, above: str) -> None:
    reading = read(tmp_path, above + "code;name_nb;cofunding\nX1;\u00c5s;60\nX1;By;60\n")
    assert reading.drafts[0].values == {"name_nb": "\u00c5s", "cofunding": 60.0}
    assert [(p.key, p.place.row) for p in reading.problems] == [("double_code", above.count("\n") + 3)]


@pytest.mark.parametrize(
    "name", ["Programme", "programme (1)", "programme - Kopi", "Programme \u2013 kopi (2)", "programme-copy"]
)
def test_a_copy_of_a_list_is_that_list(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, "code;name_nb\nX1;\u00c5s\n", name).drafts[0].entity == "programme"


def test_a_sign_that_no_encoding_has_is_a_problem(tmp_path: Path) -> None:
    reading = read(tmp_path, "code;name_nb\nX1;\u00c5s\n".encode("mac_roman"))
    assert [(p.key, p.place.row) for p in reading.problems] == [("broken_sign_remark", 2)]


def test_codes_and_choices_are_read_as_they_are_meant(tmp_path: Path) -> None:
    (draft,) = read(tmp_path, "code;norway\nX\u200b1;Yes\n").drafts
    assert (draft.code, draft.values) == ("X1", {"norway": "yes"})
    days = read(tmp_path, "code;date\nS1;01.06.2026\nS2;2026-06-02\nS3;06/01/2026\n", "project_step")
    assert [draft.values.get("date") for draft in days.drafts] == ["2026-06-01", "2026-06-02", None]
    assert [(p.key, p.place.row) for p in days.problems] == [("two_readings_day", 4)]
