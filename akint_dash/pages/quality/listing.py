"""The records behind each rule, each with the way to the field that is to be filled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import Basis, card
from akint_dash.components.in_full import in_full
from akint_dash.components.record_link import linked, to_sheet
from akint_dash.components.record_name import plain_name, whole_name
from akint_dash.components.total import part_line
from akint_dash.components.view import View
from akint_dash.domain.schema import ENTITIES
from akint_dash.domain.table import Cell, Heading, table
from akint_dash.measures.quality import Fault
from akint_dash.measures.quality_rules import EVERY, MUST
from akint_dash.pages.quality.asked import Asked, owner_said
from akint_dash.pages.quality.ways import anchor, is_filled, list_of, to_field, to_form
from akint_dash.text import quality as text
from akint_dash.text.record import kind, kinds

SHOWN: Final = 10
"""So many records of a rule stand on the page; where one rule is asked for, so many more."""
ALONE: Final = 100
MOST: Final = 400
"""So many stand in the table; the lists have them all."""


def listing(view: View, asked: Asked) -> Component:
    """The card."""
    w, rows = view.words, [(rule, one) for rule, some in asked.rules for one in some]
    must = sum(EVERY[rule].severity == MUST for rule, _ in rows)
    shown = ALONE if asked.rule else SHOWN
    heads = (
        Heading("rule", Cell.TEXT, "Feil eller mangel"),
        Heading("severity", Cell.TEXT, "Hvor viktig"),
        Heading("kind", Cell.TEXT, "Type"),
        Heading("name", Cell.TEXT, "Registrering"),
        Heading("code", Cell.CODE, "Referanse"),
        Heading("field", Cell.TEXT, "Felt"),
        Heading("area", Cell.NAME, "Rådsområde"),
        Heading("owner", Cell.TEXT, "Ansvarlig seksjon"),
    )
    basis = w("De første {n} står i tabellen; listene har alle.", n=w.number(MOST)) if len(rows) > MOST else ""
    return card(
        view,
        "poster",
        title=text.records_title(w, must, len(rows) - must),
        say=w("Hver registrering fører til feltet som skal fylles ut.")
        if any(to_form(view, one) for _, one in rows)
        else w("Hver registrering fører til siden om den."),
        figure=[
            html.Div([_rule(view, asked, rule, some, shown) for rule, some in asked.rules], className="faults"),
            *in_full(view, [_organisation(view, one) for _, one in rows]),
            part_line(view, "poster", w("Må rettes først"), must, len(rows)),
        ],
        data=table(heads, [_row(view, asked, rule, one) for rule, one in rows[:MOST]]),
        caption=w("Registreringer med feil eller mangler"),
        basis=Basis(basis) if basis else None,
        level=2,
    )


def _organisation(view: View, one: Fault) -> str:
    """Whose name the record goes by, where it is that of an organisation."""
    return str(view.portfolio.get("membership", one.code).get("organisation", "")) if one.entity == "membership" else ""


def _row(view: View, asked: Asked, rule: str, one: Fault) -> tuple[Any, ...]:
    w = view.words
    return (
        text.name(w, rule, view.day),
        text.severity(w, rule),
        kind(w, one.entity),
        _plain(view, one),
        one.code,
        _field(view, one),
        ("area", one.area),
        owner_said(view, asked, one.owner) if one.owner else text.owner(w, ""),
    )


def _field(view: View, one: Fault) -> str:
    """What of the record is to be filled."""
    return text.field(view.words, one.rule, one.entity, view.portfolio.get(one.entity, one.code), view.day.year)


def _plain(view: View, one: Fault) -> str:
    """The record's name; means that nobody recorded are named by their instrument and area."""
    if not one.absent:
        return whole_name(view, one.entity, one.code)
    area, instrument, *year = one.code.split(" ")
    names = view.name("area", area), " ".join([view.name("instrument", instrument), *year])
    return view.words("{area}: {instrument}, ikke registrert", area=names[0], instrument=names[1])


def _rule(view: View, asked: Asked, rule: str, some: Sequence[Fault], shown: int) -> Component:
    """One rule, folded: its first records, and the lists that have them all."""
    w = view.words
    name = text.name(w, rule, view.day)
    summary = html.Summary([f"{name} ", html.Small(f"{w.number(len(some))} · {text.severity(w, rule)}")])
    items = [html.Li(_item(view, asked, one)) for one in some[:shown]]
    many = Counter(one.entity for one in some if not one.absent)
    ways = [
        html.A(
            w("Se alle i listen: {kinds} ({n})", kinds=kinds(w, entity), n=w.number(n)),
            href=list_of(view, rule, entity, asked.owner),
        )
        for entity, n in many.items()
    ]
    absent = sum(one.absent for one in some)
    if absent and ways:  # what nobody recorded is in no list
        told = w.n(
            "én er ikke registrert og står ikke i listen", "{count} er ikke registrert og står ikke i listen", absent
        )
        ways.append(html.Span(["; ", told], className="note"))
    left = len(some) - shown
    more = html.P(w.n("og 1 til", "og {n} til", left), className="note") if left > 0 else None
    foot = html.P(ways, className="fault-ways") if ways and len(some) > 1 else None
    opened: dict[str, Any] = {"open": True} if asked.rule or EVERY[rule].severity == MUST else {}
    return html.Details([summary, html.Ul(items), more, foot], id=anchor(rule), className="fault-rule", **opened)


def _item(view: View, asked: Asked, one: Fault) -> list[Any]:
    """The record, whose it is, and its field as the way to it."""
    w, field = view.words, _field(view, one)
    record: Any = _plain(view, one) if one.absent else linked(view, one.entity, one.code)
    if ENTITIES[one.entity].parent:  # its own name says too little
        record = html.A(_plain(view, one), href=to_sheet(view, one.entity, one.code))
    who = [view.name("area", one.area), owner_said(view, asked, one.owner) if one.owner else ""]
    about = "" if one.absent or plain_name(view, one.entity, one.code) == one.code else one.code
    note = " · ".join(filter(None, [about, *who]))
    said = text.field_said(w, one.rule, field, filled=is_filled(view, one), order=bool(to_form(view, one)))
    way = html.A(said, href=to_field(view, one), className="fault-field")
    return [html.Span([record, " ", html.Small(note)]), way]
