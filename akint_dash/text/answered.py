"""The answers of one selection, and the whole county's: a filter that holds none is no hole with an owner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from akint_dash.measures.facts import silent, unheard
from akint_dash.measures.frame import INVOLVEMENT, MONEY, frame
from akint_dash.measures.memo import once
from akint_dash.measures.scope import Scope
from akint_dash.text.answers import ANSWERS, Answer, Asked
from akint_dash.text.areas import silent_title
from akint_dash.text.frame import in_years, silence, stop
from akint_dash.text.words import Words

OF_A_YEAR: Final[Mapping[str, tuple[str, ...]]] = {
    "S3": MONEY, "S6": INVOLVEMENT, "S7": ("budget",), "S10": INVOLVEMENT,
    "S18": ("activity",),
}  # fmt: skip
"""The rows whose answer is of the period's newest year, and what it is made of; S2 and S5 know of years to come, by the
projects that last into them."""

OF_ITS_WORK: Final = ("S10", "S19")
"""The rows whose answer is of what areas have registered in the period's newest year."""

OF_EVERY_YEAR: Final = ("S1", "S5", "S18")
"""The rows whose answer counts what areas have registered in all the period's years."""

STANDING: Final = ("S2", "S17", "S20", "S21")
"""The rows of what holds from day to day, or of others: a year without registrations makes nothing of them unknown."""

NONE: Final[Mapping[str, str]] = {
    "S8": "Ingen henvendelser om bistand med disse filtrene.",
    "S9": "Ingen verv eller nettverksmøter med disse filtrene.",
    "S12": "Ingen prosjekter med disse filtrene er innvilget {years}.",
    "S13": "Ingen prosjekter med disse filtrene.",
    "S14": "Ingen veiledning til bestemte aktører med disse filtrene.",
    "S15": "Ingen åpne EU-saker med disse filtrene.",
    "S16": "Ingen innspill med disse filtrene.",
    "S17": "Ingen medlemskap med disse filtrene.",
    "S18": "Ingen kompetanseheving med disse filtrene.",
    "S20": "Ingen pågående samarbeid med disse filtrene.",
    "S21": "Ingen pågående samarbeid med disse filtrene.",
}
"""What the rows have none of where the filters leave nothing: of the others, which several things answer, nothing."""

MINUTE: Final = len("2026-11-28T15:59")


def answers(w: Words, scope: Scope, first: int, last: int) -> tuple[dict[str, Answer], dict[str, Answer]]:
    """(answer by row inside the selection, answer by row of the whole county).

    A row that the county of the same period answers and the selection does not is outside the selection: nothing lacks.
    """
    county = _county(w, scope.widened(), first, last)
    if scope.selection.is_empty:
        return county, county
    found, same_period = _of(w, scope, first, last), Asked(w, scope.county(), first, last)
    found |= _unregistered(w, scope)
    lacking = unheard(scope)
    for row, one in found.items():
        if not one.measured and not one.held and ANSWERS[row](same_period).measured:
            words = w(NONE.get(row, "Ingenting med disse filtrene."), years=in_years(w, *scope.period))
            if lacking and row not in STANDING:
                years = w.join([str(year) for year in lacking])
                words = w("Ingenting er registrert med disse filtrene; tall for {years} mangler.", years=years)
            found[row] = replace(one, words=words, outside=True)
        elif lacking and one.measured and row in OF_EVERY_YEAR:
            years = w.join([str(year) for year in lacking])
            found[row] = replace(one, words=f"{one.words} {w('Tiltak for {years} mangler.', years=years)}")
    return found, county


def _unregistered(w: Words, scope: Scope) -> dict[str, Answer]:
    """The answers of a year of which the chosen areas have registered nothing: it is missing, and counts nothing."""
    shown = frame(scope)
    if not (shown.told(shown.year) and silent(scope, shown.year)):
        return {}
    names = [w.name(scope.portfolio.get("area", code)) or code for code in scope.selection.omrade]
    words = stop(silent_title(w, shown, names))
    return {row: Answer(False, words, outside=True, held=True) for row in OF_ITS_WORK}


def _county(w: Words, scope: Scope, first: int, last: int) -> dict[str, Answer]:
    """The same under every filter: made once a snapshot, day and minute."""
    key = ("county answers", w.language, scope.selection, scope.today, scope.now[:MINUTE], first, last)
    return once(scope.portfolio, key, lambda: _of(w, scope, first, last))


def _of(w: Words, scope: Scope, first: int, last: int) -> dict[str, Answer]:
    asked = Asked(w, scope, first, last)
    found = {row: _ahead(asked, OF_A_YEAR.get(row)) or answer(asked) for row, answer in ANSWERS.items()}
    told = {row: one if one.measured else _ahead(asked, INVOLVEMENT) or one for row, one in found.items()}
    return {row: replace(one, words=w.even(one.words)) for row, one in told.items()}


def _ahead(asked: Asked, made_of: tuple[str, ...] | None) -> Answer | None:
    """That the data end before the year asked of begins: nothing is 0 then, and nobody owes anything."""
    shown = frame(asked.scope, *made_of) if made_of else None
    return Answer(False, silence(asked.w, shown), outside=True, held=True) if shown and not shown.reached else None
