"""What is wrong with a reading of a workbook whose truth is known: in silence, by its cost, or refused though right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from akint_dash.domain.reading import Reading
from akint_dash.domain.schema import SHEETS
from benchmarks.hard_by_hand import REFUSED, TOLD, Hard

KINDS: Final = ("wrong in silence", "crash, too much time or memory", "refused wrongly")
COST: Final = frozenset({"reader_crashed", "reader_timeout", "too_large"})


@dataclass(slots=True)
class Took:
    """A reading, or the key of its refusal; processor seconds, and the most bytes of its whole process."""

    reading: Reading | None
    key: str
    seconds: float
    most_bytes: int


def judge(hard: Hard, took: Took) -> Iterator[tuple[str, str]]:
    """The faults of reading ``hard``: (kind, example)."""
    silent, costly, wrongly = KINDS
    if took.reading is None:
        if took.key in COST:
            yield costly, f"{hard.name}: {took.key}"
        elif hard.truth is not REFUSED:
            yield wrongly, f"{hard.name}: {took.key}"
        return
    told = {one.key for one in (*took.reading.problems, *took.reading.remarks)}
    for key in sorted(hard.told - told):
        yield silent, f"{hard.name}: {key} is not told"
    if hard.truth is REFUSED:
        if not took.reading.problems:
            yield silent, f"{hard.name}: read without a word"
        return
    yield from _judge_cells(hard.truth, took.reading, hard.name)


def _judge_cells(truth: Mapping[tuple[str, str], Any], reading: Reading, name: str) -> Iterator[tuple[str, str]]:
    silent, _, wrongly = KINDS
    headings = {column.name: column.heading for column in SHEETS["project"].columns}
    complained = {(one.place.row, one.place.column) for one in reading.problems}
    drafts = {draft.code: draft for draft in reading.drafts}
    for (code, column), right in truth.items():
        draft = drafts.get(code)
        value = draft.values.get(column) if draft else None
        problem = draft is not None and (draft.place.row, headings[column]) in complained
        if right is TOLD and not problem:
            yield silent, f"{name}: {code} {column} is {value!r}, and nothing is told"
        elif right is not TOLD and value != right:
            yield wrongly if problem else silent, f"{name}: {code} {column} is {value!r}, not {right!r}"
    for code in sorted(drafts.keys() - {code for code, _ in truth}):
        yield silent, f"{name}: {code} stands in no file"


def judge_damaged(name: str, whole: Reading, took: Took) -> Iterator[tuple[str, str]]:
    """A damaged file is refused, has problems, or says what the whole one says."""
    silent, costly, _ = KINDS
    if took.reading is None:
        if took.key in COST:
            yield costly, f"{name}: {took.key}"
    elif not took.reading.problems and said(took.reading) != said(whole):
        yield silent, f"{name}: says something else"


def said(reading: Reading) -> Any:
    """All that a reading says of the portfolio."""
    return reading.drafts, reading.scope, reading.base_revision, reading.mark
