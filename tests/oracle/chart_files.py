"""The charts of a file as other programs find them: read with readers of the formats, none of our own code.

A chart is read from every place where its numbers stand: its own XML, and the workbook it carries (or the cells it is
drawn of).
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
from pptx import Presentation

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@dataclass(frozen=True)
class Read:
    """What stands in one place of a file: categories, and each series' name and values (None: a gap)."""

    place: str
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[Any, ...]], ...]


def workbook(place: str, body: bytes) -> Read:
    """The first sheet of a carried workbook: categories in column A, a series a column."""
    rows = list(openpyxl.load_workbook(io.BytesIO(body)).worksheets[0].iter_rows(values_only=True))
    rows = [row for row in rows if any(cell is not None for cell in row)]
    columns = list(zip_longest(*rows))
    series = tuple((str(head), tuple(values)) for head, *values in columns[1:])
    return Read(place, tuple(str(name) for name in columns[0][1:]), series)


def _points(node: ElementTree.Element | None, size: int) -> tuple[str | None, ...]:
    found: dict[int, str | None] = {}
    for point in node.iter(f"{C}pt") if node is not None else ():
        found[int(point.attrib["idx"])] = point.findtext(f"{C}v")
    return tuple(found.get(index) for index in range(size))


def drawn(place: str, body: bytes) -> Read:
    """A chart part's own copy of its numbers."""
    root = ElementTree.fromstring(body)
    categories: tuple[str, ...] = ()
    series = []
    for one in root.iter(f"{C}ser"):
        count = next(one.find(f"{C}cat").iter(f"{C}ptCount")).attrib["val"]  # type: ignore[union-attr]
        categories = tuple(str(name) for name in _points(one.find(f"{C}cat"), int(count)))
        values = _points(one.find(f"{C}val"), int(count))
        name = one.find(f"{C}tx").findtext(f".//{C}v")  # type: ignore[union-attr]
        series.append((str(name), tuple(None if value is None else float(value) for value in values)))
    return Read(place, categories, tuple(series))


def of_docx(body: bytes) -> Iterator[Read]:
    with ZipFile(io.BytesIO(body)) as file:
        for name in file.namelist():
            if re.fullmatch(r"word/charts/chart\d+\.xml", name):
                yield drawn("docx, chart", file.read(name))
            if re.fullmatch(r"word/embeddings/.+\.xlsx", name):
                yield workbook("docx, workbook", file.read(name))


def of_pptx(body: bytes) -> Iterator[Read]:
    for slide in Presentation(io.BytesIO(body)).slides:
        for shape in slide.shapes:
            if shape.has_chart:
                part = shape.chart.part
                yield drawn("pptx, chart", part.blob)
                yield workbook("pptx, workbook", part.chart_workbook.xlsx_part.blob)


def of_xlsx(body: bytes) -> Iterator[Read]:
    book = openpyxl.load_workbook(io.BytesIO(body))

    def cells(reference: str) -> tuple[Any, ...]:
        sheet, _, area = reference.rpartition("!")
        found = book[sheet.strip("'").replace("''", "'")][area.replace("$", "")]
        return tuple(row[0].value for row in found) if isinstance(found, tuple) else (found.value,)

    sheets: list[Any] = book.worksheets
    for sheet in sheets:
        for chart in sheet._charts:
            series = []
            for one in chart.series:
                name = re.sub(r" \(NOK\)$", "", str(cells(one.tx.strRef.f)[0]))
                series.append((name, cells(one.val.numRef.f)))
            names = cells((one.cat.strRef or one.cat.numRef).f)
            yield Read("xlsx, cells", tuple(map(str, names)), tuple(series))


READERS: Mapping[str, Callable[[bytes], Iterator[Read]]] = {"docx": of_docx, "pptx": of_pptx, "xlsx": of_xlsx}
"""By the ending of the file's name."""
PLACES = {"docx": 2, "pptx": 2, "xlsx": 1}
"""In how many places a chart's numbers stand."""
