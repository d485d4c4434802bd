"""What must be decided this month, with its owner (S10, S15, S17, S20)."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.due_words import due_item, to_deadlines
from akint_dash.components.spoken import said, worded
from akint_dash.components.total import part_line
from akint_dash.components.view import View
from akint_dash.measures import decisions as measure
from akint_dash.measures.dues import Due
from akint_dash.measures.touch import PLACED, untouchable_days
from akint_dash.pages.overview import answers
from akint_dash.text import decisions as text
from akint_dash.text.dues import by_theme, letter_words, too_late, without_day

SHOWN = 8
DECIDED = "vedtak,egenandel,partnerbrev,eu-sak,avtale,medlemskap"
"""The kinds of deadlines on their own page that this card is of."""


def decide(view: View, ahead: list[Due]) -> Component:
    """The decisions of the next month, the nearest first. ``ahead``: the deadlines of longer, with what can be met."""
    w, found = view.words, measure.decisions(view.scope)
    view.shown["avgjores"] = untouchable_days(view.scope, measure.decisions)
    lacking = measure.without_day(view.scope)
    if lacking:
        view.shown["avgjores"] = [*view.shown["avgjores"], PLACED]
    known = {(one.day, one.kind, one.record): one for one in ahead}
    dues = [known.get((one.day, one.step or one.kind, one.record)) for one in found]
    states = [due.state if due else "" for due in dues]
    passed = [due.late for due in dues if due and due.state == "lost"]
    items = [_item(view, one, state) for one, state in zip(found[:SHOWN], states, strict=False)]
    say = [
        text.say(w, len(lacking)),
        too_late(w, states.count("lost"), passed),
        letter_words(w) if any(one.step == "partner" for one in found) else "",
        by_theme(w, view.selection.tema),
    ]
    met = len(found) - states.count("lost")
    told = w.part(met, len(found))
    if lost := states.count("lost"):
        told = w("{told}; for sent for {n}", told=told, n=w.number(lost))
    part = part_line(view, "avgjores", w("Vi er i tide"), met, len(found), told)
    figure = [part, html.Ol(items, className="due")] if items else []
    if len(found) > SHOWN:
        figure.append(html.P(w.n("og 1 til", "og {n} til", len(found) - SHOWN), className="note"))
    return card(
        view,
        "avgjores",
        title=text.title(w, found, view.day, states),
        say=" ".join(filter(None, say)),
        figure=figure,
        even_so=without_day(w, len(lacking)),
        data=measure.decision_table(found, view.day),
        caption=w("Må avgjøres eller leveres de neste {days} dagene", days=measure.DAYS_AHEAD),
        refs=("S10", "S15"),
        size="c7",
        numbers=answers.deciding(view, states.count("lost")),
        more=[to_deadlines(view, til=measure.DAYS_AHEAD, hva=DECIDED)] if found else [],
    )


def _item(view: View, one: measure.Decision, state: str) -> Component:
    who: list[Any] = [said(view, view.portfolio.get(*one.owned), "owner")] if one.owned else []
    if one.area:
        who += [*([" · "] if who else []), view.name("area", one.area)]
    what = text.what(view.words, one, worded(view, *one.record))
    return due_item(view, one.day, state, what, one.instrument, who or [view.words("ansvarlig seksjon mangler")])
