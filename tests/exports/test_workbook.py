"""Out and in again: the workbook that is written says what the state says, and nothing else."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from akint_dash.domain.history import DEMONSTRATION, clean
from akint_dash.domain.reading import Reading, Scope
from akint_dash.domain.schema import ENTITIES, Kind, Sort
from akint_dash.domain.text import MAX_TEXT, cut, is_cut, units
from akint_dash.exports import workbook as out
from akint_dash.exports.workbook import explanation, sheet_order, write_template, write_workbook
from akint_dash.importers import cells, front, tables
from akint_dash.importers import workbook as importer
from akint_dash.importers.load import plan
from akint_dash.importers.workbook import read
from tests.exports.states import codes, plain_record, plain_state, records

State = dict[str, dict[str, dict[str, Any]]]


def state_of(found: Reading) -> State:
    """The state that the drafts of a reading make."""
    state: State = {}
    for draft in found.drafts:
        state.setdefault(draft.entity, {})[draft.code] = clean(draft.values)
    return state


def out_and_in(path: Path, state: State, **how: Any) -> Reading:
    write_workbook(path, state, 7, **how)
    return read(path)


def lists() -> State:
    return {
        "area": {"SAM": {"name_nb": "Samferdsel"}, "KUL": {"name_nb": "Kultur; idrett"}},
        "theme": {"plan": {"name_nb": "Plan"}},
        "municipality": {"0301": {"name_nb": "Oslo"}},
    }


# -- the law


def test_out_and_in_again_says_the_same_of_every_entity(tmp_path: Path) -> None:
    state = plain_state(3)
    found = out_and_in(tmp_path / "a.xlsx", state)
    assert state_of(found) == state
    assert (found.problems, found.remarks, found.base_revision) == ((), (), 7)
    assert found.scope == Scope(frozenset(ENTITIES))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_out_and_in_again_says_the_same_of_any_record(tmp_path: Path, data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(sorted(ENTITIES)), min_size=3, max_size=6, unique=True))
    state: State = {}
    for name in chosen:
        keys = data.draw(st.lists(codes, min_size=1, max_size=3, unique_by=str.casefold))
        state[name] = {code: data.draw(records(ENTITIES[name])) for code in keys}
    found = out_and_in(tmp_path / "a.xlsx", state, entities=chosen)
    assert found.problems == ()
    assert state_of(found) == state


def test_text_that_looks_like_something_else_stays_text(tmp_path: Path) -> None:
    tricky = (
        *("=1+1", "http://akershus.no", "0301", "24.11.2026", "1e5", "_x0041_", "<b>&amp;</b>", "<r>x</r>"),
        *("<r></c></r>", "'x", "+47", "linje\nto", "Bodø «Å» 🚲", "@SUM(A1)", "nan", "a" * 32_767),
    )
    state = {"organisation": {f"O-{n}": {"name": text, "area": "SAM"} for n, text in enumerate(tricky)}}
    assert state_of(out_and_in(tmp_path / "a.xlsx", state)) == state
    with zipfile.ZipFile(tmp_path / "a.xlsx") as whole:
        assert not any(b"<f>" in whole.read(name) for name in whole.namelist())


def test_a_text_that_no_cell_can_hold_is_cut_with_a_mark_and_told(tmp_path: Path) -> None:
    state = {
        "organisation": {"O-1": {"name": "a" * 32_768, "area": "SAM"}, "O-2": {"name": "😀" * 20_000, "area": "SAM"}}
    }
    assert write_workbook(tmp_path / "a.xlsx", state, 1) == ["Organisasjoner B4", "Organisasjoner B5"]
    found = state_of(read(tmp_path / "a.xlsx"))["organisation"]
    for code, values in found.items():
        assert values["name"] == cut(state["organisation"][code]["name"])
        assert is_cut(values["name"])
        assert units(values["name"]) <= MAX_TEXT


def test_what_both_sides_name_alike() -> None:
    assert (out.FRONT_SHEET, out.LISTS_SHEET) == (importer.FRONT_SHEET, importer.LISTS_SHEET)
    assert out.CODE.heading == tables.CODE.heading
    assert out.DEMONSTRATION_COLUMN.heading == tables.DEMONSTRATION_COLUMN.heading
    assert [label for label, *_ in out.front_lines(1, [], [], True)][:4] == list(front.LABELS.values())
    assert MAX_TEXT == cells.MAX_TEXT


# -- scope


def test_a_choice_of_sheets_and_areas_becomes_the_scope(tmp_path: Path) -> None:
    def owned(area: str) -> dict[str, Any]:
        return {"title": "T", "area": area}

    def step(project: str) -> dict[str, Any]:
        return {"project": project, "status": "idea", "date": "2026-01-01"}

    state: State = {
        "project": {"P-1": owned("SAM"), "P-2": owned("KUL")},
        "project_step": {"S-1": step("P-1"), "S-2": step("P-2"), "S-3": step("P-9")},
        "membership": {"M-1": {"organisation": "O-1", "from_date": "2026-01-01", "area": "SAM"}},
    } | lists()
    found = out_and_in(tmp_path / "a.xlsx", state, entities=["project", "project_step", "area"], areas=["SAM"])
    assert found.scope == Scope(frozenset({"project", "project_step", "area"}), frozenset({"SAM"}))
    assert {name: sorted(some) for name, some in state_of(found).items()} == {
        "project": ["P-1"],
        "project_step": ["S-1", "S-3"],
        "area": ["KUL", "SAM"],
    }


def test_the_template_is_empty_and_closes_nothing(tmp_path: Path) -> None:
    write_template(tmp_path / "mal.xlsx", lists())
    found = read(tmp_path / "mal.xlsx")
    assert found == Reading("arbeidsbok", "mal.xlsx", (), edited=True)


# -- persons and demonstration


def test_persons(tmp_path: Path) -> None:
    persons = {"N-1": {"name": "Kari Ås", "mail": "kari@example.no"}, "N-2": {"role": "Leder"}, "N-3": {}}
    found = out_and_in(tmp_path / "a.xlsx", {}, persons=persons)
    assert state_of(found) == {"person": persons}


def test_demonstration_is_marked_for_people_and_comes_back(tmp_path: Path) -> None:
    state: State = {"theme": {"a": {"name_nb": "A", DEMONSTRATION: True}, "b": {"name_nb": "B"}}}
    assert state_of(out_and_in(tmp_path / "a.xlsx", state)) == state
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert "Demonstrasjonsdata" in str(book["Om arbeidsboken"]["A1"].value)
    assert all("Demonstrasjonsdata" in str(book[entity.sheet]["A1"].value) for entity in ENTITIES.values())
    write_workbook(tmp_path / "b.xlsx", {"theme": {"b": {"name_nb": "B"}}}, 1)
    with zipfile.ZipFile(tmp_path / "b.xlsx") as whole:
        sheets = [whole.read(name) for name in whole.namelist() if name.endswith("sheet2.xml")]
    assert b"Demonstrasjon" not in sheets[0]


# -- what a person meets


def columns_of(sheet: Worksheet) -> dict[str, int]:
    """The number of each column by its heading."""
    return {str(cell.value).rstrip(" *"): at for at, cell in enumerate(sheet[3], start=1)}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> openpyxl.Workbook:
    path = tmp_path_factory.mktemp("book") / "a.xlsx"
    write_workbook(path, {**plain_state(2), **lists()}, 7)
    return openpyxl.load_workbook(path)


def test_the_order_of_the_sheets(book: openpyxl.Workbook) -> None:
    names = [entity.sheet for entity in sheet_order()]
    assert book.sheetnames == ["Om arbeidsboken", *names, "Personer", "Lister"]
    assert [entity.sort is Sort.LIST for entity in sheet_order()] == sorted(
        entity.sort is Sort.LIST for entity in ENTITIES.values()
    )


def test_headings_explanations_and_marks(book: openpyxl.Workbook) -> None:
    for entity in ENTITIES.values():
        sheet = book[entity.sheet]
        headings = [cell.value for cell in sheet[3] if cell.value]
        assert headings == ["Kode *", *[c.heading + " *" * c.required for c in entity.columns]]
        assert [sheet.cell(2, at).value or "" for at, _ in enumerate(headings, 1)][1:] == [
            explanation(column) for column in entity.columns
        ]
        assert sheet.freeze_panes == "B4"
        assert sheet.cell(1, 1).value == entity.sheet


def test_days_and_money_are_shown_as_such(book: openpyxl.Workbook) -> None:
    sheet = book["Prosjekter"]
    at = columns_of(sheet)
    assert sheet.cell(4, at["Start"]).number_format == "dd.mm.yyyy"
    assert sheet.cell(4, at["Start"]).is_date  # type: ignore[union-attr]
    budgets = [sheet.cell(row, at["Budsjett, vår del"]) for row in (4, 5)]
    assert [(cell.value, cell.number_format) for cell in budgets] == [
        (1234567, "#,##0"),
        (1234567.5, "#,##0.00"),
    ]
    assert sheet.cell(4, at["Deltakende rådsområder"]).value == "SAM 60 %; KUL 40 %"
    assert sheet.cell(4, at["Vår rolle"]).value == "Assosiert partner"


def test_drop_downs_for_every_choice_and_every_code_list(book: openpyxl.Workbook) -> None:
    shown = book["Lister"]
    lists_shown = {column[0].value: [cell.value for cell in column[1:] if cell.value] for column in shown.columns}
    assert lists_shown["Rådsområder"] == ["KUL – Kultur; idrett", "SAM – Samferdsel"]
    assert lists_shown["Vår rolle"] == ["Prosjekteier", "Partner", "Assosiert partner", "Støttespiller"]
    for entity in ENTITIES.values():
        rules = {
            str(rule.sqref).rstrip("0123456789"): rule for rule in book[entity.sheet].data_validations.dataValidation
        }
        wanted = [column for column in entity.columns if column.kind in (Kind.CHOICE, Kind.REFERENCE)]
        assert len(rules) == len(wanted)
        assert {str(rule.type) for rule in rules.values()} <= {"list"}


def test_what_a_drop_down_offers_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_template(path, lists())
    book = openpyxl.load_workbook(path)
    book["Prosjekter"].append(["P-1", *[None] * 50])
    sheet = book["Prosjekter"]
    at = columns_of(sheet)
    sheet.cell(4, at["Tittel"], "Sykkel")
    sheet.cell(4, at["Ansvarlig rådsområde"], "KUL – Kultur; idrett")
    sheet.cell(4, at["Vår rolle"], "Prosjekteier")
    book.save(path)
    found = read(path)
    assert found.problems == ()
    assert clean(found.drafts[0].values) == {"title": "Sykkel", "area": "KUL – Kultur; idrett", "role": "lead"}
    assert plan([found], lists(), {}).changes[-1].after["area"] == "KUL"  # type: ignore[index]


def test_a_file_in_the_way_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"noe annet")
    write_workbook(path, {"theme": {"a": plain_record(ENTITIES["theme"], 1)}}, None)
    assert [draft.code for draft in read(path).drafts] == ["a"]
    assert read(path).base_revision is None
    assert [file.name for file in tmp_path.iterdir()] == ["a.xlsx"]
