"""This year against last, both to the day the data reach: what a comparison may be made of."""

from __future__ import annotations

from datetime import date

import numpy as np

from akint_dash.measures.frame import Frame, frames
from akint_dash.measures.participations import takings
from akint_dash.measures.scope import Mask, Scope
from akint_dash.store.involvement import INSTRUMENTS, days


def until(scope: Scope, frame: Frame) -> tuple[Mask, Mask] | None:
    """Involvements of the year shown to the data's day, and of the year before to the same; None where none is made.

    None by a status either: it is today's, and most of what had it a year ago has another by now. Nor by months: the
    year before is then left out.
    """
    if frame.until is None or frame.before is None or scope.selection.status or scope.selection.maned:
        return None
    return _to(scope, frame.until), _to(scope, frame.before)


def _to(scope: Scope, day: date) -> Mask:
    facts = scope.facts
    inside: Mask = scope.responsible_any_year & (facts.year == day.year) & (facts.day <= days(day.isoformat()))
    return inside


def same_days(scope: Scope) -> dict[str, tuple[int, int] | None]:
    """instrument -> (involvements of the year shown to the data's day, of the year before to the same day).

    None where the data are too old, or do not reach the year: then nothing is compared (see :class:`Frame`).
    """
    found: dict[str, tuple[int, int] | None] = {}
    for code, one in frames(scope).items():
        masks, mine = until(scope, one), scope.facts.instrument == INSTRUMENTS.index(code)
        found[code] = None if masks is None else (int((masks[0] & mine).sum()), int((masks[1] & mine).sum()))
    return found


def county_same_days(scope: Scope, frame: Frame) -> tuple[int, int] | None:
    """As :func:`same_days`, of all instruments together."""
    masks = until(scope, frame)
    return None if masks is None else (int(np.count_nonzero(masks[0])), int(np.count_nonzero(masks[1])))


def actors_same_days(scope: Scope, frame: Frame) -> tuple[int, int] | None:
    """How many :func:`actors_then` names."""
    found = actors_then(scope, frame)
    return None if found is None else (len(found[0]), len(found[1]))


def actors_then(scope: Scope, frame: Frame) -> tuple[set[str], set[str]] | None:
    """Actors in Akershus taking part in the year shown by the data's day, and in the year before by the same."""
    if frame.until is None or frame.before is None:
        return None
    some = [t for t in takings(scope.narrowed(periode=(frame.year - 1, frame.year))) if t.inside]
    now, before = (
        {t.actor for t in some if t.start <= day.isoformat() and t.last >= day.year}
        for day in (frame.until, frame.before)
    )
    return now, before
