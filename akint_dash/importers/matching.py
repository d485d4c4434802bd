"""Which record a draft is about: by code, by source reference, calls and their deadlines by what they say.

Done for every file of an import before any is merged, so that a sheet may name what a later one states.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from akint_dash.domain.history import SOURCE_REFS, State, Values, clean
from akint_dash.domain.reading import Draft, Problem, Reading
from akint_dash.domain.schema import SHEETS
from akint_dash.importers.call_signs import Call
from akint_dash.importers.content import ByContent
from akint_dash.importers.match_calls import Calls
from akint_dash.importers.match_deadlines import Due, numbered, pair
from akint_dash.importers.naming import Names
from akint_dash.importers.texts import short_hash

Renamed = Mapping[tuple[str, str], str]
"""(entity, code in the file) -> the code under which the record is kept."""


class Matcher:
    """What is known of the records, growing with each reading; what is ambiguous is told.

    A participation of which a source leaves out the role that would tell it is a remark, all else a problem.
    """

    def __init__(self, state: State, names: Names, problems: list[Problem], remarks: list[Problem]) -> None:
        self._names = names
        self.problems = problems
        self.remarks = remarks
        self._by_ref: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        self._folded: dict[str, dict[str, str]] = defaultdict(dict)
        self._content = ByContent()
        self._calls = Calls()
        self._dues: dict[str, dict[str, Due]] = defaultdict(dict)
        for entity, records in state.items():
            for code, values in records.items():
                self._remember(entity, code, values)

    def spelt(self, entity: str, code: str) -> str:
        """``code`` as its record spells it; itself where no record has it in any case."""
        return self._folded[entity].get(code.casefold(), code)

    def resolve(self, reading: Reading) -> tuple[Reading, list[str | None]]:
        """The reading, and the code of each of its drafts' records, None (and a problem) where that is ambiguous.

        Deadlines of calls are numbered as they stand among those that are known; one that is known and gets another
        number by that is added to the reading.
        """
        told = self._told_calls(reading.drafts)
        self._content.hear(reading.drafts)
        renamed: dict[tuple[str, str], str] = {}
        made: list[tuple[Draft, str | None]] = []
        dues: dict[str, list[Draft]] = defaultdict(list)
        for draft in reading.drafts:
            if draft.entity == "call_deadline" and draft.source_refs and Due.of(draft.values):
                dues[str(draft.values["call"])].append(draft)
                continue
            code = self._call(draft, told[id(draft)]) if id(draft) in told else self._code(draft, renamed)
            if code is not None:
                renamed[draft.entity, draft.code] = code
                refs = [list(ref) for ref in draft.source_refs]
                parent = {SHEETS[draft.entity].parent or "": self._parent(draft, renamed)}
                self._remember(draft.entity, code, clean({**draft.values, **parent, SOURCE_REFS: refs}))
            made.append((draft, code))
        unclear = {draft.code for draft, code in made if draft.entity == "call" and code is None}
        for call, drafts in dues.items():
            if call in unclear:
                made += [(draft, None) for draft in drafts]
            else:
                made += self._deadlines(renamed.get(("call", call), call), drafts)
        return replace(reading, drafts=tuple(draft for draft, _ in made)), [code for _, code in made]

    def _remember(self, entity: str, code: str, values: Values) -> None:
        self._folded[entity][code.casefold()] = code
        refs: Any = values.get(SOURCE_REFS, [])
        for source, key in refs:
            known = self._by_ref[entity, source, key]
            if code not in known:
                known.append(code)
        self._content.remember(entity, code, values)
        if entity == "call":
            self._calls.remember(code, values)
        if entity == "call_deadline" and (due := Due.of(values)):
            self._dues[str(values.get("call"))][code] = due

    def _code(self, draft: Draft, renamed: Renamed) -> str | None:
        if not draft.source_refs:
            code = self.spelt(draft.entity, self._names.own(draft.entity, draft.code))
            if not self._names.may_be_new(draft.entity, code):
                self.problems.append(Problem("bad_code", replace(draft.place, column="Kode"), code[:80]))
            return code
        exact = draft.source_refs[:1] if draft.entity == "participation" else draft.source_refs  # with its role
        known = {c for source, key in exact for c in self._by_ref[draft.entity, source, key]}
        known = {code for code in known if self._content.fits(draft.entity, code, draft.values)}
        parent = self._parent(draft, renamed)
        known = set(self._content.find(draft.entity, draft.values, parent)) or known
        if len(known) > 1:
            self._ambiguous(draft, known)
            return None
        if known:
            return known.pop()
        if draft.entity == "actor" and (namesake := self._content.namesake(draft)):
            return namesake
        old = str(draft.values.get(SHEETS[draft.entity].parent or ""))
        if parent and draft.code.startswith(old):
            return parent + draft.code[len(old) :]
        code = self.spelt(draft.entity, draft.code)
        if draft.entity == "participation" and code.casefold() in self._folded[draft.entity]:  # another role's
            return f"{draft.code}~{short_hash(str(draft.values.get('role')))}"
        return code

    def _parent(self, draft: Draft, renamed: Renamed) -> str:
        """The code under which the draft's parent is kept, ``""`` where it has none."""
        name = SHEETS[draft.entity].parent
        if not name:
            return ""
        entity, code = SHEETS[draft.entity].by_name[name].of, str(draft.values.get(name))
        return self.spelt(entity, renamed.get((entity, code), code))

    def _ambiguous(self, draft: Draft, codes: Iterable[str]) -> None:
        listed = ", ".join(sorted(set(codes)))
        if draft.entity == "participation" and not draft.values.get("role"):
            self.remarks.append(Problem("ambiguous_match_remark", draft.place, draft.code, listed))
        else:
            self.problems.append(Problem("ambiguous_match", draft.place, draft.code, listed))

    # -- calls and their deadlines

    def _told_calls(self, drafts: Iterable[Draft]) -> dict[int, list[Call]]:
        """By draft (its id): the known calls that it may be."""
        public = [draft for draft in drafts if draft.entity == "call" and draft.source_refs]
        days: dict[str, set[Any]] = defaultdict(set)
        for draft in drafts:
            if draft.entity == "call_deadline" and (due := Due.of(draft.values)):
                days[str(draft.values.get("call"))].add(due.day)
        told = [Call.of(draft.code, draft.values, draft.source_refs) for draft in public]
        for call in told:
            call.days = days[call.code]
        for call in self._calls.by_code.values():
            call.days = {due.day for due in self._dues[call.code].values()}
        return {id(draft): found for draft, found in zip(public, self._calls.match(told), strict=True)}

    def _call(self, draft: Draft, found: list[Call]) -> str | None:
        if len(found) > 1:
            self._ambiguous(draft, [call.code for call in found])
            return None
        if found:
            return found[0].code
        code = self.spelt("call", draft.code)
        taken = self._calls.by_code.get(code)
        if taken is not None and taken.identity != Call.of(draft.code, draft.values, draft.source_refs).identity:
            return f"{draft.code}~{short_hash(str(draft.values.get('title')))}"
        return code

    def _deadlines(self, call: str, drafts: list[Draft]) -> list[tuple[Draft, str]]:
        """The deadlines that one file tells of one call, numbered, with their codes."""
        known = self._dues[call]
        codes = sorted(known)
        told = [due for draft in drafts if (due := Due.of(draft.values))]
        same = pair([known[code] for code in codes], told)
        made: list[tuple[Draft, str]] = []
        for place, draft in enumerate(drafts):
            code = codes[same[place]] if place in same else self._new_deadline(call, told[place])
            self._folded["call_deadline"][code.casefold()] = code
            known[code] = told[place].after(known.get(code))
            made.append((draft, code))
        return numbered(known, made)

    def _new_deadline(self, call: str, due: Due) -> str:
        """Named after the day by which it is first known."""
        code = first = f"{call}/{due.day.isoformat()}"
        number = 1
        while code.casefold() in self._folded["call_deadline"]:
            number += 1
            code = f"{first}~{number}"
        return code
