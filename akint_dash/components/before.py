"""The same time the year before, in a figure: a line on that year's bar with its day, the same on every page."""

from __future__ import annotations

from collections.abc import Sequence

from dash.development.base_component import Component

from akint_dash.components.total import total_line
from akint_dash.components.view import View
from akint_dash.figures.columns import Then
from akint_dash.measures.frame import Frame
from akint_dash.text.frame import by_then, in_before
from akint_dash.text.words import capital


def then(view: View, shown: Frame, years: Sequence[int], value: float | None, told: str) -> Then | None:
    """The line on the column of the year before; None where no column of it is shown, or nothing is compared."""
    words = by_then(view.words, shown, told)
    if not value or not words or shown.year - 1 not in years:
        return None
    return Then(list(years).index(shown.year - 1), value, words)


def before_line(view: View, shown: Frame, years: Sequence[int], told: str) -> Component | None:
    """The number of the year before in words, where the figure has no bar of that year."""
    if not told or shown.before is None or shown.year - 1 in years:
        return None
    return total_line(capital(in_before(view.words, shown)), told)
