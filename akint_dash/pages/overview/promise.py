"""What was promised against what is reached: the year's targets, and which goals the work is tied to (S1, S5, S23)."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.empty import empty
from akint_dash.components.promised import goal_numbers, goals_beside, target_numbers
from akint_dash.components.promises import bullets, in_millions, squares
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.measures.frame import Frame
from akint_dash.measures.goals import served
from akint_dash.measures.targets import target_table, targets, to_come
from akint_dash.store.involvement import INSTRUMENTS
from akint_dash.text import goals as text
from akint_dash.text.frame import stop


def promise(view: View, shown: Frame) -> Component | None:
    """The two cards; None where the county has set neither targets nor goals."""
    cards = [one for one in (_targets(view, shown), _goals(view, shown)) if one is not None]
    return html.Div(cards, className="section grid") if cards else None


def _targets(view: View, shown: Frame) -> Component | None:
    w = view.words
    if not view.portfolio.records("target"):
        return None
    ahead = [one for one in to_come(view.scope) if one.year == shown.year]
    found = [one for one in targets(view.scope) if one.year == shown.year] or ahead
    none = text.no_targets(w, shown.year, shown.year)
    return card(
        view,
        "maltall",
        title=text.targets_title(w, shown, found, ahead=bool(ahead)),
        say=text.targets_say(w, shown, found),
        figure=bullets(view, shown, found) if found else empty(view, stop(none)),
        unit=w("Del av måltallet som er oppnådd"),
        data=in_millions(view, target_table(found)),
        numbers=target_numbers(view, found),
        caption=w("Måltall og hva som er nådd"),
        refs=("S1", "S23"),
        size="c7",
        none=None if found else (none, w("Fjern et filter for å se flere.")),
        more=[html.A(w("Se alle måltall"), href=view.link("/maal"))],
        level=2,
    )


def _goals(view: View, shown: Frame) -> Component | None:
    w, data = view.words, served(view.scope)
    if not len(data):
        return None
    unserved = sum(row["total"] == 0 for row in data.dicts())
    narrowed = not view.selection.is_empty
    ahead = text.of_projects(w, shown, sum(bool(n) for n in data.column("PRO")), len(data))
    return card(
        view,
        "mal",
        title=text.finding(w, unserved, len(data), 0, narrowed=narrowed, ahead=ahead)
        if unserved or ahead
        else w("Alle mål er knyttet til tiltak"),
        say=text.ahead(w, shown) or goals_beside(view, data),
        figure=squares(view, data),
        data=data,
        numbers=goal_numbers(view, data, "mal"),
        plot=Plot(Form.BARS, "goal", INSTRUMENTS, stacked=True),
        caption=w("Tiltak etter mål og virkemiddel"),
        refs=("S5",),
        size="c5",
        more=[html.A(w("Se målene"), href=view.link("/maal"))],
        level=2,
    )
