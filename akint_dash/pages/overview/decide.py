"""What must be decided this month, with its owner (S10, S15, S17, S20)."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.parts import CLASS, sign
from akint_dash.components.spoken import said
from akint_dash.components.view import View
from akint_dash.measures import decisions as measure
from akint_dash.measures.deadlines import SOON_DAYS
from akint_dash.text import decisions as text

SHOWN = 8


def decide(view: View) -> Component:
    """The decisions of the next month, the nearest first."""
    w, found = view.words, measure.decisions(view.scope)
    items = [_item(view, one) for one in found[:SHOWN]]
    figure = [html.Ol(items, className="due")] if items else []
    if len(found) > SHOWN:
        figure.append(html.P(w.n("og én til", "og {n} til", len(found) - SHOWN), className="note"))
    return card(
        view,
        "avgjores",
        title=text.title(w, found, view.day),
        say=text.say(w, measure.without_day(view.scope)),
        figure=figure,
        data=measure.decision_table(found, view.day),
        caption=w("Må avgjøres de neste {days} dagene", days=measure.DAYS_AHEAD),
        refs=("S10", "S15"),
        size="c5",
    )


def _item(view: View, one: measure.Decision) -> Component:
    w, left = view.words, (one.day - view.day).days
    soon = " soon" if left <= SOON_DAYS else ""
    who: list[Any] = [said(view, view.portfolio.get(*one.owned), "owner"), " · "] if one.owned else []
    who += [view.name("area", one.area), " · "] if one.area else []
    who = who or [w("ingen ansvarlig"), " · "]
    when = html.Time(w.short_date(one.day), dateTime=one.day.isoformat())
    return html.Li(
        [
            html.P([w.number(left), " ", html.Small(w.n("dag", "dager", left))], className=f"days num{soon}"),
            html.P(text.what(w, one, view.name(*one.record)), className="what"),
            html.P(
                [sign(one.instrument), html.Span([*who, when])],
                className=f"who {CLASS[one.instrument]}",
            ),
        ]
    )
