"""Who is believed where several sources know the same field of a record.

:data:`TRUST` is the written order. A field is held by the most trusted source that has said it; a later word of the
holder, or of a source trusted more, replaces it; a word of one trusted less is left out, and a remark names both
values. So the same files make the same records in whatever order they come. What stands in a workbook because a person
typed it there is the county's own word (:data:`COUNTY`) and is held before every public source; clearing the cell hands
the field back. A public source that lacks a column, or has a blank in it, leaves alone what is known.

What a record remembers of it stands among its ``source_refs``: a pair ``[source, "@column"]`` says that ``source``
holds the column. No such pair is needed for the most trusted of the sources that know the record (the county, where
none does). Columns that only make sense together (an amount and its currency, a moment and its day) are one field,
named after the first: :data:`TOGETHER`.

A reader does nothing but give its drafts ``source_refs`` and set ``lenient``. A new source that knows what another one
knows gets its place in :data:`TRUST`; one that has none there comes last. ``TRUST["entity.column"]`` sets one column's
own order. :func:`settle` is called by the merge for each draft.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from akint_dash.domain.history import DEMONSTRATION, SOURCE_REFS, Value, Values
from akint_dash.domain.reading import Draft, Place, Problem
from akint_dash.domain.schema import SHEETS
from akint_dash.domain.text import around_difference
from akint_dash.importers.code_lists import code_rows
from akint_dash.importers.identities import folded_identifier
from akint_dash.importers.spelling import fold, one_line
from akint_dash.settings import OSLO

COUNTY: Final = "county"
"""The name under which the county's own typing (workbook, edited code list) holds a column."""

TRUST: Final[Mapping[str, tuple[str, ...]]] = {
    "call": (COUNTY, "sedia", "eu_calls"),
    "call_deadline": (COUNTY, "sedia", "eu_calls"),
    "actor": (COUNTY, "forskningsradet", "cordis", "keep_eu", "erasmus", "kohesio"),
    "participation": (COUNTY, "forskningsradet", "cordis", "keep_eu", "erasmus", "kohesio"),
    "rate": (COUNTY, "norges_bank"),
}
"""Most trusted first, by ``entity`` or ``entity.column``: the portal itself before a copy of it; of Norwegian
organisations the Research Council before CORDIS."""

TOGETHER: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "call": {"budget": ("budget", "currency")},
    "participation": {"amount": ("amount", "currency")},
    "call_deadline": {"moment": ("moment", "day")},
}
"""By entity: the columns that are one field, under the name of the first."""

_ALONE_SAYS_NOTHING: Final = frozenset({"currency"})
_NOT_WEIGHED: Final = frozenset({"visibility", "exemption", "note"})
_SHIPPED: Final = frozenset({"kodelister", "demonstrasjon"})
_KEYS: Final = frozenset({"identifier", "address"})
HELD: Final = "@"
"""How the key of a pair begins that is no key, but the column that the source holds."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What a draft may write over the known record, the record's references then, and what is to be told."""

    values: dict[str, Value | None]
    refs: list[list[str]]
    remarks: list[Problem]


def settle(draft: Draft, values: Mapping[str, Value | None], old: Values | None, reader: str, lenient: bool) -> Settled:
    """Weigh ``values`` (of ``draft``, codes as we spell them) against the record as it is (``old``; None: new)."""
    held = _Held(draft.entity, old or {}, draft.source_refs)
    if not lenient:
        told: list[Problem] = []
        kept = dict(values)
        if reader not in _SHIPPED:
            held.typed(kept, old or {})
    else:
        kept, told = _public(draft, values, old, held, reader)
    return Settled(kept, held.refs({**(old or {}), **kept}), told)


def _public(
    draft: Draft, values: Mapping[str, Value | None], old: Values | None, held: _Held, source: str
) -> tuple[dict[str, Value | None], list[Problem]]:
    known = old or {}
    kept: dict[str, Value | None] = {}
    told: list[Problem] = []
    for name, columns in _fields(draft.entity, values).items():
        said: dict[str, Value | None] = {c: v for c in columns if not _blank(v := values.get(c))}
        if not _says(name, said):
            continue
        if name in _NOT_WEIGHED:
            kept |= said
            continue
        was: dict[str, Value | None] = {c: known[c] for c in columns if c in known}
        was = was if _says(name, was) else {}
        if name == "programme" and was and said.get(name) in _wider(str(was.get(name))):
            continue  # says less exactly what is known
        holder = held.holder(name) if was else None
        alike = bool(was) and _alike(draft.entity, name, was, said)
        stands = holder is not None and held.rank(name, holder) < held.rank(name, source)
        if was and not alike and holder != source:
            key = "typed_stands" if stands and holder == COUNTY else "source_stands" if stands else "source_replaces"
            told.append(_difference(key, draft.entity, name, said, was, draft.place))
        if draft.entity == "call_deadline" and name == "moment" and alike:
            said = said if "moment" in said else was
        elif stands or (holder == source and alike and _same_letters(name, was, said)):
            continue
        kept |= {c: said.get(c) for c in columns if c in said or c in known}
        if not stands:
            held.explicit[name] = source
    return kept, told


class _Held:
    """Which source holds which field of one record."""

    def __init__(self, entity: str, old: Values, added: Iterable[tuple[str, str]]) -> None:
        refs: Any = old.get(SOURCE_REFS, [])
        self.entity = entity
        self.own = [list(ref) for ref in refs if not ref[1].startswith(HELD)]
        self.before = list(dict.fromkeys(source for source, _ in self.own))
        known = {(source, folded_identifier(key)) for source, key in self.own}
        self.own += [list(ref) for ref in added if (ref[0], folded_identifier(ref[1])) not in known]
        self.explicit: dict[str, str | None] = {key[1:]: source for source, key in refs if key.startswith(HELD)}
        if not self.before and not old.get(DEMONSTRATION):
            self.before = [COUNTY]
        self.first = {name: self.holder(name) for name in _fields(entity, old)}

    def rank(self, name: str, source: str) -> tuple[int, str]:
        """The less, the more trusted."""
        order = TRUST.get(f"{self.entity}.{name}") or TRUST.get(self.entity, (COUNTY,))
        return (order.index(source) if source in order else len(order), source)

    def holder(self, name: str) -> str | None:
        """Who holds a field that has a value; None where anyone may replace it."""
        return self.explicit.get(name) or self._most_trusted(name, self.before)

    def _most_trusted(self, name: str, sources: Iterable[str]) -> str | None:
        return min(sources, key=lambda source: self.rank(name, source), default=None)

    def typed(self, values: Mapping[str, Value | None], old: Values) -> None:
        """What a person changed is the county's; what a person cleared is nobody's."""
        for name, columns in _fields(self.entity, values).items():
            stated = [c for c in columns if c in values]
            if name in _NOT_WEIGHED or all(_same(old.get(c), values[c]) for c in stated):
                continue
            self.explicit[name] = COUNTY if _says(name, {c: values.get(c, old.get(c)) for c in columns}) else None

    def refs(self, record: Mapping[str, Value | None]) -> list[list[str]]:
        """The references of the record: keys, and a mark for each field held by another than the most trusted."""
        marks = []
        sources = {source for source, _ in self.own} or {COUNTY}
        for name, columns in _fields(self.entity, record).items():
            if name in _NOT_WEIGHED or not _says(name, {c: record.get(c) for c in columns}):
                continue
            holder = self.explicit.get(name, self.first.get(name))
            if holder is not None and holder != self._most_trusted(name, sources):
                marks.append([holder, HELD + name])
        return sorted([*self.own, *marks])


def _fields(entity: str, values: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The fields that some of the columns in ``values`` belong to, each with all its columns."""
    groups = TOGETHER.get(entity, {})
    field_of = {column: name for name, columns in groups.items() for column in columns}
    found: dict[str, tuple[str, ...]] = {}
    for column in values:
        if column not in (SOURCE_REFS, DEMONSTRATION):
            name = field_of.get(column, column)
            found[name] = groups.get(name, (column,))
    return found


def _says(name: str, values: Mapping[str, Any]) -> bool:
    """Whether the field ``name`` is filled: the currency of an amount alone says nothing."""
    return any(
        not _blank(value) for column, value in values.items() if column == name or column not in _ALONE_SAYS_NOTHING
    )


def _wider(programme: str) -> list[str]:
    """The programmes that ``programme`` is a part of, by the code list."""
    parents = {row["code"]: row.get("parent", "") for row in code_rows("programme.csv")}
    found: list[str] = []
    while (programme := parents.get(programme, "")) and programme not in found:
        found.append(programme)
    return found


def _blank(value: Any) -> bool:
    return value is None or value == [] or value == ""


def _same(a: Any, b: Any) -> bool:
    return a == b or (_blank(a) and _blank(b))


def _alike(entity: str, name: str, was: Mapping[str, Any], said: Mapping[str, Any]) -> bool:
    """Whether two words of a field do not contradict each other: same value, in whatever spelling."""
    if entity == "call_deadline" and name == "moment":
        exact = [values["moment"] for values in (was, said) if "moment" in values]
        return _day(was) == _day(said) and len(set(exact)) < 2
    return all(_spelt(name, was.get(c)) == _spelt(name, said.get(c)) for c in was.keys() | said.keys())


def _same_letters(name: str, was: Mapping[str, Any], said: Mapping[str, Any]) -> bool:
    """Whether words that do not contradict each other differ in nothing a reader sees; keys may differ in spelling."""
    return name in _KEYS or all(_seen(was.get(c)) == _seen(said.get(c)) for c in said)


def _seen(value: Any) -> Any:
    return one_line(value) if isinstance(value, str) else value


def _spelt(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if name == "identifier":
        return folded_identifier(value)
    if name == "address":
        return fold(value).removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return fold(value)


def _day(values: Mapping[str, Any]) -> str:
    """The day of a deadline in Oslo, which keeps Brussels time."""
    if "moment" in values:
        return datetime.fromisoformat(values["moment"]).astimezone(OSLO).date().isoformat()
    return str(values["day"])


def _difference(
    key: str, entity: str, name: str, said: Mapping[str, Any], was: Mapping[str, Any], place: Place
) -> Problem:
    column = SHEETS[entity].by_name.get(name)
    there = replace(place, column=column.heading if column else name)
    return Problem(key, there, *around_difference(_shown(said), _shown(was)))


def _shown(values: Mapping[str, Any]) -> str:
    return " ".join(
        "; ".join(code for code, _ in value) if isinstance(value, list) else str(value) for value in values.values()
    )
