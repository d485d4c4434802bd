"""Records known by what they say: actors by organisation number, participations by project, actor and role.

A code or a source's own key may differ between two sources, and between a source and the workbook; these do not. An
actor whose number one side does not say is the one of that name in that place, where there is one alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from akint_dash.domain.history import SOURCE_REFS, Value, Values
from akint_dash.domain.reading import Draft
from akint_dash.importers.actors import is_mark
from akint_dash.importers.identities import organisation_number
from akint_dash.importers.texts import folded
from akint_dash.importers.trust import HELD


class ByContent:
    """Actors and participations of today, growing with each draft."""

    def __init__(self) -> None:
        self._named: dict[str, dict[str, Seat]] = defaultdict(dict)
        self._heard: Counter[str] = Counter()
        self._numbered: dict[str, set[str]] = defaultdict(set)
        self._number_of: dict[str, str] = {}
        self._taking: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)

    def remember(self, entity: str, code: str, values: Values) -> None:
        """Keep what tells a record."""
        if entity == "actor":
            refs: Any = values.get(SOURCE_REFS, [])
            known = self._named[folded(str(values.get("name")))]
            known[code] = Seat.of(values, refs).after(known.get(code))
            if number := _number(values):
                self._numbered[number].add(code)
                self._number_of[code] = number
        elif entity == "participation" and (where := _where(values, values.get("actor"))):
            roles = self._taking[where]
            roles[code] = str(values.get("role") or roles.get(code, ""))

    def fits(self, entity: str, code: str, values: Mapping[str, Any]) -> bool:
        """Whether a record may be the one that ``values`` speak of: two numbers are two actors."""
        number = _number(values) if entity == "actor" else ""
        return not number or self._number_of.get(code, number) == number

    def find(self, entity: str, values: Mapping[str, Any], actor: str = "") -> Set[str]:
        """The codes of the records that ``values`` speak of; ``actor`` is the code under which the actor is kept.

        A participation whose role one side does not state is the only one of that actor in that project, if there is
        only one.
        """
        if entity == "actor":
            return self._numbered[number] if (number := _number(values)) else set()
        where = _where(values, actor) if entity == "participation" else None
        if where is None:
            return set()
        role, roles = str(values.get("role") or ""), self._taking[where]
        same = {code for code, known in roles.items() if known == role}
        unstated = {code for code, known in roles.items() if not known}
        return same or (unstated if role else set(roles))

    def hear(self, drafts: Iterable[Draft]) -> None:
        """Know the actors that one file names, before each is looked for."""
        self._heard = Counter(folded(str(draft.values.get("name"))) for draft in drafts if draft.entity == "actor")

    def namesake(self, draft: Draft) -> str | None:
        """The actor that a draft names, where a number is not stated on both sides; None where it is not one alone."""
        name, number = folded(str(draft.values.get("name"))), _number(draft.values)
        seat = Seat.of(draft.values, draft.source_refs)
        known = self._named[name]
        free = {code for code in known if not (number and code in self._number_of)}
        same = {code for code in free if known[code].is_same(seat)}
        if not same and len(known) == 1:
            same = {code for code in free if known[code].may_be(seat)}
        return same.pop() if len(same) == 1 and self._heard[name] == 1 else None


@dataclass(frozen=True, slots=True)
class Seat:
    """Where an actor is, and the numbers that sources have given it."""

    number: str
    words: str
    given: Mapping[str, Set[str]]

    @classmethod
    def of(cls, values: Mapping[str, Any], refs: Iterable[Sequence[str]]) -> Seat:
        """The seat of a record's or a draft's values and references."""
        given: dict[str, set[str]] = defaultdict(set)
        for source, key in refs:
            if key[:1] != HELD:
                given[source].add("" if is_mark(key) else key)
        words = folded(str(values.get("municipality_text") or ""))
        return cls(str(values.get("municipality") or ""), words, given)

    def after(self, known: Seat | None) -> Seat:
        """This one as the newest word of ``known``."""
        if known is None:
            return self
        given = {source: set(keys) for source, keys in known.given.items()}
        for source, keys in self.given.items():
            given.setdefault(source, set()).update(keys)
        return Seat(self.number or known.number, self.words or known.words, given)

    def is_same(self, other: Seat) -> bool:
        """Whether both say the same place, and no source tells them apart."""
        numbers, words = (self.number, other.number), (self.words, other.words)
        mine, theirs = numbers if all(numbers) else words
        return mine == theirs != "" and not self._apart(other)

    def may_be(self, other: Seat) -> bool:
        """Whether a source that knows both leaves out where one of them is."""
        unsaid = not (self.number or self.words) or not (other.number or other.words)
        return unsaid and bool(self.given.keys() & other.given.keys()) and not self._apart(other)

    def _apart(self, other: Seat) -> bool:
        """Whether one source has given them different numbers."""
        return any(
            not (mine & theirs) and "" not in mine | theirs
            for source, mine in self.given.items()
            if (theirs := other.given.get(source, set()))
        )


def _number(values: Mapping[str, Value | None]) -> str:
    return organisation_number(str(values.get("organisation_number") or ""))


def _where(values: Mapping[str, Value | None], actor: object) -> tuple[str, str] | None:
    project = values.get("project_number")
    return (folded(str(project)), str(actor)) if project and actor else None
