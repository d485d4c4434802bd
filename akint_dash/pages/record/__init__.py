"""The sheet of one record: all it holds in words, what it names and what names it, its money and its whole history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.edit_link import DONE
from akint_dash.components.in_full import full_name, in_full
from akint_dash.components.lead import lead
from akint_dash.components.page import Page
from akint_dash.components.parts import apart
from akint_dash.components.record_home import home
from akint_dash.components.record_link import AMONG, linked, list_path, to_sheet
from akint_dash.components.record_name import named, plain_name, whole_name
from akint_dash.components.spoken import said
from akint_dash.components.view import View
from akint_dash.components.ways import BETWEEN
from akint_dash.domain.record_addresses import ENTITY, from_address
from akint_dash.domain.schema import ENTITIES
from akint_dash.measures import record as measure
from akint_dash.measures.calls import calls
from akint_dash.measures.remarks import of_records
from akint_dash.pages.record import edited, facts, fits, history, ties
from akint_dash.text import record as text
from akint_dash.text.words import capital


def asked(view: View) -> tuple[str, str] | None:
    """The entity and the code that the address names; None where it names no record that the reader may see."""
    entity, code = ENTITY.get(view.parts["slag"]), from_address(view.parts["post"])
    return (entity, code) if entity and code and view.portfolio.get(entity, code) else None


def body(view: View) -> Sequence[Any]:
    """The whole sheet; nothing where there is no such record."""
    if (key := asked(view)) is None:
        return []
    own = [facts.facts(view, *key), *ties.parts(view, *key), *history.history(view, *key)]
    beside = [
        *facts.responsible(view, *key),
        *facts.for_staff(view, *key),
        *fits.fits(view, *key),
        *_remarks(view, *key),
        *ties.pointing(view, *key),
    ]
    short = [html.Div(one, className="card") for one in in_full(view, ties.organisations(view, *key))]
    columns = [html.Div(own, className="column c7"), html.Div([*beside, *short], className="column c5")]
    return [_lead(view, *key), *edited.done(view, *key), html.Div(columns, className="grid record-sheet")]


def heading(view: View) -> str:
    """The record's name."""
    key = asked(view)
    return whole_name(view, *key) if key else ""


def _lead(view: View, entity: str, code: str) -> Component:
    w, values = view.words, view.portfolio.get(entity, code)
    kind = html.A(text.kind(w, entity), href=view.link(list_path(entity)), title=text.kinds(w, entity))
    standing = _standing(view, entity, code)
    over: list[Any] = [kind, f" {code} · {standing}" if standing else f" {code}"]
    if values.get("visibility") == "internal":
        over += [" · ", html.B(w("Intern: vises bare for ansatte"))]
    parent, title = ENTITIES[entity].parent, [named(view, entity, code)]
    if parent in values:
        title = [linked(view, ENTITIES[entity].by_name[parent].of, values[parent]), ": ", *title]
    if long := full_name(view, {"organisation": code, "membership": values.get("organisation")}.get(entity)):
        title.append(f" ({long})")
    say = said(view, values, "summary") if values.get("summary") else ()
    return lead(over, title, say, under=[_ways(view, entity, code)])


def _standing(view: View, entity: str, code: str) -> str:
    """How far a project or a call has come by the day looked at; "" where it has not been told, or for other kinds."""
    w = view.words
    if entity == "project" and (steps := view.scope.steps.get(code)):
        return capital(w.choice("status", steps[-1][1]))
    if entity == "call":
        return capital(w.choice("call_state", calls(view.portfolio, view.day, view.scope.now)[code].state))
    return ""


def _ways(view: View, entity: str, code: str) -> Component | None:
    """The one before and the one after in the selection, and the page where records of this kind are seen together."""
    w, among, ways = view.words, view.query.get(AMONG, ""), list[Any]()
    listed = measure.place(view.scope, entity, code, among.split(BETWEEN)) if among else None
    found = listed or measure.place(view.scope, entity, code)
    if found:
        steps = ((w("Forrige"), found.before, "prev"), (w("Neste"), found.after, "next"))
        ways += [
            html.A(
                f"{words}: {plain_name(view, entity, other)}",
                href=to_sheet(view, entity, other, among=among if listed else ""),
                rel=rel,
            )
            for words, other, rel in steps
            if other
        ]
        said = text.place(w, found, chosen=not view.selection.is_empty, listed=listed is not None)
        ways.append(html.Span(said, className="note"))
    if href := home(view, entity, code):
        ways.append(html.A(w("Vis sammen med de andre"), href=href))
    ways += edited.ways(view, entity, code)
    label = {"aria-label": w("Forrige, neste og videre")}
    return html.Nav(apart(ways), className="record-ways", **label) if ways else None


def _remarks(view: View, entity: str, code: str) -> list[Component]:
    """The county's own explanations of the record."""
    w, found = view.words, of_records(view.scope.county(), [code]) if entity != "remark" else []
    told = [
        html.P(
            [
                html.A(
                    said(view, view.portfolio.get("remark", one.code), "words"), href=to_sheet(view, "remark", one.code)
                ),
                " ",
                html.Small(f"{view.name('area', one.area)}, {w.date(one.day)}"),
            ],
            className="remark",
        )
        for one in found
    ]
    title = w.n("Fylkeskommunens forklaring", "Fylkeskommunens forklaringer", len(found))
    return [facts.card(title, told)] if found else []


PAGE = Page(
    "/post/<slag>/<post>",
    "Registrering",
    body,
    own=(DONE, fits.WRONG, AMONG),
    filters=False,
    exists=lambda view: asked(view) is not None,
    heading=heading,
)
