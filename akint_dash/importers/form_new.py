"""One new record written in a form: read as a workbook's row, under the next code of its kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from akint_dash.domain.history import Change, State, Values, apply
from akint_dash.domain.reading import Problem
from akint_dash.importers import load
from akint_dash.importers.form_edit import NAME, InTheWay, May, NotYours, get_of, reading_of
from akint_dash.importers.spelling import fold
from akint_dash.store.engine import Database
from akint_dash.store.revisions import Origin, Past, Revision, digest_at, record

FIRST: Final[Mapping[str, str]] = {"activity": "A-0001"}
"""The first code of a kind that has no record yet."""


@dataclass(frozen=True, slots=True)
class New:
    """What stands in the form, and the code that was proposed. ``again``: also where there is one like it."""

    entity: str
    code: str
    texts: Mapping[str, str]
    again: bool = False


class OneLikeIt(Exception):
    """Records of the same title and day; nothing was written."""

    def __init__(self, codes: Sequence[str]) -> None:
        super().__init__(codes)
        self.codes = tuple(codes)


def add(engine: Database, new: New, who: str, reason: str, may: May) -> tuple[Revision, str]:
    """Write it under the writer's lock; the revision, and the record's code: the proposed one, or the next free.

    Raises:
        NotYours: ``may`` says no of what it would be.
        InTheWay: something must be mended first; nothing was written.
        OneLikeIt: there is one like it already, and that was not confirmed.
        DatabaseUnavailable: the database cannot be reached; nothing was written.
    """
    codes: list[str] = []
    origin = Origin(who=who, source=NAME, reason=reason)
    revision = record(engine, origin, partial(_plan, new, may, codes))
    assert revision is not None  # noqa: S101 - a new record is a change
    return revision, codes[0]


def _plan(new: New, may: May, codes: list[str], state: State, number: int, past: Past) -> Sequence[Change]:
    known = state.get(new.entity, {})
    code = new.code if new.code not in known else next_code(new.entity, [*known, new.code])
    codes[:] = [code]
    reading = replace(reading_of(new.entity, code, new.texts), edited=False)
    made = load.plan([reading], state, {})
    if made.problems or not made.changes:
        raise InTheWay(
            made.problems or [Problem("no_rows", reading.drafts[0].place)],
            (),
            number,
            digest_at(past.revisions(), number),
        )
    get = get_of(apply(state, made.changes))
    if not all(may(get, one.entity, one.after or {}) for one in made.changes):
        raise NotYours
    if not new.again and (found := alike(known, made.changes[0].after or {})):
        raise OneLikeIt(found)
    return made.changes


def alike(known: Mapping[str, Values], values: Values) -> list[str]:
    """The records of the same title on the same day."""

    def key(one: Values) -> tuple[str, str]:
        return fold(str(one.get("title", ""))), str(one.get("start", ""))

    return [code for code, one in known.items() if key(one) == key(values)]


def new_code(said: str) -> bool:
    """Whether a proposed code is one that this form makes."""
    return len(said) < 40 and bool(re.fullmatch(r"[A-Za-zÆØÅæøå0-9-]+", said))


def next_code(entity: str, codes: Iterable[str]) -> str:
    """The code after the last one of the most usual form: ``A-0313`` after ``A-0312``."""
    parted = [(code[: -len(number)], number) for code in codes if (number := _number(code)) and len(number) < 10]
    if not parted:
        return FIRST.get(entity, "1")
    prefix = Counter(before for before, _ in parted).most_common(1)[0][0]
    last = max((number for before, number in parted if before == prefix), key=int)
    return f"{prefix}{int(last) + 1:0{len(last)}}"


def _number(code: str) -> str:
    """The digits that a code ends with."""
    return code[len(code.rstrip("0123456789")) :]
