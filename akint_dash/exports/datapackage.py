"""A page as a Frictionless Data Package: ``datapackage.json`` says what every column holds, and a CSV a figure.

Data Package 2.0 (datapackage.org). The files are for programs: commas, decimal points, days ISO 8601, columns by their
names in code, and nothing before the headings.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any, Final

from akint_dash.addresses import is_web_address
from akint_dash.domain.exhibit import Column, Exhibit, Kind, Publication
from akint_dash.domain.table import NOT_APPLICABLE
from akint_dash.exports.delimited import line, written
from akint_dash.exports.told import about, explained, safe, titled
from akint_dash.text.words import Words

PROFILE: Final = "https://datapackage.org/profiles/2.0/"
TYPES: Final[Mapping[Kind, str]] = {
    Kind.TEXT: "string",
    Kind.CODE: "string",
    Kind.COUNT: "integer",
    Kind.DECIMAL: "number",
    Kind.SHARE: "number",
    Kind.RATE: "number",
    Kind.MONEY: "number",
    Kind.DATE: "date",
    Kind.MOMENT: "string",
    Kind.YEAR: "year",
    Kind.DAYS: "integer",
}
"""The type of a field in a Table Schema."""
STAMP: Final = (1980, 1, 1, 0, 0, 0)
"""The time of every file inside: the same publication is the same bytes."""


def write(publication: Publication) -> bytes:
    """A zip of the package."""
    described, tables = files(publication)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in [("datapackage.json", described), *tables]:
            entry = zipfile.ZipInfo(name, STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, body)
    return made.getvalue()


def files(publication: Publication) -> tuple[bytes, list[tuple[str, bytes]]]:
    """What describes the package, and its tables: their paths and what they hold."""
    words = Words(publication.language)
    bodies = [_table(exhibit).encode() for exhibit in publication.exhibits]
    pairs = enumerate(zip(publication.exhibits, bodies, strict=True), start=1)
    resources = [_resource(words, number, exhibit, body) for number, (exhibit, body) in pairs]
    described = json.dumps(_package(words, publication, resources), ensure_ascii=False, indent=2).encode()
    return described, [(resource["path"], body) for resource, body in zip(resources, bodies, strict=True)]


def path_of(number: int, exhibit: Exhibit) -> str:
    """Where a figure's table lies in the package."""
    return f"data/{number:02d}-{exhibit.key.lower()}.csv"


def _package(words: Words, publication: Publication, resources: list[dict[str, Any]]) -> dict[str, Any]:
    """The page; ``selection``, ``day``, ``data``, ``audience``, ``language`` and ``demonstration`` are our own."""
    told = [
        publication.demonstration,
        publication.say,
        *(f"{label}: {said}" for label, said in about(words, publication)),
    ]
    home = {"homepage": publication.address} if is_web_address(publication.address) else {}
    return {
        "$schema": f"{PROFILE}datapackage.json",
        "name": publication.name,
        "title": f"{publication.page}: {publication.title}",
        "description": "\n\n".join(filter(None, told)),
        **home,
        "sources": [{"title": source} for source in publication.sources],
        "contributors": [{"title": publication.county, "roles": ["publisher"]}],
        "language": publication.language,
        "selection": [{"title": name, "value": said} for name, said in publication.selection],
        "day": publication.day.isoformat(),
        "data": publication.data,
        "audience": publication.audience,
        "demonstration": bool(publication.demonstration),
        "resources": resources,
    }


def _resource(words: Words, number: int, exhibit: Exhibit, body: bytes) -> dict[str, Any]:
    told = (exhibit.say, exhibit.base, exhibit.unit, *exhibit.notes, *explained(words, exhibit))
    return {
        "$schema": f"{PROFILE}dataresource.json",
        "name": exhibit.key.lower(),
        "type": "table",
        "path": path_of(number, exhibit),
        "title": titled(exhibit),
        "description": "\n\n".join(filter(None, (exhibit.caption, *told))),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(body),
        "hash": f"sha256:{hashlib.sha256(body).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": {
            "fields": [_field(words, name, column) for name, column in named(exhibit)],
            "missingValues": ["", NOT_APPLICABLE],
        },
    }


def _field(words: Words, name: str, column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {"name": name, "title": column.words, "type": TYPES[column.kind]}
    if column.unit:
        found["unit"] = column.unit
    if column.kind is Kind.SHARE:
        found["description"] = words("Andel fra 0 til 1")
    if column.kind is Kind.MOMENT:
        found["description"] = words("Klokkeslett er norsk tid.")
    return found


def named(exhibit: Exhibit) -> Iterator[tuple[str, Column]]:
    """The columns by names of which no two are alike."""
    taken: set[str] = set()
    for at, column in enumerate(exhibit.columns, start=1):
        name = safe(column.name)
        name = f"{name}_{at}" if name in taken else name
        taken.add(name)
        yield name, column


def _table(exhibit: Exhibit) -> str:
    lines = [line([name for name, _ in named(exhibit)], norwegian=False)]
    kinds = [column.kind for column in exhibit.columns]
    for row in exhibit.rows:
        cells = (written(kind, value, norwegian=False) for kind, value in zip(kinds, row, strict=True))
        lines.append(line(list(cells), norwegian=False))
    return "".join(f"{one}\r\n" for one in lines)
