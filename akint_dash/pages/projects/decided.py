"""What was granted year by year, against the same time last year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash.development.base_component import Component

from akint_dash.components.before import then
from akint_dash.components.card import card
from akint_dash.components.graph import graph
from akint_dash.components.lacking import grants_basis
from akint_dash.components.view import View
from akint_dash.components.ways import to_records
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.figures.columns import Part, columns
from akint_dash.figures.marks import Mark
from akint_dash.measures import projects as measure
from akint_dash.measures.frame import Frame, frame
from akint_dash.measures.pipeline import Pipeline, Standing, known, money
from akint_dash.pages.projects import ways
from akint_dash.pages.projects.flow import lacks
from akint_dash.pages.projects.none import no_applications
from akint_dash.text import projects as text
from akint_dash.text.frame import in_year, none_registered, tick
from akint_dash.text.missing import at_least


def years(view: View, pipe: Pipeline) -> Component:
    """Value and success rate by year of decision (S11)."""
    w, data = view.words, measure.by_year(view.scope)
    rows = list(data.dicts())
    shown = frame(view.scope, *measure.DECIDED_BY)
    unfinished = bool(rows) and shown.unfinished(rows[-1]["year"])
    told = [row for row in rows if row["won"] is not None]
    ticks = [tick(w, shown, row["year"]) + (f"<br>{_granted(view, row)}" if row in told else "") for row in rows]
    values = [None if row["ore"] is None else row["ore"] / 1e8 for row in rows]
    pair = measure.won_same_days(view.scope)
    none: dict[str, Any] = {"won": 0, "ore": None, "lacking": 0, "without_rate": 0}
    newest = rows[-1] if rows and rows[-1] in told else none
    title = text.year_title(
        w,
        shown,
        text.Won(newest["won"], newest["ore"], lacks(newest)),
        None if pair is None else (_won(pair[0]), _won(pair[1])),
        by_status=bool(view.selection.status),
    )
    if lacking := [row["year"] for row in rows[-1:] if row not in told]:
        title = none_registered(w, w("Ingen innvilget støtte"), in_year(w, shown), lacking)
    tops = [
        "" if value is None else at_least(w, w.number(value, 1), lacks(row))
        for value, row in zip(values, rows, strict=True)
    ]
    figure = columns(
        ticks,
        [Part(w("mill. kr"), values, "pro-strong")],
        tops,
        so_far=unfinished,
        lacking=w("mangler"),
        then=then(view, shown, [row["year"] for row in rows], *_before(view, pair)),
    )
    marks = [_years_marks(view, rows, shown)]
    return card(
        view,
        "vunnet-aar",
        title=title,
        say=text.years_say(
            w,
            shown,
            [(row["year"], row["won"], row["won"] + row["rejected"]) for row in told],
            by_status=bool(view.selection.status),
        )
        if told or not rows
        else "",
        figure=graph(view, figure, "vunnet-aar-figur", title, marks) if rows else no_applications(view),
        unit=w("Innvilget støtte etter vedtaksår, mill. kr. Under året: innvilget av avgjorte."),
        data=data,
        numbers=ways.years(view, pipe, told),
        plot=Plot(Form.COLUMNS, "year", ("ore",), words={row["year"]: tick(w, shown, row["year"]) for row in rows}),
        caption=w("Avgjørelser etter vedtaksår"),
        refs=("S11",),
        size="c5",
        basis=grants_basis(view, pipe.won_paid, len(pipe.won)),
        level=2,
    )


def _granted(view: View, row: dict[str, Any]) -> str:
    """Of a year's decisions so many were grants."""
    return view.words.part(row["won"], row["won"] + row["rejected"])


def _years_marks(view: View, rows: Sequence[dict[str, Any]], shown: Frame) -> list[Mark | None]:
    """What was granted in each year, of how many decisions, and the projects it is of."""
    w = view.words
    return [
        to_records(
            view,
            f"{tick(w, shown, row['year'])}: {at_least(w, w.money(row['ore']), lacks(row))}, "
            f"{w('innvilget')} {_granted(view, row)}",
            "stotte",
            ar=row["year"],
        )
        if row["ore"]
        else None
        for row in rows
    ]


def _before(view: View, pair: Any) -> tuple[float | None, str]:
    """The millions granted by the same time the year before, and in words; none where the title compares none."""
    before = _won(pair[1]) if pair and not view.selection.status else None
    if before is None or not before.ore:
        return None, ""
    return before.ore / 1e8, at_least(view.words, view.words.millions(before.ore), before.lacking)


def _won(some: tuple[Standing, ...]) -> text.Won:
    lacking = any(s.no_amount or s.no_rate for s in some)
    return text.Won(len(some), money(some) if known(some) else None, lacking)
