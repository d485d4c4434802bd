"""The small line over a figure: the part of the selection that narrows it."""

from __future__ import annotations

import re
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.chosen import label_of
from akint_dash.components.view import View
from akint_dash.domain.schema import ENTITIES, Sort
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Table
from akint_dash.measures.facts import unheard, untold
from akint_dash.measures.frame import MONEY, Frame, frame
from akint_dash.text.bases import (
    HEADLINE,
    OF_OTHERS,
    dated,
    narrowing,
    nothing,
    nothing_told,
    touched_in_part,
    untouched,
    within,
)
from akint_dash.text.frame import in_months, named_years, years_of
from akint_dash.text.none import BEGAN, none_began, none_of

_SUMS: Final = frozenset({Cell.COUNT, Cell.DECIMAL, Cell.SHARE, Cell.ORE})
_DATED: Final = frozenset({Cell.YEAR, Cell.DATE})
_YEAR: Final = re.compile(r"\b20\d\d\b")
_RECORDS: Final = frozenset({Cell.CODE, Cell.AMOUNT, Cell.DATE})
"""A row with one of these is of a record: it is there, whatever it counts."""


def base_line(narrowed: str) -> Component | None:
    """What a figure is narrowed to (see :func:`narrowed_to`); None where nothing is chosen that can touch it."""
    return html.P(narrowed, className="base") if narrowed else None


def over_headline(view: View, over: str) -> str:
    """What stands small over a page's headline, with what the headline is narrowed to."""
    return " · ".join(filter(None, [over, narrowed_to(view, HEADLINE)]))


def narrowed_to(view: View, key: str) -> str:
    """What the selection narrows a figure (or the headline) to; ``""`` where nothing chosen can touch it."""
    labels = [label for _, label in _labels(view, key)]
    return (
        view.words.n("Filter: {chosen}", "Filtre: {chosen}", len(labels), chosen=" · ".join(labels)) if labels else ""
    )


def of_its_filters(view: View, key: str, said: str) -> str:
    """What a figure says of "these filters", where one of those chosen alone stands over it."""
    labels = _labels(view, key)
    return view.words.of_one(said, search=labels[0][0] == "sok") if len(labels) == 1 else said


def _labels(view: View, key: str) -> list[tuple[str, str]]:
    """The filters that stand over a figure, and what each is chosen to."""
    names = narrowing(view.selection, view.pattern, key, view.shown.get(key))
    if "maned" in names and "periode" in names:
        names.remove("periode")  # a month says its year
    return [(name, label) for name in names for label in labels_of(view, name)]


def titled(view: View, key: str, title: str) -> str:
    """A figure's title as it may be said of what the selection leaves of it."""
    begun = in_months(view.words, view.selection.maned) if dated(view.selection, view.pattern, key) else ""
    return within(view.words, title, narrowing(view.selection, view.pattern, key, view.shown.get(key)), begun)


def years_told(view: View, key: str, said: str, data: Table) -> str:
    """The years that a figure counts, where no period is chosen and nothing else on it says a year; else ``""``.

    ``said`` is all it says in words. A part that the period does not touch is of today: it needs no years.
    """
    chosen = view.selection
    if chosen.periode or chosen.maned or _YEAR.search(said) or any(h.cell in _DATED for h in data.headings):
        return ""
    follows = "periode" not in touched_in_part(view.pattern, key, view.shown.get(key))
    return named_years(view.words, frame(view.scope)) if follows else ""


def reserved(view: View, key: str) -> str:
    """Which filters in use do not apply to what a figure (or the lines beside the headline) shows, and which only in
    part."""
    headline = view.shown.get(HEADLINE)
    return untouched(view.words, view.selection, view.pattern, key, view.shown.get(key), headline)


def is_emptied(view: View, key: str, data: Table) -> bool:
    """Whether the chosen filters leave nothing of a figure: no row, or no row of a record and nothing but zeros."""
    if not narrowing(view.selection, view.pattern, key):
        return False
    named = [i for i, heading in enumerate(data.headings) if is_record(heading.cell, data, i)]
    counted = [i for i, heading in enumerate(data.headings) if heading.cell in _SUMS]
    if data.rows and (named or not counted):
        return False
    if any(all(row[i] is None for i in counted) for row in data.rows):
        return False  # what is missing may be there
    return not _counts_any(data)


def is_ahead(view: View, key: str, data: Table) -> Frame | None:
    """The frame of a figure of the county's own work in a year that the data do not reach; None where it holds any.

    Nothing of it is none: what it would count is not known yet.
    """
    if key in OF_OTHERS.get(view.pattern, ()) or "periode" not in narrowing(view.selection, view.pattern, key):
        return None
    shown = frame(view.scope, *(MONEY if view.pattern == "/finansiering" else ()))
    named = data.rows and any(is_record(heading.cell, data, i) for i, heading in enumerate(data.headings))
    return None if shown.reached or named or _counts_any(data) else shown


def without_rows(data: Table) -> Table:
    """The table of a figure that is ahead of the data: a row of it would lack every number, and nothing lacks yet."""
    return Table(data.headings, ()) if any(heading.cell in _SUMS for heading in data.headings) else data


def title_of_empty(view: View, key: str, caption: str, data: Table) -> str:
    """That the selection holds none of a figure; of areas that have registered nothing of a year, that it lacks, and
    with it the years to come that the table has."""
    lacking = _lacking(view, key)
    none = none_of(view.words, view.pattern, key, years_of(view.words, frame(view.scope).of_years))
    if began := none_began(view.words, view.selection, BEGAN.get(view.pattern, {}).get(key, "")):
        return began
    if not lacking:
        return nothing(view.words, caption, narrowing(view.selection, view.pattern, key, view.shown.get(key)), none)
    years = [row[i] or 0 for i, head in enumerate(data.headings) if head.cell is Cell.YEAR for row in data.rows]
    onward = frame(view.scope).year in lacking and max(years, default=0) > max(lacking)
    return nothing_told(view.words, caption, lacking, onward=onward, none=none)


def without_unheard(view: View, key: str, data: Table) -> Table:
    """An empty figure's table: of a year of which its areas have registered nothing, and of the years to come that hang
    on it, every sum is missing, as its title says; where it has no years, of a period that is nothing else."""
    lacking, years = _lacking(view, key), [i for i, heading in enumerate(data.headings) if heading.cell is Cell.YEAR]
    if not lacking or not (years or untold(view.scope)):
        return data
    newest = frame(view.scope).year
    sums = [heading.cell in _SUMS for heading in data.headings]

    def known(row: tuple[Any, ...]) -> bool:
        if not years:
            return False
        return row[years[0]] not in lacking and (row[years[0]] or 0) <= newest

    rows = [
        row if known(row) else tuple(None if sums[i] else value for i, value in enumerate(row)) for row in data.rows
    ]
    return Table(data.headings, tuple(rows))


def lacks_all(view: View, key: str) -> tuple[int, ...]:
    """The period's years where nothing is registered of any of them, for a figure of own work; () where some is."""
    lacking = _lacking(view, key)
    return lacking if lacking and untold(view.scope) else ()


def _lacking(view: View, key: str) -> tuple[int, ...]:
    """The years of which the chosen areas, or all, have registered nothing, of a figure of their own work."""
    narrowed = {"omrade", "periode"}.intersection(narrowing(view.selection, view.pattern, key))
    return unheard(view.scope) if narrowed and key not in OF_OTHERS.get(view.pattern, ()) else ()


def _counts_any(data: Table) -> bool:
    counted = [i for i, heading in enumerate(data.headings) if heading.cell in _SUMS]
    return any(row[i] and row[i] != NOT_APPLICABLE for row in data.rows for i in counted)


def is_record(cell: Cell, data: Table, column: int) -> bool:
    """Whether a column says that the rows of a table are of one record each."""
    if cell is not Cell.NAME:
        return cell in _RECORDS
    named = {row[column][0] for row in data.rows if row[column]}
    return any(ENTITIES[entity].sort is not Sort.LIST for entity in named if entity in ENTITIES)


def labels_of(view: View, name: str) -> list[str]:
    """What one filter is chosen to, in words."""
    w, chosen = view.words, view.selection
    if name == "periode":
        return [w.years(*chosen.periode)] if chosen.periode else []
    if name == "sok":
        return [w.quoted(chosen.sok)] if chosen.sok else []
    return [label_of(view, name, code) for code in getattr(chosen, name)]
