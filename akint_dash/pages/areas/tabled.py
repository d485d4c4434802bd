"""The table behind the council areas: weights, means, requests and gaps in one row an area."""

from __future__ import annotations

from collections import Counter
from typing import Any

from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, Table, table
from akint_dash.measures import means as money
from akint_dash.measures.support import Support


def with_means(data: Table, means: dict[str, money.Sum], asked: dict[str, Support], gaps: Counter[str]) -> Table:
    """The weights of the areas, with what they set aside and used, the requests they got, and what lacks."""
    heads = (
        *data.headings,
        Heading("planned_ore", Cell.ORE, "Avsatt"),
        Heading("used_ore", Cell.ORE, "Brukt"),
        Heading("means_lacking", Cell.COUNT, "Virkemidler der beløp mangler"),
        Heading("asked", Cell.COUNT, "Henvendelser om bistand"),
        Heading("given", Cell.COUNT, "Henvendelser besvart"),
        Heading("holes", Cell.COUNT, "Mangler i dataene"),
    )
    rows = []
    for row in data.rows:
        code = row[0][1]
        one, help_of = means[code], asked.get(code)
        support_cells: tuple[int | None, ...] = (help_of.asked, help_of.given) if help_of else (0, 0)
        if help_of and (not help_of.reached or help_of.unknown):
            support_cells = (None, None)
        lacks = max(one.lacking, one.lacking_planned)
        known = lacks or one.planned_ore is not None or one.used_ore is not None
        of_means: tuple[Any, ...] = (one.planned_ore, one.used_ore, lacks if known else None)
        of_means = (NOT_APPLICABLE,) * 3 if one.not_applicable else of_means
        rows.append((*row, *of_means, *support_cells, gaps[code]))
    return table(heads, rows)
