"""An area says of one call that it fits or does not: as if the workbook said it, in a revision of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from akint_dash.domain.history import Change, State, Value
from akint_dash.domain.reading import Draft, Place, Problem, Reading
from akint_dash.domain.reasons import with_reason
from akint_dash.importers import load
from akint_dash.importers.identities import folded_identifier
from akint_dash.importers.naming import Names
from akint_dash.store.engine import Database
from akint_dash.store.revisions import Origin, Past, Revision, record

NAME: Final = "fit"
COLUMNS: Final = ("confirmed_areas", "dismissed_areas")


@dataclass(frozen=True, slots=True)
class Answer:
    """What an area says: ``call`` and ``area`` as a person writes them. A dismissal needs a ``reason``."""

    call: str
    area: str
    confirmed: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """The revision that was written (None: nothing to change), and the codes that were meant."""

    revision: Revision | None
    call: str
    area: str


class NotUnderstood(Exception):
    """What stands in the way: nothing was written."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


def give(engine: Database, answer: Answer, who: str, year: int) -> Given:
    """Write one answer under the writer's lock.

    Raises:
        NotUnderstood: no call or area is meant, or the area has ended before ``year``.
        DatabaseUnavailable: the database cannot be reached; nothing was written.
    """
    meant: list[str] = []

    def plan(state: State, _number: int, _past: Past) -> Sequence[Change]:
        names = Names(state)
        call, area = _call(state, names, answer.call), _area(state, names, answer.area, year)
        meant[:] = call, area
        values = _values(state["call"][call], area, answer)
        reading = Reading(NAME, NAME, (Draft("call", call, values, Place(NAME)),))
        made = load.plan([reading], state, {})
        if made.problems:
            raise NotUnderstood(*made.problems)
        return made.changes

    sort = "confirm" if answer.confirmed else "dismiss"
    revision = record(
        engine, Origin(who=who, source=NAME, files=f"{sort} {answer.call} {answer.area}", reason=answer.reason), plan
    )
    return Given(revision, *meant)


def _values(known: Any, area: str, answer: Answer) -> dict[str, Value | None]:
    """The columns of the call as they become: an area stands in one of them only."""
    goes_in, goes_out = COLUMNS if answer.confirmed else COLUMNS[::-1]
    inside = [list(tie) for tie in known.get(goes_in, [])]
    if area not in [code for code, _ in inside]:
        inside.append([area, None])
    outside = [list(tie) for tie in known.get(goes_out, []) if tie[0] != area]
    return {
        goes_in: inside,
        goes_out: outside or None,
        "fit_reasons": with_reason(str(known.get("fit_reasons", "")), area, answer.reason) or None,
    }


def _call(state: State, names: Names, said: str) -> str:
    """The code of the call that a code, an identifier or a title means."""
    records, wanted = state.get("call", {}), folded_identifier(said)
    by_identifier = [
        code for code, values in records.items() if folded_identifier(str(values.get("identifier", ""))) == wanted
    ]
    code = by_identifier[0] if len(by_identifier) == 1 and said not in records else names.code("call", said)
    if code in records:
        return code
    if by_identifier:
        raise NotUnderstood(Problem("name_of_several", _place("KODE"), said, "; ".join(by_identifier[:5])))
    key, near = names.fault("call", said)
    raise NotUnderstood(Problem(key, _place("KODE"), said, near))


def _area(state: State, names: Names, said: str, year: int) -> str:
    """The code of the area that a code or a name means."""
    code = names.code("area", said)
    if code not in state.get("area", {}):
        key, near = names.fault("area", said)
        raise NotUnderstood(Problem(key, _place("--area"), said, near))
    last = int(str(state["area"][code].get("valid_to", year)))
    if last < year:
        raise NotUnderstood(Problem("area_has_ended", _place("--area"), code, str(last)))
    return code


def _place(column: str) -> Place:
    return Place("akint-dash fit", column=column)
