"""What the marks of the policy page say, and where a press leads.

To a list where it is the number, else to a sheet or the table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from akint_dash.components.view import View
from akint_dash.components.ways import to_list, to_record, to_table
from akint_dash.domain.history import Values
from akint_dash.domain.selection import Selection
from akint_dash.figures.marks import Mark
from akint_dash.measures.memberships import Worth
from akint_dash.measures.policy import Input
from akint_dash.store.involvement import codes_of

MISSING: Final = "mangler"
MEETING: Final[Mapping[str, Any]] = {"kind": "network_meeting"}
GAVE: Final[Mapping[str, tuple[str, str, Mapping[str, Any]]]] = {
    "posts": ("post", "organisation", {}),
    "meetings": ("activity", "organisations", MEETING),
    "inputs": ("activity", "", {}),
    "dossiers": ("dossier", "from_organisations", {}),
    "projects": ("project", "from_organisations", {}),
    "learning": ("activity", "", {}),
}
"""What a membership gave: its entity, and the column and values by which a list has it ("" where none can)."""


@dataclass(frozen=True, slots=True)
class Activities:
    """How many activities of the selection hold what in some columns: a list of them is the number, or is not."""

    view: View
    key: str
    columns: tuple[str, ...] = ()
    numbers: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def inputs_mark(self, said: str, some: Sequence[Input], *held: str) -> Mark:
        """Some inputs: the one, the list that is just these, or the card's table."""
        if len(some) == 1:
            return to_record(self.view, said, "activity", some[0].code)
        if some and held and len(some) == self.numbers[held]:
            wanted: dict[str, Any] = dict(zip(self.columns, held, strict=True))
            return to_list(self.view, said, "activity", **wanted)
        return to_table(self.view, said, self.key)


def activities(view: View, key: str, *columns: str) -> Activities:
    """Those behind the card ``key``, by what ``columns`` hold."""
    some, years = view.scope.records("activity").values(), view.selection.periode
    inside = (v for v in some if years is None or years[0] <= int(str(v["start"])[:4]) <= years[1])
    return Activities(view, key, columns, Counter(tuple(str(v.get(c, MISSING)) for c in columns) for v in inside))


@dataclass(frozen=True, slots=True)
class Gave:
    """How many records of each kind name an organisation, in all years and areas: as memberships are counted."""

    view: View
    numbers: Counter[tuple[str, ...]]

    def membership_mark(self, m: Worth, kind: str, head: str) -> Mark:
        """What one membership gave of a kind."""
        view, codes = self.view, m.given(kind)
        said = f"{view.name('organisation', m.organisation)}, {head}: {view.words.number(len(codes))}"
        entity, column, held = GAVE[kind]
        if len(codes) == 1:
            return to_record(view, said, entity, codes[0])
        if column and len(codes) == self.numbers[kind, m.organisation]:
            wanted: dict[str, Any] = {column: m.organisation, **held}
            return to_list(view, said, entity, selection=self._county(), **wanted)
        return to_record(view, said, "membership", m.code)

    def meetings_mark(self, said: str, n: int, organisation: str, sphere: str) -> Mark:
        """Meetings at a level in a network, or in all (""): the list, or the card's table."""
        if not n or n != self.numbers["sphere", organisation, sphere]:
            return to_table(self.view, said, "deltakelse")
        wanted = {"sphere": sphere, **({"organisations": organisation} if organisation else {}), **MEETING}
        return to_list(self.view, said, "activity", selection=self._county(), **wanted)

    def _county(self) -> Selection:
        return Selection(per=self.view.selection.per)


def given_by(view: View) -> Gave:
    """Counted once for the page's two cards of memberships."""
    return Gave(view, Counter(_naming(view)))


def _naming(view: View) -> Iterator[tuple[str, ...]]:
    for kind, (entity, column, held) in GAVE.items():
        if not column:
            continue
        for values in view.portfolio.records(entity).values():
            if all(values.get(name) == value for name, value in held.items()):
                yield from ((kind, one) for one in _codes_in(values, column))
                if kind == "meetings":
                    sphere = str(values.get("sphere", MISSING))
                    yield from (("sphere", one, sphere) for one in ("", *_codes_in(values, column)))


def _codes_in(values: Values, column: str) -> list[str]:
    held = values.get(column)
    return [held] if isinstance(held, str) else list(codes_of(values, column))
