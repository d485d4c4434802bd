"""Which record a draft is about: by code, by source reference, and for calls by identifier and title.

Done for every file of an import before any is merged, so that a sheet may name what a later one states.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from akint_dash.domain.history import SOURCE_REFS, State, Value, Values, clean
from akint_dash.domain.reading import Draft, Problem, Reading
from akint_dash.domain.schema import ENTITIES
from akint_dash.importers.content import ByContent
from akint_dash.importers.plain import short_hash

Renamed = Mapping[tuple[str, str], str]
"""(entity, code in the file) -> the code under which the record is kept."""


class Matcher:
    """What is known of the records, growing with each reading; what is ambiguous is added to ``problems``."""

    def __init__(self, state: State, problems: list[Problem]) -> None:
        self.problems = problems
        self._by_ref: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        self._by_title: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._title_of: dict[str, tuple[str, str]] = {}
        self._folded: dict[str, dict[str, str]] = defaultdict(dict)
        self._content = ByContent()
        for entity, records in state.items():
            for code, values in records.items():
                self._remember(entity, code, values)

    def spelt(self, entity: str, code: str) -> str:
        """``code`` as its record spells it; itself where no record has it in any case."""
        return self._folded[entity].get(code.casefold(), code)

    def resolve(self, reading: Reading) -> list[str | None]:
        """The code of each draft's record, None (and a problem) where that is ambiguous."""
        codes: list[str | None] = []
        renamed: dict[tuple[str, str], str] = {}
        for draft in reading.drafts:
            code = self._code(draft, renamed)
            if code is not None:
                renamed[draft.entity, draft.code] = code
                refs = [list(ref) for ref in draft.source_refs]
                parent = {ENTITIES[draft.entity].parent or "": self._parent(draft, renamed)}
                self._remember(draft.entity, code, clean({**draft.values, **parent, SOURCE_REFS: refs}))
            codes.append(code)
        return codes

    def _remember(self, entity: str, code: str, values: Values) -> None:
        self._folded[entity][code.casefold()] = code
        refs: Any = values.get(SOURCE_REFS, [])
        for source, key in refs:
            known = self._by_ref[entity, source, key]
            if code not in known:
                known.append(code)
        self._content.remember(entity, code, values)
        if entity == "call" and (title := _identity(values)):
            self._title_of[code] = title
            if code not in self._by_title[title]:
                self._by_title[title].append(code)

    def _code(self, draft: Draft, renamed: Renamed) -> str | None:
        if not draft.source_refs:
            return self.spelt(draft.entity, draft.code)
        exact = draft.source_refs[:1] if draft.entity == "participation" else draft.source_refs  # with its role
        known = {c for source, key in exact for c in self._by_ref[draft.entity, source, key]}
        known = {code for code in known if self._content.fits(draft.entity, code, draft.values)}
        parent = self._parent(draft, renamed)
        known = set(self._content.find(draft.entity, draft.values, parent)) or known
        title = _identity(draft.values) if draft.entity == "call" else None
        if not known and title:
            known = set(self._by_title[title])
        if len(known) > 1:
            listed = ", ".join(sorted(known))
            self.problems.append(Problem("ambiguous_match", draft.place, draft.code, listed))
            return None
        if known:
            return known.pop()
        old = str(draft.values.get(ENTITIES[draft.entity].parent or ""))
        if parent and draft.code.startswith(old):
            return parent + draft.code[len(old) :]
        code = self.spelt(draft.entity, draft.code)
        if title and self._title_of.get(code, title) != title:  # another call's: this one gets its own
            return f"{draft.code}~{short_hash(title[1])}"
        if draft.entity == "participation" and code.casefold() in self._folded[draft.entity]:  # another role's
            return f"{draft.code}~{short_hash(str(draft.values.get('role')))}"
        return code

    def _parent(self, draft: Draft, renamed: Renamed) -> str:
        """The code under which the draft's parent is kept, ``""`` where it has none."""
        name = ENTITIES[draft.entity].parent
        if not name:
            return ""
        entity, code = ENTITIES[draft.entity].by_name[name].of, str(draft.values.get(name))
        return self.spelt(entity, renamed.get((entity, code), code))


def _identity(values: Mapping[str, Value | None]) -> tuple[str, str] | None:
    """What a call is matched on where no source reference is known: its identifier and title."""
    identifier, title = values.get("identifier"), values.get("title")
    return (str(identifier), str(title)) if identifier and title else None
