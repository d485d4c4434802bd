"""The CSV files of code lists and demonstration, read without the product's own reader."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path

from akint_dash.domain.schema import ENTITIES, Column, Kind

ROOT = Path(__file__).resolve().parents[2]
CODE = ROOT / "data" / "code"
DEMO = ROOT / "data" / "demo"
SHARED = ROOT.parent / "shared"

Row = Mapping[str, str]
State = dict[str, dict[str, Row]]


def rows(path: Path) -> list[Row]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def header(path: Path) -> list[str]:
    """The first line of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def entity_files(folder: Path) -> dict[str, Path]:
    """The files of a folder that are named as an entity."""
    return {name: path for name in ENTITIES if (path := folder / f"{name}.csv").is_file()}


def tied(column: Column, cell: str) -> Iterator[tuple[str, int | None]]:
    """(code, share) of each record that a cell of references or ties names."""
    for part in filter(None, (p.strip() for p in cell.split(";"))):
        code, _, share = part.rpartition(" ")
        if column.kind is Kind.TIES and code and share.isdigit():
            yield code, int(share)
        else:
            yield part, None


def bad_cells(name: str, path: Path, vocabularies: Mapping[str, Mapping[str, object]]) -> list[str]:
    """Cells that do not hold what their column asks for."""
    columns = ENTITIES[name].by_name
    found = []
    for row in rows(path):
        for heading, cell in row.items():
            column = columns.get(heading)
            if column is None or not cell:
                continue
            if not _right(column, cell, vocabularies):
                found.append(f"{path.parent.name}/{path.name} {row['code']} {heading}: {cell}")
        missing = [c.name for c in columns.values() if c.required and not row.get(c.name)]
        found += [f"{path.parent.name}/{path.name} {row['code']} lacks {m}" for m in missing]
    return found


def _right(column: Column, cell: str, vocabularies: Mapping[str, Mapping[str, object]]) -> bool:
    try:
        if column.kind is Kind.CHOICE:
            return cell in vocabularies[column.of]
        if column.kind is Kind.DATE:
            return date.fromisoformat(cell).isoformat() == cell
        if column.kind is Kind.MOMENT:
            datetime.strptime(cell, "%Y-%m-%dT%H:%M:%SZ")
        if column.kind is Kind.INTEGER:
            int(cell)
        if column.kind in (Kind.NUMBER, Kind.MONEY):
            float(cell)
    except ValueError:
        return False
    return True


@cache
def code_lists() -> State:
    """The product's code lists."""
    return {name: {r["code"]: r for r in rows(path)} for name, path in entity_files(CODE).items()}


def demo_days() -> list[Path]:
    """The folders of the demonstration's revisions, the first first."""
    return sorted(p for p in DEMO.iterdir() if p.is_dir() and p.name[:2] == "20")


def taken_back(folder: Path) -> bool:
    """Whether the revision of a folder was undone again."""
    return (folder / "angret.txt").is_file()


@cache
def demo_states() -> dict[str, State]:
    """What the demonstration holds after each of its revisions, code lists included; an undone one changes nothing."""
    states: dict[str, State] = {}
    now: State = {name: dict(records) for name, records in code_lists().items()}
    for folder in demo_days():
        if taken_back(folder):
            states[folder.name] = dict(now)
            continue
        for name, path in entity_files(folder).items():
            now[name] = {**now.get(name, {}), **{r["code"]: r for r in rows(path)}}
        if (folder / "closed.csv").is_file():
            for row in rows(folder / "closed.csv"):
                now[row["entity"]] = {c: r for c, r in now[row["entity"]].items() if c != row["code"]}
        states[folder.name] = dict(now)
    return states


def demo() -> State:
    """What the demonstration holds in the end."""
    return demo_states()[demo_days()[-1].name]


def dangling(state: State) -> list[str]:
    """Codes that are named and not there."""
    found = []
    for name, records in state.items():
        for column in ENTITIES[name].columns:
            if column.of not in ENTITIES:
                continue
            for code, row in records.items():
                named = [c for c, _ in tied(column, row.get(column.name) or "")]
                found += [f"{name} {code} {column.name}: {c}" for c in named if c not in state.get(column.of, {})]
    return found
