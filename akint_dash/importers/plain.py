"""Plain text tables and the values in them, shared by the readers of public sources.

A table is UTF-8 (with or without a byte order mark; Windows-1252 where it is not UTF-8) with one
header row, columns found by name in any order. Values are canonical: days as ISO text, money as
whole minor units.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final

from akint_dash.domain.reading import Place, Problem
from akint_dash.errors import UnreadableFile

LIMIT_BYTES: Final = 256 * 1024 * 1024
"""Files larger than this are refused."""

LIMIT_MINOR: Final = 10**17
"""Amounts beyond this many minor units are not amounts."""

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_AMOUNT: Final = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one file as text; ``header`` in the file's order, a missing cell is ``""``."""

    file: str
    header: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]

    def place(self, index: int, column: str = "") -> Place:
        """Where row ``index`` (from 0) stands for the user, the header being row 1."""
        return Place(self.file, row=index + 2, column=column)


@dataclass(slots=True)
class Findings:
    """What a reader says beside its drafts; the same remark on the same value is said once."""

    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    _said: set[tuple[str, str, str]] = field(default_factory=set)

    def problem(self, key: str, place: Place, value: str = "", expected: str = "") -> None:
        """A value the user must mend."""
        self.problems.append(Problem(key, place, value, expected))

    def remark(self, key: str, place: Place, value: str = "", expected: str = "") -> None:
        """Something the user may know: said once for each (key, column, value)."""
        said = (key, place.column, value)
        if said not in self._said:
            self._said.add(said)
            self.remarks.append(Problem(key, place, value, expected))


def decode(raw: bytes) -> str:
    """The text of ``raw``: UTF-8, else Windows-1252 with unknown bytes replaced."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def read_bytes(path: Path) -> bytes:
    """The content of ``path``.

    Raises:
        UnreadableFile: it cannot be opened (``unreadable_file``), is empty (``empty_file``) or
            ``too_large``.
    """
    try:
        size = path.stat().st_size
        if size > LIMIT_BYTES:
            raise UnreadableFile("too_large", file=path.name, limit=LIMIT_BYTES)
        raw = path.read_bytes()
    except OSError as error:
        raise UnreadableFile("unreadable_file", file=path.name) from error
    if not raw.strip():
        raise UnreadableFile("empty_file", file=path.name)
    return raw


def delimiter(head: str) -> str:
    """``;``, tab or ``,``: the one found most in the first line."""
    line = head.partition("\n")[0]
    return max(",;\t", key=line.count)


def header_of(head: bytes) -> tuple[str, ...]:
    """The header names in the first bytes of a file, or () where they are no text table."""
    if b"\x00" in head[:4096]:
        return ()
    text = decode(head[: head.rfind(b"\n") + 1] or head)
    try:
        return _names(next(csv.reader(io.StringIO(text), delimiter=delimiter(text)), []))
    except csv.Error:
        return ()


def _names(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in cells)


def read_table(path: Path, needed: Iterable[str], keep: Iterable[str] = ()) -> Table:
    """The table in ``path``, blank rows included, so that every row keeps its number.

    ``keep`` names the columns to hold of a large file; none means all.

    Raises:
        UnreadableFile: as :func:`read_bytes`; ``damaged_file`` when it is no text table,
            ``missing_columns`` when one of ``needed`` is not in the header.
    """
    text = decode(read_bytes(path))
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text))
    try:
        header = _names(next(lines, []))
        missing = [name for name in needed if name not in header]
        if missing:
            raise UnreadableFile("missing_columns", file=path.name, columns=", ".join(missing))
        kept = frozenset(keep) or frozenset(header)
        wanted = [(place, name) for place, name in enumerate(header) if name in kept]
        rows = tuple(_row(line, wanted) for line in lines)
    except csv.Error as error:
        raise UnreadableFile("damaged_file", file=path.name) from error
    return Table(path.name, header, rows)


def _row(line: list[str], wanted: Iterable[tuple[int, str]]) -> Mapping[str, str]:
    count = len(line)
    return {name: cleaned(line[place]) if place < count else "" for place, name in wanted}


def cleaned(text: str) -> str:
    """``text`` without control characters and outer blanks; every other character stays."""
    return _CONTROL.sub(" ", text).strip()


def day(text: str) -> str | None:
    """The ISO day that ``text`` starts with, or None where there is none in the calendar."""
    found = _DAY.match(text)
    if found is None:
        return None
    try:
        return date.fromisoformat(found[0]).isoformat()
    except ValueError:
        return None


def decimal(text: str) -> Decimal | None:
    """The number in ``text`` (decimal point or comma, spaces between thousands), or None."""
    bare = re.sub(r"[\s\u00a0\u202f']", "", text)
    if "," in bare and "." in bare:
        thousands = "," if bare.rfind(",") < bare.rfind(".") else "."
        bare = bare.replace(thousands, "")
    bare = bare.replace(",", ".")
    if not _AMOUNT.fullmatch(bare):
        return None
    try:
        return Decimal(bare)
    except InvalidOperation:  # pragma: no cover - the pattern leaves nothing to refuse
        return None


def minor(text: str) -> int | None:
    """The amount in ``text`` as whole minor units (cent, øre), halves upward; None if it is none."""
    amount = decimal(text)
    if amount is None or abs(amount) * 100 > LIMIT_MINOR:
        return None
    return int((amount * 100).to_integral_value(rounding="ROUND_HALF_UP"))


def short_hash(text: str) -> str:
    """Six hex digits of the SHA-1 of ``text``: tells namesakes apart, guards nothing."""
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:6]


def day_cell(table: Table, index: int, column: str, findings: Findings) -> str | None:
    """The ISO day in a cell; a filled cell that holds none is the problem ``not_a_date``."""
    text = table.rows[index].get(column, "")
    value = day(text)
    if text and value is None:
        findings.problem("not_a_date", table.place(index, column), text, "YYYY-MM-DD")
    return value


def minor_cell(table: Table, index: int, column: str, findings: Findings) -> int | None:
    """The minor units in a cell; a filled cell without an amount is the problem ``not_a_number``."""
    text = table.rows[index].get(column, "")
    value = minor(text)
    if text and value is None:
        findings.problem("not_a_number", table.place(index, column), text, "1234.56")
    return value


def data_folder() -> Path:
    """The folder of the code lists: ``AKINT_DATA`` below the project's folder (``data``)."""
    return Path(__file__).resolve().parents[2] / os.environ.get("AKINT_DATA", "data")


_LISTS: dict[Path, tuple[tuple[int, int], tuple[Mapping[str, str], ...]]] = {}


def code_rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of a code list of ours, ``data/code/<name>``; () where it is not there."""
    path = data_folder() / "code" / name
    try:
        stat = path.stat()
    except OSError:
        return ()
    version = stat.st_mtime_ns, stat.st_size
    known = _LISTS.get(path)
    if known is None or known[0] != version:
        known = _LISTS[path] = version, read_table(path, ()).rows
    return known[1]


def programme_aliases() -> Mapping[str, str]:
    """Programme codes by a source's words: ``code/programme_alias.csv``, empty if not there."""
    return {folded(row["text"]): row["programme"] for row in code_rows("programme_alias.csv")}


def folded(text: str) -> str:
    """``text`` for comparison: case, kinds of dash and runs of blanks do not count."""
    return " ".join(re.sub(r"[\u2010-\u2015\u2212-]+", "-", text.casefold()).split())


def programme(texts: Iterable[str], place: Place, findings: Findings) -> str | None:
    """The programme that one of ``texts`` names, most telling first; else None and a remark."""
    aliases = programme_aliases()
    said = [text for text in texts if text]
    for text in said:
        if (code := aliases.get(folded(text))) is not None:
            return code
    if said:
        findings.remark("unknown_code_remark", place, said[0], "programme")
    return None
