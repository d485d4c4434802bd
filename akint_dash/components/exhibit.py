"""A figure card as what leaves the house: its words, its typed numbers, and the chart other programs draw of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from akint_dash.components.chart import chart, undrawn
from akint_dash.components.table import cell_text, heading_words, some_of
from akint_dash.components.typed_cell import kind_of, unit_of, value_of
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Column, Exhibit, Kind, Value
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, Table


def exhibit(view: View, key: str) -> Exhibit:
    """One card of the page.

    Raises:
        KeyError: the page has no such card.
    """
    told, data = view.told[key], view.tables[key]
    columns, rows = typed(view, data)
    drawn = chart(view, told.plot, data, told.instrument)
    left_out = undrawn(view, told.plot, data) if told.plot and drawn else ""
    return Exhibit(
        key=key,
        title=told.title,
        caption=told.caption,
        columns=columns,
        rows=rows,
        base=told.base,
        say=told.say,
        unit=told.unit,
        notes=(*told.notes, left_out) if left_out else told.notes,
        refs=told.refs,
        instrument=told.instrument,
        chart=drawn,
        over=view.name("instrument", told.instrument) if told.instrument else "",
        sketch=told.sketch() if told.sketch else None,
    )


def typed(view: View, data: Table) -> tuple[tuple[Column, ...], tuple[tuple[Value, ...], ...]]:
    """A table's columns and rows as values with a kind: a record's code beside its name, a currency beside its amount.

    No two headings are alike: a second one tells which column it stands beside.
    """
    columns: list[Column] = []
    cells: list[list[Value]] = [[] for _ in data.rows]
    for at, heading in enumerate(data.headings):
        for column, values in _columns(view, heading, [row[at] for row in data.rows]):
            columns.append(_apart(column, columns))
            for row, value in zip(cells, values, strict=True):
                row.append(value)
    return tuple(columns), tuple(tuple(row) for row in cells)


def _apart(column: Column, before: Sequence[Column]) -> Column:
    """``column`` under words of its own: a second "Andel" tells whose by the column before it, or by its name."""
    taken = {one.words for one in before}
    beside = [f"{column.words} ({one.words})" for one in before[-1:]]
    named = (f"{column.words} ({column.name}{number})" for number in ("", *(f" {n}" for n in range(2, 99))))
    words = next(words for words in (column.words, *beside, *named) if words not in taken)
    return Column(column.name, words, column.kind, column.unit, column.lang)


def _columns(view: View, heading: Heading, values: Sequence[Any]) -> Iterator[tuple[Column, list[Value]]]:
    """What one column of the page is outside it: itself, its code or currency, which of it are known in part."""
    w, cell, words = view.words, heading.cell, heading_words(view, heading)
    column = Column(heading.name, words, kind_of(cell), unit_of(cell), heading.lang)
    if cell in (Cell.NAME, Cell.NAMES):
        codes: list[Value] = [_codes(cell, value) for value in values]
        coded = Column(f"{heading.name}_code", w("{heading} (kode)", heading=words), Kind.CODE)
        yield column, [_name(view, cell, value) for value in values]
        yield coded, codes
    elif cell is Cell.AMOUNT:
        yield column, [value_of(view, cell, value) for value in values]
        currencies: list[Value] = [value[1] if isinstance(value, tuple | list) else None for value in values]
        yield Column(f"{heading.name}_currency", w("{heading} (valuta)", heading=words), Kind.CODE), currencies
    else:
        yield column, [value_of(view, cell, value) for value in values]
    if any(map(some_of, values)):
        partly = Column(f"{heading.name}_partly", w("{heading} (bare delvis kjent)", heading=words), Kind.TEXT)
        yield partly, [w("ja") if some_of(value) else w("nei") for value in values]


def _codes(cell: Cell, value: Any) -> str | None:
    if value in (None, NOT_APPLICABLE):
        return None
    return str(value[1]) if cell is Cell.NAME else "; ".join(str(code) for code in value[1])


def _name(view: View, cell: Cell, value: Any) -> Value:
    return None if value is None else cell_text(view, cell, value)
