"""Where the numbers of the page of deadlines lead: to what the deadlines are of, or to the list that has them all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from akint_dash.components.numbers import Numbers
from akint_dash.components.view import View
from akint_dash.components.ways import in_table, to_count
from akint_dash.measures.dues import Due

ABOUT: Final = {"call": "Utlysninger", "dossier": "EU-saker", "cooperation": "Avtaler", "membership": "Medlemskap"}


def lead(view: View, found: Sequence[Due]) -> Numbers:
    """The deadlines, the urgent and those that cannot be met: of several kinds, no list has them but ours."""
    states = [one.state for one in found]
    return Numbers(
        in_table(view, "liste", len(found)), in_table(view, "liste", states.count("urgent"), states.count("lost"))
    )


def about(view: View, found: Sequence[Due]) -> Numbers:
    """The calls, dossiers, agreements and memberships that the deadlines are of."""
    held = [one.source if one.kind == "membership" else one.record for one in found]
    of = [(entity, {code for kind, code in held if kind == entity}) for entity in ABOUT]
    ways = [to_count(view, view.words(ABOUT[entity]), entity, codes, "akse") for entity, codes in of if codes]
    return Numbers(say=ways)
