"""The cooperations: state, last activity, themes, area, ties, and the visits that are coming (S20, S21)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import Basis, card
from akint_dash.components.due_axis import due_axis
from akint_dash.components.due_words import look, to_deadlines
from akint_dash.components.empty import empty
from akint_dash.components.in_full import in_full
from akint_dash.components.marks import along, telling
from akint_dash.components.parts import sign, unseen
from akint_dash.components.record_link import linked
from akint_dash.components.remarks import explained
from akint_dash.components.spoken import worded
from akint_dash.components.total import part_line
from akint_dash.components.view import View
from akint_dash.components.ways import to_one, to_record
from akint_dash.measures import bilateral as measure
from akint_dash.measures.dues import AXIS_DAYS, Due, due_table, dues, state_of
from akint_dash.measures.partners import contact_frame, met, partners, quiet
from akint_dash.measures.remarks import of_records, remarks
from akint_dash.measures.scope import Scope
from akint_dash.measures.touch import untouchable_days
from akint_dash.pages.bilateral import numbers
from akint_dash.text import bilateral as text
from akint_dash.text.frame import within_a_year
from akint_dash.text.none import COOPERATIONS, none_began
from akint_dash.text.partners import country
from akint_dash.text.projects import join_some
from akint_dash.text.words import inside

RENEW_DAYS: Final = 100
LONGEST: Final = 730
"""Days from the last contact to the data's day that fill the bar, where none is longer ago."""


def cooperations(view: View, found: list[measure.Bond]) -> Component:
    """Every partner region with its state and how long ago anything happened (S20)."""
    w, today = view.words, view.day
    alive = [b for b in found if b.partner.lives]
    agreed = [b for b in alive if b.partner.agreed]
    known = [date.fromisoformat(b.until) for b in agreed if b.until]
    ending = [b for b in alive if b.until and 0 <= (date.fromisoformat(b.until) - today).days < RENEW_DAYS]
    lacking = [("cooperation", b.partner.cooperations[0]) for b in alive if b.partner.last is None]
    basis = w.n("Bygger på ett samarbeid", "Bygger på {count} samarbeid", len(alive))
    if lacking:
        basis += "; " + w.n("kontakt mangler for ett", "kontakt mangler for {count}", len(lacking))
    return card(
        view,
        "samarbeid",
        title=text.agreed_title(w, len(agreed), len(alive), min((u for u in known if u >= today), default=None)),
        say=text.status_say(
            w,
            text.renew_say(
                w,
                [view.name("region", b.partner.region) for b in ending],
                RENEW_DAYS,
                [date.fromisoformat(str(b.until)) for b in ending],
                today,
            ),
            text.own_facts(w, view.selection),
        )
        if alive
        else "",
        remark=explained(
            view,
            [
                *remarks(view.scope, "partners"),
                *of_records(view.scope, list(view.scope.records("cooperation"))),
            ],
        ),
        figure=[*_parts(view, alive, len(agreed)), _table(view, found)] if found else _none(view),
        data=measure.bond_table(found),
        numbers=numbers.cooperations(view, found),
        caption=w("Bilaterale samarbeid"),
        refs=("S20",),
        basis=Basis(basis, lacking),
        more=[html.A(w("Se på kartet"), href=view.link("/kart"))] if found else [],
        level=2,
    )


def _parts(view: View, alive: list[measure.Bond], agreed: int) -> list[Component]:
    """How many of those that live had contact within the year, and how many have an agreement."""
    w, n, recent = view.words, len(alive), _met(view, alive)
    if not alive:
        return []
    parts = (within_a_year(w, contact_frame(view.scope), w("Kontakt")), recent), (w("Avtale"), agreed)
    return [part_line(view, "samarbeid", words, some, n) for words, some in parts]


def _met(view: View, alive: list[measure.Bond]) -> int:
    return sum(bool(met(b.partner, contact_frame(view.scope))) for b in alive)


def _none(view: View) -> Component:
    n = sum(one.lives for one in partners(view.scope.widened()))  # as the page counts them: the ended ones do not
    told = view.words.n("1 samarbeid", "{n} samarbeid", n) if n else ""
    return empty(view, view.words("Ingen bilaterale samarbeid med disse filtrene."), told)


def _table(view: View, found: list[measure.Bond]) -> Component:
    w = view.words
    since = w("Siste kontakt (streken viser hvor lenge det er siden)")
    heads = (w("Region"), w("Status"), since, w("Temaer"), w("Ansvarlig rådsområde"), w("Avtale til"))
    longest = max(LONGEST, *(_quiet_days(view, bond) or 0 for bond in found))
    body = [
        html.Tr(_row(view, bond, heads, longest), className=None if bond.partner.lives else "ended") for bond in found
    ]
    return html.Table(
        [
            html.Caption(w("Bilaterale samarbeid"), className="unseen"),
            html.Thead(html.Tr([html.Th(words, scope="col") for words in heads])),
            html.Tbody(body),
        ],
        className="plain stack cooperations",
    )


def _row(view: View, bond: measure.Bond, heads: tuple[str, ...], longest: int) -> list[Component]:
    w, p = view.words, bond.partner
    land = country(w, view.portfolio.get("region", p.region).get("country"))
    name = html.A(view.name("region", p.region), href=view.link("/kart", own={"region": p.region}))
    swatch = html.Span(className=f"sw {p.status}", **{"aria-hidden": "true"})
    told = text.status_note(w, p, contact_frame(view.scope)) if p.lives else w("ikke regnet med")
    status = [
        html.Span([swatch, w.choice("cooperation_status", p.status)], className="state"),
        unseen(";") if told else None,
        " ",
        html.Small(told) if told else None,
    ]
    themes = "; ".join(view.name("theme", code) for code in p.themes)
    area = html.A(view.name("area", p.area), href=view.link(f"/omrader/{p.area.lower()}"))
    also = [view.name("area", code) for code in p.areas]
    more = html.Small(w("med {names}", names=w.join(also))) if also else None
    cells = (
        status,
        _since(view, bond, longest),
        themes or w("ingen temaer registrert"),
        [area, more],
        _until(view, bond),
    )
    return [
        html.Th([name, " ", html.Small(land)], scope="row"),
        *(html.Td(cell, **{"data-h": words}) for words, cell in zip(heads[1:], cells, strict=True)),
    ]


def _quiet_days(view: View, bond: measure.Bond) -> int | None:
    """Days from the last contact to the data's day; None where it is not known."""
    last = bond.partner.last
    return (contact_frame(view.scope).data_day - date.fromisoformat(last)).days if last else None


def _since(view: View, bond: measure.Bond, longest: int) -> Any:
    """The day of the last contact, with a bar of how long before the data's day it was."""
    w, last, shown = view.words, bond.partner.last, contact_frame(view.scope)
    days = _quiet_days(view, bond)
    if last is None or days is None:
        return html.Span(w("mangler"), className="missing")
    fill = html.Span(**along(days, longest))
    long = " long" if quiet(bond.partner, shown) else ""
    what = linked(view, "activity", bond.partner.last_activity)
    name, told = view.name("region", bond.partner.region), w.n("{n} dag siden", "{n} dager siden", days)
    said = f"{name}, {inside(w('Siste kontakt'))}: {w.date(last)}, {told}"
    mark = to_one(view, said, name, "partner", bond.partner.region)
    bar = telling(mark or to_record(view, said, "activity", bond.partner.last_activity), fill, f"since-bar{long}")
    return [html.Span([html.B(w.date(last), className="num"), bar], className="since"), " ", html.Small(what)]


def _until(view: View, bond: measure.Bond) -> Any:
    w = view.words
    if bond.until is None:
        return html.Span(w("ingen avtale"), className="none")
    days = (date.fromisoformat(bond.until) - view.day).days
    if days < 0:
        return [w.date(bond.until), unseen(","), " ", html.Small(w("gått ut"))]
    left = w.n("{n} dag igjen", "{n} dager igjen", days) if days < RENEW_DAYS else ""
    near = look(state_of(date.fromisoformat(bond.until), view.day)) or None
    more = [unseen(","), " ", html.Small(left, className=near)] if left else []
    return [html.Span(w.date(bond.until), className="num"), *more]


def headline(view: View, found: list[measure.Bond]) -> str:
    """In how many of those that live there was contact within the year."""
    if not found and (began := none_began(view.words, view.selection, COOPERATIONS)):
        return began
    shown, alive = contact_frame(view.scope), [b for b in found if b.partner.lives]
    known = sum(b.partner.last is not None for b in alive)
    return text.alive_title(view.words, _met(view, alive), len(alive), shown, known)


def agreements(view: View) -> Component | None:
    """The agreements that end on the one axis; None where none does (S20)."""
    w, until = view.words, view.day + timedelta(days=AXIS_DAYS)

    def make(scope: Scope) -> list[Due]:
        return [one for one in dues(scope, until) if one.kind == "agreement"]

    if not (found := make(view.scope)):
        return None
    view.shown["avtaler"] = untouchable_days(view.scope, make)
    return card(
        view,
        "avtaler",
        title=text.ending_title(w, len(found), AXIS_DAYS, (found[0].day - view.day).days),
        say=w("Fra {today} til og med {day}.", today=inside(w.today_mark()), day=w.date(until)),
        figure=due_axis(view, "avtaler", found, until, shown=len(found)),
        data=due_table(found, view.day),
        numbers=numbers.ending(view, found),
        caption=w("Avtaler som går ut"),
        refs=("S20",),
        size="c5",
        more=[to_deadlines(view, til=AXIS_DAYS, hva="avtale")],
        level=2,
    )


def ties(view: View, found: list[measure.Bond]) -> Component:
    """What each partner is tied to: networks where we meet and projects we share; those without first (S21)."""
    w = view.words
    alive = sorted((b for b in found if b.partner.lives), key=lambda b: (b.tied, len(b.networks) + len(b.projects)))
    rows = [html.Tr(_tie(view, bond)) for bond in alive]
    heads = (w("Region"), w("Felles nettverk"), w("Felles innvilgede prosjekter"))
    figure = html.Table(
        [
            html.Caption(w("Samarbeidsregionenes tilknytning til annet arbeid"), className="unseen"),
            html.Thead(html.Tr([html.Th(words, scope="col") for words in heads])),
            html.Tbody(rows),
        ],
        className="plain stack ties",
    )
    networks, projects = sum(bool(b.networks) for b in alive), sum(bool(b.projects) for b in alive)
    return card(
        view,
        "baand",
        title=text.bonds_title(w, found),
        say=text.bonds_say(w, networks, projects, len(alive)),
        figure=[figure, *in_full(view, [code for bond in alive for code in bond.networks])] if alive else _none(view),
        data=measure.bond_table(alive),
        numbers=numbers.ties(view, alive),
        caption=w("Samarbeidsregionenes tilknytning til annet arbeid"),
        refs=("S21",),
        size="c7",
        more=[html.A(w("Mulige nye samarbeidsregioner"), href=view.link("/kart", own={"linse": "nettverk"}))],
        level=2,
    )


def _tie(view: View, bond: measure.Bond) -> list[Component]:
    w = view.words
    cells = [html.Th(linked(view, "region", bond.partner.region), scope="row")]
    for entity, codes, words in (
        ("organisation", bond.networks, w("Felles nettverk")),
        ("project", bond.projects, w("Felles innvilgede prosjekter")),
    ):
        named = join_some(w, [worded(view, entity, code) for code in codes], 4)
        cells.append(html.Td(named or w("ingen"), className=None if codes else "zero", **{"data-h": words}))
    return cells


def coming(view: View) -> Component:
    """Visits and delegations of the next three months; those kept internal never reach a stranger (S20)."""
    w, found = view.words, measure.visits(view.scope)
    figure: Any = html.Ol([html.Li(_visit(view, one)) for one in found], className="due")
    if not found:
        figure = html.P(w("Besøk vises som regel først når de er gjennomført."), className="empty")
    return card(
        view,
        "besok",
        title=text.visits_title(w, len(found), open_only=view.portfolio.audience == "public"),
        say=w(
            "Delegasjoner hit, delegasjoner herfra og studiebesøk til og med {day}.",
            day=w.date(measure.horizon(view.day)),
        ),
        figure=figure,
        data=measure.visit_table(found),
        numbers=numbers.visits(view, [one.code for one in found]),
        caption=w("Besøk og delegasjoner de neste tre månedene"),
        refs=("S20",),
        size="c5",
        level=2,
    )


def _visit(view: View, one: measure.Visit) -> list[Component]:
    w = view.words
    days = (date.fromisoformat(one.start) - view.day).days
    big = [w.number(days), " ", html.Small(w.n("dag", "dager", days))] if days > 0 else [w("nå")]
    regions = w.join([view.name("region", code) for code in one.regions])
    under = " · ".join(filter(None, (w.choice("activity_kind", one.kind), regions, view.name("area", one.area))))
    return [
        html.Span(big, className="days num"),
        html.Span(linked(view, "activity", one.code), className="what"),
        html.Span([sign("BIL"), html.Span(f"{under} · {w.date(one.start)}")], className="who"),
    ]
