"""Our own reader of workbooks beside python-calamine and openpyxl: faults, time, memory and lines, into READERS.md.

``python -m benchmarks.readers [FOLDER OF CASES]``. Every file is read as the product reads it, in a process of its own
with the product's limits; only who takes the cells out of the file differs. Libraries and LibreOffice are used where
they are, and named in the report where they are not.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Final

import xlsxwriter  # type: ignore[import-untyped]

from akint_dash.exports.workbook import write_workbook
from akint_dash.importers import child, workbook
from akint_dash.importers.limited import MAX_MEMORY, MAX_SECONDS
from akint_dash.importers.lines import from_lines
from benchmarks.hard_workbooks import HEADINGS, find_soffice, hard_workbooks
from benchmarks.judged import COST, KINDS, Took, judge, judge_damaged, said
from benchmarks.layers import LAYERS, Layer, at_hand
from tests.exports.states import plain_state
from tests.importers.damage import damages

SEED: Final = 20261124
DAMAGED: Final = 300
ROWS: Final = 20_000
REPORT: Final = Path(__file__).parent / "READERS.md"


@dataclass(slots=True)
class Counted:
    """The faults of one layer, by part of the comparison and kind, and an example of each."""

    faults: Counter[tuple[str, str]] = field(default_factory=Counter)
    examples: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    seconds: float = 0.0

    def add(self, part: str, kind: str, example: str) -> None:
        """One more fault."""
        self.faults[part, kind] += 1
        self.examples.setdefault((part, kind), []).append(example)


def take(path: Path, layer: Layer) -> Took:
    """Read ``path`` in a forked process with the product's limits."""
    sys.stdout.flush()
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        _be(path, layer, theirs)
    os.close(theirs)
    with os.fdopen(ours, "rb") as answer:
        lines = answer.read().splitlines(keepends=True)
    _, _, used = os.wait4(pid, 0)
    reading, key = None, ""
    if lines and lines[0].startswith(b'["error",'):
        key = json.loads(lines[0])[1]
    else:
        try:
            reading = from_lines(lines)
        except ValueError:
            key = "reader_timeout" if used.ru_utime > MAX_SECONDS - 1 else "reader_crashed"
    return Took(reading, key, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def _be(path: Path, layer: Layer, answer: int) -> None:
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        setattr(workbook, "take_cells", layer)  # noqa: B010 - in this process alone
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        child.limit(MAX_MEMORY + pages * resource.getpagesize(), MAX_SECONDS)
        with os.fdopen(answer, "wb") as out:
            for line in child.answer(path, workbook.NAME):
                out.write(line)
    finally:
        os._exit(0)


# -- the run


def compare(folder: Path, cases: Path | None) -> tuple[dict[str, Counted], dict[str, int], dict[str, Took]]:
    """The faults of each layer, how many files each part has, and what the large workbook took."""
    layers = at_hand()
    path = _large(folder / "large.xlsx")
    large = {name: take(path, layer) for name, layer in layers.items()}  # first: nothing else has taken memory yet
    found = {name: Counted() for name in layers}
    hard = list(hard_workbooks(folder, find_soffice()))
    sizes = {"hard cells": len(hard), "damaged": DAMAGED}
    for one in hard:
        _each(layers, found, "hard cells", one.path, lambda took, one=one: judge(one, took))  # type: ignore[misc]
    if cases:
        sizes["cases"] = _cases(cases, layers, found)
    book = folder / "whole.xlsx"
    write_workbook(book, plain_state(1), 3)
    wholes = {name: take(book, layer).reading for name, layer in layers.items()}
    for damage in damages(book.read_bytes(), SEED, DAMAGED):
        path = folder / "damaged" / book.name  # of one name: each place in a reading names its file
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(damage.content)
        for name, layer in layers.items():
            whole = wholes[name]
            assert whole is not None
            took = take(path, layer)
            found[name].seconds += took.seconds
            for kind, example in judge_damaged(damage.name, whole, took):
                found[name].add("damaged", kind, example)
    return found, sizes, large


def _each(
    layers: Mapping[str, Layer],
    found: Mapping[str, Counted],
    part: str,
    path: Path,
    judged: Callable[[Took], Iterator[tuple[str, str]]],
) -> None:
    for name, layer in layers.items():
        for kind, example in judged(take(path, layer)):
            found[name].add(part, kind, example)


def _cases(cases: Path, layers: Mapping[str, Layer], found: Mapping[str, Counted]) -> int:
    """The workbooks of a folder of cases: a reading other than our own, which the cases' checks hold, is a fault."""
    paths = sorted(cases.glob("*/*.xlsx"))
    for path in paths:
        right = take(path, LAYERS["our own"][1]).reading
        for name, layer in layers.items():
            took = take(path, layer)
            if took.reading is None:
                found[name].add("cases", KINDS[1] if took.key in COST else KINDS[2], f"{path.parent.name}: {took.key}")
            elif right is not None and said(took.reading) != said(right) and not took.reading.problems:
                found[name].add("cases", KINDS[0], f"{path.parent.name}: says something else")
    return len(paths)


def _large(path: Path) -> Path:
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet, day = book.add_worksheet("Prosjekter"), book.add_format({"num_format": "dd.mm.yyyy"})
        sheet.write_row(0, 0, ["Kode", *HEADINGS.values()])
        for row in range(1, ROWS + 1):
            sheet.write_row(row, 0, [f"P-{row}", f"Prosjekt nummer {row}", "SAM"])
            sheet.write_number(row, 3, 46000 + row % 300, day)
            sheet.write_row(row, 4, [row * 100, 0.5, "En merknad om dette"])
    return path


# -- the report


def report(
    found: Mapping[str, Counted], sizes: Mapping[str, int], large: Mapping[str, Took], lines: Mapping[str, int]
) -> Iterator[str]:
    """READERS.md up to its verdict."""
    missing = [name for name in LAYERS if name not in found]
    yield from ("# Who takes the cells out of a workbook", "", "Written by `python -m benchmarks.readers`.", "")
    yield f"Versions: {', '.join(_versions())}. LibreOffice: {'used' if find_soffice() else 'not on this machine'}."
    yield f"Not installed here, so not compared: {', '.join(missing)}." if missing else ""
    yield f"Files: {', '.join(f'{count} {part}' for part, count in sizes.items())}; {ROWS} rows for time and memory."
    yield from ("", f"| | {' | '.join(found)} |", f"|---|{'---|' * len(found)}")
    for part in sizes:
        for kind in KINDS:
            yield f"| {part}: {kind} | {' | '.join(str(one.faults[part, kind]) for one in found.values())} |"
    yield f"| processor time, damaged files | {' | '.join(f'{one.seconds:.1f} s' for one in found.values())} |"
    yield f"| processor time, {ROWS} rows | {' | '.join(f'{one.seconds:.1f} s' for one in large.values())} |"
    yield f"| most memory of the process | {' | '.join(f'{one.most_bytes / 2**20:.0f} MB' for one in large.values())} |"
    yield f"| lines of our own it needs | {' | '.join(str(lines[name]) for name in found)} |"
    for name, one in found.items():
        yield from ("", f"## Faults of {name}", "")
        yield from _shown(one) if one.faults else ["None."]


def _shown(counted: Counted) -> Iterator[str]:
    for (part, kind), examples in sorted(counted.examples.items()):
        yield f"- {part}, {kind} ({len(examples)}): {'; '.join(examples[:12])}{' …' if len(examples) > 12 else ''}"


def _versions() -> Iterator[str]:
    for name in ("python-calamine", "openpyxl", "pandas", "xlsxwriter"):
        try:
            yield f"{name} {version(name)}"
        except ModuleNotFoundError:
            yield f"{name} none"


def lines_needed() -> dict[str, int]:
    """Filled lines of our own that each layer needs, beside the package and the grid that all need."""
    importers = Path(workbook.__file__).parent
    own = ("xlsx", "number_formats", "pieces", "ods")
    ours = {name: _filled_lines((importers / f"{name}.py").read_text(encoding="utf-8")) for name in own}
    text = (Path(__file__).parent / "layers.py").read_text(encoding="utf-8")
    common = _filled_lines(text) - _part(text, "def calamine(") - _part(text, "def openpyxl_streamed(")
    whole = common + _part(text, "def openpyxl_streamed(") + ours["ods"]
    return {
        "our own": sum(ours.values()),
        "python-calamine": common + _part(text, "def calamine("),
        "openpyxl, read_only": whole,
        "openpyxl, whole": whole,
    }


def _filled_lines(text: str) -> int:
    return sum(bool(line.strip()) for line in text.splitlines())


def _part(text: str, begin: str) -> int:
    end = {"def calamine(": "def openpyxl_streamed(", "def openpyxl_streamed(": "# -- what a library"}[begin]
    return _filled_lines(text[text.index(begin) : text.index(end)])


VERDICT: Final = "## Verdict"


def main() -> int:
    """Compare, and write the report; the verdict below it is a person's and is kept."""
    cases = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory(prefix="akint-readers-") as folder:
        text = "\n".join(report(*compare(Path(folder), cases), lines_needed()))
    old = REPORT.read_text(encoding="utf-8") if REPORT.exists() else ""
    verdict = old[old.index(VERDICT) :] if VERDICT in old else f"{VERDICT}\n\nNone yet.\n"
    REPORT.write_text(f"{text}\n\n{verdict}", encoding="utf-8")
    sys.stdout.write(f"{REPORT}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
