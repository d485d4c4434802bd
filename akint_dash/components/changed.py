"""Records that were added, changed or closed: each with its fields before and after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.parts import unseen
from akint_dash.components.record_link import to_sheet
from akint_dash.components.record_name import plain_name
from akint_dash.components.row_table import scrolled
from akint_dash.components.view import View
from akint_dash.domain.history import Change
from akint_dash.domain.schema import PERSON
from akint_dash.domain.text import around_difference
from akint_dash.text.changed import differences
from akint_dash.text.record import kind
from akint_dash.text.words import Words

SORT_WORDS: Final = {"added": "Ny", "changed": "Endret", "closed": "Avsluttet"}


def sort_words(w: Words, sort: str) -> str:
    """What is said of one record that was ``added``, ``changed`` or ``closed``."""
    return w(SORT_WORDS[sort])


def entity_words(w: Words, entity: str) -> str:
    """What one record of a kind is called, a person's too."""
    return w("Person") if entity == PERSON.name else kind(w, entity)


def changes_table(view: View, changes: Sequence[Change], caption: str) -> Component:
    """A row for each record and changed field, in the order given."""
    w = view.words
    heads = (w("Registrering"), w("Felt"), w("Fra"), w("Til"))
    rows: list[Component] = []
    for change in changes:
        rows += _rows(view, change, heads)
    return scrolled(caption, heads, rows, "changed")


def _rows(view: View, change: Change, heads: Sequence[str]) -> list[Component]:
    w = view.words
    record = _record(view, change)
    if change.sort != "changed" or change.entity == PERSON.name:
        words = sort_words(w, change.sort)
        return [html.Tr([html.Th(record, scope="row"), html.Td(words, colSpan=3, **{"data-h": heads[1]})])]
    rows = []
    for at, (name, was, now) in enumerate(differences(w, change)):
        cells = [html.Td(name, **{"data-h": heads[1]})]
        cells += [
            html.Td(side or "–", className=None if side else "none", **{"data-h": said})
            for side, said in ((was, heads[2]), (now, heads[3]))
        ]
        first = record if not at else unseen(change.code)
        rows.append(html.Tr([html.Th(first, scope="row", className=None if not at else "again"), *cells]))
    return rows


def _record(view: View, change: Change) -> list[Any]:
    """The kind, the code as the way to the sheet, and the name the record has or had."""
    entity, code = change.entity, change.code
    if entity == PERSON.name:
        return [html.Small(entity_words(view.words, entity)), " ", code]
    href = to_sheet(view, entity, code)
    values = change.after if change.after is not None else change.before
    name, _ = around_difference(plain_name(view, entity, code, values or {}), "")
    way = html.A(code, href=href) if href else code
    return [html.Small(entity_words(view.words, entity)), " ", way, *([" ", name] if name != code else [])]
