"""The page: which field, what it holds, and the form; after a refusal what was written, and what is in the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.edit_link import EDIT, FIELD, edit_href
from akint_dash.components.lead import lead
from akint_dash.components.record_link import linked, sheet_path, to_sheet
from akint_dash.components.record_value import value_of
from akint_dash.components.view import View
from akint_dash.components.write_form import input_field, reason_field, send_button, write_form
from akint_dash.domain.reading import Place, Problem
from akint_dash.domain.schema import ENTITIES, Kind
from akint_dash.importers.form_edit import beside, problems_at, text_of
from akint_dash.pages.edit.address import KEPT, NEEDS, field_asked, kept, named, offered
from akint_dash.pages.edit.clash import clash_card
from akint_dash.pages.edit.fields import field
from akint_dash.store.revisions import digest_at
from akint_dash.text import record as text
from akint_dash.text.problems import problem_words


def body(view: View) -> Sequence[Any]:
    """The page."""
    entity, code = named(view.parts)
    name = field_asked(view)
    w = view.words
    over = [text.kind(w, entity), f" {code}: ", linked(view, entity, code)]
    if not name:
        card = html.Section(_choose(view, entity, code), className="card c8")
        return [lead(over, w("Hva vil du rette?")), html.Div(card, className="grid section record-sheet", **NEEDS)]
    title = w("Rett «{label}»", label=text.label(w, entity, name))
    if name == "note" and "note" not in view.portfolio.get(entity, code):
        title = w("Legg til en merknad")
    told = kept(view)
    if told.get("clashes"):
        return [lead(over, title), html.Div(clash_card(view, entity, code, told), className="grid section", **NEEDS)]
    card = html.Section(_form(view, entity, code, name, told), className="card c7")
    return [lead(over, title), html.Div(card, className="grid section", **NEEDS)]


def _choose(view: View, entity: str, code: str) -> list[Component]:
    """Every field with what it holds and the way to its form."""
    w, values = view.words, view.portfolio.get(entity, code)
    lines = []
    for name in offered(entity):
        label = text.label(w, entity, name)
        blank = html.Span(w("ikke registrert"), className="missing")
        held = value_of(view, entity, code, name, values) if name in values else blank
        way = html.A(label, href=edit_href(view, entity, code, name))
        lines.append(html.Div([html.Dt(way), html.Dd(held)]))
    parts: list[Any] = [html.H2(w("Feltene")), html.Dl(lines, className="record")]
    if entity == "call":
        way = html.A(w("Si om utlysningen passer"), href=to_sheet(view, entity, code) + "#passer")
        parts.append(html.P(way))
    return parts


def _form(view: View, entity: str, code: str, name: str, told: Mapping[str, Any]) -> list[Component | None]:
    """The form: each of its fields with what is wrong with it, the reason, and what it was made of."""
    w, kind, values = view.words, ENTITIES[entity], view.portfolio.get(entity, code)
    found = problems_at(kind, [Problem(p[0], Place("", column=p[1]), p[2], p[3]) for p in told.get("problems", [])])
    wrong = {at: [problem_words(one, w.language) for one in some] for at, some in found.items()}
    number = view.portfolio.revision
    made_of = told.get("made_of") or [number, digest_at(view.portfolio.revisions, number)]
    parts: list[Any] = [_elsewhere(view, entity, name, wrong)]
    parts.append(hidden(name, made_of, view.query.get(KEPT, "")))
    for one in beside(entity, name):
        column = kind.by_name[one]
        written = told.get("texts", {}).get(one)
        shown = str(values.get(one, "")) if column.kind is Kind.DATE else text_of(column, values.get(one))
        parts.append(field(view, entity, code, column, shown if written is None else written, wrong.get(one, [])))
    reason = w("Skriv hvorfor.") if told.get("no_reason") else ""
    parts.append(reason_field(view, needed=True, value=str(told.get("reason", "")), wrong=reason))
    parts.append(
        html.Div(
            [send_button(w("Lagre")), html.A(w("Avbryt"), href=to_sheet(view, entity, code))], className="edit-ways"
        )
    )
    form = write_form(view, f"{sheet_path(entity, code)}/{EDIT}", parts, key="rett")
    return [html.H2(w("Skjema"), className="unseen"), form]


def hidden(name: str, made_of: Sequence[Any], draft: str) -> Component:
    """What the form carries of what it was made of."""
    said = {FIELD: name, "oppdatering": str(made_of[0]), "historikk": str(made_of[1]), KEPT: draft}
    return html.Div([input_field("hidden", key, value=value) for key, value in said.items()], hidden=True)


def _elsewhere(view: View, entity: str, name: str, wrong: Mapping[str, list[str]]) -> Component | None:
    """What is wrong with the record where this form has no field for it."""
    w, mine = view.words, beside(entity, name)
    lines = []
    for at, some in wrong.items():
        if at not in mine:
            before = f"{text.label(w, entity, at)}: " if at in ENTITIES[entity].by_name else ""
            lines += [html.Li(f"{before}{one}") for one in some]
    if not wrong:
        return None
    say = w("Ingenting er lagret. Rett dette først:") if lines else w("Ingenting er lagret. Se hva som er feil under.")
    return html.Div([html.P(say), html.Ul(lines) if lines else None], className="notice", role="alert")
