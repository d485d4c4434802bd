"""How new what we know is, entity by entity: the data's own day, never the day somebody looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Final

from akint_dash.settings import OSLO
from akint_dash.store.revisions import Revision

SINGLE_EDITS: Final = frozenset({"undo", "nettleser", "skjema", "fit"})
"""Sources that touch single records and say nothing of how new the rest are."""


def recorded_day(revision: Revision) -> date:
    """The day in Europe/Oslo on which a revision was recorded."""
    moment = datetime.fromisoformat(revision.recorded_at.replace("Z", "+00:00"))
    return moment.astimezone(OSLO).date()


def told_at(revisions: Sequence[Revision]) -> str:
    """The moment of the newest revision that more than single edits (or what took one back) came with: how new the data
    are; of the newest where there is no other."""
    single = {r.number for r in revisions if set(r.source.split(", ")) <= SINGLE_EDITS - {"undo"}}
    whole = [r for r in revisions if r.number not in single and r.undoes not in single]
    return (whole or revisions)[-1].recorded_at


def data_days(revisions: Iterable[Revision], touched: Iterable[tuple[int, str]]) -> Mapping[str, date]:
    """entity -> the newest day its data were true on; an entity that no whole source touched is left out.

    ``touched`` are (revision, entity). A source that once touched an entity tells of it in each of its later revisions
    too: a workbook in which nothing of an entity has changed still says that nothing has. The day is the source's own
    (``data_as_of``), else, and never later than, the day it was recorded.
    """
    newest: dict[str, date] = {}
    sources: dict[int, tuple[str, ...]] = {}
    for revision in revisions:
        if revision.undoes is not None:
            continue
        names = tuple(name for name in revision.source.split(", ") if name not in SINGLE_EDITS)
        sources[revision.number] = names
        for name in names:
            newest[name] = max(newest.get(name, date.min), _day(revision))
    found: dict[str, date] = {}
    for number, entity in touched:
        for name in sources.get(number, ()):
            found[entity] = max(found.get(entity, date.min), newest[name])
    return found


def _day(revision: Revision) -> date:
    recorded = recorded_day(revision)
    if revision.data_as_of is None:
        return recorded
    return min(recorded, date.fromisoformat(revision.data_as_of[:10]))
