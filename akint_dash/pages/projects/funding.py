"""Whose money, whose idea, and which projects stand outside the goals (S11, S12, S13)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import Basis, card
from akint_dash.components.empty import empty
from akint_dash.components.first_rows import MOST_ROWS, in_table, opened
from akint_dash.components.lacking import parts_said
from akint_dash.components.mix import Mixed, mix
from akint_dash.components.parts import drawing
from akint_dash.components.record_link import to_sheet
from akint_dash.components.record_list import Record, owner_of, record_list
from akint_dash.components.spoken import language_of, worded
from akint_dash.components.total import part_bar
from akint_dash.components.view import View
from akint_dash.components.ways import to_list, to_table
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import Table
from akint_dash.figures.marks import Mark
from akint_dash.figures.units import squares
from akint_dash.measures import projects as measure
from akint_dash.measures.frame import frame
from akint_dash.measures.pipeline import Pipeline, pipeline
from akint_dash.pages.projects import answers, ways
from akint_dash.pages.projects.flow import period
from akint_dash.pages.projects.none import no_applications
from akint_dash.text import missing
from akint_dash.text import projects as text

SHOWN: Final = 12
OPEN: Final = 5
"""How many of a long list stand in the open."""
SHADES: Final = (("external",), ("national",), ("regional", "local"), ("own_cash",), ("own_hours",))
"""The six parts of the measure as at most five shades; the table keeps all six."""


def mixed(view: View) -> Component:
    """Each project's financing mix, the largest first (S12)."""
    w, data = view.words, measure.financing(view.scope)
    rows = [row for row in data.dicts() if row["total"]]
    whole = _shades(rows)
    total = sum(whole)
    words = (w("EU og nordisk"), w("Nasjonalt"), w("Regionalt og lokalt"), w("Egne penger"), w("Egne timer"))
    names = [(word, _share(view, value, total) if value else "") for word, value in zip(words, whole, strict=True)]
    if not whole[-1] and any(row["hours"] for row in rows):
        names[-1] = (words[-1], w("uten beløp"))
    bars = [_mixed(view, row, words) for row in rows[:MOST_ROWS]]
    lacking = [row["project"] for row in data.dicts() if not row["complete"]]
    basis = missing.rests_on(w, len(rows), len(data))
    if lacking:
        basis += "; " + w.n(
            "ett mangler beløp, helt eller delvis", "{count} mangler beløp, helt eller delvis", len(lacking)
        )
    own = sum(row["own_cash"] or 0 for row in rows) / total if total else 0
    hours = sum(row["hours"] or 0 for row in rows)
    elsewhere = sum(row["hours"] or 0 for row in data.dicts()) - hours
    others = sum(bool(row["hours"]) for row in data.dicts()) - sum(bool(row["hours"]) for row in rows)
    said = text.mix_say(w, own, hours, len(lacking), elsewhere, others)
    return card(
        view,
        "miks",
        title=text.mix_title(w, whole[0], total, len(lacking), hours + elsewhere),
        say=f"{said} {parts_said(view, pipeline(view.scope).won_paid)}".strip() if total else "",
        figure=[mix(bars, names, whole, _whole(view, names, whole), opened(view, OPEN)), in_table(view, len(rows))]
        if bars
        else empty(view, _unfinanced(view, len(data))),
        data=data,
        numbers=ways.mix(view, own, hours, elsewhere),
        plot=Plot(Form.BARS, "project", measure.PARTS, stacked=True, rows=SHOWN),
        caption=w("Finansiering av innvilgede prosjekter"),
        refs=("S12",),
        size="c7",
        basis=Basis(basis, lacking),
        level=2,
    )


def _whole(view: View, names: Sequence[tuple[str, str]], whole: Sequence[int]) -> list[Mark]:
    """What the parts of all projects together say."""
    told = (
        ", ".join(filter(None, (view.words.money(ore), share))) for (_, share), ore in zip(names, whole, strict=True)
    )
    return [to_table(view, f"{name}: {said}", "miks") for (name, _), said in zip(names, told, strict=True)]


def _unfinanced(view: View, n: int) -> str:
    """Why there is no mix: no grants, or none with an amount."""
    w = view.words
    return (
        w("Beløp mangler for alle innvilgede prosjekter.")
        if n
        else w("Ingen innvilgede prosjekter med disse filtrene.")
    )


def _shades(rows: list[dict[str, Any]]) -> list[int]:
    return [sum(row[name] or 0 for row in rows for name in names) for names in SHADES]


def _share(view: View, value: float, total: float) -> str:
    w = view.words
    if not value or not total:
        return "0"
    return w.percent(value / total)


def _mixed(view: View, row: dict[str, Any], words: Sequence[str]) -> Mixed:
    w, code = view.words, row["project"][1]
    values = view.portfolio.get("project", code)
    hours = w("og {hours} timer", hours=w.number(round(row["hours"]))) if row["hours"] else ""
    programme = view.name("programme", values["programme"]) if "programme" in values else ""
    name, parts = worded(view, "project", code), _shades([row])
    return Mixed(
        name,
        parts,
        missing.least(w, row["total"], not row["complete"]),
        answers.mix_marks(view, name, row, parts, words),
        hours,
        programme,
        to_sheet(view, "project", code),
    )


def origin(view: View, pipe: Pipeline) -> Component:
    """Own initiatives lifted in, beside invitations (S11)."""
    w, data = view.words, measure.by_origin(view.scope)
    rows = {row["origin"][1] if row["origin"] else "": row for row in data.dicts()}
    pairs = {
        name: (rows[name]["won"] or 0, _decided(rows[name])) if name in rows else (0, 0) for name in ("own", "invited")
    }
    every = answers.counted(view, "opphav", lambda values: str(values.get("origin", "")))
    items = [html.Li(_origin(view, row, every)) for row in data.dicts()]
    shown = frame(view.scope, *measure.DECIDED_BY)
    waits = not shown.reached and bool(pipe.waiting)
    told = pipe.waiting if waits else (*pipe.won, *pipe.rejected)
    lacking = [("project", s.code) for s in told if "origin" not in view.portfolio.get("project", s.code)]
    basis = text.origin_basis(w, len(told) - len(lacking), len(told), waits=waits)
    if lacking:
        basis += "; " + w.n(
            "én mangler opplysning om hvem som tok initiativet",
            "{count} mangler opplysning om hvem som tok initiativet",
            len(lacking),
        )
    unknown = missing.lacking(w, pipe.won_paid, applications=True)
    others = len(pipe.won_paid) - len(pipe.won)
    basis = "; ".join([basis, *unknown, *([missing.beyond(w, others)] if others > 0 else [])])
    lacking += [("project", s.code) for s in pipe.won_paid if unknown and (s.no_amount or s.no_rate)]
    title = text.origin_title(
        w,
        pairs["own"],
        pairs["invited"],
        by_status=bool(view.selection.status),
        unknown=sum(_decided(row) for row in data.dicts() if not row["origin"]),
    )
    say = w("Strategien sier at egne satsinger skal løftes inn i internasjonale prosjekter.")
    view.shown["opphav"] = [("periode",) if waits else ()]
    if waits:
        title = text.applied_ahead(w, shown, len(pipe.waiting))
    elif view.selection.periode:
        say = f"{say} {text.of_the_period(w, shown, period(view), len(pipe.waiting))}".strip()
    return card(
        view,
        "opphav",
        title=title,
        say=say,
        figure=html.Ol(items, className="origins") if items else no_applications(view, waiting=True),
        data=data,
        numbers=ways.origins(view, pipe),
        plot=Plot(
            Form.BARS,
            "origin",
            ("won", "rejected", "waiting"),
            stacked=True,
            words={None: w("Ikke registrert hvem som tok initiativet")},
        ),
        caption=w("Søknader etter hvem som tok initiativet"),
        refs=("S11",),
        size="c5",
        basis=Basis(basis, lacking) if told else None,
        level=2,
    )


def _decided(row: dict[str, Any]) -> int:
    """Applications decided; none of a year that the data do not reach."""
    return (row["won"] or 0) + (row["rejected"] or 0)


def _origin(view: View, row: dict[str, Any], every: answers.Counted) -> list[Component]:
    w = view.words
    name = w.choice(*row["origin"]) if row["origin"] else w("Ikke registrert hvem som tok initiativet")
    won, lost, known = row["won"] or 0, row["rejected"] or 0, row["won"] is not None
    rate = text.outcome(w, won, won + lost, by_status=bool(view.selection.status)) if known else ""
    said = "; ".join(filter(None, [rate, w.n("{n} venter", "{n} venter", row["waiting"])]))
    counts = [("won", won), ("lost", lost), ("waiting", row["waiting"])]
    marks = answers.outcome_marks(name, counts, row["origin"][1] if row["origin"] else "", every, "origin")
    unsure = row["lacking"] or row["without_rate"]
    money = w("beløp mangler") if known else ""
    if row["ore"] is not None:
        money = missing.least(w, row["ore"], unsure)
    return [
        html.P([html.B(name), html.Span(money, className="num")], className="origin-head"),
        drawing(squares(counts, f"{name}: {said}", marks), name="units-box"),
        html.P(said, className="note"),
    ]


def loose(view: View, data: Table) -> Component:
    """Projects without an adopted goal, by responsible area with owners (S13)."""
    w, base = view.words, len(view.scope.records("project"))
    by_area = Counter(row["area"][1] for row in data.dicts() if row["area"])
    names = {code: view.name("area", code) for code in by_area}
    heads = [w("Prosjekt"), w("Ansvarlig rådsområde"), w("Status"), w("Ansvarlig seksjon")]
    records = [
        Record(
            view.name(*row["project"]),
            (
                html.A(view.name(*row["area"]), href=view.link(f"/omrader/{row['area'][1].lower()}"))
                if row["area"]
                else None,
                w.choice(*row["status"]) if row["status"] else None,
                owner_of(view, *row["project"]),
            ),
            note=row["project"][1] + (" · " + view.name(*row["programme"]) if row["programme"] else ""),
            href=to_sheet(view, *row["project"]),
            lang=language_of(view, *row["project"]),
        )
        for row in data.dicts()
    ]
    caption = w("Prosjekter uten vedtatt mål")
    label, told, of_all = w("Uten vedtatt mål"), w.part(len(data), base), replace(view.selection, periode=None)
    mark = to_list(view, f"{label}: {told}", "project", selection=of_all, goals="mangler")
    part = part_bar(label, len(data), base, told, mark)
    figure = [part, record_list(view, heads, records, caption, shown=OPEN)]
    return card(
        view,
        "uten-maal",
        title=text.goal_title(w, len(data), base),
        say=text.goal_say(w, by_area, names, period=view.selection.periode is not None),
        figure=figure if records else [],
        data=data,
        numbers=ways.loose(view, list(data.dicts()), by_area, mark),
        caption=caption,
        basis=Basis(w.n("Bygger på ett prosjekt, uansett år", "Bygger på {count} prosjekter, uansett år", base))
        if base
        else None,
        refs=("S13",),
        size="c7",
        level=2,
    )
