"""Workbooks as no program here writes them but some do, made of XML by hand, and what their cells must become."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final, NamedTuple

TOLD: Final = object()
"""A problem at the cell, and no value."""
REFUSED: Final = object()
"""No reading: a refusal in words."""

Truth = Mapping[tuple[str, str], Any]
"""(code of the row, name of the column) -> value or :data:`TOLD`."""


@dataclass(frozen=True, slots=True)
class Hard:
    """A file, what its cells must become, and what must be told of it beside them."""

    name: str
    path: Path
    truth: Truth
    told: frozenset[str] = frozenset()


MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE_STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
HEAD: Final = (
    '<row r="1"><c r="A1" t="str"><v>Kode</v></c><c r="B1" t="str"><v>Tittel</v></c><c r="C1" t="str"><v>Ansvarlig '
    'rådsområde</v></c><c r="D1" t="str"><v>Start</v></c><c r="E1" t="str"><v>Budsjett, vår del</v></c></row>'
)
NAMED: Final = '<c r="A2" t="str"><v>P</v></c><c r="B2" t="str"><v>T</v></c><c r="C2" t="str"><v>SAM</v></c>'
FORMATS: Final = (
    '<numFmts><numFmt numFmtId="14" formatCode="0.00"/><numFmt numFmtId="2" formatCode="dd/mm/yyyy"/></numFmts>'
)
WITH_DAYS: Final = '<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="2"/></cellXfs>'
X15: Final = "http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"
IN_1904: Final = (
    '<workbookPr date1904="1"/>',
    '<extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}"><x15:workbookPr xmlns:x15="' + X15 + '" '
    'chartTrackingRefBase="1"/></ext></extLst>',
)
OK: Final = {("P", "title"): "T", ("P", "area"): "SAM"}


def _cells(*cells: str, named: str = NAMED) -> str:
    return f'<sheetData>{HEAD}<row r="2">{named}{"".join(cells)}</row></sheetData>'


class Made(NamedTuple):
    """What a workbook made by hand is made of."""

    data: str
    truth: Any
    styles: str = WITH_DAYS
    strings: str = ""
    around: tuple[str, str] = ("", "")
    strict: bool = False


START, BUDGET = ("P", "start"), ("P", "budget")
UNNUMBERED: Final = (
    _cells('<c s="1"><v>46350</v></c><c><v>1</v></c>').replace("<row r=", "<row x=").replace("<c r=", "<c x=")
)
RICH: Final = (
    "<si><r><t>Sykkel</t></r><r><rPr><b/></rPr><t>veier</t></r></si>"
    "<si><t>Oslo</t><rPh sb='0' eb='1'><t>ウスロ</t></rPh></si><si><t xml:space='preserve'> a_x000D_b </t></si>"
    "<si><t>_x005F_x0041_</t></si><si><t><![CDATA[A & B]]></t></si>"
)
SHARED: Final = "".join(
    f'<row r="{row}"><c r="A{row}" t="str"><v>P{row}</v></c><c r="B{row}" t="s"><v>{row - 2}</v></c>'
    f'<c r="C{row}" t="str"><v>SAM</v></c></row>'
    for row in range(2, 7)
)
SHARED_RIGHT: Final = ("Sykkelveier", "Oslo", "a\nb", "_x0041_", "A & B")

ONE: Final = _cells('<c r="E2"><v>1</v></c>')
DAY: Final = {**OK, START: "2026-11-24"}
TEXTS: Final = (
    '<c r="A2" t="str"><v>P</v></c><c r="B2" t="inlineStr"><is><r><t>Sykkel</t></r><r><t>veier</t></r></is></c>'
    '<c r="C2" t="inlineStr"><is><t>SAM</t></is></c>'
)
FAR: Final = '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'
MERGED: Final = '<mergeCells count="1"><mergeCell ref="E2:E2"/></mergeCells>'

BY_HAND: Final[Mapping[str, Made]] = {
    "day in 1904": Made(_cells('<c r="D2" s="1"><v>44888</v></c>'), DAY, around=IN_1904),
    "plain number of 1904": Made(_cells('<c r="D2"><v>44888</v></c>'), DAY, around=IN_1904),
    "ISO day in 1904": Made(_cells('<c r="D2" t="d"><v>2026-11-24</v></c>'), DAY, around=IN_1904),
    "a day's number as text in 1904": Made(
        _cells('<c r="D2" t="str"><v>44888</v></c>'), OK | {START: TOLD}, around=IN_1904
    ),
    "strict namespace": Made(_cells('<c r="D2" t="d"><v>2026-11-24T00:00:00</v></c>'), DAY, strict=True),
    "ISO day": Made(_cells('<c r="D2" t="d"><v>2026-11-24</v></c>'), DAY),
    "own format under a built-in id": Made(
        _cells('<c r="D2" s="2"><v>46350</v></c><c r="E2" s="1"><v>46350</v></c>'),
        DAY | {BUDGET: 4635000},
        styles=FORMATS + WITH_DAYS,
    ),
    "no numbers of rows and cells": Made(UNNUMBERED, DAY | {BUDGET: 100}),
    "too small a dimension": Made('<dimension ref="A1:B2"/>' + ONE, OK | {BUDGET: 100}),
    "too large a dimension": Made('<dimension ref="A1:XFD1048576"/>' + ONE, OK | {BUDGET: 100}),
    "a far cell": Made(_cells('<c r="XFD2"><v>1</v></c>'), REFUSED),
    "a far row": Made(_cells().replace("</sheetData>", FAR), REFUSED),
    "runs, guides and escapes": Made(
        f"<sheetData>{HEAD}{SHARED}</sheetData>",
        {(f"P{row}", "title"): right for row, right in enumerate(SHARED_RIGHT, start=2)},
        strings=RICH,
    ),
    "inline runs": Made(
        _cells(named=TEXTS), {("P", "title"): "Sykkelveier", ("P", "area"): "SAM"}),
    "a string that is not there": Made(_cells('<c r="E2" t="s"><v>99</v></c>'), REFUSED),
    "a formula without an answer": Made(_cells('<c r="E2"><f>1+1</f></c>'), OK | {BUDGET: TOLD}),
    "a formula with one": Made(_cells('<c r="E2"><f>1+1</f><v>2</v></c>'), OK | {BUDGET: 200}),
    "an error": Made(_cells('<c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'), OK | {BUDGET: TOLD}),
    "an exponent": Made(_cells('<c r="E2"><v>1.5E3</v></c>'), OK | {BUDGET: 150000}),
    "no styles": Made(ONE, OK | {BUDGET: 100}, styles=""),
    "one cell merged with itself": Made(ONE + MERGED, OK | {BUDGET: 100}),
    "true in a column of money": Made(_cells('<c r="E2" t="b"><v>1</v></c>'), OK | {BUDGET: TOLD}),
    "seventeen digits": Made(_cells('<c r="E2"><v>1234567.8900000001</v></c>'), OK | {BUDGET: 123456789}),
}  # fmt: skip


def _types(parts: Iterable[str]) -> str:
    """What kind each part is, for those who ask."""
    kinds = {"workbook": "sheet.main", "sheet1": "worksheet"}
    sort = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    names = {part: PurePosixPath(part).stem for part in parts}
    said = (
        f'<Override PartName="/{part}" ContentType="{sort}.{kinds.get(name, name)}+xml"/>'
        for part, name in names.items()
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="{rels}"/>{"".join(said)}</Types>'


def _by_hand(folder: Path, name: str, made: Made) -> Hard:
    space, office = (STRICT, OFFICE_STRICT) if made.strict else (MAIN, OFFICE)
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    related = {"worksheet": "worksheets/sheet1.xml"}
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="{office}">{made.around[0]}<sheets><sheet '
        f'name="Prosjekter" sheetId="1" r:id="worksheet"/></sheets>{made.around[1]}</workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{space}">{made.data}</worksheet>',
    }
    for kind, root, content in (("styles", "styleSheet", made.styles), ("sharedStrings", "sst", made.strings)):
        if content:
            related[kind] = f"{kind}.xml"
            parts[f"xl/{kind}.xml"] = f'<{root} xmlns="{space}">{content}</{root}>'
    parts["_rels/.rels"] = (
        f'<Relationships xmlns="{relations}"><Relationship Id="a" Type="{office}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>'
    )
    parts["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{relations}">' + "".join(
        f'<Relationship Id="{kind}" Type="{office}/{kind}" Target="{target}"/>' for kind, target in related.items()
    ) + "</Relationships>"  # fmt: skip
    parts["[Content_Types].xml"] = _types(name for name in parts if name.startswith("xl/") and "_rels" not in name)
    path = folder / f"{name}.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as whole:
        for part, content in parts.items():
            whole.writestr(part, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + content)
    return Hard(name, path, made.truth)


def made_by_hand(folder: Path) -> Iterator[Hard]:
    """All of them, written below ``folder``."""
    return (_by_hand(folder, name, made) for name, made in BY_HAND.items())
