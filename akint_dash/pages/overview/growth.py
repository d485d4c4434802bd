"""The drawing of money won, step by step, and of what may come (S11)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from akint_dash.components.spoken import worded
from akint_dash.components.view import View
from akint_dash.components.ways import to_list, to_record
from akint_dash.domain.table import Table
from akint_dash.figures import money as figures_money
from akint_dash.figures.marks import Mark
from akint_dash.measures import pipeline as measure
from akint_dash.measures.forecast import Forecast
from akint_dash.text import missing
from akint_dash.text import overview as text


def growth(view: View, pipe: measure.Pipeline, data: Table, title: str, found: Forecast | None) -> figures_money.Growth:
    """What the figure draws: the grants as steps and, where there is a forecast, what may come after them."""
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
