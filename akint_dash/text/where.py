"""Where outside actors are that a number counts: the county, the municipalities chosen, or what the filters leave."""

from __future__ import annotations

from typing import Final

from akint_dash.measures.scope import Scope
from akint_dash.text.words import Words

NAMED: Final = 3
"""So many municipalities are named."""


def in_county(w: Words) -> str:
    """Of all of them: "i Akershus"."""
    return w("i Akershus")


def where(w: Words, scope: Scope) -> str:
    """ "i Akershus", "i Lillestrøm" where a municipality is chosen; of a programme or a search "med disse filtrene"."""
    here = place(w, scope)
    return here if all_counted(scope) else w("{place} med disse filtrene", place=here)


def place(w: Words, scope: Scope) -> str:
    """The place alone, where the filters stand beside it."""
    if not scope.municipalities:
        return in_county(w)
    if len(scope.municipalities) > NAMED:
        return w("i de valgte kommunene")
    names = [w.name(scope.portfolio.get("municipality", code)) or code for code in scope.municipalities]
    return w("i {municipalities}", municipalities=w.join(names))


def all_counted(scope: Scope) -> bool:
    """Whether nothing is left out of the municipalities looked at: one without is then without for sure."""
    return not (scope.selection.program or scope.selection.sok)
