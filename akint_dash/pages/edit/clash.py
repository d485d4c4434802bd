"""Two at once: what the writer wrote, what stood there, what stands there now, and the two ways on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.edit_link import EDIT
from akint_dash.components.record_link import sheet_path, to_sheet
from akint_dash.components.record_value import value_of
from akint_dash.components.view import View
from akint_dash.components.write_form import REASON, input_field, send_button, write_form
from akint_dash.domain.schema import ENTITIES, Kind
from akint_dash.importers.form_edit import reading_of
from akint_dash.pages.edit.address import KEPT
from akint_dash.text import record as text


def clash_card(view: View, entity: str, code: str, told: Mapping[str, Any]) -> Component:
    """The card of a form that somebody came before."""
    w = view.words
    say = w("Noen andre endret det samme mens du skrev. Ingenting er lagret.")
    parts: list[Any] = [html.H2(w("Hvilken verdi skal stå?")), html.P(say, className="notice", role="alert")]
    for name, was, now, number in told["clashes"]:
        parts.append(_one(view, entity, code, told["texts"], (name, was, now, number)))
    fields = {"felt": told["column"], "oppdatering": told["made_of"][0], "historikk": told["made_of"][1]}
    fields |= {KEPT: view.query.get(KEPT, ""), REASON: told["reason"]}
    hidden = [input_field("hidden", key, value=str(value)) for key, value in fields.items()]
    hidden += [input_field("hidden", name, value=written) for name, written in told["texts"].items()]
    form = write_form(
        view,
        f"{sheet_path(entity, code)}/{EDIT}",
        [html.Div(hidden, hidden=True), send_button(w("Skriv min verdi likevel"))],
        key="rett",
    )
    keep = html.A(w("Behold det som står"), href=to_sheet(view, entity, code), className="go-not")
    parts.append(html.Div([form, keep], className="edit-ways"))
    return html.Section(parts, className="card c8 clash")


def _one(view: View, entity: str, code: str, texts: Mapping[str, str], clash: tuple[str, Any, Any, int]) -> Component:
    w, (name, was, now, number) = view.words, clash
    label = text.label(w, entity, name)
    lines = []
    if name in texts:
        lines.append((w("Din verdi"), _written(view, entity, code, name, texts[name])))
    lines.append((w("Da du åpnet skjemaet"), _said(view, entity, code, name, was, known=number > 0)))
    revision = next((one for one in view.portfolio.revisions if one.number == number), None)
    by = w("Nå")
    if revision is not None:
        by = w("Nå, etter {who} {moment}", who=revision.who, moment=w.moment(revision.recorded_at))
    lines.append((by, _said(view, entity, code, name, now)))
    told = [html.Div([html.Dt(words), html.Dd(value)]) for words, value in lines]
    return html.Div([html.H3(label), html.Dl(told, className="record")])


def _written(view: View, entity: str, code: str, name: str, written: str) -> Any:
    """What was written, in the same words; codes and names as they were written."""
    value = reading_of(entity, code, {name: written}).drafts[0].values.get(name)
    plain = ENTITIES[entity].by_name[name].kind in (Kind.TIES, Kind.REFERENCE)
    return (written or _blank(view)) if plain else _said(view, entity, code, name, value)


def _said(view: View, entity: str, code: str, name: str, value: Any, *, known: bool = True) -> Any:
    """A value in words, with the currency that the record has now."""
    if not known:
        return view.words("vet vi ikke")
    if value in (None, []):
        return _blank(view)
    return value_of(view, entity, code, name, {**view.portfolio.get(entity, code), name: value})


def _blank(view: View) -> Component:
    return html.Span(view.words("ikke registrert"), className="missing")
