"""Workbooks with cells that readers get wrong, as other programs write them, and what is right.

What a cell must become is stated by hand, from what Excel shows: a value, or :data:`TOLD` where only a problem at that
cell will do, since the cell says something else than its column asks for.
"""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NamedTuple

import openpyxl
import pandas as pd
import xlsxwriter  # type: ignore[import-untyped]
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from benchmarks.hard_by_hand import TOLD, Hard, Truth, made_by_hand


class Spec(NamedTuple):
    """A cell under the column ``name``: the value as Python has it, its number format, and what it must become."""

    code: str
    name: str
    value: Any
    shown_as: str
    right: Any


HEADINGS: Final = {
    "title": "Tittel",
    "area": "Ansvarlig rådsområde",
    "start": "Start",
    "budget": "Budsjett, vår del",
    "fte": "Årsverk i prosjektet",
    "note": "Merknad",
}
DAY: Final = dt.date(2026, 11, 24)
LONG: Final = 12345678901234567890
COUNTED: Final = "H-counted"

SPECS: Final = (
    Spec("H-day", "start", DAY, "dd.mm.yyyy", "2026-11-24"),
    Spec("H-day-words", "start", DAY, "[$-414]d. mmmm yyyy;@", "2026-11-24"),
    Spec("H-day-iso", "start", DAY, r"yyyy\-mm\-dd", "2026-11-24"),
    Spec("H-day-late", "start", dt.datetime(2026, 11, 24, 23, 59, 59), "dd.mm.yyyy hh:mm", "2026-11-24"),
    Spec("H-day-plain", "start", 46350, "General", "2026-11-24"),
    Spec("H-year", "start", 2026, "General", TOLD),
    Spec("H-clock", "budget", dt.time(7, 30), "hh:mm", TOLD),
    Spec("H-length", "budget", dt.timedelta(hours=37, minutes=30), "[h]:mm", TOLD),
    Spec("H-day-money", "budget", DAY, "dd.mm.yyyy", TOLD),
    Spec("H-percent-money", "budget", 0.5, "0%", TOLD),
    Spec("H-percent", "fte", 0.5, "0 %", 0.5),
    Spec("H-kr", "budget", 1500.5, '#,##0.00 "kr"', 150050),
    Spec("H-days-word", "budget", 30, '0" dager"', 3000),
    Spec("H-red", "budget", -2, "[Red]-0;0", -200),
    Spec("H-binary", "budget", 0.1 + 0.2, "0.00", 30),
    Spec("H-error", "budget", "=NA()", "General", TOLD),
    Spec(COUNTED, "budget", "=1+1", "General", TOLD),
    Spec("H-true", "note", True, "General", TOLD),
    Spec("H-text-day", "note", DAY, "dd.mm.yyyy", TOLD),
    Spec("H-text-clock", "note", dt.time(7, 30), "hh:mm", TOLD),
    Spec("H-text-percent", "note", 0.25, "0%", TOLD),
    Spec("H-text-number", "note", 2026, "General", "2026"),
    Spec("H-digits", "note", LONG, "0", TOLD),
    Spec("H-digits-text", "note", str(LONG), "@", str(LONG)),
    Spec("H-zeros", "note", "0301", "@", "0301"),
    Spec("H-letters", "note", "A\u030as 🚲\nnr. 2", "General", "Ås 🚲\nnr. 2"),
)
PLAIN: Final = frozenset({"H-day", "H-day-late", "H-day-plain", "H-year", "H-clock", "H-day-money", "H-true"})
PLAIN_TOO: Final = frozenset({"H-text-day", "H-text-number", "H-digits-text", "H-zeros", "H-letters", "H-binary"})
"""Cells that a table of pandas can hold: no formats, no formulas."""


def truth_of(specs: Sequence[Spec]) -> Truth:
    """What the rows of ``specs`` must become."""
    return {(one.code, one.name): one.right for one in specs} | {(one.code, "area"): "SAM" for one in specs}


def hard_workbooks(folder: Path, soffice: str | None) -> Iterator[Hard]:
    """All of them, written below ``folder``; LibreOffice's where there is one."""
    told = frozenset({"merged_cells", "hidden_rows"})
    by_xlsxwriter = Hard("XlsxWriter", folder / "xlsxwriter.xlsx", truth_of(SPECS), told)
    _xlsxwriter(by_xlsxwriter.path, {})
    yield by_xlsxwriter
    _xlsxwriter(folder / "constant.xlsx", {"constant_memory": True})
    yield replace(by_xlsxwriter, name="XlsxWriter, row by row", path=folder / "constant.xlsx")
    for epoch in (False, True):
        name = f"openpyxl{' 1904' if epoch else ''}"
        specs = [one for one in SPECS if not (epoch and one.code in ("H-day-plain", "H-year"))]
        yield Hard(name, _openpyxl(folder / f"{name}.xlsx", specs, epoch=epoch), truth_of(specs), told)
    plain = [one for one in SPECS if one.code in PLAIN | PLAIN_TOO]
    for engine in ("openpyxl", "xlsxwriter"):
        yield Hard(f"pandas with {engine}", _pandas(folder / f"pandas-{engine}.xlsx", plain, engine), truth_of(plain))
    if soffice:
        counted = [one._replace(right=200) if one.code == COUNTED else one for one in SPECS]
        for ending in ("xlsx", "ods"):
            path = _libreoffice(soffice, folder / "openpyxl.xlsx", folder / "libreoffice", ending)
            yield Hard(f"LibreOffice, .{ending}", path, truth_of(counted), told)
    yield from made_by_hand(folder)


def _rows(specs: Sequence[Spec]) -> Iterator[dict[str, Any]]:
    for one in specs:
        yield {"code": one.code, "title": "Tittel", "area": "SAM", one.name: one.value}


def _xlsxwriter(path: Path, options: dict[str, Any]) -> None:
    with xlsxwriter.Workbook(path, options) as book:
        sheet = book.add_worksheet("Prosjekter")
        sheet.write_row(0, 0, ["Kode", *HEADINGS.values()])
        for number, (row, spec) in enumerate(zip(_rows(SPECS), SPECS, strict=True), start=1):
            sheet.set_row(number, None, None, {"hidden": number == 3})
            for at, name in enumerate(["code", *HEADINGS]):
                form = book.add_format({"num_format": spec.shown_as}) if name == spec.name else None
                if isinstance(row.get(name), int) and not isinstance(row.get(name), bool):
                    sheet.write_number(number, at, row[name], form)
                elif row.get(name) == "=NA()":
                    sheet.write_formula(number, at, "=NA()", form, "#N/A")
                elif name in row:
                    sheet.write(number, at, row[name], form)
        sheet.merge_range(len(SPECS) + 1, 3, len(SPECS) + 2, 3, DAY, book.add_format({"num_format": "dd.mm.yyyy"}))


def _openpyxl(path: Path, specs: Sequence[Spec], *, epoch: bool) -> Path:
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    sheet.title = "Prosjekter"
    sheet.append(["Kode", *HEADINGS.values()])
    for number, (row, spec) in enumerate(zip(_rows(specs), specs, strict=True), start=2):
        for at, name in enumerate(["code", *HEADINGS], start=1):
            cell: Any = sheet.cell(number, at, "#N/A" if row.get(name) == "=NA()" else row.get(name))
            if name == spec.name:
                cell.number_format = spec.shown_as
    sheet.row_dimensions[4].hidden = True
    sheet.merge_cells(start_row=len(specs), end_row=len(specs) + 1, start_column=4, end_column=4)
    book.save(path)
    return path


def _pandas(path: Path, specs: Sequence[Spec], engine: Any) -> Path:
    table = pd.DataFrame(list(_rows(specs)), columns=["code", *HEADINGS], dtype=object)
    table.rename(columns={"code": "Kode", **HEADINGS}).to_excel(path, sheet_name="Prosjekter", engine=engine)
    return path


def _libreoffice(soffice: str, path: Path, folder: Path, ending: str) -> Path:
    home = folder / "home"
    words = [soffice, f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", ending]
    subprocess.run([*words, "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=300)
    return folder / f"{path.stem}.{ending}"


def find_soffice() -> str | None:
    """LibreOffice's program; None where there is none."""
    return shutil.which("soffice")
