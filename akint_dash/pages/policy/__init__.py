"""Policy follow-up: what is coming, where we were heard, and what our memberships are worth (S9, S15-S17)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.base_line import over_headline, reserved
from akint_dash.components.instrument_tabs import instrument_tabs
from akint_dash.components.lead import lead
from akint_dash.components.more import more_cards
from akint_dash.components.numbers import Numbers
from akint_dash.components.page import Page
from akint_dash.components.view import View
from akint_dash.domain.selection import WHERE
from akint_dash.measures import memberships as worth
from akint_dash.measures import policy as measure
from akint_dash.measures.leaving import leavings
from akint_dash.pages.policy import dossiers, engaged, members, numbers, promoted
from akint_dash.pages.policy.answers import given_by
from akint_dash.pages.policy.leaving import leaving
from akint_dash.text import policy as text
from akint_dash.text.bases import LEAD


def body(view: View) -> Sequence[Any]:
    """The whole page."""
    followed, inputs = measure.dossiers(view.scope), measure.promoted(view.scope)
    gave = given_by(view)
    members_of, of_today = worth.memberships(view.scope), leavings(view.scope)
    return [
        _lead(view, followed, inputs, members_of),
        html.Div([dossiers.lanes(view, followed)], className="section grid"),
        html.Div([promoted.heard(view, inputs), promoted.grounds(view, inputs)], className="section grid"),
        html.Div([members.sheet(view, members_of, of_today, gave)], className="section grid"),
        more_cards(
            view,
            [
                [promoted.loose(view, inputs), promoted.through(view, inputs)],
                [leaving(view, of_today)],
                [engaged.engaged(view, members_of, gave)],
            ],
        ),
    ]


def _lead(
    view: View, followed: list[measure.Followed], inputs: list[measure.Input], members_of: list[worth.Worth]
) -> Component:
    w, day, cost = view.words, view.day, worth.cost(view.scope, members_of)
    alive = [d for d in followed if not d.closed]
    coming = [d.next(day) for d in alive]
    days = [(day.fromisoformat(next_one[0]) - day).days for next_one in coming if next_one]
    _, decided, _ = measure.heard(inputs)
    say: list[Any] = []
    if inputs:
        say += [html.B(text.heard_title(w, *measure.taken(inputs), decided, len(inputs))), ". "]
    if lacking := sum(i.outcome is None for i in inputs):
        say += [w.n("Ett mangler utfall", "{Count} mangler utfall", lacking), ". "]
    view.shown[LEAD] = [()] if say else []
    if cost.count:
        say.append(html.B(text.cost_say(w, cost, over=cost.year < day.year)))
        view.shown[LEAD] = [*view.shown[LEAD], (*WHERE, "maned")]
    over = over_headline(view, w("Virkemiddel i strategien: politikkoppfølging, {day}", day=w.long_date(day)))
    title = (
        dossiers.of_period(view, followed)
        if view.selection.periode
        else text.finding(w, len(alive), min(days, default=None))
    )
    ways = [*numbers.outcomes(view, inputs, "innspill"), numbers.unknown_outcome(view, inputs)]
    answered = Numbers(
        [numbers.followed(view, followed if view.selection.periode else alive)],
        [*ways, *numbers.cost_of_year(view, members_of)],
    )
    tabs, idle = [instrument_tabs(view, "POL")], reserved(view, LEAD)
    return lead(over, title, say, under=tabs, idle=idle, numbers=(w, answered))


PAGE = Page(
    "/virkemidler/politikkoppfolging", "Politikkoppfølging", body, own=("sorter",), said=members.said, tall=True
)
