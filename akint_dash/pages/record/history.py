"""What became of a record: each update that touched it, what it changed, from what to what; who made it, for staff."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.parts import apart
from akint_dash.components.record_link import linked
from akint_dash.components.record_name import plain_name
from akint_dash.components.record_value import value_of
from akint_dash.components.shell import source_words
from akint_dash.components.view import View
from akint_dash.measures import record as measure
from akint_dash.pages.record.facts import card
from akint_dash.store.data_days import recorded_day
from akint_dash.text import record as text


def history(view: View, entity: str, code: str) -> list[Component]:
    """The card of the history, the newest update first; none where no update is known."""
    w, found = view.words, measure.history(view.portfolio, entity, code)
    if not found:
        return []
    own = [entry for entry in found if entry.entity == entity]
    first = (own or found)[-1].revision
    changed, day = sum(entry.revision.number > first.number for entry in found), w.date(recorded_day(first))
    title = w.n(
        "Én endring etter registreringen {day}", "{Count} endringer etter registreringen {day}", changed, day=day
    )
    if not changed:
        title = w("Ingen endringer etter registreringen {day}", day=day)
    items = [
        html.Li(_entry(view, entry, part=entry.entity != entity), className="part" if entry.entity != entity else None)
        for entry in found
    ]
    return [card(title, [html.Ol(items, className="log")], key="historikk")]


def _entry(view: View, entry: measure.Happened, *, part: bool) -> list[Component]:
    w, day = view.words, recorded_day(entry.revision)
    done = {"added": w("Registrert"), "changed": w("Endret"), "closed": w("Avsluttet")}[entry.sort]
    told: list[Any] = [html.B(done), " "]
    if part:
        told += [f"{text.kind_inside(w, entry.entity)}: ", _name(view, entry), " "]
    told.append(html.Small(_origin(view, entry)))
    if entry.sort == "changed":
        told.append(html.Dl([_field(view, entry, name) for name in entry.fields], className="record"))
    return [html.Time(w.date(day), dateTime=day.isoformat()), html.Div(told)]


def _origin(view: View, entry: measure.Happened) -> str:
    """Which update it was, of what source; who made it is for staff."""
    w, revision = view.words, entry.revision
    said = [w("oppdatering {number}", number=revision.number)]
    if revision.undoes is not None:
        said.append(w("angrer oppdatering {number}", number=revision.undoes))
    said += filter(None, (source_words(w, source) for source in revision.source.split(", ")))
    if view.portfolio.audience == "staff":
        said.append(revision.who)
        said += [f"«{revision.reason}»"] if revision.reason else []
    return " · ".join(said)


def _name(view: View, entry: measure.Happened) -> Any:
    """The name of a part: the link to its sheet, or what it was called when it went."""
    if view.portfolio.get(entry.entity, entry.code):
        return linked(view, entry.entity, entry.code)
    return plain_name(view, entry.entity, entry.code, entry.before or entry.after)


def _field(view: View, entry: measure.Happened, name: str) -> Component:
    w, entity, code, silent = (
        view.words,
        entry.entity,
        entry.code,
        html.Span(view.words("ikke registrert"), className="missing"),
    )
    sides = (
        (words, value_of(view, entity, code, name, values) if name in values else silent)
        for words, values in ((w("fra"), entry.before), (w("til"), entry.after))
    )
    lines = [html.Div([html.Small(words), " ", html.Div(value)]) for words, value in sides]
    return html.Div([html.Dt(text.label(w, entity, name)), html.Dd(apart(lines), className="from-to")])
