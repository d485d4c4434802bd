"""Kinds of learning over the years (S18), and whether international work grows (S19)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.before import before_line, then
from akint_dash.components.card import Basis, card
from akint_dash.components.graph import graph
from akint_dash.components.marks import along, at, telling
from akint_dash.components.remarks import explained
from akint_dash.components.total import total_line
from akint_dash.components.view import View
from akint_dash.components.ways import to_records, to_table
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.figures.columns import SHADES, Part, columns
from akint_dash.figures.marks import Mark
from akint_dash.measures import competence as measure
from akint_dash.measures.frame import Frame, frame
from akint_dash.measures.participations import undated
from akint_dash.measures.same_days import county_same_days
from akint_dash.measures.weight import known_total
from akint_dash.pages.competence import numbers
from akint_dash.pages.competence.learnt import attendance_basis, attendance_remarks, none
from akint_dash.text import competence as text
from akint_dash.text.areas import silent_title
from akint_dash.text.findings import BASE
from akint_dash.text.frame import by_then, in_year, named, tick, years_of
from akint_dash.text.missing import at_least
from akint_dash.text.words import capital

NAMED: Final = 8
"""How many new actors are named before 'and more'."""


def kinds(view: View, found: list[measure.Lesson]) -> Component:
    """Participants by year and kind; exchange of experience stands at the floor in the instrument's colour."""
    w, data = view.words, measure.by_year_kind(view.scope, found)
    rows = list(data.dicts())
    years = sorted({row["year"] for row in rows})
    names = list(dict.fromkeys(row["kind"][1] for row in rows))
    by = {(row["year"], row["kind"][1]): row for row in rows}
    main = [name for name in names if name in measure.KINDS]
    rest = [name for name in names if name not in measure.KINDS]
    groups = [(w.choice("activity_kind", name), [name]) for name in main] + ([(w("Andre"), rest)] if rest else [])
    parts = [
        Part(words, [sum(by[year, one]["people"] or 0 for one in some) for year in years], _role(some, i))
        for i, (words, some) in enumerate(groups)
    ]
    sums = [known_total([by[year, name]["people"] for name in names]) for year in years]
    lacking = Counter(dict.fromkeys(years, 0))
    for row in rows:
        lacking[row["year"]] += row["lacking"] or 0
    shown = frame(view.scope, "activity")
    ticks = [tick(w, shown, year) for year in years]
    exchange = [one for one in found if one.kind == "exchange"]
    larger = _larger(view, found)
    title = text.kinds_title(
        w,
        measure.people(exchange) or 0,
        measure.people(found),
        len(exchange),
        measure.lacking(found),
        years_of(w, shown),
        larger=larger,
        few=len(found) < BASE,
    )
    side = max((len(part.words) for part in parts), default=0) * 7 + 14
    unfinished = bool(years) and shown.unfinished(years[-1])
    people = measure.people_to_date(view.scope)
    before = (people[1], w.number(people[1])) if people else (None, "")
    figure = columns(
        ticks,
        parts,
        [text.over_column(w, s, lacking[y]) for s, y in zip(sums, years, strict=True)],
        so_far=unfinished,
        side_px=side,
        then=then(view, shown, years, *before),
    )
    marks = [
        [_kind_mark(view, words, some, year, [by[year, one] for one in some]) for year in years]
        for words, some in groups
    ]
    told = measure.people(found)
    share = text.exchange_share(w, measure.people(exchange) or 0, told) if told and exchange else ""
    totals = (
        [total_line(w("{kind} i alt", kind=larger[0]), text.exchange_share(w, larger[1], told))]
        if larger and told
        else []
    )
    totals += [total_line(w("Erfaringsutveksling i alt"), share)] if share else []
    return card(
        view,
        "typer",
        title=title,
        say=capital(text.exchange_say(w, [one.kind for one in found])),
        figure=[graph(view, figure, "typer-figur", title, marks), *totals] if any(sums) else none(view, found),
        unit=w("Deltakelser etter år og type; en person på to tiltak teller to ganger") if any(sums) else "",
        data=data,
        numbers=numbers.kinds(view, found),
        plot=Plot(
            Form.COLUMNS, "year", ("people",), by="kind", stacked=True, words=dict(zip(years, ticks, strict=True))
        ),
        caption=w("Kompetanseheving etter år og type"),
        refs=("S18",),
        basis=attendance_basis(view, found) if found else None,
        size="c7",
        level=2,
    )


def _larger(view: View, found: list[measure.Lesson]) -> tuple[str, int] | None:
    """The kind with most participations, where more took part in it than in exchange of experience; None where none."""
    people = Counter[str]()
    for one in found:
        people[one.kind] += measure.people([one]) or 0
    most, n = max(people.items(), key=lambda kind: (kind[1], kind[0]), default=("", 0))
    alone = sum(value == n for value in people.values()) == 1
    return (view.words.choice("activity_kind", most), n) if alone and people["exchange"] < n else None


def _kind_mark(view: View, words: str, kinds: Sequence[str], year: int, rows: Sequence[dict[str, Any]]) -> Mark | None:
    """Those who took part in a kind in a year, and the activities they took part in; None where none are known."""
    w, n = view.words, sum(row["people"] or 0 for row in rows)
    if not n:
        return None
    told = at_least(w, w.number(n), any(row["lacking"] for row in rows))
    people_said = w.n("{told} deltakelse", "{told} deltakelser", n, told=told)
    activities = w.n("{n} tiltak", "{n} tiltak", sum(row["n"] or 0 for row in rows))
    said = f"{words} {named(w, frame(view.scope, 'activity'), year)}: {people_said}, {activities}"
    if len(kinds) > 1:
        return to_table(view, said, "typer")
    return numbers.held(view, said, year, kind=kinds[0])


def _role(some: list[str], index: int) -> str:
    return "kom-strong" if some == ["exchange"] else SHADES[index]


def grown(view: View, lessons: list[measure.Lesson]) -> Component:
    """Involvements and participants by year, and who was new (S19)."""
    w, found = view.words, measure.growth(view.scope)
    shown = frame(view.scope)
    newest = found[-1] if found else measure.Grown(shown.year, 0, 0, None, None)
    pair = county_same_days(view.scope, shown)
    title = text.growth_title(
        w,
        shown,
        newest.n,
        pair,
        narrowed=not view.selection.is_empty,
        instruments=len(view.selection.virkemiddel),
    )
    if newest.silent:
        title = silent_title(w, shown, [view.name("area", code) for code in view.selection.omrade])
    top, before = max((one.n for one in found), default=0), pair[1] if pair and not newest.silent else None
    years = [html.Li(_year(view, shown, one, top, before)) for one in found]
    learnt = measure.counts_people(view.scope)
    line = before_line(view, shown, [one.year for one in found], w.number(before)) if before else None
    return card(
        view,
        "vekst",
        title=title,
        say=text.growth_say(
            w,
            None if newest.areas is None else len(newest.areas),
            None if newest.actors is None else len(newest.actors),
            in_year(w, shown),
        )
        if found and not newest.silent
        else "",
        figure=[html.Ol(years, className="growth-years"), line] if found else none(view),
        unit=_of_which(view) if found else "",
        data=measure.growth_table(found, learnt=learnt, whole=not view.selection.virkemiddel),
        numbers=numbers.growth(view, found, pair),
        plot=Plot(Form.COLUMNS, "year", ("n",), words={one.year: tick(w, shown, one.year) for one in found}),
        caption=w("Vekst, nye rådsområder og nye aktører år for år"),
        refs=("S19",),
        size="c5",
        remark=explained(view, attendance_remarks(view, lessons)) if found and learnt else "",
        basis=_base(view),
        level=2,
    )


def _of_which(view: View) -> str:
    """Which instruments' initiatives are counted."""
    w = view.words
    if not view.selection.virkemiddel:
        return w("Tiltak i alle fire virkemidler, og hvem som er med for første gang")
    return w.n(
        "Tiltak i det valgte virkemiddelet, og hvem som er med for første gang",
        "Tiltak i de valgte virkemidlene, og hvem som er med for første gang",
        len(view.selection.virkemiddel),
    )


def _base(view: View) -> Basis:
    """Who is new is counted from when, and the participations that lie in no year."""
    w, lost = view.words, undated(view.scope)
    said = w(
        "Nye er de som er registrert for første gang i hele fylkeskommunen. "
        "Det første registrerte året er ikke med, for da kan vi ikke vite hvem som er nye."
    )
    if lost:
        one, many = (
            "{n} prosjektdeltakelse mangler start og er ikke med",
            "{n} prosjektdeltakelser mangler start og er ikke med",
        )
        said = f"{said} {w.n(one, many, len(lost))}."
    return Basis(said, [("participation", code) for code in lost])


def _year(view: View, shown: Frame, one: measure.Grown, top: int, before: int | None) -> list[Component]:
    w, so_far = view.words, shown.unfinished(one.year)
    label = tick(w, shown, one.year)
    fill = html.Span(className="bar-fill" + (" so-far" if so_far else ""), **along(one.n, top))
    if one.silent:
        return [html.Div([html.B(label), " ", html.Span(w("mangler"), className="missing")], className="growth-head")]
    line = by_then(w, shown, w.number(before)) if before and one.year == shown.year - 1 else ""
    mark = html.Span(className="then", style=at(before or 0, top)) if line else None
    said = f"{label}: {w.n('{n} tiltak', '{n} tiltak', one.n)}"
    head = html.Div(
        [
            html.B(label),
            telling(to_records(view, said, "tiltak", ar=one.year) if one.n else None, [fill, mark], "bar-track"),
            html.Span([w.n("1 tiltak", "{n} tiltak", one.n), html.Small(line) if line else None], className="num"),
        ],
        className="growth-head",
    )
    parts: list[Any] = [
        head,
        html.P(text.learners(w, one.people, one.lacking)) if measure.counts_people(view.scope) else None,
    ]
    if one.areas is None and one.actors is None:
        parts.append(html.P(w("første år med registrering: Vi kan ikke vite hvem som er nye"), className="note"))
        return parts
    parts.append(html.P(_areas(view, one)))
    if one.actors is not None:
        parts.append(_actors(view, one.actors))
    return parts


def _areas(view: View, one: measure.Grown) -> str:
    w = view.words
    if one.areas is None:
        return w("nye rådsområder kan ikke regnes ut for det første året")
    if not one.areas:
        return w("ingen nye rådsområder")
    names = w.join([view.name("area", code) for code in one.areas])
    return w.n("nytt rådsområde: {names}", "nye rådsområder: {names}", len(one.areas), names=names)


def _actors(view: View, actors: tuple[str, ...]) -> Component:
    w = view.words
    if not actors:
        return html.P(w("ingen nye aktører"))
    names = [view.name("actor", code) for code in actors]
    items = [html.Li(name) for name in names[:NAMED]]
    if len(names) > NAMED:
        items.append(html.Li(w("og {n} til", n=w.number(len(names) - NAMED))))
    summary = html.Summary(w.n("én ny aktør", "{count} nye aktører", len(actors)))
    return html.Details([summary, html.Ul(items)], className="new-actors")
