"""The field of a column: what it holds now, an input by its kind, the schema's own help, and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from akint_dash.components.record_name import plain_name
from akint_dash.components.record_value import value_of
from akint_dash.components.view import View
from akint_dash.domain.choices import CHOICES
from akint_dash.domain.schema import Column, Kind
from akint_dash.text import record as text
from akint_dash.text.edit import help_of

MOST_CHOICES: Final = 60
"""So many records stand in a menu; more are suggested while one writes."""
MOST_SUGGESTED: Final = 1000
LONG: Final = frozenset(
    {"summary", "words", "note", "reason", "reason_words", "description", "position", "decision", "norway_why"}
    | {"evidence", "exemption"}
)
"""Columns of running text, with or without their English."""


def field(
    view: View, entity: str, code: str, column: Column, written: str, wrong: Sequence[str], *, new: bool = False
) -> Component:
    """The whole field; ``written`` is what stands in it."""
    w, key = view.words, f"felt-{column.name}"
    label = [text.label(w, entity, column.name), html.Span(f" ({w('må fylles ut')})") if column.required else None]
    errors = [html.Span(one, className="wrong") for one in wrong]
    parts: list[Any] = [dbc.Label([*label, *errors], html_for=key)]
    if not new:
        parts.append(_now(view, entity, code, column))
    parts.append(_input(view, column, key, written, bad=bool(wrong)))
    if said := help_of(w, column):
        parts.append(dbc.FormText(said))
    parts.append(_codes(view, column, key))
    return html.Div([part for part in parts if part is not None], className="field")


def _now(view: View, entity: str, code: str, column: Column) -> Component:
    """What the record holds today, in words."""
    w, values = view.words, view.portfolio.get(entity, code)
    blank = html.Span(w("ikke registrert"), className="missing")
    held = value_of(view, entity, code, column.name, values) if column.name in values else blank
    return html.Div([html.Span(w("Nå:")), " ", html.Div(held)], className="now")


def _input(view: View, column: Column, key: str, written: str, *, bad: bool) -> Component:
    made: Any
    common: dict[str, Any] = {"id": key, "name": column.name, "value": written, "invalid": bad}
    match column.kind:
        case Kind.CHOICE | Kind.FLAG:
            made = dbc.Select(
                options=_options(view, column, written), placeholder=view.words("(ikke registrert)"), **common
            )
        case Kind.REFERENCE if len(view.portfolio.records(column.of)) <= MOST_CHOICES:
            made = dbc.Select(
                options=_options(view, column, written), placeholder=view.words("(ikke registrert)"), **common
            )
        case Kind.REFERENCE:
            made = dbc.Input(type="text", list=f"{key}-liste", autocomplete="off", **common)
        case Kind.DATE if not written or _is_iso(written):
            made = dbc.Input(type="date", **common)
        case Kind.INTEGER:
            made = dbc.Input(type="text", inputmode="numeric", **common)
        case Kind.NUMBER | Kind.MONEY:
            made = dbc.Input(type="text", inputmode="decimal", **common)
        case Kind.TIES:
            made = dbc.Textarea(rows=max(3, written.count("\n") + 2), **common)
        case _ if column.name.removesuffix("_en") in LONG or "\n" in written:
            made = dbc.Textarea(rows=min(14, max(4, len(written) // 60 + 2)), **common)
        case _:
            made = dbc.Input(type="text", **common)
    component: Component = made
    return component


def _is_iso(written: str) -> bool:
    return len(written) == 10 and written[4] == written[7] == "-"


def _options(view: View, column: Column, written: str) -> list[dict[str, str]]:
    """What a menu offers, and what stands in the field whatever it is."""
    w = view.words
    found = [{"label": w("(ikke registrert)"), "value": ""}]
    if column.kind is Kind.CHOICE:
        found += [{"label": w.choice(column.of, one), "value": one} for one in CHOICES[column.of]]
    elif column.kind is Kind.FLAG:
        found += [{"label": w("ja"), "value": "ja"}, {"label": w("nei"), "value": "nei"}]
    else:
        found += [{"label": said, "value": code} for code, said in _records(view, column)]
    if written not in {one["value"] for one in found}:
        found.append({"label": written, "value": written})
    return found


def _records(view: View, column: Column) -> list[tuple[str, str]]:
    """(code, name with the code) of the records that a column can name, as the reader may choose them."""
    codes = list(view.portfolio.records(column.of))
    if column.of == "area" and column.name == "area" and not view.viewer.may_write:
        codes = [code for code in codes if view.viewer.may_edit(code)]
    return [(code, f"{plain_name(view, column.of, code)} ({code})") for code in codes[:MOST_SUGGESTED]]


def _codes(view: View, column: Column, key: str) -> Component | None:
    """The records that can be named, where no menu has them: suggestions, or a list to look at."""
    several = len(view.portfolio.records(column.of)) if column.of else 0
    if column.kind is Kind.REFERENCE and several > MOST_CHOICES:
        return html.Datalist(
            [html.Option(label=said, value=code) for code, said in _records(view, column)], id=f"{key}-liste"
        )
    if column.kind is Kind.TIES and 0 < several <= MOST_SUGGESTED:
        items = [html.Li(f"{code}: {plain_name(view, column.of, code)}") for code, _ in _records(view, column)]
        words = view.words("Kodene som kan stå her")
        return html.Details([html.Summary(words), html.Ul(items, className="codes")])
    return None
