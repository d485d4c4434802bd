"""The records of one kind as a list: which of them, in what order, and what their columns hold and sum to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.collation import in_order
from akint_dash.domain.history import Values
from akint_dash.domain.recent import Recent
from akint_dash.domain.schema import ENTITIES, Column, Kind
from akint_dash.domain.searching import holds, searched, sought
from akint_dash.domain.table import NOT_APPLICABLE, SomeOf
from akint_dash.measures import quality
from akint_dash.measures.calls import calls, selected
from akint_dash.measures.memberships import inside
from akint_dash.measures.memo import once
from akint_dash.measures.participations import taking
from akint_dash.measures.parts import part_ore
from akint_dash.measures.pipeline import decision_day, partly_known, support
from akint_dash.measures.record import in_kroner
from akint_dash.measures.scope import NEVER, Scope, overlap
from akint_dash.measures.wanted import wanted
from akint_dash.store.involvement import KNOWN, NONE, RULES, UNKNOWN, known_sum
from akint_dash.store.portfolio import STAFF_ONLY, Portfolio

NAME: Final = "navn"
CODE: Final = "kode"
MISSING: Final = "mangler"
"""What ``equal`` asks for where a column says nothing."""
TOLD: Final = Column(NAME, Kind.TEXT, "Navn"), Column(CODE, Kind.TEXT, "Kode")

DERIVED: Final[Mapping[str, tuple[Column, ...]]] = {
    "project": (
        Column("status", Kind.CHOICE, "Status", of="status"),
        Column("support_nok", Kind.MONEY, "Støtte utenfra"),
        Column("part_nok", Kind.MONEY, "Støtte, rådsområdets del"),
        Column("decided_on", Kind.DATE, "Avgjort"),
    ),
    "call": (
        Column("state", Kind.CHOICE, "Tilstand", of="call_state"),
        Column("deadline", Kind.DATE, "Neste frist"),
    ),
    "dossier": (Column("deadline", Kind.DATE, "Neste frist"),),
    "membership": (Column("fee", Kind.MONEY, "Siste kontingent"), Column("fee_year", Kind.INTEGER, "Kontingentens år")),
    "activity": (Column("people", Kind.INTEGER, "Deltakelser"),),
    "participation": (Column("support_nok", Kind.MONEY, "Støtte i kroner"),),
    "actor": (Column("participations", Kind.INTEGER, "Prosjektdeltakelser"),),
}
"""Columns that a list has beside those of the record: what is worked out from its parts."""

SUMMED: Final[Mapping[str, frozenset[str]]] = {
    "project": frozenset({"budget", "application_hours", "fte", "support_nok", "part_nok"}),
    "funding": frozenset({"amount", "hours"}),
    "membership": frozenset({"fee"}),
    "membership_fee": frozenset({"amount"}),
    "activity": frozenset({"hours", "people"}),
    "attendance": frozenset({"people"}),
    "budget": frozenset({"planned_nok", "used_nok", "planned_fte", "used_fte"}),
    "fund": frozenset({"amount_nok"}),
    "participation": frozenset({"amount", "support_nok"}),
    "actor": frozenset({"participations"}),
}
"""The columns whose values make a sum. A consortium's total and a call's budget are others' money, shared by many."""

DAYS: Final[Mapping[str, tuple[str, str]]] = {
    "project_step": ("date", "date"),
    "result": ("date", "date"),
    "call_deadline": ("day", "day"),
    "dossier_deadline": ("day", "day"),
    "post": ("from_date", "to_date"),
    "membership": ("from_date", "to_date"),
    "membership_fee": ("year", "year"),
    "need": ("date", "date"),
    "budget": ("year", "year"),
    "fund": ("year", "year"),
    "participation": ("from_date", "to_date"),
    "target": ("year", "year"),
    "remark": ("date", "date"),
    "area_statement": ("date", "until"),
    "rate": ("year", "year"),
}
"""entity -> first and last column of its time, where a period of years can narrow it; involvements have their own."""

Named = Callable[[str, object], str]
"""(entity, code) -> the record's name in the language of the list."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a list is asked.

    ``order``: (column, whether from the end), the first decides. ``sought``: each word stands somewhere in the record.
    ``equal``: (column, code or :data:`MISSING`). ``least`` and ``most``: (column, bound as it is stored). ``counted``:
    only what the views count as involvement in the selection. ``codes``: these records alone, where any are named.
    ``rule``: only what a rule of the quality of the data finds, and whose (see ``measures.quality``).
    """

    order: tuple[tuple[str, bool], ...] = ()
    sought: str = ""
    equal: tuple[tuple[str, str], ...] = ()
    least: tuple[tuple[str, str | float], ...] = ()
    most: tuple[tuple[str, str | float], ...] = ()
    counted: bool = False
    codes: tuple[str, ...] = ()
    rule: tuple[str, str] = ("", "")


def columns_of(portfolio: Portfolio, entity: str) -> Mapping[str, Column]:
    """The columns a list of ``entity`` can show and order by for this audience, name and code first."""
    staff = portfolio.audience == "staff"
    own = (c for c in ENTITIES[entity].columns if staff or c.name not in STAFF_ONLY | {"visibility"})
    return {column.name: column for column in (*TOLD, *DERIVED.get(entity, ()), *own)}


# -- what is kept between two questions


MOST_KEPT: Final = 16
"""So many orders, keys and texts of a snapshot are kept; what was not asked for longest goes first."""


def _kept(scope: Scope) -> Recent:
    return once(scope.portfolio, "lists", lambda: Recent(MOST_KEPT))


# -- which records, in what order


@dataclass(frozen=True, slots=True)
class Listed:
    """``codes`` in order, of ``of`` records that the reader may see; ``undated`` were left out by a period for having
    no day."""

    codes: tuple[str, ...]
    of: int
    undated: int = 0


def listed(scope: Scope, entity: str, asked: Question, named: Named, language: str = "nb") -> Listed:
    """The records of ``entity`` inside the selection that answer the question, in its order: codes decide between
    equals, and what a column lacks comes last either way.
    """
    place = ("listed", entity, scope.selection.to_query(), *_moment(scope, entity), language, asked)
    reading = _Reading(scope, entity, named, language)
    return _kept(scope).keep(place, lambda: _listed(reading, asked))


def _moment(scope: Scope, entity: str) -> tuple[object, ...]:
    """What of the time looked at can change a list: a call closes within a day."""
    return (scope.today, scope.now[:16]) if entity == "call" else (scope.today,)


def _share(scope: Scope, entity: str) -> tuple[object, ...]:
    """What of the selection can change what a column holds: of projects the areas."""
    own = scope.selection.omrade if entity == "project" else None
    return (own, *_moment(scope, entity))


def _listed(reading: _Reading, asked: Question) -> Listed:
    scope, entity = reading.scope, reading.entity
    codes, undated = _inside(reading)
    if asked.counted and entity in RULES:
        codes, undated = sorted(scope.codes(entity, any_year=False)), 0
    codes = _narrowed(reading, codes, asked)
    for name, backwards in reversed(asked.order):
        codes = _ordered(reading, codes, name, backwards=backwards)
    return Listed(tuple(codes), len(scope.portfolio.records(entity)), undated)


def _inside(reading: _Reading) -> tuple[list[str], int]:
    """The codes inside the selection and its period, in their order, and how many have no day to tell a time by."""
    scope, entity = reading.scope, reading.entity
    some = _some(scope, entity)
    if scope.selection.maned and entity in RULES:
        every = _some(scope.narrowed(maned=()), entity)
        undated = sum(_span(scope, entity, code, values) is None for code, values in every.items())
        return _inside_period(scope, entity, some)[0], undated
    return _inside_period(scope, entity, some)


def _inside_period(scope: Scope, entity: str, some: Mapping[str, Values]) -> tuple[list[str], int]:
    if not scope.selection.periode or not has_time(entity):
        return sorted(some), 0
    first, last = scope.selection.periode
    spans = {code: _span(scope, entity, code, values) for code, values in some.items()}
    inside = sorted(code for code, span in spans.items() if span and span[0] <= last and span[1] >= first)
    return inside, sum(span is None for span in spans.values())


def _some(scope: Scope, entity: str) -> Mapping[str, Values]:
    """The records inside the selection, its period left aside, by the rule of the measures of their kind."""
    every = scope.portfolio.records(entity)
    if scope.selection.is_empty:
        return every
    if entity == "membership":
        return inside(scope)
    if entity == "call":
        return {call.code: every[call.code] for call in selected(scope)}
    return scope.records(entity)


def has_time(entity: str) -> bool:
    """Whether the records of a kind have years of their own, so that a period can narrow them."""
    return entity in RULES or entity in DAYS or entity in ("funding", "attendance")


def touched(entity: str) -> frozenset[str]:
    """The filters of the selection that can narrow a kind."""
    columns = ENTITIES[entity].by_name.keys()
    found = {"sok"}
    if entity == "call":
        return frozenset({"omrade", "program", "tema", "periode", "sok"})
    if entity == "membership":
        found |= {"virkemiddel", "tema"}
    for name, some in _OF_COLUMNS.items():
        if columns & some:
            found.add(name)
    if entity in RULES:
        found |= {"virkemiddel", "maned"}
    if entity == "project":
        found.add("status")
    if has_time(entity):
        found.add("periode")
    return frozenset(found)


_OF_COLUMNS: Final[Mapping[str, frozenset[str]]] = {
    "omrade": frozenset({"area"}),
    "program": frozenset({"programme"}),
    "tema": frozenset({"theme", "themes"}),
    "ring": frozenset({"region", "regions"}),
    "partner": frozenset({"region", "regions"}),
    "kommune": frozenset({"municipality", "municipalities"}),
    "virkemiddel": frozenset({"instrument"}),
}


def _span(scope: Scope, entity: str, code: str, values: Values) -> tuple[int, int] | None:
    """First and last year of a record: a project's whole life, of others' the year of their day; None without one."""
    if entity == "funding":
        project = str(values["project"])
        return _span(scope, "project", project, scope.portfolio.get("project", project))
    if entity == "attendance":
        activity = str(values["activity"])
        return _span(scope, "activity", activity, scope.portfolio.get("activity", activity))
    if entity == "project":
        years = overlap(values, scope.steps.get(code, []))
        return years if years[0] else None
    first, last = DAYS.get(entity) or {"dossier": ("opened",) * 2, "cooperation": ("since", "")}.get(
        entity, ("start", "start")
    )
    if first == "day" and "day" not in values:
        first = last = "moment"
    if first not in values:
        return None
    begun = int(str(values[first])[:4])
    return begun, int(str(values[last])[:4]) if last in values else NEVER if last != first else begun


def _narrowed(reading: _Reading, codes: list[str], asked: Question) -> list[str]:
    if asked.codes:
        codes = [code for code in codes if code in asked.codes]
    if any(asked.rule):
        broken = {one.code for one in quality.found(reading.scope, *asked.rule) if one.entity == reading.entity}
        codes = [code for code in codes if code in broken]
    for name, sought_code in asked.equal:
        codes = [code for code in codes if sought_code in reading.codes_in(name, code)]
    for name, bound in asked.least:
        codes = [code for code in codes if (value := reading.bound(name, code)) is not None and value >= bound]
    for name, bound in asked.most:
        codes = [code for code in codes if (value := reading.bound(name, code)) is not None and value <= bound]
    words = sought(asked.sought)
    if words:
        texts = reading.texts()
        codes = [code for code in codes if all(holds(word, texts[code]) for word in words)]
    return codes


def _ordered(reading: _Reading, codes: Iterable[str], name: str, *, backwards: bool) -> list[str]:
    keys = reading.keys(name)
    known: list[str] = []
    lacking: list[str] = []
    for code in codes:
        (lacking if keys.get(code) is None else known).append(code)
    known.sort(key=keys.__getitem__)
    if backwards:  # equals stay in the order they had
        known = [code for same in reversed(_alike(known, keys)) for code in same]
    return known + lacking


def _alike(codes: Iterable[str], keys: Mapping[str, Any]) -> list[list[str]]:
    groups: list[list[str]] = []
    for code in codes:
        if groups and keys[groups[-1][0]] == keys[code]:
            groups[-1].append(code)
        else:
            groups.append([code])
    return groups


# -- what the columns hold


class _Reading:
    """The columns of one kind as they are read, found and ordered in one language."""

    def __init__(self, scope: Scope, entity: str, named: Named, language: str) -> None:
        self.scope, self.entity, self._named, self._language = scope, entity, named, language
        self._columns = columns_of(scope.portfolio, entity)
        self._names: dict[tuple[str, str], str] = {}

    def value(self, name: str, code: str) -> Any:
        return value_of(self.scope, self.entity, name, code)

    def name(self, entity: str, code: object) -> str:
        """A record's name, worked out once."""
        key = entity, str(code)
        if key not in self._names:
            self._names[key] = self._named(*key)
        return self._names[key]

    def codes_in(self, name: str, code: str) -> Sequence[str]:
        """The codes that one column holds; :data:`MISSING` where it says nothing."""
        value = self.value(name, code)
        if value is None:
            return (MISSING,)
        if value == NOT_APPLICABLE:
            return ()
        return [target for target, _ in value] if self._columns[name].kind is Kind.TIES else (str(value),)

    def bound(self, name: str, code: str) -> Any:
        """What is held against a bound: a day as a text, an amount in whole units of its own currency."""
        value, column = self.value(name, code), self._columns[name]
        if value in (None, NOT_APPLICABLE) or column.kind not in (Kind.MONEY, Kind.DATE, Kind.MOMENT):
            return None if value == NOT_APPLICABLE else value
        return value / 100 if column.kind is Kind.MONEY else str(value)[:10]

    def keys(self, name: str) -> Mapping[str, Any]:
        """code -> what puts the column's values into order; None where there is none."""
        place = ("keys", self.entity, name, self._language, *_share(self.scope, self.entity))
        return _kept(self.scope).keep(place, lambda: self._keys(name))

    def _keys(self, name: str) -> dict[str, Any]:
        records = self.scope.portfolio.records(self.entity)
        if name == NAME:
            return {code: in_order(self.name(self.entity, code)) for code in records}
        if name == CODE:
            return {code: in_order(code) for code in records}
        column = self._columns[name]
        known = ((code, self.value(name, code)) for code in records)
        return {c: None if v in (None, NOT_APPLICABLE) else self._key(column, c, v) for c, v in known}

    def _key(self, column: Column, code: str, value: Any) -> Any:
        match column.kind:
            case Kind.CHOICE:
                words = list(CHOICES[column.of])
                return words.index(value) if value in words else len(words)
            case Kind.REFERENCE:
                return in_order(self.name(column.of, value))
            case Kind.TIES:
                return [in_order(self.name(column.of, target)) for target, _ in value]
            case Kind.MONEY:
                return self._kroner(column.name, code, int(value))
            case Kind.TEXT:
                return in_order(str(value))
            case _:
                return value

    def _kroner(self, name: str, code: str, minor: int) -> int | None:
        """An amount in øre, at the rate that the product counts it with; None where none is known."""
        values = self.scope.portfolio.get(self.entity, code)
        if name.endswith("_nok") or currency_of(self.scope, self.entity, name, code) == "NOK":
            return minor
        if name not in values:
            return minor  # a sum of several years' rates has none of its own
        found = in_kroner(self.scope, self.entity, code, values, name)
        return found.ore if found else None

    def texts(self) -> Mapping[str, str]:
        """code -> all that the record says, to be searched."""
        place = ("texts", self.entity, self._language, *_moment(self.scope, self.entity))
        records = self.scope.portfolio.records(self.entity)
        return _kept(self.scope).keep(place, lambda: {code: self._text(code) for code in records})

    def _text(self, code: str) -> str:
        said = [code, self._named(self.entity, code)]
        derived = ((column.name, self.value(column.name, code)) for column in DERIVED.get(self.entity, ()))
        own: Mapping[str, Any] = self.scope.portfolio.get(self.entity, code)
        for name, value in (*own.items(), *derived):
            column = self._columns.get(name)
            if column is None or value is None or value == NOT_APPLICABLE:
                continue
            match column.kind:
                case Kind.TEXT:
                    said.append(str(value))
                case Kind.CHOICE:
                    said += CHOICES[column.of].get(value, (str(value),))
                case Kind.REFERENCE:
                    said += [str(value), self.name(column.of, value)]
                case Kind.TIES:
                    said += [text for target, _ in value for text in (target, self.name(column.of, target))]
                case Kind.INTEGER:
                    said.append(str(value))
                case _:
                    pass
        return searched(said, [code])


def value_of(scope: Scope, entity: str, name: str, code: str) -> Any:
    """What a column of a list holds, as it is stored; None where it is missing, a dash where there is none to hold."""
    values = scope.portfolio.get(entity, code)
    found = values[name] if name in values else _derived(scope, entity, name, code, values)
    return NOT_APPLICABLE if found is None and values and not wanted(scope, entity, name, code) else found


def _derived(scope: Scope, entity: str, name: str, code: str, values: Values) -> Any:
    match entity, name:
        case _, "kode":
            return code
        case "project", "status":
            steps = scope.steps.get(code)
            return steps[-1][1] if steps else None
        case "project", "support_nok":
            return _of_project(scope, code, support(scope).get(code))
        case "project", "part_nok":
            whole = support(scope).get(code)
            part = None if whole is None else part_ore(values, whole, scope.selection.omrade)
            return _of_project(scope, code, part)
        case "project", "decided_on":
            return decision_day(scope.steps.get(code, []))
        case "call", "state":
            return calls(scope.portfolio, scope.today, scope.now)[code].state
        case "call", "deadline":
            due = calls(scope.portfolio, scope.today, scope.now)[code].next
            return due.day.isoformat() if due else None
        case "dossier", "deadline":
            return _dossier_deadlines(scope).get(code, NOT_APPLICABLE)
        case "membership", ("fee" | "fee_year") as which:
            return _fees(scope).get(code, (None, None, None))[0 if which == "fee" else 1]
        case "activity", "people":
            return _people(scope).get(code)
        case "participation", "support_nok":
            return taking(scope, code, values).ore if "from_date" in values else None
        case "actor", "participations":
            return _takings(scope)[code]
    return None


def currency_of(scope: Scope, entity: str, name: str, code: str) -> str:
    """The currency of an amount."""
    if name.endswith("_nok"):
        return "NOK"
    if (entity, name) == ("membership", "fee"):
        return str(_fees(scope).get(code, (None, None, "NOK"))[2])
    return str(scope.portfolio.get(entity, code).get("currency", "NOK"))


def _takings(scope: Scope) -> Counter[str]:
    """actor -> its participations in projects, of all years."""
    some = scope.portfolio.records("participation").values()
    return once(scope.portfolio, "participations by actor", lambda: Counter(str(one.get("actor")) for one in some))


def _dossier_deadlines(scope: Scope) -> Mapping[str, str]:
    """dossier -> the next of its deadlines."""

    def make() -> dict[str, str]:
        found: dict[str, str] = {}
        for values in scope.portfolio.records("dossier_deadline").values():
            dossier, day = str(values["dossier"]), str(values["day"])
            if day >= scope.today.isoformat():
                found[dossier] = min(found.get(dossier, day), day)
        return found

    return once(scope.portfolio, ("next of dossiers", scope.today), make)


def _fees(scope: Scope) -> Mapping[str, tuple[int | None, int | None, str]]:
    """membership -> amount, year and currency of its newest fee that is no later than the day looked at.

    A year's fee of several parts is their sum, as far as it is known; None where nothing is, or of two currencies.
    """

    def make() -> dict[str, tuple[int | None, int | None, str]]:
        parts: dict[str, dict[int, list[Values]]] = {}
        for values in scope.portfolio.records("membership_fee").values():
            if (year := int(str(values["year"]))) <= scope.today.year:
                parts.setdefault(str(values["membership"]), {}).setdefault(year, []).append(values)
        return {code: _fee(years) for code, years in parts.items()}

    return once(scope.portfolio, ("newest fees", scope.today), make)


def _fee(years: Mapping[int, Sequence[Values]]) -> tuple[int | None, int | None, str]:
    year = max(years)
    currencies = {str(values.get("currency", "NOK")) for values in years[year]}
    amounts: list[Any] = [values.get("amount") for values in years[year]]
    return None if len(currencies) > 1 else _as_known(amounts), year, min(currencies)


def _people(scope: Scope) -> Mapping[str, int | None]:
    """activity -> those who took part: a :class:`SomeOf` where a part of them is not known, None where nothing is."""

    def make() -> dict[str, int | None]:
        found: dict[str, list[Any]] = {}
        for values in scope.portfolio.records("attendance").values():
            found.setdefault(str(values["activity"]), []).append(values.get("people"))
        return {code: _as_known(some) for code, some in found.items()}

    return once(scope.portfolio, "people of activities", make)


def _as_known(some: list[Any]) -> int | None:
    value, known = known_sum(some)
    if known in (NONE, UNKNOWN):
        return None
    return int(value) if known == KNOWN else SomeOf(value)


def _of_project(scope: Scope, code: str, ore: int | None) -> int | None:
    return SomeOf(ore) if ore is not None and code in partly_known(scope) else ore


# -- sums


@dataclass(frozen=True, slots=True)
class Sum:
    """What a column sums to: ``parts`` are (currency or "", sum in minor units or as it is). Of the ``of`` records that
    should hold a value ``known`` hold one, and ``partly`` others a part of it, which is in the sum."""

    column: str
    parts: tuple[tuple[str, float], ...]
    known: int
    of: int
    partly: int = 0


def total(scope: Scope, entity: str, name: str, codes: Sequence[str]) -> Sum:
    """The sum of a column, one for each currency; without parts where nothing of it is known, or it makes no sum."""
    place = ("total", entity, name, tuple(codes), *_share(scope, entity))
    return _kept(scope).keep(place, lambda: _total(scope, entity, name, codes))


def _total(scope: Scope, entity: str, name: str, codes: Sequence[str]) -> Sum:
    column = columns_of(scope.portfolio, entity)[name]
    found: dict[str, float] = {}
    known = of = partly = 0
    for code in codes:
        if (value := value_of(scope, entity, name, code)) == NOT_APPLICABLE:
            continue
        of += 1
        if value is None:
            continue
        partly += isinstance(value, SomeOf)
        known += not isinstance(value, SomeOf)
        if name in SUMMED.get(entity, ()):
            unit = currency_of(scope, entity, name, code) if column.kind is Kind.MONEY else ""
            found[unit] = found.get(unit, 0) + value
    return Sum(name, tuple(sorted(found.items())), known, of, partly)
