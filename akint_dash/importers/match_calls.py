"""Which known call a source's call is: by identifier, and by address or kind, however its title is corrected.

Case, kinds of dash, blanks and what no one sees do not count. A topic is alone under its identifier; cascade calls
share that of the topic they come from, and often its address, so that only an address of their own, the title, or the
dates tell them apart. All calls of one file under one identifier are matched together, the surest pair first and each
once, so that neither the order of the rows nor what else stands in the file decides. Two pairs that are equally sure
are no match: whoever reads the message decides.

A call to which a source gives no identifier is known by its title or by an address of its own, where what is said of
its dates or budget agrees too; two such calls that agree in the lack alone have nothing in common.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Final

from akint_dash.domain.history import SOURCE_REFS
from akint_dash.importers.call_signs import Call, is_topic_page

ALIKE_DATED: Final = 0.7
"""So alike are a title and its correction where opening or deadline agree too."""
ALIKE: Final = 0.93
"""So alike where they do not: ``facilitators`` and ``organisations`` in one long title reach 0.87."""
MOST_ALIKE: Final = 50
"""A title, an address or a date that more calls than these have finds none."""


class Family:
    """The known calls and those of one file that may be the same: under one identifier, or with a shared key."""

    def __init__(self, known: Sequence[Call], told: Sequence[Call], *, nameless: bool = False) -> None:
        self.known = known
        self.told = told
        self.nameless = nameless
        """No identifier says that they belong together."""
        shared: Counter[str] = Counter()
        for calls in (known, told):
            shared |= Counter(call.address for call in calls)
        self.shared = {address for address, count in shared.items() if count > 1}
        self.topics = max(sum(call.kind != "cascade_call" for call in calls) for calls in (known, told))

    def match(self) -> dict[int, list[Call]]:
        """For each place in ``told`` the known call it is; several where that cannot be decided; none: a new one."""
        pairs = []
        for place, told in enumerate(self.told):
            for known in self.known:
                if self.nameless and not set(known.signs) & set(told.signs):
                    continue
                sure = self._sure(known, told)
                if sure is not None:
                    pairs.append((sure, place, known))
        pairs.sort(key=lambda pair: pair[0], reverse=True)
        found: dict[int, list[Call]] = {}
        taken: set[str] = set()
        for sure, place, known in pairs:
            if place in found or known.code in taken:
                continue
            free = [(p, k) for s, p, k in pairs if s == sure and p not in found and k.code not in taken]
            rivals = [k for p, k in free if p == place or k is known]  # one known call for two told ones, too
            found[place] = rivals
            taken.update(call.code for call in rivals)
        return found

    def _sure(self, known: Call, told: Call) -> tuple[float, ...] | None:
        """How sure it is that two are the same, comparable; None where nothing says so."""
        strength = self._strength(known, told)
        if strength == 0:
            return None
        kinds = known.kind == told.kind
        return strength, kinds, known.dated(told), _likeness(known, told)

    def _strength(self, known: Call, told: Call) -> int:
        if known.keys & told.keys:
            return 6
        cascade = "cascade_call" in (known.kind, told.kind)
        own = [self._own(call) for call in (known, told)]
        if cascade and all(own) and _apart(known.address, told.address):
            return 0
        if self.nameless:
            return self._strength_nameless(known, told, same=all(own) and known.address == told.address)
        if told.titles[0] == known.titles[0]:
            return 5
        if told.titles[0] in known.titles:
            return 4
        if known.coded or (all(own) and known.address == told.address):
            return 3
        if known.kind and told.kind and known.kind != told.kind:
            return 0
        agree = known.kind == told.kind != "" or known.address == told.address != ""
        if not cascade and agree and self.topics == 1:
            return 2
        if known.numbers != told.numbers:
            return 0
        like = _likeness(known, told)
        dated = known.dated(told)
        if like >= ALIKE or (like >= ALIKE_DATED and dated):
            return 1
        return int(agree and known.address == told.address and dated == 3)

    def _strength_nameless(self, known: Call, told: Call, *, same: bool) -> int:
        """The same for calls of which one has no identifier; ``same``: they have an address of their own in common."""
        if known.kind and told.kind and known.kind != told.kind:
            return 0
        if same:
            return 3
        if known.address and told.address and _apart(known.address, told.address):
            return 0
        titled = told.titles[0] in known.titles
        if titled and not (known.identifier or told.identifier):
            return 2
        like = titled or (known.numbers == told.numbers and _likeness(known, told) >= ALIKE_DATED)
        return int(like and known.dated(told) > 0)

    def _own(self, call: Call) -> bool:
        """Whether the address is the call's own: neither its topic's nor one that several share."""
        return call.address != "" and not is_topic_page(call.address) and call.address not in self.shared


def _apart(one: str, other: str) -> bool:
    """Whether two addresses of their own lead to two things: on one host; on two, one thing may have both."""
    return one != other and one.partition("/")[0] == other.partition("/")[0]


def _likeness(known: Call, told: Call) -> float:
    if known.titles[0] == told.titles[0]:
        return 1.0
    return SequenceMatcher(None, known.titles[0], told.titles[0], autojunk=False).ratio()


class Calls:
    """The known calls, by identifier and by key."""

    def __init__(self) -> None:
        self.by_code: dict[str, Call] = {}
        self._by_identifier: dict[str, set[str]] = defaultdict(set)
        self._by_key: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._by_sign: dict[tuple[str, str], set[str]] = defaultdict(set)

    def remember(self, code: str, values: Mapping[str, Any]) -> None:
        """Know a record, or what a file has just said of it."""
        call = Call.of(code, values, values.get(SOURCE_REFS, []))
        if (before := self.by_code.get(code)) is not None:
            call.titles += before.titles
            call.keys |= before.keys
            call.days = before.days
        self.by_code[code] = call
        if call.identifier:
            self._by_identifier[call.identifier].add(code)
        for sign in call.signs:
            self._by_sign[sign].add(code)
        for key in call.keys:
            self._by_key[key].add(code)

    def match(self, told: Sequence[Call]) -> list[list[Call]]:
        """For each call of one file the known call it is, several where that is not clear, or none."""
        result: list[list[Call]] = [[] for _ in told]
        families: dict[str, list[int]] = defaultdict(list)
        same: dict[tuple[str, ...], int] = {}
        for place, call in enumerate(told):
            if same.setdefault(call.identity, place) == place:
                families[call.identifier].append(place)
        for identifier, places in families.items():
            codes = set(self._by_identifier[identifier]) if identifier else set()
            codes.update(code for place in places for key in told[place].keys for code in self._by_key[key])
            self._meet(
                Family([self.by_code[code] for code in sorted(codes)], [told[p] for p in places]), places, result
            )
        taken = {call.code for found in result for call in found}
        for places in self._lost(told, result):
            calls = [told[place] for place in places]
            codes = {code for call in calls for code in self._may_be(call)} - taken
            known = [self.by_code[code] for code in sorted(codes)]
            self._meet(Family(known, calls, nameless=True), places, result)
        return [result[same[call.identity]] for call in told]

    @staticmethod
    def _meet(family: Family, places: Sequence[int], result: list[list[Call]]) -> None:
        for index, found in family.match().items():
            result[places[index]] = found

    def _lost(self, told: Sequence[Call], result: Sequence[Sequence[Call]]) -> list[list[int]]:
        """The places of calls that no identifier has found and that may be one without: those of one sign together."""
        groups: list[list[int]] = []
        group_of: dict[tuple[str, str], int] = {}
        for place, call in enumerate(told):
            if result[place] or not self._may_be(call):
                continue
            at = next((group_of[sign] for sign in call.signs if sign in group_of), len(groups))
            if at == len(groups):
                groups.append([])
            groups[at].append(place)
            group_of.update({sign: at for sign in call.signs if sign not in group_of})
        return groups

    def _may_be(self, call: Call) -> set[str]:
        """The known calls that ``call`` may be where one of them has no identifier."""
        found: set[str] = set()
        for sign in call.signs:
            codes = self._by_sign[sign]
            if len(codes) <= MOST_ALIKE:
                found |= codes
        return {code for code in found if not (call.identifier and self.by_code[code].identifier)}
