"""The records behind chosen numbers as one table: of the page, the grid and files; a row is made when asked for."""

from __future__ import annotations

from typing import Any

from akint_dash.components.record_columns import Rows
from akint_dash.components.table import heading_words
from akint_dash.domain.table import Cell, Heading, Table
from akint_dash.measures.explore_chosen import VALUES
from akint_dash.measures.explore_questions import COUNTED, MEASURES
from akint_dash.pages.explore.explored import Explored
from akint_dash.text.record import kind
from akint_dash.text.words import capital


def records_table(asked: Explored) -> Table:
    """Every record, in the order asked for. Columns: navn, type, omrade, then its part of the number of each side
    (verdi, mot); not where a single count is of one each."""
    listing, valued = asked.listing, valued_sides(asked)
    heads = [
        Heading("navn", Cell.NAME, "Registrering"),
        Heading("type", Cell.TEXT, "Type"),
        Heading("omrade", Cell.NAME, "Ansvarlig rådsområde"),
        *(
            Heading(VALUES[at], measure.cell, capital(side.name) or measure.said_as)
            for at, side in valued
            if (measure := MEASURES[side.question.measure])
        ),
    ]

    def row(at: Any) -> tuple[Any, ...]:
        (entity, code), values = next(listing.rows([at]))
        area = asked.view.portfolio.get(entity, code).get("area")
        parts = [values[side] for side, _ in valued]
        return (entity, code), kind(asked.view.words, entity), ("area", str(area)) if area else None, *parts

    order: Any = asked.ordered
    return Table(tuple(heads), Rows(order, row))


def valued_sides(asked: Explored) -> list[tuple[int, Any]]:
    """The sides whose parts are told, with their places; none of a single count."""
    sides = list(enumerate(asked.chosen))
    return [] if len(sides) == 1 and sides[0][1].question.measure in COUNTED else sides


def labels(asked: Explored) -> list[str]:
    """The headings in words."""
    return [heading_words(asked.view, heading) for heading in records_table(asked).headings]
