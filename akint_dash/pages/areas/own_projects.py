"""An area's projects: those of the period, and what was granted in it; without a period, all of them (S6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.lacking import grants_basis, parts_said
from akint_dash.components.record_link import linked, to_sheet
from akint_dash.components.record_list import Record, owner_of, record_list
from akint_dash.components.spoken import language_of
from akint_dash.components.total import part_line, total_line
from akint_dash.components.view import View
from akint_dash.domain.history import Values
from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.frame import Frame, frame
from akint_dash.measures.parts import divided, undivided
from akint_dash.measures.pipeline import WON, Standing, decided_in, lives_in, paying, standings
from akint_dash.measures.places import tied_regions
from akint_dash.measures.projects import DECIDED_BY
from akint_dash.measures.scope import Scope
from akint_dash.pages.areas import ways
from akint_dash.pages.areas.links import none_here, without_filters
from akint_dash.store.involvement import codes_of
from akint_dash.text import areas as text
from akint_dash.text import missing

ORDER: Final = ("submitted", "developing", "idea", "running", "granted", "completed", "rejected", "withdrawn")
"""What is on its way, first."""
OPEN: Final = 4
"""How many of a list stand in the open."""
PARTNERS: Final = 3
"""So many partners are named on a row."""


@dataclass(frozen=True, slots=True)
class Told:
    """The projects that count here, of them those granted, all whose support lies here, and of those the others'."""

    counted: Sequence[Standing]
    won: Sequence[Standing]
    paid: Sequence[Standing]
    shared: Sequence[Standing]


def _told(scope: Scope) -> Told:
    """In a period: those that live in it, and of them those granted in it; what is granted, first."""
    chosen = scope.selection.periode is not None
    some = [s for s in standings(scope) if not chosen or lives_in(scope, s.code)]
    won = [s for s in some if _granted_in(scope, s)]
    first = {s.code for s in won} if chosen else set()
    counted = sorted(some, key=lambda s: (s.code not in first, ORDER.index(s.status) if s.status else 9, s.code))
    paid = [s for s in paying(scope) if _granted_in(scope, s)]
    here = {s.code for s in counted}
    return Told(counted, [s for s in counted if s in won], paid, [s for s in paid if s.code not in here])


def _granted_in(scope: Scope, s: Standing) -> bool:
    return s.status in WON and (scope.selection.periode is None or decided_in(scope, s))


def projects(view: View, scope: Scope) -> Component:
    """The area's projects; those it takes part in apart (S6)."""
    w, told = view.words, _told(scope)
    shown = frame(scope, *DECIDED_BY)
    caption = w("Rådsområdets prosjekter")
    heads = [w("Prosjekt"), w("Program"), w("Partnere"), w("Status"), w("Støtte vi har søkt om eller fått")]
    records = [_project(view, s) for s in told.counted]
    figure = record_list(view, heads, records, caption, shown=OPEN) if records else _none(view, scope)
    money, others = missing.total(w, told.paid), len(told.paid) - len(told.won)
    return card(
        view,
        "prosjekter",
        title=text.projects_title(w, len(told.counted), len(told.won), money, others, shown),
        say=_say(view, scope, told, shown) if told.counted else "",
        figure=[*_granted(view, told, shown), figure, _takes_part(view, scope)],
        data=_project_table(scope, told),
        numbers=ways.projects(view, told.counted, told.won, told.paid, told.shared),
        caption=caption,
        refs=("S6",),
        size="c7",
        basis=grants_basis(view, told.paid, len(told.won)),
        level=2,
    )


def _say(view: View, scope: Scope, told: Told, shown: Frame) -> str:
    """Which projects they are, and how those of several areas are counted."""
    rule = text.projects_say(view.words, shown, len(told.won), view.selection.maned)
    return f"{rule} {parts_said(view, told.won, scope)}".strip()


def _none(view: View, scope: Scope) -> Component:
    there, n = ("1 prosjekt", "{n} prosjekter"), len(_told(without_filters(scope)).counted)
    return none_here(view, view.words("Ingen prosjekter med disse filtrene."), there, n)


def _granted(view: View, told: Told, shown: Frame) -> list[Component]:
    """How many of the projects are granted, and what the area gets, in all and of others' projects."""
    w, money, part = view.words, missing.total(view.words, told.paid), missing.total(view.words, told.shared)
    granted, support = text.granted_labels(w, shown, part, len(told.shared))
    known = told.counted and (shown.reached or not shown.chosen)
    lines = [part_line(view, "prosjekter", granted, len(told.won), len(told.counted))] if known else []
    return lines + ([total_line(support, money)] if money else [])


def _project(view: View, s: Standing) -> Record:
    w, values = view.words, view.portfolio.get("project", s.code)
    programme = view.name("programme", values["programme"]) if "programme" in values else None
    status = w.choice("status", s.status) if s.status else None
    return Record(
        view.name("project", s.code),
        (programme, _partners(view, s.code, values), status, missing.amount(w, s)),
        note=[s.code, " · ", owner_of(view, "project", s.code), *_undivided(view, s)],
        href=to_sheet(view, "project", s.code),
        right=frozenset({4}),
        lang=language_of(view, "project", s.code),
    )


def _partners(view: View, code: str, values: Values) -> str:
    """The organisations recorded as partners, and the regions that share the project and are none of theirs."""
    organisations = codes_of(values, "organisations")
    said = {region for one in organisations for region in codes_of(view.portfolio.get("organisation", one), "regions")}
    named = [view.name("organisation", one) for one in organisations]
    tied = tied_regions(view.portfolio, "project", code, values)
    named += [view.name("region", region) for region in tied if region not in said]
    if not named:
        return view.words("ingen registrert")
    more = len(named) - PARTNERS
    return view.words.join([*named[:PARTNERS], *([view.words.n("1 til", "{n} til", more)] if more > 0 else [])])


def _undivided(view: View, s: Standing) -> list[str]:
    """That a shared project's whole money stands here, because no division is decided, or only the area's part."""
    project = view.portfolio.get("project", s.code)
    if s.external_ore is not None and divided(project):
        return [" · ", view.words("rådsområdets del av støtten")]
    if s.external_ore is None or not undivided(project):
        return []
    return [" · ", view.words("hele beløpet står her: Ingen deling er vedtatt")]


def _project_table(scope: Scope, told: Told) -> Table:
    """Columns: project, status, counts (1: counts here, 0: only a part of its money lies here), ore; in a period that
    the data reach also granted (1: granted in it)."""
    won, shown = {s.code for s in told.paid} | {s.code for s in told.won}, frame(scope, *DECIDED_BY)
    chosen = scope.selection.periode is not None and shown.reached
    rows = [
        (
            ("project", s.code),
            ("status", s.status) if s.status else None,
            counts,
            s.external_ore,
            *((int(s.code in won),) if chosen else ()),
        )
        for counts, some in ((1, told.counted), (0, told.shared))
        for s in some
    ]
    heads = (
        Heading("project", Cell.NAME, "Prosjekt"),
        Heading("status", Cell.CHOICE, "Status"),
        Heading("counts", Cell.TRUTH, "Rådsområdet har ansvaret"),
        Heading("ore", Cell.ORE, "Støtte vi har søkt om eller fått"),
        *((Heading("granted", Cell.TRUTH, "Innvilget i perioden"),) if chosen else ()),
    )
    return table(heads, rows)


def _takes_part(view: View, scope: Scope) -> Component | None:
    """In words: the projects the area takes part in, which count on another, with its part of the money."""
    w, others = view.words, scope.taking_part("project")
    if scope.selection.periode:
        others = {code: values for code, values in others.items() if lives_in(scope, code)}
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
