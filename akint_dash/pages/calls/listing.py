"""The list in step with the timeline: the same calls, what fits best first, else the nearest deadline, in pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.due_words import look
from akint_dash.components.numbers import led
from akint_dash.components.parts import unseen
from akint_dash.components.spoken import spoken, worded
from akint_dash.components.total import part_bar
from akint_dash.components.view import View
from akint_dash.components.ways import to_record
from akint_dash.domain.selection import Selection
from akint_dash.measures.calls import Call, call_table
from akint_dash.measures.fit import AreaFit, Reason
from akint_dash.pages.calls import numbers
from akint_dash.pages.calls.asked import PER_PAGE, Asked, to
from akint_dash.text import calls as text

SORTED_HEADS: Final = (
    ("dager", "Igjen", ""),
    ("tittel", "Utlysning", ""),
    ("passer", "Aktuell for", ""),
    ("", "Frist, norsk tid", ""),
    ("apner", "Åpner", ""),
    ("budsjett", "Budsjett", "r"),
)
"""How a click sorts ("": not at all), message id, class."""


def listing(view: View, asked: Asked) -> Component:
    """The list's card; its file holds every page."""
    w = view.words
    title = text.list_title(w, len(asked.listed), asked.fits_only, asked.window)
    title = text.of_period(w, title, chosen=view.selection.periode is not None)
    lost = sum(map(asked.lost, asked.listed))
    title = text.unreachable(w, title, lost, len(asked.listed))
    say = w("Sortert etter {what}.", what=text.sorted_by(w, asked.sort).lower())
    if asked.sort == "passer":
        say += " " + w("De som er like aktuelle, er sortert etter hvor mange dager som er igjen.")
        say += " " + w("De som ikke kan nås, står sist.") if lost else ""
    if asked.fits_only:
        say += " " + w(
            "Utlysningene er plukket ut automatisk etter tema og program. "
            "Rådsområdet bekrefter eller avviser at utlysningen er aktuell."
        )
    figure: list[Any] = [_ways(view, asked)]
    if lost:
        figure.append(
            part_bar(
                w("Frister som ikke kan nås"),
                lost,
                len(asked.listed),
                w.part(lost, len(asked.listed)),
                numbers.late(view, asked),
            )
        )
    figure.append(_table(view, asked) if asked.listed else _nothing(view, asked))
    if asked.pages > 1:
        figure.append(_pages(view, asked))
    if rest := asked.outside:
        more = text.outside(w, rest, narrowed=asked.thinned(view), shown=bool(asked.listed))
        figure.append(
            html.P(
                [more, " ", html.A(w("Vis fem år"), href=to(view, zoom="5ar", fra=None, til=None))],
                className="note outside",
            )
        )
    return html.Section(
        card(
            view,
            "liste",
            title=title,
            say=say,
            figure=figure,
            data=call_table(asked.listed, asked.states.of),
            numbers=numbers.listing(view, asked),
            caption=w("Utlysninger med frist {window}", window=text.window_words(w, asked.window)),
            plain=True,
            level=2,
            none=asked.none(view, listed=True),
            more=_feeds(view),
        ),
        className="list",
    )


def _ways(view: View, asked: Asked) -> Component:
    """What fits or everything."""
    w = view.words
    some = (
        ("ja", w("Aktuelle for oss i tidsrommet ({n})", n=w.number(asked.fitting)), asked.fits_only),
        ("alle", w("Alle i tidsrommet ({n})", n=w.number(len(asked.inside))), not asked.fits_only),
    )
    links = [
        html.A(words, href=to(view, passer=code), id=f"passer-{code}", **({"aria-current": "true"} if on else {}))
        for code, words, on in some
    ]
    return html.Nav(links, className="zoomset list-switch", **{"aria-label": w("Hva listen viser")})


def _nothing(view: View, asked: Asked) -> Component:
    w = view.words
    ways: list[Any] = []
    if asked.inside:
        ways.append(html.A(w("Vis alle {n}", n=w.number(len(asked.inside))), href=to(view, passer="alle")))
    elif asked.some:
        ways.append(html.A(w("Vis fem år"), href=to(view, zoom="5ar", fra=None, til=None)))
    else:
        empty: dict[str, Any] = dict.fromkeys(view.query)
        plain = Selection(per=view.selection.per)
        ways.append(html.A(w("Vis alle utlysninger"), href=view.link(selection=plain, own=empty)))
    words = (
        w("Ingen av utlysningene i tidsrommet som vises, er aktuelle for oss.")
        if asked.inside
        else w("Ingen utlysninger i tidsrommet som vises.")
        if asked.some
        else w("Ingen utlysninger her med disse filtrene.")
    )
    return html.P([words, " ", *ways], className="calls-none")


def _table(view: View, asked: Asked) -> Component:
    w = view.words
    caption = html.Caption(w("Utlysninger, side {n} av {pages}", n=asked.page, pages=asked.pages), className="unseen")
    head = html.Tr([_sort_head(view, asked, *one) for one in SORTED_HEADS])
    rows = [_row(view, asked, call, look(asked.states.of(call)) if call.ahead else "") for call in asked.shown]
    return html.Table([caption, html.Thead(head), html.Tbody(rows)], className="plain stack calls")


def _sort_head(view: View, asked: Asked, sort: str, words: str, name: str) -> Component:
    label: Any = view.words(words)
    extra: dict[str, Any] = {}
    if sort == asked.sort:
        extra["aria-sort"] = "descending" if sort in ("budsjett", "passer") else "ascending"
    elif sort:
        label = html.A(label, href=to(view, sorter=None if sort == asked.usual_sort else sort))
    return html.Th(label, scope="col", className=name or None, **extra)


def _row(view: View, asked: Asked, call: Call, state: str) -> Component:
    w = view.words
    left = [html.Span(text.call_days(w, call), className=f"call-days num {state}".strip())]
    if call.state != "closed":
        known = w.choice("call_reach", "lost").lower() if asked.lost(call) else text.state(w, call.state)
        left.append(html.Small(known))
    title = html.A(spoken(view, "call", call.code), href=to(view, "ark", utlysning=call.code))
    under = [view.name("programme", call.programme)] if call.programme else []
    under += [call.identifier or call.code, *([w.choice("call_kind", call.kind)] if call.kind != "topic" else [])]
    here = asked.chosen and asked.call is not None and asked.call.code == call.code
    opening = w.date(call.opening) if call.opening else w("mangler")
    cells = [
        html.Td(left, className="left-days"),
        html.Th([title, html.Small(" · ".join(under))], scope="row"),
        html.Td(
            [*areas(view, call.fit.areas), *_why(view, call), *_without_norway(view, call)],
            **{"data-h": w("Aktuell for")},
        ),
        html.Td(text.deadline(w, call.next), className="num" if call.next else "missing", **{"data-h": w("Frist")}),
        html.Td(opening, className="num" if call.opening else "missing", **{"data-h": w("Åpner")}),
        html.Td(
            led(w.amount(*call.budget), to_record(view, "", "call", call.code)) if call.budget else w("mangler"),
            className="r" if call.budget else "r missing",
            **{"data-h": w("Budsjett")},
        ),
    ]
    return html.Tr(cells, className="on" if here else None)


def _why(view: View, call: Call) -> list[Component]:
    """Why the areas are proposed, in words."""
    if not call.fit.areas:
        return []
    found = {r.theme: r for area in call.fit.areas for r in area.reasons}.values()
    words = text.why([*reasons(view, found), *like(view, call)])
    return [html.Small(view.words("Begrunnelse: {why}", why=words))] if words else []


def reasons(view: View, some: Iterable[Reason]) -> list[str]:
    """Each reason in words."""
    w, every = view.words, list(some)
    recorded = [view.name("theme", r.theme) for r in every if r.recorded]
    found = [
        text.reason(w, r, view.name("theme", r.theme), view.name("programme", r.programme))
        for r in every
        if not r.recorded
    ]
    return [*([text.recorded(w, recorded)] if recorded else []), *found]


def like(view: View, call: Call) -> list[str]:
    """The call of the county's own that this one is like."""
    return [text.like(view.words, worded(view, "call", call.fit.like))] if call.fit.like else []


def _without_norway(view: View, call: Call) -> list[Component]:
    """Said in the list where Norway has no part, or only some."""
    words = {"no": view.words("Norge deltar ikke"), "partly": view.words("Norge deltar delvis")}
    return [html.Small(words[call.norway])] if call.norway in words else []


def areas(view: View, some: Sequence[AreaFit]) -> list[Component | str]:
    """The areas a call fits, confirmed ones and suggested ones each with their tag."""
    found: list[Component | str] = []
    for sure in (True, False):
        if names := [view.name("area", one.code) for one in some if one.confirmed is sure]:
            found.append(
                html.Span([", ".join(names), unseen(":"), " ", tag(view, sure), unseen("; ")], className="fits")
            )
    return found or ["–"]


def tag(view: View, confirmed: bool) -> Component:
    """'bekreftet' or 'foreslått'."""
    words = view.words("bekreftet") if confirmed else view.words("foreslått")
    return html.Span(words, className="fit-tag sure" if confirmed else "fit-tag")


def _pages(view: View, asked: Asked) -> Component:
    w, links = view.words, []
    if asked.page > 1:
        links.append(html.A(w("Forrige"), href=view.link(own={"blad": asked.page - 1}, anchor="liste"), id="forrige"))
    first, last = (asked.page - 1) * PER_PAGE + 1, min(asked.page * PER_PAGE, len(asked.listed))
    links.append(
        html.Span(w("{first}–{last} av {n}", first=w.number(first), last=w.number(last), n=w.number(len(asked.listed))))
    )
    if asked.page < asked.pages:
        links.append(html.A(w("Neste"), href=view.link(own={"blad": asked.page + 1}, anchor="liste"), id="neste"))
    return html.Nav(links, className="list-pages num", **{"aria-label": w("Sider i listen")})


def _feeds(view: View) -> list[Component]:
    """The calendar and the feed of this very selection."""
    w = view.words
    query = view.link(own={"zoom": None, "fra": None, "utlysning": None, "sorter": None, "blad": None, "siden": None})
    rest = query.partition("?")[2]
    tail = f"?{rest}" if rest else ""
    return [
        html.A(
            w("Abonner på fristene i kalenderen"),
            href=f"{view.address('/utlysninger')}.ics{tail}",
            **{"data-plain": ""},
        ),
        html.A(w("Abonner på endringer"), href=f"{view.address('/utlysninger')}.atom{tail}", **{"data-plain": ""}),
    ]
