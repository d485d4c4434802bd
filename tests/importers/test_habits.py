"""Habits of offices and sources that were read wrong without a word, or refused: each is read, or told."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from akint_dash.domain.history import State, apply
from akint_dash.domain.reading import Draft, Problem, Reading
from akint_dash.errors import UnreadableFile
from akint_dash.importers import find_reader
from akint_dash.importers.codes import ties
from akint_dash.importers.delimited import encoding
from akint_dash.importers.identities import folded_identifier
from akint_dash.importers.load import Plan, plan
from tests.importers.test_workbook import write_zip

CALLS = "identifier,title,programme,opening_date,deadline,budget_eur,url,kind\n"
PARTS = (
    "project_number,title,start_date,end_date,org_number,org_name,role,municipality_no_2024,municipality,"
    "ec_contribution_eur\n"
)


def read(tmp_path: Path, content: str | bytes, name: str = "list.csv") -> Reading:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return find_reader(path).read(path)


def call(
    identifier: str = "A-1", title: str = "Havn", *, opening: str = "2026-01-02", budget: str = "5", **more: str
) -> str:
    cells = [identifier, title, "LIFE", opening, "2026-12-01", budget, more.get("url", "https://e.eu/1"), "topic"]
    return ",".join(f'"{cell}"' for cell in cells) + "\n"


def part(name: str = "Havn AS", role: str = "PARTICIPANT", **more: str) -> str:
    cells = ["1010", more.get("title", "Grønn"), more.get("start", "2020-01-01"), "2022-12-31"]
    cells += [more.get("number", ""), name, role, "", more.get("place", "Ås"), more.get("amount", "1000")]
    return ",".join(f'"{cell}"' for cell in cells) + "\n"


def made(*readings: Reading) -> tuple[State, Plan]:
    """The state after the readings, one import after the other, and the last plan."""
    state: State = {}
    for reading in readings:
        found = plan([reading], state, {})
        assert found.may_write, found.problems
        state = apply(state, found.changes)
    return state, found


def of(reading: Reading, entity: str) -> list[Draft]:
    return [draft for draft in reading.drafts if draft.entity == entity]


def told(problems: Any, key: str) -> list[Problem]:
    return [problem for problem in problems if problem.key == key]


@pytest.mark.parametrize(
    "spelt",
    ["hz-cl5-2026-d1-01", "HZ CL5 2026 D1 01", "HZ_CL5_2026_D1_01", "HZ – CL5 – 2026 – D1 – 01", "HZ-CL5-2026-D1-01​"],
)
def test_a_call_is_the_same_however_its_identifier_is_joined(tmp_path: Path, spelt: str) -> None:
    state, last = made(read(tmp_path, CALLS + call("HZ-CL5-2026-D1-01")), read(tmp_path, CALLS + call(spelt)))
    assert list(state["call"]) == ["HZ-CL5-2026-D1-01"]
    assert last.changes == []


def test_numbers_of_an_identifier_stay_apart() -> None:
    assert folded_identifier("A-1-11") != folded_identifier("A-11-1")
    assert folded_identifier("A 1–11") == folded_identifier("a-1-11")


def test_marks_of_form_in_a_lists_titles_are_no_text(tmp_path: Path) -> None:
    (draft,) = of(read(tmp_path, CALLS + call(title="Gr&oslash;nn &amp; <i>ren</i> havn<br/>nå <e> 2 < 3")), "call")
    assert draft.values["title"] == "Grønn & ren havn nå <e> 2 < 3"
    (part_of,) = of(read(tmp_path, PARTS + part(title="H<sub>2</sub> &amp; <b>ren</b>")), "participation")
    assert part_of.values["title"] == "H2 & ren"


def test_rows_that_contradict_each_other_give_no_value_in_any_order(tmp_path: Path) -> None:
    for rows in permutations([call(), call(budget="6"), call()]):
        reading = read(tmp_path, CALLS + "".join(rows))
        assert [draft.values["budget"] for draft in of(reading, "call")] == [None]
        assert len(told(reading.remarks, "rows_differ_remark")) >= 1
        assert not reading.problems


@pytest.mark.parametrize(
    ("cells", "column", "used"),
    [
        ({"identifier": "A-1; A-2"}, "identifier", "A-1; A-2"),
        ({"url": "https://e.eu/1; https://e.eu/2"}, "url", "https://e.eu/1"),
        ({"url": "https://e.eu/1 https://e.eu/2"}, "url", "https://e.eu/1"),
        ({"opening": "2026-03-01; 2026-02-01"}, "opening_date", "2026-02-01"),
    ],
)
def test_several_values_in_one_cell_are_told(tmp_path: Path, cells: dict[str, str], column: str, used: str) -> None:
    (remark,) = told(read(tmp_path, CALLS + call(**cells)).remarks, "several_values_remark")
    assert (remark.place.column, remark.expected) == (column, used)


def result(**fields: Any) -> dict[str, Any]:
    metadata = {
        "identifier": ["A-1"],
        "title": ["Havn"],
        "type": ["8"],
        "frameworkProgramme": ["43108390"],
        "deadlineDate": ["2026-12-08T00:00:00.000+0000"],
    }
    return {"reference": "r1", "language": "en", "metadata": metadata | fields}


def answer(tmp_path: Path, *results: Any) -> Reading:
    return read(tmp_path, json.dumps({"results": results}), "answer.json")


def test_copies_without_a_date_are_told_and_their_order_does_not_decide(tmp_path: Path) -> None:
    one, other = result(), result(deadlineDate=["2027-01-08T00:00:00.000+0000"])
    for results in ((one, other), (other, one)):
        reading = answer(tmp_path, *results)
        assert [draft.values["day"] for draft in of(reading, "call_deadline")] == ["2027-01-08"]
        (remark,) = told(reading.remarks, "copies_differ_remark")
        assert remark.expected == "deadlineDate"
    dated = [result(es_SortDate=["2026-02-01"]) | {}, result(**other["metadata"], es_SortDate=["2026-01-01"])]
    newest = answer(tmp_path, *dated)
    assert not told(newest.remarks, "copies_differ_remark")
    assert [draft.values["day"] for draft in of(newest, "call_deadline")] == ["2026-12-08"]
    assert not told(answer(tmp_path, one, one).remarks, "copies_differ_remark")


@pytest.mark.parametrize(
    ("budget", "key"),
    [
        (["60,000", "70,000"], "two_readings_remark"),
        ([True], "not_money_remark"),
        ([{"amount": 1}], "not_money_remark"),
    ],
)
def test_a_budget_that_is_no_amount_or_two_is_told(tmp_path: Path, budget: list[Any], key: str) -> None:
    reading = answer(tmp_path, result(budget=budget))
    assert [remark.place.column for remark in told(reading.remarks, key)] == ["budget"]
    assert "budget" not in of(reading, "call")[0].values


def test_half_a_sign_in_a_description_and_a_row_that_is_none_are_told(tmp_path: Path) -> None:
    reading = answer(tmp_path, result(descriptionByte=["Havn \ud83d"]), None, 7)
    assert [remark.place.column for remark in told(reading.remarks, "broken_sign_remark")] == ["descriptionByte"]
    assert told(reading.remarks, "row_left_out_remark")
    assert len(of(reading, "call")) == 1


def test_what_no_one_sees_makes_no_second_actor(tmp_path: Path) -> None:
    names = ["Ås Gård AS", "ÅS GÅRD AS", "Ås\u00a0Gård  AS", "Ås Gård AS\u200b", "A\u030as Ga\u030ard AS"]
    reading = read(tmp_path, PARTS + "".join(part(name) for name in names))
    assert len(of(reading, "actor")) == 1


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("Third Party", "third_party"),
        ("thirdParty", "third_party"),
        ("Koordinator", "coordinator"),
        ("Deltaker", "participant"),
    ],
)
def test_a_role_is_understood_however_it_is_spaced(tmp_path: Path, word: str, role: str) -> None:
    (found,) = of(read(tmp_path, PARTS + part(role=word)), "participation")
    assert found.values["role"] == role


def test_a_row_whose_end_is_before_its_start_stops_no_other(tmp_path: Path) -> None:
    state, last = made(read(tmp_path, PARTS + part() + part("B AS", start="2024-01-01")))
    days = {values.get("from_date") for values in state["participation"].values()}
    assert days == {"2020-01-01", None}
    assert len(told(last.remarks, "end_before_start_remark")) == 1


def test_a_file_without_roles_leaves_two_known_ones_alone(tmp_path: Path) -> None:
    known = read(tmp_path, PARTS + part() + part(role="THIRDPARTY", amount="50"))
    bare = "project_number,org_name,municipality,ec_contribution_eur\n1010,Havn AS,Ås,1000\n1010,Havn AS,Ås,50\n"
    before, _ = made(known)
    after, last = made(known, read(tmp_path, bare))
    assert before["participation"] == after["participation"]
    assert len(told(last.remarks, "ambiguous_match_remark")) == 1


@pytest.mark.parametrize("shown", ["#NAVN?", "#VERDI!", "#REF!", "#N/A", "#I/T", "########"])
def test_what_a_spreadsheet_shows_for_an_error_is_no_text(tmp_path: Path, shown: str) -> None:
    reading = read(tmp_path, PARTS + part(title=shown))
    assert [remark.value for remark in told(reading.remarks, "error_cell_remark")] == [shown]
    assert "title" not in of(reading, "participation")[0].values
    listed = read(tmp_path, f"code;name_nb\nX1;{shown}\n", "programme.csv")
    assert [problem.value for problem in told(listed.problems, "error_cell")] == [shown]


def test_text_in_a_wrong_encoding_is_told_with_what_was_meant(tmp_path: Path) -> None:
    reading = read(tmp_path, (PARTS + part()).encode().decode("cp1252").encode())
    assert {(r.value, r.expected) for r in told(reading.remarks, "twice_encoded_remark")} >= {("GrÃ¸nn", "Grønn")}
    assert not told(read(tmp_path, PARTS + part(title="São “Âge” Ö – €")).remarks, "twice_encoded_remark")


@pytest.mark.parametrize("word", ["Lillestrøm", "Bærum", "Våler", "Ås", "Østfold"])
def test_a_mac_and_windows_save_norwegian_letters_each_in_their_way(word: str) -> None:
    assert encoding(f"a;{word};b\n".encode("mac_roman")) == "mac_roman"
    assert encoding(f"a;{word};b\n".encode("cp1252")) == "cp1252"


@pytest.mark.parametrize(
    "raw",
    [
        "NAE 60 %, KUL 40 %",
        "NAE (60 %), KUL (40 %)",
        "60 % NAE, 40 % KUL",
        "NAE: 60 % ; KUL: 40 %",
        "NAE (60 % ) , KUL (40 %)",
    ],
)
def test_shares_are_read_as_people_write_them(raw: str) -> None:
    assert ties(raw, shares=True) == [["NAE", 60], ["KUL", 40]]


def test_a_numbers_file_is_told_its_own_way_out(tmp_path: Path) -> None:
    path = tmp_path / "p.numbers"
    write_zip(path, {"Index/Document.iwa": b"x"})
    with pytest.raises(UnreadableFile) as refused:
        find_reader(path).read(path)
    assert refused.value.key == "numbers_workbook"
