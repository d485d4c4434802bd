"""The sheet of one call: days left, the way back from the deadline, whom it fits, what we did before, who may join."""

from __future__ import annotations

from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.addresses import web
from akint_dash.components.due_words import look
from akint_dash.components.in_full import in_full
from akint_dash.components.parts import sign, strategy_ref, unseen
from akint_dash.components.record_link import linked, to_sheet
from akint_dash.components.spoken import said, spoken
from akint_dash.components.view import View
from akint_dash.domain.selection import Selection
from akint_dash.measures import call_sheet as measure
from akint_dash.measures.calls import Call
from akint_dash.measures.fit_decisions import decisions
from akint_dash.pages.calls.asked import Asked, to
from akint_dash.pages.calls.listing import like, reasons, tag
from akint_dash.pages.calls.timeline import title_language
from akint_dash.text import calls as text
from akint_dash.text import missing
from akint_dash.text.dues import letter_words, when

MOST_DESCRIPTION: Final = 6_000
"""So many signs of a source's text stand in the sheet: a page is no document."""
MOST_PARAGRAPHS: Final = 60


def sheet(view: View, asked: Asked) -> Component | None:
    """The sheet; None where there is no call to show."""
    if asked.call is None:
        return None
    call, w = asked.call, view.words
    name = view.name("programme", call.programme) if call.programme else w("Program ikke kjent")
    way = measure.way_back(view.portfolio, call, view.day)
    close = html.A(w("Lukk"), href=to(view, utlysning=None), className="close", id="lukk") if asked.chosen else None
    over = None if asked.chosen else html.P(text.sheet_over(w, bool(way and way.late)), className="over")
    return html.Aside(
        [
            over,
            html.P([sign("PRO"), html.Span(name), close], className="name"),
            html.H2(spoken(view, "call", call.code)),
            _big(view, asked, call, way),
            *_way(view, asked, call, way),
            _facts(view, call),
            _more(view, call),
            _foot(view, call),
        ],
        className="call-sheet pro",
        **{"aria-label": w("Valgt utlysning") if asked.chosen else w("Nærmeste aktuelle utlysning")},
    )


def _big(view: View, asked: Asked, call: Call, way: measure.WayBack | None) -> Component:
    w = view.words
    if call.days is None or call.next is None or not call.ahead:
        words = w("Frist mangler") if call.next is None else w("Stengt {day}", day=w.date(call.next.day))
        return html.P(html.Span(words, className="none"), className="big")
    state = asked.states.of(call)
    return html.P(
        [
            html.Span(w.number(call.days), className=f"num {look(state)}".strip()),
            html.Small(text.sheet_say(w, call.days, way)),
        ],
        className="big",
    )


def _way(view: View, asked: Asked, call: Call, way: measure.WayBack | None) -> list[Any]:
    """The milestones from today to the deadline, then the warning."""
    w = view.words
    if way is None:
        return []
    if not way.milestones:
        return [
            html.P(
                w(
                    "Det er ikke registrert hvor tidlig vedtak og partnerbrev må være klare i dette "
                    "programmet. Derfor vet vi ikke hva som må være klart før fristen."
                ),
                className="basis",
            )
        ]
    states = asked.states
    items = [_milestone(view, m, states.of(call, m.day)) for m in way.milestones]
    parts: list[Any] = [html.H3(w("Må være klart før fristen")), html.Ol(items, className="way")]
    if words := text.warning(w, way):
        parts.append(html.P(words, className=f"warnline {look(states.of(call, way.milestones[0].day))}".strip()))
    notes = []
    if way.inherited:
        notes.append(w("Dagene er regnet etter reglene for {name}.", name=view.name("programme", way.inherited)))
    if way.lacking:
        lacking = w.join([text.step(w, step).lower() for step in way.lacking])
        notes.append(w("Siste dag er ikke kjent for {what}.", what=lacking))
    if any(m.step == "partner" for m in way.milestones):
        notes.append(letter_words(w))
    if notes:
        parts.append(html.P(" ".join(notes), className="basis"))
    return parts


def _milestone(view: View, m: measure.Milestone, state: str) -> Component:
    w = view.words
    said = w.n("passert for én dag siden", "passert for {n} dager siden", -m.days) if m.days < 0 else when(w, m.days)
    return html.Li(
        [
            html.B(w.number(m.days), className="num"),
            html.Span([text.step(w, m.step), " ", html.Small(f"{w.date(m.day)} · {said}")]),
        ],
        className=look(state) or None,
    )


def _facts(view: View, call: Call) -> Component:
    w = view.words
    rows: list[tuple[str, Any]] = [(w("Frist"), _deadlines(view, call))]
    opened = bool(call.opening and call.opening <= view.day)
    opening = w.date(call.opening) if call.opening else html.Span(w("mangler"), className="missing")
    rows.append((w("Åpnet") if opened else w("Åpner"), opening))
    rows.append((w("Tilstand"), text.state(w, call.state)))
    rows.append((w("Aktuell for"), _fits(view, call)))
    rows.append((w("Norge deltar"), _norway(view, call)))
    budget = w.amount(*call.budget) if call.budget else html.Span(w("mangler"), className="missing")
    rows.append((w("Budsjett"), [budget, html.Small(w("ifølge kilden"))] if call.budget else budget))
    rows.append((w("Tidligere søknader"), _before(view, call)))
    if found := measure.partners(view.scope, call):
        rows.append((w("Hvor vi kan finne partnere"), _partners(view, found)))
    rows.append((w("Referanse"), [call.identifier or call.code, html.Small(w.choice("call_kind", call.kind))]))
    return html.Dl([html.Div([html.Dt(name), html.Dd(value)]) for name, value in rows])


def _deadlines(view: View, call: Call) -> list[Any]:
    w = view.words
    if not call.dues:
        return [html.Span(w("mangler"), className="missing")]
    lines: list[Any] = [
        html.Div([text.deadline(w, due), html.Small(_zone(view, due.moment))], className="num") for due in call.dues
    ]
    if call.last_stage_only:
        lines.append(html.Small(w("Bare for dem som kom videre fra trinn 1.")))
    return lines


def _zone(view: View, moment: str | None) -> str:
    return view.words("norsk tid") if moment else view.words("klokkeslett ikke oppgitt")


def _fits(view: View, call: Call) -> list[Any]:
    w = view.words
    if not call.fit.areas:
        words = [w("Ingen av reglene passer")]
        if call.fit.themes:
            themes = w.join([view.name("theme", theme) for theme in call.fit.themes])
            words = [text.why_not(w, call.fit.why_not, themes)]
        return [*words, *_decisions(view, call)]
    lines: list[Any] = []
    for one in call.fit.areas:
        why = "; ".join(reasons(view, one.reasons))
        lines.append(
            html.Div([view.name("area", one.code), " ", tag(view, one.confirmed), html.Small(why) if why else None])
        )
    lines += [html.Small(words) for words in like(view, call)]
    return [*lines, *_decisions(view, call)]


def _decisions(view: View, call: Call) -> list[Component]:
    """Who confirmed or dismissed it for whom, when and why: the county's own affair, so for staff only."""
    if view.portfolio.audience != "staff":
        return []
    said = decisions(view.portfolio, call.code)
    return [html.Small(text.decision(view.words, one, view.name("area", one.area))) for one in said]


def _norway(view: View, call: Call) -> list[Any]:
    w = view.words
    code = call.programme
    while code and "norway_why" not in view.portfolio.get("programme", code):
        code = str(view.portfolio.get("programme", code).get("parent", ""))
    why = said(view, view.portfolio.get("programme", code), "norway_why") if code else ""
    return [text.norway(w, call.norway), html.Small(why) if why else None]


def _before(view: View, call: Call) -> list[Any]:
    w, found = view.words, measure.earlier(view.scope, call)
    counts = measure.record(found)
    ideas, developing = (sum(e.standing.status == s for e in found) for s in ("idea", "developing"))
    lines: list[Any] = [text.applications(w, counts, ideas, developing)]
    for one in found[: measure.SHOWN]:
        before = " " if len(lines) == 1 else "; "
        project = one.standing.code
        status = w.choice("status", one.standing.status) if one.standing.status else w("status mangler")
        money = f" · {missing.amount(w, one.standing) or w('beløp mangler')}"
        why = text.earlier_why(w, one, [view.name("theme", theme) for theme in one.themes])
        lines.append(html.Small([unseen(before), linked(view, "project", project), f" · {status}{money} · {why}"]))
    if rest := text.earlier_rest(w, len(found) - measure.SHOWN):
        lines.append(html.Small(rest))
    return lines


def _partners(view: View, found: list[measure.Partner]) -> list[Any]:
    w, lines = view.words, []
    for one in found:
        themes = w.join([view.name("theme", theme) for theme in one.themes])
        kind = w("bilateralt samarbeid") if one.entity == "cooperation" else w("vi er medlem")
        told = w.n("tema: {themes}", "temaer: {themes}", len(one.themes), themes=themes)
        lines.append(html.Div([linked(view, one.entity, one.code), html.Small(f"{kind} · {told}")]))
    return [*lines, *in_full(view, [one.code for one in found if one.entity == "organisation"])]


def _more(view: View, call: Call) -> Component | None:
    """The source's own text behind a press, cut where it would weigh too much."""
    w = view.words
    whole = str(view.portfolio.get("call", call.code).get("description", ""))
    if not whole:
        return None
    lang = title_language(view, call)
    said = whole[:MOST_DESCRIPTION].split("\n")[:MOST_PARAGRAPHS]
    lines = [html.P(line, **({"lang": lang} if lang else {})) for line in said]
    if len("\n".join(said)) < len(whole):
        lines.append(html.P(w("Teksten er kuttet her. Resten finnes hos kilden."), className="basis"))
    return html.Details([html.Summary(w("Mer om utlysningen")), *lines], className="described")


def _foot(view: View, call: Call) -> Component:
    w = view.words
    links: list[Any] = [html.A(w("Alle opplysningene"), href=to_sheet(view, "call", call.code))]
    if address := web(call.address):
        links.append(html.A(w("Åpne i portalen"), href=address, **{"data-plain": "", "rel": "noreferrer"}))
    if call.identifier:
        href = f"{view.address('/utlysninger')}.ics?{Selection(sok=call.identifier[:80]).to_query()}"
        links.append(html.A(w("Legg i kalenderen"), href=href, **{"data-plain": ""}))
    return html.Div([*links, strategy_ref(view, "S11")], className="foot")
