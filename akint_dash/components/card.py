"""The figure card: the finding, how we know, the figure, what it rests on, the same numbers as a table, and ways on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import quote

from dash import html
from dash.development.base_component import Component

from akint_dash.components.base_line import base_line, is_emptied
from akint_dash.components.parts import CLASS, INSTRUMENT_PATH, sign, strategy_refs
from akint_dash.components.record_list import owner_words
from akint_dash.components.spoken import spoken
from akint_dash.components.table import plain_table
from akint_dash.components.view import View
from akint_dash.domain.table import Table
from akint_dash.measures.weight import Unweighed
from akint_dash.text import missing
from akint_dash.text.bases import narrowing, nothing, untouched, within


@dataclass(frozen=True, slots=True)
class Basis:
    """What a figure rests on: ``words`` says it; ``missing`` are (entity, code) of the records left out."""

    words: str
    missing: Sequence[tuple[str, str]] = ()


Child: TypeAlias = Component | str | None


def card(
    view: View,
    key: str,
    *,
    title: str,
    say: str,
    figure: Child | Sequence[Child],
    data: Table,
    caption: str,
    refs: Sequence[str] = (),
    size: str = "c12",
    instrument: str = "",
    unit: str = "",
    basis: Basis | None = None,
    remark: str = "",
    drawn: bool = False,
    more: Sequence[Child] = (),
    level: int = 3,
    plain: bool = False,
    weighed: Unweighed | None = None,
) -> Component:
    """A figure card. ``key`` names it in downloads and links; ``data`` holds the very numbers of the figure.

    ``plain``: the figure is itself the table. ``drawn``: the figure is a drawing and can be had as SVG and PNG.
    ``more``: extra links of its foot. ``weighed``: what of hours or kroner the figure does not know, said under it.
    Over the title stands what the selection narrows the figure to, below it which filters cannot touch it; a figure
    that the selection leaves empty says so and nothing else.
    """
    view.tables[key] = data
    title = within(view.words, title, narrowing(view.selection, view.pattern, key))
    emptied = is_emptied(view, key, data)
    if emptied:
        title, say, remark, basis = nothing(view.words, caption), "", "", None
    head = html.H2 if level == 2 else html.H3
    parts: list[Child] = []
    if instrument:
        name = html.A(view.name("instrument", instrument), href=view.link(INSTRUMENT_PATH[instrument]))
        tags = strategy_refs(view, refs)
        parts.append(html.Div([sign(instrument), name, *tags], className="name"))
    parts += [base_line(view, key), head(title, id=f"{key}-t"), html.P(say, className="say") if say else None]
    body = list(figure) if isinstance(figure, list | tuple) else [figure]
    if unit:
        body.insert(0, html.P(unit, className="unit"))
    parts.append(html.Figure(body, className="figure", **{"aria-labelledby": f"{key}-t"}))
    if remark:
        parts.append(html.P(remark, className="remark"))
    if idle := untouched(view.words, view.selection, view.pattern, key):
        parts.append(html.P(idle, className="note"))
    if weighed and (lacks := missing.unweighed(view.words, weighed)):
        parts.append(html.P(lacks, className="basis"))
    if basis:
        parts.append(_basis(view, basis))
    parts.append(_foot(view, key, title, data, caption, () if instrument else refs, drawn, more, plain))
    names = " ".join(filter(None, ["card", size, CLASS.get(instrument, ""), "tool" if instrument else ""]))
    return html.Article(parts, id=key, className=names)


def _basis(view: View, basis: Basis) -> Component:
    if not basis.missing:
        return html.P(basis.words, className="basis")
    items = [html.Li(_missing_line(view, entity, code)) for entity, code in basis.missing]
    return html.Details([html.Summary(basis.words), html.Ul(items)], className="basis")


def _missing_line(view: View, entity: str, code: str) -> list[Any]:
    values = view.portfolio.get(entity, code)
    owner = owner_words(view, values)
    return [spoken(view, entity, code), " ", html.Span([code, " · " if owner else "", owner], className="note")]


def _downloads(view: View, key: str, drawn: bool) -> Component:
    """The figure's data as CSV and, where it is a drawing, the drawing as SVG and PNG."""
    w = view.words
    ways: list[Child] = [html.A(w("Tall (CSV)"), href=view.download(key), download=f"{key}.csv", **{"data-plain": ""})]
    if drawn:
        kinds = (("svg", w("Figur (SVG)")), ("png", w("Bilde (PNG)")))
        ways += [html.Button(words, type="button", **{"data-save": kind}) for kind, words in kinds]
    return html.Span(ways, className="ways-list")


def _foot(
    view: View,
    key: str,
    title: str,
    data: Table,
    caption: str,
    refs: Sequence[str],
    drawn: bool,
    more: Sequence[Child],
    plain: bool,
) -> Component:
    w = view.words
    items: list[Child] = [
        None if plain else html.Details([html.Summary(w("Vis som tabell")), plain_table(view, data, caption)]),
        *more,
        html.Details([html.Summary(w("Last ned")), _downloads(view, key, drawn)], className="ways-down"),
    ]
    items.append(html.Button(w("Kopier lenke"), type="button", **{"data-copy": key, "data-done": w("Kopiert")}))
    if view.settings.contact:
        subject = quote(w("Meld feil: {title}", title=title))
        items.append(
            html.A(
                w("Meld feil"),
                href=f"mailto:{view.settings.contact}?subject={subject}",
                **{"data-report": key},
            )
        )
    items += strategy_refs(view, refs)
    return html.Div(items, className="foot")
