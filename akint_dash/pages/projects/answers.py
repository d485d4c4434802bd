"""What the marks of the projects page say, and where a press leads: to the projects, where a list is the number.

What is decided counts in the years of its decision, which no list of projects knows: there the table tells.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from akint_dash.components.view import View
from akint_dash.components.ways import to_list, to_one, to_record, to_table
from akint_dash.domain.history import Values
from akint_dash.domain.selection import Selection
from akint_dash.figures.marks import Mark
from akint_dash.measures.participations import Taking
from akint_dash.measures.pipeline import LOST, WON
from akint_dash.measures.projects import root
from akint_dash.measures.refusals import Refusal
from akint_dash.text.words import Words

OUTCOMES: Final = (("won", WON), ("lost", LOST), ("waiting", frozenset({"submitted"})))
"""The look of an application's square, and the statuses that have it."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The projects of the selection of all years, by what ``of`` says of each and by status."""

    view: View
    key: str
    numbers: Counter[tuple[str, str]]

    def mark(self, said: str, n: int, group: str, statuses: Collection[str], selection: Selection, **held: Any) -> Mark:
        """The projects of a group in some statuses, where those of all years are ``n``; else the card's table."""
        chosen = self.view.selection.status
        some = tuple(sorted(status for status in statuses if not chosen or status in chosen))
        if n and n == sum(self.numbers[group, status] for status in some):
            return to_list(self.view, said, "project", selection=replace(selection, status=some, periode=None), **held)
        return to_table(self.view, said, self.key)


def counted(view: View, key: str, of: Callable[[Values], str]) -> Counted:
    """The projects behind the card ``key``."""
    steps = view.scope.steps
    some = ((of(values), code) for code, values in view.scope.records("project").items())
    return Counted(view, key, Counter((group, steps[code][-1][1]) for group, code in some if code in steps))


def stopped_words(w: Words, withdrawn: bool) -> str:
    """What the projects that stopped are: refused alone where none was ``withdrawn``."""
    return w("avslått eller trukket") if withdrawn else w("avslått")


def step_marks(name: str, row: dict[str, Any], found: Counted) -> Sequence[Mark]:
    """What went on from a step, what stands there and what stopped there, of those that came to it."""
    view, w = found.view, found.view.words
    stopped = (row["rejected"] or 0) + (row["withdrawn"] or 0)

    def said(kind: str, n: int) -> str:
        return f"{name}, {kind}: {w.part(n, row['reached'])}"

    here = said(w("er her nå"), row["here"])
    return (
        to_table(view, said(w("gikk videre"), row["onward"]), found.key),
        found.mark(here, row["here"], "", (row["status"][1],), view.selection),
        to_table(view, said(stopped_words(w, bool(row["withdrawn"])), stopped), found.key),
    )


def outcome_marks(
    name: str, counts: Sequence[tuple[str, int]], group: str, found: Counted, column: str
) -> Sequence[Mark]:
    """What was granted, refused and waits, of the applications of a programme or an origin (``group``; "" is none)."""
    view, w = found.view, found.view.words
    words, total = (w("innvilget"), w("avslått"), w("venter på svar")), sum(n for _, n in counts)
    chosen, held = view.selection, {column: group or "mangler"}
    if column == "programme" and group:
        within = [code for code in chosen.program if root(view.scope, code) == group]
        chosen, held = replace(chosen, program=tuple(within) or (group,)), {}
    return [
        _to_programme(view, said, name, group, column) or found.mark(said, n, group, statuses, chosen, **held)
        for word, (_, n), (_, statuses) in zip(words, counts, OUTCOMES, strict=True)
        for said in [f"{name}, {word}: {w.part(n, total)}"]
    ]


def _to_programme(view: View, said: str, name: str, group: str, column: str) -> Mark | None:
    """The page narrowed to a programme."""
    return to_one(view, said, name, "program", group) if column == "programme" and group else None


def taking_mark(view: View, name: str, kind: str, one: Taking) -> Mark:
    """One participation of an actor that had guidance: its years."""
    w = view.words
    word = w("prosjektdeltakelse etter veiledning") if kind == "after" else w("prosjektdeltakelse fra før")
    return to_record(view, f"{name}, {word}: {w.years(one.first, one.last)}", "participation", one.code)


Reasons = Mapping[str | None, list[str]]
"""The projects of all steps of refusal, by the reason given."""


def by_reason(view: View) -> Reasons:
    """Counted once for all the reasons of the page."""
    found: dict[str | None, list[str]] = defaultdict(list)
    for values in view.portfolio.records("project_step").values():
        if values["status"] in LOST:
            reason = values.get("reason")
            found[str(reason) if reason else None].append(str(values["project"]))
    return found


def refusal_mark(
    view: View, name: str, note: str, reason: str | None, found: Sequence[Refusal], every: Reasons
) -> Mark:
    """The refusals of a reason: their steps, where those are all there are; the project, where it is one."""
    w, mine = view.words, sorted(one.project for one in found if one.reason == reason)
    said = f"{name}: {w.part(len(mine), len(found))}, {note}"
    if len(mine) == 1:
        return to_record(view, said, "project", mine[0])
    if sorted(every.get(reason, [])) != mine:
        return to_table(view, said, "avslag")
    kept = Selection(per=view.selection.per)
    return to_list(view, said, "project_step", selection=kept, status="rejected", reason=reason or "mangler")


def mix_marks(
    view: View, name: str, row: dict[str, Any], parts: Sequence[float], names: Sequence[str]
) -> Sequence[Mark]:
    """The parts of a project's financing; of what is known in part no shares."""
    w, total = view.words, sum(parts)

    def told(ore: float) -> str:
        return w.money(ore) + (f", {w.percent(ore / total)}" if row["complete"] and total else "")

    said = (f"{name}, {word}: {told(ore)}" for word, ore in zip(names, parts, strict=True))
    return [to_record(view, one, "project", row["project"][1]) for one in said]
