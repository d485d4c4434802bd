"""Plain text tables and the values in them, shared by the readers of public sources.

A table is UTF-8 (with or without a byte order mark; Windows-1252 where it is not UTF-8) with one
header row, columns found by name in any order. Values are canonical: days as ISO text, money as
whole minor units.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final

from akint_dash.domain.reading import Place, Problem
from akint_dash.errors import UnreadableFile
from akint_dash.importers.conventions import BadCell, Convention
from akint_dash.importers.spelling import composed

LIMIT_BYTES: Final = 256 * 1024 * 1024
"""Files larger than this are refused."""

LIMIT_MINOR: Final = 10**17
"""Amounts beyond this many minor units are not amounts."""

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
MOST_LINES: Final = 200
"""A field with more line breaks than this is a quote left open."""
_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_AMOUNT: Final = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one file as text; ``header`` in the file's order, a missing cell is ``""``."""

    file: str
    header: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    mark: str = ","
    findings: Findings = field(default_factory=lambda: Findings())

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
    """The text of ``raw``: UTF-16 with its mark, UTF-8, else Windows-1252.

    A file in which any line is UTF-8 with signs beyond ASCII is UTF-8: what is half a sign there becomes ``\ufffd``,
    and the rest of the file is not read as something else for it.
    """
    if raw[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        whole = any(not line.isascii() and _is_utf8(line) for line in raw.split(b"\n"))
        return raw.decode("utf-8-sig" if whole else "cp1252", errors="replace")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


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
    """``;``, tab or ``,``: the one found most in the first line, outside quotes."""
    line = re.sub(r'"[^"]*"', "", head.partition("\n")[0])
    return max(",;\t", key=line.count)


def header_of(head: bytes) -> tuple[str, ...]:
    """The header names in the first bytes of a file, or () where they are no text table."""
    utf16 = head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    if b"\x00" in head[:4096] and not utf16:
        return ()
    text = decode(head if utf16 else head[: head.rfind(b"\n") + 1] or head)
    lines = _lines(text)
    return _names(_record(lines, 0, delimiter(lines[0]), 0)[0] or [])


def _names(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in cells)


def read_table(path: Path, needed: Iterable[str], keep: Iterable[str] = ()) -> Table:
    """The table in ``path``, blank rows included, so that every row keeps its number.

    ``keep`` names the columns to hold of a large file; none means all. What is wrong with the form of a row is told in
    ``findings`` of the table: a quote that never closes is a problem of its row alone, and the rows after it are read;
    a row with too many fields is left out, one with too few is read as far as it goes, each with a remark.

    Raises:
        UnreadableFile: as :func:`read_bytes`; ``missing_columns`` when one of ``needed`` is not in the header.
    """
    lines = _lines(decode(read_bytes(path)))
    mark = delimiter(lines[0])
    cells, place = _record(lines, 0, mark, 0)
    header = _names(cells or [])
    missing = [name for name in needed if name not in header]
    if missing:
        raise UnreadableFile("missing_columns", file=path.name, columns=", ".join(missing))
    kept = frozenset(keep) or frozenset(header)
    wanted = [(column, name) for column, name in enumerate(header) if name in kept]
    table = Table(path.name, header, (), mark)
    for name in sorted({name for name in header if name and header.count(name) > 1}):
        table.findings.problem("double_column", Place(path.name, row=1, column=name), name)
    rows: list[Mapping[str, str]] = []
    while place < len(lines):
        first = place
        cells, place = _record(lines, place, mark, len(header))
        rows.append(_row(_fitting(table, cells, len(rows), first), wanted))
        for name, value in rows[-1].items():
            if "\ufffd" in value:
                table.findings.remark("broken_sign_remark", table.place(len(rows) - 1, name), value[:80])
    return replace(table, rows=tuple(rows))


def _lines(text: str) -> list[str]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines if lines[-1] or len(lines) == 1 else lines[:-1]


def _record(lines: list[str], first: int, mark: str, width: int) -> tuple[list[str] | None, int]:
    """The fields of the row that begins in line ``first`` (None: its quotes cannot be read), and where the next begins.

    A field with line breaks is taken only where no line in it is a whole row of ``width`` fields itself.
    """
    if '"' not in lines[first]:
        return lines[first].split(mark), first + 1
    for last in range(first, min(first + MOST_LINES, len(lines))):
        if last > first and '"' not in lines[last]:
            continue
        part = [line + "\n" for line in lines[first : last + 1]]
        part[-1] = lines[last]
        try:
            found = next(csv.reader(part, delimiter=mark, strict=True, skipinitialspace=True))
        except csv.Error as error:
            if "end of data" in str(error):
                continue
            break
        swallowed = (len(line.split(mark)) >= width > 1 for line in lines[first + 1 : last + 1])
        return (None, first + 1) if any(swallowed) else (found, last + 1)
    return None, first + 1


def _fitting(table: Table, cells: list[str] | None, index: int, line: int) -> list[str]:
    """The fields of a row that can be read; none where it is left out."""
    width, place = len(table.header), table.place(index)
    if cells is None:
        table.findings.problem("open_quote", place, f"{line + 1}", f"{line + 1}")
        return []
    filled = sum(bool(cell.strip()) for cell in cells)
    if any(cell.strip() for cell in cells[width:]) or (filled == 1 and len(cells) < width > 2):
        table.findings.remark("fields_remark", place, f"{line + 1}", f"{width}")
        return []
    if filled and len(cells) < width:
        table.findings.remark("short_row_remark", place, f"{len(cells)}", f"{width}")
    return cells


def _row(line: list[str], wanted: Iterable[tuple[int, str]]) -> Mapping[str, str]:
    count = len(line)
    return {name: cleaned(line[place]) if place < count else "" for place, name in wanted}


def cleaned(text: str) -> str:
    """``text`` composed, without control characters, halves of signs and outer blanks; every other sign stays."""
    return composed(_CONTROL.sub(" ", text)).strip()


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
    """The ISO day in a cell of an English source; what is none, or may be two, is a remark and no value."""
    try:
        return Convention.ENGLISH.day(table.rows[index].get(column, ""))
    except BadCell as bad:
        findings.remark(f"{bad.key}_remark", table.place(index, column), table.rows[index][column], bad.expected)
        return None


def minor_cell(table: Table, index: int, column: str, findings: Findings) -> int | None:
    """The minor units in a cell of an English source; what is none, or may be two, is a remark and no value.

    A table with ``;`` between its fields was saved by a Norwegian spreadsheet: ``25,000`` may be 25 there.
    """
    convention = Convention.UNDEFINED if table.mark == ";" else Convention.ENGLISH
    try:
        return convention.minor(table.rows[index].get(column, ""))
    except BadCell as bad:
        findings.remark(f"{bad.key}_remark", table.place(index, column), table.rows[index][column], bad.expected)
        return None


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
