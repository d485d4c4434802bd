"""The columns of a list of records: what they are called, which are shown at first, and their cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, overload

from akint_dash.components.record_name import plain_name
from akint_dash.components.record_value import OF_NO_LANGUAGE, YEARS
from akint_dash.components.view import View, field_of
from akint_dash.domain.schema import Column, Kind
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, Table
from akint_dash.measures.lists import CODE, NAME, columns_of, currency_of, value_of
from akint_dash.text import lists as text
from akint_dash.text.record import english, twin

FIRST: Final[Mapping[str, tuple[str, ...]]] = {
    "project": ("kode", "status", "programme", "area", "role", "budget", "start", "end"),
    "project_step": ("kode", "project", "status", "date", "reason"),
    "funding": ("kode", "project", "level", "payer", "amount", "hours", "purpose"),
    "result": ("kode", "kind", "project", "area", "date", "value", "unit"),
    "call": ("kode", "state", "deadline", "programme", "opening", "budget", "identifier"),
    "call_deadline": ("kode", "call", "day", "moment", "stage", "cut_off"),
    "dossier": ("kode", "stage", "deadline", "area", "opened", "eea", "celex"),
    "dossier_deadline": ("kode", "dossier", "day"),
    "organisation": ("kode", "kind", "regions", "themes", "area"),
    "post": ("kode", "organisation", "sphere", "from_date", "to_date"),
    "membership": ("kode", "from_date", "to_date", "notice_by", "fee", "fee_year", "area"),
    "membership_fee": ("kode", "membership", "year", "amount"),
    "activity": ("kode", "kind", "start", "area", "organisations", "people", "hours"),
    "attendance": ("kode", "activity", "audience", "people", "area", "municipality"),
    "cooperation": ("kode", "status", "since", "agreement_from", "agreement_to", "area", "themes"),
    "participation": ("kode", "actor", "programme", "role", "from_date", "to_date", "amount", "municipality"),
    "actor": ("kode", "participations", "sector", "municipality"),
    "budget": ("kode", "planned_nok", "used_nok", "planned_fte", "used_fte", "decided_on"),
    "fund": ("kode", "level", "amount_nok"),
    "programme": ("kode", "parent", "level", "norway", "period_from", "period_to", "currency"),
}
"""The columns a list begins with; of other kinds the first of the sheet."""
SHOWN: Final = 7
"""So many of those."""
LONG: Final = frozenset({"summary", "description", "address", "mail", "owner_mail", "fit_reasons", "note", "source"})
"""Not among the first."""
BLANK: Final = Heading("", Cell.TEXT, "Navn")
RIGHT: Final = frozenset({Kind.MONEY, Kind.INTEGER, Kind.NUMBER})


def offered(view: View, entity: str) -> Mapping[str, Column]:
    """The columns a list can show, each once for both languages: an amount tells its currency."""
    every = columns_of(view.portfolio, entity)
    field = field_of(entity)
    hidden = {field, f"{field}_nb"}
    if any(column.kind is Kind.MONEY and not name.endswith("_nok") for name, column in every.items()):
        hidden.add("currency")
    return {name: column for name, column in every.items() if name not in hidden and not twin(entity, name)}


def first(view: View, entity: str) -> tuple[str, ...]:
    """The columns a list begins with, after the name."""
    every = offered(view, entity)
    if entity in FIRST:
        return tuple(name for name in FIRST[entity] if name in every)
    return tuple(name for name in every if name != NAME and name not in LONG)[:SHOWN]


def heading(entity: str, column: Column) -> Heading:
    """A column's heading."""
    return replace(BLANK, name=column.name, cell=cell_of(entity, column), words=text.label(entity, column))


def cell_of(entity: str, column: Column) -> Cell:
    """What a column's cells are."""
    if column.name == NAME:
        return Cell.NAME
    if column.name == CODE:
        return Cell.CODE
    match column.kind:
        case Kind.TEXT:
            plain = column.name in OF_NO_LANGUAGE or not english(entity, column.name)
            return Cell.TEXT if plain else Cell.SAID
        case Kind.INTEGER:
            return Cell.YEAR if column.name in YEARS | {"fee_year"} else Cell.COUNT
        case Kind.MONEY:
            return Cell.ORE if column.name.endswith("_nok") else Cell.AMOUNT
        case _:
            return _CELLS[column.kind]


_CELLS: Final[Mapping[Kind, Cell]] = {
    Kind.DATE: Cell.DATE,
    Kind.MOMENT: Cell.MOMENT,
    Kind.NUMBER: Cell.DECIMAL,
    Kind.FLAG: Cell.TRUTH,
    Kind.CHOICE: Cell.CHOICE,
    Kind.REFERENCE: Cell.NAME,
    Kind.TIES: Cell.NAMES,
}


def table_of(view: View, entity: str, names: Sequence[str], codes: Sequence[str]) -> Table:
    """The records as a table, the name first; its rows are made as they are asked for."""
    every = offered(view, entity)
    columns = [every[NAME], *(every[name] for name in names)]

    def row(code: str) -> tuple[Any, ...]:
        return tuple(cell(view, entity, column, code) for column in columns)

    return Table(tuple(heading(entity, column) for column in columns), Rows(codes, row))


def cell(view: View, entity: str, column: Column, code: str) -> Any:
    """One cell of a :class:`Table`."""
    if column.name == NAME:
        return entity, code
    value = value_of(view.scope, entity, column.name, code)
    kind = cell_of(entity, column)
    if kind is Cell.SAID:
        return (entity, code, column.name) if view.words.name(view.portfolio.get(entity, code), column.name) else None
    if value is None or value == NOT_APPLICABLE:
        return value
    match kind:
        case Cell.CHOICE:
            return column.of, value
        case Cell.NAME:
            return column.of, value
        case Cell.NAMES:
            return column.of, tuple(target for target, _ in value)
        case Cell.AMOUNT:
            return value, currency_of(view.scope, entity, column.name, code)
        case _:
            return value


def named(view: View) -> Callable[[str, object], str]:
    """How the measures name records in the page's language."""
    return lambda entity, code: plain_name(view, entity, code)


class Rows(Sequence[tuple[Any, ...]]):
    """The rows of many codes: one is made when it is asked for, all once when they are gone through."""

    def __init__(self, codes: Sequence[str], row: Callable[[str], tuple[Any, ...]]) -> None:
        self._codes, self._row = codes, row
        self._made: list[tuple[Any, ...]] | None = None

    def __len__(self) -> int:
        return len(self._codes)

    @overload
    def __getitem__(self, at: int) -> tuple[Any, ...]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[tuple[Any, ...]]: ...
    def __getitem__(self, at: int | slice) -> Any:
        return Rows(self._codes[at], self._row) if isinstance(at, slice) else self._row(self._codes[at])

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        if self._made is None:
            self._made = [self._row(code) for code in self._codes]
        return iter(self._made)


def is_right(column: Column) -> bool:
    """Whether a column's cells stand to the right."""
    return column.kind in RIGHT
