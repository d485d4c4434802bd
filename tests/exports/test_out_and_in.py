"""Whatever a reader lets in goes out as a workbook and in again without a change, a problem or a conflict."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.history import Change, State, apply
from akint_dash.domain.reading import Reading
from akint_dash.domain.schema import PERSON, SHEETS, Column, Entity, Kind
from akint_dash.exports.workbook import write_workbook
from akint_dash.importers import code_csv, sedia, workbook
from akint_dash.importers.conflicts import Base
from akint_dash.importers.load import plan

AREAS: Final[State] = {"area": {"SAM": {"name_nb": "Samferdsel"}, "KUL": {"name_nb": "Kultur; idrett, og mer"}}}

PIECES: Final = (
    *("A", "b", "Ø", "1", "0", "301", " ", "  ", "–", " – ", " - ", "-", "—", ";", "; ", ",", ", ", '"', '""', "'"),
    *("=", "+", "@", "%", " 60 %", " %", "(", ")", "\n", "\t", "\r", "\u00a0", "\u200b", "\ufeff", "\u2028", "\x1b"),
    *("_x0041_", "_x001B_", "<r>", "</r>", "<b>", "&amp;", "😀", "\u0301", "\ufffe", "#REF!", "TRUE", "1e5", "SAM"),
    *("prosent", "pst.", "kr", "EUR", "nan", "KUL", "Samferdsel", "~", "/", "|", "24.11.2026", "7:30", "İ", "ß", "ﬁ"),
)
"""What office programs and readers stumble over."""

odd = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join)
words = st.one_of(odd, st.text(min_size=1, max_size=30), odd.map(lambda text: text * 60), st.just("x" * 40_000))
short = st.one_of(odd, st.text(min_size=1, max_size=30), odd.map(lambda text: (text * 300)[:260]))


def all_of(readings: list[Reading]) -> State:
    """The state that several readings make of the council areas; what has problems is not let in."""
    state: State = AREAS
    for reading in readings:
        made = plan([reading], state, {})
        if made.may_write:
            state = apply(state, made.changes)
    return state


def differing(change: Change) -> tuple[str, str, dict[str, tuple[Any, Any]]]:
    """A change as its columns, each with the value before and after."""
    before, after = change.before or {}, change.after or {}
    names = (name for name in {*before, *after} if before.get(name) != after.get(name))
    return change.entity, change.code, {name: (before.get(name), after.get(name)) for name in names}


def nothing_to_do(state: State, folder: Path) -> None:
    """The state goes out and in again."""
    book = folder / "ut.xlsx"
    book.unlink(missing_ok=True)
    entities = {name: records for name, records in state.items() if name != PERSON.name}
    write_workbook(book, entities, 1, entities=entities.keys(), persons=state.get(PERSON.name, {}))
    found = workbook.read(book)
    made = plan([found], state, {0: Base(state)})
    assert (made.problems, made.conflicts) == ([], [])
    assert [differing(change) for change in made.changes] == []


# -- the portal


def _topic(draw: Callable[..., Any]) -> dict[str, Any]:
    wanted: dict[str, Any] = {
        "identifier": [draw(short)],
        "title": [draw(words)],
        "type": [draw(st.sampled_from(["1", "2", "8"]))],
        "deadlineDate": draw(
            st.lists(st.sampled_from(["2026-12-08T00:00:00.000+0000", "2027-01-01", "x"]), max_size=2)
        ),
        "deadlineModel": [draw(st.sampled_from(["single-stage", "two-stage", "multiple cut-off"]))],
        "frameworkProgramme": [draw(short)],
        "budget": [draw(st.sampled_from(["1000", "60,000", "-5", "0.5", "1e5"]))],
        "currency": [draw(short)],
        "callccm2Id": draw(st.lists(short, max_size=1)),
    }
    return {"language": "en", "metadata": wanted}


@st.composite
def portals(draw: Callable[..., Any]) -> str:
    """An answer of the portal."""
    return json.dumps({"results": [_topic(draw) for _ in range(draw(st.integers(1, 3)))]})


# -- lists


def _cell(column: Column) -> st.SearchStrategy[str]:
    if column.kind is Kind.CHOICE:
        return st.sampled_from(sorted(CHOICES[column.of]))
    if column.of == "area" and column.kind is Kind.REFERENCE:
        return st.just("SAM")
    if column.of == "area":
        return st.sampled_from(["SAM 60; KUL 40", "KUL", "KUL 10"])
    if column.kind is Kind.DATE:
        return st.sampled_from(["2026-01-01", "1899-12-31", "1905-07-18", "2300-01-01"])
    if column.kind is Kind.MOMENT:
        return st.sampled_from(["2026-01-01T10:00:00Z", "2026-01-01T23:59:59Z", "1890-01-01T00:00:00Z"])
    if column.kind in (Kind.INTEGER, Kind.NUMBER, Kind.MONEY):
        return st.sampled_from(["0", "7", "-3", "2026", "1999999999"])
    return st.one_of(short, words) if column.kind is Kind.TEXT else short


@st.composite
def lists_of(draw: Callable[..., Any], entity: Entity) -> str:
    """A code list, or a sheet of the demonstration, of ``entity``; its ties lead nowhere and are left out."""
    columns = [c for c in entity.columns if c.required or (c.kind not in (Kind.REFERENCE, Kind.TIES) or c.of == "area")]
    rows = [{"code": draw(short), **{c.name: draw(_cell(c)) for c in columns if c.required or draw(st.booleans())}}]
    rows += [{"code": draw(short), **{c.name: draw(_cell(c)) for c in columns}} for _ in range(draw(st.integers(0, 2)))]
    out = ",".join(["code", *(c.name for c in columns)]) + "\r\n"
    for row in rows:
        cells = [str(row.get(name, "")) for name in ("code", *(c.name for c in columns))]
        out += ",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\r\n"
    return out


LISTS: Final = sorted(
    name
    for name, entity in SHEETS.items()
    if all(c.of == "area" or c.kind is not Kind.REFERENCE for c in entity.columns if c.required)
)
"""Entities that need no record of another kind than an area."""


WITHOUT_SHRINKING: Final = (Phase.explicit, Phase.reuse, Phase.generate)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), phases=WITHOUT_SHRINKING)
@given(st.data())
def test_whatever_a_public_source_or_a_list_lets_in_goes_out_and_in_again(tmp_path: Path, data: st.DataObject) -> None:
    answer = tmp_path / "a.json"
    answer.write_text(data.draw(portals()), encoding="utf-8")
    readings = [sedia.read(answer)]
    for name in data.draw(st.lists(st.sampled_from(LISTS), max_size=3, unique=True)):
        path = tmp_path / f"{name}.csv"
        path.write_bytes(data.draw(lists_of(SHEETS[name])).encode("utf-8", "replace"))
        drafts: list[Any] = []
        problems: list[Any] = []
        code_csv._read_entity(path, SHEETS[name], False, drafts, problems, [])
        readings.append(Reading("codes", path.name, tuple(drafts), tuple(problems)))
        path.unlink()
    nothing_to_do(all_of(readings), tmp_path)
