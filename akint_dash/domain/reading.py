"""What a reader makes of a source: drafts of records, problems and remarks. No database, no screen text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from akint_dash.domain.collecting import Sent
from akint_dash.domain.history import Value
from akint_dash.domain.mark import Mark


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: sheet and column are as the user sees them, rows count from 1."""

    file: str
    sheet: str = ""
    row: int = 0
    column: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the user must mend (or, as a remark, may know): a message key, the value found, what was expected.

    The keys are the ones of :mod:`akint_dash.text.problems`.
    """

    key: str
    place: Place
    value: str = ""
    expected: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell that someone else changed since the workbook was exported: nothing is overwritten.

    ``other``: the file of the same import that says ``theirs``; else the database does. ``was`` is what the workbook
    was made with; None where that is not known, or is the same as what the database holds.
    """

    entity: str
    code: str
    column: str
    ours: str
    theirs: str
    place: Place
    other: str = ""
    was: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """One record as a source states it.

    ``values`` holds only the columns the source has; None clears. ``code`` is a proposal where ``source_refs`` are
    given: a record already known by one of them (or, for calls, by identifier and title) keeps its own code.
    """

    entity: str
    code: str
    values: Mapping[str, Value | None]
    place: Place
    source_refs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """What a workbook states to hold in full: inside it, and only there, a missing row closes a record.

    Empty ``areas`` means every area.
    """

    entities: frozenset[str]
    areas: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one file says."""

    reader: str
    file: str
    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()
    scope: Scope | None = None
    closed: tuple[tuple[str, str], ...] = ()
    """(entity, code) of records that the source itself says are closed."""
    base_revision: int | None = None
    data_as_of: str | None = None
    edited: bool = False
    """A workbook: a copy of what was known once, that a person edits; each change is held against that."""
    mark: Mark | None = None
    file_place: str = ""
    """A digest of where the file lies: the same file twice, not a copy of it."""
    lenient: bool = False
    """A public source: an unknown code is a remark and the tie is left out, never a problem."""
    sent: Sent | None = None
    """A workbook of the yearly collection: whose it is."""
    columns: tuple[tuple[str, str, str], ...] = field(default=(), compare=False)
    """(sheet, heading, letters) of the columns of a workbook, to find a cell by: no part of what was read."""


Progress = Callable[[str, int, int], None]
"""Called with (what, done, total)."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One source: its name, whether a file looks like one (from the content), and how to read it.

    ``looks_like`` gets the path and the first 64 KiB; ``read`` raises :class:`akint_dash.errors.UnreadableFile`.
    ``known_as`` is what people call the source, in bokmål: the foot of every page names it.
    """

    name: str
    looks_like: Callable[[Path, bytes], bool]
    read: Callable[[Path], Reading]
    known_as: str
