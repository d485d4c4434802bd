"""The name of any record: its own, or made of what tells it from its siblings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.spoken import native, spoken
from akint_dash.components.view import View, field_of
from akint_dash.domain.history import Values
from akint_dash.domain.references import NAMED_THROUGH
from akint_dash.domain.schema import ENTITIES, Kind
from akint_dash.text.record import funding, kind_inside

MADE_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "project_step": ("status", "date"),
    "funding": ("level", "form", "payer"),
    "call_deadline": ("moment", "day"),
    "membership_fee": ("year",),
    "attendance": ("audience",),
    "budget": ("instrument", "area", "year"),
    "fund": ("scheme", "area", "year"),
    "target": ("measure", "goal", "year"),
    "area_statement": ("instrument", "area"),
    "rate": ("currency", "year"),
    "area_theme": ("theme", "area"),
}
"""Entities without a name, and the columns that one is made of."""
FIRST_OF: Final[Mapping[str, tuple[str, ...]]] = {"participation": ("title", "acronym", "project_number")}
"""Entities with a name of which some records lack it: the first column that says anything."""


def named(view: View, entity: str, code: object) -> Component | str:
    """A record's name, marked with its language where that is not the page's."""
    values = view.portfolio.get(entity, code)
    if entity == "fund" and values.get("scheme"):
        own, name = str(values["scheme"]), plain_name(view, entity, code)
        return html.Span([native(view, own), name.removeprefix(own)])
    if entity in MADE_OF and values:
        return plain_name(view, entity, code)
    if entity in FIRST_OF and "title" not in values:
        return plain_name(view, entity, code)
    return spoken(view, entity, code)


def plain_name(view: View, entity: str, code: object, values: Values | None = None) -> str:
    """A record's name as a plain text, as it is known or as ``values`` have it; its code where they say nothing."""
    gone, values = values, view.portfolio.get(entity, code) if values is None else values
    if entity == "funding" and {"level", "form", "payer"} <= values.keys():
        return funding(view.words, *(str(values[name]) for name in ("level", "form", "payer")))
    if entity in MADE_OF:
        parts = [plain(view, entity, name, values) for name in MADE_OF[entity] if name in values]
        return ", ".join(parts) or str(code)
    if entity in FIRST_OF:
        return next((str(values[name]) for name in FIRST_OF[entity] if name in values), str(code))
    return view.words.name(gone, field_of(entity)) or str(code) if gone else view.name(entity, code)


def whole_name(view: View, entity: str, code: object) -> str:
    """A record's name as a title: a part without a name of its own says what it is a part of, and one that has another
    record's name what it is: 'Skåne län, bilateralt samarbeid med en region'."""
    parent, values = ENTITIES[entity].parent, view.portfolio.get(entity, code)
    own = plain_name(view, entity, code)
    if entity in NAMED_THROUGH and own != str(code):
        return f"{own}, {kind_inside(view.words, entity)}"
    if not parent or parent not in values:
        return own
    return f"{plain_name(view, ENTITIES[entity].by_name[parent].of, values[parent])}: {own}"


def ended(view: View, entity: str, code: object) -> str:
    """Until when a municipality was one, where it is no more: two of the same name are told apart by it."""
    last = view.portfolio.get(entity, code).get("valid_to") if entity == "municipality" else None
    return view.words("til {year}", year=last) if last and int(str(last)) < view.day.year else ""


def plain(view: View, entity: str, name: str, values: Values) -> str:
    """One column of a record as a plain text."""
    w, column, value = view.words, ENTITIES[entity].by_name[name], values[name]
    match column.kind:
        case Kind.DATE:
            return w.date(str(value))
        case Kind.MOMENT:
            return w.moment(str(value))
        case Kind.CHOICE:
            return w.choice(column.of, str(value))
        case Kind.REFERENCE:
            return plain_name(view, column.of, value)
        case Kind.TIES:
            ties: Any = value
            return "; ".join(plain_name(view, column.of, code) for code, _ in ties)
        case _:
            return str(value)
