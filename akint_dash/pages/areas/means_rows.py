"""The rows of an area's means: an outline for what is set aside, a bar in it for what is used, a tick for the year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.first_rows import alike
from akint_dash.components.parts import CLASS, sign
from akint_dash.components.view import View
from akint_dash.components.ways import to_record, to_table
from akint_dash.domain.table import NOT_APPLICABLE
from akint_dash.measures import means as measure
from akint_dash.measures.frame import Frame, frame
from akint_dash.pages.areas.bullet import bullet, key
from akint_dash.text.frame import tick
from akint_dash.text.missing import at_least
from akint_dash.text.words import half_up, inside


@dataclass(frozen=True, slots=True)
class _Scale:
    """What the bars of a card share: the frame, the largest sums, and the decimals of full-time equivalents."""

    shown: Frame
    ore: float
    fte: float
    decimals: int


def drawn(view: View, shown: Frame, found: list[measure.Means]) -> list[Component]:
    """The year of the title and later ones in the open, before them the earlier years behind a click."""
    w = view.words
    years = list(dict.fromkeys(m.year for m in found))
    newest = [year for year in years if year >= shown.year] or years[-1:]
    before = [year for year in years if year not in newest]
    scale = _scale(shown, found, years)
    figure: list[Component] = []
    if before:
        words = w("Vis {years}", years=w.join([str(year) for year in before]))
        figure.append(html.Details([html.Summary(words), _table(view, found, before, scale)], className="rest"))
    figure.append(_table(view, found, newest, scale))
    return [*figure, key(view, gone=shown.gone(shown.data_day.year) if shown.data_day.year in years else None)]


def _scale(shown: Frame, found: list[measure.Means], years: list[int]) -> _Scale:
    sums = [measure.total(found, year) for year in years]
    ore = [v for m in found for v in (m.planned_ore, m.used_ore) if v]
    fte = [v for m in found for v in (m.planned_fte, m.used_fte) if v]
    ore += [v for one in sums for v in (one.both_planned_ore, one.both_used_ore) if v]
    fte += [v for one in sums for v in (one.planned_fte, one.both_planned_fte, one.both_used_fte) if v]
    whole = all(half_up(value, 1) == half_up(value, 0) for value in fte)
    return _Scale(shown, max(ore, default=1), max(fte, default=1), 0 if whole else 1)


def _table(view: View, found: list[measure.Means], years: Sequence[int], scale: _Scale) -> Component:
    w = view.words
    heads = (w("Virkemiddel"), w("Brukt av avsatt, kroner"), w("Brukt av avsatt, årsverk"), w("Vedtatt"))
    bodies = []
    for year in years:
        mine = [m for m in found if m.year == year]
        whole = _in_all(view, measure.total(mine, year), mine, heads, scale)
        rows = [whole, *(_row(view, m, heads, scale, share=not whole) for m in mine)]
        head = html.Tr(html.Th(_year(view, year), colSpan=4, scope="rowgroup", className="year"))
        bodies.append(html.Tbody([head, *(html.Tr(row) for row in rows if row)]))
    head = html.Thead(html.Tr([html.Th(words, scope="col") for words in heads]))
    caption = html.Caption(w("Avsatte og brukte ressurser"), className="unseen")
    return html.Table([caption, alike(len(heads)), head, *bodies], className="plain stack means")


def _year(view: View, year: int) -> str:
    w = view.words
    if year > view.day.year:
        return w("{year}, ikke begynt", year=year)
    return tick(w, frame(view.scope, "budget"), year)


def decider(view: View, m: measure.Means) -> str:
    """Who decided, in words."""
    return view.words.name(view.portfolio.get("budget", m.code), "decided_by") if m.decided_by else ""


def _in_all(
    view: View, one: measure.Sum, mine: Sequence[measure.Means], heads: tuple[str, ...], scale: _Scale
) -> list[Component]:
    """The year's sums, each of the instruments of which both set aside and used are known; none where the kroner are
    of fewer than two."""
    w, gone = view.words, scale.shown.gone(mine[0].year)
    asked = sum(not m.statement for m in mine)
    both, both_fte = asked - one.lacking_either, asked - one.lacking_fte
    if both < 2:
        return []
    told = partial(_fte, view, scale)
    fte, whole = (one.both_planned_fte, one.both_used_fte), f"{w('I alt')} {mine[0].year}"
    if not both_fte:
        told = partial(_fte, view, scale, lacking=one.lacking_planned_fte)
        fte = (one.planned_fte, None) if one.used_fte is None else (None, None)
    of_some, of_some_fte = (
        w("{part} virkemidler", part=w.part(n, asked)) if 0 < n < asked else "" for n in (both, both_fte)
    )
    kroner = one.both_planned_ore, one.both_used_ore
    of_some = "; ".join(filter(None, [_share(view, *kroner), of_some]))
    return [
        html.Th(w("I alt"), scope="row", className="sum"),
        _cell(view, heads[1], *kroner, scale.ore, w.money, gone, of="money", note=of_some, whose=(whole, "")),
        _cell(view, heads[2], *fte, scale.fte, told, gone, of="fte", note=of_some_fte, whose=(whole, "")),
        html.Td(),
    ]


def _share(view: View, planned: float | None, used: float | None) -> str:
    """The share used, that rounded amounts do not tell; nothing where either is not known."""
    return view.words.percent(used / planned) if planned and used is not None else ""


def _row(
    view: View, m: measure.Means, heads: tuple[str, ...], scale: _Scale, *, share: bool = False
) -> list[Component]:
    """One instrument; ``share``: with the share used, where no row of all tells it."""
    w = view.words
    name = html.Th([sign(m.instrument), " ", view.name("instrument", m.instrument)], scope="row")
    if m.statement:
        values = view.portfolio.get("area_statement", m.statement)
        words = w("– Ikke aktuelt: {reason}", reason=w.name(values, "reason"))
        return [name, html.Td(words, colSpan=3, className="not-relevant")]
    look, gone, future = CLASS[m.instrument], scale.shown.gone(m.year), m.year > view.day.year
    told = partial(_fte, view, scale)
    kept: dict[str, Any] = {"future": future, "whose": (f"{view.name('instrument', m.instrument)} {m.year}", m.code)}
    decided = ", ".join(filter(None, [decider(view, m), w.date(m.decided_on) if m.decided_on else ""]))
    return [
        name,
        _cell(
            view,
            heads[1],
            m.planned_ore,
            m.used_ore,
            scale.ore,
            w.money,
            gone,
            look,
            **kept,
            of="money",
            note=_share(view, m.planned_ore, m.used_ore) if share else "",
        ),
        _cell(view, heads[2], m.planned_fte, m.used_fte, scale.fte, told, gone, look, **kept, of="fte"),
        html.Td(decided or w("mangler"), className=None if decided else "missing", **{"data-h": heads[3]}),
    ]


def _fte(view: View, scale: _Scale, value: float, lacking: object = None) -> str:
    """As many decimals in every full-time equivalent of the column: one, where one of them has it."""
    return at_least(view.words, view.words.number(value, decimals=scale.decimals), lacking)


def _cell(
    view: View,
    head: str,
    planned: float | None,
    used: float | None,
    top: float,
    say: Any,
    gone: float | None,
    look: str = "",
    *,
    future: bool = False,
    of: str,
    whose: tuple[str, str],
    note: str = "",
) -> Component:
    """``note`` says of what a sum is, where it is not of all; ``whose`` its name and its record, "" of a sum."""
    said = _worded(view, planned, used, say, future=future, of=of)
    words = html.Span([said, " ", html.Small(note)] if note else said, className="bullet-words num")
    name, code = whose
    told = f"{name}, {inside(head)}: {said}"
    mark = to_record(view, told, "budget", code) if code else to_table(view, told, "ressurser")
    marks = bullet(planned, used, top, gone, future=future, of=of, mark=mark)
    return html.Td([marks, words], className=look or None, **{"data-h": head})


def _worded(view: View, planned: float | None, used: float | None, say: Any, *, future: bool, of: str) -> str:
    w = view.words
    if planned is None and used is None:
        return NOT_APPLICABLE if future else w("mangler")
    if planned is None:
        return w("{used} brukt, avsatt mangler", used=say(used))
    if future:
        return w("{planned} avsatt", planned=say(planned))
    if used is None and of == "fte":
        return w("{planned} avsatt; brukte årsverk mangler", planned=say(planned))
    if used is None:
        return w("{planned} avsatt; brukt beløp mangler", planned=say(planned))
    return w("{used} av {planned}", used=say(used), planned=say(planned))
