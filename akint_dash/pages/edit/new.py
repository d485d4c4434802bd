"""A new activity in a short form: what it needs, the code it gets, and a warning where there is one like it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.edit_link import ADDS as ENTITY
from akint_dash.components.edit_link import NEW
from akint_dash.components.lead import lead
from akint_dash.components.record_link import linked, list_path
from akint_dash.components.view import View
from akint_dash.components.write_form import input_field, reason_field, send_button, tick, write_form
from akint_dash.domain.reading import Place, Problem
from akint_dash.domain.schema import ENTITIES
from akint_dash.importers.form_edit import problems_at
from akint_dash.importers.form_new import next_code
from akint_dash.pages.edit.address import KEPT, NEEDS, kept_new
from akint_dash.pages.edit.fields import field
from akint_dash.text.problems import problem_words

FIELDS: Final = ("title", "kind", "start", "end", "hours", "area", "themes", "visibility", "note")
"""What the form asks for; the rest is written on the record afterwards."""
CODE: Final = "kode"
AGAIN: Final = "likevel"


def body(view: View) -> Sequence[Any]:
    """The page."""
    w, told = view.words, kept_new(view, ENTITY)
    kind = ENTITIES[ENTITY]
    problems = [Problem(p[0], Place("", column=p[1]), p[2], p[3]) for p in told.get("problems", [])]
    wrong = {at: [problem_words(one, w.language) for one in some] for at, some in problems_at(kind, problems).items()}
    parts: list[Any] = []
    if problems or told.get("no_reason"):
        parts.append(
            html.Div(html.P(w("Ingenting er lagret. Se hva som er feil under.")), className="notice", role="alert")
        )
    parts += _like(view, told.get("like", []))
    code = next_code(ENTITY, _codes(view))
    hidden = [input_field("hidden", CODE, value=code), input_field("hidden", KEPT, value=view.query.get(KEPT, ""))]
    parts.append(html.Div(hidden, hidden=True))
    texts = told.get("texts", _begun(view))
    for name in FIELDS:
        parts.append(field(view, ENTITY, "", kind.by_name[name], texts.get(name, ""), wrong.get(name, []), new=True))
    reason = w("Skriv hvorfor.") if told.get("no_reason") else ""
    parts.append(reason_field(view, needed=True, value=str(told.get("reason", "")), wrong=reason))
    ways = [send_button(w("Registrer")), html.A(w("Avbryt"), href=view.link(list_path(ENTITY), own={}))]
    parts.append(html.Div(ways, className="edit-ways"))
    over = html.A(w("Aktiviteter"), href=view.link(list_path(ENTITY), own={}))
    say = w("Den får referansen {code}. Resten skriver du på registreringen etterpå.", code=code)
    form = write_form(view, NEW, parts, key="ny")
    card = html.Section([html.H2(w("Skjema"), className="unseen"), form], className="card c7")
    return [lead(over, w("Registrer en aktivitet"), say), html.Div(card, className="grid section", **NEEDS)]


def _codes(view: View) -> list[str]:
    """Every code that an activity has or has had: none is used twice."""
    gone = [change.code for _, change in view.portfolio.changes if change.entity == ENTITY]
    return [*view.portfolio.records(ENTITY), *gone]


def _begun(view: View) -> dict[str, str]:
    """What a new form begins with: today, internal, and the one area of an editor of one."""
    areas = sorted(view.viewer.areas)
    return {
        "start": view.today.isoformat(),
        "visibility": "internal",
        "area": areas[0] if len(areas) == 1 else "",
    }


def _like(view: View, codes: Sequence[str]) -> list[Component]:
    """That there is one like it, and the box that confirms another."""
    w = view.words
    if not codes:
        return []
    links: list[Any] = []
    for code in codes[:5]:
        links += [" ", linked(view, ENTITY, code), f" ({code})"]
    said = w("Det finnes en aktivitet med samme tittel og dato:")
    return [html.Div(html.P([said, *links]), className="notice", role="alert"), tick(AGAIN, w("Registrer likevel"))]
