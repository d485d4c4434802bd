"""A record as typed values: what each member of the answer is, as data that the description is made of too.

Amounts are numbers in whole units with the currency beside, days ISO 8601, times UTC with offset, codes with their
names beside; null is missing, or (named in ``not_applicable``) what there is none of by its kind. Never 0.
What is named in ``at_least`` is known in part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from akint_dash.components.record_name import plain_name
from akint_dash.components.spoken import language_of
from akint_dash.components.view import View
from akint_dash.domain.choices import CHOICES
from akint_dash.domain.record_addresses import in_address
from akint_dash.domain.schema import ENTITIES, Column, Kind
from akint_dash.domain.table import NOT_APPLICABLE, SomeOf
from akint_dash.measures.lists import CODE, NAME, columns_of, currency_of, value_of
from akint_dash.store.portfolio import Portfolio
from akint_dash.text import api as text
from akint_dash.text import lists
from akint_dash.text.record import label
from akint_dash.text.words import Words

ROOT: Final = "/api/v1"
Schema = Mapping[str, Any]
PLAIN: Final[Mapping[Kind, Schema]] = {
    Kind.TEXT: {"type": ["string", "null"]},
    Kind.DATE: {"type": ["string", "null"], "format": "date"},
    Kind.MOMENT: {"type": ["string", "null"], "format": "date-time"},
    Kind.INTEGER: {"type": ["integer", "null"]},
    Kind.NUMBER: {"type": ["number", "null"]},
    Kind.MONEY: {"type": ["number", "null"]},
    Kind.FLAG: {"type": ["boolean", "null"]},
    Kind.REFERENCE: {"type": ["string", "null"]},
}


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a record's answer: its key, what it can hold (JSON Schema), and how it is read."""

    key: str
    schema: Schema
    read: Callable[[View, str], Any]


@dataclass(frozen=True, slots=True)
class _Part:
    """A number of which a part is not known."""

    value: int | float


def href(entity: str, code: object) -> str:
    """The address of one record in the interface."""
    return f"{ROOT}/{entity}/{in_address(str(code))}"


def columns(portfolio: Portfolio, entity: str) -> Mapping[str, Column]:
    """The columns that a record of ``entity`` tells this audience, beside its code and its name."""
    return {name: one for name, one in columns_of(portfolio, entity).items() if name not in (NAME, CODE)}


def members(w: Words, portfolio: Portfolio, entity: str, some: Iterable[str] | None = None) -> list[Member]:
    """The members of a record's answer, of all columns or of ``some``."""
    every = columns(portfolio, entity)
    wanted = every if some is None else {name: every[name] for name in some}
    return [member for column in wanted.values() for member in _members(w, entity, column)]


def record(view: View, entity: str, code: str, some: Iterable[Member]) -> dict[str, Any]:
    """One record: its code, what it is called and in which language, its address, and ``some`` of its members."""
    told: dict[str, Any] = {"code": code, "label": plain_name(view, entity, code)}
    told |= {"label_language": language_of(view, entity, code) or None, "href": href(entity, code)}
    lacking, partly = [], []
    for member in some:
        value = member.read(view, code)
        if value == NOT_APPLICABLE:
            lacking.append(member.key)
            value = None
        if isinstance(value, _Part):
            partly.append(member.key)
            value = value.value
        told[member.key] = value
    return {**told, "not_applicable": lacking, "at_least": partly}


def record_schema(w: Words, portfolio: Portfolio, entity: str) -> dict[str, Any]:
    """What a record's answer can hold. Members are left out only where the question names fewer columns."""
    own = {member.key: member.schema for member in members(w, portfolio, entity)}
    return {
        "type": "object",
        "description": lists.what(w, entity),
        "properties": {
            "code": {"type": "string", "description": text.said(w, "code")},
            "label": {"type": "string", "description": text.said(w, "label")},
            "label_language": {"enum": ["nb", "en", None], "description": text.said(w, "label_language")},
            "href": {"type": "string", "description": text.said(w, "href")},
            **own,
            "not_applicable": {
                "type": "array",
                "items": {"type": "string"},
                "description": text.said(w, "none_of_its_kind"),
            },
            "at_least": {"type": "array", "items": {"type": "string"}, "description": text.said(w, "known_in_part")},
        },
        "required": ["code", "label", "label_language", "href", "not_applicable", "at_least"],
        "additionalProperties": False,
    }


def described(w: Words, entity: str, column: Column) -> str:
    """What a column holds: its heading, and its help where the workbook has any."""
    own = ENTITIES[entity].by_name.get(column.name)
    return label(w, entity, column.name) if own is column else lists.said_label(w, entity, column)


def _members(w: Words, entity: str, column: Column) -> list[Member]:
    """The members that one column makes: itself, and what a program would else have to look up."""
    name, said = column.name, described(w, entity, column)
    match column.kind:
        case Kind.TIES:
            return [Member(name, {**_ties(column), "description": said}, _read_ties(entity, column))]
        case Kind.CHOICE:
            own = Member(name, {"enum": [*CHOICES[column.of], None], "description": said}, _read(entity, column))
        case _:
            own = Member(name, {**PLAIN[column.kind], "description": said}, _read(entity, column))
    if column.kind is Kind.MONEY:
        currency: Schema = {"type": ["string", "null"], "description": text.currency(w, said)}
        return [own, Member(f"{name}_currency", currency, _currency(entity, name))]
    if column.kind in (Kind.CHOICE, Kind.REFERENCE):
        called: Schema = {"type": ["string", "null"], "description": text.called(w, said)}
        return [own, Member(f"{name}_name", called, _called(entity, column))]
    return [own]


def _ties(column: Column) -> dict[str, Any]:
    shares = {"share": {"type": ["integer", "null"], "minimum": 0, "maximum": 100}} if column.shares else {}
    properties = {"code": {"type": "string"}, "name": {"type": "string"}, **shares}
    one = {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}
    return {"type": "array", "items": one}


def _read(entity: str, column: Column) -> Callable[[View, str], Any]:
    def read(view: View, code: str) -> Any:
        value = value_of(view.scope, entity, column.name, code)
        if value is None or value == NOT_APPLICABLE:
            return value
        told = _units(value) if column.kind is Kind.MONEY else value
        if isinstance(value, SomeOf):
            return _Part(told if column.kind is Kind.MONEY else int(value))
        return bool(value) if column.kind is Kind.FLAG else told

    return read


def _units(minor: Any) -> int | float:
    """An amount in whole units: a whole number where it is one."""
    whole, rest = divmod(int(minor), 100)
    return int(minor) / 100 if rest else whole


def _read_ties(entity: str, column: Column) -> Callable[[View, str], Any]:
    def read(view: View, code: str) -> Any:
        pairs: Any = value_of(view.scope, entity, column.name, code) or []
        if pairs == NOT_APPLICABLE:
            return []
        return [
            {"code": target, "name": plain_name(view, column.of, target)} | ({"share": share} if column.shares else {})
            for target, share in pairs
        ]

    return read


def _currency(entity: str, name: str) -> Callable[[View, str], Any]:
    def read(view: View, code: str) -> Any:
        value = value_of(view.scope, entity, name, code)
        return None if value in (None, NOT_APPLICABLE) else currency_of(view.scope, entity, name, code)

    return read


def _called(entity: str, column: Column) -> Callable[[View, str], Any]:
    def read(view: View, code: str) -> Any:
        value = value_of(view.scope, entity, column.name, code)
        if value is None or value == NOT_APPLICABLE:
            return None
        if column.kind is Kind.CHOICE:
            return view.words.choice(column.of, str(value))
        return plain_name(view, column.of, value)

    return read
