"""Damaged workbooks: refused, or read as the whole one; never a traceback, never a changed database."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.commands import Ran, run
from benchmarks.databases import Place, checksums
from tests.importers.damage import damages

KEYS: Final = {"added", "changed", "closed", "conflicts", "problems", "remarks", "revision"}


@dataclass(slots=True)
class Damaged:
    """What became of the files."""

    count: int = 0
    refused: int = 0
    read_as_whole: int = 0
    most_bytes: int = 0
    longest_s: float = 0.0
    answers: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def damaged(place: Place, count: int, seed: int, folder: Path, of: int = 0) -> Damaged:
    """Import ``count`` damaged copies of the demonstration's own workbook, drawn from ``of`` (all of them)."""
    url = place.new()
    book = folder / "whole.xlsx"
    for arguments in (("demo",), ("export", book)):
        ran = run(url, *arguments)
        if ran.code != 0:
            raise RuntimeError(ran.err)
    before = checksums(url)
    result = Damaged()
    drawn = frozenset(Random(seed).sample(range(of or count), count))
    for number, damage in enumerate(damages(book.read_bytes(), seed, of or count)):
        if number not in drawn:
            continue
        path = folder / f"{damage.name}.xlsx"
        path.write_bytes(damage.content)
        ran = run(url, "import", path, "--json")
        path.unlink()
        result.faults += [f"{damage.name}: {fault}" for fault in _judge(result, ran)]
        if checksums(url) != before:
            result.faults.append(f"{damage.name}: the database changed")
            break
    return result


def _judge(result: Damaged, ran: Ran) -> Iterator[str]:
    result.count += 1
    result.most_bytes = max(result.most_bytes, ran.most_bytes)
    result.longest_s = max(result.longest_s, ran.seconds)
    if ran.code not in (0, 1):
        yield f"exit {ran.code}"
    if "Traceback" in ran.out + ran.err:
        yield "a traceback"
    try:
        answer = json.loads(ran.out)
    except ValueError:
        yield f"no JSON: {ran.out[:200]!r} {ran.err[:200]!r}"
        return
    if set(answer) != KEYS:
        yield "another JSON object"
    if ran.code == 1:
        result.refused += 1
        result.answers[answer["problems"][0]["key"] if answer["problems"] else "conflict"] += 1
    else:
        result.read_as_whole += 1
    if ran.code == 1 and not (answer["problems"] or answer["conflicts"]):
        yield "refused without a word"
    if "Uventet feil" in ran.err:
        yield f"unexpected: {ran.err.strip()}"
