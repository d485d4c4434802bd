"""The membership decision sheet: fee, what it gave, and the last day to leave (S17)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dash.development.base_component import Component

from akint_dash.components.card import Basis, card
from akint_dash.components.due_words import to_deadlines
from akint_dash.components.empty import empty
from akint_dash.components.record_link import to_sheet
from akint_dash.components.record_list import Record, record_list
from akint_dash.components.spoken import said
from akint_dash.components.total import part_line
from akint_dash.components.view import View
from akint_dash.domain.table import Table
from akint_dash.measures import leaving as measure
from akint_dash.pages.policy import numbers
from akint_dash.text import decisions as text
from akint_dash.text.policy import contents


def leaving(view: View, found: list[measure.Leaving]) -> Component:
    """One row a membership of today, that which can be left first on top."""
    w = view.words
    chosen = replace(view.selection, periode=None, maned=())  # no period narrows these
    left_of = {one.code: (date.fromisoformat(one.notice_by) - view.day).days for one in found if one.notice_by}
    ahead = [left for left in left_of.values() if left >= 0]
    soon = [code for code, left in left_of.items() if 0 <= left <= text.SOON]
    unknown = [one for one in found if one.notice_by is None]
    fee = w("Kontingent i {year}", year=measure.fee_year(view.scope))
    heads = [
        w("Medlemskap"),
        fee,
        w("Registreringer"),
        w("Siste dag for å si opp"),
    ]
    records = [
        Record(
            view.name("organisation", one.organisation),
            (
                None if one.fee_ore is None else w.money(one.fee_ore),
                w.n("1 registrering", "{n} registreringer", one.links) if one.links else w("ingenting registrert"),
                _when(view, one),
            ),
            note=said(view, view.portfolio.get("membership", one.code), "owner"),
            href=to_sheet(view, "membership", one.code),
            right=frozenset({1}),
        )
        for one in found
    ]
    words = w.n("Bygger på ett medlemskap", "Bygger på {count} medlemskap", len(found))
    if unknown:
        one, many = "ett mangler siste dag for å si opp", "{count} mangler siste dag for å si opp"
        words += "; " + w.n(one, many, len(unknown))
    return card(
        view,
        "si-opp",
        title=text.leaving_title(w, ahead, len(found)),
        say=f"{text.leaving_say(w, measure.since(view.scope), len(unknown))} {contents(w, chosen)}".strip()
        if found
        else "",
        figure=[
            part_line(view, "si-opp", w("Registrert siste dag innen {n} dager", n=text.SOON), len(soon), len(found)),
            record_list(view, heads, records, w("Medlemskap etter siste dag for å si opp")),
        ]
        if records
        else empty(view, w("Ingen medlemskap med disse filtrene.")),
        data=_of_year(measure.leaving_table(found, view.day), fee),
        numbers=numbers.leaving(view, soon, [one.code for one in unknown], [one.code for one in found]),
        caption=w("Medlemskap etter siste dag for å si opp"),
        refs=("S17",),
        more=[to_deadlines(view, hva="medlemskap")] if ahead else [],
        basis=Basis(words, [("membership", one.code) for one in unknown]) if found else None,
        level=2,
    )


def _of_year(data: Table, fee: str) -> Table:
    """The table with the year in the head of its fees."""
    return replace(data, headings=tuple(replace(h, words=fee) if h.name == "fee" else h for h in data.headings))


def _when(view: View, one: measure.Leaving) -> str | None:
    w = view.words
    if one.notice_by is None:
        return None
    left = (date.fromisoformat(one.notice_by) - view.day).days
    day = w.date(one.notice_by)
    if left < 0:
        return w("{day}, gått ut", day=day)
    return w.n("{day}, om én dag", "{day}, om {n} dager", left, day=day) if left else w("{day}, i dag", day=day)
