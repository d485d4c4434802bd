"""The EU dossiers that an area follows (S15)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.due_axis import due_axis
from akint_dash.components.due_words import to_deadlines
from akint_dash.components.record_link import to_sheet
from akint_dash.components.record_list import Record, owner_of, record_list
from akint_dash.components.spoken import language_of, worded
from akint_dash.components.total import part_line
from akint_dash.components.view import View
from akint_dash.domain.selection import Selection
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, table
from akint_dash.measures.dues import AXIS_DAYS, Due, dues
from akint_dash.measures.scope import Scope
from akint_dash.pages.areas import ways
from akint_dash.pages.areas.links import none_here, without_filters
from akint_dash.text.policy import begun_to_follow, only_next
from akint_dash.text.words import Words

OPEN: Final = 4
"""How many of a list stand in the open."""


def _followed(scope: Scope) -> list[str]:
    last = scope.last_day("dossier")
    return [code for code, values in scope.records("dossier").items() if str(values["opened"]) <= last]


def dossiers(view: View, scope: Scope) -> Component:
    """The area's EU dossiers with stage and our next deadline."""
    w, today = view.words, scope.today.isoformat()
    due: dict[str, str] = {}
    for values in view.portfolio.records("dossier_deadline").values():
        day = str(values["day"])
        if day >= today:
            due[str(values["dossier"])] = min(due.get(str(values["dossier"]), day), day)
    inside = _followed(scope)
    others = scope.taking_part("dossier")
    found = sorted(inside, key=lambda code: (_closed(view, code), due.get(code, "9999"), code))
    alive = sum(not _closed(view, code) for code in found)
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
                href=to_sheet(view, "dossier", code),
                lang=language_of(view, "dossier", code),
            )
        )
        rows.append((("dossier", code), ("dossier_stage", values["stage"]), due.get(code, NOT_APPLICABLE)))
    heads = (
        Heading("dossier", Cell.NAME, "EU-sak"),
        Heading("stage", Cell.CHOICE, "Stadium"),
        Heading("deadline", Cell.DATE, "Vår neste frist"),
    )
    caption = w("Rådsområdets EU-saker")
    heading = [w("EU-sak"), w("Stadium"), w("EØS-relevans"), w("Vår neste frist")]
    ahead, took_part = _ahead(view, scope, inside), []
    if others:
        names = w.join([worded(view, "dossier", code) for code in others])
        told = w.n(
            "Deltar også i én sak, registrert på et annet rådsområde: {names}.",
            "Deltar også i {count} saker, registrert på andre rådsområder: {names}.",
            len(others),
            names=names,
        )
        took_part = [told]
    return card(
        view,
        "saker",
        title=begun_to_follow(
            w,
            w.n("Rådsområdet følger én EU-sak", "Rådsområdet følger {count} EU-saker", alive)
            if alive
            else w("Rådsområdet følger ingen EU-saker"),
            view.selection.maned,
        ),
        say=" ".join([*_dossiers_say(w, len(found), alive), *took_part, *_table_say(w, ahead)]),
        figure=[
            part_line(view, "saker", w("Åpne EU-saker"), alive, len(found)),
            *_axis(view, ahead, record_list(view, heading, records, caption), len(records)),
        ]
        if records
        else none_here(
            view,
            w("Ingen EU-saker med disse filtrene."),
            ("1 sak", "{n} saker"),
            len(_followed(without_filters(scope))),
        ),
        data=table(heads, rows),
        numbers=ways.dossiers(view, *_parted(view, found), list(others)),
        caption=caption,
        refs=("S15",),
        size="c7",
        more=[to_deadlines(view, view.words("Se rådsområdets frister"), selection=_own(view, scope))],
        level=2,
    )


def _parted(view: View, codes: Sequence[str]) -> tuple[list[str], list[str]]:
    """(the dossiers that are followed, those that are closed)."""
    closed = [code for code in codes if _closed(view, code)]
    return [code for code in codes if code not in closed], closed


def _ahead(view: View, scope: Scope, inside: Sequence[str]) -> list[Due]:
    """Our deadlines in the area's living dossiers, as far as the axis reaches."""
    found = dues(scope, view.day + timedelta(days=AXIS_DAYS))
    return [d for d in found if d.kind == "dossier" and d.record[1] in inside and not _closed(view, d.record[1])]


def _axis(view: View, ahead: Sequence[Due], whole: Component, n: int) -> list[Component]:
    """What is due on the one axis; behind a click each dossier's stage, relevance and owner."""
    one, many = "Vis stadium og EØS-relevans for saken", "Vis stadium og EØS-relevans for {count} saker"
    rest = html.Details([html.Summary(view.words.n(one, many, n)), whole], className="rest", open=not ahead)
    return [*due_axis(view, "saker", ahead, view.day + timedelta(days=AXIS_DAYS), shown=OPEN - 1, whose=False), rest]


def _table_say(w: Words, ahead: Sequence[Due]) -> list[str]:
    return list(filter(None, [only_next(w, len(ahead), len({d.record for d in ahead}))]))


def _own(view: View, scope: Scope) -> Selection:
    """The selection of other pages that is this area's own."""
    return replace(view.selection, omrade=scope.selection.omrade)


def _closed(view: View, dossier: str) -> bool:
    return view.portfolio.get("dossier", dossier)["stage"] == "closed"


def _dossiers_say(w: Words, n: int, alive: int) -> list[str]:
    """The order of the list, and the closed ones that it holds beside those followed."""
    said = [w("Saker rådsområdet har ansvar for; nærmeste frist først.")] if n else []
    if n > alive:
        one, many = "Én avsluttet sak vises til slutt.", "{n} avsluttede saker vises til slutt."
        said.append(w.n(one, many, n - alive))
    return said


def _on_the_day(w: Words, told: str) -> str:
    """A deadline of the very day: looking back, that is the day named."""
    return told if w.back else w("{day}, i dag", day=told)


def _days(view: View, day: str) -> str:
    w, left = view.words, (date.fromisoformat(day) - view.day).days
    if left > 99:
        return w.date(day)
    told = w.date(day)
    return w.n("{day}, om én dag", "{day}, om {n} dager", left, day=told) if left else _on_the_day(w, told)
