"""The workbook: one sheet an entity, known by its headings wherever they stand, read in a limited child process.

The child (:mod:`akint_dash.importers._workbook_child`) only takes cells out of XML; what they mean is decided here. The
first sheet, ``Om arbeidsboken``, says what the workbook holds in full and at which revision it was made.
"""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Final, NamedTuple

from akint_dash.domain.history import DEMONSTRATION, Value
from akint_dash.domain.reading import Draft, Place, Problem, Reader, Reading, Scope
from akint_dash.domain.schema import ENTITIES, PERSON_SHEET, Column, Entity, Kind
from akint_dash.errors import UnreadableFile
from akint_dash.importers import _workbook_child, cells
from akint_dash.importers.cells import BadCell, Cell, fold

NAME: Final = "arbeidsbok"
FRONT_SHEET: Final = "Om arbeidsboken"
LISTS_SHEET: Final = "Lister"
CODE: Final = Column("code", Kind.REFERENCE, "Kode", required=True)
DEMONSTRATION_COLUMN: Final = Column(DEMONSTRATION, Kind.FLAG, "Demonstrasjon")
PERSON_COLUMNS: Final = (
    Column("name", Kind.TEXT, "Navn"),
    Column("mail", Kind.TEXT, "E-post"),
    Column("role", Kind.TEXT, "Rolle"),
)
LABELS: Final[Mapping[str, str]] = {
    "revision": "Revisjon",
    "entities": "Omfang: ark",
    "areas": "Omfang: rådsområder",
}
EVERY: Final = frozenset({"alle", "all", "allark"})

MAX_FILE: Final = 64 * 1024 * 1024
MAX_MEMORY: Final = 450 * 1024 * 1024
MAX_SECONDS: Final = 60
MAX_WALL_SECONDS: Final = 150
MAX_PROBLEMS: Final = 5_000
HEADING_ROWS: Final = 20

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_WORKBOOK: Final = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


def looks_like(_: Path, head: bytes) -> bool:
    """Whether a file begins as a workbook does, the encrypted and the old ones (which ``read`` refuses) included."""
    return head.startswith((*_ZIP, _OLE))


def read(path: Path) -> Reading:
    """What the workbook says.

    Raises:
        UnreadableFile: it is not there, empty, no workbook, encrypted, damaged, too large or holds no known sheet.
    """
    _refuse_early(path)
    book = _Book(path.name)
    with _Child(path) as child:
        for line in child.lines():
            book.take(line)
    return book.reading()


READER: Final = Reader(NAME, looks_like, read, "porteføljearbeidsboken")


# -- the child


def _refuse_early(path: Path) -> None:
    try:
        if not path.is_file():
            raise UnreadableFile("not_a_workbook" if path.exists() else "missing_file", file=path.name)
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(8)
            ole = file.read(4 * 1024 * 1024) if head == _OLE else b""
    except OSError as error:
        raise UnreadableFile("unreadable_file", file=path.name) from error
    if not size:
        raise UnreadableFile("empty_file", file=path.name)
    if head == _OLE:
        raise UnreadableFile(_ole_key(ole), file=path.name)
    if not looks_like(path, head):
        raise UnreadableFile("not_a_workbook", file=path.name)
    if size > MAX_FILE:
        raise UnreadableFile("too_large", file=path.name, limit=MAX_FILE)


def _ole_key(content: bytes) -> str:
    old = _ENCRYPTED not in content and any(name in content for name in _OLD_WORKBOOK)
    return "old_workbook" if old else "encrypted"


class _Child:
    """The child process that takes the cells out of one file, and its time."""

    def __init__(self, path: Path) -> None:
        job = {"path": str(path.resolve()), "sheets": sorted(_KNOWN), "memory": MAX_MEMORY, "seconds": MAX_SECONDS}
        self._file = path.name
        self._late = False
        self._process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-I", "-S", str(_workbook_child.__file__), json.dumps(job)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._timer = threading.Timer(MAX_WALL_SECONDS, self._stop)
        self._timer.daemon = True

    def __enter__(self) -> _Child:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()
        self._process.kill()
        self._process.__exit__(kind, error, at)

    def _stop(self) -> None:
        self._late = True
        self._process.kill()

    def lines(self) -> Iterator[Any]:
        """What the child says, up to its end.

        Raises:
            UnreadableFile: what the child found, or that it crashed or took too long.
        """
        assert self._process.stdout is not None  # noqa: S101 - asked for above
        for raw in self._process.stdout:
            try:
                line = json.loads(raw)
            except ValueError:  # cut off in the middle
                break
            if isinstance(line, dict) and "error" in line:
                raise UnreadableFile(line["error"], file=self._file, **line["values"])
            if isinstance(line, dict) and "end" in line:
                return
            yield line
        raise UnreadableFile(self._how_it_ended(), file=self._file)

    def _how_it_ended(self) -> str:
        out_of_time = -getattr(signal, "SIGXCPU", 0)
        return "reader_timeout" if self._process.wait() == out_of_time or self._late else "reader_crashed"


# -- the sheets


@dataclass(slots=True)
class _Found:
    """What is said of the file beside its drafts; after MAX_PROBLEMS the rest is only counted."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    more: int = 0

    def problem(self, key: str, place: Place, value: str = "", expected: str = "") -> None:
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem(key, place, value, expected))
        else:
            self.more += 1

    def remark(self, key: str, place: Place, value: str = "") -> None:
        self.remarks.append(Problem(key, place, value))

    def all_problems(self) -> tuple[Problem, ...]:
        rest = [Problem("more_problems", Place(self.file), str(self.more))] if self.more else []
        return (*self.problems, *rest)


class _Table:
    """A sheet whose columns are known by their headings, in any order, in one of the first rows."""

    def __init__(self, sheet: str, columns: Sequence[Column], found: _Found) -> None:
        self.sheet = sheet
        self.found = found
        self.filled = False
        self.places: dict[int, Column] = {}
        self._known = _headings(columns)
        self._codes: dict[str, int] = {}
        self._headed = self._lacks_code = False

    def row(self, number: int, row: Sequence[tuple[int, str, str]]) -> None:
        """One filled row: headings, something above them, or a record."""
        self.filled = True
        if self._headed:
            values = {self.places[at].name: Cell(kind, raw) for at, kind, raw in row if at in self.places}
            if values:
                self.record(number, values)
        elif number <= HEADING_ROWS:
            self._try_headings(number, row)

    def record(self, number: int, row: Mapping[str, Cell]) -> None:
        """One row with something in a known column."""

    def finish(self, *, promised: bool) -> None:
        """Say what is wrong with the sheet as a whole; ``promised``: it is to hold all there is."""
        if self._headed or not (self.filled or promised):
            return
        key = "no_code_column" if self._lacks_code else "no_headings"
        self.found.problem(key, self.at(0), expected=CODE.heading)

    def at(self, row: int, column: str = "") -> Place:
        """A place in this sheet."""
        return Place(self.found.file, self.sheet, row, column)

    def code(self, number: int, cell: Cell | None) -> str | None:
        """The row's own code; a blank, a doubled or an impossible one is a problem."""
        place = self.at(number, CODE.heading)
        try:
            code = None if cell is None else cells.parse(CODE, cell)
        except BadCell as error:
            self.found.problem(error.key, place, cells.shown(cell) if cell else "")
            return None
        if code is None:
            self.found.problem("blank_code", place)
            return None
        first = self._codes.setdefault(str(code).casefold(), number)
        if first != number:
            self.found.problem("double_code", place, str(code), str(first))
            return None
        return str(code)

    def _try_headings(self, number: int, row: Sequence[tuple[int, str, str]]) -> None:
        named = {at: heading_key(raw) for at, kind, raw in row if kind == cells.TEXT}
        matched = [key for key in named.values() if key in self._known]
        if len(named) < 2 or not matched:
            return
        if all(self._known[key] is not CODE for key in matched):
            self._lacks_code = self._lacks_code or len(matched) > 1
            return
        self._headed = True
        self._take_headings(number, {at: raw for at, _, raw in row if at in named})

    def _take_headings(self, number: int, headings: Mapping[int, str]) -> None:
        for at, raw in headings.items():
            column = self._known.get(heading_key(raw))
            shown = cells.shown(cells.text(raw))
            if column is None:
                self.found.remark("unknown_column", self.at(number, shown), shown)
            elif column in self.places.values():
                self.found.problem("double_column", self.at(number, shown), shown)
            else:
                self.places[at] = column


def heading_key(raw: str) -> str:
    """A heading for comparison: the mark of required columns does not count."""
    return fold(cells.one_line(raw)).strip("*:")


def _headings(columns: Sequence[Column]) -> dict[str, Column]:
    """Columns by what may stand above them: the name in English, or the heading, which wins."""
    by_name = {heading_key(column.name): column for column in columns}
    return by_name | {heading_key(column.heading): column for column in columns}


class _Records(_Table):
    """The sheet of one entity."""

    def __init__(self, sheet: str, entity: Entity, found: _Found) -> None:
        super().__init__(sheet, (*entity.columns, DEMONSTRATION_COLUMN, CODE), found)
        self.entity = entity
        self.drafts: list[Draft] = []

    def record(self, number: int, row: Mapping[str, Cell]) -> None:
        """One record; a cell that is wrong is a problem and no value."""
        code = self.code(number, row.get(CODE.name))
        if code is None:
            return
        values: dict[str, Value | None] = {}
        for column in self.places.values():
            if column is not CODE:
                self._take(number, column, row.get(column.name), values)
        self.drafts.append(Draft(self.entity.name, code, values, self.at(number)))

    def _take(self, number: int, column: Column, cell: Cell | None, values: dict[str, Value | None]) -> None:
        try:
            value = None if cell is None else cells.parse(column, cell)
        except BadCell as error:
            shown = cells.shown(cell) if cell else ""
            self.found.problem(error.key, self.at(number, column.heading), shown, error.expected)
            return
        if value is None and column.required:
            self.found.problem("required_missing", self.at(number, column.heading), expected=column.heading)
        values[column.name] = None if column is DEMONSTRATION_COLUMN and not value else value


class _Persons(_Table):
    """The sheet of names."""

    def __init__(self, sheet: str, found: _Found) -> None:
        super().__init__(sheet, (*PERSON_COLUMNS, CODE), found)
        self.persons: dict[str, dict[str, str]] = {}

    def record(self, number: int, row: Mapping[str, Cell]) -> None:
        """One person; one without a name, an address and a role was forgotten and stays so."""
        code = self.code(number, row.get(CODE.name))
        values: dict[str, str] = {}
        for column in PERSON_COLUMNS:
            if column.name in row:
                self._take(number, column, row[column.name], values)
        if code is not None and values:
            self.persons[code] = values

    def _take(self, number: int, column: Column, cell: Cell, values: dict[str, str]) -> None:
        try:
            value = cells.parse(column, cell)
        except BadCell as error:
            self.found.problem(error.key, self.at(number, column.heading), cells.shown(cell))
            return
        if value is not None:
            values[column.name] = str(value)


class _Line(NamedTuple):
    """What stands beside a label of the first sheet."""

    text: str
    place: Place


class _Front:
    """The first sheet: labels with a value to the right."""

    def __init__(self, sheet: str, found: _Found) -> None:
        self._sheet = sheet
        self._found = found
        self._lines: dict[str, _Line] = {}

    def row(self, number: int, row: Sequence[tuple[int, str, str]]) -> None:
        """A label with its value, or something for people."""
        label_at, _, label = row[0]
        beside = next((Cell(kind, raw) for at, kind, raw in row if at == label_at + 1), None)
        for name, text in LABELS.items():
            if heading_key(label) == heading_key(text) and name not in self._lines:
                value = cells.as_text(beside) if beside else ""
                self._lines[name] = _Line(value, Place(self._found.file, self._sheet, number, text))

    def revision(self) -> int | None:
        """The revision the workbook was made at."""
        line = self._lines.get("revision")
        if line is None or not line.text:
            return None
        if re.fullmatch(r"\d{1,9}", line.text, re.ASCII):
            return int(line.text)
        self._found.problem("bad_base_revision", line.place, line.text)
        return None

    def scope(self) -> Scope | None:
        """What the workbook holds in full; None where it says nothing."""
        entities = frozenset(self._entities())
        return Scope(entities, frozenset(self._areas())) if entities else None

    def _entities(self) -> Iterator[str]:
        for name, place in self._listed("entities"):
            if fold(name) in EVERY:
                yield from ENTITIES
            elif fold(name) in _ENTITY_OF:
                yield _ENTITY_OF[fold(name)].name
            else:
                self._found.problem("unknown_scope", place, name)

    def _areas(self) -> Iterator[str]:
        for name, place in self._listed("areas"):
            if fold(name) in EVERY:
                continue
            try:
                yield cells.plain_code(name)
            except BadCell:
                self._found.problem("unknown_scope", place, name)

    def _listed(self, label: str) -> Iterator[tuple[str, Place]]:
        line = self._lines.get(label)
        for part in re.split(r"[;,\n]", line.text) if line else []:
            if line and part.strip():
                yield part.strip(), line.place


# -- the book

_ENTITY_OF: Final[Mapping[str, Entity]] = {
    fold(name): entity for entity in ENTITIES.values() for name in (entity.name, entity.sheet)
}
_KNOWN: Final = frozenset([*_ENTITY_OF, fold(FRONT_SHEET), fold(PERSON_SHEET)])


class _Book:
    """The sheets of one file, in the order the child tells them."""

    def __init__(self, file: str) -> None:
        self._found = _Found(file)
        self._tables: list[_Records | _Persons] = []
        self._front = _Front("", self._found)
        self._open: _Table | _Front | None = None

    def take(self, line: Any) -> None:
        """A line of the child: a sheet begins, or a row of it."""
        if isinstance(line, dict):
            self._open = self._begin(line["sheet"], line["hidden"], line["known"])
        elif self._open is not None:
            self._open.row(*line)

    def _begin(self, sheet: str, hidden: bool, known: bool) -> _Table | _Front | None:
        place = Place(self._found.file, sheet)
        if not known:
            if fold(sheet) != fold(LISTS_SHEET):
                self._found.remark("unknown_sheet", place, sheet)
            return None
        if hidden:
            self._found.remark("hidden_sheet", place, sheet)
        if fold(sheet) == fold(FRONT_SHEET):
            self._front = _Front(sheet, self._found)
            return self._front
        entity = _ENTITY_OF.get(fold(sheet))
        table = _Records(sheet, entity, self._found) if entity else _Persons(sheet, self._found)
        self._tables.append(table)
        return table

    def reading(self) -> Reading:
        """All that the file says.

        Raises:
            UnreadableFile: no sheet of it is known.
        """
        if not self._tables:
            raise UnreadableFile("no_known_sheet", file=self._found.file)
        revision, scope = self._front.revision(), self._front.scope()
        self._finish(scope)
        records = [table for table in self._tables if isinstance(table, _Records)]
        persons = [table.persons for table in self._tables if isinstance(table, _Persons)]
        return Reading(
            reader=NAME,
            file=self._found.file,
            drafts=tuple(draft for table in records for draft in table.drafts),
            problems=self._found.all_problems(),
            remarks=tuple(self._found.remarks),
            scope=scope,
            base_revision=revision,
            persons={code: values for some in persons for code, values in some.items()},
        )

    def _finish(self, scope: Scope | None) -> None:
        promised = scope.entities if scope else frozenset()
        there: set[str] = set()
        for table in self._tables:
            name = table.entity.name if isinstance(table, _Records) else ""
            if name in there:
                self._found.problem("double_sheet", table.at(0), table.sheet)
            there.add(name)
            table.finish(promised=name in promised)
        for name in sorted(promised - there):
            sheet = ENTITIES[name].sheet
            self._found.problem("sheet_missing", Place(self._found.file, sheet), sheet)
