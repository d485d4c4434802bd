"""The answers of one selection, and the whole county's: a filter that holds none is no hole with an owner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from akint_dash.measures.frame import INVOLVEMENT, MONEY, frame
from akint_dash.measures.memo import once
from akint_dash.measures.scope import Scope
from akint_dash.text.answers import ANSWERS, Answer, Asked
from akint_dash.text.frame import silence
from akint_dash.text.words import Words

OF_A_YEAR: Final[Mapping[str, tuple[str, ...]]] = {
    "S2": ("participation",), "S3": MONEY, "S6": INVOLVEMENT, "S7": ("budget",), "S10": INVOLVEMENT,
    "S18": ("activity",),
}  # fmt: skip
"""The rows whose answer is of the period's newest year, and what it is made of."""

MINUTE: Final = len("2026-11-28T15:59")


def answers(w: Words, scope: Scope, first: int, last: int) -> tuple[dict[str, Answer], dict[str, Answer]]:
    """(answer by row inside the selection, answer by row of the whole county).

    A row that the county of the same period answers and the selection does not is outside the selection: nothing lacks.
    """
    county = _county(w, scope.widened(), first, last)
    if scope.selection.is_empty:
        return county, county
    found, same_period = _of(w, scope, first, last), Asked(w, scope.county(), first, last)
    for row, one in found.items():
        if not one.measured and not one.held and ANSWERS[row](same_period).measured:
            found[row] = replace(one, words=w("Ingenting med disse filtrene."), outside=True)
    return found, county


def _county(w: Words, scope: Scope, first: int, last: int) -> dict[str, Answer]:
    """The same under every filter: made once a snapshot, day and minute."""
    key = ("county answers", w.language, scope.selection, scope.today, scope.now[:MINUTE], first, last)
    return once(scope.portfolio, key, lambda: _of(w, scope, first, last))


def _of(w: Words, scope: Scope, first: int, last: int) -> dict[str, Answer]:
    asked = Asked(w, scope, first, last)
    found = {row: _ahead(asked, OF_A_YEAR.get(row)) or answer(asked) for row, answer in ANSWERS.items()}
    return {row: one if one.measured else _ahead(asked, INVOLVEMENT) or one for row, one in found.items()}


def _ahead(asked: Asked, made_of: tuple[str, ...] | None) -> Answer | None:
    """That the data end before the year asked of begins: nothing is 0 then, and nobody owes anything."""
    shown = frame(asked.scope, *made_of) if made_of else None
    return Answer(False, silence(asked.w, shown), outside=True, held=True) if shown and not shown.reached else None
