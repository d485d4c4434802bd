"""One sentence of the strategy with today's measured answer: another one every day, among those that fit a wall."""

from __future__ import annotations

from akint_dash.components.view import View
from akint_dash.pages.screen.asked import Asked
from akint_dash.pages.screen.fitting import fit, wrap
from akint_dash.pages.screen.slide import Slide
from akint_dash.text.answered import answers
from akint_dash.text.frame import title as as_title
from akint_dash.text.strategy import Row

MOST_LINES = 5
"""Of the sentence and its answer together."""


def promise(view: View, asked: Asked) -> Slide | None:
    """The sentence of the day."""
    w, strategy = view.words, view.strategy
    found, _ = answers(w, view.scope, strategy.first_year, strategy.last_year)
    measured = [row for code, row in strategy.rows.items() if found[code].measured]
    if not measured:
        return None
    wide = asked.surface.wide - 1.8

    def lines(row: Row) -> int:
        answer = fit(as_title(found[row.id].words), wide, 2, largest=1.45)
        return len(wrap(_sentence(view, row), 1.0, wide)) + len(answer.lines)

    short = [row for row in measured if lines(row) <= MOST_LINES] or [min(measured, key=lines)]
    row = short[view.day.toordinal() % len(short)]
    section = w("Strategien, kapittel {section}", section=row.section) if row.section[:1].isdigit() else w("Strategien")
    return Slide("strategi", "answer", as_title(found[row.id].words), say=_sentence(view, row), note=section)


def _sentence(view: View, row: Row) -> str:
    return row.sentence_nb if view.words.language == "nb" else row.sentence_en
