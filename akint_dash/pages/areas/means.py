"""Means set aside and used, who decided (S7, S10)."""

from __future__ import annotations

from dash.development.base_component import Component

from akint_dash.components.card import Basis, card
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.measures import means as measure
from akint_dash.measures.frame import frame
from akint_dash.measures.scope import Scope
from akint_dash.pages.areas import means_rows as rows
from akint_dash.pages.areas import ways
from akint_dash.text import areas as text
from akint_dash.text.frame import covered, silence


def means(view: View, scope: Scope, code: str) -> Component:
    """Planned as an outline, used as a bar in it, per instrument and year."""
    w, found = view.words, measure.means(scope, code)
    shown = frame(view.scope, "budget")
    year = shown.year
    now = measure.total(found, year)
    mine = [m for m in found if m.year == year and not m.statement]
    undecided = sum(not m.decided_by for m in mine)
    deciders = list(dict.fromkeys(rows.decider(view, m) for m in mine if m.decided_by))
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
    told = [m for m in found if not m.statement and m.year <= shown.data_day.year]
    due = len(told)
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
            undecided,
        ),
        figure=rows.drawn(view, shown, found) if found else [],
        data=measure.means_table(found),
        numbers=ways.means(
            view,
            found,
            year,
            now.lacking,
            now.lacking_planned,
            now.lacking_fte,
            now.lacking_planned_fte,
            undecided,
            len(mine),
        ),
        plot=Plot(Form.BARS, "year", ("planned_ore", "used_ore"), apart=("instrument",)),
        caption=w("Avsatte og brukte ressurser"),
        refs=("S7", "S10"),
        basis=Basis(
            text.recorded_means(w, min(known, due), due, sorted({m.year for m in told})),
            lacking,
        ),
        level=2,
    )
