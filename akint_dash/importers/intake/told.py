"""What the work on a sending found, as plain JSON: keys and values, no sentence, and of persons no name."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from akint_dash.domain.history import Change
from akint_dash.domain.reading import Conflict, Place, Problem, Reading
from akint_dash.domain.schema import PERSON
from akint_dash.errors import AkintError
from akint_dash.importers.intake.folder import Intake
from akint_dash.importers.run import Outcome, Seen

PART: Final = 100
"""So many changes are kept, and shown, together."""
MOST_TOLD: Final = 5_000
"""So many conflicts and problems are kept of each sort."""
SORTS: Final = ("closed", "changed", "added")
"""The order of what is shown: what goes away first."""


def outcome_told(outcome: Outcome, readings: Sequence[Reading]) -> dict[str, Any]:
    """An outcome without its changes, which are kept apart."""
    plan = outcome.plan
    return {
        "counts": _counts(plan.changes),
        "sheets": [[entity, sort, n] for (entity, sort), n in sorted(_by_sheet(plan.changes).items())],
        "parts": -(-len(plan.changes) // PART),
        "conflicts": [_plain(one) for one in plan.conflicts[:MOST_TOLD]],
        "overwritten": [_plain(one) for one in plan.overwritten[:MOST_TOLD]],
        "problems": [_plain(one) for one in plan.problems[:MOST_TOLD]],
        "remarks": [_plain(one) for one in plan.remarks[:MOST_TOLD]],
        "totals": {name: len(getattr(plan, name)) for name in ("conflicts", "overwritten", "problems", "remarks")},
        "files": [{"name": r.file, "reader": r.reader, "rows": len(r.drafts)} for r in readings],
        "cells": {f"{r.file}\n{sheet}\n{heading}": at for r in readings for sheet, heading, at in r.columns},
        "newest": outcome.newest,
        "seen": dataclasses.asdict(outcome.seen),
        "moved": outcome.moved,
        "revision": outcome.revision.number if outcome.revision else None,
    }


def error_told(error: AkintError) -> dict[str, Any]:
    """An error of ours; ``text.problems`` words it."""
    return {"error": error.key, "values": error.values}


def keep_changes(intake: Intake, changes: Sequence[Change]) -> None:
    """The changes in parts, what is closed first; a person's are a code and nothing more."""
    folder = intake.folder / "changes"
    folder.mkdir(mode=0o700, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    ordered = sorted(changes, key=lambda change: SORTS.index(change.sort))
    for part, at in enumerate(range(0, len(ordered), PART), 1):
        intake.put_down(f"changes/{part}.json", [_change(change) for change in ordered[at : at + PART]])


def _change(change: Change) -> list[Any]:
    sides = [change.before, change.after]
    if change.entity == PERSON.name:
        sides = [None if side is None else {} for side in sides]
    return [change.entity, change.code, *sides]


def _counts(changes: Iterable[Change]) -> dict[str, int]:
    found = Counter(change.sort for change in changes)
    return {sort: found[sort] for sort in SORTS}


def _by_sheet(changes: Iterable[Change]) -> Counter[tuple[str, str]]:
    return Counter((change.entity, change.sort) for change in changes)


def _plain(one: Problem | Conflict) -> dict[str, Any]:
    return dataclasses.asdict(one)


# -- and back


def problems(told: Mapping[str, Any], name: str) -> Iterator[Problem]:
    """The ``problems`` or ``remarks`` that were told."""
    for one in told.get(name, ()):
        yield Problem(**{**one, "place": Place(**one["place"])})


def conflicts(told: Mapping[str, Any], name: str) -> Iterator[Conflict]:
    """The ``conflicts`` or what is ``overwritten``."""
    for one in told.get(name, ()):
        yield Conflict(**{**one, "place": Place(**one["place"])})


def seen_of(told: Mapping[str, Any]) -> Seen:
    """What a person who was shown it saw."""
    return Seen(**told["seen"])


def changes_of(rows: Iterable[Sequence[Any]]) -> list[Change]:
    """The changes of one part."""
    return [Change(*row) for row in rows]
