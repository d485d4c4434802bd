"""Targets against what was reached (S1, S23)."""

from __future__ import annotations

from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.empty import empty
from akint_dash.components.promised import target_numbers
from akint_dash.components.promises import bullets, in_millions
from akint_dash.components.view import View
from akint_dash.measures.frame import Frame
from akint_dash.measures.targets import Reached, target_table, to_come
from akint_dash.text import goals as text
from akint_dash.text.frame import stop


def aims(view: View, found: list[Reached], shown: Frame) -> Component:
    """Target against actual (S1, S23)."""
    w = view.words
    first = shown.first if shown.chosen else shown.year - 1
    ahead = [one for one in to_come(view.scope) if shown.chosen and shown.first <= one.year <= shown.last]
    rows = [*(one for one in found if one.year >= first), *ahead]
    none = text.no_targets(w, first, shown.last if shown.chosen else shown.year)
    return card(
        view,
        "maltall",
        title=text.targets_title(w, shown, found, ahead=any(one.year == shown.year for one in ahead)),
        say=text.targets_say(w, shown, found),
        figure=bullets(view, shown, rows) if rows else empty(view, stop(none)),
        unit=w("Del av måltallet som er oppnådd"),
        data=in_millions(view, target_table([*found, *ahead])),
        numbers=target_numbers(view, [one for one in found if one.year == shown.year], [*found, *ahead]),
        caption=w("Måltall og hva som er nådd"),
        refs=("S1", "S23"),
        size="c5",
        none=None if rows else (none, w("Fjern et filter for å se flere.")),
        level=2,
    )
