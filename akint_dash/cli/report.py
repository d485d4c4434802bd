"""What an import did or would do: for a person as a short listing, for a script as one JSON object."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any, Final

from akint_dash.cli.base import say
from akint_dash.cli.wording import conflict_line, problem_line, sentence, shown, w
from akint_dash.domain.history import DEMONSTRATION, SOURCE_REFS, Change, Values
from akint_dash.domain.reading import Conflict, Place, Problem
from akint_dash.domain.schema import PERSON, SHEETS, Entity, Kind
from akint_dash.domain.text import around_difference
from akint_dash.errors import AkintError
from akint_dash.importers.load import Plan
from akint_dash.importers.run import Outcome
from akint_dash.store.revisions import Revision

NAME_LENGTH: Final = 70
LISTED: Final = 40
"""How many of each sort a person sees; the rest is counted."""


def say_json(value: Any) -> None:
    """The one JSON object of a command's standard output."""
    unicode = (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
    say(json.dumps(value, ensure_ascii=not unicode))


def as_json(plan: Plan, revision: int) -> dict[str, Any]:
    """The object of ``import --json``."""
    sorts = [change.sort for change in plan.changes]
    return {
        "added": sorts.count("added"),
        "changed": sorts.count("changed"),
        "closed": sorts.count("closed"),
        "conflicts": [_conflict(conflict) for conflict in plan.conflicts],
        "problems": [_problem(problem, problem_line(problem)) for problem in plan.problems],
        "remarks": [_problem(remark, problem_line(remark)) for remark in plan.remarks]
        + [_problem(Problem("overwrites", c.place), conflict_line(c, "overwrites")) for c in plan.overwritten],
        "revision": revision,
    }


def revision_json(revision: Revision) -> dict[str, Any]:
    """The same object of one revision written without an import."""
    counts = {"added": revision.added, "changed": revision.changed, "closed": revision.closed}
    return counts | {"conflicts": [], "problems": [], "remarks": [], "revision": revision.number}


def fault_json(key: str, message: str, file: str = "", revision: int | None = None) -> dict[str, Any]:
    """The same object where nothing could be planned at all: the fault is its one problem."""
    return as_json(Plan(), 0) | {"problems": [_problem(Problem(key, Place(file)), message)], "revision": revision}


def error_json(error: AkintError, revision: int | None = None) -> dict[str, Any]:
    """The same of an error of ours."""
    return fault_json(error.key, sentence(error), str(error.values.get("file", "")), revision)


def _conflict(conflict: Conflict) -> dict[str, Any]:
    place = conflict.place
    return {
        "entity": conflict.entity,
        "code": conflict.code,
        "column": conflict.column,
        "ours": conflict.ours,
        "theirs": conflict.theirs,
        "file": place.file,
        "sheet": place.sheet,
        "row": place.row,
        "other": conflict.other,
        "was": conflict.was,
        "message": conflict_line(conflict),
    }


def _problem(problem: Problem, message: str) -> dict[str, Any]:
    place = problem.place
    return {
        "key": problem.key,
        "file": place.file,
        "sheet": place.sheet,
        "row": place.row,
        "column": place.column,
        "value": problem.value,
        "expected": problem.expected,
        "message": message,
    }


# -- for a person


def say_plan(outcome: Outcome, *, check: bool) -> None:
    """Tell a person what was done, or would be done."""
    plan = outcome.plan
    if check or not plan.may_write:
        _say_changes(plan.changes)
    _section(w("Konflikter"), [conflict_line(conflict) for conflict in plan.conflicts])
    _section(w("Skrives over"), [conflict_line(conflict, "overwrites") for conflict in plan.overwritten])
    _section(w("Feil som må rettes"), [problem_line(problem) for problem in plan.problems])
    _section(w("Merknader"), [problem_line(remark) for remark in plan.remarks])
    say(_conclusion(outcome, check))


def _conclusion(outcome: Outcome, check: bool) -> str:
    plan = outcome.plan
    sorts = [change.sort for change in plan.changes]
    counts = counted(sorts.count("added"), sorts.count("changed"), sorts.count("closed"))
    if not plan.may_write:
        parts = [w.n("{n} feil", "{n} feil", len(plan.problems))] if plan.problems else []
        parts += [w.n("{n} konflikt", "{n} konflikter", len(plan.conflicts))] if plan.conflicts else []
        told = w("Ingenting er skrevet: {what} må løses først.", what=w.join(parts))
        if any(not conflict.other for conflict in plan.conflicts):
            told += " " + w("Skal arbeidsbokens verdier gjelde, kjør igjen med --overwrite.")
        return told
    if not plan.changes:
        return w("Ingenting å endre. Databasen står på oppdatering {n}.", n=outcome.newest)
    if check:
        return w("Prøve: {counts}. Ingenting er skrevet; kjør uten --check for å lese inn.", counts=counts)
    return w("Lest inn som oppdatering {n}: {counts}. Angres med akint-dash undo {n}.", n=outcome.newest, counts=counts)


def counted(added: int, changed: int, closed: int) -> str:
    """``12 nye, 3 endret, 1 avsluttet``."""
    parts = (
        w.n("{n} ny", "{n} nye", added),
        w("{n} endret", n=w.number(changed)),
        w("{n} avsluttet", n=w.number(closed)),
    )
    return ", ".join(parts)


def _say_changes(changes: Sequence[Change]) -> None:
    for sort, heading in (("added", w("Nye")), ("changed", w("Endret")), ("closed", w("Avsluttet"))):
        _section(heading, [_change_line(change) for change in changes if change.sort == sort])


def _section(heading: str, lines: Sequence[str]) -> None:
    if not lines:
        return
    say(f"{heading} ({w.number(len(lines))})")
    for line in lines[:LISTED]:
        say(f"  {line}")
    if len(lines) > LISTED:
        say(w("  … og {n} til", n=w.number(len(lines) - LISTED)))
    say("")


def _change_line(change: Change) -> str:
    entity = SHEETS[change.entity]
    head = f"{entity.sheet} {change.code}"
    if entity is PERSON:
        return head  # names are in no listing
    if change.before is not None and change.after is not None:
        return f"{head}: " + "; ".join(_differences(entity, change.before, change.after))
    name = _name(change.after if change.after is not None else change.before or {})
    return f"{head}  {name}".rstrip()


def _differences(entity: Entity, before: Values, after: Values) -> Iterable[str]:
    for column in entity.columns:
        old, new = before.get(column.name), after.get(column.name)
        if old != new:
            was, is_now = around_difference(shown(column, old), shown(column, new))
            if column.kind is Kind.TEXT and new is None:
                yield w("{column}: «{old}» tømmes", column=column.heading, old=was)
            else:
                yield f"{column.heading}: {was} → {is_now}"
    if before.get(SOURCE_REFS) != after.get(SOURCE_REFS):
        yield w("kildenøkkel")
    if before.get(DEMONSTRATION) != after.get(DEMONSTRATION):
        yield w("demonstrasjonsmerke")


def _name(values: Values) -> str:
    text = next((str(values[key]) for key in ("title", "name", "name_nb", "words") if key in values), "")
    return text if len(text) <= NAME_LENGTH else text[: NAME_LENGTH - 1] + "…"
