"""Which deadline of a call is which: by day and stage, then by the nearest that is left; never by place in a list.

A source leaves passed cut-offs out, adds later ones, moves one by a week. What it leaves out stays as it was, and
nothing moves because a list became shorter or longer. The rules know no today, and take two lists in either order:

1. the same day, where the stages do not differ; the same moment first where several lie on one day;
2. the same stage of a call in two stages, however far it moved;
3. of what is left between two matched ones: the only one on each side is the same, moved; else the nearest, when it
   lies nearer than half the shortest distance between two deadlines of the call. In a call with cut-offs that holds
   for the only one too, for the next round is not the last one moved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from typing import Any, Final

from akint_dash.domain.reading import Draft
from akint_dash.settings import OSLO

USUAL_LIMIT_DAYS: Final = 45
"""How far a deadline may have moved where the call's own rhythm is not known: half of a quarter."""


@dataclass(frozen=True, slots=True)
class Due:
    """What counts of one deadline. ``day`` is the one in Oslo, which keeps Brussels time."""

    day: date
    moment: str | None = None
    stage: int | None = None
    cut_off: int | None = None

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Due | None:
        """The deadline of a record's or draft's values; None where it has neither day nor moment."""
        moment, day = values.get("moment"), values.get("day")
        if moment:
            local = datetime.fromisoformat(moment).astimezone(OSLO).date()
            return cls(local, moment, values.get("stage"), values.get("cut_off"))
        return cls(date.fromisoformat(day), None, values.get("stage"), values.get("cut_off")) if day else None

    def after(self, known: Due | None) -> Due:
        """This one as the newest word of ``known``: a stage or round that it does not say stays."""
        if known is None:
            return self
        return replace(self, stage=self.stage or known.stage, cut_off=known.cut_off or self.cut_off)

    @property
    def order(self) -> tuple[date, str]:
        """Sorts in time."""
        return self.day, self.moment or ""


def pair(known: Sequence[Due], told: Sequence[Due]) -> dict[int, int]:
    """The place in ``known`` for each place in ``told`` that is the same deadline."""
    found: dict[int, int] = {}
    for fits in (_same_moment, _same_day, _same_stage):
        for new in sorted(range(len(told)), key=lambda place: told[place].order):
            if new in found:
                continue
            free = [old for old in range(len(known)) if old not in found.values() and fits(known[old], told[new])]
            if free:
                found[new] = min(free, key=lambda old: known[old].order)
    return found | _nearest(known, told, found)


def numbered(known: Mapping[str, Due], told: Sequence[tuple[Draft, str]]) -> list[tuple[Draft, str]]:
    """The drafts with the numbers of their cut-offs among all that are ``known`` of the call, these included.

    A known cut-off that is not told, and whose number another one has pushed, is told with its new number.
    """
    rounds = sorted((code for code, due in known.items() if due.cut_off is not None), key=lambda c: known[c].order)
    number = {code: place for place, code in enumerate(rounds, start=1)}
    pushed = {code for code in rounds if known[code].cut_off != number[code]}
    made = []
    for draft, code in told:
        own = code in pushed or (code in number and draft.values.get("cut_off") is not None)
        made.append((replace(draft, values={**draft.values, "cut_off": number[code]}) if own else draft, code))
    first = told[0][0]
    for code in sorted(pushed - {code for _, code in told}):
        values = {"call": first.values["call"], "cut_off": number[code]}
        made.append((replace(first, code=code, values=values), code))
    return made


def _same_moment(one: Due, other: Due) -> bool:
    return one.moment is not None and one.moment == other.moment and _same_day(one, other)


def _same_day(one: Due, other: Due) -> bool:
    return one.day == other.day and (None in (one.stage, other.stage) or one.stage == other.stage)


def _same_stage(one: Due, other: Due) -> bool:
    return one.stage is not None and one.stage == other.stage


def _nearest(known: Sequence[Due], told: Sequence[Due], found: Mapping[int, int]) -> dict[int, int]:
    limit_days = min(_rhythm_days(known), _rhythm_days(told)) / 2
    by_gap: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for old in set(range(len(known))) - set(found.values()):
        by_gap[sum(known[other].day < known[old].day for other in found.values())][0].append(old)
    for new in set(range(len(told))) - set(found):
        by_gap[sum(told[other].day < told[new].day for other in found)][1].append(new)
    near: dict[int, int] = {}
    for olds, news in by_gap.values():
        alone = len(olds) == len(news) == 1 and known[olds[0]].cut_off is None and told[news[0]].cut_off is None
        pairs = sorted(
            (abs(known[o].day - told[n].day), known[o].order, told[n].order, o, n) for o in olds for n in news
        )
        for distance, _, _, old, new in pairs:
            if old not in near.values() and new not in near and (alone or distance.days < limit_days):
                near[new] = old
    return near


def _rhythm_days(dues: Sequence[Due]) -> int:
    """The shortest distance between two of the days."""
    days = sorted({due.day for due in dues})
    return min(((later - day).days for day, later in pairwise(days)), default=2 * USUAL_LIMIT_DAYS)
