"""The rows of text between ``,``, ``;`` or tabs, as spreadsheets and programs save them, read line by line.

UTF-8 or UTF-16 with or without its mark, else Windows-1252, or Mac Roman where its Norwegian letters say so. The
heading may stand below ``sep=;``, a title and blank lines. A quote that never closes costs its own row and no other: a
field with line breaks is taken only where no line of it is a whole row itself.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import IO, Final, NamedTuple

from akint_dash.errors import UnreadableFile
from akint_dash.importers.spelling import composed

LIMIT_LINE: Final = 4 * 1024 * 1024
"""No list has a longer line."""
LIMIT_FIELD: Final = 1024 * 1024
"""A longer field is none: a quote was left open."""
HEADING_LINES: Final = 20
"""The heading is one of the first lines."""
MOST_LINES: Final = 200
"""A field with more line breaks than this is a quote left open."""

_LOOKED_AT: Final = 200
_SEPARATOR: Final = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
_BLANK: Final = re.compile(r'[\s,;"]*')
_SIGNS: Final = re.compile(r"[\W_]+")

_MAC: Final = re.compile(rb"[A-Za-z][\xbf\xbe\x8c](?=[A-Za-z])|[\x81\xaf](?=[a-z])")
_WINDOWS: Final = re.compile(rb"[A-Za-z][\xf8\xe6\xe5]|[\xc5\xd8](?=[a-z])")
"""\u00f8, \u00e6, \u00e5 within a word, \u00c5 and \u00d8 before one: as a Mac and Windows save them."""

Names = tuple[str, ...]
Knows = Callable[[Names], bool]
"""Whether the names in a row are those of the heading that a reader looks for."""


class Record(NamedTuple):
    """The fields of a row, None where its quotes cannot be read, and its first and last line."""

    cells: list[str] | None
    first: int
    last: int


class Heading(NamedTuple):
    """The names in a heading, the sign between them, and its line and place among the rows, from 0."""

    names: Names
    mark: str
    record: int


# -- encodings


def encoding(head: bytes) -> str:
    """The encoding of a text by its beginning.

    A text in which any line is UTF-8 with signs beyond ASCII is UTF-8: what is half a sign there becomes ``\\ufffd``,
    and the rest is not read as something else for it.
    """
    if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    even, odd = head[:_LOOKED_AT:2], head[1:_LOOKED_AT:2]
    for name, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros.count(0) * 2 > len(zeros) and not others.count(0):
            return name
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = len(head) - error.start < 4
        if cut or any(map(_is_utf8, head.split(b"\n"))):
            return "utf-8-sig"
        return "mac_roman" if _MAC.search(head) and not _WINDOWS.search(head) else "cp1252"
    return "utf-8-sig"


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not line.isascii()


def decode(raw: bytes) -> str:
    """The text of ``raw``; what is no sign becomes ``\\ufffd``."""
    return raw.decode(encoding(raw), errors="replace")


# -- headings


def canonical(names: Iterable[str], known: Iterable[str]) -> Names:
    """Names of columns as ``known`` spells them: case, blanks and signs between words do not count.

    A name that stands there as it is known is that column, and what is only like it is not.
    """
    bare = [cell.strip() for cell in names]
    spelt = {_folded(name): name for name in known if name not in bare}
    return tuple(spelt.get(_folded(name), name) for name in bare)


def _folded(name: str) -> str:
    return _SIGNS.sub("_", composed(name, "NFKC").casefold()).strip("_")


def heading_of(head: bytes, known: Iterable[str] = (), knows: Knows | None = None) -> Names:
    """The names of the columns in the first bytes of a file, () where they are no text table."""
    return heading_in(head, known, knows).names


def heading_in(head: bytes, known: Iterable[str] = (), knows: Knows | None = None) -> Heading:
    """The heading in the first bytes of a file; one without names where they are no text table."""
    said = encoding(head)
    if b"\x00" in head[:4096] and not said.startswith("utf-16"):
        return Heading((), ",", 0)
    whole = head if said.startswith("utf-16") else head[: head.rfind(b"\n") + 1] or head
    lines = decode(whole).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return find_heading(lines, known, knows)


def find_heading(lines: Iterable[str], known: Iterable[str] = (), knows: Knows | None = None) -> Heading:
    """The first row that ``knows`` (by default: that holds all of ``known``); else the first that is filled."""
    known = tuple(known)
    is_it = knows or frozenset(known).issubset
    given, first = "", None
    beginning = list(islice(lines, HEADING_LINES))
    for number, line in enumerate(beginning):
        if stated := _SEPARATOR.fullmatch(line.strip("\ufeff\n ").rstrip(";,\t") or line.strip("\ufeff\n ")):
            given = stated[1]
            continue
        if _BLANK.fullmatch(line):
            continue
        mark = given or delimiter(line)
        record = next(records(beginning[number:], mark))
        found = Heading(canonical(record.cells or (), known), mark, number)
        if is_it(found.names):
            return found
        first = first or found
    return first or Heading((), ",", 0)


def named_width(names: Names) -> int:
    """How many columns a heading has up to the last that has a name."""
    return max((place for place, name in enumerate(names, start=1) if name), default=0)


def same_heading(cells: Iterable[str], names: Names) -> bool:
    """Whether a row is the heading once more."""
    pairs = [(cell, name) for cell, name in zip(cells, names, strict=False) if cell.strip()]
    return len(pairs) > 1 and all(_folded(cell) == _folded(name) for cell, name in pairs)


def delimiter(line: str) -> str:
    """``;``, tab or ``,``: the one found most in a line, outside quotes."""
    bare = re.sub(r'"[^"]*"', "", line)
    return max(",;\t", key=bare.count)


# -- rows


def lines_of(file: IO[str], name: str) -> Iterator[str]:
    """The lines of a text without their ends.

    Raises:
        UnreadableFile: ``damaged_file``: a line is longer than any list's.
    """
    while line := file.readline(LIMIT_LINE):
        if len(line) == LIMIT_LINE and not line.endswith("\n"):
            raise UnreadableFile("damaged_file", file=name)
        yield line.rstrip("\n")


def records(lines: Iterable[str], mark: str, width: int = 0, *, lenient: bool = False) -> Iterator[Record]:
    """The rows in ``lines``, of which those of a whole table have ``width`` fields.

    ``lenient``: text behind a closed quote (``"a" b``) belongs to the field, where the row has its width by that.
    """
    source, waiting = iter(lines), deque[str]()
    number = 0
    while True:
        if not waiting:
            line = next(source, None)
            if line is None:
                return
            waiting.append(line)
        cells, count = _record(waiting, source, mark, width, lenient)
        yield Record(cells, number, number + count - 1)
        number += count
        for _ in range(count):
            waiting.popleft()


def _record(
    waiting: deque[str], source: Iterator[str], mark: str, width: int, lenient: bool
) -> tuple[list[str] | None, int]:
    """The fields of the row that begins with the first waiting line, and how many lines it has."""
    if '"' not in waiting[0]:
        return waiting[0].split(mark), 1
    part: list[str] = []
    quotes = 0
    for count in range(1, MOST_LINES + 1):
        if len(waiting) < count:
            following = next(source, None)
            if following is None:
                break
            waiting.append(following)
        line = waiting[count - 1]
        if count > 1 and _is_row(line, mark, width):
            break  # it would be swallowed
        part.append(line)
        quotes += line.count('"')
        if count > 1 and quotes % 2:
            continue  # still open
        cells, whole = _parsed(part, mark, strict=True)
        if cells is not None:
            return cells, count
        if not whole:
            continue
        if lenient and count == 1:
            cells, _ = _parsed(part, mark, strict=False)
            return (cells, 1) if cells is not None and len(cells) == width else (None, 1)
        break
    return None, 1


def _is_row(line: str, mark: str, width: int) -> bool:
    """Whether a line is a row of the table by itself."""
    if line.count(mark) < width - 1:
        return False
    cells, _ = _parsed([line], mark, strict=True) if '"' in line else (line.split(mark), True)
    return cells is not None and len(cells) == width > 1


def _parsed(part: list[str], mark: str, *, strict: bool) -> tuple[list[str] | None, bool]:
    """The fields of a row, None where there are none, and whether no line more can mend that."""
    before = csv.field_size_limit(LIMIT_FIELD)
    text = [f"{line}\n" for line in part[:-1]] + [part[-1]]
    try:
        return next(csv.reader(text, delimiter=mark, strict=strict, skipinitialspace=True)), True
    except csv.Error as error:
        return None, "end of data" not in str(error)
    finally:
        csv.field_size_limit(before)
