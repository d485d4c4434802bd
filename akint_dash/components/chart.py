"""The chart that other programs draw of a figure's table: which of its cells, in which order, and what they are called.

Every number is a cell of the table as it stands. What the table does not know is a gap, never 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from akint_dash.components.table import cell_text, heading_words
from akint_dash.components.typed_cell import kind_of, unit_of, value_of
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Chart, Form, Plot, Series
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, Table
from akint_dash.store.involvement import INSTRUMENTS

Row: TypeAlias = Mapping[str, Any]
Number: TypeAlias = int | float | Decimal | None


def chart(view: View, plot: Plot | None, data: Table, instrument: str = "") -> Chart | None:
    """The chart of a table; None where nothing of it is drawn, no number is known, or all are 0.

    ``instrument``: the card's own, whose colour its one series has.

    Raises:
        KeyError: the table has no such column.
        ValueError: two rows are of one series and one category, or the numbers are of two kinds.
    """
    if plot is None:
        return None
    heads = {heading.name: heading for heading in data.headings}
    shown = [heads[name] for name in plot.show]
    if len({heading.cell for heading in shown}) != 1:
        raise ValueError(f"numbers of two kinds in one chart: {plot.show}")
    words, found = (_pivoted if plot.by else _side_by_side)(view, plot, heads, _rows(plot, data))
    series = tuple(one for one in found if _has(one, plot))
    if not any(any(one.values) for one in series):
        return None
    if len(series) == 1 and not series[0].instrument:
        series = (replace(series[0], instrument=instrument),)
    cell = shown[0].cell
    return Chart(plot.form, tuple(words), series, kind_of(cell), unit_of(cell), plot.stacked, _days(view, plot, data))


def _days(view: View, plot: Plot, data: Table) -> tuple[date, ...]:
    """The day of each category of a line; none where one is not known."""
    cell = next(heading.cell for heading in data.headings if heading.name == plot.of)
    if plot.form is not Form.LINES or cell is not Cell.DATE or plot.by:
        return ()
    days = [value_of(view, cell, row[plot.of]) for row in _rows(plot, data)]
    known = tuple(day for day in days if isinstance(day, date))
    return known if len(known) == len(days) else ()


def _has(one: Series, plot: Plot) -> bool:
    """Whether a series has a number to draw; a part of a whole that is 0 all through has not, but an instrument's."""
    if plot.stacked and not one.instrument:
        return any(one.values)
    return any(value is not None for value in one.values)


def undrawn(view: View, plot: Plot, data: Table) -> str:
    """What of the table its chart leaves out, in words; "" where it draws all."""
    w = view.words
    if plot.only:
        name, value = plot.only
        cell = next(heading.cell for heading in data.headings if heading.name == name)
        return w("Diagrammet viser bare {what}.", what=plot.words.get(value) or cell_text(view, cell, value))
    every = len({_key(plot, row) for row in data.dicts()} if plot.by else data)
    if plot.rows and every > plot.rows:
        return w("Diagrammet viser de {n} første av {all} linjer.", n=w.number(plot.rows), all=w.number(every))
    return ""


def _rows(plot: Plot, data: Table) -> list[Row]:
    """The rows drawn, in their order."""
    rows: list[Row] = [row for row in data.dicts() if not plot.only or row[plot.only[0]] == plot.only[1]]
    if plot.ranked and not plot.by:
        rows.sort(key=lambda row: (_is_unnamed(row[plot.of]), -(_known(row[plot.show[0]]) or 0)))
    return rows if plot.by else rows[: plot.rows or None]


def _key(plot: Plot, row: Row) -> tuple[Any, ...]:
    """What a category is known by."""
    return tuple(row[name] for name in (plot.of, *plot.apart))


def _side_by_side(
    view: View, plot: Plot, heads: Mapping[str, Heading], rows: Sequence[Row]
) -> tuple[list[str], list[Series]]:
    """A category a row, a series a column."""
    return _words(view, plot, heads, [_key(plot, row) for row in rows]), [
        Series(
            plot.words.get(name) or heading_words(view, heads[name]),
            _drawn(view, heads[name].cell, [row[name] for row in rows]),
            _instrument(heads[name].words),
            _none([row[name] for row in rows]),
        )
        for name in plot.show
    ]


def _pivoted(
    view: View, plot: Plot, heads: Mapping[str, Heading], rows: Sequence[Row]
) -> tuple[list[str], list[Series]]:
    """The values of one column are the series; a pair that is in no row has no number.

    Raises:
        ValueError: a pair is in two rows.
    """
    cells: dict[tuple[Any, tuple[Any, ...]], Any] = {}
    for row in rows:
        pair = row[plot.by], _key(plot, row)
        if pair in cells:
            raise ValueError(f"two rows of {pair}")
        cells[pair] = row[plot.show[0]]
    by, head = heads[plot.by], heads[plot.show[0]]
    groups = list(dict.fromkeys(group for group, _ in cells))
    keys = list(dict.fromkeys(key for _, key in cells))
    if by.cell is Cell.YEAR:
        groups.sort()
    if heads[plot.of].cell is Cell.YEAR:
        keys.sort(key=lambda key: key[0])
    if plot.ranked:
        sums = {group: sum(_known(value) or 0 for (of, _), value in cells.items() if of == group) for group in groups}
        groups.sort(key=lambda group: (_is_unnamed(group), -sums[group]))
    keys = keys[: plot.rows or None]
    return _words(view, plot, heads, keys), [
        Series(
            plot.words.get(group) or cell_text(view, by.cell, group),
            _drawn(view, head.cell, [cells.get((group, key)) for key in keys]),
            _instrument(group),
            _none([cells.get((group, key), NOT_APPLICABLE) for key in keys]),
        )
        for group in groups
    ]


def _is_unnamed(value: Any) -> bool:
    """Whether a category or a series is what is left: not known, or outside what has a name."""
    return value is None or (isinstance(value, tuple) and not value[1])


def _known(value: Any) -> Any:
    return None if value == NOT_APPLICABLE else value


def _words(view: View, plot: Plot, heads: Mapping[str, Heading], keys: Sequence[tuple[Any, ...]]) -> list[str]:
    """What each category is called; no two alike, but days: more than one thing may happen on one."""
    cells = [heads[name].cell for name in (plot.of, *plot.apart)]
    words = [
        " · ".join(
            plot.words.get(value) or cell_text(view, cell, value) for cell, value in zip(cells, key, strict=True)
        )
        for key in keys
    ]
    if cells[0] is Cell.DATE:
        return words
    often = Counter(words)
    coded = [
        f"{one} ({key[0][1]})" if often[one] > 1 and cells[0] is Cell.NAME and key[0] else one
        for one, key in zip(words, keys, strict=True)
    ]
    seen: Counter[str] = Counter()
    told = []
    for one in coded:
        seen[one] += 1
        told.append(one if seen[one] == 1 else f"{one} ({seen[one]})")
    return told


def _drawn(view: View, cell: Cell, values: Sequence[Any]) -> tuple[Number, ...]:
    cells = (value_of(view, cell, value) for value in values)
    return tuple(one if isinstance(one, int | float | Decimal) else None for one in cells)


def _none(values: Sequence[Any]) -> tuple[int, ...]:
    """The places where there can be no number."""
    return tuple(at for at, value in enumerate(values) if value == NOT_APPLICABLE)


def _instrument(code: Any) -> str:
    code = code[1] if isinstance(code, tuple) and len(code) > 1 else code
    return str(code) if code in INSTRUMENTS else ""
