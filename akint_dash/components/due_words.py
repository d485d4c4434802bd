"""A deadline of the one list in words: what is to be done, about what, and where that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.parts import CLASS, INSTRUMENT_PATH, sign
from akint_dash.components.record_link import to_sheet
from akint_dash.components.record_list import owner_words
from akint_dash.components.spoken import spoken, worded
from akint_dash.components.view import View
from akint_dash.domain.selection import Selection
from akint_dash.measures.dues import Due

LOOKS: Final = {"urgent": "due-urgent", "lost": "due-lost"}
SHEETS: Final = "/post/"
"""How the address of a record's sheet begins."""


def look(state: str) -> str:
    """The class of a state: red is what is urgent and nothing else, hollow or grey what can no longer be met."""
    return LOOKS.get(state, "")


def kind_words(view: View, one: Due) -> str:
    """What is to be done; of an EU dossier what its own deadline says."""
    if one.kind == "dossier":
        return worded(view, *one.source)
    return view.words.choice("decision_kind", one.kind)


def sentence(view: View, one: Due) -> str:
    """What is to be done about what, in one line."""
    return view.words("{kind}: {name}", kind=kind_words(view, one), name=worded(view, *one.record))


def due_item(view: View, day: date, state: str, what: str, sign_of: str, who: Sequence[Any]) -> Component:
    """One of a list: days left, what, and under it whose and when. Red is what is urgent, grey what is too late."""
    w, left = view.words, (day - view.day).days
    when = html.Time(w.near_date(day, view.day), dateTime=day.isoformat())
    late = [" · ", w.choice("due_state", state).lower()] if state == "lost" else []
    return html.Li(
        [
            html.P(
                [w.number(left), " ", html.Small(w.n("dag", "dager", left))],
                className=f"days num {look(state)}".strip(),
            ),
            html.P(what, className="what"),
            html.P([sign(sign_of), html.Span([*who, " · ", when, *late])], className=f"who {CLASS[sign_of]}"),
        ]
    )


def record_link(view: View, one: Due) -> Component | str:
    """The name of what it is about, as a link to its sheet, else to the page that shows it."""
    return html.A(spoken(view, *one.record), href=record_address(view, one))


def record_address(view: View, one: Due) -> str:
    """Where what it is about is shown."""
    entity, code = one.record
    plain = Selection(per=view.selection.per)
    if any(path.startswith(SHEETS) for path in view.addresses):
        return to_sheet(view, entity, code)
    if entity == "call":
        return view.link("/utlysninger", selection=plain, own={"utlysning": code})
    if entity == "cooperation":
        return view.link("/kart", selection=plain, own={"region": view.portfolio.get(entity, code).get("region")})
    if entity == "dossier":
        return view.link(INSTRUMENT_PATH["POL"], selection=Selection(sok=code, per=plain.per))
    return view.link(INSTRUMENT_PATH["POL"], selection=plain, anchor="si-opp")


def to_deadlines(view: View, words: str = "", *, selection: Selection | None = None, **own: Any) -> Component:
    """The link to all deadlines, with the selection and what is asked of them."""
    said = words or view.words("Se alle frister")
    return html.A(said, href=view.link("/frister", selection=selection, own=own))


def owner(view: View, one: Due) -> Component | str:
    """The unit that owns it; that there is none."""
    known = owner_words(view, view.portfolio.get(*one.owned)) if one.owned else ""
    return known or view.words("ansvarlig seksjon mangler")


def owner_said(view: View, one: Due) -> str:
    """As :func:`owner`, where no mark-up can say its language."""
    return (
        view.words.name(view.portfolio.get(*one.owned), "owner")
        if one.owned
        else view.words("ansvarlig seksjon mangler")
    )
