"""From readings to changes: matching, merging, conflicts, closing and the check of every reference.

Pure: the state of today and what the files say go in, a :class:`Plan` comes out. ``import --check`` shows it, import
writes its changes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any, Final

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.history import SOURCE_REFS, Change, State, Value, Values, clean
from akint_dash.domain.reading import Conflict, Draft, Place, Problem, Reading
from akint_dash.domain.references import references
from akint_dash.domain.schema import ENTITIES, FORGOTTEN, PERSON, SHEETS, Column, Entity, Kind
from akint_dash.domain.text import is_cut
from akint_dash.importers.canonical import canonical
from akint_dash.importers.cells import shown, text
from akint_dash.importers.codes import ties_text
from akint_dash.importers.conflicts import UNKNOWN, Base, Lineage, Said, Sides, Then, alike, held, sides
from akint_dash.importers.doubts import beyond, doubts
from akint_dash.importers.matching import Matcher, Renamed
from akint_dash.importers.naming import Names
from akint_dash.importers.trust import settle

CLOSE_LIMIT_SHARE: Final = 0.1
"""A workbook that would close more than this share of what it covers needs --allow-close (MODEL.md)."""

_PATTERNS: Final = {
    Kind.DATE: re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII),
    Kind.MOMENT: re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", re.ASCII),
}
_LIMITS: Final = {Kind.INTEGER: 2**31 - 1, Kind.MONEY: 2**63 - 1, Kind.NUMBER: 1e300}

_AREAS: Final = ENTITIES["project"].by_name["areas"]
ORDERED: Final = (
    ("start", "end"),
    ("from_date", "to_date"),
    ("agreement_from", "agreement_to"),
    ("asked", "answered"),
)


@dataclass(slots=True)
class Plan:
    """What an import would do."""

    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    overwritten: list[Conflict] = field(default_factory=list)
    """Conflicts that were confirmed: what the workbook says is written over what the database holds."""
    files: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """(entity, code) -> the files that change it."""

    @property
    def may_write(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.problems and not self.conflicts


def plan(
    readings: Sequence[Reading],
    state: State,
    bases: Mapping[int, Base],
    *,
    allow_close: bool = False,
    overwrite: bool = False,
) -> Plan:
    """What ``readings`` together would change in ``state`` (with its persons).

    ``bases``: what each workbook among them was made from, by its place in ``readings``. ``overwrite`` confirms every
    conflict with what the database holds; two files that say different things stay in conflict.
    """
    work = _Work(state, overwrite)
    resolved = [work.resolve(reading) for reading in readings]
    readings = [reading for reading, _ in resolved]
    made_from = [work.add(reading, codes, bases.get(at)) for at, (reading, codes) in enumerate(resolved)]
    for at, (reading, then) in enumerate(zip(readings, made_from, strict=True)):
        work.close(reading, work.others(at, readings), then, allow_close)
    work.check_references()
    work.result.changes = work.changes()
    return work.result


@dataclass(frozen=True, slots=True)
class Others:
    """What a reading may not close by leaving it out: ``stated``, of which some only stand by in a workbook of other
    areas and are ``changed`` there, by that file: a conflict.
    """

    stated: frozenset[tuple[str, str]]
    changed: Mapping[tuple[str, str], str]


class _Work:
    """The state while readings are merged into it."""

    def __init__(self, state: State, overwrite: bool) -> None:
        self.before = state
        self.overwrite = overwrite
        self.now: dict[str, dict[str, Values]] = {e: dict(r) for e, r in state.items()}
        self.touched: dict[tuple[str, str], tuple[Place, bool]] = {}
        self.said: dict[tuple[str, str, str], tuple[Value | None, Reading]] = {}
        self.told: set[Place] = set()
        self.rows: list[frozenset[tuple[str, str]]] = []
        """What each reading states, changed by it or not."""
        self.result = Plan()
        self.names = Names(state)
        self.matcher = Matcher(state, self.names, self.result.problems, self.result.remarks)

    def resolve(self, reading: Reading) -> tuple[Reading, list[str | None]]:
        """The reading and the code of each draft's record, None where ambiguous; what the reading tells is told."""
        reading = canonical(reading)
        self.result.problems.extend(reading.problems)
        self.result.remarks.extend(reading.remarks)
        self.told.update(problem.place for problem in reading.problems)
        found, codes = self.matcher.resolve(reading)
        self.names.add(found.drafts, codes)
        return found, codes

    # -- merging

    def add(self, reading: Reading, codes: Sequence[str | None], base: Base | None) -> Then | None:
        """Merge the drafts of ``reading`` into the records of ``codes``; what it was made from."""
        renamed: dict[tuple[str, str], str] = {}
        rows = []
        for draft, code in zip(reading.drafts, codes, strict=True):
            if code is not None and not self._is_forgotten(draft, code):
                renamed[draft.entity, draft.code] = code
                entity, lenient = SHEETS[draft.entity], reading.lenient
                values = {k: self._renamed(entity, k, v, renamed, lenient) for k, v in draft.values.items()}
                rows.append(Said(draft, code, values))
        then = None if base is None else Then(base, rows)
        for row in rows:
            self._merge(row, reading, then)
        self.rows.append(frozenset((row.draft.entity, row.code) for row in rows))
        self._tell_base(reading, then)
        return then

    def _is_forgotten(self, draft: Draft, code: str) -> bool:
        """Whether the row is about a person who was forgotten: the code stays empty, and that is told."""
        gone = draft.entity == PERSON.name and FORGOTTEN in self.before.get(PERSON.name, {}).get(code, {})
        if gone and any(value is not None for value in draft.values.values()):
            self.result.remarks.append(Problem("forgotten_remark", draft.place, code))
        return gone

    def _tell_base(self, reading: Reading, then: Then | None) -> None:
        """What the workbook was held against, where that is not what its author expects."""
        place = Place(reading.file)
        if then is None:
            return
        if not then.known and (self.result.conflicts or self.result.overwritten):
            self.result.remarks.append(Problem("unknown_base_remark", place))
        if then.lineage is Lineage.COPY:
            self.result.remarks.append(Problem("older_copy_remark", place))

    def _merge(self, row: Said, reading: Reading, then: Then | None) -> None:
        draft, code = row.draft, row.code
        entity = SHEETS[draft.entity]
        old = self.now.get(draft.entity, {}).get(code)
        values = dict(row.values)
        if then is not None:
            values = self._against(then, row)
            if old is None and not values and then.holds(draft.entity, code):
                self.touched.setdefault((draft.entity, code), (draft.place, False))
                return  # closed by someone else since
        if values:
            self._note(draft.entity, code, reading)
        if old and reading.lenient:
            values.pop("visibility", None)  # a public source says nothing of what we have made internal
        self._check_said(draft, code, values, reading)
        if reading.lenient:
            values = self._without_beyond(entity, values, draft.place)
            values = self._without_turned(entity, values, old or {}, draft.place)
        settled = settle(draft, values, old, reading.reader, reading.lenient)
        self.result.remarks.extend(settled.remarks)
        record = clean({**(old or _blank(entity, reading)), **settled.values, SOURCE_REFS: settled.refs})
        if "visibility" in entity.by_name and not entity.parent and not reading.lenient:
            record.setdefault("visibility", "internal")
        self.now.setdefault(draft.entity, {})[code] = record
        _, lenient = self.touched.get((draft.entity, code), (draft.place, True))
        self.touched[draft.entity, code] = (draft.place, reading.lenient and lenient)
        if self._check_values(entity, record, draft.place) and not reading.lenient:
            for doubt in doubts(entity, old or {}, record):
                there = replace(draft.place, column=doubt.column.heading)
                self.result.problems.append(Problem(doubt.key, there, doubt.value, doubt.expected))

    def _note(self, entity: str, code: str, reading: Reading) -> None:
        """Remember that a file says something new of a record."""
        files = self.result.files.setdefault((entity, code), [])
        if reading.file not in files:
            files.append(reading.file)

    def _without_beyond(self, entity: Entity, values: dict[str, Any], place: Place) -> dict[str, Any]:
        """What a public source says without numbers that cannot be."""
        for name, value in list(values.items()):
            column = entity.by_name.get(name)
            if column is not None and not column.required and (found := beyond(column, value)):
                there = replace(place, column=column.heading)
                key, said, most = found
                self.result.remarks.append(Problem(f"{key}_remark", there, said, most))
                del values[name]
        return values

    def _without_turned(self, entity: Entity, values: dict[str, Any], old: Values, place: Place) -> dict[str, Any]:
        """What a public source says without an end before its start: which of them is wrong is not told."""
        known = {**old, **{name: value for name, value in values.items() if value is not None}}
        for first, last in _turned(entity, known):
            there = replace(place, column=entity.by_name[last].heading)
            self.result.remarks.append(Problem("end_before_start_remark", there, str(known[last]), str(known[first])))
            values = {name: value for name, value in values.items() if name not in (first, last)}
        return values

    def _renamed(self, entity: Entity, name: str, value: Any, renamed: Renamed, lenient: bool) -> Any:
        """The codes in a value as their records spell them; a person may also name the records."""
        column = entity.by_name.get(name)
        if value is None or column is None or column.kind not in (Kind.REFERENCE, Kind.TIES):
            return value

        def real(code: str) -> str:
            code = self.matcher.spelt(column.of, renamed.get((column.of, code), code))
            return code if lenient else self.names.code(column.of, code)

        if column.kind is Kind.REFERENCE:
            return real(value)
        return [[real(code), share] for code, share in (value if lenient else self.names.ties(column, value))]

    def _against(self, then: Then, row: Said) -> dict[str, Any]:
        """The values that the author changed; what someone else changed or closed since is a conflict."""
        entity, code = row.draft.entity, row.code
        today = self.before.get(entity, {}).get(code)
        closed = today is None and then.holds(entity, code)
        kept: dict[str, Any] = {}
        for name, said in row.values.items():
            ours = None if said == [] else said
            was, theirs = then.value(entity, code, name), held(entity, today, name)
            side = sides(was, theirs, ours)
            if side is Sides.KEEP:
                continue
            if isinstance(ours, str) and is_cut(ours):
                there = replace(row.draft.place, column=SHEETS[entity].by_name[name].heading)
                self.result.problems.append(Problem("cut_text", there))
            elif (side is Sides.TAKE and not closed) or self._confirmed(
                entity, code, name, _shown(ours), _shown(theirs), replace(row.draft.place, column=name), was
            ):
                kept[name] = ours
        return dict(row.values) if closed and kept else kept

    def _confirmed(
        self, entity: str, code: str, name: str, ours: str, theirs: str, place: Place, was: Any = UNKNOWN
    ) -> bool:
        """Tell a conflict; whether it is confirmed."""
        found = _conflict(entity, code, name, ours, theirs, place)
        if was is not UNKNOWN and entity != PERSON.name:
            found = replace(found, was=_shown(was))
        (self.result.overwritten if self.overwrite else self.result.conflicts).append(found)
        return self.overwrite

    def _check_said(self, draft: Draft, code: str, values: Mapping[str, Any], reading: Reading) -> None:
        """One file may not say two things of one cell; two workbooks that do are in conflict."""
        for name, value in values.items():
            key = (draft.entity, code, name)
            if key not in self.said:
                self.said[key] = (value, reading)
                continue
            known, other = self.said[key]
            if known == value:
                continue
            column = SHEETS[draft.entity].by_name.get(name)
            place = replace(draft.place, column=column.heading if column else name)
            if other is reading:
                self.result.problems.append(Problem("double_code", place, code))
            elif not (reading.lenient or other.lenient):
                found = _conflict(draft.entity, code, name, _shown(value), _shown(known), place, other.file)
                if reading.edited and draft.entity != PERSON.name:  # both changed it from what the database holds
                    found = replace(
                        found, was=_shown(held(draft.entity, self.before.get(draft.entity, {}).get(code), name))
                    )
                self.result.conflicts.append(found)

    def _check_values(self, entity: Entity, record: Values, place: Place) -> bool:
        """Tell what the database would refuse; whether it would take every value."""
        columns, taken = entity.by_name, True
        for column in entity.columns:
            there = replace(place, column=column.heading)
            value: Any = record.get(column.name)
            if column.required and value is None and there not in self.told:
                self.told.add(there)
                self.result.problems.append(Problem("required_missing", there, "", column.heading))
            elif value is not None and (key := _wrong(column, value, record)):
                taken = False
                self.result.problems.append(Problem(key, there, _shown(value)))
        for first, last in _turned(entity, record):
            there = replace(place, column=columns[last].heading)
            self.result.problems.append(Problem("end_before_start", there, str(record[last]), str(record[first])))
        return taken

    # -- closing

    def others(self, at: int, readings: Sequence[Reading]) -> Others:
        """What the other readings say of records that reading ``at`` might close by leaving them out."""
        firm = set(self.rows[at])
        for other, reading in enumerate(readings):
            by = reading.scope is not None and reading.edited and bool(reading.scope.areas)
            areas = self._areas(reading) if by and other != at else frozenset()
            firm |= {key for key in self.rows[other] if not by or self._in_scope(self.before, *key, areas)}
        changed = {key: files[0] for key, files in self.result.files.items() if key not in firm}
        return Others(frozenset(firm | changed.keys()), changed)

    def close(self, reading: Reading, others: Others, then: Then | None, allow_close: bool) -> None:
        """Close what the reading says is closed, and what lies in its scope and is stated by no file."""
        for entity, code in reading.closed:
            self._take_away(entity, self.matcher.spelt(entity, code), Place(reading.file), frozenset())
        if reading.scope is None:
            return
        areas = self._areas(reading)
        covered, gone = 0, []
        for entity in sorted(reading.scope.entities):
            for code in self.before.get(entity, {}):
                if not self._in_scope(self.before, entity, code, areas):
                    continue
                covered += 1
                if self._never_held(then, entity, code, areas):
                    continue
                if (entity, code) not in others.stated:
                    gone.append((entity, code))
                elif then is not None and (entity, code) in others.changed:
                    place = Place(reading.file, ENTITIES[entity].sheet)
                    file = others.changed[entity, code]
                    self.result.conflicts.append(_conflict(entity, code, "", "", "", place, file))
        if len(gone) > CLOSE_LIMIT_SHARE * covered and not allow_close:
            place = Place(reading.file)
            self.result.problems.append(Problem("too_many_closed", place, str(len(gone)), str(covered)))
            return
        for entity, code in gone:
            if then is None or self._may_close(then, entity, code, reading.file):
                self._note(entity, code, reading)
                self._take_away(entity, code, Place(reading.file, ENTITIES[entity].sheet), others.stated)

    def _never_held(self, then: Then | None, entity: str, code: str, areas: frozenset[str]) -> bool:
        """Whether the workbook was made without the record: it came later, or was another area's then."""
        if then is None or not then.known:
            return False
        if not then.holds(entity, code):
            return True
        return then.made_with(entity, code) and not self._in_scope(then.state, entity, code, areas)

    def _may_close(self, then: Then, entity: str, code: str, file: str) -> bool:
        """A record that someone else changed since the export is not closed unseen: each cell is a conflict."""
        place = Place(file, ENTITIES[entity].sheet)
        theirs = self.before[entity][code]
        if not then.known:
            return self._confirmed(entity, code, "", "", "", place)
        changed = [
            n for n in ENTITIES[entity].by_name if not alike(then.value(entity, code, n), held(entity, theirs, n))
        ]
        answers = [
            self._confirmed(entity, code, name, "", _shown(theirs.get(name)), replace(place, column=name))
            for name in changed
        ]
        return all(answers)

    def _take_away(self, entity: str, code: str, place: Place, stated: frozenset[tuple[str, str]]) -> None:
        """Close a record with its parts; a part that a file still states has lost its parent, and that is told."""
        if self.now.get(entity, {}).pop(code, None) is None:
            return
        self.touched[entity, code] = (place, False)
        for part in ENTITIES.values():
            if not part.parent or part.by_name[part.parent].of != entity:
                continue
            for child, values in list(self.now.get(part.name, {}).items()):
                if values.get(part.parent) != code:
                    continue
                if (part.name, child) in stated:
                    self._orphan(part, child, entity, code)
                else:
                    self._take_away(part.name, child, place, stated)

    def _orphan(self, part: Entity, child: str, entity: str, code: str) -> None:
        there = replace(self.touched[part.name, child][0], column=part.by_name[part.parent].heading)
        new = [key for key in self.now.get(entity, {}) if key not in self.before.get(entity, {})]
        self.told.add(there)
        self.result.problems.append(Problem("parent_gone", there, code, ", ".join(get_close_matches(code, new, n=3))))

    def _areas(self, reading: Reading) -> frozenset[str]:
        """The codes of the council areas in a scope; what is none is told."""
        said = reading.scope.areas if reading.scope else ()
        known = self.names.ties(_AREAS, [[self.matcher.spelt("area", area), None] for area in sorted(said)])
        for area, _ in known:
            if area not in self.now.get("area", {}):
                there = Place(reading.file, column="Omfang: rådsområder")
                self.result.problems.append(Problem("unknown_scope", there, area, self.names.fault("area", area)[1]))
        return frozenset(area for area, _ in known)

    def _in_scope(self, state: State, entity: str, code: str, areas: frozenset[str]) -> bool:
        """Whether a record, or what it is a part of, is one of the areas': as the workbook is written."""
        if not areas:
            return True
        values = state.get(entity, {}).get(code, {})
        while parent := ENTITIES[entity].parent:
            entity = ENTITIES[entity].by_name[parent].of
            values = state.get(entity, {}).get(str(values.get(parent)), {})
        return values.get("area") in areas

    # -- references

    def check_references(self) -> None:
        """Every reference of every record leads to a record; in public sources what does not is left out."""
        closed = {key for key in self.touched if key[1] not in self.now.get(key[0], {})}
        targets = {entity for entity, _ in closed}
        for entity, records in self.now.items():
            for code, values in list(records.items()):
                touched = self.touched.get((entity, code))
                if touched is None and not targets:
                    continue
                place, lenient = touched or (Place("", SHEETS[entity].sheet), False)
                for column, target, wanted in references(entity, values):
                    there = replace(place, column=SHEETS[entity].by_name[column].heading)
                    if wanted not in self.now.get(target, {}) and there not in self.told:
                        self._unknown(entity, code, column, target, wanted, place, lenient)

    def _unknown(
        self,
        entity: str,
        code: str,
        column: str,
        target: str,
        wanted: str,
        place: Place,
        lenient: bool,
    ) -> None:
        named = ENTITIES[entity].by_name[column]
        there = Place(place.file, place.sheet or ENTITIES[entity].sheet, place.row, named.heading)
        if lenient and not named.required:
            self.result.remarks.append(Problem("unknown_code_remark", there, wanted))
            values = dict(self.now[entity][code])
            value: Any = values[column]
            values[column] = [] if isinstance(value, str) else [p for p in value if p[0] != wanted]
            self.now[entity][code] = clean(values)
            return
        key, meant = self.names.fault(target, wanted, shares=named.shares)
        self.result.problems.append(Problem(key, there, shown(text(wanted)), meant))

    def changes(self) -> list[Change]:
        """The changes from the state before to the state now, of what was touched."""
        found = []
        for entity, code in sorted(self.touched):
            before = self.before.get(entity, {}).get(code)
            after = self.now.get(entity, {}).get(code)
            if before != after:
                found.append(Change(entity, code, before, after))
        return found


def _turned(entity: Entity, values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The pairs of days of which the last is before the first."""
    both = [(a, b) for a, b in ORDERED if a in entity.by_name and values.get(a) and values.get(b)]
    return [(a, b) for a, b in both if str(values[b]) < str(values[a])]


def _wrong(column: Column, value: Any, record: Values) -> str | None:
    """The key of what the database would refuse in a cell; readers say it first where they can."""
    if column.kind is Kind.CHOICE and value not in CHOICES[column.of]:
        return "not_a_choice"
    if column.kind in _PATTERNS and not _PATTERNS[column.kind].fullmatch(value):
        return "not_a_date"
    if column.kind in _LIMITS and not abs(value) <= _LIMITS[column.kind]:
        return "not_a_number"
    if column.name in ("people", "hours") and value < 0:
        return "negative"
    if column.kind is Kind.TIES and len({code for code, _ in value}) < len(value):
        return "double_tie"
    if column.shares and not _shares_fit(value, str(record.get("area"))):
        return "shares_not_100"
    return None


def _shares_fit(ties: Sequence[tuple[str, int | None]], own: str) -> bool:
    """Whole percents that make up all, or leave a rest to a responsible area that is not named with one."""
    shares = {code: share for code, share in ties if share is not None}
    total = sum(shares.values())
    return all(0 < share <= 100 for share in shares.values()) and (total <= 100 if own not in shares else total == 100)


def _conflict(entity: str, code: str, name: str, ours: str, theirs: str, place: Place, other: str = "") -> Conflict:
    """A conflict; names of persons are in no sentence."""
    ours, theirs = ("", "") if entity == PERSON.name else (ours, theirs)
    return Conflict(entity, code, name, ours, theirs, place, other)


def _blank(entity: Entity, reading: Reading) -> dict[str, Value]:
    known = "visibility" in entity.by_name and reading.lenient
    return {"visibility": "public"} if known else {}


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ties_text(value)
    return "" if value is None else str(value)
