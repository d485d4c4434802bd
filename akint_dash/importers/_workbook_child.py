"""Takes the cells out of a workbook, in a process of its own with little memory and little time.

:mod:`akint_dash.importers.workbook` runs this file as a plain script (standard library only). It reads each part of
the file once, keeps nothing but the shared strings, and writes JSON lines: one for each sheet, one for each filled row,
and a last one that says whether all went well. A workbook is a zip of XML that anyone may have made: whatever is wrong
with it ends here.
"""

from __future__ import annotations

import json
import posixpath
import re
import sys
import unicodedata
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import IO, Any, Final
from xml.parsers import expat

MAX_ROWS: Final = 200_000
MAX_COLUMNS: Final = 200
MAX_CELLS: Final = 1_000_000
MAX_TEXT: Final = 48 * 1024 * 1024
MAX_CELL_TEXT: Final = 32_767
MAX_PARTS: Final = 5_000
MAX_UNPACKED: Final = 400 * 1024 * 1024
MAX_RATIO: Final = 100
RATIO_MATTERS_FROM: Final = 32 * 1024 * 1024
CHUNK: Final = 64 * 1024

_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
_BUILT_IN_DATES: Final = frozenset([*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)])
_BUILT_IN_PERCENTS: Final = frozenset([9, 10])
_NOT_SHOWN: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DAYS_1904: Final = 1462
_TRUE: Final = frozenset(["1", "true"])


class Refused(Exception):
    """The file is not read: a message key and its values."""

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


# -- XML


class Part:
    """What one XML part says; the names come without their namespace."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """Characters."""


def parse(stream: IO[bytes], part: Part) -> None:
    """Feed ``stream`` to ``part``; a document type declaration is refused (it can only blow up)."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: part.start(_local(name), attributes)
    parser.EndElementHandler = lambda name: part.end(_local(name))
    parser.CharacterDataHandler = part.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    while chunk := stream.read(CHUNK):
        parser.Parse(chunk, False)
    parser.Parse(b"", True)


def _local(name: str) -> str:
    return name[name.find(":") + 1 :]


def _refuse_doctype(*_: object) -> None:
    raise Refused("damaged_file")


def _attribute(attributes: Mapping[str, str], name: str) -> str:
    """An attribute by its local name (``r:id`` may have any prefix)."""
    return next((value for key, value in attributes.items() if _local(key) == name), "")


class Relations(Part):
    """Where a part's relations lead: id -> (type, target)."""

    def __init__(self) -> None:
        self.targets: dict[str, tuple[str, str]] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A relation."""
        if name == "Relationship":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.targets[attributes.get("Id", "")] = kind, attributes.get("Target", "")


class Contents(Part):
    """The sheets of the workbook: (name, state, relation), and where its days begin."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, str]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A sheet or the workbook's settings."""
        if name == "sheet":
            state = attributes.get("state", "visible")
            self.sheets.append((attributes["name"], state, _attribute(attributes, "id")))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904", "").lower() in _TRUE


class Styles(Part):
    """How each cell style shows a number: ``d`` as a day, ``p`` as percent, ``n`` as a number."""

    def __init__(self) -> None:
        self.kinds: list[str] = []
        self._codes: dict[int, str] = {}
        self._inside = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A number format, or a style that uses one."""
        if name == "numFmt":
            self._codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            number = int(attributes.get("numFmtId", "0"))
            self.kinds.append(format_kind(number, self._codes.get(number, "")))

    def end(self, name: str) -> None:
        """The styles of cells are over."""
        if name == "cellXfs":
            self._inside = False


def format_kind(number: int, code: str) -> str:
    """``d``, ``p`` or ``n`` of a number format."""
    if number in _BUILT_IN_DATES:
        return "d"
    if number in _BUILT_IN_PERCENTS:
        return "p"
    shown = _NOT_SHOWN.sub("", code.partition(";")[0]).lower()
    if "%" in shown:
        return "p"
    if shown == "general" or "standard" in shown:
        return "n"
    return "d" if re.search("[dyåhs]|m", shown) else "n"


class Strings(Part):
    """The shared strings, without the phonetic guides of East Asian text."""

    def __init__(self) -> None:
        self.all: list[str] = []
        self._pieces: list[str] = []
        self._taking = False
        self._phonetic = False

    def start(self, name: str, _: Mapping[str, str]) -> None:
        """A string begins, or a piece of one."""
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._phonetic = True
        elif name == "t":
            self._taking = not self._phonetic

    def end(self, name: str) -> None:
        """A string, or a piece of one, is over."""
        if name == "t":
            self._taking = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            self.all.append(unescaped("".join(self._pieces)))

    def text(self, data: str) -> None:
        """A piece of a string."""
        if self._taking:
            self._pieces.append(data)


def unescaped(text: str) -> str:
    """``text`` with ``_x000D_`` and its like as characters."""
    text = text[: MAX_CELL_TEXT + 1]
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


class Output:
    """The JSON lines, and how much may be said in all."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._cells = 0
        self._text = 0

    def say(self, line: object) -> None:
        """One line."""
        data = json.dumps(line, separators=(",", ":")).encode() + b"\n"
        self._text += len(data)
        self._stream.write(data)

    def row(self, number: int, cells: Sequence[object]) -> None:
        """One filled row."""
        self._cells += len(cells)
        if self._cells > MAX_CELLS or self._text > MAX_TEXT:
            raise Refused("too_many_cells", cells=MAX_CELLS)
        self.say([number, cells])


class Sheet(Part):
    """The filled cells of one sheet, said row by row as ``[column, kind, raw text]``.

    Kinds: ``s`` text, ``n`` number, ``p`` number shown as percent, ``d`` number shown as a day, ``b`` true or false,
    ``e`` error, ``f`` formula without a stored value. What the sheet says of its own size is not looked at.
    """

    def __init__(self, name: str, strings: Sequence[str], styles: Styles, from_1904: bool, out: Output) -> None:
        self._name = name
        self._strings = strings
        self._styles = styles.kinds
        self._from_1904 = from_1904
        self._out = out
        self._row = self._column = self._filled = 0
        self._cells: list[list[object]] = []
        self._pieces: list[str] = []
        self._taking = self._phonetic = self._formula = False
        self._type = self._style = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A row, a cell, or what is in a cell."""
        if name == "c":
            self._begin_cell(attributes)
        elif name == "v" or name == "t":
            self._taking = not self._phonetic
        elif name == "f":
            self._formula = True
        elif name == "row":
            self._begin_row(attributes)
        elif name == "rPh":
            self._phonetic = True

    def end(self, name: str) -> None:
        """A cell or a row is complete."""
        if name == "c":
            self._end_cell()
        elif name == "v" or name == "t":
            self._taking = False
        elif name == "row":
            self._end_row()
        elif name == "rPh":
            self._phonetic = False

    def text(self, data: str) -> None:
        """A piece of a cell's value."""
        if self._taking:
            self._pieces.append(data)

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        number = int(attributes.get("r", self._row + 1))
        if number <= self._row:
            raise Refused("damaged_file")
        self._row, self._column, self._cells = number, 0, []

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        column = self._column_of(attributes["r"]) if "r" in attributes else self._column + 1
        if column <= self._column:
            raise Refused("damaged_file")
        self._column = column
        self._type = attributes.get("t", "n")
        self._style = attributes.get("s", "0")
        self._pieces = []
        self._formula = False

    def _column_of(self, reference: str) -> int:
        found = _REFERENCE.fullmatch(reference)
        if found is None or int(found[2]) != self._row:
            raise Refused("damaged_file")
        return column_number(found[1])

    def _end_cell(self) -> None:
        raw = "".join(self._pieces)
        self._pieces = []
        if not raw.strip():
            if self._formula and self._type != "str":
                self._add("f", "")
            return
        kind, value = self._value(raw)
        if value.strip():
            self._add(kind, value)

    def _value(self, raw: str) -> tuple[str, str]:
        if self._type == "s":
            return "s", self._strings[_index(raw)]
        if self._type in ("inlineStr", "str", "d"):
            return "s", unescaped(raw)
        if self._type == "b" or self._type == "e":
            return self._type, raw.strip()
        kind = self._styles[_index(self._style)] if self._styles else "n"
        return kind, _from_1904(raw) if kind == "d" and self._from_1904 else raw.strip()[:64]

    def _add(self, kind: str, raw: str) -> None:
        if self._row > MAX_ROWS or self._column > MAX_COLUMNS:
            self._refuse_far()
        self._cells.append([self._column, kind, raw])

    def _refuse_far(self) -> None:
        if self._filled > MAX_ROWS // 2:
            raise Refused("too_many_rows", sheet=self._name, rows=MAX_ROWS)
        cell = f"{column_letters(self._column)}{self._row}"
        raise Refused("far_cell", sheet=self._name, cell=cell)

    def _end_row(self) -> None:
        if self._cells:
            self._filled += 1
            self._out.row(self._row, self._cells)
            self._cells = []


def _index(raw: str) -> int:
    number = int(raw)
    if number < 0:
        raise Refused("damaged_file")
    return number


def _from_1904(raw: str) -> str:
    return repr(float(raw) + _DAYS_1904)


def column_number(letters: str) -> int:
    """1 of ``A``, 28 of ``AB``."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """``AB`` of 28."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


# -- the zip


class Package:
    """The parts of the file by name, in any case, after a look at what they claim to weigh."""

    def __init__(self, path: str) -> None:
        self._zip = zipfile.ZipFile(path)
        infos = self._zip.infolist()
        unpacked = sum(info.file_size for info in infos)
        packed = sum(info.compress_size for info in infos)
        dense = unpacked > RATIO_MATTERS_FROM and unpacked > MAX_RATIO * packed
        if unpacked > MAX_UNPACKED or dense or len(infos) > MAX_PARTS:
            raise Refused("zip_bomb")
        if any(info.flag_bits & 1 for info in infos):
            raise Refused("encrypted")
        self._infos = {info.filename.replace("\\", "/").lower(): info for info in infos}

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name.lower() in self._infos

    def parse(self, name: str, part: Part) -> None:
        """Feed the part ``name`` to ``part``. Every byte is read, so that its checksum is checked."""
        with self._zip.open(self._infos[name.lower()]) as stream:
            parse(stream, part)

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """The relations of the part ``name``: id -> (type, name of the part)."""
        folder, file = posixpath.split(name)
        relations = Relations()
        self.parse(posixpath.join(folder, "_rels", f"{file}.rels"), relations)
        return {
            key: (kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
            for key, (kind, target) in relations.targets.items()
        }


def read(path: str, wanted: frozenset[str], out: Output) -> None:
    """Say what the sheets of the workbook hold; of sheets that are not ``wanted`` only that they are there."""
    package = Package(path)
    main = _main_part(package)
    contents = Contents()
    package.parse(main, contents)
    if not contents.sheets:  # a document, a presentation
        raise Refused("not_a_workbook")
    relations = package.relations(main)
    strings, styles = Strings(), Styles()
    for part, kind in ((strings, "sharedStrings"), (styles, "styles")):
        for name in _of_kind(relations, kind):
            package.parse(name, part)
    for name, state, relation in contents.sheets:
        known = folded(name) in wanted
        out.say({"sheet": name, "hidden": state != "visible", "known": known})
        if known:
            sheet = Sheet(name, strings.all, styles, contents.from_1904, out)
            package.parse(relations[relation][1], sheet)


def _main_part(package: Package) -> str:
    if not package.has("_rels/.rels"):
        raise Refused("not_a_workbook")
    found = [*_of_kind(package.relations(""), "officeDocument"), "xl/workbook.xml"]
    if not found[0].endswith(".xml"):  # a workbook of the binary kind
        raise Refused("not_a_workbook")
    return found[0]


def _of_kind(relations: Mapping[str, tuple[str, str]], kind: str) -> Iterator[str]:
    return (name for found, name in relations.values() if found == kind)


def folded(text: str) -> str:
    """``text`` for comparison of names: composed, without case and blanks (as ``cells.fold``)."""
    return re.sub(r"[\s\u200b\ufeff]+", "", unicodedata.normalize("NFC", text).casefold())


# -- the process


def limit(memory: int, seconds: int) -> None:
    """No more than ``memory`` bytes and ``seconds`` of work from here on, where the system can say so."""
    try:
        import resource
    except ImportError:  # Windows: the parent still keeps the time
        return
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        _, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, hard))


def answer(work: Callable[[], None]) -> dict[str, Any]:
    """Do ``work``; the last line: ``end``, or the error's key and values."""
    try:
        work()
    except Refused as refused:
        return {"error": refused.key, "values": refused.values}
    except MemoryError:
        return {"error": "too_large", "values": {}}
    except BrokenPipeError:  # the parent is gone: no one to tell
        raise
    except Exception:  # whatever a made-up zip or XML can cause
        return {"error": "damaged_file", "values": {}}
    return {"end": True}


def main() -> None:
    """Do the job that the first argument describes."""
    job = json.loads(sys.argv[1])
    limit(job["memory"], job["seconds"])
    out = Output(sys.stdout.buffer)
    try:
        out.say(answer(lambda: read(job["path"], frozenset(job["sheets"]), out)))
        sys.stdout.flush()
    except BrokenPipeError:
        sys.exit(1)


if __name__ == "__main__":
    main()
