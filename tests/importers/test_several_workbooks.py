"""Workbooks of single council areas, read in one by one and together: none closes or takes back what is another's."""

from __future__ import annotations

from typing import Any, Final

from akint_dash.domain.history import State
from akint_dash.domain.reading import Conflict, Place, Reading, Scope
from akint_dash.domain.schema import ENTITIES
from akint_dash.importers.conflicts import Base
from akint_dash.importers.load import Plan, plan
from tests.importers.test_load import AREAS, draft

SHARED: Final[dict[str, Any]] = {
    "title": "Delt",
    "area": "SAM",
    "areas": [["KUL", None]],
    "owner": "Enhet",
    "visibility": "public",
}
OWN: Final[dict[str, Any]] = {name: value for name, value in SHARED.items() if name != "areas"}
STATE: Final[State] = {
    "area": AREAS,
    "project": {
        "P-1": SHARED,
        **{f"P-{n}": OWN | {"title": f"Nr. {n}", "area": "SAM" if n % 2 else "KUL"} for n in range(2, 60)},
    },
    "project_step": {"S-1": {"project": "P-1", "status": "idea", "date": "2026-01-01"}},
    "activity": {
        "A-1": {"title": "Kurs", "kind": "course", "start": "2026-01-01", "area": "SAM", "visibility": "public"}
    },
    "attendance": {"D-1": {"activity": "A-1", "audience": "administration", "people": 4, "area": "KUL"}},
}
PARTS: Final = {"project_step": "project", "attendance": "activity"}


def belongs(state: State, entity: str, code: str, area: str) -> bool:
    """Whether a record is in an area's workbook: its own, those it takes part in, and their parts."""
    values: Any = state[entity][code]
    if entity in PARTS:
        values = state[PARTS[entity]][values[PARTS[entity]]]
    return values["area"] == area or any(code == area for code, _ in values.get("areas", []))


def sent(area: str, state: State = STATE, without: tuple[str, ...] = (), **changed: dict[str, Any]) -> Reading:
    """The workbook of an area, made of ``state``; ``changed`` are cells by the code of their record."""
    names = ("project", "project_step", "activity", "attendance")
    drafts = [
        draft(
            entity,
            code,
            **{**{c.name: None for c in ENTITIES[entity].columns}, **values, **changed.get(code.replace("-", ""), {})},
        )
        for entity in names
        for code, values in state[entity].items()
        if belongs(state, entity, code, area) and code not in without
    ]
    scope = Scope(frozenset(names), frozenset({area}))
    return Reading("arbeidsbok", f"{area}.xlsx", tuple(drafts), scope=scope, edited=True, base_revision=1)


def planned(*readings: Reading, state: State = STATE, base: State = STATE) -> Plan:
    return plan(readings, state, {at: Base(base) for at in range(len(readings))})


def done(made: Plan) -> list[tuple[str, str, str]]:
    assert (made.problems, made.conflicts) == ([], [])
    return [(change.entity, change.code, change.sort) for change in made.changes]


def test_an_areas_workbook_read_back_untouched_changes_nothing() -> None:
    assert done(planned(sent("KUL"))) == []  # it closes no attendance from KUL in what SAM has arranged
    assert done(planned(sent("SAM"))) == []
    assert done(planned(sent("SAM"), sent("KUL"))) == []


def test_what_became_the_areas_after_its_workbook_was_made_is_not_closed() -> None:
    moved: State = {**STATE, "project": {**STATE["project"], "P-2": {**STATE["project"]["P-2"], "area": "SAM"}}}
    assert done(planned(sent("SAM"), state=moved)) == []


def test_a_row_deleted_by_who_is_responsible_is_closed_though_another_area_has_it_too() -> None:
    deleted = sent("SAM", without=("P-1", "S-1"))
    closed = [("project", "P-1", "closed"), ("project_step", "S-1", "closed")]
    assert done(planned(deleted)) == closed
    made = planned(deleted, sent("KUL"))
    assert done(made) == closed
    assert made.files["project", "P-1"] == ["SAM.xlsx"]


def test_who_only_takes_part_closes_nothing() -> None:
    assert done(planned(sent("KUL", without=("P-1", "S-1")))) == []


def test_a_row_deleted_in_one_file_and_changed_in_another_is_a_conflict_of_both() -> None:
    made = planned(sent("SAM", without=("P-1", "S-1")), sent("KUL", P1={"title": "Ny tittel"}))
    assert made.conflicts == [Conflict("project", "P-1", "", "", "", Place("SAM.xlsx", "Prosjekter"), "KUL.xlsx")]


def test_two_workbooks_that_differ_are_a_conflict_of_both_and_of_a_cell() -> None:
    made = planned(sent("SAM", P1={"title": "Min"}), sent("KUL", P1={"title": "Vår"}))
    assert [(c.code, c.column, c.ours, c.theirs, c.place.column, c.other) for c in made.conflicts] == [
        ("P-1", "title", "Vår", "Min", "Tittel", "SAM.xlsx")
    ]
    assert done(planned(sent("SAM", P1={"title": "Min"}), sent("KUL", P1={"title": "Min"}))) == [
        ("project", "P-1", "changed")
    ]
    both = planned(sent("SAM", P1={"title": "Min"}), sent("KUL", P1={"summary": "Vårt"}))
    assert done(both) == [("project", "P-1", "changed")]
    assert both.files["project", "P-1"] == ["SAM.xlsx", "KUL.xlsx"]


def test_a_conflict_says_what_the_workbook_was_made_with() -> None:
    since: State = {**STATE, "project": {**STATE["project"], "P-1": {**SHARED, "title": "Kollegas"}}}
    made = planned(sent("SAM", P1={"title": "Min"}), state=since)
    assert [(c.ours, c.theirs, c.was) for c in made.conflicts] == [("Min", "Kollegas", "Delt")]
