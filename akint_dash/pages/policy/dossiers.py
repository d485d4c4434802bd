"""EU dossiers: our deadlines on the one axis, and behind a click their stages, history and positions (S15)."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import Basis, card
from akint_dash.components.due_axis import due_axis
from akint_dash.components.due_words import look, to_deadlines
from akint_dash.components.empty import empty
from akint_dash.components.marks import at, telling
from akint_dash.components.record_link import linked
from akint_dash.components.spoken import said, spoken, worded
from akint_dash.components.total import part_line
from akint_dash.components.view import View
from akint_dash.components.ways import to_record
from akint_dash.domain.table import Table, table
from akint_dash.figures.marks import Mark
from akint_dash.measures import policy as measure
from akint_dash.measures.dues import AXIS_DAYS, dossier_dues, state_of
from akint_dash.pages.policy import numbers
from akint_dash.text import policy as text
from akint_dash.text.dues import when
from akint_dash.text.frame import in_years
from akint_dash.text.none import DOSSIERS, none_began

SHOWN: Final = 10
"""So many dossiers with a deadline ahead stand open; the rest behind one click."""

DATES_FROM: Final = 100
"""Under a hundred days left are told as days, more as a date."""

LABEL: Final = {"celex": "CELEX", "com": "", "procedure": ""}
"""What stands before an identifier; COM and procedure numbers say themselves what they are."""


def lanes(view: View, found: list[measure.Followed]) -> Component:
    """What is due in them, and one lane a dossier from the day we began to follow it."""
    w, day = view.words, view.day
    alive = [d for d in found if not d.closed]
    ahead = measure.ahead(found, day, AXIS_DAYS)
    lacking = [("dossier", d.code) for d in found if d.eea is None]
    relevant, possible = (sum(d.eea == kind for d in alive) for kind in ("relevant", "possible"))
    unknown = sum(d.eea is None for d in alive)
    basis = w.n("Bygger på én EU-sak", "Bygger på {count} EU-saker", len(found))
    if ended := len(found) - len(alive):
        basis += "; " + w.n("én er avsluttet og vises for seg", "{count} er avsluttet og vises for seg", ended)
    if lacking:
        basis += "; " + w.n("én mangler EØS-vurdering", "{count} mangler EØS-vurdering", len(lacking))
    return card(
        view,
        "eu-saker",
        title=of_period(view, found)
        if view.selection.periode
        else text.dossier_title(w, len(ahead), AXIS_DAYS)
        if alive
        else text.finding(w, 0, None),
        say=" ".join(
            filter(
                None,
                [
                    text.eea_say(w, relevant, possible, unknown, len(alive)),
                    w("Vår neste frist er den første fra i dag, også utenfor perioden.")
                    if view.selection.periode
                    else text.only_next(w, len(ahead), len({code for _, code, _ in ahead})),
                ],
            )
        ),
        figure=_figure(view, found) if found else _none(view),
        unit=w("Regler som vedtas i EØS-relevante saker, kan bli norske regler gjennom EØS-avtalen") if found else "",
        data=_dated(view, measure.dossier_table(found, day)),
        numbers=numbers.dossiers(view, found, [code for _, _, code in ahead]),
        caption=w("EU-saker etter stadium"),
        refs=("S15",),
        more=[to_deadlines(view, hva="eu-sak", til=AXIS_DAYS)] if ahead else [],
        basis=Basis(basis, lacking),
        level=2,
    )


def of_period(view: View, found: list[measure.Followed]) -> str:
    """How many dossiers a chosen period holds, as the page's finding and the card's title say it."""
    if not found and (began := none_began(view.words, view.selection, DOSSIERS)):
        return began
    first, last = view.scope.period
    later = any(int(d.end[:4]) > last for d in found)
    years = in_years(view.words, first, last)
    if found and view.selection.maned:
        return text.begun(view.words, len(found), view.selection.maned)
    return text.finding(
        view.words, len(found), None, years, ahead=first > view.day.year, later=later, over=last < view.day.year
    )


def _none(view: View) -> Component:
    n = len(measure.dossiers(view.scope.widened()))
    return empty(
        view, view.words("Ingen EU-saker med disse filtrene."), view.words.n("1 sak", "{n} saker", n) if n else ""
    )


def _dated(view: View, data: Table) -> Table:
    """The table with its last column, the next deadline, written as a date."""
    rows = [(*row[:-1], row[-1] if row[-1] == "–" else view.words.date(row[-1])) for row in data.rows]
    return table(data.headings, rows)


def _span(view: View, found: list[measure.Followed]) -> tuple[int, int]:
    """First and last day of the axis, in whole years: the period's, up to the year of the last deadline or today."""
    first, last = view.scope.period
    end = max([view.day.year, *(int(d.end[:4]) for d in found)])
    return date(first, 1, 1).toordinal(), date(max(first, min(last, end)) + 1, 1, 1).toordinal()


def _figure(view: View, found: list[measure.Followed]) -> list[Component]:
    """Our deadlines on the one axis; behind a click each dossier's history, numbers and position, by stage."""
    w, coming = view.words, dossier_dues(view.scope, found, AXIS_DAYS)
    words = w.n(
        "Vis historikk, numre og standpunkt for saken", "Vis historikk, numre og standpunkter for {n} saker", len(found)
    )
    history = html.Details([html.Summary(words), *_history(view, found)], className="rest", open=not coming)
    lines = due_axis(view, "eu-saker", coming, view.day + timedelta(days=AXIS_DAYS), shown=SHOWN)
    return [*_followed(view, found, len({one.record for one in coming})), *lines, history]


def _followed(view: View, found: list[measure.Followed], coming: int) -> list[Component]:
    """How many of the dossiers that we follow have a deadline ahead."""
    w, alive = view.words, sum(not d.closed for d in found)
    words = w("EU-saker med frist innen {days} dager", days=AXIS_DAYS)
    return [part_line(view, "eu-saker", words, coming, alive)] if alive else []


def _history(view: View, found: list[measure.Followed]) -> list[Component]:
    w, span = view.words, _span(view, found)
    years = range(date.fromordinal(span[0]).year, date.fromordinal(span[1]).year)
    heads = [html.Span(str(year), style=_at(span, date(year, 1, 1))) for year in years]
    now = (
        html.Span(w.today_mark(), className="now-word", style=_at(span, view.day)) if _inside(span, view.day) else None
    )
    ticks = html.Div([*heads, now], className="axis num")
    axis = html.Div([html.Span(), ticks, html.Span()], className="dossier axis-row")
    kinds = (("followed", w("fulgt av oss")), ("coming", w("fram til vår siste frist")), ("due", w("vår frist")))
    marks = [html.Span([html.Span(className=f"key-mark {kind}"), words]) for kind, words in kinds]
    alive, ended = [d for d in found if not d.closed], [d for d in found if d.closed]
    parts: list[Component] = [html.Div([axis, *_groups(view, alive, span)], className="dossiers")]
    if ended:
        closed = html.Summary(w.n("Vis én avsluttet sak", "Vis {n} avsluttede saker", len(ended)))
        inside = html.Div(_groups(view, ended, span), className="dossiers")
        parts.append(html.Details([closed, inside], className="rest"))
    return [*parts, html.P(marks, className="key")]


def _groups(view: View, some: list[measure.Followed], span: tuple[int, int]) -> list[Component]:
    """Lanes by stage."""
    return [
        part for stage, mine in groupby(some, key=lambda d: d.stage) for part in _group(view, stage, list(mine), span)
    ]


def _inside(span: tuple[int, int], day: date) -> bool:
    return span[0] <= day.toordinal() < span[1]


def _share(span: tuple[int, int], day: date) -> float:
    return min(1.0, max(0.0, (day.toordinal() - span[0]) / (span[1] - span[0])))


def _at(span: tuple[int, int], day: date) -> dict[str, str]:
    return at(_share(span, day))


def _group(view: View, stage: str, some: list[measure.Followed], span: tuple[int, int]) -> list[Component]:
    w = view.words
    head = html.H3([w.choice("dossier_stage", stage), " ", html.Span(w.number(len(some)), className="num")])
    return [head, html.Ol([html.Li(_row(view, one, span), className="dossier") for one in some])]


def _row(view: View, one: measure.Followed, span: tuple[int, int]) -> list[Component]:
    w, values = view.words, view.portfolio.get("dossier", one.code)
    ids = " · ".join(" ".join(filter(None, (LABEL[name], value))) for name, value in one.identifiers)
    eea = w.choice("eea_relevance", one.eea) if one.eea else w("EØS-vurdering mangler")
    area = html.A(view.name("area", one.area), href=view.link(f"/omrader/{one.area.lower()}"))
    label = [html.Span(linked(view, "dossier", one.code), className="what")]
    label += [html.Small(ids or w("uten EU-nummer"), className="num")]
    meta = [html.Span([area, " · ", html.Span(eea, className=None if one.eea else "missing")], className="meta")]
    if values.get("position"):
        meta.append(html.Small([w("Standpunkt:"), " ", said(view, values, "position")]))
    return [html.Div([*label, *meta], className="bar-label"), _track(view, one, span), _due(view, one)]


def _track(view: View, one: measure.Followed, span: tuple[int, int]) -> Component:
    day = date.fromisoformat
    start, end = day(one.opened), day(one.end)
    turn = min(end, view.day)
    w, name = view.words, worded(view, "dossier", one.code)
    followed = f"{name}, {w('fulgt av oss')}: {w.date(start)} – {w.date(turn)}"
    ahead = f"{name}, {w('fram til vår siste frist')}: {w.date(end)}"
    parts: list[Any] = [
        _bar(span, start, turn, "closed" if one.closed else "followed", _lane_mark(view, one, followed))
    ]
    if end > view.day:
        parts.append(_bar(span, view.day, end, "coming", _lane_mark(view, one, ahead)))
    for due, code in one.deadlines:
        look_of = _mark(one, day(due), view.day)
        if _inside(span, day(due)):
            said_of = f"{name}, {worded(view, 'dossier_deadline', code)}: {w.date(due)}"
            told = to_record(view, said_of, "dossier_deadline", code)
            parts.append(telling(told, None, f"mark {look_of}", style=_at(span, day(due))))
    if _inside(span, view.day):
        parts.append(html.Span(className="now-line", style=_at(span, view.day)))
    return html.Div(parts, className="track")


def _lane_mark(view: View, one: measure.Followed, told: str) -> Mark:
    return to_record(view, told, "dossier", one.code)


def _mark(one: measure.Followed, due: date, today: date) -> str:
    """How a deadline of a lane looks: those of a closed dossier, and those that passed, are no longer to be met."""
    return "past" if due < today else " ".join(filter(None, ["due", look(state_of(due, today, lost=one.closed))]))


def _bar(span: tuple[int, int], start: date, end: date, kind: str, told: Mark) -> Component:
    wide = (_share(span, end) - _share(span, start)) * 100
    style = {**_at(span, start), "width": f"{max(0.3, wide):.2f}%"}
    return telling(told, None, f"run {kind}", style=style)


def _due(view: View, one: measure.Followed) -> Component:
    w, coming = view.words, one.next(view.day)
    if coming is None:
        return html.Div(w("ingen kommende frist") if not one.closed else w("avsluttet"), className="due-words none")
    days = (date.fromisoformat(coming[0]) - view.day).days
    what = spoken(view, "dossier_deadline", coming[1])
    near = look(state_of(date.fromisoformat(coming[0]), view.day)) or None
    told = [html.B(when(w, days), className=near), html.Span(what), html.Small(w.date(coming[0]))]
    if days >= DATES_FROM:
        told = [html.B(w.date(coming[0])), html.Span(what)]
    return html.Div(told, className="due-words num")
