"""The timeline: the strip of five years with its window, and the lanes inside it."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.due_words import look
from akint_dash.components.numbers import Numbers
from akint_dash.components.parts import drawing
from akint_dash.components.spoken import language_of, worded
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.selection import Selection
from akint_dash.figures import timeline as figure
from akint_dash.figures.marks import Mark
from akint_dash.measures import call_window as measure
from akint_dash.measures.call_sheet import decision_day
from akint_dash.measures.calls import Call, Due
from akint_dash.measures.dues import URGENT_DAYS
from akint_dash.pages.calls import numbers
from akint_dash.pages.calls.asked import Asked, to
from akint_dash.text import calls as text
from akint_dash.text.words import capital

NAME_ROOM: Final = 270
"""px of a lane's name: two lines."""


def lanes(view: View, asked: Asked, over: Component) -> Component:
    """The figure card with the lanes of the window; ``over`` them the strip that moves it."""
    w, shown = view.words, asked.window
    code = asked.call.code if asked.call and asked.chosen else ""
    found = measure.timeline(asked.inside, shown, view.day, code)
    periods = shown.periods
    ticks = [
        figure.Tick(shown.place(p.first), shown.place(p.end), text.tick(w, shown, p), above)
        for p, above in zip(periods, text.above(w, shown), strict=True)
    ]
    rows = [_total(view, asked, found), *_rows(view, asked, found)]
    today = shown.place(view.day) if shown.first <= view.day < shown.end else None
    fits = {lane.programme or "": lane.fits for lane in found.lanes if lane.fits}
    names = {lane.programme or "": figure.shortened(_name(view, lane, inner=True), 300) for lane in found.lanes}
    closed = sum(call.state == "closed" for call in asked.inside)
    title = text.lanes_title(w, fits, names, found.total.n, shown, closed)
    title = text.of_period(w, title, chosen=view.selection.periode is not None)
    title = text.unreachable(w, title, sum(map(asked.lost, asked.inside)), found.total.fits)
    label = w("Tidslinje {window}. Listen under har de samme utlysningene.", window=text.window_words(w, shown))
    drawn = figure.timeline(rows, ticks, text.unit(w, shown.unit), today, w.today_mark(), label, asked.days)
    skip = html.A(w("Hopp over tidslinjen"), href="#liste", className="skip tl-skip", **{"data-plain": ""})
    return card(
        view,
        "tidslinje",
        title=title,
        say=_say(view, asked),
        figure=[over, skip, drawing(drawn, key="tidslinje", name="tl-box"), _key(view)]
        if found.lanes
        else [over, _nothing(view, asked)],
        data=measure.lane_table(found, {p.key: text.period_words(w, shown, p) for p in periods}),
        numbers=Numbers(
            () if asked.inside or not asked.outside else [numbers.outside(view, asked)],
            cells=numbers.lanes(view, asked, found),
        ),
        plot=Plot(Form.BARS, "programme", ("fits",) if fits else ("n",)),
        caption=w("Frister per program {window}", window=text.window_words(w, shown)),
        refs=("S11",),
        level=2,
        none=asked.none(view),
    )


def _say(view: View, asked: Asked) -> str:
    w = view.words
    if asked.window.near:
        return w("Hver utlysning fra åpning til frist. Mange frister samme dag er ett merke som åpner listen.")
    return w(
        "Figuren viser bare utlysninger som er aktuelle for oss. Tallene og tabellen gjelder alle. "
        "Velg et tall for å se listen."
    )


def _nothing(view: View, asked: Asked) -> Component:
    w = view.words
    ahead = [c for c in asked.some if c.ahead]
    ways: list[Any] = []
    if ahead and ahead[0].next:
        day = ahead[0].next.day
        ways.append(
            html.A(
                w("Gå til neste frist, {day}", day=w.date(day)),
                href=to(view, fra=day.isoformat(), til=None, frist=None),
            )
        )
    if not asked.some:
        empty: dict[str, Any] = dict.fromkeys(view.query)
        ways.append(
            html.A(w("Vis alle utlysninger"), href=view.link(selection=Selection(per=view.selection.per), own=empty))
        )
    return html.P([w("Ingen frister i tidsrommet som vises."), " ", *ways], className="calls-none")


def _total(view: View, asked: Asked, found: measure.Timeline) -> figure.Row:
    w = view.words
    return figure.Row(
        name=w("Alle programmer"),
        under=text.count_words(w, found.total.n, found.total.fits, len(_lost(asked, found.total, total=True))),
        counts=_counts(view, asked, found.total, "") if found.window.zoom != "uke" else (),
        many=_many(view, asked, found.total),
    )


def _rows(view: View, asked: Asked, found: measure.Timeline) -> list[figure.Row]:
    w, rows = view.words, []
    group: str | None = ""
    for lane in found.lanes:
        family = [other for other in found.lanes if other.group == lane.group]
        inner = lane.group is not None and (len(family) > 1 or lane.programme != lane.group)
        if inner and lane.group != group:
            counts = sum(other.n for other in family), sum(other.fits for other in family)
            rows.append(
                figure.Row(
                    name=view.name("programme", lane.group),
                    under=text.count_words(w, *counts),
                    href=to_programme(view, lane.group),
                    heading=True,
                )
            )
        group = lane.group
        rows.append(_lane(view, asked, lane, inner))
    return rows


def _lane(view: View, asked: Asked, lane: measure.Lane, inner: bool) -> figure.Row:
    w, shown = view.words, asked.window
    whole = _name(view, lane, inner=False)
    name = figure.shortened(_name(view, lane, inner=inner), NAME_ROOM)
    rest = None
    if lane.more:
        words = w.n("og 1 aktuell til", "og {n} aktuelle til", lane.more)
        if shown.near:
            words = w.n("og 1 til", "og {n} til", lane.more)
        rest = words, to_programme(view, lane.programme, "liste", passer=None if shown.near else "ja")
    return figure.Row(
        name=name,
        whole=whole,
        under=text.count_words(w, lane.n, lane.fits, 0 if lane.bars else len(_lost(asked, lane))),
        href=to_programme(view, lane.programme) if lane.programme else "",
        inner=inner,
        counts=_counts(view, asked, lane, whole) if lane.counted else (),
        bars=[_bar(view, asked, call, due) for call, due in lane.bars],
        many=_many(view, asked, lane, whole),
        rest=rest,
    )


def _name(view: View, lane: measure.Lane, *, inner: bool) -> str:
    """A lane's name; under its group's heading without the group's."""
    if lane.programme is None:
        return view.words("Program ikke kjent")
    name = view.name("programme", lane.programme)
    return _without(name, view.name("programme", lane.group)) if inner else name


def _without(name: str, group: str) -> str:
    """A part's name without the name of what it is part of."""
    rest = name.removeprefix(group).lstrip(" :–-")
    return capital(rest) if rest and rest != name else name


def to_programme(view: View, code: str | None, anchor: str = "", **own: Any) -> str:
    """This page narrowed to one programme."""
    chosen = (code,) if code else view.selection.program
    return view.link(program=chosen, own={"blad": None, **own}, anchor=anchor)


def _counts(view: View, asked: Asked, lane: measure.Lane, name: str) -> list[figure.Count]:
    w, shown = view.words, asked.window
    name = name or w("alle programmer")
    return [
        figure.Count(
            shown.place(period.first),
            shown.place(period.end),
            n,
            _list_mark(
                view,
                text.cell_label(w, n, text.period_words(w, shown, period), name),
                to_programme(view, lane.programme, "liste", frist=period.key, passer="alle", **_kept(shown)),
            ),
        )
        for period, n in zip(shown.periods, lane.counts, strict=True)
    ]


def _list_mark(view: View, said: str, href: str) -> Mark:
    """What a number says, and the list under the figure narrowed to it."""
    return Mark(said, view.words("Se listen"), href)


def _kept(shown: measure.Window) -> dict[str, Any]:
    """The window stays where it is when a list inside it is opened."""
    return measure.placed(shown, shown.first)


def _lost(asked: Asked, lane: measure.Lane, day: date | None = None, *, total: bool = False) -> list[Call]:
    """The calls of a lane (``total``: of all) that fit and cannot be met, of those due on ``day``."""
    return [
        call
        for call in asked.inside
        if asked.lost(call)
        and (total or call.programme == lane.programme)
        and (day is None or any(due.day == day for due in call.dues))
    ]


def _many(view: View, asked: Asked, lane: measure.Lane, name: str = "") -> list[figure.Many]:
    """Days with many deadlines, of the programme called ``name``."""
    w, shown = view.words, asked.window
    told = {
        one.day: text.many(w, one.n, one.fits, one.day, view.day, len(_lost(asked, lane, one.day, total=not name)))
        for one in lane.days
    }
    whose = capital(name or view.words("alle programmer"))
    return [
        figure.Many(
            (shown.place(group.day) + shown.place(date.fromordinal(group.day.toordinal() + 1))) / 2
            if shown.zoom == "uke"
            else shown.place(group.day),
            told[group.day],
            _list_mark(
                view,
                f"{whose}: {told[group.day]}",
                to_programme(view, lane.programme, "liste", frist=group.day.isoformat(), passer="alle", **_kept(shown)),
            ),
        )
        for group in lane.days
    ]


def _bar(view: View, asked: Asked, call: Call, due: Due) -> figure.Bar:
    w, shown = view.words, asked.window
    last = call.dues[-1]
    beside = text.beside(w, call, due, view.day)
    decision = decision_day(view.portfolio, call, view.day) if call.fits else None
    if decision and decision >= view.day:
        beside = text.with_decision(w, beside, decision)
    if asked.lost(call):
        beside = f"{beside} · {w.choice('due_state', 'lost').lower()}"
    chosen = asked.call is not None and asked.call.code == call.code
    looks = [call.state, "fit" if call.fits else "", look(asked.states.of(call)) if call.fits else ""]
    looks.append("chosen" if chosen else "")
    earlier = call.dues[:-1]
    return figure.Bar(
        start=None if call.opening is None else shown.place(call.opening),
        end=shown.place(last.day),
        title=worded(view, "call", call.code),
        words=beside,
        look=" ".join(filter(None, looks)),
        mark=Mark(
            f"{worded(view, 'call', call.code)} · {beside}: {text.state(w, call.state)}",  # as drawn, then the state
            w("Se utlysningen"),
            to(view, "ark", utlysning=call.code),
        ),
        lang=title_language(view, call),
        stages=[shown.place(d.day) for d in earlier if d.stage],
        cut_offs=[shown.place(d.day) for d in earlier if not d.stage],
        steps=[(shown.place(decision), look(asked.states.of(call, decision)))] if decision else [],
    )


def title_language(view: View, call: Call) -> str:
    """The language of a call's title where it is not the page's."""
    return language_of(view, "call", call.code)


def _key(view: View) -> Component:
    w = view.words
    marks = (
        ("bar", "call open fit", w("Åpen, aktuell for oss")),
        ("bar", f"call fit {look('urgent')}", w("Frist som gjelder oss, innen {n} dager", n=URGENT_DAYS)),
        ("bar", f"call fit {look('lost')}", w("Aktuell, men fristen kan ikke nås")),
        ("step", "call", w("Siste dag for vedtak om å søke")),
        ("step", f"call {look('urgent')}", w("Siste dag for vedtak, innen {n} dager", n=URGENT_DAYS)),
        ("step", f"call {look('lost')}", w("Siste dag for vedtak, passert")),
        ("bar", "call forthcoming fit", w("Kommer")),
        ("bar", "call open", w("Ikke aktuell etter reglene")),
        ("bar", "call closed", w("Stengt")),
        ("stage", "call", w("Tidligere trinn")),
        ("cut_off", "call", w("Søknadsrunde")),
    )
    items = [html.Span([drawing(figure.key(mark, looks)), words]) for mark, looks, words in marks]
    return html.Div(items, className="tl-key")
