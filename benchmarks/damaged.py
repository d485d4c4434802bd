"""Damaged workbooks and lists: refused in words or read; never a traceback, never a changed database."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.commands import Ran, run
from benchmarks.databases import Checksums, Place, checksums
from benchmarks.warm import Warm, warm
from tests.importers.damage import damages, list_damages, lists

Made = tuple[str, bytes]
"""A file's name and content."""
Begun = tuple[str, Path]
"""A database with the demonstration, and its workbook."""

KEYS: Final = {"added", "changed", "closed", "conflicts", "problems", "remarks", "revision"}


@dataclass(slots=True)
class Damaged:
    """What became of the files."""

    count: int = 0
    refused: int = 0
    read: int = 0
    most_bytes: int = 0
    longest_s: float = 0.0
    answers: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def damaged(place: Place, count: int, seed: int, folder: Path, of: int = 0, begun: Begun | None = None) -> Damaged:
    """Import ``count`` damaged copies of the demonstration's own workbook, drawn from ``of`` (all of them)."""
    url, book = begun or _demonstration(place, folder)
    chosen = damages(book.read_bytes(), seed, of=_drawn(count, of, seed))
    return _each(url, ((f"{one.name}.xlsx", one.content) for one in chosen), folder)


def damaged_lists(
    place: Place, count: int, seed: int, folder: Path, of: int = 0, begun: Begun | None = None
) -> Damaged:
    """Check ``count`` damaged lists as public sources give them, drawn from ``of`` (all of them)."""
    url, _ = begun or _demonstration(place, folder)
    return _each(url, list_damages(lists(), seed, of=_drawn(count, of, seed)), folder, "--check")


def _demonstration(place: Place, folder: Path) -> Begun:
    url, book = place.new(), folder / "whole.xlsx"
    for arguments in (("demo",), ("export", book, "--force")):
        ran = run(url, *arguments)
        if ran.code != 0:
            raise RuntimeError(ran.err)
    return url, book


def _drawn(count: int, of: int, seed: int) -> list[int]:
    """The numbers of ``count`` files, all or drawn from ``of``."""
    return sorted(Random(seed).sample(range(of or count), count))


def _each(url: str, made: Iterable[Made], folder: Path, *words: str) -> Damaged:
    """Give every file to the command; the database stays as it was."""
    before = checksums(url)
    result = Damaged()
    with warm() as command:
        for name, content in made:
            path = folder / name
            path.write_bytes(content)
            result.faults += [f"{name}: {fault}" for fault in _one(command, url, path, words, before, result)]
            path.unlink()
    return result


def _one(
    command: Warm, url: str, path: Path, words: Iterable[str], before: Checksums, result: Damaged
) -> Iterator[str]:
    yield from _judge(result, command.run(url, "import", path, "--json", *words))
    if checksums(url) != before:
        yield "the database changed"


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
        key = answer["problems"][0]["key"] if answer["problems"] else "conflict"
        result.answers[key] += 1
        if key in ("reader_crashed", "unexpected"):
            yield f"{key}: {answer['problems'][0]['message']}"
    else:
        result.read += 1
    if ran.code == 1 and not (answer["problems"] or answer["conflicts"]):
        yield "refused without a word"
