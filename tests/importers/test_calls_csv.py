from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from akint_dash.domain.reading import Draft, Reading
from akint_dash.domain.schema import ENTITIES
from akint_dash.errors import UnreadableFile, UsageError
from akint_dash.importers import calls_csv, find_reader
from akint_dash.importers.load import plan
from tests.importers.real import real

HEADER = "identifier,title,programme,opening_date,deadline,budget_eur,url,kind,source\n"


def written(tmp_path: Path, *rows: str, header: str = HEADER) -> Reading:
    path = tmp_path / "list.csv"
    path.write_text(header + "\n".join(rows) + "\n", encoding="utf-8")
    return find_reader(path).read(path)


def of(reading: Reading, entity: str) -> list[Draft]:
    return [draft for draft in reading.drafts if draft.entity == entity]


def row(identifier: str = "X-1", title: str = "A title", **cells: str) -> str:
    values = {
        "programme": "Some programme",
        "opening_date": "2026-01-02",
        "deadline": "2026-05-06",
        "budget_eur": "1500000",
        "url": "https://example.org/x",
        "kind": "topic",
        "source": "made up",
    } | cells
    return ",".join([identifier, f'"{title}"', *values.values()])


def test_a_topic_is_read_whole(tmp_path: Path) -> None:
    reading = written(tmp_path, row())
    call, deadline = reading.drafts
    assert reading.lenient
    assert call.code == "X-1"
    assert call.source_refs == (("eu_calls", "X-1|A title"),)
    assert call.values["budget"] == 150_000_000
    assert call.values["currency"] == "EUR"
    assert call.values["visibility"] == "public"
    assert call.values["opening"] == "2026-01-02"
    assert deadline.code == "X-1/2026-05-06"
    assert deadline.values["call"] == "X-1"
    assert deadline.values["day"] == "2026-05-06"
    assert "moment" not in deadline.values, "no hour is invented"


def test_cascade_calls_stand_apart_from_their_parent(tmp_path: Path) -> None:
    reading = written(
        tmp_path,
        row(title="The parent"),
        row(title="Open call 1", kind="cascade_call"),
        row(title="Open call 2", kind="cascade_call"),
        row("Y-1", "A cascade call without its parent", kind="cascade_call"),
        row("Z-1", "Alone"),
    )
    codes = [draft.code for draft in of(reading, "call")]
    assert len(set(codes)) == 5
    assert codes[4] == "Z-1"
    assert codes[0] == "X-1", "the topic keeps its identifier"
    assert all("~" in code for code in codes[1:4])
    for call, deadline in zip(of(reading, "call"), of(reading, "call_deadline"), strict=True):
        assert deadline.code == f"{call.code}/2026-05-06"
        assert deadline.values["call"] == call.code


def test_blank_budget_is_missing_never_nothing(tmp_path: Path) -> None:
    reading = written(tmp_path, row(budget_eur=""))
    assert reading.drafts[0].values["budget"] is None


def test_an_unknown_programme_is_a_remark_and_its_words_stay(tmp_path: Path) -> None:
    reading = written(tmp_path, row(programme="Nobody knows"), row("X-2", programme="Nobody knows"))
    assert not reading.problems
    assert [(r.key, r.value) for r in reading.remarks] == [("unknown_code_remark", "Nobody knows")]
    assert reading.drafts[0].values["programme"] is None
    assert reading.drafts[0].values["programme_text"] == "Nobody knows"


def test_a_programme_is_found_by_the_alias_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "code").mkdir()
    alias = tmp_path / "code" / "programme_alias.csv"
    alias.write_text("text,programme,source\nSome – Programme,SOME,made up\n", encoding="utf-8")
    monkeypatch.setenv("AKINT_DATA", str(tmp_path))
    reading = written(tmp_path, row(programme="some  -  programme"))
    assert reading.drafts[0].values["programme"] == "SOME"
    assert not reading.remarks


@pytest.mark.parametrize(
    ("cells", "key", "column"),
    [
        ({"deadline": "soon"}, "not_a_date_remark", "deadline"),
        ({"deadline": "2026-02-30"}, "not_a_date_remark", "deadline"),
        ({"opening_date": "01/02/2026"}, "two_readings_day_remark", "opening_date"),
        ({"deadline": "2026-12-01; soon"}, "not_a_date_remark", "deadline"),
        ({"budget_eur": "much"}, "not_money_remark", "budget_eur"),
        ({"budget_eur": "1e400"}, "not_money_remark", "budget_eur"),
        ({"budget_eur": "1_0"}, "not_money_remark", "budget_eur"),
        ({"budget_eur": "NaN"}, "not_money_remark", "budget_eur"),
        ({"budget_eur": "-5"}, "negative_remark", "budget_eur"),
        ({"budget_eur": "1.234"}, "two_readings_remark", "budget_eur"),
    ],
)
def test_a_bad_cell_is_told_with_its_place(tmp_path: Path, cells: dict[str, str], key: str, column: str) -> None:
    reading = written(tmp_path, row("X-0"), row(**cells))
    assert reading.problems == ()
    (problem,) = (remark for remark in reading.remarks if "code" not in remark.key)
    assert (problem.key, problem.place.row, problem.place.column) == (key, 3, column)
    assert cells[column].endswith(problem.value)


def test_rows_of_one_call_are_one_with_every_deadline(tmp_path: Path) -> None:
    later = row(deadline="2027-01-01", opening_date="2026-08-01", budget_eur="", title="a title")
    for rows in ([row(), later], [later, row()]):
        reading = written(tmp_path, *rows, row("x\u20131", deadline="2027-01-01"), ",,,,,,,,")
        (call,) = of(reading, "call")
        assert (call.values["budget"], call.values["opening"]) == (150_000_000, "2026-01-02")
        assert sorted(str(d.values["day"]) for d in of(reading, "call_deadline")) == ["2026-05-06", "2027-01-01"]
        assert reading.problems == ()


def test_what_rows_of_one_call_contradict_each_other_in_is_told_and_has_no_value(tmp_path: Path) -> None:
    reading = written(tmp_path, row(), row(), row(budget_eur="7"), row("X-3", ""))
    assert not reading.problems
    assert [(r.place.row, r.value) for r in reading.remarks if r.key == "rows_differ_remark"] == [(4, "7")]
    assert of(reading, "call")[0].values["budget"] is None
    assert [r.place.row for r in reading.remarks if r.key == "row_left_out_remark"] == [5]
    assert len(of(reading, "call")) == 1


@pytest.mark.parametrize("nothing", ["", "n/a", "TBA", "-", "0", "999999999", "9.71E+08"])
def test_a_placeholder_is_no_identifier(tmp_path: Path, nothing: str) -> None:
    reading = written(
        tmp_path, row(nothing, "Havn A", url="https://e.eu/a"), row(nothing, "Havn B", url="https://e.eu/b")
    )
    calls = of(reading, "call")
    assert [(c.values["title"], c.values["identifier"]) for c in calls] == [("Havn A", None), ("Havn B", None)]
    assert len({c.code for c in calls}) == 2
    assert ("no_identity_remark", nothing) in [(r.key, r.value) for r in reading.remarks]


def test_an_hour_of_a_deadline_is_kept(tmp_path: Path) -> None:
    (deadline,) = of(written(tmp_path, row(deadline="2026-12-01 17:00 Brussels time")), "call_deadline")
    assert (deadline.values["day"], deadline.values["moment"]) == ("2026-12-01", "2026-12-01T16:00:00Z")


def test_cascade_calls_of_one_title_are_told_apart_by_their_addresses(tmp_path: Path) -> None:
    rows = [row(title="Open call", kind="cascade_call", url=f"https://e.eu/{n}") for n in range(2)]
    calls = of(written(tmp_path, *rows), "call")
    assert len({call.code for call in calls}) == 2


def test_columns_are_found_by_name_and_titles_keep_every_character(tmp_path: Path) -> None:
    title = "«Æøå» – 10 °C, a;b 'c' “d” €\u202f≥ 3"
    path = tmp_path / "list.csv"
    path.write_text(
        f'\ufeffdeadline;title;identifier;budget_eur;opening_date\n2026-05-06;"{title}";X-1;"1 234,5";2026-01-02\n',
        encoding="utf-8",
    )
    call, _ = find_reader(path).read(path).drafts
    assert call.values["title"] == title
    assert call.values["budget"] == 123_450
    assert "programme" not in call.values, "a column that is not there says nothing"


def test_every_value_fits_the_schema(tmp_path: Path) -> None:
    for draft in written(tmp_path, row()).drafts:
        assert set(draft.values) <= set(ENTITIES[draft.entity].by_name)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "empty_file"),
        (b"  \n", "empty_file"),
        (b"\x00\x01\x02\x03", "no_reader"),
        (b"a,b,c\n1,2,3\n", "no_reader"),
    ],
)
def test_what_nobody_reads_is_refused(tmp_path: Path, content: bytes, key: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as error:
        find_reader(path)
    assert error.value.key == key


def test_wrong_use_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    with pytest.raises(UsageError) as missing:
        find_reader(path)
    path.write_text("a,b\n")
    with pytest.raises(UsageError) as unknown:
        find_reader(path, "nobody")
    assert missing.value.key == "no_such_file"
    assert unknown.value.key == "unknown_reader"
    with pytest.raises(UnreadableFile) as columns:
        find_reader(path, "eu_calls").read(path)
    assert columns.value.key == "missing_columns"


def test_the_real_list_goes_in_whole_and_once() -> None:
    path = real("eu_calls.csv")
    reading = find_reader(path).read(path)
    assert reading.reader == calls_csv.NAME
    assert not reading.problems
    calls = of(reading, "call")
    assert len({draft.code for draft in calls}) == 361
    assert Counter(draft.values["kind"] for draft in calls) == {"topic": 322, "cascade_call": 39}
    assert len({draft.code for draft in of(reading, "call_deadline")}) == 361
    assert sum(draft.values["budget"] is None for draft in calls) == 25
    assert len({ref for draft in calls for ref in draft.source_refs}) == 361
    assert all(draft.values["programme_text"] for draft in calls)


def test_the_real_list_twice_changes_nothing() -> None:
    path = real("eu_calls.csv")
    reading = find_reader(path).read(path)
    first = plan([reading], {}, {})
    assert not first.problems
    state: dict[str, dict[str, Any]] = {}
    for change in first.changes:
        state.setdefault(change.entity, {})[change.code] = change.after
    assert {entity: len(records) for entity, records in state.items()} == {
        "call": 361,
        "call_deadline": 361,
    }
    assert plan([reading], state, {}).changes == []


# -- the form of rows


HEAD = "identifier,title,deadline,budget_eur,opening_date,kind\n"


def rows_of(tmp_path: Path, text: str | bytes) -> Reading:
    path = tmp_path / "list.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return find_reader(path, "eu_calls").read(path)


def titles(reading: Reading) -> list[str]:
    return [str(draft.values["title"]) for draft in of(reading, "call")]


@pytest.mark.parametrize(
    "broken",
    [
        'X-2,"Havn 2,2026-12-01,5,2026-01-01,topic',
        'X-2,"Havn 2" nord,2026-12-01,5,2026-01-01,topic',
        'X-2,"Havn, 2,2026-12-01,5,2026-01-01,"topic',
    ],
)
@pytest.mark.parametrize(
    "last", ["X-4,Havn 4,2026-12-01,5,2026-01-01,topic", 'X-4,Havn 4",2026-12-01,5,2026-01-01,topic']
)
def test_an_open_quote_is_a_problem_of_its_row_and_swallows_no_other(tmp_path: Path, broken: str, last: str) -> None:
    rows = ["X-1,Havn 1,2026-12-01,5,2026-01-01,topic", broken, 'X-3,"Havn, 3",2026-12-01,5,2026-01-01,topic', last]
    reading = rows_of(tmp_path, HEAD + "\n".join(rows) + "\n")
    assert [(p.key, p.place.row) for p in reading.problems] == [("open_quote", 3)]
    assert [title[:7] for title in titles(reading)] == ["Havn 1", "Havn, 3", "Havn 4" + last[10:11].strip(",")]


def test_a_text_with_line_breaks_is_one_row(tmp_path: Path) -> None:
    reading = rows_of(tmp_path, HEAD + 'X-1,"Havn, ny\nog ""by""",2026-12-01,5,2026-01-01,topic\nX-2,B,,,,\n')
    assert titles(reading) == ['Havn, ny og "by"', "B"]
    assert not reading.problems


def test_short_and_long_rows_totals_and_notes_are_told_with_their_row(tmp_path: Path) -> None:
    rows = (
        "X-1,Havn 1,2026-12-01",
        "X-2,Havn 2, ny,2026-12-01,5,2026-01-01,topic",
        "X-3,Havn 3,2026-12-01,5,2026-01-01,topic,,",
        "",
        ",,,10,,",
        "Kilde: portalen",
    )
    reading = rows_of(tmp_path, HEAD + "\n".join(rows) + "\n")
    assert titles(reading) == ["Havn 1", "Havn 3"]
    assert reading.problems == ()
    assert [(r.key, r.place.row) for r in reading.remarks if "code" not in r.key] == [
        ("short_row_remark", 2),
        ("fields_remark", 3),
        ("fields_remark", 7),
        ("row_left_out_remark", 6),
    ]


def test_a_heading_that_is_no_column_is_told_and_a_doubled_one_is_a_problem(tmp_path: Path) -> None:
    reading = rows_of(tmp_path, "identifier,title,deadline,deadlin,title\nX-1,A,2026-12-01,2026-12-02,B\n")
    assert ("unknown_column", "deadlin") in [(r.key, r.value) for r in reading.remarks]
    assert [(p.key, p.value) for p in reading.problems] == [("double_column", "title")]


ROW = "X-1,Grønn «havn» – nå,2026-12-01,5,2026-01-01,topic\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_every_encoding_and_mark_a_spreadsheet_saves(tmp_path: Path, encoding: str, mark: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes((HEAD + ROW).replace(",", mark).encode(encoding))
    assert titles(find_reader(path).read(path)) == ["Grønn «havn» – nå"]


def test_half_a_sign_is_told_with_its_row_and_the_rest_is_read_as_what_it_is(tmp_path: Path) -> None:
    reading = rows_of(tmp_path, (HEAD + ROW).encode() + b"X-2,Gr\xc3nn,2026-12-01,5,2026-01-01,topic\n")
    assert titles(reading)[0] == "Grønn «havn» – nå"
    assert [(r.key, r.place.row) for r in reading.remarks if "code" not in r.key] == [("broken_sign_remark", 3)]


@pytest.mark.parametrize(
    ("text", "mark", "minor"),
    [
        ('"25,000"', ",", 2_500_000),
        ("25.50", ",", 2550),
        ("25,000", ";", None),
        ("25,50", ";", 2550),
        ("25 000", ";", 2_500_000),
    ],
)
def test_money_is_read_by_the_lists_own_convention(tmp_path: Path, text: str, mark: str, minor: int | None) -> None:
    reading = rows_of(tmp_path, HEAD.replace(",", mark) + mark.join(("X-1", "A", "2026-12-01", text, "", "topic")))
    assert reading.drafts[0].values["budget"] == minor
    assert ("two_readings_remark" in [r.key for r in reading.remarks]) is (minor is None)


@pytest.mark.parametrize("gone", ["deadline", "opening_date", "budget_eur", "url", "kind", "programme", "source"])
def test_a_list_that_lacks_a_column_is_still_one_and_leaves_alone_what_is_known(tmp_path: Path, gone: str) -> None:
    names = HEADER.strip().split(",")
    cells = row().split(",")
    whole = written(tmp_path, row())
    state: dict[str, dict[str, Any]] = {}
    for change in plan([whole], {}, {}).changes:
        state.setdefault(change.entity, {})[change.code] = change.after
    kept = [(name, cell) for name, cell in zip(names, cells, strict=True) if name != gone]
    path = tmp_path / "list.csv"
    path.write_text(",".join(n for n, _ in kept) + "\n" + ",".join(c for _, c in kept) + "\n", encoding="utf-8")
    assert plan([find_reader(path).read(path)], state, {}).changes == []


def test_html_in_a_title_is_text(tmp_path: Path) -> None:
    reading = written(
        tmp_path, row(title="Gr&oslash;nn &amp;amp; ren havn n&#229;, R&D"), row("X-2", "Gr\u00f8nn & ren")
    )
    assert [call.values["title"] for call in of(reading, "call")] == [
        "Gr\u00f8nn & ren havn n\u00e5, R&D",
        "Gr\u00f8nn & ren",
    ]
