"""What falls away as granted projects end (S3, S7)."""

from __future__ import annotations

from dash.development.base_component import Component

from akint_dash.components.bars import Bar, bars
from akint_dash.components.card import Basis, card
from akint_dash.components.empty import empty, empty_line
from akint_dash.components.numbers import answering
from akint_dash.components.view import View
from akint_dash.components.ways import to_table
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.measures import ending as measure
from akint_dash.measures.frame import Frame
from akint_dash.pages.funding import ways
from akint_dash.text import ending as text
from akint_dash.text.missing import least


def ending(view: View, shown: Frame) -> Component:
    """One bar a year of granted money, with the full-time equivalents it pays."""
    w, found = view.words, measure.endings(view.scope)
    rows = [_year(view, found, one) for one in found.years]
    lacking = dict.fromkeys([*found.without_amount, *found.without_fte, *found.without_period])
    return card(
        view,
        "faller-bort",
        title=text.title(w, shown, found),
        say=text.say(w, shown, found),
        figure=bars(rows) if found.projects else empty(view, text.none(w, found)),
        unit=w("Innvilget støtte utenfra, fordelt på prosjektenes måneder") if found.projects else "",
        data=measure.ending_table(found),
        numbers=ways.ending(view, found),
        plot=Plot(Form.COLUMNS, "year", ("ore",)),
        caption=w("Innvilget støtte og årsverk etter år"),
        refs=("S3", "S7"),
        size="c5",
        basis=Basis(text.basis(w, found), [("project", code) for code in lacking])
        if found.projects or lacking
        else None,
        level=2,
    )


def foreseen(view: View, shown: Frame) -> Component | None:
    """What is granted already for the year shown, where the data do not reach it; None where nothing is."""
    if shown.reached:
        return None
    said, money = text.foreseen(view.words, measure.endings(view.scope), shown.year)
    return empty_line(answering(view.words, said, [to_table(view, money, "faller-bort")])) if said else None


def _year(view: View, found: measure.Endings, one: measure.Ending) -> Bar:
    w = view.words
    told = w("mangler") if one.ore is None else least(w, one.ore, one.without_amount or found.without_period)
    note = text.note(w, one)
    mark = to_table(view, f"{one.year}: {', '.join(filter(None, [told, note]))}", "faller-bort")
    return Bar(str(one.year), None if one.ore is None else float(one.ore), told, name="pro", note=note, mark=mark)
