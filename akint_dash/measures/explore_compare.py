"""Two selections beside each other: over which days, and whether their numbers can be held against each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np

from akint_dash.domain.selection import Selection
from akint_dash.measures.explore import Number, Reply
from akint_dash.measures.explore_questions import MEASURES, TIME, Inquiry
from akint_dash.measures.explore_rows import rows
from akint_dash.measures.frame import Frame, frame, same_day
from akint_dash.measures.scope import Scope

MORE: Final[Mapping[str, tuple[str, ...]]] = {
    "stotte": ("project_step", "funding"),
    "egne-kroner": ("project_step", "funding"),
    "soknadstid": ("project_step",),
}
"""What a measure is made of beside the records it counts."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How two selections are compared.

    ``until`` is the last day counted of each, None where its whole period is. ``shift`` is how many years the second
    lies before the first, where they are laid on each other. ``apart`` says why no difference is worked out: "months"
    (one side is of months, the other of a period), "unlike" (not equally long), "ahead" (the data do not reach), "old"
    (too old for a part-year), "before" (nothing recorded).
    """

    until: tuple[date | None, date | None] = (None, None)
    shift: int = 0
    apart: str = ""

    @property
    def is_cut(self) -> bool:
        """Whether both are counted to the same day of their last year."""
        return self.until[0] is not None


def shown_of(scope: Scope, measure: str) -> Frame:
    """The frame of what a measure is made of."""
    return frame(scope, *sorted(MEASURES[measure].of), *MORE.get(measure, ()))


def terms(first: Selection, second: Selection, shown: Frame) -> Terms:
    """How two selections are compared: the same period as it is, two periods of equal length to the same day."""
    one, other = first.periode, second.periode
    if one == other:
        return Terms()
    if first.maned or second.maned:
        return _of_months(first, second, shown)
    if one is None or other is None or one[1] - one[0] != other[1] - other[0]:
        return Terms(apart="unlike")
    shift = one[0] - other[0]
    if max(one[1], other[1]) > shown.data_day.year:
        return Terms(shift=shift, apart="ahead")
    if min(one[0], other[0]) < shown.begun:
        return Terms(shift=shift, apart="before")
    if not any(shown.unfinished(year) for year in (one[1], other[1])):
        return Terms(shift=shift)
    if shown.stale:
        return Terms(shift=shift, apart="old")
    return Terms((same_day(shown.data_day, one[1]), same_day(shown.data_day, other[1])), shift)


def _of_months(first: Selection, second: Selection, shown: Frame) -> Terms:
    """Months of different years beside each other, where both are of months that the data are past."""
    if not (first.maned and second.maned):
        return Terms(apart="months")
    return Terms(apart="ahead" if max(*first.maned, *second.maned) >= shown.data_day.isoformat()[:7] else "")


def seen_through(scope: Scope, selection: Selection, until: date | None) -> Scope:
    """The same portfolio through a selection; as it stood on a day, by the dates in its records, where there is one."""
    if until is None:
        return Scope(scope.portfolio, replace(selection, per=scope.selection.per), scope.today, scope.now)
    return Scope(scope.portfolio, replace(selection, per=None), until)


def shared(asked: Inquiry, one: Scope, other: Scope) -> int:
    """How many records stand on both sides."""
    first, second = (rows(scope, asked.measure, begun=asked.begun).record for scope in (one, other))
    return len(np.intersect1d(first, second))


def beside(value: str, dimension: str, shift: int) -> str:
    """The value of the second selection that stands beside one of the first: the same month so many years before."""
    if not shift or dimension not in TIME or not value[:4].isdecimal():
        return value
    return f"{int(value[:4]) - shift}{value[4:]}"


def difference(measure: str, one: Number | None, other: Number | None) -> float | int | None:
    """The first number less the second; None where either is missing, or not known in full. No record is none."""
    found = []
    for number in (one, other):
        if number is None or not number.records:
            if not MEASURES[measure].adds:
                return None
            found.append(0)
        elif number.value is None or (number.lacking and MEASURES[measure].adds):
            return None
        else:
            found.append(number.value)
    return found[0] - found[1]


def values_of(first: Reply, second: Reply, shift: int) -> list[str]:
    """The values of either answer, in the order of the first, those of the second alone after them."""
    by = first.asked.by
    own = list(first.firsts)
    return own + [back for value in second.firsts if (back := beside(value, by, -shift)) not in first.firsts]
