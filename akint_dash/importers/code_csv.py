"""Code lists and the demonstration: CSV files named as their entity, headed ``code`` and the schema's columns.

Ties are written ``SAM 60; KUL 40`` or ``A; B``; money in whole units; choices as codes. A list may come back as a
Norwegian spreadsheet saves it: ``;`` between fields, decimal comma, Windows-1252 or UTF-8 with its mark, and the
headings of the workbook instead of the names of the columns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from akint_dash.domain.history import DEMONSTRATION
from akint_dash.domain.reading import Draft, Place, Problem, Reader, Reading
from akint_dash.domain.schema import ENTITIES, PERSON, SHEETS, Entity
from akint_dash.errors import UnreadableFile
from akint_dash.importers.code_cells import parse
from akint_dash.importers.delimited import heading_of
from akint_dash.importers.plain import Table, read_table
from akint_dash.importers.spelling import fold, one_line

_UNREAD: Final = {
    "broken_sign_remark": "broken_sign_remark",
    "twice_encoded_remark": "twice_encoded_remark",
    "error_cell_remark": "error_cell",
}
"""Remarks that are problems of a list: what cannot be read would replace what is right."""
_COPY: Final = re.compile(r"(?: ?\(\d{1,3}\)| ?[-\u2013] ?(?:kopi|copy)\b.*)+$", re.IGNORECASE)


def read_folder(folder: Path, *, demonstration: bool = False, reader: str = "codes") -> Reading:
    """All entity files of a folder as one reading; ``closed.csv`` (entity, code) names records that were closed."""
    drafts: list[Draft] = []
    problems: list[Problem] = []
    remarks: list[Problem] = []
    for entity in SHEETS.values():
        path = folder / f"{entity.name}.csv"
        if path.is_file():
            _read_entity(path, entity, demonstration and entity is not PERSON, drafts, problems, remarks)
    closed = folder / "closed.csv"
    return Reading(
        reader,
        folder.name,
        tuple(drafts),
        tuple(problems),
        tuple(remarks),
        closed=tuple((row["entity"], row["code"]) for _, row in _rows(closed)) if closed.is_file() else (),
    )


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The filled rows of a list that we keep ourselves."""
    for index, row in enumerate(read_table(path, ()).rows):
        if any(row.values()):
            yield index + 2, row


def _read_entity(
    path: Path,
    entity: Entity,
    demonstration: bool,
    drafts: list[Draft],
    problems: list[Problem],
    remarks: list[Problem],
) -> None:
    table = read_table(path, (), knows=_knows(entity))
    names = {heading: _column(entity, heading) for heading in table.header}
    _told(table, entity, names, problems, remarks)
    seen: set[str] = set()
    for index, cells in enumerate(table.rows):
        if not any(cells.values()):
            continue
        row = {name: cells[heading] for heading, name in names.items() if name}
        code, place = one_line(row.pop("code", "")), table.place(index, "code")
        if not code or code in seen:
            problems.append(Problem("double_code" if code else "blank_code", place, code))
            continue
        seen.add(code)
        values: dict[str, Any] = {DEMONSTRATION: True} if demonstration else {}
        for name, cell in row.items():
            try:
                values[name] = parse(entity.by_name[name], cell, table.mark)
            except ValueError as error:
                problems.append(Problem(str(error), table.place(index, name), cell))
        drafts.append(Draft(entity.name, code, values, place))


def _told(
    table: Table,
    entity: Entity,
    names: Mapping[str, str | None],
    problems: list[Problem],
    remarks: list[Problem],
) -> None:
    """What is wrong with the form of the list: rows, signs, and headings that are no column or stand twice."""
    problems.extend(table.findings.problems)
    for remark in table.findings.remarks:
        (problems if remark.key in _UNREAD else remarks).append(
            replace(remark, key=_UNREAD.get(remark.key, remark.key))
        )
    known = [name for name in names.values() if name]
    for heading, name in names.items():
        place = Place(table.file, row=table.heading_row, column=heading)
        if name is None and (heading or any(row.get(heading) for row in table.rows)):
            near = get_close_matches(heading.casefold(), ["code", *entity.by_name], n=2)
            problems.append(Problem("unknown_heading", place, heading, ", ".join(near)))
        elif name is not None and known.count(name) > 1:
            problems.append(Problem("double_column", place, heading))


def _column(entity: Entity, heading: str) -> str | None:
    """The column that a heading names, in code or in bokmål, in any case."""
    if fold(heading) in ("code", "kode"):
        return "code"
    said = fold(heading)
    return next(
        (c.name for c in entity.columns if said in map(fold, filter(None, (c.name, c.heading, c.formerly)))), None
    )


def _looks_like(path: Path, head: bytes) -> bool:
    entity = _entity(path)
    return entity is not None and _knows(entity)(heading_of(head, knows=_knows(entity)))


def _entity(path: Path) -> Entity | None:
    """The list that a file's name says it is, copies too: ``programme (1).csv``, ``Programme - Kopi.csv``."""
    return ENTITIES.get(_COPY.sub("", path.stem).strip().casefold())


def _knows(entity: Entity) -> Callable[[tuple[str, ...]], bool]:
    return lambda names: "code" in [_column(entity, name) for name in names]


def _read(path: Path) -> Reading:
    entity = _entity(path)
    if entity is None:
        raise UnreadableFile("no_reader", file=path.name)
    drafts: list[Draft] = []
    problems: list[Problem] = []
    remarks: list[Problem] = []
    _read_entity(path, entity, False, drafts, problems, remarks)
    return Reading("codes", path.name, tuple(drafts), tuple(problems), tuple(remarks))


READER = Reader("codes", _looks_like, _read, "faste lister over land, programmer og temaer")
