"""The figure card: the finding, how we know, the figure, what it rests on, the same numbers as a table, and ways on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final, TypeAlias

from dash import html
from dash.development.base_component import Component

from akint_dash.components.addresses import mailto
from akint_dash.components.base_line import (
    base_line,
    is_ahead,
    is_emptied,
    lacks_all,
    narrowed_to,
    of_its_filters,
    reserved,
    title_of_empty,
    titled,
    without_rows,
    without_unheard,
    years_told,
)
from akint_dash.components.download import figure_ways
from akint_dash.components.empty import not_yet, said_again, says_none, untold
from akint_dash.components.first_rows import MOST_LISTED, in_files
from akint_dash.components.not_begun import without_unbegun
from akint_dash.components.numbers import NONE, Cells, Numbers, answering
from akint_dash.components.parts import CLASS, INSTRUMENT_PATH, sign, strategy_refs
from akint_dash.components.record_link import linked
from akint_dash.components.record_list import owner_words
from akint_dash.components.table import plain_table
from akint_dash.components.view import Told, View
from akint_dash.components.ways import to_table
from akint_dash.domain.exhibit import Plot
from akint_dash.domain.table import Cell, Table
from akint_dash.measures.frame import frame
from akint_dash.measures.weight import Unweighed
from akint_dash.text import missing
from akint_dash.text.bases import not_reached
from akint_dash.text.frame import chosen, named


@dataclass(frozen=True, slots=True)
class Basis:
    """What a figure rests on: ``words`` says it; ``missing`` are (entity, code) of the records left out."""

    words: str
    missing: Sequence[tuple[str, str]] = ()


MOST_TABLED: Final = 200
"""More rows of a card's table than these are not sent with a page: its files have them."""
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
    marks: str = "",
    basis: Basis | None = None,
    remark: str = "",
    more: Sequence[Child] = (),
    level: int = 3,
    plain: bool = False,
    weighed: Unweighed | None = None,
    of_all: Unweighed | None = None,
    plot: Plot | None = None,
    numbers: Numbers = NONE,
    none: tuple[str, str] | None = None,
    foreseen: Child = None,
    even_so: str = "",
) -> Component:
    """A figure card. ``key`` names it in downloads and links; ``data`` holds the very numbers of the figure.

    ``plain``: the figure is itself the table. ``plot``: what of ``data`` is drawn in other programs. ``marks``: what
    the marks of the page's own figure mean, said on the page only, for other programs draw others. ``more``: extra
    links of its foot. ``weighed``: what of hours or kroner the figure does not know, said under it, and ``of_all`` what
    is not known of what it is a part of. ``numbers``: where the numbers of its title, sentence and table lead. Over the
    title stands what the selection narrows the figure to, below it which filters cannot touch it; a figure that the
    selection leaves empty says so and nothing else (of own work in years of which nothing is registered, that this is
    missing); ``none`` is what it says then, and how to see more, where the page knows better than that the filters
    leave nothing, ``even_so`` what may be missing from it. One of a year that the data do not reach shows what is
    ``foreseen`` of it, else that there are no data yet; its table has no rows.
    """
    view.tables[key] = data
    title = titled(view, key, title)
    ahead = is_ahead(view, key, data)
    emptied = not ahead and is_emptied(view, key, data)
    if ahead:
        title = not_reached(view.words, caption, ahead)
        figure, unit, weighed = foreseen or not_yet(view, ahead), "", None
        data = view.tables[key] = without_rows(data)
    elif emptied:
        title = titled(view, key, none[0]) if none else title_of_empty(view, key, caption, data)
        data = view.tables[key] = without_unheard(view, key, data)
    if not ahead and (emptied or says_none(figure)) and (silent := lacks_all(view, key)):
        figure, unit = untold(view, silent, figure), ""
    if ahead or emptied:
        say, remark, marks, basis = "", "", "", None
        view.shown[key] = view.shown.get(key, ()) if emptied and none else ()
        numbers = numbers if emptied and (none or even_so) else NONE
    if emptied:
        say = none[1] if none else view.words("Fjern et filter for å se flere.")
        say = f"{even_so} {say}".strip()
    else:
        data = view.tables[key] = without_unbegun(view, key, data)
    w, caption = view.words, _of_months(view, data, caption, plot)
    rest = None if plain or ahead or emptied else partial(to_table, view, key=key)
    own = partial(of_its_filters, view, key)
    title, say = own(w.even(title)), own(w.even(say))
    basis = replace(basis, words=w.even(basis.words)) if basis and basis.words else None
    head = html.H2 if level == 2 else html.H3
    parts: list[Child] = []
    if instrument:
        name = html.A(view.name("instrument", instrument), href=view.link(INSTRUMENT_PATH[instrument]))
        tags = strategy_refs(view, refs, short=True)
        parts.append(html.Div([sign(instrument), name, *tags], className="name"))
    said, base = " ".join(filter(None, [say, marks])), narrowed_to(view, key)
    if refs and not (ahead or emptied):
        base = base or years_told(view, key, " ".join([title, said, unit, basis.words if basis else ""]), data)
    parts += [base_line(base), head(answering(w, title, numbers.title, rest), id=f"{key}-t")]
    parts.append(html.P(answering(w, said, numbers.say), className="say") if said else None)
    body = [said_again(child, own) for child in (figure if isinstance(figure, list | tuple) else [figure])]
    if unit:
        body.insert(0, html.P(unit, className="unit"))
    if any(child is not None for child in body):
        parts.append(html.Figure(body, className="figure", **{"aria-labelledby": f"{key}-t"}))
    idle = reserved(view, key)
    lacks = missing.unweighed(view.words, weighed, data) if weighed else ""
    if weighed and of_all and not emptied:
        lacks = f"{lacks} {missing.shares_of_known(view.words, weighed, of_all, data)}".strip()
    notes = tuple(filter(None, [remark, idle, lacks, basis.words if basis else ""]))
    sections = tuple(row.section for row in view.strategy.known(refs))
    view.told[key] = Told(title, caption, base, say, unit, notes, sections, instrument, plot)
    if remark:
        parts.append(html.P(remark, className="remark"))
    if idle:
        parts.append(html.P(idle, className="note"))
    if lacks:
        parts.append(html.P(lacks, className="basis"))
    if basis:
        parts.append(_basis(view, basis))
    parts.append(_foot(view, key, title, data, caption, () if instrument else refs, more, plain, numbers.cells))
    names = " ".join(filter(None, ["card", size, CLASS.get(instrument, ""), "tool" if instrument else ""]))
    return html.Article(parts, id=key, className=names)


def _of_months(view: View, data: Table, caption: str, plot: Plot | None) -> str:
    """The caption of a table of years that count what began in chosen months alone: it says the months."""
    w, shown = view.words, frame(view.scope)
    years = [i for i, heading in enumerate(data.headings) if heading.cell is Cell.YEAR]
    if not years or plot is None or not shown.months:
        return caption
    told = {row[years[0]] for row in data.rows if row[years[0]] and chosen(shown, row[years[0]])}
    months = [named(w, shown, year) for year in sorted(told) if plot.words.get(year) == named(w, shown, year)]
    return w("{caption}, {months}", caption=caption, months=w.join(months)) if months else caption


def _basis(view: View, basis: Basis) -> Component:
    if not basis.missing:
        return html.P(basis.words, className="basis")
    items = [html.Li(_missing_line(view, entity, code)) for entity, code in basis.missing[:MOST_LISTED]]
    if (more := len(basis.missing) - MOST_LISTED) > 0:
        items.append(html.Li(view.words("og {n} til", n=view.words.number(more)), className="note"))
    return html.Details([html.Summary(basis.words), html.Ul(items)], className="basis")


def _missing_line(view: View, entity: str, code: str) -> list[Any]:
    """A record's name, small beside it whose it is, and last its code."""
    values = view.portfolio.get(entity, code)
    who = view.name("actor", values["actor"]) if "actor" in values else ""
    name, nameless = linked(view, entity, code), view.name(entity, code) == code
    known = [part for part in (who, owner_words(view, values), "" if nameless else code) if part]
    note = [known[0], *(piece for part in known[1:] for piece in (" · ", part))] if known else []
    return [name, " ", html.Span(note, className="note")]


def _table(view: View, key: str, data: Table, caption: str, cells: Cells | None) -> Component:
    """The numbers behind one click; ``-tall`` is where a mark of the figure leads to them."""
    sent = Table(data.headings, data.rows[:MOST_TABLED])
    more = in_files(view, len(data) - MOST_TABLED)
    inside = html.Div([plain_table(view, sent, caption, cells=cells), more], id=f"{key}-tall")
    return html.Details([html.Summary(view.words("Vis som tabell")), inside])


def _foot(
    view: View,
    key: str,
    title: str,
    data: Table,
    caption: str,
    refs: Sequence[str],
    more: Sequence[Child],
    plain: bool,
    cells: Cells | None,
) -> Component:
    w = view.words
    items: list[Child] = [
        None if plain else _table(view, key, data, caption, cells),
        *more,
        html.Details([html.Summary(w("Last ned")), figure_ways(view, key)], className="ways-down"),
    ]
    items.append(html.Button(w("Kopier lenke"), type="button", **{"data-copy": key, "data-done": w("Kopiert")}))
    if view.settings.contact:
        href = mailto(view.settings.contact, w("Meld feil: {title}", title=title))
        items.append(html.A(w("Meld feil"), href=href, **{"data-report": key}))
    items += strategy_refs(view, refs)
    return html.Div(items, className="foot")
