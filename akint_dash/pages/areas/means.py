"""Means set aside and used, who decided (S7, S10)."""

from __future__ import annotations

from functools import partial
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import Basis, card
from akint_dash.components.marks import along
from akint_dash.components.parts import CLASS, sign
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.measures import means as measure
from akint_dash.measures.frame import frame
from akint_dash.measures.scope import Scope
from akint_dash.text import areas as text
from akint_dash.text.frame import covered, silence, tick
from akint_dash.text.words import half_up


def means(view: View, scope: Scope, code: str) -> Component:
    """Planned as an outline, used as a bar in it, per instrument and year."""
    w, found = view.words, measure.means(scope, code)
    shown = frame(view.scope, "budget")
    year = shown.year
    now = measure.total(found, year)
    mine = [m for m in found if m.year == year and not m.statement]
    deciders = list(dict.fromkeys(_decider(view, m) for m in mine if m.decided_by))
    title = text.means_title(
        w,
        year,
        now.used_ore,
        now.planned_ore,
        (now.both_used_ore, now.both_planned_ore),
        so_far=covered(w, shown, year),
        lacking_planned=now.lacking_planned,
    )
    if not shown.reached and now.planned_ore is None:
        title = silence(w, shown).rstrip(".")
    lacking = [("budget", m.code) for m in found if m.code and m.year <= shown.data_day.year and m.used_ore is None]
    known = sum(m.used_ore is not None for m in found)
    due = sum(not m.statement and m.year <= shown.data_day.year for m in found)
    return card(
        view,
        "ressurser",
        title=title,
        say=text.means_say(
            w,
            year,
            deciders,
            now.lacking,
            len(mine),
            (now.used_fte, now.planned_fte),
            now.lacking_fte,
            now.lacking_planned_fte,
            now.lacking_planned,
        ),
        figure=[_table(view, found), _key(view)] if found else [],
        data=measure.means_table(found),
        plot=Plot(Form.BARS, "year", ("planned_ore", "used_ore"), apart=("instrument",)),
        caption=w("Avsatte og brukte ressurser"),
        refs=("S7", "S10"),
        basis=Basis(
            w(
                "Brukte kroner er registrert for {part} rammer. En ramme er det rådsområdet har satt av til ett "
                "virkemiddel i ett år, også når tallene ikke er registrert",
                part=w.told_part(min(known, due), due),
            ),
            lacking,
        ),
        level=2,
    )


def _key(view: View) -> Component:
    w = view.words
    kinds = (("planned", w("avsatt")), ("used", w("brukt")), ("none", w("mangler")))
    return html.P(
        [html.Span([html.Span(className=f"key-mark {k}"), words, " "]) for k, words in kinds], className="key"
    )


def _table(view: View, found: list[measure.Means]) -> Component:
    w = view.words
    tops = (
        max([v for m in found for v in (m.planned_ore, m.used_ore) if v], default=1),
        max([v for m in found for v in (m.planned_fte, m.used_fte) if v], default=1),
    )
    heads = (w("Virkemiddel"), w("Brukt av avsatt, kroner"), w("Brukt av avsatt, årsverk"), w("Vedtatt"))
    bodies = [
        html.Tbody(
            [
                html.Tr(html.Th(_year(view, year), colSpan=4, scope="rowgroup", className="year")),
                *[html.Tr(_row(view, m, heads, tops, _decimals(found))) for m in found if m.year == year],
            ]
        )
        for year in dict.fromkeys(m.year for m in found)
    ]
    head = html.Thead(html.Tr([html.Th(words, scope="col") for words in heads]))
    caption = html.Caption(w("Avsatte og brukte ressurser"), className="unseen")
    return html.Table([caption, head, *bodies], className="plain stack means")


def _year(view: View, year: int) -> str:
    w = view.words
    if year > view.day.year:
        return w("{year}, ikke begynt", year=year)
    return tick(w, frame(view.scope, "budget"), year)


def _decider(view: View, m: measure.Means) -> str:
    return view.words.name(view.portfolio.get("budget", m.code), "decided_by") if m.decided_by else ""


def _decimals(found: list[measure.Means]) -> int:
    """As many decimals in every full-time equivalent of the column: one, where one of them has it."""
    known = [v for m in found for v in (m.planned_fte, m.used_fte) if v is not None]
    return 0 if all(half_up(value, 1) == half_up(value, 0) for value in known) else 1


def _row(
    view: View, m: measure.Means, heads: tuple[str, ...], tops: tuple[float, float], decimals: int
) -> list[Component]:
    w = view.words
    name = html.Th([sign(m.instrument), " ", view.name("instrument", m.instrument)], scope="row")
    if m.statement:
        values = view.portfolio.get("area_statement", m.statement)
        words = w("– Ikke aktuelt: {reason}", reason=w.name(values, "reason"))
        return [name, html.Td(words, colSpan=3, className="not-relevant")]
    money = (m.planned_ore, m.used_ore, tops[0], w.money)
    fte = (m.planned_fte, m.used_fte, tops[1], partial(w.number, decimals=decimals))
    future = m.year > view.day.year
    decided = ", ".join(filter(None, [_decider(view, m), w.date(m.decided_on) if m.decided_on else ""]))
    return [
        name,
        html.Td(
            _bullet(view, *money, future=future, of="money"), className=CLASS[m.instrument], **{"data-h": heads[1]}
        ),
        html.Td(_bullet(view, *fte, future=future, of="fte"), className=CLASS[m.instrument], **{"data-h": heads[2]}),
        html.Td(decided or w("mangler"), className=None if decided else "missing", **{"data-h": heads[3]}),
    ]


def _worded(view: View, planned: float | None, used: float | None, say: Any, *, future: bool) -> str:
    w = view.words
    if planned is None and used is None:
        return w("mangler")
    if planned is None:
        return w("{used} brukt, avsatt mangler", used=say(used))
    if future:
        return w("{planned} avsatt", planned=say(planned))
    if used is None:
        return w("{planned} avsatt; forbruket er ikke registrert", planned=say(planned))
    return w("{used} av {planned}", used=say(used), planned=say(planned))


def _bullet(
    view: View, planned: float | None, used: float | None, top: float, say: Any, *, future: bool, of: str
) -> list[Component]:
    """An outline for what is set aside, a bar for what is used, and both in words; ``of`` is the column's scale."""
    marks: list[Component] = []
    if planned is not None:
        marks.append(html.Span(className="planned", **along(planned, top, of=of)))
    if used is not None:
        marks.append(html.Span(className="used", **along(used, top, of=of)))
    elif not future:
        marks.append(html.Span(className="bar-missing"))
    words = _worded(view, planned, used, say, future=future)
    return [html.Span(marks, className="bullet"), html.Span(words, className="bullet-words num")]
