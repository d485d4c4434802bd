"""One instrument of an area beside the county: its line, its number and base, and both in words (S10)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from akint_dash.components.compare import Small
from akint_dash.components.table import cell_text
from akint_dash.components.view import View
from akint_dash.components.weighed import over_years
from akint_dash.figures.compare import Line
from akint_dash.measures import areas as measure
from akint_dash.measures.frame import frame
from akint_dash.measures.weight import statements, unweighed
from akint_dash.text import areas as text
from akint_dash.text.findings import BASE


def small(
    view: View,
    instrument: str,
    code: str,
    other: str | None,
    own: measure.Weights,
    county: measure.Weights,
    third: measure.Weights | None,
) -> Small:
    """An instrument of the area beside the whole county's, and beside another area's where one is chosen."""
    w = view.words
    now, base = own.shares[instrument][-1] if own.years else None, own.cases[-1] if own.cases else 0
    lines = [_line(view, "county", instrument, county, w("samlet"), None)]
    if third and other:
        short = view.name("area", other, short=True) if w.language == "nb" else w("det andre")  # short names are bokmål
        lines.append(_line(view, "other", instrument, third, short, other))
    lines.insert(0, _line(view, "own", instrument, own, "", code))
    whole, cases = w("fylkeskommunen samlet"), county.cases[-1] if county.cases else 0
    said = [text.difference(w, now, county.shares[instrument][-1], base, cases, whole)] if base else []
    if third and other and base:
        name = view.name("area", other)
        said.append(text.difference(w, now, third.shares[instrument][-1], base, third.cases[-1], name))
    statement = statements(view.scope, frame(view.scope).year).get((code, instrument))
    return Small(
        instrument,
        lines,
        _big(view, now, base, own.values[instrument][-1] if own.years else None),
        _base(view, instrument, code, own),
        " ".join(said),
        _statement(view, statement) if statement else "",
        _said(view, own, lines),
    )


def _said(view: View, own: measure.Weights, lines: Sequence[Line]) -> str:
    """The figure in words: the end of each line; where the own one ends before the others, each year by itself."""
    w = view.words
    ends = [max((i for i, share in enumerate(line.shares) if share is not None), default=None) for line in lines]
    if len({*ends} - {None}) < 2:
        return "; ".join(line.words for line in lines)
    parts = []
    for index in sorted({end for end in ends if end is not None}):
        told = [
            " ".join(filter(None, [w("andelen mangler") if share is None else w.percent(share), line.name]))
            for line in lines
            for share in [line.shares[index]]
        ]
        parts.append(f"{own.years[index]}: {', '.join(told)}")
    return "; ".join(parts)


def _line(view: View, kind: str, instrument: str, some: measure.Weights, name: str, area: str | None) -> Line:
    """One line of a small figure; ``area`` None is the whole county's."""
    shares = some.shown(instrument)
    last = max((i for i, s in enumerate(shares) if s is not None), default=None)
    words = "" if last is None else " ".join(filter(None, [view.words.percent(shares[last] or 0), name]))
    if last is not None and last < len(shares) - 1:  # it ends before the figure does
        words = view.words("{share} i {year}", share=words, year=some.years[last])
    start = view.words.percent(shares[0]) if kind == "own" and shares and shares[0] is not None else ""
    return Line(kind, shares, words, over_years(view, area, instrument, some), start, name)


def _big(view: View, share: float | None, cases: int, value: float | None) -> str:
    if share is None or value is None:
        return "–"
    if cases < BASE:
        return view.words.part(round(value), cases) if view.selection.vekt == "antall" else "–"
    return view.words.percent(share)


def _base(view: View, instrument: str, code: str, own: measure.Weights) -> str:
    w = view.words
    if not own.years:
        return w("ingen data ennå")
    if own.sums[-1] is None:
        return w("fantes ikke i {year}", year=own.years[-1])
    if own.values[instrument][-1] is None:
        return w("Timer mangler") if view.selection.vekt == "timer" else w("Avsatte kroner mangler")
    if not own.sums[-1]:
        return w("ingen tiltak registrert i {year}", year=own.years[-1])
    if own.cases[-1] < BASE:
        return w("tiltak registrert i {year}", year=own.years[-1])
    values: list[Any] = [cell_text(view, own.cell, v) for v in (own.values[instrument][-1], own.sums[-1])]
    part = w("{count} av {base}", count=values[0], base=values[1])
    if view.selection.vekt == "antall":
        return w("{part} tiltak i {year}", part=part, year=own.years[-1])
    of = view.scope.county().narrowed(omrade=(code,))
    if unweighed(of, (own.years[-1],)).n:
        part = w("{count} av de kjente {base}", count=values[0], base=values[1])
    if view.selection.vekt == "timer":
        return w("{part} timer i {year}", part=part, year=own.years[-1])
    return w("{part} i budsjettene i {year}", part=part, year=own.years[-1])


def _statement(view: View, code: str) -> str:
    w, values = view.words, view.portfolio.get("area_statement", code)
    reason = w.name(values, "reason")
    return w("Ikke aktuelt, meldt av rådsområdet {day}: {reason}", day=w.date(str(values["date"])), reason=reason)
