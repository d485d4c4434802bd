"""Small parts: signs of the instruments, links to the strategy, inline drawings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.still import Still
from akint_dash.components.view import View
from akint_dash.figures.svg import SHAPE

CLASS: Final = {"PRO": "pro", "POL": "pol", "KOM": "kom", "BIL": "bil"}
"""An instrument's class in the style sheet: its colour, everywhere the same."""

INSTRUMENT_PATH: Final = {
    "PRO": "/virkemidler/prosjektutvikling",
    "POL": "/virkemidler/politikkoppfolging",
    "KOM": "/virkemidler/kompetanseheving",
    "BIL": "/virkemidler/bilateralt",
}


def drawing(markup: str, *, key: str = "", name: str = "") -> Component:
    """Inline SVG or HTML made on the server. ``key`` marks it as a figure."""
    marked = {"data-figure": key} if key else {}
    return Still(markup=markup, className=f"drawing {name}".strip(), **marked)


def sign(instrument: str) -> Component:
    """The instrument's shape in its colour; the word always stands beside it."""
    markup = f'<svg class="sign" viewBox="0 0 16 16" aria-hidden="true"><path d="{SHAPE[instrument]}"/></svg>'
    return Still(of="span", markup=markup, className=f"sign-box {CLASS[instrument]}")


def strategy_ref(view: View, row: str, *, short: bool = False) -> Component | None:
    """The link to a row of the strategy: its own section, never our number; None of a row that its file no longer has.
    ``short``: beside a name, where the word "Strategien" is heard but not seen."""
    known = view.strategy.known([row])
    if not known:
        return None
    section = known[0].section
    numbered: Any = view.words("Strategien, kap. {section}", section=section)
    if short:
        first, comma, rest = numbered.partition(", ")
        numbered = [unseen(first + comma), rest]
    return html.A(
        numbered if section[:1].isdigit() else view.words("Strategien"),
        href=view.link("/strategien", anchor=row),
        className="ref",
        title=view.words("Slik svarer vi på strategien"),
    )


def strategy_refs(view: View, rows: Sequence[str], *, short: bool = False) -> list[Any]:
    """A tag for each section the rows stand in, the first row of each; a space before each, for who hears them."""
    sections = {row.section: row.id for row in reversed(view.strategy.known(rows))}
    return apart([strategy_ref(view, row, short=short) for row in sorted(sections.values(), key=rows.index)])


def apart(items: Sequence[Any]) -> list[Any]:
    """A space before each, for who hears them one after the other."""
    return [part for item in items for part in (" ", item)]


def unseen(text: str) -> Component:
    """Text for screen readers only."""
    return html.Span(text, className="unseen")
