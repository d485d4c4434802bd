"""What a record holds: its own columns, who is responsible, and what only staff see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.edit_link import edit_href, may_edit
from akint_dash.components.record_value import value_of
from akint_dash.components.view import View, field_of
from akint_dash.domain.history import DEMONSTRATION, SOURCE_REFS, Values
from akint_dash.domain.schema import ENTITIES, OWNED, Kind
from akint_dash.importers.form_edit import APART
from akint_dash.measures.wanted import belongs, wanted
from akint_dash.store.portfolio import STAFF_ONLY
from akint_dash.text import record as text

RESPONSIBLE: Final = frozenset(column.name for column in OWNED)
INSIDE: Final = STAFF_ONLY | {"visibility"}
"""Columns that say something to staff alone."""
LED_BY: Final = frozenset({"summary"})
"""Columns that stand in the page's lead."""


def facts(view: View, entity: str, code: str) -> Component:
    """The card of the record's own columns, and what it says nothing of."""
    w, values = view.words, view.portfolio.get(entity, code)
    names = [name for name in columns(entity, values) if name not in INSIDE | _owning(entity)]
    invented = w("Opplysningene er oppdiktede og hører til demonstrasjonsdataene.") if DEMONSTRATION in values else ""
    return card(w("Opplysninger"), [*_told(view, entity, code, names), _note(invented)])


def responsible(view: View, entity: str, code: str) -> list[Component]:
    """The card of who is responsible, where the kind has such."""
    names = [name for name in columns(entity, view.portfolio.get(entity, code)) if name in _owning(entity)]
    return [card(view.words("Ansvar"), _told(view, entity, code, names))] if names else []


def _owning(entity: str) -> frozenset[str]:
    """The columns of who is responsible, where the kind has all of them: an attendance's area is another matter."""
    return RESPONSIBLE if ENTITIES[entity].by_name.keys() >= RESPONSIBLE else frozenset()


def for_staff(view: View, entity: str, code: str) -> list[Component]:
    """The card of what only staff see; for others the portfolio has none of it."""
    values = view.portfolio.get(entity, code)
    names = [n for n in (*ENTITIES[entity].by_name, SOURCE_REFS) if n in values and n in INSIDE | {SOURCE_REFS}]
    if view.portfolio.audience != "staff" or not names:
        return []
    return [card(view.words("Bare for ansatte"), [_listed(view, entity, code, names)])]


def columns(entity: str, values: Values) -> list[str]:
    """The columns that a sheet tells, each once for both languages; the name stands in its title."""
    by_name, field = ENTITIES[entity].by_name, field_of(entity)
    above = {field, f"{field}_nb", *LED_BY}
    if any(column.kind is Kind.MONEY and name in values for name, column in by_name.items()):
        above.add("currency")  # it is said with each amount
    return [name for name in by_name if name not in above and not text.twin(entity, name)]


def told_in(view: View, entity: str, name: str, values: Values) -> str:
    """The column that says ``name`` in the page's language, else in the other; "" where neither says anything."""
    beside = text.english(entity, name)
    order = (beside, name) if view.words.language == "en" else (name, beside)
    return next((one for one in order if one and one in values), "")


def _told(view: View, entity: str, code: str, names: Sequence[str]) -> list[Component | None]:
    """What the columns say, and which say nothing."""
    w, values = view.words, view.portfolio.get(entity, code)
    said = [one for name in names if (one := told_in(view, entity, name, values))]
    silent = [n for n in names if not told_in(view, entity, n, values) and belongs(entity, n, values)]
    if silent and may_edit(view, entity, code):
        return [_listed(view, entity, code, said), _answerable(view, entity, code, silent)]
    labels = [text.label(w, entity, name) for name in silent if wanted(view.scope, entity, name, code)]
    lacking = text.not_told(w, labels, staff=view.portfolio.audience == "staff")
    return [_listed(view, entity, code, said), _note(lacking)]


def _answerable(view: View, entity: str, code: str, silent: Sequence[str]) -> Component:
    """What the record says nothing of, each the way to where it is written."""
    told: list[Any] = [view.words("Ikke registrert:")]
    for name in silent:
        label, href = text.label(view.words, entity, name), _form_of(view, entity, code, name)
        told += [" " if name == silent[0] else "; ", html.A(label, href=href) if href else label]
    return html.P([*told, "."], className="basis lacks")


def _form_of(view: View, entity: str, code: str, name: str) -> str:
    """The address of a field's form; "" where it has none, or not for who asks."""
    return edit_href(view, entity, code, name) if name in ENTITIES[entity].by_name and name not in APART else ""


def _listed(view: View, entity: str, code: str, names: Sequence[str]) -> Component | None:
    """Label beside value, one a line."""
    values = view.portfolio.get(entity, code)
    lines = [
        html.Div(
            [
                html.Dt(text.label(view.words, entity, text.twin(entity, name) or name)),
                html.Dd(value_of(view, entity, code, name, values)),
                _edit(view, entity, code, name),
            ]
        )
        for name in names
    ]
    return html.Dl(lines, className="record edits" if may_edit(view, entity, code) else "record") if lines else None


def _edit(view: View, entity: str, code: str, name: str) -> Component | None:
    """The quiet way to change a field, for who may."""
    w, href = view.words, _form_of(view, entity, code, name)
    said = w("Rett «{label}»", label=text.label(w, entity, name))
    return html.Dd(html.A(w("Rett"), href=href, title=said, **{"aria-label": said}), className="edit") if href else None


def _note(words: str) -> Component | None:
    return html.P(words, className="basis") if words else None


def card(title: Any, inside: Sequence[Component | None], *, key: str = "") -> Component:
    """A part of the sheet under its heading."""
    shown = [child for child in inside if child is not None]
    return html.Section([html.H2(title), *shown], className="card", **({"id": key} if key else {}))
