"""What an area does: projects and EU dossiers (S6, S15)."""

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
from akint_dash.components.lacking import grants_basis, parts_said
from akint_dash.components.record_link import linked, to_sheet
from akint_dash.components.record_list import Record, owner_of, record_list
from akint_dash.components.spoken import language_of, worded
from akint_dash.components.total import part_line, total_line
from akint_dash.components.view import View
from akint_dash.domain.history import Values
from akint_dash.domain.selection import Selection
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, Table, table
from akint_dash.measures.dues import AXIS_DAYS, Due, dues
from akint_dash.measures.parts import divided, undivided
from akint_dash.measures.pipeline import WON, Standing, paying, standings
from akint_dash.measures.scope import Scope
from akint_dash.pages.areas import ways
from akint_dash.pages.areas.links import none_here
from akint_dash.text import areas as text
from akint_dash.text import missing
from akint_dash.text.policy import only_next
from akint_dash.text.words import Words

ORDER: Final = ("submitted", "developing", "idea", "running", "granted", "completed", "rejected", "withdrawn")
"""What is on its way, first."""
OPEN: Final = 4
"""How many of a list stand in the open."""


def _granted(
    view: View, won: int, counted: int, paid: Sequence[Standing], shared: Sequence[Standing]
) -> list[Component]:
    """How many of the projects are granted, and what the area gets, in all and of others' projects (``shared``)."""
    w, money, part = view.words, missing.total(view.words, paid), missing.total(view.words, shared)
    lines = [part_line(view, "prosjekter", w("Med innvilget støtte"), won, counted)] if counted else []
    label = w("Innvilget støtte, herav {part} i andre rådsområders prosjekter", part=part) if part else ""
    return lines + ([total_line(label or w("Innvilget støtte"), money)] if money else [])


def projects(view: View, scope: Scope) -> Component:
    """The area's projects, those on their way first; those it takes part in apart (S6)."""
    w = view.words
    counted = sorted(standings(scope), key=lambda s: (ORDER.index(s.status) if s.status else 9, s.code))
    won = [s for s in counted if s.status in WON]
    paid = [s for s in paying(scope) if s.status in WON]
    shared = [s for s in paid if s.code not in {c.code for c in counted}]
    records = [_project(view, s) for s in counted]
    heads = [w("Prosjekt"), w("Program"), w("Status"), w("Støtte vi har søkt om eller fått")]
    caption = w("Rådsområdets prosjekter")
    figure = (
        record_list(view, heads, records, caption, shown=OPEN)
        if records
        else none_here(view, w("Ingen prosjekter med disse filtrene."))
    )
    said = w("Bare prosjekter, ikke andre tiltak i prosjektutvikling. De som er på vei, vises først.")
    return card(
        view,
        "prosjekter",
        title=text.projects_title(w, len(counted), len(won), missing.total(w, paid), len(paid) - len(won)),
        say=f"{said} {parts_said(view, won, scope)}".strip() if counted else "",
        figure=[*_granted(view, len(won), len(counted), paid, shared), figure, _takes_part(view, scope)],
        data=_project_table(counted, shared),
        numbers=ways.projects(view, counted, won, paid, shared),
        caption=caption,
        refs=("S6",),
        size="c7",
        basis=grants_basis(view, paid, len(won)),
        level=2,
    )


def _project(view: View, s: Standing) -> Record:
    w, values = view.words, view.portfolio.get("project", s.code)
    programme = view.name("programme", values["programme"]) if "programme" in values else None
    status = w.choice("status", s.status) if s.status else None
    return Record(
        view.name("project", s.code),
        (programme, status, missing.amount(w, s)),
        note=[s.code, " · ", owner_of(view, "project", s.code), *_undivided(view, s)],
        href=to_sheet(view, "project", s.code),
        right=frozenset({3}),
        lang=language_of(view, "project", s.code),
    )


def _undivided(view: View, s: Standing) -> list[str]:
    """That a shared project's whole money stands here, because no division is decided, or only the area's part."""
    project = view.portfolio.get("project", s.code)
    if s.external_ore is not None and divided(project):
        return [" · ", view.words("rådsområdets del av støtten")]
    if s.external_ore is None or not undivided(project):
        return []
    return [" · ", view.words("hele beløpet står her: ingen deling er vedtatt")]


def _project_table(counted: Sequence[Standing], shared: Sequence[Standing]) -> Table:
    """Columns: project, status, counts (1: counts here, 0: only a part of its money lies here), ore."""
    rows = [
        (("project", s.code), ("status", s.status) if s.status else None, counts, s.external_ore)
        for counts, some in ((1, counted), (0, shared))
        for s in some
    ]
    heads = (
        Heading("project", Cell.NAME, "Prosjekt"),
        Heading("status", Cell.CHOICE, "Status"),
        Heading("counts", Cell.TRUTH, "Rådsområdet har ansvaret"),
        Heading("ore", Cell.ORE, "Støtte vi har søkt om eller fått"),
    )
    return table(heads, rows)


def _takes_part(view: View, scope: Scope) -> Component | None:
    """In words: the projects the area takes part in, which count on another, with its part of the money."""
    w, others = view.words, scope.taking_part("project")
    if not others:
        return None
    paid = {s.code: s for s in paying(scope) if s.status in WON}
    items = [
        html.Li([linked(view, "project", code), html.Span(_where(view, values, paid.get(code)))])
        for code, values in others.items()
    ]
    told = w.n(
        "Rådsområdet deltar også i ett prosjekt som er registrert på et annet rådsområde:",
        "Rådsområdet deltar også i {count} prosjekter som er registrert på andre rådsområder:",
        len(others),
    )
    return html.Div([html.P(told, className="note"), html.Ul(items, className="waiting-list")])


def _where(view: View, values: Values, paid: Standing | None) -> str:
    """Whose it is, and the area's decided part of the money."""
    w, area = view.words, view.name("area", values["area"])
    if undivided(values):
        return w("{area}; ingen deling er vedtatt", area=area)
    if paid is None:
        return area
    part = missing.amount(w, paid) or w("beløp mangler")
    return w("{area}; rådsområdets del: {part}", area=area, part=part)


def dossiers(view: View, scope: Scope) -> Component:
    """The area's EU dossiers with stage and our next deadline."""
    w, today = view.words, scope.today.isoformat()
    due: dict[str, str] = {}
    for values in view.portfolio.records("dossier_deadline").values():
        day = str(values["day"])
        if day >= today:
            due[str(values["dossier"])] = min(due.get(str(values["dossier"]), day), day)
    inside = [
        code for code, values in scope.records("dossier").items() if str(values["opened"]) <= scope.last_day("dossier")
    ]
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
        title=w.n("Rådsområdet følger én EU-sak", ("Rådsområdet følger {count} EU-saker"), alive)
        if alive
        else w("Rådsområdet følger ingen EU-saker"),
        say=" ".join([*_dossiers_say(w, len(found), alive), *took_part, *_table_say(w, ahead)]),
        figure=[
            part_line(view, "saker", w("Åpne EU-saker"), alive, len(found)),
            *_axis(view, ahead, record_list(view, heading, records, caption), len(records)),
        ]
        if records
        else none_here(view, w("Ingen EU-saker med disse filtrene.")),
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
    one, many = "Vis stadium og EØS-relevans for saken", "Vis stadium og EØS-relevans for {n} saker"
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
