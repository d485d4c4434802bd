"""Where we are in the strategy, month by month (S23)."""

from __future__ import annotations

from datetime import date

from dash import html
from dash.development.base_component import Component

from akint_dash.components.base_line import base_line, labels_of, narrowed_to
from akint_dash.components.chosen import label_of
from akint_dash.components.numbers import answering
from akint_dash.components.parts import drawing, strategy_ref
from akint_dash.components.view import View
from akint_dash.components.ways import to_one, to_records
from akint_dash.domain.table import Table
from akint_dash.figures import weight as figures
from akint_dash.figures.marks import Mark
from akint_dash.measures.facts import silent
from akint_dash.measures.facts import unheard as untold_years
from akint_dash.measures.frame import Frame
from akint_dash.measures.same_days import county_same_days
from akint_dash.pages.overview import answers
from akint_dash.text import overview as text
from akint_dash.text.frame import chosen, in_before, named
from akint_dash.text.words import Words, capital


def period(view: View, frame: Frame, months: Table) -> Component:
    """Where we are in the strategy, or what a chosen period holds: one bar a month (S23)."""
    w, (first, last) = view.words, (frame.first, frame.last)
    counts = [row["n"] for row in months.dicts()]
    now = max((i for i, count in enumerate(counts) if count is not None), default=-1)
    title = text.period_title(w, view.day, view.strategy.first_year, view.strategy.last_year)
    if frame.chosen:
        n, lacking = sum(count or 0 for count in counts), untold_years(view.scope)
        title = text.chosen_title(w, frame, n, labels_of(view, "maned"), lacking)
    label = w("Tiltak per måned {years}", years=_span(w, frame))
    today = (view.day.year - first) * 12 + view.day.month - 1
    unit = _unit(view, counts[: max(today + 1, 0)])
    by_year = {
        y: [c for r, c in zip(months.column("year"), counts, strict=True) if r == y] for y in range(first, last + 1)
    }
    years = [_year(view, frame, y, [c for c in some if c is not None]) for y, some in by_year.items()]
    view.tables["maneder"] = months
    told = [answers.begun(view, frame, sum(count or 0 for count in counts))]
    return html.Section(
        [
            base_line(narrowed_to(view, "maneder")),
            html.Div(
                [
                    html.H2(answering(w, title, told), id="periode-t"),
                    html.P(unit),
                    strategy_ref(view, "S23"),
                ],
                className="head",
            ),
            drawing(figures.months(counts, now, label, today, _months_told(view, months)), key="maneder"),
            html.Div(years, className=f"years num n{len(years)}"),
        ],
        className="period",
        id="maneder",
        **{"aria-labelledby": "periode-t"},
    )


def _unit(view: View, counts: list[int | None]) -> str:
    """What a bar is, and why months until today have none: nothing is registered of the year, or not received yet."""
    w, silent = view.words, untold_years(view.scope)
    if None not in counts:
        return w("Tiltak etter måneden de begynte")
    if silent and counts.count(None) <= 12 * len(silent):
        return w("Tiltak etter måneden de begynte. Skravert: ikke registrert.")
    if silent:
        return w("Tiltak etter måneden de begynte. Skravert: ikke registrert eller ikke mottatt ennå.")
    return w("Tiltak etter måneden de begynte. Skravert: ikke mottatt ennå.")


def _span(w: Words, frame: Frame) -> str:
    return named(w, frame) if frame.first == frame.last else w.years(frame.first, frame.last)


def _months_told(view: View, months: Table) -> list[Mark | None]:
    """What each month known says: how many initiatives began, and that they can be seen."""
    w, told = view.words, list[Mark | None]()
    for row in months.dicts():
        day, n = date(row["year"], row["month"], 1), row["n"]
        said = w.n(
            "{month} {year}: {n} tiltak",
            "{month} {year}: {n} tiltak",
            n or 0,
            month=capital(w.month(day, short=False)),
            year=day.year,
        )
        told.append(_month_mark(view, said, f"{day:%Y-%m}", n) if n is not None else None)
    return told


def _month_mark(view: View, said: str, month: str, n: int) -> Mark:
    """The page narrowed to a month; where it is, or nothing began in it, its records."""
    less = to_one(view, said, label_of(view, "maned", month), "maned", month) if n else None
    return less or to_records(view, said, "tiltak", maned=month)


def _year(view: View, frame: Frame, year: int, counts: list[int]) -> Component:
    w, total = view.words, sum(counts)
    if not total and silent(view.scope, year) and frame.told(year):
        return html.Div([html.B(str(year)), html.Span(w("mangler"), className="missing")])
    if not counts:
        known = w("har ikke begynt") if year > view.day.year else w("ingen data ennå")
        return html.Div([html.B(str(year)), " ", html.Span(known)])
    if year > frame.data_day.year:
        ahead = w.n("1 registrert på forhånd", "{n} registrert på forhånd", total)
        return html.Div([html.B(str(year)), " ", html.Span(ahead if total else w("ingen data ennå"))])
    head = [html.B(f"{capital(named(w, frame, year))}: {w.number(total)}")]
    if chosen(frame, year):
        return html.Div(head)
    if not frame.unfinished(year):
        return html.Div([*head, " ", html.Span(w("hele året"))])
    if frame.stale:
        return html.Div([*head, " ", html.Span(w("til {day}", day=w.short_date(frame.data_day)))])
    head += [" ", html.B(w("hittil"), className="today")]
    pair = county_same_days(view.scope, frame)
    say = w("{before} {then}", before=w.number(pair[1]), then=in_before(w, frame)) if pair else ""
    return html.Div([*head, " ", html.Span(say)])
