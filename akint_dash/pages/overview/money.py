"""Money won, waiting and under way, on the front page (S11)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.lacking import grants_basis, parts_said
from akint_dash.components.numbers import answering
from akint_dash.components.parts import drawing
from akint_dash.components.remarks import explained
from akint_dash.components.spoken import worded
from akint_dash.components.view import View
from akint_dash.components.ways import to_list, to_record
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import Table
from akint_dash.figures import money as figures_money
from akint_dash.figures.marks import Mark
from akint_dash.measures import pipeline as measure
from akint_dash.measures.forecast import Forecast, forecast
from akint_dash.measures.frame import frame
from akint_dash.measures.projects import DECIDED_BY
from akint_dash.measures.remarks import remarks
from akint_dash.pages.overview import answers
from akint_dash.text import missing
from akint_dash.text import overview as text
from akint_dash.text.frame import so_far


def money(view: View, pipe: measure.Pipeline) -> Component:
    """Money won, step by step, and what may come (S11)."""
    w, first = view.words, view.scope.period[0]
    data = measure.won_by_day(pipe)
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
    shown = _growth(view, pipe, data, title, found)
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
        say=" ".join(
            filter(
                None,
                [
                    text.money_say(w, pipe, by_status=bool(view.selection.status)),
                    outlook,
                    parts_said(view, (*pipe.won_paid, *pipe.waiting_paid)),
                ],
            )
        ),
        figure=figure,
        unit=w("Støtte utenfra, samlet siden {month} {year}, mill. kr", month=month, year=first),
        data=data,
        plot=Plot(Form.LINES, "date", ("total_ore",)),
        caption=w("Støtte etter vedtaksdato"),
        remark=explained(view, remarks(view.scope, "external_nok", years=range(first, view.scope.period[1] + 1))),
        refs=("S11",),
        size="c7",
        basis=grants_basis(view, pipe.won_paid, len(pipe.won)),
        numbers=answers.won(view, pipe, found),
    )


def _growth(
    view: View, pipe: measure.Pipeline, data: Table, title: str, found: Forecast | None
) -> figures_money.Growth:
    w, (first, last), won = view.words, view.scope.period, pipe.won_ore / 1e8
    steps = zip(data.column("date"), data.column("total_ore"), strict=True)
    return figures_money.Growth(
        steps=[(date.fromisoformat(day), total / 1e8) for day, total in steps if total is not None],
        today=min(view.day, date(last, 12, 31)),
        first=date(first, 1, 1),
        last=max(date(last, 12, 31), view.day + timedelta(days=90)) if found else date(last, 12, 31),
        now_words=_now_words(view, pipe),
        today_words=w.today_mark() if view.day <= date(last, 12, 31) else "",
        label=title,
        outlook=_outlook(found),
        outlook_words=(
            (
                w("{low}–{high} mulig", **dict(zip(("low", "high"), text.forecast_ends(w, found), strict=True))),
                w("uansett utfall") if found.whole else w("80\u00a0% sannsynlig"),
            )
            if found
            else ("", ""),
            (w("{amount} i alt", amount=w.number(max(won, found.top_mill if found else 0))), w("hvis alt innvilges")),
        ),
        answers=[_grant(view, row) for row in data.dicts() if row["total_ore"] is not None],
        ahead=_waiting(view, pipe, found) if found else None,
    )


def _now_words(view: View, pipe: measure.Pipeline) -> str:
    """What is granted by today; where nothing is, no amount is missing."""
    w = view.words
    if not pipe.won_paid:
        return w("ingenting innvilget")
    return w("{amount} innvilget", amount=missing.total(w, pipe.won_paid)) if pipe.won_known else w("beløp mangler")


def _grant(view: View, row: dict[str, Any]) -> Mark:
    """One grant: its day, whose, how much, and what all make by then."""
    w, ore = view.words, row["ore"]
    amount = w("beløp mangler") if ore is None else w.money(ore)
    told = w("{day}: {amount}, i alt {total}", day=w.date(row["date"]), amount=amount, total=w.money(row["total_ore"]))
    return to_record(view, f"{worded(view, *row['project'])}, {told}", *row["project"])


def _waiting(view: View, pipe: measure.Pipeline, found: Forecast) -> Mark:
    """What may come, and the applications it may come from."""
    w, n = view.words, len(pipe.waiting)
    low, high = text.forecast_ends(w, found)
    said = w.n(
        "Venter på svar: {n} søknad; i alt {low}–{high} mulig",
        "Venter på svar: {n} søknader; i alt {low}–{high} mulig",
        n,
        low=low,
        high=high,
    )
    return to_list(view, said, "project", status="submitted")


def _outlook(found: Forecast | None) -> tuple[float, float, float] | None:
    if found is None:
        return None
    low, high = (found.won_mill, found.top_mill) if found.whole else (found.low_mill, found.high_mill)
    return low, min(high, found.top_mill), found.top_mill


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
