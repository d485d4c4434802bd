"""A page as a Frictionless Data Package: what it says of every column is so, by the specification's own types."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest

from akint_dash.domain.exhibit import Column, Exhibit, Kind
from akint_dash.exports import datapackage
from akint_dash.exports.datapackage import TYPES
from tests.exports.made import COLUMNS, DRAWN, EVERY, harmful, publication

FIELD_TYPES: Final = {
    "string", "number", "integer", "boolean", "object", "array", "list", "datetime", "date", "time", "year",
    "yearmonth", "duration", "geopoint", "geojson", "any",
}  # fmt: skip
"""Of Table Schema 2.0 (datapackage.org/standard/table-schema)."""
LEXICAL: Final = {
    "string": r"[\s\S]*",
    "number": r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|NaN|-?INF",
    "integer": r"[+-]?\d+",
    "date": r"\d{4}-\d{2}-\d{2}",
    "year": r"-?\d{4}",
}
"""How a value of each type is written by default."""
NAME: Final = r"[a-z0-9._/-]+"


def read(file: bytes) -> tuple[dict[str, Any], dict[str, list[list[str]]], zipfile.ZipFile]:
    archive = zipfile.ZipFile(io.BytesIO(file))
    described = json.loads(archive.read("datapackage.json"))
    tables = {
        one["path"]: list(csv.reader(io.StringIO(archive.read(one["path"]).decode(), newline=""), strict=True))
        for one in described["resources"]
    }
    return described, tables, archive


def faults(file: bytes) -> list[str]:
    """What the descriptor says that is not so."""
    described, tables, archive = read(file)
    found = [] if re.fullmatch(NAME, described["name"]) else [f"name {described['name']}"]
    names = [one["name"] for one in described["resources"]]
    found += [] if len(set(names)) == len(names) else ["resources of one name"]
    if set(archive.namelist()) != {"datapackage.json", *tables}:
        found.append("files that are not described")
    for one in described["resources"]:
        body, (head, *rows) = archive.read(one["path"]), tables[one["path"]]
        fields = one["schema"]["fields"]
        checks = {
            "name": re.fullmatch(NAME, one["name"]),
            "path": not one["path"].startswith("/") and ".." not in one["path"],
            "bytes": one["bytes"] == len(body),
            "hash": one["hash"] == "sha256:" + hashlib.sha256(body).hexdigest(),
            "head": head == [field["name"] for field in fields] and len(set(head)) == len(head),
            "types": {field["type"] for field in fields} <= FIELD_TYPES,
        }
        found += [f"{one['name']}: {what}" for what, right in checks.items() if not right]
        missing = one["schema"]["missingValues"]
        found += [
            f"{one['name']} {field['name']}: {cell!r} is no {field['type']}"
            for row in rows
            for field, cell in zip(fields, row, strict=True)
            if cell not in missing and not re.fullmatch(LEXICAL[field["type"]], cell)
        ]
    return found


def test_every_kind_is_of_a_type_of_the_specification() -> None:
    assert set(TYPES) == set(Kind)
    assert set(TYPES.values()) <= FIELD_TYPES


def test_the_package_is_as_it_says() -> None:
    assert faults(datapackage.write(publication())) == []
    assert faults(datapackage.write(harmful())) == []


def test_the_check_notices() -> None:
    file = datapackage.write(publication(EVERY))
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b",1234,", b",1 234,").replace(b'"rate"', b'"kurs"'))
    found = faults(made.getvalue())
    assert [fault for fault in found if "is no integer" in fault]
    assert [fault for fault in found if fault.endswith("head")]
    assert [fault for fault in found if fault.endswith("hash")]


def test_a_field_has_its_title_type_and_unit() -> None:
    described, tables, _ = read(datapackage.write(publication(EVERY)))
    (one,) = described["resources"]
    fields = {field["name"]: field for field in one["schema"]["fields"]}
    assert fields["ore"] == {"name": "ore", "title": "Støtte", "type": "number", "unit": "NOK"}
    assert fields["share"] == {"name": "share", "title": "Andel", "type": "number", "description": "Andel fra 0 til 1"}
    assert fields["name_code"]["type"] == "string"
    assert fields["day"]["type"] == "date"
    assert fields["year"]["type"] == "year"
    assert one["schema"]["missingValues"] == ["", "–"]
    head, full, below, missing, _ = tables[one["path"]]
    row = dict(zip(head, full, strict=True))
    assert row["name_code"] == "007"
    assert Decimal(row["ore"]) == Decimal(6200200)
    assert date.fromisoformat(row["day"]) == date(2026, 11, 30)
    assert float(row["share"]) == 0.2846
    assert dict(zip(head, below, strict=True))["n"] == "-4"
    assert missing == [""] * len(COLUMNS)


def test_the_package_says_what_it_is_of_and_nothing_it_does_not_know() -> None:
    described, _, _ = read(datapackage.write(publication()))
    assert described["title"] == "Oversikt: Fem tiltak hittil i 2026"
    assert described["homepage"] == "https://akint.example/?omrade=SAM"
    assert described["sources"] == [{"title": "demonstrasjonen"}]
    assert described["selection"][0] == {"title": "Rådsområde", "value": "Samferdsel; Kultur"}
    assert described["demonstration"] is True
    assert described["description"].startswith("Demonstrasjonsdata: oppdiktede tall")
    assert "licenses" not in described
    assert [one["title"] for one in described["resources"]] == [
        "Alle slag verdier står her",
        "Prosjektutvikling · Fem tiltak i 2026",
    ]
    within, _, _ = read(datapackage.write(publication(address="/frister", demonstration="")))
    assert "homepage" not in within
    assert within["demonstration"] is False


def test_the_same_page_is_the_same_bytes() -> None:
    assert datapackage.write(publication()) == datapackage.write(publication())


@pytest.mark.parametrize("name", ["a", "=1+1"])
def test_columns_of_one_name_are_told_apart_and_none_begins_a_formula(name: str) -> None:
    twice = tuple(Column(name, f"Ord {at}", Kind.COUNT) for at in range(2))
    file = datapackage.write(publication(replace(DRAWN, columns=twice, rows=((1, 2),))))
    _, tables, _ = read(file)
    assert faults(file) == []
    assert not [cell for (head, *_) in tables.values() for cell in head if cell.startswith("=")]


def test_an_empty_table_has_its_head() -> None:
    file = datapackage.write(publication(Exhibit("k", "t", "c", COLUMNS, ())))
    assert faults(file) == []
