"""Publications made by hand, and what a brief's parts hold."""

from __future__ import annotations

import random
import xml.etree.ElementTree as ET
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

from akint_dash.domain.exhibit import Chart, Column, Exhibit, Form, Kind, Publication, Series, Value
from akint_dash.text.words import Language

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def exhibit(key: str = "tiltak", rows: int = 3, chart: Chart | None = None, title: str = "Flere enn i fjor") -> Exhibit:
    columns = (
        Column("area", "Rådsområde", Kind.TEXT),
        Column("area_code", "Rådsområde (kode)", Kind.CODE),
        Column("n", "Antall", Kind.COUNT),
        Column("share", "Andel", Kind.SHARE),
        Column("won", "Innvilget", Kind.MONEY, "NOK"),
        Column("day", "Dag", Kind.DATE),
    )
    some: list[tuple[Value, ...]] = [
        (f"Område {i}", f"O{i}", 1000 + i, 0.385, Decimal("61600000.50") + i, date(2026, 1, 1 + i % 28))
        for i in range(rows - 1)
    ]
    if rows:
        some.append(("Siste", "S", None, None, None, "–"))
    return Exhibit(key, title, "Tiltak etter område", columns, tuple(some), chart=chart, refs=("3.1",))


def chart(seed: int) -> Chart:
    """Any chart that a page may make."""
    rng = random.Random(seed)
    form, kind = rng.choice(list(Form)), rng.choice([Kind.COUNT, Kind.SHARE, Kind.MONEY, Kind.DECIMAL, Kind.DAYS])
    size = rng.randint(1, 14)

    def value() -> int | float | Decimal | None:
        if rng.random() < 0.2:
            return None
        match kind:
            case Kind.MONEY:
                return Decimal(rng.randint(-(10**6), 10**10)) / 100
            case Kind.COUNT | Kind.DAYS:
                return rng.randint(0, 10**6)
            case _:
                return rng.random()

    instruments = rng.choice([("PRO", "POL", "KOM", "BIL"), ("",) * rng.randint(1, 8)])
    series = tuple(
        Series(f"Serie {i}", tuple(value() for _ in range(size)), code) for i, code in enumerate(instruments)
    )
    categories = tuple(f"Kategori {i}" for i in range(size))
    return Chart(
        form, categories, series, kind, "NOK" if kind is Kind.MONEY else "", form is not Form.LINES and seed % 2 == 0
    )


def publication(
    *exhibits: Exhibit, language: Language = "nb", address: str = "https://akint.example/omrader/SAM"
) -> Publication:
    return Publication(
        language=language,
        title="Samferdsel har hatt en større andel prosjektutvikling enn fylkeskommunen samlet",
        page="Samferdsel",
        over="Rådsområder · Samferdsel",
        say="39 tiltak i 2026.",
        selection=(("Periode", "2025–2026"),),
        day=date(2026, 11, 24),
        data="Data per 30.10.2026 kl. 09.00 · oppdatering 14",
        sources=("arbeidsboken", "EU-portalen"),
        address=address,
        county="Akershus fylkeskommune",
        demonstration="Demonstrasjonsdata: oppdiktede tall",
        audience="Bare det som er åpent for alle",
        exhibits=exhibits,
        notes=("Egne data til 30.10.2026.",),
        name="samferdsel",
    )


def parts(file: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(file)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def document(file: bytes) -> ET.Element:
    return ET.fromstring(parts(file)["word/document.xml"])


def text(element: ET.Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def paragraphs(file: bytes) -> list[tuple[str, str]]:
    """Style and text of each paragraph, in order."""
    found = []
    for one in document(file).iter(f"{W}p"):
        style = one.find(f"{W}pPr/{W}pStyle")
        found.append((style.get(f"{W}val", "") if style is not None else "", text(one)))
    return found


def charts(file: bytes) -> list[tuple[ET.Element, bytes]]:
    """Each chart in the order of the document, with the workbook that it carries, found the way Word finds it."""
    some = parts(file)
    ways = {one.get("Id"): one for one in ET.fromstring(some["word/_rels/document.xml.rels"])}
    found = []
    for shown in document(file).iter(f"{C}chart"):
        way = ways[shown.get(f"{R}id")]
        assert way.get("Type", "").endswith("/relationships/chart")
        name = (way.get("Target") or "").removeprefix("/word/")
        drawn = ET.fromstring(some[f"word/{name}"])
        own = {one.get("Id"): one for one in ET.fromstring(some[f"word/charts/_rels/{name.rpartition('/')[2]}.rels"])}
        carried = drawn.find(f"{C}externalData")
        assert carried is not None
        book = own[carried.get(f"{R}id")]
        assert book.get("Type", "").endswith("/relationships/package")
        found.append((drawn, some["word/" + (book.get("Target") or "").removeprefix("../")]))
    return found
