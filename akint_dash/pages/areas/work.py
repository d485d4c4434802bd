"""What an area does: projects and EU dossiers (S6, S15)."""

from __future__ import annotations

from datetime import date

from dash.development.base_component import Component

from akint_dash.components.card import Basis, card
from akint_dash.components.record_list import Record, address_of, owner_of, record_list
from akint_dash.components.view import View
from akint_dash.domain.table import Cell, Heading, table
from akint_dash.measures.pipeline import WON, money, standings
from akint_dash.measures.scope import Scope
from akint_dash.pages.areas.links import none_here
from akint_dash.text import areas as text


def projects(view: View, scope: Scope) -> Component:
    """The area's projects, those it takes part in too, the newest status first (S6)."""
    w = view.words
    order = ("submitted", "developing", "idea", "running", "granted", "completed", "rejected", "withdrawn")
    some = sorted(standings(scope), key=lambda s: (order.index(s.status) if s.status else 9, s.code))
    won = tuple(s for s in some if s.status in WON)
    records = []
    for s in some:
        values = view.portfolio.get("project", s.code)
        programme = view.name("programme", values["programme"]) if "programme" in values else None
        status = w.choice("status", s.status) if s.status else None
        amount = w.money(s.external_ore) if s.external_ore is not None else None
        records.append(
            Record(
                view.name("project", s.code),
                (programme, status, amount),
                note=[s.code, " · ", owner_of(view, "project", s.code)],
                href=address_of(view, "project", s.code),
                right=frozenset({3}),
            )
        )
    heads = [w("Prosjekt"), w("Program"), w("Status"), w("Ekstern støtte")]
    rows = [(("project", s.code), ("status", s.status) if s.status else None, s.external_ore) for s in some]
    data = table(
        (
            Heading("project", Cell.NAME, "Prosjekt"),
            Heading("status", Cell.CHOICE, "Status"),
            Heading("ore", Cell.ORE, "Ekstern støtte"),
        ),
        rows,
    )
    caption = w("Rådsområdets prosjekter")
    lacking = [("project", s.code) for s in won if s.external_ore is None]
    return card(
        view,
        "prosjekter",
        title=text.projects_title(w, len(some), len(won), money(won)),
        say=w("Prosjekter området har ansvar for eller deltar i; det som er på vei, først."),
        figure=record_list(view, heads, records, caption, shown=10)
        if records
        else none_here(view, w("Ingen prosjekter i utvalget.")),
        data=data,
        caption=caption,
        refs=("S6",),
        size="c7",
        basis=Basis(
            w("{part} innvilgede prosjekter har beløp", part=w.part(len(won) - len(lacking), len(won))), lacking
        ),
        level=2,
    )


def dossiers(view: View, scope: Scope) -> Component:
    """The area's EU dossiers with stage and our next deadline."""
    w, today = view.words, scope.today.isoformat()
    due: dict[str, str] = {}
    for values in view.portfolio.records("dossier_deadline").values():
        day = str(values["day"])
        if day >= today:
            due[str(values["dossier"])] = min(due.get(str(values["dossier"]), day), day)
    inside = scope.codes("dossier")
    found = sorted(inside, key=lambda code: (due.get(code, "9999"), code))
    records, rows = [], []
    for code in found:
        values = view.portfolio.get("dossier", code)
        eea = w.choice("eea_relevance", str(values["eea"])) if "eea" in values else None
        when = _days(view, due[code]) if code in due else w("ingen frist")
        records.append(
            Record(
                view.name("dossier", code),
                (w.choice("dossier_stage", str(values["stage"])), eea, when),
                note=[code, " · ", owner_of(view, "dossier", code)],
                href=address_of(view, "dossier", code),
            )
        )
        rows.append((("dossier", code), ("dossier_stage", values["stage"]), due.get(code)))
    heads = (
        Heading("dossier", Cell.NAME, "EU-sak"),
        Heading("stage", Cell.CHOICE, "Stadium"),
        Heading("deadline", Cell.DATE, "Neste frist"),
    )
    caption = w("Rådsområdets EU-saker")
    heading = [w("EU-sak"), w("Stadium"), w("EØS"), w("Vår neste frist")]
    return card(
        view,
        "saker",
        title=w.n("Én EU-sak følges", "{n} EU-saker følges", len(found)) if found else w("Ingen EU-saker følges"),
        say=w("Saker området har ansvar for eller deltar i; nærmeste frist først.") if found else "",
        figure=record_list(view, heading, records, caption, shown=8)
        if records
        else none_here(view, w("Ingen EU-saker i utvalget.")),
        data=table(heads, rows),
        caption=caption,
        refs=("S15",),
        size="c7",
        level=2,
    )


def _days(view: View, day: str) -> str:
    w, left = view.words, (date.fromisoformat(day) - view.day).days
    if left > 99:
        return w.date(day)
    return w.n("{n} dag, {day}", "{n} dager, {day}", left, day=w.short_date(day))
