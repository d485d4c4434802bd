"""The lists of the overview: deadlines, what changed, what lies around us, and what we do not know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.due_axis import due_axis
from akint_dash.components.due_words import to_deadlines
from akint_dash.components.first_rows import folded
from akint_dash.components.parts import strategy_refs
from akint_dash.components.record_link import to_quality
from akint_dash.components.remarks import explained
from akint_dash.components.spoken import worded
from akint_dash.components.view import View
from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.changes import News, changes_since, default_since, newest_day
from akint_dash.measures.decisions import without_day as undecided
from akint_dash.measures.dues import AXIS_DAYS, Due, due_table, next_due
from akint_dash.measures.holes import Hole
from akint_dash.measures.quality import asks_all
from akint_dash.measures.remarks import remarks
from akint_dash.text import holes
from akint_dash.text import overview as text
from akint_dash.text.dues import by_theme, list_title, without_day

CASES: Final = 5
"""Calls, dossiers, agreements and memberships on the axis of deadlines before the rest is behind one click."""
CHANGES: Final = 6
GAPS: Final = 4


def due(view: View, found: list[Due]) -> Component:
    """What can be met of all kinds and what is urgent, on the one axis; where none comes, the first one after (S15)."""
    w = view.words
    following = None if found else next_due(view.scope, view.day)
    some = found or ([following] if following else [])
    until = max([view.day + timedelta(days=AXIS_DAYS), *(one.day for one in some)])
    without = undecided(view.scope)
    say = w(
        "Frister de neste {days} dagene for søknader, vedtakene før dem, EU-saker, avtaler og medlemskap.",
        days=AXIS_DAYS,
    )
    return card(
        view,
        "frister",
        title=list_title(w, found) if found else text.deadline_title(w, found, view.day, AXIS_DAYS, following),
        say=" ".join(filter(None, [say, by_theme(w, view.selection.tema)])),
        even_so=without_day(w, len(without)),
        figure=due_axis(view, "frister", some, until, shown=CASES),
        data=due_table(some, view.day),
        caption=w("Frister de neste {days} dagene", days=AXIS_DAYS),
        refs=("S15",),
        size="c5",
        more=[to_deadlines(view, til=AXIS_DAYS if found else None)],
    )


def _since(view: View) -> date:
    try:
        return date.fromisoformat(view.query.get("siden", ""))
    except ValueError:
        return default_since(view.scope)


def said(view: View) -> Iterator[tuple[str, str]]:
    """Since when changes are told, where another day is asked for."""
    since = _since(view)
    if view.query.get("siden") == since.isoformat():
        yield view.words("Endringer siden"), view.words.date(since)


def news(view: View) -> Component:
    """What changed since a chosen day (S23)."""
    w, since = view.words, _since(view)
    found = changes_since(view.scope, since)
    items = [_news(view, one) for one in found[:CHANGES]]
    days = [("14", w("to uker")), ("92", w("tre måneder")), ("365", w("år"))]
    ways: list[Any] = [html.Span(w("Se siste"))]
    ways += [
        html.A(words, href=view.link(own={"siden": date.fromordinal(view.day.toordinal() - int(n)).isoformat()}))
        for n, words in days
    ]
    visit = html.A(w("Siden forrige besøk"), href=view.link(), **{"data-last-visit": "siden"}, hidden=True)
    figure: list[Any] = [html.Ul(items, className="ledger")] if items else []
    if len(found) > CHANGES:
        figure.append(html.P(w.n("og 1 til", "og {n} til", len(found) - CHANGES), className="note"))
    if found:
        figure.append(_news_tally(view, found))
    return card(
        view,
        "endringer",
        title=text.news_title(w, found, since, newest_day(view.scope)),
        say=w("Det viktigste vises først.") if len(found) > 1 else "",
        figure=figure,
        data=_news_table(view, found),
        caption=w("Endringer siden {day}", day=w.date(since)),
        refs=("S23",),
        size="c5",
        more=[*ways, visit],
        level=2,
    )


def _news_tally(view: View, found: list[News]) -> Component:
    """How many of each kind the title names, and of the others."""
    w = view.words
    counts = {kind: sum(one.n for one in found if one.kind == kind) for kind in text.NAMED}
    rest = sum(one.n for one in found) - sum(counts.values())
    told = [f"{text.news_kind(w, kind).lower()}: {n}" for kind, n in counts.items() if n]
    return html.P(" · ".join([*told, *([w("annet: {n}", n=w.number(rest))] if rest else [])]), className="total num")


def _news(view: View, one: News) -> Component:
    w = view.words
    return html.Li([html.B(text.news_kind(w, one.kind)), html.P(_news_words(view, one))])


def _news_words(view: View, one: News) -> list[Any]:
    w = view.words
    if one.kind in ("new", "older"):
        return [text.came(w, one.entity, one.n), " ", html.Span(w.date(one.day))]
    values = view.portfolio.get(one.entity, one.code)
    area = view.name("area", values["area"]) if "area" in values else ""
    name = worded(view, one.entity, one.code)
    if one.kind == "deadline_moved":
        moved = (date.fromisoformat(one.after) - date.fromisoformat(one.before)).days
        sooner = (
            w.n("1 dag tidligere", "{n} dager tidligere", -moved)
            if moved < 0
            else w.n("1 dag senere", "{n} dager senere", moved)
        )
        return [
            f"{name}: {w('fra')} ",
            html.S(w.near_date(one.before, view.day), className="was"),
            f" {w('til')} {w.near_date(one.after, view.day)}",
            " ",
            html.Span(sooner),
        ]
    if one.kind == "status":
        before, after = (w.choice("cooperation_status", c).lower() for c in (one.before, one.after))
        return [w("{name}: fra {before} til {after}", name=name, before=before, after=after), " ", html.Span(area)]
    programme = view.name("programme", values["programme"]) if "programme" in values else ""
    when = w("{happened}, mottatt {day}", happened=w.date(one.happened or one.day), day=w.date(one.day))
    return [name, " ", html.Span(" · ".join(filter(None, [programme, area, when])))]


def _news_table(view: View, found: list[News]) -> Table:
    w = view.words
    rows = [
        (
            n.day.isoformat(),
            w.date(n.happened) if n.happened else "–",
            text.news_kind(w, n.kind),
            text.came(w, n.entity, n.n) if n.kind in ("new", "older") else worded(view, n.entity, n.code),
        )
        for n in found
    ]
    heads = (
        Heading("date", Cell.DATE, "Mottatt"),
        Heading("happened", Cell.TEXT, "Skjedde"),
        Heading("kind", Cell.TEXT, "Hva"),
        Heading("record", Cell.TEXT, "Gjelder"),
    )
    return table(heads, rows)


def gaps(view: View, found: list[Hole]) -> Component:
    """What we do not know, with owners."""
    w, year = view.words, view.day.year
    names = {code: view.name("area", code) for code in view.portfolio.records("area")}
    rows = [
        (
            holes.hole_words(w, hole, names, year),
            holes.hole_effect(w, hole.kind),
            _owners(view, hole, names),
        )
        for hole in found
    ]
    heads = (
        Heading("what", Cell.TEXT, "Hva vi ikke vet"),
        Heading("effect", Cell.TEXT, "Svaret som blir usikkert"),
        Heading("owner", Cell.TEXT, "Ansvarlig rådsområde"),
    )
    data = table(heads, rows)
    body = [
        html.Tr(
            [
                html.Th(what, scope="row"),
                html.Td(effect, **{"data-h": w("Svaret som blir usikkert")}),
                html.Td(strategy_refs(view, hole.rows), className="refs"),
                html.Td(owner, **{"data-h": w("Ansvarlig rådsområde")}),
            ]
        )
        for (what, effect, owner), hole in zip(rows, found, strict=True)
    ]
    figure = [_hole_rows(view, body[:GAPS])]
    if rest := body[GAPS:]:
        figure.append(folded(view, len(rest), _hole_rows(view, rest)))
    return card(
        view,
        "hull",
        title=text.holes_title(w, found),
        say=holes.holes_say(w, found, None if asks_all(view.scope) else year),
        figure=figure if found else [],
        data=data,
        caption=w("Mangler i dataene, med ansvarlig"),
        remark=explained(view, remarks(view.scope.of_areas(), None, years=(year,))),
        refs=(),
        more=[to_quality(view)],
    )


def _hole_rows(view: View, rows: list[Component]) -> Component:
    w = view.words
    heads = (w("Hva vi ikke vet"), w("Svaret som blir usikkert"), w("Strategien"), w("Ansvarlig rådsområde"))
    head = html.Tr([html.Th(words, scope="col") for words in heads])
    caption = html.Caption(w("Mangler i dataene, med ansvarlig"), className="unseen")
    return html.Table([caption, html.Thead(head), html.Tbody(rows)], className="plain stack")


def _owners(view: View, hole: Hole, names: dict[str, str]) -> str:
    some = [(names.get(code, code), n) for code, n in hole.owners]
    if len(some) > 3:
        return view.words("{n} rådsområder", n=view.words.number(len(some)))
    return "; ".join(name if hole.n == n else f"{name} ({n})" for name, n in some)
