"""The ways to change a record, for who may, and what is said after a change."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.edit_link import DONE, edit_href
from akint_dash.components.view import View
from akint_dash.domain.schema import ENTITIES
from akint_dash.text import record as text


def ways(view: View, entity: str, code: str) -> list[Component]:
    """To the form of any field, and to a remark."""
    w, href = view.words, edit_href(view, entity, code)
    if not href:
        return []
    found = [html.A(w("Rett en opplysning"), href=href, className="no-paper")]
    if "note" in ENTITIES[entity].by_name:
        there = "note" in view.portfolio.get(entity, code)
        words = w("Rett merknaden") if there else w("Legg til en merknad")
        found.append(html.A(words, href=edit_href(view, entity, code, "note"), className="no-paper"))
    return found


def done(view: View, entity: str, code: str) -> list[Component]:
    """What was just changed, and the way to see it and to take it back."""
    w, asked = view.words, view.query.get(DONE, "")
    if view.portfolio.audience != "staff" or not (asked.isascii() and asked.isdecimal() and len(asked) < 10):
        return []
    number = int(asked)
    if number == 0:
        said = w("Ingenting er endret: det du skrev, står her fra før.")
        return [html.P(said, role="status", className="notice")]
    fields = _fields(view, entity, code, number)
    if not fields:
        return []
    way = w("Se eller angre endringen") if view.viewer.may_write else w("Se endringen")
    told: list[Any] = [w("Lagret som oppdatering {n}: {fields}.", n=number, fields=w.join(fields)), " "]
    told.append(html.A(way, href=view.link(f"/historikk/{number}", own={})))
    return [html.P(told, role="status", className="notice")]


def _fields(view: View, entity: str, code: str, number: int) -> list[str]:
    """What an update changed of the record, in words."""
    for at, change in view.portfolio.changes:
        if at == number and (change.entity, change.code) == (entity, code):
            before, after = change.before or {}, change.after or {}
            names = [name for name in ENTITIES[entity].by_name if before.get(name) != after.get(name)]
            return [f"«{text.label(view.words, entity, name)}»" for name in names]
    return []
