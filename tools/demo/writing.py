"""What is withheld, what the wrong workbook said, and the CSV files."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Final

from akint_dash.domain.schema import ENTITIES, UNOWNED, Sort
from tools.demo.book import BOOK, Row
from tools.demo.content import CONTENT, EXEMPTIONS, code_list
from tools.demo.days import LAST, MISTAKEN, REVISIONS, TAKEN_BACK

KEPT_PUBLIC: Final = {"SB-0001", "SB-0002", "SB-0008", "SB-0007", "SB-0005", "AS-PLA-BIL", "ORG-METREX", "M-METREX"}


def withhold() -> None:
    """A tenth of each kind of owned record becomes internal, with its ground for exemption."""
    aimed = set(CONTENT["aims"])
    soon = (LAST.isoformat(), (LAST + timedelta(days=90)).isoformat())
    near = {
        r["dossier"]
        for (e, _), r in BOOK.at(LAST).items()
        if e == "dossier_deadline" and soon[0] <= r["day"] <= soon[1]
    }
    for name, entity in ENTITIES.items():
        if entity.sort is not Sort.RECORD or name in UNOWNED:
            continue
        open_ = []
        for code in BOOK.codes(name):
            row = BOOK.first(name, code)[1]
            kept = code in KEPT_PUBLIC | near or row.get("title") in aimed or "Lviv" in row.get("title", "")
            if not kept and row["visibility"] == "public":
                open_.append(code)
        for code in Random(f"withhold {name}").sample(open_, round(len(open_) / 10)):
            ground = Random(code).choice(EXEMPTIONS)
            for index, (known, version) in enumerate(BOOK.versions[name, code]):
                if version is not None:
                    hidden = {**version, "visibility": "internal", "exemption": ground}
                    BOOK.versions[name, code][index] = (known, hidden)


def check_references(day: date, state: dict[tuple[str, str], Row]) -> None:
    """Every code that a row names lies in a code list or in the demonstration as known that day."""
    for (entity, code), row in state.items():
        for column in ENTITIES[entity].columns:
            if not column.of or column.of not in ENTITIES:
                continue
            for part in filter(None, row.get(column.name, "").split("; ")):
                named, _, share = part.rpartition(" ")
                named = named if named and share.isdigit() else part
                listed = ENTITIES[column.of].sort is Sort.LIST and column.of not in {"plan", "goal", "rate"}
                if (listed and named not in code_list(column.of)) or (not listed and (column.of, named) not in state):
                    raise ValueError(f"{day}: {entity} {code} {column.name} names {named}")


def write(out: Path) -> None:
    """In ``out``, one folder per revision with the rows that came or changed, and one that was taken back."""
    used = {name: {c for (e, _), v in BOOK.versions.items() if e == name for _, r in v if r for c in r if r[c]}
            for name in ENTITIES}  # fmt: skip
    for old in out.glob("20*-*-*"):
        shutil.rmtree(old)
    before: dict[tuple[str, str], Row] = {}
    for day in REVISIONS:
        state = BOOK.at(day)
        check_references(day, state)
        folder = _folder(out, day, {key: row for key, row in state.items() if before.get(key) != row}, used)
        gone = [{"entity": e, "code": c} for e, c in before if (e, c) not in state]
        if gone:
            _csv(folder / "closed.csv", ["entity", "code"], gone)
        if not before:
            keys = ("code", "name", "mail", "role")
            _csv(folder / "person.csv", keys, [dict(zip(keys, p, strict=True)) for p in CONTENT["persons"]])
        before = state
    folder = _folder(out, MISTAKEN, mistake(), used)
    (folder / "angret.txt").write_text(
        f"{TAKEN_BACK}\nFeil regneark: beløp i tusen kroner, og aktiviteter som alt var ført.\n", encoding="utf-8"
    )


def mistake() -> dict[tuple[str, str], Row]:
    """What the wrong workbook said: this year's means a thousand times too big, and activities a second time."""
    state = BOOK.at(MISTAKEN)
    wrong: dict[tuple[str, str], Row] = {}
    for (entity, code), row in state.items():
        if entity == "budget" and (row["area"], row["year"]) == ("NAE", str(MISTAKEN.year)):
            wrong[entity, code] = {**row, "planned_nok": f"{row['planned_nok']}000"}
    mine = sorted(key for key, row in state.items() if key[0] == "activity" and row["area"] == "NAE")
    for entity, code in mine[-6:]:
        wrong[entity, f"{code}-2"] = state[entity, code]
    return wrong


def _folder(out: Path, day: date, said: dict[tuple[str, str], Row], used: dict[str, set[str]]) -> Path:
    """Write the folder of a revision: one file for each entity that it says something of."""
    folder = out / day.isoformat()
    folder.mkdir()
    for name, entity in ENTITIES.items():
        rows = [{"code": code, **row} for (e, code), row in said.items() if e == name]
        columns = ["code", *(c.name for c in entity.columns if c.name in used[name])]
        if rows:
            _csv(folder / f"{name}.csv", columns, sorted(rows, key=lambda r: r["code"]))
    return folder


def _csv(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
