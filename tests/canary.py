"""A portfolio that holds a secret of every kind: one unique word in every text of an internal record, and of a person,
and in what only staff sees of public records."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from akint_dash.domain.history import Change, Values
from akint_dash.domain.schema import ENTITIES, Kind, Sort
from akint_dash.importers.run import load_code_lists, load_demonstration
from akint_dash.settings import PROJECT
from akint_dash.store.engine import open_engine, upgrade
from akint_dash.store.portfolio import STAFF_ONLY
from akint_dash.store.revisions import Origin, record

WORD = "Kvitresmaug"
FIRST = {
    ("project_step", "status"): "granted",
    ("funding", "level"): "eu",
    ("funding", "form"): "cash",
    ("funding", "payer"): "others",
    ("result", "kind"): "method",
    ("dossier", "stage"): "proposal",
    ("post", "sphere"): "political",
    ("activity", "kind"): "contact",
    ("attendance", "audience"): "academia",
    ("cooperation", "status"): "active",
    ("fund", "level"): "regional",
    ("target", "measure"): "results",
}


def secret(entity: str, parents: dict[str, str]) -> Values:
    """An internal record whose every text holds the word, tied to the other secrets."""
    values: dict[str, Any] = {"visibility": "internal", "exemption": f"offl. § 15 {WORD}", "note": WORD}
    for column in ENTITIES[entity].columns:
        if column.kind is Kind.TEXT and column.name not in values:
            values[column.name] = "NOK" if column.name == "currency" else f"{WORD} {column.name}"
        elif column.kind is Kind.DATE:
            values[column.name] = (
                "2026-11-25" if column.name in ("day", "to_date", "agreement_to", "end") else "2026-10-01"
            )
        elif column.required and column.kind is Kind.CHOICE:
            values[column.name] = FIRST[entity, column.name]
        elif column.required and column.kind is Kind.INTEGER:
            values[column.name] = 2026
        elif column.required and column.kind is Kind.NUMBER:
            values[column.name] = 7.0
        elif column.kind is Kind.REFERENCE and column.required:
            values[column.name] = parents[column.of]
    return values


def half_open(entity: str, parents: dict[str, str]) -> Values:
    """A public record that holds the word only where staff alone may read."""
    whole = secret(entity, parents)
    kept = {
        column.name: f"åpen {column.name}" if column.kind is Kind.TEXT and column.name != "currency" else value
        for column in ENTITIES[entity].columns
        if (value := whole.get(column.name)) is not None and column.name not in STAFF_ONLY
    }
    staff = {name: WORD for name in ("note", "exemption") if name in ENTITIES[entity].by_name}
    return {**kept, **staff, "visibility": "public"}


def make_portfolio(path: Path) -> None:
    """Write it to a SQLite file, beside the demonstration."""
    engine = open_engine(f"sqlite:///{path}")
    upgrade(engine)
    load_code_lists(engine, PROJECT / "data" / "code", "2024-01-01T08:00:00Z")
    load_demonstration(engine, PROJECT / "data" / "demo")
    things = [e.name for e in ENTITIES.values() if e.sort is not Sort.LIST]
    lists = {"area": "SAM", "theme": "samferdsel", "instrument": "PRO", "region": "SE-O", "programme": "HORIZON"}
    shut = {name: f"{WORD}-{name}" for name in things} | lists
    ajar = {name: f"AJAR-{name}" for name in things} | lists
    changes = [Change(name, f"{WORD}-{name}", None, secret(name, shut)) for name in things]
    changes += [Change(name, f"AJAR-{name}", None, half_open(name, ajar)) for name in things]
    person = Change("person", "X", None, {"name": WORD, "mail": WORD})
    record(engine, Origin("test", "arbeidsbok"), lambda *_: [*changes, person])
    engine.dispose()


def unpacked(body: bytes) -> bytes:
    """All that stands in a file, also within the files in it."""
    if not body.startswith(b"PK"):
        return body
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return b"".join(name.encode() + unpacked(archive.read(name)) for name in archive.namelist())
