"""Forms that change something: sent by the browser itself, with the token that no other site has."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.access.forgery import FIELD
from akint_dash.components.still import Still
from akint_dash.components.view import View
from akint_dash.store.revisions import MOST_REASON

REASON = "begrunnelse"
"""The field that says why."""
DOES = "gjor"
"""The field that says which button was pressed."""


def write_form(view: View, address: str, parts: Sequence[Any], *, files: bool = False, key: str = "") -> Component:
    """A form that is posted to ``address`` (bokmål, without language); with ``files`` it may hold files."""
    how = {"encType": "multipart/form-data"} if files else {}
    named = {"id": key} if key else {}
    token = html.Div(input_field("hidden", FIELD, value=view.viewer.token()), hidden=True)
    return html.Form(
        [token, *parts],
        action=view.address(address),
        method="post",
        className="write-form",
        **how,
        **named,
        **{"data-plain": ""},
    )


def input_field(kind: str, name: str, **attributes: str | bool) -> Component:
    """An ``<input>`` of whatever kind."""
    said = "".join(
        f" {key}" if value is True else f' {key}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not False
    )
    return Still(of="span", markup=f'<input type="{kind}" name="{name}"{said}>')


def tick(name: str, words: str, *, on: bool = False) -> Component:
    """A box to tick, with its words."""
    return html.Label([input_field("checkbox", name, value="ja", checked=on), html.Span(words)], className="tick")


def reason_field(view: View, *, needed: bool = False, value: str = "", key: str = REASON, wrong: str = "") -> Component:
    """Why: one line, kept with the update in the history."""
    w = view.words
    words = w("Begrunnelse") if needed else w("Begrunnelse (kan stå tom)")
    help_text = w("Blir stående i historikken for ansatte. Skriv ingen navn på personer.")
    said: dict[str, str | bool] = {"id": key, "maxlength": str(MOST_REASON), "value": value, "required": needed}
    said |= {"aria-describedby": f"{key}-hjelp" + (f" {key}-feil" if wrong else "")}
    said |= {"aria-invalid": "true"} if wrong else {}
    parts = [
        html.Label(words, htmlFor=key),
        input_field("text", REASON, **said),
        html.Small(help_text, id=f"{key}-hjelp"),
    ]
    if wrong:
        parts.append(html.P(wrong, id=f"{key}-feil", className="wrong"))
    return html.Div(parts, className="field")


def send_button(words: str, does: str = "", *, main: bool = True) -> Component:
    """A button that sends its form."""
    said = {"name": DOES, "value": does} if does else {}
    return html.Button(words, type="submit", className="go" if main else "go-not", **said)
