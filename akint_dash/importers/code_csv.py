"""Code lists and the demonstration: CSV files named as their entity, headed ``code`` and the schema's columns.

Ties are written ``SAM 60; KUL 40`` or ``A; B``; money in whole units; choices as codes. A list may come back as a
Norwegian spreadsheet saves it: ``;`` between fields, decimal comma, Windows-1252 or UTF-8 with its mark, and the
headings of the workbook instead of the names of the columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.history import DEMONSTRATION
from akint_dash.domain.reading import Draft, Place, Problem, Reader, Reading
from akint_dash.domain.schema import ENTITIES, PERSON, SHEETS, Column, Entity, Kind
from akint_dash.errors import UnreadableFile
from akint_dash.importers.conventions import BadCell, Convention, number_readings
from akint_dash.importers.plain import Table, header_of, read_table
from akint_dash.importers.spelling import fold, one_line

_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ", re.ASCII)


_MOST: Final = {"lon": Decimal(180), "lat": Decimal(90), "cofunding": Decimal(100)}
"""The largest value of a column, which tells ``10,752`` from ten thousand."""


class _BadCell(ValueError):
    """The cell does not hold what its column asks for: the problem's key."""


def parse(column: Column, text: str, mark: str = ",") -> Any:
    """The value of one cell, None where blank; ``mark`` is what stands between the fields of the file.

    Raises:
        ValueError: with the problem's key.
    """
    text = text.strip()
    if not text:
        return None
    try:
        if column.kind is Kind.MONEY:
            return _whole(_number(column, text, mark) * 100)
        if column.kind is Kind.INTEGER:
            return _whole(_number(column, text, mark))
        if column.kind is Kind.NUMBER:
            return float(_number(column, text, mark))
    except BadCell as bad:
        raise _BadCell(bad.key) from bad
    if column.kind is Kind.CHOICE and text not in CHOICES[column.of]:
        raise _BadCell("not_a_choice")
    if column.kind is Kind.DATE and not _is_day(text):
        raise _BadCell("not_a_date")
    if column.kind is Kind.MOMENT and not (_MOMENT.fullmatch(text) and _is_day(text[:10])):
        raise _BadCell("not_a_moment")
    if column.kind is Kind.TIES:
        parts = [part.strip() for part in text.split(";") if part.strip()]
        return [_tie(part) if column.shares else [part, None] for part in parts]
    return text


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _number(column: Column, text: str, mark: str) -> Decimal:
    """The number in a cell. A spreadsheet that puts ``;`` between fields writes a decimal comma; else it is a point.

    Raises:
        BadCell: ``not_a_number``, or ``two_readings``.
    """
    found = number_readings(one_line(text).replace("\u2212", "-"))
    usual, sign = (Convention.NORWEGIAN, ",") if mark == ";" else (Convention.ENGLISH, ".")
    if len(found) > 1 and sign in text and not {",", "."} <= set(text):
        return found[usual]
    number = Convention.UNDEFINED.number(text, most=_MOST.get(column.name))
    if number is None:
        raise BadCell("not_a_number")
    return number


def _whole(number: Decimal) -> int:
    if number != number.to_integral_value():
        raise BadCell("not_a_number")
    return int(number)


def _tie(text: str) -> list[Any]:
    code, _, share = text.rpartition(" ")
    if code and share.isdigit():
        return [code, int(share)]
    return [text, None]


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
    table = read_table(path, ())
    names = {heading: _column(entity, heading) for heading in table.header}
    _told(table, entity, names, problems, remarks)
    seen: set[str] = set()
    for index, cells in enumerate(table.rows):
        if not any(cells.values()):
            continue
        row = {name: cells[heading] for heading, name in names.items() if name}
        code, place = row.pop("code", ""), table.place(index, "code")
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
    """What is wrong with the form of the list: rows, and headings that are no column or stand twice."""
    problems.extend(table.findings.problems)
    remarks.extend(table.findings.remarks)
    known = [name for name in names.values() if name]
    for heading, name in names.items():
        place = Place(table.file, row=1, column=heading)
        if name is None and (heading or any(row.get(heading) for row in table.rows)):
            near = get_close_matches(heading.casefold(), ["code", *entity.by_name], n=2)
            problems.append(Problem("unknown_heading", place, heading, ", ".join(near)))
        elif name is not None and known.count(name) > 1:
            problems.append(Problem("double_column", place, heading))


def _column(entity: Entity, heading: str) -> str | None:
    """The column that a heading names, in code or in bokmål, in any case."""
    if fold(heading) in ("code", "kode"):
        return "code"
    return next((c.name for c in entity.columns if fold(heading) in (fold(c.name), fold(c.heading))), None)


def _looks_like(path: Path, head: bytes) -> bool:
    entity = ENTITIES.get(path.stem)
    return entity is not None and "code" in [_column(entity, heading) for heading in header_of(head)]


def _read(path: Path) -> Reading:
    if path.stem not in ENTITIES:
        raise UnreadableFile("no_reader", file=path.name)
    drafts: list[Draft] = []
    problems: list[Problem] = []
    remarks: list[Problem] = []
    _read_entity(path, ENTITIES[path.stem], False, drafts, problems, remarks)
    return Reading("codes", path.name, tuple(drafts), tuple(problems), tuple(remarks))


READER = Reader("codes", _looks_like, _read, "kodelistene")
