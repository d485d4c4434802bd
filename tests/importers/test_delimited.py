"""Rows of text, whoever saved them: headings below other lines, spellings of columns, quotes, encodings."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akint_dash.errors import UnreadableFile
from akint_dash.importers import find_reader, streamed
from akint_dash.importers.delimited import LIMIT_LINE, Record, canonical, encoding, find_heading, records
from akint_dash.importers.findings import Findings
from akint_dash.importers.plain import read_table

NEEDED = ("id", "project title")
TABLE = "id;project title;note\n1;\u00c5s \u2013 by;x\n2;B\u00f8;y\n"


def both(path: Path) -> list[list[dict[str, str]]]:
    """The rows of a small table and of a streamed one: one engine reads both."""
    small = [dict(row) for row in read_table(path, NEEDED).rows if any(row.values())]
    return [small, [dict(cells) for _, cells in streamed.rows(path, NEEDED, (), Findings())]]


@pytest.mark.parametrize(
    "above",
    [
        "",
        "sep=;\n",
        "\n\n",
        ";;\n",
        "Liste over prosjekter\n\n",
        "Liste; per 1.1.2026\n;;\n",
        '"sep=;"\n',
        "\ufeffsep=;\n",
    ],
)
@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_heading_is_found_below_other_lines_in_any_encoding(tmp_path: Path, above: str, name: str) -> None:
    if above.startswith("\ufeff") and name != "utf-8":
        return
    path = tmp_path / "f.csv"
    path.write_bytes((above + TABLE).encode(name))
    for rows in both(path):
        assert [row["project title"] for row in rows] == ["\u00c5s \u2013 by", "B\u00f8"]
    assert read_table(path, NEEDED).place(0).row == above.count("\n") + 2
    places = [place.row for place, _ in streamed.rows(path, NEEDED, (), Findings())]
    assert places == [above.count("\n") + 2, above.count("\n") + 3]


def test_columns_are_known_in_any_spelling_and_none_is_taken_twice() -> None:
    assert canonical((" ID ", "Project-Title", "annet"), NEEDED) == ("id", "project title", "annet")
    assert canonical(("id", "ID", "x"), NEEDED) == ("id", "ID", "x")
    assert canonical(("Budget (EUR)",), ("budget_eur",)) == ("budget_eur",)


def test_the_first_filled_line_is_the_heading_where_none_is_known() -> None:
    found = find_heading(["", "a;b", "c;d"], ("x",))
    assert (found.names, found.mark, found.record) == (("a", "b"), ";", 1)
    assert find_heading(["", ";;"], ("x",)).names == ()


@pytest.mark.parametrize(
    ("text", "problems", "remarks", "ids"),
    [
        ('1;"A;x\n2;B;y\n3;C;z', ["open_quote"], [], ["2", "3"]),
        ('1;"A;x\n2;"B;y\n3;"C";z', ["open_quote"] * 2, [], ["3"]),
        ('1;A";x\n2;B;"y', ["open_quote"], [], ["1"]),
        ('1;"A\nand; more; so";x\n2;B;y', [], [], ["1", "2"]),
        ("id;project title;note\n1;A;x", [], [1], ["1"]),
        ("1;A;x;;\n2;B;y;z;", [], [1], ["1"]),
        ("1;A;x\n\n;;\n2;B;y", [], [], ["1", "2"]),
    ],
)
def test_a_row_that_is_wrong_costs_no_other(
    tmp_path: Path, text: str, problems: list[str], remarks: list[int], ids: list[str]
) -> None:
    path = tmp_path / "f.csv"
    path.write_text(f"id;project title;note\n{text}\n", encoding="utf-8")
    for rows in both(path):
        assert [row["id"] for row in rows] == ids
    findings = Findings()
    list(streamed.rows(path, NEEDED, (), findings))
    for found in (findings, read_table(path, NEEDED).findings):
        assert [problem.key for problem in found.problems] == problems
        assert len(found.remarks) == sum(remarks)


@settings(deadline=None)
@given(
    st.lists(
        st.lists(st.text(st.sampled_from('abc ,;"\n\u00e5'), max_size=12), min_size=3, max_size=3).filter(
            lambda row: all(cell == cell.strip() for cell in row) and "\n" not in "".join(row)
        ),
        max_size=8,
    )
)
def test_whatever_a_program_writes_is_read_as_it_was(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\n").writerows(rows)
    lines = out.getvalue().split("\n")[:-1]
    assert [record.cells for record in records(lines, ";", 3)] == rows


@given(st.lists(st.text(st.sampled_from('ab;"'), max_size=9), max_size=30))
def test_every_line_belongs_to_one_row(lines: list[str]) -> None:
    found = list(records(lines, ";", 3))
    spans = [(record.first, record.last) for record in found]
    assert [line for first, last in spans for line in range(first, last + 1)] == list(range(len(lines)))


def test_a_field_with_line_breaks_is_one_row() -> None:
    lines = ['x;"a', "b, c", 'd";y', "1;2;3"]
    assert list(records(lines, ";", 3)) == [Record(["x", "a\nb, c\nd", "y"], 0, 2), Record(["1", "2", "3"], 3, 3)]


def test_many_open_quotes_and_a_line_without_end_take_no_time(tmp_path: Path) -> None:
    lines = ['1;"a;b'] * 20_000
    assert sum(record.cells is None for record in records(lines, ";", 3)) == 20_000
    path = tmp_path / "f.csv"
    path.write_text("id;project title;note\n1;" + "x" * LIMIT_LINE + ";y\n", encoding="utf-8")
    with pytest.raises(UnreadableFile) as error:
        list(streamed.rows(path, NEEDED, (), Findings()))
    assert error.value.key == "damaged_file"


def test_a_column_that_stands_twice_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text("id;project title;project title\n1;A;B\n", encoding="utf-8")
    findings = Findings()
    list(streamed.rows(path, NEEDED, (), findings))
    assert [problem.key for problem in findings.problems] == ["double_column"]


def test_a_small_file_is_not_taken_for_another_encoding() -> None:
    assert encoding(b"") == "utf-8-sig"
    assert encoding("\u00e5".encode("cp1252")) in ("cp1252", "utf-8-sig")
    assert encoding(b"a;b\n" + "\u00c5s;by\n".encode("cp1252") + b"x" * 9) == "cp1252"
    assert encoding("a;b\n\u00c5s;\u00f8y\n".encode() + b"\xc3;xxxxxxx") == "utf-8-sig"


def test_a_list_of_calls_in_another_dress_is_known(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    head = "Utlysninger 2026\nIdentifier;Title;Programme;Opening date;Deadline;Budget (EUR);URL;Kind;\n"
    path.write_text(head + "X-1;Havn;;2026-01-01;2026-12-01;25 000;;Topic;\nSum;;;;;25 000;;;\n", encoding="utf-8")
    reading = find_reader(path).read(path)
    (call, deadline) = reading.drafts
    assert (reading.reader, call.values["budget"], call.values["kind"]) == ("eu_calls", 2_500_000, "topic")
    assert deadline.values["day"] == "2026-12-01"
    assert [(r.key, r.place.row) for r in reading.remarks if "code" not in r.key] == [("row_left_out_remark", 4)]
