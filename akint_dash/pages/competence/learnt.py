"""Who has learnt: audiences by level, the county's own leadership, council areas by audience (S18)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import Basis, card
from akint_dash.components.empty import empty
from akint_dash.components.marks import along, telling
from akint_dash.components.numbers import Cells, Numbers, led
from akint_dash.components.parts import drawing, unseen
from akint_dash.components.remarks import explained
from akint_dash.components.total import total_line
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.figures.marks import Mark
from akint_dash.figures.weight import dot
from akint_dash.measures import competence as measure
from akint_dash.measures.facts import unheard
from akint_dash.measures.frame import frame
from akint_dash.measures.remarks import Remark, remarks
from akint_dash.pages.competence import numbers
from akint_dash.pages.competence.answers import audience_mark, level_mark, met_mark
from akint_dash.text import competence as text
from akint_dash.text.frame import so_far, years_of
from akint_dash.text.frame import unheard as unheard_said
from akint_dash.text.missing import at_least
from akint_dash.text.words import UNDER_TEN, Words

SHORT: Final = {
    "county_cabinet": "Fylkesråd",
    "politicians": "Folkev.",
    "administration": "Adm.",
    "municipalities": "Komm.",
    "business": "Næring",
    "academia": "Forskn.",
    "civil_society": "Sivil",
}
"""Short heads of the audiences, for phones."""
MOST_PIPS: Final = 30


def audiences(view: View, found: list[measure.Lesson]) -> Component:
    """Participants by audience, a bar a level."""
    w, data = view.words, measure.by_audience(view.scope, found)
    rows = list(data.dicts())
    counts = [sum(one.level == level for one in found) for level in measure.LEVELS]
    return card(
        view,
        "maalgrupper",
        title=text.audience_title(
            w,
            people={row["audience"][1]: row["people"] or 0 for row in rows},
            activities={row["audience"][1]: row["n"] for row in rows},
            lacking=_lacking(view, found),
            years=years_of(w, frame(view.scope, "activity")),
        ),
        say=text.level_say(w, counts[0], counts[1]),
        figure=_by_level(view, rows) if found else none(view),
        unit=w("Deltakelser på hvert nivå, og på hvor mange tiltak") if found else "",
        data=data,
        numbers=numbers.audiences(view, found),
        plot=Plot(Form.BARS, "audience", ("strategic", "operative", "unlevelled"), stacked=True),
        caption=w("Deltakelser etter målgruppe og nivå"),
        remark=explained(view, attendance_remarks(view, found)),
        refs=("S18",),
        size="c7",
        basis=_audience_basis(view, found),
        level=2,
    )


def _audience_basis(view: View, found: list[measure.Lesson]) -> Basis:
    """As :func:`attendance_basis`, and how many stand in no row of the table, for no audience of them is recorded."""
    basis, without = attendance_basis(view, found), sum(not one.attended for one in found)
    one, many = "ett mangler målgruppe og vises ikke i tabellen", "{count} mangler målgruppe og vises ikke i tabellen"
    return replace(basis, words=f"{basis.words}; {view.words.n(one, many, without)}") if without else basis


def attendance_basis(view: View, found: list[measure.Lesson]) -> Basis:
    """How many activities have any number of people in the sums, and those that lack one or all of theirs."""
    w, lacking = view.words, [("activity", one.code) for one in found if one.lacks]
    if not found:
        return Basis("")
    told = sum(one.told for one in found)
    words = w("Bygger på {part} tiltak", part=w.part(told, len(found)))
    if told == len(found):
        words = w.n("Bygger på ett tiltak", "Bygger på {every} tiltakene", told, every=w.every_one(told))
    if lacking:
        words += "; " + text.lacking_words(w, len(lacking))
    return Basis(unheard_said(w, words, unheard(view.scope)), lacking)


def _lacking(view: View, found: list[measure.Lesson]) -> int:
    """What the sums do not know: activities without a number, and years of which the areas registered nothing."""
    return measure.lacking(found) + (len(unheard(view.scope)) if found else 0)


def attendance_remarks(view: View, found: list[measure.Lesson]) -> list[Remark]:
    """The county's explanations of numbers that stand here: of areas and years with participants in the selection.

    A programme, a status, a period or this very instrument leave no participant of such a year out.
    """
    first, last = view.scope.period
    chosen = () if "KOM" in view.selection.virkemiddel else view.selection.virkemiddel
    whole = view.scope.narrowed(program=(), status=(), periode=None, virkemiddel=chosen)
    shown = {(one.area, one.year) for one in found if measure.people([one])}
    some = remarks(whole, "participants", years=range(first, last + 1))
    if not view.scope.narrows_activities:
        return some
    return [one for one in some if any(area == one.area and one.year in (None, year) for area, year in shown)]


def none(view: View, found: Sequence[measure.Lesson] = ()) -> Component:
    """Nothing in the selection, or (``found``) no numbers of people."""
    w = view.words
    if found:
        return empty(view, w("Antall deltakelser mangler for alle tiltak med disse filtrene."))
    n = len(measure.lessons(view.scope.widened()))
    return empty(view, w("Ingen kompetanseheving med disse filtrene."), w.n("1 tiltak", "{n} tiltak", n) if n else "")


def _by_level(view: View, rows: list[dict[str, Any]]) -> Component:
    """Two bars an audience from one line, its part of all beside its name, and what they add up to."""
    w = view.words
    top = max((row[level] or 0 for row in rows for level in measure.LEVELS), default=0)
    total = sum(row["people"] or 0 for row in rows)
    lacking = sum(row["lacking"] for row in rows) + len(unheard(view.scope))
    key = [
        html.Span([html.Span(className=f"key-mark {level}"), w.choice("activity_level", level)])
        for level in measure.LEVELS
    ]
    items = [html.Li(_levels(view, row, top, total), className="wings") for row in rows]
    told = total_line(w("I alt"), at_least(w, w.number(total), lacking)) if total else None
    return html.Div([html.P(key, className="key above"), html.Ol(items), told], className="kom")


def _levels(view: View, row: dict[str, Any], top: int, total: int) -> list[Component]:
    w, audience = view.words, row["audience"][1]
    sides = []
    for level in measure.LEVELS:
        value = html.B(count(view, row[level]), className="num" + (" zero" if row[level] == 0 else ""))
        n = row[f"{level}_n"]
        note = html.Small(w.n("1 tiltak", "{n} tiltak", n) if n else "")
        mark = level_mark(view, row, level) if row[level] else None
        bar = telling(mark, html.Span(**along(row[level], top)) if row[level] else None, "wing-bar")
        sides.append(html.Span([bar, html.Span([value, note], className="wing-value")], className=f"wing {level}"))
    own = " own" if audience in measure.LEADERS else ""
    notes = [_of_all(w, row["people"], total)] if row["people"] else []
    if row["unlevelled"]:
        notes.append(w.n("{n}, nivå ikke registrert", "{n}, nivå ikke registrert", row["unlevelled"]))
    if row["lacking"]:
        notes.append(
            w.n("{n} tiltak mangler antall deltakelser", "{n} tiltak mangler antall deltakelser", row["lacking"])
        )
    name = html.Span(
        [w.choice("audience", audience), " ", html.Small("; ".join(notes)) if notes else None],
        className="wing-name" + own,
    )
    return [name, html.Span(sides, className="levels")]


def _of_all(w: Words, people: int, total: int) -> str:
    """How many they are on both levels, and their share: "690 (46 %)"; "3 av 7" says both."""
    part = w.part_or_percent(people, total)
    return part if part == w.part(people, total) else f"{w.number(people)} ({part})"


def count(view: View, value: int | None) -> str:
    """A number of people; what is not known is said."""
    return view.words("mangler") if value is None else view.words.number(value)


def leaders(view: View, found: list[measure.Lesson]) -> Component:
    """At which areas' activities the executive board and elected politicians have taken part, and when last."""
    w, data, shown = view.words, measure.leadership(view.scope, found), frame(view.scope, "activity")
    rows = list(data.dicts())
    cabinet, politicians = (sum(bool(row[name]) for row in rows) for name in measure.LEADERS)
    heads = [html.Th(words, scope="col") for words in (w("Rådsområde"), w("Fylkesrådet"), w("Folkevalgte"))]
    body = [html.Tr(_led(view, row)) for row in rows]
    if (areas := sum(row["politicians"] is not None for row in rows)) > 1:
        told = zip((cabinet, politicians), (w("Fylkesrådet"), w("Folkevalgte")), strict=True)
        parts = [html.Td(w.part(n, areas), className="num", **{"data-h": words}) for n, words in told]
        body.append(html.Tr([html.Th(w("Rådsområder"), scope="row"), *parts], className="sum"))
    caption = w("Politisk deltakelse etter rådsområde")
    reached = [measure.reached(found, name) for name in measure.LEADERS]
    figure = html.Table(
        [html.Caption(caption, className="unseen"), html.Thead(html.Tr(heads)), html.Tbody(body)],
        className="plain stack led",
    )
    years = so_far(w, shown) if view.selection.periode or view.selection.maned else ""
    title = text.leader_title(w, cabinet, politicians, areas, unheard(view.scope), years, over=shown.over)
    say = text.leader_say(w, reached[0], reached[1], len(found), years_of(w, shown))
    return card(
        view,
        "ledelsen",
        title=title,
        say=say,
        figure=figure if found else none(view),
        unit=w("Rådsområdets tiltak som fylkesrådet og folkevalgte har deltatt på, og når sist") if found else "",
        data=_dashed(view, data),
        numbers=numbers.leaders(view, found),
        plot=Plot(Form.BARS, "area", measure.LEADERS),
        none=(title, say) if found and areas else None,
        caption=caption,
        refs=("S18",),
        size="c5",
        level=2,
    )


def _dashed(view: View, data: Table) -> Table:
    """The table with a dash where a count is known and there is no last time: it is not missing, it has not been."""
    heads = [Heading(h.name, Cell.TEXT, h.words) if h.cell is Cell.DATE else h for h in data.headings]
    dates = {index for index, h in enumerate(data.headings) if h.cell is Cell.DATE}
    rows = [
        [_last(view, row[i - 1], value) if i in dates else value for i, value in enumerate(row)] for row in data.rows
    ]
    return table(heads, rows)


def _last(view: View, n: int | None, day: str | None) -> str | None:
    return view.words.date(day) if day else None if n is None else "–"


def _led(view: View, row: dict[str, Any]) -> list[Component]:
    w, area = view.words, row["area"][1]
    name = html.A(view.name("area", area), href=view.link(f"/omrader/{area.lower()}"))
    cells = [html.Th(name, scope="row")]
    for key, last, words in (
        ("county_cabinet", "cabinet_last", w("Fylkesrådet")),
        ("politicians", "politicians_last", w("Folkevalgte")),
    ):
        if row[key] is None:
            cells.append(html.Td(html.Span(w("mangler"), className="missing"), **{"data-h": words}))
            continue
        when = html.Small([unseen(f", {w('sist')} "), w.date(row[last])]) if row[last] else None
        look = "num" if row[key] else "num zero"
        pips = _pips(met_mark(view, area, words, row[key]), row[key])
        cells.append(html.Td([html.B(w.number(row[key]), className=look), pips, when], **{"data-h": words}))
    return cells


def _pips(mark: Mark, n: int) -> Component | None:
    """A dot an activity; of more than are told apart at a glance none, for fewer than there are would be a lie."""
    dots = [html.Span() for _ in range(n)]
    return telling(mark, dots, "pips") if 0 < n <= MOST_PIPS else None


def areas(view: View, found: list[measure.Lesson]) -> Component:
    """Participants by responsible area and audience, as a matrix (S18)."""
    w, data = view.words, measure.by_area(view.scope, found)
    rows = list(data.dicts())
    people = {row["area"][1]: row["people"] or 0 for row in rows}
    names = {code: view.name("area", code) for code in people}
    ways = numbers.areas(view, found)
    silent = [] if view.scope.narrows_activities else [names[row["area"][1]] for row in rows if not row["n"]]
    return card(
        view,
        "omraader",
        title=text.area_title(
            w,
            people,
            {row["area"][1]: row["n"] or 0 for row in rows},
            names,
            len(silent),
            _lacking(view, found),
            years_of(w, frame(view.scope, "activity")),
        ),
        say=text.area_say(w, silent) if found else "",
        figure=_matrix(view, rows, ways) if found else none(view),
        unit=w("Antall deltakelser; jo større prikk, jo flere") if found else "",
        data=data,
        numbers=Numbers(cells=ways),
        plot=Plot(Form.BARS, "area", measure.AUDIENCES, stacked=True),
        caption=w("Deltakelser etter rådsområde og målgruppe"),
        refs=("S18",),
        basis=attendance_basis(view, found),
        level=2,
    )


def _matrix(view: View, rows: list[dict[str, Any]], ways: Cells) -> Component:
    w = view.words
    top = max((row[name] or 0 for row in rows for name in measure.AUDIENCES), default=0) or 1
    heads = [html.Th(w("Rådsområde"), scope="col")]
    for name in measure.AUDIENCES:
        whole = w.choice("audience", name)
        short = html.Abbr(w(SHORT[name]), title=whole)
        heads.append(html.Th([html.Span(whole, className="long"), short], scope="col"))
    heads += [html.Th(words, scope="col", className="r") for words in (w("Deltakelser"), w("Tiltak"))]
    body, total = [], sum(row["people"] or 0 for row in rows)
    for at, row in enumerate(rows):
        area = row["area"][1]
        link = html.A(view.name("area", area), href=view.link(selection=view.selection.toggle("omrade", area)))
        cells = [_cell(view, area, name, row[name], top) for name in measure.AUDIENCES]
        share = html.Small(w.percent(row["people"] / total) if row["people"] and total >= UNDER_TEN else "")
        told = [(count(view, row[name]), ways(at, row, name) if row[name] else None) for name in ("people", "n")]
        sums = [html.Td(led(words, mark), className="r") for words, mark in told]
        body.append(html.Tr([html.Th([link, " ", share], scope="row"), *cells, *sums]))
    caption = html.Caption(w("Deltakelser etter rådsområde og målgruppe"), className="unseen")
    return html.Div(
        html.Table([caption, html.Thead(html.Tr(heads)), html.Tbody(body)], className="matrix learning kom"),
        className="scrolls",
    )


def _cell(view: View, area: str, audience: str, value: int | None, top: int) -> Component:
    if value is None:
        return html.Td(html.Span(count(view, value), className="missing"))
    words = html.Span(view.words.number(value))
    if not value:
        return html.Td(html.Span(words, className="dotted"), className="zero")
    mark = audience_mark(view, area, audience, value)
    return html.Td(telling(mark, [drawing(dot(float(value), float(top)), name="dot"), words], "dotted"))
