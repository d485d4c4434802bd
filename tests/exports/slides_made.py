"""Exhibits made by hand, and what a file of slides holds: read with the library, and as the XML that it is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from lxml import etree
from pptx import Presentation

from akint_dash.domain.exhibit import Chart, Column, Exhibit, Form, Kind, Publication, Series
from akint_dash.exports import slides
from akint_dash.text.words import Language

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
YEARS = ("2024", "2025", "2026")
INSTRUMENTS = ("PRO", "POL", "KOM", "BIL")


def chart(form: Form, kind: Kind, *rows: tuple[Any, ...], stacked: bool = False, unit: str = "", **more: Any) -> Chart:
    """A chart of rows of numbers, a series each, named A, B ..."""
    names = more.get("names") or [chr(ord("A") + at) for at in range(len(rows))]
    codes = more.get("instruments") or [""] * len(rows)
    series = tuple(Series(name, tuple(row), code) for name, row, code in zip(names, rows, codes, strict=False))
    categories = more.get("categories") or YEARS[: len(rows[0])]
    return Chart(form, tuple(categories), series, kind, unit, stacked)


CHARTS = {
    "bars": chart(Form.BARS, Kind.COUNT, (19, 10, None), categories=("Samferdsel", "Klima og miljø", "Utdanning")),
    "bars-stacked": chart(Form.BARS, Kind.COUNT, (19, 1), (3, None), (0, 40), stacked=True, names=("Ja", "Nei", "Vet")),
    "columns": chart(
        Form.COLUMNS, Kind.MONEY, (Decimal("6200200.55"), None, Decimal("61600000")), unit="NOK", names=("Støtte",)
    ),
    "columns-stacked": chart(
        Form.COLUMNS, Kind.MONEY, *[tuple(Decimal(n * 700_000 + at) for at in range(3)) for n in range(1, 6)],
        stacked=True, unit="NOK",
    ),
    "lines": chart(
        Form.LINES, Kind.SHARE, (0.28, 0.36, 0.38), (0.3, 0.28, None), (0.32, 0.26, 0.28), (0.1, 0.1, 0.06),
        names=("Prosjektutvikling", "Politikkoppfølging", "Kompetanseheving", "Bilateralt samarbeid"),
        instruments=INSTRUMENTS,
    ),
    "line": chart(Form.LINES, Kind.DECIMAL, (0.5, None, 12.25)),
    "many": chart(Form.LINES, Kind.COUNT, tuple(range(60)), categories=[f"{n:02d}.11.2026" for n in range(60)]),
    "below": chart(Form.COLUMNS, Kind.COUNT, (-3, 4, 0)),
}  # fmt: skip


def exhibit(key: str = "x", **more: Any) -> Exhibit:
    """A small exhibit with a table of two columns."""
    columns = (Column("area", "Rådsområde", Kind.TEXT), Column("n", "Antall", Kind.COUNT))
    values: dict[str, Any] = {
        "title": f"Samferdsel har flest tiltak ({key})",
        "caption": "Tiltak etter rådsområde",
        "columns": columns,
        "rows": (("Samferdsel", 19), ("Klima og miljø", None), ("Utdanning", 0)),
        "say": "Nitten av tretti tiltak er i samferdsel.",
        "base": "Filtre: Samferdsel",
        "unit": "Tiltak i 2026",
        "notes": ("Bygger på 29 av 30 tiltak; 1 mangler dato",),
        "refs": ("3.1", "3.2"),
    }
    return Exhibit(key=key, **{**values, **more})


def publication(*exhibits: Exhibit, language: Language = "nb", **more: Any) -> Publication:
    """A page of these exhibits."""
    values: dict[str, Any] = {
        "title": "24 av 37 avgjorte søknader er innvilget",
        "page": "Prosjektutvikling",
        "over": "Virkemiddel i strategien",
        "say": "Elleve søknader venter på svar.",
        "selection": (("Rådsområde", "Samferdsel; Klima og miljø"),),
        "day": date(2026, 11, 24),
        "data": "Data per 30.10.2026 kl. 09.00 · oppdatering 14",
        "sources": ("arbeidsboken", "keep.eu"),
        "address": "https://akint.example.no/virkemidler/prosjektutvikling?omrade=SAM",
        "county": "Akershus fylkeskommune",
        "demonstration": "Demonstrasjonsdata: oppdiktede tall",
        "audience": "Bare det som er åpent for alle",
        "exhibits": exhibits,
        "notes": ("Egne data til 30.10.2026.",),
        "name": "prosjektutvikling",
    }
    return Publication(language=language, **{**values, **more})


class File:
    """A written file, as the library reads it and as its parts."""

    def __init__(self, made: Publication) -> None:
        self.blob = slides.write(made)
        self.deck = Presentation(io.BytesIO(self.blob))
        with zipfile.ZipFile(io.BytesIO(self.blob)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def xml(self, start: str) -> Iterator[tuple[str, Any]]:
        """The parts whose names begin with ``start``."""
        for name, body in sorted(self.parts.items()):
            if name.startswith(start) and name.endswith(".xml"):
                yield name, etree.fromstring(body)

    def charts(self) -> list[Any]:
        """The charts, in the order of the slides."""
        return [shape.chart for slide in self.deck.slides for shape in slide.shapes if shape.has_chart]

    def tables(self) -> list[Any]:
        """The tables, in the order of the slides."""
        return [shape.table for slide in self.deck.slides for shape in slide.shapes if shape.has_table]
