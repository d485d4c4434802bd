"""Code lists and the demonstration: CSV files named as their entity, headed ``code`` and the schema's columns.

Ties are written ``SAM 60; KUL 40`` or ``A; B``; money in whole units; choices as codes.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from math import isfinite
from pathlib import Path
from typing import Any, Final

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.history import DEMONSTRATION
from akint_dash.domain.reading import Draft, Place, Problem, Reader, Reading
from akint_dash.domain.schema import ENTITIES, Column, Entity, Kind
from akint_dash.errors import UnreadableFile

_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ", re.ASCII)


class _BadCell(ValueError):
    """The cell does not hold what its column asks for: the problem's key."""


def parse(column: Column, text: str) -> Any:
    """The value of one cell, None where blank.

    Raises:
        ValueError: with the problem's key.
    """
    text = text.strip()
    if not text:
        return None
    try:
        if column.kind is Kind.MONEY:
            return int(Decimal(text) * 100)
        if column.kind is Kind.INTEGER:
            return int(text)
        if column.kind is Kind.NUMBER:
            return _finite(float(text))
    except (InvalidOperation, OverflowError, ValueError) as error:
        raise _BadCell("not_a_number") from error
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


def _finite(value: float) -> float:
    if not isfinite(value):
        raise ValueError(value)
    return value


def _tie(text: str) -> list[Any]:
    code, _, share = text.rpartition(" ")
    if code and share.isdigit():
        return [code, int(share)]
    return [text, None]


def read_folder(folder: Path, *, demonstration: bool = False, reader: str = "codes") -> Reading:
    """All entity files of a folder as one reading; ``closed.csv`` (entity, code) names records that were closed."""
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for name in ENTITIES:
        path = folder / f"{name}.csv"
        if path.is_file():
            _read_entity(path, ENTITIES[name], demonstration, drafts, problems)
    closed = folder / "closed.csv"
    return Reading(
        reader,
        folder.name,
        tuple(drafts),
        tuple(problems),
        closed=tuple((row["entity"], row["code"]) for _, row in _rows(closed)) if closed.is_file() else (),
        persons=_persons(folder / "person.csv"),
    )


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), start=2):
                yield number, {k: v or "" for k, v in row.items() if k}
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnreadableFile("unreadable_text", file=path.name) from error


def _read_entity(
    path: Path,
    entity: Entity,
    demonstration: bool,
    drafts: list[Draft],
    problems: list[Problem],
) -> None:
    columns = entity.by_name
    seen: set[str] = set()
    for number, row in _rows(path):
        code = row.get("code", "").strip()
        place = Place(path.name, row=number, column="code")
        if not code or code in seen:
            problems.append(Problem("double_code" if code else "blank_code", place, code))
            continue
        seen.add(code)
        values: dict[str, Any] = {DEMONSTRATION: True} if demonstration else {}
        for name, cell in row.items():
            if name not in columns:
                continue
            try:
                values[name] = parse(columns[name], cell)
            except ValueError as error:
                there = Place(path.name, row=number, column=name)
                problems.append(Problem(str(error), there, cell))
        drafts.append(Draft(entity.name, code, values, place))


def _persons(path: Path) -> dict[str, dict[str, str]]:
    if not path.is_file():
        return {}
    return {row["code"]: {k: v for k, v in row.items() if k != "code" and v} for _, row in _rows(path)}


def _looks_like(path: Path, head: bytes) -> bool:
    header = head.split(b"\n", 1)[0].decode("utf-8-sig", "replace").strip().split(",")
    return path.stem in ENTITIES and header[0] == "code"


def _read(path: Path) -> Reading:
    if path.stem not in ENTITIES:
        raise UnreadableFile("no_reader", file=path.name)
    drafts: list[Draft] = []
    problems: list[Problem] = []
    _read_entity(path, ENTITIES[path.stem], False, drafts, problems)
    return Reading("codes", path.name, tuple(drafts), tuple(problems))


READER = Reader("codes", _looks_like, _read, "kodelistene")
