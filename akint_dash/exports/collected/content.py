"""What goes into an area's workbook: its records, the cells to fill in them, and the rows to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from akint_dash.domain.history import DEMONSTRATION, State, Value, Values
from akint_dash.domain.references import NAMED_THROUGH
from akint_dash.domain.schema import ENTITIES, Entity, Sort
from akint_dash.exports.workbook import cell_value, sheet_order
from akint_dash.measures.collection import Gap
from akint_dash.measures.last_year import LastYear

PUBLIC: Final = frozenset({"call", "call_deadline", "need", "actor", "participation"})
"""Entities without an area: those that lack something are in the workbook of the office, and of nobody else."""
NAMES: Final = ("title", "name", "name_nb", "words", "what", "scheme")


@dataclass(frozen=True, slots=True)
class Sending:
    """What is sent to an area: of which year, made of what, and its ``gaps``.

    ``history`` is the digest of the history at ``revision``, ``recorded_at`` when that was written; ``day`` the day of
    the sending.
    """

    area: str
    year: int
    day: date
    state: State
    revision: int
    history: str
    recorded_at: str
    gaps: Sequence[Gap]


@dataclass(slots=True)
class NewRow:
    """A row to come: what it begins with, the columns to fill, and where it is kept free."""

    given: Mapping[str, Value]
    row: int
    code: str
    columns: list[str] = field(default_factory=list)


class Content:
    """The workbook of one area as rows."""

    def __init__(self, sending: Sending) -> None:
        self.sending = sending
        self.cut: list[str] = []
        state, lacking = sending.state, {gap.entity for gap in sending.gaps if gap.code}
        self.entities = [
            e for e in sheet_order() if e.sort is not Sort.LIST and (e.name not in PUBLIC or e.name in lacking)
        ]
        self.scope = [entity for entity in self.entities if entity.name not in PUBLIC]
        self.records = {entity.name: self._own(entity) for entity in self.entities}
        self.row_of = {e: {code: at for at, code in enumerate(sorted(some))} for e, some in self.records.items()}
        self.marked = any(DEMONSTRATION in values for some in self.records.values() for values in some.values())
        self.last = LastYear(state, sending.year)
        self.to_fill: dict[tuple[str, str], list[Gap]] = {}
        self.new: dict[str, list[NewRow]] = {}
        self.places: list[tuple[Gap, NewRow | None]] = []
        self._taken = {entity.name: set(state.get(entity.name, {})) for entity in self.entities}
        for gap in sending.gaps:
            self._place(gap)
        self.listed: State = {name: records for name, records in state.items() if ENTITIES[name].sort is Sort.LIST}

    @property
    def name(self) -> str:
        """The area's name."""
        return str(self.sending.state.get("area", {}).get(self.sending.area, {}).get("name_nb", self.sending.area))

    @property
    def title(self) -> str:
        """What the workbook is, and for whom."""
        return f"Innsamling {self.sending.year} – {self.name}"

    @property
    def internal(self) -> int:
        """How many internal records are in it."""
        return sum(v.get("visibility") == "internal" for some in self.records.values() for v in some.values())

    @property
    def count(self) -> int:
        """How many records are in it."""
        return sum(map(len, self.records.values()))

    def _own(self, entity: Entity) -> dict[str, Values]:
        """What the area is responsible for or takes part in, the parts of that, and what else lacks something."""
        asked = {gap.code for gap in self.sending.gaps if gap.entity == entity.name}
        records = self.sending.state.get(entity.name, {})
        public = entity.name in PUBLIC
        return {
            code: values
            for code, values in records.items()
            if code in asked or (not public and self._is_own(entity, values))
        }

    def _is_own(self, entity: Entity, values: Values) -> bool:
        while entity.parent:
            above = ENTITIES[entity.by_name[entity.parent].of]
            values = self.sending.state.get(above.name, {}).get(str(values.get(entity.parent)), {})
            entity = above
        ties: Any = values.get("areas", [])
        return values.get("area") == self.sending.area or any(code == self.sending.area for code, _ in ties)

    def _place(self, gap: Gap) -> None:
        if gap.code:
            self.to_fill.setdefault((gap.entity, gap.code), []).append(gap)
            self.places.append((gap, None))
            return
        rows = self.new.setdefault(gap.entity, [])
        row = next((one for one in rows if one.given == gap.given), None)
        if row is None:
            row = NewRow(gap.given, len(rows), self._code(gap))
            rows.append(row)
        row.columns.append(gap.column)
        self.places.append((gap, row))

    def _code(self, gap: Gap) -> str:
        """A code that a new row may have, which no other area is told to use."""
        taken = self._taken[gap.entity]
        start = f"{self.sending.area}-{self.sending.year}"
        code = self.last.next_code(gap.entity, gap.given)
        number = 1
        while code is None or code in taken:
            code, number = f"{start}-{number:02d}", number + 1
        taken.add(code)
        return code

    def title_of(self, entity: str, code: str) -> str:
        """What a record is called; its parent's name for a part."""
        state = self.sending.state
        values = state.get(entity, {}).get(code, {})
        if entity in NAMED_THROUGH and (through := values.get(NAMED_THROUGH[entity])):
            return self.title_of(ENTITIES[entity].by_name[NAMED_THROUGH[entity]].of, str(through))
        named = next((str(values[name]) for name in NAMES if name in values), "")
        if named:
            return named
        parent = ENTITIES[entity].parent
        if parent and parent in values:
            return self.title_of(ENTITIES[entity].by_name[parent].of, str(values[parent]))
        if entity == "budget" and values:
            return f"{self.title_of('instrument', str(values['instrument']))} {values['year']}"
        return code

    def begins(self, gap: Gap) -> str:
        """What a new row begins with, in words: ``Prosjekt: P-0042 (Grønn buss); År: 2026``."""
        said = []
        for name, value in gap.given.items():
            column = ENTITIES[gap.entity].by_name[name]
            shown = str(cell_value(column, value)[0])
            title = self.title_of(column.of, str(value)) if column.of in ENTITIES else ""
            said.append(f"{column.heading}: {shown}" + (f" ({title})" if title and title != shown else ""))
        return "; ".join(said)
