"""A table that stands where a figure has neither chart nor map: its first rows, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from akint_dash.domain.exhibit import Column, Exhibit
from akint_dash.domain.table import NOT_APPLICABLE
from akint_dash.exports.picture.letters import width
from akint_dash.exports.picture.pieces import BODY, ROOM, SMALL, Piece, moved, paragraph, rule, stacked
from akint_dash.exports.table_room import PAD, known, widths_of
from akint_dash.text.values import RIGHT, table_in_words
from akint_dash.text.words import Words

ROWS: Final = 12
"""So many rows at most."""
MOST_LINES: Final = 6
"""So many lines of one cell."""


def table(w: Words, exhibit: Exhibit) -> Piece:
    """The first rows; under them how many more there are, and which columns have no room."""
    if not exhibit.rows:
        return paragraph(w("Tabellen har ingen rader."), ROOM, tone="ink-2")
    columns, said = known(*table_in_words(w, exhibit.columns, exhibit.rows[:ROWS]))
    kept, widths = widths_of(columns, said, BODY, ROOM, width)
    shown = [columns[at] for at in kept]
    cells = [[row[at] for at in kept] for row in said]
    rows = [_row([column.words for column in shown], shown, widths, head=True)]
    rows += [_row(row, shown, widths, missing=w("mangler")) for row in cells]
    left_out = [column.words for at, column in enumerate(columns) if at not in kept]
    under = [(paragraph(one, ROOM, SMALL, tone="ink-2"), 6.0) for one in _under(w, exhibit, cells, left_out)]
    return stacked([(_ruled(rows, sum(widths)), 0.0), *under])


def _under(w: Words, exhibit: Exhibit, said: Sequence[Sequence[str]], left_out: Sequence[str]) -> list[str]:
    more = len(exhibit.rows) - len(said)
    told = [w("og {n} til", n=w.number(more))] if more > 0 else []
    told += [w("Står bare på siden: {columns}.", columns=w.join(left_out))] if left_out else []
    if any(NOT_APPLICABLE in row for row in said):
        told.append(w("{sign} betyr at raden ikke kan ha en slik verdi.", sign=NOT_APPLICABLE))
    return told


def _row(
    cells: Sequence[str], columns: Sequence[Column], widths: Sequence[float], *, head: bool = False, missing: str = ""
) -> Piece:
    parts: list[str] = []
    x = high = 0.0
    for text, column, wide in zip(cells, columns, widths, strict=True):
        right = column.kind in RIGHT and (len(parts) > 0)
        tone = "ink-2" if head or text == missing else "ink"
        room = wide - 2 * PAD
        told = paragraph(
            " ".join(text.splitlines()), room, SMALL if head else BODY, tone=tone, bold=head,
            anchor="end" if right else "start", most=MOST_LINES,
        )  # fmt: skip
        parts.append(moved(told.svg, x + wide - PAD if right else x + (PAD if parts else 0), 0))
        x, high = x + wide, max(high, told.high)
    return Piece("".join(parts), high)


def _ruled(rows: Sequence[Piece], wide: float) -> Piece:
    parts, y = [], 0.0
    for at, row in enumerate(rows):
        parts.append(moved(row.svg, 0, y + 6))
        y += row.high + 12
        parts.append(rule(y, "rule" if at else "rule-strong", x1=wide))
    return Piece("".join(parts), y)
