"""A table of a measure on screen and in a download: the same cells, written the same way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.markup import Drawn, drawn, still
from akint_dash.components.numbers import Cells
from akint_dash.components.record_link import to_sheet
from akint_dash.components.spoken import said, spoken
from akint_dash.components.view import View
from akint_dash.components.whole import whole
from akint_dash.domain.choices import CHOICES
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, SomeOf, Table
from akint_dash.text.missing import at_least, share
from akint_dash.text.words import capital

RIGHT: Final = frozenset({Cell.COUNT, Cell.DECIMAL, Cell.RATE, Cell.SHARE, Cell.ORE, Cell.AMOUNT, Cell.DAYS, Cell.YEAR})


NUMBERS: Final = frozenset({Cell.COUNT, Cell.DECIMAL, Cell.SHARE, Cell.ORE, Cell.AMOUNT})
"""What a number in a table is: days, years and rates are none that records make."""
OWN: Final = frozenset(
    {"project", "call", "dossier", "activity", "cooperation", "membership", "result", "participation"}
)
"""Kinds of records that have a row of their own, whose numbers are theirs: the row's name leads to the sheet."""


def heading_words(view: View, heading: Heading) -> str:
    """A column's heading in the view's language; an instrument's, area's or audience's code becomes its name."""
    if heading.name in CHOICES["audience"]:
        return view.words.choice("audience", heading.name)
    for entity in ("instrument", "area"):
        if heading.words in view.portfolio.records(entity):
            return view.name(entity, heading.words)
    return view.words(heading.words)


def cell_text(view: View, cell: Cell, value: Any) -> str:
    """One cell in words; missing is 'mangler'."""
    w = view.words
    if value is None:
        return w("mangler")
    if value == NOT_APPLICABLE:
        return NOT_APPLICABLE
    return at_least(w, _known(view, cell, value), some_of(value))


def some_of(value: Any) -> bool:
    """Whether a cell's number, or the amount it begins with, is known in part only."""
    return isinstance(value[0] if isinstance(value, tuple) else value, SomeOf)


def _known(view: View, cell: Cell, value: Any) -> str:
    w = view.words
    match cell:
        case Cell.NAME:
            return view.name(*value)
        case Cell.SAID:
            return w.name(view.portfolio.get(value[0], value[1]), value[2])
        case Cell.NAMES:
            return "; ".join(view.name(value[0], code) for code in value[1])
        case Cell.CHOICE:
            return capital(w.choice(*value))
        case Cell.COUNT | Cell.DAYS:
            return w.number(value)
        case Cell.DECIMAL:
            return w.decimal(value)
        case Cell.SHARE:
            return share(w, value)
        case Cell.RATE:
            return w.rate(value)
        case Cell.ORE:
            return w.money(value)
        case Cell.AMOUNT:
            return w.amount(*value)
        case Cell.DATE:
            return w.date(value)
        case Cell.TRUTH:
            return w("ja") if value else w("nei")
        case Cell.MOMENT:
            return w.moment(value)
        case _:
            return str(value)


def plain_table(
    view: View,
    data: Table,
    caption: str,
    *,
    stack: bool = False,
    captioned: bool = True,
    ids: Sequence[str] = (),
    cells: Cells | None = None,
) -> Component:
    """The table of a figure: hairlines, numbers right, text left. ``ids`` name its rows, to lead to; ``cells`` says
    where a number leads. A row of one record has its name as the way to it."""
    heads = [heading_words(view, heading) for heading in data.headings]
    alike, units = _alike(view, data), _units(data)
    head = html.Tr(
        [
            html.Th(words, scope="col", className="r" if h.cell in RIGHT else None)
            for words, h in zip(heads, data.headings, strict=True)
        ]
    )
    body = [
        drawn("tr", _row(view, data, heads, number, unit, alike, cells), **({"id": ids[number]} if ids else {}))
        for number, unit in enumerate(units)
    ]
    return still(
        html.Table(
            [html.Caption(caption, className=None if captioned else "unseen"), html.Thead(head), html.Tbody(body)],
            className="plain stack" if stack else "plain",
        )
    )


def _row(
    view: View,
    data: Table,
    heads: Sequence[str],
    number: int,
    unit: Any,
    alike: Mapping[tuple[Any, Any], str],
    cells: Cells | None,
) -> list[Drawn]:
    row = data.rows[number]
    named = {heading.name: value for heading, value in zip(data.headings, row, strict=True)}
    own = next((h.name for h in data.headings if h.cell is Cell.NAME and named[h.name] and _is_own(named[h.name])), "")
    made = []
    for at, (heading, words, value) in enumerate(zip(data.headings, heads, row, strict=True)):
        href = to_sheet(view, *value) if heading.name == own else ""
        if cells and value and heading.cell in NUMBERS and value != NOT_APPLICABLE:
            mark = cells(number, named, heading.name)
            href = mark.href if mark else ""
        same = alike.get((unit or heading.name, value)) if heading.cell is Cell.DECIMAL else None
        made.append(_cell(view, heading, words, value, first=at == 0, alike=same, href=href))
    return made


def _is_own(value: Any) -> bool:
    """Whether the numbers of a row with this name are of that one record."""
    return value != NOT_APPLICABLE and value[0] in OWN


UNITS: Final = frozenset({"unit", "measure"})
"""The columns that say what the numbers of their row are counted in."""


def _units(data: Table) -> list[Any]:
    """What the numbers of each row are counted in, None where all rows count the same."""
    at = next((i for i, heading in enumerate(data.headings) if heading.name in UNITS), None)
    return [None if at is None else row[at] for row in data.rows]


def _alike(view: View, data: Table) -> dict[tuple[Any, Any], str]:
    """(unit or column, number) -> the number in words, with as many decimals as the others of it: 1,0 over 0,5."""
    groups: dict[Any, list[Any]] = {}
    columns = [(i, heading.name) for i, heading in enumerate(data.headings) if heading.cell is Cell.DECIMAL]
    for row, unit in zip(data.rows, _units(data), strict=True):
        for at, name in columns:
            if row[at] not in (None, NOT_APPLICABLE):
                groups.setdefault(unit or name, []).append(row[at])
    return {
        (name, value): words
        for name, known in groups.items()
        for value, words in zip(known, view.words.decimals(*known), strict=True)
    }


def _cell(view: View, heading: Heading, words: str, value: Any, *, first: bool, alike: str | None, href: str) -> Drawn:
    text: Any = cell_text(view, heading.cell, value)
    known = value not in (None, NOT_APPLICABLE)
    if heading.cell is Cell.NAME and known:
        text = spoken(view, *value)
    if heading.cell is Cell.SAID and known:
        text = said(view, view.portfolio.get(value[0], value[1]), value[2])
    if alike is not None:
        text = alike
    if isinstance(text, str):
        text = whole(text)
    if href:
        text = drawn("a", text, href=href)
    lang = {"lang": heading.lang} if heading.lang not in ("", view.words.language) else {}
    if first:
        return drawn("th", text, scope="row", **lang)
    names = ["r"] if heading.cell in RIGHT else []
    if value is None:
        names.append("missing")
    return drawn("td", text, className=" ".join(names) or None, **{"data-h": words}, **lang)
