"""Why applications were refused, and the hours they cost (S11)."""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component

from akint_dash.components.bars import Bar, bars
from akint_dash.components.card import Basis, card
from akint_dash.components.empty import empty
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.measures import refusals as measure
from akint_dash.pages.projects import ways
from akint_dash.pages.projects.answers import Reasons, by_reason, refusal_mark
from akint_dash.text import refusals as text


def refused(view: View) -> Component:
    """One bar a reason, with the hours of the applications beside it."""
    w, found = view.words, measure.refusals(view.scope)
    data = measure.refusal_table(found)
    every = by_reason(view)
    rows = [_reason(view, row, found, every) for row in data.dicts()]
    lacking = [("project", one.project) for one in found if one.reason is None]
    words = w("Bygger på {part} avslag", part=w.part(len(found) - len(lacking), len(found)))
    if not lacking:
        words = w.n("Bygger på ett avslag", "Bygger på {count} avslag", len(found))
    if lacking:
        words += "; " + w.n("ett mangler begrunnelse", "{count} mangler begrunnelse", len(lacking))
    return card(
        view,
        "avslag",
        title=text.title(w, found),
        say=text.say(w, found),
        figure=bars(rows, total=_total(view, found))
        if rows
        else empty(view, w("Ingen avslag i årene som vises, med disse filtrene.")),
        unit=w("Avslag etter begrunnelse; under navnet står timene brukt på søknadene") if rows else "",
        data=data,
        numbers=ways.refused(view, found),
        plot=Plot(Form.BARS, "reason", ("n",), words={None: w("Begrunnelse mangler")}),
        caption=w("Avslag etter begrunnelse"),
        refs=("S11",),
        size="c5",
        basis=Basis(words, lacking) if found else None,
        level=2,
    )


def _reason(view: View, row: dict[str, Any], found: list[measure.Refusal], every: Reasons) -> Bar:
    w, reason = view.words, row["reason"]
    name = w.choice(*reason) if reason else w("Begrunnelse mangler")
    note = w("timer mangler") if row["hours"] is None else w("{hours} timer", hours=w.decimal(row["hours"]))
    mark = refusal_mark(view, name, note, reason[1] if reason else None, found, every)
    look = "lost" if reason else "unknown"
    return Bar(name, float(row["n"]), w.number(row["n"]), name=look, note=note, mark=mark)


def _total(view: View, found: list[measure.Refusal]) -> tuple[str, str]:
    """All of them, and how many have a reason that is known."""
    w, known = view.words, sum(one.reason is not None for one in found)
    if known == len(found):
        return w("I alt, alle med kjent begrunnelse"), w.number(known)
    return w("Med kjent begrunnelse"), w.part(known, len(found))
