"""Money won, waiting and under way, on the front page (S11)."""

from __future__ import annotations

from datetime import date

from dash import html
from dash.development.base_component import Component

from akint_dash.components.base_line import is_emptied, title_of_empty, titled
from akint_dash.components.card import card
from akint_dash.components.lacking import grants_basis, parts_said
from akint_dash.components.numbers import answering
from akint_dash.components.parts import drawing
from akint_dash.components.remarks import explained
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.figures import money as figures_money
from akint_dash.measures import pipeline as measure
from akint_dash.measures.facts import unheard
from akint_dash.measures.forecast import forecast
from akint_dash.measures.frame import frame
from akint_dash.measures.projects import DECIDED_BY
from akint_dash.measures.remarks import remarks
from akint_dash.pages.overview import answers
from akint_dash.pages.overview.growth import growth
from akint_dash.text import missing
from akint_dash.text import overview as text
from akint_dash.text.frame import so_far


def money(view: View, pipe: measure.Pipeline) -> Component:
    """Money won, step by step, and what may come (S11)."""
    w, first = view.words, view.scope.period[0]
    data, caption = measure.won_by_day(pipe), w("Støtte etter vedtaksdato")
    shown_years = frame(view.scope, *DECIDED_BY)
    years = so_far(w, shown_years) if view.selection.periode else ""
    title, found = (
        text.money_title(
            w,
            pipe,
            years,
            by_status=bool(view.selection.status),
            per=frame(view.scope).data_day,
            over=shown_years.last < view.day.year,
        ),
        forecast(view.scope, pipe),
    )
    some = bool(pipe.waiting_paid or pipe.underway_paid)
    view.shown["vunnet"] = [(), *([("periode",)] if some else [])]
    say = text.money_say(w, pipe, by_status=bool(view.selection.status))
    none = (title, say) if pipe.waiting and not unheard(view.scope) else None
    emptied = none is None and is_emptied(view, "vunnet", data)
    label = title_of_empty(view, "vunnet", caption, data) if emptied else titled(view, "vunnet", title)
    shown = growth(view, pipe, data, label, found)
    outlook = text.outlook_say(w, found, years)
    figure = [
        drawing(
            figures_money.growth(shown) + figures_money.growth(shown, narrow=True), key="vunnet-figur", name="growth"
        ),
        html.Dl(_parts(view, pipe), className="parts"),
    ]
    month = w.month(date(first, 1, 1), short=False)
    return card(
        view,
        "vunnet",
        title=title,
        say=" ".join(filter(None, [say, outlook, parts_said(view, (*pipe.won_paid, *pipe.waiting_paid))])),
        figure=figure,
        unit=w("Støtte utenfra, samlet siden {month} {year}, mill. kr", month=month, year=first),
        data=data,
        plot=Plot(Form.LINES, "date", ("total_ore",)),
        caption=caption,
        remark=explained(view, remarks(view.scope, "external_nok", years=range(first, view.scope.period[1] + 1))),
        refs=("S11",),
        size="c7",
        basis=grants_basis(view, pipe.won_paid, len(pipe.won)),
        numbers=answers.won(view, pipe, found),
        none=none,
    )


def _parts(view: View, pipe: measure.Pipeline) -> list[Component]:
    w = view.words
    won, waiting, underway = len(pipe.won), len(pipe.waiting), len(pipe.underway)
    granted = text.granted_many(w, pipe.won)
    waits, ideas = w.n("{n} søknad", "{n} søknader", waiting), w.n("{n} prosjekt", "{n} prosjekter", underway)
    return [
        _part(view, w("Innvilget"), pipe.won_paid, won, granted),
        _part(view, w("Venter på svar"), pipe.waiting_paid, waiting, waits),
        _part(view, w("Idé eller under utvikling"), pipe.underway_paid, underway, ideas),
    ]


def _part(view: View, words: str, some: tuple[measure.Standing, ...], own: int, count: str) -> Component:
    """A sum and how many it is of: ``own`` of them count here, of the others only a part of the money does."""
    w = view.words
    count = missing.with_part(w, count, len(some) - own)
    told = missing.total(w, some) or (w("beløp mangler") if some else w.money(0))
    money, many = answers.parts(view, words, some)
    inside = [*answering(w, [told], [money]), " ", html.Small(answering(w, count, [many]))]
    return html.Div([html.Dt(words), html.Dd(inside, className="num")])
