"""Fields of one record written in a form: read by the rules of the workbook's sheets, written as one revision.

A form carries the revision it was made of. A field that somebody has changed since, or one that the same rule binds to
it, is a :class:`Clash`, and nothing is written; changes of other fields are none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any, Final

from akint_dash.domain.history import Change, State, Value, Values, apply
from akint_dash.domain.reading import Problem, Reading
from akint_dash.domain.schema import ENTITIES, Column, Entity, Kind
from akint_dash.importers import cells, load
from akint_dash.importers.codes import ties_text
from akint_dash.importers.conflicts import Base, alike, held
from akint_dash.importers.spelling import clean_text
from akint_dash.importers.tables import CODE, Found, Records
from akint_dash.importers.trust import TOGETHER
from akint_dash.store.engine import Database
from akint_dash.store.revisions import Origin, Past, Revision, digest_at, record

NAME: Final = "skjema"
APART: Final = frozenset({"confirmed_areas", "dismissed_areas", "fit_reasons"})
"""Columns that are answered together, in a form of their own (see ``fit_answer``)."""

Get = Callable[[str, str], Values]
May = Callable[[Get, str, Values], bool]
"""Whether somebody may change a record of an entity that says so and so; ``Get`` knows what it is a part of."""


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the fields of a form, and what it was made of: a revision, and a digest of the history there."""

    entity: str
    code: str
    texts: Mapping[str, str]
    revision: int
    history: str


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that was changed since: what it was, what it is, in which revision; 0 where nobody knows."""

    column: str
    was: Value | None
    now: Value | None
    revision: int


class NotThere(Exception):
    """There is no such record (any more)."""


class NotYours(Exception):
    """The record, as it is or as it would become, is not one that the writer may change."""


class InTheWay(Exception):
    """Nothing was written: problems, clashes, and the revision and history that they were found at."""

    def __init__(self, problems: Sequence[Problem], clashes: Sequence[Clash], revision: int, history: str) -> None:
        super().__init__(problems, clashes)
        self.problems, self.clashes = tuple(problems), tuple(clashes)
        self.revision, self.history = revision, history


def write(engine: Database, written: Written, who: str, reason: str, may: May) -> Revision | None:
    """Write one form under the writer's lock; None where it says what is known.

    Raises:
        NotThere: there is no such record.
        NotYours: ``may`` says no of it, as it is or as it would become.
        InTheWay: something must be mended or decided first; nothing was written.
        DatabaseUnavailable: the database cannot be reached; nothing was written.
    """
    origin = Origin(who=who, source=NAME, reason=reason)
    return record(engine, origin, partial(_plan, written, may))


def _plan(written: Written, may: May, state: State, number: int, past: Past) -> Sequence[Change]:
    entity, code = written.entity, written.code
    known = state.get(entity, {}).get(code)
    if known is None:
        raise NotThere
    if not may(get_of(state), entity, known):
        raise NotYours
    since = _since(written, number, past)
    was = None if since is None else next((c.before for _, c in since), known)
    base = Base(None if was is None else {entity: {code: was}})
    made = load.plan([reading_of(entity, code, written.texts)], state, {0: base})
    mine = {c.column for c in made.conflicts} | {n for c in made.changes for n in _differing(c.before, c.after)}
    clashes = _clashes(entity, mine, was, known, since or [], written.texts)
    if made.problems or clashes:
        raise InTheWay(made.problems, clashes, number, digest_at(past.revisions(), number))
    _hold(may, state, made.changes)
    return made.changes


def _hold(may: May, state: State, changes: Sequence[Change]) -> None:
    """Every record is one's own before and after."""
    after = get_of(apply(state, changes))
    for one in changes:
        for get, values in ((get_of(state), one.before), (after, one.after)):
            if values is not None and not may(get, one.entity, values):
                raise NotYours


def get_of(state: State) -> Get:
    """One record of a state by entity and code; empty where there is none."""
    return lambda entity, code: state.get(entity, {}).get(code, {})


def _since(written: Written, number: int, past: Past) -> list[tuple[int, Change]] | None:
    """What became of the record since the form was made; None where the form is of another history."""
    at = written.revision
    if not 0 <= at <= number or digest_at(past.revisions(), at) != written.history:
        return None
    return [(n, c) for n, c in past.changes(at) if (c.entity, c.code) == (written.entity, written.code)]


def _differing(before: Values | None, after: Values | None) -> list[str]:
    old, new = before or {}, after or {}
    return [name for name in old.keys() | new.keys() if old.get(name) != new.get(name)]


def _clashes(
    entity: str,
    mine: Iterable[str],
    was: Values | None,
    known: Values,
    since: Sequence[tuple[int, Change]],
    texts: Mapping[str, str],
) -> list[Clash]:
    """The fields of ``mine``, and those bound to them, that somebody else has changed."""
    mine = [name for name in mine if name in ENTITIES[entity].by_name]
    names = list(dict.fromkeys([*mine, *(other for name in mine for other in bound(entity, name))]))
    found = []
    for name in names:
        then, now = held(entity, was, name), held(entity, known, name)
        if was is None and name in texts and now is not None:
            found.append(Clash(name, None, now, 0))
        elif was is not None and not alike(now, then):
            number = max((n for n, c in since if name in _differing(c.before, c.after)), default=0)
            found.append(Clash(name, then, now, number))
    return found


def bound(entity: str, name: str) -> tuple[str, ...]:
    """The other columns that a rule weighs together with ``name``: an amount's currency, the other end of a time."""
    kind = ENTITIES[entity]
    money = [column.name for column in kind.columns if column.kind is Kind.MONEY and not column.name.endswith("_nok")]
    groups: list[tuple[str, ...]] = [*load.ORDERED, *((one, "currency") for one in money), ("area", "areas")]
    groups += list(TOGETHER.get(entity, {}).values())
    others = (other for group in groups if name in group for other in group)
    return tuple(dict.fromkeys(other for other in others if other != name and other in kind.by_name))


def beside(entity: str, name: str) -> tuple[str, ...]:
    """The columns that a form for ``name`` holds: its own, and the currency of an amount."""
    column = ENTITIES[entity].by_name[name]
    with_currency = column.kind is Kind.MONEY and "currency" in bound(entity, name)
    return (name, "currency") if with_currency else (name,)


def reading_of(entity: str, code: str, texts: Mapping[str, str]) -> Reading:
    """A form read as a workbook's row of these columns would be; a field left blank is cleared."""
    kind, found = ENTITIES[entity], Found("")
    sheet = Records(kind.sheet, kind, found, 0)
    heads = [CODE.heading, *(kind.by_name[name].heading for name in texts)]
    row = [code, *texts.values()]
    sheet.row(1, [(at, cells.TEXT, heading) for at, heading in enumerate(heads)], hidden=False)
    sheet.row(2, [(at, cells.TEXT, said) for at, said in enumerate(row) if said.strip()], hidden=False)
    return Reading(NAME, "", tuple(sheet.drafts), tuple(found.problems), edited=True)


def text_of(column: Column, value: Any) -> str:
    """A value the way a form shows it: :func:`reading_of` reads it back as what it was; "" for none."""
    if value is None:
        return ""
    match column.kind:
        case Kind.MONEY:
            return _decimal(Decimal(value) / 100, group=True, least=2 if value % 100 else 0)
        case Kind.NUMBER:
            return _decimal(Decimal(repr(value)), group=False)
        case Kind.TIES:
            return "\n".join(ties_text([tie]) for tie in value)
        case Kind.FLAG:
            return "ja" if value else "nei"
        case Kind.MOMENT:
            return str(value).removesuffix("Z").replace("T", " ")
    return clean_text(str(value))


def _decimal(value: Decimal, *, group: bool, least: int = 0) -> str:
    """A number with a comma, never with three decimals: those would be read as thousands."""
    plain = f"{value:f}"
    whole, _, rest = plain.partition(".")
    rest = rest.rstrip("0").ljust(least, "0")
    rest += "0" if len(rest) == 3 else ""
    whole = f"{int(whole):,}".replace(",", " ") if group and whole != "-0" else whole
    return f"{whole},{rest}" if rest else whole


def problems_at(kind: Entity, problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """Problems by the column that they are about; "" for the record as a whole."""
    by_heading = {column.heading: column.name for column in kind.columns} | {CODE.heading: CODE.name}
    found: dict[str, list[Problem]] = {}
    for one in problems:
        found.setdefault(by_heading.get(one.place.column, ""), []).append(one)
    return found
